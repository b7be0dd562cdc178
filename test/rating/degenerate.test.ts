import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../src/problem/index.js'
import {
  blend,
  collectRatings,
  correctRatings,
  intraclassCorrelations,
  intraclassIntervals,
  krippendorffAlpha,
  krippendorffInterval,
  outliers,
  parseBlend,
  parseParticipants,
  parseRatingPolicy,
  parseRatings,
  reciprocity,
  straightLining,
  trimmedMean,
  winsorizedMean,
} from '../../src/rating/index.js'
import { expectFigures } from '../unreadable.js'
import { policy } from './campaign.js'

/** Few equal values, near ones, huge and tiny ones, none. */
const score = fc.oneof(
  fc.integer({ min: 1, max: 3 }),
  fc.constantFrom(0, -0, 0.1, 0.2, 0.30000000000000004, 1e15, 1e15 + 1),
  fc.constantFrom(5e-324, -5e-324, 1e-200, 1e100, -1e100, 9.99e99, 1e-100),
  fc.double({ min: -1e100, max: 1e100, noNaN: true }),
)
const holed = fc.oneof(score, fc.constant(null))
const tables = fc.oneof(
  // Rows of one width; rows of any; one row again and again; one row of one value after another.
  fc
    .integer({ min: 0, max: 4 })
    .chain((width) => rowsOf(fc.array(score, { minLength: width, maxLength: width }))),
  rowsOf(fc.array(holed, { maxLength: 4 })),
  fc
    .tuple(fc.array(holed, { maxLength: 4 }), fc.integer({ min: 1, max: 5 }))
    .map(([row, times]) => Array.from({ length: times }, () => row)),
  rowsOf(
    fc
      .tuple(holed, fc.integer({ min: 1, max: 3 }))
      .map(([each, width]) => new Array<number | null>(width).fill(each)),
  ),
)
function rowsOf<T>(row: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(row, { maxLength: 6 })
}
const confidence = fc.constantFrom(0.95, 0.5, 1e-300, 0.999999, 1 - 2 ** -53)
const metric = fc.constantFrom('nominal', 'ordinal', 'interval', 'ratio')

/** Decimals as they are written: short, of many digits, huge, tiny, zero, below zero. */
const decimal = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map(String),
  fc.constantFrom(
    '0',
    '-0',
    '1.00',
    `${'9'.repeat(40)}`,
    `0.${'0'.repeat(38)}1`,
    `-1.${'3'.repeat(39)}`,
  ),
)
const name = fc.constantFrom('a', 'b', 'c')
const verdicts = fc.array(fc.record({ rater: name, subject: name, score: decimal }), {
  maxLength: 9,
})
const wide = policy({
  scale: { minimum: `-${'9'.repeat(40)}`, maximum: `${'9'.repeat(40)}` },
  shrinkage: '0',
})

const participants = parseParticipants({
  raters: { a: 'x', b: 'x', c: 'y' },
  subjects: {
    a: { departments: ['x'], people: ['a'] },
    b: { departments: [], people: [] },
    c: { departments: ['x', 'y'], people: ['b', 'c'] },
  },
  conflicts: [{ rater: 'a', subject: 'b', reason: 'r' }],
})

const tasks: Readonly<Record<string, fc.Arbitrary<() => unknown>>> = {
  intraclassCorrelations: tables.map((table) => () => intraclassCorrelations(table as number[][])),
  intraclassIntervals: fc
    .tuple(tables, confidence)
    .map((given) => () => intraclassIntervals(...given)),
  krippendorffAlpha: fc.tuple(tables, metric).map((given) => () => krippendorffAlpha(...given)),
  krippendorffInterval: fc
    .tuple(tables, metric, confidence)
    .map((given) => () => krippendorffInterval(...given)),
  collectRatings: fc
    .array(
      fc.record({ rater: name, subject: name, criterion: fc.constant('result'), score: decimal }),
      { maxLength: 5 },
    )
    .map((ratings) => () => collectRatings(policy(), participants, parseRatings(ratings))),
  correctRatings: verdicts.map((given) => () => correctRatings(wide, given)),
  outliers: fc.tuple(verdicts, fc.constantFrom(3.5, 5e-324, 1e308)).map(
    ([given, times]) =>
      () =>
        outliers(given, correctRatings(wide, given), times),
  ),
  straightLining: verdicts.map(
    (given) => () =>
      straightLining(
        given.map((each) => ({ ...each, criterion: 'c' })),
        1,
      ),
  ),
  reciprocity: fc.tuple(verdicts, decimal).map(
    ([given, by]) =>
      () =>
        reciprocity(given, (subject) => [subject], by),
  ),
  trimmedMean: fc
    .tuple(fc.array(decimal), fc.constantFrom('0', '0.49', '0.1'), fc.constantFrom(0, 2, 100))
    .map((given) => () => trimmedMean(...given)),
  winsorizedMean: fc
    .tuple(fc.array(decimal), fc.constantFrom('0', '0.49', '0.1'), fc.constantFrom(0, 2, 100))
    .map((given) => () => winsorizedMean(...given)),
  parseBlend: decimal.map(
    (weight) => () => parseBlend({ id: 'b', parts: [{ part: 'p', weight, scale: 2 }] }),
  ),
  blend: decimal.map(
    (given) => () =>
      blend(parseBlend({ id: 'b', parts: [{ part: 'p', weight: '1', scale: 2 }] }), { p: given }),
  ),
  parseRatingPolicy: fc.tuple(decimal, decimal, decimal).map(
    ([minimum, maximum, weight]) =>
      () =>
        parseRatingPolicy({
          ...wide,
          scale: { minimum, maximum },
          criteria: [{ criterion: 'c', weight }],
        }),
  ),
}

describe('rating: degenerate input', () => {
  test.each(Object.entries(tasks))('%s gives figures, or none, or a PolicyError', (_, task) => {
    expectFigures(task)
  })

  test('each figure of an interval is told, or its reason is', () => {
    fc.assert(
      fc.property(tables, confidence, metric, (table, sure, by) => {
        problemsOf(() => {
          const { targets, ratingsEach, ...forms } = intraclassIntervals(table, sure)
          for (const form of Object.values(forms)) {
            const absent = form.untold.map(({ figure }) => figure)
            for (const figure of ['value', 'interval', 'test'] as const)
              expect(form[figure] === undefined).toBe(absent.includes(figure))
            if (form.interval === undefined) continue
            const { low, high } = form.interval
            expect(low).toBeLessThanOrEqual(high + 1e-12 * (1 + Math.abs(high)))
            expect(high).toBeLessThanOrEqual(1)
          }
        })
        problemsOf(() => {
          const { interval, untold } = krippendorffInterval(table, by, sure)
          expect(interval === undefined).toBe(untold !== undefined)
        })
      }),
      { numRuns: 150 },
    )
  })
})
