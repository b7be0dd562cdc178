import { describe, expect, test } from 'vitest'
import { input } from '../../../src/formula/index.js'
import {
  bookOf,
  counting,
  dataOf,
  lines,
  order,
  person,
  reading,
  run,
  since,
  summing,
  told,
} from './paying.js'

const sold = summing('sold')

describe('among', () => {
  test('a member without a value of an earlier month is left out', () => {
    const points = counting(
      'points',
      { from: 'figure', name: 'points', missing: '0' },
      {
        formula: input('n', 'points', 0),
      },
    )
    const level = told('level', {
      from: 'component',
      name: 'points',
      over: { ago: 1 },
      missing: '0',
      among: { group: 'company', as: 'count' },
    })
    const people = [person('li'), person('wu', {}, { employment: [{ from: '2026-03-01' }] })]
    expect(lines(run(bookOf([points, level]), dataOf(people), '2026-03'))).toEqual([
      'level li 2026-03 1.00',
      'level wu 2026-03 1.00',
    ])
  })

  test('others of a record are the other records', () => {
    const each = { record: 'orders' } as const
    const deal = {
      ...sold,
      component: 'deal',
      each,
      reads: { x: { from: 'record', name: 'amount' } },
    } as const
    const rest = reading(
      'rest',
      { from: 'component', name: 'deal', among: { group: 'company', who: 'others', as: 'sum' } },
      { each },
    )
    const orders = [order('1', '2026-03-02', '10.00'), order('2', '2026-03-03', '5.00')]
    const data = dataOf([person('li')], { orders })
    // Of each the other: 5.00 and 10.00.
    expect(lines(run(bookOf([deal, rest]), data, '2026-03'))).toContain('rest li 2026-03 15.00')
  })

  test('the company sees the posts of all', () => {
    const post = reading(
      'post',
      { from: 'attribute', name: 'allowance' },
      { of: 'assignment', pays: undefined },
    )
    const all = reading(
      'all',
      { from: 'component', name: 'post', among: { group: 'company', who: 'others', as: 'sum' } },
      { of: 'company', pays: undefined },
    )
    const paid = reading('paid', { from: 'component', name: 'all' })
    const assignments = [
      { id: 'desk', from: '2020-01-01', attributes: since({ allowance: '7.00' }) },
    ]
    const data = dataOf([person('li', {}, { assignments })])
    expect(lines(run(bookOf([post, all, paid]), data, '2026-03'))).toEqual(['paid li 2026-03 7.00'])
  })

  test('a member of a group that fails is named by its group', () => {
    const team = reading(
      'team',
      { from: 'figure', name: 'goal' },
      { of: { by: 'team' }, pays: undefined },
    )
    const all = reading('all', {
      from: 'component',
      name: 'team',
      among: { group: 'company', as: 'sum' },
    })
    const made = run(bookOf([team, all]), dataOf([person('li', { team: 'red' })]), '2026-03')
    expect(made.withheld[0]?.problems[0]?.message.en).toContain('"red"')
  })

  test('who has no such attribute is no member, and who has left is none below', () => {
    const one = counting('one', { from: 'time', count: 'month' })
    const city = told('city', {
      from: 'component',
      name: 'one',
      among: { group: 'company', where: { city: ['Bern'] }, as: 'count' },
    })
    const below = told('below', {
      from: 'component',
      name: 'one',
      among: { group: { below: 'boss' }, as: 'count' },
    })
    const people = [
      person('li', { city: 'Bern' }),
      person('wu', { boss: 'li' }, { employment: [{ from: '2020-01-01', to: '2025-12-31' }] }),
      person('xu', { boss: 'wu' }),
    ]
    expect(lines(run(bookOf([one, city, below]), dataOf(people), '2026-03'))).toEqual([
      'city li 2026-03 1.00',
      'city xu 2026-03 1.00',
      'below li 2026-03 1.00',
      'below xu 2026-03 0.00',
    ])
  })
})
