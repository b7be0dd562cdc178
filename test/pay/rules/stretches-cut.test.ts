import { describe, expect, it } from 'vitest'
import { constant, divide, input, multiply } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import {
  base,
  bookOf,
  cents,
  cny,
  dataOf,
  lines,
  parts,
  person,
  quarterly,
  run,
  since,
  withheld,
} from './paying.js'
import { each, li, of } from './stretch-books.js'

describe('R2 and R30 stretches', () => {
  it('are cut where what is read changes; equal neighbours are one', () => {
    const paid = of(
      base,
      li([
        { from: '2020-01-01', value: '3100.00' },
        { from: '2026-03-11', value: '3100.00' },
        { from: '2026-03-21', value: '6200.00' },
      ]),
    )
    // 20 days of 100 and 11 of 200.
    expect(lines(paid)).toEqual(['base li 2026-03 4200.00'])
    expect(parts(paid)).toEqual(['2026-03-01 2026-03-20 2000.00', '2026-03-21 2026-03-31 2200.00'])
  })

  it('are cut by their versions, each rounded by itself, and by a change of post', () => {
    const double = {
      ...base,
      formula: divide(
        multiply(input('salary', cny, 2), input('part', 'count', 4), constant('2')),
        input('whole', 'count', 4),
        cents,
      ),
    }
    const paid = run(
      bookOf([
        { to: '2026-03-10', value: base },
        { from: '2026-03-11', value: double },
      ]),
      dataOf([li([{ from: '2020-01-01', value: '310.00' }])]),
      '2026-03',
    )
    // 10 days of 10 and 21 of 20.
    expect(parts(paid)).toEqual(['2026-03-01 2026-03-10 100.00', '2026-03-11 2026-03-31 420.00'])
    const moved = li([], {
      attributes: {},
      assignments: [
        { id: 'a', from: '2020-01-01', to: '2026-03-15', attributes: since({ salary: '310.00' }) },
        { id: 'b', from: '2026-03-16', attributes: since({ salary: '620.00' }) },
      ],
    })
    expect(parts(of(base, moved))).toEqual([
      '2026-03-01 2026-03-15 150.00',
      '2026-03-16 2026-03-31 320.00',
    ])
    expect(lines(of({ ...base, of: 'assignment' }, moved))).toEqual([
      'base li/a 2026-03 150.00',
      'base li/b 2026-03 320.00',
    ])
  })

  it('are cut where a value of the group or of the company changes, and on a change of group', () => {
    const groups = [
      { of: { by: 'team', value: 'red' }, attributes: since({ salary: '310.00' }) },
      {
        of: { by: 'team', value: 'blue' },
        attributes: {
          salary: [
            ...(since({ salary: '620.00' })['salary'] ?? []),
            { from: '2026-03-21', value: '930.00' },
          ],
        },
      },
    ]
    const mover = person(
      'li',
      {},
      {
        attributes: {
          team: [
            { from: '2020-01-01', value: 'red' },
            { from: '2026-03-11', value: 'blue' },
          ],
        },
      },
    )
    const paid = run(bookOf([base]), dataOf([mover], {}, groups), '2026-03')
    expect(parts(paid)).toEqual([
      '2026-03-01 2026-03-10 100.00',
      '2026-03-11 2026-03-20 200.00',
      '2026-03-21 2026-03-31 330.00',
    ])
  })

  it('are cut on an anniversary that is named by `every`', () => {
    const days: Component = {
      component: 'days',
      ...each,
      formula: multiply(input('n', 'count', 0), constant('1.00', cny)),
      reads: {
        n: { from: 'time', count: 'present', over: { since: { date: 'hired', every: 'year' } } },
      },
    }
    const hired = (day: string) =>
      person('li', { hired: day }, { employment: [{ from: '2020-01-01' }] })
    // To 10 March the year of service before: 365 days; from 11 March the new one.
    expect(parts(of(days, hired('2022-03-11')))).toEqual([
      '2026-03-01 2026-03-10 365.00',
      '2026-03-11 2026-03-31 21.00',
    ])
    expect(parts(of(days, hired('2022-07-11')))).toHaveLength(1)
    expect(withheld(of(days, hired('soon')))).toEqual(['days li 2026-03 no-date'])
  })

  it('of a quarter are cut in each of its months', () => {
    const rhythms = quarterly
    const quarter = { ...base, period: 'quarter' }
    const paid = run(
      bookOf([quarter], { rhythms }),
      dataOf([
        li([
          { from: '2020-01-01', value: '90.00' },
          { from: '2026-03-01', value: '180.00' },
        ]),
      ]),
      '2026-03',
    )
    // 59 of 90 days at 90, 31 at 180.
    expect(lines(paid)).toEqual(['base li 2026-Q1 121.00'])
  })
})
