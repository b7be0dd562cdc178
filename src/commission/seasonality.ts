import { calendarYear, type PeriodKind, periodsOf } from '../calendar/index.js'
import {
  at,
  list,
  type Option,
  optional,
  options,
  type Problem,
  record,
  refuse,
} from '../problem/index.js'
import { allocate, type Decimal, type NumericInput, readDecimal, total } from '../quantity/index.js'
import { decimalOption, negative, placesOption, tooManyPlaces } from '../quantity/internal.js'
import { notSeasons, otherSeasons, weightless } from './forecast-problems.js'

/** How a year's sales spread over its periods: twelve months, four quarters or two half-years. */
export interface Seasonality {
  /** What each period of the year weighs beside the others, in order of time. */
  readonly weights: readonly NumericInput[]
  /** What past years brought in each of their periods, by a name; intervals come from their spread. */
  readonly years?: Readonly<Record<string, readonly NumericInput[]>>
}

/** The places that a weight may have. */
const weightPlaces = 10

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'half-year']
const kindsByNumber: ReadonlyMap<number, PeriodKind> = new Map(
  kinds.map((kind) => [periodsOf(2000, kind, calendarYear).length, kind]),
)

const weightOption = decimalOption((value, path) => [
  ...(value.lessThan(0) ? [negative(path)] : []),
  ...(value.decimalPlaces() > weightPlaces
    ? [tooManyPlaces(path, value.toFixed(), weightPlaces)]
    : []),
])
const yearsOption = record(list(weightOption))
const shapeOption = options({ weights: list(weightOption), years: optional(yearsOption) })

/** A seasonality in a request: weights of zero or more, not all zero, each year of as many periods. */
export const seasonalityOption: Option = (value, path) => {
  const problems = shapeOption(value, path)
  if (problems.length > 0) return problems
  const { weights, years = {} } = value as Seasonality
  const own = at(path, 'weights')
  return [
    ...seasonsProblems(weights, own),
    ...(sumOf(weights) === '0' ? [weightless(own)] : []),
    ...Object.entries(years).flatMap(([name, { length }]) =>
      length === weights.length
        ? []
        : [otherSeasons(at(at(path, 'years'), name), length, weights.length)],
    ),
  ]
}

function seasonsProblems({ length }: readonly unknown[], path: string): readonly Problem[] {
  return kindsByNumber.has(length) ? [] : [notSeasons(path, length, [...kindsByNumber.keys()])]
}

function sumOf(weights: readonly NumericInput[]): string {
  return total(
    weights.map((weight) => known(weight).toFixed()),
    0,
  )
}

/** A number that an option has found good. */
export function known(value: NumericInput): Decimal {
  return readDecimal(value, '') as Decimal
}

/** The kind of period that a seasonality cuts the year into. */
export function kindOfSeasons({ weights }: Seasonality): PeriodKind {
  return kindsByNumber.get(weights.length) as PeriodKind
}

/**
 * The seasonality that past years had: each period weighs what it brought in all of them together,
 * exactly, so that a year of twice the sales weighs twice. The years are kept, for intervals. Give
 * whole years alone, each with all of its periods in order of time.
 *
 * Throws a `PolicyError` for an amount below zero, years of other numbers of periods than 12, 4 or 2
 * or than each other, and years that brought nothing at all.
 *
 * @example
 * seasonalityOf({ 2024: ['10', '20', '30', '40'], 2025: ['20', '20', '20', '40'] }).weights //=> ['30', '40', '50', '80']
 */
export function seasonalityOf(
  years: Readonly<Record<string, readonly NumericInput[]>>,
): Seasonality & { readonly weights: readonly string[] } {
  refuse(yearsOption(years, 'years'))
  const entries = Object.entries(years)
  const length = entries[0]?.[1].length ?? 0
  refuse([
    ...seasonsProblems(
      entries[0]?.[1] ?? [],
      entries[0] === undefined ? 'years' : at('years', entries[0][0]),
    ),
    ...entries.flatMap(([name, own]) =>
      own.length === length ? [] : [otherSeasons(at('years', name), own.length, length)],
    ),
  ])
  const weights = Array.from({ length }, (_, i) =>
    sumOf(entries.map(([, own]) => own[i] as NumericInput)),
  )
  if (sumOf(weights) === '0') refuse([weightless('years')])
  return { weights, years }
}

/** What a year's quota is spread by. */
export interface SeasonalQuotaRequest {
  readonly quota: NumericInput
  readonly seasonality: Seasonality
  /** The decimal places of each part: 2 for money in euros. */
  readonly places: number
}

/**
 * A year's quota spread over its periods by their seasonal weights. The parts add up to it exactly, by
 * largest remainder, equal remainders by the earlier period. With a quota of `1` the parts are the
 * seasonal shares.
 *
 * Throws a `PolicyError` for a seasonality that is none, a quota that is no number or has more places.
 *
 * @example
 * seasonalQuotas({ quota: '100000', seasonality: { weights: ['1', '2', '3', '3'] }, places: 2 })
 * //=> ['11111.11', '22222.22', '33333.34', '33333.33']
 */
export function seasonalQuotas({
  quota,
  seasonality,
  places,
}: SeasonalQuotaRequest): readonly string[] {
  refuse([
    ...decimalOption()(quota, 'quota'),
    ...seasonalityOption(seasonality, 'seasonality'),
    ...placesOption(places, 'places'),
  ])
  return spread(quota, seasonality.weights.map(known), places)
}

/** Parts of a number by weights that are not all zero, in their order. */
export function spread(
  quota: NumericInput,
  weights: readonly Decimal[],
  places: number,
): readonly string[] {
  const shares = weights.map((weight, i) => ({ id: String(i).padStart(2, '0'), weight }))
  return allocate({ total: quota, places, shares, ties: 'id' }).map(({ amount }) => amount)
}
