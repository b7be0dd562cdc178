import { describe, expect, it } from 'vitest'
import { input, named, round } from '../../../src/formula/index.js'
import type { Component, Source } from '../../../src/pay/component.js'
import {
  base,
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
  runs,
  since,
  told,
  withheld,
} from './paying.js'

const month = reading('month', { from: 'figure', name: 'sold', missing: '0.00' })
const year = reading('year', { from: 'component', name: 'month', over: { since: 'year' } })
const sold = (period: string, value: string, recorded?: string) =>
  figure('sold', period, value, recorded === undefined ? {} : { recorded })
const months = ['2026-01', '2026-02', '2026-03'] as const

describe('windows that reach behind the horizon', () => {
  const li = person(
    'li',
    {},
    {
      figures: [
        sold('2026-01', '1.00'),
        sold('2026-01', '9.00', '2026-03-05'),
        sold('2026-02', '2.00'),
      ],
    },
  )

  it('read what was recorded of closed periods', () => {
    const paid = runs(bookOf([month, year], { retro: 0 }), dataOf([li]), months)
    expect(lines(paid[2] as never)).toEqual(['month li 2026-03 0.00', 'year li 2026-03 3.00'])
  })

  it('read a component by its own horizon, whatever is their own', () => {
    const own = { ...month, retro: 1 }
    const paid = runs(bookOf([own, year], { retro: 3 }), dataOf([li]), months)
    expect(lines(paid[2] as never).at(-1)).toBe('year li 2026-03 3.00')
    const open = runs(bookOf([{ ...month, retro: 3 }, year], { retro: 1 }), dataOf([li]), months)
    expect(lines(open[2] as never).at(-1)).toBe('year li 2026-03 11.00')
  })

  it('fail where a period in them was withheld, until it is mended', () => {
    const strict = reading('month', { from: 'figure', name: 'sold' })
    const of = bookOf([strict, year], { retro: 0 })
    const some = person(
      'li',
      {},
      {
        figures: [sold('2026-02', '2.00'), sold('2026-03', '4.00')],
        employment: [{ from: '2026-01-01' }],
      },
    )
    const paid = runs(of, dataOf([some]), ['2026-01', '2026-02'])
    expect(withheld(paid[1] as never)).toContain('year li 2026-02 nothing-there')
    const mended = {
      ...some,
      figures: [...(some.figures ?? []), sold('2026-01', '1.00', '2026-03-02')],
    }
    expect(lines(run(of, dataOf([mended]), '2026-03', paid[1]))).toEqual([
      'month li 2026-03 4.00',
      'month li 2026-01 1.00',
      'year li 2026-03 7.00',
      'year li 2026-01 1.00',
      'year li 2026-02 3.00',
    ])
  })
})

describe('conditions on records', () => {
  const count = (where: Extract<Source, { from: 'records' }>['where']) =>
    lines(
      run(
        bookOf([told('n', { from: 'records', of: 'orders', as: 'count', where })]),
        dataOf([person('li')], {
          orders: [
            order('a', '2026-03-01', '1', { made: '2026-02-01' }),
            order('b', '2026-03-02', '2', { counts: '2026-03-03' }),
            order('c', '2026-03-03', '3'),
          ],
        }),
        '2026-03',
      ),
    )[0]

  it.each([
    [{ amount: { above: '1', atMost: '2' } }, '1.00'],
    [{ amount: { atLeast: '2', below: '3' } }, '1.00'],
    [{ counts: ['2026-03-03'] }, '2.00'],
    [{ made: ['2026-02-01'] }, '1.00'],
  ])('%j', (where, expected) => {
    expect(count(where)).toBe(`n li 2026-03 ${expected}`)
  })
})

describe('R31 what fails', () => {
  const each = { each: { record: 'orders' }, of: 'assignment' } as const
  const two = person(
    'li',
    {},
    {
      assignments: ['day', 'night'].map((id) => ({ id, from: '2020-01-01', attributes: {} })),
    },
  )
  const orders = [order('a', '2026-03-05', '1.00')]

  it('rows of records whose post is unclear, and whoever counts them', () => {
    const deal = reading('deal', { from: 'record', name: 'amount' }, each)
    const paid = run(bookOf([deal]), dataOf([two], { orders }), '2026-03')
    expect(withheld(paid)).toEqual([
      'deal day 2026-03 unclear-assignment',
      'deal night 2026-03 unclear-assignment',
    ])
  })

  it('rows of records over a window that begins with no date', () => {
    const deal = reading(
      'deal',
      { from: 'record', name: 'amount' },
      { each: { record: 'orders', over: { since: { date: 'hired' } } } },
    )
    const paid = run(
      bookOf([deal]),
      dataOf([person('li', { hired: 'soon' })], { orders }),
      '2026-03',
    )
    expect(withheld(paid)).toEqual(['deal li 2026-03 no-date'])
    const over = reading('over', {
      from: 'component',
      name: 'base',
      over: { since: { date: 'hired' } },
    })
    const salaried = dataOf([person('li', { hired: 'soon', salary: '1.00' })])
    expect(withheld(run(bookOf([base, over]), salaried, '2026-03'))).toEqual([
      'over li 2026-03 no-date',
    ])
    const due: Component = {
      ...over,
      component: 'due',
      pays: 'cash',
      reads: {
        x: { from: 'component', name: 'base', what: 'due', over: { since: { date: 'hired' } } },
      },
    }
    expect(withheld(run(bookOf([base, due]), salaried, '2026-03'))).toEqual([
      'due li 2026-03 no-date',
    ])
  })

  it('an aggregate of nothing, by the name of its source', () => {
    const most = reading('most', { from: 'records', of: 'orders', as: 'most', value: 'amount' })
    const paid = run(bookOf([most]), dataOf([person('li')], { orders: [] }), '2026-03')
    expect(withheld(paid)).toEqual(['most li 2026-03 nothing-there'])
    const ratio: Component = {
      component: 'rate',
      tags: ['rates'],
      formula: input('x', 'ratio', 2),
      reads: { x: { from: 'attribute', name: 'rate' } },
      eligible: { where: { role: ['x'] } },
    }
    const all: Component = {
      component: 'all',
      formula: input('x', 'ratio', 2),
      reads: { x: { from: 'component', tag: 'rates' } },
    }
    const out = told('out', {
      from: 'component',
      name: 'all',
      among: { group: 'company', as: 'count' },
    })
    const data = dataOf([person('li', { role: 'y', rate: '1.00' })])
    expect(withheld(run(bookOf([ratio, all, out]), data, '2026-03'))).toEqual([
      'out li 2026-03 failed-member',
    ])
  })

  it('a member whose days are unclear, for its whole group and for what it shares', () => {
    const torn = person(
      'wu',
      {},
      {
        assignments: ['x', 'y'].map((role) => ({
          id: role,
          from: '2020-01-01',
          attributes: since({ role }),
        })),
      },
    )
    const weight = counting(
      'weight',
      { from: 'time', count: 'month' },
      { eligible: { where: { role: ['x'] } } },
    )
    const sum = told('sum', {
      from: 'component',
      name: 'weight',
      among: { group: 'company', as: 'sum' },
    })
    const pot: Component = {
      component: 'pot',
      of: 'company',
      formula: input('x', cny, 2),
      reads: { x: { from: 'figure', name: 'pot', missing: '5.00' } },
    }
    const share = reading('share', {
      from: 'component',
      name: 'pot',
      among: { group: 'company', as: { share: 'weight' } },
    })
    const data = dataOf([person('li', { role: 'x' }), torn])
    expect(withheld(run(bookOf([weight, pot, sum, share]), data, '2026-03'))).toEqual([
      'sum li 2026-03 failed-member',
      'sum wu 2026-03 failed-member',
      'share li 2026-03 failed-member',
      'share wu 2026-03 failed-member',
    ])
    const byRole = {
      ...share,
      reads: {
        x: {
          from: 'component',
          name: 'pot',
          among: { group: { by: 'role' }, as: { share: 'weight' } },
        },
      },
    } as Component
    expect(withheld(run(bookOf([weight, pot, byRole]), data, '2026-03'))).toContain(
      'share wu 2026-03 several-values',
    )
    const only = told('only', {
      from: 'component',
      name: 'free',
      among: { group: 'company', as: 'sum', only: 'weight' },
    })
    const free = counting('free', { from: 'time', count: 'month' })
    expect(withheld(run(bookOf([weight, free, only]), data, '2026-03'))).toHaveLength(2)
    // A member without the component that is asked for is left out.
    expect(
      lines(
        run(
          bookOf([weight, free, only]),
          dataOf([person('li', { role: 'x' }), person('xu', { role: 'z' })]),
          '2026-03',
        ),
      ),
    ).toEqual(['only li 2026-03 3.00', 'only xu 2026-03 3.00'])
  })

  it('what is divided, where it cannot be told', () => {
    const pot: Component = {
      component: 'pot',
      of: 'company',
      formula: input('x', cny, 2),
      reads: { x: { from: 'figure', name: 'pot' } },
    }
    const weight = counting('weight', { from: 'time', count: 'month' })
    const share = reading('share', {
      from: 'component',
      name: 'pot',
      among: { group: 'company', as: { share: 'weight' } },
    })
    expect(withheld(run(bookOf([pot, weight, share]), dataOf([person('li')]), '2026-03'))).toEqual([
      'share li 2026-03 failed-component nothing-there',
    ])
    const nobody = {
      ...share,
      reads: {
        x: {
          from: 'component',
          name: 'pot',
          among: { group: 'company', as: { share: 'weight' }, where: { role: ['x'] } },
        },
      },
    } as Component
    const given = dataOf([person('li', { role: 'y' })], {}, [
      { of: 'company', figures: [figure('pot', '2026-03', '9.00')] },
    ])
    expect(lines(run(bookOf([pot, weight, nobody]), given, '2026-03'))).toEqual([
      'share li 2026-03 0.00',
    ])
  })
})

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
