import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/calendar/index.js'
import {
  attribute,
  creditEvents,
  parseAttribution,
  parseCreditRules,
  parseEvents,
  parseTouches,
  type SalesEvent,
} from '../../src/commission/index.js'
import { cascadeTarget, parseCascade } from '../../src/kpi/index.js'
import { found } from '../found.js'

describe('chains, circles, cascades and touches: each is passed once', () => {
  const chain = (length: number, last?: string) =>
    Array.from({ length }, (_, i) => ({
      node: `n${i}`,
      weight: '1',
      ...(i > 0 ? { parent: `n${i - 1}` } : last !== undefined && { parent: last }),
    }))
  const cascadeOf = (nodes: readonly object[]) => parseCascade({ id: 'c', places: 0, nodes })

  test('A11 a cascade of 5,000 levels comes down, in the order of its branches', () => {
    const targets = cascadeTarget(cascadeOf(chain(5_000)), '7')
    expect(targets).toHaveLength(5_000)
    expect(targets.at(-1)).toEqual({ node: 'n4999', parent: 'n4998', target: '7' })
    const branches = [
      { node: 'a', weight: '1' },
      { node: 'b', weight: '1' },
      { node: 'b1', parent: 'b', weight: '1' },
      { node: 'a1', parent: 'a', weight: '1' },
      { node: 'a11', parent: 'a1', weight: '1' },
    ]
    expect(cascadeTarget(cascadeOf(branches), '10').map(({ node }) => node)).toEqual([
      ...['a', 'a1', 'a11', 'b', 'b1'],
    ])
  })

  test('A11 a cascade of 5,000 nodes under one is shared', () => {
    const wide = [
      { node: 'top', weight: '1' },
      ...chain(5_000).map((each) => ({ ...each, parent: 'top' })),
    ]
    expect(
      cascadeTarget(cascadeOf(wide), '10000').filter(({ target }) => target === '2'),
    ).toHaveLength(5_000)
  })

  test('A11 a circle of 5,000 nodes is told, node by node, and not what leads into it', () => {
    const into = { node: 'x', weight: '1', parent: 'n7' }
    const top = { node: 'top', weight: '1' }
    const told = found(() => cascadeOf([into, top, ...chain(5_000, 'n4999')]))
    expect(told).toHaveLength(5_000)
    expect(told[0]).toEqual(['cyclic-cascade', 'nodes[2].parent'])
  })

  const rules = parseCreditRules([
    {
      credit: 'direct',
      by: 'seller',
      owners: { li: [{ person: 'li', share: '1' }] },
      unowned: 'skip',
    },
  ])
  const common = { effective: '2026-01-10', recorded: '2026-01-10', currency: 'CNY' } as const
  const order: SalesEvent = {
    ...common,
    id: 'e-1',
    kind: 'order',
    amount: '1',
    attributes: { seller: 'li' },
  }
  const refund = (id: string, of: string): SalesEvent => ({
    ...{ ...common, id, of, kind: 'refund', amount: '-1' },
    attributes: {},
  })
  const refunds = (length: number) => Array.from({ length }, (_, i) => refund(`e${i}`, `e${i - 1}`))

  test.each<[string, (events: readonly SalesEvent[]) => readonly SalesEvent[]]>([
    ['oldest first', (events) => events],
    ['latest first', (events) => events.toReversed()],
  ])('A12 a chain of 10,000 refunds leads to its order, %s', (_, ordered) => {
    const credits = creditEvents(ordered([order, ...refunds(10_000)]), rules)
    expect(credits).toHaveLength(10_001)
    expect(credits.every(({ deal }) => deal === 'e-1')).toBe(true)
  })

  test('A12 10,000 refunds that point into a circle of two are told, each once', () => {
    const circle = [refund('a', 'b'), refund('b', 'a')]
    const into = Array.from({ length: 10_000 }, (_, i) => refund(`e${i}`, 'a'))
    const told = found(() => creditEvents([...into, ...circle], rules))
    expect(told).toHaveLength(10_002)
    expect(new Set(told.map(([code]) => code))).toEqual(new Set(['endless-chain']))
    expect(told.at(-1)).toEqual(['endless-chain', 'events[10001].of'])
  })

  test('A12 a chain of 10,000 refunds whose first is unknown is told, each once', () => {
    const told = found(() => creditEvents(refunds(10_000), rules))
    expect(told).toHaveLength(10_000)
    expect(told.at(-1)).toEqual(['unknown-event', 'events[9999].of'])
  })

  const sales = (length: number) =>
    parseEvents(
      Array.from({ length }, (_, i) => ({
        ...{ ...order, id: `s${i}`, attributes: { customer: 'c' } },
        effective: addDays('2026-01-01', i % 50),
      })),
    )
  const touches = (length: number) =>
    parseTouches(
      Array.from({ length }, (_, i) => ({
        ...{ id: `t${i}`, key: 'c', person: i % 3 === 0 ? 'amina' : 'ben' },
        date: addDays('2025-12-20', i % 60),
      })),
    )

  test.each([
    ['first', {}],
    ['last', {}],
    ['linear', {}],
    ['position', { first: '0.4', middle: '0.2', last: '0.4' }],
    ['time-decay', { halfLife: 7 }],
  ])('A13 2,000 sales to a customer of 2,000 touches are attributed: %s', (kind, more) => {
    const rule = parseAttribution({
      ...{ credit: 'indirect', by: 'customer', window: 30 },
      model: { kind, ...more },
    })
    const events = sales(2_000)
    const credits = attribute(events, touches(2_000), rule)
    expect(new Set(credits.map(({ event }) => event)).size).toBe(2_000)
    // As it is for a sale alone.
    for (const event of [events[0], events[49], events[777]] as SalesEvent[])
      expect(credits.filter((own) => own.event === event.id)).toEqual(
        attribute([event], touches(2_000), rule),
      )
  })
})
