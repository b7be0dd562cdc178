import { describe, expect, test } from 'vitest'
import { parseThirteenth } from '../../src/bonus/index.js'
import { parsePeriod, prorate } from '../../src/calendar/index.js'
import { evaluate, explain, prorationInputs, renderText } from '../../src/formula/index.js'
import { total } from '../../src/quantity/index.js'
import { found } from '../found.js'

const philippines = { id: 'thirteenth', currency: 'PHP', rounding: 'half-up', basis: 'earned' }
const salary = { id: 'thirteenth', currency: 'CNY', rounding: 'half-up', basis: 'salary' }

describe('a 13th month', () => {
  // Presidential Decree 851 and DOLE, Handbook on Workers' Statutory Monetary Benefits: total basic
  // salary earned during the year ÷ 12. "Computation of 13th Month Pay", laborlaw.ph, daily rate
  // Php 1,000: b. with absences; a. complete attendance, published as 26,166.17, a misprint, for
  // 314,000 ÷ 12 = 26,166.67.
  test.each([
    [['27', '23', '26', '26', '24', '26', '27', '26', '26', '26', '24', '26'], '25583.33'],
    [['27', '24', '26', '26', '26', '26', '27', '27', '26', '26', '26', '27'], '26166.67'],
  ])('of what was earned: %j thousands in the year are %s', (months, expected) => {
    const earned = `${total(months, 0)}000`
    expect(evaluate(parseThirteenth(philippines).formula, { earned }).value).toBe(expected)
  })

  // "How to Compute the 13th Month Pay?", payrollhero.ph: (Php 15,000 × 10 months) / 12 = 12,500.
  test('of ten months: the published example', () => {
    const { formula } = parseThirteenth(philippines)
    expect(evaluate(formula, { earned: '150000' }).value).toBe('12500.00')
  })

  test('of a salary is prorated by the service in the year', () => {
    const proration = prorate({
      period: parsePeriod('2026'),
      employment: { from: '2026-05-26' },
      basis: { basis: 'calendar-days' },
    })
    const { formula } = parseThirteenth(salary)
    // 220 of 365 days of 7,300.
    expect(evaluate(formula, { salary: '7300', ...prorationInputs(proration) }).value).toBe(
      '4400.00',
    )
  })

  test.each([
    [0, '0.00'],
    [1, '12500.00'],
  ])('asks for a month of service: after %i it is %s', (months, expected) => {
    const { formula } = parseThirteenth({ ...philippines, minimumMonths: 1 })
    const inputs = { earned: '150000', 'service.months': months }
    expect(evaluate(formula, inputs).value).toBe(expected)
  })

  test('is explained in both languages, with its clause', () => {
    const { formula } = parseThirteenth({ ...philippines, clause: 'PD 851' })
    const result = evaluate(formula, { earned: '100000' })
    expect(renderText(explain(result, { locale: 'en' }))).toBe(
      [
        '13th month: 8,333.33 PHP [PD 851]',
        '  Earned in the year ÷ 12',
        '  100,000.00 PHP ÷ 12',
        '  Rounded half-up to 0.01 PHP',
        '    Earned in the year: 100,000.00 PHP',
      ].join('\n'),
    )
    expect(renderText(explain(result, { locale: 'zh-CN' }))).toContain('年底双薪：8,333.33 PHP')
    const days = prorationInputs({ numerator: '1', denominator: '2' })
    const named = parseThirteenth({ ...salary, label: 'Double pay' }).formula
    const own = explain(evaluate(named, { salary: '10', ...days }), { locale: 'zh-CN' })
    expect([own.label, own.steps[0]?.label]).toEqual(['Double pay', '月工资'])
  })

  test.each([
    [{ basis: 'wish' }, 'not-offered', 'basis'],
    [{ minimumMonths: 0.5 }, 'wrong-type', 'minimumMonths'],
    [{ rounding: undefined }, 'missing', 'rounding'],
  ])('is refused for %j', (wrong, code, path) => {
    expect(found(() => parseThirteenth({ ...philippines, ...wrong }))).toEqual([[code, path]])
  })
})
