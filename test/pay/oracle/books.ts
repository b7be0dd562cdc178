import {
  add,
  atLeast,
  constant,
  divide,
  input,
  marginal,
  maximum,
  minimum,
  multiply,
  round,
  step,
  subtract,
  when,
} from '../../../src/formula/index.js'
import type { Book, Component, RecordsSource } from '../../../src/pay/component.js'
import { money } from '../../../src/quantity/index.js'

const cny = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const yuan = (name: string) => input(name, cny, 2)
const none = constant('0', cny)

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

const amounts = (over?: RecordsSource['over']): RecordsSource => ({
  from: 'records',
  of: 'deals',
  as: 'sum',
  value: 'amount',
  ...(over !== undefined && { over }),
})

const tiers = [{ rate: '0.03' }, { from: '1000', rate: '0.055' }, { from: '5000', rate: '0.08' }]
const sellers = { department: ['sales'] }

/** What the year's sales come to by tiers, less what they came to before this month. */
const tiered = (after?: 'last' | 'lost'): Component => ({
  component: 'commission',
  pays: 'due',
  eligible: { where: sellers, ...(after !== undefined && { after }) },
  formula: subtract(
    round(marginal(yuan('year'), tiers), cents),
    round(marginal(yuan('before'), tiers), cents),
  ),
  reads: {
    year: amounts({ since: 'year' }),
    before: amounts({ since: 'year', through: 'before' }),
  },
})

/** Whoever sells is worth at least something, and more from three units on. */
const kicker: Component = {
  component: 'guarantee',
  pays: 'due',
  eligible: { where: sellers },
  formula: add(
    maximum(none, subtract(constant('100.00', cny), yuan('commission'))),
    when(atLeast(input('units', 'count', 0), constant('3', 'count')), constant('50.00', cny), none),
  ),
  reads: {
    commission: { from: 'component', name: 'commission' },
    units: { from: 'records', of: 'deals', as: 'sum', value: 'units' },
  },
}

/** So much of each piece of some channels, of the last three months. */
const spiff: Component = {
  component: 'spiff',
  pays: 'due',
  formula: multiply(input('big', 'count', 0), constant('7.50', cny)),
  reads: {
    big: {
      from: 'records',
      of: 'deals',
      as: 'sum',
      value: 'units',
      where: { channel: ['web', 'shop'], amount: { above: '-5000', atMost: '900' } },
      over: { last: 3 },
    },
  },
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

/** A deficit is carried until sales have made up for it. */
const deficit: Component = {
  component: 'deficit',
  eligible: { where: sellers },
  formula: minimum(none, subtract(add(yuan('carried'), yuan('sales')), constant('300.00', cny))),
  reads: {
    carried: { from: 'component', name: 'deficit', over: 'before' },
    sales: amounts(),
  },
}

const surplus: Component = {
  component: 'surplus',
  pays: 'due',
  eligible: { where: sellers },
  formula: round(
    multiply(
      maximum(none, subtract(add(yuan('carried'), yuan('sales')), constant('300.00', cny))),
      constant('0.05'),
    ),
    cents,
  ),
  reads: {
    carried: { from: 'component', name: 'deficit', over: 'before' },
    sales: amounts(),
  },
}

const sold: Component = {
  component: 'sold',
  formula: yuan('sales'),
  reads: { sales: amounts() },
}

/** Of all that the department and the company sold, by how many. */
const team: Component = {
  component: 'team',
  pays: 'due',
  formula: divide(
    add(
      multiply(yuan('department'), constant('0.02')),
      multiply(yuan('company'), constant('0.01')),
    ),
    input('people', 'count', 0),
    cents,
  ),
  reads: {
    department: {
      from: 'component',
      name: 'sold',
      among: { group: { by: 'department' }, as: 'sum' },
    },
    company: { from: 'component', name: 'sold', among: { group: 'company', as: 'sum' } },
    people: { from: 'component', name: 'sold', among: { group: 'company', as: 'count' } },
  },
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
