import { describe, expect, it } from 'vitest'
import { constant, input, multiply } from '../../../src/formula/index.js'
import type { Component, Source } from '../../../src/pay/component.js'
import { bookOf, cny, dataOf, order, person, reading, run, withheld } from './paying.js'

const _orders = [
  order('a', '2026-03-01', '10.00', { buyer: 'x' }),
  order('b', '2026-03-02', '30.00', { buyer: 'y' }),
  order('c', '2026-03-03', '20.00', { buyer: 'x' }),
  order('d', '2026-03-04', '20.00'),
]

describe('rows of records', () => {
  const deals = [
    order('a', '2026-02-27', '100.00', { deal: 'x', kind: 'sale', region: 'east' }),
    order('b', '2026-03-02', '-30.00', { deal: 'x', kind: 'refund', region: 'east' }),
    order('c', '2026-03-05', '50.00', { deal: 'y', kind: 'sale', region: 'west' }),
    order('d', '2026-03-09', '20.00', { deal: 'y', kind: 'extra', region: 'north' }),
  ]
  const deal = (
    more: Partial<Component> = {},
    source: Source = { from: 'records', of: 'orders', as: 'sum', value: 'amount', same: ['deal'] },
  ): Component => reading('deal', source, { each: { record: 'orders', by: 'deal' }, ...more })
  const shown = (component: Component, ...others: Component[]) =>
    run(
      bookOf([component, ...others]),
      dataOf([person('li', { hired: '2026-01-01' })], { orders: deals }),
      '2026-03',
    )
  const rows = ({ lines: [line] }: ReturnType<typeof run>) =>
    line?.parts.map(({ from, record, amount }) => `${record} ${from} ${amount}`)

  it('are of the deals of the period, each with the day of its first record', () => {
    expect(rows(shown(deal()))).toEqual(['x 2026-02-27 -30.00', 'y 2026-03-05 70.00'])
  })

  it('look over a window, and are kept by members', () => {
    const two = deal(
      { each: { record: 'orders', by: 'deal', over: { last: 2 } } },
      {
        from: 'records',
        of: 'orders',
        as: 'sum',
        value: 'amount',
        same: ['deal'],
        over: { last: 2 },
      },
    )
    expect(rows(shown(two))).toEqual(['x 2026-02-27 70.00', 'y 2026-03-05 70.00'])
    const sales = deal({ each: { record: 'orders', by: 'deal', where: { kind: ['sale'] } } })
    expect(rows(shown(sales))).toEqual(['y 2026-03-05 70.00'])
  })

  it('read a member that is the same in all, else it is missing', () => {
    const region = (missing?: string): Component => ({
      component: 'deal',
      pays: 'due',
      each: { record: 'orders', by: 'deal' },
      formula: input('x', cny, 2),
      reads: { x: { from: 'record', name: 'amount', ...(missing && { missing }) } },
    })
    expect(rows(shown(region('0.00')))).toEqual(['x 2026-02-27 -30.00', 'y 2026-03-05 0.00'])
    expect(withheld(shown(region()))).toEqual(['deal li 2026-03 nothing-there'])
  })

  it('that lack the member that makes them one fail', () => {
    const by = deal({ each: { record: 'orders', by: 'shop' } })
    expect(withheld(shown(by))).toEqual(['deal li 2026-03 no-member'])
  })

  it('read months from the first sale to the last record', () => {
    const age: Component = {
      component: 'age',
      pays: 'due',
      each: { record: 'orders', by: 'deal' },
      formula: multiply(input('n', 'count', 0), constant('1.00', cny)),
      reads: {
        n: {
          from: 'time',
          count: 'months',
          since: { first: { kind: ['sale'] } },
          until: { last: { kind: ['refund', 'extra'] } },
          missing: '9',
        },
      },
    }
    const far = [
      ...deals,
      order('e', '2026-05-01', '1.00', { deal: 'y', kind: 'extra' }),
      order('f', '2026-03-03', '1.00', { deal: 'z', kind: 'gift' }),
    ]
    const paid = run(bookOf([age]), dataOf([person('li')], { orders: far }), '2026-03', 'first', {
      asOf: '2026-05-31',
    })
    // From 5 March to 1 May: one full month. Nothing was sold of z.
    expect(rows(paid)).toEqual(['x 2026-02-27 0.00', 'z 2026-03-03 9.00', 'y 2026-03-05 1.00'])
  })

  it('read of a component of the same rows their own, and of any other the whole', () => {
    const own = deal({}, { from: 'component', name: 'size' })
    const { pays: _, ...size } = { ...deal(), component: 'size' }
    expect(rows(shown(own, size))).toEqual(['x 2026-02-27 -30.00', 'y 2026-03-05 70.00'])
    // The same rows, though their members stand in another order.
    const turned = { ...size, each: { by: 'deal', record: 'orders' } }
    expect(rows(shown(own, turned))).toEqual(['x 2026-02-27 -30.00', 'y 2026-03-05 70.00'])
    const { each: __, ...all } = {
      ...size,
      reads: { x: { from: 'records', of: 'orders', as: 'sum', value: 'amount' } as const },
    }
    expect(rows(shown(own, all))).toEqual(['x 2026-02-27 40.00', 'y 2026-03-05 40.00'])
  })

  it('of a version that has another condition are told apart', () => {
    const later = { ...deal(), each: { record: 'orders', by: 'deal', where: { kind: ['extra'] } } }
    const of = bookOf([
      { to: '2026-02-28', value: deal() },
      { from: '2026-03-01', value: later },
    ])
    const paid = run(of, dataOf([person('li')], { orders: deals }), '2026-03')
    expect(rows(paid)).toEqual(['y 2026-03-09 70.00'])
  })

  it('since a date of the record', () => {
    const dated = deals.map((each) => ({ ...each, signed: '2026-03-04' }))
    const sum: Component = reading(
      'sum',
      {
        from: 'records',
        of: 'orders',
        as: 'sum',
        value: 'amount',
        over: { since: { date: 'signed' } },
      },
      { each: { record: 'orders' } },
    )
    const paid = run(
      bookOf([sum]),
      dataOf([person('li', { signed: '2020-01-01' })], { orders: dated }),
      '2026-03',
    )
    expect(rows(paid)).toEqual(['b 2026-03-02 0.00', 'c 2026-03-05 50.00', 'd 2026-03-09 70.00'])
  })
})
