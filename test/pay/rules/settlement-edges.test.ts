import { describe, expect, test } from 'vitest'
import { add, constant, input, multiply, round } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import {
  bookOf,
  cents,
  cny,
  counting,
  dataOf,
  figure,
  lines,
  order,
  person,
  reading,
  run,
} from './paying.js'

describe('settlement', () => {
  test('a key that was mended after its period had closed is read as it was then', () => {
    const paid: Component = {
      component: 'paid',
      pays: 'due',
      formula: round(multiply(input('sales', cny, 2), input('rate', 'ratio', 2)), cents),
      reads: {
        sales: { from: 'records', of: 'orders', as: 'sum', value: 'amount' },
        rate: { from: 'figure', name: 'rate' },
      },
    }
    const rates = (january: readonly ReturnType<typeof figure>[]) => [
      ...january,
      ...['2026-02', '2026-03', '2026-04'].map((month) => figure('rate', month, '0.10')),
    ]
    const told = figure('rate', '2026-01', '0.50', { recorded: '2026-03-02' })
    const li = person('li', {}, { figures: rates([told]) })
    const orders = [
      order('1', '2026-01-05', '100.00'),
      order('2', '2026-04-05', '-20.00', { counts: '2026-01-05' }),
    ]
    const of = bookOf([paid], { retro: 0 })
    const data = dataOf([li], { orders })
    let before: Parameters<typeof run>[3] = 'first'
    const all = ['2026-01', '2026-02', '2026-03', '2026-04'].map((month) => {
      before = run(of, data, month, before)
      return lines(before)
    })
    expect(all).toEqual([
      [],
      ['paid li 2026-02 0.00'],
      ['paid li 2026-03 0.00', 'paid li 2026-01 50.00'],
      ['paid li 2026-04 0.00', 'paid li 2026-01 -10.00'],
    ])
  })

  test('what was paid of somebody who is no longer given is carried on', () => {
    const wage = reading('wage', { from: 'attribute', name: 'salary' })
    const fee = reading('fee', { from: 'component', name: 'wage', what: 'due' }, { pays: 'cash' })
    const both = dataOf([person('li', { salary: '5.00' }), person('wu', { salary: '6.00' })])
    const march = run(bookOf([wage, fee]), both, '2026-03')
    const april = run(
      bookOf([wage, fee]),
      dataOf([person('li', { salary: '5.00' })]),
      '2026-04',
      march,
    )
    expect(april.absentPeople).toEqual(['wu'])
    expect(april.state.paid.map(({ owner }) => owner.person)).toContain('wu')
  })

  test('a share may end, and its value go on by another formula', () => {
    const pot = reading(
      'pot',
      { from: 'figure', name: 'pot', missing: '0' },
      { of: 'company', pays: undefined },
    )
    const one = counting('one', { from: 'time', count: 'quarter' })
    const share = reading('share', {
      from: 'component',
      name: 'pot',
      among: { group: 'company', as: { share: 'one' } },
    })
    const after = reading('share', { from: 'component', name: 'pot' })
    const of = bookOf([
      pot,
      one,
      { to: '2026-03-31', value: share },
      { from: '2026-04-01', value: after },
    ])
    const groups = [
      {
        of: 'company' as const,
        figures: ['2026-03', '2026-04'].map((m) => figure('pot', m, '9.00')),
      },
    ]
    const data = dataOf([person('li'), person('wu')], undefined, groups)
    const march = run(of, data, '2026-03')
    expect(lines(march)).toEqual(['share li 2026-03 4.50', 'share wu 2026-03 4.50'])
    expect(lines(run(of, data, '2026-04', march))).toEqual([
      'share li 2026-04 9.00',
      'share wu 2026-04 9.00',
    ])
  })

  test('a first value of a division stands once all of it could be worked out', () => {
    const pot = reading('pot', { from: 'figure', name: 'pot' }, { of: 'company', pays: undefined })
    const one = counting('one', { from: 'time', count: 'quarter' })
    const share: Component = {
      component: 'share',
      pays: 'due',
      retro: 0,
      formula: add(input('part', cny, 2), input('own', cny, 2)),
      reads: {
        part: { from: 'component', name: 'pot', among: { group: 'company', as: { share: 'one' } } },
        own: { from: 'figure', name: 'own' },
      },
    }
    const groups = [{ of: 'company' as const, figures: [figure('pot', '2026-03', '8.00')] }]
    const people = [person('li', {}, { figures: [figure('own', '2026-03', '0.00')] }), person('wu')]
    const march = run(bookOf([pot, one, share]), dataOf(people, undefined, groups), '2026-03')
    expect(lines(march)).toEqual(['share li 2026-03 4.00'])
    expect(
      march.state.settled.filter(({ component, value }) => component === 'share' && value),
    ).toEqual([])
  })

  test('employments of which an end was told later are one while they overlap', () => {
    const days: Component = {
      component: 'days',
      pays: 'due',
      formula: multiply(input('n', 'count', 0), constant('1.00', cny)),
      reads: { n: { from: 'time', count: 'present' } },
    }
    const li = person(
      'li',
      {},
      {
        employment: [
          { from: '2026-03-01', to: '2026-03-20', recorded: '2026-03-01' },
          { from: '2026-03-05', to: '2026-03-10', recorded: '2026-03-01' },
          { from: '2026-03-15', to: '2026-03-25', recorded: '2026-03-01' },
          { from: '2026-03-01', to: '2026-03-04', recorded: '2026-04-02' },
        ],
      },
    )
    const of = bookOf([days])
    const march = run(of, dataOf([li]), '2026-03')
    expect(lines(march)).toEqual(['days li 2026-03 25.00'])
    // 4 days, 6 days and 11 days.
    expect(lines(run(of, dataOf([li]), '2026-04', march))).toEqual(['days li 2026-03 -4.00'])
  })
})
