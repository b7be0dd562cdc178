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
  subtract,
  when,
} from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import { amounts, cents, cny, none, sellers, yuan } from './book-terms.js'

const tiers = [{ rate: '0.03' }, { from: '1000', rate: '0.055' }, { from: '5000', rate: '0.08' }]

/** What the year's sales come to by tiers, less what they came to before this month. */
export const tiered = (after?: 'last' | 'lost'): Component => ({
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
export const kicker: Component = {
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
export const spiff: Component = {
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

/** A deficit is carried until sales have made up for it. */
export const deficit: Component = {
  component: 'deficit',
  eligible: { where: sellers },
  formula: minimum(none, subtract(add(yuan('carried'), yuan('sales')), constant('300.00', cny))),
  reads: {
    carried: { from: 'component', name: 'deficit', over: 'before' },
    sales: amounts(),
  },
}

export const surplus: Component = {
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

export const sold: Component = {
  component: 'sold',
  formula: yuan('sales'),
  reads: { sales: amounts() },
}

/** Of all that the department and the company sold, by how many. */
export const team: Component = {
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
