import { describe, expect, it } from 'vitest'
import { add, input } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import type { Opening } from '../../../src/pay/run.js'
import { bookOf, cny, lines, order, reading, run } from './paying.js'
import { sales, sold } from './settlement-books.js'

describe('R17 openings', () => {
  const carried: Component = {
    component: 'carried',
    formula: add(input('before', cny, 2), input('new', cny, 2)),
    reads: {
      before: { from: 'component', name: 'carried', over: 'before' },
      new: { from: 'records', of: 'orders', as: 'sum', value: 'amount' },
    },
  }
  const out = reading('out', { from: 'component', name: 'carried' })
  const february = { rhythm: 'month', period: '2026-02' }
  const opening = (more: Partial<Opening>): Opening => ({
    component: 'sales',
    person: 'li',
    earned: february,
    why: 'from the old system',
    ...more,
  })

  it('serve the value before, and what is settled', () => {
    const openings = [opening({ component: 'carried', value: '100.00' })]
    const [a, b] = [order('a', '2026-03-05', '10.00'), order('b', '2026-04-05', '1.00')]
    const first = run(bookOf([carried, out]), sold(a, b), '2026-03', 'first', { openings })
    const second = run(bookOf([carried, out]), sold(a, b), '2026-04', first)
    expect([first, second].map(lines)).toEqual([
      ['out li 2026-03 110.00'],
      ['out li 2026-04 111.00'],
    ])
  })

  it('a refund of a deal from before the first run takes back from what was settled', () => {
    const openings = [opening({ settled: '50.00' })]
    const refund = (id: string, on: string) => order(id, on, '-3.00', { counts: '2026-02-10' })
    const data = sold(
      order('a', '2026-02-10', '10.00'),
      refund('r', '2026-03-10'),
      refund('s', '2026-04-10'),
    )
    const of = bookOf([sales])
    const first = run(of, data, '2026-03', 'first', { openings })
    const second = run(of, data, '2026-04', first)
    expect([first, second].map(lines)).toEqual([
      ['sales li 2026-03 0.00', 'sales li 2026-02 -3.00'],
      ['sales li 2026-03 0.00', 'sales li 2026-04 0.00', 'sales li 2026-02 -3.00'].slice(1),
    ])
    expect(second.lines.at(-1)).toMatchObject({
      entitled: '44.00',
      settled: '47.00',
      why: 'from the old system',
    })
  })

  it('a refund changes a value that was brought along once, in every later run', () => {
    const year = reading('year', {
      from: 'component',
      name: 'month',
      over: { since: 'year' },
    })
    const month = { ...sales, component: 'month' }
    const { pays: _, ...unpaid } = month
    const refund = order('r', '2026-03-10', '-3.00', { counts: '2026-02-10' })
    const data = sold(order('a', '2026-02-10', '10.00'), refund)
    const paid = (component: Component, brought: Partial<Opening>) => {
      const of = bookOf([component, year])
      const openings = [opening({ component: 'month', ...brought })]
      const first = run(of, data, '2026-03', 'first', { openings })
      const second = run(of, data, '2026-04', first)
      const third = run(of, data, '2026-05', second)
      return [first, second, third].map((each) =>
        lines(each).filter((line) => line.startsWith(`year li ${each.period}`)),
      )
    }
    const of = (amount: string) =>
      ['2026-03', '2026-04', '2026-05'].map((period) => [`year li ${period} ${amount}`])
    expect(paid(unpaid, { value: '100.00' })).toEqual(of('97.00'))
    expect(paid(month, { settled: '100.00' })).toEqual(of('97.00'))
    // What others read may be another value than what was settled.
    expect(paid(month, { settled: '60.00', value: '100.00' })).toEqual(of('97.00'))
  })
})
