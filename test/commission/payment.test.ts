import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextPeriod, parsePeriod } from '../../src/calendar/index.js'
import { nothingOwed, type Payment, parsePayments, pay } from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal, difference, total } from '../../src/quantity/index.js'
import { found } from '../found.js'

const base = { currency: 'CNY', rounding: 'half-up' }

/** The payments of dues that follow each other by the month, from January 2026. */
function payEach(policy: object, dues: readonly string[]): readonly Payment[] {
  const payments = parsePayments({ ...base, ...policy })
  const paid: Payment[] = []
  let period = parsePeriod('2026-01')
  for (const due of dues) {
    paid.push(pay(payments, { due, period, owed: paid.at(-1)?.owed ?? nothingOwed }))
    period = nextPeriod(period)
  }
  return paid
}
const amounts = (paid: readonly Payment[]) => paid.map((payment) => payment.paid)

describe('a negative due', () => {
  test('is carried forward and taken from later ones', () => {
    const paid = payEach({}, ['-80.00', '50.00', '100.00'])
    expect(amounts(paid)).toEqual(['0.00', '0.00', '70.00'])
    expect(paid.map(({ recovered }) => recovered)).toEqual(['0.00', '50.00', '30.00'])
    expect(paid[1]?.owed.carried).toEqual([{ period: '2026-01', amount: '30.00', age: 1 }])
    expect(paid[2]?.owed).toEqual({ carried: [], draw: '0.00' })
  })

  test('is taken up to a share of each due where the rule says so', () => {
    const paid = payEach({ recovery: { share: '0.5' } }, ['-80.00', '50.01', '100.00', '100.00'])
    expect(amounts(paid)).toEqual(['0.00', '25.00', '50.00', '95.01'])
  })

  test('is recovered the oldest first, and forgiven when it is old', () => {
    const rule = { recovery: { share: '0.1', forgiveAfter: 2 } }
    const paid = payEach(rule, ['-50.00', '-20.00', '100.00', '100.00', '100.00'])
    expect(amounts(paid)).toEqual(['0.00', '0.00', '90.00', '90.00', '100.00'])
    expect(paid.map(({ forgiven }) => forgiven)).toEqual(['0.00', '0.00', '0.00', '40.00', '10.00'])
    expect(paid[2]?.owed.carried).toEqual([
      { period: '2026-01', amount: '40.00', age: 2 },
      { period: '2026-02', amount: '20.00', age: 1 },
    ])
  })
})

test.each(['-0.00', '-0', '0.00'])('nothing is carried of a due of %s', (due) => {
  const [first, second] = payEach({}, [due, '10.00'])
  expect(first).toMatchObject({ paid: '0.00', owed: { carried: [] } })
  expect(second).toMatchObject({ recovered: '0.00', paid: '10.00' })
})

describe('a draw', () => {
  const recoverable = { kind: 'recoverable', amount: '1000' }

  test('is advanced and paid back', () => {
    const paid = payEach({ draw: recoverable }, ['600.00', '0.00', '1500.00', '3000.00'])
    expect(amounts(paid)).toEqual(['1000.00', '1000.00', '1000.00', '2100.00'])
    expect(paid.map(({ owed }) => owed.draw)).toEqual(['400.00', '1400.00', '900.00', '0.00'])
    expect(paid.map(({ advanced }) => advanced)).toEqual(['400.00', '1000.00', '0.00', '0.00'])
    expect(paid.map(({ repaid }) => repaid)).toEqual(['0.00', '0.00', '500.00', '900.00'])
  })

  test('stops at its ceiling', () => {
    const draw = { ...recoverable, ceiling: '1200' }
    const paid = payEach({ draw }, ['0.00', '0.00', '0.00'])
    expect(amounts(paid)).toEqual(['1000.00', '200.00', '0.00'])
  })

  test('ends after a day, and is forgiven for periods that begin after another', () => {
    const draw = { ...recoverable, until: '2026-02-01', forgivenOn: '2026-03-01' }
    const paid = payEach({ draw }, ['0.00', '0.00', '300.00', '5000.00'])
    expect(amounts(paid)).toEqual(['1000.00', '1000.00', '0.00', '5000.00'])
    expect(paid.map(({ forgiven }) => forgiven)).toEqual(['0.00', '0.00', '0.00', '1700.00'])
  })

  test('that is not recoverable is a guarantee', () => {
    const draw = { kind: 'non-recoverable', amount: '1000', label: 'Guarantee', clause: '5.1' }
    const paid = payEach({ draw }, ['600.00', '1500.00'])
    expect(amounts(paid)).toEqual(['1000.00', '1500.00'])
    expect(paid[1]?.owed.draw).toBe('0.00')
  })

  test('comes after the recovery of what is carried', () => {
    const paid = payEach({ draw: recoverable }, ['-500.00', '800.00'])
    // 300.00 is left after the recovery; 700.00 more is advanced.
    expect(paid[1]).toMatchObject({ recovered: '500.00', advanced: '700.00', paid: '1000.00' })
  })
})

test.each<[object, string, string]>([
  [{ recovery: { share: '1.01' } }, 'above-whole', 'recovery.share'],
  [{ recovery: { forgiveAfter: 0 } }, 'too-small', 'recovery.forgiveAfter'],
  [{ draw: { kind: 'recoverable', amount: '0.001' } }, 'too-many-places', 'draw.amount'],
  [
    { draw: { kind: 'recoverable', amount: '1', ceiling: '0.001' } },
    'too-many-places',
    'draw.ceiling',
  ],
  [{ draw: { kind: 'non-recoverable', amount: '1', ceiling: '2' } }, 'unknown-key', 'draw.ceiling'],
  [{ draw: { kind: 'loan', amount: '1' } }, 'not-offered', 'draw.kind'],
])('a payment policy with %j is refused: %s at %s', (wrong, code, path) => {
  expect(found(() => parsePayments({ ...base, ...wrong }))).toEqual([[code, path]])
})

test('a share above all of it is said in Chinese too', () => {
  const problems = problemsOf(() => parsePayments({ ...base, recovery: { share: '2' } }))
  expect(describeProblems(problems, 'zh-CN')).toBe(
    'recovery.share：2 超过全部。请给出 0 到 1 的份额："0.5" 为一半。',
  )
})

const amount = (most: number) =>
  fc.integer({ min: 0, max: most }).map((cents) => (cents / 100).toFixed(2))
const anyPolicy = fc.record(
  {
    recovery: fc.record(
      { share: fc.constantFrom('0', '0.333', '1'), forgiveAfter: fc.integer({ min: 1, max: 3 }) },
      { requiredKeys: [] },
    ),
    draw: fc.oneof(
      fc.record(
        {
          kind: fc.constant('recoverable'),
          amount: amount(50_000),
          ceiling: amount(80_000),
          until: fc.constant('2026-03-15'),
          forgivenOn: fc.constant('2026-04-15'),
        },
        { requiredKeys: ['kind', 'amount'] },
      ),
      fc.record({ kind: fc.constant('non-recoverable'), amount: amount(50_000) }),
    ),
  },
  { requiredKeys: [] },
)
const anyDues = fc.array(
  fc.integer({ min: -100_000, max: 100_000 }).map((cents) => (cents / 100).toFixed(2)),
  { minLength: 1, maxLength: 8 },
)

test('nobody pays in, the draw balance stays within zero and its ceiling, and no cent is lost', () => {
  fc.assert(
    fc.property(anyPolicy, anyDues, (policy, dues) => {
      const paid = payEach(policy, dues)
      for (const payment of paid) {
        const balance = decimal(payment.owed.draw)
        expect(decimal(payment.paid).isNegative()).toBe(false)
        expect(balance.isNegative()).toBe(false)
        if (policy.draw !== undefined && 'ceiling' in policy.draw)
          expect(balance.lessThanOrEqualTo(policy.draw.ceiling as string)).toBe(true)
      }
      // All that is due is paid, save what is still owed, and with what was advanced for good.
      const last = paid.at(-1) as Payment
      const owed = total([...last.owed.carried.map((each) => each.amount), last.owed.draw], 2)
      const given = policy.draw?.kind === 'non-recoverable' ? paid.map((p) => p.advanced) : []
      const right = total([...dues, owed, ...paid.map((p) => p.forgiven), ...given], 2)
      expect(difference(total(amounts(paid), 2), right, 2)).toBe('0.00')
    }),
    { numRuns: 200 },
  )
})
