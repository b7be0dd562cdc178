import { describe, expect, test } from 'vitest'
import { salaryComponents } from '../../src/grade/index.js'
import { parseData, settle } from '../../src/pay/index.js'
import { expectGolden } from '../golden.js'
import { bookOf, writtenText } from '../pay/written.js'

const label = { en: 'Base salary', 'zh-CN': '基本工资' }
const base = salaryComponents(
  { component: 'base', prorated: true, label, clause: '§2' },
  { id: 'office.base', currency: 'CNY', basis: 'days', eligible: { where: { site: ['office'] } } },
)
const meals = salaryComponents(
  { component: 'meals', prorated: false },
  { id: 'meals', currency: 'CNY' },
)

const months = (meals: readonly (readonly [from: string, value: string])[]) => ({
  base: [
    { from: '2020-01-01', value: '3100.00' },
    { from: '2026-03-17', value: '6200.00' },
  ],
  site: [{ from: '2020-01-01', value: 'office' }],
  meals: meals.map(([from, value]) => ({ from, value })),
})

const paid = (attributes: object, employment: object = { from: '2020-01-01' }) => {
  const data = parseData({ people: [{ id: 'li', employment: [employment], attributes }] })
  const run = settle(bookOf([...base, ...meals]), data, { period: '2026-03', before: 'first' })
  expect(run.withheld).toEqual([])
  return Object.fromEntries(run.lines.map(({ component, amount }) => [component, amount]))
}

describe('parts of pay as components', () => {
  test('write what is golden', () => {
    expectGolden('test/grade/golden/salary.txt', writtenText([...base, ...meals]))
  })

  test('by days: cut where the amount changes, and rounded once', () => {
    // 16 days of 3,100 and 15 of 6,200 of 31.
    expect(paid(months([['2020-01-01', '300.00']]))).toEqual({
      'office.base': '4600.00',
      meals: '300.00',
    })
  })

  test.each([
    [
      'a rise on the last day',
      [
        ['2020-01-01', '100.00'],
        ['2026-03-31', '200.00'],
      ],
      '200.00',
    ],
    [
      'a rise on the first day after',
      [
        ['2020-01-01', '100.00'],
        ['2026-04-01', '200.00'],
      ],
      '100.00',
    ],
    [
      'a fall within the month',
      [
        ['2020-01-01', '100.00'],
        ['2026-03-10', '50.00'],
      ],
      '50.00',
    ],
  ] as const)('F12 not by days, the amount of the last day employed: %s', (_, history, amount) => {
    expect(paid(months(history))['meals']).toBe(amount)
  })

  test('F12 of a leaver, that of the last day employed', () => {
    const history = [
      ['2020-01-01', '100.00'],
      ['2026-03-20', '200.00'],
    ] as const
    const employment = { from: '2020-01-01', to: '2026-03-19' }
    expect(paid(months(history), employment)['meals']).toBe('100.00')
  })
})
