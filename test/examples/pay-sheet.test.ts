import { expect, test } from 'vitest'
import { april, march, may } from '../../examples/15-pay-sheet/runs.js'
import type { Run } from '../../src/pay/index.js'

/** Figures of the pay sheet, each worked out by hand. */
const amountOf = (run: Run, person: string, component: string, period = run.period) =>
  run.lines.find(
    (line) =>
      line.person === person && line.component === component && line.earned.period === period,
  )?.amount
const recorded = ({ state, period }: Run, person: string, name: string) =>
  state.settled.find(
    ({ component, owner, earned }) =>
      component === name && owner.person === person && earned.period === period,
  )?.value

test.each<[what: string, run: Run, person: string, component: string, period: string, is: string]>([
  // 9 to 31 March: 17 of 23 working days. 1,800.00 × 17 ÷ 23 = 1,330.4347…
  ['a joiner of the 9th', march, 'dev', 'base', '2011-03', '1330.43'],
  // 21 to 25 March: 5 of 23 days. 1,850.00 × 18 ÷ 23 = 1,447.8260…
  ['salary without 5 sick days', march, 'finn', 'base', '2011-03', '1447.83'],
  // No full year of service: 60 %. 1,850.00 × 5 × 60 % ÷ 23 = 241.3043…
  ['5 sick days', march, 'finn', 'sick', '2011-03', '241.30'],
  // 1,240.00 × 10 × 1.5 ÷ 174 = 106.8965…
  ['10 hours of overtime', march, 'gina', 'overtime', '2011-03', '106.90'],
  // 8 h × 3.00 = 24.00; 9.5 h × 3.00 = 28.50, at most 25.00.
  ['two nights', march, 'gina', 'night', '2011-03', '49.00'],
  // 91.2 % and 58 s are beyond the third figure: 120 points each, 86 % too. 1.3 × 300.00.
  ['the highest score', march, 'amina', 'service_bonus', '2011-03', '390.00'],
  // 600.00 by days: four of 23, one of 17, one of 18, together 127. 600 × 17 ÷ 127 = 80.3149…, one
  // of the three cents that are left over goes here.
  ['a share of profit by 17 days', march, 'dev', 'profit_share', '2011-03', '80.32'],
  // Gross 1,240 + 10 + 50 + 92 + 106.90 + 49 = 1,547.90; 20 % is 309.58; 517.90 is above 1,030.00.
  ['a fifth of the gross', march, 'gina', 'deduction', '2011-03', '-309.58'],
  // Nine days at 2,100.00, 14 at 2,300.00: (18,900 + 32,200) ÷ 23 = 2,221.7391…, less 2,100.00.
  ['a raise of 14 March, told in April', april, 'mei', 'base', '2011-03', '121.74'],
  // 2,300.00 × 6 × 1.5 ÷ 174 = 118.9655…, less 108.62.
  ['overtime by the higher salary', april, 'mei', 'overtime', '2011-03', '10.35'],
  // 1,050.00 × 19 ÷ 23 = 867.3913…, less 1,050.00.
  ['4 sick days, told in April', april, 'hugo', 'base', '2011-03', '-182.61'],
  // 867.39 + 1,050.00 × 4 × 60 % ÷ 23 = 109.57 + 10.00 = 986.96, lifted to 1,030.00.
  ['up to the minimum wage', april, 'hugo', 'top_up', '2011-03', '43.04'],
  // 84.5 %: 96 points; 100 s: 86.67; 75.1 %: 85.50. 38.4 + 26.0 + 25.65 = 90.05, so 90.1 and not 75.7.
  ['a satisfaction that was mended', april, 'emma', 'service_bonus', '2011-03', '60.00'],
  // A night of 30 March that was told on 2 April: 8 h × 3.00.
  ['a late night', april, 'gina', 'night', '2011-03', '24.00'],
  // Orders of March came back for 2.55 + 35.40 = 37.95: 1.5 % is 0.56925.
  ['refunds of orders of March', april, 'oliver', 'commission', '2011-03', '-0.57'],
  // 9 of 20 days at 1,850.00 and 11 at 2,050.00: (16,650 + 22,550) ÷ 20.
  ['two departments in a month', may, 'ben', 'base', '2011-05', '1960.00'],
  // 300.00 × 9 ÷ 20.
  ['the bonus of the first one', may, 'ben', 'service_bonus', '2011-05', '135.00'],
  // 720.00 by days: five of 20 and one of 9, together 109. 720 × 9 ÷ 109 = 59.4495…
  ['its share of profit', may, 'ben', 'profit_share', '2011-05', '59.45'],
  // He left on Sunday 15 May: 2,250.00 × 9 ÷ 20.
  ['a leaver', may, 'oliver', 'base', '2011-05', '1012.50'],
  // Gross 1,190.00: a fifth is 238.00, but only 160.00 are above 1,030.00.
  ['not below the minimum wage', may, 'hugo', 'deduction', '2011-05', '-160.00'],
])('%s', (_, run, person, component, period, is) => {
  expect(amountOf(run, person, component, period)).toBe(is)
})

test('what is not deducted is carried on until it is paid', () => {
  // 900.00 − 309.58 = 590.42; − 279.20 = 311.22; − 297.03 = 14.19.
  const carried = [march, april, may].map((run) => recorded(run, 'gina', 'deduction.rest'))
  expect(carried).toEqual(['590.42', '311.22', '14.19'])
})

test('the net is what the lines of a payment come to', () => {
  for (const run of [march, april, may])
    for (const person of new Set(run.lines.map((line) => line.person))) {
      const cents = run.lines
        .filter((line) => line.person === person)
        .reduce((sum, { amount }) => sum + Number(amount.replace('.', '')), 0)
      expect(recorded(run, person, 'net')).toBe((cents / 100).toFixed(2))
    }
})

test('a share that is corrected is corrected for all, so that nothing is lost', () => {
  const shares = april.lines.filter(
    ({ component, earned }) => component === 'profit_share' && earned.period === '2011-03',
  )
  const cents = shares.map(({ amount }) => Number(amount.replace('.', '')))
  expect(cents).toHaveLength(6)
  expect(cents.reduce((sum, each) => sum + each, 0)).toBe(0)
})

test('everything is worked out, and nothing is too late', () => {
  for (const run of [march, april, may]) {
    expect(run.withheld).toEqual([])
    expect(run.late).toEqual([])
    expect(run.leftOver).toEqual([])
  }
})
