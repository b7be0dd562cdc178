import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clawbackOf } from '../../src/bonus/index.js'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { decimal } from '../../src/quantity/index.js'

const two = clawbackOf({ months: 24, good: 'none', bad: 'pro-rata' }, 'CNY')
const full = clawbackOf({ months: 12, good: 'pro-rata', bad: 'all' }, 'CNY')

describe('a clawback', () => {
  // "Negotiating a sign-on bonus clawback", contract-pulse.app: after 18 months of a 24-month
  // commitment only the remaining 6 months' portion is owed.
  test('pro rata is the part of the months not served: the published case', () => {
    expect(evaluate(two.bad, { paid: '20000', 'service.months': 18 }).value).toBe('5000.00')
  })

  test.each([
    [0, '1000.00', '1000.00'],
    [5, '1000.00', '583.33'],
    [11, '1000.00', '83.33'],
    [12, '0.00', '0.00'],
    [30, '0.00', '0.00'],
    [-3, '1000.00', '1000.00'],
  ])('after %i months is %s in full and %s pro rata', (months, all, part) => {
    const inputs = { paid: '1000', 'service.months': months }
    expect(evaluate(full.bad, inputs).value).toBe(all)
    expect(evaluate(full.good, inputs).value).toBe(part)
  })

  test('is nothing for whom the policy spares', () => {
    expect(evaluate(two.good, { paid: '1000', 'service.months': 0 }).value).toBe('0.00')
  })

  test('is explained in both languages', () => {
    const result = evaluate(full.good, { paid: '1000', 'service.months': 5 })
    expect(renderText(explain(result, { locale: 'zh-CN' }))).toBe(
      [
        '应退还：583.33 CNY',
        '  已发放 × 未服务月数 ÷ 12',
        '  1,000.00 CNY × 7 ÷ 12',
        '  因为未服务月数 7 超过 0',
        '  截去尾数至 0.01 CNY',
        '    已发放：1,000.00 CNY',
        '    未服务月数：7',
        '      12 − (12 与 (已服务月数 与 0 取高) 取低)',
        '      12 − (12 与 (5 与 0 取高) 取低)',
        '        已服务月数：5',
      ].join('\n'),
    )
    expect(renderText(explain(result, { locale: 'en' }))).toContain('Months not served: 7')
    const terms = { months: 12, good: 'all', bad: 'all', label: 'Repaid', clause: '§8.2' } as const
    const own = evaluate(clawbackOf(terms, 'CNY').bad, { paid: '1000', 'service.months': 5 })
    expect(explain(own, { locale: 'en' })).toMatchObject({ label: 'Repaid', clause: '§8.2' })
  })

  test('never exceeds what was paid, and never rises with the months served', () => {
    const part = fc.constantFrom('all', 'pro-rata', 'none')
    const policy = fc.record({ months: fc.integer({ min: 1, max: 36 }), good: part, bad: part })
    fc.assert(
      fc.property(
        policy,
        fc.nat(10_000_000),
        fc.integer({ min: -2, max: 40 }),
        (own, cents, at) => {
          const paid = decimal(String(cents)).times('0.01').toFixed(2)
          const { good, bad } = clawbackOf(own, 'CNY')
          for (const formula of [good, bad]) {
            const owed = (months: number) =>
              decimal(evaluate(formula, { paid, 'service.months': months }).value)
            expect(owed(at).greaterThan(paid)).toBe(false)
            expect(owed(at).isNegative()).toBe(false)
            expect(owed(at + 1).greaterThan(owed(at))).toBe(false)
          }
        },
      ),
    )
  })
})
