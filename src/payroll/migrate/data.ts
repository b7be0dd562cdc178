import type { IsoDate, Period } from '../../calendar/index.js'
import { covers } from '../../calendar/internal.js'
import { at, type Label, labelIn, problemsOf, refuse, under } from '../../problem/index.js'
import { type Migrated, type MigrateOptions, migratedBook } from './book.js'
import type { Change } from './change.js'
import { migratedEvents, type ShareOf } from './deals.js'
import { department, type Naming, targetBonus } from './naming.js'
import { type OldBook, parseOldBook } from './old-book-schema.js'
import { type OldData, type OldPerson, type OldRun, parseOldData } from './old-data-schema.js'
import { lastDayBy, migratedPerson } from './person.js'
import { Added, addCostCentres, addShared, beginning, type Telling } from './shared-data.js'
import { type Tallies, tallies } from './tallies.js'
import { ofKind } from './writer.js'

/** What a run of 0.1 was paid from. */
export interface OldRunData {
  /** The name of its period. */
  readonly period: string
  /** The JSON that it took, with or without `before`. */
  readonly data: unknown
}

/** Data of today, and what was changed on the way to them. */
export interface MigratedData {
  /** JSON that `parseRunData` takes. */
  readonly data: Readonly<Record<string, unknown>>
  readonly changes: readonly Change[]
}

/**
 * The data of one or more runs of 0.1, in their order, as data of today: what a run was told of people,
 * adjustments, pools and awards is recorded on its `asOf`, so that runs of today know at each of them what
 * 0.1 knew. Of a company that changes over within a year, the data of its last run are enough.
 *
 * Throws a `PolicyError` with every problem of the JSON, and for what is no period of the book.
 *
 * @example
 * const { data } = migrateRunData(bookOf01, [{ period: '2026-03', data: dataOfMarch }])
 * parseRunData(parseBook(migrateBook(bookOf01).book), data).data.people.length
 */
export function migrateRunData(
  book: unknown,
  runs: readonly OldRunData[],
  options: MigrateOptions = {},
): MigratedData {
  const old = parseOldBook(book)
  return migratedData(old, migratedBook(old, options), runs)
}

export function migratedData(
  old: OldBook,
  { naming, periods }: Migrated,
  runs: readonly OldRunData[],
): MigratedData {
  const tellings: Telling[] = []
  const problems = runs.flatMap(({ period, data }, i) =>
    under(
      at('runs', i),
      problemsOf(() => {
        const own = periods.required(period)
        tellings.push({ period: own, data: parseOldData(data) })
      }),
    ),
  )
  refuse(problems)
  const tally = tallies()
  const people = peopleOf(tellings)
  const ids = new Set(people.map(([id]) => id))
  const added = new Added(ids)
  addCostCentres(old, periods, added)
  addShared(tellings, naming, added, tally)
  const written = people.map(([id, tellings]) =>
    withAdded(migratedPerson(tellings, naming, periods, tally), added.people.get(id)),
  )
  addUnknown(naming, written, added)
  const events = eventsOf(tellings)
  return {
    data: {
      people: written,
      groups: [...added.groups.values()].map(({ of, figures, attributes }) => ({
        of,
        ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }),
        ...(figures.length > 0 && { figures }),
      })),
      records: { adjustments: adjustmentsOf(tellings, new Map(people), tally) },
      ...(events.length > 0 && {
        deals: {
          events: migratedEvents(events, {
            figures: naming.credited,
            shareOf: sharesBy(old),
            tally,
          }),
        },
      }),
    },
    changes: tally.changes(),
  }
}

type Tellings = readonly {
  readonly period: Period
  readonly asOf: IsoDate
  readonly first: boolean
  readonly before?: OldRun | undefined
  readonly person: OldPerson | undefined
}[]

/** Everybody, with what each run was told of them. */
function peopleOf(tellings: readonly Telling[]): readonly (readonly [id: string, Tellings])[] {
  const ids = [...new Set(tellings.flatMap(({ data }) => data.people.map(({ id }) => id)))].sort()
  const known = tellings.map(({ data }) => new Map(data.people.map((each) => [each.id, each])))
  return ids.map((id) => [
    id,
    tellings.map(({ period, data }, i) => ({
      period,
      asOf: data.asOf,
      first: i === 0,
      ...(i === 0 && data.before !== 'first' && { before: data.before }),
      person: known[i]?.get(id),
    })),
  ])
}

function withAdded(
  person: Record<string, unknown>,
  added: ReturnType<Added['person']>,
): Record<string, unknown> {
  if (added === undefined) return person
  return {
    ...person,
    attributes: { ...(person['attributes'] as object), ...Object.fromEntries(added.attributes) },
    figures: [...(person['figures'] as readonly object[]), ...added.figures],
  }
}

/**
 * What policies read and nobody has, such as the pay of a department without people: known, and taken away
 * again, since a run refuses a book whose attributes nobody knows.
 */
function addUnknown(
  { pay, pools, awards }: Naming,
  people: readonly Record<string, unknown>[],
  added: Added,
): void {
  const { attributes } = added.group('company')
  const known = new Set([
    ...people.flatMap((person) => Object.keys(person['attributes'] as object)),
    ...[...added.groups.values()].flatMap((group) => [...group.attributes.keys()]),
  ])
  const read = [
    ...[department, targetBonus, ...pay.values()],
    ...[...pools.values()].flatMap(({ levels }) => levels),
    ...[...awards.values()].flatMap(({ team, hired }) => [team, hired]),
  ]
  for (const name of read)
    if (!known.has(name)) attributes.set(name, [{ from: beginning, value: '0', void: true }])
}

/** All events, each as it was first given. */
function eventsOf(tellings: readonly Telling[]): OldData['events'] {
  const byId = new Map<string, OldData['events'][number]>()
  for (const { data } of tellings)
    for (const event of data.events) if (!byId.has(event.id)) byId.set(event.id, event)
  return [...byId.values()]
}

/** Adjustments as records: of the last day of the period, made within the employment. */
function adjustmentsOf(
  tellings: readonly Telling[],
  people: ReadonlyMap<string, Tellings>,
  tally: Tallies,
): readonly object[] {
  const ids = new Set<string>()
  return tellings.flatMap(({ period, data }) =>
    (data.adjustments ?? []).flatMap(({ id: old, person, label, amount, reason, clause }) => {
      const told = (people.get(person) ?? []).filter(({ asOf }) => asOf <= data.asOf)
      // Of one beginning the last word stands.
      const employments = new Map(
        told.flatMap((each) =>
          each.person === undefined ? [] : [[each.person.employment.from, each.person.employment]],
        ),
      )
      const made = lastDayBy([...employments.values()], period.to)
      if (made === undefined) {
        tally.note('unknown-person', 'adjustments', old)
        return []
      }
      if (made < period.from) tally.note('adjusted-after', 'adjustments', old)
      const id = ids.has(old) ? `${period.name}_${old}` : old
      ids.add(id)
      return [
        {
          id,
          on: period.to,
          recorded: data.asOf,
          ...(made < period.to && { made }),
          person,
          amount,
          reason,
          ...labelsOf(label),
          ...(clause !== undefined && { clause }),
        },
      ]
    }),
  )
}

/** A record says texts alone: a label in two languages is two. */
function labelsOf(label: Label): object {
  return typeof label === 'string'
    ? { label }
    : { label: labelIn(label, 'en'), label_zh: labelIn(label, 'zh-CN') }
}

/** What the rules of 0.1 gave of a deal. */
function sharesBy(book: OldBook): ShareOf {
  const rules = ofKind(book, 'crediting').flatMap(({ policy }) =>
    policy.versions.flatMap(({ terms }) => terms),
  )
  return ({ attributes, effective }, credit, person) => {
    for (const { by, owners, where, from, to, credit: gives } of rules) {
      if (
        gives !== credit ||
        !covers({ from, to }, effective) ||
        !Object.entries(where ?? {}).every(([name, value]) => attributes[name] === value)
      )
        continue
      const own = owners[attributes[by] as string]?.find((each) => each.person === person)
      if (own !== undefined) return own.share
    }
    return undefined
  }
}
