import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { interceptFor, logistic, probabilityOf } from '../../src/statistics/index.js'
import { found } from '../found.js'

const column = (name: string, values: readonly number[]) => ({ name, values })
const six = [true, false, false, true, true, false]
const x = column('x', [0, 0, 0, 1, 1, 1])

/** Henderson and Velleman's cars (1981), R's `mtcars`: weight, and whether the gears are manual. */
const weight = [
  2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424,
  5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57,
  2.78,
]
const manual = [...'11100000000000000111000001111111'].map((each) => each === '1')

describe('logistic', () => {
  test('a table of two by two has the logarithm of its odds ratio', () => {
    const { intercept, coefficients } = logistic({ columns: [x], outcomes: six, penalty: 0 })
    expect(intercept).toBeCloseTo(Math.log(1 / 2), 12)
    expect(coefficients).toEqual([{ name: 'x', estimate: expect.closeTo(Math.log(4), 12) }])
  })

  // R: glm(am ~ wt, binomial, mtcars) prints 12.040 and -4.024.
  test('it is what R gives for the cars', () => {
    const fit = logistic({ columns: [column('wt', weight)], outcomes: manual, penalty: 0 })
    expect(fit.intercept).toBeCloseTo(12.04, 3)
    expect(fit.coefficients[0]?.estimate).toBeCloseTo(-4.024, 3)
    expect(fit.collinear).toEqual([])
    expect(fit.separated).toBe(false)
  })

  test('without columns it is the log odds of the whole', () => {
    const fit = logistic({ columns: [], outcomes: [true, false, false, false], penalty: 1 })
    expect(fit.intercept).toBeCloseTo(Math.log(1 / 3), 12)
    expect(fit.probabilities).toEqual([0.25, 0.25, 0.25, 0.25].map((p) => expect.closeTo(p, 12)))
  })

  const table = fc
    .array(
      fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -3, max: 3 }), fc.boolean()),
      {
        minLength: 2,
        maxLength: 30,
      },
    )
    .filter((rows) => new Set(rows.map(([, , outcome]) => outcome)).size === 2)
  const request = (rows: readonly (readonly [number, number, boolean])[], penalty: number) => ({
    columns: [
      column(
        'a',
        rows.map(([a]) => a),
      ),
      column(
        'b',
        rows.map(([, b]) => b),
      ),
    ],
    outcomes: rows.map(([, , outcome]) => outcome),
    penalty,
  })

  test('where it is best, the slope is zero, and the probabilities add up to the yeses', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(0.01, 1, 100), (rows, penalty) => {
        const { columns, outcomes } = request(rows, penalty)
        const { coefficients, probabilities } = logistic({ columns, outcomes, penalty })
        const residuals = probabilities.map((p, i) => (outcomes[i] ? 1 : 0) - p)
        expect(residuals.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 7)
        columns.forEach(({ values }, j) => {
          const along = values.reduce((sum, value, i) => sum + value * (residuals[i] as number), 0)
          expect(along).toBeCloseTo(penalty * (coefficients[j]?.estimate as number), 6)
        })
      }),
    )
  })

  test('permuting rows changes nothing but rounding', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const one = logistic(request(rows, 1))
        const other = logistic(request(rows.toReversed(), 1))
        expect(other.intercept).toBeCloseTo(one.intercept, 9)
        one.coefficients.forEach(({ estimate }, j) => {
          expect(other.coefficients[j]?.estimate).toBeCloseTo(estimate, 9)
        })
        expect(other.separated).toBe(one.separated)
      }),
    )
  })

  // Found by search: whole steps run away, to an intercept below -50,000.
  test('a step too long is halved until it lowers the loss', () => {
    const columns = [column('a', [-46, -5, 5, 1]), column('b', [0, -1321, -1, -54])]
    const outcomes = [true, true, false, true]
    const { coefficients, probabilities } = logistic({ columns, outcomes, penalty: 0.01 })
    columns.forEach(({ values }, j) => {
      const along = values.reduce(
        (sum, value, i) => sum + value * ((outcomes[i] ? 1 : 0) - (probabilities[i] as number)),
        0,
      )
      expect(along).toBeCloseTo(0.01 * (coefficients[j]?.estimate as number), 8)
    })
  })

  test('columns that others make up share under a penalty, and are left out without one', () => {
    const twice = column(
      'twice',
      x.values.map((value) => 2 * value),
    )
    const columns = [x, twice, column('all', [3, 3, 3, 3, 3, 3])]
    const ridge = logistic({ columns, outcomes: six, penalty: 1 })
    expect(ridge.collinear).toEqual([])
    const [a, b, c] = ridge.coefficients.map(({ estimate }) => estimate)
    expect(b).toBeCloseTo(2 * (a as number), 9)
    expect(c).toBeCloseTo(0, 9)
    const plain = logistic({ columns, outcomes: six, penalty: 0 })
    expect(plain.collinear).toEqual(['twice', 'all'])
    expect(plain.coefficients).toEqual([{ name: 'x', estimate: expect.closeTo(Math.log(4), 12) }])
  })

  test('outcomes that a threshold parts are said so; a tie at the threshold is not parted', () => {
    const outcomes = [false, false, false, true, true, true]
    expect(logistic({ columns: [x], outcomes, penalty: 1 }).separated).toBe(true)
    const tied = logistic({
      columns: [x],
      outcomes: [false, false, true, true, true, true],
      penalty: 1,
    })
    expect(tied.separated).toBe(false)
  })

  test.each([
    ['part the outcomes', [false, false, false, true, true, true]],
    ['tell some outcomes for certain', [false, true, false, true, true, true]],
  ])('without a penalty, columns that %s are refused', (_, outcomes) => {
    expect(found(() => logistic({ columns: [x], outcomes, penalty: 0 }))).toEqual([
      ['separated', 'columns'],
    ])
  })

  test('every problem is named', () => {
    expect(
      found(() =>
        logistic({
          columns: [column('short', [1]), column('bad', [1, Number.NaN, Number.POSITIVE_INFINITY])],
          outcomes: [true, true, true],
          penalty: -1,
        }),
      ),
    ).toEqual([
      ['one-outcome', 'outcomes'],
      ['negative-penalty', 'penalty'],
      ['other-length', 'columns[0].values'],
      ['not-finite', 'columns[1].values[1]'],
      ['not-finite', 'columns[1].values[2]'],
    ])
    for (const penalty of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(found(() => logistic({ columns: [x], outcomes: six, penalty }))).toEqual([
        ['negative-penalty', 'penalty'],
      ])
    expect(found(() => logistic({ columns: [], outcomes: [], penalty: 1 }))).toEqual([
      ['one-outcome', 'outcomes'],
    ])
  })

  test('the problems are told in Chinese too', () => {
    const parted = { columns: [x], outcomes: [false, false, false, true, true, true], penalty: 0 }
    expect(
      describeProblems(
        problemsOf(() => logistic(parted)),
        'zh-CN',
      ),
    ).toBe(
      'columns：能完全确定部分结果，系数会无限增大。请给出大于零的惩罚系数，或合并只对应一种结果的取值。',
    )
    const same = { columns: [], outcomes: [true], penalty: -1 }
    expect(
      describeProblems(
        problemsOf(() => logistic(same)),
        'zh-CN',
      ),
    ).toBe(
      'outcomes：结果全部相同。请给出两种结果的数据。\npenalty：不是不小于零的有限数。请给出惩罚系数，例如 1。',
    )
  })
})

describe('interceptFor', () => {
  test('the probabilities then add up to the yeses', () => {
    const given = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), {
      minLength: 2,
      maxLength: 30,
    })
    fc.assert(
      fc.property(given, fc.nat(), (logOdds, drawn) => {
        const yeses = 1 + (drawn % (logOdds.length - 1))
        const intercept = interceptFor(logOdds, yeses)
        const expected = logOdds.reduce((sum, each) => sum + probabilityOf(intercept + each), 0)
        expect(expected).toBeCloseTo(yeses, 9)
      }),
    )
  })

  test('of equal rows it is the log odds of the share', () => {
    expect(interceptFor([0, 0, 0, 0], 1)).toBeCloseTo(Math.log(1 / 3), 14)
    expect(interceptFor([2, 2], 1)).toBe(-2)
    // More rows than a call takes arguments.
    expect(interceptFor(Array(150_000).fill(2), 75_000)).toBe(-2)
  })
})
