import { daysBetween, type IsoDate } from '../../../src/calendar/index.js'
import type { TouchedCredit } from '../../../src/credit/crediting.js'
import type { AmountEvent } from '../../../src/credit/event.js'
import type { Touch } from '../../../src/credit/tables.js'
import { type Fraction, fraction, halvings, over } from '../../../src/quantity/internal.js'
import { type Shares, together } from './claims.js'
import { exactly, one, sumOf, zero } from './exact.js'
import { compare, compareAll, heldBy, touchTold } from './world.js'

/** The shares of those who touched a customer before a sale, by what is known on a day. */
export function touchShares(
  { window, model }: TouchedCredit['touches'],
  touches: readonly Touch[],
  key: string | undefined,
  sale: AmountEvent,
  known: IsoDate,
): Shares {
  const before = heldBy(touches, known, ({ id }) => [id], touchTold).filter((touch) => {
    const age = daysBetween(touch.on, sale.on)
    if (touch.key !== key || age < 0 || age > window) return false
    const bothOrdered = touch.order !== undefined && sale.order !== undefined
    return age > 0 || !bothOrdered || compare(touch.order, sale.order) <= 0
  })
  const place = ({ on, order = '' }: Touch) => [on, order]
  const sorted = before.toSorted((a, b) => compareAll(place(a), place(b)))
  const places = [...new Set(sorted.map((touch) => JSON.stringify(place(touch))))].map((at) =>
    sorted.filter((touch) => JSON.stringify(place(touch)) === at),
  )
  const weighed = weightsOf(places, model)
  const all = sumOf(weighed.map(([, weight]) => weight))
  if (all.numerator === 0n) return new Map()
  return together(weighed.map(([person, weight]) => [person, over(weight, all)]))
}

type Weighed = readonly (readonly [string, Fraction])[]

function weightsOf(
  places: readonly (readonly Touch[])[],
  model: TouchedCredit['touches']['model'],
): Weighed {
  const [first = [], last = []] = [places[0], places.at(-1)]
  /** A weight that some touches share equally. */
  const sharing = (touches: readonly Touch[], weight: Fraction): Weighed =>
    touches.map(({ person }) => [person, over(weight, fraction(BigInt(touches.length)))])
  switch (model.kind) {
    case 'first':
      return sharing(first, one)
    case 'last':
      return sharing(last, one)
    case 'linear':
      return places.flat().map(({ person }) => [person, one])
    case 'position': {
      if (places.length < 2) return sharing(first, one)
      const between = places.slice(1, -1).flat()
      return [
        ...sharing(first, exactly(model.first)),
        ...sharing(last, exactly(model.last)),
        ...sharing(between, between.length > 0 ? exactly(model.middle) : zero),
      ]
    }
    case 'time-decay':
      return places.flat().map(({ person, on }) => {
        const age = daysBetween(on, (last[0] as Touch).on)
        return [person, exactly(halvings(age, model.halfLife))]
      })
  }
}
