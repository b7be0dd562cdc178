import type { Period } from '../calendar/index.js'
import { covers, overlap } from '../calendar/internal.js'
import { fail } from '../problem/index.js'
import type { Unit } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, LinkedVersion, PayBook } from './book.js'
import { namesReadBy } from './closure.js'
import type { Scope, Source } from './component.js'
import type { Data, Person } from './data.js'
import { mayHaveDays } from './may-have-days.js'
import { type RawRead, rawReads, tablesOf } from './raw-reads.js'
import { periodExample, periodNamed, periodOn, rhythmsOf, runRhythm } from './rhythms.js'

/** Something that a run asks for. */
export interface NeededValue {
  readonly name: string
  /** Whose it is: that of the components that read it. */
  readonly of: Scope
  /** What it is as a number; of a text, a date or a condition neither. */
  readonly unit?: Unit
  readonly scale?: number
  /** The components that read it. */
  readonly readers: readonly string[]
  /** Whether a run does without it. */
  readonly mayBeMissing: boolean
}

/** What a run will ask for. Plain data. */
export interface Needed {
  readonly attributes: readonly NeededValue[]
  readonly figures: readonly (NeededValue & { readonly rhythm: string; readonly period: string })[]
  readonly records: readonly {
    readonly table: string
    readonly members: readonly NeededValue[]
    readonly readers: readonly string[]
  }[]
}

/**
 * The figures, attributes and tables of records that a run of a period will ask for of one person: of
 * the components that the person may have a row of, and of what these read. A component is left out
 * where the person is not employed in its period, no version holds for it, or the person's own
 * attributes rule it out on every day.
 *
 * Throws a `PolicyError` for a person who is not in the data, and a period that is none of the runs'.
 *
 * @example
 * needed(book, data, { person: 'li', period: '2026-03' }).figures
 * //=> [{ name: 'overtime', of: 'person', unit: 'duration:hour', scale: 1, readers: ['overtime'], mayBeMissing: true, rhythm: 'month', period: '2026-03' }]
 */
export function needed(
  book: PayBook,
  data: Data,
  request: { readonly person: string; readonly period: string },
): Needed {
  const person = personOf(data, request.person)
  const period = periodOf(book, request.period)
  const reads = versionsFor(book, person, period).flatMap((holding) => readsOf(book, holding))
  const tables = new Map<string, Set<string>>()
  for (const { component, version } of versionsFor(book, person, period))
    for (const table of tablesOf(version.component))
      tables.set(table, (tables.get(table) ?? new Set()).add(component.name))
  const byKind = (kind: RawRead['kind']) => reads.filter(({ read }) => read.kind === kind)
  return {
    attributes: merged(byKind('attribute')).map(({ value }) => value),
    figures: merged(byKind('figure')).map(({ value, rhythm, period: name }) => ({
      ...value,
      rhythm,
      period: name,
    })),
    records: [...tables].map(([table, readers]) => ({
      table,
      members: merged(byKind('member').filter(({ read }) => read.table === table)).map(
        ({ value }) => value,
      ),
      readers: [...readers],
    })),
  }
}

function personOf({ people }: Data, found: string): Person {
  const person = people.find(({ id }) => id === found)
  return (
    person ??
    fail(payProblem('unknown-person', 'person', { found, known: people.map(({ id }) => id) }))
  )
}

function periodOf({ definition }: PayBook, found: string): Period {
  const rhythm = runRhythm(definition)
  const cut = rhythmsOf(definition)[rhythm] as NonNullable<Parameters<typeof periodNamed>[1]>
  const values = { found, rhythm, example: periodExample(cut) }
  return periodNamed(found, cut) ?? fail(payProblem('not-a-period-of', 'period', values))
}

/** A version of a component that holds for a period, and the period of its own rhythm. */
interface Holding {
  readonly component: LinkedComponent
  readonly version: LinkedVersion
  readonly period: Period
}

/** The versions of what the person may have a row of, and of what these read of groups. */
function versionsFor(book: PayBook, person: Person, runs: Period): readonly Holding[] {
  const rhythms = rhythmsOf(book.definition)
  const holding = [...book.components.values()].flatMap((component) => {
    const rhythm = rhythms[component.rhythm] as NonNullable<Parameters<typeof periodOn>[1]>
    const period = periodOn(runs.to, rhythm)
    return component.versions
      .filter((version) => holds(version, period))
      .map((version): Holding => ({ component, version, period }))
  })
  const own = holding.filter(
    ({ component, version, period }) =>
      isOwn(component.of) && mayHaveDays(person, version.component.eligible?.where, period),
  )
  const names = namesReadBy(
    book,
    own.map(({ component }) => component.name),
  )
  const isRead = ({ component }: Holding) => !isOwn(component.of) && names.has(component.name)
  const chosen = new Set([...own, ...holding.filter(isRead)])
  return holding.filter((each) => chosen.has(each))
}

function isOwn(of: Scope): boolean {
  return of === 'person' || of === 'assignment'
}

/** A version holds for the periods, and the stretches, that begin in its days. */
function holds({ from, to, component }: LinkedVersion, period: Period): boolean {
  return component.each === 'stretch'
    ? overlap(period, { from: from ?? period.from, ...(to !== undefined && { to }) }) !== undefined
    : covers({ from, to }, period.from)
}

/** A read with what its reader says of it. */
interface NeededRead {
  readonly read: RawRead
  readonly value: NeededValue
  readonly rhythm: string
  readonly period: string
}

function readsOf(
  { definition }: PayBook,
  { component, version, period }: Holding,
): readonly NeededRead[] {
  const rhythms = rhythmsOf(definition)
  const { formula, component: written } = version
  return rawReads(written, '').map((read) => {
    const rhythm = read.rhythm ?? component.rhythm
    const cut = rhythms[rhythm] as NonNullable<Parameters<typeof periodOn>[1]>
    const declared = read.role === 'value' ? formula.inputs[read.input as string] : undefined
    const value = {
      name: read.name,
      of: component.of,
      ...(declared?.kind === 'number' && { unit: declared.unit, scale: declared.scale }),
      readers: [component.name],
      mayBeMissing: mayBeMissing(read, written.reads),
    }
    return { read, value, rhythm, period: periodOn(period.to, cut).name }
  })
}

function mayBeMissing(
  { kind, role, input, table }: RawRead,
  reads: Readonly<Record<string, Source>>,
): boolean {
  // A count has nothing to miss; a date may be the record's.
  if (role === 'counted' || (kind === 'attribute' && table !== undefined)) return true
  if (input === undefined) return false
  const source = reads[input] as Source
  return 'missing' in source && source.missing !== undefined
}

/** One entry for what several components read of the same owner. */
function merged(reads: readonly NeededRead[]): readonly NeededRead[] {
  const found = new Map<string, NeededRead>()
  for (const next of reads) {
    const { name, of, readers } = next.value
    const key = JSON.stringify([name, of, next.rhythm, next.read.kind === 'figure'])
    const known = found.get(key)
    found.set(
      key,
      known === undefined
        ? next
        : {
            ...known,
            value: {
              ...next.value,
              ...known.value,
              readers: [...new Set([...known.value.readers, ...readers])],
              mayBeMissing: known.value.mayBeMissing && next.value.mayBeMissing,
            },
          },
    )
  }
  return [...found.values()]
}
