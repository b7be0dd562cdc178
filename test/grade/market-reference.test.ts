import { expect, test } from 'vitest'
import {
  marketPay,
  marketPositions,
  parseMarketSurveys,
  priceMarket,
} from '../../src/grade/index.js'
import { reference } from '../fixtures/grade/fixture.js'

test.each(reference.market.map((each, i) => [i, each] as const))(
  'market pay of drawn survey set %i is that of an independent working',
  (_, drawn) => {
    const surveys = parseMarketSurveys(drawn.surveys)
    const { asOf, factors, jobs, people, targets } = drawn
    const priced = priceMarket(surveys, asOf)
    expect(priced.surveys.map(({ factor }) => factor)).toEqual(factors)
    expect(priced.jobs.map(({ job, percentiles }) => ({ job, percentiles }))).toEqual(jobs)
    const positions = marketPositions(surveys, { asOf, people })
    expect(positions).toMatchObject(people.map(({ salary: _, ...position }) => position))
    expect(positions.map(({ percentile }) => percentile)).toEqual(
      people.map(({ percentile }) => percentile),
    )
    expect(marketPay(surveys, { asOf, targets })).toEqual(targets)
  },
)
