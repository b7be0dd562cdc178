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
import type { FigureKeys } from './figure-keys.js'

/** What was known by a day of a person, a group or the company: of each key the latest that was recorded. */
export interface View {
  readonly employment: readonly Employment[]
  readonly assignments: readonly KnownAssignment[]
  readonly attributes: Histories
  readonly absences: readonly PersonAbsence[]
  readonly figures: ReadonlyMap<string, Figure>
}

/** Histories of attributes by their names, each ascending. */
export type Histories = Attributes

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

/** Somebody of whom things are told: what was known by a day. Days between two news have one view. */
export interface Subject {
  readonly knownBy: (cutoff: IsoDate) => View
  /** What was recorded after its own day. */
  readonly recordedLater: () => readonly RecordedLater[]
  /** Whether a figure was given by a day that is not known on it, since it was taken away. */
  readonly wasTakenAway: (key: string, cutoff: IsoDate) => boolean
}

/** Something by its key's name, its own day and the day on which it was recorded. */
export interface RecordedLater {
  readonly key: string
  readonly day: IsoDate
  readonly recorded: IsoDate
}

type KeyOfFigure = FigureKeys['of']

/** Somebody, as told; views are made when they are asked for, since most are asked for one alone. */
export function subjectOf(told: Told, figureKey: KeyOfFigure): Subject {
  const views: { readonly last: IsoDate | undefined; readonly view: View }[] = []
  let asked: IsoDate | undefined
  let answer: View | undefined
  let newest: IsoDate | undefined
  let days: readonly IsoDate[] | undefined
  const lastNews = (cutoff: IsoDate) => {
    newest ??= newestOf(told, figureKey)
    if (newest <= cutoff) return newest
    days ??= newsDays(told, figureKey)
    return days.findLast((day) => day <= cutoff)
  }
  const viewBy = (cutoff: IsoDate): View => {
    const last = lastNews(cutoff)
    const known = views.find((each) => each.last === last)
    if (known !== undefined) return known.view
    const view = viewOf(told, last, figureKey)
    views.push({ last, view })
    return view
  }
  return {
    knownBy: (cutoff) => {
      if (answer === undefined || cutoff !== asked) {
        answer = viewBy(cutoff)
        asked = cutoff
      }
      return answer
    },
    recordedLater: () => {
      const later: RecordedLater[] = []
      eachTold(told, figureKey, (day, { recorded }, key) => {
        if (recorded !== undefined && recorded > day) later.push({ key: key(), day, recorded })
      })
      return later
    },
    wasTakenAway: (key, cutoff) =>
      (told.figures ?? []).some((figure) => {
        if (figure.void !== true) return false
        const own = figureKey(figure)
        return own.key === key && (figure.recorded ?? own.day) <= cutoff
      }),
  }
}

/** Goes through all that is told: its own day, and what it is called. */
function eachTold(
  { employment = [], assignments = [], absences = [], figures = [], attributes = {} }: Told,
  figureKey: KeyOfFigure,
  visit: (day: IsoDate, told: Known, key: () => string) => void,
): void {
  const eachValue = (of: Attributes) => {
    for (const name of Object.keys(of))
      for (const value of of[name] as readonly AttributeValue[])
        visit(value.from, value, () => `${name} ${value.from}`)
  }
  for (const each of employment) visit(each.from, each, () => each.from)
  for (const each of absences) visit(each.from, each, () => each.id)
  for (const each of figures) visit(figureKey(each).day, each, () => nameOf(each))
  eachValue(attributes)
  for (const each of assignments) {
    visit(each.from, each, () => each.id)
    eachValue(each.attributes)
  }
}

/** The last day on which something was recorded; the first of all days of nothing. */
function newestOf(told: Told, figureKey: KeyOfFigure): IsoDate {
  let newest: IsoDate = ''
  eachTold(told, figureKey, (day, { recorded = day }) => {
    if (recorded > newest) newest = recorded
  })
  return newest
}

function newsDays(told: Told, figureKey: KeyOfFigure): readonly IsoDate[] {
  const days = new Set<IsoDate>()
  eachTold(told, figureKey, (day, { recorded = day }) => days.add(recorded))
  return [...days].sort()
}

function viewOf(told: Told, last: IsoDate | undefined, figureKey: KeyOfFigure): View {
  const fromOf = ({ from }: { readonly from: IsoDate }) => from
  const idOf = ({ id }: { readonly id: string }) => id
  return {
    employment: latest(told.employment, last, fromOf, fromOf),
    assignments: latest(told.assignments, last, fromOf, idOf).map((each) => ({
      id: each.id,
      from: each.from,
      to: each.to,
      attributes: histories(each.attributes, last),
    })),
    attributes: histories(told.attributes ?? {}, last),
    absences: latest(told.absences, last, fromOf, idOf),
    figures: figuresOf(told.figures, last, figureKey),
  }
}

/** A figure by its name, and its post; its period is told beside it. */
function nameOf({ name, assignment }: Figure): string {
  return assignment === undefined ? name : `${name} ${assignment}`
}

const none: readonly never[] = []

/** Of each key the latest that was recorded by a day, in the order of their own days. */
export function latest<T extends Known>(
  values: readonly T[] | undefined,
  cutoff: IsoDate | undefined,
  dayOf: (value: T) => IsoDate,
  keyOf: (value: T) => string,
): readonly T[] {
  if (values === undefined || cutoff === undefined || values.length === 0) return none
  const held = new Map<string, T>()
  for (const value of asRecorded(values, cutoff, dayOf)) held.set(keyOf(value), value)
  return [...held.values()]
    .filter((value) => value.void !== true)
    .sort((a, b) => order(dayOf(a), dayOf(b)))
}

/** What was recorded by a day, in the order in which it was. */
function asRecorded<T extends Known>(
  values: readonly T[],
  cutoff: IsoDate,
  dayOf: (value: T) => IsoDate,
): readonly T[] {
  const recordedOf = (value: T) => value.recorded ?? dayOf(value)
  return values
    .filter((value) => recordedOf(value) <= cutoff)
    .sort((a, b) => order(recordedOf(a), recordedOf(b)))
}

function histories(attributes: Attributes, cutoff: IsoDate | undefined): Histories {
  const names = Object.keys(attributes)
  // Most are told once, in order, and long ago.
  if (names.every((name) => isKnown(attributes[name] as readonly AttributeValue[], cutoff)))
    return attributes
  const fromOf = ({ from }: AttributeValue) => from
  return Object.fromEntries(
    names.map((name) => [name, latest(attributes[name], cutoff, fromOf, fromOf)]),
  )
}

/** Whether values were recorded on their own days, ascending, and all of them by a day. */
function isKnown(values: readonly AttributeValue[], cutoff: IsoDate = ''): boolean {
  let before = ''
  for (const { from, recorded, void: taken } of values) {
    if (recorded !== undefined || taken !== undefined || from <= before) return false
    before = from
  }
  return before <= cutoff
}

const noFigures: View['figures'] = new Map()

function figuresOf(
  figures: readonly Figure[] | undefined,
  cutoff: IsoDate | undefined,
  figureKey: KeyOfFigure,
): View['figures'] {
  if (figures === undefined || cutoff === undefined || figures.length === 0) return noFigures
  const held = new Map<string, Figure>()
  for (const figure of asRecorded(figures, cutoff, (each) => figureKey(each).day))
    held.set(figureKey(figure).key, figure)
  for (const [key, figure] of held) if (figure.void === true) held.delete(key)
  return held
}

/** For sorting texts by code units, as dates and ids are everywhere. */
export function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
