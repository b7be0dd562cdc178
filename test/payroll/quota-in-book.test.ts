import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, parsePeriod, periodContaining, prorate } from '../../src/calendar/index.js'
import { parseQuota, quotaComponents, quotaFor } from '../../src/commission/index.js'
import { amount, book, component, parseData, settle } from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'
import { quotaPolicies } from '../../src/testing/index.js'
import { found } from '../found.js'
import { paid, staff } from './bonus-months.js'
import { bookOf, policy } from './policies.js'

const quota = { rounding: 'half-up', prorated: true, ramp: ['0.5', '0.75'] }
const plan = {
  period: 'month',
  measure: { sum: 'sales' },
  quota: 'target',
  tiers: {
    kind: 'retroactive',
    of: 'quota',
    steps: [
      { from: '0', rate: '0.01' },
      { from: '1', rate: '0.02' },
    ],
  },
}
const reads = { target: { from: 'component', name: 'quota' } }
const policies = (terms: object = {}, of: object = {}) => [
  policy('quota', 'quota', { quota, ...terms }),
  policy('plan', 'commission', { plan: { ...plan, ...of }, reads }),
]
const sold = (person: string, on: string, sales: string) => ({
  id: `${person} ${on}`,
  person,
  on,
  sales,
})
const joiner = (from: string, more: object = {}) =>
  staff('li', { quota: '120000.00', hired: from }, {}, { employment: [{ from }], ...more })

describe('a quota of a book', () => {
  test('rank 6 is cut for who joins on the 16th, and ramps: 30,967.74, not 120,000.00', () => {
    const told = (sales: string) => ({
      people: [joiner('2026-03-16')],
      records: { credits: [sold('li', '2026-03-20', sales)] },
    })
    expect(paid(policies(), told('30967.73'), ['2026-03'])).toEqual([
      '2026-03 li commission 309.68',
    ])
    expect(paid(policies(), told('30967.74'), ['2026-03'])).toEqual([
      '2026-03 li commission 619.35',
    ])
  })

  test.each([
    ['2026-03-01', ['60000.00', '90000.00', '120000.00']],
    ['2026-03-31', ['1935.48', '90000.00', '120000.00']],
    ['2025-01-31', ['120000.00', '120000.00', '120000.00']],
  ])('of who was hired on %s: %j in March, April and May', (hired, expected) => {
    const shown = component('shown', { pays: 'due' }, amount('quota', money('CNY'), 2))
    const of = book(
      [
        ...quotaComponents(
          { quota: { ...quota, currency: 'CNY' } as never },
          { id: 'quota', currency: 'CNY' },
        ),
        shown,
      ],
      { currency: 'CNY', retro: 0 },
    )
    const data = parseData({ people: [joiner(hired)] })
    const amounts = ['2026-03', '2026-04', '2026-05'].map(
      (period) => settle(of, data, { period, before: 'first' }).lines[0]?.amount,
    )
    expect(amounts).toEqual(expected)
  })

  test('comes to what `quotaFor` says', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((later) => addDays('2025-01-01', later))
    fc.assert(
      fc.property(
        quotaPolicies().filter(({ currency }) => currency === 'CNY'),
        days,
        (drawn, hired) => {
          const written = quotaComponents({ quota: drawn }, { id: 'quota', currency: 'CNY' })
          const shown = component('shown', { pays: 'due' }, amount('quota', money('CNY'), 2))
          const of = book([...written, shown], { currency: 'CNY', retro: 0 })
          const month = periodContaining(hired, 'month')
          // Forty days after the end of a month lie in the one after the next.
          const later = periodContaining(addDays(month.to, 40), 'month')
          const data = parseData({ people: [joiner(hired)] })
          for (const [i, period] of [month, later].entries()) {
            const [line] = settle(of, data, { period: period.name, before: 'first' }).lines
            const whole = quotaFor(parseQuota(drawn), {
              quota: '120000.00',
              ...(drawn.prorated && {
                proration: prorate({
                  period: parsePeriod(period.name),
                  employment: { from: hired },
                  basis: { basis: 'calendar-days' },
                }),
              }),
              ...(drawn.ramp && { periodsSinceJoining: i === 0 ? 1 : 3 }),
            })
            expect(line?.amount).toBe(whole.value)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  test('of a quarter ramps by quarters', () => {
    const quarterly = quotaComponents(
      {
        quota: { ...quota, prorated: false, currency: 'CNY' } as never,
        months: 3,
      },
      { id: 'quota', currency: 'CNY' },
    )
    const shown = component(
      'shown',
      { pays: 'due', period: 'quarter' },
      amount('quota', money('CNY'), 2),
    )
    const rhythms = { month: { kind: 'month' }, quarter: { kind: 'quarter' } } as const
    const of = book([...quarterly.map((each) => ({ ...each, period: 'quarter' })), shown], {
      currency: 'CNY',
      retro: 0,
      rhythms,
    })
    const data = parseData({ people: [joiner('2026-02-16')] })
    const amounts = ['2026-03', '2026-06', '2026-09'].map(
      (period) => settle(of, data, { period, before: 'first' }).lines[0]?.amount,
    )
    expect(amounts).toEqual(['60000.00', '90000.00', '120000.00'])
  })

  test('is rolled up: a manager answers for those who are below', () => {
    const whole_quota = {
      from: 'component',
      name: 'quota',
      among: { group: { below: 'manager' }, as: 'sum' },
    }
    const plain = { rounding: 'half-up', prorated: false }
    const below = { where: { role: ['seller'] } }
    const above = { where: { role: ['manager'] } }
    const versions = (terms: object, eligible: object) => ({
      versions: [{ from: '2026-01-01', reason: 'Handbook', eligible, terms }],
    })
    const rolled = [
      policy('quota', 'quota', {}, versions({ quota: plain }, below)),
      policy('quota', 'team_quota', {}, versions({ quota: plain, reads: { whole_quota } }, above)),
      policy(
        'plan',
        'commission',
        {},
        versions({ plan, reads: { target: { from: 'component', name: 'team_quota' } } }, above),
      ),
    ]
    const sellers = ['a', 'b'].map((id) =>
      staff(id, { role: 'seller', manager: 'mo', quota: '50000.00' }),
    )
    const told = (sales: string) => ({
      people: [...sellers, staff('mo', { role: 'manager' })],
      records: { credits: [sold('mo', '2026-03-20', sales)] },
    })
    expect(paid(rolled, told('99999.00'), ['2026-03'])).toEqual(['2026-03 mo commission 999.99'])
    expect(paid(rolled, told('100000.00'), ['2026-03'])).toEqual(['2026-03 mo commission 2000.00'])
  })

  test('of who is away all month withholds the plan, or misses it where the plan says so', () => {
    const away = { absences: [{ id: 'a', kind: 'parental', from: '2026-05-01', to: '2026-05-31' }] }
    const told = {
      people: [joiner('2025-01-01', away)],
      records: { credits: [sold('li', '2026-05-20', '1000.00')] },
    }
    expect(paid(policies(), told, ['2026-05'])).toEqual(['2026-05 li commission 2026-05 not-above'])
    expect(paid(policies({}, { quotaOfZero: 'missed' }), told, ['2026-05'])).toEqual([])
  })

  test('is read by a plan by its name, and a name that the plan does not read is refused', () => {
    const misspelt = { target: reads.target, tarket: reads.target }
    const of = () =>
      bookOf([
        policy('quota', 'quota', { quota }),
        policy('plan', 'commission', { plan, reads: misspelt }),
      ])
    expect(found(of).map(([, path]) => path)).toEqual([
      'policies[1].versions[0].commission.reads.tarket',
    ])
  })
})
