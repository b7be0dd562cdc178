import type { Book, Component, ComponentSource, Over } from './component.js'

/** A component that another one reads, and how. */
export interface ComponentRead {
  readonly name: string
  /** The input that it is read for. */
  readonly input: string
  readonly source: ComponentSource
  /** `value`: what is read; the others only choose, rank, weigh or bound the members of a group. */
  readonly as: 'value' | 'only' | 'by' | 'share' | 'least' | 'most'
}

/** The names of the components with each tag, as they stand in the book. */
export function tagsOf({ components }: Pick<Book, 'components'>): Map<string, readonly string[]> {
  const tagged = new Map<string, string[]>()
  for (const [name, versions] of Object.entries(components))
    for (const tag of new Set(versions.flatMap(({ value }) => value.tags ?? [])))
      tagged.set(tag, [...(tagged.get(tag) ?? []), name])
  return tagged
}

/** Every component that a component names in its sources; of a tag, those that have it. */
export function componentReads(
  { reads }: Component,
  tagged: ReadonlyMap<string, readonly string[]>,
): readonly ComponentRead[] {
  return Object.entries(reads).flatMap(([input, source]) =>
    source.from === 'component' ? readsOf(input, source, tagged) : [],
  )
}

/** How often the components of a book read each other, a tag counted as often as it has any. */
export function numberOfReads(
  { components }: Pick<Book, 'components'>,
  tagged: ReadonlyMap<string, readonly string[]>,
): number {
  let reads = 0
  for (const versions of Object.values(components))
    for (const { value } of versions)
      for (const source of Object.values(value.reads))
        if (source.from === 'component')
          reads += 'name' in source ? 1 : (tagged.get(source.tag) ?? []).length
  return reads
}

function readsOf(
  input: string,
  source: ComponentSource,
  tagged: ReadonlyMap<string, readonly string[]>,
): readonly ComponentRead[] {
  const names = 'name' in source ? [source.name] : (tagged.get(source.tag) ?? [])
  return [
    ...names.map((name) => ({ name, input, source, as: 'value' as const })),
    ...membersRead(source).map(([as, name]) => ({ name, input, source, as })),
  ]
}

/** The components that choose, rank, weigh or bound the members of a group. */
export function membersRead({
  among,
}: ComponentSource): readonly (readonly [Exclude<ComponentRead['as'], 'value'>, string])[] {
  if (among === undefined) return []
  const shares = typeof among.as === 'object' && 'share' in among.as ? among.as : undefined
  return (
    [
      ['only', among.only],
      ['by', among.by],
      ['share', shares?.share],
      ['least', shares?.least],
      ['most', shares?.most],
    ] as const
  ).flatMap(([as, name]) => (name === undefined ? [] : [[as, name] as const]))
}

/** Whether a window ends before the row: what it holds is worked out before. */
export function isBefore(over: Over | undefined): boolean {
  if (over === undefined || over === 'period') return false
  return over === 'before' || 'ago' in over || over.through === 'before'
}

/** Whether a source looks at other times than the row's own period. */
export function isOverTime(over: Over | undefined): boolean {
  return over !== undefined && over !== 'period'
}

/** Whether a component is read of its own period, so that it must be worked out first. */
export function isWithinPeriod({ as, source }: ComponentRead): boolean {
  return as !== 'value' || !isBefore(source.over)
}
