import { fail } from '../problem/index.js'
import { type Decimal, decimal, divideTo } from '../quantity/index.js'
import { noExpectedPay, tooFewJobs } from './problems.js'

/** A job whose points and market pay are both known. */
export interface BenchmarkJob {
  readonly job: string
  readonly points: string
  readonly market: string
}

/** A benchmark job beside the line through all of them. */
export interface JobConsistency {
  readonly job: string
  /** What the line gives for its points, to 2 places. */
  readonly expected: string
  /** (Market − expected) ÷ expected, to 4 places half-up. */
  readonly deviation: string
  /** Whether points and market disagree by more than the tolerance. */
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
 * Sums are exact; the figures are rounded half-up.
 *
 * Throws a `PolicyError` for fewer than two different point values, or where the line gives a job
 * nothing or less.
 *
 * @example
 * marketLine([{ job: 'a', points: '100', market: '5000' }, { job: 'b', points: '200', market: '9000' }], '0.15').slope //=> '40.000000'
 */
export function marketLine(jobs: readonly BenchmarkJob[], tolerance: string): MarketLine {
  const count = decimal(String(jobs.length))
  const sum = (of: (job: BenchmarkJob) => Decimal) =>
    jobs.reduce((total, job) => total.plus(of(job)), decimal('0'))
  const points = sum((job) => decimal(job.points))
  const market = sum((job) => decimal(job.market))
  const products = sum((job) => decimal(job.points).times(job.market))
  const squares = sum((job) => decimal(job.points).times(job.points))
  // The line is kept as a fraction, slope and intercept over one divisor, so that nothing is rounded
  // before the figures that are shown.
  const divisor = count.times(squares).minus(points.times(points))
  if (divisor.isZero()) fail(tooFewJobs('jobs'))
  const slope = count.times(products).minus(points.times(market))
  const intercept = market.times(squares).minus(points.times(products))
  const shown = (dividend: Decimal, by: Decimal, places: number) =>
    divideTo(dividend, by, places, 'half-up')
  return {
    slope: shown(slope, divisor, 6).toFixed(6),
    intercept: shown(intercept, divisor, 6).toFixed(6),
    jobs: jobs.map((job) => {
      const line = intercept.plus(slope.times(job.points))
      if (line.isZero() || line.isNegative() !== divisor.isNegative())
        fail(noExpectedPay('jobs', job.job))
      const off = decimal(job.market).times(divisor).minus(line)
      const deviation = shown(off, line, 4)
      return {
        job: job.job,
        expected: shown(line, divisor, 2).toFixed(2),
        deviation: deviation.toFixed(4),
        flagged: deviation.abs().greaterThan(tolerance),
      }
    }),
  }
}
