import { add, constant, input, multiply, round } from '../../src/formula/index.js'
import type { Component } from '../../src/pay/component.js'
import { cents, cny } from './accepted-terms.js'

export const pool: Component = {
  component: 'pool',
  of: 'company',
  formula: round(multiply(input('profit', cny, 2), constant('0.10')), cents),
  reads: { profit: { from: 'figure', name: 'profit' } },
}

export const weight: Component = {
  component: 'weight',
  formula: multiply(input('days', 'count', 2), input('score', 'ratio', 2)),
  reads: {
    days: { from: 'time', count: 'present', kinds: ['sick'], basis: { attribute: 'basis' } },
    score: { from: 'component', name: 'score', over: 'before', missing: '1' },
  },
}

export const score: Component = {
  component: 'score',
  formula: add(input('old', 'ratio', 2), constant('0.10')),
  reads: { old: { from: 'component', name: 'score', over: { ago: 12 }, missing: '1.00' } },
}

export const share: Component = {
  component: 'share',
  pays: 'due',
  tags: ['wage'],
  formula: input('part', cny, 2),
  reads: {
    part: {
      from: 'component',
      name: 'pool',
      among: { group: 'company', as: { share: 'weight', least: 'floor', most: 'cap' } },
    },
  },
}

export const floor: Component = { component: 'floor', formula: constant('0.00', cny), reads: {} }
export const cap: Component = { component: 'cap', formula: constant('9000.00', cny), reads: {} }

export const post: Component = {
  component: 'post',
  of: 'assignment',
  formula: input('allowance', cny, 2),
  reads: { allowance: { from: 'attribute', name: 'allowance', on: 'start' } },
}

export const posts: Component = {
  component: 'posts',
  pays: 'due',
  tags: ['wage'],
  formula: input('posts', cny, 2),
  reads: { posts: { from: 'component', name: 'post', as: 'sum' } },
}

export const team: Component = {
  component: 'team',
  of: { by: 'team' },
  formula: input('orders', 'count', 0),
  reads: {
    orders: { from: 'component', name: 'orders', among: { group: { by: 'team' }, as: 'sum' } },
  },
}

export const leader: Component = {
  component: 'leader',
  pays: 'due',
  tags: ['wage'],
  formula: round(
    multiply(
      add(input('below', 'count', 0), input('ahead', 'count', 0), input('team', 'count', 0)),
      constant('10.00', cny),
    ),
    cents,
  ),
  reads: {
    below: {
      from: 'component',
      name: 'orders',
      among: {
        group: { below: 'manager', levels: [1, 2], compress: true },
        only: 'orders',
        where: { role: ['seller'] },
        as: 'sum',
      },
    },
    ahead: {
      from: 'component',
      name: 'orders',
      among: { group: 'company', who: 'ahead', by: 'orders', as: 'count' },
    },
    team: { from: 'component', name: 'team' },
  },
}

export const median: Component = {
  component: 'median',
  period: 'quarter',
  of: 'company',
  formula: input('half', 'count', 0),
  reads: {
    half: {
      from: 'component',
      name: 'orders',
      as: 'most',
      over: { last: 1 },
      among: { group: 'company', as: { quantile: '0.5' } },
    },
  },
}
