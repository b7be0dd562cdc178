import { describe, expect, it } from 'vitest'
import { add, input } from '../../../src/formula/index.js'
import type { Component, Over, RecordsSource } from '../../../src/pay/component.js'
import type { Row } from '../../../src/pay/data.js'
import { bookOf, cny, dataOf, order, person, reading, run } from './paying.js'

describe('a fingerprint of what was read of records', () => {
  const orders = [
    order('a', '2026-01-09', '1.00'),
    order('b', '2026-02-10', '2.00', { order: '1' }),
    order('c', '2026-02-10', '3.00', { order: '2', kind: 'extra' }),
    order('d', '2026-03-11', '4.00'),
    order('e', '2026-03-12', '5.00'),
    order('f', '2026-04-13', '6.00'),
  ]
  const summing = (over: Over): RecordsSource => ({
    from: 'records',
    of: 'orders',
    as: 'sum',
    value: 'amount',
    over,
  })
  const printOf = (component: Component, rows: readonly Row[] = orders) =>
    run(
      bookOf([component], { retro: 0 }),
      dataOf([person('li')], { orders: rows }),
      '2026-03',
    ).lines.map(({ fingerprint }) => fingerprint)
  const changed = (id: string, more: Partial<Row>) =>
    orders.map((row) => (row.id === id ? ({ ...row, ...more } as Row) : row))

  describe.each<[string, Component]>([
    ['of the row', reading('sum', summing({ last: 2 }))],
    ['of rows of records', reading('sum', summing({ last: 2 }), { each: { record: 'orders' } })],
  ])('%s', (_, component) => {
    it.each<[string, readonly Row[]]>([
      ['another number', changed('b', { amount: '2.01' })],
      ['another number at the end', changed('e', { amount: '5.01' })],
      ['another id', changed('c', { id: 'c2' })],
      ['another day', changed('b', { on: '2026-02-09' })],
      ['another order', changed('b', { order: '3' })],
      ['one more', [...orders, order('g', '2026-02-28', '0.00')]],
      ['one less', orders.filter(({ id }) => id !== 'c')],
    ])('is another for %s', (_what, rows) => {
      expect(printOf(component, rows)).not.toEqual(printOf(component))
    })

    it.each<[string, readonly Row[]]>([
      ['before the window', changed('a', { amount: '7.00' })],
      ['one more before it', [order('0', '2026-01-01', '9.00'), ...orders]],
      ['after it', changed('f', { amount: '7.00' })],
      ['a member that is not read', changed('b', { kind: 'extra' })],
      ['the order in which they are given', orders.toReversed()],
    ])('is the same whatever is told %s', (_what, rows) => {
      expect(printOf(component, rows)).toEqual(printOf(component))
    })
  })

  it('tells which part each input has read of one list', () => {
    const two = (left: Over, right: Over): Component => ({
      component: 'sum',
      pays: 'due',
      formula: add(input('x', cny, 2), input('y', cny, 2)),
      reads: { x: summing(left), y: summing(right) },
    })
    const prints = [
      two({ last: 2 }, 'period'),
      two('period', { last: 2 }),
      two({ last: 2 }, { last: 2 }),
      two({ ago: 1 }, { last: 2 }),
      two({ ago: 1 }, 'period'),
      two({ ago: 2 }, 'period'),
    ].flatMap((component) => printOf(component))
    expect(new Set(prints).size).toBe(prints.length)
    // What lies between two parts is not read.
    const apart = two({ ago: 2 }, 'period')
    expect(printOf(apart, changed('b', { amount: '7.00' }))).toEqual(printOf(apart))
    expect(
      printOf(
        apart,
        orders.filter(({ id }) => id !== 'c'),
      ),
    ).toEqual(printOf(apart))
  })
})
