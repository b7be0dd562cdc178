import { decimal, divideTo, total } from '../quantity/index.js'

/** How an amount spreads over scenarios. Amounts are decimal strings. */
export interface Spread {
  readonly least: string
  /** The amounts that 5, 50 and 95 % of the scenarios do not exceed: nearest rank, none in between. */
  readonly p5: string
  readonly p50: string
  readonly p95: string
  readonly most: string
  /** Half-up to the minor unit. */
  readonly mean: string
}

/** How amounts, at least one, spread. */
export function spread(amounts: readonly string[], places: number): Spread {
  const sorted = amounts.map(decimal).sort((a, b) => a.comparedTo(b))
  const at = (index: number) => (sorted[index] as (typeof sorted)[number]).toFixed(places)
  const rank = (percent: number) => at(Math.ceil((percent * sorted.length) / 100) - 1)
  const sum = decimal(total(amounts, places))
  return {
    least: at(0),
    p5: rank(5),
    p50: rank(50),
    p95: rank(95),
    most: at(sorted.length - 1),
    mean: divideTo(sum, decimal(String(amounts.length)), places, 'half-up').toFixed(places),
  }
}
