import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { type MeritCandidate, meritIncreases, parseMerit } from '../../src/grade/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { cents, fen, merit, meritPolicy, openMerit, p1, someone } from './people.js'

const li: MeritCandidate = { id: 'li', salary: '5400.00', rating: 'A', range: p1 }
const wang: MeritCandidate = { id: 'wang', salary: '6000.00', rating: 'B', range: p1 }
const zhao: MeritCandidate = { id: 'zhao', salary: '6900.00', rating: 'A', range: p1 }

describe('a merit matrix', () => {
  test.each([
    ['A', '0.8999', '0.08'],
    ['A', '0.9', '0.06'],
    ['B', '1.0999', '0.03'],
    ['B', '1.1', '0.02'],
    ['C', '0.5', '0.00'],
  ])('gives %s at %s the increase %s', (rating, compa_ratio, expected) => {
    expect(evaluate(merit.formula, { rating, compa_ratio }).value).toBe(expected)
  })

  test('explains itself', () => {
    const policy = {
      ...meritPolicy,
      label: { en: 'Raise 2026', 'zh-CN': '2026 调薪' },
      clause: '6.1',
    }
    const run = evaluate(parseMerit(policy).formula, { rating: 'A', compa_ratio: '0.95' })
    const text = renderText(explain(run, { locale: 'zh-CN' }))
    expect(text.split('\n')[0]).toBe('2026 调薪：6% [6.1]')
    expect(text).toContain('薪酬比率')
  })

  test.each<[string, object, ...(readonly [code: string, path: string])[]]>([
    [
      'bands out of order',
      { compaRatios: [{}, { from: '1.1' }, { from: '0.9' }] },
      ['unordered-bounds', 'compaRatios[2].from'],
    ],
    [
      'a row that is short',
      { increases: { ...meritPolicy.increases, B: ['0.05'] } },
      ['wrong-row', 'increases.B'],
    ],
    [
      'a row that is missing',
      { increases: { A: ['0', '0', '0'], B: ['0', '0', '0'] } },
      ['wrong-row', 'increases.C'],
    ],
    ['a rating twice', { ratings: ['A', 'A', 'B', 'C'] }, ['repeated-id', 'ratings[1]']],
    [
      'a row of no rating',
      { increases: { ...meritPolicy.increases, AA: ['0', '0', '0'] } },
      ['unknown-rating', 'increases.AA'],
    ],
    ['a reserved name', { ratings: ['constructor'], increases: {} }, ['not-a-name', 'ratings[0]']],
  ])('is refused with %s', (_, wrong, ...expected) => {
    expect(found(() => parseMerit({ ...meritPolicy, ...wrong }))).toEqual(expected)
  })
})

describe('increases without a budget', () => {
  test('are salary × guideline, held at the maximum', () => {
    expect(meritIncreases(merit, [li, wang, zhao])).toEqual({
      increases: [
        {
          id: 'li',
          compaRatio: '0.9000',
          guideline: '0.06',
          guidelineAmount: '324.00',
          increase: '324.00',
          salary: '5724.00',
          atMaximum: false,
        },
        {
          id: 'wang',
          compaRatio: '1.0000',
          guideline: '0.03',
          guidelineAmount: '180.00',
          increase: '180.00',
          salary: '6180.00',
          atMaximum: false,
        },
        {
          id: 'zhao',
          compaRatio: '1.1500',
          guideline: '0.04',
          guidelineAmount: '276.00',
          increase: '100.00',
          salary: '7000.00',
          atMaximum: true,
        },
      ],
      spent: '604.00',
      unspent: '0.00',
    })
  })

  test('may pass the maximum where the policy says so', () => {
    const [own] = meritIncreases(openMerit, [zhao]).increases
    expect(own).toMatchObject({ increase: '276.00', salary: '7176.00', atMaximum: true })
  })

  test('are nothing above the maximum', () => {
    const [own] = meritIncreases(merit, [{ ...zhao, salary: '7500.00' }]).increases
    expect(own).toMatchObject({ increase: '0.00', salary: '7500.00', atMaximum: true })
  })
})

describe('increases with a budget', () => {
  test('spend it to the fen, by the guideline amounts', () => {
    const { increases, spent, unspent } = meritIncreases(merit, [li, wang], '100.00')
    // 324 : 180
    expect(increases.map(({ increase }) => increase)).toEqual(['64.29', '35.71'])
    expect([spent, unspent]).toEqual(['100.00', '0.00'])
  })

  test('give what a maximum holds back to the others', () => {
    const { increases } = meritIncreases(merit, [li, wang, zhao], '780.00')
    // 780 × 276 / 780 = 276 is more than the 100 to the maximum; 680 is shared 324 : 180.
    expect(increases.map(({ increase }) => increase)).toEqual(['437.14', '242.86', '100.00'])
  })

  test('leave unspent what nobody can take', () => {
    const { increases, spent, unspent } = meritIncreases(merit, [zhao], '150.00')
    expect([increases[0]?.increase, spent, unspent]).toEqual(['100.00', '100.00', '50.00'])
  })

  test('leave all of it where nobody has a guideline', () => {
    const { spent, unspent } = meritIncreases(merit, [{ ...li, rating: 'C' }], '150.00')
    expect([spent, unspent]).toEqual(['0.00', '150.00'])
  })

  test('are refused with every problem of every person', () => {
    const wrong = [li, { ...li, salary: '5400.001', rating: 'D' }, { ...wang, salary: '-1' }]
    const run = () => meritIncreases(merit, wrong, '0.001')
    expect(found(run)).toEqual([
      ['repeated-id', 'people[1].id'],
      ['too-many-places', 'people[1].salary'],
      ['unknown-rating', 'people[1].rating'],
      ['negative', 'people[2].salary'],
      ['too-many-places', 'budget'],
    ])
    expect(describeProblems(problemsOf(run), 'zh-CN')).toContain('people[1].rating：没有评级“D”。')
  })
})

const anyBudget = fc.integer({ min: 0, max: 500_000 }).map(cents)

describe('the laws of a merit round', () => {
  test('the budget is spent to the fen, or all there is room for', () => {
    fc.assert(
      fc.property(someone, anyBudget, (people, budget) => {
        const { increases, spent, unspent } = meritIncreases(merit, people, budget)
        expect(total([spent, unspent], 2)).toBe(budget)
        const entitled = increases.filter(({ guidelineAmount }) => fen(guidelineAmount) > 0)
        if (fen(unspent) > 0) expect(entitled.every(({ atMaximum }) => atMaximum)).toBe(true)
        const open = meritIncreases(openMerit, people, budget)
        if (entitled.length > 0) expect(open.unspent).toBe('0.00')
      }),
    )
  })

  test('nobody passes the maximum by an increase, and nobody loses', () => {
    fc.assert(
      fc.property(someone, fc.option(anyBudget, { nil: undefined }), (people, budget) => {
        const { increases } = meritIncreases(merit, people, budget)
        increases.forEach(({ increase, salary }, i) => {
          const { range, salary: before } = people[i] as MeritCandidate
          expect(fen(increase)).toBeGreaterThanOrEqual(0)
          expect(fen(salary)).toBeLessThanOrEqual(Math.max(fen(range.maximum), fen(before)))
        })
      }),
    )
  })

  test('the order of the people changes nothing', () => {
    fc.assert(
      fc.property(someone, anyBudget, (people, budget) => {
        const turned = meritIncreases(merit, people.toReversed(), budget).increases
        expect(turned.toReversed()).toEqual(meritIncreases(merit, people, budget).increases)
      }),
    )
  })
})
