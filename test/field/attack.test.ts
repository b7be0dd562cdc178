import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  check,
  compile,
  constant,
  evaluate,
  input,
  marginal,
  match,
  step,
} from '../../src/formula/index.js'
import { distribute, parseDistribution } from '../../src/kpi/index.js'
import { fromScaled, money } from '../../src/quantity/index.js'

describe('formulas: large tables and large teams take time by their size', () => {
  const sales = input('sales', money('CNY'), 2)
  const numbers = (length: number) => Array.from({ length }, (_, i) => i)
  const rateOf = (i: number) => fromScaled(BigInt((i * 7) % 100), 3)

  test('A9 5,000 tiers compile, and pay what evaluate pays', () => {
    const tiers = numbers(5_000).map((i) => ({ from: `${i * 10}`, rate: rateOf(i) }))
    const formula = check(marginal(sales, tiers))
    const cents = [-100, 999, 1000, 1001, 99_999_999]
    const { values, scale } = compile(formula)({ sales: Float64Array.from(cents) })
    expect([...values].map((value) => fromScaled(BigInt(value), scale))).toEqual(
      cents.map((cent) => evaluate(formula, { sales: fromScaled(BigInt(cent), 2) }).value),
    )
  })

  test.each([
    [
      'a step',
      step(
        sales,
        numbers(5_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), value: `${i}` })),
      ),
    ],
    [
      'tiers from minus infinity',
      marginal(
        sales,
        numbers(5_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), rate: rateOf(i) })),
      ),
    ],
  ])('A9 so does %s of 5,000', (_, expression) => {
    const formula = check(expression)
    const cents = [-100, 0, 12_345, 2_000_001]
    const { values, scale } = compile(formula)({ sales: Float64Array.from(cents) })
    expect([...values].map((value) => fromScaled(BigInt(value), scale))).toEqual(
      cents.map((cent) => evaluate(formula, { sales: fromScaled(BigInt(cent), 2) }).value),
    )
  })

  test('A9 so does a choice of 2,000 categories', () => {
    const names = numbers(2_000).map((i) => `c${i}`)
    const cases = Object.fromEntries(names.map((name, i) => [name, constant(`${i}`)]))
    const formula = check(match('k', cases, constant('-1')))
    const dictionary = ['c0', 'c1999', 'other', 'c777']
    const { values } = compile(formula)({ k: { codes: Uint16Array.of(0, 1, 2, 3), dictionary } })
    expect([...values]).toEqual([0, 1999, -1, 777])
  })

  const teamOf = (scores: readonly number[], ties: 'better' | 'worse') => {
    const policy = parseDistribution({
      id: 'year',
      bands: [
        { band: 'A', share: '0.2' },
        { band: 'B', share: '0.8' },
      ],
      ties,
      smallestTeam: 1,
    })
    return distribute(
      policy,
      scores.map((score, i) => ({ id: `p${i}`, score: `${score}.0` })),
    )
  }

  test.each([
    ['all tied', () => 80],
    ['two halves', (i: number) => i % 2],
    ['all apart', (i: number) => i],
  ])('A13 a team of 16,000 is distributed: %s', (_, scoreOf) => {
    const { people, bands } = teamOf(numbers(16_000).map(scoreOf), 'worse')
    expect(people).toHaveLength(16_000)
    expect(bands.map(({ planned }) => planned)).toEqual([3_200, 12_800])
  })

  test('A13 a drawn team is ranked by how many score more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 1 }),
        fc.constantFrom('better' as const, 'worse' as const),
        (scores, ties) => {
          const { people } = teamOf(scores, ties)
          expect(people.map(({ id, rank }) => [id, rank]).toSorted()).toEqual(
            scores
              .map((own, i) => [`p${i}`, 1 + scores.filter((score) => score > own).length])
              .toSorted(),
          )
        },
      ),
    )
  })
})
