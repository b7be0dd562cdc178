import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { leastSquares } from '../../src/statistics/index.js'
import { kinds, near, people, reference } from '../fixtures/equity/fixture.js'
import { found as problemsFound } from '../found.js'

const is = (attribute: string, level: string) =>
  people.map(({ attributes }) => Number(attributes[attribute] === level))
const measure = (name: string) => people.map(({ measures }) => Number(measures?.[name]))
const ones = people.map(() => 1)
const columns = [
  ones,
  is('grade', 'g2'),
  is('grade', 'g3'),
  is('department', 'sales'),
  is('department', 'service'),
  measure('tenure'),
  is('sex', 'women'),
].map((values, i) => ({ name: reference.leastSquares.names[i] as string, values }))
const target = people.map(({ amounts }) => Math.log(Number(amounts['hourly'])))

function expectNear(actual: number | undefined, expected: number): void {
  expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(near(expected))
}

describe('least squares', () => {
  test.each(kinds.flatMap((kind) => [['plain', kind] as const, ['weighted', kind] as const]))(
    'the %s fit with %s errors is what statsmodels gives, to 8 digits',
    (form, covariance) => {
      const expected = reference.leastSquares[form][covariance]
      const found = leastSquares({
        columns,
        target,
        weights: form === 'weighted' ? measure('fte') : undefined,
        covariance,
        confidence: 0.95,
      })
      expectNear(found.rSquared, expected.rSquared)
      expectNear(found.residualVariance, expected.residualVariance)
      found.coefficients.forEach((coefficient, j) => {
        expect(coefficient.name).toBe(columns[j]?.name)
        expectNear(coefficient.estimate, expected.estimates[j] as number)
        expectNear(coefficient.standardError, expected.errors[j] as number)
        expectNear(coefficient.t, expected.t[j] as number)
        expectNear(coefficient.p, expected.p[j] as number)
        expectNear(coefficient.low, expected.intervals[j]?.[0] as number)
        expectNear(coefficient.high, expected.intervals[j]?.[1] as number)
      })
      expect(found).toMatchObject({ rows: 240, degrees: 233, collinear: [] })
    },
  )

  test('collinear columns are left out and named with what makes them up', () => {
    const one = { name: 'one', values: [1, 1, 1, 1, 1, 1] }
    const a = { name: 'a', values: [1, 2, 3, 5, 8, 13] }
    const b = { name: 'b', values: [2, 0, 1, 0, 1, 4] }
    const made = {
      name: 'made',
      values: a.values.map((value, i) => 3 * value - (b.values[i] ?? 0)),
    }
    const twice = { name: 'twice', values: a.values.map((value) => 2 * value) }
    const found = leastSquares({
      columns: [one, a, twice, b, made],
      target: [1, 2, 4, 3, 5, 9],
      covariance: 'classical',
      confidence: 0.9,
    })
    expect(found.coefficients.map(({ name }) => name)).toEqual(['one', 'a', 'b'])
    expect(found.degrees).toBe(3)
    expect(found.collinear).toEqual([
      { name: 'twice', of: [{ name: 'a', times: expect.closeTo(2, 10) }] },
      {
        name: 'made',
        of: [
          { name: 'a', times: expect.closeTo(3, 10) },
          { name: 'b', times: expect.closeTo(-1, 10) },
        ],
      },
    ])
  })

  test('an exact fit has no error, and no t or p', () => {
    const found = leastSquares({
      columns: [
        { name: 'one', values: [1, 1, 1] },
        { name: 'x', values: [0, 1, 2] },
      ],
      target: [0.1, 0.4, 0.7],
      covariance: 'HC3',
      confidence: 0.95,
    })
    const slope = found.coefficients[1]
    expect(slope).toEqual({
      name: 'x',
      estimate: expect.closeTo(0.3, 14),
      standardError: 0,
      low: slope?.estimate,
      high: slope?.estimate,
    })
    expect(found).toMatchObject({ rSquared: 1, residualVariance: 0 })
    expect(found.covariance).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  test.each(['HC2', 'HC3'] as const)(
    'a row with a column of its own changes no other %s error',
    (covariance) => {
      const rest = { covariance, confidence: 0.95 }
      const one = { name: 'one', values: [1, 1, 1, 1, 1] }
      const x = { name: 'x', values: [1, 2, 4, 5, 9] }
      const without = leastSquares({
        columns: [one, x].map(({ name, values }) => ({ name, values: values.slice(0, 4) })),
        target: [1, 3, 4, 4],
        ...rest,
      })
      const own = { name: 'own', values: [0, 0, 0, 0, 1] }
      const found = leastSquares({ columns: [one, x, own], target: [1, 3, 4, 4, 100], ...rest })
      expect(found.coefficients[1]?.standardError).toBeCloseTo(
        without.coefficients[1]?.standardError as number,
        12,
      )
      // Its own coefficient is 100 less what the others say of it, and as sure as they are.
      const [[a = 0, b = 0] = [], [, c = 0] = []] = without.covariance
      expect(found.coefficients[2]?.standardError).toBeCloseTo(Math.sqrt(a + 18 * b + 81 * c), 12)
    },
  )

  test('only the ratios of weights matter to the coefficients and the robust errors', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }), (factor) => {
        const at = (scale: number) =>
          leastSquares({
            columns,
            target,
            weights: measure('fte').map((weight) => weight * scale),
            covariance: 'HC3',
            confidence: 0.95,
          }).coefficients.at(-1)
        expect(at(factor)?.estimate).toBeCloseTo(at(1)?.estimate as number, 11)
        expect(at(factor)?.standardError).toBeCloseTo(at(1)?.standardError as number, 11)
      }),
      { numRuns: 10 },
    )
  })

  test('residuals and fitted values add up to the target', () => {
    const found = leastSquares({ columns, target, covariance: 'HC0', confidence: 0.95 })
    found.residuals.forEach((residual, i) => {
      expect(residual + (found.fitted[i] as number)).toBeCloseTo(target[i] as number, 13)
    })
  })
})

describe('bad input', () => {
  const one = { name: 'one', values: [1, 1, 1] }
  const attempt = (change: object) => () =>
    leastSquares({
      columns: [one],
      target: [1, 2, 4],
      covariance: 'HC3',
      confidence: 0.95,
      ...change,
    })

  test.each([
    [{ target: [1, Number.NaN, 4] }, [['not-finite', 'target[1]']]],
    [{ weights: [1, 2] }, [['other-length', 'weights']]],
    [{ weights: [1, Infinity, 2] }, [['not-finite', 'weights[1]']]],
    [
      { weights: [1, 0, -1] },
      [
        ['weight-not-positive', 'weights[1]'],
        ['weight-not-positive', 'weights[2]'],
      ],
    ],
    [
      { columns: [one, { name: 'x', values: [1, -Infinity] }] },
      [
        ['other-length', 'columns[1].values'],
        ['not-finite', 'columns[1].values[1]'],
      ],
    ],
    [{ columns: [{ name: 'x', values: [1] }], target: [3] }, [['too-few-rows', '']]],
    [{ covariance: 'CR1' as const, cluster: ['a', 'b'] }, [['other-length', 'cluster']]],
    [{ covariance: 'CR1' as const, cluster: ['a', 'a', 'a'] }, [['too-few-clusters', 'cluster']]],
  ])('%j is refused', (change, expected) => {
    expect(problemsFound(attempt(change))).toEqual(expected)
  })

  test('the texts name the numbers', () => {
    const of = (change: object, locale: 'en' | 'zh-CN') =>
      describeProblems(problemsOf(attempt(change)), locale)
    expect(of({ weights: [1, 2] }, 'en')).toBe(
      'weights: has 2 values, not 3. Give one value for each row.',
    )
    expect(of({ weights: [1, 0, 1] }, 'zh-CN')).toBe(
      'weights[1]：权重须大于零。请去掉此行，或给出大于零的权重。',
    )
    expect(of({ target: [1, Number.NaN, 4] }, 'zh-CN')).toBe(
      'target[1]：不是有限数。只能给出有限的数。',
    )
    expect(of({ columns: [{ name: 'x', values: [1] }], target: [3] }, 'en')).toBe(
      '1 rows cannot tell 1 coefficients and an error. Give more rows than independent columns, or fewer columns.',
    )
  })
})
