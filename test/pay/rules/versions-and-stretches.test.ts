import { describe, expect, it } from 'vitest'
import { input, named, round } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import { month } from './monthly-books.js'
import { base, bookOf, cents, cny, dataOf, lines, person, reading, run } from './paying.js'

describe('versions and stretches', () => {
  const salaried = dataOf([person('li', { salary: '3100.00', basis: 'calendar' })])

  it('a version that holds for less than a period holds for none', () => {
    const of = bookOf([
      { from: '2026-01-01', to: '2026-01-31', value: month },
      { from: '2026-02-01', value: { ...month, clause: '2' } },
    ])
    expect(lines(run(of, dataOf([person('li')]), '2026-02'))).toEqual(['month li 2026-02 0.00'])
  })

  it('a named root, and a basis that an attribute names', () => {
    const labelled: Component = {
      ...base,
      formula: named('pay', base.formula),
      reads: {
        ...base.reads,
        part: { from: 'time', count: 'part', basis: { attribute: 'basis' } },
      },
    }
    const of = bookOf([labelled], { basis: { calendar: { basis: 'calendar-days' } } })
    expect(lines(run(of, salaried, '2026-03'))).toEqual(['base li 2026-03 3100.00'])
  })

  it('of a group are cut where its own values change', () => {
    const rent: Component = {
      component: 'rent',
      of: { by: 'team' },
      each: 'stretch',
      formula: round(input('x', cny, 2), cents),
      reads: { x: { from: 'attribute', name: 'rent' } },
    }
    const out = reading('out', { from: 'component', name: 'rent' })
    const groups = [
      {
        of: { by: 'team', value: 'red' },
        attributes: {
          rent: [
            { from: '2020-01-01', value: '1.00' },
            { from: '2026-03-11', value: '2.00' },
          ],
        },
      },
    ]
    const data = dataOf([person('li', { team: 'red' }), person('wu')], {}, groups)
    expect(lines(run(bookOf([rent, out]), data, '2026-03'))).toEqual([
      'out li 2026-03 3.00',
      'out wu 2026-03 0.00',
    ])
  })
})
