import { describe, expect, test } from 'vitest'
import {
  type AdjustedGap,
  adjustedGap,
  type Decomposition,
  decompose,
  gini,
  norms,
  type StartingPay,
  startingPay,
} from '../../src/equity/index.js'
import { fisherExact, twoProportions } from '../../src/statistics/index.js'
import { errors, near, type Part, staffOf } from '../fixtures/equity/fixture.js'
import { comparison, hourly } from './company.js'

const explainedBy = { attributes: ['grade'], measures: ['tenure', 'age'] }
const companies = errors.companies.map((company, i) => [i, company] as const)

function expectNear(actual: number | undefined, expected: number): void {
  expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(near(expected))
}

describe.each(companies)('the drawn company %i, to 8 digits', (_, company) => {
  const people = staffOf(company.people)
  const asked = { people, pay: hourly, comparison, explainedBy } as const

  test.each(['plain', 'weighted'] as const)(
    '%s clustered errors are those of statsmodels',
    (form) => {
      const gap = adjustedGap({
        ...asked,
        covariance: 'CR1',
        cluster: 'team',
        confidence: 0.9,
        ...(form === 'weighted' && { weight: 'fte' }),
      }) as AdjustedGap
      const expected = company.clustered[form]
      for (const [j, each] of [...gap.explaining, gap.coefficient].entries())
        expectNear(each.standardError, expected.errors[j] as number)
      expectNear(gap.coefficient.p, expected.p)
      expectNear(gap.coefficient.low, expected.low)
      expectNear(gap.coefficient.high, expected.high)
      expect(gap.clusters).toBe(new Set(company.people.map(([, , team]) => team)).size)
    },
  )

  test.each(norms.flatMap((norm) => [[norm, 'fixed'] as const, [norm, 'stochastic'] as const]))(
    'errors of the parts by the norm %s with %s regressors',
    (norm, regressors) => {
      const found = decompose({
        ...asked,
        norm,
        errors: { confidence: 0.95, regressors },
      }) as Decomposition
      const expected = company.decomposed[norm]
      const kind = regressors === 'fixed' ? 0 : 1
      const lines = [{ term: '', errors: found.errors }, ...found.terms]
      expect(lines.map(({ term }) => term).sort()).toEqual(Object.keys(expected ?? {}).sort())
      for (const { term, errors: own } of lines)
        for (const [part, error] of Object.entries(own ?? {}))
          expectNear(error.standardError, expected?.[term]?.[part as Part][kind] as number)
    },
  )

  test('the pay of a hire and its intervals are those of statsmodels', () => {
    const { grade, ...measures } = company.hire
    const found = startingPay({
      ...asked,
      hire: { attributes: { grade }, measures },
      confidence: 0.9,
    }) as StartingPay
    const { pay, low, high, typical } = found
    for (const [i, figure] of [pay, low, high, typical.low, typical.high].entries())
      expectNear(figure, company.starting[i] as number)
  })

  test('the weighted Gini is that of all pairs', () => {
    expect(Number(gini({ people, pay: hourly, weight: 'fte' }))).toBeCloseTo(company.gini, 6)
  })
})

describe('two parts', () => {
  test('Fisher’s and the z test are those of SciPy and statsmodels, to 8 digits', () => {
    for (const [someA, allA, someB, allB, fisher, z, p] of errors.tables) {
      const [a, b] = [
        { some: someA, all: allA },
        { some: someB, all: allB },
      ]
      expectNear(fisherExact(a, b), fisher)
      expectNear(fisherExact(b, a), fisher)
      if (z === null || p === null) continue
      const found = twoProportions(a, b)
      expectNear(found.z, z)
      expectNear(found.p, p)
    }
  })
})
