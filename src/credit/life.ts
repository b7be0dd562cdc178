import type { IsoDate } from '../calendar/index.js'
import { byCodePoints } from '../problem/index.js'
import type { Fraction } from '../quantity/internal.js'
import { isOnItsOwn } from './deals.js'
import { divided } from './division.js'
import type { TransferEvent } from './event.js'
import type { Change } from './measures.js'
import {
  type Bucket,
  bucketOf,
  givenOf,
  isSome,
  leaveNothingAbove,
  type Movement,
  type Moving,
  move,
  type Parcel,
  type Passed,
  type Raised,
  sumOf,
} from './moving.js'
import type { ReceiverFinder } from './receivers.js'
import { type Claims, shareOf } from './share.js'
import type { Step, Unit } from './unit.js'
import { halfUp } from './units.js'

/** A kind of credit that rolls up, with those that roll up from it in turn. */
export interface RollUp {
  readonly credit: string
  readonly finder: ReceiverFinder
  readonly rollUps: readonly RollUp[]
}

/** A unit of one kind of credit as it stands after some of its events. */
export interface Life {
  readonly claims: Claims
  /** What one is, in the parts of the parcels. */
  whole: bigint
  readonly parcels: Parcel[]
  /** Those of which all was transferred. */
  readonly gone: Parcel[]
  /** Those of all kinds that roll up from it. */
  readonly above: Parcel[]
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
  const above: Parcel[] = []
  const parcels = claims.claims.map(({ person, part }) =>
    parcelOf(terms, { person, day: unit.head.on, part, known }, above),
  )
  return { claims, whole: claims.whole, parcels, gone: [], above, totals: [], moved: new Set() }
}

interface Arising {
  readonly person: string
  readonly day: IsoDate
  readonly part: bigint
  readonly known: IsoDate
}

function parcelOf(
  { credit, rollUps }: Pick<Terms, 'credit' | 'rollUps'>,
  { person, day, part, known }: Arising,
  all: Parcel[],
): Parcel {
  const above = rollUps.map((kind): Raised => {
    const { receivers, rest } = kind.finder.on(person, day, known)
    const passed = (receiver: string, share: Fraction): Passed => {
      const found = all.find(
        (each) => each.person === receiver && each.day === day && each.credit === kind.credit,
      )
      const parcel = found ?? parcelOf(kind, { person: receiver, day, part: 0n, known }, all)
      if (found === undefined) all.push(parcel)
      return { parcel, share, given: [] }
    }
    return {
      receivers: receivers.map(({ person: receiver, share }) => passed(receiver, share)),
      ...(rest && { rest: passed(rest.person, rest.whole) }),
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
    ofDocument: isOnItsOwn(event),
    moved: [],
  }
  // Who transfers all is gone after it. The nearest come first: who receives of others was found before them.
  const parcels = terms.rollUps.length > 0 ? [...life.parcels, ...life.above.toReversed()] : []
  if (event.kind === 'transfer') transfer(terms, life, event, known, moving)
  else for (const change of changes) divide(unit, life, change, moving)
  for (const parcel of parcels) leaveNothingAbove(moving, parcel)
  return moving.ofDocument ? moving.moved : moving.moved.filter(isSome)
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
  life.gone.push(...life.parcels.filter(({ part }) => part === 0n))
  life.parcels.splice(0, life.parcels.length, ...left.sort(byHolder))
}

function receiverOf(
  terms: Terms,
  life: Life,
  person: string,
  day: IsoDate,
  known: IsoDate,
): Parcel {
  const found = life.parcels.find((parcel) => parcel.person === person && parcel.day === day)
  if (found !== undefined) return found
  const receiver = parcelOf(terms, { person, day, part: 0n, known }, life.above)
  life.parcels.push(receiver)
  return receiver
}

function byHolder(a: Parcel, b: Parcel): number {
  return byCodePoints(a.person, b.person) || byCodePoints(a.day, b.day)
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
  for (const parcel of [...life.parcels, ...life.gone]) ask(parcel, rollUps)
  return next
}
