import { inReadingOrder } from '../formula/internal.js'
import type { Book, Component } from './component.js'
import { type ComponentRead, componentReads, isOverTime, isWithinPeriod, tagsOf } from './reads.js'
import { rhythmsOf } from './rhythms.js'

/** How the components of a book read each other. */
export interface Order {
  /** In the order in which they can be worked out within a period, what is paid in cash last. */
  readonly names: readonly string[]
  /** Components that read each other within a period, in the order of reading. */
  readonly circles: readonly (readonly string[])[]
  readonly tagged: ReadonlyMap<string, readonly string[]>
  /** What each component reads, over all its versions. */
  readonly reads: ReadonlyMap<string, readonly ComponentRead[]>
  readonly cash: ReadonlySet<string>
  readonly kept: ReadonlySet<string>
  readonly wide: ReadonlySet<string>
}

/** Orders the components of a book; a name that none has is left out. */
export function orderOf(book: Book): Order {
  const versions = new Map(
    Object.entries(book.components).map(([name, all]) => [name, all.map(({ value }) => value)]),
  )
  const known = tagsOf(book)
  const reads = new Map(
    [...versions].map(([name, all]) => [
      name,
      all
        .flatMap((component) => componentReads(component, known))
        .filter((read) => versions.has(read.name)),
    ]),
  )
  const within = [...reads].map(([name, read]) => {
    const first = read.filter(isWithinPeriod).map((each) => each.name)
    return [name, [...new Set(first)]] as const
  })
  const { order, circles } = inReadingOrder(new Map(within))
  const cash = spread(reads, (name) => isCashItself(versions.get(name) as Component[]))
  const names = [...order.filter((name) => !cash.has(name)), ...order.filter((n) => cash.has(n))]
  const inOrder = new Map(names.map((name, i) => [name, i]))
  const place = (name: string) => inOrder.get(name) as number
  return {
    names,
    circles,
    tagged: new Map(
      [...known].map(([tag, of]) => [tag, of.toSorted((a, b) => place(a) - place(b))]),
    ),
    reads,
    cash,
    kept: keptIn(book, versions, reads, cash),
    wide: spread(reads, (name) => (versions.get(name) as Component[]).some(isWideItself)),
  }
}

/** The components of which something holds, and all that read them, directly or through others. */
function spread(
  reads: ReadonlyMap<string, readonly ComponentRead[]>,
  holds: (name: string) => boolean,
): ReadonlySet<string> {
  const readers = new Map<string, string[]>([...reads.keys()].map((name) => [name, []]))
  for (const [reader, read] of reads)
    for (const { name } of read) (readers.get(name) as string[]).push(reader)
  const found = new Set([...reads.keys()].filter(holds))
  // What is added while it is gone through is gone through too.
  for (const name of found) for (const reader of readers.get(name) as string[]) found.add(reader)
  return found
}

function isCashItself(versions: readonly Component[]): boolean {
  return versions.some(
    ({ pays, reads }) =>
      pays === 'cash' ||
      Object.values(reads).some((source) => source.from === 'component' && source.what === 'due'),
  )
}

/** Whether what others are told can change it. */
function isWideItself({ of = 'person', reads }: Component): boolean {
  return (
    of === 'company' ||
    typeof of === 'object' ||
    Object.values(reads).some(
      (source) =>
        (source.from === 'component' && source.among !== undefined) ||
        (source.from === 'records' && source.whose === 'all'),
    )
  )
}

/** The components whose values a later run, or another horizon, asks for. */
function keptIn(
  book: Book,
  versions: ReadonlyMap<string, readonly Component[]>,
  reads: ReadonlyMap<string, readonly ComponentRead[]>,
  cash: ReadonlySet<string>,
): ReadonlySet<string> {
  const [main] = Object.keys(rhythmsOf(book))
  const first = (name: string) => versions.get(name)?.[0]
  const rhythm = (name: string) => first(name)?.period ?? main
  const kept = new Set(
    [...versions.keys()].filter((name) => cash.has(name) || first(name)?.retro === 0),
  )
  for (const [reader, read] of reads)
    for (const { name, source, as } of read) {
      const overTime = as === 'value' && isOverTime(source.over)
      const unpaid = as === 'value' && source.what === 'due' && first(name)?.pays === undefined
      // Its period may have closed before the reader's.
      const apart = rhythm(name) !== rhythm(reader) || first(name)?.retro !== undefined
      if (overTime || unpaid || apart) kept.add(name)
    }
  return kept
}
