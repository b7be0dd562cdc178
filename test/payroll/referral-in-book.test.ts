import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReferral, referralComponents, referralPayments } from '../../src/bonus/index.js'
import { addDays, parsePeriod } from '../../src/calendar/index.js'
import { constant, multiply, round } from '../../src/formula/index.js'
import { book, member, parseData, type Run, settle } from '../../src/pay/index.js'
import { minorUnits, money, total } from '../../src/quantity/index.js'
import { referralPolicies } from '../../src/testing/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { writtenText } from '../pay/written.js'
import { paid, staff } from './bonus-months.js'
import { bookOf, component, policy } from './policies.js'

const referral = {
  onHire: '1000',
  afterProbation: { months: 3, amount: '2000' },
  clawback: { months: 12, good: 'none', bad: 'pro-rata' },
} as const
const { clawback: _, ...kept } = referral
const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)
const event = (kind: string, on: string, referred = 'na', more = {}) => ({
  id: `${referred}.${kind}`,
  on,
  person: 'li',
  referred,
  event: kind,
  ...more,
})
const hired = (on: string, referred?: string) => event('hired', on, referred)
const left = (on: string, leaver: string, referred?: string) =>
  event('left', on, referred, { leaver })
const paidBy = (
  of: object,
  rows: readonly object[],
  { people = [staff('li')] as readonly object[], terms = {} } = {},
) =>
  paid(
    [policy('referral', 'refer', { referral: of, ...terms })],
    { people, records: { refer: rows } },
    months,
  ).map((line) => line.replace('li refer ', ''))

test('a referral bonus writes what is golden', () => {
  const about = { id: 'refer', currency: 'CNY' } as const
  const eligible = { where: { permanent: ['yes'] } }
  const written = [
    referralComponents(
      {
        referral: { ...referral, ...about, label: 'Referral', clause: '§7' },
        table: 'referrals',
        event: 'first_sale',
      },
      { ...about, eligible, retro: 1 },
    ),
    referralComponents({ referral: { ...kept, ...about } }, about),
  ]
  expectGolden('test/bonus/golden/referral.txt', written.map(writtenText).join('\n'))
})

describe('a referral bonus in a book', () => {
  test.each<[string, object, readonly object[], readonly string[]]>([
    [
      'on hire and after probation',
      kept,
      [hired('2026-01-31')],
      ['2026-01 1000.00', '2026-04 2000.00'],
    ],
    [
      'from the first of a month',
      kept,
      [hired('2026-01-01')],
      ['2026-01 1000.00', '2026-04 2000.00'],
    ],
    ['on hire alone', { onHire: '1000' }, [hired('2026-01-31')], ['2026-01 1000.00']],
    [
      'of two, each by their own days',
      kept,
      [hired('2026-01-31'), hired('2026-02-10', 'mo')],
      ['2026-01 1000.00', '2026-02 1000.00', '2026-04 2000.00', '2026-05 2000.00'],
    ],
    [
      'not of who left before probation ended',
      kept,
      [hired('2026-01-10'), left('2026-03-31', 'good')],
      ['2026-01 1000.00'],
    ],
    [
      'with the last day of probation, of who leaves on its evening',
      kept,
      [hired('2026-01-10'), left('2026-04-09', 'good')],
      ['2026-01 1000.00', '2026-04 2000.00'],
    ],
    [
      'less what is paid back, as the page has it',
      referral,
      [hired('2026-01-31'), left('2026-07-31', 'bad')],
      ['2026-01 1000.00', '2026-04 2000.00', '2026-07 -1500.00'],
    ],
    [
      'and nothing is paid back for a good leaver',
      referral,
      [hired('2026-01-31'), left('2026-07-31', 'good')],
      ['2026-01 1000.00', '2026-04 2000.00'],
    ],
    ['nothing of who was not hired', kept, [event('interview', '2026-01-10')], []],
  ])('pays %s', (_, of, rows, expected) => {
    expect(paidBy(of, rows)).toEqual(expected)
  })

  test('a leaver keeps what was paid, has no more, and pays nothing back', () => {
    const people = [staff('li', {}, {}, { employment: [{ from: '2020-01-01', to: '2026-03-31' }] })]
    expect(paidBy(referral, [hired('2026-01-10'), left('2026-07-31', 'bad')], { people })).toEqual([
      '2026-01 1000.00',
    ])
  })

  test('a leaving that is told late is settled by the next run', () => {
    const late = { ...left('2026-05-31', 'bad'), recorded: '2026-06-20' }
    expect(paidBy(referral, [hired('2026-01-10'), late])).toEqual([
      '2026-01 1000.00',
      '2026-04 2000.00',
      '2026-06 2026-05 -2000.00',
    ])
  })

  test('C9 is paid on an event of the referred: the first sale', () => {
    const rows = [hired('2026-01-10'), event('first_sale', '2026-03-05')]
    expect(paidBy({ onHire: '500' }, rows, { terms: { event: 'first_sale' } })).toEqual([
      '2026-03 500.00',
    ])
    // What is known ahead is due when it happens.
    const ahead = [
      hired('2026-01-10'),
      { ...event('first_sale', '2026-03-05'), recorded: '2026-01-20' },
    ]
    expect(paidBy({ onHire: '500' }, ahead, { terms: { event: 'first_sale' } })).toEqual([
      '2026-03 500.00',
    ])
  })

  test('C9 or as a part of it: a component of each record', () => {
    const cny = money('CNY')
    const amount = member('amount', cny, 2)
    const tenth = round(multiply(amount, constant('0.1')), { places: 2, rounding: 'half-up' })
    const sale = { ...event('first_sale', '2026-03-05'), amount: '1234.50' }
    const of = component(
      'part',
      { pays: 'due', each: { record: 'refer', where: { event: ['first_sale'] } } },
      tenth,
    )
    const told = { people: [staff('li')], records: { refer: [hired('2026-01-10'), sale] } }
    expect(paid([of], told, months)).toEqual(['2026-03 li part 123.45'])
  })

  test('pays what the payments of a referral come to, month by month', () => {
    const day = fc.integer({ min: 0, max: 330 }).map((days) => addDays('2026-01-01', days))
    const gone = fc.option(
      fc.record({ after: fc.integer({ min: 0, max: 300 }), as: fc.constantFrom('good', 'bad') }),
      { nil: undefined },
    )
    fc.assert(
      fc.property(referralPolicies(), day, gone, (drawn, on, leaving) => {
        const { currency } = drawn
        const left_ = leaving && {
          on: addDays(on, leaving.after),
          as: leaving.as as 'good' | 'bad',
        }
        const of = book(referralComponents({ referral: drawn }, { id: 'refer', currency }), {
          currency,
          retro: 0,
        })
        const rows = [hired(on), ...(left_ ? [left(left_.on, left_.as)] : [])]
        const data = parseData({ people: [staff('li')], records: { refer: rows } })
        const payments = referralPayments(parseReferral(drawn), {
          hired: on,
          asOf: '2026-12-31',
          left: left_,
        })
        let before: Run | 'first' = 'first'
        for (const period of months) {
          const run: Run = settle(of, data, { period, before })
          before = run
          const { from, to } = parsePeriod(period)
          const due = payments.filter(({ date }) => from <= date && date <= to)
          const places = minorUnits(currency)
          expect(
            total(
              run.lines.map(({ amount }) => amount),
              places,
            ),
          ).toBe(
            total(
              due.map(({ amount }) => amount),
              places,
            ),
          )
        }
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    [{ referral: { ...kept, onHire: '-1' } }, 'not-a-non-negative-decimal', 'referral.onHire'],
    [{ referral: kept, events: 'x' }, 'unknown-key', 'events'],
    [{ referral: kept, event: '' }, 'too-small', 'event'],
  ])('bad terms are told where they stand: %j', (terms, code, path) => {
    expect(found(() => bookOf([policy('referral', 'refer', terms)]))).toEqual([
      [code, `policies[0].versions[0].terms.${path}`],
    ])
  })
})
