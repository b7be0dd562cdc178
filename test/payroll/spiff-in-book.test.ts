import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSpiff, spiffComponents } from '../../src/commission/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { writtenText } from '../pay/written.js'
import { paid, paidRuns, staff } from './bonus-months.js'
import { bookOf, policy } from './policies.js'

const terms = { from: '2026-01-01', to: '2026-03-31', credit: 'direct', pays: '50', per: 'deal' }
const named = { ...terms, id: 'launch', currency: 'CNY' }
const units = { per: 'unit', figure: 'pieces' }
const crediting = {
  credits: {
    currency: 'CNY',
    credits: {
      direct: {
        rules: [
          { where: { seller: ['team'] }, by: 'seller', owners: 'teams' },
          { owner: 'seller' },
        ],
      },
    },
    figures: { pieces: { unit: 'count', places: 6 } },
  },
}
const own = { credits: { ...crediting.credits, takeBacks: 'own' } }
const shares = (...weights: readonly string[]) =>
  weights.map((weight, i) => ({ of: 'team', person: ['li', 'wu', 'zu'][i], weight }))

type Told = Readonly<Record<string, unknown>>
const order = (id: string, amount: string, more: Told = {}) => ({
  id,
  kind: 'order',
  on: '2026-01-10',
  amount,
  currency: 'CNY',
  attributes: { seller: 'li', ...(more['attributes'] as object) },
  ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'attributes')),
})
const back = (of: string, amount: string, on = '2026-01-20', more: Told = {}) => ({
  id: `${of}.back`,
  kind: 'refund',
  of,
  on,
  amount,
  currency: 'CNY',
  ...more,
})
const team = { attributes: { seller: 'team' } }
const months = ['2026-01', '2026-02', '2026-03']
const three = ['li', 'wu', 'zu'].map((id) => staff(id))

interface Sold {
  readonly on: string
  readonly deal: string
  readonly person: string
  readonly sales: string
  readonly pieces: string
}
interface Paying {
  readonly per: string
  readonly pays: string
  readonly budget?: string
  readonly minimum?: string
}

interface Case {
  readonly owners?: readonly object[]
  readonly names?: readonly string[]
  readonly by?: object
  readonly people?: readonly object[]
}
const paidBy = (
  spiff: object,
  events: readonly object[],
  { owners = shares('1', '1'), names = ['2026-01'], by = crediting, people = three }: Case = {},
) =>
  paid(
    [policy('spiff', 'launch', { spiff: { ...terms, ...spiff } })],
    { people, deals: { events, owners: { teams: owners } } },
    names,
    { crediting: by },
  ).map((line) => line.replace('launch ', '').replaceAll('2026-', ''))

describe('a SPIFF as components', () => {
  test('writes what is golden', () => {
    const about = { id: 'launch', currency: 'CNY' } as const
    const eligible = { where: { department: ['service'] } }
    const rich = { ...named, where: { line: 'phones' }, budget: '120', minimum: '10', clause: '§8' }
    const written = [
      spiffComponents({ spiff: parseSpiff(rich) }, { ...about, eligible }),
      spiffComponents({ spiff: parseSpiff({ ...named, ...units }), table: 'desk' }, about),
    ]
    expectGolden('test/commission/golden/spiff.txt', written.map(writtenText).join('\n'))
  })
})

describe('F14c a SPIFF of 50 a deal is 50 for the deal, however it is shared', () => {
  test.each<[string, readonly object[], readonly string[], readonly string[]]>([
    ['by halves', [order('o', '100', team)], ['1', '1'], ['01 li 25.00', '01 wu 25.00']],
    ['two thirds and one', [order('o', '100', team)], ['2', '1'], ['01 li 33.33', '01 wu 16.67']],
    [
      'by thirds, to the cent',
      [order('o', '100', team)],
      ['1', '1', '1'],
      ['01 li 16.67', '01 wu 16.66', '01 zu 16.67'],
    ],
    [
      'by thirds, three times',
      ['o', 'p', 'q'].map((id) => order(id, '100', team)),
      ['1', '1', '1'],
      ['01 li 50.01', '01 wu 49.98', '01 zu 50.01'],
    ],
    ['of who sold it', [order('o', '100')], ['1'], ['01 li 50.00']],
    [
      'half refunded',
      [order('o', '100', team), back('o', '-50')],
      ['1', '1'],
      ['01 li 25.00', '01 wu 25.00'],
    ],
    ['wholly refunded', [order('o', '100', team), back('o', '-100')], ['1', '1'], []],
    ['worth nothing', [order('o', '0', team)], ['1', '1'], []],
  ])('%s', (_, events, weights, expected) => {
    expect(paidBy({}, events, { owners: shares(...weights) })).toEqual(expected)
  })

  test('and to others it pays nothing: of a deal that is shared with who has no SPIFF', () => {
    const people = [staff('li', { desk: 'yes' }), staff('wu', { desk: 'no' })]
    const eligible = { where: { desk: ['yes'] } }
    const versions = [{ from: '2026-01-01', reason: 'Launch', eligible, terms: { spiff: terms } }]
    const told = {
      people,
      deals: { events: [order('o', '100', team)], owners: { teams: shares('1', '1') } },
    }
    const of = [{ ...policy('spiff', 'launch', {}), versions }]
    expect(paid(of, told, ['2026-01'], { crediting })).toEqual(['2026-01 li launch 25.00'])
  })

  test.each([
    ['handed over the month after it earns nothing more', '2026-02-10', 'li', 'wu'],
    ['handed over in its month it is of who has it', '2026-01-12', 'li', 'wu'],
  ])('%s', (_, on, from, to) => {
    const events = [order('o', '100'), { id: 't', kind: 'transfer', on, of: 'o', from, to }]
    const lines = paidBy({}, events, { names: months })
    expect(
      total(
        lines.map((line) => line.split(' ').at(-1) as string),
        2,
      ),
    ).toBe('50.00')
  })
})

describe('what a SPIFF takes back', () => {
  test('is what a refund told later takes back of the deal, in its month', () => {
    const events = [order('o', '100', team), back('o', '-100', '2026-02-05')]
    expect(paidBy({}, events, { names: months })).toEqual([
      '01 li 25.00',
      '01 wu 25.00',
      '02 li 01 -25.00',
      '02 wu 01 -25.00',
    ])
  })

  test.each([
    ['a month later', '2026-02-05', ['01 li 50.00', '02 li -50.00']],
    ['after its last day: then it stands', '2026-04-01', ['01 li 50.00']],
  ])('where credits count on their own day, %s', (_, on, expected) => {
    const events = [order('o', '100'), back('o', '-100', on)]
    expect(paidBy({}, events, { names: [...months, '2026-04'], by: own })).toEqual(expected)
  })

  test('of a leaver too, in the last month', () => {
    const people = [staff('li', {}, {}, { employment: [{ from: '2020-01-01', to: '2026-01-31' }] })]
    const events = [order('o', '100'), back('o', '-100', '2026-02-05')]
    expect(paidBy({}, events, { names: months, people })).toEqual([
      '01 li 50.00',
      '02 li 01 -50.00',
    ])
  })
})

describe('which deals a SPIFF pays', () => {
  const on = (day: string) => order(day, '10', { on: day })
  test('those between its dates, both of them counted, also within a month', () => {
    const events = ['2026-01-09', '2026-01-10', '2026-02-10', '2026-02-11'].map(on)
    const dates = { from: '2026-01-10', to: '2026-02-10' }
    expect(paidBy(dates, events, { names: months })).toEqual(['01 li 50.00', '02 li 50.00'])
  })

  test.each([
    ['of some attributes', { where: { line: 'phones' } }, ['01 li 50.00']],
    ['of another kind of credit', { credit: 'indirect' }, []],
    ['of a minimum', { minimum: '100' }, ['01 li 50.00']],
  ])('%s', (_, more, expected) => {
    const phones = { attributes: { line: 'phones' } }
    const events = [
      order('a', '100', phones),
      order('b', '99.99', { attributes: { line: 'desks' } }),
    ]
    expect(paidBy(more, events)).toEqual(expected)
  })

  test('by the unit: what is net sold of it, rounded half up a deal', () => {
    const pieces = (count: string) => ({ figures: { pieces: count } })
    const events = [
      order('a', '100', pieces('3')),
      order('b', '100', pieces('10')),
      back('b', '-40', '2026-01-20', pieces('-4')),
      order('c', '0', pieces('7')),
    ]
    expect(paidBy({ ...units, pays: '5' }, events)).toEqual(['01 li 45.00'])
    // 0.015 and 0.03: 0.02 and 0.03.
    expect(paidBy({ ...units, pays: '0.005' }, events)).toEqual(['01 li 0.05'])
  })

  test('a deal of several people, by the units of each', () => {
    const events = [order('a', '100', { ...team, figures: { pieces: '10' } })]
    expect(paidBy({ ...units, pays: '5' }, events, { owners: shares('3', '2') })).toEqual([
      '01 li 30.00',
      '01 wu 20.00',
    ])
  })
})

describe('a budget', () => {
  const on = (id: string, day: string, seller = 'li') =>
    order(id, '10', { on: day, attributes: { seller } })
  const deals = [
    on('a', '2026-01-10'),
    on('b', '2026-01-11', 'wu'),
    on('c', '2026-01-12', 'zu'),
    on('d', '2026-02-02'),
  ]

  test.each([
    ['120', ['01 li 50.00', '01 wu 50.00', '01 zu 20.00']],
    ['160', ['01 li 50.00', '01 wu 50.00', '01 zu 50.00', '02 li 10.00']],
    ['0', []],
  ])('of %s is used up in the order of deals, over all months', (budget, expected) => {
    expect(paidBy({ budget }, deals, { names: months })).toEqual(expected)
  })

  test('lets deals move up where one falls through', () => {
    const events = [...deals, back('a', '-10', '2026-02-05')]
    expect(paidBy({ budget: '120' }, events, { names: months })).toEqual([
      '01 li 50.00',
      '01 wu 50.00',
      '01 zu 20.00',
      '02 li 01 -50.00',
      '02 zu 01 30.00',
      '02 li 20.00',
    ])
  })

  test('met within a shared deal goes to who comes first in it', () => {
    const events = [on('a', '2026-01-10'), order('b', '10', { ...team, on: '2026-01-11' })]
    expect(paidBy({ budget: '80' }, events)).toEqual(['01 li 75.00', '01 wu 5.00'])
  })
})

/** What each deal pays, in hundredths of a fen: the deals in order, until the budget is used up. */
function byHand(rows: readonly Sold[], { per, pays, budget, minimum = '0' }: Paying) {
  const hundredths = (amount: string) => Math.round(Number(amount) * 10_000)
  let left = budget === undefined ? Number.POSITIVE_INFINITY : hundredths(budget)
  const keyOf = ({ on, deal, person }: Sold) => `${on} ${deal} ${person}`
  return [...new Set(rows.map(keyOf))].sort().map((key) => {
    const [, deal, person] = key.split(' ')
    const of = rows.filter((row) => keyOf(row) === key)
    const net = of.reduce((sum, { sales }) => sum + hundredths(sales), 0)
    const units = per === 'deal' ? 1 : of.reduce((sum, { pieces }) => sum + Number(pieces), 0)
    const counts = net > 0 && net >= hundredths(minimum)
    const due = counts ? Math.round((Math.max(units, 0) * hundredths(pays)) / 100) * 100 : 0
    const paid = Math.min(due, left)
    left -= paid
    return `${person} ${deal} ${(paid / 10_000).toFixed(2)}`
  })
}

test('pays what is worked out by hand, deal by deal and in all', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`)
  const deal = fc.record({
    on: day,
    person: fc.constantFrom('li', 'wu', 'zu'),
    fen: fc.integer({ min: 0, max: 20_000 }),
    pieces: fc.integer({ min: 0, max: 9 }),
    back: fc.option(
      fc.record({ part: fc.integer({ min: 1, max: 4 }), pieces: fc.integer({ min: 0, max: 12 }) }),
    ),
  })
  const drawn = fc.record({
    deals: fc.array(deal, { maxLength: 8 }),
    per: fc.constantFrom('deal', 'unit'),
    pays: fc.constantFrom('50', '0.01', '7.25'),
    budget: fc.option(fc.constantFrom('0', '99.99', '150'), { nil: undefined }),
    minimum: fc.option(fc.constantFrom('0', '50'), { nil: undefined }),
  })
  const money = (fen: number) => decimal(String(fen)).div(100).toFixed(2)
  fc.assert(
    fc.property(drawn, ({ deals, per, ...more }) => {
      const spiff = {
        ...named,
        ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)),
        per,
        ...(per === 'unit' && { figure: 'pieces' }),
      }
      const rows = deals.flatMap(({ on, person, fen, pieces, back: gone }, i) => {
        const id = `d${i}`
        const common = { on, counts: on, made: on, order: id, person, deal: id, credit: 'direct' }
        const all = [{ ...common, id, sales: money(fen), pieces: String(pieces) }]
        if (gone === null) return all
        const sales = money(-Math.floor((fen * gone.part) / 4))
        return [...all, { ...common, id: `${id}.r`, sales, pieces: String(-gone.pieces) }]
      })
      const { id: _, currency: __, ...own } = spiff
      const of = [policy('spiff', 'launch', { spiff: own })]
      const told = { people: three, records: { credits: rows } }
      const [run] = paidRuns(of, told, ['2026-01'])
      const byDeal = (run?.lines ?? []).flatMap(({ person, parts }) =>
        parts.map(({ record, amount }) => `${person} ${record} ${amount}`),
      )
      const expected = byHand(rows, spiff)
      expect(run?.withheld).toEqual([])
      expect(byDeal.sort()).toEqual(expected.sort())
    }),
    { numRuns: 150 },
  )
})

test.each([
  [{ spiff: { ...terms, per: 'unit' } }, 'missing-figure', 'spiff.figure'],
  [{ spiff: { ...terms, figure: 'pieces' } }, 'unread-figure', 'spiff.figure'],
  [{ spiff: { ...terms, currency: 'USD' } }, 'said-otherwise', 'spiff.currency'],
  [{ spiff: { ...terms, to: '2025-01-01' } }, 'ends-before-start', 'spiff.to'],
  [{ spiff: terms, tabel: 'x' }, 'unknown-key', 'tabel'],
])('bad terms are told where they stand: %j', (of, code, path) => {
  expect(found(() => bookOf([policy('spiff', 'launch', of)]))).toEqual([
    [code, `policies[0].versions[0].terms.${path}`],
  ])
})
