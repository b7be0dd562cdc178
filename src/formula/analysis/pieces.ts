import type { Fraction } from '../../quantity/internal.js'
import type { LinePiece, Piece } from './analysis.js'
import { greatest, negated, textOf } from './fraction.js'
import { type Held, rangeOf } from './interval.js'
import { boundsOf, type Part } from './part.js'

/** A part of a formula, and where it holds. */
interface Placed extends Held {
  readonly part: Part
}

/** A part as plain JSON: a line, or bounds where it is none. */
export function pieceOf(placed: Placed, step: Fraction, places: number): Piece {
  const { interval, part } = placed
  if (part.causes.length === 0) return linePieceOf(placed, places)
  const { low, high } = boundsOf(part, step)
  const bounds = { ...(low && { low: textOf(low) }), ...(high && { high: textOf(high) }) }
  return { ...rangeOf(interval, places), ...bounds, causes: part.causes }
}

/** A part without causes as plain JSON. */
export function linePieceOf({ interval, part }: Placed, places: number): LinePiece {
  const [low, high] = [part.low as Fraction, part.high as Fraction]
  return {
    ...rangeOf(interval, places),
    slope: textOf(part.slope),
    intercept: textOf(part.base),
    deviation: textOf(greatest(negated(low), high)),
  }
}
