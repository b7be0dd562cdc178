import { constant, divide, input, multiply } from '../../../src/formula/index.js'
import type { PayBook } from '../../../src/pay/book.js'
import { book } from '../../../src/pay/build.js'
import type { Book, Component, Rhythm, Source, Version } from '../../../src/pay/component.js'
import type { AttributeValue, Data, Figure, Person, Row } from '../../../src/pay/data.js'
import { parseData } from '../../../src/pay/data-schema.js'
import type { SettleRequest } from '../../../src/pay/request.js'
import type { Run } from '../../../src/pay/run.js'
import { settle } from '../../../src/pay/settle.js'
import { money } from '../../../src/quantity/index.js'

/** Small books and data for the rules of the pay core, and what their runs come to in one line each. */

export const cny = money('CNY')
export const cents = { places: 2, rounding: 'half-up' } as const

/** A number of money that an input reads from somewhere. */
export function reading(
  component: string,
  source: Source,
  more: Partial<Component> = {},
  missing?: string,
): Component {
  return {
    component,
    pays: 'due',
    formula: input('x', cny, 2),
    reads: { x: missing === undefined ? source : ({ ...source, missing } as Source) },
    ...more,
  }
}

/** The amounts of the orders of a period, added up. */
export function summing(component: string): Component {
  return reading(component, { from: 'records', of: 'orders', as: 'sum', value: 'amount' })
}

/** A count, which has no line. */
export function counting(
  component: string,
  source: Source,
  more: Partial<Component> = {},
): Component {
  return { component, formula: input('n', 'count', 0), reads: { n: source }, ...more }
}

/** A count as money, so that lines show it: 1.00 each. */
export function told(component: string, source: Source, more: Partial<Component> = {}): Component {
  return {
    component,
    pays: 'due',
    formula: multiply(input('n', 'count', 0), constant('1.00', cny)),
    reads: { n: source },
    ...more,
  }
}

/** A salary for the part of the month that is paid, by calendar days, each stretch by itself. */
export const base: Component = {
  component: 'base',
  pays: 'due',
  each: 'stretch',
  formula: divide(
    multiply(input('salary', cny, 2), input('part', 'count', 4)),
    input('whole', 'count', 4),
    cents,
  ),
  reads: {
    salary: { from: 'attribute', name: 'salary' },
    part: { from: 'time', count: 'part' },
    whole: { from: 'time', count: 'whole' },
  },
}

export function bookOf(
  components: readonly (Component | Version)[],
  more: Partial<Omit<Book, 'components'>> = {},
) {
  return book(components, { currency: 'CNY', retro: 3, ...more })
}

export const quarterly: Readonly<Record<string, Rhythm>> = {
  month: { kind: 'month' },
  quarter: { kind: 'quarter' },
}

/** The values of attributes from 2020 on. */
export function since(
  attributes: Readonly<Record<string, string>>,
  from = '2020-01-01',
): Readonly<Record<string, readonly AttributeValue[]>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, [{ from, value }]]),
  )
}

export function person(
  id: string,
  attributes: Readonly<Record<string, string>> = {},
  more: Partial<Person> = {},
): Person {
  return { id, employment: [{ from: '2020-01-01' }], attributes: since(attributes), ...more }
}

export function figure(name: string, period: string, value: string, more: Partial<Figure> = {}) {
  return { name, period, value, ...more }
}

/** An order on a day. */
export function order(id: string, on: string, amount: string, more: Partial<Row> = {}): Row {
  return { id, on, person: 'li', amount, ...more }
}

export function dataOf(
  people: readonly Person[],
  records?: Readonly<Record<string, readonly Row[]>>,
  groups?: Data['groups'],
): Data {
  return { people, ...(records && { records }), ...(groups && { groups }) }
}

/** A run, first unless it follows one. */
export function run(
  of: PayBook,
  data: Data,
  period: string,
  before: Run | 'first' = 'first',
  more: Partial<SettleRequest> = {},
): Run {
  return settle(of, parseData(data), { period, before, ...more })
}

/** Runs of some periods, one after the other, all of the same data unless said. */
export function runs(
  of: PayBook,
  data: Data | ((period: string) => Data),
  periods: readonly string[],
): readonly Run[] {
  const made: Run[] = []
  for (const period of periods)
    made.push(run(of, typeof data === 'function' ? data(period) : data, period, made.at(-1)))
  return made
}

/** Each line: component, owner, period, amount. */
export function lines({ lines: all }: Run): readonly string[] {
  return all.map(({ component, person, assignment, earned, amount }) =>
    [component, assignment === undefined ? person : `${person}/${assignment}`, earned.period]
      .concat(amount)
      .join(' '),
  )
}

/** Each key that is withheld, and the codes that say why. */
export function withheld({ withheld: all }: Run): readonly string[] {
  return all.map(({ component, owner, earned, problems }) =>
    [component, owner.assignment ?? owner.person, earned.period]
      .concat(problems.map(({ code }) => code))
      .join(' '),
  )
}

/** The parts of the only line of a run. */
export function parts({ lines: [line] }: Run): readonly string[] {
  return (line?.parts ?? []).map(({ from, to, amount }) => `${from} ${to} ${amount}`)
}
