import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '../../src/calendar/index.js'
import { type MarketSurveys, parseMarketSurveys, priceMarket } from '../../src/grade/index.js'
import { decimal, roundTo, total } from '../../src/quantity/index.js'
import { marketSurveys } from '../../src/testing/index.js'
import { oneSurvey, surveys, surveysJson } from './surveys.js'

const median = (json: object, asOf: string) =>
  priceMarket(parseMarketSurveys({ ...surveysJson, ...json }), asOf).jobs[0]?.percentiles['P50']

const single = (amount: string, effective: string, ageing: object) => ({
  ageing: { ...surveysJson.ageing, ...ageing },
  surveys: [{ survey: 'A', effective, weight: '1' }],
  lines: [{ job: 'agent', survey: 'A', percentiles: { P50: amount } }],
})

describe('ageing and blending', () => {
  test('give what BLR publishes in "Keys to Aging Salary Data Effectively"', () => {
    const { surveys: ages, jobs } = priceMarket(surveys, '2026-10-01')
    expect(ages).toEqual([
      { survey: 'A', months: 9, factor: '1.022500' },
      { survey: 'B', months: 4, factor: '1.010000' },
    ])
    expect(jobs[0]?.surveys.map(({ percentiles }) => percentiles['P50'])).toEqual([
      '53170.00',
      '53530.00',
    ])
    expect(jobs[0]?.percentiles).toEqual({ P25: '46741.25', P50: '53350.00', P75: '62490.00' })
  })

  test('age a year of 52,000 to 53,560 and the rest from there, year by year', () => {
    const years = { method: 'year-by-year' }
    expect(median(single('52000', '2026-01-01', years), '2027-01-01')).toBe('53560.00')
    // 53,560 × 1.015
    expect(median(single('52000', '2026-01-01', years), '2027-07-01')).toBe('54363.40')
    expect(median(single('52000', '2026-01-01', {}), '2027-07-01')).toBe('54340.00')
  })

  test('compound to 91,341 from 90,000 by 3 % in six months, with a factor of four places', () => {
    // comp-shop.com, "Aging factor": 90,000 × 1.03 ^ (6 ÷ 12)
    const compound = { method: 'compound', places: 4 }
    expect(median(single('90000', '2025-10-01', compound), '2026-04-01')).toBe('91341.00')
    const fine = { method: 'compound', places: 10 }
    expect(median(single('90000', '2025-10-01', fine), '2026-04-01')).toBe('91340.02')
  })

  test.each([
    ['simple', 365, '1.030000'],
    ['simple', 73, '1.006000'],
    ['compound', 365, '1.030000'],
    // 1.03 ^ 0.2 = 1.00592940...
    ['compound', 73, '1.005929'],
    ['year-by-year', 438, '1.036180'],
  ] as const)('by days, %s over %i of them, multiply by %s', (method, days, factor) => {
    const json = { ...surveysJson, ...single('1', '2025-01-01', { method, by: 'days' }) }
    const after = new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10)
    expect(priceMarket(parseMarketSurveys(json), after).surveys).toEqual([
      { survey: 'A', days, factor },
    ])
  })

  test.each([
    ['2024-02-29', '2025-02-27', 11],
    ['2024-02-29', '2025-02-28', 12],
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-31', '2026-02-28', 1],
  ])('count the full months from %s to %s as %i', (effective, asOf, months) => {
    const json = { ...surveysJson, ...single('1', effective, {}) }
    expect(priceMarket(parseMarketSurveys(json), asOf).surveys[0]?.months).toBe(months)
  })

  test('take a rate of the survey before the common one', () => {
    const own = surveysJson.surveys.map((each) => ({ ...each, rate: '0.06' }))
    expect(median({ surveys: own }, '2026-10-01')).toBe('54200.00')
  })

  test.each([
    ['2', '1', '53290.00'],
    ['0.5', '0.25', '53290.00'],
    ['120', '240', '53410.00'],
  ])('weigh surveys %s to %s', (a, b, expected) => {
    const weighed = [a, b].map((weight, i) => ({ ...surveysJson.surveys[i], weight }))
    expect(median({ surveys: weighed }, '2026-10-01')).toBe(expected)
  })

  test('blend what all surveys of a job have, where gaps are to be common', () => {
    const [first, second] = surveysJson.lines
    const lines = [first, { ...second, percentiles: { P10: '1', P50: '53000', P75: '63000' } }]
    const json = { ...surveysJson, gaps: 'common', lines }
    expect(priceMarket(parseMarketSurveys(json), '2026-10-01').jobs[0]?.percentiles).toEqual({
      P50: '53350.00',
      P75: '62490.00',
    })
  })

  test('list percentiles from the lowest up', () => {
    const [job] = priceMarket(oneSurvey, '2026-01-01').jobs
    expect(Object.keys(job?.percentiles ?? {})).toEqual(['P10', 'P25', 'P50', 'P75', 'P90'])
  })
})

describe('the laws of market pay', () => {
  const asOf = '2027-07-01'

  test('a blend of one survey is that survey, aged', () => {
    fc.assert(
      fc.property(marketSurveys(), (drawn) => {
        const { jobs } = priceMarket(drawn, asOf)
        for (const { percentiles, surveys: parts } of jobs)
          if (parts.length === 1) expect(percentiles).toEqual(parts[0]?.percentiles)
      }),
    )
  })

  test('what is not aged is itself', () => {
    fc.assert(
      fc.property(marketSurveys(), (drawn) => {
        const same = drawn.surveys.map((survey) => ({ ...survey, effective: asOf }))
        const { surveys: ages, jobs } = priceMarket({ ...drawn, surveys: same }, asOf)
        for (const { factor } of ages) expect(decimal(factor).equals(1)).toBe(true)
        for (const { job, surveys: parts } of jobs)
          for (const { survey, percentiles } of parts) {
            const line = drawn.lines.find((each) => each.job === job && each.survey === survey)
            expect(percentiles).toEqual(
              Object.fromEntries(
                Object.entries(line?.percentiles ?? {}).map(([key, amount]) => [
                  key,
                  total([amount], drawn.places),
                ]),
              ),
            )
          }
      }),
    )
  })

  const factor = (drawn: MarketSurveys, effective: string, day: string, method: string) => {
    const ageing = { ...drawn.ageing, method: method as 'compound', by: 'months' as const }
    const own = [{ survey: 'A', effective, weight: '1' }]
    const lines = [{ job: 'a', survey: 'A', percentiles: { P50: '1' } }]
    return decimal(
      priceMarket({ ...drawn, rounding: 'half-up', ageing, surveys: own, lines }, day).surveys[0]
        ?.factor ?? '',
    )
  }
  const months = fc.integer({ min: 0, max: 59 })

  test('compound ageing in two steps is that in one, but for the rounding of the factors', () => {
    fc.assert(
      fc.property(marketSurveys(), months, months, (drawn, first, second) => {
        const start = '2020-01-01'
        const [middle, end] = [addMonths(start, first), addMonths(start, first + second)]
        const [one, two] = [
          factor(drawn, start, middle, 'compound'),
          factor(drawn, middle, end, 'compound'),
        ]
        const once = factor(drawn, start, end, 'compound')
        // Each of the three is off by half a unit of its last place at most.
        const unit = decimal('10').pow(-drawn.ageing.places)
        const slack = one.plus(two).plus(1).plus(unit).times(unit).times('0.5')
        expect(one.times(two).minus(once).abs().lessThanOrEqualTo(slack)).toBe(true)
      }),
    )
  })

  test('whole years compound exactly, and simple ageing never gives more', () => {
    fc.assert(
      fc.property(marketSurveys(), fc.integer({ min: 0, max: 9 }), (drawn, years) => {
        const [start, end] = ['2020-01-01', addMonths('2020-01-01', 12 * years)]
        const { rate, places } = drawn.ageing
        const exact = roundTo(decimal(rate).plus(1).pow(years), places, 'half-up')
        const by = (method: string) => factor(drawn, start, end, method)
        expect(by('compound').equals(exact)).toBe(true)
        expect(by('year-by-year').equals(exact)).toBe(true)
        expect(by('simple').lessThanOrEqualTo(exact)).toBe(true)
      }),
    )
  })

  test('the order of surveys and lines changes nothing', () => {
    fc.assert(
      fc.property(marketSurveys(), (drawn) => {
        const turned = {
          ...drawn,
          surveys: drawn.surveys.toReversed(),
          lines: drawn.lines.toReversed(),
        }
        expect(priceMarket(turned, asOf)).toEqual(priceMarket(drawn, asOf))
      }),
    )
  })

  test('a blend lies between its surveys, and percentiles do not fall', () => {
    fc.assert(
      fc.property(marketSurveys(), (drawn) => {
        for (const { percentiles, surveys: parts } of priceMarket(drawn, asOf).jobs) {
          const amounts = Object.entries(percentiles)
          amounts.forEach(([key, amount], i) => {
            const own = parts.map((part) => Number(part.percentiles[key]))
            expect(Number(amount)).toBeGreaterThanOrEqual(Math.min(...own))
            expect(Number(amount)).toBeLessThanOrEqual(Math.max(...own))
            expect(Number(amount)).toBeGreaterThanOrEqual(Number(amounts[i - 1]?.[1] ?? 0))
          })
        }
      }),
    )
  })
})
