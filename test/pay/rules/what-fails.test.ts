import { describe, expect, it } from 'vitest'
import { input } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import {
  base,
  bookOf,
  cny,
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
