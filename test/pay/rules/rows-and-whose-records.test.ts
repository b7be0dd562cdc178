import { describe, expect, it } from 'vitest'
import type { Source } from '../../../src/pay/component.js'
import {
  base,
  bookOf,
  counting,
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

const bonus = reading('bonus', { from: 'attribute', name: 'bonus' })
const li = person('li', { bonus: '100.00', salary: '3000.00' })

describe('R1 rows', () => {
  const of = (employment: readonly { from: string; to?: string }[]) =>
    lines(run(bookOf([bonus]), dataOf([{ ...li, employment }]), '2026-03'))

  it('are of who has a day of the period, and worked out in full', () => {
    expect(of([{ from: '2026-03-31' }])).toEqual(['bonus li 2026-03 100.00'])
    expect(of([{ from: '2020-01-01', to: '2026-03-01' }])).toEqual(['bonus li 2026-03 100.00'])
    expect(of([{ from: '2026-04-01' }])).toEqual([])
    expect(of([{ from: '2020-01-01', to: '2026-02-28' }])).toEqual([])
  })

  it('are one where somebody left and came back within the period', () => {
    const back = [{ from: '2020-01-01', to: '2026-03-05' }, { from: '2026-03-20' }]
    expect(of(back)).toEqual(['bonus li 2026-03 100.00'])
    // 5 and 12 of 31 days of 3,000: 1,645.161…
    const paid = run(bookOf([base]), dataOf([{ ...li, employment: back }]), '2026-03')
    expect(paid.lines[0]).toMatchObject({ amount: '1645.16' })
    expect(paid.lines[0]?.parts.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-03-01 2026-03-05',
      '2026-03-20 2026-03-31',
    ])
  })

  it('are of the days on which the attributes are what is asked', () => {
    const eligible = { where: { role: ['seller'] } }
    const seller = { ...bonus, eligible }
    const roles = (...role: { from: string; value: string }[]) =>
      lines(
        run(
          bookOf([seller]),
          dataOf([{ ...li, attributes: { ...li.attributes, role } }]),
          '2026-03',
        ),
      )
    expect(roles({ from: '2020-01-01', value: 'clerk' })).toEqual([])
    expect(roles({ from: '2020-01-01', value: 'clerk' }, { from: '2026-03-31', value: 'seller' })) //
      .toEqual(['bonus li 2026-03 100.00'])
    expect(roles({ from: '2020-01-01', value: 'seller' }, { from: '2026-03-01', value: 'clerk' })) //
      .toEqual([])
    const above = { ...bonus, eligible: { where: { level: { atLeast: '3', below: '5' } } } }
    const level = (value: string) =>
      lines(
        run(bookOf([above]), dataOf([person('li', { bonus: '100.00', level: value })]), '2026-03'),
      ).length
    expect(['2', '3', '4.5', '5', 'high'].map(level)).toEqual([0, 1, 1, 0, 0])
  })

  it('of a group exist where one of its people is employed, or a figure of it is given', () => {
    const pot = counting(
      'pot',
      { from: 'figure', name: 'pot', missing: '0' },
      { of: { by: 'team' } },
    )
    const teams = counting(
      'teams',
      { from: 'component', name: 'pot', among: { group: 'company', as: 'count' } },
      { of: 'company' },
    )
    const out = told('out', { from: 'component', name: 'teams' })
    const groups = [
      { of: { by: 'team', value: 'red' }, figures: [figure('pot', '2026-03', '1')] },
      { of: { by: 'team', value: 'blue' }, figures: [figure('pot', '2026-02', '1')] },
    ]
    const data = dataOf(
      [person('li', { team: 'green' }), person('wu', { team: 'green' })],
      {},
      groups,
    )
    // green has people, red a figure of March, blue one of February alone.
    expect(lines(run(bookOf([pot, teams, out]), data, '2026-03'))).toEqual([
      'out li 2026-03 2.00',
      'out wu 2026-03 2.00',
    ])
  })
})

describe('R3 whose records', () => {
  const sales = told('sales', { from: 'records', of: 'orders', as: 'count' }, { of: 'assignment' })
  const posts = [
    { id: 'day', from: '2026-01-01', attributes: {} },
    { id: 'night', from: '2026-03-10', attributes: {} },
  ]
  const of = (...orders: ReturnType<typeof order>[]) =>
    run(bookOf([sales]), dataOf([person('li', {}, { assignments: posts })], { orders }), '2026-03')

  it('are of the post that they name, or of the only one of their day', () => {
    const paid = of(
      order('a', '2026-03-05', '1'),
      order('b', '2026-03-20', '1', { assignment: 'night' }),
      order('c', '2026-03-21', '1', { assignment: 'night' }),
    )
    expect(lines(paid)).toEqual(['sales li/day 2026-03 1.00', 'sales li/night 2026-03 2.00'])
  })

  it('are unclear where a person has two posts that day and none is named', () => {
    const paid = of(order('a', '2026-03-20', '1'))
    expect(lines(paid)).toEqual([])
    expect(withheld(paid)).toEqual([
      'sales day 2026-03 unclear-assignment',
      'sales night 2026-03 unclear-assignment',
    ])
  })

  it('belong to no post on a day without one', () => {
    expect(lines(of(order('a', '2025-12-31', '1')))).toEqual([
      'sales li/day 2026-03 0.00',
      'sales li/night 2026-03 0.00',
    ])
  })

  it('an attribute that two posts have with different values fails, one of them alone does not', () => {
    const person_ = (day: string, night?: string) =>
      person(
        'li',
        {},
        {
          assignments: [
            { id: 'day', from: '2026-01-01', attributes: since({ bonus: day }) },
            {
              id: 'night',
              from: '2026-01-01',
              attributes: night === undefined ? {} : since({ bonus: night }),
            },
          ],
        },
      )
    const paid = (day: string, night?: string) =>
      run(bookOf([bonus]), dataOf([person_(day, night)]), '2026-03')
    expect(withheld(paid('10.00', '20.00'))).toEqual(['bonus li 2026-03 several-values'])
    expect(lines(paid('10.00', '10.00'))).toEqual(['bonus li 2026-03 10.00'])
    expect(lines(paid('10.00'))).toEqual(['bonus li 2026-03 10.00'])
    const byPost = run(
      bookOf([{ ...bonus, of: 'assignment' }]),
      dataOf([person_('10.00', '20.00')]),
      '2026-03',
    )
    expect(lines(byPost)).toEqual(['bonus li/day 2026-03 10.00', 'bonus li/night 2026-03 20.00'])
  })

  it('a condition that two posts answer differently fails its days', () => {
    const where = { where: { role: ['seller'] } }
    const two = person(
      'li',
      { bonus: '1.00' },
      {
        assignments: [
          { id: 'day', from: '2026-03-10', attributes: since({ role: 'seller' }) },
          { id: 'night', from: '2026-03-10', attributes: since({ role: 'clerk' }) },
        ],
      },
    )
    const paid = run(bookOf([{ ...bonus, eligible: where }]), dataOf([two]), '2026-03')
    expect(withheld(paid)).toEqual(['bonus li 2026-03 several-values'])
  })

  const count = (source: Partial<Source> = {}) =>
    ({ from: 'records', of: 'orders', as: 'count', ...source }) as Source

  it('of a group are of who belonged to it on their own day; of the company all', () => {
    const team = counting('team', count(), { of: { by: 'team' } })
    const all = counting('all', count(), { of: 'company' })
    const out = told('out', { from: 'component', name: 'team' })
    const total = told('total', { from: 'component', name: 'all' })
    const moved = person(
      'li',
      {},
      {
        attributes: {
          team: [
            { from: '2020-01-01', value: 'red' },
            { from: '2026-03-15', value: 'blue' },
          ],
        },
      },
    )
    const { person: _, ...nobody } = order('d', '2026-03-20', '1')
    const orders = [
      order('a', '2026-03-05', '1'),
      order('b', '2026-03-15', '1'),
      order('c', '2026-03-16', '1'),
      nobody,
      order('e', '2026-03-20', '1', { person: 'gone' }),
    ]
    const data = dataOf([moved, person('wu', { team: 'red' })], { orders })
    expect(lines(run(bookOf([team, all, out, total]), data, '2026-03'))).toEqual([
      'out li 2026-03 2.00',
      'out wu 2026-03 1.00',
      'total li 2026-03 5.00',
      'total wu 2026-03 5.00',
    ])
  })

  it('of everybody, also of nobody, are read by `all`', () => {
    const all = told('all', count({ whose: 'all' } as Partial<Source>))
    const { person: _, ...nobody } = order('b', '2026-03-20', '1')
    const orders = [order('a', '2026-03-05', '1', { person: 'wu' }), nobody]
    expect(lines(run(bookOf([all]), dataOf([li], { orders }), '2026-03'))).toEqual([
      'all li 2026-03 2.00',
    ])
  })
})
