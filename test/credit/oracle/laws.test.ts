import { describe, expect, test } from 'vitest'
import type { DealEvent } from '../../../src/credit/event.js'
import { plus } from '../../../src/quantity/internal.js'
import { engine } from './engine.js'
import { exactly, sumOf, written } from './exact.js'
import { laws } from './laws.js'
import { creditBy } from './oracle.js'

/** `npm run nightly` draws more. */
const lives = Math.ceil(Number(process.env['LIVES'] ?? 100) / 10)

describe.each([
  ['brute force', creditBy],
  ['the engine', engine],
])('credited by %s', (_, credits) => {
  test.each(Object.entries(laws))('%s', { timeout: 3_600_000 }, (_, law) => law(credits, lives))
})

/** Credits with something wrong in each: a cent too much, and what depends on all that is given. */
const broken: typeof creditBy = (company) => {
  const worked = engine(company)
  const { events } = company.world
  const [first, ...others] = worked.rows
  if (first === undefined) return worked
  const more = written(plus(exactly(first.sales), exactly('0.01')), 2)
  const rows = [{ ...first, sales: more, invoiced: more, collections: more }, ...others]
  const days = `${events.length} ${events[0]?.id}`
  return { ...worked, rows: rows.map((row) => ({ ...row, days })) }
}

test.each(Object.entries(laws))('wrong credits break the law: %s', (_, law) => {
  expect(() => law(broken, 30)).toThrow()
})

const crediting = {
  currency: 'CNY',
  credits: { direct: { rules: [{ owner: 'seller' }] } },
} as const
const order = {
  id: 'o',
  kind: 'order',
  on: '2026-01-05',
  amount: '100.00',
  currency: 'CNY',
  attributes: { seller: 'li' },
} as const

const world = (events: readonly DealEvent[]) => ({
  crediting,
  world: { events, owners: {}, people: [], touches: [], rates: [] },
})

test('a chain of thousands costs its length', () => {
  const chain = Array.from({ length: 5_000 }, (_, i): DealEvent => {
    const of = i === 0 ? 'o' : `r${i - 1}`
    return { id: `r${i}`, kind: 'refund', on: '2026-01-06', amount: '-0.02', currency: 'CNY', of }
  })
  const { rows } = engine(world([order, ...chain]))
  expect(rows).toHaveLength(5_001)
  expect(sumOf(rows.map(({ sales }) => exactly(sales)))).toEqual(exactly('0'))
})

test('a circle of thousands is told, of some of its events', () => {
  const circle = Array.from({ length: 5_000 }, (_, i): DealEvent => {
    const of = `r${(i + 1) % 5_000}`
    return { id: `r${i}`, kind: 'refund', on: '2026-01-06', amount: '-0.02', currency: 'CNY', of }
  })
  const codes = new Set(engine(world([order, ...circle])).refused)
  expect([...codes].toSorted()).toEqual(['endless-chain', 'more-problems'])
})

test('thousands of partial transfers do not explode', () => {
  const transfers = Array.from({ length: 2_000 }, (_, i): DealEvent => {
    const [from, to] = i % 2 === 0 ? (['li', 'wu'] as const) : (['wu', 'li'] as const)
    const place = String(i).padStart(4, '0')
    const id = `t${place}`
    return { id, kind: 'transfer', on: '2026-01-06', order: place, of: 'o', from, to, share: '1/3' }
  })
  const back: DealEvent = {
    ...order,
    id: 'r',
    kind: 'refund',
    on: '2026-01-07',
    amount: '-100.00',
    of: 'o',
  }
  const { rows } = engine(world([order, ...transfers, back]))
  const held = (who: string) =>
    sumOf(rows.filter(({ person }) => person === who).map(({ sales }) => exactly(sales)))
  expect([held('li'), held('wu')]).toEqual([exactly('0'), exactly('0')])
  expect(rows.length).toBeLessThan(10_000)
})
