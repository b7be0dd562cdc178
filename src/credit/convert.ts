import { valueOn } from '../calendar/index.js'
import { at, type Problem } from '../problem/index.js'
import { type Currency, minorUnits } from '../quantity/index.js'
import { integerOf } from '../quantity/internal.js'
import { creditProblem } from '../words/index.js'
import type { Crediting } from './crediting.js'
import type { AmountEvent } from './event.js'
import type { Rates } from './rates-schema.js'

/** How amounts become those of the crediting's currency, exactly. */
export interface Converting {
  /** The places to which amounts are divided; those of the minor unit; those in which they are known. */
  readonly places: number
  readonly minor: number
  readonly scale: number
  /** The rate of an event; `undefined` where there is none, which is told. */
  readonly rateOf: (
    event: AmountEvent,
    root: AmountEvent,
    path: () => string,
    problems: Problem[],
  ) => Rate | undefined
}

interface Rate {
  /** An amount in units of a scale. */
  readonly converted: (text: string, scale: number) => bigint
}

const itself: Rate = { converted: integerOf }

/** The places to which amounts are divided unless said: shares of four places leave no remainder. */
export function creditPlaces(currency: Currency): number {
  return minorUnits(currency) + 4
}

/** How a crediting converts, by some rates. */
export function convertingBy(crediting: Crediting, rates: Rates): Converting {
  const minor = minorUnits(crediting.currency)
  const { currency, rates: on = 'deal', places = creditPlaces(currency) } = crediting
  const tables = new Map(
    rates.flatMap(({ from, to, rates }) => (to === currency ? [[from, rates]] : [])),
  )
  // Of a product of two decimals the places add up.
  const scale = [...tables].reduce(
    (most, [from, rates]) =>
      Math.max(
        most,
        ...rates.map(({ value }) => Math.max(places, minorUnits(from)) + placesOf(value)),
      ),
    places,
  )
  const known = new Map<string, Rate | undefined>()
  const rateOn = (from: Currency, day: string): Rate | undefined => {
    const key = `${from} ${day}`
    if (!known.has(key)) {
      const table = tables.get(from)
      const rate = table && valueOn(table, day)
      known.set(key, rate === undefined ? undefined : times(rate))
    }
    return known.get(key)
  }
  return {
    places,
    minor,
    scale,
    rateOf: (event, root, path, problems) => {
      if (event.currency === currency) return itself
      const day = (on === 'deal' ? root : event).on
      const rate = rateOn(event.currency, day)
      if (rate === undefined)
        problems.push(
          creditProblem('no-conversion', at(path(), 'currency'), {
            from: event.currency,
            to: currency,
            day,
          }),
        )
      return rate
    },
  }
}

function times(rate: string): Rate {
  const places = placesOf(rate)
  const units = integerOf(rate, places)
  return { converted: (text, scale) => integerOf(text, scale - places) * units }
}

function placesOf(text: string): number {
  const dot = text.indexOf('.')
  return dot === -1 ? 0 : text.length - dot - 1
}
