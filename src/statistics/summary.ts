/**
 * The arithmetic mean, in two passes: the second takes out the rounding of the first. Of no values it
 * is NaN.
 *
 * @example
 * mean([1, 2, 6]) //=> 3
 */
export function mean(values: readonly number[]): number {
  const rough = sum(values) / values.length
  let rest = 0
  for (const value of values) rest += value - rough
  return rough + rest / values.length
}

/**
 * The sample variance: squared distances from the mean over n − 1. Of fewer than two values it is NaN.
 *
 * @example
 * variance([1, 2, 6]) //=> 7
 */
export function variance(values: readonly number[]): number {
  return squaredDistances(values, mean(values)) / (values.length - 1)
}

/**
 * The quantile at a probability from 0 to 1 by definition 7 of Hyndman and Fan, "Sample quantiles in
 * statistical packages" (1996), as R and NumPy have it by default: with the values in order, the place
 * (n − 1) × probability, on a straight line between neighbours. Of no values it is NaN.
 *
 * @example
 * quantile([4, 1, 2, 3], 0.5) //=> 2.5
 */
export function quantile(values: readonly number[], probability: number): number {
  const ordered = [...values].sort((a, b) => a - b)
  const place = (ordered.length - 1) * probability
  const below = Math.floor(place)
  const low = ordered[below] ?? Number.NaN
  const high = ordered[below + 1] ?? low
  return low + (place - below) * (high - low)
}

/** A column brought to mean 0 and mean square 1, and what brings other values of it there too. */
export interface Standardised {
  readonly mean: number
  /** The root of the mean squared distance (over n, not n − 1); 0 for a constant column. */
  readonly deviation: number
  readonly values: readonly number[]
}

/**
 * A column less its mean, over its deviation (over n, as scikit-learn's `StandardScaler`). A constant
 * column becomes zeros.
 *
 * @example
 * standardise([1, 3]) //=> { mean: 2, deviation: 1, values: [-1, 1] }
 */
export function standardise(values: readonly number[]): Standardised {
  const centre = mean(values)
  // The mean of equal values may be a rounding away from them.
  const constant = values.every((value) => value === values[0])
  const deviation = constant ? 0 : Math.sqrt(squaredDistances(values, centre) / values.length)
  return {
    mean: centre,
    deviation,
    // Values may differ by so little that the square of it is nothing.
    values: values.map((value) => (deviation === 0 ? 0 : (value - centre) / deviation)),
  }
}

function squaredDistances(values: readonly number[], centre: number): number {
  let squares = 0
  for (const value of values) squares += (value - centre) ** 2
  return squares
}

function sum(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
