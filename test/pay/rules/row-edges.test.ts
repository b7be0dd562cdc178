import { describe, expect, test } from 'vitest'
import { check, constant, divide, input, multiply, round } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import { tiled } from '../../../src/pay/stretches.js'
import { timelineOf } from '../../../src/pay/timeline.js'
import {
  base,
  bookOf,
  cents,
  cny,
  counting,
  dataOf,
  lines,
  order,
  person,
  reading,
  run,
  told,
  withheld,
} from './paying.js'

describe('rows', () => {
  test('a window from a day that is still to come is empty', () => {
    const later = told('later', {
      from: 'component',
      name: 'one',
      over: { since: { date: 'trial' } },
    })
    const one = counting('one', { from: 'time', count: 'month' })
    const data = dataOf([person('li', { trial: '2026-06-01' })])
    expect(lines(run(bookOf([one, later]), data, '2026-03'))).toEqual(['later li 2026-03 0.00'])
  })

  test('a basis that nobody named is a source that has nothing', () => {
    const days: Component = {
      component: 'days',
      pays: 'due',
      formula: multiply(input('n', 'count', 4), constant('1.00', cny)),
      reads: { n: { from: 'time', count: 'present', basis: { attribute: 'calendar' } } },
    }
    const rounded = { ...days, formula: round(days.formula, cents) }
    const of = bookOf([rounded], { basis: { all: { basis: 'calendar-days' } } })
    const people = [person('li', { calendar: 'all' }), person('wu')]
    const made = run(of, dataOf(people), '2026-03')
    expect(lines(made)).toEqual(['days li 2026-03 31.00'])
    expect(withheld(made)).toEqual(['days wu 2026-03 nothing-there'])
  })

  test('a record that the other component leaves out has nothing there', () => {
    const each = { record: 'orders' } as const
    const deal: Component = {
      ...reading('deal', { from: 'record', name: 'amount' }, { each, pays: undefined }),
      eligible: { where: { role: ['seller'] } },
    }
    const paid = reading('paid', { from: 'component', name: 'deal' }, { each })
    const li = {
      ...person('li'),
      attributes: {
        role: [
          { from: '2020-01-01', value: 'seller' },
          { from: '2026-03-16', value: 'desk' },
        ],
      },
    }
    const orders = [order('1', '2026-03-02', '1.00'), order('2', '2026-03-20', '8.00')]
    expect(lines(run(bookOf([deal, paid]), dataOf([li], { orders }), '2026-03'))).toEqual([
      'paid li 2026-03 1.00',
    ])
  })

  test('a stretch with too many places fails by name', () => {
    const li = {
      ...person('li'),
      attributes: {
        salary: [
          { from: '2020-01-01', value: '100.001' },
          { from: '2026-03-16', value: '200.00' },
        ],
      },
    }
    expect(withheld(run(bookOf([base]), dataOf([li]), '2026-03'))).toEqual([
      'base li 2026-03 too-many-places',
    ])
  })

  test('stretches may be divided by a number below zero', () => {
    const formula = check(divide(input('x', cny, 2), constant('-3'), cents))
    expect(tiled('owed', formula, [{ x: '1.00' }, { x: '1.00' }])).toMatchObject({
      amounts: ['-0.33', '-0.34'],
    })
  })

  test('a year that is named by where it starts has its first months in the one before', () => {
    const timeline = timelineOf({
      kind: 'quarter',
      calendar: { kind: 'gregorian', startMonth: 4, namedBy: 'start' },
    })
    expect(timeline.at(timeline.indexOf('2026-02-14')).name).toBe('FY2025-Q4')
  })
})
