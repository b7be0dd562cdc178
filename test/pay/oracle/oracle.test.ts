import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/calendar/index.js'
import {
  atLeast,
  constant,
  input,
  maximum,
  multiply,
  round,
  when,
} from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import type { Data, Person, Row } from '../../../src/pay/data.js'
import { decimal, money } from '../../../src/quantity/index.js'
import { bookOf, books } from './books.js'
import { indexOf, lastDayOf, monthAt } from './known.js'
import { fromTheFirstOn, knownInTheEnd, paying, reordered, toldInTime, totals } from './laws.js'
import { anyLife, bookNames, type Life } from './lives.js'
import { type Paid, type Payment, payBy } from './oracle.js'

const cny = money('CNY')
const [base] = books.salary
const li = (more: Partial<Person> = {}): Person => ({
  id: 'li',
  employment: [{ from: '2026-03-01' }],
  attributes: {
    salary: [{ from: '2020-01-01', value: '3000.00' }],
    department: [{ from: '2020-01-01', value: 'sales' }],
  },
  ...more,
})
const months = (...names: readonly string[]): readonly Payment[] =>
  names.map((period) => ({ period, asOf: lastDayOf(period) }))
/** What each run pays for which month. */
const paid = (
  components: readonly Component[],
  data: Data,
  payments: readonly Payment[] = months('2026-04', '2026-05'),
  retro = 3,
) =>
  payBy(bookOf(components, retro), data, payments).map((run) =>
    paying(run).map(({ component, earned, amount }) => `${component} ${earned} ${amount}`),
  )

describe('what is told late of a salary', () => {
  const april = li({ employment: [{ from: '2026-04-01' }] })
  const told = '2026-05-04'
  test.each<[string, Partial<Person>, string[], string[]]>([
    [
      'a rise to 3,600 from 1 April',
      {
        attributes: {
          ...april.attributes,
          salary: [
            { from: '2020-01-01', value: '3000.00' },
            { from: '2026-04-01', value: '3600.00', recorded: told },
          ],
        },
      },
      ['base 2026-04 3000.00'],
      ['base 2026-04 600.00', 'base 2026-05 3600.00'],
    ],
    [
      'three days away in April',
      {
        absences: [
          { id: 'a', from: '2026-04-07', to: '2026-04-09', kind: 'leave', recorded: told },
        ],
      },
      ['base 2026-04 3000.00'],
      ['base 2026-04 -300.00', 'base 2026-05 3000.00'],
    ],
    [
      'left on 20 April',
      {
        employment: [
          { from: '2026-04-01' },
          { from: '2026-04-01', to: '2026-04-20', recorded: told },
        ],
      },
      ['base 2026-04 3000.00'],
      ['base 2026-04 -1000.00'],
    ],
    [
      'joined on 20 April',
      { employment: [{ from: '2026-04-20', recorded: told }] },
      [],
      ['base 2026-04 1100.00', 'base 2026-05 3000.00'],
    ],
    [
      'a rise in the middle of April',
      {
        attributes: {
          salary: [
            { from: '2020-01-01', value: '100.00' },
            { from: '2026-04-16', value: '200.01' },
          ],
        },
      },
      // 15 / 30 of each, added and then rounded once: 150.005.
      ['base 2026-04 150.01'],
      ['base 2026-05 200.01'],
    ],
  ])('%s', (_, more, first, second) => {
    expect(paid([base], { people: [{ ...april, ...more }] })).toEqual([first, second])
  })

  test('nothing, once April has closed', () => {
    const salary = [
      { from: '2020-01-01', value: '3000.00' },
      { from: '2026-04-01', value: '3600.00', recorded: told },
    ]
    const people = [{ ...april, attributes: { salary } }]
    expect(paid([base], { people }, undefined, 0)).toEqual([
      ['base 2026-04 3000.00'],
      ['base 2026-05 3600.00'],
    ])
  })
})

describe('a figure that was not given', () => {
  const bonus: Component = {
    component: 'bonus',
    pays: 'due',
    formula: when(
      atLeast(input('kpi', 'ratio', 2), constant('0.9')),
      constant('300.00', cny),
      constant('0', cny),
    ),
    reads: { kpi: { from: 'figure', name: 'kpi' } },
  }
  const kpi = (period: string, recorded?: string) => ({
    name: 'kpi',
    period,
    value: '0.95',
    ...(recorded !== undefined && { recorded }),
  })
  const people = [
    li({
      employment: [{ from: '2026-04-01' }],
      figures: [kpi('2026-04', '2026-06-20'), kpi('2026-05'), kpi('2026-06')],
    }),
  ]

  test.each([3, 0])('withholds its bonus alone, until it is given: %i months open', (retro) => {
    const three = months('2026-04', '2026-05', '2026-06')
    expect(paid([base, bonus], { people }, three, retro)).toEqual([
      ['base 2026-04 3000.00'],
      ['base 2026-05 3000.00', 'bonus 2026-05 300.00'],
      ['base 2026-06 3000.00', 'bonus 2026-04 300.00', 'bonus 2026-06 300.00'],
    ])
    const runs = payBy(bookOf([base, bonus], retro), { people }, three)
    expect(runs.map(({ withheld }) => withheld)).toEqual([
      ['bonus li 2026-04'],
      ['bonus li 2026-04'],
      [],
    ])
  })
})

describe('a guarantee', () => {
  const flat: Component = {
    component: 'flat',
    pays: 'due',
    eligible: { where: { department: ['sales'] } },
    formula: maximum(
      constant('1000.00', cny),
      round(multiply(input('sales', cny, 2), constant('0.1')), { places: 2, rounding: 'half-up' }),
    ),
    reads: { sales: { from: 'records', of: 'deals', as: 'sum', value: 'amount' } },
  }
  const sale = (id: string, on: string, amount: string, more: Partial<Row> = {}): Row => ({
    id,
    on,
    person: 'li',
    amount,
    ...more,
  })
  const march = sale('1', '2026-03-10', '20000.00')
  const refund = sale('2', '2026-05-05', '-5000.00', { counts: '2026-03-10' })
  const spring = months('2026-03', '2026-04', '2026-05')

  test.each<[string, Partial<Person>]>([
    ['left', { employment: [{ from: '2026-03-01', to: '2026-03-31' }] }],
    [
      'moved',
      {
        attributes: {
          department: [
            { from: '2020-01-01', value: 'sales' },
            { from: '2026-04-01', value: 'office' },
          ],
        },
      },
    ],
  ])('ends with the span of who %s, and a refund takes back what it earned', (_, more) => {
    const people = [li(more)]
    for (const back of [refund, { ...refund, counts: '2026-05-05', made: '2026-03-10' }])
      expect(paid([flat], { people, records: { deals: [march, back] } }, spring)).toEqual([
        ['flat 2026-03 2000.00'],
        [],
        ['flat 2026-03 -500.00'],
      ])
  })

  test('does not pay twice for who is away and comes back', () => {
    const department = [
      { from: '2020-01-01', value: 'sales' },
      { from: '2026-04-01', value: 'office' },
      { from: '2026-06-01', value: 'sales' },
    ]
    const back = { ...refund, counts: '2026-05-05', made: '2026-03-10' }
    const data = { people: [li({ attributes: { department } })], records: { deals: [march, back] } }
    expect(paid([flat], data, [...spring, ...months('2026-06')])).toEqual([
      ['flat 2026-03 2000.00'],
      [],
      ['flat 2026-03 -500.00'],
      ['flat 2026-06 1000.00'],
    ])
  })

  test.each([
    [months('2026-03', '2026-04', '2026-05', '2026-06')],
    [months('2026-03', '2026-05', '2026-06')],
    [months('2026-03', '2026-06')],
  ])('comes to the same however its months are settled', (payments) => {
    const data = {
      people: [li()],
      records: { deals: [march, sale('3', '2026-06-10', '20000.00')] },
    }
    expect(totals(payBy(bookOf([flat], 6), data, payments))).toEqual({
      'flat li 2026-03': '2000.00',
      'flat li 2026-04': '1000.00',
      'flat li 2026-05': '1000.00',
      'flat li 2026-06': '2000.00',
    })
  })
})

describe.each(bookNames)('lives of the book %s', (name) => {
  const runs = 250

  test('within the horizon, late or in time pays the same in the end', () => {
    const life = anyLife(name, { least: 60, most: 60 }).map(fromTheFirstOn).map(knownInTheEnd)
    fc.assert(
      fc.property(life, ({ book, data, payments }) => {
        const told = totals(payBy(book, data, payments))
        // What stands once it was worked out is not worked out again by what is told later.
        if (name !== 'fixed') expect(totals(payBy(book, toldInTime(data), payments))).toEqual(told)
        expect(totals(payBy(book, reordered(data), payments))).toEqual(told)
      }),
      { numRuns: runs },
    )
  })

  test('settled each month, once or in any cut of months pays the same in the end', () => {
    if (name === 'fixed') return
    const life = anyLife(name, { least: 60, most: 60 }).map(knownInTheEnd)
    fc.assert(
      fc.property(
        life,
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        ({ book, data, payments }, cut) => {
          const [first, ...rest] = payments
          const kept = rest.filter((_, i) => i === rest.length - 1 || cut[i])
          expect(totals(payBy(book, data, [first as Payment, ...kept]))).toEqual(
            totals(payBy(book, data, payments)),
          )
        },
      ),
      { numRuns: runs },
    )
  })

  test('a further run of the same month with nothing new pays nothing', () => {
    fc.assert(
      fc.property(anyLife(name), ({ book, data, payments }) => {
        const again = payBy(book, data, [...payments, payments.at(-1) as Payment])
        expect(paying(again.at(-1))).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  test('a closed month changes only for whom a record of an open day reaches', () => {
    const wide = ['team', 'pool', 'weighed'].includes(name)
    fc.assert(
      fc.property(anyLife(name), (life) => {
        for (const { run, line } of closedLines(life)) {
          const told = Object.values(life.data.records ?? {}).flat()
          const reached = told.some(
            (row) =>
              (wide || row.person === line.person) &&
              indexOf(row.on.slice(0, 7)) >= indexOf(run.period) - life.book.retro - 3 &&
              (row.counts ?? row.made ?? row.on).slice(0, 7) <= line.earned,
          )
          expect({ line, reached }).toEqual({ line, reached: true })
        }
      }),
      { numRuns: runs },
    )
  })
})

/** The lines for months that had closed and were paid before. */
function closedLines({ book, data, payments }: Life) {
  const paidBefore = new Set<string>()
  return payBy(book, data, payments).flatMap((run) => {
    const of = paying(run).map((line) => ({ run, line }))
    const closed = of.filter(
      ({ line: { component, person, earned } }) =>
        indexOf(earned) < indexOf(run.period) - book.retro &&
        paidBefore.has(`${component} ${person} ${earned}`),
    )
    for (const { component, person, earned } of run.lines)
      paidBefore.add(`${component} ${person} ${earned}`)
    return closed
  })
}

test.each(['commission', 'balance', 'team'] as const)(
  'a deal that is fully taken back comes to nothing: %s',
  (name) => {
    const drawn = fc.record({
      life: anyLife(name),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      after: fc.double({ min: 0, max: 1, noNaN: true }),
      person: fc.nat(3),
    })
    fc.assert(
      fc.property(drawn, ({ life, at, after, person: index }) => {
        // Months close on their last day at the earliest, so that what is told in time counts.
        const payments = life.payments.map((run) => {
          const last = lastDayOf(run.period)
          return { ...run, asOf: run.asOf < last ? last : run.asOf }
        })
        const begin = `${payments[0]?.period}-01`
        const end = payments.at(-1)?.period as string
        const length = (indexOf(end) - indexOf(begin.slice(0, 7)) + 1) * 30 - 5
        const made = addDays(begin, Math.floor(at * length))
        const back = addDays(made, Math.floor(after * (length - Math.floor(at * length))))
        const { id } = life.data.people[index % life.data.people.length] as Person
        const deal = { person: id, channel: 'web', units: '1', amount: '1234.56' }
        const deals = life.data.records?.['deals'] ?? []
        const both: readonly Row[] = [
          { ...deal, id: 'x', on: made },
          { ...deal, id: 'y', on: back, counts: made, amount: '-1234.56', units: '-1' },
        ]
        const withBoth = { ...life.data, records: { deals: [...deals, ...both] } }
        expect(totals(payBy(life.book, withBoth, payments))).toEqual(
          totals(payBy(life.book, life.data, payments)),
        )
      }),
      { numRuns: 500 },
    )
  },
)

test('of a division no more is settled than its value, whoever is withheld', () => {
  const life = fc.record({
    life: anyLife('pool', { least: 6 }),
    only: fc.array(fc.array(fc.constantFrom('b', 'a', 'B', 'é')), { minLength: 20, maxLength: 20 }),
  })
  fc.assert(
    fc.property(life, ({ life: { book, data, payments }, only }) => {
      // The value itself is told once.
      const profit = data.groups?.[0]?.figures?.filter(({ void: gone }) => !gone) ?? []
      const first = profit.filter(
        (one, i) => profit.findIndex((p) => p.period === one.period) === i,
      )
      const once = { ...data, groups: [{ of: 'company' as const, figures: first }] }
      const some = payments.map((run, i) => ({
        ...run,
        only: (only[i] as string[]).length > 2 ? undefined : only[i],
      }))
      expect(overdrawn(payBy(book, once, some), once)).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

/** The months of which more was settled than there was to divide, after some run. */
function overdrawn(runs: readonly Paid[], data: Data) {
  const profits = new Map(data.groups?.[0]?.figures?.map(({ period, value }) => [period, value]))
  return runs.flatMap((run, i) => {
    const sums = new Map<string, number>()
    for (const { earned, amount } of runs.slice(0, i + 1).flatMap(({ lines }) => lines))
      sums.set(earned, (sums.get(earned) ?? 0) + Number(decimal(amount).times(100).toFixed()))
    return [...sums].flatMap(([month, sum]) => {
      const value = Number(
        decimal(profits.get(month) ?? '0')
          .times(100)
          .toFixed(),
      )
      return Math.abs(sum) > Math.abs(value)
        ? [`${run.period}: ${sum} of ${value} of ${month}`]
        : []
    })
  })
}

test('months are those of the calendar', () => {
  expect(monthAt(indexOf('2026-02') + 11)).toBe('2027-01')
  expect(lastDayOf('2028-02')).toBe('2028-02-29')
})
