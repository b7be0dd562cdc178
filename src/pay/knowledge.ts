import type { IsoDate } from '../calendar/index.js'
import type {
  Attributes,
  AttributeValue,
  Employment,
  Figure,
  Known,
  PersonAbsence,
} from './data.js'
import type { FigureKeys } from './figure-keys.js'
import { type RecordedLater, recordedLater } from './recorded-later.js'
import { asRecorded, order, type Told } from './told.js'

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

/** Somebody of whom things are told: what was known by a day. Days between two news have one view. */
export interface Subject {
  readonly knownBy: (cutoff: IsoDate) => View
  /** What was recorded after its own day, and says something new. */
  readonly recordedLater: () => readonly RecordedLater[]
  /** Whether a figure was given by a day that is not known on it, since it was taken away. */
  readonly wasTakenAway: (key: string, cutoff: IsoDate) => boolean
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
    recordedLater: () => recordedLater(told, figureKey),
    wasTakenAway: (key, cutoff) =>
      (told.figures ?? []).some((figure) => {
        if (figure.void !== true) return false
        const own = figureKey(figure)
        return own.key === key && (figure.recorded ?? own.day) <= cutoff
      }),
  }
}

/** Goes through all that is told, each with its own day. */
function eachTold(
  { employment = [], assignments = [], absences = [], figures = [], attributes = {} }: Told,
  figureKey: KeyOfFigure,
  visit: (day: IsoDate, told: Known) => void,
): void {
  const eachValue = (of: Attributes) => {
    for (const name of Object.keys(of))
      for (const value of of[name] as readonly AttributeValue[]) visit(value.from, value)
  }
  for (const each of employment) visit(each.from, each)
  for (const each of absences) visit(each.from, each)
  for (const each of figures) visit(figureKey(each).day, each)
  eachValue(attributes)
  for (const each of assignments) {
    visit(each.from, each)
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
