import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendEvents, type DealEvent, parseEvents } from '../../src/credit/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { dealEvents } from '../../src/testing/arbitraries/deal-events.js'

const [order, collection, refund] = parseEvents(
  [
    { id: 'o', kind: 'order', on: '2026-01-10', amount: '100.00' },
    { id: 'c', kind: 'collection', on: '2026-02-10', amount: '100.00', of: 'o' },
    { id: 'r', kind: 'refund', on: '2026-03-10', amount: '-40.00', of: 'o' },
  ].map((each) => ({ ...each, currency: 'CNY' })),
) as [DealEvent, DealEvent, DealEvent]

describe('a ledger', () => {
  test('keeps its events and adds new ones', () => {
    expect(appendEvents([order], [collection, refund])).toEqual([order, collection, refund])
  })

  test('leaves what comes again as it is, whatever the order of its members', () => {
    const again = Object.fromEntries(Object.entries(order).reverse()) as DealEvent
    expect(appendEvents([order, refund], [again])).toEqual([order, refund])
  })

  test('refuses an id that comes again with other content, both shown', () => {
    const other = { ...order, amount: '90.00' } as DealEvent
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
    const batches = dealEvents('CNY').chain((events) =>
      fc.tuple(fc.constant(events), fc.nat({ max: events.length }), fc.subarray([...events])),
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
