import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grantComponents, grantStatus, parseGrant } from '../../src/bonus/index.js'
import { parsePeriod } from '../../src/calendar/index.js'
import { book, parseData, type Run, settle } from '../../src/pay/index.js'
import { decimal, difference, minorUnits, total } from '../../src/quantity/index.js'
import { grantPolicies } from '../../src/testing/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { writtenText } from '../pay/written.js'
import { paid, staff } from './bonus-months.js'
import { bookOf, policy, version } from './policies.js'

const graded = {
  kind: 'deferred',
  vesting: { kind: 'graded', months: 48, every: 12 },
  leaving: { good: 'pro-rata', bad: 'none' },
} as const
const welcome = {
  kind: 'sign-on',
  vesting: { kind: 'cliff', months: 0 },
  leaving: { good: 'none', bad: 'none' },
  clawback: { months: 24, good: 'none', bad: 'pro-rata' },
} as const
const monthsFrom = (year: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${year + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  )
const granted = (id: string, on: string, amount: string, more = {}) => ({
  id,
  on,
  person: 'li',
  amount,
  ...more,
})
const left = (to: string, how?: string) =>
  staff(
    'li',
    {},
    {},
    {
      employment: [{ from: '2020-01-01', to }],
      attributes: how === undefined ? {} : { leaving: [{ from: to, value: how }] },
    },
  )
const stays = staff('li', { leaving: 'no' })
const paidBy = (
  grant: object,
  rows: readonly object[],
  { people = [stays] as readonly object[], count = 24, terms = {}, from = '2020-01-01' } = {},
) =>
  paid(
    [{ ...policy('grant', 'stay', {}), versions: [version({ grant, ...terms }, { from })] }],
    { people, records: { stay: rows } },
    monthsFrom(2026, count),
  ).map((line) => line.replace('li stay ', ''))

test('grants write what is golden', () => {
  const about = { id: 'stay', currency: 'CNY' } as const
  const eligible = { where: { permanent: ['yes'] } }
  const named = { id: 'stay', currency: 'CNY' } as const
  const written = [
    grantComponents(
      {
        grant: { ...graded, ...named, label: 'Deferred', clause: '§3' },
        table: 'deferred',
        since: 'vests_from',
        leaving: 'reason',
      },
      { ...about, eligible, retro: 1 },
    ),
    grantComponents({ grant: { ...welcome, ...named } }, about),
  ]
  expectGolden('test/bonus/golden/grant.txt', written.map(writtenText).join('\n'))
})

describe('what vests is due in the period of its day', () => {
  test('a cliff of a year of four, as startuppercolator.com has it', () => {
    const vesting = { kind: 'graded', months: 48, every: 1, cliff: 12 }
    const rows = [granted('a', '2026-01-31', '48000.00')]
    expect(paidBy({ ...graded, vesting }, rows, { count: 14 })).toEqual([
      '2027-01 12000.00',
      '2027-02 1000.00',
    ])
  })

  test.each([
    ['the first of a month', '2026-01-01', ['2027-01 1000.00', '2028-01 1000.00']],
    ['the last of a month', '2026-01-31', ['2027-01 1000.00', '2028-01 1000.00']],
    [
      'the 29th of February',
      '2024-02-29',
      ['2026-02 1000.00', '2027-02 1000.00', '2028-02 1000.00'],
    ],
  ])('every year since %s', (_, on, expected) => {
    const rows = [granted('a', on, '4000.00')]
    const lines = paidBy(graded, rows, { count: 26 })
    expect(lines).toEqual(expected)
  })

  test('grants of several days each by their own months', () => {
    const rows = [granted('a', '2026-01-10', '4000.00'), granted('b', '2026-02-10', '40.00')]
    expect(paidBy(graded, rows, { count: 14 })).toEqual(['2027-01 1000.00', '2027-02 10.00'])
  })

  test('C10 vesting that began before the grant: what has vested by then is due with it', () => {
    const rows = [granted('a', '2026-05-20', '4000.00', { vests_from: '2024-03-01' })]
    expect(paidBy(graded, rows, { terms: { since: 'vests_from' }, count: 24 })).toEqual([
      '2026-05 2000.00',
      '2027-03 1000.00',
    ])
  })

  test('tranches, in parts that are rounded down until the last', () => {
    const vesting = {
      kind: 'tranches',
      tranches: [
        { months: 1, share: '0.3333' },
        { months: 2, share: '0.3333' },
        { months: 3, share: '0.3334' },
      ],
    }
    const rows = [granted('a', '2026-01-10', '100.01')]
    expect(paidBy({ ...graded, vesting }, rows, { count: 5 })).toEqual([
      '2026-02 33.33',
      '2026-03 33.33',
      '2026-04 33.35',
    ])
  })

  test('of a grant before the first run only what vests from then on', () => {
    expect(paidBy(graded, [granted('a', '2024-06-15', '4000.00')], { count: 6 })).toEqual([
      '2026-06 1000.00',
    ])
  })

  test('and nothing of a grant that was made before the policy began', () => {
    const rows = [granted('a', '2025-12-31', '4000.00'), granted('b', '2026-01-01', '40.00')]
    expect(paidBy(graded, rows, { count: 14, from: '2026-01-01' })).toEqual(['2027-01 10.00'])
  })

  test('nothing, of nothing and of a grant that was taken away', () => {
    const gone = { ...granted('b', '2026-01-10', '9.00'), void: true, recorded: '2026-01-12' }
    const rows = [granted('a', '2026-01-10', '0.00'), granted('b', '2026-01-10', '9.00'), gone]
    expect(paidBy(graded, rows, { count: 14 })).toEqual([])
  })
})

describe('who leaves', () => {
  const rows = [granted('a', '2026-01-01', '4800.00')]
  test.each([
    // 6 of 48 months.
    ['a good leaver has the months served', '2026-06-30', 'good', ['2026-06 600.00']],
    ['a bad leaver has nothing of the unvested', '2026-06-30', 'bad', []],
    ['of whom nothing says how, has what has vested', '2026-06-30', undefined, []],
    [
      'on the evening before the anniversary has served the year',
      '2026-12-31',
      'bad',
      ['2026-12 1200.00'],
    ],
    ['a day earlier has not', '2026-12-30', 'bad', []],
    ['later, keeps what was paid', '2027-06-30', 'good', ['2027-01 1200.00', '2027-06 600.00']],
  ])('%s', (_, to, how, expected) => {
    expect(paidBy(graded, rows, { people: [left(to, how)], count: 20 })).toEqual(expected)
  })

  test.each([
    [
      'as a bad leaver pays back the months not served',
      '2026-07-01',
      'bad',
      ['2026-01 24000.00', '2026-07 -18000.00'],
    ],
    ['as a good one keeps it', '2026-07-01', 'good', ['2026-01 24000.00']],
    ['after the months keeps it', '2027-12-31', 'bad', ['2026-01 24000.00']],
  ])('%s', (_, to, how, expected) => {
    const paidAtOnce = [granted('a', '2026-01-01', '24000.00')]
    expect(paidBy(welcome, paidAtOnce, { people: [left(to, how)] })).toEqual(expected)
  })

  test('and is told late, is settled by the next run, in the month of leaving', () => {
    const late = {
      ...left('2026-02-28'),
      attributes: { leaving: [{ from: '2026-02-28', value: 'bad', recorded: '2026-03-20' }] },
    }
    expect(
      paidBy(welcome, [granted('a', '2026-01-01', '24000.00')], { people: [late], count: 4 }),
    ).toEqual(['2026-01 24000.00', '2026-03 2026-02 -22000.00'])
  })
})

test('pays what the status of a grant says of the end of each month, and of the last day', () => {
  const names = monthsFrom(2026, 6)
  const day = fc.constantFrom('2025-01-31', '2025-12-01', '2026-01-01', '2026-02-28', '2026-03-17')
  const leaving = fc.option(
    fc.record({
      on: fc.constantFrom('2026-03-31', '2026-04-30', '2026-05-16'),
      as: fc.constantFrom('good', 'bad'),
    }),
    { nil: undefined },
  )
  fc.assert(
    fc.property(grantPolicies(), day, fc.nat(9_999_999), leaving, (drawn, on, units, gone) => {
      const { currency } = drawn
      const inUnits = drawn.in === 'units'
      const places = inUnits ? 0 : minorUnits(currency)
      const amount = decimal(String(units))
        .div(10 ** places)
        .toFixed(places)
      const about = { id: 'stay', currency }
      const of = book(grantComponents({ grant: drawn }, about), { currency, retro: 0 })
      const person = staff(
        'li',
        {},
        {},
        {
          employment: [{ from: '2020-01-01', ...(gone && { to: gone.on }) }],
          attributes: gone ? { leaving: [{ from: gone.on, value: gone.as }] } : {},
        },
      )
      const row = { ...granted('a', on, amount), units: amount }
      const figures = names.map((period) => ({ name: 'share_price', period, value: '1' }))
      const data = parseData({
        people: [person],
        groups: [{ of: 'company', figures }],
        records: { stay: [row] },
      })
      const standing = (asOf: string) => {
        if (asOf < on) return '0'
        const { vested, clawback } = grantStatus(parseGrant(drawn), {
          amount,
          granted: on,
          asOf,
          left: gone as never,
        })
        return difference(vested, clawback, places)
      }
      let before: Run | 'first' = 'first'
      for (const period of names) {
        const run: Run = settle(of, data, { period, before })
        before = run
        const { from, to } = parsePeriod(period)
        if (gone !== undefined && gone.on < from) {
          expect(run.lines).toEqual([])
          continue
        }
        const earlier = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10)
        const last = gone !== undefined && gone.on < to ? gone.on : to
        const due = difference(standing(last), standing(earlier), places)
        // A unit is worth 1 here.
        expect(
          total(
            run.lines.map((line) => line.amount),
            places,
          ),
        ).toBe(due)
      }
    }),
    { numRuns: 150 },
  )
})

test.each([
  [{ grant: { ...graded, kind: 'gift' } }, 'not-offered', 'grant.kind'],
  [
    { grant: { ...graded, vesting: { kind: 'graded', months: 5, every: 2 } } },
    'uneven-steps',
    'grant.vesting.every',
  ],
  [{ grant: graded, tabel: 'x' }, 'unknown-key', 'tabel'],
])('bad terms are told where they stand: %j', (terms, code, path) => {
  expect(found(() => bookOf([policy('grant', 'stay', terms)]))).toEqual([
    [code, `policies[0].versions[0].terms.${path}`],
  ])
})
