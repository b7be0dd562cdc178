import type { IsoDate } from '../calendar/index.js'
import type { Fraction } from '../quantity/internal.js'
import { later } from './deals.js'
import { halfUp } from './units.js'

/** What has been given of one document day of a unit, by measure. */
export interface Bucket {
  readonly day: IsoDate
  readonly units: bigint[]
}

/** A share that a person holds since a day, with what was given of it and who receives of that. */
export interface Parcel {
  readonly credit: string
  readonly person: string
  readonly day: IsoDate
  /** In whole numbers of the unit's `whole`. */
  part: bigint
  readonly given: Bucket[]
  readonly above: readonly Raised[]
}

/** What one kind of credit passes on of a parcel. */
export interface Raised {
  readonly receivers: readonly Passed[]
  /** What is left of the whole goes here. */
  readonly rest?: Passed
}

/** A share of a parcel that goes to somebody above, and what has gone there. */
export interface Passed {
  /** One for all that the person receives since a day. */
  readonly parcel: Parcel
  readonly share: Fraction
  readonly given: Bucket[]
}

/** An amount that moves to a person, or from one. */
export interface Movement {
  readonly credit: string
  readonly person: string
  readonly made: IsoDate
  readonly counts: IsoDate
  /** By measure; `undefined` of those that it is not about. */
  readonly units: (bigint | undefined)[]
}

/** What moves by one event. */
export interface Moving {
  /** Where what takes back counts. */
  readonly takeBacks: 'deal' | 'own'
  /** The event's own day. */
  readonly own: IsoDate
  readonly measures: number
  /** Of a document what is nothing is told too. */
  readonly ofDocument: boolean
  readonly moved: Movement[]
}

/** Gives to a parcel and to all above it, and notes what moved. */
export function move(
  moving: Moving,
  parcel: Parcel,
  day: IsoDate,
  measure: number,
  units: bigint,
): void {
  if (units === 0n && !moving.ofDocument) return
  const bucket = bucketOf(parcel.given, day, moving.measures)
  const given = (bucket[measure] as bigint) + units
  bucket[measure] = given
  const counts = moving.takeBacks === 'own' ? moving.own : later(day, parcel.day)
  const movement = movementOf(moving.moved, parcel, counts)
  movement.units[measure] = (movement.units[measure] ?? 0n) + units
  for (const { receivers, rest } of parcel.above) {
    let out = 0n
    for (const passed of receivers) {
      const due = partOf(given, passed.share)
      pass(moving, passed, day, measure, due - givenOf(passed, day, measure))
      out += due
    }
    if (rest === undefined) continue
    const due = partOf(given, rest.share) - out
    pass(moving, rest, day, measure, due - givenOf(rest, day, measure))
  }
}

function pass(
  moving: Moving,
  { parcel, given }: Passed,
  day: IsoDate,
  measure: number,
  units: bigint,
): void {
  const bucket = bucketOf(given, day, moving.measures)
  bucket[measure] = (bucket[measure] as bigint) + units
  move(moving, parcel, day, measure, units)
}

/**
 * Where nothing is left of a parcel, nothing is left of what it passed on, on whatever days that was
 * rounded.
 */
export function leaveNothingAbove(moving: Moving, { above, given }: Parcel): void {
  if (above.length === 0 || given.length < 2) return
  const last = given.reduce((latest, { day }) => later(latest, day), '')
  for (let measure = 0; measure < moving.measures; measure++) {
    if (sumOf(given, measure) !== 0n) continue
    for (const { receivers, rest } of above)
      for (const passed of rest === undefined ? receivers : [...receivers, rest]) {
        const left = sumOf(passed.given, measure)
        if (left !== 0n) pass(moving, passed, last, measure, -left)
      }
  }
}

export function isSome({ units }: Movement): boolean {
  return units.some((amount) => amount !== undefined && amount !== 0n)
}

function movementOf(
  moved: Movement[],
  { credit, person, day: made }: Parcel,
  counts: IsoDate,
): Movement {
  for (const each of moved)
    if (
      each.person === person &&
      each.counts === counts &&
      each.made === made &&
      each.credit === credit
    )
      return each
  const movement: Movement = { credit, person, made, counts, units: [] }
  moved.push(movement)
  return movement
}

export function bucketOf(buckets: Bucket[], day: IsoDate, measures: number): bigint[] {
  for (const each of buckets) if (each.day === day) return each.units
  const units = new Array<bigint>(measures).fill(0n)
  buckets.push({ day, units })
  return units
}

export function givenOf({ given }: Pick<Parcel, 'given'>, day: IsoDate, measure: number): bigint {
  for (const each of given) if (each.day === day) return each.units[measure] as bigint
  return 0n
}

function partOf(units: bigint, { numerator, denominator }: Fraction): bigint {
  return halfUp(units * numerator, denominator)
}

export function sumOf(buckets: readonly Bucket[], measure: number): bigint {
  return buckets.reduce((sum, { units }) => sum + (units[measure] as bigint), 0n)
}
