import type { IsoDate } from '../calendar/index.js'
import type { Assignment, Attributes, Employment, Figure, Known, PersonAbsence } from './data.js'

/** What there is to be known of somebody. */
export interface Told {
  readonly employment?: readonly Employment[] | undefined
  readonly assignments?: readonly Assignment[] | undefined
  readonly attributes?: Attributes | undefined
  readonly absences?: readonly PersonAbsence[] | undefined
  readonly figures?: readonly Figure[] | undefined
}

/** What was recorded by a day, in the order in which it was. */
export function asRecorded<T extends Known>(
  values: readonly T[],
  cutoff: IsoDate,
  dayOf: (value: T) => IsoDate,
): readonly T[] {
  const recordedOf = (value: T) => value.recorded ?? dayOf(value)
  return values
    .filter((value) => recordedOf(value) <= cutoff)
    .sort((a, b) => order(recordedOf(a), recordedOf(b)))
}

/** For sorting texts by code units, as dates and ids are everywhere. */
export function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
