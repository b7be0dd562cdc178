import {
  add,
  constant,
  divide,
  type Expression,
  input,
  match,
  minimum,
  multiply,
  named,
} from '../../src/formula/index.js'
import type { Book, Component, Source } from '../../src/pay/component.js'
import { money } from '../../src/quantity/index.js'
import type { LinkCode } from '../../src/words/index.js'
import { accepted } from './accepted.js'

/** The accepted book with one edit each, after which `link` finds the problem of that code. */

type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> }
type Edit = (components: Record<string, Writable<Component>>, book: Writable<Book>) => void

const cny = money('CNY')

/** A source of an input replaced, or some of its members. */
function source(component: string, name: string, members: object, also?: Edit): Edit {
  return (components, book) => {
    also?.(components, book)
    const { reads } = components[component] as Writable<Component>
    reads[name] = { ...reads[name], ...members } as Writable<Source>
  }
}

function change(component: string, members: Partial<Component>): Edit {
  return (components) => {
    Object.assign(components[component] as object, members)
  }
}

/** The accepted book after an edit. */
export function edited(edit: Edit): Book {
  const book = structuredClone(accepted) as Writable<Book>
  const components = Object.entries(book.components).map(
    ([name, [version]]) => [name, version?.value] as const,
  )
  edit(Object.fromEntries(components) as Record<string, Writable<Component>>, book)
  return book as Book
}

/** A second version of a component, with other members than the first. */
function version(component: string, from: string | undefined, members: Partial<Component>): Edit {
  return (_, book) => {
    const versions = book.components[component] as Writable<Book['components'][string]>
    const [first] = versions as [Writable<Book['components'][string][number]>]
    first.to = '2026-06-30'
    versions.push({ from, value: { ...structuredClone(first.value), ...members } as never })
  }
}

export const fixtures: Record<LinkCode, Edit> = {
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

/** More edits that are refused, with the code and the place of each problem. */
export const variants: Readonly<Record<string, readonly [Edit, ...string[]]>> = {
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
