import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendEvents, creditEvents, type SalesEvent } from '../../src/commission/index.js'
import { documents, originals } from '../../src/commission/ledger.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { anyEvents } from './arbitraries.js'
import { event } from './one-seller.js'

const order = event('o', 'order', '2026-01-10', '100.00')
const collection = event('c', 'collection', '2026-02-10', '100.00', { of: 'o' })
const refund = event('r', 'refund', '2026-03-10', '-40.00', { of: 'o' })
const correction = event('k', 'correction', '2026-04-10', '5.00', { of: 'r' })
const paidBack = event('p', 'collection', '2026-05-10', '-40.00', { of: 'c' })

describe('a ledger', () => {
  test('keeps its events and adds new ones', () => {
    expect(appendEvents([order], [collection, refund])).toEqual([order, collection, refund])
  })

  test('leaves what comes again as it is, whatever the order of its members', () => {
    const again = Object.fromEntries(Object.entries(order).reverse()) as SalesEvent
    expect(appendEvents([order, refund], [again])).toEqual([order, refund])
  })

  test('refuses an id that comes again with other content, both shown', () => {
    const other = { ...order, amount: '90.00' }
    const problems = problemsOf(() => appendEvents([order], [refund, other]))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['conflicting-event', 'events[1]'],
    ])
    const text = describeProblems(problems)
    expect(text).toContain('"amount":"100.00"')
    expect(text).toContain('"amount":"90.00"')
    expect(describeProblems(problems, 'zh-CN')).toContain('账簿只增不改')
  })

  test('is the same whatever is added twice, and in whatever batches', () => {
    const batches = anyEvents.chain((events) =>
      fc.tuple(fc.constant(events), fc.nat({ max: events.length }), fc.subarray(events)),
    )
    fc.assert(
      fc.property(batches, ([events, cut, again]) => {
        const once = appendEvents([], events)
        const first = appendEvents([], events.slice(0, cut))
        expect(appendEvents(appendEvents(first, events.slice(cut)), again)).toEqual(once)
      }),
    )
  })
})

describe('what an event comes from', () => {
  const all = [order, collection, refund, correction, paidBack]

  test('is the order at the end of its chain, or itself', () => {
    const originalOf = originals(all)
    expect(all.map((each) => originalOf(each).id)).toEqual(['o', 'o', 'o', 'o', 'o'])
  })

  test('is about the document that it takes back, save what stands on its own', () => {
    const documentOf = documents(all)
    expect(all.map((each) => documentOf(each).id)).toEqual(['o', 'c', 'o', 'o', 'c'])
  })

  test('must be in the ledger', () => {
    const problems = problemsOf(() => originals([refund]))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['unknown-event', 'events[0].of'],
    ])
    expect(describeProblems(problems, 'zh-CN')).toContain('账簿中没有此事件')
  })

  test('must have an end: every event of a loop, and every one that leads into it, is told', () => {
    const a = { ...refund, id: 'a', of: 'b' }
    const b = { ...refund, id: 'b', of: 'a' }
    const into = { ...refund, id: 'x', of: 'a' }
    expect(found(() => originals([a, b, into]))).toEqual([
      ['endless-chain', 'events[0].of'],
      ['endless-chain', 'events[1].of'],
      ['endless-chain', 'events[2].of'],
    ])
  })

  test('must be one: an id that repeats is told where it repeats', () => {
    expect(found(() => originals([order, order]))).toEqual([['repeated-id', 'events[1].id']])
  })
})

test('a transfer takes credit from one person and gives it to another', () => {
  const moved = {
    ...order,
    id: 't',
    kind: 'transfer',
    of: 'o',
    amount: '30.50',
    credit: 'direct',
    from: 'ann',
    to: 'ben',
  } as const
  const credits = creditEvents([order, moved], [])
  expect(
    credits.map(({ person, credit, amount, dealt, deal }) => [person, credit, amount, dealt, deal]),
  ).toEqual([
    ['ann', 'direct', '-30.50', '2026-01-10', 'o'],
    ['ben', 'direct', '30.50', '2026-01-10', 'o'],
  ])
})
