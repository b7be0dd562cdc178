import { add, constant, input, minimum, multiply, round } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import type { Data, Person } from '../../../src/pay/data.js'
import { bookOf, cents, cny, dataOf, figure, lines, person, reading, type runs } from './paying.js'

/** A wage, and what is taken from it: a tax, and a debt over several payments. */

export const wage = reading(
  'wage',
  { from: 'figure', name: 'wage', missing: '0.00' },
  { tags: ['wage'] },
)

/** A tenth of what is paid, as a deduction. */
export const tax: Component = {
  component: 'tax',
  pays: 'cash',
  formula: round(multiply(input('due', cny, 2), constant('-0.10')), cents),
  reads: { due: { from: 'component', tag: 'wage', what: 'due' } },
}

export const waged = (
  id: string,
  wages: Readonly<Record<string, string>>,
  more: Partial<Person> = {},
) =>
  person(
    id,
    {},
    {
      figures: Object.entries(wages).map(([period, value]) => figure('wage', period, value)),
      ...more,
    },
  )

/** What is left of a debt after this payment, which bears all that it can. */
const balance: Component = {
  component: 'balance',
  formula: add(
    input('before', cny, 2),
    input('new', cny, 2),
    multiply(
      minimum(add(input('before', cny, 2), input('new', cny, 2)), input('most', cny, 2)),
      constant('-1'),
    ),
  ),
  reads: {
    before: { from: 'component', name: 'balance', over: 'before' },
    new: { from: 'figure', name: 'debt', missing: '0.00' },
    most: { from: 'component', name: 'wage', what: 'due' },
  },
}
const taken: Component = {
  component: 'taken',
  pays: 'cash',
  formula: add(
    input('after', cny, 2),
    multiply(add(input('before', cny, 2), input('new', cny, 2)), constant('-1')),
  ),
  reads: {
    after: { from: 'component', name: 'balance' },
    before: { from: 'component', name: 'balance', over: 'before' },
    new: { from: 'figure', name: 'debt', missing: '0.00' },
  },
}
export const owing = bookOf([wage, balance, taken])
export const indebted = (
  wages: Readonly<Record<string, string>>,
  more: Partial<Person> = {},
): Data => {
  const li = waged('li', wages, more)
  return dataOf([{ ...li, figures: [...(li.figures ?? []), figure('debt', '2026-01', '100.00')] }])
}
export const takenIn = (all: ReturnType<typeof runs>) =>
  all.map((each) => lines(each).filter((line) => line.startsWith('taken')))
