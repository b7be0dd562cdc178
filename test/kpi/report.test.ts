import { expect, test } from 'vitest'
import { reportByGroup, type ScorecardResult } from '../../src/kpi/report.js'
import { found } from '../found.js'

const result = (person: string, group: string, score: string, band?: string): ScorecardResult => ({
  person,
  group,
  score,
  coefficient: band === 'A' ? '1.2' : '1.0',
  ...(band !== undefined && { band }),
})

test('a report a group: mean, median, range and bands', () => {
  const results = [
    result('Li', 'service', '92', 'A'),
    result('Mei', 'operations', '75.5'),
    result('Wang', 'service', '80.0', 'B'),
    result('Zhao', 'service', '85', 'B'),
    result('Sun', 'service', '60', 'B'),
  ]
  expect(reportByGroup(results)).toEqual([
    {
      group: 'operations',
      people: 1,
      meanScore: '75.5000',
      meanCoefficient: '1.0000',
      lowest: '75.5',
      median: '75.5',
      highest: '75.5',
      bands: {},
    },
    {
      group: 'service',
      people: 4,
      meanScore: '79.2500',
      meanCoefficient: '1.0500',
      lowest: '60',
      median: '82.5',
      highest: '92',
      bands: { A: 1, B: 3 },
    },
  ])
  expect(reportByGroup(results.toReversed())).toEqual(
    reportByGroup(results).map(({ bands, ...own }) => ({
      ...own,
      bands: expect.objectContaining(bands),
    })),
  )
})

test('bands are counted whatever their names', () => {
  const [report] = reportByGroup(['x', 'y'].map((id) => result(id, 'g', '1', 'constructor')))
  expect(report?.bands).toEqual({ constructor: 2 })
})

test('figures that are no numbers are named together', () => {
  const wrong = [result('a', 'g', 'x'), { ...result('b', 'g', '1'), coefficient: '1e2' }]
  expect(found(() => reportByGroup(wrong))).toEqual([
    ['not-a-number', 'results[0].score'],
    ['not-a-number', 'results[1].coefficient'],
  ])
})

test('means are rounded half-up to 4 places', () => {
  const results = [result('a', 'g', '80.0001'), result('b', 'g', '80')]
  expect(reportByGroup(results)[0]?.meanScore).toBe('80.0001')
})

test('the median of an odd number is the middle one', () => {
  const scores = ['1', '9', '3'].map((score, i) => result(`p${i}`, 'g', score))
  expect(reportByGroup(scores)[0]?.median).toBe('3')
})
