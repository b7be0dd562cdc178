import { decimal, divideTo, type Rounding } from '../../quantity/index.js'
import { type Fraction, minus, over, plus, times } from '../../quantity/internal.js'
import { type Bounds, isExact, sumOf } from './bounds.js'
import {
  commonMeasure,
  floorOf,
  isMultiple,
  negated,
  readFraction,
  signOf,
  unitOf,
  zero,
} from './fraction.js'
import { boundedPart, boundsOf, constantOf, type Part } from './part.js'

/** How a value is rounded. */
export interface RoundingRule {
  readonly places: number
  readonly rounding: Rounding
}

/** A fraction rounded exactly as `evaluate` does it. */
export function roundedValue(
  { numerator, denominator }: Fraction,
  { places, rounding }: RoundingRule,
): Fraction {
  const [dividend, divisor] = [decimal(String(numerator)), decimal(String(denominator))]
  return readFraction(divideTo(dividend, divisor, places, rounding).toFixed())
}

/**
 * A part rounded: the line stays, the deviation grows by what rounding can move a value. `lattice` is
 * a number that all values of the part are whole multiples of, where one is known.
 */
export function roundedPart(
  part: Part,
  rule: RoundingRule,
  step: Fraction,
  lattice: Fraction | undefined,
): Part {
  const constant = constantOf(part)
  if (constant !== undefined) {
    const moved = minus(roundedValue(constant, rule), part.base)
    return { ...part, low: moved, high: moved }
  }
  if (part.causes.length > 0) {
    const { low, high } = boundsOf(part, step)
    const bounds = { low: low && roundedValue(low, rule), high: high && roundedValue(high, rule) }
    return boundedPart(part.interval, bounds, part.turn, part.causes)
  }
  const measure = isExact(part) ? latticeOf(part, step) : lattice
  const error = errorOf(unitOf(rule.places), rule.rounding, measure, boundsOf(part, step))
  return { ...part, ...sumOf(part, error) }
}

/** The number that all values of an exact part are whole multiples of. */
function latticeOf(part: Part, step: Fraction): Fraction {
  return commonMeasure(times(part.slope, step), plus(part.base, part.low as Fraction))
}

/** The side a value is moved to: on a tie, or whenever it stands between two neighbours. */
type Side = 'higher' | 'lower' | 'away' | 'toward' | 'both'

const sides: Readonly<Record<Rounding, { readonly nearest: boolean; readonly side: Side }>> = {
  'half-up': { nearest: true, side: 'away' },
  'half-down': { nearest: true, side: 'toward' },
  'half-even': { nearest: true, side: 'both' },
  up: { nearest: false, side: 'away' },
  down: { nearest: false, side: 'toward' },
  ceiling: { nearest: false, side: 'higher' },
  floor: { nearest: false, side: 'lower' },
}

/**
 * How far rounding to multiples of `unit` can move a value: half a unit for the modes that go to the
 * nearer neighbour, less than one for the others. A multiple of the lattice is no nearer to a
 * neighbour than the common measure of lattice and unit.
 */
function errorOf(
  unit: Fraction,
  rounding: Rounding,
  lattice: Fraction | undefined,
  { low, high }: Bounds,
): Bounds {
  if (lattice !== undefined && isMultiple(lattice, unit)) return { low: zero, high: zero }
  const grain = lattice === undefined ? zero : commonMeasure(lattice, unit)
  const { nearest, side } = sides[rounding]
  const [most, least] = nearest ? nearestMoves(unit, grain) : [minus(unit, grain), zero]
  const somePositive = high === undefined || signOf(high) > 0
  const someNegative = low === undefined || signOf(low) < 0
  const upward: Record<Side, boolean> = {
    higher: true,
    lower: false,
    both: true,
    away: somePositive,
    toward: someNegative,
  }
  const downward: Record<Side, boolean> = {
    higher: false,
    lower: true,
    both: true,
    away: someNegative,
    toward: somePositive,
  }
  return { low: negated(downward[side] ? most : least), high: upward[side] ? most : least }
}

/** How far a value moves to its nearer neighbour: with a tie, and without one. */
function nearestMoves(unit: Fraction, grain: Fraction): readonly [Fraction, Fraction] {
  const half = times(unit, { numerator: 1n, denominator: 2n })
  if (signOf(grain) === 0) return [half, half]
  const below = times(grain, { numerator: floorOf(over(half, grain)), denominator: 1n })
  return isMultiple(half, grain) ? [half, minus(half, grain)] : [below, below]
}
