import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contestComponents, parseContest } from '../../src/commission/index.js'
import { total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { writtenText } from '../pay/written.js'
import { paid, paidRuns, staff } from './bonus-months.js'
import { bookOf, policy, version } from './policies.js'

const terms = {
  from: '2026-01-01',
  to: '2026-01-31',
  credit: 'direct',
  prizes: ['1000', '500', '250'],
}
const named = { ...terms, id: 'sprint', currency: 'CNY' }
const crediting = {
  credits: { currency: 'CNY', credits: { direct: { rules: [{ owner: 'seller' }] } } },
}
const order = (id: string, seller: string, amount: string, on = '2026-01-10', more = {}) => ({
  id,
  kind: 'order',
  on,
  amount,
  currency: 'CNY',
  attributes: { seller, ...more },
})
const back = (of: string, amount: string, on: string) => ({
  id: `${of}.back`,
  kind: 'refund',
  of,
  on,
  amount,
  currency: 'CNY',
})
const three = ['li', 'wu', 'zu'].map((id) => staff(id))
const months = ['2026-01', '2026-02', '2026-03', '2026-04']

interface Case {
  readonly names?: readonly string[]
  readonly people?: readonly object[]
  readonly more?: object
}
const paidBy = (
  contest: object,
  events: readonly object[],
  { names = ['2026-01'], people = three, more = {} }: Case = {},
) =>
  paid(
    [policy('contest', 'sprint', { contest: { ...terms, ...contest } }, more as never)],
    { people, deals: { events } },
    names,
    { crediting },
  ).map((line) => line.replace('sprint ', '').replaceAll('2026-', ''))

test('a contest writes what is golden', () => {
  const about = { id: 'sprint', currency: 'CNY' } as const
  const eligible = { where: { department: ['service'] } }
  const rich = parseContest({ ...named, where: { line: 'phones' }, minimum: '100', clause: '§9' })
  const written = contestComponents(
    { contest: rich, table: 'desk' },
    { ...about, eligible, retro: 0 },
  )
  const days = written.map((each) => ('value' in each ? each : { value: each }))
  expectGolden(
    'test/commission/golden/contest.txt',
    [...days.flatMap(({ value: _, ...own }) => (Object.keys(own).length > 0 ? [own] : []))]
      .map((each) => JSON.stringify(each))
      .concat(writtenText(days.map(({ value }) => value)))
      .join('\n'),
  )
})

describe('F14f a contest pays the first places', () => {
  test.each<[string, readonly object[], object, readonly string[]]>([
    [
      'in order',
      [order('a', 'li', '90'), order('b', 'wu', '100'), order('c', 'zu', '10')],
      {},
      ['01 li 500.00', '01 wu 1000.00', '01 zu 250.00'],
    ],
    [
      'two who are equal share two prizes, and the next is third',
      [order('a', 'li', '100'), order('b', 'wu', '100'), order('c', 'zu', '99')],
      {},
      ['01 li 750.00', '01 wu 750.00', '01 zu 250.00'],
    ],
    [
      'two who are equal share the last prize and none',
      [order('a', 'li', '100'), order('b', 'wu', '10'), order('c', 'zu', '10')],
      { prizes: ['100', '50'] },
      ['01 li 100.00', '01 wu 25.00', '01 zu 25.00'],
    ],
    [
      'all sales of one are taken back: it is not among them',
      [order('a', 'li', '100'), order('b', 'wu', '40'), back('a', '-100', '2026-01-20')],
      {},
      ['01 wu 1000.00'],
    ],
    ['nobody sold anything', [order('a', 'li', '0')], {}, []],
    [
      'who is below the minimum has no place',
      [order('a', 'li', '100'), order('b', 'wu', '99.99')],
      { minimum: '100' },
      ['01 li 1000.00'],
    ],
    [
      'of a line alone',
      [order('a', 'li', '100'), order('b', 'wu', '5', '2026-01-10', { line: 'phones' })],
      { where: { line: 'phones' } },
      ['01 wu 1000.00'],
    ],
  ])('%s', (_, events, contest, expected) => {
    expect(paidBy(contest, events)).toEqual(expected)
  })

  test('a prize that three share is paid out to the cent', () => {
    const events = ['li', 'wu', 'zu'].map((who) => order(who, who, '9'))
    const lines = paidBy({ prizes: ['100'] }, events)
    const amounts = lines.map((line) => line.split(' ').at(-1) as string)
    expect(amounts.toSorted()).toEqual(['33.33', '33.33', '33.34'])
  })

  test('a prize is taken back when the sale is, and goes to the next', () => {
    const events = [
      order('a', 'li', '100'),
      order('b', 'wu', '40'),
      back('a', '-100', '2026-02-05'),
    ]
    expect(paidBy({ prizes: ['100'] }, events, { names: months })).toEqual([
      '01 li 100.00',
      '02 li 01 -100.00',
      '02 wu 01 100.00',
    ])
    expect(paidBy({ prizes: ['100'] }, events, { names: months, more: { retro: 0 } })).toEqual([
      '01 li 100.00',
    ])
  })
})

describe('a contest over several months', () => {
  const dates = { from: '2026-01-15', to: '2026-03-10' }
  const events = [
    order('early', 'li', '500', '2026-01-14'),
    order('a', 'li', '60', '2026-01-15'),
    order('b', 'wu', '50', '2026-02-10'),
    order('c', 'wu', '20', '2026-03-10'),
    order('late', 'li', '500', '2026-03-11'),
  ]

  test('is earned in the month of its last day, by all that was sold between its dates', () => {
    expect(paidBy(dates, events, { names: months })).toEqual(['03 li 500.00', '03 wu 1000.00'])
  })

  test('who left before that month is not ranked, who leaves in it is', () => {
    const until = (to: string) => ({ employment: [{ from: '2020-01-01', to }] })
    const left = (to: string) => [three[0] as object, staff('wu', {}, {}, until(to))]
    expect(paidBy(dates, events, { names: months, people: left('2026-02-28') })).toEqual([
      '03 li 1000.00',
    ])
    expect(paidBy(dates, events, { names: months, people: left('2026-03-11') })).toEqual([
      '03 li 500.00',
      '03 wu 1000.00',
    ])
  })

  test('of which a policy has ended before is not earned', () => {
    const contest = { ...terms, ...dates }
    const versions = [version({ contest }, { to: '2026-02-28' })]
    const of = [{ ...policy('contest', 'sprint', {}), versions }]
    expect(paid(of, { people: three, deals: { events } }, months, { crediting })).toEqual([])
  })

  test('goes on by the next version of its policy', () => {
    const contest = { ...terms, ...dates }
    const next = { ...contest, prizes: ['7'] }
    const versions = [version({ contest }), version({ contest: next }, { from: '2026-03-01' })]
    const of = [{ ...policy('contest', 'sprint', {}), versions }]
    expect(paid(of, { people: three, deals: { events } }, months, { crediting })).toEqual([
      '2026-03 wu sprint 7.00',
    ])
  })
})

interface Sold {
  readonly on: string
  readonly person: string
  readonly sales: string
}

/** The places between the dates, and what each person's share of their prizes comes to, unrounded. */
function byHand(
  rows: readonly Sold[],
  { from, to, minimum, prizes }: typeof terms & { minimum: string },
) {
  const sums = new Map<string, number>()
  for (const { on, person, sales } of rows)
    if (on >= from && on <= to) sums.set(person, (sums.get(person) ?? 0) + Number(sales))
  const ranked = [...sums].filter(([, sum]) => sum >= Number(minimum))
  return ranked.map(([person, sum]) => {
    const ahead = ranked.filter(([, other]) => other > sum).length
    const equal = ranked.filter(([, other]) => other === sum).length
    const shared = prizes.slice(ahead, ahead + equal).reduce((all, prize) => all + Number(prize), 0)
    return { person, share: shared / equal }
  })
}

test('ranks as by hand, of all who sold something', () => {
  const sale = fc.record({
    person: fc.constantFrom('li', 'wu', 'zu'),
    day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'),
    sales: fc.integer({ min: -3, max: 9 }).map(String),
  })
  const drawn = fc.record({
    sales: fc.array(sale, { maxLength: 8 }),
    minimum: fc.constantFrom('0.01', '3'),
    prizes: fc.array(fc.constantFrom('0', '100', '50.01'), { minLength: 1, maxLength: 4 }),
  })
  fc.assert(
    fc.property(drawn, ({ sales, minimum, prizes }) => {
      const contest = { ...named, minimum, prizes }
      const rows = sales.map(({ person, day, sales: amount }, i) => {
        const own = { id: `s${i}`, on: day, person, deal: `d${i}`, credit: 'direct' }
        return { ...own, sales: amount }
      })
      const { id: _, currency: __, ...own } = contest
      const told = { people: three, records: { credits: rows } }
      const [run] = paidRuns([policy('contest', 'sprint', { contest: own })], told, ['2026-01'])
      expect(run?.withheld).toEqual([])
      const amounts = new Map(run?.lines.map(({ person, amount }) => [person, amount]))
      const ranked = byHand(rows, contest)
      const taken = prizes.slice(0, ranked.length)
      expect(total([...amounts.values()], 2)).toBe(total(taken, 2))
      for (const { person, share } of ranked)
        expect(Math.abs(Number(amounts.get(person)) - share)).toBeLessThan(0.0101)
    }),
    { numRuns: 150 },
  )
})

test.each([
  [{ contest: { ...terms, prizes: [] } }, 'too-small', 'contest.prizes'],
  [{ contest: { ...terms, id: 'x' } }, 'said-otherwise', 'contest.id'],
  [{ contest: terms, tabel: 'x' }, 'unknown-key', 'tabel'],
])('bad terms are told where they stand: %j', (of, code, path) => {
  expect(found(() => bookOf([policy('contest', 'sprint', of)]))).toEqual([
    [code, `policies[0].versions[0].terms.${path}`],
  ])
})
