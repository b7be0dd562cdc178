import { expect, test } from 'vitest'
import { type ProofCode, type ProofValues, proofProblem } from '../../src/words/index.js'
import { expectGolden } from '../golden.js'

const says = { found: '5.00', expected: '6.00' }
const of = { component: 'base', owner: 'li', period: '2026-03' }
const values: ProofValues = {
  'before-differs': { found: 'abc', expected: 'def' },
  'before-in-currency': { found: 'CNY', expected: 'JPY' },
  'before-in-rhythm': { found: 'month', expected: 'quarter' },
  'before-of-days': {
    period: '2026-03',
    found: '2026-02-26 to 2026-03-25',
    from: '2026-03-01',
    to: '2026-03-31',
  },
  'before-of-periods': { period: '2026-03', rhythm: 'quarter' },
  'carried-differs': { found: '2026-01', expected: '2026-02' },
  'earlier-period': { period: '2026-02', before: '2026-03' },
  'forked-chain': { run: 1 },
  'knows-less': { asOf: '2026-03-30', before: '2026-03-31' },
  'lost-settlement': of,
  'more-differences': { told: 20 },
  'no-before': {},
  'no-runs': {},
  'not-carried': of,
  'not-difference': { found: '6.00', entitled: '8.00', settled: '3.00', expected: '5.00' },
  'not-the-first': {},
  'not-the-head': { found: 'abc', expected: 'def' },
  'not-the-root': { found: 'abc', expected: 'def' },
  'number-differs': { found: 1, expected: 2, period: '2026-03' },
  'other-before': { found: 'abc', expected: 'def' },
  'other-book-digest': { found: 'abc', expected: 'def' },
  'other-currency': { found: 'CNY', expected: 'JPY' },
  'other-digest': { found: 'abc', expected: 'def' },
  'other-format': { found: '2' },
  'other-rhythm': { found: 'quarter', expected: 'month' },
  overdrawn: { settled: '101.00', value: '100.00', component: 'pool', group: 'north' },
  'paid-and-withheld': of,
  'paid-differs': { ...of, ...says },
  'parts-add-up': says,
  'period-left-out': { period: '2026-05', before: '2026-02', next: '2026-03' },
  'repeated-line': of,
  'repeated-run': { run: 1 },
  'repeated-settlement': of,
  'says-otherwise': { says: '"5.00"', gives: '"6.00"' },
  'says-too-little': { gives: '"6.00"' },
  'says-too-much': { says: '"5.00"' },
  'settled-differs': { ...of, ...says },
  'settled-unlike-lines': { ...of, ...says },
  'unlisted-run': { period: '2026-03' },
  'unpaid-settlement': { ...of, amount: '5.00' },
  'unread-book': {},
  'unread-data': {},
}

test('problems of proof say what is wrong and what to do, in both languages', () => {
  const codes = Object.keys(values).sort() as ProofCode[]
  const texts = codes.map((code) => {
    const { message, hint } = proofProblem(code, '', values[code])
    return [code, `${message.en}. ${hint.en}.`, `${message['zh-CN']}。${hint['zh-CN']}。`].join(
      '\n',
    )
  })
  expectGolden('test/payroll/golden/proof.txt', texts.join('\n\n'))
})

test('a division of the whole company names no group', () => {
  const { message } = proofProblem('overdrawn', '', { ...values.overdrawn, group: '' })
  expect(message.en).toBe('101.00 of "pool" is settled, and there is 100.00 to divide')
})
