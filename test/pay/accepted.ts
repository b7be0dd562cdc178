import {
  add,
  constant,
  divide,
  input,
  match,
  multiply,
  named,
  round,
} from '../../src/formula/index.js'
import type { Book, Component } from '../../src/pay/component.js'
import { money } from '../../src/quantity/index.js'
import {
  cap,
  floor,
  leader,
  median,
  pool,
  post,
  posts,
  score,
  share,
  team,
  weight,
} from './accepted-shares.js'
import { cents, cny } from './accepted-terms.js'

/** A book in which each kind of source stands once at least, and that has no problem. */

const base: Component = {
  component: 'base',
  pays: 'due',
  each: 'stretch',
  tags: ['wage'],
  formula: divide(
    multiply(input('salary', cny, 2), input('part', 'count', 4)),
    input('whole', 'count', 4),
    cents,
  ),
  reads: {
    salary: { from: 'attribute', name: 'salary' },
    part: { from: 'time', count: 'part', basis: 'working' },
    whole: { from: 'time', count: 'whole', basis: 'working' },
  },
}

const overtime: Component = {
  component: 'overtime',
  was: ['extra-hours'],
  pays: 'due',
  tags: ['wage'],
  formula: round(
    multiply(
      input('rate', money('CNY', 'hour'), 2),
      input('hours', 'duration:hour', 1),
      constant('1.5'),
    ),
    cents,
  ),
  reads: {
    rate: { from: 'attribute', name: 'hourly', missing: '0' },
    hours: { from: 'figure', name: 'overtime', missing: '0' },
  },
}

const commission: Component = {
  component: 'commission',
  pays: 'due',
  tags: ['wage'],
  retro: 12,
  each: { record: 'orders', by: 'deal', where: { kind: ['sale', 'refund'] }, over: { last: 3 } },
  eligible: { where: { role: ['seller'], level: { atLeast: '2', below: '9' } }, after: 'last' },
  formula: round(
    multiply(
      input('net', cny, 2),
      match('kind', { east: constant('0.02') }, constant('0.01')),
      add(input('age', 'count', 0), constant('1', 'count')),
    ),
    cents,
  ),
  reads: {
    net: { from: 'records', of: 'orders', as: 'sum', value: 'net', same: ['deal'] },
    kind: { from: 'record', name: 'region', missing: 'west' },
    age: {
      from: 'time',
      count: 'months',
      since: { first: { kind: ['sale'] } },
      until: { last: { kind: ['sale'] } },
    },
  },
}

const orders: Component = {
  component: 'orders',
  formula: add(
    input('all', 'count', 0),
    input('mine', 'count', 0),
    input('buyers', 'count', 0),
    input('month', 'count', 0),
    input('given', 'count', 0),
    input('years', 'count', 0),
  ),
  reads: {
    all: {
      from: 'records',
      of: 'orders',
      as: 'count',
      whose: 'all',
      where: { net: { above: '0' } },
    },
    mine: {
      from: 'records',
      of: 'orders',
      as: 'count',
      over: { since: 'year', through: 'before' },
    },
    buyers: { from: 'records', of: 'orders', as: 'distinct', value: 'buyer', over: { ago: 1 } },
    month: { from: 'time', count: 'month' },
    given: { from: 'figure', name: 'target', period: 'quarter', is: 'given' },
    years: { from: 'time', count: 'years', since: 'hired' },
  },
}

const gross: Component = {
  component: 'gross',
  formula: input('wages', cny, 2),
  reads: { wages: { from: 'component', tag: 'wage', what: 'due' } },
}

const tax: Component = {
  component: 'tax',
  pays: 'cash',
  formula: round(
    multiply(
      add(input('gross', cny, 2), input('year', cny, 2), input('old', cny, 2)),
      constant('-0.03'),
    ),
    cents,
  ),
  reads: {
    gross: { from: 'component', name: 'gross' },
    year: { from: 'component', name: 'gross', over: { since: 'year', through: 'before' } },
    old: { from: 'component', name: 'tax', over: 'before' },
  },
}

const deal: Component = {
  component: 'deal',
  each: { record: 'orders', over: { since: { date: 'hired' } } },
  formula: input('size', cny, 2),
  reads: { size: { from: 'record', name: 'net' } },
}

const place: Component = {
  component: 'place',
  each: { record: 'orders' },
  formula: add(input('ahead', 'count', 0), input('quarter', 'count', 0), input('age', 'count', 0)),
  reads: {
    ahead: {
      from: 'component',
      name: 'deal',
      among: { group: 'company', who: 'ahead', as: 'count' },
    },
    quarter: { from: 'time', count: 'quarter' },
    age: { from: 'time', count: 'months', since: 'opened' },
  },
}

const released: Component = {
  component: 'released',
  each: { record: 'orders', by: 'deal', over: { ago: { days: 30 } } },
  formula: input('sizes', cny, 2),
  reads: {
    sizes: { from: 'component', name: 'deal', same: ['deal'], over: { since: 'ever' } },
  },
}

const meals: Component = {
  component: 'meals',
  each: 'stretch',
  formula: round(
    multiply(input('meal', money('CNY', 'day'), 2), input('days', 'duration:day', 2)),
    cents,
  ),
  reads: {
    meal: { from: 'attribute', name: 'meal' },
    days: { from: 'time', count: 'present', over: { since: { date: 'hired', every: 'year' } } },
  },
}

const norm: Component = {
  component: 'norm',
  each: 'stretch',
  formula: multiply(input('days', 'duration:day', 2), constant('7.5', 'ratio')),
  reads: { days: { from: 'time', count: 'present', over: { last: 1 } } },
}

const rate: Component = {
  component: 'rate',
  each: 'stretch',
  formula: named(
    'Hourly',
    divide(
      input('salary', cny, 2),
      add(input('target', 'count', 0), input('orders', 'count', 0)),
      cents,
    ),
  ),
  reads: {
    salary: { from: 'attribute', name: 'salary' },
    target: { from: 'figure', name: 'target' },
    orders: { from: 'component', name: 'orders' },
  },
}

export const accepted: Book = {
  currency: 'CNY',
  retro: 2,
  rhythms: { month: { kind: 'month' }, quarter: { kind: 'quarter' } },
  basis: { working: { basis: 'working-days', weekend: ['saturday', 'sunday'], holidays: [] } },
  components: Object.fromEntries(
    [
      base,
      overtime,
      commission,
      orders,
      pool,
      weight,
      score,
      share,
      floor,
      cap,
      post,
      posts,
      team,
      leader,
      gross,
      tax,
      median,
      deal,
      place,
      released,
      meals,
      norm,
      rate,
    ].map((component) => [component.component, [{ value: component }]]),
  ),
}
