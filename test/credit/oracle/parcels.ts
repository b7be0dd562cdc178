import type { IsoDate } from '../../../src/calendar/index.js'
import type { Crediting, CreditKind, RolledCredit } from '../../../src/credit/crediting.js'
import type { TransferEvent } from '../../../src/credit/event.js'
import { sha256 } from '../../../src/problem/index.js'
import {
  compareFractions,
  type Fraction,
  minus,
  plus,
  times,
} from '../../../src/quantity/internal.js'
import type { Shares } from './claims.js'
import { exactly, isZero, negated, ofUnits, rounded, sumOf, wholeUnits, zero } from './exact.js'
import { type Measured, placesOf } from './measures.js'
import { compareAll } from './world.js'

/** A share that a person holds since a day, and what it was given. */
export interface Parcel {
  readonly person: string
  readonly made: IsoDate
  share: Fraction
  readonly given: Given[]
}

/** An amount of a measure, booked with a document of some day. */
export interface Given {
  readonly measure: string
  readonly booked: IsoDate
  readonly amount: Fraction
}

/** What became of the claims on a whole, by some of its steps. */
export interface Replayed {
  readonly parcels: readonly Parcel[]
  /** The transfers that found something to move. */
  readonly moved: ReadonlySet<TransferEvent>
}

export type SharedKind = Exclude<CreditKind, RolledCredit>

/** Works out a whole from its beginning. */
export function replay(
  { crediting, credit, deal }: { crediting: Crediting; credit: string; deal: string },
  claims: Shares,
  since: IsoDate,
  steps: readonly Measured[],
): Replayed {
  const parcels: Parcel[] = [...claims].map(([person, share]) => {
    return { person, made: since, share, given: [] }
  })
  const moved = new Set<TransferEvent>()
  const passed: Measured[] = []
  for (const step of steps) {
    const { event } = step
    if (event.kind === 'transfer') {
      if (event.credit !== undefined && event.credit !== credit) continue
      if (transfer(crediting, parcels, event)) moved.add(event)
      continue
    }
    passed.push(step)
    for (const measure of step.adds.keys()) {
      const booked = step.booked.get(measure) as IsoDate
      const total = totalOf(passed, measure, booked)
      const due = divided(total, parcels, placesOf(crediting, measure), deal)
      for (const parcel of parcels) {
        const amount = minus(due.get(parcel) as Fraction, givenOf(parcel, measure, booked))
        parcel.given.push({ measure, booked, amount })
      }
      if (!isZero(totalOf(passed, measure))) continue
      // Nothing is left of it, so nothing of what was rounded on the way is left to anybody.
      for (const parcel of parcels)
        parcel.given.push({ measure, booked, amount: negated(givenOf(parcel, measure)) })
    }
  }
  return { parcels, moved }
}

/** What a parcel was given of a measure, of documents of one day or of all. */
function givenOf({ given }: Parcel, measure: string, booked?: IsoDate): Fraction {
  return sumOf(
    given
      .filter((each) => each.measure === measure && (booked ?? each.booked) === each.booked)
      .map(({ amount }) => amount),
  )
}

/** What some steps add to a measure, with documents of one day or of all. */
function totalOf(steps: readonly Measured[], measure: string, booked?: IsoDate): Fraction {
  return sumOf(
    steps
      .filter((step) => booked === undefined || step.booked.get(measure) === booked)
      .map(({ adds }) => adds.get(measure) ?? zero),
  )
}

/** What each parcel is due of a total: by largest remainder, a total below zero mirrored. */
export function divided(
  total: Fraction,
  parcels: readonly Parcel[],
  places: number,
  deal: string,
): ReadonlyMap<Parcel, Fraction> {
  if (total.numerator < 0n) {
    const mirrored = divided(negated(total), parcels, places, deal)
    return new Map([...mirrored].map(([parcel, due]) => [parcel, negated(due)]))
  }
  const sorted = parcels
    .filter(({ share }) => !isZero(share))
    .toSorted((a, b) => compareAll([a.person, a.made], [b.person, b.made]))
  const first = Number.parseInt(sha256(deal).slice(0, 8), 16) % Math.max(1, sorted.length)
  const parts = [...sorted.slice(first), ...sorted.slice(0, first)].map((parcel) => {
    const exact = times(total, parcel.share)
    const least = ofUnits(wholeUnits(exact, places), places)
    return { parcel, least, rest: minus(exact, least) }
  })
  const all = rounded(times(total, sumOf(parts.map(({ parcel }) => parcel.share))), places)
  const left = wholeUnits(minus(all, sumOf(parts.map(({ least }) => least))), places)
  const lucky = new Set(
    parts.toSorted((a, b) => compareFractions(b.rest, a.rest)).slice(0, Number(left)),
  )
  return new Map([
    ...parcels.map((parcel) => [parcel, zero] as const),
    ...parts.map((part) => {
      const due = lucky.has(part) ? plus(part.least, ofUnits(1n, places)) : part.least
      return [part.parcel, due] as const
    }),
  ])
}

/** Moves a part of all that a person holds to the parcel that another has since the transfer's day, if any. */
function transfer(crediting: Crediting, parcels: Parcel[], event: TransferEvent): boolean {
  const own = parcels.filter(({ person, share }) => person === event.from && !isZero(share))
  if (own.length === 0) return false
  let to = parcels.find(({ person, made }) => person === event.to && made === event.on)
  if (to === undefined) {
    to = { person: event.to, made: event.on, share: zero, given: [] }
    parcels.push(to)
  }
  const part = exactly(event.share ?? '1')
  for (const parcel of own) {
    const share = times(parcel.share, part)
    parcel.share = minus(parcel.share, share)
    to.share = plus(to.share, share)
    for (const { measure, booked, amount } of bucketsOf(parcel)) {
      const moves = rounded(times(amount, part), placesOf(crediting, measure))
      parcel.given.push({ measure, booked, amount: negated(moves) })
      to.given.push({ measure, booked, amount: moves })
    }
  }
  return true
}

/** What a parcel has of each measure with documents of each day. */
export function bucketsOf(parcel: Parcel): readonly Given[] {
  const keys = new Set(parcel.given.map(({ measure, booked }) => JSON.stringify([measure, booked])))
  return [...keys].map((key) => {
    const [measure, booked] = JSON.parse(key) as [string, IsoDate]
    return { measure, booked, amount: givenOf(parcel, measure, booked) }
  })
}
