import { describe, expect, it } from 'vitest'
import {
  add,
  constant,
  divide,
  maximum,
  minimum,
  multiply,
  round,
  step,
  subtract,
} from '../../../src/formula/index.js'
import { component } from '../../../src/pay/build.js'
import { amount, attribute, days, records, tagged } from '../../../src/pay/read.js'
import { bookOf, cents, cny, person } from '../rules/paying.js'
import { refunded, signed } from './credits.js'
import { eachDeal, none, paid, percent, sold, yuan } from './paid.js'

const months = ['2026-01', '2026-02', '2026-03']
const monthly = records('credits', 'sum', {
  value: 'sales',
  unit: cny,
  scale: 6,
})

describe('an accelerator whose factor holds for all of the overage', () => {
  it.each([
    ['140000.00', '0.5', '90000.00'],
    ['175000.00', '0.6', '172500.00'],
    ['250000.00', '0.5', '237500.00'],
  ])('kind 8 %s of 100,000 at %s', (sales, rate, expected) => {
    const quota = yuan('100000')
    const attained = divide(monthly, quota, { places: 12, rounding: 'down' })
    const factor = step(attained, [
      { value: '1' },
      { from: '1', value: '1.5' },
      { from: '1.25', value: '2' },
      { from: '1.5', value: '2.5' },
    ])
    const pay = multiply(
      add(minimum(monthly, quota), multiply(maximum(subtract(monthly, quota), none), factor)),
      attribute('rate', 'ratio', 2),
    )
    const book = bookOf([component('plan', { pays: 'due' }, round(pay, cents))])
    const people = [person('li', { rate })]
    const events = [signed('A', '2026-01-10', sales), refunded('A', '2026-02-01', `-${sales}`)]
    expect(paid(book, events, months, { people })).toEqual([
      `2026-01 plan li ${expected}`,
      `2026-02 plan li 2026-01 -${expected}`,
    ])
  })
})

describe('what is carried from month to month', () => {
  it('kind 16 a charge below a bound: 3,500 is deducted, and what is short is carried on', () => {
    const left = subtract(
      monthly,
      add(yuan('3500'), amount('short', cny, 6, { over: 'before', input: 'carried' })),
    )
    const short = component('short', {}, maximum(subtract(none, left), none))
    const pay = component('pay', { pays: 'due' }, round(maximum(left, none), cents))
    const events = [
      signed('A', '2026-01-10', '2000.00'),
      signed('B', '2026-02-10', '4000.00'),
      signed('C', '2026-03-10', '5500.00'),
    ]
    const employed = [person('li', {}, { employment: [{ from: '2026-01-01' }] })]
    expect(paid(bookOf([short, pay]), events, months, { people: employed })).toEqual([
      '2026-03 pay li 1000.00',
    ])
    const back = [...events, refunded('A', '2026-03-20', '-400.00')]
    expect(paid(bookOf([short, pay]), back, months, { people: employed })).toEqual([
      '2026-03 pay li 600.00',
    ])
  })

  it('kind 6 a draw of 80 % of what is variable, by the days of the first month', () => {
    const variable = subtract(attribute('ote', cny, 2), attribute('salary', cny, 2))
    const draw = component(
      'draw',
      { pays: 'due' },
      divide(multiply(variable, constant('0.8'), days('part')), days('whole'), cents),
    )
    const people = [
      person(
        'li',
        { ote: '12000.00', salary: '7000.00' },
        { employment: [{ from: '2026-01-15' }] },
      ),
    ]
    expect(paid(bookOf([draw]), [], ['2026-01', '2026-02'], { people })).toEqual([
      '2026-01 draw li 2193.55',
      '2026-02 draw li 4000.00',
    ])
  })
})

describe('C3 a cap over several plans of a person', () => {
  const goods = eachDeal('goods', (through) => percent('0.10', sold(through)), {
    tags: ['plan'],
    each: { record: 'credits', by: 'deal', where: { what: ['goods'] } },
  })
  const service = eachDeal('service', (through) => percent('0.20', sold(through)), {
    tags: ['plan'],
    each: { record: 'credits', by: 'deal', where: { what: ['service'] } },
  })
  const of = (what: string) => ({ attributes: { what } })
  const events = [
    signed('A', '2026-01-10', '6000.00', of('goods')),
    signed('B', '2026-01-11', '4000.00', of('service')),
    signed('C', '2026-02-10', '1000.00', of('service')),
    refunded('B', '2026-03-10', '-3000.00'),
  ]

  it('C3 of each month', () => {
    const plans = tagged('plan', cny, 2)
    const cut = component('cut', { pays: 'due' }, subtract(minimum(plans, yuan('1000.00')), plans))
    expect(paid(bookOf([goods, service, cut]), events, months)).toEqual([
      '2026-01 goods li 600.00',
      '2026-01 service li 800.00',
      '2026-01 cut li -400.00',
      '2026-02 service li 200.00',
      '2026-03 service li 2026-01 -600.00',
      '2026-03 cut li 2026-01 400.00',
    ])
  })

  it('C3 of the year, and a least amount of each month', () => {
    const year = (through: 'row' | 'before') =>
      tagged('plan', cny, 2, { over: { since: 'year', through }, input: `plans.${through}` })
    const most = (through: 'row' | 'before') => minimum(year(through), yuan('1500.00'))
    const plans = tagged('plan', cny, 2)
    const cut = component(
      'cut',
      { pays: 'due' },
      subtract(subtract(most('row'), most('before')), plans),
    )
    const least = component(
      'least',
      { pays: 'due' },
      maximum(subtract(yuan('300.00'), plans), none),
    )
    expect(
      paid(bookOf([goods, service, cut, least]), events, months, { people: [person('li')] }),
    ).toEqual([
      '2026-01 goods li 600.00',
      '2026-01 service li 800.00',
      '2026-02 service li 200.00',
      '2026-02 cut li -100.00',
      '2026-02 least li 100.00',
      '2026-03 service li 2026-01 -600.00',
      '2026-03 cut li 2026-02 100.00',
      '2026-03 least li 300.00',
    ])
  })
})
