import { describe, expect, test } from 'vitest'
import {
  add,
  check,
  constant,
  divide,
  input,
  match,
  multiply,
  round,
} from '../../../src/formula/index.js'
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

const sold: Component = reading('sold', {
  from: 'records',
  of: 'orders',
  as: 'sum',
  value: 'amount',
})

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

describe('before the first run', () => {
  const refund = order('2', '2026-03-05', '-4.00', { counts: '2026-01-10' })

  test('what cannot be told of an earlier period withholds what news changes in it', () => {
    const orders = [
      { id: '1', on: '2026-01-10', person: 'li' },
      { ...order('1', '2026-03-06', '9.00'), recorded: '2026-03-06' },
    ]
    const made = run(bookOf([sold]), dataOf([person('li')], { orders }), '2026-03')
    expect(withheld(made)).toEqual(['sold li 2026-01 no-member'])
    const openings = [
      {
        component: 'sold',
        person: 'li',
        earned: { rhythm: 'month', period: '2026-01' },
        settled: '9.00',
        why: 'x',
      },
    ]
    const opened = run(bookOf([sold]), dataOf([person('li')], { orders }), '2026-03', 'first', {
      openings,
    })
    expect(withheld(opened)).toEqual(['sold li 2026-01 no-member'])
  })

  test('what was brought along of a month without a row stands', () => {
    const openings = [
      {
        component: 'sold',
        person: 'li',
        earned: { rhythm: 'month', period: '2026-01' },
        settled: '9.00',
        why: 'x',
      },
    ]
    const late = person('li', {}, { employment: [{ from: '2026-03-01' }] })
    const year = reading('year', { from: 'component', name: 'sold', over: { since: 'year' } })
    const made = run(
      bookOf([sold, year]),
      dataOf([late], { orders: [refund] }),
      '2026-03',
      'first',
      { openings },
    )
    expect(lines(made)).toEqual(['sold li 2026-03 0.00', 'year li 2026-03 9.00'])
  })

  test('an opening of a post is of that post', () => {
    const post = reading('post', { from: 'attribute', name: 'allowance' }, { of: 'assignment' })
    const assignments = [
      { id: 'desk', from: '2020-01-01', attributes: since({ allowance: '7.00' }) },
    ]
    const opening = {
      component: 'post',
      person: 'li',
      assignment: 'desk',
      settled: '3.00',
      why: 'x',
    }
    const openings = [{ ...opening, earned: { rhythm: 'month', period: '2026-03' } }]
    const data = dataOf([person('li', {}, { assignments })])
    const made = run(bookOf([post]), data, '2026-03', 'first', { openings })
    expect(lines(made)).toEqual(['post li/desk 2026-03 4.00'])
  })
})

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
