import { input } from '../../src/formula/index.js'
import type { Book, Component, Version } from '../../src/pay/component.js'
import type { Data, Person } from '../../src/pay/data.js'

export function dataOf(person: Partial<Person>): Data {
  return {
    people: [{ id: 'li', employment: [{ from: '2020-01-01' }], attributes: {}, ...person }],
  }
}

export function bookOf(components: Readonly<Record<string, readonly Version[]>>): Book {
  return {
    currency: 'CNY',
    retro: 2,
    rhythms: { month: { kind: 'month' }, quarter: { kind: 'quarter' } },
    components,
  }
}

export const bonus: Component = {
  component: 'bonus',
  pays: 'due',
  formula: input('goal', 'money:CNY', 2),
  reads: { goal: { from: 'figure', name: 'goal' } },
}
