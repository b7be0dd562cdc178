import { describe, expect, it } from 'vitest'
import type { Component } from '../../src/pay/component.js'
import type { Data, Row } from '../../src/pay/data.js'
import { parseData } from '../../src/pay/data-schema.js'
import { type LinePart, partsOf } from '../../src/pay/parts-of.js'
import { found } from '../found.js'
import { bookOf, counting, dataOf, order, person, quarterly, reading, run } from './rules/paying.js'

/** Each order by itself, and what those of a period come to as a line. */
const { pays: _, ...orders } = reading(
  'orders',
  { from: 'record', name: 'amount' },
  { each: { record: 'orders' } },
)
const all = reading('all', { from: 'component', name: 'orders' }, { was: ['sum'] })
const beside: readonly Component[] = [
  counting('posts', { from: 'time', count: 'present' }, { of: 'company' }),
  counting('missing', { from: 'figure', name: 'nobody' }),
  counting('long', { from: 'time', count: 'whole' }, { period: 'quarter' }),
]
const of = bookOf([orders, all, ...beside.slice(1)], { rhythms: quarterly })
const people = [person('li'), person('wu')]
const rows: readonly Row[] = [
  order('a', '2026-01-10', '5.00'),
  order('b', '2026-01-11', '7.00'),
  order('c', '2026-01-12', '11.00', { person: 'wu' }),
]
const asked = { component: 'all', of: 'orders' } as const

function short(parts: readonly LinePart[]): readonly string[] {
  return parts.map(({ person: who, assignment, earned, record = '', amount }) =>
    [who, ...(assignment === undefined ? [] : [assignment]), earned.period, record, amount].join(
      ' ',
    ),
  )
}

describe('the parts below the lines of a run', () => {
  const first = dataOf(people, { orders: rows })
  const january = run(of, first, '2026-01')
  const ask = (more: object, data: Data = first) =>
    partsOf(of, parseData(data), january, { ...asked, ...more })

  it('are those of everybody, in the order of the lines', () => {
    const told = ['li 2026-01 a 5.00', 'li 2026-01 b 7.00', 'wu 2026-01 c 11.00']
    expect(short(ask({}))).toEqual(told)
    expect(short(ask({ component: 'sum' }))).toEqual(told)
    expect(ask({})[0]).toEqual({
      ...{ person: 'li', earned: { rhythm: 'month', period: '2026-01' } },
      ...{ from: '2026-01-10', to: '2026-01-10', record: 'a', read: { x: '5.00' }, amount: '5.00' },
    })
  })

  it('are those of the lines alone, and of a correction what they come to now', () => {
    const back = order('d', '2026-02-02', '-2.00', { counts: '2026-01-11' })
    const given = dataOf(people, { orders: [...rows, back] })
    const february = run(of, given, '2026-02', january)
    expect(short(partsOf(of, parseData(given), february, asked))).toEqual([
      'li 2026-01 a 5.00',
      'li 2026-01 b 7.00',
      'li 2026-01 d -2.00',
    ])
  })

  it('of several posts are each post’s own', () => {
    const posts = [orders, all].map((each): Component => ({ ...each, of: 'assignment' }))
    const book = bookOf(posts)
    const assignments = ['x', 'y'].map((id) => ({ id, from: '2020-01-01', attributes: {} }))
    const given = dataOf([person('li', {}, { assignments })], {
      orders: [
        order('a', '2026-01-10', '5.00', { assignment: 'y' }),
        order('b', '2026-01-11', '7.00', { assignment: 'x' }),
      ],
    })
    const parts = partsOf(book, parseData(given), run(book, given, '2026-01'), asked)
    expect(short(parts)).toEqual(['li x 2026-01 b 7.00', 'li y 2026-01 a 5.00'])
  })

  it('of what could not be worked out are none', () => {
    expect(ask({ of: 'missing' })).toEqual([])
  })

  it.each<[string, () => unknown, [string, string]]>([
    [
      'a component that there is not',
      () => ask({ component: 'al' }),
      ['unknown-component', 'component'],
    ],
    ['a part that there is not', () => ask({ of: 'order' }), ['unknown-component', 'of']],
    ['a part of other periods', () => ask({ of: 'long' }), ['unknown-component', 'of']],
    [
      'a part of the company',
      () => {
        const book = bookOf([orders, all, beside[0] as Component])
        const made = run(book, first, '2026-01')
        return partsOf(book, parseData(first), made, { ...asked, of: 'posts' })
      },
      ['unknown-component', 'of'],
    ],
    ['other data', () => ask({}, dataOf(people, { orders: rows.slice(1) })), ['other-data', '']],
    [
      'other people',
      () => ask({}, dataOf(people.slice(1), { orders: rows.slice(2) })),
      ['other-data', ''],
    ],
    [
      'another book',
      () => partsOf(bookOf([orders, { ...all, label: 'All' }]), parseData(first), january, asked),
      ['other-book', ''],
    ],
  ])('%s is refused', (_, task, expected) => {
    expect(found(task)).toEqual([expected])
  })
})
