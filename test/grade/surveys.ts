import { parseMarketSurveys } from '../../src/grade/index.js'

/** "Keys to Aging Salary Data Effectively" (BLR): one job in two surveys, aged by 3 % a year. */
export const surveysJson = {
  id: 'market',
  currency: 'USD',
  places: 2,
  rounding: 'half-up',
  ageing: { rate: '0.03', method: 'simple', by: 'months', places: 6 },
  gaps: 'refuse',
  surveys: [
    { survey: 'A', effective: '2026-01-01', weight: '1' },
    { survey: 'B', effective: '2026-06-01', weight: '1' },
  ],
  lines: [
    { job: 'manager', survey: 'A', percentiles: { P25: '45000', P50: '52000', P75: '60000' } },
    { job: 'manager', survey: 'B', percentiles: { P25: '47000', P50: '53000', P75: '63000' } },
  ],
} as const
export const surveys = parseMarketSurveys(surveysJson)

/** One survey that is not aged, of P10 to P90. */
export const oneSurvey = parseMarketSurveys({
  ...surveysJson,
  surveys: [{ survey: 'A', effective: '2026-01-01', weight: '1' }],
  lines: [
    {
      job: 'agent',
      survey: 'A',
      percentiles: { P90: '8000', P10: '4000', P25: '5000', P50: '6000', P75: '6000' },
    },
  ],
})
