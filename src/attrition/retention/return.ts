import type { Localized } from '../../problem/index.js'
import { decimal, minorUnits } from '../../quantity/index.js'
import {
  type Fraction,
  fraction,
  fractionOf,
  fractionTo,
  minus,
  over,
  plus,
  times,
} from '../../quantity/internal.js'
import { personDecides } from '../notes.js'
import { parseRetention, type Retention } from './schema.js'

/** The places of returns and effects. */
const places = 4

/** What a retention action is expected to bring for one person. */
export interface PersonReturn {
  readonly id: string
  /** Probability × replacement cost: what doing nothing is expected to cost. */
  readonly atStake: string
  /** Effect × what is at stake. */
  readonly saved: string
  /** Saved less the cost of the action. */
  readonly net: string
}

/** What a retention action is expected to cost and to save. */
export interface RetentionReturn {
  /** In the order that they were given in. */
  readonly people: readonly PersonReturn[]
  readonly atStake: string
  readonly spent: string
  readonly saved: string
  readonly net: string
  /** Net over spent, a ratio of 4 places; `undefined` where nothing is spent. */
  readonly return: string | undefined
  /**
   * The effect at which nothing is won or lost, a ratio of 4 places, above 1 where no effect is enough;
   * `undefined` where nothing is at stake.
   */
  readonly breakEvenEffect: string | undefined
  /** That its figures decide nothing. */
  readonly decision: Localized
}

/**
 * The return of a retention action. Every figure is exact and rounded once, half-up, money to the
 * currency's minor unit: so rounded figures of people need not add up to that of all.
 *
 * The effect is the one figure that history does not tell: try the action on some, chosen by lot, and
 * compare; `breakEvenEffect` says what it must reach.
 *
 * Throws a `PolicyError` with every problem: nobody, an id twice, probabilities and effects above 1.
 *
 * @example
 * retentionReturn({ currency: 'CNY', cost: '1000.00', effect: '0.5', people: [{ id: '7', probability: '0.4', replacement: '9000.00' }] }).net //=> '800.00'
 */
export function retentionReturn(retention: Retention): RetentionReturn {
  const { currency, cost, effect, people } = parseRetention(retention)
  const exact = (value: string) => fractionOf(decimal(value))
  const written = (value: Fraction) => fractionTo(value, minorUnits(currency))
  const figures = (atStake: Fraction, spent: Fraction) => {
    const saved = times(atStake, exact(effect))
    const net = minus(saved, spent)
    return { atStake, saved, net }
  }
  const each = people.map(({ id, probability, replacement }) => ({
    id,
    ...figures(times(exact(probability), exact(replacement)), exact(cost)),
  }))
  const spent = times(exact(cost), fraction(BigInt(people.length)))
  const all = figures(
    each.reduce((sum, { atStake }) => plus(sum, atStake), fraction(0n)),
    spent,
  )
  const ratio = (part: Fraction, whole: Fraction) =>
    whole.numerator === 0n ? undefined : fractionTo(over(part, whole), places)
  return {
    people: each.map(({ id, atStake, saved, net }) => ({
      id,
      atStake: written(atStake),
      saved: written(saved),
      net: written(net),
    })),
    atStake: written(all.atStake),
    spent: written(spent),
    saved: written(all.saved),
    net: written(all.net),
    return: ratio(all.net, spent),
    breakEvenEffect: ratio(spent, all.atStake),
    decision: personDecides,
  }
}
