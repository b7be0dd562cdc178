import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GroupInequality, gini, theil } from '../../src/equity/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { hourly, paid, shuffled, people as somePeople } from './company.js'

const giniOf = (pays: readonly string[]) => gini({ people: paid('x', pays), pay: hourly })
const theilOf = (pays: readonly string[]) =>
  theil({ people: paid('x', pays), pay: hourly, by: 'sex', minimum: 1 })

describe('gini', () => {
  test.each([
    // The example of R's ineq 0.2-13 (Zeileis): ineq(x) is 0.4620911.
    [['541', '1463', '2445', '3438', '4437', '5401', '6392', '8304', '11904', '22261'], '0.462091'],
    // The example of DescTools' Gini (after Buchan, StatsDirect): Gini(x, unbiased = FALSE) is 0.6.
    [['10', '10', '0', '0', '0'], '0.600000'],
    [['10', '10', '10'], '0.000000'],
    // One of n has all: 1 − 1/n.
    [['0', '0', '0', '7'], '0.750000'],
    [['100', '9'], '0.417431'],
  ])('of %j is %s', (pays, expected) => {
    expect(giniOf(pays)).toBe(expected)
  })

  test('it is half the mean difference of all pairs over the mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 20 }),
        (pays) => {
          const sum = pays.reduce((a, b) => a + b, 0)
          const pairs = pays
            .flatMap((a) => pays.map((b) => Math.abs(a - b)))
            .reduce((a, b) => a + b, 0)
          expect(Number(giniOf(pays.map(String)))).toBeCloseTo(pairs / (2 * pays.length * sum), 5)
        },
      ),
    )
  })

  test('who received nothing counts where the policy says so', () => {
    const people = paid('x', ['0', '10', '10'])
    expect(gini({ people, pay: { ...hourly, missing: 'zero' } })).toBe('0.333333')
    expect(gini({ people, pay: { ...hourly, missing: 'leave-out' } })).toBe('0.000000')
  })
})

describe('the weighted gini', () => {
  const weighed = (rows: readonly (readonly [pay: string, weight: string])[]) =>
    rows.map(([pay, weight], i) => ({
      id: `${i}`,
      attributes: {},
      amounts: { hourly: pay },
      measures: { fte: weight },
    }))
  const weightedOf = (rows: readonly (readonly [pay: string, weight: string])[]) =>
    gini({ people: weighed(rows), pay: hourly, weight: 'fte' })

  test.each<[readonly (readonly [string, string])[], string]>([
    // DescTools' example once more, with as many people as weights: Gini(c(10, 10, 0, 0, 0)) is 0.6.
    [
      [
        ['0', '3'],
        ['10', '2'],
      ],
      '0.600000',
    ],
    [
      [
        ['10', '0.5'],
        ['0', '0.75'],
      ],
      '0.600000',
    ],
    // One half-time person beside one full-time one, at twice the pay: ½ × 1 × 1 / (1.5 × 2) = 1/6.
    [
      [
        ['1', '1'],
        ['2', '0.5'],
      ],
      '0.166667',
    ],
    [
      [
        ['5', '0.1'],
        ['5', '0.7'],
      ],
      '0.000000',
    ],
    [[['3', '0.001']], '0.000000'],
  ])('of %j is %s', (rows, expected) => {
    expect(weightedOf(rows)).toBe(expected)
  })

  const row = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 6 }))
  const rows = fc
    .array(row, { minLength: 1, maxLength: 20 })
    .filter((drawn) => drawn.some(([pay]) => pay > 0))

  test('a whole weight is so many people, in any order, and only ratios of weights matter', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const found = weightedOf(drawn.map(([pay, weight]) => [`${pay}`, `${weight}`]))
        const replicated = drawn.flatMap(([pay, times]) => new Array<string>(times).fill(`${pay}`))
        expect(giniOf(replicated)).toBe(found)
        const halves = drawn.map(([pay, weight]) => [`${pay}`, `${weight / 2}`] as const)
        expect(weightedOf(halves)).toBe(found)
        expect(weightedOf(halves.toReversed())).toBe(found)
        const ones = drawn.map(([pay]) => [`${pay}`, '1'] as const)
        expect(weightedOf(ones)).toBe(giniOf(drawn.map(([pay]) => `${pay}`)))
      }),
    )
  })

  test('a weight that is lacking, of zero, below or no number is refused', () => {
    expect(found(() => gini({ people: paid('x', ['1']), pay: hourly, weight: 'fte' }))).toEqual([
      ['missing-measure', 'people[0].measures'],
    ])
    expect(
      found(() =>
        weightedOf([
          ['1', '0'],
          ['1', '-1'],
          ['1', '1'],
        ]),
      ),
    ).toEqual([
      ['not-positive', 'people[0].measures.fte'],
      ['not-positive', 'people[1].measures.fte'],
    ])
    expect(found(() => weightedOf([['1', 'x']]))).toEqual([
      ['not-a-number', 'people[0].measures.fte'],
    ])
  })
})

describe('theil', () => {
  // Wikipedia, "Theil index": 80 % of income with 20 % of people is 0.8 ln 4 + 0.2 ln ¼ = 0.832.
  test('of one with four fifths among five is 0.832', () => {
    const { total } = theilOf(['16', '1', '1', '1', '1'])
    expect(total).toBeCloseTo(0.6 * Math.log(4), 14)
    expect(total.toFixed(3)).toBe('0.832')
  })

  test.each([
    [['5', '5', '5'], 0],
    [['0', '0', '0', '9'], Math.log(4)],
  ])('of %j is %d', (pays, expected) => {
    expect(theilOf(pays).total).toBeCloseTo(expected, 14)
  })

  test('equal pay within groups leaves only what is between, and the other way about', () => {
    const people = [...paid('a', ['3', '3']), ...paid('b', ['1', '1'])]
    const apart = theil({ people, pay: hourly, by: 'sex', minimum: 1 })
    expect(apart.within).toBe(0)
    expect(apart.between).toBeCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), 14)
    const alike = [...paid('a', ['3', '1']), ...paid('b', ['1', '3'])]
    const mixed = theil({ people: alike, pay: hourly, by: 'sex', minimum: 1 })
    expect(mixed.between).toBeCloseTo(0, 15)
    expect(mixed.total).toBeCloseTo(mixed.within, 15)
  })

  test('a group without any pay adds nothing', () => {
    const people = [...paid('a', ['0', '0']), ...paid('b', ['2', '2'])]
    const { total, within, between, groups } = theil({ people, pay: hourly, by: 'sex', minimum: 1 })
    expect(total).toBeCloseTo(Math.log(2), 14)
    expect([within, between]).toEqual([0, expect.closeTo(Math.log(2), 14)])
    expect(groups[0]).toEqual({ group: 'a', people: 2, share: 0, theil: 0 })
  })

  test('within and between add up, and the order of people changes nothing', () => {
    fc.assert(
      fc.property(shuffled(somePeople), ([people, others]) => {
        const of = (some: typeof people) =>
          theil({ people: some, pay: hourly, by: 'grade', minimum: 1 })
        const all = of(people)
        expect(of(others)).toEqual(all)
        expect(all.within + all.between).toBeCloseTo(all.total, 12)
        const shares = all.groups.map((group) => (group as unknown as GroupInequality).share)
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      }),
    )
  })

  test('the line of a small group is suppressed, and one more that would tell it', () => {
    const people = [...paid('a', ['3', '1', '2']), ...paid('b', ['1']), ...paid('c', ['1', '2'])]
    const { groups } = theil({ people, pay: hourly, by: 'sex', minimum: 2 })
    expect(groups).toEqual([
      { group: 'a', people: 3, share: 0.6, theil: expect.any(Number) },
      { group: 'b', suppressed: 'small-group', minimum: 2 },
      { group: 'c', suppressed: 'complementary', minimum: 2 },
    ])
  })
})

describe('bad input', () => {
  test('nothing paid, and what is lacking, are refused', () => {
    expect(found(() => giniOf(['0', '0']))).toEqual([['nothing-paid', 'pay']])
    expect(found(() => giniOf([]))).toEqual([['nothing-paid', 'pay']])
    expect(
      found(() => theil({ people: paid('a', ['1']), pay: hourly, by: 'x', minimum: 1 })),
    ).toEqual([['missing-attribute', 'people[0].attributes']])
    expect(
      describeProblems(
        problemsOf(() => giniOf([])),
        'zh-CN',
      ),
    ).toBe('pay：金额合计为零，无法计算份额。请给出有薪酬的人员。')
  })
})
