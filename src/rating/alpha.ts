import { choice, fail, list, type Option, refuse } from '../problem/index.js'
import { negativeRatio, notAScore, noVariation } from './problems.js'
import { scoreOption } from './scores.js'

const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const

/** How far apart two values are: by name alone, by rank, by distance, by proportion. */
export type AlphaMetric = (typeof metrics)[number]

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
  refuse([...choice(metrics)(metric, 'metric'), ...list(list(valueOption(metric)))(table, 'table')])
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
  const distance = (c: number, d: number) => distanceOf(metric, values, counts, c, d)
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

/** The squared distance between two of the values, by their places in ascending order; in any unit. */
function distanceOf(
  metric: AlphaMetric,
  values: readonly number[],
  counts: readonly number[],
  c: number,
  d: number,
): number {
  const [low, high] = [values[c] as number, values[d] as number]
  switch (metric) {
    case 'nominal':
      return 1
    case 'ordinal': {
      const between = counts.slice(c, d + 1).reduce((sum, count) => sum + count, 0)
      return (between - ((counts[c] as number) + (counts[d] as number)) / 2) ** 2
    }
    case 'interval':
      // In parts of the whole range: the square of a tiny distance would be nothing.
      return ((high - low) / ((values.at(-1) as number) - (values[0] as number))) ** 2
    case 'ratio':
      return ((high - low) / (high + low)) ** 2
  }
}
