import {
  doubleOf,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  times,
} from '../../quantity/internal.js'
import { count, scaled, sum } from './intraclass.js'
import {
  equalMeans,
  fisherRange,
  type Interval,
  intervalOver,
  type JudgedCorrelation,
  judged,
  noDisagreement,
  type Told,
  testOf,
  tooAlike,
} from './judged.js'

/** One-way correlations of targets that have different numbers of ratings. */
export interface OneWay {
  readonly single: JudgedCorrelation
  readonly average: JudgedCorrelation
  readonly ratingsEach: number
}

/**
 * The one-way analysis of variance of two or more targets, some with two scores or more; not all
 * scores equal.
 */
export function oneWay(table: readonly (readonly number[])[], confidence: number): OneWay {
  // The unit of the scores does not matter to a correlation.
  const { rows } = scaled(table)
  const n = rows.length
  const all = rows.flat()
  const size = all.length
  const whole = fraction(sum(all) ** 2n, BigInt(size))
  const ofRows = sumOfSquaredMeans(rows)
  const between = over(minus(ofRows, whole), count(n - 1))
  const within = over(
    minus(fraction(sum(all.map((score) => score ** 2n))), ofRows),
    count(size - n),
  )
  const squaredSizes = rows.reduce((total, row) => total + row.length ** 2, 0)
  const each = fraction(BigInt(size ** 2 - squaredSizes), BigInt(size * (n - 1)))
  const part = minus(between, within)
  const told = (of: Fraction): Told<number> =>
    of.numerator > 0n ? { told: doubleOf(over(part, of)) } : { reason: tooAlike }
  const ratio = within.numerator === 0n ? Number.POSITIVE_INFINITY : doubleOf(over(between, within))
  const test = testOf(ratio, n - 1, size - n)
  const ratingsEach = doubleOf(each)
  const single = waldInterval(rows, within, ratio, confidence)
  return {
    single: judged({
      value: told(plus(between, times(minus(each, count(1)), within))),
      interval: single,
      test,
    }),
    average: judged({ value: told(between), interval: steppedUp(single, ratingsEach), test }),
    ratingsEach,
  }
}

/** The sum over rows of the square of the sum, by the number of scores. */
function sumOfSquaredMeans(rows: readonly (readonly bigint[])[]): Fraction {
  const bySize = new Map<number, bigint>()
  for (const row of rows) bySize.set(row.length, (bySize.get(row.length) ?? 0n) + sum(row) ** 2n)
  return [...bySize].reduce(
    (total, [size, squares]) => plus(total, fraction(squares, BigInt(size))),
    count(0),
  )
}

/**
 * Wald's interval. Where the correlation is ρ, the mean squared deviation of the rows' means, each
 * weighted by the inverse of its variance, is F times the error within rows; as ρ rises the weights
 * and so the deviation fall. A bound is the ρ at which it is the F of that tail. There may be none
 * above the least correlation that the largest row allows: then the bound is that.
 */
function waldInterval(
  rows: readonly (readonly bigint[])[],
  within: Fraction,
  ratio: number,
  confidence: number,
): Told<Interval> {
  if (!Number.isFinite(ratio)) return { reason: noDisagreement }
  if (ratio === 0) return { reason: equalMeans }
  const n = rows.length
  const all = rows.flat()
  const [size, whole] = [BigInt(all.length), sum(all)]
  const apart = rows.map((row) => sum(row) * size - whole * BigInt(row.length))
  // In parts of the greatest, so that no square is too small or too large for a double.
  const farthest = apart.reduce((most, each) => {
    const far = each < 0n ? -each : each
    return far > most ? far : most
  }, 0n)
  const bySize = new Map<number, number[]>()
  for (const [i, row] of rows.entries()) {
    const denominator = farthest * BigInt(row.length)
    const mean = doubleOf({ numerator: apart[i] as bigint, denominator })
    const alike = bySize.get(row.length)
    if (alike === undefined) bySize.set(row.length, [mean])
    else alike.push(mean)
  }
  // Rows of one size have one weight, so their mean and spread tell all of them.
  const groups = [...bySize].map(([ratings, means]) => {
    const mean = means.reduce((sum, each) => sum + each, 0) / means.length
    const spread = means.reduce((sum, each) => sum + (each - mean) ** 2, 0)
    return { ratings, rows: means.length, mean, spread }
  })
  const error = doubleOf(times(within, fraction(size ** 2n, farthest ** 2n)))
  const deviation = (correlation: number) => {
    let [weights, weighted] = [0, 0]
    const weightOf = (ratings: number) =>
      (ratings * (1 - correlation)) / (1 + (ratings - 1) * correlation)
    for (const { ratings, rows, mean } of groups) {
      weights += rows * weightOf(ratings)
      weighted += rows * weightOf(ratings) * mean
    }
    const middle = weighted / weights
    return groups.reduce(
      (total, { ratings, rows, mean, spread }) =>
        total + weightOf(ratings) * (spread + rows * (mean - middle) ** 2),
      0,
    )
  }
  const least = -1 / (groups.reduce((most, { ratings }) => Math.max(most, ratings), 0) - 1)
  const bound = (f: number) => {
    let [low, high] = [least, 1]
    for (let middle = 0; middle > low && middle < high; middle = (low + high) / 2) {
      if (deviation(middle) > (n - 1) * error * f) low = middle
      else high = middle
    }
    return low
  }
  const range = fisherRange(confidence, n - 1, all.length - n)
  return { told: { low: bound(range.high), high: bound(range.low) } }
}

/** The interval of the mean of so many ratings, by the formula of Spearman and Brown. */
function steppedUp(single: Told<Interval>, ratings: number): Told<Interval> {
  if ('reason' in single) return single
  // What falls as the range rises is the correlation of one rating, from its high to its low end.
  const { low, high } = single.told
  return intervalOver({ low: -high, high: -low }, (f) => [ratings * -f, 1 - (ratings - 1) * f])
}
