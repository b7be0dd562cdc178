import { describe, expect, it } from 'vitest'
import { input } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import { month, sold, year } from './monthly-books.js'
import { base, bookOf, cny, dataOf, order, person, reading, runs, told } from './paying.js'

describe('order of what is given', () => {
  it('changes no line, whatever the book reads', () => {
    const team: Component = {
      component: 'team',
      of: { by: 'team' },
      formula: input('x', cny, 2),
      reads: {
        x: { from: 'component', name: 'month', among: { group: { by: 'team' }, as: 'sum' } },
      },
    }
    const deal = reading('deal', { from: 'record', name: 'amount' }, { each: { record: 'orders' } })
    const out = reading('out', { from: 'component', name: 'team' })
    const place = told('place', {
      from: 'component',
      name: 'month',
      among: { group: 'company', who: 'ahead', by: 'month', as: 'count' },
    })
    const of = bookOf([base, month, year, team, deal, out, place])
    const people = ['a', 'b', 'c', 'd'].map((id, i) =>
      person(
        id,
        { salary: `${i}000.00`, team: i % 2 === 0 ? 'x' : 'y' },
        {
          figures: [sold('2026-02', `${i}.00`), sold('2026-03', `${i % 3}.00`)],
        },
      ),
    )
    const orders = people.map(({ id }, i) =>
      order(`o${i}`, `2026-03-0${4 - i}`, `${i}.00`, { person: id }),
    )
    const turned = people.toReversed().map(({ attributes, figures = [], ...rest }) => ({
      figures: figures.toReversed(),
      attributes: Object.fromEntries(Object.entries(attributes).toReversed()),
      ...rest,
    }))
    const straight = runs(of, dataOf(people, { orders }), ['2026-02', '2026-03'])
    const other = runs(of, dataOf(turned, { orders: orders.toReversed() }), ['2026-02', '2026-03'])
    expect(other.map((each) => each.lines)).toEqual(straight.map((each) => each.lines))
  })
})
