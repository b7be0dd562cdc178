import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  auc,
  brier,
  calibrationCurve,
  calibrationError,
  chiSquareCdf,
  cholesky,
  correlation,
  correlationRatio,
  covariances,
  cramersV,
  fisherBound,
  fisherExact,
  fisherTail,
  householder,
  interceptFor,
  inverseOfCholesky,
  leastSquares,
  lift,
  logistic,
  logLoss,
  mean,
  normalCdf,
  normalQuantile,
  probabilityOf,
  quantile,
  standardise,
  studentCdf,
  studentQuantile,
  studentTails,
  variance,
} from '../../src/statistics/index.js'
import { expectFigures } from '../unreadable.js'

/** Equal values, ties, huge and tiny ones: as large as a figure that is read from text may be. */
const value = fc.oneof(
  fc.constantFrom(0, -0, 1, 2, 0.1, 1e40, -1e40, 1e-40, 5e-324, 1e15, 1e15 + 1),
  fc.integer({ min: -3, max: 3 }),
)
const sample = fc.array(value, { minLength: 1, maxLength: 8 })
const pairs = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 })
const name = fc.constantFrom('a', 'b')
const probability = fc.constantFrom(0, 1, 0.5, 5e-324, 1 - 2 ** -53, 0.1)
const outcomes = fc
  .array(fc.tuple(probability, fc.boolean()), { minLength: 1, maxLength: 8 })
  .map((rows) => ({ probabilities: rows.map(([p]) => p), outcomes: rows.map(([, left]) => left) }))
/** Degrees of freedom, and where a variable is. */
const degrees = fc.constantFrom(1, 1.5, 2, 30, 1e6)
const place = fc.constantFrom(0, 5e-324, 1e-300, 0.5, 1, 3, 40, 1e10, 1e300, Number.MAX_VALUE)
const open = fc.constantFrom(5e-324, 1e-300, 1e-9, 0.5, 0.975, 1 - 2 ** -53)
const rows = fc.array(fc.tuple(value, value, value, fc.boolean()), { minLength: 1, maxLength: 9 })
const columns = (drawn: readonly (readonly [number, number, number, boolean])[]) => [
  { name: 'one', values: drawn.map(() => 1) },
  { name: 'a', values: drawn.map(([a]) => a) },
  { name: 'b', values: drawn.map(([, b]) => b) },
]

const tasks: Readonly<Record<string, fc.Arbitrary<() => unknown>>> = {
  correlation: pairs.map(
    (all) => () =>
      correlation(
        all.map(([a]) => a),
        all.map(([, b]) => b),
      ),
  ),
  correlationRatio: fc.array(fc.tuple(value, name), { minLength: 1 }).map(
    (all) => () =>
      correlationRatio(
        all.map(([a]) => a),
        all.map(([, b]) => b),
      ),
  ),
  cramersV: fc.array(fc.tuple(name, name), { minLength: 1 }).map(
    (all) => () =>
      cramersV(
        all.map(([a]) => a),
        all.map(([, b]) => b),
      ),
  ),
  cholesky: fc.tuple(value, value, value).map(([a, b, c]) => () => {
    const lower = cholesky([
      [a, b],
      [b, c],
    ])
    return lower && inverseOfCholesky(lower).length
  }),
  auc: outcomes.map((each) => () => auc(each)),
  brier: outcomes.map((each) => () => brier(each)),
  logLoss: outcomes.map((each) => () => logLoss(each)),
  calibration: outcomes.map((each) => () => {
    const curve = calibrationCurve(each, 10)
    return [curve, calibrationError(curve)]
  }),
  lift: fc.tuple(outcomes, fc.constantFrom(0.1, 0.5, 1)).map((each) => () => lift(...each)),
  normalCdf: place.map((z) => () => [normalCdf(z), normalCdf(-z)]),
  normalQuantile: open.map((p) => () => normalQuantile(p)),
  studentCdf: fc.tuple(place, degrees).map((each) => () => studentCdf(...each)),
  studentTails: fc.tuple(place, degrees).map((each) => () => studentTails(...each)),
  chiSquareCdf: fc.tuple(place, degrees).map((each) => () => chiSquareCdf(...each)),
  fisherTail: fc.tuple(place, degrees, degrees).map((each) => () => fisherTail(...each)),
  householder: rows.map(
    (drawn) => () =>
      householder(
        columns(drawn).map(({ values }) => values),
        drawn.map(([, , y]) => y),
      ).kept,
  ),
  leastSquares: fc.tuple(rows, fc.constantFrom(...covariances)).map(
    ([drawn, covariance]) =>
      () =>
        leastSquares({
          columns: columns(drawn),
          target: drawn.map(([, , y]) => y),
          covariance,
          confidence: 0.95,
        }),
  ),
  logistic: fc.tuple(rows, fc.constantFrom(0, 1)).map(
    ([drawn, penalty]) =>
      () =>
        logistic({
          columns: columns(drawn).slice(1),
          outcomes: drawn.map(([, , , left]) => left),
          penalty,
        }),
  ),
  interceptFor: fc
    .array(value, { minLength: 2, maxLength: 8 })
    .chain((odds) =>
      fc.integer({ min: 1, max: odds.length - 1 }).map((yeses) => () => interceptFor(odds, yeses)),
    ),
  fisherExact: fc
    .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }), fc.nat({ max: 40 }), fc.nat({ max: 40 }))
    .map(
      ([a, b, c, d]) =>
        () =>
          fisherExact({ some: a, all: a + b }, { some: c, all: c + d }),
    ),
  probabilityOf: place.map((odds) => () => [probabilityOf(odds), probabilityOf(-odds)]),
  mean: sample.map((all) => () => mean(all)),
  variance: fc.array(value, { minLength: 2 }).map((all) => () => variance(all)),
  quantile: fc.tuple(sample, probability).map((each) => () => quantile(...each)),
  standardise: sample.map((all) => () => standardise(all)),
}

describe('statistics: degenerate input', () => {
  test.each(Object.entries(tasks))('%s gives figures, or none, or a PolicyError', (_, task) => {
    expectFigures(task)
  })

  test('a probability is one wherever its variable is, and a bound is reached', () => {
    fc.assert(
      fc.property(place, degrees, degrees, (f, upper, lower) => {
        for (const p of [
          fisherTail(f, upper, lower),
          chiSquareCdf(f, upper),
          studentTails(f, lower),
        ]) {
          expect(p).toBeGreaterThanOrEqual(0)
          expect(p).toBeLessThanOrEqual(1)
        }
      }),
    )
    const tail = fc.constantFrom(2 ** -54, 1e-9, 0.5, 1 - 2 ** -53)
    fc.assert(
      fc.property(tail, degrees, degrees, (p, upper, lower) => {
        expect(Number.isFinite(fisherBound(p, upper, lower))).toBe(true)
        expect(Number.isFinite(studentQuantile(p, lower))).toBe(true)
      }),
    )
  })

  test.each([1e200, 1e300, Number.MAX_VALUE])(
    'beyond ±%d there is nothing of a normal curve',
    (z) => {
      expect([normalCdf(z), normalCdf(-z)]).toEqual([1, 0])
    },
  )

  test.each([
    [
      'HC0',
      [
        [0, 2, 1],
        [0, 0, 0],
        [0, 2, 0],
        [-1, 0, 0],
      ],
    ],
    [
      'HC1',
      [
        [0, 2, 1],
        [0, 0, 0],
        [0, 2, 0],
        [-1, 0, 0],
      ],
    ],
    [
      'HC1',
      [
        [1, 2, 1],
        [1, 0, 0],
        [1, 2, 0],
        [3, 0, 0],
      ],
    ],
  ] as const)(
    'a row that %s fits exactly has an error of zero, though rounding is below it',
    (covariance, drawn) => {
      const values = (place: 0 | 1) => drawn.map((row) => row[place])
      const { coefficients } = leastSquares({
        columns: [
          { name: 'one', values: drawn.map(() => 1) },
          { name: 'a', values: values(0) },
          { name: 'b', values: values(1) },
        ],
        target: drawn.map((row) => row[2]),
        covariance,
        confidence: 0.95,
      })
      const [one, a, b] = coefficients
      for (const each of [one, a]) expect(each?.standardError).toBeLessThan(1e-7)
      expect(b?.standardError).toBeGreaterThan(0.1)
    },
  )

  test.each([[[0, 5e-324]], [[1e-200, 2e-200, 3e-200]]])(
    '%j is too near to equal to be told apart',
    (values) => {
      expect(standardise(values).values).toEqual(values.map(() => 0))
    },
  )
})
