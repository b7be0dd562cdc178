import { digestOf } from '../problem/index.js'
import { remembered } from '../problem/remembered.js'
import type { LinkedComponent, LinkedVersion, PayBook } from './book.js'
import { componentReads } from './reads.js'
import type { ChangedVersion } from './run.js'
import type { Timeline } from './timeline.js'

/** The digest of the texts that decide a component in a period: its versions, and those of all it is made of. */
export type TextOf = (component: LinkedComponent, index: number) => string

/** Texts of a book; each set of versions is digested once. */
export function textsOf(
  { components, tagged }: PayBook,
  timelineOf: (component: LinkedComponent) => Timeline,
): TextOf {
  const madeOf = new Map<string, readonly LinkedComponent[]>()
  const known = new Map<string, string>()
  const parts = (component: LinkedComponent): readonly LinkedComponent[] => {
    const found = madeOf.get(component.name)
    if (found !== undefined) return found
    const names = new Set([component.name])
    // What is added while it is gone through is gone through too.
    for (const name of names)
      for (const { component: each } of (components.get(name) as LinkedComponent).versions)
        for (const read of componentReads(each, tagged)) names.add(read.name)
    const made = [...names].sort().map((name) => components.get(name) as LinkedComponent)
    madeOf.set(component.name, made)
    return made
  }
  const textOf = (component: LinkedComponent, index: number) => {
    const { from, to } = timelineOf(component).at(index)
    const versions = parts(component).flatMap((part) =>
      part.versions.filter((version) => covers(version, from, to)).map(({ digest }) => digest),
    )
    const key = versions.join(' ')
    const digest = known.get(key) ?? digestOf(versions)
    known.set(key, digest)
    return digest
  }
  const texts = remembered((component: LinkedComponent) =>
    remembered((index: number) => textOf(component, index)),
  )
  return (component, index) => texts(component)(index)
}

function covers({ from, to }: LinkedVersion, first: string, last: string): boolean {
  return (from === undefined || from <= last) && (to === undefined || to >= first)
}

/** The digest of each version of a book, for the run that comes after. */
export function versionDigests({ components }: PayBook): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...components.values()].flatMap(({ name, versions }) =>
      versions.map(({ from, digest }) => [`${name} ${from ?? ''}`.trim(), digest]),
    ),
  )
}

/** The versions whose text is not what it was in the run before. */
export function changedVersions(
  { components }: PayBook,
  before: Readonly<Record<string, string>>,
): readonly ChangedVersion[] {
  return [...components.values()].flatMap(({ name, versions }) =>
    versions.flatMap(({ from, digest }) => {
      const old = before[`${name} ${from ?? ''}`.trim()]
      if (old === undefined || old === digest) return []
      return [{ component: name, ...(from !== undefined && { from }), old, new: digest }]
    }),
  )
}
