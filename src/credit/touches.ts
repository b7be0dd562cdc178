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
  for (const [i, place] of places.entries())
    for (const touch of place) {
      const weight = weightOf(model, places, i, touch)
      const own = weights.get(touch.person)
      weights.set(touch.person, own === undefined ? weight : plus(own, weight))
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

const one = fraction(1n)
const nothing = fraction(0n)

/** What a touch weighs, by its place among all; those of one place share what that weighs. */
function weightOf(
  model: TouchModel,
  places: readonly (readonly Touch[])[],
  index: number,
  touch: Touch,
): Fraction {
  const last = places.length - 1
  switch (model.kind) {
    case 'first':
      return index === 0 ? one : nothing
    case 'last':
      return index === last ? one : nothing
    case 'linear':
      return one
    case 'position': {
      if (last === 0) return one
      const isBetween = index > 0 && index < last
      const weight = isBetween ? model.middle : index === 0 ? model.first : model.last
      const sharing = isBetween ? places.slice(1, -1).flat() : (places[index] as readonly Touch[])
      return times(fractionOf(decimal(weight)), fraction(1n, BigInt(sharing.length)))
    }
    case 'time-decay': {
      const { on } = (places[last] as readonly Touch[])[0] as Touch
      return fractionOf(decimal(halvings(daysBetween(touch.on, on), model.halfLife)))
    }
  }
}
