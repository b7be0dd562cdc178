import { choice, fail, list, type Option, type Problem, refuse } from '../../problem/index.js'
import { negativeRatio, noVariation } from '../problems.js'
import { scoreOrNone } from '../scores.js'

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
  refuse(alphaOption(table, metric))
  return 1 - relativeDisagreement(variedUnits(table), metric)
}

/** The problems of a table and a metric. */
export function alphaOption(table: unknown, metric: unknown): readonly Problem[] {
  return [
    ...choice(Object.keys(scales))(metric, 'metric'),
    ...list(list(valueOption(metric)))(table, 'table'),
  ]
}

function valueOption(metric: unknown): Option {
  return (value, path) =>
    metric === 'ratio' && (value as number) < 0 && Number.isFinite(value)
      ? [negativeRatio(path)]
      : scoreOrNone(value, path)
}

/** The values of each unit that has two or more; refused where they are all equal. */
export function variedUnits(
  table: readonly (readonly (number | null)[])[],
): readonly (readonly number[])[] {
  const units = table
    .map((row) => row.filter((value) => value !== null))
    .filter((values) => values.length >= 2)
  if (!isVaried(units)) fail(noVariation('table'))
  return units
}

export function isVaried(units: readonly (readonly number[])[]): boolean {
  const first = units[0]?.[0]
  return units.some((unit) => unit.some((value) => value !== first))
}

/** The values of a table as a metric compares them. */
export interface Scale {
  /** The squared distance of two values, in any unit. */
  readonly apart: (a: number, b: number) => number
  /** The sum of the squared distances of a value to all values. */
  readonly toAll: (value: number) => number
  /** The sum over all pairs of values. */
  readonly total: number
}

/** The disagreement within units in parts of that of all values: alpha is what it leaves of 1. */
export function relativeDisagreement(
  units: readonly (readonly number[])[],
  metric: AlphaMetric,
): number {
  const values = units.flat()
  const scale = scaleOf(values, metric)
  const within = units.reduce((sum, unit) => sum + disagreementIn(unit, scale), 0)
  return ((values.length - 1) * within) / scale.total
}

/** The mean disagreement of a value of a unit with the others, summed over its pairs. */
export function disagreementIn(unit: readonly number[], { apart }: Scale): number {
  return pairsOf(unit, apart) / (unit.length - 1)
}

export function pairsOf(unit: readonly number[], apart: Scale['apart']): number {
  let sum = 0
  for (const [i, a] of unit.entries())
    for (let j = 0; j < i; j++) sum += apart(a, unit[j] as number)
  return sum
}

export function scaleOf(values: readonly number[], metric: AlphaMetric): Scale {
  return scales[metric](values)
}

const scales: Readonly<Record<AlphaMetric, (values: readonly number[]) => Scale>> = {
  nominal: (values) => {
    const counts = countsOf(values)
    const toAll = (value: number) => values.length - (counts.get(value) as number)
    const total = values.reduce((sum, value) => sum + toAll(value), 0) / 2
    return { apart: (a, b) => (a === b ? 0 : 1), toAll, total }
  },
  ordinal: (values) => {
    const places = new Map<number, number>()
    let below = 0
    for (const [value, count] of [...countsOf(values)].sort(([a], [b]) => a - b)) {
      places.set(value, below + count / 2)
      below += count
    }
    return placed(values, (value) => places.get(value) as number)
  },
  interval: (values) => {
    const least = values.reduce((low, value) => Math.min(low, value))
    const range = values.reduce((high, value) => Math.max(high, value)) - least
    // In parts of the whole range: the square of a tiny distance would be nothing.
    return placed(values, (value) => (value - least) / range)
  },
  ratio: (values) => {
    const counts = [...countsOf(values)]
    const apart = (a: number, b: number) => (a === b ? 0 : ((a - b) / (a + b)) ** 2)
    const sums = new Map(
      counts.map(([value]) => [
        value,
        counts.reduce((sum, [other, count]) => sum + count * apart(value, other), 0),
      ]),
    )
    const total = counts.reduce(
      (sum, [value, count]) => sum + count * (sums.get(value) as number),
      0,
    )
    return { apart, toAll: (value) => sums.get(value) as number, total: total / 2 }
  },
}

/** Values on a line: squared distances to all are told by their mean and spread. */
function placed(values: readonly number[], placeOf: (value: number) => number): Scale {
  const places = values.map(placeOf)
  const size = places.length
  const mean = places.reduce((sum, place) => sum + place, 0) / size
  const spread = places.reduce((sum, place) => sum + (place - mean) ** 2, 0)
  return {
    apart: (a, b) => (placeOf(a) - placeOf(b)) ** 2,
    toAll: (value) => size * (placeOf(value) - mean) ** 2 + spread,
    total: size * spread,
  }
}

function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
