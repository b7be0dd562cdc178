import { having, list, number, type Option, text } from '../problem/index.js'
import { type Decimal, decimal, divideTo } from '../quantity/index.js'
import { decimalOption } from '../quantity/internal.js'
import { notAScore, outOfScale, scoreTooLarge } from './problems.js'
import type { RatingPolicy } from './schema.js'

/** Verdicts as they are given to a statistic: they may not have come of `collectRatings`. */
export const verdictsOption: Option = list(
  having({ rater: text, subject: text, score: decimalOption() }),
)

/** Verdicts whose scores are within a scale. */
export function verdictsWithin({ minimum, maximum }: RatingPolicy['scale']): Option {
  const score = decimalOption((value, path) =>
    value.lessThan(minimum) || value.greaterThan(maximum)
      ? [outOfScale(path, value.toFixed(), minimum, maximum)]
      : [],
  )
  return list(having({ rater: text, subject: text, score }))
}

/** The mean of some values, exact but for one rounding, half-up. */
export function exactMean(values: readonly Decimal[], places: number): Decimal {
  const sum = values.reduce((left, right) => left.plus(right), decimal('0'))
  return divideTo(sum, decimal(String(values.length)), places, 'half-up')
}

/** A score further from zero has a square, or a mean of squares, that no double holds. */
const largestScore = 1e100

/** A score of a statistic in double precision. */
export const scoreOption: Option = number((score) => Math.abs(score) <= largestScore, scoreTooLarge)

/** A score, or `null` where a rater gave none. */
export const scoreOrNone: Option = (value, path) => {
  if (value === null) return []
  return typeof value === 'number' && Number.isFinite(value)
    ? scoreOption(value, path)
    : [notAScore(path)]
}
