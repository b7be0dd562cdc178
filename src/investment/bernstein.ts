import { magnitude } from './sturm.js'

/** A number known but for an error: that far away at most. */
interface Measured {
  readonly values: Float64Array
  readonly errors: Float64Array
}

/** Above the rounding of an addition, a product and their errors, as a part of the size. */
const unit = 2 ** -51

/**
 * Where an interval is cut: not in the middle, where polynomials of whole coefficients have roots.
 */
const cut = 0.486_328_125_137

/** An interval that has been cut so often is no wider than the rounding. */
const deepest = 50

/**
 * How many roots of a polynomial lie strictly between 0 and 1: `0`, `1`, or `2` for two and more;
 * `undefined` where doubles cannot tell, as near a root that is there twice. Coefficients are those of
 * the powers from 0 on, that of 0 not zero. What is told is certain: every rounding is allowed for.
 *
 * By Descartes' rule in the basis of Bernstein: as many signs change there as there are roots in an
 * interval, or more by an even number; where that is not decisive, it is cut in two (Lane and
 * Riesenfeld 1981). The work grows with the square of the degree.
 *
 * @example
 * rootsWithin([1n, -5n, 6n]) //=> 2
 */
export function rootsWithin(coefficients: readonly bigint[]): 0 | 1 | 2 | undefined {
  const intervals = [{ measured: inBernstein(coefficients), depth: 0 }]
  let count = 0
  for (let interval = intervals.pop(); interval !== undefined; interval = intervals.pop()) {
    const { measured, depth } = interval
    const changes = signChanges(measured)
    if (changes === undefined || changes > 1) {
      if (depth === deepest) return undefined
      for (const half of halves(measured)) intervals.push({ measured: half, depth: depth + 1 })
    } else count += changes
    if (count > 1) return 2
  }
  return count === 0 ? 0 : 1
}

/** The polynomial's coefficients in the basis of Bernstein: averages, so that nothing grows. */
function inBernstein(coefficients: readonly bigint[]): Measured {
  const largest = coefficients.reduce(
    (most, each) => (magnitude(each) > most ? magnitude(each) : most),
    0n,
  )
  const scale = Number(largest)
  const given = coefficients.map((each) => Number(each) / scale)
  const degree = given.length - 1
  const values = new Float64Array(given.length)
  const errors = new Float64Array(given.length)
  for (let i = 0; i <= degree; i++) {
    let [value, size, weight] = [0, 0, 1]
    for (let k = 0; k <= i; k++) {
      const part = weight * (given[k] as number)
      value += part
      size += Math.abs(part)
      weight *= (i - k) / (degree - k)
    }
    values[i] = value
    errors[i] = size * (3 * degree + 10) * unit
  }
  return { values, errors }
}

/** How many signs change, where all are certain. */
function signChanges({ values, errors }: Measured): number | undefined {
  let changes = 0
  let before = values[0] as number
  for (const [i, value] of values.entries()) {
    if (Math.abs(value) <= (errors[i] as number)) return undefined
    if (value > 0 !== before > 0) changes += 1
    before = value
  }
  return changes
}

/** The two parts of an interval, by de Casteljau's averages. */
function halves({ values, errors }: Measured): readonly [Measured, Measured] {
  const low = { values: new Float64Array(values), errors: new Float64Array(errors) }
  const high = { values: new Float64Array(values), errors: new Float64Array(errors) }
  const size = values.length
  for (let round = 1; round < size; round++) {
    for (let i = 0; i < size - round; i++) {
      const [a, b] = [high.values[i] as number, high.values[i + 1] as number]
      const value = (1 - cut) * a + cut * b
      high.values[i] = value
      high.errors[i] =
        ((1 - cut) * (high.errors[i] as number) + cut * (high.errors[i + 1] as number)) *
          (1 + unit) +
        (Math.abs(a) + Math.abs(b)) * unit
    }
    low.values[round] = high.values[0] as number
    low.errors[round] = high.errors[0] as number
  }
  return [low, high]
}
