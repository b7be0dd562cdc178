import fc from 'fast-check'
import type { MarketSurveys } from '../../grade/index.js'
import { currencies, day, part, places, rate, rounding } from './draws.js'

/**
 * Draws survey data that `parseMarketSurveys` accepts and `priceMarket` can age to any day of 2027: up
 * to three surveys of 2025 and 2026, and for each of one to three jobs a line in one or more of them,
 * of P50 alone or with others around it.
 *
 * @example
 * fc.assert(fc.property(marketSurveys(), (surveys) => priceMarket(surveys, '2027-07-01').jobs.length <= 3))
 */
export function marketSurveys(): fc.Arbitrary<MarketSurveys> {
  const ageing = fc.record({
    rate,
    method: fc.constantFrom('simple' as const, 'compound' as const, 'year-by-year' as const),
    by: fc.constantFrom('months' as const, 'days' as const),
    places: fc.integer({ min: 2, max: 8 }),
  })
  const survey = fc.record(
    { effective: day('2025-01-01', 729), weight: part(2), rate },
    { requiredKeys: ['effective', 'weight'] },
  )
  return fc
    .record({
      currency: currencies,
      places,
      rounding,
      ageing,
      gaps: fc.constantFrom('refuse' as const, 'common' as const),
      surveys: fc.array(survey, { minLength: 1, maxLength: 3 }),
      jobs: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ jobs, surveys, gaps, ...drawn }) => {
      const names = surveys.map((_, i) => `survey${i + 1}`)
      const keys = fc.subarray(['P10', 'P25', 'P50', 'P75', 'P90']).map(withMedian)
      const linesOf = (job: string) =>
        fc
          .tuple(fc.subarray(names, { minLength: 1 }), keys)
          .chain(([own, shared]) =>
            fc.tuple(
              ...own.map((name) =>
                (gaps === 'refuse' ? fc.constant(shared) : keys)
                  .chain(percentiles)
                  .map((drawnLine) => ({ job, survey: name, percentiles: drawnLine })),
              ),
            ),
          )
      return fc
        .tuple(...Array.from({ length: jobs }, (_, i) => linesOf(`job${i + 1}`)))
        .map((lines) => ({
          id: 'drawn',
          ...drawn,
          gaps,
          surveys: surveys.map((each, i) => ({ survey: names[i] as string, ...each })),
          lines: lines.flat(),
        }))
    })
}

function withMedian(keys: readonly string[]): readonly string[] {
  return [...new Set([...keys, 'P50'])].sort()
}

/** Amounts that do not fall, one a percentile. */
function percentiles(keys: readonly string[]): fc.Arbitrary<Readonly<Record<string, string>>> {
  const amounts = fc.tuple(...keys.map(() => fc.integer({ min: 1_000, max: 20_000 })))
  return amounts.map((drawn) => {
    const rising = drawn.toSorted((a, b) => a - b)
    return Object.fromEntries(keys.map((key, i) => [key, String(rising[i])]))
  })
}
