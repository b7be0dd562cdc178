import { describe, expect, it } from 'vitest'
import type { As, Over, Source } from '../../../src/pay/component.js'
import {
  base,
  bookOf,
  counting,
  dataOf,
  figure,
  lines,
  order,
  person,
  quarterly,
  reading,
  run,
  runs,
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
