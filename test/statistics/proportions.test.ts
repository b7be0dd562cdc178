import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fisherExact, type Part, twoProportions } from '../../src/statistics/index.js'

const part = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.nat())
    .map(([all, some]): Part => ({ some: some % (all + 1), all }))

describe('Fisher’s exact test', () => {
  test.each<[string, Part, Part, number]>([
    // R's ?fisher.test: the lady tasting tea (Fisher 1935; Agresti 1990, p. 61), and Fisher's (1962) twins.
    ['tea', { some: 3, all: 4 }, { some: 1, all: 4 }, 0.4857142857],
    ['twins', { some: 2, all: 17 }, { some: 10, all: 13 }, 0.0005367241],
    // SciPy's fisher_exact: whales and sharks in two oceans.
    ['whales', { some: 8, all: 10 }, { some: 1, all: 6 }, 0.034965035],
    ['nothing', { some: 0, all: 5 }, { some: 0, all: 9 }, 1],
    ['everything', { some: 5, all: 5 }, { some: 9, all: 9 }, 1],
  ])('of %s', (_, a, b, expected) => {
    expect(fisherExact(a, b)).toBeCloseTo(expected, 10)
  })

  test('it is what counting every table gives, whichever part stands first', () => {
    const choose = (n: number, k: number): bigint =>
      k < 0 || k > n
        ? 0n
        : Array.from({ length: k }, (_, i) => BigInt(i)).reduce(
            (product, i) => (product * (BigInt(n) - i)) / (i + 1n),
            1n,
          )
    fc.assert(
      fc.property(part(25), part(25), (a, b) => {
        const some = a.some + b.some
        const ways = (x: number) => choose(a.all, x) * choose(b.all, some - x)
        const all = Array.from({ length: some + 1 }, (_, x) => ways(x))
        const sum = (of: readonly bigint[]) => of.reduce((total, each) => total + each, 0n)
        const extreme = sum(all.filter((each) => each <= ways(a.some)))
        expect(fisherExact(a, b)).toBeCloseTo(Number(extreme) / Number(sum(all)), 12)
        expect(fisherExact(b, a)).toBeCloseTo(fisherExact(a, b), 12)
      }),
    )
  })

  test('large parts are quick, and a probability too small for a double is 0', () => {
    expect(fisherExact({ some: 0, all: 100_000 }, { some: 100_000, all: 100_000 })).toBe(0)
    expect(fisherExact({ some: 50_000, all: 100_000 }, { some: 50_000, all: 100_000 })).toBeCloseTo(
      1,
      10,
    )
  })
})

describe('the z test of two parts', () => {
  test('its square is chi-square of the table, and which stands first changes its sign alone', () => {
    fc.assert(
      fc.property(part(60), part(60), (a, b) => {
        const some = a.some + b.some
        const rest = a.all + b.all - some
        fc.pre(some > 0 && rest > 0)
        const cells = [a, b].flatMap(({ some: own, all }) => [
          [own, (all * some) / (some + rest)],
          [all - own, (all * rest) / (some + rest)],
        ]) as [number, number][]
        const chi = cells.reduce(
          (sum, [seen, expected]) => sum + (seen - expected) ** 2 / expected,
          0,
        )
        const { z, p } = twoProportions(a, b)
        expect(z ** 2).toBeCloseTo(chi, 8)
        expect(twoProportions(b, a)).toEqual({
          z: expect.closeTo(-z, 12),
          p: expect.closeTo(p, 12),
        })
      }),
    )
  })
})
