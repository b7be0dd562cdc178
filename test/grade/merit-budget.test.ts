import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type MeritBudget,
  type MeritCandidate,
  type MeritRound,
  meritIncreases,
} from '../../src/grade/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { cents, fen, guidelines, lump, merit, p1, someone } from './people.js'

const li: MeritCandidate = { id: 'li', salary: '5400.00', rating: 'A', range: p1 }
const wang: MeritCandidate = { id: 'wang', salary: '6000.00', rating: 'B', range: p1 }
const zhao: MeritCandidate = { id: 'zhao', salary: '6900.00', rating: 'A', range: p1 }
const given = ({ increases }: MeritRound) => increases.map(({ increase }) => increase)

describe('a budget for each category', () => {
  const sold = { ...li, category: 'sales' }
  const served = [
    { ...wang, category: 'service' },
    { ...zhao, category: 'service' },
  ]
  const run = (budget: MeritBudget, of = merit) => meritIncreases(of, [sold, ...served], budget)

  test('is spent in its own category', () => {
    const round = run({ service: '200.00', sales: '300.00' })
    // 200 by 180 to 276 is 78.95 and 121.05, of which 100 are left in the range.
    expect(given(round)).toEqual(['300.00', '100.00', '100.00'])
    expect(round.categories).toEqual([
      { category: 'sales', budget: '300.00', spent: '300.00' },
      { category: 'service', budget: '200.00', spent: '200.00' },
    ])
  })

  test('goes to the others where its own category has no room', () => {
    const alone = { ...zhao, category: 'service' }
    const round = meritIncreases(merit, [sold, alone], { sales: '50.00', service: '300.00' })
    expect(given(round)).toEqual(['250.00', '100.00'])
    expect(round.categories).toEqual([
      { category: 'sales', budget: '50.00', spent: '250.00' },
      { category: 'service', budget: '300.00', spent: '100.00' },
    ])
    expect([round.spent, round.unspent]).toEqual(['350.00', '0.00'])
  })

  test('goes to several by their guideline amounts, as far as each has room', () => {
    const people = [
      { ...li, category: 'sales' },
      { ...wang, category: 'service' },
    ]
    // 504 of nobody, by 324 to 180.
    const round = meritIncreases(guidelines, people, { sales: '0', service: '0', empty: '504.00' })
    expect(given(round)).toEqual(['324.00', '180.00'])
    const more = meritIncreases(guidelines, people, { sales: '0', service: '240', empty: '500.00' })
    expect(given(more)).toEqual(['432.00', '240.00'])
    expect([more.spent, more.unspent]).toEqual(['672.00', '68.00'])
  })

  test('is left where no category has room', () => {
    const alone = { ...zhao, category: 'service' }
    const round = meritIncreases(merit, [alone], { service: '150.00', sales: '10.00' })
    expect([given(round), round.unspent]).toEqual([['100.00'], '60.00'])
  })

  test('is refused with every problem', () => {
    const people = [sold, { ...wang, category: 'servce' }]
    const wrong = () => meritIncreases(merit, people, { sales: '0.001', service: '-1' })
    expect(found(wrong)).toEqual([
      ['unknown-category', 'people[1].category'],
      ['too-many-places', 'budget.sales'],
      ['negative', 'budget.service'],
    ])
    expect(describeProblems(problemsOf(wrong)).split('\n')[0]).toBe(
      'people[1].category: "servce" is no category of the budget. Perhaps "service" was meant.',
    )
    expect(found(() => meritIncreases(merit, [li], { sales: '1' }))).toEqual([
      ['missing', 'people[0].category'],
    ])
  })
})

describe('the laws of guidelines', () => {
  const policies = fc.constantFrom(guidelines, lump, merit)
  const money = fc.integer({ min: 0, max: 500_000 }).map(cents)
  const among = someone.chain((people) =>
    fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: people.length, maxLength: people.length })
      .map((names) => people.map((person, i) => ({ ...person, category: names[i] as string }))),
  )
  const budgets: fc.Arbitrary<MeritBudget> = fc.oneof(
    money,
    fc.record({ a: money, b: money, c: money }),
  )
  const sumOf = (budget: MeritBudget) =>
    typeof budget === 'string' ? budget : total(Object.values(budget), 2)
  const cost = ({ increase, lumpSum = '0.00' }: MeritRound['increases'][number]) =>
    fen(increase) + fen(lumpSum)

  test('raises and lump sums never pass the budget, and nobody could take another fen', () => {
    fc.assert(
      fc.property(policies, among, budgets, (policy, people, budget) => {
        const { increases, spent, unspent } = meritIncreases(policy, people, budget)
        const all = increases.reduce((sum, each) => sum + cost(each), 0)
        expect(all).toBe(fen(spent))
        expect(total([spent, unspent], 2)).toBe(sumOf(budget))
        expect(fen(unspent)).toBeGreaterThanOrEqual(0)
        if (fen(unspent) === 0) return
        for (const each of increases)
          if (fen(each.guidelineAmount) > 0) {
            const full = each.bounds !== undefined && cost(each) === fen(each.bounds.maximum)
            expect(full || (policy !== lump && each.atMaximum)).toBe(true)
          }
      }),
    )
  })

  test('each is within the guideline, and below it only where the budget or the range is short', () => {
    fc.assert(
      fc.property(fc.constantFrom(guidelines, lump), among, budgets, (policy, people, budget) => {
        const { increases } = meritIncreases(policy, people, budget)
        const least = increases.reduce((sum, { bounds }) => sum + fen(bounds?.minimum ?? ''), 0)
        increases.forEach((each) => {
          const { minimum, maximum } = each.bounds as { minimum: string; maximum: string }
          expect(cost(each)).toBeLessThanOrEqual(fen(maximum))
          const enough = typeof budget === 'string' && fen(budget) >= least
          if (enough && cost(each) < fen(minimum)) expect(each.atMaximum).toBe(true)
        })
      }),
    )
  })

  test('a category never loses what its own budget and room give it', () => {
    fc.assert(
      fc.property(policies, among, money, money, money, (policy, people, a, b, c) => {
        const round = meritIncreases(policy, people, { a, b, c })
        for (const { category, budget, spent } of round.categories ?? []) {
          const own = people.filter((person) => person.category === category)
          const alone = meritIncreases(policy, own, budget)
          expect(fen(spent)).toBeGreaterThanOrEqual(fen(alone.spent))
        }
      }),
    )
  })

  test('the order of people and of budgets changes nothing', () => {
    fc.assert(
      fc.property(policies, among, budgets, (policy, people, budget) => {
        const turned =
          typeof budget === 'string'
            ? budget
            : Object.fromEntries(Object.entries(budget).toReversed())
        const { increases, ...rest } = meritIncreases(policy, people, budget)
        const other = meritIncreases(policy, people.toReversed(), turned)
        expect(other).toEqual({ increases: increases.toReversed(), ...rest })
      }),
    )
  })

  test('nobody is raised above the range, but by an increase that may pass it', () => {
    fc.assert(
      fc.property(fc.constantFrom(guidelines, lump), among, budgets, (policy, people, budget) => {
        meritIncreases(policy, people, budget).increases.forEach(({ salary }, i) => {
          const { range, salary: before } = people[i] as MeritCandidate
          expect(fen(salary)).toBeLessThanOrEqual(Math.max(fen(range.maximum), fen(before)))
        })
      }),
    )
  })
})
