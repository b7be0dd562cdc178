import { describe, expect, it } from 'vitest'
import { constant, divide, input, multiply, round } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import {
  base,
  bookOf,
  cents,
  cny,
  dataOf,
  figure,
  lines,
  order,
  parts,
  reading,
  run,
  withheld,
} from './paying.js'
import { each, li, of, reads } from './stretch-books.js'

const orders = [
  order('a', '2026-03-01', '10.00', { buyer: 'x' }),
  order('b', '2026-03-02', '30.00', { buyer: 'y' }),
  order('c', '2026-03-03', '20.00', { buyer: 'x' }),
  order('d', '2026-03-04', '20.00'),
]

describe('R2 and R30 stretches', () => {
  it('are divided once; the parts by largest remainder, ties to the earlier', () => {
    const paid = of(
      base,
      li([
        { from: '2020-01-01', value: '100.00' },
        { from: '2026-03-11', value: '200.00' },
        { from: '2026-03-21', value: '300.00' },
      ]),
    )
    // 10 × 100 + 10 × 200 + 11 × 300 = 6,300 of 31: 203.2258; 32.258…, 64.516…, 106.451…
    expect(lines(paid)).toEqual(['base li 2026-03 203.23'])
    expect(parts(paid)).toEqual([
      '2026-03-01 2026-03-10 32.26',
      '2026-03-11 2026-03-20 64.52',
      '2026-03-21 2026-03-31 106.45',
    ])
  })

  it('of a rounding are added and rounded once', () => {
    const half: Component = {
      component: 'half',
      ...each,
      formula: round(multiply(input('salary', cny, 2), constant('0.5')), cents),
      reads,
    }
    const paid = of(
      half,
      li([
        { from: '2020-01-01', value: '0.01' },
        { from: '2026-03-11', value: '0.03' },
      ]),
    )
    // 0.005 and 0.015: 0.02, and the cent to the first of the equal remainders.
    expect(lines(paid)).toEqual(['half li 2026-03 0.02'])
    expect(parts(paid)).toEqual(['2026-03-01 2026-03-10 0.01', '2026-03-11 2026-03-31 0.01'])
    const back = of(
      half,
      li([
        { from: '2020-01-01', value: '-0.01' },
        { from: '2026-03-11', value: '-0.03' },
      ]),
    )
    // −0.005 and −0.015, rounded down to −0.01 and −0.02: the cent left over goes to the first.
    expect(parts(back)).toEqual(['2026-03-01 2026-03-10 0.00', '2026-03-11 2026-03-31 -0.02'])
  })

  it('of what rounds nothing are added', () => {
    const sum: Component = { component: 'sum', ...each, formula: input('salary', cny, 2), reads }
    const paid = of(
      sum,
      li([
        { from: '2020-01-01', value: '1.00' },
        { from: '2026-03-11', value: '2.00' },
      ]),
    )
    expect(parts(paid)).toEqual(['2026-03-01 2026-03-10 1.00', '2026-03-11 2026-03-31 2.00'])
  })

  it('whoever reads a stretch component reads its whole period', () => {
    const reader = {
      ...reading('reader', { from: 'component', name: 'base' }),
      each: { record: 'orders' },
    }
    const data = dataOf(
      [
        li([
          { from: '2020-01-01', value: '100.00' },
          { from: '2026-03-11', value: '200.00' },
        ]),
      ],
      { orders: orders.slice(0, 2) },
    )
    const paid = run(bookOf([base, reader]), data, '2026-03')
    // 10 × 100 + 21 × 200 of 31 is 167.74, read by each of two records.
    expect(lines(paid)).toEqual(['base li 2026-03 167.74', 'reader li 2026-03 335.48'])
  })

  it('a divisor of nothing is told as the formula has it', () => {
    const none: Component = {
      component: 'none',
      ...each,
      formula: divide(input('salary', cny, 2), input('x', 'count', 0), cents),
      reads: { ...reads, x: { from: 'figure', name: 'x' } },
    }
    const who = li(
      [
        { from: '2020-01-01', value: '1.00' },
        { from: '2026-03-11', value: '2.00' },
      ],
      { figures: [figure('x', '2026-03', '0')] },
    )
    expect(withheld(of(none, who))).toEqual(['none li 2026-03 division-by-zero'])
    const alone = li([{ from: '2020-01-01', value: '1.00' }], {
      figures: [figure('x', '2026-03', '0')],
    })
    expect(withheld(of(none, alone))).toEqual(['none li 2026-03 division-by-zero'])
  })
})
