import type { IsoDate } from '../calendar/index.js'
import { at, having, list, type Problem, refuse, repeatedIds, text } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  divideTo,
  type NumericInput,
  readDecimal,
} from '../quantity/index.js'
import { decimalOption, nonNegativeOption } from '../quantity/internal.js'
import { type PricedJob, pricedJobs } from './market.js'
import { percentileOutside, unknownJob } from './market-problems.js'
import { type MarketSurveys, percentileOf } from './market-schema.js'
import { ratioPlaces } from './range.js'

/** Where one salary stands in the market. */
export interface MarketPosition {
  readonly id: string
  readonly job: string
  /** The job's P50, to the surveys' places. */
  readonly median: string
  /** Salary ÷ P50, to 4 places half-up: 1.0000 is paid as the middle of the market. */
  readonly marketIndex: string
  /** The percentile of the salary, to 2 places half-up; absent outside of those known. */
  readonly percentile?: string
  /** Whether the salary is below the lowest percentile that is known, or above the highest. */
  readonly outside?: 'below' | 'above'
}

const percentilePlaces = 2

/**
 * Where salaries stand in the market on a day: the market index, which is a compa-ratio to the P50, and
 * the percentile, on straight lines between those that are known. Where several percentiles pay the
 * same, it is the highest of them. Outside of them nothing is guessed: `outside` says on which side. The
 * salaries are of the pay period and the currency of the surveys.
 *
 * Throws a `PolicyError` as `priceMarket` does, for a salary that is no number or below zero, a job that
 * no line has, and an id that stands twice.
 *
 * @example
 * marketPositions(surveys, { asOf: '2026-10-01', people: [{ id: 'Li', job: 'manager', salary: '50000' }] })[0]?.marketIndex //=> '0.9372'
 */
export function marketPositions(
  surveys: MarketSurveys,
  {
    asOf,
    people,
  }: {
    readonly asOf: IsoDate
    readonly people: readonly {
      readonly id: string
      readonly job: string
      readonly salary: NumericInput
    }[]
  },
): readonly MarketPosition[] {
  const { jobs } = pricedJobs(surveys, asOf)
  refuse(list(having({ id: text, job: text, salary: nonNegativeOption }))(people, 'people'))
  refuse([...repeatedIds('people', people, 'id'), ...jobProblems(jobs, people, 'people')])
  const { places, rounding } = surveys
  return people.map(({ id, job, salary }) => {
    const priced = jobs.get(job) as PricedJob
    const { sums, weight } = priced
    const median = sums.get('P50') as Decimal
    const scaled = (readDecimal(salary, '') as Decimal).times(weight)
    return {
      id,
      job,
      median: divideTo(median, weight, places, rounding).toFixed(places),
      marketIndex: divideTo(scaled, median, ratioPlaces, 'half-up').toFixed(ratioPlaces),
      ...percentileAt(priced, scaled),
    }
  })
}

/** The percentile of a salary times the weight of the job, as its sums are. */
function percentileAt(
  { keys, sums }: PricedJob,
  scaled: Decimal,
): Pick<MarketPosition, 'percentile' | 'outside'> {
  const sum = (index: number) => sums.get(keys[index] as string) as Decimal
  const index = keys.findLastIndex((_, i) => sum(i).lessThanOrEqualTo(scaled))
  if (index < 0) return { outside: 'below' }
  const beyond = scaled.minus(sum(index))
  const last = index === keys.length - 1
  if (last && !beyond.isZero()) return { outside: 'above' }
  const low = numberOf(keys[index] as string)
  const [rise, width] = last
    ? [decimal('1'), decimal('0')]
    : [sum(index + 1).minus(sum(index)), numberOf(keys[index + 1] as string).minus(low)]
  const percentile = divideTo(
    low.times(rise).plus(beyond.times(width)),
    rise,
    percentilePlaces,
    'half-up',
  )
  return { percentile: percentile.toFixed(percentilePlaces) }
}

/** What the market pays at a percentile of a job. */
export interface MarketTarget {
  readonly job: string
  readonly percentile: string
  readonly pay: string
}

/**
 * What the market pays for jobs at percentiles on a day, such as 60 for a policy of leading the market:
 * on straight lines between the percentiles that are known, rounded once, to the surveys' places.
 *
 * Throws a `PolicyError` as `priceMarket` does, for a job that no line has, and a percentile that is no
 * number or not among those of the job: nothing is guessed beyond the lowest and the highest.
 *
 * @example
 * marketPay(surveys, { asOf: '2026-10-01', targets: [{ job: 'manager', percentile: '50' }] })[0]?.pay //=> '53350.00'
 */
export function marketPay(
  surveys: MarketSurveys,
  {
    asOf,
    targets,
  }: {
    readonly asOf: IsoDate
    readonly targets: readonly { readonly job: string; readonly percentile: NumericInput }[]
  },
): readonly MarketTarget[] {
  const { jobs } = pricedJobs(surveys, asOf)
  refuse(list(having({ job: text, percentile: decimalOption() }))(targets, 'targets'))
  refuse(jobProblems(jobs, targets, 'targets'))
  const read = targets.map(({ job, percentile }) => ({
    job,
    priced: jobs.get(job) as PricedJob,
    percentile: readDecimal(percentile, '') as Decimal,
  }))
  refuse(
    read.flatMap(({ priced: { keys }, percentile }, i) => {
      const [low, high] = [keys[0] as string, keys.at(-1) as string]
      const inside =
        percentile.greaterThanOrEqualTo(percentileOf(low)) &&
        percentile.lessThanOrEqualTo(percentileOf(high))
      return inside ? [] : [percentileOutside(at(at('targets', i), 'percentile'), low, high)]
    }),
  )
  const { places, rounding } = surveys
  return read.map(({ job, priced: { keys, sums, weight }, percentile }) => {
    const index = keys.findLastIndex((key) => percentile.greaterThanOrEqualTo(percentileOf(key)))
    const [low, high] = [keys[index] as string, keys[index + 1] ?? (keys[index] as string)]
    const [sum, above] = [sums.get(low) as Decimal, sums.get(high) as Decimal]
    const width = low === high ? decimal('1') : numberOf(high).minus(numberOf(low))
    const risen = above.minus(sum).times(percentile.minus(numberOf(low)))
    const pay = divideTo(sum.times(width).plus(risen), width.times(weight), places, rounding)
    return { job, percentile: percentile.toFixed(), pay: pay.toFixed(places) }
  })
}

function numberOf(key: string): Decimal {
  return decimal(String(percentileOf(key)))
}

function jobProblems(
  jobs: ReadonlyMap<string, PricedJob>,
  asked: readonly { readonly job: string }[],
  path: string,
): readonly Problem[] {
  const known = [...jobs.keys()]
  return asked.flatMap(({ job }, i) =>
    jobs.has(job) ? [] : [unknownJob(at(at(path, i), 'job'), job, known)],
  )
}
