import { describe, expect, test } from 'vitest'
import { parsePlan, quotaForShare } from '../../src/commission/index.js'
import {
  add,
  constant,
  evaluate,
  goalSeek,
  input,
  maximum,
  multiply,
  round,
  subtract,
} from '../../src/formula/index.js'
import {
  book as bookOf,
  component,
  figure,
  parseData,
  payFormula,
  settle,
  tagged,
} from '../../src/pay/index.js'
import { money, total } from '../../src/quantity/index.js'

describe('powers 12: the number of a plan with which people cost a budget', () => {
  const cny = money('CNY')
  const sales = input('sales', cny, 2)
  const common = { id: 'field', currency: 'CNY', period: 'month', measure: { sum: 'sales' } }
  const beyond = maximum(subtract(sales, input('quota', cny, 2)), constant('0', cny))
  const more = subtract(input('factor', 'ratio', 6), constant('1'))
  /** 10 % of all sales, and what is beyond the quota counts `factor` times. */
  const accelerated = parsePlan({
    ...common,
    quota: 'quota',
    tiers: {
      kind: 'formula',
      earns: multiply(add(sales, multiply(beyond, more)), constant('0.1')),
    },
  })
  const people = ['80.00', '100.00', '130.00']
  const cases = people.map((sold) => ({
    formula: accelerated.formula,
    over: 'factor',
    given: { sales: sold, quota: '100.00' },
  }))
  const domain = { from: 1, to: 3 }
  const paidAt = (factor: string) =>
    total(
      cases.map(({ formula, given }) => evaluate(formula, { ...given, factor }).value),
      2,
    )

  test('an accelerator of 1.5 exactly, on the one piece from 1 to 3', () => {
    expect(paidAt('1')).toBe('31.00')
    const { answers } = goalSeek(cases, { goal: '32.5', domain, places: 2 })
    expect(answers).toEqual([
      {
        at: '1.500000',
        pieces: [
          {
            from: '1.000000',
            to: '3.000000',
            toInclusive: true,
            slope: '3',
            intercept: '28',
            deviation: '0.005',
          },
        ],
        near: [
          { at: '1.49', sum: '32.47' },
          { at: '1.50', sum: '32.50' },
          { at: '1.51', sum: '32.53' },
        ],
      },
    ])
    expect(paidAt('1.5')).toBe('32.50')
  })

  test.each([
    // 28 + 3 × f = 33, and 3 × f has no end.
    ['33', ['5/3'], ['1.66: 32.98', '1.67: 33.01']],
    ['31', ['1.000000'], ['1.00: 31.00', '1.01: 31.03']],
    ['30.99', [], []],
    ['37.01', [], []],
  ])('a budget of %s', (goal, at, near) => {
    const { answers, least, most } = goalSeek(cases, { goal, domain, places: 2 })
    expect(answers.map((answer) => answer.at)).toEqual(at)
    expect(
      answers.flatMap((answer) => answer.near.map((each) => `${each.at}: ${each.sum}`)),
    ).toEqual(near)
    expect([least?.sum, most?.sum]).toEqual(['31.00', '37.00'])
  })

  const ofPlan = (policy: object, over: string, given: object = {}) => {
    const { formula } = parsePlan({ ...common, ...policy })
    return people.map((sold) => ({ formula, over, given: { sales: sold, ...given } }))
  }
  const tiers = { kind: 'flat', rate: '0.1' }

  test.each<[string, ReturnType<typeof ofPlan>, string, string]>([
    [
      'a rate',
      ofPlan({ tiers: { kind: 'flat', rate: { figure: 'rate' } } }, 'rate'),
      '15.5',
      '0.050000',
    ],
    // 8.00 and 10.00 of the first two, so that 10.50 are left for the third.
    ['a cap', ofPlan({ tiers, cap: { figure: 'most' } }, 'most'), '28.5', '10.50'],
    ['a floor', ofPlan({ tiers, floor: { figure: 'least' } }, 'least'), '32', '9.00'],
    [
      'a kicker',
      ofPlan(
        {
          tiers,
          quota: 'quota',
          kickers: [{ kpi: 'sales', of: 'quota', atLeast: '1', pays: { figure: 'prize' } }],
        },
        'prize',
        { quota: '100.00' },
      ),
      '40',
      '4.50',
    ],
    // Of 130.00 alone is anything beyond it: 31 + 0.05 × (130 − q).
    [
      'a quota',
      people.map((sold) => ({
        formula: accelerated.formula,
        over: 'quota',
        given: { sales: sold, factor: '1.5' },
      })),
      '32',
      '110.00',
    ],
  ])('is found of %s too', (_, of, goal, at) => {
    expect(goalSeek(of, { goal, places: 2 }).answers.map((answer) => answer.at)).toEqual([at])
  })

  test('a bound that a share of the quota reaches is stepped over where a prize hangs on it', () => {
    const of = ofPlan(
      {
        tiers,
        quota: 'quota',
        kickers: [{ kpi: 'sales', of: 'quota', atLeast: { figure: 'part' }, pays: '4' }],
      },
      'part',
      { quota: '100.00' },
    )
    const { answers, jumps } = goalSeek(of, { goal: '37', places: 2 })
    expect(answers).toEqual([])
    expect(jumps).toEqual([
      {
        at: '1.000000',
        exclusive: true,
        near: [
          { at: '1.00', sum: '39.00' },
          { at: '1.01', sum: '35.00' },
        ],
      },
    ])
  })

  test('a quota that a wished share of people reaches', () => {
    expect(quotaForShare({ amounts: people, share: '0.6' })).toEqual({
      quota: '100.00',
      reached: 2,
      people: 3,
    })
    expect(quotaForShare({ amounts: people, share: '1' }).quota).toBe('80.00')
    expect(quotaForShare({ amounts: people, share: '0.3' }).quota).toBe('130.00')
  })

  test('of all that a book pays, with a minimum wage under it: the part of a bonus that is paid', () => {
    const unit = (amount: string) => constant(amount, cny)
    const wage = component('wage', { pays: 'due', tags: ['wage'] }, figure('wage', cny, 2))
    const bonus = component(
      'bonus',
      { pays: 'due', tags: ['wage'] },
      round(multiply(figure('target', cny, 2), figure('part', 'ratio', 4)), {
        places: 2,
        rounding: 'half-up',
      }),
    )
    const topUp = component(
      'topUp',
      { pays: 'due' },
      maximum(subtract(unit('2490.00'), tagged('wage', cny, 2)), unit('0.00')),
    )
    const book = bookOf([wage, bonus, topUp], { currency: 'CNY', retro: 0 })
    const person = (id: string, base: string) => ({
      id,
      employment: [{ from: '2026-01-01' }],
      attributes: {},
      figures: Object.entries({ wage: base, target: '1000.00', part: '0.5' }).map(
        ([name, value]) => ({ name, period: '2026-03', value }),
      ),
    })
    const data = parseData({ people: [person('li', '2300.00'), person('wu', '3000.00')] })
    const march = settle(book, data, { period: '2026-03', before: 'first' })
    const cases = ['li', 'wu'].map((id) =>
      payFormula(book, data, march, { person: id, over: { figure: 'part' } }),
    )
    expect(cases.map(({ held }) => held)).toEqual([[], []])
    // To 0.19 the bonus of li is what she is topped up by less.
    const { answers, pieces } = goalSeek(cases, { goal: '5700', domain: { from: 0, to: 1 } })
    expect(pieces.map(({ from, slope }) => `${from}: ${slope}`)).toEqual([
      '0.0000: 1000',
      '0.1900: 2000',
    ])
    expect(answers.map(({ at }) => at)).toEqual(['0.2000'])
  })
})
