import { at, fail, type Problem, refuse } from '../problem/index.js'
import { badTable, negativeRatio, notAScore, noVariation } from './problems.js'

/** The six intraclass correlations of Shrout and Fleiss, and the mean squares they are made of. */
export interface IntraclassCorrelations {
  /** One-way random: each target rated by other raters. One rating, and the mean of all. */
  readonly icc1: number
  readonly icc1k: number
  /** Two-way random: the same raters, a sample of all; absolute agreement. */
  readonly icc2: number
  readonly icc2k: number
  /** Two-way mixed: these raters and no others; consistency. */
  readonly icc3: number
  readonly icc3k: number
  /** Mean squares between targets, within targets, between raters, residual. */
  readonly betweenTargets: number
  readonly withinTargets: number
  readonly betweenRaters: number
  readonly residual: number
}

/**
 * Intraclass correlations of a full table: a row a target, a column a rater. In double precision,
 * deterministic. A correlation may come out negative where raters disagree more than targets differ.
 *
 * Source: P. E. Shrout and J. L. Fleiss, "Intraclass Correlations: Uses in Assessing Rater
 * Reliability", Psychological Bulletin 86 (1979), 420–428.
 *
 * Throws a `PolicyError` for a table that is not full, or smaller than two by two, and for scores
 * that are all equal.
 *
 * @example
 * intraclassCorrelations([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]).icc3k.toFixed(2)
 * //=> '0.91'
 */
export function intraclassCorrelations(
  table: readonly (readonly number[])[],
): IntraclassCorrelations {
  const n = table.length
  const k = table[0]?.length ?? 0
  const full = table.every((row) => row.length === k && row.every(Number.isFinite))
  if (!full || n < 2 || k < 2) fail(badTable('table'))
  const all = table.flat()
  const grand = mean(all)
  const rows = table.map(mean)
  const columns = Array.from({ length: k }, (_, j) => mean(table.map((row) => row[j] as number)))
  const total = squares(all, grand)
  const between = k * squares(rows, grand)
  const raters = n * squares(columns, grand)
  if (total === 0) fail(noVariation('table'))
  const betweenTargets = between / (n - 1)
  const withinTargets = (total - between) / (n * (k - 1))
  const betweenRaters = raters / (k - 1)
  const residual = (total - between - raters) / ((n - 1) * (k - 1))
  const [b, w, j, e] = [betweenTargets, withinTargets, betweenRaters, residual]
  return {
    icc1: (b - w) / (b + (k - 1) * w),
    icc1k: (b - w) / b,
    icc2: (b - e) / (b + (k - 1) * e + (k * (j - e)) / n),
    icc2k: (b - e) / (b + (j - e) / n),
    icc3: (b - e) / (b + (k - 1) * e),
    icc3k: (b - e) / b,
    betweenTargets,
    withinTargets,
    betweenRaters,
    residual,
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function squares(values: readonly number[], from: number): number {
  return values.reduce((sum, value) => sum + (value - from) ** 2, 0)
}

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
 * Throws a `PolicyError` for a value that is neither a finite number nor `null`, a negative one under
 * the metric `ratio`, and where no unit has two values, or all values are equal.
 *
 * @example
 * krippendorffAlpha([[1, 1], [2, 2], [3, 4]], 'interval').toFixed(3) //=> '0.878'
 */
export function krippendorffAlpha(
  table: readonly (readonly (number | null)[])[],
  metric: AlphaMetric,
): number {
  refuse(valueProblems(table, metric))
  const units = table
    .map((row) => row.filter((value) => value !== null))
    .filter((values) => values.length >= 2)
  const values = [...new Set(units.flat())].sort((a, b) => a - b)
  const size = values.length
  const pairs = values.map(() => values.map(() => 0))
  for (const unit of units) {
    const indexes = unit.map((value) => values.indexOf(value))
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

function valueProblems(
  table: Parameters<typeof krippendorffAlpha>[0],
  metric: AlphaMetric,
): readonly Problem[] {
  return table.flatMap((row, i) =>
    row.flatMap((value, j) => {
      const path = at(at('table', i), j)
      if (value !== null && !Number.isFinite(value)) return [notAScore(path)]
      return metric === 'ratio' && value !== null && value < 0 ? [negativeRatio(path)] : []
    }),
  )
}

/** The squared distance between two of the values, by their places in ascending order. */
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
      return (high - low) ** 2
    case 'ratio':
      return ((high - low) / (high + low)) ** 2
  }
}
