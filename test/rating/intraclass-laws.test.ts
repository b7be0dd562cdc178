import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type IntraclassIntervals,
  intraclassCorrelations,
  intraclassIntervals,
} from '../../src/rating/index.js'
import { found } from '../found.js'

const forms = ['icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k'] as const

/** Whole scores of three raters, with holes where they are null. */
const score = fc.integer({ min: 1, max: 9 })
const fullTable = fc
  .array(fc.tuple(score, score, score), { minLength: 3, maxLength: 8 })
  .filter((table) => new Set(table.flat()).size > 1)
const holed = fc
  .array(fc.array(fc.option(score, { freq: 3 }), { maxLength: 4 }), { minLength: 2, maxLength: 8 })
  .filter((table) => found(() => intraclassIntervals(table, 0.9)).length === 0)

/** Each figure of the forms, absent ones too. */
function figures(told: IntraclassIntervals): readonly (number | undefined)[] {
  return forms.flatMap((form) => {
    const { value, interval, test } = told[form]
    return [value, interval?.low, interval?.high, test?.ratio, test?.p]
  })
}

function expectAlike(one: IntraclassIntervals, other: IntraclassIntervals): void {
  const [ones, others] = [figures(one), figures(other)]
  for (const [i, figure] of ones.entries()) {
    if (figure === undefined) expect(others[i]).toBeUndefined()
    else
      expect(Math.abs((others[i] as number) - figure)).toBeLessThan(1e-9 * (1 + Math.abs(figure)))
  }
}

describe('intraclassIntervals: laws', () => {
  test('values are those of intraclassCorrelations', () => {
    fc.assert(
      fc.property(fullTable, (table) => {
        const values = intraclassCorrelations(table)
        const told = intraclassIntervals(table, 0.95)
        for (const form of forms) expect(told[form].value).toBe(values[form])
      }),
    )
  })

  test('neither the order of targets nor that of raters matters', () => {
    fc.assert(
      fc.property(fc.oneof(fullTable, holed), (table) => {
        const turned = table.toReversed().map((row) => {
          const full = [...row, null, null, null, null].slice(
            0,
            Math.max(...table.map((r) => r.length)),
          )
          return full.toReversed()
        })
        expectAlike(intraclassIntervals(turned, 0.9), intraclassIntervals(table, 0.9))
      }),
    )
  })

  test('neither the unit nor the zero of the scores matters', () => {
    const unit = fc.constantFrom(-1, 0.001, 2.5, 1e90)
    fc.assert(
      fc.property(fc.oneof(fullTable, holed), unit, fc.integer(), (table, times, more) => {
        const moved = table.map((row) => row.map((each) => (each === null ? null : each + more)))
        const scaled = table.map((row) => row.map((each) => (each === null ? null : each * times)))
        const told = intraclassIntervals(table, 0.9)
        expectAlike(intraclassIntervals(moved, 0.9), told)
        expectAlike(intraclassIntervals(scaled, 0.9), told)
      }),
    )
  })

  test('more confidence is a wider interval, around the value where each target has as many ratings', () => {
    fc.assert(
      fc.property(fc.oneof(fullTable, holed), (table) => {
        const [narrow, wide] = [intraclassIntervals(table, 0.9), intraclassIntervals(table, 0.99)]
        const sizes = new Set(table.map((row) => row.filter((each) => each !== null).length))
        sizes.delete(0)
        for (const form of ['icc1', 'icc1k', 'icc3', 'icc3k'] as const) {
          const { value, interval } = narrow[form]
          if (interval === undefined) continue
          if (sizes.size === 1) {
            expect(interval.low).toBeLessThanOrEqual((value as number) + 1e-12)
            expect(interval.high).toBeGreaterThanOrEqual((value as number) - 1e-12)
          }
          expect(wide[form].interval?.low).toBeLessThanOrEqual(interval.low)
          expect(wide[form].interval?.high).toBeGreaterThanOrEqual(interval.high)
        }
      }),
    )
  })

  test('holes that leave each target as many ratings give the interval of a full table', () => {
    fc.assert(
      fc.property(fullTable, (table) => {
        const holes = table.map(([a, b, c], i) => (i % 2 === 0 ? [a, b, c, null] : [a, null, b, c]))
        const [one, other] = [intraclassIntervals(holes, 0.95), intraclassIntervals(table, 0.95)]
        const without = {
          icc2: other.icc2,
          icc2k: other.icc2k,
          icc3: other.icc3,
          icc3k: other.icc3k,
        }
        expectAlike({ ...one, ...without }, other)
        expect(one.ratingsEach).toBe(3)
      }),
    )
  })

  test('a raised test ratio is a raised correlation: the test and the interval tell one story', () => {
    fc.assert(
      fc.property(fc.oneof(fullTable, holed), (table) => {
        const { icc1, icc3 } = intraclassIntervals(table, 0.9)
        for (const { interval, test } of [icc1, icc3]) {
          if (interval === undefined || test === undefined) continue
          // A two-sided interval of 90 % lies above zero where one side has 5 % or less.
          if (Math.abs(test.p - 0.05) > 1e-9) expect(interval.low > 0).toBe(test.p < 0.05)
        }
      }),
    )
  })
})
