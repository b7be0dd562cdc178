import { daysBetween, type IsoDate } from '../calendar/index.js'
import { byCodePoints } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { type Fraction, fraction, fractionOf, halvings, plus, times } from '../quantity/internal.js'
import type { TouchedCredit, TouchModel } from './crediting.js'
import { type Claims, claimsOf } from './share.js'
import type { Touch } from './tables.js'

/** The sale that touches are before. */
interface Sale {
  readonly on: IsoDate
  readonly order?: string | undefined
}

/** What the people weigh who touched a customer in the days before a sale. */
export function touchClaims(
  { touches: { window, model } }: TouchedCredit,
  touches: readonly Touch[],
  sale: Sale,
): Claims {
  const before = touches
    .filter((touch) => isBefore(touch, sale) && daysBetween(touch.on, sale.on) <= window)
    .sort((a, b) => byPlace(a, b))
  const places: Touch[][] = []
  for (const touch of before) {
    const last = places.at(-1)
    if (last === undefined || byPlace(last[0] as Touch, touch) !== 0) places.push([touch])
    else last.push(touch)
  }
  const weights = new Map<string, Fraction>()
  const weightOf = weighing(model, places)
  for (const [i, place] of places.entries())
    for (const [person, count] of countsOf(place)) {
      const weight = times(weightOf(i), fraction(count))
      const own = weights.get(person)
      weights.set(person, own === undefined ? weight : plus(own, weight))
    }
  return claimsOf(weights, true)
}

/** On the day of the sale those count that were not after it, as far as their order tells. */
function isBefore(touch: Touch, sale: Sale): boolean {
  if (touch.on !== sale.on) return touch.on < sale.on
  if (touch.order === undefined || sale.order === undefined) return true
  return byCodePoints(touch.order, sale.order) <= 0
}

function byPlace(a: Touch, b: Touch): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : byCodePoints(a.order ?? '', b.order ?? '')
}

/** How many touches of a place each person has. */
function countsOf(place: readonly Touch[]): ReadonlyMap<string, bigint> {
  const counts = new Map<string, bigint>()
  for (const { person } of place) counts.set(person, (counts.get(person) ?? 0n) + 1n)
  return counts
}

const one = fraction(1n)
const nothing = fraction(0n)

/** What a touch weighs, by its place among all; those of one place share what that weighs. */
function weighing(
  model: TouchModel,
  places: readonly (readonly Touch[])[],
): (index: number) => Fraction {
  const last = places.length - 1
  switch (model.kind) {
    case 'first':
      return (index) => (index === 0 ? one : nothing)
    case 'last':
      return (index) => (index === last ? one : nothing)
    case 'linear':
      return () => one
    case 'position': {
      if (last === 0) return () => one
      const sizeOf = (index: number) => (places[index] as readonly Touch[]).length
      const part = (weight: string, among: number) =>
        times(fractionOf(decimal(weight)), fraction(1n, BigInt(among)))
      const between = places.slice(1, -1).reduce((sum, { length }) => sum + length, 0)
      const middle = between === 0 ? nothing : part(model.middle, between)
      return (index) =>
        index === 0
          ? part(model.first, sizeOf(0))
          : index === last
            ? part(model.last, sizeOf(last))
            : middle
    }
    case 'time-decay': {
      const dayOf = (index: number) => ((places[index] as readonly Touch[])[0] as Touch).on
      const byAge = new Map<number, Fraction>()
      return (index) => {
        const age = daysBetween(dayOf(index), dayOf(last))
        const weight = byAge.get(age) ?? fractionOf(decimal(halvings(age, model.halfLife)))
        byAge.set(age, weight)
        return weight
      }
    }
  }
}
