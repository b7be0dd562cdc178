import { constant, divide, multiply, round } from '../../src/formula/index.js'
import {
  attribute,
  book,
  component,
  days,
  figure,
  type PayBook,
  type PayData,
  type Person,
  parseData,
  type Row,
  type Run,
  records,
  settle,
} from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'

const cny = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const

/** Base pay cut where the salary changes, commission of a rate, a bonus for sales alone, and what posts pay. */
export function companyBook(change: { readonly rate?: string; readonly clause?: string } = {}) {
  const { rate = '0.1', clause = '§5' } = change
  const salary = attribute('salary', cny, 2, { missing: '0' })
  const base = component(
    'base',
    {
      pays: 'due',
      each: 'stretch',
      tags: ['wage'],
      label: { en: 'Base pay', 'zh-CN': '基本工资' },
      clause: '§2',
    },
    divide(multiply(salary, days('part')), days('whole'), cents),
  )
  const sales = records('orders', 'sum', { value: 'amount', unit: cny, scale: 2, input: 'sales' })
  const commission = component(
    'commission',
    { pays: 'due', tags: ['variable'], label: { en: 'Commission', 'zh-CN': '提成' }, clause },
    round(multiply(sales, constant(rate)), cents),
  )
  const bonus = component(
    'bonus',
    { pays: 'due', tags: ['variable'], label: 'Bonus', eligible: { where: { team: ['gold'] } } },
    figure('bonus', cny, 2),
  )
  const post = component('post', { pays: 'due', of: 'assignment' }, attribute('extra', cny, 2))
  return book([base, commission, bonus, post], { currency: 'CNY', retro: 2 })
}

export const company: PayBook = companyBook()

const since = '2025-01-01'
const always = (value: string) => [{ from: since, value }]

/** Somebody employed since 2025. */
export function person(
  id: string,
  department: string,
  salary: string,
  change: object = {},
): Person {
  return {
    id,
    employment: [{ from: since }],
    attributes: { department: always(department), centre: always('4100'), salary: always(salary) },
    ...change,
  } as Person
}

/** Moves from sales to service in the middle of March, with another salary. */
const mei = person('mei', 'sales', '3100.00', {
  attributes: {
    department: [...always('sales'), { from: '2026-03-16', value: 'service' }],
    centre: always('4200'),
    salary: [...always('3100.00'), { from: '2026-03-16', value: '6200.00' }],
  },
})

/** Who gets a bonus: withheld while nobody says how much. */
export function wei(bonus?: string): Person {
  const figures = bonus === undefined ? [] : [{ name: 'bonus', period: '2026-03', value: bonus }]
  const { attributes, ...rest } = person('wei', 'service', '4000.00', { figures })
  return { ...rest, attributes: { ...attributes, team: always('gold') } }
}

export const people: readonly Person[] = [
  person('li', 'sales', '3000.00', { name: 'Li Na' }),
  person('lu', 'sales', '3000.00'),
  person('lo', 'sales', '3000.00', {
    assignments: [{ id: 'night', from: since, attributes: { extra: always('50.00') } }],
  }),
  mei,
  person('wang', 'service', '4000.00'),
  person('wu', 'service', '4000.00'),
  wei(),
  person('gone', 'sales', '3000.00', { employment: [{ from: since, to: '2026-02-28' }] }),
  person('sun', 'service', '4500.00', { employment: [{ from: '2026-04-13' }] }),
]

export const orders: readonly Row[] = [
  { id: 'o1', on: '2026-03-05', person: 'li', amount: '1000.00' },
  { id: 'o2', on: '2026-04-05', person: 'li', amount: '500.00' },
]

/** The data of the company, with other people or orders. */
export function dataOf(
  change: { readonly people?: readonly Person[]; readonly orders?: readonly Row[] } = {},
): PayData {
  return parseData({
    people: change.people ?? people,
    records: { orders: change.orders ?? orders },
  })
}

export const data: PayData = dataOf()

/** The runs of March and April. */
export function runsOf(of: PayBook, from: PayData, later: PayData = from): readonly [Run, Run] {
  const march = settle(of, from, { period: '2026-03', before: 'first' })
  return [march, settle(of, later, { period: '2026-04', before: march })]
}

export const [march, april] = runsOf(company, data)
