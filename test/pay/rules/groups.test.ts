import { describe, expect, test } from 'vitest'
import { add, constant, input, match } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import { bookOf, cny, dataOf, lines, order, person, reading, run, since, told } from './paying.js'

describe('groups', () => {
  const kind: Component = {
    component: 'kind',
    of: { by: 'team' },
    formula: match('team', { red: constant('3.00', cny) }, constant('1.00', cny)),
    reads: { team: { from: 'attribute', name: 'team' } },
  }

  test('a group has its own attribute, and its records on their own days', () => {
    const orders = told(
      'orders',
      { from: 'records', of: 'orders', as: 'count' },
      { of: { by: 'team' }, pays: undefined, component: 'made' },
    )
    const paid = reading('paid', { from: 'component', name: 'kind' })
    const count = reading('count', { from: 'component', name: 'made' })
    const assignments = [{ id: 'desk', from: '2020-01-01', attributes: since({ team: 'red' }) }]
    const people = [person('li', {}, { assignments }), person('wu', { team: 'blue' })]
    const rows = [order('1', '2026-03-02', '1.00', { assignment: 'desk' })]
    expect(
      lines(run(bookOf([kind, orders, paid, count]), dataOf(people, { orders: rows }), '2026-03')),
    ).toEqual([
      'paid li 2026-03 3.00',
      'paid wu 2026-03 1.00',
      'count li 2026-03 1.00',
      'count wu 2026-03 0.00',
    ])
  })

  test('the value of a group is carried from run to run, and its span may have conditions', () => {
    const team: Component = {
      component: 'team',
      of: { by: 'team' },
      eligible: { where: { team: ['red'] } },
      formula: add(input('before', cny, 2), constant('1.00', cny)),
      reads: { before: { from: 'component', name: 'team', over: 'before' } },
    }
    const paid = reading('paid', { from: 'component', name: 'team' })
    const of = bookOf([{ from: '2026-03-01', value: team }, paid], { retro: 0 })
    const data = dataOf([person('li', { team: 'red' })])
    const march = run(of, data, '2026-03')
    expect(lines(march)).toEqual(['paid li 2026-03 1.00'])
    expect(lines(run(of, data, '2026-04', march))).toEqual(['paid li 2026-04 2.00'])
  })

  test('who is in no group of a kind has nothing of it', () => {
    const rent = reading(
      'rent',
      { from: 'attribute', name: 'rent' },
      { eligible: { where: { rent: { atLeast: '1' } } } },
    )
    const groups = [{ of: { by: 'shop', value: 'north' }, attributes: since({ rent: '5.00' }) }]
    const people = [person('li', { shop: 'north' }), person('wu', { team: 'x' })]
    expect(lines(run(bookOf([rent]), dataOf(people, undefined, groups), '2026-03'))).toEqual([
      'rent li 2026-03 5.00',
    ])
  })
})
