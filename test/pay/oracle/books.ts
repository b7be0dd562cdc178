import {
  add,
  atLeast,
  constant,
  divide,
  input,
  multiply,
  round,
  step,
  subtract,
  when,
} from '../../../src/formula/index.js'
import type { Book, Component } from '../../../src/pay/component.js'
import { money } from '../../../src/quantity/index.js'
import { deficit, kicker, sold, spiff, surplus, team, tiered } from './book-sales.js'
import { cents, cny, none, sellers, yuan } from './book-terms.js'

/** A book of components with one version each. */
export function bookOf(components: readonly Component[], retro: number): Book {
  return {
    currency: 'CNY',
    retro,
    components: Object.fromEntries(
      components.map((component) => [component.component, [{ value: component }]]),
    ),
  }
}

const base: Component = {
  component: 'base',
  pays: 'due',
  each: 'stretch',
  tags: ['wage'],
  formula: divide(
    multiply(yuan('salary'), input('present', 'duration:day', 4)),
    input('whole', 'duration:day', 4),
    cents,
  ),
  reads: {
    salary: { from: 'attribute', name: 'salary' },
    present: { from: 'time', count: 'present' },
    whole: { from: 'time', count: 'whole' },
  },
}

/** Not cut by changes: the amount of the first day of the row, less what each day of leave costs. */
const meals: Component = {
  component: 'meals',
  pays: 'due',
  tags: ['wage'],
  eligible: { where: { department: ['office', 'sales'], salary: { atLeast: '1500' } } },
  formula: subtract(
    round(multiply(yuan('salary'), constant('0.1')), cents),
    round(
      multiply(input('away', 'duration:day', 4), constant('10.00', money('CNY', 'day'))),
      cents,
    ),
  ),
  reads: {
    salary: { from: 'attribute', name: 'salary', on: 'start' },
    away: { from: 'time', count: 'absent', kinds: ['leave'] },
  },
}

const gross: Component = {
  component: 'gross',
  formula: yuan('wage'),
  reads: { wage: { from: 'component', tag: 'wage' } },
}

/** A half of what the last two months came to, and of the same month a quarter earlier. */
const thirteenth: Component = {
  component: 'thirteenth',
  pays: 'due',
  formula: divide(add(yuan('recent'), yuan('ago')), constant('24'), cents),
  reads: {
    recent: { from: 'component', name: 'gross', over: { last: 2, through: 'before' } },
    ago: { from: 'component', name: 'gross', over: { ago: 3 } },
  },
}

const kpi = (own?: number): Component => ({
  component: 'bonus',
  pays: 'due',
  ...(own !== undefined && { retro: own }),
  formula: when(
    atLeast(input('kpi', 'ratio', 2), constant('0.9')),
    round(multiply(yuan('salary'), input('kpi', 'ratio', 2), constant('0.2')), cents),
    none,
  ),
  reads: {
    kpi: { from: 'figure', name: 'kpi' },
    salary: { from: 'attribute', name: 'salary', missing: '0' },
  },
})

const measured: Component = {
  component: 'measured',
  pays: 'due',
  eligible: { where: sellers },
  formula: add(
    multiply(input('given', 'count', 0), constant('20.00', cny)),
    round(multiply(input('kpi', 'ratio', 2), constant('100.00', cny)), cents),
  ),
  reads: {
    given: { from: 'figure', name: 'kpi', is: 'given' },
    kpi: { from: 'figure', name: 'kpi', missing: '0' },
  },
}

const fund: Component = {
  component: 'fund',
  of: 'company',
  formula: yuan('profit'),
  reads: { profit: { from: 'figure', name: 'profit' } },
}

const weight = (missing?: string): Component => ({
  component: 'weight',
  eligible: { where: sellers },
  formula: multiply(input('points', 'count', 0), input('present', 'duration:day', 4)),
  reads: {
    points: { from: 'figure', name: 'points', ...(missing !== undefined && { missing }) },
    present: { from: 'time', count: 'present' },
  },
})

const pool: Component = {
  component: 'pool',
  pays: 'due',
  eligible: { where: sellers },
  formula: yuan('share'),
  reads: {
    share: {
      from: 'component',
      name: 'fund',
      among: { group: 'company', as: { share: 'weight' } },
    },
  },
}

const seniority: Component = {
  component: 'seniority',
  pays: 'due',
  formula: step(
    input('years', 'duration:year', 0),
    [
      { value: '0.00' },
      { from: '1', value: '30.00' },
      { from: '2', value: '50.00' },
      { from: '5', value: '90.00' },
    ],
    cny,
  ),
  reads: { years: { from: 'time', count: 'years', since: 'hired' } },
}

/** What each book pays, by its name. */
export const books = {
  commission: [tiered(), kicker, spiff],
  lost: [tiered('lost')],
  salary: [base, meals, gross, thirteenth],
  kpi: [kpi(), measured],
  fixed: [kpi(0), measured],
  pool: [fund, weight('0'), pool],
  weighed: [fund, weight(), pool],
  balance: [seniority, deficit, surplus],
  team: [sold, team],
} as const satisfies Readonly<Record<string, readonly Component[]>>

export type BookName = keyof typeof books
