import { describe, expect, test } from 'vitest'
import { parseRunData, run, statements, verify } from '../../src/payroll/index.js'
import {
  crediting,
  later,
  linesOf,
  monthsFrom,
  monthsOf,
  order,
  since,
  staff,
} from '../field/power-book.js'
import { bookOf, policy, version } from './policies.js'

/** One book with a salary, a quota, a floor, a cap and a draw, all cut by days, and people who move within it. */

const weekend = ['saturday', 'sunday']
/** Everybody has a calendar of their own: the company's is that of who has none. */
const basis = {
  all: { basis: 'calendar-days' },
  mornings: { basis: 'working-days', weekend: ['thursday', 'friday', ...weekend], holidays: [] },
}
const inSales = (kind: string, id: string, terms: object) =>
  policy(
    kind,
    id,
    {},
    { versions: [version(terms, { eligible: { where: { department: ['sales'] } } })] },
  )
const bounds = { least: '310.00', most: '3100.00', prorated: true }
const draw = { kind: 'recoverable', amount: '620.00', prorated: true }
const salary = (more: object = {}) => policy('salary', 'base', { prorated: true, ...more })
const policies = [
  salary(),
  inSales('quota', 'quota', { quota: { rounding: 'half-up', prorated: true } }),
  inSales('plan', 'commission', {
    plan: {
      ...{ period: 'month', measure: { sum: 'sales' }, quota: 'target', quotaOfZero: 'missed' },
      tiers: {
        ...{ kind: 'retroactive', of: 'quota' },
        steps: [
          { from: '0', rate: '0.01' },
          { from: '1', rate: '0.02' },
        ],
      },
    },
    reads: { target: { from: 'component', name: 'quota' } },
  }),
  inSales('cap', 'bounds', { of: ['commission'], ...bounds }),
  inSales('payments', 'draw', {
    ...{ payments: { rounding: 'half-up', draw }, of: ['commission', 'bounds'] },
  }),
]
const book = { ...crediting(), basis, basisBy: 'calendar' }
const groups = [{ of: 'company', attributes: { calendar: since('all') } }]
const months = (
  person: object,
  events: readonly object[],
  own: readonly unknown[] = policies,
  count = 3,
) =>
  monthsOf(own, { people: [person], groups, deals: { events } }, monthsFrom('2026-01', count), book)
const seller = (attributes: object = {}, more: object = {}) =>
  staff('li', { base: '3100.00', quota: '31000.00', department: 'sales', ...attributes }, more)
const changes = (from: string, value: string, before: string, more: object = {}) => [
  ...since(before),
  { from, value, ...more },
]
const march = ['2026-03 li base 3100.00', '2026-03 li bounds 310.00', '2026-03 li draw.draw 310.00']

describe('people who move', () => {
  test.each<[string, Parameters<typeof months>, readonly string[]]>([
    [
      'a transfer into sales on 17 January: 15 days of quota, floor, cap and draw',
      [
        seller({ department: changes('2026-01-17', 'sales', 'service') }),
        [order('o', '2026-01-20', '14999.99')],
      ],
      [
        '2026-01 li base 3100.00',
        // One cent below 15,000.00 earns 1 %, and the draw is 300.00.
        '2026-01 li commission 150.00',
        '2026-01 li draw.draw 150.00',
        '2026-02 li base 3100.00',
        '2026-02 li bounds 310.00',
        '2026-02 li draw.draw 310.00',
        ...march,
      ],
    ],
    [
      'a transfer out of sales on 17 January, with more than the cap of 16 days',
      [
        seller({ department: changes('2026-01-17', 'service', 'sales') }),
        [order('o', '2026-01-10', '400000.00')],
      ],
      [
        '2026-01 li base 3100.00',
        '2026-01 li commission 8000.00',
        '2026-01 li bounds -6400.00',
        '2026-02 li base 3100.00',
        '2026-03 li base 3100.00',
      ],
    ],
    [
      'a transfer that is told late',
      [
        seller({
          department: changes('2026-01-17', 'sales', 'service', { recorded: '2026-02-10' }),
        }),
        [order('o', '2026-01-20', '15000.00')],
      ],
      [
        '2026-01 li base 3100.00',
        '2026-02 li base 3100.00',
        '2026-02 li commission 2026-01 300.00',
        '2026-02 li bounds 310.00',
        '2026-02 li draw.draw 10.00',
        ...march,
      ],
    ],
    [
      'a rehire: 10 days in January, and from 15 February on',
      [
        seller(
          {},
          {
            employment: [{ from: '2024-01-01', to: '2026-01-10' }, { from: '2026-02-15' }],
          },
        ),
        [order('o', '2026-01-05', '10000.00'), order('p', '2026-02-20', '15500.00')],
      ],
      [
        '2026-01 li base 1000.00',
        '2026-01 li commission 200.00',
        '2026-02 li base 1550.00',
        '2026-02 li commission 310.00',
        ...march,
      ],
    ],
    [
      'a part-timer of three days a week, who joins on 15 January: 6 of 12 days',
      [
        seller({ calendar: 'mornings', base: '1300.00' }, { employment: [{ from: '2026-01-15' }] }),
        [],
      ],
      [
        '2026-01 li base 650.00',
        '2026-01 li bounds 155.00',
        '2026-01 li draw.draw 155.00',
        '2026-02 li base 1300.00',
        '2026-02 li bounds 310.00',
        '2026-02 li draw.draw 310.00',
        '2026-03 li base 1300.00',
        ...march.slice(1),
      ],
    ],
    [
      'who is away all January has no floor and no draw',
      [
        seller(
          {},
          {
            absences: [{ id: 'a', kind: 'parental', from: '2026-01-01', to: '2026-01-31' }],
          },
        ),
        [],
      ],
      [
        '2026-02 li base 3100.00',
        '2026-02 li bounds 310.00',
        '2026-02 li draw.draw 310.00',
        ...march,
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(months(...given).paid).toEqual(expected)
  })

  const posts = (to?: string) => ({
    assignments: [
      { id: 'desk', from: '2024-01-01', attributes: { base: since('3100.00') } },
      {
        ...{ id: 'night', from: '2026-01-17', ...(to !== undefined && { to }) },
        attributes: { base: since('620.00') },
      },
    ],
  })
  const { base: _, ...unpaid } = { base: '', quota: '31000.00', department: 'sales' }

  test.each<[string, string | undefined, readonly string[]]>([
    [
      'that stays',
      undefined,
      [
        '2026-01 li base 3100.00',
        '2026-01 li base 300.00',
        '2026-02 li base 3100.00',
        '2026-02 li base 620.00',
        '2026-03 li base 3100.00',
        '2026-03 li base 620.00',
      ],
    ],
    [
      'that ends on 14 February',
      '2026-02-14',
      [
        '2026-01 li base 3100.00',
        '2026-01 li base 300.00',
        '2026-02 li base 3100.00',
        '2026-02 li base 310.00',
        '2026-03 li base 3100.00',
      ],
    ],
  ])('a second post from 17 January %s', (_, to, expected) => {
    const person = staff('li', unpaid, posts(to))
    const [, ...rest] = policies
    const { paid } = months(person, [], [salary({ of: 'assignment' }), ...rest])
    expect(paid.filter((line) => line.includes('base'))).toEqual(expected)
  })

  test('a leaver has a final settlement on the last day, and what comes back is carried', () => {
    const person = seller({}, { employment: [{ from: '2024-01-01', to: '2026-02-14' }] })
    const events = [
      order('o', '2026-01-10', '10000.00'),
      order('p', '2026-02-10', '15500.00'),
      later('refund', 'p', '2026-03-05', '-15500.00'),
    ]
    const of = bookOf(policies, { retro: 12, ...book })
    const { data } = parseRunData(of, {
      people: [person, { ...seller(), id: 'wu' }],
      groups,
      deals: { events },
    })
    const january = run(of, data, { period: '2026-01', before: 'first' })
    const only = ['li']
    const final = run(of, data, { period: '2026-02', before: january, only, asOf: '2026-02-14' })
    const february = run(of, data, { period: '2026-02', before: final })
    const third = run(of, data, { period: '2026-03', before: february })
    expect(verify(of, data, final, { before: january, only })).toEqual([])
    expect(verify(of, data, third, { before: february })).toEqual([])
    const paid = [january, final, february, third].map((each) =>
      statements(of, data, each).map(({ person: who, total }) => `${who} ${total}`),
    )
    expect(paid).toEqual([
      ['li 3720.00', 'wu 3720.00'],
      ['li 1860.00', 'wu 0.00'],
      ['li 0.00', 'wu 3720.00'],
      ['li 0.00', 'wu 3720.00'],
    ])
    // The refund costs 310.00, of which the floor of half a month gives 155.00 back.
    expect(
      third.leftOver.map(({ component, owner, value }) => `${owner.person} ${component} ${value}`),
    ).toEqual(['li draw.owed 155', 'li draw.drawn 310'])
  })

  test('says by which days', () => {
    const person = seller({ calendar: 'mornings' }, { employment: [{ from: '2026-01-15' }] })
    const text = months(person, []).why(['2026-01', 'li', 'bounds'])
    expect(linesOf(text, 3)).toEqual([
      'To the cap and guarantee, 2026-01: 155.00 CNY',
      'min(max(All together, 310.00 CNY × Days paid ÷ Days of the period), 3,100.00 CNY × Days paid ÷ Days of the period) − All together',
      'min(max(0.00 CNY, 310.00 CNY × 6 ÷ 12), 3,100.00 CNY × 6 ÷ 12) − 0.00 CNY',
    ])
    expect(text).toContain('Counted by "calendar"')
  })
})
