import { describe, expect, test } from 'vitest'
import { parseMarketSurveys, priceMarket } from '../../src/grade/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { surveys, surveysJson } from './surveys.js'

describe('survey data are refused', () => {
  const [first, second] = surveysJson.lines
  const [a, b] = surveysJson.surveys
  const line = (percentiles: object) => ({ lines: [first, { ...second, percentiles }] })

  test.each<[string, object, ...(readonly [code: string, path: string])[]]>([
    [
      'with a rate in per cent',
      { ageing: { ...surveysJson.ageing, rate: '3' } },
      ['above-whole', 'ageing.rate'],
    ],
    [
      'with one of a survey',
      { surveys: [{ ...a, rate: '1.01' }, b] },
      ['above-whole', 'surveys[0].rate'],
    ],
    ['with a survey twice', { surveys: [a, a, b] }, ['repeated-id', 'surveys[1].survey']],
    [
      'with a survey of no weight',
      { surveys: [a, { ...b, weight: '0.0' }] },
      ['no-survey-weight', 'surveys[1].weight'],
    ],
    [
      'with a day that is none',
      { surveys: [{ ...a, effective: '2026-02-30' }, b] },
      ['not-a-date', 'surveys[0].effective'],
    ],
    ['with a line of no survey', { surveys: [a] }, ['unknown-survey', 'lines[1].survey']],
    ['with a line twice', { lines: [first, second, second] }, ['repeated-line', 'lines[2]']],
    [
      'with keys that are no percentiles',
      line({ P0: '1', P25: '1', P50: '2', P75: '3', P100: '4', mean: '2' }),
      ['not-a-percentile', 'lines[1].percentiles.P0'],
      ['not-a-percentile', 'lines[1].percentiles.P100'],
      ['not-a-percentile', 'lines[1].percentiles.mean'],
    ],
    [
      'without a P50',
      line({ P25: '1', P75: '3' }),
      ['no-median', 'lines[1].percentiles'],
      ['percentile-gap', 'lines[1].percentiles'],
    ],
    [
      'with a P50 of nothing',
      line({ P25: '0', P50: '0', P75: '1' }),
      ['no-median', 'lines[1].percentiles'],
    ],
    [
      'with percentiles out of order',
      line({ P75: '2', P50: '3', P25: '4' }),
      ['percentiles-out-of-order', 'lines[1].percentiles.P50'],
      ['percentiles-out-of-order', 'lines[1].percentiles.P75'],
    ],
    [
      'with gaps, of either line',
      line({ P10: '1', P50: '2', P75: '3' }),
      ['percentile-gap', 'lines[0].percentiles'],
      ['percentile-gap', 'lines[1].percentiles'],
    ],
    [
      'with parts of a cent',
      line({ P25: '1', P50: '2.005', P75: '3' }),
      ['too-many-places', 'lines[1].percentiles.P50'],
    ],
  ])('%s', (_, wrong, ...expected) => {
    expect(found(() => parseMarketSurveys({ ...surveysJson, ...wrong }))).toEqual(expected)
  })

  test('in words of both languages', () => {
    const wrong = { ...surveysJson, ...line({ P10: '3', P50: '2', P75: '2' }) }
    const problems = problemsOf(() => parseMarketSurveys(wrong))
    expect(describeProblems(problems).split('\n')).toEqual([
      'lines[1].percentiles.P50: 2 is below 3, the P10 of the same line. Mend the line: a higher percentile is never paid less.',
      'lines[0].percentiles: has no P10, which "B" has for the same job. Give it, or set gaps to "common" to blend only what all surveys of a job have.',
      'lines[1].percentiles: has no P25, which "A" has for the same job. Give it, or set gaps to "common" to blend only what all surveys of a job have.',
    ])
    expect(describeProblems(problems, 'zh-CN').split('\n')[1]).toBe(
      'lines[0].percentiles：缺少 P10，而“B”对同一岗位有。请补充，或将 gaps 设为 "common"，只合并各调研都有的分位。',
    )
  })

  test.each<[string, string, string]>([
    ['2026-05-31', 'survey-after', 'surveys.surveys[1].effective'],
    ['2036-01-01', 'survey-too-old', 'surveys.surveys[0].effective'],
    ['soon', 'not-a-date', 'asOf'],
  ])('for the day %s: %s', (asOf, code, path) => {
    expect(found(() => priceMarket(surveys, asOf))).toEqual([[code, path]])
  })

  test('where they stand, if they were never parsed', () => {
    expect(found(() => priceMarket({ ...surveys, lines: [] }, '2026-10-01'))).toEqual([
      ['too-small', 'surveys.lines'],
    ])
  })
})
