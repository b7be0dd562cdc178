import type { IsoDate } from '../calendar/index.js'
import { byCodePoints } from '../problem/index.js'
import type { Fraction } from '../quantity/internal.js'
import { isDocument, later } from './deals.js'
import { divided } from './division.js'
import type { TransferEvent } from './event.js'
import type { Change } from './measures.js'
import type { ReceiverFinder } from './receivers.js'
import { type Claims, shareOf } from './share.js'
import type { Step, Unit } from './unit.js'
import { halfUp } from './units.js'

/** What has been given of one document day of a unit, by measure. */
interface Bucket {
  readonly day: IsoDate
  readonly units: bigint[]
}

/** A share that a person holds since a day, with what was given of it and who receives of that. */
interface Parcel {
  readonly credit: string
  readonly person: string
  readonly day: IsoDate
  /** In whole numbers of the unit's `whole`. */
  part: bigint
  readonly given: Bucket[]
  readonly above: readonly Raised[]
}

/** What one kind of credit passes on of a parcel. */
interface Raised {
  readonly receivers: readonly { readonly parcel: Parcel; readonly share: Fraction }[]
  /** What is left of the whole goes here. */
  readonly rest?: { readonly parcel: Parcel; readonly whole: Fraction }
}

/** A kind of credit that rolls up, with those that roll up from it in turn. */
export interface RollUp {
  readonly credit: string
  readonly finder: ReceiverFinder
  readonly rollUps: readonly RollUp[]
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

/** A unit of one kind of credit as it stands after some of its events. */
export interface Life {
  readonly claims: Claims
  /** What one is, in the parts of the parcels. */
  whole: bigint
  readonly parcels: Parcel[]
  /** What each measure of the unit has come to, by document day. */
  readonly totals: Bucket[]
  /** Transfers by which something moved. */
  readonly moved: Set<TransferEvent>
}

/** What a life goes by, the same for all units of a kind of credit. */
export interface Terms {
  readonly credit: string
  readonly rollUps: readonly RollUp[]
  /** Where what takes back counts. */
  readonly takeBacks: 'deal' | 'own'
}

/** A unit before its first event, as its claims and what is known of people have it. */
export function begin(terms: Terms, unit: Unit, claims: Claims, known: IsoDate): Life {
  const parcels = claims.claims.map(({ person, part }) =>
    parcelOf(terms.credit, person, unit.head.on, part, terms.rollUps, known),
  )
  return { claims, whole: claims.whole, parcels, totals: [], moved: new Set() }
}

function parcelOf(
  credit: string,
  person: string,
  day: IsoDate,
  part: bigint,
  rollUps: readonly RollUp[],
  known: IsoDate,
): Parcel {
  const above = rollUps.map((kind): Raised => {
    const { receivers, rest } = kind.finder.on(person, day, known)
    const parcel = (receiver: string) =>
      parcelOf(kind.credit, receiver, day, 0n, kind.rollUps, known)
    return {
      receivers: receivers.map(({ person: receiver, share }) => ({
        parcel: parcel(receiver),
        share,
      })),
      ...(rest && { rest: { parcel: parcel(rest.person), whole: rest.whole } }),
    }
  })
  return { credit, person, day, part, given: [], above }
}

/** What moves by an event; the life goes on from there. */
export function proceed(
  terms: Terms,
  unit: Unit,
  life: Life,
  { entry, changes }: Step,
  known: IsoDate,
): readonly Movement[] {
  const { event } = entry
  const moving: Moving = {
    takeBacks: terms.takeBacks,
    own: event.on,
    measures: unit.measures.length,
    ofDocument: isDocument(event),
    moved: [],
  }
  if (event.kind === 'transfer') transfer(terms, life, event, known, moving)
  else for (const change of changes) divide(unit, life, change, moving)
  return moving.moved
}

interface Moving {
  readonly takeBacks: Terms['takeBacks']
  /** The event's own day. */
  readonly own: IsoDate
  readonly measures: number
  /** Of a document what is nothing is told too. */
  readonly ofDocument: boolean
  readonly moved: Movement[]
}

/** Gives to a parcel and to all above it, and notes what moved. */
function move(moving: Moving, parcel: Parcel, day: IsoDate, measure: number, units: bigint): void {
  if (units === 0n && !moving.ofDocument) return
  const bucket = bucketOf(parcel.given, day, moving.measures)
  const given = (bucket[measure] as bigint) + units
  bucket[measure] = given
  const counts = moving.takeBacks === 'own' ? moving.own : later(day, parcel.day)
  const movement = movementOf(moving.moved, parcel, counts)
  movement.units[measure] = (movement.units[measure] ?? 0n) + units
  for (const { receivers, rest } of parcel.above) {
    let out = 0n
    for (const { parcel: above, share } of receivers) {
      const due = partOf(given, share)
      move(moving, above, day, measure, due - givenOf(above, day, measure))
      out += due
    }
    if (rest === undefined) continue
    const due = partOf(given, rest.whole) - out
    move(moving, rest.parcel, day, measure, due - givenOf(rest.parcel, day, measure))
  }
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

function bucketOf(buckets: Bucket[], day: IsoDate, measures: number): bigint[] {
  for (const each of buckets) if (each.day === day) return each.units
  const units = new Array<bigint>(measures).fill(0n)
  buckets.push({ day, units })
  return units
}

function givenOf({ given }: Parcel, day: IsoDate, measure: number): bigint {
  for (const each of given) if (each.day === day) return each.units[measure] as bigint
  return 0n
}

function partOf(units: bigint, { numerator, denominator }: Fraction): bigint {
  return halfUp(units * numerator, denominator)
}

/** Divides what an event adds: what is due to each of the document's day so far, less what was given. */
function divide(
  { deal, measures }: Unit,
  { parcels, totals, whole }: Life,
  { measure, units, day }: Change,
  moving: Moving,
): void {
  if (units === 0n) {
    for (const parcel of parcels) move(moving, parcel, day, measure, 0n)
    return
  }
  const { scale, places } = measures[measure] as Unit['measures'][number]
  const bucket = bucketOf(totals, day, measures.length)
  const total = (bucket[measure] as bigint) + units
  bucket[measure] = total
  const parts = parcels.map(({ part }) => part)
  const divisor = scale === places ? whole : whole * 10n ** BigInt(scale - places)
  const dues = divided(total, parts, divisor, deal.root.id)
  for (const [i, parcel] of parcels.entries())
    move(moving, parcel, day, measure, (dues[i] as bigint) - givenOf(parcel, day, measure))
  if (totals.length === 1 || sumOf(totals, measure) !== 0n) return
  // Where nothing is left of the unit, nothing is left for anybody, on whatever days it was rounded.
  for (const parcel of parcels) move(moving, parcel, day, measure, -sumOf(parcel.given, measure))
}

function sumOf(buckets: readonly Bucket[], measure: number): bigint {
  return buckets.reduce((sum, { units }) => sum + (units[measure] as bigint), 0n)
}

/** Moves a share of all that a person holds, and what was given of it. */
function transfer(
  terms: Terms,
  life: Life,
  event: TransferEvent,
  known: IsoDate,
  moving: Moving,
): void {
  const { credit, from, to, on, share = '1' } = event
  if (credit !== undefined && credit !== terms.credit) return
  const giving = life.parcels.filter(({ person }) => person === from)
  if (giving.length === 0) return
  life.moved.add(event)
  const { numerator, denominator } = shareOf(share)
  if (denominator !== 1n) {
    life.whole *= denominator
    for (const parcel of life.parcels) parcel.part *= denominator
  }
  const receiver = receiverOf(terms, life, to, on, known)
  for (const parcel of giving) {
    const part = (parcel.part / denominator) * numerator
    parcel.part -= part
    receiver.part += part
    for (const { day, units } of parcel.given)
      for (const [measure, given] of units.entries()) {
        const moved = halfUp(given * numerator, denominator)
        move(moving, parcel, day, measure, -moved)
        move(moving, receiver, day, measure, moved)
      }
  }
  const left = life.parcels.filter(({ part }) => part > 0n)
  life.parcels.splice(0, life.parcels.length, ...left.sort(byHolder))
}

function receiverOf(
  { credit, rollUps }: Terms,
  life: Life,
  person: string,
  day: IsoDate,
  known: IsoDate,
): Parcel {
  const found = life.parcels.find((parcel) => parcel.person === person && parcel.day === day)
  if (found !== undefined) return found
  const receiver = parcelOf(credit, person, day, 0n, rollUps, known)
  life.parcels.push(receiver)
  return receiver
}

function byHolder(a: Parcel, b: Parcel): number {
  return byCodePoints(a.person, b.person) || (a.day < b.day ? -1 : 1)
}

/** The next day after one on which something is told late of those above the parcels of a life. */
export function nextNewsAbove(
  life: Life,
  rollUps: readonly RollUp[],
  known: IsoDate,
): IsoDate | undefined {
  let next: IsoDate | undefined
  const ask = (parcel: Parcel, kinds: readonly RollUp[]) => {
    for (const [i, kind] of kinds.entries()) {
      const news = kind.finder.nextNews(parcel.person, parcel.day, known)
      if (news !== undefined && (next === undefined || news < next)) next = news
      const raised = parcel.above[i] as Raised
      for (const { parcel: above } of raised.receivers) ask(above, kind.rollUps)
      if (raised.rest !== undefined) ask(raised.rest.parcel, kind.rollUps)
    }
  }
  for (const parcel of life.parcels) ask(parcel, rollUps)
  return next
}
