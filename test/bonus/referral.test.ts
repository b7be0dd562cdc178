import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Leaver, parseReferral, referralPayments } from '../../src/bonus/index.js'
import { addDays } from '../../src/calendar/index.js'
import { explain, renderText } from '../../src/formula/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { found } from '../found.js'

const policy = {
  id: 'refer',
  currency: 'CNY',
  onHire: '1000',
  afterProbation: { months: 3, amount: '2000' },
  clawback: { months: 12, good: 'none', bad: 'pro-rata' },
}
const referral = parseReferral(policy)

const paid = (asOf: string, left?: { on: string; as: Leaver }, own = referral) =>
  referralPayments(own, { hired: '2026-01-31', asOf, left }).map(
    ({ kind, date, amount }) => `${kind} ${date} ${amount}`,
  )

describe('a referral bonus', () => {
  test.each([
    ['2026-01-30', []],
    ['2026-01-31', ['hire 2026-01-31 1000.00']],
    ['2026-04-29', ['hire 2026-01-31 1000.00']],
    ['2026-04-30', ['hire 2026-01-31 1000.00', 'probation 2026-04-30 2000.00']],
  ])('is paid on hire and after probation: by %s', (asOf, expected) => {
    expect(paid(asOf)).toEqual(expected)
  })

  test.each([
    // One month served of twelve: 1,000 × 11 ÷ 12.
    ['2026-03-29', 'bad', ['hire 2026-01-31 1000.00', 'clawback 2026-03-29 -916.66']],
    ['2026-03-29', 'good', ['hire 2026-01-31 1000.00', 'clawback 2026-03-29 0.00']],
    [
      '2026-07-31',
      'bad',
      ['hire 2026-01-31 1000.00', 'probation 2026-04-30 2000.00', 'clawback 2026-07-31 -1500.00'],
    ],
  ] as const)(
    'is clawed back where the referred leaves on %s as a %s leaver',
    (on, as, expected) => {
      expect(paid('2027-12-31', { on, as })).toEqual(expected)
    },
  )

  test('takes a leaving into account from its day on, and claws nothing back without a rule', () => {
    const left = { on: '2026-03-30', as: 'bad' } as const
    expect(paid('2026-03-29', left)).toEqual(['hire 2026-01-31 1000.00'])
    expect(paid('2026-03-30', left).length).toBe(2)
    const { clawback, ...kept } = policy
    expect(clawback.months).toBe(12)
    expect(paid('2027-12-31', left, parseReferral(kept))).toEqual(['hire 2026-01-31 1000.00'])
  })

  test('may be paid on hire alone', () => {
    const { afterProbation, ...onHire } = policy
    expect(afterProbation.months).toBe(3)
    expect(paid('2027-12-31', undefined, parseReferral(onHire))).toEqual([
      'hire 2026-01-31 1000.00',
    ])
  })

  test('is explained in both languages', () => {
    const labelled = parseReferral({ ...policy, clause: '§10' })
    const payments = referralPayments(labelled, { hired: '2026-01-31', asOf: '2026-04-30' })
    const text = (locale: 'en' | 'zh-CN') =>
      payments.map(({ evaluation }) => renderText(explain(evaluation, { locale })))
    expect(text('en')[1]).toBe(
      [
        'Referral bonus: 3,000.00 CNY [§10]',
        '  Months served 3 is at least 3',
        '    Months served: 3',
      ].join('\n'),
    )
    expect(text('zh-CN')[0]).toContain('内推奖：1,000.00 CNY [§10]')
    const named = parseReferral({ ...policy, label: 'Bring a friend' })
    const [first] = referralPayments(named, { hired: '2026-01-31', asOf: '2026-04-30' })
    expect(first && explain(first.evaluation, { locale: 'en' }).label).toBe('Bring a friend')
  })

  test('never adds up to less than nothing', () => {
    const part = fc.constantFrom('all', 'pro-rata', 'none')
    const days = fc.nat(800).map((count) => addDays('2026-01-31', count))
    fc.assert(
      fc.property(part, days, days, (bad, on, asOf) => {
        const own = parseReferral({ ...policy, clawback: { months: 12, good: 'none', bad } })
        const payments = referralPayments(own, {
          hired: '2026-01-31',
          asOf,
          left: { on, as: 'bad' },
        })
        const net = total(
          payments.map(({ amount }) => amount),
          2,
        )
        expect(decimal(net).lessThan(0)).toBe(false)
        expect([...payments].map(({ date }) => date)).toEqual(
          payments.map(({ date }) => date).toSorted(),
        )
      }),
    )
  })

  test.each([
    [{ onHire: '0.001' }, 'too-many-places', 'onHire'],
    [
      { afterProbation: { months: 3, amount: '0.001' } },
      'too-many-places',
      'afterProbation.amount',
    ],
    [{ afterProbation: { months: 0, amount: '1' } }, 'too-small', 'afterProbation.months'],
    [{ onHire: '-1' }, 'not-a-non-negative-decimal', 'onHire'],
  ])('is refused for %j', (wrong, code, path) => {
    expect(found(() => parseReferral({ ...policy, ...wrong }))).toEqual([[code, path]])
  })

  test('is refused for dates that are none or out of order', () => {
    const left = { on: 'never', as: 'bad' } as const
    expect(found(() => referralPayments(referral, { hired: 'x', asOf: 'y', left }))).toEqual([
      ['not-a-date', 'hired'],
      ['not-a-date', 'asOf'],
      ['not-a-date', 'left.on'],
    ])
    expect(found(() => paid('2026-12-31', { on: '2026-01-30', as: 'bad' }))).toEqual([
      ['leaves-before-start', 'left.on'],
    ])
  })
})
