import type { PlanPolicy } from '../../../src/commission/index.js'
import type { DealEvent } from '../../../src/credit/index.js'
import { event } from '../../commission/one-seller.js'
import type { Published } from './published.js'

/** What a ledger of one seller's events settles to, period after period. */
export interface PublishedLedger extends Published {
  readonly plan: Partial<PlanPolicy> & Pick<PlanPolicy, 'tiers'>
  readonly events: readonly DealEvent[]
  readonly settles: readonly (readonly [period: string, asOf: string, due: string])[]
}

const oca = 'https://github.com/OCA/commission/tree/17.0/account_commission'

/** OCA's section: a rate for all of a base from its lower to its upper bound, both included. */
const section = (from: string, to: string, rate: string) =>
  ({
    kind: 'retroactive',
    steps: [
      { from, rate },
      { from: to, exclusive: true, rate: '0' },
    ],
  }) as const

const onCollection = { share: '1' }

export const ledgers: readonly PublishedLedger[] = [
  {
    example: 'a section of 1 to 100, paid on collection: nothing before the payment',
    source:
      'OCA/commission, account_commission tests, test_account_commission_gross_amount_payment',
    url: oca,
    quote:
      'amount_from 1.0, amount_to 100.0, percent 10.0; list_price 5; settlements before the payment: 0, after: 1',
    plan: { tiers: section('1', '100', '0.10'), holdback: onCollection },
    events: [
      event('invoice', 'order', '2026-01-10', '5.00'),
      event('payment', 'collection', '2026-01-20', '5.00', { of: 'invoice' }),
    ],
    settles: [
      ['2026-01', '2026-01-15', '0.00'],
      ['2026-01', '2026-01-31', '0.50'],
    ],
  },
  {
    example: 'the same section settled by the year',
    source:
      'OCA/commission, account_commission tests, test_account_commission_gross_amount_payment_annual',
    url: oca,
    quote: 'agent_annual, commission_section_paid, period 12, initial count 0',
    plan: { period: 'year', tiers: section('1', '100', '0.10'), holdback: onCollection },
    events: [
      event('invoice', 'order', '2026-02-10', '5.00'),
      event('payment', 'collection', '2026-11-20', '5.00', { of: 'invoice' }),
    ],
    settles: [
      ['2026', '2026-06-30', '0.00'],
      ['2026', '2026-12-31', '0.50'],
    ],
  },
  {
    example: 'a section of 15,000 to 16,000, paid on the invoice',
    source:
      'OCA/commission, account_commission tests, test_account_commission_gross_amount_payment_semi',
    url: oca,
    quote:
      'amount_from 15000.0, amount_to 16000.0, percent 20.0; list_price = 15100; settlements before the payment: 1',
    plan: { tiers: section('15000', '16000', '0.20') },
    events: [event('invoice', 'order', '2026-01-10', '15100.00')],
    settles: [['2026-01', '2026-01-31', '3020.00']],
  },
  {
    example: 'an invoice below the section earns nothing',
    source: 'OCA/commission, account_commission tests, test_commission_single_invoice',
    url: oca,
    quote: 'commission_section_invoice (15000.0 to 16000.0), list_price 5',
    plan: { tiers: section('15000', '16000', '0.20') },
    events: [event('invoice', 'order', '2026-01-10', '5.00')],
    settles: [['2026-01', '2026-01-31', '0.00']],
  },
  {
    example: 'a refund after the settlement settles negative',
    source: 'OCA/commission, account_commission tests, test_negative_settlements',
    url: oca,
    quote: 'list_price 1000, fix_qty 10.0 … second_settlement total < 0 … amount_total, 0',
    plan: { tiers: { kind: 'flat', rate: '0.10' } },
    events: [
      event('invoice', 'order', '2026-01-10', '1000.00'),
      event('refund', 'refund', '2026-01-10', '-1000.00', {
        of: 'invoice',
        recorded: '2026-02-03',
      }),
    ],
    settles: [
      ['2026-01', '2026-01-31', '100.00'],
      ['2026-02', '2026-02-28', '-100.00'],
    ],
  },
  {
    example: 'a refund dated a month before its invoice nets to nothing',
    source: 'OCA/commission, account_commission tests, test_negative_settlements_join_invoice',
    url: oca,
    quote: 'invoice_date + relativedelta(months=-1) … amount_total, 0, places=2',
    plan: { tiers: { kind: 'flat', rate: '0.10' } },
    events: [
      event('invoice', 'order', '2026-02-10', '1000.00'),
      event('refund', 'refund', '2026-01-10', '-1000.00', { of: 'invoice' }),
    ],
    settles: [['2026-02', '2026-02-28', '0.00']],
  },
  {
    example: 'a third collected releases a third',
    source: 'OCA/commission 14.0, sale_commission_partial_settlement tests',
    url: 'https://github.com/OCA/commission/tree/14.0/sale_commission_partial_settlement',
    quote:
      'fix_qty 20.0, payment_amount_type paid; 1 + 5 pieces at 5; partial_amount = amount_total / 3',
    plan: { tiers: { kind: 'flat', rate: '0.20' }, holdback: onCollection },
    events: [
      event('invoice', 'order', '2026-01-10', '30.00'),
      event('part', 'collection', '2026-01-12', '10.00', { of: 'invoice' }),
      event('rest', 'collection', '2026-02-12', '20.00', { of: 'invoice' }),
    ],
    settles: [
      ['2026-01', '2026-01-31', '2.00'],
      ['2026-02', '2026-02-28', '4.00'],
    ],
  },
  {
    example: 'a refund under a fixed amount by the piece is negative',
    source: 'OCA/commission, commission_product_fixed tests, test_refund_amount_is_negative',
    url: 'https://github.com/OCA/commission',
    quote: '-(500 fixed x 3 qty) … -1500',
    plan: {
      measure: { sum: 'pieces', unit: 'count' },
      tiers: { kind: 'category', by: 'product', rates: { a: '500' } },
    },
    events: [
      event('refund', 'refund', '2026-01-10', '-3000.00', {
        figures: { pieces: '-3' },
        attributes: { product: 'a' },
      }),
    ],
    settles: [['2026-01', '2026-01-31', '-1500.00']],
  },
  {
    example: 'half on the order, half as it is collected',
    source: 'Oracle Customer Connect, discussion 701407',
    url: 'https://community.oracle.com/CustomerConnect/discussion/701407/how-to-pay-50-50-on-order-on-payment-collection',
    quote:
      '10K order … 10% … $1000 paid 50% or $500 on order … if invoice #1 is … collected … = $250 … #2 … the same',
    plan: { tiers: { kind: 'flat', rate: '0.10' }, holdback: { share: '0.5' } },
    events: [
      event('order', 'order', '2026-01-10', '10000.00'),
      event('invoice 1', 'collection', '2026-02-10', '5000.00', { of: 'order' }),
      event('invoice 2', 'collection', '2026-03-10', '5000.00', { of: 'order' }),
    ],
    settles: [
      ['2026-01', '2026-01-31', '500.00'],
      ['2026-02', '2026-02-28', '250.00'],
      ['2026-03', '2026-03-31', '250.00'],
    ],
  },
  {
    example: 'a termination that takes back half',
    source: "Core8, 'Clawbacks and early exit'",
    url: 'https://docs.core8.co/commission-plan-patterns/clawbacks-and-early-exit',
    quote: 'Earned commission: $10,000; Early termination triggers 50% clawback; … -5,000',
    plan: { tiers: { kind: 'flat', rate: '0.10' } },
    events: [
      event('deal', 'order', '2026-01-10', '100000.00'),
      event('exit', 'cancellation', '2026-04-10', '-50000.00', { of: 'deal' }),
    ],
    settles: [
      ['2026-01', '2026-01-31', '10000.00'],
      ['2026-04', '2026-04-30', '-5000.00'],
    ],
  },
  {
    example: 'credit notes reduce what is commissioned',
    source: 'adempiere/adempiere, issue 1628',
    url: 'https://github.com/adempiere/adempiere/issues/1628',
    quote: 'Invoices: $ 1000, Credit Notes: $ 200, Commission: ($ 1000 - $ 200) * 4%, Total: $ 32',
    plan: { tiers: { kind: 'flat', rate: '0.04' } },
    events: [
      event('invoice', 'order', '2026-01-10', '1000.00'),
      event('note', 'refund', '2026-01-20', '-200.00', { of: 'invoice' }),
    ],
    settles: [['2026-01', '2026-01-31', '32.00']],
  },
  {
    example: 'a cap on each order',
    source: "Afflio, 'Commission caps and guardrails'",
    url: 'https://autocloz.com/afflio/blog/commission-caps-and-guardrails',
    quote:
      'With a per-order cap of $500, a 20% rate on a $5,000 order pays $500 rather than $1,000',
    plan: { tiers: { kind: 'flat', rate: '0.20' }, dealCap: '500' },
    events: [event('order', 'order', '2026-01-10', '5000.00')],
    settles: [['2026-01', '2026-01-31', '500.00']],
  },
]
