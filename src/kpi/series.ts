import { at, type Problem, refuse } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  divideTo,
  isProblem,
  type NumericInput,
  readDecimal,
} from '../quantity/index.js'
import { textOfDouble } from '../quantity/internal.js'
import { notPeriods, tooShort } from './problems.js'

/** The values of one KPI in order of time, one a period; `null` where nothing was measured. */
export type Series = readonly (NumericInput | null)[]

/** The decimal places of trends, means and ratios of series. */
const places = 6

/**
 * The trend of a series: the slope of its least-squares line, by the period, to 6 places half-up.
 * Missing periods are left out; the others keep their place in time. Exact until the rounding.
 *
 * Throws a `PolicyError` for values that are no numbers, and for fewer than two of them.
 *
 * @example
 * trend(['80', '82', '84', '86']) //=> '2.000000'
 */
export function trend(series: Series): string {
  const points = readSeries(series, 2)
  const n = decimal(String(points.length))
  const sum = (of: (point: Point) => Decimal) =>
    points.reduce((all, point) => all.plus(of(point)), decimal('0'))
  const t = sum(({ period }) => period)
  const y = sum(({ value }) => value)
  const ty = sum(({ period, value }) => period.times(value))
  const tt = sum(({ period }) => period.times(period))
  const slope = n.times(ty).minus(t.times(y))
  return divideTo(slope, n.times(tt).minus(t.times(t)), places, 'half-up').toFixed(places)
}

/**
 * The volatility of a series: its coefficient of variation, the standard deviation (of a sample, by
 * n − 1) over the size of the mean, to 6 places. The root is taken in double precision.
 *
 * Throws a `PolicyError` for values that are no numbers, fewer than two of them, or a mean of zero.
 *
 * @example
 * volatility(['90', '100', '110']) //=> '0.100000'
 */
export function volatility(series: Series): string {
  const values = readSeries(series, 2).map(({ value }) => value)
  const n = values.length
  const sum = values.reduce((all, value) => all.plus(value), decimal('0'))
  if (sum.isZero()) refuse([tooShort('series', 2)])
  // n × the sum of squared deviations, and n² × the squared mean: nothing is divided before the root.
  const squares = values.reduce((all, value) => all.plus(value.times(value)), decimal('0'))
  const spread = squares.times(n).minus(sum.times(sum)).times(n)
  const ratio = divideTo(spread, sum.times(sum).times(n - 1), 18, 'half-even')
  return textOfDouble(Math.sqrt(ratio.toNumber()), places)
}

/** A value beside the one of the same season before. */
export interface YearOnYear {
  readonly period: number
  readonly value: string
  readonly before: string
  readonly change: string
  /** Change ÷ size of the value before, to 6 places half-up; absent where that is zero. */
  readonly rate?: string
}

/**
 * Each value beside the value `season` periods before it (12 for months, 4 for quarters): the
 * comparison that no season can move. Periods where one of the two is missing are left out.
 *
 * Throws a `PolicyError` for values that are no numbers, and a season that is no whole number above 0.
 *
 * @example
 * yearOnYear(['100', '200', '110', '190'], 2).map(({ rate }) => rate) //=> ['0.100000', '-0.050000']
 */
export function yearOnYear(series: Series, season: number): readonly YearOnYear[] {
  wholePeriods('season', season, 1)
  const points = readSeries(series, 0)
  const values = new Map(points.map(({ index, value }) => [index, value]))
  return points.flatMap(({ index, value }) => {
    const before = values.get(index - season)
    if (before === undefined) return []
    const change = value.minus(before)
    return [
      {
        period: index,
        value: value.toFixed(),
        before: before.toFixed(),
        change: change.toFixed(),
        ...(!before.isZero() && {
          rate: divideTo(change, before.abs(), places, 'half-up').toFixed(places),
        }),
      },
    ]
  })
}

/**
 * The seasonal index of each period of a season: the mean of its values over the mean of all, to 6
 * places half-up; 1.2 is a fifth above the average. Give whole seasons.
 *
 * Throws a `PolicyError` for values that are no numbers, a season that is no whole number above 0, a
 * period of the season without any value, and a mean of zero.
 *
 * @example
 * seasonalIndex(['80', '120', '80', '120'], 2) //=> ['0.800000', '1.200000']
 */
export function seasonalIndex(series: Series, season: number): readonly string[] {
  wholePeriods('season', season, 1)
  const points = readSeries(series, season)
  const all = sumOf(points)
  const groups = Array.from({ length: season }, (_, i) =>
    points.filter(({ index }) => index % season === i),
  )
  if (all.isZero() || groups.some((group) => group.length === 0))
    refuse([tooShort('series', season)])
  return groups.map((group) => {
    const dividend = sumOf(group).times(points.length)
    return divideTo(dividend, all.times(group.length), places, 'half-up').toFixed(places)
  })
}

/** How one KPI goes with another one's outcome. */
export interface Linkage {
  readonly pairs: number
  /** Pearson's correlation, from −1 to 1, to 6 places. */
  readonly correlation: string
  /** How much the outcome moves with one unit of the driver, to 6 places half-up. */
  readonly slope: string
}

/**
 * Links one department's KPI to another's outcome: satisfaction with service to repeat purchase, say,
 * `lag` periods later. It shows what goes together, not what causes what. The correlation's root is
 * taken in double precision.
 *
 * Throws a `PolicyError` for values that are no numbers, a lag that is no whole number or below 0, and
 * where fewer than three pairs are known or one of the two never changes.
 *
 * @example
 * linkage(['1', '2', '3', '4'], ['10', '12', '14', '16'], 0).slope //=> '2.000000'
 */
export function linkage(driver: Series, outcome: Series, lag: number): Linkage {
  wholePeriods('lag', lag, 0)
  const drivers = readSeries(driver, 0, 'driver')
  const outcomes = new Map(
    readSeries(outcome, 0, 'outcome').map(({ index, value }) => [index, value]),
  )
  const pairs = drivers.flatMap(({ index, value }) => {
    const follows = outcomes.get(index + lag)
    return follows === undefined ? [] : [[value, follows] as const]
  })
  const sum = (of: (x: Decimal, y: Decimal) => Decimal) =>
    pairs.reduce((all, [x, y]) => all.plus(of(x, y)), decimal('0'))
  const n = pairs.length
  const [x, y] = [sum((a) => a), sum((_, b) => b)]
  const xy = sum((a, b) => a.times(b))
    .times(n)
    .minus(x.times(y))
  const xx = sum((a) => a.times(a))
    .times(n)
    .minus(x.times(x))
  const yy = sum((_, b) => b.times(b))
    .times(n)
    .minus(y.times(y))
  if (n < 3 || xx.isZero() || yy.isZero()) refuse([tooShort('driver', 3)])
  const squared = divideTo(xy.times(xy), xx.times(yy), 18, 'half-even').toNumber()
  const size = Math.min(1, Math.sqrt(squared))
  return {
    pairs: n,
    correlation: textOfDouble(xy.isNegative() ? -size : size, places),
    slope: divideTo(xy, xx, places, 'half-up').toFixed(places),
  }
}

interface Point {
  readonly index: number
  readonly period: Decimal
  readonly value: Decimal
}

function wholePeriods(path: string, count: number, least: number): void {
  if (!Number.isSafeInteger(count) || count < least) refuse([notPeriods(path, count, least)])
}

/** The measured values with their periods; refused where there are fewer than `least`. */
function readSeries(series: Series, least: number, path = 'series'): readonly Point[] {
  const problems: Problem[] = []
  const points = series.flatMap((given, index): Point[] => {
    if (given === null) return []
    const value = readDecimal(given, at(path, index))
    if (!isProblem(value)) return [{ index, period: decimal(String(index)), value }]
    problems.push(value)
    return []
  })
  refuse(problems)
  if (points.length < least) refuse([tooShort(path, least)])
  return points
}

function sumOf(points: readonly Point[]): Decimal {
  return points.reduce((all, { value }) => all.plus(value), decimal('0'))
}
