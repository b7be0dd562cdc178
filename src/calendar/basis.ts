import { at, type Problem } from '../problem/index.js'
import { isProblem, readDecimal } from '../quantity/index.js'
import { dateProblems, type IsoDate, weekdays } from './dates.js'
import { notAPartOfADay, offAndWorkday } from './problems.js'

/** The days that a basis may list. */
export interface DayLists {
  readonly basis: string
  readonly weekend?: readonly string[] | undefined
  readonly holidays?: readonly IsoDate[] | undefined
  readonly daysOff?: readonly IsoDate[] | undefined
  readonly workdays?: readonly IsoDate[] | undefined
  readonly parts?: Readonly<Record<string, string>> | undefined
}

/** The days that a basis says do not count, though they are no weekend. */
export function listedOff({ holidays = [], daysOff = [] }: DayLists): readonly IsoDate[] {
  return [...holidays, ...daysOff]
}

/** What is wrong with a basis that has its shape: a date that is none, or is off and on at once. */
export function basisProblems(basis: DayLists, path: string): readonly Problem[] {
  const { weekend = [], parts = {} } = basis
  const off = new Set([...listedOff(basis), ...weekend])
  const within = (key: 'holidays' | 'daysOff' | 'workdays') =>
    (basis[key] ?? []).map((day, i) => ({ day, place: at(at(path, key), i) }))
  const inPart = Object.keys(parts).map((day) => ({ day, place: at(at(path, 'parts'), day) }))
  const dates = [
    ...within('holidays'),
    ...within('daysOff'),
    ...within('workdays'),
    ...inPart.filter(({ day }) => !(weekdays as readonly string[]).includes(day)),
  ]
  const twice = [...within('workdays'), ...inPart].filter(({ day }) => off.has(day))
  return [
    ...dates.flatMap(({ day, place }) => dateProblems(day, place)),
    ...twice.map(({ day, place }) => offAndWorkday(place, day)),
    ...inPart.flatMap(({ day, place }) => partProblems(parts[day], 2, place)),
  ]
}

/** What is wrong with a part of a day: it is a decimal above 0, at most 1, of so many places. */
export function partProblems(
  part: string | undefined,
  places: number,
  path: string,
): readonly Problem[] {
  const read = readDecimal(part, path)
  if (isProblem(read)) return [read]
  const isPart = read.greaterThan(0) && !read.greaterThan(1) && read.decimalPlaces() <= places
  return isPart ? [] : [notAPartOfADay(path, read.toFixed(), places)]
}
