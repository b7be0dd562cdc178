import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chiSquareCdf,
  fisherBound,
  fisherTail,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
  studentTails,
} from '../../src/statistics/index.js'
import { reference } from '../fixtures/equity/fixture.js'
import { reference as ofRatings } from '../fixtures/rating/fixture.js'
import { found } from '../found.js'

const functions: Readonly<Record<string, (...values: number[]) => number>> = {
  normalCdf,
  normalQuantile,
  studentCdf: studentCdf as (...values: number[]) => number,
  studentTails: studentTails as (...values: number[]) => number,
  studentQuantile: studentQuantile as (...values: number[]) => number,
  chiSquareCdf: chiSquareCdf as (...values: number[]) => number,
  fisherTail: fisherTail as (...values: number[]) => number,
  fisherBound: fisherBound as (...values: number[]) => number,
}

describe('distributions', () => {
  test.each(
    Object.entries({ ...reference.distributions, ...ofRatings.distributions }).flatMap(
      ([name, rows]) => rows.map((row) => [name, row.slice(0, -1), row.at(-1) as number] as const),
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

  test('a bound of F undoes its tail, and turns over with its degrees of freedom', () => {
    const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    const degrees = fc.oneof(
      fc.integer({ min: 1, max: 300 }),
      fc.double({ min: 1, max: 9, noNaN: true }),
    )
    fc.assert(
      fc.property(probability, degrees, degrees, (p, upper, lower) => {
        const bound = fisherBound(p, upper, lower)
        expect(fisherTail(bound, upper, lower)).toBeCloseTo(p, 10)
        const turned = 1 / fisherBound(1 - p, lower, upper)
        expect(Math.abs(turned / bound - 1)).toBeLessThan(1e-8)
      }),
    )
  })

  test('the square of Student t is F with one degree of freedom above', () => {
    expect(fisherTail(1.5 ** 2, 1, 8)).toBeCloseTo(studentTails(1.5, 8), 14)
    expect(fisherBound(0.05, 1, 12)).toBeCloseTo(studentQuantile(0.975, 12) ** 2, 12)
  })

  test.each([0, 1, -0.1, 2, Number.NaN])('a bound at the probability %s has no end', (p) => {
    expect(found(() => fisherBound(p, 3, 4))).toEqual([['not-a-confidence', 'probability']])
  })

  test.each([
    [Number.POSITIVE_INFINITY, 3, 4, 0],
    [Number.MAX_VALUE, 1e6, 1, 0],
    [Number.MIN_VALUE, 1, 1e6, 1],
  ])('the tail of F at %d with %d and %d degrees is a probability near %d', (f, a, b, near) => {
    expect(fisherTail(f, a, b)).toBeCloseTo(near, 8)
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
