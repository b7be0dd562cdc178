import { fail } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import { namesReadBy } from './closure.js'
import type { Source } from './component.js'
import { type RawRead, rawReads, tablesOf } from './raw-reads.js'

/** What a component is made of, before any data. Plain data. */
export interface Dependencies {
  /** The components that it reads, directly or through others, in the order in which they are worked out. */
  readonly components: readonly string[]
  /** The attributes that values, conditions, days, bases and groups come from. */
  readonly attributes: readonly string[]
  readonly figures: readonly { readonly name: string; readonly rhythm: string }[]
  /** The tables, and the members of their records that are named. */
  readonly tables: readonly { readonly name: string; readonly members: readonly string[] }[]
  /** What is counted of time, such as `present` or `months`. */
  readonly times: readonly string[]
}

/**
 * What a number is made of: all that a component reads, directly and through the components that it
 * reads, in any version, at any time and among anyone. Names are told once, in the order of reading.
 *
 * Throws a `PolicyError` for a component that the book does not have.
 *
 * @example
 * dependencies(book, 'overtime').figures //=> [{ name: 'overtime', rhythm: 'month' }]
 */
export function dependencies(book: PayBook, component: string): Dependencies {
  componentOf(book, component)
  const names = namesReadBy(book, [component])
  const all = [...book.components.values()].filter(({ name }) => names.has(name))
  const versions = all.flatMap((each) => each.versions.map((version) => ({ ...version, each })))
  const raw = versions.flatMap((version) =>
    rawReads(version.component, '').map((read) => ({ read, each: version.each })),
  )
  const tables = new Map(
    versions
      .flatMap((version) => tablesOf(version.component))
      .map((name) => [name, new Set<string>()]),
  )
  for (const { read } of raw)
    if (read.kind === 'member') tables.get(read.table as string)?.add(read.name)
  const sources = versions.flatMap((version) => Object.values(version.component.reads))
  return {
    components: all.map(({ name }) => name).filter((name) => name !== component),
    attributes: [...new Set(namesOf(raw, 'attribute'))],
    figures: figuresOf(raw),
    tables: [...tables].map(([name, members]) => ({ name, members: [...members] })),
    times: [...new Set(sources.flatMap(countOf))],
  }
}

/** A component of the book. Throws a `PolicyError` where there is none of the name. */
export function componentOf(book: PayBook, name: string): LinkedComponent {
  const component = book.components.get(name)
  if (component !== undefined) return component
  const known = [...book.components.keys()]
  return fail(payProblem('unknown-component', 'component', { found: name, known }))
}

interface ReadOf {
  readonly read: RawRead
  readonly each: LinkedComponent
}

function namesOf(raw: readonly ReadOf[], kind: RawRead['kind']): readonly string[] {
  return raw.flatMap(({ read }) => (read.kind === kind ? [read.name] : []))
}

function figuresOf(raw: readonly ReadOf[]): Dependencies['figures'] {
  const found = new Map<string, Dependencies['figures'][number]>()
  for (const { read, each } of raw) {
    if (read.kind !== 'figure') continue
    const rhythm = read.rhythm ?? each.rhythm
    found.set(`${rhythm} ${read.name}`, { name: read.name, rhythm })
  }
  return [...found.values()]
}

function countOf(source: Source): readonly string[] {
  return source.from === 'time' ? [source.count] : []
}
