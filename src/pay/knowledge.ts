import type { IsoDate } from '../calendar/index.js'
import type {
  Assignment,
  Attributes,
  AttributeValue,
  Employment,
  Figure,
  Known,
  PersonAbsence,
} from './data.js'

/** What was known by a day of a person, a group or the company: of each key the latest that was recorded. */
export interface View {
  readonly employment: readonly Employment[]
  readonly assignments: readonly KnownAssignment[]
  readonly attributes: Histories
  readonly absences: readonly PersonAbsence[]
  readonly figures: ReadonlyMap<string, Figure>
}

/** Histories of attributes, each ascending. */
export type Histories = ReadonlyMap<string, readonly AttributeValue[]>

/** An assignment, its attributes as they were known. */
export interface KnownAssignment {
  readonly id: string
  readonly from: IsoDate
  readonly to?: IsoDate | undefined
  readonly attributes: Histories
}

/** What there is to be known of somebody. */
export interface Told {
  readonly employment?: readonly Employment[] | undefined
  readonly assignments?: readonly Assignment[] | undefined
  readonly attributes?: Attributes | undefined
  readonly absences?: readonly PersonAbsence[] | undefined
  readonly figures?: readonly Figure[] | undefined
}

/** A key of a figure, and the last day of its period: the day that it is told of. */
export interface FigureKey {
  readonly key: string
  readonly day: IsoDate
}

/** Somebody of whom things are told: what was known by a day. Days between two news have one view. */
export interface Subject {
  readonly knownBy: (cutoff: IsoDate) => View
  /** Each item with its key's name, its own day and the day it was recorded, where that was later. */
  readonly recordedLater: readonly {
    readonly key: string
    readonly day: IsoDate
    readonly recorded: IsoDate
  }[]
  /** The keys of the figures that were ever given, as far as they were recorded by a day. */
  readonly givenBy: (cutoff: IsoDate) => ReadonlySet<string>
}

interface Item<T> {
  readonly key: string
  readonly day: IsoDate
  readonly recorded: IsoDate
  readonly value: T & Known
}

/** Reads all that is told of somebody once; views are made when they are asked for. */
export function subjectOf(told: Told, figureKey: (figure: Figure) => FigureKey): Subject {
  const items = {
    employment: itemsOf(told.employment ?? [], ({ from }) => from),
    assignments: itemsOf(
      told.assignments ?? [],
      ({ from }) => from,
      ({ id }) => id,
    ),
    absences: itemsOf(
      told.absences ?? [],
      ({ from }) => from,
      ({ id }) => id,
    ),
    figures: itemsOf(
      told.figures ?? [],
      (figure) => figureKey(figure).day,
      (figure) => figureKey(figure).key,
    ),
    attributes: attributeItems(told.attributes ?? {}),
    ofAssignments: new Map(
      (told.assignments ?? []).map((each) => [each, attributeItems(each.attributes)]),
    ),
  }
  const all = [
    ...items.employment,
    ...items.assignments,
    ...items.absences,
    ...items.figures,
    ...flat(items.attributes),
    ...[...items.ofAssignments.values()].flatMap(flat),
  ]
  const days = [...new Set(all.map(({ recorded }) => recorded))].sort()
  const views = new Map<IsoDate | undefined, View>()
  return {
    recordedLater: all
      .filter(({ day, recorded }) => recorded > day)
      .map(({ key, day, recorded, value }) => ({ key: nameOf(value) ?? key, day, recorded })),
    givenBy: (cutoff) =>
      new Set(items.figures.filter(({ recorded }) => recorded <= cutoff).map(({ key }) => key)),
    knownBy: (cutoff) => {
      const last = days.findLast((day) => day <= cutoff)
      const known = views.get(last)
      if (known !== undefined) return known
      const made: View = {
        employment: latest(items.employment, last),
        assignments: latest(items.assignments, last).map((each) => ({
          id: each.id,
          from: each.from,
          to: each.to,
          attributes: histories(items.ofAssignments.get(each) as AttributeItems, last),
        })),
        attributes: histories(items.attributes, last),
        absences: latest(items.absences, last),
        figures: new Map(
          latest(items.figures, last).map((figure) => [figureKey(figure).key, figure]),
        ),
      }
      views.set(last, made)
      return made
    },
  }
}

/** A figure by its name, and its post; its period is told beside it. */
function nameOf(value: Known | Figure): string | undefined {
  if (!('period' in value)) return undefined
  return value.assignment === undefined ? value.name : `${value.name} ${value.assignment}`
}

type AttributeItems = ReadonlyMap<string, readonly Item<AttributeValue>[]>

function attributeItems(attributes: Attributes): AttributeItems {
  return new Map(
    Object.entries(attributes).map(([name, values]) => [
      name,
      itemsOf(
        values,
        ({ from }) => from,
        ({ from }) => `${name} ${from}`,
      ),
    ]),
  )
}

function flat(of: AttributeItems): readonly Item<AttributeValue>[] {
  return [...of.values()].flat()
}

function itemsOf<T extends Known>(
  values: readonly T[],
  dayOf: (value: T) => IsoDate,
  keyOf: (value: T) => string = dayOf,
): readonly Item<T>[] {
  const items = values.map((value) => {
    const day = dayOf(value)
    return { key: keyOf(value), day, recorded: value.recorded ?? day, value }
  })
  return items.sort((a, b) => order(a.recorded, b.recorded))
}

/** Of each key the latest recorded by a day, by their own days; void takes away. */
function latest<T>(items: readonly Item<T>[], cutoff: IsoDate | undefined): readonly T[] {
  if (cutoff === undefined) return []
  const held = new Map<string, Item<T>>()
  for (const item of items) if (item.recorded <= cutoff) held.set(item.key, item)
  return [...held.values()]
    .filter(({ value }) => value.void !== true)
    .sort((a, b) => order(a.day, b.day))
    .map(({ value }) => value)
}

function histories(items: AttributeItems, cutoff: IsoDate | undefined): Histories {
  return new Map([...items].map(([name, values]) => [name, latest(values, cutoff)]))
}

/** For sorting texts by code units, as dates and ids are everywhere. */
export function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
