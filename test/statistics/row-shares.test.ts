import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastSquares, rowShares } from '../../src/statistics/index.js'

describe('row shares', () => {
  test('they give a sum of coefficients and its errors, wherever a column has its zero', () => {
    const value = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { minLength: 5, maxLength: 12 }),
        fc.tuple(value, value, value),
        fc.constantFrom(0, 2000),
        (rows, counts, zero) => {
          const column = (j: number) => rows.map((row) => (row[j] as number) + (j === 0 ? zero : 0))
          const columns = [
            { name: 'intercept', values: rows.map(() => 1) },
            { name: 'a', values: column(0) },
            { name: 'b', values: column(1) },
          ]
          const fit = leastSquares({
            ...{ columns, target: column(2), covariance: 'classical', confidence: 0.9 },
          })
          fc.pre(fit.collinear.length === 0 && fit.residualVariance > 0)
          const [shares] = rowShares(columns, [counts]) as [readonly number[]]
          const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, 0)
          const wanted = sum(
            fit.coefficients.map(({ estimate }, j) => estimate * (counts[j] as number)),
          )
          const found = sum(shares.map((share, i) => share * (column(2)[i] as number)))
          const size = sum(shares.map(Math.abs)) * 100 + 1
          expect(Math.abs(found - wanted) / size).toBeLessThan(1e-9)
          const variance = sum(
            fit.covariance.flatMap((row, j) =>
              row.map((each, k) => each * (counts[j] as number) * (counts[k] as number)),
            ),
          )
          const own = fit.residualVariance * sum(shares.map((share) => share ** 2))
          if (zero === 0) expect(Math.abs(variance - own) / (own + 1e-9)).toBeLessThan(1e-7)
        },
      ),
    )
  })
})
