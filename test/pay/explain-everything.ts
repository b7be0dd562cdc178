import { add, constant, type Expression, multiply, named, round } from '../../src/formula/index.js'
import {
  amount,
  attribute,
  book,
  component,
  days,
  figure,
  matching,
  member,
  monthOfYear,
  quarterOfYear,
  records,
  service,
  tagged,
  type Version,
} from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'

const cny = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const yuan = constant('1', cny)
const due = { pays: 'due' } as const
const number = { unit: 'count', scale: 2 } as const
const count = (name: string, source: object) =>
  amount(name, 'count', 2, { input: `${name}${Object.keys(source).length}`, ...source })

/** So many units of money: each input is told below it. */
const paid = (name: string, ...of: Expression[]) => component(name, due, multiply(add(...of), yuan))

const score = figure('score', 'count', 2, { missing: '0' })
const points = component('points', { tags: ['points'] }, score)

const time = paid(
  'time',
  service('months', 'hired', { unit: 'count', until: 'trained' }),
  service('years', 'married', { unit: 'count', missing: '0' }),
  monthOfYear(),
  quarterOfYear(),
  days('absent', { ...number, kinds: ['sick'], basis: { attribute: 'week' } }),
  days('present', { ...number, over: { since: 'year', through: 'before' } }),
  days('whole', { ...number, over: { last: 2 } }),
  days('absent', { ...number, over: { since: 'ever' }, input: 'ever' }),
  figure('score', 'count', 0, { is: 'given', input: 'isGiven' }),
  figure('talks', 'count', 0, { is: 'given' }),
  figure('gone', 'count', 0, { missing: '0' }),
  amount('open', 'count', 2),
  attribute('level', 'count', 0, { missing: '1' }),
)

const amounts = { value: 'amount', ...number, unit: 'count' } as const
const happened = paid(
  'happened',
  records('shifts', 'most', { ...amounts, input: 'most' }),
  records('shifts', 'least', { ...amounts, input: 'least' }),
  records('shifts', 'first', { ...amounts, input: 'first', over: { since: 'ever' } }),
  records('shifts', 'last', {
    ...amounts,
    input: 'last',
    where: { place: ['moon'] },
    missing: '0',
  }),
  records('shifts', 'distinct', { value: 'place', input: 'places' }),
  records('shifts', { quantile: '0.5' }, { ...amounts, input: 'middle', whose: 'all' }),
  records('shifts', 'sum', {
    ...amounts,
    input: 'big',
    where: { amount: { atLeast: '2', atMost: '8' } },
  }),
)

const over = paid(
  'over',
  count('points', { over: 'before', input: 'before' }),
  count('points', { as: 'most', over: { last: 2 }, input: 'best' }),
  count('points', { over: { since: 'ever', through: 'before' }, input: 'all' }),
  count('points', { over: { ago: 40 }, input: 'ago' }),
  count('points', { as: 'least', over: { ago: 40 }, missing: '0', input: 'fallback' }),
  count('team', {}),
  count('quarterly', {}),
  tagged('points', 'count', 2, { input: 'tagged' }),
)
const team = component(
  'team',
  { of: { by: 'team' }, label: 'Team points' },
  amount('points', 'count', 2, { among: { group: { by: 'team' }, as: 'sum' } }),
)
const quarterly = component('quarterly', { period: 'quarter' }, amount('points', 'count', 2))
const quarter = component(
  'quarter',
  { period: 'quarter', pays: 'due' },
  multiply(amount('quarterly', 'count', 2), yuan),
)

const others = paid(
  'others',
  count('points', {
    input: 'others',
    among: { group: 'company', who: 'others', where: { team: ['red'] }, only: 'points', as: 'sum' },
  }),
  count('points', {
    input: 'below',
    among: { group: { below: 'manager' }, as: 'most' },
    missing: '0',
  }),
  amount('points', 'count', 0, {
    input: 'level',
    among: { group: 'company', who: 'level', by: 'points', as: 'count' },
  }),
  tagged('points', 'count', 2, {
    input: 'mine',
    among: { group: 'person', as: { quantile: '0.5' } },
  }),
)

const pot = component('pot', { of: 'company' }, figure('pot', cny, 2))
const shared = component(
  'shared',
  due,
  amount('pot', cny, 2, {
    among: {
      group: 'company',
      who: 'level',
      by: 'points',
      where: { team: ['red'] },
      as: { share: 'points', least: 'none', most: 'lots' },
    },
  }),
)
const none = component('none', {}, constant('0.00', cny))
const lots = component('lots', {}, constant('900.00', cny))
const earlier = component(
  'earlier',
  due,
  amount('pot', cny, 2, {
    over: { last: 2 },
    among: { group: 'company', as: { share: 'points' } },
  }),
)

const pay = attribute('pay', cny, 2)
const stretched = (name: string, formula: Expression) =>
  component(name, { pays: 'due', each: 'stretch' }, formula)
const byTeam = matching(attribute('team'), { red: constant('2'), blue: constant('3') })
const rounds = stretched(
  'rounds',
  named('Rounded pay', round(multiply(pay, byTeam, constant('0.333')), cents), '§9'),
)
const adds = stretched('adds', multiply(pay, byTeam))
const large = stretched(
  'large',
  add(...Array.from({ length: 5_500 }, () => pay), multiply(pay, byTeam)),
)
const versions: readonly Version[] = [
  { to: '2026-03-15', value: stretched('cut', pay) },
  { from: '2026-03-16', value: stretched('cut', multiply(pay, constant('2'))) },
]

export const everyBook = book(
  [
    points,
    component('open', { of: 'company' }, days('absent', { unit: 'count', scale: 2 })),
    time,
    happened,
    over,
    team,
    quarterly,
    quarter,
    others,
    pot,
    none,
    lots,
    shared,
    earlier,
    rounds,
    adds,
    large,
    ...versions,
    component(
      'many',
      { pays: 'due', each: { record: 'shifts' } },
      multiply(
        add(
          member('amount', 'count', 2),
          member('bonus', 'count', 2, { missing: '0' }),
          amount('points', 'count', 2),
        ),
        matching(member('place'), { dock: constant('2') }, constant('1')),
        yuan,
      ),
    ),
  ],
  {
    currency: 'CNY',
    retro: 1,
    rhythms: { month: { kind: 'month' }, quarter: { kind: 'quarter' } },
    basis: { six: { basis: 'working-days', weekend: ['sunday'], holidays: [] } },
  },
)
