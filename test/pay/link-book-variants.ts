import {
  add,
  constant,
  divide,
  type Expression,
  input,
  match,
  multiply,
  named,
} from '../../src/formula/index.js'
import type { Book, Component } from '../../src/pay/component.js'
import { money } from '../../src/quantity/index.js'
import { change, type Edit, source, version, type Writable } from './link-edits.js'

const cny = money('CNY')

/** More edits that are refused, with the code and the place of each problem. */
export const bookVariants: Readonly<Record<string, readonly [Edit, ...string[]]>> = {
  'a share bounded by another unit': [
    source('share', 'part', {
      among: { group: 'company', as: { share: 'weight', most: 'score' } },
    }),
    'other-unit components.share[0].value.reads.part.among.as.most',
  ],
  'a share bounded to more places': [
    change('cap', { formula: constant('9000.000', cny) }),
    'coarser-reader components.share[0].value.reads.part.among.as.most',
  ],
  'a share by nothing': [
    source('share', 'part', { among: { group: 'company', as: { share: 'wieght' } } }),
    'unknown-component components.share[0].value.reads.part.among.as.share',
  ],
  'only those of nothing': [
    source('leader', 'below', { among: { group: { below: 'manager' }, only: 'order', as: 'sum' } }),
    'unknown-component components.leader[0].value.reads.below.among.only',
  ],
  'a share of the row ahead': [
    source('share', 'part', {
      among: { group: 'company', who: 'ahead', by: 'weight', as: { share: 'weight' } },
    }),
    'share-of-some components.share[0].value.reads.part.among.who',
  ],
  'a stretch divided by hours': [
    change('base', {
      formula: named(
        'Base',
        divide(
          input('salary', cny, 2),
          add(input('whole', 'count', 0), input('sold', 'count', 0)),
          {
            places: 2,
            rounding: 'half-up',
          },
        ),
      ),
      reads: {
        salary: { from: 'attribute', name: 'salary' },
        whole: { from: 'time', count: 'whole' },
        sold: { from: 'records', of: 'orders', as: 'count' },
      },
    }),
    'divides-each-stretch components.base[0].value.formula.of.right',
  ],
  'a name of now as one of before': [
    change('base', { was: ['gross', 'gross'] }),
    'taken-name components.base[0].value.was[0]',
  ],
  'the name of now as one of before': [
    change('base', { was: ['base'] }),
    'taken-name components.base[0].value.was[0]',
  ],
  'a date that is read as a number': [
    change('posts', {
      tags: [],
      reads: { posts: { from: 'attribute', name: 'hired' } },
    }),
    'declared-apart components.posts[0].value.reads.posts',
  ],
  'a text that is within bounds elsewhere': [
    change('leader', {
      formula: match('level', { '2': constant('1.00', cny) }),
      reads: { level: { from: 'attribute', name: 'level' } },
    }),
    'declared-apart components.leader[0].value.reads.level',
  ],
  'a member of two units': [
    source('commission', 'net', { value: 'amount' }, (components) => {
      const { reads } = components['overtime'] as Writable<Component>
      reads['hours'] = {
        from: 'records',
        of: 'orders',
        as: 'sum',
        value: 'amount',
      }
    }),
    'declared-apart components.commission[0].value.reads.net',
  ],
  'a version that begins on no day': [
    version('overtime', '2026-02-30', {}),
    'not-a-date components.overtime[1].from',
  ],
  'a version that ends on no day': [
    (_, book) => {
      const versions = book.components['overtime'] as Writable<Book['components'][string]>
      const [first] = versions as [Writable<Book['components'][string][number]>]
      first.to = '2026-13-01'
      versions.push({ from: '2027-01-01', value: first.value })
    },
    'not-a-date components.overtime[0].to',
  ],
  'a version that ends before it begins': [
    (_, book) => {
      const [first] = book.components['overtime'] as unknown as [{ from: string; to: string }]
      Object.assign(first, { from: '2026-02-01', to: '2026-01-31' })
    },
    'ends-before-start components.overtime[0].to',
  ],
  'a later version without a first day': [
    version('overtime', undefined, {}),
    'versions-overlap components.overtime[1]',
  ],
  'a version after one without end': [
    (_, book) => {
      const versions = book.components['overtime'] as Writable<Book['components'][string]>
      const [first] = versions as [Writable<Book['components'][string][number]>]
      versions.push({ from: '2027-01-01', value: first.value })
    },
    'versions-overlap components.overtime[1]',
  ],
  'versions of other scopes, units and places': [
    version('post', '2026-07-01', {
      of: { by: 'team' },
      each: 'stretch',
      formula: input('allowance', 'ratio', 4),
    }),
    'versions-differ components.post[1].value.of',
    'versions-differ components.post[1].value.each',
    'versions-differ components.post[1].value.formula',
    'versions-differ components.post[1].value.formula',
    'declared-apart components.post[1].value.reads.allowance',
  ],
  'a formula that is wrong': [
    change('floor', { formula: add() }),
    'empty-list components.floor[0].value.formula.of',
  ],
  'a formula that is wrong, read by others': [
    change('orders', { formula: add(input('all', 'count', 0), constant('1', 'ratio')) }),
    'mixed-units components.orders[0].value.formula',
  ],
  'a formula that is too deep': [
    change('floor', { formula: nested(120) }),
    'too-deep components.floor[0].value.formula',
  ],
  'a formula that is wrong, of each stretch': [
    change('norm', { formula: add() }),
    'empty-list components.norm[0].value.formula.of',
  ],
  'an input of no unit': [
    change('floor', {
      formula: input('least', 'yen' as 'count', 0),
      reads: { least: { from: 'attribute', name: 'least', missing: '1.5' } },
    }),
    'unknown-unit components.floor[0].value.formula.unit',
  ],
  'a divisor without a source': [
    change('rate', {
      formula: divide(input('salary', cny, 2), input('target', 'count', 0), {
        places: 2,
        rounding: 'half-up',
      }),
      reads: { salary: { from: 'attribute', name: 'salary' } },
    }),
    'no-source components.rate[0].value.reads',
  ],
  'a text from an earlier component': [
    change('leader', {
      formula: match('old', { a: constant('1.00', cny) }, constant('0.00', cny)),
      reads: { old: { from: 'component', name: 'leader', over: 'before' } },
    }),
    'text-from-number components.leader[0].value.reads.old',
  ],
  'how many there were as a ratio': [
    change('norm', {
      each: undefined,
      formula: input('old', 'ratio', 0),
      reads: { old: { from: 'component', name: 'post', over: 'before', as: 'distinct' } },
    }),
    'count-unit components.norm[0].value.reads.old',
  ],
  'a quarter in months': [
    change('floor', {
      formula: multiply(input('q', 'duration:month', 0), constant('1.00', money('CNY', 'month'))),
      reads: { q: { from: 'time', count: 'quarter' } },
    }),
    'time-unit components.floor[0].value.reads.q',
  ],
  'what earns by a chain of what is paid': [
    (components) => {
      const posts = components['posts'] as Writable<Component>
      posts.tags = []
      posts.reads['posts'] = { from: 'component', name: 'rate' }
      change('rate', {
        each: undefined,
        formula: input('gross', cny, 2),
        reads: { gross: { from: 'component', name: 'gross' } },
      })(components, {} as Writable<Book>)
    },
    'due-reads-cash components.posts[0].value.reads.posts',
  ],
  'a version after one that ends on no day': [
    (_, book) => {
      const versions = book.components['overtime'] as Writable<Book['components'][string]>
      const [first] = versions as [Writable<Book['components'][string][number]>]
      first.to = '2026-13-01'
      versions.push({ from: '2026-07-01', value: first.value })
    },
    'not-a-date components.overtime[0].to',
  ],
  'a tag that nobody has, read by what is due': [
    change('posts', { tags: [], reads: { posts: { from: 'component', tag: 'post' } } }),
    'unknown-tag components.posts[0].value.reads.posts.tag',
  ],
  'a basis of a book without any': [
    (_, book) => {
      delete book.basis
    },
    'unknown-basis components.base[0].value.reads.part.basis',
    'unknown-basis components.base[0].value.reads.whole.basis',
  ],
  'an amount of another currency': [
    change('posts', { tags: [], formula: input('posts', money('USD'), 2) }),
    'other-unit components.posts[0].value.reads.posts',
    'pays-unit components.posts[0].value.formula',
  ],
  'a component paid to a group, in ratios': [
    change('team', { pays: 'due' }),
    'pays-nobody components.team[0].value.of',
    'pays-unit components.team[0].value.formula',
  ],
}

function nested(depth: number): Expression {
  let node: Expression = constant('1', cny)
  for (let i = 0; i < depth; i++) node = named('More', node)
  return node
}
