import { expect, test } from 'vitest'
import { parseBook } from '../../src/payroll/index.js'

test('a draw that has ended before a later version of its policy begins', () => {
  const draw = { kind: 'non-recoverable', amount: '100.00', until: '2026-02-28' }
  const terms = { payments: { rounding: 'half-up', draw }, of: ['commission'] }
  const version = (from: string) => ({ from, reason: 'Handbook', terms })
  const plan = { period: 'month', measure: { sum: 'sales' }, tiers: { kind: 'flat', rate: '0.1' } }
  const book = parseBook({
    format: 2,
    id: 'shop',
    currency: 'CNY',
    retro: 1,
    policies: [
      {
        kind: 'plan',
        id: 'commission',
        owner: 'HR',
        versions: [{ from: '2026-01-01', reason: 'Handbook', terms: { plan } }],
      },
      {
        kind: 'payments',
        id: 'rules',
        owner: 'HR',
        versions: [version('2026-01-01'), version('2026-04-01')],
      },
    ],
  })
  expect(book.components.get('rules.guaranteed')?.versions).toHaveLength(1)
  expect(book.components.get('rules')?.versions).toHaveLength(2)
})
