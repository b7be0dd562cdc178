import { describe, expect, it } from 'vitest'
import type { As, Over } from '../../../src/pay/component.js'
import {
  bookOf,
  dataOf,
  figure,
  lines,
  order,
  person,
  quarterly,
  reading,
  run,
  runs,
  withheld,
} from './paying.js'

const li = person('li', { bonus: '100.00', salary: '3000.00' })

describe('R4 windows', () => {
  const orders = [
    order('a', '2025-12-31', '1.00'),
    order('b', '2026-01-10', '2.00'),
    order('c', '2026-02-10', '4.00'),
    order('d', '2026-03-10', '8.00'),
    order('e', '2026-03-10', '16.00', { order: '2' }),
    order('f', '2026-03-20', '32.00'),
    order('g', '2026-04-01', '64.00'),
  ]
  const sum = (over: Over) =>
    reading('sum', { from: 'records', of: 'orders', as: 'sum', value: 'amount', over })
  const hired = person('li', { hired: '2026-02-01', joined: '2023-03-01' })

  it.each<[Over, string]>([
    ['period', '56.00'],
    [{ ago: 1 }, '4.00'],
    [{ ago: 2 }, '2.00'],
    [{ last: 1 }, '56.00'],
    [{ last: 2 }, '60.00'],
    [{ last: 2, through: 'before' }, '6.00'],
    [{ since: 'quarter' }, '62.00'],
    [{ since: 'half-year' }, '62.00'],
    [{ since: 'year' }, '62.00'],
    [{ since: 'ever' }, '63.00'],
    [{ since: 'year', through: 'before' }, '6.00'],
    [{ since: { date: 'hired' } }, '60.00'],
    [{ since: { date: 'joined', every: 'year' } }, '56.00'],
  ])('%j of a month', (over, expected) => {
    expect(lines(run(bookOf([sum(over)]), dataOf([hired], { orders }), '2026-03'))).toEqual([
      `sum li 2026-03 ${expected}`,
    ])
  })

  it('within rows of records end with the record, or just before it', () => {
    const amounts = (over: Over) =>
      run(
        bookOf([{ ...sum(over), each: { record: 'orders' } }]),
        dataOf([li], { orders }),
        '2026-03',
      ).lines[0]?.parts.map(({ record, amount }) => `${record} ${amount}`)
    expect(amounts({ since: 'year' })).toEqual(['d 14.00', 'e 30.00', 'f 62.00'])
    expect(amounts({ since: 'year', through: 'before' })).toEqual(['d 6.00', 'e 14.00', 'f 30.00'])
    expect(amounts({ last: 2 })).toEqual(['d 12.00', 'e 28.00', 'f 60.00'])
    expect(amounts({ last: 2, through: 'before' })).toEqual(['d 4.00', 'e 12.00', 'f 28.00'])
    expect(amounts({ since: 'ever', through: 'before' })).toEqual(['d 7.00', 'e 15.00', 'f 31.00'])
  })

  it('that end before they begin are empty', () => {
    const of = bookOf([sum({ since: { date: 'hired' }, through: 'before' })])
    const late = person('li', { hired: '2026-03-10' })
    expect(lines(run(of, dataOf([late], { orders }), '2026-03'))).toEqual(['sum li 2026-03 0.00'])
  })

  it.each([
    // Of 29 February the anniversary is 28 February, and 29 in a leap year.
    ['2026-02', '6.00'],
    ['2028-02', '16.00'],
  ])('since an anniversary of 29 February: %s', (period, expected) => {
    const some = [
      order('a', '2026-02-27', '1.00'),
      order('b', '2026-02-28', '2.00'),
      order('c', '2026-02-28', '4.00'),
      order('y', '2028-02-28', '8.00'),
      order('z', '2028-02-29', '16.00'),
    ]
    const of = bookOf([sum({ since: { date: 'hired', every: 'year' } })])
    expect(
      lines(run(of, dataOf([person('li', { hired: '2020-02-29' })], { orders: some }), period)),
    ).toEqual([`sum li ${period} ${expected}`])
  })

  it('since a day that is no date is told', () => {
    const of = bookOf([sum({ since: { date: 'hired' } })])
    const paid = run(of, dataOf([person('li', { hired: 'soon' })], { orders }), '2026-03')
    expect(withheld(paid)).toEqual(['sum li 2026-03 no-date'])
  })
})

describe('R5 components over time', () => {
  const month = reading('month', { from: 'figure', name: 'sold', missing: '0.00' })
  const quarter = reading(
    'quarter',
    { from: 'component', name: 'month' },
    { period: 'quarter', pays: 'due' },
  )
  const sold = (period: string, value: string) => figure('sold', period, value)
  const seller = person(
    'li',
    {},
    {
      figures: [sold('2026-01', '1.00'), sold('2026-02', '2.00'), sold('2026-03', '4.00')],
    },
  )
  const months = ['2026-01', '2026-02', '2026-03', '2026-04']

  it('a quarterly component is read in the month that holds its last day', () => {
    const reader = reading('reader', { from: 'component', name: 'quarter' })
    const of = bookOf([month, quarter, reader], { rhythms: quarterly })
    const paid = runs(of, dataOf([seller]), months).map(lines)
    expect(paid.map((each) => each.filter((line) => !line.startsWith('month')))).toEqual([
      ['reader li 2026-01 0.00'],
      ['reader li 2026-02 0.00'],
      ['quarter li 2026-Q1 7.00', 'reader li 2026-03 7.00'],
      ['reader li 2026-04 0.00'],
    ])
  })

  it('a half-year adds up its quarters, a year its months', () => {
    const half = reading('half', { from: 'component', name: 'quarter' }, { period: 'half' })
    const rhythms = { ...quarterly, half: { kind: 'half-year' } } as const
    const of = bookOf([month, quarter, half], { rhythms, retro: 6 })
    const paid = runs(of, dataOf([seller]), ['2026-01', '2026-06']).map(lines)
    expect(paid[1]?.filter((line) => line.startsWith('half'))).toEqual(['half li 2026-H1 7.00'])
  })

  it('a window of several periods adds up, unless `as` says otherwise', () => {
    const reader = (as: Extract<As, string>) =>
      reading(as, { from: 'component', name: 'month', over: { last: 3 }, as })
    const of = bookOf([month, ...(['sum', 'most', 'least', 'first', 'last'] as const).map(reader)])
    const data = dataOf([{ ...seller, employment: [{ from: '2026-01-01' }] }])
    const paid = runs(of, data, ['2026-01', '2026-02', '2026-03'])
    expect(lines(paid[2] as never).slice(-5)).toEqual([
      'sum li 2026-03 7.00',
      'most li 2026-03 4.00',
      'least li 2026-03 1.00',
      'first li 2026-03 1.00',
      'last li 2026-03 4.00',
    ])
  })

  it('a figure of a longer period is read in each month of it', () => {
    const reader = reading('reader', { from: 'figure', name: 'target', period: 'quarter' })
    const target = figure('target', '2026-Q1', '9.00', {
      rhythm: 'quarter',
      recorded: '2026-01-01',
    })
    const of = bookOf([reader], { rhythms: quarterly })
    const paid = runs(of, dataOf([person('li', {}, { figures: [target] })]), ['2026-01', '2026-02'])
    expect(paid.map(lines)).toEqual([['reader li 2026-01 9.00'], ['reader li 2026-02 9.00']])
  })

  it('a quarterly component whose month lies in runs of quarters is settled with its quarter', () => {
    const of = bookOf([{ ...month, period: 'month' }], {
      rhythms: { quarter: { kind: 'quarter' }, month: { kind: 'month' } },
    })
    const figures = (seller.figures ?? []).map((each) => ({ ...each, rhythm: 'month' }))
    expect(lines(run(of, dataOf([{ ...seller, figures }]), '2026-Q1'))).toEqual([
      'month li 2026-01 1.00',
      'month li 2026-02 2.00',
      'month li 2026-03 4.00',
    ])
  })
})
