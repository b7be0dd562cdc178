import type { PlanPolicy } from '../../../src/commission/index.js'
import type { Published } from './published.js'

/** What a plan pays for some inputs: one period, one person. */
export interface PublishedPlan extends Published {
  readonly plan: Partial<PlanPolicy> & Pick<PlanPolicy, 'tiers'>
  readonly pays: readonly (readonly [inputs: Readonly<Record<string, string>>, pay: string])[]
}

const marginal = (...steps: readonly (readonly [from: string, rate: string])[]) =>
  ({ kind: 'marginal', steps: steps.map(([from, rate]) => ({ from, rate })) }) as const

const retroactive = (...steps: readonly (readonly [from: string, rate: string])[]) =>
  ({ kind: 'retroactive', steps: steps.map(([from, rate]) => ({ from, rate })) }) as const

const flat = (rate: string) => ({ kind: 'flat', rate }) as const

const openfisca = 'OpenFisca-Core, tests/core/tax_scales'
const openfiscaUrl = 'https://github.com/openfisca/openfisca-core/tree/master/tests/core/tax_scales'
const prowi = 'https://www.prowi.io/en/glossary'

export const plans: readonly PublishedPlan[] = [
  {
    example: 'marginal rates with a top bracket of zero',
    source: `${openfisca}/test_marginal_rate_tax_scale.py, test_calc`,
    url: openfiscaUrl,
    quote:
      '(0, 0), (1, 0.1), (2, 0.2), (3, 0): 1, 1.5, 2, 2.5, 3.0, 4.0 give 0, 0.05, 0.1, 0.2, 0.3, 0.3',
    plan: { tiers: marginal(['0', '0'], ['1', '0.1'], ['2', '0.2'], ['3', '0']) },
    pays: [
      [{ sales: '1' }, '0.00'],
      [{ sales: '1.5' }, '0.05'],
      [{ sales: '2' }, '0.10'],
      [{ sales: '2.5' }, '0.20'],
      [{ sales: '3.0' }, '0.30'],
      [{ sales: '4.0' }, '0.30'],
    ],
  },
  {
    // In a currency of four decimal places, since the source rounds nothing.
    example: 'marginal rates without rounding',
    source: `${openfisca}/test_marginal_rate_tax_scale.py, test_calc_without_round`,
    url: openfiscaUrl,
    quote:
      '(0, 0), (100, 0.1): 200, 200.2, 200.002, 200.6, 200.006, 200.5, 200.005 give 10, 10.02, 10.0002, 10.06, 10.0006, 10.05, 10.0005',
    plan: { currency: 'CLF', tiers: marginal(['0', '0'], ['100', '0.1']) },
    pays: [
      [{ sales: '200' }, '10.0000'],
      [{ sales: '200.2' }, '10.0200'],
      [{ sales: '200.002' }, '10.0002'],
      [{ sales: '200.6' }, '10.0600'],
      [{ sales: '200.006' }, '10.0006'],
      [{ sales: '200.5' }, '10.0500'],
      [{ sales: '200.005' }, '10.0005'],
    ],
  },
  {
    example: 'an amount for the bracket reached',
    source: `${openfisca}/test_single_amount_tax_scale.py, test_calc`,
    url: openfiscaUrl,
    quote: '(6, 0.23), (9, 0.29): 1, 8, 10 give 0, 0.23, 0.29',
    plan: {
      tiers: flat('0'),
      kickers: [
        { kpi: 'sales', atLeast: '6', pays: '0.23' },
        { kpi: 'sales', atLeast: '9', pays: '0.06' },
      ],
    },
    pays: [
      [{ sales: '1' }, '0.00'],
      [{ sales: '8' }, '0.23'],
      [{ sales: '10' }, '0.29'],
    ],
  },
  {
    example: 'an amount for every bracket passed',
    source: `${openfisca}/test_marginal_amount_tax_scale.py, test_calc`,
    url: openfiscaUrl,
    quote: '(6, 0.23), (9, 0.29): 1, 8, 10 give 0, 0.23, 0.52',
    plan: {
      tiers: flat('0'),
      kickers: [
        { kpi: 'sales', atLeast: '6', pays: '0.23' },
        { kpi: 'sales', atLeast: '9', pays: '0.29' },
      ],
    },
    pays: [
      [{ sales: '1' }, '0.00'],
      [{ sales: '8' }, '0.23'],
      [{ sales: '10' }, '0.52'],
    ],
  },
  {
    example: 'a decelerator below 80 % of the quota',
    source: "Prowi, 'Decelerator'",
    url: `${prowi}/decelerator`,
    quote: '$350,000 (70% of quota) … 10% = $35,000 … (0.5x below 80%): … × 0.5 = $17,500',
    plan: {
      quota: 'quota',
      tiers: flat('0.10'),
      gate: { kpi: 'sales', of: 'quota', atLeast: '0.8', keeps: '0.5' },
    },
    pays: [
      [{ sales: '350000', quota: '500000' }, '17500.00'],
      [{ sales: '350000', quota: '350000' }, '35000.00'],
    ],
  },
  {
    example: 'an override above a threshold',
    source: "Prowi, 'Override Commission'",
    url: `${prowi}/override-commission`,
    quote: 'First-dollar $300,000 … $9,000; Threshold $300,000, $225,000 … $2,250',
    plan: { tiers: marginal(['225000', '0.03']) },
    pays: [[{ sales: '300000' }, '2250.00']],
  },
  {
    example: 'an accelerator above the quota',
    source: "Hyperbots, 'What is accelerator commission?'",
    url: 'https://www.hyperbots.com/glossary/accelerator-commission',
    quote: '$200,000 × 5% = $10,000; $60,000 × 8% = $4,800; Total commission … $14,800',
    plan: {
      quota: 'quota',
      tiers: flat('0.05'),
      accelerator: { steps: [{ from: '1', factor: '1.6' }] },
    },
    pays: [[{ sales: '260000', quota: '200000' }, '14800.00']],
  },
  {
    example: 'a share of the gross margin by the margin rate',
    source: "eHow, 'How to Calculate Tiered Gross Margin Commission'",
    url: 'http://www.ehow.com/how_12080272_calculate-tiered-gross-margin-commission.html',
    quote:
      '$150 - $100 = $50 … 50 percent … 25-percent commission on … between 36 and 60 percent … $50 x 0.25 = $12.50',
    plan: {
      measure: { sum: 'margin' },
      quota: 'quota',
      tiers: {
        kind: 'grid',
        rows: [{}],
        kpi: 'margin_rate',
        columns: [{}, { from: '0.36' }, { from: '0.60', exclusive: true }],
        rates: [['0.10', '0.25', '0.40']],
      },
    },
    pays: [[{ margin: '50', quota: '50', margin_rate: '0.50' }, '12.50']],
  },
  {
    example: 'a rate on the product cost',
    source: "JetPrint, 'Why did I receive less commission than I expected'",
    url: 'https://help.jetprintapp.com/en/articles/9407560-why-did-i-receive-less-commission-than-i-expected',
    quote: 'in an order of $200, if the product cost is $150, the commission is … 150 * 5% = $7.50',
    plan: { measure: { sum: 'cost' }, tiers: flat('0.05') },
    pays: [[{ cost: '150' }, '7.50']],
  },
  {
    example: 'a fixed 10 % of 250',
    source: 'OCA/commission, commission_formula_oca tests',
    url: 'https://github.com/OCA/commission',
    quote: 'fix_qty 10.0, subtotal 250.0: amount 25.0',
    plan: { tiers: flat('0.10') },
    pays: [[{ sales: '250' }, '25.00']],
  },
  {
    example: 'rates by product: 5 and 15 %',
    source: 'OCA/commission, sale_commission_product_criteria tests',
    url: 'https://github.com/OCA/commission/tree/16.0/sale_commission_product_criteria',
    quote: 'price_unit 1000 … 1_product 5 %: 50 … 0_product_variant 15 %: 150',
    plan: {
      tiers: { kind: 'category', by: 'product', rates: { desk: '0.05', white_desk: '0.15' } },
    },
    pays: [
      [{ 'sales.desk': '1000', 'sales.white_desk': '0' }, '50.00'],
      [{ 'sales.desk': '0', 'sales.white_desk': '1000' }, '150.00'],
    ],
  },
  {
    example: 'fixed amounts by product and piece',
    source: 'OCA/commission, commission_product_fixed tests',
    url: 'https://github.com/OCA/commission',
    quote: '500 (fixed) x 3 (qty), independent of the 1000 price: 1500; product B 2 x 300: 600',
    plan: {
      measure: { sum: 'pieces', unit: 'count' },
      tiers: { kind: 'category', by: 'product', rates: { a: '500', b: '300' } },
    },
    pays: [
      [{ 'pieces.a': '3', 'pieces.b': '0' }, '1500.00'],
      [{ 'pieces.a': '0', 'pieces.b': '2' }, '600.00'],
    ],
  },
  {
    example: 'a volume tier by the piece',
    source: 'OCA/commission, commission_product_fixed tests, test_min_qty_tier',
    url: 'https://github.com/OCA/commission',
    quote: 'above 10 units, product A grants 400 instead of 500: 2500 = 500 x 5, 4800 = 400 x 12',
    plan: {
      measure: { sum: 'pieces', unit: 'count' },
      tiers: retroactive(['0', '500'], ['10', '400']),
    },
    pays: [
      [{ pieces: '5' }, '2500.00'],
      [{ pieces: '12' }, '4800.00'],
    ],
  },
  {
    example: 'a rebate of 10 % of everything',
    source: 'OCA/agreement, agreement_rebate tests, global',
    url: 'https://github.com/OCA/agreement/tree/16.0/agreement_rebate',
    quote: 'amount_invoiced 3800, amount_rebate 380',
    plan: { tiers: flat('0.10') },
    pays: [[{ sales: '3800' }, '380.00']],
  },
  {
    // Its section_prorated, 1120 for 3800, takes the second section from 0 and so pays the first 100
    // twice; by the slices that it names it would be 1100. That figure is left out.
    example: 'sections at the rate of the one reached',
    source: 'OCA/agreement, agreement_rebate tests, section_total',
    url: 'https://github.com/OCA/agreement/tree/16.0/agreement_rebate',
    quote:
      '0 to 100 10 %, 100.01 to 300 20 %, 300.01 to 6000 30 %: 3800 gives 1140, 1000 gives 300',
    plan: { tiers: retroactive(['0', '0.10'], ['100.01', '0.20'], ['300.01', '0.30']) },
    pays: [
      [{ sales: '3800' }, '1140.00'],
      [{ sales: '1000' }, '300.00'],
    ],
  },
]
