import { isTexts } from '../../credit/where.js'
import type { Component, PayBook } from '../../pay/index.js'
import { componentReads } from '../../pay/internal.js'
import { type Decimal, decimal } from '../../quantity/index.js'
import { isShare } from './divided.js'
import { groupsOf } from './wanted.js'

/** A text of an attribute, such as a department, for another one. */
export interface Change {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** The components of which twins need not be paid the same. */
export interface Apart {
  /** By a condition, a group, or what is made of such a component. */
  readonly apart: ReadonlySet<string>
  /** Parts of a division: one of two equal ones may have the odd unit. */
  readonly oddUnit: ReadonlyMap<string, Decimal>
  /** Those whose author says why the attribute may tell, and what is made of them. */
  readonly declared: ReadonlySet<string>
}

/** What sets twins apart of whom one has another text of an attribute. */
export function apartBy(book: PayBook, change: Change | undefined): Apart {
  const all = [...book.components.values()]
  const named = (holds: (component: Component) => boolean) =>
    new Set(
      all
        .filter(({ versions }) => versions.some(({ component }) => holds(component)))
        .map(({ name }) => name),
    )
  const shares = named(isShare)
  const plain = all.flatMap(({ name, versions }) =>
    shares.has(name) && versions.every(({ formula }) => formula.expression.op === 'input')
      ? [[name, decimal(`1e-${(versions[0] as (typeof versions)[number]).formula.scale}`)] as const]
      : [],
  )
  const oddUnit = new Map(plain)
  const apart = readersOf(
    book,
    named((component) => isSetApart(component, change)),
  )
  // What is made of parts of a division may multiply the odd unit.
  for (const name of readersOf(book, shares)) if (!oddUnit.has(name)) apart.add(name)
  const told = change?.name
  const declared = readersOf(
    book,
    named(({ mayRead = {} }) => told !== undefined && Object.hasOwn(mayRead, told)),
  )
  return { apart, oddUnit, declared }
}

/** Components, and all that read one of them, directly or through others. */
function readersOf({ components, tagged }: PayBook, names: ReadonlySet<string>): Set<string> {
  const found = new Set(names)
  for (let size = -1; size < found.size; ) {
    size = found.size
    for (const { name, versions } of components.values())
      for (const { component } of versions)
        if (componentReads(component, tagged).some((read) => found.has(read.name))) found.add(name)
  }
  return found
}

/** Whether a component itself tells twins apart: by a condition, by their group, or by whom they lead. */
function isSetApart(component: Component, change: Change | undefined): boolean {
  const { eligible, reads } = component
  const sources = Object.values(reads)
  const amongs = sources.flatMap((source) =>
    source.from === 'component' && source.among !== undefined ? [source.among] : [],
  )
  // Nobody is told of below a twin, and of two moments that are the same one comes first.
  const byPlace = amongs.some(
    ({ group, who = 'all', by }) =>
      (typeof group === 'object' && 'below' in group) ||
      (by === undefined && (who === 'ahead' || who === 'level')),
  )
  if (byPlace || change === undefined) return byPlace
  const { name, from, to } = change
  const isAsked = [eligible?.where, ...amongs.map(({ where }) => where)].some((where) => {
    const asked = where?.[name]
    return asked !== undefined && isTexts(asked) && asked.includes(from) !== asked.includes(to)
  })
  const byBasis = sources.some(
    (source) =>
      source.from === 'time' &&
      'basis' in source &&
      typeof source.basis === 'object' &&
      source.basis.attribute === name,
  )
  return isAsked || byBasis || groupsOf(component).includes(name)
}
