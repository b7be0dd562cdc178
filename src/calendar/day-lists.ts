import { at, type Problem } from '../problem/index.js'
import { dateProblems, type IsoDate } from './dates.js'
import { offAndWorkday } from './problems.js'

/** The days that a basis may list. */
interface DayLists {
  readonly basis: string
  readonly holidays?: readonly IsoDate[] | undefined
  readonly daysOff?: readonly IsoDate[] | undefined
  readonly workdays?: readonly IsoDate[] | undefined
}

/** The days that a basis says do not count, though they are no weekend. */
export function listedOff({ holidays = [], daysOff = [] }: DayLists): readonly IsoDate[] {
  return [...holidays, ...daysOff]
}

/** What is wrong with a basis that has its shape: a date that is none, or is off and on at once. */
export function basisProblems(basis: DayLists, path: string): readonly Problem[] {
  const off = new Set(listedOff(basis))
  const within = (key: 'holidays' | 'daysOff' | 'workdays') =>
    (basis[key] ?? []).map((date, i) => ({ date, place: at(at(path, key), i) }))
  const dates = [...within('holidays'), ...within('daysOff'), ...within('workdays')]
  const twice = within('workdays').filter(({ date }) => off.has(date))
  return [
    ...dates.flatMap(({ date, place }) => dateProblems(date, place)),
    ...twice.map(({ date, place }) => offAndWorkday(place, date)),
  ]
}
