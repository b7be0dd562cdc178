import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { targetPlan } from '../../src/bonus/index.js'
import { type Dated, parsePeriod, prorate } from '../../src/calendar/index.js'
import {
  convertCredits,
  creditEvents,
  estimate,
  lintPlan,
  nextTier,
  type Plan,
  type PlanPolicy,
  parseConversion,
  parseCreditRules,
  parseEvents,
  parsePlan,
  parseQuota,
  parseRates,
  parseSpiff,
  payoutCurve,
  paySpiff,
  quotaFor,
  type Settlement,
  settle,
} from '../../src/commission/index.js'
import {
  analyze,
  check,
  compile,
  divide,
  evaluate,
  explain,
  input,
  named,
  numberColumn,
} from '../../src/formula/index.js'
import { parseScorecard, scorecardInputs } from '../../src/kpi/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { fromScaled, money } from '../../src/quantity/index.js'
import { toSql } from '../../src/sql/index.js'
import { credited, event } from '../commission/one-seller.js'
import { duckdb } from '../conformance/engines.js'
import { found } from '../found.js'
import { ann, bob, li, month, wang } from '../run/company.js'

describe('events and credits: what is taken back, told twice or converted', () => {
  interface Told {
    readonly id: string
    readonly kind?: string
    readonly on?: string
    readonly amount?: string
    readonly [more: string]: unknown
  }

  /** An event of Li's in yuan, on 10 January unless it says otherwise. */
  const tell = ({ on = '2026-01-10', amount = '0', kind = 'order', ...more }: Told) => ({
    ...{ kind, amount, effective: on, recorded: on, currency: 'CNY' },
    attributes: { seller: 'li' },
    ...more,
  })
  const everything = parseCreditRules([
    {
      credit: 'direct',
      by: 'seller',
      owners: { li: [{ person: 'li', share: '1' }] },
      unowned: 'refuse',
    },
  ])
  const creditsOf = (events: readonly Told[]) =>
    creditEvents(parseEvents(events.map(tell)), everything)
  const planOf = (policy: object = {}): Plan =>
    parsePlan({
      ...{ id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' } },
      tiers: { kind: 'flat', rate: '0.10' },
      ...policy,
    })

  interface Months {
    readonly names?: readonly string[]
    readonly figures?: Readonly<Record<string, Readonly<Record<string, string>>>>
    readonly versions?: readonly Dated<Plan>[]
  }

  /** What Li and Wu are due, month after month. */
  const months = (
    policy: object,
    events: readonly Told[],
    { names = ['2026-01', '2026-02'], figures = {}, versions = [] }: Months = {},
  ) => {
    const credits = creditsOf(events)
    const plans = [{ from: '2026-01-01', value: planOf(policy) }, ...versions]
    const history: Settlement[] = []
    for (const name of names) {
      const period = parsePeriod(name)
      const people = { li: figures, wu: figures }
      const asOf = period.to
      history.push(...settle({ plans, credits, people, history, period, asOf }))
    }
    const duesOf = (person: string) =>
      history.filter((each) => each.person === person).map(({ due }) => due)
    return { li: duesOf('li'), wu: duesOf('wu') }
  }
  const january = (policy: object, events: readonly Told[]) => {
    const { li, wu } = months(policy, events, { names: ['2026-01'] })
    return { li: li[0], wu: wu[0] }
  }

  describe('F1 a settlement reads the history of its own plan', () => {
    const what = (name: string) => ({
      id: name,
      measure: { sum: 'sales', where: { attributes: { what: [name] } } },
    })
    const credits = creditsOf([
      { id: 'a', amount: '1000', attributes: { seller: 'li', what: 'goods' } },
      { id: 'b', amount: '500', attributes: { seller: 'li', what: 'service' } },
    ])
    const settled = (plan: string, name: string, history: readonly Settlement[]) => {
      const period = parsePeriod(name)
      const plans = [{ from: '2026-01-01', value: planOf(what(plan)) }]
      return settle({ plans, credits, people: { li: {} }, history, period, asOf: period.to })
    }
    const goods = settled('goods', '2026-01', [])
    const service = settled('service', '2026-01', [])
    const dues = (settlements: readonly Settlement[]) => settlements.map(({ due }) => due)

    test('F1a two plans of one person, all earlier settlements given', () => {
      expect([dues(goods), dues(service)]).toEqual([['100.00'], ['50.00']])
      for (const plan of ['goods', 'service'])
        expect(dues(settled(plan, '2026-02', [...goods, ...service]))).toEqual(['0.00'])
    })

    test('F1b one plan settled with the history of the other, of whomever it is', () => {
      expect(dues(settled('service', '2026-01', goods))).toEqual(['50.00'])
      const others = [{ ...goods[0], person: 'zoe', asOf: '2027-01-31' } as Settlement]
      expect(dues(settled('service', '2026-01', [...others, ...others]))).toEqual(['50.00'])
    })

    test('F1c a settlement that stands twice is refused, with its place', () => {
      const again = { ...goods[0] } as Settlement
      const twice = () => settled('goods', '2026-02', [...goods, ...service, again, ...goods])
      expect(found(twice)).toEqual([
        ['settled-twice', 'history[2]'],
        ['settled-twice', 'history[3]'],
      ])
      const later = settled('goods', '2026-02', goods)
      expect(dues(settled('goods', '2026-03', [...goods, ...later]))).toEqual(['0.00'])
    })
  })

  describe('F2 a figure is taken once, taken back with its sign, and moved', () => {
    const margin = { measure: { sum: 'margin' } }
    const pieces = { measure: { sum: 'pieces', unit: 'count' }, tiers: { kind: 'flat', rate: '1' } }
    const sold = { id: 'o', amount: '1000', figures: { margin: '300', pieces: '10' } }
    const invoice = { id: 'i', kind: 'invoice', of: 'o', amount: '1000' }
    const collection = { id: 'c', kind: 'collection', of: 'i', amount: '1000' }
    const again = { figures: { margin: '300' } }
    const refund = { id: 'r', kind: 'refund', of: 'o', amount: '-200' }

    test.each<[string, readonly Told[]]>([
      ['order and invoice', [sold, { ...invoice, ...again }]],
      [
        'order, invoice and collection',
        [sold, { ...invoice, ...again }, { ...collection, ...again }],
      ],
      [
        'invoice and collection',
        [
          { ...invoice, ...again, of: undefined },
          { ...collection, ...again },
        ],
      ],
      [
        'invoice after collection',
        [
          { id: 'o', amount: '1000' },
          { ...collection, ...again, of: 'o' },
          { ...invoice, ...again },
        ],
      ],
      [
        'two collections alone',
        [
          { ...sold, figures: {} },
          { ...collection, of: 'o', figures: { margin: '100' } },
          { ...collection, id: 'd', of: 'o', figures: { margin: '200' } },
        ],
      ],
    ])('F2a a figure on %s is taken once', (_, events) => {
      expect(january(margin, events).li).toBe('30.00')
    })

    test('F2a a figure of zero is known, and taken from whatever tells more', () => {
      const none = { ...collection, of: 'o', figures: { margin: '0' } }
      expect(january(margin, [{ ...sold, figures: {} }, none]).li).toBe('0.00')
      expect(
        january(margin, [
          { ...sold, figures: { margin: '0' } },
          { ...none, ...again },
        ]).li,
      ).toBe('30.00')
    })

    test.each<[string, object, object, string]>([
      ['refund', margin, { kind: 'refund', amount: '-200' }, 'margin'],
      ['correction', margin, { kind: 'correction', amount: '-500' }, 'margin'],
      ['correction upwards', margin, { kind: 'correction', amount: '500' }, 'margin'],
      ['cancellation', pieces, { kind: 'cancellation', amount: '-200' }, 'pieces'],
      [
        'linked measure',
        { linked: [{ sum: 'margin' }] },
        { kind: 'refund', amount: '-200' },
        'margin',
      ],
    ])('F2b a %s without the figure that the plan sums is refused', (_, policy, back, name) => {
      const events = [sold, { id: 'r', of: 'o', ...back }]
      expect(found(() => january(policy, events))).toEqual([
        ['untold-figure', `credits[1].figures.${name}`],
      ])
      // Where no plan sums the figure, nobody has to tell it.
      expect(january({}, events).li).not.toBe('100.00')
    })

    test('F2c with the figure it takes back as much as it says, also nothing', () => {
      const back = (more: object) => january(margin, [sold, { ...refund, ...more }]).li
      expect(back({ figures: { margin: '-60' } })).toBe('24.00')
      expect(back({ figures: { margin: '0' } })).toBe('30.00')
      expect(back({ amount: '0' })).toBe('30.00')
      const taken = {
        id: 'x',
        kind: 'cancellation',
        of: 'o',
        amount: '-2',
        figures: { pieces: '-2' },
      }
      expect(january(pieces, [{ ...sold, figures: { pieces: '4' } }, taken]).li).toBe('2.00')
    })

    test('F2d what takes back an invoice or a collection takes back the figure where it was taken', () => {
      const paidBack = { id: 'b', kind: 'collection', of: 'c', amount: '-200' }
      const whole = [sold, { ...invoice, ...again }, { ...collection, ...again }]
      // The sale stands: money paid back says nothing of the margin, which is taken from the order.
      expect(january(margin, [...whole, paidBack]).li).toBe('30.00')
      expect(january(margin, [...whole, { ...paidBack, figures: { margin: '-60' } }]).li).toBe(
        '30.00',
      )
      expect(
        january(margin, [...whole, { ...refund, of: 'i', figures: { margin: '-60' } }]).li,
      ).toBe('24.00')
      const collected = [
        { ...sold, figures: {} },
        { ...collection, of: 'o', ...again },
      ]
      expect(found(() => january(margin, [...collected, paidBack]))).toEqual([
        ['untold-figure', 'credits[2].figures.margin'],
      ])
      const told = { ...paidBack, figures: { margin: '-60' } }
      expect(january(margin, [...collected, told]).li).toBe('24.00')
      const fixed = { ...told, kind: 'correction' }
      expect(january(margin, [...collected, fixed]).li).toBe('24.00')
      expect(january(margin, [...whole, fixed]).li).toBe('30.00')
    })

    test('F2e a refund or cancellation of a sale that nobody names must say it too', () => {
      const unknown = { ...refund, of: undefined }
      for (const kind of ['refund', 'cancellation', 'correction'])
        expect(found(() => january(margin, [sold, { ...unknown, kind }]))).toEqual([
          ['untold-figure', 'credits[1].figures.margin'],
        ])
      expect(january(margin, [sold, { ...unknown, figures: { margin: '-60' } }]).li).toBe('24.00')
      expect(january(margin, [sold, { ...unknown, kind: 'correction', amount: '5' }]).li).toBe(
        '30.00',
      )
    })

    test.each<[object, string]>([
      [{ figures: { pieces: '-4' } }, 'pieces'],
      [{ kind: 'invoice', figures: { margin: '-0.01' } }, 'margin'],
      [{ kind: 'refund', amount: '-200', figures: { margin: '60.00' } }, 'margin'],
      [{ kind: 'cancellation', amount: '0', figures: { pieces: '1' } }, 'pieces'],
      [{ kind: 'collection', amount: '-5', figures: { margin: '1' } }, 'margin'],
      [{ kind: 'collection', amount: '5', figures: { margin: '-1' } }, 'margin'],
      [
        {
          kind: 'transfer',
          amount: '5',
          figures: { margin: '-1' },
          credit: 'direct',
          from: 'li',
          to: 'wu',
        },
        'margin',
      ],
    ])('F2f a figure against the sign of its event is refused: %j', (more, name) => {
      const read = () => parseEvents([tell({ id: 'x', amount: '10', ...more })])
      expect(found(read)).toEqual([['sign-against-kind', `[0].figures.${name}`]])
    })

    test('F2g a correction tells a loss, and a figure of zero has any sign', () => {
      const loss = { id: 'k', kind: 'correction', of: 'o', figures: { margin: '-350' } }
      expect(january(margin, [sold, loss]).li).toBe('-5.00')
      const none = { id: 'x', kind: 'collection', amount: '0', figures: { margin: '-1' } }
      expect(
        parseEvents([tell(none), tell({ ...none, id: 'y', figures: { margin: '1' } })]),
      ).toHaveLength(2)
    })

    const spiff = parseSpiff({
      ...{ id: 's', currency: 'CNY', from: '2026-01-01', to: '2026-01-31', credit: 'direct' },
      ...{ pays: '5', per: 'unit', figure: 'pieces' },
    })

    test('F2h a SPIFF by the unit asks what takes back a deal for its units', () => {
      const paid = (...events: readonly Told[]) =>
        paySpiff(spiff, creditsOf([sold, ...events])).map(({ amount }) => amount)
      expect(paid()).toEqual(['50.00'])
      expect(paid({ ...refund, figures: { pieces: '-4' } })).toEqual(['30.00'])
      expect(found(() => paid(refund))).toEqual([['untold-figure', 'credits[1].figures.pieces']])
      const corrected = { ...refund, kind: 'correction', figures: { pieces: '-4' } }
      expect(paid(corrected)).toEqual(['30.00'])
      // Neither an invoice nor a correction of a collection is a part of the deal.
      expect(paid(invoice, collection, { ...refund, kind: 'correction', of: 'c' })).toEqual([
        '50.00',
      ])
    })

    const moved = {
      id: 't',
      kind: 'transfer',
      of: 'o',
      amount: '500',
      credit: 'direct',
      from: 'li',
      to: 'wu',
    }
    const fives = { measure: { sum: 'pieces', unit: 'count' }, tiers: { kind: 'flat', rate: '5' } }

    test('F2i a transfer moves its figures, and is refused without one that the plan sums', () => {
      const half = { ...moved, figures: { pieces: '5' } }
      expect(january(fives, [sold, half])).toEqual({ li: '25.00', wu: '25.00' })
      expect(january({}, [sold, moved])).toEqual({ li: '50.00', wu: '50.00' })
      expect(january(margin, [sold, { ...moved, figures: { margin: '0.5' } }])).toEqual({
        li: '29.95',
        wu: '0.05',
      })
      expect(found(() => january(fives, [sold, moved]))).toEqual([
        ['untold-figure', 'credits[1].figures.pieces'],
        ['untold-figure', 'credits[2].figures.pieces'],
      ])
    })
  })

  test.each([
    [
      'en',
      'credits[1].figures.margin: the event "r" takes back or moves some of "o" and does not say how much of its "margin". Give the figure with its sign, "0" where there is none of it.',
    ],
    [
      'zh-CN',
      'credits[1].figures.margin：事件“r”冲减或转移了“o”，却没有给出其中的“margin”。请在 figures 中按正负号填写，没有者填 "0"。',
    ],
  ] as const)('F2j what is left out is told in %s', (locale, text) => {
    const events = [
      { id: 'o', amount: '1000', figures: { margin: '300' } },
      { id: 'r', kind: 'refund', of: 'o', amount: '-200' },
    ]
    const problems = problemsOf(() => january({ measure: { sum: 'margin' } }, events))
    expect(describeProblems(problems, locale)).toBe(text)
  })

  describe('F3 a conversion says which figures are money', () => {
    const yen = [{ id: 'o', amount: '100000', currency: 'JPY', figures: { margin: '40000' } }]
    const rates = parseRates(
      ['JPY', 'EUR'].map((from) => ({
        ...{ from, to: 'USD' },
        rates: [{ from: '2026-01-01', value: from === 'JPY' ? '0.0065' : '1.10' }],
      })),
    )
    const dollars = (events: readonly Told[], more: object) => {
      const conversion = parseConversion({ to: 'USD', on: 'dealt', rounding: 'half-up', ...more })
      const plan = planOf({ currency: 'USD', measure: { sum: 'margin' } })
      const period = parsePeriod('2026-01')
      return settle({
        plans: [{ from: '2026-01-01', value: plan }],
        credits: convertCredits(creditsOf(events), rates, conversion),
        ...{ people: { li: {} }, history: [], period, asOf: period.to },
      }).map(({ due }) => due)
    }

    test('F3a named ones are converted, others refused', () => {
      expect(dollars(yen, { figures: ['margin'] })).toEqual(['26.00'])
      expect(found(() => dollars(yen, {}))).toEqual([
        ['unnamed-figure', 'credits[0].figures.margin'],
      ])
      expect(dollars(yen, { counts: ['margin'] })).toEqual(['4000.00'])
    })

    test('F3b beside credits that are in the currency already', () => {
      const mixed = [
        { id: 'e', amount: '100', currency: 'EUR', figures: { margin: '40' } },
        { id: 'd', amount: '100', currency: 'USD', figures: { margin: '40', pieces: '2' } },
      ]
      expect(dollars(mixed, { figures: ['margin'] })).toEqual(['8.40'])
      expect(found(() => dollars(mixed, {}))).toEqual([
        ['unnamed-figure', 'credits[0].figures.margin'],
      ])
    })

    test('F3c a misspelt name is refused', () => {
      expect(found(() => dollars(yen, { figures: ['margins'] }))).toEqual([
        ['unnamed-figure', 'credits[0].figures.margin'],
        ['unknown-figure', 'conversion.figures[0]'],
      ])
      expect(found(() => dollars(yen, { figures: ['cost'], counts: ['margin'] }))).toEqual([
        ['unknown-figure', 'conversion.figures[0]'],
      ])
    })
  })

  describe('F5 a transfer is no money received', () => {
    const held = { holdback: { share: '1' } }
    const sold = { id: 'o', amount: '100' }
    const move = (amount: string, more: object = { of: 'o' }) => ({
      ...{ id: 't', kind: 'transfer', amount, credit: 'direct', from: 'li', to: 'wu' },
      ...more,
    })

    test.each([
      ['F5a all of it, of the order', move('100')],
      ['F5a all of it, of nothing', move('100', {})],
      ['F5b half of it', move('50')],
    ])('%s: nothing is collected, nothing is payable', (_, transfer) => {
      expect(january(held, [sold, transfer])).toEqual({ li: '0.00', wu: '0.00' })
    })

    test('F5b what is collected is moved by a transfer of the collection', () => {
      const collected = { id: 'c', kind: 'collection', of: 'o', amount: '100' }
      const both = [sold, move('100'), collected]
      expect(january(held, both)).toEqual({ li: '0.00', wu: '0.00' })
      const moved = move('100', { id: 'u', of: 'c' })
      expect(january(held, [...both, moved])).toEqual({ li: '0.00', wu: '10.00' })
      // Under a plan that sums collections it moves just that.
      expect(january({ measure: { sum: 'collections' } }, [sold, collected, moved])).toEqual({
        li: '0.00',
        wu: '10.00',
      })
    })

    test('F5b a half moved is released as it is collected', () => {
      const collected = { id: 'c', kind: 'collection', of: 'o', amount: '50' }
      expect(january(held, [sold, move('50'), collected])).toEqual({ li: '5.00', wu: '0.00' })
    })
  })

  describe('F6 a refund takes back what was paid', () => {
    const sale = (amount: string) => ({ id: 'o', amount })
    const back = (amount: string) => ({
      ...{ id: 'r', kind: 'refund', of: 'o', on: '2026-02-10', amount: `-${amount}` },
    })
    const kpi = (first: string, second: string) => ({
      '2026-01': { kpi: first },
      '2026-02': { kpi: second },
    })
    const gate = { gate: { kpi: 'kpi', atLeast: '1' } }
    const steps = (kind: string, from: string, ...rates: readonly string[]) => ({
      tiers: { kind, steps: rates.map((rate, i) => ({ ...(i > 0 && { from }), rate })) },
    })
    const quotas = { '2026-01': { quota: '500' }, '2026-02': { quota: '500' } }
    interface Row {
      readonly plan: object
      readonly sold: string
      readonly refunded?: string
      readonly figures?: Months['figures']
      readonly own: string
    }
    const rows: readonly [string, Row, string, string][] = [
      ['a cap', { plan: { cap: '3000' }, sold: '100000', own: '-10000.00' }, '3000.00', '-3000.00'],
      [
        'a cap that is met still',
        { plan: { cap: '3000' }, sold: '100000', refunded: '50000', own: '-5000.00' },
        '3000.00',
        '0.00',
      ],
      [
        'a gate that is missed later',
        { plan: gate, sold: '1000', figures: kpi('1', '0'), own: '0.00' },
        '100.00',
        '-100.00',
      ],
      [
        'a gate that was missed',
        { plan: gate, sold: '1000', figures: kpi('0', '1'), own: '-100.00' },
        '0.00',
        '0.00',
      ],
      [
        'a first tier from zero',
        {
          plan: { tiers: { kind: 'marginal', steps: [{ from: '0', rate: '0.10' }] } },
          sold: '1000',
          own: '0.00',
        },
        '100.00',
        '-100.00',
      ],
      [
        'marginal tiers',
        { plan: steps('marginal', '5000', '0.10', '0.20'), sold: '10000', own: '-1000.00' },
        '1500.00',
        '-1500.00',
      ],
      [
        'retroactive tiers',
        { plan: steps('retroactive', '100000', '0.01', '0.03'), sold: '120000', own: '-1200.00' },
        '3600.00',
        '-3600.00',
      ],
      [
        'an accelerator',
        {
          plan: { quota: 'quota', accelerator: { steps: [{ from: '1', factor: '1.5' }] } },
          sold: '1000',
          figures: quotas,
          own: '-100.00',
        },
        '125.00',
        '-125.00',
      ],
    ]
    test.each(rows)('F6 %s', (_, { plan, sold, refunded = sold, figures, own }, paid, taken) => {
      const events = [sale(sold), back(refunded)]
      const given = figures === undefined ? {} : { figures }
      expect(months(plan, events, given).li).toEqual([paid, taken])
      expect(months({ ...plan, refunds: 'original-period' }, events, given).li).toEqual([
        paid,
        taken,
      ])
      expect(months({ ...plan, refunds: 'own-period' }, events, given).li).toEqual([paid, own])
    })

    test('F6 a rate that rises', () => {
      const rising = (refunds: object) => {
        const later = planOf({ tiers: { kind: 'flat', rate: '0.15' }, ...refunds })
        const versions = [{ from: '2026-02-01', value: later }]
        return months(refunds, [sale('1000'), back('1000')], { versions }).li
      }
      expect(rising({})).toEqual(['100.00', '-100.00'])
      expect(rising({ refunds: 'own-period' })).toEqual(['100.00', '-150.00'])
    })

    test('F6 a cap of the year', () => {
      const events = [
        { id: 'a', amount: '4000' },
        { id: 'o', amount: '4000', on: '2026-02-10' },
        { ...back('4000'), on: '2026-03-10' },
      ]
      const names = ['2026-01', '2026-02', '2026-03']
      const capped = (more: object) => months({ yearCap: '500', ...more }, events, { names }).li
      expect(capped({})).toEqual(['400.00', '100.00', '-100.00'])
      expect(capped({ refunds: 'own-period' })).toEqual(['400.00', '100.00', '-400.00'])
    })

    describe('in the period in which what it takes back counted', () => {
      const zero: Partial<PlanPolicy> = {
        tiers: { kind: 'marginal', steps: [{ from: '0', rate: '0.10' }] },
      }
      const names = ['2026-01', '2026-02', '2026-03', '2026-04']
      const dues = (sum: string, ...events: readonly Told[]) =>
        months({ ...zero, measure: { sum } }, events, { names }).li
      const order = { id: 'o', amount: '1000', figures: { cost: '500' } }
      const invoice = { id: 'i', kind: 'invoice', of: 'o', amount: '1000', on: '2026-02-10' }
      const collection = { id: 'c', kind: 'collection', of: 'i', amount: '1000', on: '2026-03-10' }
      const late = { id: 'r', kind: 'refund', amount: '-400', on: '2026-04-10' }
      const deal = [order, invoice, collection]
      const cost = { cost: '-200' }

      test.each([
        ['sales', 'o', ['100.00', '0.00', '0.00', '-40.00']],
        ['sales', 'i', ['100.00', '0.00', '0.00', '-40.00']],
        ['sales', 'c', ['100.00', '0.00', '0.00', '-40.00']],
        ['invoiced', 'o', ['0.00', '100.00', '0.00', '-40.00']],
        ['invoiced', 'i', ['0.00', '100.00', '0.00', '-40.00']],
        ['invoiced', 'c', ['0.00', '100.00', '0.00', '-40.00']],
        ['collections', 'c', ['0.00', '0.00', '100.00', '-40.00']],
        ['cost', 'o', ['50.00', '0.00', '0.00', '-20.00']],
        ['cost', 'c', ['50.00', '0.00', '0.00', '-20.00']],
      ])('F6 a plan that sums %s, a refund of %s', (sum, of, expected) => {
        expect(dues(sum, ...deal, { ...late, of, figures: cost })).toEqual(expected)
      })

      test('F6 money paid back is that of the last collection by then', () => {
        const second = { ...collection, id: 'd', on: '2026-04-20' }
        const paidBack = { ...late, kind: 'collection', of: 'o' }
        const paid = ['0.00', '0.00', '100.00', '60.00']
        expect(dues('collections', ...deal, second, paidBack)).toEqual(paid)
        // Before the first collection there is none but that one to take back.
        expect(dues('collections', order, invoice, second, paidBack)).toEqual([
          ...['0.00', '0.00', '0.00', '60.00'],
        ])
        // A collection that is not known keeps the day of what is named.
        expect(dues('collections', order, { ...paidBack, on: '2026-01-20' })).toEqual([
          ...['0.00', '0.00', '0.00', '0.00'],
        ])
      })

      test('F6 a figure of the invoices is taken back in the period of the invoice', () => {
        const other = { id: 'x', figures: { cost: '0' } }
        const told = { ...invoice, figures: { cost: '500' } }
        const taken = { ...late, of: 'o', figures: cost }
        expect(dues('cost', { id: 'o', amount: '1000' }, other, told, taken)).toEqual([
          ...['0.00', '50.00', '0.00', '-20.00'],
        ])
        // An order may say "0" of what its invoice will tell.
        const before = { id: 'o', amount: '1000', figures: { cost: '0' } }
        expect(dues('cost', before, told, taken)).toEqual(['0.00', '50.00', '0.00', '-20.00'])
        // A deal that begins with its invoice, and a figure that only what takes it back tells.
        const alone = { ...told, of: undefined, figures: { cost: '500', sales: '1' } }
        const more = { ...taken, of: 'i', figures: { cost: '-200', sales: '0', other: '-1' } }
        expect(dues('cost', other, alone, more)).toEqual(['0.00', '50.00', '0.00', '-20.00'])
      })

      test('F6 a refund of a sale that is not known counts in its own period', () => {
        const other = { id: 'x', amount: '500', on: '2026-04-05' }
        expect(dues('sales', order, other, late)).toEqual(['100.00', '0.00', '0.00', '10.00'])
      })
    })
  })

  describe('F7 what takes back counts where that counts', () => {
    const invoice = { id: 'i', kind: 'invoice', amount: '1000' }
    const order = { id: 'o', amount: '1000' }
    const collection = { id: 'c', kind: 'collection', of: 'o', amount: '400' }

    test('F7a the cancellation of an invoice, not that of an order', () => {
      const invoiced = { measure: { sum: 'invoiced' } }
      const gone = { id: 'x', kind: 'cancellation', of: 'i', amount: '-1000' }
      expect(january(invoiced, [invoice, gone]).li).toBe('0.00')
      expect(january(invoiced, [order, { ...invoice, of: 'o' }, gone]).li).toBe('0.00')
      expect(january(invoiced, [order, { ...gone, of: 'o' }]).li).toBe('0.00')
    })

    test.each(['refund', 'cancellation', 'correction'])('F7b a %s of a collection', (kind) => {
      const collections = { measure: { sum: 'collections' } }
      const back = { id: 'x', kind, of: 'c', amount: '-400' }
      expect(january(collections, [order, collection, back]).li).toBe('0.00')
      const later = { ...back, on: '2026-02-10' }
      expect(months(collections, [order, collection, later]).li).toEqual(['40.00', '-40.00'])
      // The order is not taken back by a correction of the money received.
      expect(january({}, [order, collection, back]).li).toBe(
        kind === 'correction' ? '100.00' : '60.00',
      )
    })

    test('F7c what is taken back of a collection is held back again', () => {
      const held = { holdback: { share: '1' } }
      const corrected = { id: 'x', kind: 'correction', of: 'c', amount: '-300' }
      expect(january(held, [order, collection]).li).toBe('40.00')
      expect(january(held, [order, collection, corrected]).li).toBe('10.00')
      const later = { ...corrected, on: '2026-02-10' }
      expect(months(held, [order, collection, later]).li).toEqual(['40.00', '-30.00'])
    })
  })
})

describe('scorecards: a weight goes to the rest of its own group first', () => {
  /** Scores what was measured, from 0 to 100. */
  const kpi = (name: string, weight: string) => ({
    kpi: name,
    unit: 'points',
    scale: 0,
    direction: 'higher',
    weight,
    threshold: '0',
    target: '50',
    stretch: '100',
  })
  const group = (name: string, weight: string, members: object) => ({
    group: name,
    weight,
    ...members,
  })
  const card = (members: object) =>
    parseScorecard({
      id: 'card',
      missing: 'redistribute',
      scores: { threshold: '0', target: '50', stretch: '100' },
      ...members,
      score: { places: 2, rounding: 'half-up' },
      bands: [{ coefficient: '1.0' }, { from: '72', coefficient: '1.3' }],
    })
  const scored = (members: object, measures: Readonly<Record<string, string>>) => {
    const built = card(members)
    return evaluate(built.score, scorecardInputs(built, measures))
  }

  const quality = group('quality', '0.5', { kpis: [kpi('d', '0.5'), kpi('e', '0.5')] })
  const halves = { groups: [quality, group('efficiency', '0.5', { kpis: [kpi('f', '1')] })] }
  const people = {
    groups: [
      group('people', '0.4', { kpis: [kpi('a', '0.5'), kpi('b', '0.5')] }),
      group('money', '0.6', { kpis: [kpi('c', '0.5'), kpi('g', '0.5')] }),
    ],
  }
  const ten = Array.from({ length: 10 }, (_, i) => kpi(`q${i}`, '0.1'))
  const tens = {
    groups: [
      group('quality', '0.6', { kpis: ten }),
      group('cost', '0.4', { kpis: [kpi('cost', '1')] }),
    ],
  }
  const nested = {
    kpis: [kpi('h', '0.5')],
    groups: [
      group('outer', '0.5', {
        kpis: [kpi('i', '0.2')],
        groups: [group('inner', '0.8', { kpis: [kpi('j', '0.5'), kpi('k', '0.5')] })],
      }),
    ],
  }
  test.each([
    ['half of a group', halves, { d: '60', f: '80' }, '70.00'],
    ['a member of the lesser group', people, { a: '100', c: '0', g: '0' }, '40.00'],
    ['nine of ten', tens, { q0: '0', cost: '100' }, '40.00'],
    ['a whole group', halves, { f: '80' }, '80.00'],
    ['a group in a group', nested, { h: '10', i: '90' }, '50.00'],
    ['a part of a group in a group', nested, { h: '0', i: '0', k: '50' }, '20.00'],
    ['nothing', halves, { d: '60', e: '80', f: '80' }, '75.00'],
  ])('F10 shares the weight where missing is %s', (_, members, measures, score) => {
    expect(scored(members, measures).value).toBe(score)
  })

  test('F10 shares the weight in a group of 200', () => {
    const many = Array.from({ length: 200 }, (_, i) => kpi(`m${i}`, '0.005'))
    const members = {
      groups: [
        group('many', '0.5', { kpis: many }),
        group('one', '0.5', { kpis: [kpi('z', '1')] }),
      ],
    }
    expect(scored(members, { m7: '40', z: '80' }).value).toBe('60.00')
  })

  test('F10 pays by the band of that score', () => {
    const built = card(halves)
    const inputs = scorecardInputs(built, { d: '60', f: '80' })
    expect(evaluate(built.coefficient, inputs).value).toBe('1.0')
  })

  test('F10 shows of a group the mean of what was reported, and the weights that counted', () => {
    const { steps } = explain(scored(halves, { d: '60', f: '80' }), { locale: 'en' })
    expect(steps.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'quality: 60 points',
      'efficiency: 80 points',
      'Weight of the KPIs reported: 100%',
    ])
    expect(steps[0]?.how.slice(0, 2)).toEqual([
      '(50% × Score for d + 50% × Score for e) ÷ Weight of the KPIs reported',
      '(50% × 60 points + 50% × 0 points) ÷ 50%',
    ])
  })

  test('F10 a drawn card of groups is the mean of the means of what was reported', () => {
    const weights = fc
      .array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 })
      .map(([, ...parts]) => [100 - parts.reduce((sum, part) => sum + part, 0), ...parts])
    const measure = fc.option(fc.integer({ min: 0, max: 100 }))
    const drawn = weights
      .chain((groups) =>
        fc.tuple(
          ...groups.map((weight) =>
            weights.chain((parts) =>
              fc
                .tuple(...parts.map((part) => fc.record({ part: fc.constant(part), measure })))
                .map((kpis) => ({ weight, kpis })),
            ),
          ),
        ),
      )
      .filter((groups) => groups.some(({ kpis }) => kpis.some(({ measure }) => measure !== null)))
    fc.assert(
      fc.property(drawn, (groups) => {
        const named = groups.map(({ weight, kpis }, i) =>
          group(`g${i}`, fromScaled(BigInt(weight), 2), {
            kpis: kpis.map(({ part }, j) => kpi(`k${i}x${j}`, fromScaled(BigInt(part), 2))),
          }),
        )
        const measures = groups.flatMap(({ kpis }, i) =>
          kpis.flatMap(({ measure }, j) =>
            measure === null ? [] : [[`k${i}x${j}`, `${measure}`]],
          ),
        )
        /** Fractions, in whole numbers: the sum of weight × mean over the sum of weights. */
        const means = groups.flatMap(({ weight, kpis }) => {
          const told = kpis.filter(({ measure }) => measure !== null)
          const points = told.reduce(
            (sum, { part, measure }) => sum + part * (measure as number),
            0,
          )
          const whole = told.reduce((sum, { part }) => sum + part, 0)
          return whole === 0
            ? []
            : [{ weight: BigInt(weight), points: BigInt(points), whole: BigInt(whole) }]
        })
        const common = means.reduce((all, { whole }) => all * whole, 1n)
        const sum = means.reduce(
          (all, { weight, points, whole }) => all + (weight * points * common) / whole,
          0n,
        )
        const by = common * means.reduce((all, { weight }) => all + weight, 0n)
        const { value } = scored({ groups: named }, Object.fromEntries(measures))
        const off = BigInt(value.replace('.', '')) * by - 100n * sum
        // Half a cent, and what the means of groups are rounded by.
        expect((off < 0n ? -off : off) * 2_000n <= by * 1_001n).toBe(true)
      }),
    )
  })
})

describe('quotas: a quota of zero or less is refused by name', () => {
  const flat = { kind: 'flat', rate: '0.05' } as const
  const planWith = (more: Partial<PlanPolicy>) =>
    parsePlan({
      id: 'p',
      currency: 'CNY',
      period: 'month',
      measure: { sum: 'sales' },
      tiers: flat,
      ...more,
    })
  const ofQuota = { kpi: 'sales', of: 'quota' } as const
  const plans: Readonly<Record<string, Partial<PlanPolicy>>> = {
    'marginal tiers': {
      quota: 'quota',
      tiers: {
        kind: 'marginal',
        of: 'quota',
        steps: [
          { from: '0', rate: '0.02' },
          { from: '1', rate: '0.028' },
        ],
      },
    },
    'retroactive tiers': {
      quota: 'quota',
      tiers: { kind: 'retroactive', of: 'quota', steps: [{ from: '0.8', rate: '0.02' }] },
    },
    'a kicker': { kickers: [{ ...ofQuota, atLeast: '1.5', pays: '1000' }] },
    'a kicker of a named quota': {
      quota: 'quota',
      kickers: [{ ...ofQuota, atLeast: '1', pays: '1000' }],
    },
    'a gate': { gate: { ...ofQuota, atLeast: '0.8' } },
    'an accelerator': {
      quota: 'quota',
      accelerator: {
        steps: [
          { from: '1', factor: '2' },
          { from: '1.5', factor: '3' },
        ],
      },
    },
    'the condition of an accelerator': {
      quota: 'target',
      accelerator: { steps: [{ from: '1', factor: '2' }], when: { ...ofQuota, atLeast: '1' } },
    },
    'a grid': {
      quota: 'quota',
      tiers: {
        kind: 'grid',
        rows: [{}, { from: '1' }],
        kpi: 'satisfaction',
        columns: [{}],
        rates: [['0.01'], ['0.02']],
      },
    },
  }
  const others = { target: '100', satisfaction: '0.9' } as const
  const inputsOf = (plan: ReturnType<typeof planWith>, quota: string, sales = '0') =>
    Object.fromEntries(
      Object.entries({ sales, quota, ...others }).filter(([name]) => name in plan.formula.inputs),
    )
  const cases = Object.entries(plans).flatMap(([name, policy]) =>
    ['0', '0.00', '-50'].map((quota) => [name, quota, policy] as const),
  )

  test.each(cases)('F12 G1 %s, quota %s, is refused whatever was sold', (_, quota, policy) => {
    const plan = planWith(policy)
    for (const sales of ['-10', '0', '100'])
      expect(found(() => evaluate(plan.formula, inputsOf(plan, quota, sales)))).toEqual([
        ['not-above', 'inputs.quota'],
      ])
  })

  test.each(cases)('G1 compile and analyze refuse it too: %s, quota %s', (_, quota, policy) => {
    const plan = planWith(policy)
    const inputs = inputsOf(plan, quota, '100')
    const columns = Object.fromEntries(
      Object.entries(plan.formula.inputs).map(([name, declared]) => [
        name,
        numberColumn([inputs[name]], declared.kind === 'number' ? declared.scale : 0),
      ]),
    )
    const batch = compile(plan.formula)(columns)
    expect(batch.value(0)).toBeUndefined()
    expect(batch.problems(0)).toEqual(problemsOf(() => evaluate(plan.formula, inputs)))
    const { sales: _sales, ...given } = inputs
    expect(found(() => analyze(plan.formula, { over: 'sales', given }))).toEqual([
      ['not-above', 'given.quota'],
    ])
  })

  test('G1 SQL refuses it too', async () => {
    const { formula } = planWith(plans['marginal tiers'] as Partial<PlanPolicy>)
    const { value, error } = toSql(formula, { dialect: 'duckdb' })
    const rows = await duckdb(
      `SELECT ${value}, ${error} FROM (VALUES (1, 0), (2, -5000), (3, 1)) AS t(sales, quota) ORDER BY sales`,
    )
    expect(rows.map(([paid, wrong]) => wrong ?? typeof paid)).toEqual([
      'not-above:quota',
      'not-above:quota',
      'string',
    ])
  })

  test('G1 a quota above zero pays as before', () => {
    const plan = planWith(plans['marginal tiers'] as Partial<PlanPolicy>)
    const paid = (quota: string) => evaluate(plan.formula, { sales: '100000', quota }).value
    expect([paid('50000'), paid('100000'), paid('0.01')]).toEqual(['2400.00', '2000.00', '2800.00'])
  })

  test('F12 what a plan does not ask a part of may be zero', () => {
    const plan = planWith({ quota: 'quota' })
    expect(evaluate(plan.formula, { sales: '100' }).value).toBe('5.00')
    const byKpi = planWith({ gate: { kpi: 'satisfaction', atLeast: '0' } })
    expect(evaluate(byKpi.formula, { sales: '100', satisfaction: '0' }).value).toBe('5.00')
  })

  test.each([
    ['0', '0', '0.00'],
    ['-100', '0', '0.00'],
    ['0', '0.01', '1000.00'],
    ['-100', '-50', '0.00'],
    ['100', '150', '1000.00'],
    ['100', '149.99', '0.00'],
  ])(
    'G1 of another measure of %s, %s reaches 150 %% only where there is something: %s',
    (...run) => {
      const [base, sold, pays] = run
      const plan = planWith({
        tiers: { kind: 'flat', rate: '0' },
        linked: [{ sum: 'sales', as: 'renewals' }],
        kickers: [{ kpi: 'sales', of: 'renewals', atLeast: '1.5', pays: '1000' }],
      })
      const inputs = { sales: sold, renewals: base }
      expect(evaluate(plan.formula, inputs).value).toBe(pays)
      const columns = { sales: numberColumn([sold], 2), renewals: numberColumn([base], 2) }
      expect(compile(plan.formula)(columns).value(0)).toBe(pays)
    },
  )

  const kicker = planWith({ kickers: [{ ...ofQuota, atLeast: '1', pays: '1000' }] })
  const settled = (figures: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
    settle({
      plans: [{ from: '2026-01-01', value: kicker }],
      credits: credited([event('1', 'order', '2026-01-10', '1000.00', { currency: 'CNY' })]),
      people: { ann: figures },
      history: [],
      period: parsePeriod('2026-02'),
      asOf: '2026-02-28',
    })

  test('G1 a settlement names the person, the period and the quota, and says what to do', () => {
    const problems = problemsOf(() =>
      settled({ '2026-01': { quota: '50000' }, '2026-02': { quota: '0.00' } }),
    )
    expect(describeProblems(problems)).toBe(
      'people.ann.2026-02.inputs.quota: 0 is not above 0. Give a quota above zero; give somebody who is away all period the full quota.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'people.ann.2026-02.inputs.quota：0 不大于 0。请给出大于零的目标；整期不在岗者，请给出未折算的目标。',
    )
  })

  test('G1 a month away with the full quota pays no kicker', () => {
    const [settlement] = settled({
      '2026-01': { quota: '50000' },
      '2026-02': { quota: '50000' },
    })
    expect(settlement?.lines.map(({ period, due }) => `${period} ${due}`)).toEqual([
      '2026-01 50.00',
      '2026-02 0.00',
    ])
  })

  test.each(['0', '0.00', '-5000'])('F12 a run names the figure of the person: %s', (quota) => {
    const { statements, unpaid } = month({
      people: [{ ...ann, figures: { quota } }, bob, li, wang],
    })
    expect(statements.map(({ person }) => person)).toEqual(['bob', 'li', 'wang'])
    expect(
      unpaid.map(({ person, problems }) => [person, ...problems.map(({ path }) => path)]),
    ).toEqual([['ann', 'figures.2026-06.quota']])
  })

  test.each([
    ['absence', [{ from: '2026-02-01', to: '2026-02-28' }], '2020-01-01'],
    ['employment', [], '2026-03-01'],
  ])('G1 quotaFor names who has no quota left: %s', (_, absences, from) => {
    const policy = parseQuota({ currency: 'CNY', rounding: 'half-up', prorated: true })
    const proration = prorate({
      period: { from: '2026-02-01', to: '2026-02-28' },
      employment: { from },
      absences,
      basis: { basis: 'calendar-days' },
    })
    const given = { quota: '50000', proration }
    expect(found(() => quotaFor(policy, { ...given, person: 'li' }))).toEqual([
      ['not-above', 'people.li.quota'],
    ])
    const problems = problemsOf(() => quotaFor(policy, given))
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'quota：0.00 不大于 0。请给出大于零的目标；整期不在岗者，请给出未折算的目标。',
    )
  })

  test.each(['0', '-1'])('F12 quotaFor refuses a whole quota of %s, by name', (quota) => {
    const policy = parseQuota({ currency: 'CNY', rounding: 'half-up', prorated: false })
    expect(found(() => quotaFor(policy, { quota, person: 'li' }))).toEqual([
      ['not-above', 'people.li.inputs.whole_quota'],
    ])
  })

  test('F12 quotaFor refuses what rounding makes nothing of', () => {
    const policy = parseQuota({ currency: 'CNY', rounding: 'down', prorated: false, ramp: ['0.5'] })
    expect(found(() => quotaFor(policy, { quota: '0.01', periodsSinceJoining: 1 }))).toEqual([
      ['not-above', 'quota'],
    ])
  })

  test.each([
    [
      'the estimate',
      (plan: ReturnType<typeof planWith>) => estimate(plan, { sales: '1', quota: '0' }, '1'),
    ],
    [
      'the next tier',
      (plan: ReturnType<typeof planWith>) => nextTier(plan, { sales: '1', quota: '0' }),
    ],
    [
      'the payout curve',
      (plan: ReturnType<typeof planWith>) =>
        payoutCurve(plan, { quota: '0' }, { from: '0', to: '1', points: 2 }),
    ],
  ])('F12 %s refuses it', (_, task) => {
    const plan = planWith(plans['marginal tiers'] as Partial<PlanPolicy>)
    expect(found(() => task(plan))).toEqual([['not-above', 'inputs.quota']])
  })

  test.each([
    ['marginal tiers', 'quota'],
    ['a kicker', 'kickers[0].of'],
    ['a gate', 'gate.of'],
    ['the condition of an accelerator', 'quota'],
  ])('F12 lint tells it: %s', (name, path) => {
    const told = lintPlan(planWith(plans[name] as Partial<PlanPolicy>)).filter(
      ({ code }) => code === 'quota-above-zero',
    )
    expect(told.map((finding) => finding.path)).toContain(path)
  })

  test('F12 lint tells nothing of a quota that no part is asked of, or that is given', () => {
    const codes = (policy: Partial<PlanPolicy>, given = {}) =>
      lintPlan(planWith(policy), { given }).map(({ code }) => code)
    expect(codes({ quota: 'quota' })).not.toContain('quota-above-zero')
    expect(codes(plans['a gate'] as Partial<PlanPolicy>, { quota: '5' })).not.toContain(
      'quota-above-zero',
    )
    expect(found(() => codes(plans['a gate'] as Partial<PlanPolicy>, { quota: '0' }))).toEqual([
      ['not-above', 'given.quota'],
    ])
  })

  test.each(['0', '-100'])(
    'G1 a target bonus by actual over target, target %s, names it',
    (target) => {
      const cny = money('CNY')
      const attainment = divide(
        input('actual', cny, 2),
        input('goal', cny, 2, { en: 'Goal', 'zh-CN': '目标' }, '0'),
        { places: 4, rounding: 'half-up' },
      )
      const plan = targetPlan(
        {
          id: 'annual',
          currency: 'CNY',
          rounding: 'half-up',
          percent: '0.1',
          prorated: false,
          design: { kind: 'multiplicative', coefficients: [{ coefficient: 'attainment' }] },
        },
        { attainment },
      )
      const inputs = { base: '1000', actual: '0', goal: target }
      expect(found(() => evaluate(plan.formula, inputs))).toEqual([['not-above', 'inputs.goal']])
      expect(evaluate(plan.formula, { ...inputs, goal: '100', actual: '50' }).value).toBe('50.00')
    },
  )

  test('G1 a target that is not declared above zero is named where it divides', () => {
    const goal = named({ en: 'Goal', 'zh-CN': '目标' }, input('goal', 'count', 0))
    const formula = check(
      divide(input('actual', 'count', 0), goal, { places: 4, rounding: 'half-up' }),
    )
    const problems = problemsOf(() => evaluate(formula, { actual: 1, goal: 0 }))
    expect(describeProblems(problems)).toContain('divides by the input "goal", which is zero')
  })
})
