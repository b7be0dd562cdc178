import { expect, test } from 'vitest'
import { book, data, march } from '../../examples/01-first-month/month.js'
import { lintData } from '../../src/pay/index.js'

/** Figures of the demo, each worked out by hand; sales are summed from the file by other means. */
test.each([
  // 4,200.00 × 13 ÷ 31 + 4,600.00 × 18 ÷ 31 = 4,432.2580…
  ['a rise on the 14th', 'mei', 'base', '4432.26'],
  // 1,800.00 × 23 ÷ 31 = 1,335.4838…
  ['a joiner of the 9th', 'dev', 'base', '1335.48'],
  // Nothing is prorated of a meal allowance.
  ['an allowance of a joiner', 'dev', 'meal', '80.00'],
  // 1,850.00 × 26 ÷ 31 = 1,551.6129…
  ['five days of unpaid leave', 'finn', 'base', '1551.61'],
  // 0.4 × 111.6 + 0.3 × 109.142857 = 77.3828…, of 70 %: 110.5 points, 130 %.
  ['a bonus of whom one KPI was not measured', 'chloe', 'service', '390.00'],
  // 300.00 × 0.8 × 23 ÷ 31 = 178.0645…
  ['the bonus of a joiner', 'dev', 'service', '178.06'],
  // Half of 33,653.45: 10,000 × 2 % + 5,000 × 3 % to the quota of 15,000, 1,826.725 × 3 % × 1.5 above it.
  ['commission above the quota', 'grace', 'territory', '432.20'],
  // The same sales, and a quota of 18,000: 200 + 6,826.725 × 3 %.
  ['commission below the quota', 'oliver', 'territory', '404.80'],
  // 3,330.73: 60 + 330.73 × 3.5 %, and half of it below 80 % of satisfaction.
  ['commission of whom the gate keeps half', 'emma', 'returning-customers', '35.79'],
  ['the same sales above the gate', 'finn', 'returning-customers', '71.58'],
  // 40 % of 5,544.48, which is sold from the 9th on: 2,217.792 × 2 %.
  ['commission since the first day employed', 'dev', 'returning-customers', '44.36'],
])('%s', (_, person, component, amount) => {
  const line = march.lines.find((each) => each.person === person && each.component === component)
  expect(line?.amount).toBe(amount)
})

test('nothing of the month is withheld, late or unread; what Dev sold before he came is told', () => {
  const { withheld, late, unread, lines } = march
  expect({ withheld, late, unread, lines: lines.length }).toEqual({
    withheld: [],
    late: [],
    unread: [],
    lines: 32,
  })
  expect(lintData(book, data).map(({ message }) => message.en)).toEqual([
    '"dev" is not employed on 2010-12-01, the day of "536568|indirect|dev"; records of such days: 306',
  ])
})
