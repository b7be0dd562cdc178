import { at, fail, having, list, refuse, repeatedIds, text } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  divideTo,
  type NumericInput,
  readDecimal,
} from '../quantity/index.js'
import { nonNegativeOption } from '../quantity/internal.js'
import { noExpectedPay, tooFewJobs } from './problems.js'

/** A job whose points and market pay are both known. */
export interface BenchmarkJob {
  readonly job: string
  readonly points: NumericInput
  readonly market: NumericInput
}

/** A benchmark job beside the line through all of them. */
export interface JobConsistency {
  readonly job: string
  /** What the line gives for its points, to 2 places. */
  readonly expected: string
  /** (Market − expected) ÷ expected, to 4 places. */
  readonly deviation: string
  /** Whether points and market disagree by more than the tolerance: the exact deviation does. */
  readonly flagged: boolean
}

/** The line through benchmark jobs and how each stands to it. */
export interface MarketLine {
  /** Pay a point, and pay at no points, to 6 places. */
  readonly slope: string
  readonly intercept: string
  readonly jobs: readonly JobConsistency[]
}

/**
 * Holds job points against market pay: the least-squares line market = intercept + slope × points
 * through the benchmark jobs, and the jobs that are off it by more than `tolerance` (0.15 is 15 %).
 * All is exact but the figures shown, which are rounded half-up.
 *
 * Throws a `PolicyError` for points, pay or a tolerance that are no numbers or below zero, a job that
 * stands twice, fewer than two different point values, or where the line gives a job nothing or less.
 *
 * @example
 * marketLine([{ job: 'a', points: '100', market: '5000' }, { job: 'b', points: '200', market: '9000' }], '0.15').slope //=> '40.000000'
 */
export function marketLine(jobs: readonly BenchmarkJob[], tolerance: NumericInput): MarketLine {
  const { read, allowed } = readBenchmarks(jobs, tolerance)
  const sum = (of: (job: Benchmark) => Decimal) =>
    read.reduce((total, job) => total.plus(of(job)), decimal('0'))
  const count = decimal(String(read.length))
  const points = sum((job) => job.points)
  const market = sum((job) => job.market)
  const products = sum((job) => job.points.times(job.market))
  const squares = sum((job) => job.points.times(job.points))
  // The line is kept as a fraction, slope and intercept over one divisor (which is never negative), so
  // that nothing is rounded before the figures that are shown.
  const divisor = count.times(squares).minus(points.times(points))
  if (divisor.isZero()) fail(tooFewJobs('jobs'))
  const slope = count.times(products).minus(points.times(market))
  const intercept = market.times(squares).minus(points.times(products))
  const lines = read.map((job) => intercept.plus(slope.times(job.points)))
  refuse(
    read.flatMap(({ job }, i) =>
      lines[i]?.greaterThan(0) ? [] : [noExpectedPay(at('jobs', i), job)],
    ),
  )
  const shown = (dividend: Decimal, by: Decimal, places: number) =>
    divideTo(dividend, by, places, 'half-up').toFixed(places)
  return {
    slope: shown(slope, divisor, 6),
    intercept: shown(intercept, divisor, 6),
    jobs: read.map(({ job, market: paid }, i) => {
      const line = lines[i] as Decimal
      const off = paid.times(divisor).minus(line)
      return {
        job,
        expected: shown(line, divisor, 2),
        deviation: shown(off, line, 4),
        flagged: off.abs().greaterThan(line.times(allowed)),
      }
    }),
  }
}

interface Benchmark {
  readonly job: string
  readonly points: Decimal
  readonly market: Decimal
}

function readBenchmarks(jobs: readonly BenchmarkJob[], tolerance: NumericInput) {
  refuse(list(having({ job: text }))(jobs, 'jobs'))
  refuse([
    ...repeatedIds('jobs', jobs, 'job'),
    ...list(having({ points: nonNegativeOption, market: nonNegativeOption }))(jobs, 'jobs'),
    ...nonNegativeOption(tolerance, 'tolerance'),
  ])
  const number = (value: NumericInput) => readDecimal(value, '') as Decimal
  const read = jobs.map(
    ({ job, points, market }): Benchmark => ({
      job,
      points: number(points),
      market: number(market),
    }),
  )
  return { read, allowed: number(tolerance) }
}
