import { describe, expect, it } from 'vitest'
import { constant, divide, input, multiply, round } from '../../../src/formula/index.js'
import type { As, Component, Source } from '../../../src/pay/component.js'
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
  parts,
  person,
  quarterly,
  reading,
  run,
  since,
  told,
  withheld,
} from './paying.js'

const orders = [
  order('a', '2026-03-01', '10.00', { buyer: 'x' }),
  order('b', '2026-03-02', '30.00', { buyer: 'y' }),
  order('c', '2026-03-03', '20.00', { buyer: 'x' }),
  order('d', '2026-03-04', '20.00'),
]

describe('R6 and R9 aggregates', () => {
  const of = (as: As, rows = orders) =>
    lines(
      run(
        bookOf([reading('x', { from: 'records', of: 'orders', as, value: 'amount' }, {}, '-1.00')]),
        dataOf([person('li')], { orders: rows }),
        '2026-03',
      ),
    )[0]?.slice('x li 2026-03 '.length)

  it.each<[As, string, string]>([
    ['sum', '80.00', '0.00'],
    ['most', '30.00', '-1.00'],
    ['least', '10.00', '-1.00'],
    ['first', '10.00', '-1.00'],
    ['last', '20.00', '-1.00'],
    [{ quantile: '0.25' }, '10.00', '-1.00'],
    [{ quantile: '0.26' }, '20.00', '-1.00'],
    [{ quantile: '0.75' }, '20.00', '-1.00'],
    [{ quantile: '1' }, '30.00', '-1.00'],
    [{ quantile: '0.0001' }, '10.00', '-1.00'],
  ])('%j of 10, 30, 20, 20, and of none', (as, some, none) => {
    expect(of(as)).toBe(some)
    expect(of(as, [])).toBe(none)
  })

  it('count and distinct count the records, or those that have the member', () => {
    const count = (as: 'count' | 'distinct', value?: string) =>
      lines(
        run(
          bookOf([told('n', { from: 'records', of: 'orders', as, ...(value && { value }) })]),
          dataOf([person('li')], { orders }),
          '2026-03',
        ),
      )[0]
    expect(count('count')).toBe('n li 2026-03 4.00')
    expect(count('count', 'buyer')).toBe('n li 2026-03 3.00')
    expect(count('distinct', 'buyer')).toBe('n li 2026-03 2.00')
    expect(count('distinct', 'amount')).toBe('n li 2026-03 3.00')
  })

  it('a record without a usable member is told', () => {
    const bad = [order('a', '2026-03-01', 'ten')]
    const paid = run(
      bookOf([reading('x', { from: 'records', of: 'orders', as: 'sum', value: 'amount' })]),
      dataOf([person('li')], { orders: bad }),
      '2026-03',
    )
    expect(withheld(paid)).toEqual(['x li 2026-03 no-member'])
  })

  it('of a component: of its posts, of none, of a ratio that nobody has', () => {
    const post = reading('post', { from: 'attribute', name: 'pay' }, { of: 'assignment' })
    const { pays: _, ...unpaid } = post
    const posted = person(
      'li',
      {},
      {
        assignments: ['3.00', '1.00', '3.00'].map((value, i) => ({
          id: `p${i}`,
          from: '2020-01-01',
          attributes: since({ pay: value }),
        })),
      },
    )
    const as = (say: As, more: Partial<Source> = {}) =>
      ({ from: 'component', name: 'post', as: say, ...more }) as Source
    const paid = (component: Component) =>
      lines(run(bookOf([unpaid, component]), dataOf([posted, person('wu')]), '2026-03')).map(
        (line) => line.split(' ').at(-1),
      )
    expect(paid(reading('x', as('most'), {}, '9.00'))).toEqual(['3.00', '9.00'])
    expect(paid(reading('x', as('sum')))).toEqual(['7.00', '0.00'])
    expect(paid(told('x', as('count')))).toEqual(['3.00', '0.00'])
    expect(paid(told('x', as('distinct')))).toEqual(['2.00', '0.00'])
  })

  it('the value before of a ratio is missing where there is none, of money it is 0', () => {
    const rate: Component = {
      component: 'rate',
      formula: input('x', 'ratio', 2),
      reads: { x: { from: 'component', name: 'rate', over: 'before', missing: '0.50' } },
    }
    const paid: Component = {
      component: 'paid',
      pays: 'due',
      formula: round(multiply(input('x', 'ratio', 2), constant('10.00', cny)), cents),
      reads: { x: { from: 'component', name: 'rate' } },
    }
    const data = dataOf([person('li', {}, { employment: [{ from: '2026-03-01' }] })])
    expect(lines(run(bookOf([rate, paid]), data, '2026-03'))).toEqual(['paid li 2026-03 5.00'])
    const some = { ...rate, eligible: { where: { role: ['x'] } } }
    const strict = run(bookOf([some, paid]), dataOf([person('li', { role: 'y' })]), '2026-03')
    expect(withheld(strict)).toEqual(['paid li 2026-03 nothing-there'])
  })
})

describe('R7 the day of an attribute', () => {
  const pay = (on?: 'start' | 'end', more: Partial<Component> = {}) =>
    reading('pay', { from: 'attribute', name: 'pay', ...(on && { on }) }, more)
  const changing = {
    pay: [
      { from: '2026-01-01', value: '1.00' },
      { from: '2026-03-10', value: '2.00' },
      { from: '2026-03-20', value: '3.00' },
    ],
  }
  const of = (
    component: Component,
    employment = [{ from: '2020-01-01' }] as { from: string; to?: string }[],
  ) =>
    lines(
      run(
        bookOf([component]),
        dataOf([person('li', {}, { employment, attributes: changing })], {
          orders: [order('a', '2026-03-15', '1.00'), order('b', '2026-03-25', '1.00')],
        }),
        '2026-03',
      ),
    )

  it('is the last of the row, or its first', () => {
    expect(of(pay())).toEqual(['pay li 2026-03 3.00'])
    expect(of(pay('end'))).toEqual(['pay li 2026-03 3.00'])
    expect(of(pay('start'))).toEqual(['pay li 2026-03 1.00'])
    const some = [{ from: '2026-03-12', to: '2026-03-15' }]
    expect(of(pay(), some)).toEqual(['pay li 2026-03 2.00'])
    expect(of(pay('start'), some)).toEqual(['pay li 2026-03 2.00'])
  })

  it('of a row of a record is its own, of records of one value the first of them', () => {
    expect(of(pay('start', { each: { record: 'orders' } }))).toEqual(['pay li 2026-03 5.00'])
    const { amount } = { amount: 'amount' }
    expect(of(pay('end', { each: { record: 'orders', by: amount } }))).toEqual([
      'pay li 2026-03 2.00',
    ])
  })

  it('of a group row is that of the group, else of the company', () => {
    const team = { ...pay(), of: { by: 'team' } } as const
    const { pays: _, ...unpaid } = team
    const out = reading('out', { from: 'component', name: 'pay' })
    const groups = [
      { of: { by: 'team', value: 'red' }, attributes: since({ pay: '7.00' }) },
      {
        of: { by: 'shop', value: 'blue' },
        attributes: since({ pay: '8.00' }),
        figures: [figure('pot', '2026-03', '8.00')],
      },
      {
        of: 'company' as const,
        attributes: since({ pay: '9.00' }),
        figures: [figure('pot', '2026-03', '9.00')],
      },
    ]
    const people = [
      person('a', { team: 'red', shop: 'blue' }),
      person('b', { team: 'blue', shop: 'x' }),
    ]
    expect(lines(run(bookOf([unpaid, out]), dataOf(people, {}, groups), '2026-03'))).toEqual([
      'out a 2026-03 7.00',
      'out b 2026-03 9.00',
    ])
    // A shop of the same name as a team is another group.
    const pot = { ...unpaid, reads: { x: { from: 'figure' as const, name: 'pot' } } }
    expect(lines(run(bookOf([pot, out]), dataOf(people, {}, groups), '2026-03'))).toEqual([
      'out a 2026-03 9.00',
      'out b 2026-03 9.00',
    ])
    const own = reading('own', { from: 'figure', name: 'pot' })
    expect(lines(run(bookOf([own]), dataOf(people, {}, groups), '2026-03'))).toEqual([
      'own a 2026-03 8.00',
      'own b 2026-03 9.00',
    ])
    // Her team and her shop have different values.
    const torn = run(bookOf([pay()]), dataOf(people, {}, groups), '2026-03')
    expect(withheld(torn)).toEqual(['pay a 2026-03 several-values'])
  })

  it('a reader of a group whose posts are in two of them fails', () => {
    const team: Component = {
      ...reading('team', { from: 'figure', name: 'pot', missing: '1.00' }),
      of: { by: 'team' },
    }
    const { pays: _, ...unpaid } = team
    const two = person(
      'li',
      {},
      {
        assignments: ['red', 'blue'].map((value) => ({
          id: value,
          from: '2020-01-01',
          attributes: since({ team: value }),
        })),
      },
    )
    const none = person('wu')
    const out = reading('out', { from: 'component', name: 'team' })
    const summed = reading('summed', {
      from: 'component',
      name: 'team',
      among: { group: { by: 'team' }, as: 'sum' },
    })
    const paid = run(bookOf([unpaid, out, summed]), dataOf([two, none]), '2026-03')
    expect(lines(paid)).toEqual(['out wu 2026-03 0.00', 'summed wu 2026-03 0.00'])
    expect(withheld(paid)).toEqual([
      'out li 2026-03 several-values',
      'summed li 2026-03 several-values',
    ])
  })
})

describe('figures', () => {
  const shown = (
    source: Omit<Extract<Source, { from: 'figure' }>, 'from' | 'name'>,
    ...figures: ReturnType<typeof figure>[]
  ) =>
    lines(
      run(
        bookOf([told('n', { from: 'figure', name: 'n', ...source })]),
        dataOf([person('li', {}, { figures })]),
        '2026-03',
      ),
    )[0]

  it('are given or not', () => {
    expect(shown({ is: 'given' }, figure('n', '2026-03', '7'))).toBe('n li 2026-03 1.00')
    expect(shown({ is: 'given' })).toBe('n li 2026-03 0.00')
    expect(shown({ is: 'value' }, figure('n', '2026-03', '7'))).toBe('n li 2026-03 7.00')
  })

  it('of a post come before those of its person', () => {
    const of = bookOf([reading('x', { from: 'figure', name: 'x' }, { of: 'assignment' })])
    const li = person(
      'li',
      {},
      {
        assignments: ['p', 'q'].map((id) => ({ id, from: '2020-01-01', attributes: {} })),
        figures: [
          figure('x', '2026-03', '1.00'),
          figure('x', '2026-03', '2.00', { assignment: 'q' }),
        ],
      },
    )
    expect(lines(run(of, dataOf([li]), '2026-03'))).toEqual([
      'x li/p 2026-03 1.00',
      'x li/q 2026-03 2.00',
    ])
  })
})

describe('days', () => {
  const shown = (
    source: Omit<Extract<Source, { count: 'present' | 'absent' | 'part' | 'whole' }>, 'from'>,
    more = {},
    period = '2026-03',
  ) =>
    lines(
      run(
        bookOf(
          [
            {
              component: 'n',
              pays: 'due',
              formula: multiply(input('n', 'count', 0), constant('1.00', cny)),
              reads: { n: { from: 'time', ...source } as Source },
            },
          ],
          {
            basis: {
              work: {
                basis: 'working-days',

                weekend: ['saturday', 'sunday'],
                holidays: [],
              },
            },
          },
        ),
        dataOf([
          person(
            'li',
            { basis: 'work' },
            {
              employment: [{ from: '2026-02-10' }],
              absences: [
                { id: 'a', from: '2026-03-02', to: '2026-03-08', kind: 'leave' },
                { id: 'b', from: '2026-03-30', to: '2026-04-02', kind: 'sick' },
              ],
              ...more,
            },
          ),
        ]),
        period,
      ),
    )[0]
      ?.split(' ')
      .at(-1)

  it.each([
    [{ count: 'present' }, '22.00'],
    [{ count: 'absent' }, '9.00'],
    [{ count: 'absent', kinds: ['sick'] }, '2.00'],
    [{ count: 'present', kinds: ['leave'] }, '24.00'],
    [{ count: 'whole' }, '31.00'],
    [{ count: 'part' }, '22.00'],
    // March 2026 begins on a Sunday: 22 weekdays, 5 of the week away and 2 at the end.
    [{ count: 'present', basis: 'work' }, '15.00'],
    [{ count: 'absent', basis: { attribute: 'basis' } }, '7.00'],
    [{ count: 'whole', basis: 'work' }, '22.00'],
    [{ count: 'present', over: { since: 'year' } }, '41.00'],
    [{ count: 'absent', over: { since: 'year' } }, '9.00'],
    [{ count: 'whole', over: { last: 2 } }, '59.00'],
    [{ count: 'part', over: { last: 2 } }, '41.00'],
    [{ count: 'present', over: { ago: 1 } }, '19.00'],
    [{ count: 'present', over: { since: { date: 'later' } } }, '0.00'],
  ] as const)('%j', (source, expected) => {
    const later = since({ basis: 'work', later: '2026-05-01' })
    expect(shown(source as never, { attributes: later })).toBe(expected)
  })

  it('without a basis or a day are told', () => {
    const paid = (source: Source) =>
      withheld(
        run(
          bookOf([counting('n', source), told('out', { from: 'component', name: 'n' })]),
          dataOf([person('li', { basis: 'work', other: 'x' }, {}), person('wu', { basis: 'x' })]),
          '2026-03',
        ),
      )
    expect(paid({ from: 'time', count: 'present', basis: { attribute: 'basis' } })).toHaveLength(2)
    expect(
      paid({ from: 'time', count: 'present', over: { since: { date: 'other' } } }),
    ).toHaveLength(2)
  })
})

describe('service and the calendar', () => {
  const of = (
    source: Omit<Extract<Source, { count: 'months' | 'years' }>, 'from'>,
    attributes: Record<string, string>,
    period = '2026-02',
  ) =>
    lines(
      run(
        bookOf([told('n', { from: 'time', ...source } as Source)]),
        dataOf([person('li', attributes)]),
        period,
      ),
    )[0]
      ?.split(' ')
      .at(-1)

  it.each([
    // The last day of February is counted: to 28 February 2026 it is 12 months from 1 March 2025.
    [{ count: 'months', since: 'hired' }, { hired: '2025-03-01' }, '12.00'],
    [{ count: 'months', since: 'hired' }, { hired: '2025-03-02' }, '11.00'],
    [{ count: 'years', since: 'hired' }, { hired: '2016-03-01' }, '10.00'],
    [{ count: 'years', since: 'hired' }, { hired: '2030-03-01' }, '0.00'],
    [
      { count: 'months', since: 'hired', until: 'left' },
      { hired: '2025-03-01', left: '2025-05-31' },
      '3.00',
    ],
  ] as const)('%j of %j', (source, attributes, expected) => {
    expect(of(source, attributes)).toBe(expected)
  })

  it('without a day is missing', () => {
    const source = { count: 'months', since: 'hired', missing: '7' } as const
    expect(of(source, {})).toBe('7.00')
    expect(of(source, { hired: 'long ago' })).toBe('7.00')
    expect(of({ ...source, until: 'left' }, { hired: '2020-01-01' })).toBe('7.00')
  })

  it('which month and quarter of the year it is, of a fiscal year too', () => {
    const at = (count: 'month' | 'quarter', period: string, rhythms = {}) =>
      lines(
        run(
          bookOf([told('n', { from: 'time', count })], { rhythms }),
          dataOf([person('li')]),
          period,
        ),
      )[0]
        ?.split(' ')
        .at(-1)
    expect(at('month', '2026-11')).toBe('11.00')
    expect(at('quarter', '2026-11')).toBe('4.00')
    expect(at('quarter', '2026-Q3', { quarter: { kind: 'quarter' } })).toBe('3.00')
    expect(at('month', '2026-Q3', { quarter: { kind: 'quarter' } })).toBe('9.00')
  })
})

describe('rows of records', () => {
  const deals = [
    order('a', '2026-02-27', '100.00', { deal: 'x', kind: 'sale', region: 'east' }),
    order('b', '2026-03-02', '-30.00', { deal: 'x', kind: 'refund', region: 'east' }),
    order('c', '2026-03-05', '50.00', { deal: 'y', kind: 'sale', region: 'west' }),
    order('d', '2026-03-09', '20.00', { deal: 'y', kind: 'extra', region: 'north' }),
  ]
  const deal = (
    more: Partial<Component> = {},
    source: Source = { from: 'records', of: 'orders', as: 'sum', value: 'amount', same: ['deal'] },
  ): Component => reading('deal', source, { each: { record: 'orders', by: 'deal' }, ...more })
  const shown = (component: Component, ...others: Component[]) =>
    run(
      bookOf([component, ...others]),
      dataOf([person('li', { hired: '2026-01-01' })], { orders: deals }),
      '2026-03',
    )
  const rows = ({ lines: [line] }: ReturnType<typeof run>) =>
    line?.parts.map(({ from, record, amount }) => `${record} ${from} ${amount}`)

  it('are of the deals of the period, each with the day of its first record', () => {
    expect(rows(shown(deal()))).toEqual(['x 2026-02-27 -30.00', 'y 2026-03-05 70.00'])
  })

  it('look over a window, and are kept by members', () => {
    const two = deal(
      { each: { record: 'orders', by: 'deal', over: { last: 2 } } },
      {
        from: 'records',
        of: 'orders',
        as: 'sum',
        value: 'amount',
        same: ['deal'],
        over: { last: 2 },
      },
    )
    expect(rows(shown(two))).toEqual(['x 2026-02-27 70.00', 'y 2026-03-05 70.00'])
    const sales = deal({ each: { record: 'orders', by: 'deal', where: { kind: ['sale'] } } })
    expect(rows(shown(sales))).toEqual(['y 2026-03-05 70.00'])
  })

  it('read a member that is the same in all, else it is missing', () => {
    const region = (missing?: string): Component => ({
      component: 'deal',
      pays: 'due',
      each: { record: 'orders', by: 'deal' },
      formula: input('x', cny, 2),
      reads: { x: { from: 'record', name: 'amount', ...(missing && { missing }) } },
    })
    expect(rows(shown(region('0.00')))).toEqual(['x 2026-02-27 -30.00', 'y 2026-03-05 0.00'])
    expect(withheld(shown(region()))).toEqual(['deal li 2026-03 nothing-there'])
  })

  it('that lack the member that makes them one fail', () => {
    const by = deal({ each: { record: 'orders', by: 'shop' } })
    expect(withheld(shown(by))).toEqual(['deal li 2026-03 no-member'])
  })

  it('read months from the first sale to the last record', () => {
    const age: Component = {
      component: 'age',
      pays: 'due',
      each: { record: 'orders', by: 'deal' },
      formula: multiply(input('n', 'count', 0), constant('1.00', cny)),
      reads: {
        n: {
          from: 'time',
          count: 'months',
          since: { first: { kind: ['sale'] } },
          until: { last: { kind: ['refund', 'extra'] } },
          missing: '9',
        },
      },
    }
    const far = [
      ...deals,
      order('e', '2026-05-01', '1.00', { deal: 'y', kind: 'extra' }),
      order('f', '2026-03-03', '1.00', { deal: 'z', kind: 'gift' }),
    ]
    const paid = run(bookOf([age]), dataOf([person('li')], { orders: far }), '2026-03', 'first', {
      asOf: '2026-05-31',
    })
    // From 5 March to 1 May: one full month. Nothing was sold of z.
    expect(rows(paid)).toEqual(['x 2026-02-27 0.00', 'z 2026-03-03 9.00', 'y 2026-03-05 1.00'])
  })

  it('read of a component of the same rows their own, and of any other the whole', () => {
    const own = deal({}, { from: 'component', name: 'size' })
    const { pays: _, ...size } = { ...deal(), component: 'size' }
    expect(rows(shown(own, size))).toEqual(['x 2026-02-27 -30.00', 'y 2026-03-05 70.00'])
    // The same rows, though their members stand in another order.
    const turned = { ...size, each: { by: 'deal', record: 'orders' } }
    expect(rows(shown(own, turned))).toEqual(['x 2026-02-27 -30.00', 'y 2026-03-05 70.00'])
    const { each: __, ...all } = {
      ...size,
      reads: { x: { from: 'records', of: 'orders', as: 'sum', value: 'amount' } as const },
    }
    expect(rows(shown(own, all))).toEqual(['x 2026-02-27 40.00', 'y 2026-03-05 40.00'])
  })

  it('of a version that has another condition are told apart', () => {
    const later = { ...deal(), each: { record: 'orders', by: 'deal', where: { kind: ['extra'] } } }
    const of = bookOf([
      { to: '2026-02-28', value: deal() },
      { from: '2026-03-01', value: later },
    ])
    const paid = run(of, dataOf([person('li')], { orders: deals }), '2026-03')
    expect(rows(paid)).toEqual(['y 2026-03-09 70.00'])
  })

  it('since a date of the record', () => {
    const dated = deals.map((each) => ({ ...each, signed: '2026-03-04' }))
    const sum: Component = reading(
      'sum',
      {
        from: 'records',
        of: 'orders',
        as: 'sum',
        value: 'amount',
        over: { since: { date: 'signed' } },
      },
      { each: { record: 'orders' } },
    )
    const paid = run(
      bookOf([sum]),
      dataOf([person('li', { signed: '2020-01-01' })], { orders: dated }),
      '2026-03',
    )
    expect(rows(paid)).toEqual(['b 2026-03-02 0.00', 'c 2026-03-05 50.00', 'd 2026-03-09 70.00'])
  })
})

describe('R2 and R30 stretches', () => {
  const li = (salary: { from: string; value: string }[], more = {}) =>
    person('li', {}, { attributes: { salary }, ...more })
  const of = (component: Component, who: ReturnType<typeof person>, more = {}) =>
    run(bookOf([component], more), dataOf([who]), '2026-03')

  it('are cut where what is read changes; equal neighbours are one', () => {
    const paid = of(
      base,
      li([
        { from: '2020-01-01', value: '3100.00' },
        { from: '2026-03-11', value: '3100.00' },
        { from: '2026-03-21', value: '6200.00' },
      ]),
    )
    // 20 days of 100 and 11 of 200.
    expect(lines(paid)).toEqual(['base li 2026-03 4200.00'])
    expect(parts(paid)).toEqual(['2026-03-01 2026-03-20 2000.00', '2026-03-21 2026-03-31 2200.00'])
  })

  it('are divided once; the parts by largest remainder, ties to the earlier', () => {
    const paid = of(
      base,
      li([
        { from: '2020-01-01', value: '100.00' },
        { from: '2026-03-11', value: '200.00' },
        { from: '2026-03-21', value: '300.00' },
      ]),
    )
    // 10 × 100 + 10 × 200 + 11 × 300 = 6,300 of 31: 203.2258; 32.258…, 64.516…, 106.451…
    expect(lines(paid)).toEqual(['base li 2026-03 203.23'])
    expect(parts(paid)).toEqual([
      '2026-03-01 2026-03-10 32.26',
      '2026-03-11 2026-03-20 64.52',
      '2026-03-21 2026-03-31 106.45',
    ])
  })

  const each = { each: 'stretch', pays: 'due' } as const
  const reads = { salary: { from: 'attribute', name: 'salary' } } as const

  it('of a rounding are added and rounded once', () => {
    const half: Component = {
      component: 'half',
      ...each,
      formula: round(multiply(input('salary', cny, 2), constant('0.5')), cents),
      reads,
    }
    const paid = of(
      half,
      li([
        { from: '2020-01-01', value: '0.01' },
        { from: '2026-03-11', value: '0.03' },
      ]),
    )
    // 0.005 and 0.015: 0.02, and the cent to the first of the equal remainders.
    expect(lines(paid)).toEqual(['half li 2026-03 0.02'])
    expect(parts(paid)).toEqual(['2026-03-01 2026-03-10 0.01', '2026-03-11 2026-03-31 0.01'])
    const back = of(
      half,
      li([
        { from: '2020-01-01', value: '-0.01' },
        { from: '2026-03-11', value: '-0.03' },
      ]),
    )
    // −0.005 and −0.015, rounded down to −0.01 and −0.02: the cent left over goes to the first.
    expect(parts(back)).toEqual(['2026-03-01 2026-03-10 0.00', '2026-03-11 2026-03-31 -0.02'])
  })

  it('of what rounds nothing are added', () => {
    const sum: Component = { component: 'sum', ...each, formula: input('salary', cny, 2), reads }
    const paid = of(
      sum,
      li([
        { from: '2020-01-01', value: '1.00' },
        { from: '2026-03-11', value: '2.00' },
      ]),
    )
    expect(parts(paid)).toEqual(['2026-03-01 2026-03-10 1.00', '2026-03-11 2026-03-31 2.00'])
  })

  it('are cut by their versions, each rounded by itself, and by a change of post', () => {
    const double = {
      ...base,
      formula: divide(
        multiply(input('salary', cny, 2), input('part', 'count', 4), constant('2')),
        input('whole', 'count', 4),
        cents,
      ),
    }
    const paid = run(
      bookOf([
        { to: '2026-03-10', value: base },
        { from: '2026-03-11', value: double },
      ]),
      dataOf([li([{ from: '2020-01-01', value: '310.00' }])]),
      '2026-03',
    )
    // 10 days of 10 and 21 of 20.
    expect(parts(paid)).toEqual(['2026-03-01 2026-03-10 100.00', '2026-03-11 2026-03-31 420.00'])
    const moved = li([], {
      attributes: {},
      assignments: [
        { id: 'a', from: '2020-01-01', to: '2026-03-15', attributes: since({ salary: '310.00' }) },
        { id: 'b', from: '2026-03-16', attributes: since({ salary: '620.00' }) },
      ],
    })
    expect(parts(of(base, moved))).toEqual([
      '2026-03-01 2026-03-15 150.00',
      '2026-03-16 2026-03-31 320.00',
    ])
    expect(lines(of({ ...base, of: 'assignment' }, moved))).toEqual([
      'base li/a 2026-03 150.00',
      'base li/b 2026-03 320.00',
    ])
  })

  it('are cut where a value of the group or of the company changes, and on a change of group', () => {
    const groups = [
      { of: { by: 'team', value: 'red' }, attributes: since({ salary: '310.00' }) },
      {
        of: { by: 'team', value: 'blue' },
        attributes: {
          salary: [
            ...(since({ salary: '620.00' })['salary'] ?? []),
            { from: '2026-03-21', value: '930.00' },
          ],
        },
      },
    ]
    const mover = person(
      'li',
      {},
      {
        attributes: {
          team: [
            { from: '2020-01-01', value: 'red' },
            { from: '2026-03-11', value: 'blue' },
          ],
        },
      },
    )
    const paid = run(bookOf([base]), dataOf([mover], {}, groups), '2026-03')
    expect(parts(paid)).toEqual([
      '2026-03-01 2026-03-10 100.00',
      '2026-03-11 2026-03-20 200.00',
      '2026-03-21 2026-03-31 330.00',
    ])
  })

  it('are cut on an anniversary that is named by `every`', () => {
    const days: Component = {
      component: 'days',
      ...each,
      formula: multiply(input('n', 'count', 0), constant('1.00', cny)),
      reads: {
        n: { from: 'time', count: 'present', over: { since: { date: 'hired', every: 'year' } } },
      },
    }
    const hired = (day: string) =>
      person('li', { hired: day }, { employment: [{ from: '2020-01-01' }] })
    // To 10 March the year of service before: 365 days; from 11 March the new one.
    expect(parts(of(days, hired('2022-03-11')))).toEqual([
      '2026-03-01 2026-03-10 365.00',
      '2026-03-11 2026-03-31 21.00',
    ])
    expect(parts(of(days, hired('2022-07-11')))).toHaveLength(1)
    expect(withheld(of(days, hired('soon')))).toEqual(['days li 2026-03 no-date'])
  })

  it('whoever reads a stretch component reads its whole period', () => {
    const reader = {
      ...reading('reader', { from: 'component', name: 'base' }),
      each: { record: 'orders' },
    }
    const data = dataOf(
      [
        li([
          { from: '2020-01-01', value: '100.00' },
          { from: '2026-03-11', value: '200.00' },
        ]),
      ],
      { orders: orders.slice(0, 2) },
    )
    const paid = run(bookOf([base, reader]), data, '2026-03')
    // 10 × 100 + 21 × 200 of 31 is 167.74, read by each of two records.
    expect(lines(paid)).toEqual(['base li 2026-03 167.74', 'reader li 2026-03 335.48'])
  })

  it('a divisor of nothing is told as the formula has it', () => {
    const none: Component = {
      component: 'none',
      ...each,
      formula: divide(input('salary', cny, 2), input('x', 'count', 0), cents),
      reads: { ...reads, x: { from: 'figure', name: 'x' } },
    }
    const who = li(
      [
        { from: '2020-01-01', value: '1.00' },
        { from: '2026-03-11', value: '2.00' },
      ],
      { figures: [figure('x', '2026-03', '0')] },
    )
    expect(withheld(of(none, who))).toEqual(['none li 2026-03 division-by-zero'])
    const alone = li([{ from: '2020-01-01', value: '1.00' }], {
      figures: [figure('x', '2026-03', '0')],
    })
    expect(withheld(of(none, alone))).toEqual(['none li 2026-03 division-by-zero'])
  })

  it('of a quarter are cut in each of its months', () => {
    const rhythms = quarterly
    const quarter = { ...base, period: 'quarter' }
    const paid = run(
      bookOf([quarter], { rhythms }),
      dataOf([
        li([
          { from: '2020-01-01', value: '90.00' },
          { from: '2026-03-01', value: '180.00' },
        ]),
      ]),
      '2026-03',
    )
    // 59 of 90 days at 90, 31 at 180.
    expect(lines(paid)).toEqual(['base li 2026-Q1 121.00'])
  })
})
