import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Forecast,
  forecast,
  parsePlan,
  type Seasonality,
  seasonalityOf,
} from '../../src/commission/index.js'
import { isPolicyError } from '../../src/problem/index.js'
import { decimal, minorUnits, total } from '../../src/quantity/index.js'
import { planPolicies } from '../../src/testing/index.js'
import { flat } from './plans.js'

const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)
const cents = (most = 5_000_000) =>
  fc.integer({ min: 0, max: most }).map((n) => (n / 100).toFixed(2))
const history = fc
  .array(fc.array(fc.integer({ min: 0, max: 900 }).map(String), { minLength: 12, maxLength: 12 }), {
    maxLength: 12,
  })
  .map((years) => Object.fromEntries(years.map((year, i) => [String(2010 + i), year])))
/** Weights of which the first is above zero, so that each month has a pace. */
const seasons: fc.Arbitrary<Seasonality> = fc.record({
  weights: fc
    .tuple(
      fc.integer({ min: 1, max: 99 }),
      fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 11, maxLength: 11 }),
    )
    .map(([first, rest]) => [first, ...rest]),
  years: history,
})
const over = fc.integer({ min: 1, max: 12 })
const measuredIn = (amounts: readonly string[], to: number) =>
  Object.fromEntries(amounts.slice(0, to).map((amount, i) => [months[i] as string, amount]))
const plans = (policy: unknown) => [{ from: '2020-01-01', value: parsePlan(policy) }]
const yearly = { ...flat, measuring: 'year-to-date', tiers: { kind: 'flat', rate: '0.1' } }
const figures = Object.fromEntries(
  months.map((month) => [month, { quota: '20000', satisfaction: '0.85' }]),
)
/** The figures that a drawn plan reads. */
const read = (policy: unknown) => {
  const { inputs } = parsePlan(policy).formula
  return Object.fromEntries(
    Object.entries(figures).map(([month, own]) => [
      month,
      Object.fromEntries(Object.entries(own).filter(([name]) => Object.hasOwn(inputs, name))),
    ]),
  )
}
const ordered = (values: readonly (string | undefined)[]) =>
  values.every(
    (value, i) => i === 0 || decimal(values[i - 1] as string).lessThanOrEqualTo(value as string),
  )
const drawn = fc.record({
  policy: planPolicies(),
  seasonality: seasons,
  to: over,
  amounts: fc.array(cents(), { minLength: 12, maxLength: 12 }),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never
const yearOf = ({ policy, seasonality, to, amounts }: Drawn): Forecast => {
  const places = minorUnits(policy.currency)
  const sold = amounts.map((amount) => decimal(amount).toFixed(Math.min(places, 2)))
  return forecast({
    ...{ plans: plans(policy), through: months[to - 1] as string, seasonality },
    ...{ measured: measuredIn(sold, to), figures: read(policy), quota: '240000' },
  })
}

test('of constant seasonality and a flat rate the forecast is linear', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 1, maxLength: 12 }),
      (sold) => {
        const to = sold.length
        // Multiples of 27,720, which one to twelve months divide.
        const amounts = sold.map((each) => (each * 27_720).toFixed(2))
        const { expected } = forecast({
          ...{ plans: plans(yearly), through: months[to - 1] as string },
          ...{ seasonality: { weights: Array(12).fill('1') }, measured: measuredIn(amounts, to) },
        })
        const sum = sold.reduce((a, b) => a + b, 0) * 27_720
        expect(expected.measure).toBe(((sum * 12) / to).toFixed(2))
        expect(expected.commission).toBe(((sum * 12) / to / 10).toFixed(2))
      },
    ),
  )
})

test('a year whose months are the seasonality is forecast exactly from any month on', () => {
  fc.assert(
    fc.property(
      fc.tuple(
        fc.integer({ min: 1, max: 9_999 }),
        fc.array(cents(), { minLength: 11, maxLength: 11 }),
      ),
      over,
      ([first, rest], to) => {
        const year = [`${first}.00`, ...rest]
        const { expected, interval } = forecast({
          ...{ plans: plans(yearly), through: months[to - 1] as string },
          ...{
            seasonality: seasonalityOf({ a: year, b: year, c: year }),
            measured: measuredIn(year, to),
          },
        })
        expect(expected.measure).toBe(total(year, 2))
        expect(expected.periods.map(({ measure }) => measure)).toEqual(year)
        expect(interval?.low).toEqual(interval?.high)
      },
    ),
  )
})

test('low ≤ expected ≤ high, of every figure; at the end all are the fact', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const { expected, interval, toDate, noInterval } = yearOf(given)
      expect((interval === undefined) !== (noInterval === undefined)).toBe(true)
      if (interval !== undefined)
        for (const of of ['measure', 'commission', 'attainment'] as const)
          expect(ordered([interval.low[of], expected[of], interval.high[of]])).toBe(true)
      if (given.to === 12)
        expect([expected.measure, expected.commission, interval?.low, interval?.high]).toEqual([
          ...[toDate.measure, toDate.earned, interval?.high, interval?.low],
        ])
    }),
  )
})

test('more sold never forecasts less', () => {
  const monotone = drawn.filter(({ policy }) => policy.tiers.kind !== 'retroactive')
  fc.assert(
    fc.property(monotone, fc.nat(11), cents(100_000), (given, at, more) => {
      const amounts = given.amounts.with(at, total([given.amounts[at] as string, more], 2))
      const [less, greater] = [yearOf(given), yearOf({ ...given, amounts })]
      expect(ordered([less.expected.measure, greater.expected.measure])).toBe(true)
      expect(ordered([less.expected.commission, greater.expected.commission])).toBe(true)
      if (less.interval !== undefined && greater.interval !== undefined) {
        const [low, high] = [less.interval, greater.interval]
        expect(ordered([low.low.commission, high.low.commission])).toBe(true)
        expect(ordered([low.high.commission, high.high.commission])).toBe(true)
      }
    }),
  )
})

test('the order of what is given changes nothing', () => {
  const turned = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(record)
        .reverse()
        .map(([name, value]) => [`${name}`, value]),
    )
  fc.assert(
    fc.property(
      seasons,
      over,
      fc.array(cents(), { minLength: 12, maxLength: 12 }),
      (seasonality, to, amounts) => {
        const named = (years: Seasonality['years']) =>
          Object.fromEntries(Object.entries(years ?? {}).map(([name, year]) => [`y${name}`, year]))
        const year = (years: Seasonality['years'], measured: Readonly<Record<string, string>>) =>
          forecast({
            ...{ plans: plans(flat), through: months[to - 1] as string, measured },
            seasonality: { ...seasonality, ...(years && { years }) },
          })
        const measured = measuredIn(amounts, to)
        const years = named(seasonality.years)
        expect(year(turned(years), turned(measured))).toEqual(year(years, measured))
      },
    ),
  )
})

test('a hostile value of any option gives a PolicyError or a figure, and nothing else', () => {
  const options = [
    'through',
    'seasonality',
    'measured',
    'earned',
    'time',
    'figures',
    'quota',
    'coverage',
    'leastYears',
  ]
  const hostile = fc.oneof(
    fc.anything({ withBigInt: true, withNullPrototype: true }),
    fc.dictionary(fc.constantFrom(...months, '__proto__', 'years', 'weights'), fc.anything()),
    fc.constantFrom('1e99', '-0', '0.1', 'NaN', Number.NaN, 1e21, '9'.repeat(40)),
  )
  const asked = {
    ...{ plans: plans(flat), through: '2026-03', seasonality: { weights: Array(12).fill('1') } },
    measured: { '2026-01': '100.00' },
  }
  fc.assert(
    fc.property(fc.constantFrom(...options), hostile, (option, value) => {
      try {
        const { expected } = forecast({ ...asked, [option]: value })
        expect(`${expected.measure} ${expected.commission}`).toMatch(/^-?\d+\.\d\d -?\d+\.\d\d$/)
      } catch (error) {
        expect(isPolicyError(error)).toBe(true)
      }
    }),
    { numRuns: 1_000 },
  )
})
