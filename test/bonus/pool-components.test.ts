import { describe, expect, test } from 'vitest'
import { poolComponents } from '../../src/bonus/index.js'
import { constant, input, match, multiply, renderText } from '../../src/formula/index.js'
import { type Component, explain, type Figure, parseData, settle } from '../../src/pay/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { bookOf, writtenText } from '../pay/written.js'
import { company } from './pools.js'

const period = '2026-03'
const cny = 'money:CNY'
const about = { id: 'pool', currency: 'CNY' } as const
const funding = {
  id: 'fund',
  currency: 'CNY',
  rounding: 'down',
  source: { kind: 'profit-share', rate: '0.10', above: '1000000' },
  label: { en: 'Profit pool', 'zh-CN': '利润奖池' },
  clause: '§6',
  cap: '500000',
} as const
const heads = {
  ...funding,
  source: { kind: 'per-head', amount: '1000' },
} as const
const people = {
  id: 'pool',
  currency: 'CNY',
  ties: 'id',
  levels: [{ level: 'person', weight: input('rating', 'ratio', 1) }],
} as const

const since = (value: string) => [{ from: '2020-01-01', value }]
const figures = (told: Readonly<Record<string, string>>): readonly Figure[] =>
  Object.entries(told).map(([name, value]) => ({ name, period, value }))
const person = (
  id: string,
  attributes: Readonly<Record<string, string>>,
  told: Readonly<Record<string, string>> = {},
) => ({
  id,
  employment: [{ from: '2020-01-01' }],
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, since(value)]),
  ),
  figures: figures(told),
})
const firm = (told: Readonly<Record<string, string>>) =>
  ({ of: 'company', figures: figures(told) }) as const

const paidBy = (components: readonly Component[], people: readonly object[], groups: object[]) => {
  const book = bookOf(components)
  const data = parseData({ people, groups })
  return { book, data, run: settle(book, data, { period, before: 'first' }) }
}
const amounts = ({ run }: ReturnType<typeof paidBy>) =>
  Object.fromEntries(run.lines.map(({ person, amount }) => [person, amount]))

const reads = { salary: { from: 'attribute', name: 'salary' } } as const
const yearEnd = poolComponents({ funding, division: company, reads }, { ...about, id: 'year-end' })

describe('a pool as components', () => {
  test('writes what is golden: of departments, teams and people, with floors and caps', () => {
    expectGolden('test/bonus/golden/pool.levels.txt', writtenText(yearEnd))
    expect(bookOf(yearEnd).components.size).toBe(yearEnd.length)
  })

  test('writes what is golden: of one level', () => {
    const eligible = { where: { permanent: ['yes'] } }
    const written = poolComponents(
      { funding: heads, division: people },
      { ...about, eligible, retro: 1 },
    )
    expectGolden('test/bonus/golden/pool.people.txt', writtenText(written))
    expect(bookOf(written).components.size).toBe(written.length)
  })

  const staff = [
    person('ann', { department: 'ops', team: 'shop', salary: '9000' }, { kpi: '1' }),
    person('bob', { department: 'ops', team: 'shop', salary: '9000' }, { kpi: '0.8' }),
    person('li', { department: 'service', team: 'chat', salary: '5000' }, { kpi: '1.2' }),
    person('wu', { department: 'service', team: 'chat', salary: '5000' }, { kpi: '0.9' }),
    person('ma', { department: 'service', team: 'phone', salary: '4000' }, { kpi: '0' }),
  ]
  const team = (value: string, department: string, count: string) => ({
    of: { by: 'team', value },
    attributes: { department: since(department) },
    figures: figures({ heads: count }),
  })
  const department = (value: string, direct: string, indirect: string) => ({
    of: { by: 'department', value },
    figures: figures({ direct, indirect }),
  })
  const groups = [
    firm({ profit: '1200000.00' }),
    department('ops', '900000', '0'),
    department('service', '0', '1000000'),
    team('shop', 'ops', '2'),
    team('chat', 'service', '2'),
    team('phone', 'service', '1'),
  ]

  test('is divided level by level, and a team whose people weigh nothing gets their floors', () => {
    // 15,000 to operations and 5,000 to service, of which 500 are the floor of ma.
    expect(amounts(paidBy(yearEnd, staff, groups))).toEqual({
      ann: '8333.33',
      bob: '6666.67',
      li: '2571.43',
      wu: '1928.57',
      ma: '500.00',
    })
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s', (locale) => {
    const { book, data, run } = paidBy(yearEnd, staff, groups)
    const why = explain(book, data, run, { component: 'year-end', person: 'li', locale })
    expectGolden(`test/bonus/golden/pool.${locale}.txt`, renderText(why))
  })

  test('is withheld where floors are above the fund, or caps below it', () => {
    const [, ...others] = groups
    for (const profit of ['1000000.00', '9000000.00']) {
      const { run } = paidBy(yearEnd, staff, [firm({ profit }), ...others])
      expect(run.lines).toEqual([])
      expect(run.withheld).toHaveLength(5)
    }
  })

  const ratings = (...told: readonly string[]) =>
    told.map((rating, i) => person('abc'[i] as string, {}, { rating }))
  const simple = poolComponents({ funding: heads, division: people }, about)

  test.each([
    ['one member', ['1.0'], { a: '1000.00' }],
    ['somebody who weighs nothing', ['1.0', '0.0'], { a: '1000.00', b: '0.00' }],
    ['weights below zero', ['1.0', '-0.5'], {}],
    ['nobody who weighs anything', ['0.0', '0.0'], {}],
  ])('%s', (_, told, expected) => {
    expect(amounts(paidBy(simple, ratings(...told), [firm({ heads: '1' })]))).toEqual(expected)
  })

  test('is withheld from all where a weight of one cannot be told', () => {
    const { run } = paidBy(simple, [...ratings('1.0'), person('b', {})], [firm({ heads: '1' })])
    expect(run.withheld.map(({ owner }) => owner)).toEqual([{ person: 'a' }, { person: 'b' }])
  })

  test('stands once it is divided, and with more retro is put right', () => {
    const told = { name: 'rating', period, value: '3.0', recorded: '2026-04-02' }
    const [a, b] = ratings('1.0', '1.0') as [ReturnType<typeof person>, ReturnType<typeof person>]
    const company = firm({ heads: '1' })
    const later = parseData({
      people: [{ ...a, figures: [...a.figures, told] }, b],
      groups: [
        {
          ...company,
          figures: [...company.figures, { ...told, name: 'heads', period: '2026-04', value: '0' }],
        },
      ],
    })
    const corrections = (retro?: number) => {
      const of = bookOf(
        poolComponents(
          { funding: heads, division: people },
          { ...about, ...(retro !== undefined && { retro }) },
        ),
      )
      const march = settle(of, parseData({ people: [a, b], groups: [company] }), {
        period,
        before: 'first',
      })
      return settle(of, later, { period: '2026-04', before: march })
        .lines.filter(({ earned, amount }) => earned.period === period && amount !== '0.00')
        .map(({ person, amount }) => [person, amount])
    }
    expect(corrections()).toEqual([])
    expect(corrections(2)).toEqual([
      ['a', '250.00'],
      ['b', '-250.00'],
    ])
  })

  describe('of teams and their people', () => {
    const rating = input('rating', 'ratio', 1)
    const teams = (bounds: object = {}) =>
      poolComponents(
        {
          funding: heads,
          division: {
            ...people,
            levels: [
              { level: 'team', weight: rating, ...bounds },
              { level: 'person', weight: rating },
            ],
          },
        },
        about,
      )
    const staff = (...told: readonly (readonly [team: string, rating: string])[]) =>
      told.map(([team, rating], i) => person('abc'[i] as string, { team }, { rating }))
    const groups = [
      firm({ heads: '4' }),
      { of: { by: 'team', value: 'red' }, figures: figures({ rating: '1.0' }) },
      { of: { by: 'team', value: 'blue' }, figures: figures({ rating: '3.0' }) },
    ]

    test('what a team would get of whose people none weighs anything goes to the others', () => {
      const people = staff(['red', '1.0'], ['blue', '0.0'], ['blue', '0.0'])
      expect(amounts(paidBy(teams(), people, groups))).toEqual({
        a: '4000.00',
        b: '0.00',
        c: '0.00',
      })
    })

    test('floors and caps of teams hold', () => {
      const people = staff(['red', '1.0'], ['blue', '1.0'], ['blue', '2.0'])
      const floor = constant('1500', cny)
      const cap = constant('2600', cny)
      expect(amounts(paidBy(teams({ floor, cap }), people, groups))).toEqual({
        a: '1500.00',
        b: '833.33',
        c: '1666.67',
      })
    })

    test('a team without a weight withholds the parts of all', () => {
      const people = staff(['red', '1.0'], ['blue', '1.0'], ['green', '1.0'])
      expect(paidBy(teams(), people, groups).run.withheld).toHaveLength(3)
    })
  })

  test('is divided among those who are eligible', () => {
    const eligible = { where: { permanent: ['yes'] } }
    const written = poolComponents({ funding: heads, division: people }, { ...about, eligible })
    const staff = [
      person('a', { permanent: 'yes' }, { rating: '1.0' }),
      person('b', { permanent: 'no' }, { rating: '1.0' }),
    ]
    const company = [firm({ heads: '1' })]
    expect(amounts(paidBy(written, staff, company))).toEqual({ a: '1000.00' })
    expect(amounts(paidBy(written, staff.slice(1), company))).toEqual({})
  })

  test('reads a text of a formula as an attribute', () => {
    const weight = match('grade', { senior: constant('3') }, constant('1'))
    const division = { ...people, levels: [{ level: 'person', weight }] }
    const written = poolComponents({ funding: heads, division }, about)
    const staff = [person('a', { grade: 'senior' }), person('b', { grade: 'junior' })]
    expect(amounts(paidBy(written, staff, [firm({ heads: '4' })]))).toEqual({
      a: '3000.00',
      b: '1000.00',
    })
  })

  test('holds a floor below zero for none', () => {
    const floor = multiply(input('rating', 'ratio', 1), constant('-5', cny))
    const division = {
      ...people,
      levels: [{ level: 'person', weight: constant('1'), floor }],
    }
    const written = poolComponents({ funding: heads, division }, about)
    expect(amounts(paidBy(written, ratings('1.0', '1.0'), [firm({ heads: '1' })]))).toEqual({
      a: '500.00',
      b: '500.00',
    })
  })

  test('refuses a source for an input that no formula has', () => {
    const wrong = { slary: reads.salary }
    expect(
      found(() => poolComponents({ funding, division: company, reads: wrong }, about)),
    ).toEqual([['unread-input', 'reads.slary']])
  })
})
