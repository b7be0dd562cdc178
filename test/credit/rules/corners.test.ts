import { describe, expect, test } from 'vitest'
import { isPolicyError } from '../../../src/index.js'
import { bySeller, credited, direct, later, order, shown } from './shop.js'

const sold = order({ attributes: { seller: 'li' } })

function problemsOf(crediting: object, events: readonly object[], data: object = {}) {
  try {
    credited(crediting, events, data)
    return []
  } catch (error) {
    if (!isPolicyError(error)) throw error
    return error.problems.map(({ code, path }) => `${code} ${path}`)
  }
}

describe('a ledger', () => {
  test('that does not hold together is refused, with every place', () => {
    const events = [
      sold,
      sold,
      later('refund', { id: 'a', of: 'gone', amount: '-1.00' }),
      later('refund', { id: 'b', of: 'c', amount: '-1.00' }),
      later('refund', { id: 'c', of: 'b', amount: '-1.00' }),
      later('refund', { id: 'd', of: 'c', amount: '-1.00' }),
    ]
    expect(problemsOf(bySeller, events)).toEqual([
      'repeated-event events[1].id',
      'unknown-original events[2].of',
      'endless-chain events[3].of',
      'endless-chain events[4].of',
      'endless-chain events[5].of',
    ])
  })

  test('is worked in so that nothing comes before what it is of', () => {
    const events = [
      later('refund', { id: 'a', of: 'z', on: '2026-01-10', amount: '-5.00' }),
      later('refund', { id: 'b', of: 'z', on: '2026-01-10', amount: '-6.00' }),
      later('refund', { id: 'c', of: 'y', on: '2026-01-10', amount: '-7.00' }),
      later('invoice', { id: 'z', on: '2026-01-10' }),
      later('invoice', { id: 'y', of: 'a', on: '2026-01-10' }),
      sold,
    ]
    expect(credited(bySeller, events).credits.map(({ event }) => event)).toEqual([
      'o1',
      'z',
      'a',
      'b',
      'y',
      'c',
    ])
  })

  test('may tell what takes a document back before the document', () => {
    const follows = direct({ follows: 'invoice', unowned: 'list', rules: [{ owner: 'seller' }] })
    const events = [
      later('refund', {
        id: 'a',
        of: 'z',
        on: '2026-02-03',
        recorded: '2026-02-03',
        amount: '-5.00',
      }),
      later('invoice', { id: 'z', on: '2026-02-03', recorded: '2026-02-05' }),
      sold,
    ]
    const { credits } = credited(follows, events)
    expect(credits.map(({ event, recorded }) => `${event} ${recorded}`)).toEqual([
      'z 2026-02-05',
      'a 2026-02-05',
    ])
  })
})

describe('rates', () => {
  const dollars = { currency: 'USD' }
  const rates = [
    { from: 'CNY', to: 'USD', rates: [{ from: '2026-01-01', value: '0.14' }] },
    {
      from: 'USD',
      to: 'CNY',
      rates: [
        { from: '2026-01-01', value: '7' },
        { from: '2026-02-01', value: '7.0237' },
      ],
    },
  ]
  const events = [
    { ...sold, ...dollars },
    later('refund', { ...dollars, amount: '-100.00' }),
    later('collection', { ...dollars, id: 'c1', amount: '0.01' }),
  ]

  test('are those of the deal, so that what comes back is what was sold', () => {
    expect(shown(credited(bySeller, events, { rates }), 'sales', 'collections')).toEqual([
      'o1 direct li 700.00 0.00',
      'c1 direct li 0.00 0.07',
      'refund-1 direct li -700.00 0.00',
    ])
  })

  test('are those of the event where the rules say so', () => {
    const own = { ...bySeller, rates: 'own', belowZero: 'list' }
    expect(shown(credited(own, events, { rates }), 'sales', 'collections')).toEqual([
      'o1 direct li 700.00 0.00',
      'c1 direct li 0.00 0.070237',
      'refund-1 direct li -702.37 0.00',
    ])
  })

  test('that are not there are told at each event', () => {
    expect(problemsOf(bySeller, events)).toEqual([
      'no-conversion events[0].currency',
      'no-conversion events[2].currency',
      'no-conversion events[1].currency',
    ])
    expect(problemsOf(bySeller, [{ ...sold, ...dollars, on: '2025-12-31' }], { rates })).toEqual([
      'no-conversion events[0].currency',
    ])
  })

  test('carry the places of the other currency', () => {
    const dinars = [{ from: 'KWD', to: 'CNY', rates: [{ from: '2026-01-01', value: '23.1' }] }]
    const event = { ...sold, currency: 'KWD', amount: '1.234' }
    expect(
      shown(credited({ ...bySeller, places: 2 }, [event], { rates: dinars }), 'sales'),
    ).toEqual(['o1 direct li 28.51'])
  })
})

describe('touches', () => {
  const model = { kind: 'last' }
  const rules = direct({ touches: { by: 'customer', window: 9, model }, unowned: { to: 'house' } })
  const touches = [{ id: 't1', key: 'c7', person: 'amina', on: '2026-01-09' }]

  test('of no customer, or of one whom nobody knows, are nobody’s', () => {
    expect(shown(credited(rules, [sold], { touches }))).toEqual(['o1 direct house'])
    const stranger = { ...sold, attributes: { customer: 'c8' } }
    expect(shown(credited(rules, [stranger], { touches }))).toEqual(['o1 direct house'])
    const known = { ...sold, attributes: { customer: 'c7' } }
    expect(shown(credited(rules, [known], { touches }))).toEqual(['o1 direct amina'])
  })
})

test('somebody holds what came on one day beside what came on another', () => {
  const give = (id: string, on: string, from: string, to: string) =>
    later('transfer', { id, on, from, to, share: '0.5' })
  const events = [
    sold,
    give('t1', '2026-02-05', 'li', 'wu'),
    give('t2', '2026-02-03', 'li', 'wu'),
    give('t3', '2026-02-07', 'wu', 'li'),
    later('refund', { id: 'r1', on: '2026-03-01', amount: '-100.00' }),
  ]
  const { credits } = credited(bySeller, events)
  const back = credits.filter(({ event }) => event === 'r1')
  expect(back.map(({ person, counts, sales }) => `${person} ${counts} ${sales}`)).toEqual([
    'li 2026-01-10 -25.00',
    'li 2026-02-07 -37.50',
    'wu 2026-02-03 -25.00',
    'wu 2026-02-05 -12.50',
  ])
})

test('of mixed shares it is not told that who gives something away holds nothing', () => {
  const owners = [
    { of: 'li', person: 'li', share: '0.5' },
    { of: 'li', person: 'wu', weight: '1' },
  ]
  const moved = later('transfer', { from: 'li', to: 'wu' })
  expect(problemsOf(direct({ rules: [{ by: 'seller', owners }] }), [sold, moved])).toEqual([
    'mixed-shares credits.direct.rules[0].owners',
  ])
})

test('several transfers to one person on one day are one share', () => {
  const half = (id: string) => later('transfer', { id, from: 'li', to: 'wu', share: '0.5' })
  const back = later('refund', { id: 'r1', on: '2026-03-01', amount: '-100.00' })
  const rows = shown(credited(bySeller, [sold, half('t1'), half('t2'), back]), 'sales')
  expect(rows.slice(-2)).toEqual(['r1 direct li -25.00', 'r1 direct wu -75.00'])
})

test('a share of less than nothing is moved as well, rounded away from zero', () => {
  const crediting = { ...bySeller, belowZero: 'list', places: 2 }
  const over = later('refund', { id: 'r1', on: '2026-01-20', amount: '-100.05' })
  const moved = later('transfer', { from: 'li', to: 'wu', share: '0.5' })
  const rows = shown(credited(crediting, [sold, over, moved]), 'sales')
  expect(rows.slice(-2)).toEqual(['transfer-1 direct li 0.03', 'transfer-1 direct wu -0.03'])
})

test('of a deal that came back by another document nothing is left above either', () => {
  const owners = ['a', 'b', 'c'].map((person) => ({ of: 'li', person, weight: '1' }))
  const rules = direct(
    { rules: [{ by: 'seller', owners }] },
    {
      team: { of: 'direct', manager: 'manager', shares: ['1/7'], rest: 'house' },
      board: { of: 'direct', manager: 'manager', shares: ['1/3'] },
    },
    { places: 2 },
  )
  const people = ['a', 'b', 'c'].map((id) => ({
    id,
    attributes: { manager: [{ from: '2025-01-01', value: id === 'c' ? 'na' : 'mo' }] },
  }))
  const events = [
    { ...sold, amount: '10.00' },
    { ...sold, id: 'o2', of: 'o1', on: '2026-01-12', amount: '0.07' },
    { ...sold, id: 'o3', of: 'o1', on: '2026-01-13', amount: '0.11' },
    later('refund', { id: 'r1', of: 'o2', amount: '-10.18' }),
  ]
  const sums = new Map<string, number>()
  for (const { credit, person, sales } of credited(rules, events, { people }).credits) {
    const key = `${credit} ${person}`
    sums.set(key, (sums.get(key) ?? 0) + Math.round(Number(sales) * 100))
  }
  expect([...sums].filter(([, sum]) => sum !== 0)).toEqual([])
  expect(sums.size).toBe(8)
})
