import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chiSquareCdf,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
  studentTails,
} from '../../src/statistics/index.js'
import { reference } from '../fixtures/equity/fixture.js'

const functions: Readonly<Record<string, (...values: number[]) => number>> = {
  normalCdf,
  normalQuantile,
  studentCdf: studentCdf as (...values: number[]) => number,
  studentTails: studentTails as (...values: number[]) => number,
  studentQuantile: studentQuantile as (...values: number[]) => number,
  chiSquareCdf: chiSquareCdf as (...values: number[]) => number,
}

describe('distributions', () => {
  test.each(
    Object.entries(reference.distributions).flatMap(([name, rows]) =>
      rows.map((row) => [name, row.slice(0, -1), row.at(-1) as number] as const),
    ),
  )('%s of %j is what SciPy gives, %d, to 10 digits', (name, given, expected) => {
    const found = (functions[name] as (...values: number[]) => number)(...given)
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-10 * Math.abs(expected))
  })

  test('quantiles undo distributions', () => {
    const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    const degrees = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(probability, degrees, (p, d) => {
        expect(studentCdf(studentQuantile(p, d), d)).toBeCloseTo(p, 12)
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12)
      }),
    )
  })

  test('a distribution never falls', () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true })
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 60 }), (a, b, d) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        expect(studentCdf(high, d)).toBeGreaterThanOrEqual(studentCdf(low, d) - 1e-15)
        expect(normalCdf(high)).toBeGreaterThanOrEqual(normalCdf(low) - 1e-15)
      }),
    )
  })

  test('two sides of Student t make up what is not between them', () => {
    expect(studentTails(1.5, 8)).toBeCloseTo(2 * studentCdf(-1.5, 8), 14)
    expect(studentTails(1.5, 8)).toBe(studentTails(-1.5, 8))
  })
})
