import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactQuotient, quotientLoop } from '../../src/formula/quotient.js'
import { decimal, divideTo, roundings } from '../../src/quantity/index.js'

const limit = Number.MAX_SAFE_INTEGER
const safe = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.maxSafeInteger(),
  fc.integer({ min: 0, max: 50 }).map((below) => limit - below),
)

describe.each(roundings)('a quotient rounded %s', (rounding) => {
  const inDoubles = (pairs: readonly (readonly [number, number])[]): number[] => {
    const [a, b] = [0, 1].map((i) => Float64Array.from(pairs, (pair) => pair[i] as number))
    const out = new Float64Array(Math.ceil(pairs.length / 4) * 4)
    quotientLoop(rounding)(out, padded(a), padded(b), pairs.length)
    return [...out.subarray(0, pairs.length)].map((value) => value + 0)
  }
  const padded = (values: Float64Array | undefined) => {
    const whole = new Float64Array(Math.ceil((values?.length ?? 0) / 4) * 4)
    whole.set(values ?? [])
    return whole
  }

  test('is that of decimals, in bigints and in doubles', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            safe,
            safe.filter((divisor) => divisor !== 0),
          ),
        ),
        (pairs) => {
          const expected = pairs.map(
            ([a, b]) =>
              divideTo(decimal(String(a)), decimal(String(b)), 0, rounding).toNumber() + 0,
          )
          expect(
            pairs.map(([a, b]) => Number(exactQuotient(BigInt(a), BigInt(b), rounding))),
          ).toEqual(expected)
          expect(inDoubles(pairs)).toEqual(expected)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('at ties on both sides of zero', () => {
    const ties = [5, 15, -5, -15].flatMap((a) => [[a, 10] as const, [a, -10] as const])
    expect(inDoubles(ties)).toEqual(
      ties.map(([a, b]) => Number(exactQuotient(BigInt(a), BigInt(b), rounding))),
    )
  })

  test('by zero is a number, so that rows which do not take it go on', () => {
    expect(exactQuotient(7n, 0n, rounding)).toBe(0n)
    expect(
      inDoubles([
        [7, 0],
        [0, 0],
      ]).every(Number.isSafeInteger),
    ).toBe(true)
  })
})
