import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recipes } from '../../examples/cookbook.js'
import { evaluate, explain, parseFormula, renderText } from '../../src/formula/index.js'
import { fromScaled } from '../../src/quantity/index.js'

describe('formulas: multiply first, divide last, round once', () => {
  const recipe = recipes['rules']?.find(({ title }) => title.en === 'Overtime')
  const overtime = parseFormula(recipe?.policy)
  const pays = (salary: string, hours: string, day: string) =>
    evaluate(overtime, { salary, hours, day }).value

  test.each([
    ['3500.00', '36', 'workday', '1086.21'],
    ['5000.00', '99.5', 'holiday', '8577.59'],
    ['3500.00', '0.25', 'rest', '10.06'],
    ['8700.00', '7.75', 'workday', '581.25'],
  ])('F9 the recipe for overtime rounds once: %s, %s h, %s pays %s', (salary, hours, day, pay) => {
    expect(pays(salary, hours, day)).toBe(pay)
  })

  test('F9 overtime is salary × hours × factor ÷ 174 to the cent, by the quarter of an hour', () => {
    const factors = { workday: 150n, rest: 200n, holiday: 300n }
    const day = fc.constantFrom(...(Object.keys(factors) as (keyof typeof factors)[]))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 0, max: 400 }),
        day,
        (cents, quarters, day) => {
          const exact = BigInt(cents) * BigInt(quarters) * 25n * factors[day]
          const [over, by] = [exact * 2n, 174n * 10_000n]
          const pay = (over + by) / (by * 2n)
          const hours = fromScaled(BigInt(quarters) * 25n, 2)
          expect(pays(fromScaled(BigInt(cents), 2), hours, day)).toBe(fromScaled(pay, 2))
        },
      ),
    )
  })

  test('F9 the recipe for overtime is explained in both languages', () => {
    const result = evaluate(overtime, { salary: '5000.00', hours: '99.5', day: 'holiday' })
    expect(renderText(explain(result, { locale: 'zh-CN' }))).toBe(
      [
        '加班费: 8,577.59 CNY',
        '  月薪 × 加班小时 × 加班倍数 ÷ 月计薪小时',
        '  5,000.00 CNY × 99.5 × 300% ÷ 174',
        '  四舍五入至 0.01 CNY',
        '    月薪: 5,000.00 CNY',
        '    加班小时: 99.5',
        '    加班倍数: 300%',
        '      日期类型为“holiday”',
        '    月计薪小时: 174',
      ].join('\n'),
    )
    expect(explain(result, { locale: 'en' }).how[0]).toBe(
      'Monthly salary × Overtime hours × Overtime factor ÷ Hours of a month',
    )
  })
})
