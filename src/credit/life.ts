import type { IsoDate } from '../calendar/index.js'
import type { Fraction } from '../quantity/internal.js'
import { isDocument, later } from './deals.js'
import { divided } from './division.js'
import type { TransferEvent } from './event.js'
import type { Change } from './measures.js'
import { byCodePoints } from './order.js'
import type { ReceiverFinder } from './receivers.js'
import { type Claims, shareOf } from './share.js'
import type { Step, Unit } from './unit.js'
import { halfUp } from './units.js'

/** What somebody has been given of one document day of a unit, by measure. */
type Bucket = bigint[]

/** A share that a person holds since a day, with what was given of it and who receives of that. */
interface Parcel {
  readonly credit: string
  readonly person: string
  readonly day: IsoDate
  /** In whole numbers of the unit's `whole`. */
  part: bigint
  readonly given: Map<IsoDate, Bucket>
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
  readonly totals: Map<IsoDate, Bucket>
  /** Transfers by which something moved. */
  readonly moved: Set<TransferEvent>
}

/** What a life goes by, the same for all units of a kind of credit. */
export interface Terms {
  readonly credit: string
  readonly rollUps: readonly RollUp[]
  /** Where what takes back counts. */
  readonly takeBacks: 'deal' | 'own'
  /** Where the units that are left over of a deal go first. */
  readonly start: () => number
}

/** A unit before its first event, as its claims and what is known of people have it. */
export function begin(terms: Terms, unit: Unit, claims: Claims, known: IsoDate): Life {
  const parcels = claims.claims.map(({ person, part }) =>
    parcelOf(terms.credit, person, unit.head.on, part, terms.rollUps, known),
  )
  return { claims, whole: claims.whole, parcels, totals: new Map(), moved: new Set() }
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
      receivers: receivers.map(({ person: receiver, share }) => ({ parcel: parcel(receiver), share })),
      ...(rest && { rest: { parcel: parcel(rest.person), whole: rest.whole } }),
    }
  })
  return { credit, person, day, part, given: new Map(), above }
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
  const moving = movingBy(terms, event.on, unit.measures.length, isDocument(event))
  if (event.kind === 'transfer') transfer(terms, life, event, known, moving)
  else for (const change of changes) divide(terms, unit, life, change, moving)
  return moving.movements()
}

interface Moving {
  readonly move: (parcel: Parcel, day: IsoDate, measure: number, units: bigint) => void
  readonly movements: () => readonly Movement[]
}

/** Gives to parcels and to all above them, and notes what moved. */
function movingBy(
  { takeBacks }: Pick<Terms, 'takeBacks'>,
  own: IsoDate,
  measures: number,
  ofDocument: boolean,
): Moving {
  const moved = new Map<string, Movement>()
  const move: Moving['move'] = (parcel, day, measure, units) => {
    if (units === 0n && !ofDocument) return
    const { credit, person, day: made } = parcel
    const bucket = parcel.given.get(day) ?? new Array<bigint>(measures).fill(0n)
    parcel.given.set(day, bucket)
    const given = (bucket[measure] as bigint) + units
    bucket[measure] = given
    const counts = takeBacks === 'own' ? own : later(day, made)
    const key = `${credit} ${made} ${counts} ${person}`
    const found = moved.get(key) ?? { credit, person, made, counts, units: [] }
    moved.set(key, found)
    found.units[measure] = (found.units[measure] ?? 0n) + units
    for (const { receivers, rest } of parcel.above) {
      let out = 0n
      const raise = (above: Parcel, due: bigint) => {
        move(above, day, measure, due - (above.given.get(day)?.[measure] ?? 0n))
        out += due
      }
      for (const { parcel: above, share } of receivers) raise(above, partOf(given, share))
      if (rest !== undefined) raise(rest.parcel, partOf(given, rest.whole) - out)
    }
  }
  return { move, movements: () => [...moved.values()] }
}

function partOf(units: bigint, { numerator, denominator }: Fraction): bigint {
  return halfUp(units * numerator, denominator)
}

/** Divides what an event adds: what is due to each of the document's day so far, less what was given. */
function divide(
  { start }: Terms,
  { measures }: Unit,
  life: Life,
  { measure, units, day }: Change,
  { move }: Moving,
): void {
  const { parcels, totals, whole } = life
  if (units === 0n) {
    for (const parcel of parcels) move(parcel, day, measure, 0n)
    return
  }
  const { scale, places } = measures[measure] as Unit['measures'][number]
  const bucket = totals.get(day) ?? new Array<bigint>(measures.length).fill(0n)
  totals.set(day, bucket)
  bucket[measure] = (bucket[measure] as bigint) + units
  const parts = parcels.map(({ part }) => part)
  const dues = divided(bucket[measure], parts, whole * 10n ** BigInt(scale - places), start)
  for (const [i, parcel] of parcels.entries())
    move(parcel, day, measure, (dues[i] as bigint) - (parcel.given.get(day)?.[measure] ?? 0n))
  if (totals.size === 1 || sumOf(totals, measure) !== 0n) return
  // Where nothing is left of the unit, nothing is left for anybody, on whatever days it was rounded.
  for (const parcel of parcels) move(parcel, day, measure, -sumOf(parcel.given, measure))
}

function sumOf(buckets: ReadonlyMap<IsoDate, Bucket>, measure: number): bigint {
  let sum = 0n
  for (const bucket of buckets.values()) sum += bucket[measure] as bigint
  return sum
}

/** Moves a share of all that a person holds, and what was given of it. */
function transfer(
  terms: Terms,
  life: Life,
  event: TransferEvent,
  known: IsoDate,
  { move }: Moving,
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
    for (const [day, bucket] of [...parcel.given])
      for (const [measure, given] of [...bucket.entries()]) {
        const moved = halfUp(given * numerator, denominator)
        move(parcel, day, measure, -moved)
        move(receiver, day, measure, moved)
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
