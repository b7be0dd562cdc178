import { describe, expect, it } from 'vitest'
import type { Component, Source } from '../../../src/pay/component.js'
import {
  bookOf,
  dataOf,
  figure,
  lines,
  order,
  person,
  reading,
  run,
  since,
  told,
  withheld,
} from './paying.js'

const _orders = [
  order('a', '2026-03-01', '10.00', { buyer: 'x' }),
  order('b', '2026-03-02', '30.00', { buyer: 'y' }),
  order('c', '2026-03-03', '20.00', { buyer: 'x' }),
  order('d', '2026-03-04', '20.00'),
]

describe('R7 the day of an attribute', () => {
  const pay = (on?: 'start' | 'end', more: Partial<Component> = {}) =>
    reading('pay', { from: 'attribute', name: 'pay', ...(on && { on }) }, more)
  const changing = {
    pay: [
      { from: '2026-01-01', value: '1.00' },
      { from: '2026-03-10', value: '2.00' },
      { from: '2026-03-20', value: '3.00' },
    ],
  }
  const of = (
    component: Component,
    employment = [{ from: '2020-01-01' }] as { from: string; to?: string }[],
  ) =>
    lines(
      run(
        bookOf([component]),
        dataOf([person('li', {}, { employment, attributes: changing })], {
          orders: [order('a', '2026-03-15', '1.00'), order('b', '2026-03-25', '1.00')],
        }),
        '2026-03',
      ),
    )

  it('is the last of the row, or its first', () => {
    expect(of(pay())).toEqual(['pay li 2026-03 3.00'])
    expect(of(pay('end'))).toEqual(['pay li 2026-03 3.00'])
    expect(of(pay('start'))).toEqual(['pay li 2026-03 1.00'])
    const some = [{ from: '2026-03-12', to: '2026-03-15' }]
    expect(of(pay(), some)).toEqual(['pay li 2026-03 2.00'])
    expect(of(pay('start'), some)).toEqual(['pay li 2026-03 2.00'])
  })

  it('of a row of a record is its own, of records of one value the first of them', () => {
    expect(of(pay('start', { each: { record: 'orders' } }))).toEqual(['pay li 2026-03 5.00'])
    const { amount } = { amount: 'amount' }
    expect(of(pay('end', { each: { record: 'orders', by: amount } }))).toEqual([
      'pay li 2026-03 2.00',
    ])
  })

  it('of a group row is that of the group, else of the company', () => {
    const team = { ...pay(), of: { by: 'team' } } as const
    const { pays: _, ...unpaid } = team
    const out = reading('out', { from: 'component', name: 'pay' })
    const groups = [
      { of: { by: 'team', value: 'red' }, attributes: since({ pay: '7.00' }) },
      {
        of: { by: 'shop', value: 'blue' },
        attributes: since({ pay: '8.00' }),
        figures: [figure('pot', '2026-03', '8.00')],
      },
      {
        of: 'company' as const,
        attributes: since({ pay: '9.00' }),
        figures: [figure('pot', '2026-03', '9.00')],
      },
    ]
    const people = [
      person('a', { team: 'red', shop: 'blue' }),
      person('b', { team: 'blue', shop: 'x' }),
    ]
    expect(lines(run(bookOf([unpaid, out]), dataOf(people, {}, groups), '2026-03'))).toEqual([
      'out a 2026-03 7.00',
      'out b 2026-03 9.00',
    ])
    // A shop of the same name as a team is another group.
    const pot = { ...unpaid, reads: { x: { from: 'figure' as const, name: 'pot' } } }
    expect(lines(run(bookOf([pot, out]), dataOf(people, {}, groups), '2026-03'))).toEqual([
      'out a 2026-03 9.00',
      'out b 2026-03 9.00',
    ])
    const own = reading('own', { from: 'figure', name: 'pot' })
    expect(lines(run(bookOf([own]), dataOf(people, {}, groups), '2026-03'))).toEqual([
      'own a 2026-03 8.00',
      'own b 2026-03 9.00',
    ])
    // Her team and her shop have different values.
    const torn = run(bookOf([pay()]), dataOf(people, {}, groups), '2026-03')
    expect(withheld(torn)).toEqual(['pay a 2026-03 several-values'])
  })

  it('a reader of a group whose posts are in two of them fails', () => {
    const team: Component = {
      ...reading('team', { from: 'figure', name: 'pot', missing: '1.00' }),
      of: { by: 'team' },
    }
    const { pays: _, ...unpaid } = team
    const two = person(
      'li',
      {},
      {
        assignments: ['red', 'blue'].map((value) => ({
          id: value,
          from: '2020-01-01',
          attributes: since({ team: value }),
        })),
      },
    )
    const none = person('wu')
    const out = reading('out', { from: 'component', name: 'team' })
    const summed = reading('summed', {
      from: 'component',
      name: 'team',
      among: { group: { by: 'team' }, as: 'sum' },
    })
    const paid = run(bookOf([unpaid, out, summed]), dataOf([two, none]), '2026-03')
    expect(lines(paid)).toEqual(['out wu 2026-03 0.00', 'summed wu 2026-03 0.00'])
    expect(withheld(paid)).toEqual([
      'out li 2026-03 several-values',
      'summed li 2026-03 several-values',
    ])
  })
})

describe('figures', () => {
  const shown = (
    source: Omit<Extract<Source, { from: 'figure' }>, 'from' | 'name'>,
    ...figures: ReturnType<typeof figure>[]
  ) =>
    lines(
      run(
        bookOf([told('n', { from: 'figure', name: 'n', ...source })]),
        dataOf([person('li', {}, { figures })]),
        '2026-03',
      ),
    )[0]

  it('are given or not', () => {
    expect(shown({ is: 'given' }, figure('n', '2026-03', '7'))).toBe('n li 2026-03 1.00')
    expect(shown({ is: 'given' })).toBe('n li 2026-03 0.00')
    expect(shown({ is: 'value' }, figure('n', '2026-03', '7'))).toBe('n li 2026-03 7.00')
  })

  it('of a post come before those of its person', () => {
    const of = bookOf([reading('x', { from: 'figure', name: 'x' }, { of: 'assignment' })])
    const li = person(
      'li',
      {},
      {
        assignments: ['p', 'q'].map((id) => ({ id, from: '2020-01-01', attributes: {} })),
        figures: [
          figure('x', '2026-03', '1.00'),
          figure('x', '2026-03', '2.00', { assignment: 'q' }),
        ],
      },
    )
    expect(lines(run(of, dataOf([li]), '2026-03'))).toEqual([
      'x li/p 2026-03 1.00',
      'x li/q 2026-03 2.00',
    ])
  })
})
