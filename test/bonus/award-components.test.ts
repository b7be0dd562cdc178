import { describe, expect, test } from 'vitest'
import { type Award, type AwardTerms, awardComponents } from '../../src/bonus/index.js'
import { renderText } from '../../src/formula/index.js'
import { explain, type Figure, parseData, settle } from '../../src/pay/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { bookOf, writtenText } from '../pay/written.js'
import { star } from './awards.js'

const period = '2026-03'
const about = { id: 'star', currency: 'CNY' } as const
const one: Award = {
  id: 'one',
  currency: 'CNY',
  eligibility: [],
  ranking: [{ figure: 'score', unit: 'points', direction: 'higher' }],
  ties: 'share',
  prizes: ['100'],
  budget: '100',
}
const teams: Award = { ...one, prizes: ['100', '50'], budget: '150', split: 'weight' }

const since = (value: string) => [{ from: '2020-01-01', value }]
const figures = (told: Readonly<Record<string, string>>): readonly Figure[] =>
  Object.entries(told).map(([name, value]) => ({ name, period, value }))
const agent = (id: string, told: Readonly<Record<string, string>>, hired = '2024-01-01') => ({
  id,
  employment: [{ from: '2020-01-01' }],
  attributes: { hired: since(hired) },
  figures: figures({ tickets: '300', complaints: '0', ...told }),
})
const member = (id: string, team: string | undefined, weight: string) => ({
  id,
  employment: [{ from: '2020-01-01' }],
  attributes: team === undefined ? {} : { team: since(team) },
  figures: figures({ weight }),
})
const team = (value: string, score: string) => ({
  of: { by: 'team', value },
  figures: figures({ score }),
})

const give = (terms: AwardTerms, people: readonly object[], groups: readonly object[] = []) => {
  const book = bookOf(awardComponents(terms, about))
  const data = parseData({ people, groups })
  const run = settle(book, data, { period, before: 'first' })
  return {
    book,
    data,
    run,
    won: Object.fromEntries(run.lines.map(({ person, amount }) => [person, amount])),
  }
}

const agents = [
  agent('li', { satisfaction: '0.96', minutes: '3.5' }),
  agent('wu', { satisfaction: '0.95', minutes: '4' }),
  agent('ma', { satisfaction: '0.96', minutes: '3.2' }),
  agent('he', { satisfaction: '0.99', minutes: '2', complaints: '3' }),
  agent('zu', { satisfaction: '0.99' }),
  agent('xu', { satisfaction: '0.99', minutes: '2' }, '2025-10-02'),
]

describe('an award as components', () => {
  test.each([
    ['person', { award: star, hired: 'joined', scales: { satisfaction: 4 } }],
    ['all-win', { award: { ...one, ties: 'all-win' } }],
    ['team', { award: teams, team: 'squad', weight: 'hours' }],
    ['equal', { award: { ...teams, label: 'Best team', split: 'equal' } }],
  ] as const)('writes what is golden: %s', (name, terms) => {
    const eligible = { where: { department: ['service'] } }
    const written = awardComponents(terms, { ...about, eligible })
    expectGolden(`test/bonus/golden/award.${name}.txt`, writtenText(written))
    expect(bookOf(written).components.size).toBe(written.length)
  })

  test('ranks who is eligible, the next criterion counting where those before are equal', () => {
    const { won, run } = give({ award: star }, agents)
    expect(run.withheld).toEqual([])
    expect(won).toEqual({
      ma: '2000.00',
      li: '1000.00',
      wu: '0.00',
      he: '0.00',
      zu: '0.00',
      xu: '0.00',
    })
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s, with its place', (locale) => {
    const { book, data, run } = give({ award: star }, agents)
    const why = explain(book, data, run, { component: 'star', person: 'li', locale })
    expectGolden(`test/bonus/golden/award.${locale}.txt`, renderText(why))
  })

  test.each([
    ['the last day of the sixth month is counted', '2025-10-01', '100.00'],
    ['a day short of it is not enough', '2025-10-02', '0.00'],
    ['six months and a day', '2025-09-30', '100.00'],
  ])('F8a six months of service: %s', (_, hired, won) => {
    const award = { ...one, minimumMonths: 6 }
    expect(give({ award }, [agent('li', { score: '1' }, hired)]).won['li']).toBe(won)
  })

  test('who has no first day of service has none', () => {
    const { attributes: _, ...li } = agent('li', { score: '1' })
    const award = { ...one, minimumMonths: 0 }
    expect(give({ award }, [{ ...li, attributes: {} }]).won['li']).toBe('0.00')
  })

  test.each([
    ['nobody is eligible', [], {}],
    ['one', ['1'], { a: '100.00' }],
    ['below zero', ['-2', '-1'], { a: '0.00', b: '100.00' }],
    [
      'two first, who share two places of which the second has no prize',
      ['1', '1'],
      { a: '50.00', b: '50.00' },
    ],
    ['three first', ['1', '1', '1'], { a: '33.33', b: '33.33', c: '33.33' }],
  ])('%s', (_, scores, won) => {
    const people = scores.map((score, i) => agent('abc'[i] as string, { score }))
    expect(give({ award: one }, people).won).toEqual(won)
  })

  test('is given to many as to few', () => {
    const people = Array.from({ length: 3_000 }, (_, i) => agent(`a${i}`, { score: String(i) }))
    const award = { ...one, prizes: ['60', '40'] }
    const { won } = give({ award }, people)
    expect(Object.entries(won).filter(([, amount]) => amount !== '0.00')).toEqual([
      ['a2998', '40.00'],
      ['a2999', '60.00'],
    ])
  })

  test('has another fingerprint for each where one of them has another place', () => {
    const printsOf = (...scores: readonly string[]) =>
      give(
        { award: one },
        scores.map((score, i) => agent('abc'[i] as string, { score })),
      ).run.lines.map(({ fingerprint }) => fingerprint)
    const [before, after] = [printsOf('1', '2', '3'), printsOf('1', '2', '0')]
    expect(new Set([...before, ...after]).size).toBe(6)
    expect(printsOf('1', '2', '3')).toEqual(before)
  })

  test('cuts prizes that come to more than the budget, each down', () => {
    const award: Award = { ...one, ties: 'all-win', prizes: ['100', '0.01'], budget: '200.00' }
    const people = ['1', '1', '1'].map((score, i) => agent('abc'[i] as string, { score }))
    expect(give({ award }, people).won).toEqual({ a: '66.66', b: '66.66', c: '66.66' })
    expect(give({ award }, people.slice(1)).won).toEqual({ b: '100.00', c: '100.00' })
  })

  test('splits the prize of a team by weight among its members, and of no other', () => {
    const people = [
      member('a', 'red', '1'),
      member('b', 'red', '3'),
      member('c', 'blue', '2'),
      member('d', 'grey', '2'),
      member('e', undefined, '2'),
    ]
    const groups = [team('red', '5'), team('blue', '4'), team('grey', '3'), team('ghost', '9')]
    expect(give({ award: teams }, people, groups).won).toEqual({
      a: '25.00',
      b: '75.00',
      c: '50.00',
      d: '0.00',
      e: '0.00',
    })
  })

  test('withholds the prize of a team of whose members none has a weight, and of no other', () => {
    const people = [member('a', 'red', '0'), member('b', 'blue', '1')]
    const { run, won } = give({ award: teams }, people, [team('red', '5'), team('blue', '4')])
    expect(won).toEqual({ b: '50.00' })
    expect(run.withheld.map(({ owner }) => owner)).toEqual([{ person: 'a' }])
  })

  test('is given in one go for many who are all equal', () => {
    const people = Array.from({ length: 100 }, (_, i) => agent(`p${i}`, { score: '1' }))
    const { won } = give({ award: one }, people)
    expect(new Set(Object.values(won))).toEqual(new Set(['1.00']))
  })

  test('is refused with every problem of the policy', () => {
    expect(found(() => awardComponents({ award: { ...one, budget: '99' } }, about))).toEqual([
      ['prizes-above-budget', 'prizes'],
    ])
  })
})
