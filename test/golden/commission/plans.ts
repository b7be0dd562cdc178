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
    example: 'graduated commission on 9,000',
    source: "MathTutor, lesson 803 'Graduated Commissions'",
    url: 'https://mathtutor.com/software/business-math-lesson-overviews/lesson-0803.html',
    quote:
      "6% on her first $3000 of sales, 8% on the next $5000, and 10% on sales over $8000 … Ann's total commissions are $180 + $400 + $100 = $680",
    plan: { tiers: marginal(['0', '0.06'], ['3000', '0.08'], ['8000', '0.10']) },
    pays: [[{ sales: '9000' }, '680.00']],
  },
  {
    example: 'non-retroactive tiers of a quarter',
    source: "SparrowGenie, 'Non-Retroactive Commission'",
    url: 'https://www.sparrowgenie.com/sales-commission-models/non-retroactive-commission',
    quote:
      '3% on first $300,000 quarterly sales; 5% … $300,001 to $500,000; 7% … above $500,000. … $600,000 … Total commission: $26,000',
    plan: {
      period: 'quarter',
      tiers: marginal(['0', '0.03'], ['300000', '0.05'], ['500000', '0.07']),
    },
    pays: [[{ sales: '600000' }, '26000.00']],
  },
  {
    example: 'slices above the quota at 125 and 150 %',
    source: 'ExcelGuru forum, thread 9795',
    url: 'https://www.excelguru.ca/forums/showthread.php?9795',
    quote:
      "Rep's quota = $10,000; actual performance = $14,000 … T1 = $2500 x 125% = $3125; T2 = $1500 x 150% = $2250",
    plan: {
      quota: 'quota',
      tiers: {
        kind: 'marginal',
        of: 'quota',
        steps: [
          { from: '1', rate: '1.25' },
          { from: '1.25', rate: '1.5' },
          { from: '1.5', rate: '1.75' },
          { from: '2', rate: '2' },
        ],
      },
    },
    pays: [
      [{ sales: '12500', quota: '10000' }, '3125.00'],
      [{ sales: '14000', quota: '10000' }, '5375.00'],
    ],
  },
  {
    // Its third cycle, 424.98, does not follow from its own products, 425.0005: it is left out.
    example: 'tiers that start anew each pay cycle',
    source: "MyTime, 'Tiered Commission by Revenue Amount Above'",
    url: 'https://help.mytime.com/hc/en-us/articles/360046956372',
    quote: '$0-$499.99 will receive 25%; $500-$2999.99 30%; $3000+ 40% … 4th pay cycle = $1675.00',
    plan: { tiers: marginal(['0', '0.25'], ['500', '0.30'], ['3000', '0.40']) },
    pays: [
      [{ sales: '400' }, '100.00'],
      [{ sales: '100' }, '25.00'],
      [{ sales: '5000' }, '1675.00'],
    ],
  },
  {
    example: 'rates that fall with the order value',
    source: "TrakiTrak, 'Commission system for stores'",
    url: 'https://help-stores.trakitrak.com/en/articles/8488621',
    quote:
      '21% … between $0 and $25; 14% … $40; 11% … $100; 6% … $37,5 - $25 = $12,5; $12,5 x 14% = $1,75. Combined commission = $7',
    plan: {
      tiers: marginal(['0', '0.21'], ['25', '0.14'], ['40', '0.11'], ['100', '0.06']),
    },
    pays: [
      [{ sales: '37.50' }, '7.00'],
      [{ sales: '100' }, '13.95'],
      [{ sales: '136' }, '16.11'],
    ],
  },
  {
    example: 'a retroactive jump',
    source: "EarnBase, 'Retroactive Tier Jumping'",
    url: 'https://www.earnbase.no/glossary/retroactive-tier-jumping',
    quote:
      '$180K in sales … all $180K gets recalculated at 60% commission - giving you $108K total',
    plan: { tiers: retroactive(['0', '0.5'], ['100000', '0.6']) },
    pays: [[{ sales: '180000' }, '108000.00']],
  },
  {
    example: 'the same tiers without the jump',
    source: "EarnBase, 'Retroactive Tier Jumping'",
    url: 'https://www.earnbase.no/glossary/retroactive-tier-jumping',
    quote: '$98K … under an incremental system ($50K on first $100K at 50%, plus $48K …)',
    plan: { tiers: marginal(['0', '0.5'], ['100000', '0.6']) },
    pays: [[{ sales: '180000' }, '98000.00']],
  },
  {
    // The nets it prints below, 6,825 and 2,100, do not follow from its own terms: they are left out.
    example: 'overachievement by points of attainment',
    source: 'MrExcel board, thread 857705',
    url: 'https://mrexcel.com/board/threads/formula-for-sales-rep-payout-for-overachievement.857705',
    quote:
      '2% … for every 1% that she exceeds … $2,100 (5% x 2 x $21,000) … $6,300 (15% x 2 x $21,000)',
    plan: {
      measure: { sum: 'points', unit: 'count' },
      tiers: marginal(['100', '420'], ['150', '210'], ['200', '0']),
    },
    pays: [
      [{ points: '105' }, '2100.00'],
      [{ points: '115' }, '6300.00'],
    ],
  },
  {
    example: 'a hard cap',
    source: "SparrowGenie, 'Capped Commission'",
    url: 'https://www.sparrowgenie.com/sales-commission-models/capped-commission',
    quote:
      '3% of sales; Monthly commission cap: $10,000; … $400,000: … capped at $10,000 (rather than $12,000)',
    plan: { tiers: flat('0.03'), cap: '10000' },
    pays: [[{ sales: '400000' }, '10000.00']],
  },
  {
    example: 'a blended rate of 1.6 %',
    source: "Oracle Fusion Incentive Compensation, 24B 'Report Split Rates in Calculation'",
    url: 'https://docs.oracle.com/en/cloud/saas/readiness/sales/24b/salm-24b/24B-spm-wn-f31649.htm',
    quote:
      '0-1,000 1%; 1,000-5,000 2%; 5,000-10,000 3% … the input is 2500 … a blended rate of 1.6%',
    plan: { tiers: marginal(['0', '0.01'], ['1000', '0.02'], ['5000', '0.03']) },
    pays: [[{ sales: '2500' }, '40.00']],
  },
  {
    example: 'step rates, each transaction by itself',
    source: "Oracle Fusion Incentive Compensation, 'Calculating Earnings Using Step Rates'",
    url: 'https://docs.oracle.com/en/cloud/saas/sales/facmi/examples-of-calculating-earnings-using-step-rates.html',
    quote:
      '0 -- 1,000: 1; 1,000 -- 3,000: 2; 3,000 -- 8,000: 3; 8,000 -- 20,000: 5 … T3 1,500 … 20; T6 4,500 … 95',
    plan: { tiers: marginal(['0', '0.01'], ['1000', '0.02'], ['3000', '0.03'], ['8000', '0.05']) },
    pays: [
      [{ sales: '200' }, '2.00'],
      [{ sales: '300' }, '3.00'],
      [{ sales: '1500' }, '20.00'],
      [{ sales: '1200' }, '14.00'],
      [{ sales: '2000' }, '30.00'],
      [{ sales: '4500' }, '95.00'],
    ],
  },
  {
    example: 'one rate for all, by the highest tier',
    source: "Oracle Fusion Incentive Compensation, 'Options for Splitting Attainment'",
    url: 'https://docs.oracle.com/en/cloud/saas/sales/facmi/options-for-splitting-attainment-numbers-across-rate-tiers.html',
    quote:
      'a single fixed rate based on the highest tier attained. 0 -- 10,000: 1; 10,000 -- 50,000: 2; 50,000 -- 100,000: 3 … 5,000 -> 1; 15,000 -> 2; 60,000 -> 3',
    plan: { tiers: retroactive(['0', '0.01'], ['10000', '0.02'], ['50000', '0.03']) },
    pays: [
      [{ sales: '5000' }, '50.00'],
      [{ sales: '15000' }, '300.00'],
      [{ sales: '60000' }, '1800.00'],
    ],
  },
  {
    example: 'the same tiers split',
    source: "Oracle Fusion Incentive Compensation, 'Options for Splitting Attainment'",
    url: 'https://docs.oracle.com/en/cloud/saas/sales/facmi/options-for-splitting-attainment-numbers-across-rate-tiers.html',
    quote: '60,000: 1 for the first 10,000, 2 for the next 40,000, 3 for the remaining 10,000',
    plan: { tiers: marginal(['0', '0.01'], ['10000', '0.02'], ['50000', '0.03']) },
    pays: [[{ sales: '60000' }, '1200.00']],
  },
  {
    example: 'commission beyond the monthly quota',
    source: "MathScore, 'Commissions'",
    url: 'http://www.mathscore.com/math/free/lessons/Texas/8th_grade/Commissions_lesson.html',
    quote:
      '5% commission on all sales beyond the monthly quota [$17000]. … $23800 … = $3600 + $340',
    plan: { tiers: marginal(['17000', '0.05']) },
    pays: [[{ sales: '23800' }, '340.00']],
  },
  {
    example: 'straight commission of 17 %',
    source: "MathScore, 'Commissions'",
    url: 'http://www.mathscore.com/math/free/lessons/Texas/8th_grade/Commissions_lesson.html',
    quote: 'Sharon … 17% … $37000 … $6290',
    plan: { tiers: flat('0.17') },
    pays: [[{ sales: '37000' }, '6290.00']],
  },
  {
    example: 'the greater of a guaranteed salary and the commission',
    source: 'Glencoe textbook, section 1-6 Commission (pp. 103-105)',
    url: 'https://slidetodoc.com/section-1-6-commission-pp-103-105-section/',
    quote: 'a minimum salary of $250 a week, or 7 percent … $3,614 x 7% = $252.98',
    plan: { tiers: flat('0.07'), floor: '250' },
    pays: [
      [{ sales: '3614' }, '252.98'],
      [{ sales: '1000' }, '250.00'],
    ],
  },
  {
    example: 'straight commission of 6.5 %, to the cent',
    source: 'Glencoe textbook, section 1-6 Commission (pp. 103-105)',
    url: 'https://slidetodoc.com/section-1-6-commission-pp-103-105-section/',
    quote: 'Jermaine Dixon … 6.5% of $12,416 … $807.04',
    plan: { tiers: flat('0.065') },
    pays: [[{ sales: '12416' }, '807.04']],
  },
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
