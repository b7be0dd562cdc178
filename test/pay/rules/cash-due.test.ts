import { describe, expect, it } from 'vitest'
import { add, constant, input, minimum, multiply } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import { tax, wage, waged } from './cash-books.js'
import {
  bookOf,
  cny,
  dataOf,
  figure,
  lines,
  order,
  person,
  reading,
  run,
  runs,
  withheld,
} from './paying.js'

describe('R24 what is due of this payment', () => {
  it('is the lines of the run, corrections of earlier periods among them', () => {
    const of = bookOf([wage, tax])
    const late = figure('wage', '2026-03', '150.00', { recorded: '2026-04-10' })
    const li = waged('li', { '2026-03': '100.00', '2026-04': '200.00' })
    const data = dataOf([{ ...li, figures: [...(li.figures ?? []), late] }])
    expect(runs(of, data, ['2026-03', '2026-04']).map(lines)).toEqual([
      ['wage li 2026-03 100.00', 'tax li 2026-03 -10.00'],
      ['wage li 2026-03 50.00', 'wage li 2026-04 200.00', 'tax li 2026-04 -25.00'],
    ])
  })

  it('of a window adds up the payments of its periods, whatever they were earned in', () => {
    const year: Component = {
      ...tax,
      component: 'year',
      reads: {
        due: { from: 'component', tag: 'wage', what: 'due', over: { since: 'year' } },
      },
    }
    const late = figure('wage', '2025-12', '150.00', { recorded: '2026-01-10' })
    const li = waged('li', { '2025-12': '100.00', '2026-01': '200.00', '2026-02': '300.00' })
    const data = dataOf([{ ...li, figures: [...(li.figures ?? []), late] }])
    const paid = runs(bookOf([wage, year]), data, ['2025-12', '2026-01', '2026-02'])
    expect(paid.map((each) => lines(each).at(-1))).toEqual([
      'year li 2025-12 -10.00',
      'year li 2026-01 -25.00',
      'year li 2026-02 -55.00',
    ])
  })

  it('of earlier payments is told though this one fails', () => {
    const before: Component = {
      ...tax,
      component: 'earlier',
      reads: {
        due: {
          from: 'component',
          tag: 'wage',
          what: 'due',
          over: { since: 'year', through: 'before' },
        },
      },
    }
    const given = reading('wage', { from: 'figure', name: 'wage' }, { tags: ['wage'] })
    const data = dataOf([waged('li', { '2026-01': '100.00' })])
    const paid = runs(bookOf([given, before]), data, ['2026-01', '2026-02'])
    expect(lines(paid[1] as never)).toEqual(['earlier li 2026-02 -10.00'])
    expect(withheld(paid[1] as never)).toEqual(['wage li 2026-02 nothing-there'])
  })

  it('of a component without a line is what changed in it since it was last recorded', () => {
    const damage: Component = {
      component: 'damage',
      formula: input('x', cny, 2),
      reads: { x: { from: 'records', of: 'damages', as: 'sum', value: 'amount' } },
    }
    const deducted: Component = {
      component: 'deducted',
      pays: 'cash',
      formula: multiply(input('due', cny, 2), constant('-1')),
      reads: { due: { from: 'component', name: 'damage', what: 'due' } },
    }
    const of = bookOf([damage, deducted])
    const data = dataOf([person('li')], {
      damages: [
        order('a', '2026-03-05', '10.00'),
        order('b', '2026-03-06', '5.00', { recorded: '2026-04-02' }),
        order('c', '2026-04-06', '2.00'),
      ],
    })
    const paid = runs(of, data, ['2026-03', '2026-04', '2026-05'])
    expect(paid.map(lines)).toEqual([
      ['deducted li 2026-03 -10.00'],
      ['deducted li 2026-04 -7.00'],
      ['deducted li 2026-05 0.00'],
    ])
  })
})

describe('R25 order', () => {
  it('two takers from one wage read what the other left', () => {
    const first: Component = {
      component: 'first',
      pays: 'cash',
      formula: minimum(input('due', cny, 2), constant('70.00', cny)),
      reads: { due: { from: 'component', name: 'wage', what: 'due' } },
    }
    const second: Component = {
      component: 'second',
      pays: 'cash',
      formula: minimum(
        add(input('due', cny, 2), multiply(input('taken', cny, 2), constant('-1'))),
        constant('70.00', cny),
      ),
      reads: {
        due: { from: 'component', name: 'wage', what: 'due' },
        taken: { from: 'component', name: 'first' },
      },
    }
    const data = dataOf([waged('li', { '2026-03': '100.00' })])
    expect(lines(run(bookOf([second, first, wage]), data, '2026-03'))).toEqual([
      'wage li 2026-03 100.00',
      'first li 2026-03 70.00',
      'second li 2026-03 30.00',
    ])
  })
})

describe('R31 what fails in cash', () => {
  it('a failed component with a tag fails what is taken from the tag, for its person alone', () => {
    const rate = reading('rate', { from: 'attribute', name: 'rate' }, { tags: ['wage'] })
    const data = dataOf([
      waged('li', { '2026-03': '100.00' }),
      waged(
        'wu',
        { '2026-03': '100.00' },
        { attributes: { rate: [{ from: '2020-01-01', value: '5.00' }] } },
      ),
    ])
    const paid = run(bookOf([wage, rate, tax]), data, '2026-03')
    expect(lines(paid)).toEqual([
      'wage li 2026-03 100.00',
      'wage wu 2026-03 100.00',
      'rate wu 2026-03 5.00',
      'tax wu 2026-03 -10.50',
    ])
    expect(withheld(paid)).toEqual([
      'rate li 2026-03 nothing-there',
      'tax li 2026-03 failed-component',
    ])
  })
})
