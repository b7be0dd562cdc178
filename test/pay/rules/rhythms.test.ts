import { describe, expect, it } from 'vitest'
import type { Rhythm } from '../../../src/pay/component.js'
import { found } from '../../found.js'
import {
  base,
  bookOf,
  dataOf,
  lines,
  order,
  person,
  reading,
  run,
  runs,
  summing,
} from './paying.js'

const sundays = { kind: 'gregorian', startMonth: 1, weeksFrom: '2026-01-04' } as const
const cycle = { kind: 'gregorian', startMonth: 1, startDay: 26, rhythm: 'cycle' } as const
const retail = {
  kind: 'weeks',
  pattern: '4-5-4',
  endMonth: 1,
  endDay: 'saturday',
  endRule: 'nearest',
  namedBy: 'start',
} as const
const li = person('li', { salary: '3100.00' })

describe('a book has several rhythms', () => {
  it('a monthly salary and a quarterly plan: both are paid in June', () => {
    const rhythms = { month: { kind: 'month' }, quarter: { kind: 'quarter' } } as const
    const plan = { ...summing('plan'), period: 'quarter' }
    const of = bookOf([base, plan], { rhythms })
    const orders = [order('a', '2026-04-10', '40.00'), order('b', '2026-06-30', '2.00')]
    const paid = runs(of, dataOf([li], { orders }), ['2026-05', '2026-06', '2026-07'])
    expect(paid.map(lines)).toEqual([
      ['base li 2026-05 3100.00'],
      ['base li 2026-06 3100.00', 'plan li 2026-Q2 42.00'],
      ['base li 2026-07 3100.00'],
    ])
  })

  it.each<[string, Rhythm, readonly string[]]>([
    [
      'weeks as on the wall',
      { kind: 'week' },
      ['2026-W23 70.00', '2026-W24 70.00', '2026-W25 70.00', '2026-W26 70.00'],
    ],
    [
      'two weeks from a Sunday',
      { kind: 'two-weeks', calendar: sundays },
      ['2026-2W11 140.00', '2026-2W12 140.00'],
    ],
    [
      'two weeks of a year of weeks',
      { kind: 'two-weeks', calendar: retail },
      ['FY2026-2W09 140.00', 'FY2026-2W10 140.00'],
    ],
    ['four weeks', { kind: 'four-weeks', calendar: sundays }, ['2026-4W06 280.00']],
    ['halves of months', { kind: 'half-month' }, ['2026-06-H1 150.00', '2026-06-H2 150.00']],
    [
      'ten days',
      { kind: 'ten-days' },
      ['2026-06-D1 100.00', '2026-06-D2 100.00', '2026-06-D3 100.00'],
    ],
    ['months from the 26th', { kind: 'month', calendar: cycle }, ['2026-06 310.00']],
    ['months of weeks', { kind: 'month', calendar: retail }, []],
    ['quarters', { kind: 'quarter' }, ['2026-Q2 910.00']],
    ['half-years', { kind: 'half-year' }, ['2026-H1 1810.00']],
    ['years', { kind: 'year' }, []],
  ])('%s fall due in the monthly run that holds their last day', (_, rhythm, expected) => {
    const days = Array.from({ length: 212 }, (_day, i) => {
      const on = new Date(Date.UTC(2025, 11, 1 + i)).toISOString().slice(0, 10)
      return order(on, on, '10.00')
    })
    const of = bookOf([{ ...summing('own'), period: 'own' }], {
      rhythms: { month: { kind: 'month' }, own: rhythm },
    })
    const paid = run(of, dataOf([li], { orders: days }), '2026-06')
    expect(lines(paid)).toEqual(expected.map((line) => `own li ${line}`))
  })

  it('a salary of the month falls due in the week that holds its last day', () => {
    const rhythms = { week: { kind: 'week' }, month: { kind: 'month' } } as const
    const of = bookOf([{ ...base, period: 'month' }], { rhythms })
    const weeks = ['2026-W26', '2026-W27', '2026-W28']
    expect(runs(of, dataOf([li]), weeks).map(lines)).toEqual([[], ['base li 2026-06 3100.00'], []])
  })

  it('a part of a period is paid by the days of that period, whatever the rhythm', () => {
    const joiner = person('li', { salary: '1500.00' }, { employment: [{ from: '2026-06-24' }] })
    const halves = bookOf([base], { rhythms: { half: { kind: 'half-month' } } })
    expect(lines(run(halves, dataOf([joiner]), '2026-06-H2'))).toEqual([
      'base li 2026-06-H2 700.00',
    ])
    const weeks = bookOf([base], { rhythms: { week: { kind: 'week' } } })
    // From Wednesday on: five days of seven.
    expect(lines(run(weeks, dataOf([joiner]), '2026-W26'))).toEqual(['base li 2026-W26 1071.43'])
  })

  it('told late, a week is paid again in the month that hears of it', () => {
    const of = bookOf([{ ...summing('own'), period: 'week' }], {
      rhythms: { month: { kind: 'month' }, week: { kind: 'week' } },
    })
    const inTime = order('a', '2026-06-10', '10.00')
    const late = order('b', '2026-06-11', '5.00', { recorded: '2026-07-03' })
    const paid = runs(of, dataOf([li], { orders: [inTime, late] }), ['2026-06', '2026-07'])
    expect(lines(paid[0] as never)).toContain('own li 2026-W24 10.00')
    expect(lines(paid[1] as never)).toContain('own li 2026-W24 5.00')
  })
})

describe('windows of short rhythms', () => {
  it.each([
    ['month', '9.00'],
    ['quarter', '11.00'],
    ['year', '12.00'],
  ] as const)('since the %s of the week, to its end', (since, expected) => {
    const orders = [
      order('a', '2026-03-31', '1.00'),
      order('b', '2026-05-31', '2.00'),
      order('c', '2026-06-01', '4.00'),
      order('d', '2026-06-14', '5.00'),
      order('e', '2026-06-15', '8.00'),
    ]
    const sum = reading('sum', {
      from: 'records',
      of: 'orders',
      as: 'sum',
      value: 'amount',
      over: { since },
    })
    const of = bookOf([sum], { rhythms: { week: { kind: 'week' } } })
    expect(lines(run(of, dataOf([li], { orders }), '2026-W24'))).toEqual([
      `sum li 2026-W24 ${expected}`,
    ])
  })

  it('the last thirteen of four weeks are a year of them', () => {
    const every = reading('every', {
      from: 'records',
      of: 'orders',
      as: 'sum',
      value: 'amount',
      over: { last: 13 },
    })
    const rhythms = { four: { kind: 'four-weeks', calendar: sundays } } as const
    const orders = [order('a', '2025-06-22', '1.00'), order('b', '2025-06-21', '2.00')]
    expect(lines(run(bookOf([every], { rhythms }), dataOf([li], { orders }), '2026-4W06'))).toEqual(
      ['every li 2026-4W06 1.00'],
    )
    expect(lines(run(bookOf([every], { rhythms }), dataOf([li], { orders }), '2026-4W07'))).toEqual(
      ['every li 2026-4W07 0.00'],
    )
  })
})

describe('a rhythm that its calendar does not have', () => {
  it.each<[string, Rhythm, string, string]>([
    ['two weeks from no day', { kind: 'two-weeks' }, 'no-weeks-from', 'calendar.weeksFrom'],
    [
      'ten days of a year of weeks',
      { kind: 'ten-days', calendar: retail },
      'no-parts-of-months',
      'kind',
    ],
  ])('%s', (_, rhythm, code, path) => {
    expect(found(() => bookOf([summing('own')], { rhythms: { own: rhythm } }))).toEqual([
      [code, `rhythms.own.${path}`],
    ])
  })
})
