import { type Problem, refuse } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  divideTo,
  type NumericInput,
  type Rounding,
  readDecimal,
} from '../quantity/index.js'
import { decimalOption } from '../quantity/internal.js'
import { noMidpoint, stepsTooClose } from './range-problems.js'
import { type PayRange, type PayRanges, parseProgression, rangeOption } from './range-schema.js'

/** The decimal places of a compa-ratio and a range penetration. */
export const ratioPlaces = 4

/**
 * Pay ranges by midpoint progression and range spread. Each midpoint is the one before × (1 +
 * progression); a range runs from minimum to maximum = minimum × (1 + spread), its midpoint half way:
 * minimum = midpoint ÷ (1 + spread ÷ 2). Each figure is worked out exactly and rounded once, to
 * `roundTo` places (−2 is to hundreds). With `steps`, equal steps from minimum to maximum.
 *
 * Source: the arithmetic of salary structures as WorldatWork teaches it (range spread = (maximum −
 * minimum) ÷ minimum; midpoint progression = rise between neighbouring midpoints).
 *
 * Throws a `PolicyError` with every problem and its path, also where rounding leaves a midpoint of
 * nothing, or two steps that are one.
 *
 * @example
 * buildRanges({ currency: 'CNY', grades: ['P1', 'P2'], firstMidpoint: '6000', progression: '0.15', spread: '0.4', roundTo: -1, rounding: 'half-up' }).ranges[1]
 * //=> { grade: 'P2', minimum: '5750', midpoint: '6900', maximum: '8050' }
 */
export function buildRanges(json: unknown): PayRanges {
  const policy = parseProgression(json)
  const { currency, grades, firstMidpoint, progression, spread, steps, roundTo, rounding } = policy
  const round = (dividend: Decimal, divisor: Decimal) =>
    roundedTo(dividend, divisor, roundTo, rounding)
  const growth = decimal(progression).plus(1)
  const breadth = decimal(spread).plus(2)
  const ranges = grades.map((grade, i): PayRange => {
    const midpoint = decimal(firstMidpoint).times(growth.pow(i))
    const twice = midpoint.times(2)
    const minimum = round(twice, breadth)
    const maximum = round(twice.times(decimal(spread).plus(1)), breadth)
    return {
      grade,
      minimum: minimum.toFixed(),
      midpoint: round(midpoint, decimal('1')).toFixed(),
      maximum: maximum.toFixed(),
      ...(steps !== undefined && {
        steps: Array.from({ length: steps }, (_, step) => {
          const risen = maximum.minus(minimum).times(step)
          const whole = decimal(String(steps - 1))
          return round(minimum.times(whole).plus(risen), whole).toFixed()
        }),
      }),
    }
  })
  refuse(lostInRounding(ranges))
  return { currency, ranges }
}

/** What rounding took: minimum, midpoint and maximum keep their order, but not their distance. */
function lostInRounding(ranges: readonly PayRange[]): readonly Problem[] {
  return [
    ...(ranges.some(({ midpoint }) => decimal(midpoint).isZero())
      ? [noMidpoint('firstMidpoint')]
      : []),
    ...ranges
      .filter(({ steps = [] }) => new Set(steps).size < steps.length)
      .map(({ grade }) => stepsTooClose(grade)),
  ]
}

/** The quotient rounded once, to places that may be negative. */
function roundedTo(
  dividend: Decimal,
  divisor: Decimal,
  places: number,
  rounding: Rounding,
): Decimal {
  const unit = decimal('10').pow(Math.max(0, -places))
  return divideTo(dividend, divisor.times(unit), Math.max(0, places), rounding).times(unit)
}

/** Where a salary stands in its range. */
export interface RangePosition {
  /** Salary ÷ midpoint, to 4 places half-up: 1.0000 is on the midpoint. */
  readonly compaRatio: string
  /** (Salary − minimum) ÷ (maximum − minimum), to 4 places half-up; absent where both are equal. */
  readonly rangePenetration?: string
  /** `red` above the maximum, `green` below the minimum. */
  readonly circled?: 'red' | 'green'
}

/**
 * The compa-ratio and the range penetration of a salary, and whether it is red- or green-circled.
 *
 * Throws a `PolicyError` for a salary that is no number, and a range that is none.
 *
 * @example
 * positionIn({ grade: 'P1', minimum: '5000', midpoint: '6000', maximum: '7000' }, '5500.00')
 * //=> { compaRatio: '0.9167', rangePenetration: '0.2500' }
 */
export function positionIn(range: PayRange, salary: NumericInput): RangePosition {
  refuse([...rangeOption()(range, 'range'), ...decimalOption()(salary, 'salary')])
  return standing(range, readDecimal(salary, 'salary') as Decimal)
}

/** {@link positionIn} of a range and a salary that are known to be good. */
export function standing(range: PayRange, value: Decimal): RangePosition {
  const width = decimal(range.maximum).minus(range.minimum)
  const part = (dividend: Decimal, divisor: Decimal) =>
    divideTo(dividend, divisor, ratioPlaces, 'half-up').toFixed(ratioPlaces)
  return {
    compaRatio: part(value, decimal(range.midpoint)),
    ...(!width.isZero() && { rangePenetration: part(value.minus(range.minimum), width) }),
    ...(value.greaterThan(range.maximum) && { circled: 'red' as const }),
    ...(value.lessThan(range.minimum) && { circled: 'green' as const }),
  }
}
