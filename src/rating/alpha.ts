import { choice, fail, list, type Option, refuse } from '../problem/index.js'
import { negativeRatio, notAScore, noVariation } from './problems.js'
import { scoreOption } from './scores.js'

/** How far apart two values are: by name alone, by rank, by distance, by proportion. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha: 1 is perfect agreement, 0 what chance gives, below it systematic
 * disagreement. A row a unit, a column a rater, `null` where a rater gave nothing; units with fewer
 * than two values are left out. In double precision, deterministic.
 *
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), University of
 * Pennsylvania ScholarlyCommons.
 *
 * Throws a `PolicyError` for a value that is neither a finite number nor `null`, one beyond 1e100, a
 * negative one under the metric `ratio`, an unknown metric, and where no unit has two values, or all
 * values are equal.
 *
 * @example
 * krippendorffAlpha([[1, 1], [2, 2], [3, 4]], 'interval').toFixed(3) //=> '0.878'
 */
export function krippendorffAlpha(
  table: readonly (readonly (number | null)[])[],
  metric: AlphaMetric,
): number {
  refuse([
    ...choice(Object.keys(distances))(metric, 'metric'),
    ...list(list(valueOption(metric)))(table, 'table'),
  ])
  const units = table
    .map((row) => row.filter((value) => value !== null))
    .filter((values) => values.length >= 2)
  const values = [...new Set(units.flat())].sort((a, b) => a - b)
  const size = values.length
  const places = new Map(values.map((value, place) => [value, place]))
  const pairs = values.map(() => values.map(() => 0))
  for (const unit of units) {
    const indexes = unit.map((value) => places.get(value) as number)
    indexes.forEach((c, i) => {
      indexes.forEach((d, j) => {
        const row = pairs[c] as number[]
        if (i !== j) row[d] = (row[d] as number) + 1 / (unit.length - 1)
      })
    })
  }
  const counts = pairs.map((row) => row.reduce((sum, count) => sum + count, 0))
  const n = counts.reduce((sum, count) => sum + count, 0)
  let below = 0
  const scale = values.map((value, i): Placed => {
    const count = counts[i] as number
    below += count
    return { value, count, upTo: below, range: (values.at(-1) as number) - (values[0] as number) }
  })
  const distance = (c: number, d: number) =>
    distances[metric](scale[c] as Placed, scale[d] as Placed)
  let observed = 0
  let expected = 0
  for (let c = 0; c < size; c++)
    for (let d = c + 1; d < size; d++) {
      observed += (pairs[c]?.[d] as number) * distance(c, d)
      expected += (counts[c] as number) * (counts[d] as number) * distance(c, d)
    }
  if (expected === 0) fail(noVariation('table'))
  return 1 - ((n - 1) * observed) / expected
}

function valueOption(metric: AlphaMetric): Option {
  return (value, path) => {
    if (value === null) return []
    if (typeof value !== 'number' || !Number.isFinite(value)) return [notAScore(path)]
    return metric === 'ratio' && value < 0 ? [negativeRatio(path)] : scoreOption(value, path)
  }
}

/** A value among all in ascending order. */
interface Placed {
  readonly value: number
  readonly count: number
  /** How many values there are up to it, and itself. */
  readonly upTo: number
  /** From the least value to the greatest. */
  readonly range: number
}

/** The squared distance between a value and a greater one, in any unit. */
const distances: Readonly<Record<AlphaMetric, (low: Placed, high: Placed) => number>> = {
  nominal: () => 1,
  ordinal: (low, high) => (high.upTo - low.upTo + low.count - (low.count + high.count) / 2) ** 2,
  // In parts of the whole range: the square of a tiny distance would be nothing.
  interval: (low, high) => ((high.value - low.value) / low.range) ** 2,
  ratio: (low, high) => ((high.value - low.value) / (high.value + low.value)) ** 2,
}
