import { describe, expect, test } from 'vitest'
import { type Basis, parsePeriod, prorate } from '../../src/calendar/index.js'
import { check, constant, divide, evaluate, input, multiply } from '../../src/formula/index.js'
import { paidDays2025, weekend } from './china-2025.js'
import { pay } from './pay.js'

const calendarDays: Basis = { basis: 'calendar-days' }
const weekdaysOnly: Basis = { basis: 'working-days', weekend, holidays: [] }

describe('what others got wrong', () => {
  test('a joiner in mid-month has no negative absence and is paid the days employed (frappe/hrms #2612)', () => {
    const period = parsePeriod('2025-01')
    for (const basis of [calendarDays, weekdaysOnly])
      for (let day = 1; day <= 31; day++) {
        const from = `2025-01-${String(day).padStart(2, '0')}`
        const { days } = prorate({ period, employment: { from }, basis })
        expect(days.absent).toBe('0')
        expect(days.paid).toBe(days.employed)
      }
    const { days, numerator } = prorate({
      period,
      employment: { from: '2025-01-13' },
      basis: calendarDays,
    })
    expect(days).toEqual({ inPeriod: '31', employed: '19', absent: '0', paid: '19' })
    expect(numerator).toBe('19')
  })

  test('days before joining are no absence (frappe/erpnext #29082)', () => {
    const { days } = prorate({
      period: parsePeriod('2021-12'),
      employment: { from: '2021-12-04' },
      basis: calendarDays,
    })
    expect(days).toEqual({ inPeriod: '31', employed: '28', absent: '0', paid: '28' })
  })

  test('an absence on the day before joining takes nothing (frappe/hrms #4852)', () => {
    const { days } = prorate({
      period: parsePeriod('2026-06'),
      employment: { from: '2026-06-29' },
      absences: [{ from: '2026-06-28', to: '2026-06-28' }],
      basis: calendarDays,
    })
    expect(days).toEqual({ inPeriod: '30', employed: '2', absent: '0', paid: '2' })
  })

  test('an absence in a later month takes nothing of this one (frappe/hrms #926)', () => {
    const { days } = prorate({
      period: parsePeriod('2023-08'),
      employment: { from: '2020-01-01', to: '2023-09-30' },
      absences: [
        { from: '2023-08-07', to: '2023-08-11' },
        { from: '2023-09-04', to: '2023-09-04' },
      ],
      basis: weekdaysOnly,
    })
    expect(days).toEqual({ inPeriod: '23', employed: '23', absent: '5', paid: '18' })
  })

  test('a leaver who was away all month is paid nothing, not less (frappe/erpnext #27943, #29510)', () => {
    const { numerator, days } = prorate({
      period: parsePeriod('2021-07'),
      employment: { from: '2020-01-01', to: '2021-07-09' },
      absences: [{ from: '2021-07-01', to: '2021-07-31' }],
      basis: calendarDays,
    })
    expect(numerator).toBe('0')
    expect(days).toEqual({ inPeriod: '31', employed: '9', absent: '9', paid: '0' })
  })

  test('who joins on 12 December is paid 20 days, not the month (frappe/erpnext #7663)', () => {
    const { numerator, denominator } = prorate({
      period: parsePeriod('2016-12'),
      employment: { from: '2016-12-12' },
      basis: calendarDays,
    })
    expect([numerator, denominator]).toEqual(['20', '31'])
  })

  test('a daily rate is not cut before it is multiplied: 9 of 15 days of 2,000 are 1,200, not 1,199.99', () => {
    // Semi-monthly daily rate of a US university, hire on 2010-09-07 (paperzz.com/doc/8883198).
    const half = { from: '2010-09-01', to: '2010-09-15' }
    const hired = { from: '2010-09-07' }
    const proration = prorate({ period: half, employment: hired, basis: calendarDays })
    expect(pay('2000.00', proration)).toBe('1200.00')
  })
})

describe('12 days of leave a year for who joins on 1 December (frappe/hrms #664)', () => {
  const proration = prorate({
    period: parsePeriod('2022'),
    employment: { from: '2022-12-01' },
    basis: calendarDays,
  })

  test.each([
    [3, 'half-up', '1.019'],
    [11, 'half-up', '1.01917808219'],
    [0, 'half-up', '1'],
    [0, 'half-even', '1'],
    [0, 'floor', '1'],
    [0, 'ceiling', '2'],
  ] as const)(
    'to %i places, %s, are %s: the rounding is the policy’s',
    (places, rounding, days) => {
      expect([proration.numerator, proration.denominator]).toEqual(['31', '365'])
      expect(pay('12', proration, places, rounding)).toBe(days)
      const leave = divide(
        multiply(constant('12', 'duration:day'), input('paid', 'count', 2)),
        input('inPeriod', 'count', 2),
        { places, rounding },
      )
      const { numerator: paid, denominator: inPeriod } = proration
      expect(evaluate(check(leave), { paid, inPeriod }).value).toBe(days)
    },
  )
})

describe('published examples by calendar days', () => {
  test.each([
    // Lancashire County Council, how is my pay calculated if I start or finish part way.
    [
      'starter on 15 January, of 1,000 a month',
      '1000',
      '2026-01',
      '2026-01-15',
      undefined,
      '548.39',
    ],
    [
      'leaver on 6 March, of 1,000 a month',
      '1000',
      '2026-03',
      '2020-01-01',
      '2026-03-06',
      '193.55',
    ],
    // PaySpace, how does the system prorate an employee's salary in the UK.
    ['16 of the 365 days of 60,000', '60000', '2023', '2023-04-15', '2023-04-30', '2630.14'],
    ['16 of the 30 days of 5,000', '5000', '2023-04', '2023-04-15', undefined, '2666.67'],
  ])('%s', (_, whole, period, from, to, expected) => {
    const employment = { from, to }
    const proration = prorate({ period: parsePeriod(period), employment, basis: calendarDays })
    expect(pay(whole, proration)).toBe(expected)
  })
})

describe('published examples by working days', () => {
  test('10 of the 20 working days of April 2023, of 5,000 (PaySpace)', () => {
    const proration = prorate({
      period: parsePeriod('2023-04'),
      employment: { from: '2023-04-15' },
      basis: weekdaysOnly,
    })
    expect([proration.numerator, proration.denominator]).toEqual(['10', '20'])
    expect(pay('5000', proration)).toBe('2500.00')
  })

  test.each([
    ['2016-01-10', calendarDays, '22'],
    ['2016-01-11', weekdaysOnly, '15'],
  ] as const)('who starts on %s is paid for %j: %s days (Payrollability)', (from, basis, paid) => {
    const request = { period: parsePeriod('2016-01'), employment: { from }, basis }
    expect(prorate(request).numerator).toBe(paid)
  })
})

test('one day of absence in February from 3,000 by 30 days leaves 2,900 (frappe/hrms #194)', () => {
  const proration = prorate({
    period: parsePeriod('2026-02'),
    employment: { from: '2020-01-01' },
    absences: [{ from: '2026-02-10', to: '2026-02-10' }],
    basis: { basis: 'fixed-30', count: 'days-absent' },
  })
  expect([proration.numerator, proration.denominator]).toEqual(['29', '30'])
  expect(pay('3000', proration)).toBe('2900.00')
})

describe('Chinese practice: 21.75 paid days a month (人社部发〔2025〕2号)', () => {
  const request = (month: string, from: string, count: 'days-worked' | 'days-absent') => ({
    period: parsePeriod(month),
    employment: { from },
    basis: paidDays2025(count),
  })

  test('a day of 5,000 a month is 229.89', () => {
    // fudaoke.com/exam/2264213: 日工资约为 229.89 元.
    const oneDay = prorate(request('2025-07', '2025-07-31', 'days-worked'))
    expect([oneDay.numerator, oneDay.denominator]).toEqual(['1', '21.75'])
    expect(pay('5000', oneDay)).toBe('229.89')
  })

  test('statutory holidays are paid: who joins on 28 January, the eve, has four paid days', () => {
    const { days } = prorate(request('2025-01', '2025-01-28', 'days-worked'))
    expect(days).toEqual({ inPeriod: '24', employed: '4', absent: '0', paid: '4' })
  })

  test('a make-up day is paid and a day off in exchange is not', () => {
    const away = (day: string) => ({
      ...request('2025-02', '2020-01-01', 'days-absent'),
      absences: [{ from: day, to: day }],
    })
    expect(prorate(away('2025-02-08')).days.absent).toBe('1')
    expect(prorate(away('2025-02-03')).days.absent).toBe('0')
  })

  const day = (from: string) => [{ from: from, to: from }]
  const most = [{ from: '2025-07-01', to: '2025-07-30' }]

  test.each([
    // The two ways differ where a month has more or fewer than 21.75 paid days.
    ['2025-07', 23, [], '10000.00', '10000.00'],
    ['2025-07', 23, day('2025-07-10'), '10000.00', '9540.23'],
    ['2025-07', 23, most, '459.77', '0.00'],
    ['2025-02', 19, [], '10000.00', '10000.00'],
    ['2025-02', 19, day('2025-02-10'), '8275.86', '9540.23'],
  ])(
    '%s, %i paid days, absent %j: 正算 %s, 反算 %s of 10,000',
    (month, inPeriod, absences, worked, absent) => {
      for (const [count, expected] of [
        ['days-worked', worked],
        ['days-absent', absent],
      ] as const) {
        const proration = prorate({ ...request(month, '2020-01-01', count), absences })
        expect(proration.days.inPeriod).toBe(String(inPeriod))
        expect(pay('10000', proration)).toBe(expected)
      }
    },
  )
})
