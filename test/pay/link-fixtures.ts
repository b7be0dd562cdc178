import {
  add,
  constant,
  type Expression,
  input,
  match,
  minimum,
  multiply,
} from '../../src/formula/index.js'
import type { Book, Component, Source } from '../../src/pay/component.js'
import { money } from '../../src/quantity/index.js'
import type { LinkCode } from '../../src/words/index.js'
import { change, type Edit, source, version, type Writable } from './link-edits.js'

const cny = money('CNY')

/** The accepted book with one edit each, after which `link` finds the problem of that code. */
export const fixtures: Record<LinkCode, Edit> = {
  'bad-days': source('orders', 'buyers', { over: { ago: { days: 36_526 } } }),
  'bad-levels': source('leader', 'below', {
    among: { group: { below: 'manager', levels: [2, 1] }, as: 'sum' },
  }),
  'bad-quantile': source('median', 'half', { among: { group: 'company', as: { quantile: '0' } } }),
  'bad-retro': change('commission', { retro: 61 }),
  'bad-window': source('score', 'old', { over: { ago: 0 } }),
  'below-nobody': source('team', 'orders', { among: { group: { below: 'manager' }, as: 'sum' } }),
  'cash-reads-records': source('tax', 'old', {
    from: 'records',
    of: 'orders',
    as: 'sum',
    value: 'net',
    over: 'period',
  }),
  'cash-rhythm': change('tax', { period: 'quarter' }),
  'circular-components': source('score', 'old', { over: 'period' }),
  'coarser-reader': (components) => {
    ;(components['gross'] as Writable<Component>).formula = input('wages', cny, 1)
  },
  'compress-without-only': source('leader', 'below', {
    among: { group: { below: 'manager', compress: true }, as: 'sum' },
  }),
  'convert-unit': source('overtime', 'hours', { convert: { from: 'USD', rates: 'fx' } }),
  'count-unit': change('median', {
    formula: input('half', 'count', 2),
    reads: {
      half: {
        from: 'component',
        name: 'orders',
        among: { group: 'company', as: 'count' },
      },
    },
  }),
  'days-of-periods': source('score', 'old', { over: { ago: { days: 30 } } }),
  'declared-apart': change('post', { reads: { allowance: { from: 'attribute', name: 'hourly' } } }),
  'divides-each-stretch': source('base', 'whole', { count: 'present' }),
  'due-reads-cash': change('posts', {
    tags: [],
    reads: { posts: { from: 'component', name: 'gross' } },
  }),
  'empty-where': change('commission', { eligible: { where: { role: [] } } }),
  'finer-grain': source('posts', 'posts', { as: undefined }),
  'mid-period': version('overtime', '2026-07-02', {}),
  'missing-no-case': change('leader', {
    formula: match('region', { east: constant('1.00', cny) }),
    reads: { region: { from: 'attribute', name: 'region', missing: 'eats' } },
  }),
  'needs-missing': source('score', 'old', { missing: undefined }),
  'no-earlier-value': source('orders', 'mine', { over: 'before' }),
  'no-group': source('orders', 'years', { since: { first: { kind: ['sale'] } } }),
  'no-input': (components) => {
    const { reads } = components['overtime'] as Writable<Component>
    reads['hour'] = { from: 'figure', name: 'hour' }
  },
  'no-parts': source('released', 'sizes', { name: 'posts' }),
  'no-rank': source('leader', 'ahead', { among: { group: 'company', who: 'ahead', as: 'count' } }),
  'no-record': source('overtime', 'hours', { from: 'record', name: 'hours' }),
  'no-source': change('gross', {
    formula: add(input('wages', cny, 2), input('wage', cny, 2)),
  }),
  'no-value': source('orders', 'buyers', { value: undefined }),
  'no-versions': (_, book) => {
    book.components['floor'] = []
    delete book.components['share']
  },
  'not-a-name': change('posts', { tags: ['wage', 'all wages'] }),
  'other-name': change('median', { component: 'middle' }),
  'other-rhythm': source('median', 'half', { over: { ago: 1 } }),
  'other-unit': change('median', { formula: input('half', 'ratio', 0) }),
  'pays-nobody': change('pool', { pays: 'due' }),
  'pays-places': change('share', { tags: [], formula: input('part', cny, 3) }),
  'pays-unit': change('score', { pays: 'due' }),
  'rounds-each-stretch': (components) => {
    const base = components['base'] as Writable<Component>
    Object.assign(base, { formula: minimum(base.formula as Expression, constant('9000.00', cny)) })
  },
  'same-beside': source('released', 'sizes', { among: { group: 'company', as: 'sum' } }),
  'share-below': source('share', 'part', {
    among: { group: { below: 'manager' }, as: { share: 'weight' } },
  }),
  'share-grain': source('share', 'part', { among: { group: 'company', as: { share: 'post' } } }),
  'share-of-some': source('share', 'part', {
    among: { group: 'company', who: 'others', as: { share: 'weight' } },
  }),
  'shorter-figure': change('median', {
    formula: input('half', 'count', 0),
    reads: { half: { from: 'figure', name: 'sold', period: 'month' } },
  }),
  'taken-name': change('base', { was: ['extra-hours'] }),
  'text-from-number': change('leader', {
    formula: match('grade', { a: constant('1.00', cny) }),
    reads: { grade: { from: 'figure', name: 'grade' } },
  }),
  'time-unit': change('floor', {
    formula: multiply(input('month', 'duration:month', 0), constant('1.00', money('CNY', 'month'))),
    reads: { month: { from: 'time', count: 'month' } },
  }),
  'too-many-reads': (components, book) => {
    const gross = components['gross'] as Writable<Component>
    const inputs = Array.from({ length: 1_001 }, (_, i) => `wages-${i}`)
    const read: Source = { from: 'component', tag: 'wage' }
    gross.reads = Object.fromEntries(inputs.map((name) => [name, read])) as typeof gross.reads
    const [first] = book.components['base'] as [Writable<Book['components'][string][number]>]
    for (let i = 0; i < 1_000; i++) book.components[`base-${i}`] = [first]
  },
  'unknown-basis': source('base', 'whole', { basis: 'workng' }),
  'unknown-component': source('gross', 'wages', { tag: undefined, name: 'over-time' }),
  'unknown-currency': (_, book) => {
    book.currency = 'RMB' as 'CNY'
  },
  'unknown-rhythm': change('median', { period: 'quarters' }),
  'unknown-tag': source('gross', 'wages', { tag: 'wages' }),
  'versions-differ': version('overtime', '2026-07-01', { pays: 'cash' }),
  'versions-overlap': version('overtime', '2026-06-01', {}),
}
