import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  analyze,
  check,
  compile,
  constant,
  type Expression,
  evaluate,
  input,
  marginal,
  match,
  maximum,
  minimum,
  multiply,
  splitGain,
  step,
  subtract,
} from '../../src/formula/index.js'
import { distribute, parseDistribution } from '../../src/kpi/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { fromScaled, money } from '../../src/quantity/index.js'
import { checkPolicy } from '../../src/testing/index.js'

describe('formulas: large tables and large teams take time by their size', () => {
  const sales = input('sales', money('CNY'), 2)
  const numbers = (length: number) => Array.from({ length }, (_, i) => i)
  const rateOf = (i: number) => fromScaled(BigInt((i * 7) % 100), 3)

  test('A9 3,000 tiers compile, and pay what evaluate pays', () => {
    const tiers = numbers(3_000).map((i) => ({ from: `${i * 10}`, rate: rateOf(i) }))
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
        numbers(3_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), value: `${i}` })),
      ),
    ],
    [
      'tiers from minus infinity',
      marginal(
        sales,
        numbers(3_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), rate: rateOf(i) })),
      ),
    ],
  ])('A9 so does %s of 3,000', (_, expression) => {
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

  const x = input('x', 'count', 0)
  const count = (value: number) => constant(`${value}`, 'count')
  const least = (bound: number) => minimum(x, count(bound))
  const thousands = (make: (i: number) => Expression) => numbers(1_500).map(make)

  test('A10 a sum of 240 minimums is analysed exactly', () => {
    const bounds = numbers(240).map((i) => i * 7 + 1)
    const { pieces, nondecreasing, range } = analyze(check(add(...bounds.map(least))), {
      over: 'x',
    })
    expect(pieces).toHaveLength(241)
    expect(pieces[0]).toMatchObject({ from: '0', to: '1', slope: '240' })
    expect(nondecreasing).toBe(true)
    expect(range).toEqual({
      low: '0',
      high: `${bounds.reduce((sum, bound) => sum + bound)}`,
      exact: true,
    })
  })

  test('A10 a table of 500 tiers or bands is analysed, each tier and band told of', () => {
    const tiers = numbers(500).map((i) => ({ from: `${i * 10}`, rate: rateOf(i) }))
    const { pieces, choices, dead } = analyze(check(marginal(x, tiers)), { over: 'x' })
    expect(pieces).toHaveLength(500)
    expect(choices[0]?.branches).toHaveLength(500)
    expect(dead).toEqual([])
    const some = analyze(check(marginal(x, tiers)), { over: 'x', domain: { to: '2500' } })
    expect(some.dead).toHaveLength(250)
    const bands = numbers(500).map((i) => ({ ...(i > 0 && { from: `${i}` }), value: `${i}` }))
    expect(analyze(check(step(x, bands)), { over: 'x' }).pieces).toHaveLength(500)
  })

  const large: readonly (readonly [string, Expression, string])[] = [
    [
      'the greatest of 1,500 lines',
      maximum(...thousands((i) => subtract(multiply(x, count(i)), count(i * i)))),
      'too-much-work',
    ],
    ['a sum of 1,000 squares', add(...numbers(1_000).map(() => multiply(x, x))), 'too-much-work'],
    [
      'a table of 3,000 tiers',
      marginal(
        x,
        numbers(3_000).map((i) => ({ from: `${i}`, rate: rateOf(i) })),
      ),
      'too-many-pieces',
    ],
    [
      'a table of 3,000 bands',
      step(
        x,
        numbers(3_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), value: `${i}` })),
      ),
      'too-many-pieces',
    ],
  ]
  test.each(large)('A10 the analysis of %s is bounded', (_, expression, code) => {
    const [problem] = problemsOf(() => analyze(check(expression), { over: 'x' }))
    expect(problem?.code).toBe(code)
  })

  test('A10 the analysis says in both languages what to do', () => {
    const tell = (locale: 'en' | 'zh-CN') =>
      describeProblems(
        problemsOf(() => analyze(check(large[1]?.[1] as Expression), { over: 'x' })),
        locale,
      )
    expect(tell('en')).toMatch(
      /an exact analysis would take more than 300000 steps. Analyse a smaller domain, or split the rule into several formulas.$/,
    )
    expect(tell('zh-CN')).toMatch(/精确分析超过 300000 步。请缩小分析范围，或把规则拆成几个公式。$/)
  })

  test('A10 the splits of a deal are bounded', () => {
    const tiers = numbers(20).map((i) => ({ from: `${i * 10}`, rate: rateOf(i) }))
    const analysis = analyze(check(marginal(x, tiers)), { over: 'x' })
    expect(splitGain(analysis, { amount: '100', parts: 3 }).parts).toEqual(['100'])
    const told = problemsOf(() => splitGain(analysis, { amount: '1000', parts: 5 }))
    expect(told.map(({ code, path }) => `${code} ${path}`)).toEqual(['too-much-work parts'])
  })

  test('A10 a rule that is too large to be analysed is refused, and not called fair', () => {
    const rule = {
      name: 'large',
      formula: check(large[0]?.[1] as Expression),
      measures: [{ input: 'x', better: 'higher' as const }],
    }
    const told = problemsOf(() => checkPolicy(rule, { laws: ['monotone'] }))
    expect(told.map(({ code, path }) => `${code} ${path}`)).toEqual(['too-much-work large'])
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
