import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as investment from '../../src/investment/index.js'
import { problemsOf } from '../../src/problem/index.js'

const { exampleAssumptions: company, exampleOffers } = investment

/** Amounts at the edges of what is read, and beyond. */
const amount = fc.oneof(
  fc.constantFrom<string | number>(
    ...['0', '-0', '0.00', 1, -1, '1', '-1', '0.01', '-0.01', `0.${'0'.repeat(38)}1`],
    ...['9'.repeat(40), `-${'9'.repeat(40)}`, `-0.${'9'.repeat(39)}`, 9007199254740991, 0.5],
    ...['1e5', 'NaN', 'Infinity', '', Number.NaN, Number.POSITIVE_INFINITY, '1'.repeat(400)],
  ),
  fc.integer({ min: -1000, max: 1000 }),
)
const flows = fc.oneof(
  fc.array(amount, { maxLength: 5 }),
  fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 90 }),
)
const dated = fc.oneof(
  fc.array(
    fc.record({
      date: fc.constantFrom(
        ...['2024-02-28', '2024-02-29', '2024-03-01', '2025-02-28', '2123-12-31'],
        ...['2030-01-01', '0000-01-01', '9999-12-31', '2023-02-29', ''],
      ),
      amount,
    }),
    { maxLength: 5 },
  ),
  fc.array(
    fc.record({
      date: fc.constantFrom('2024-02-29', '2024-03-01', '2024-06-30', '2025-02-28', '2026-01-01'),
      amount: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('9'.repeat(40), '-0.01')),
    }),
    { maxLength: 8 },
  ),
)
const places = fc.constantFrom(0, 2, 100, -1, 1.5, Number.NaN)
const offer = fc.oneof(
  fc.constantFrom(...exampleOffers),
  fc.record({
    ...{
      id: fc.constant('x'),
      kind: fc.constant('private'),
      currency: fc.constantFrom('JPY', 'X'),
    },
    ...{ licence: amount.map(String), service: amount.map(String) },
  }) as unknown as fc.Arbitrary<investment.Offer>,
)
const whole = fc.constantFrom(1, 50, 10_000_000, 0, -1, 1.5, Number.NaN, 1e308)
const assumptions = fc
  .record(
    {
      people: whole,
      years: whole,
      discountRate: amount.map(String),
      leaveRate: fc.constantFrom('0', '1'),
      replacementCost: amount.map(String),
    },
    { requiredKeys: [] },
  )
  .map((change) => ({ ...company, ...change }))

/** Every function, of drawn arguments. */
const calls: Readonly<Record<string, fc.Arbitrary<() => unknown>>> = {
  datedInternalRate: dated.map((all) => () => investment.datedInternalRate(all)),
  datedPresentValue: fc
    .tuple(dated, amount, places)
    .map((all) => () => investment.datedPresentValue(...all)),
  internalRate: flows.map((all) => () => investment.internalRate(all)),
  netPresentValue: fc
    .tuple(flows, amount, places)
    .map((all) => () => investment.netPresentValue(...all)),
  payback: fc.tuple(flows, amount).map((all) => () => investment.payback(...all)),
  periodicRate: fc.tuple(flows, whole).map((all) => () => investment.periodicRate(...all)),
  modifiedRate: fc
    .tuple(flows, fc.record({ finance: amount, reinvest: amount }))
    .map((all) => () => investment.modifiedRate(...all)),
  benefitCostRatio: fc
    .tuple(flows, flows, amount)
    .map((all) => () => investment.benefitCostRatio(...all)),
  profitabilityIndex: fc
    .tuple(flows, amount)
    .map((all) => () => investment.profitabilityIndex(...all)),
  equivalentAnnual: fc
    .tuple(flows, amount, places)
    .map((all) => () => investment.equivalentAnnual(...all)),
  assess: fc.tuple(offer, assumptions).map((all) => () => investment.assess(...all)),
  compareOffers: fc
    .tuple(fc.array(offer, { maxLength: 2 }), assumptions)
    .map((all) => () => investment.compareOffers(...all)),
  benefitsOf: assumptions.map((all) => () => investment.benefitsOf(all, 'CNY')),
  costByYear: fc
    .tuple(offer, fc.record({ people: whole, years: whole }))
    .map((all) => () => investment.costByYear(...all)),
  tornado: fc.tuple(offer, amount.map(String)).map(
    ([each, low]) =>
      () =>
        investment.tornado(each, company, [{ factor: 'discountRate', low, high: '1' }]),
  ),
  scenarioTable: fc.tuple(offer, amount.map(String)).map(
    ([each, discountRate]) =>
      () =>
        investment.scenarioTable([each], company, [{ name: 'x', change: { discountRate } }]),
  ),
  parseOffer: offer.map((all) => () => investment.parseOffer(all)),
  parseAssumptions: assumptions.map((all) => () => investment.parseAssumptions(all)),
}

test('there is a draw for every function', () => {
  const functions = Object.entries(investment).filter(([, each]) => typeof each === 'function')
  expect(Object.keys(calls).sort()).toEqual(functions.map(([name]) => name).sort())
})

test.each(Object.entries(calls))('%s answers in plain figures or refuses', (_, call) => {
  fc.assert(
    fc.property(call, (act) => {
      let answer: unknown
      // Whatever else is thrown goes through.
      const problems = problemsOf(() => {
        answer = act()
      })
      if (problems.length > 0) return
      for (const figure of figuresIn(answer)) {
        if (typeof figure === 'number') expect(figure).toSatisfy(Number.isFinite)
        else expect(figure).not.toMatch(/NaN|Infinity|\de[+-]?\d/)
      }
    }),
  )
})

/** A value that no argument is, whatever TypeScript said of it. */
const hostile = fc.constantFrom<unknown>(
  ...[Number.NaN, Number.NEGATIVE_INFINITY, -1, 0.5, 1e308, null, undefined, true],
  ...['hc3', '', [], {}, [[]], [{}], [null], () => 1],
)
const day = { date: '2026-01-01', amount: '1' }

/** Each argument that flows are rated by, alone. */
const readers: Readonly<Record<string, (value: never) => unknown>> = {
  'dated flows': (flows) => investment.datedInternalRate(flows),
  date: (date) => investment.datedInternalRate([{ ...day, date }]),
  amount: (amount) => investment.datedPresentValue([{ ...day, amount }], '0', 2),
  'rate of dated flows': (rate) => investment.datedPresentValue([day], rate, 2),
  'places of dated flows': (places) => investment.datedPresentValue([day], '0', places),
  'flows of periods': (flows) => investment.periodicRate(flows, 12),
  'periods of a year': (periods) => investment.periodicRate(['-1', '1'], periods),
  'flows of a modified rate': (flows) =>
    investment.modifiedRate(flows, { finance: 0, reinvest: 0 }),
  rates: (rates) => investment.modifiedRate(['-1', '1'], rates),
  finance: (finance) => investment.modifiedRate(['-1', '1'], { finance, reinvest: 0 }),
  reinvest: (reinvest) => investment.modifiedRate(['-1', '1'], { finance: 0, reinvest }),
  benefits: (benefits) => investment.benefitCostRatio(benefits, ['1']),
  costs: (costs) => investment.benefitCostRatio(['1'], costs),
  'rate of an index': (rate) => investment.profitabilityIndex(['-1', '1'], rate),
  'rate of an equal flow': (rate) => investment.equivalentAnnual(['-1', '1'], rate, 2),
  'places of an equal flow': (places) => investment.equivalentAnnual(['-1', '1'], 0, places),
}

test.each(Object.entries(readers))('a hostile value is refused, or a figure: %s', (_, read) => {
  fc.assert(
    fc.property(hostile, (value) => {
      let answer: unknown
      problemsOf(() => {
        answer = read(value as never)
      })
      for (const figure of figuresIn(answer))
        expect(String(figure)).not.toMatch(/NaN|Infinity|\de[+-]?\d/)
    }),
  )
})

function figuresIn(answer: unknown): readonly (string | number)[] {
  if (typeof answer === 'string' || typeof answer === 'number') return [answer]
  return Object.values(answer ?? {}).flatMap(figuresIn)
}
