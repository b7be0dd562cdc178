import { constant, input, multiply } from '../../src/formula/index.js'
import type { Component } from '../../src/pay/component.js'
import { money } from '../../src/quantity/index.js'
import { change, type Edit, source, version, type Writable } from './link-edits.js'

const cny = money('CNY')

/** More edits that are refused, with the code and the place of each problem. */
export const sourceVariants: Readonly<Record<string, readonly [Edit, ...string[]]>> = {
  'steps that are no whole numbers': [
    source('leader', 'below', {
      among: { group: { below: 'manager', levels: [1.5, 2] }, as: 'sum' },
    }),
    'bad-levels components.leader[0].value.reads.below.among.group.levels',
  ],
  'a quantile that is no number': [
    source('median', 'half', { among: { group: 'company', as: { quantile: 'half' } } }),
    'not-a-number components.median[0].value.reads.half.among.as.quantile',
  ],
  'a quantile of records above 1': [
    source('overtime', 'hours', {
      from: 'records',
      of: 'shifts',
      as: { quantile: '1.1' },
      value: 'hours',
    }),
    'bad-quantile components.overtime[0].value.reads.hours.as.quantile',
  ],
  'a book that keeps half a period open': [
    (_, book) => {
      book.retro = 0.5
    },
    'bad-retro retro',
  ],
  'a component that keeps less than none open': [
    change('base', { retro: -1 }),
    'bad-retro components.base[0].value.retro',
  ],
  'a window of half a period': [
    source('orders', 'mine', { over: { last: 0.5 } }),
    'bad-window components.orders[0].value.reads.mine.over.last',
  ],
  'a window of many lives': [
    change('commission', { each: { record: 'orders', by: 'deal', over: { last: 1_201 } } }),
    'bad-window components.commission[0].value.each.over.last',
  ],
  'records of an earlier value': [
    change('commission', { each: { record: 'orders', by: 'deal', over: 'before' } }),
    'no-earlier-value components.commission[0].value.each.over',
  ],
  'days of an earlier value': [
    source('weight', 'days', { over: 'before' }),
    'no-earlier-value components.weight[0].value.reads.days.over',
  ],
  'cash for each record': [
    change('tax', { each: { record: 'orders' } }),
    'cash-reads-records components.tax[0].value.each',
  ],
  'a circle of several': [
    source('orders', 'all', { from: 'component', name: 'team' }),
    'circular-components components.orders',
  ],
  'a tag that holds its reader': [
    change('gross', { tags: ['wage'] }),
    'circular-components components.gross',
  ],
  'what earns by its own payments': [
    change('posts', {
      tags: [],
      reads: { posts: { from: 'component', name: 'base', what: 'due' } },
    }),
    'due-reads-cash components.posts[0].value.reads.posts',
  ],
  'what earns by what reads what is paid': [
    (components) => {
      const posts = components['posts'] as Writable<Component>
      posts.tags = []
      posts.reads['posts'] = { from: 'component', tag: 'net' }
      ;(components['gross'] as Writable<Component>).tags = ['net']
    },
    'due-reads-cash components.posts[0].value.reads.posts',
  ],
  'bounds that are none': [
    change('commission', { eligible: { where: { level: {} } } }),
    'empty-where components.commission[0].value.eligible.where.level',
  ],
  'a bound that is no number': [
    change('commission', { eligible: { where: { level: { atLeast: 'two' } } } }),
    'not-a-number components.commission[0].value.eligible.where.level.atLeast',
  ],
  'the company reads people': [
    source('median', 'half', { among: undefined, as: undefined }),
    'finer-grain components.median[0].value.reads.half',
  ],
  'a default that is no number': [
    source('overtime', 'hours', { missing: 'none' }),
    'not-a-number components.overtime[0].value.reads.hours.missing',
  ],
  'a default with too many places': [
    source('overtime', 'hours', { missing: '0.25' }),
    'too-many-places components.overtime[0].value.reads.hours.missing',
  ],
  'points of a year ago without a default': [
    change('score', {
      formula: input('old', 'points', 2),
      reads: { old: { from: 'component', name: 'score', over: { ago: 1 } } },
    }),
    'other-unit components.weight[0].value.reads.score',
    'needs-missing components.score[0].value.reads.old',
  ],
  'records like others of a row without records': [
    source('orders', 'buyers', { same: ['deal'] }),
    'no-record components.orders[0].value.reads.buyers.same',
  ],
  'a component of the same records of a row without records': [
    source('median', 'half', { name: 'place', of: 'company', same: ['deal'], among: undefined }),
    'finer-grain components.median[0].value.reads.half',
    'no-record components.median[0].value.reads.half.same',
  ],
  'what was paid of the same records': [
    source('released', 'sizes', { what: 'due', over: 'period' }),
    'same-beside components.released[0].value.reads.sizes.same',
    'cash-reads-records components.released[0].value.each',
  ],
  'records of a component whose first value stands': [
    source('released', 'sizes', {}, change('deal', { retro: 0 })),
    'no-parts components.released[0].value.reads.sizes.same',
  ],
  'a component of no such name, of the same records': [
    source('released', 'sizes', { name: 'dael' }),
    'unknown-component components.released[0].value.reads.sizes.name',
  ],
  'half a day earlier': [
    source('orders', 'buyers', { over: { ago: { days: 0.5 } } }),
    'bad-days components.orders[0].value.reads.buyers.over.ago.days',
  ],
  'people who are level in nothing': [
    source('leader', 'ahead', { among: { group: 'company', who: 'level', as: 'count' } }),
    'no-rank components.leader[0].value.reads.ahead.among',
  ],
  'a figure that is given as a ratio': [
    change('floor', {
      formula: multiply(input('given', 'ratio', 0), constant('1.00', cny)),
      reads: { given: { from: 'figure', name: 'target', is: 'given' } },
    }),
    'count-unit components.floor[0].value.reads.given',
  ],
  'a figure of no rhythm': [
    source('overtime', 'hours', { period: 'week' }),
    'unknown-rhythm components.overtime[0].value.reads.hours.period',
  ],
  'a figure beside a component of no rhythm': [
    change('floor', {
      period: 'week',
      formula: input('least', cny, 2),
      reads: { least: { from: 'figure', name: 'least', period: 'month' } },
    }),
    'unknown-rhythm components.floor[0].value.period',
  ],
  'a version that begins within a period of no kind': [
    (components, book) => {
      version('overtime', '2026-07-02', {})(components, book)
      book.rhythms = { month: { kind: 'moon' as 'month' }, quarter: { kind: 'quarter' } }
    },
    'not-a-period-kind rhythms.month.kind',
  ],
  'a version that begins within a quarter': [
    version('median', '2026-08-01', {}),
    'mid-period components.median[1].from',
  ],
  'a rhythm of no kind': [
    (_, book) => {
      book.rhythms = { month: { kind: 'moon' as 'month' }, quarter: { kind: 'quarter' } }
    },
    'not-a-period-kind rhythms.month.kind',
  ],
  'a rhythm of a bad calendar': [
    (_, book) => {
      const calendar = { kind: 'gregorian', startMonth: 13 as 12 } as const
      book.rhythms = { month: { kind: 'month' }, quarter: { kind: 'quarter', calendar } }
    },
    'too-big rhythms.quarter.calendar.startMonth',
  ],
  'a basis that is none': [
    (_, book) => {
      book.basis = { working: { basis: 'fixed-31' as 'fixed-30' } }
    },
    'not-offered basis.working.basis',
  ],
}
