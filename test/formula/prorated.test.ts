import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Basis, parsePeriod, prorate } from '../../src/calendar/index.js'
import {
  check,
  evaluate,
  explain,
  input,
  prorated,
  prorationInputs,
  renderText,
} from '../../src/formula/index.js'
import { type Currency, fromScaled, money, type Rounding } from '../../src/quantity/index.js'
import { found } from '../found.js'

const payOf = (currency: Currency, rounding: Rounding, scale = 2) =>
  check(prorated(input('salary', money(currency), scale), { currency, rounding }))

describe('a prorated amount', () => {
  test('is amount × days paid ÷ days of the period, rounded once', () => {
    const inputs = prorationInputs({ numerator: '19', denominator: '28' })
    // 9000 × 19 ÷ 28 = 6107.142857…
    expect(evaluate(payOf('CNY', 'half-up'), { salary: '9000', ...inputs }).value).toBe('6107.14')
    expect(evaluate(payOf('CNY', 'ceiling'), { salary: '9000', ...inputs }).value).toBe('6107.15')
  })

  test.each([
    ['JPY', 0, '6107'],
    ['CNY', 2, '6107.14'],
    ['KWD', 3, '6107.143'],
  ] as const)('in %s has %i places', (currency, places, pay) => {
    const formula = payOf(currency, 'half-up')
    expect([formula.unit, formula.scale]).toEqual([money(currency), places])
    const inputs = prorationInputs({ numerator: '19', denominator: '28' })
    expect(evaluate(formula, { salary: '9000', ...inputs }).value).toBe(pay)
  })

  test('reads whatever a proration gives, on every basis', () => {
    const weekend = ['saturday', 'sunday'] as const
    const bases: readonly Basis[] = [
      { basis: 'calendar-days' },
      { basis: 'working-days', weekend, holidays: [] },
      { basis: 'fixed-21.75', count: 'days-worked', weekend },
      { basis: 'fixed-21.75', count: 'days-absent', weekend },
      { basis: 'fixed-30' },
    ]
    // February 2026 has 28 days, 20 of them working days; from the 16th 13 and 10 are left.
    const pays = bases.map((basis) => {
      const proration = prorate({
        period: parsePeriod('2026-02'),
        employment: { from: '2026-02-16' },
        basis,
      })
      const inputs = { salary: '8700.00', ...prorationInputs(proration) }
      return evaluate(payOf('CNY', 'half-up'), inputs).value
    })
    expect(pays).toEqual(['4039.29', '4350.00', '4000.00', '4700.00', '3770.00'])
  })

  test('shows its days in both languages', () => {
    const inputs = { salary: '9000.00', ...prorationInputs({ numerator: '19', denominator: '28' }) }
    const result = evaluate(payOf('CNY', 'half-up'), inputs)
    expect(
      renderText(explain(result, { locale: 'en' }))
        .split('\n')
        .slice(-2),
    ).toEqual(['    Days paid: 19', '    Days of the period: 28'])
    expect(
      renderText(explain(result, { locale: 'zh-CN' }))
        .split('\n')
        .slice(-2),
    ).toEqual(['    计薪天数：19', '    当期天数：28'])
  })

  test('is money: an amount of points cannot be multiplied by days', () => {
    const points = input('score', 'points', 0)
    expect(found(() => check(prorated(points, { currency: 'CNY', rounding: 'down' })))).toEqual([
      ['no-product', 'left'],
    ])
  })

  test('is the half-up quotient of whole numbers, none for no day and all for every day', () => {
    const days = fc
      .integer({ min: 1, max: 366 })
      .chain((whole) =>
        fc.record({ whole: fc.constant(whole), paid: fc.integer({ min: 0, max: whole }) }),
      )
    const cents = fc.bigInt({ min: 0n, max: 10n ** 10n })
    fc.assert(
      fc.property(days, cents, ({ whole, paid }, salary) => {
        const proration = { numerator: String(paid), denominator: String(whole) }
        const inputs = { salary: fromScaled(salary, 2), ...prorationInputs(proration) }
        const divisor = BigInt(whole)
        const expected = (2n * salary * BigInt(paid) + divisor) / (2n * divisor)
        const { value } = evaluate(payOf('CNY', 'half-up'), inputs)
        expect(value).toBe(fromScaled(expected, 2))
        if (paid === 0) expect(value).toBe('0.00')
        if (paid === whole) expect(value).toBe(fromScaled(salary, 2))
      }),
    )
  })
})

test('the inputs are the two parts of the fraction and nothing else', () => {
  const proration = prorate({
    period: parsePeriod('2026-02'),
    employment: { from: '2026-02-10' },
    basis: { basis: 'calendar-days' },
  })
  expect(prorationInputs(proration)).toEqual({
    'proration.numerator': '19',
    'proration.denominator': '28',
  })
})
