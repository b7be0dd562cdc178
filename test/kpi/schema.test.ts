import { describe, expect, test } from 'vitest'
import { parseScorecard } from '../../src/kpi/index.js'
import { parseScorecardPolicy } from '../../src/kpi/schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { service } from './cards.js'

const [response, satisfaction, resolution] = service.kpis
const wrong = (change: object) => found(() => parseScorecard({ ...service, ...change }))
const withKpi = (change: object) =>
  wrong({ kpis: [{ ...response, ...change }, satisfaction, resolution] })

test('a policy is read as it is written', () => {
  expect(parseScorecardPolicy(JSON.parse(JSON.stringify(service)))).toEqual(service)
})

describe('weights', () => {
  const weighing = (...weights: readonly string[]) =>
    wrong({ kpis: service.kpis.map((kpi, i) => ({ ...kpi, weight: weights[i] })) })

  test.each([
    ['0.3', '0.4', '0.3'],
    ['0.333', '0.333', '0.334'],
    ['0.30', '0.400', '0.3'],
  ])('%s, %s and %s add up to exactly 1', (...weights) => {
    expect(weighing(...weights)).toEqual([])
  })

  test.each([
    ['0.999', ['0.3', '0.4', '0.299']],
    ['1.001', ['0.3', '0.4', '0.301']],
    ['0.9999999999999999999999999', ['0.3', '0.4', '0.2999999999999999999999999']],
    ['100', ['30', '40', '30']],
  ])('that add up to %s are refused', (whole, weights) => {
    expect(weighing(...weights)).toEqual([['weights-not-whole', 'kpis']])
    const problems = problemsOf(() =>
      parseScorecard({
        ...service,
        kpis: service.kpis.map((kpi, i) => ({ ...kpi, weight: weights[i] })),
      }),
    )
    expect(describeProblems(problems)).toBe(
      `kpis: the weights add up to ${whole}. Make them add up to exactly 1.`,
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      `kpis：权重合计为 ${whole}。权重之和须恰好等于 1。`,
    )
  })

  test('of zero are refused: with such KPIs alone there would be nothing to divide by', () => {
    expect(weighing('0', '0.7', '0.3')).toEqual([['weightless-kpi', 'kpis[0].weight']])
    expect(weighing('0.00', '0.6', '0.3')).toEqual([
      ['weightless-kpi', 'kpis[0].weight'],
      ['weights-not-whole', 'kpis'],
    ])
  })

  test('below zero are no weights', () => {
    expect(weighing('-0.1', '0.8', '0.3')).toEqual([
      ['not-a-non-negative-decimal', 'kpis[0].weight'],
    ])
  })
})

describe('levels', () => {
  test.each([
    ['lower', '120', '90', '60', true],
    ['lower', '120', '120', '60', false],
    ['lower', '120', '60', '60', true],
    ['lower', '120', '60', '61', false],
    ['lower', '60', '90', '120', false],
    ['higher', '60', '90', '120', true],
    ['higher', '-9', '-8.5', '10', true],
    ['higher', '60', '60.0', '120', false],
    ['higher', '60', '120', '120.0', true],
    ['higher', '120', '90', '60', false],
    ['higher', '60', '130', '120', false],
  ])(
    'where %s is better: %s, %s, %s are in order: %s',
    (direction, threshold, target, stretch, fine) => {
      expect(withKpi({ direction, threshold, target, stretch })).toEqual(
        fine ? [] : [['levels-out-of-order', 'kpis[0]']],
      )
    },
  )

  test('of scores rise, from zero at least: below the threshold a KPI scores 0', () => {
    const scores = (threshold: string, target: string, stretch: string) =>
      wrong({ scores: { threshold, target, stretch } })
    expect(scores('0', '1', '2')).toEqual([])
    expect(scores('60', '100', '100')).toEqual([])
    expect(scores('60', '60', '120')).toEqual([['levels-out-of-order', 'scores']])
    expect(scores('-5', '60', '120')).toEqual([['not-a-non-negative-decimal', 'scores.threshold']])
  })

  test('out of order are told by the direction', () => {
    const told = (direction: string, locale: 'en' | 'zh-CN') =>
      describeProblems(
        problemsOf(() =>
          parseScorecard({
            ...service,
            kpis: [{ ...response, direction, target: '0' }, satisfaction, resolution],
          }),
        ),
        locale,
      )
    expect(told('higher', 'en')).toBe(
      'kpis[0]: threshold, target and stretch do not rise. Where higher is better, put threshold below target, and stretch at target or above.',
    )
    expect(told('lower', 'en')).toBe(
      'kpis[0]: threshold, target and stretch do not fall. Where lower is better, put threshold above target, and stretch at target or below.',
    )
    expect(told('higher', 'zh-CN')).toBe(
      'kpis[0]：门槛值、目标值与挑战值没有依次递增。越高越好时：门槛值 < 目标值 ≤ 挑战值。',
    )
    expect(told('lower', 'zh-CN')).toBe(
      'kpis[0]：门槛值、目标值与挑战值没有依次递减。越低越好时：门槛值 > 目标值 ≥ 挑战值。',
    )
  })
})

test('a score that goes on beyond the stretch needs a stretch beyond the target', () => {
  const uncapped = { ...response, beyond: 'uncapped', target: '60', stretch: '60' }
  const told = problemsOf(() =>
    parseScorecard({ ...service, kpis: [uncapped, satisfaction, resolution] }),
  )
  expect(describeProblems(told)).toBe(
    'kpis[0].stretch: the stretch is the target, so no line goes on beyond it. Put the stretch beyond the target, or leave the score capped.',
  )
  expect(describeProblems(told, 'zh-CN')).toBe(
    'kpis[0].stretch：挑战值等于目标值，其后没有可延长的直线。请把挑战值设在目标值之外，或不再继续计分。',
  )
})

describe('names of KPIs', () => {
  test.each(['toString', '_x', 'a-1', 'k'.repeat(55)])('%s is one', (kpi) => {
    expect(withKpi({ kpi })).toEqual([])
  })

  test.each([
    ['constructor'],
    ['__proto__'],
    ['prototype'],
    ['k'.repeat(56)],
    ['satisfaction.reported'],
    ['target.bonus'],
  ])('%s is none: it would clash, or leave no room for the names that the library adds', (kpi) => {
    for (const missing of ['fail', 'zero', 'redistribute'])
      expect(wrong({ missing, kpis: [{ ...response, kpi }, satisfaction, resolution] })).toEqual([
        ['not-a-name', 'kpis[0].kpi'],
      ])
  })

  test('say so in Chinese', () => {
    const kpis = [{ ...response, kpi: 'a.b' }, satisfaction, resolution]
    expect(
      describeProblems(
        problemsOf(() => parseScorecard({ ...service, kpis })),
        'zh-CN',
      ),
    ).toBe(
      'kpis[0].kpi：“a.b” 不能作为指标名称。请以字母或“_”开头，由字母、数字、“_”和“-”组成，最多 55 个字符，且不是 JavaScript 保留的词。',
    )
  })

  test('stand once', () => {
    const kpis = [response, satisfaction, { ...resolution, kpi: 'satisfaction' }]
    const problems = problemsOf(() => parseScorecard({ ...service, kpis }))
    expect(describeProblems(problems)).toBe(
      'kpis[2].kpi: the KPI "satisfaction" is duplicated. Give each KPI one entry.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'kpis[2].kpi：指标“satisfaction”重复出现。每项指标只写一次。',
    )
  })
})

describe('the policy', () => {
  test.each([
    [{ missing: 'ignore' }, 'not-offered', 'missing'],
    [{ missing: undefined }, 'missing', 'missing'],
    [{ bands: [] }, 'empty-list', 'bands'],
    [{ bands: [{ from: '0', coefficient: '1' }] }, 'first-band-bounded', 'bands[0]'],
    [{ bands: [{ coefficient: '1' }, { coefficient: '2' }] }, 'missing', 'bands[1].from'],
    [
      {
        bands: [
          { coefficient: '0' },
          { from: '9', coefficient: '1' },
          { from: '9.0', coefficient: '2' },
        ],
      },
      'unordered-bounds',
      'bands[2].from',
    ],
    [{ bands: [{ coefficient: '-1' }] }, 'not-a-non-negative-decimal', 'bands[0].coefficient'],
    [{ kpis: [] }, 'too-small', 'kpis'],
    [{ score: { places: -1, rounding: 'half-up' } }, 'too-small', 'score.places'],
    [{ score: { places: 1, rounding: 'nearest' } }, 'not-offered', 'score.rounding'],
    [{ score: { places: 1 } }, 'missing', 'score.rounding'],
    [{ id: '1st' }, 'not-a-name', 'id'],
    [{ weight: '1' }, 'unknown-key', 'weight'],
  ])('with %j is refused: %s at %s', (change, code, path) => {
    expect(wrong(change)).toEqual([[code, path]])
  })

  test.each([
    [{ unit: 'percent' }, 'not-offered', 'kpis[0].unit'],
    [{ unit: 'money' }, 'not-offered', 'kpis[0].unit'],
    [{ scale: 31 }, 'too-big', 'kpis[0].scale'],
    [{ direction: 'up' }, 'not-offered', 'kpis[0].direction'],
    [{ weight: 0.3 }, 'wrong-type', 'kpis[0].weight'],
    [{ threshold: 'NaN' }, 'not-a-decimal', 'kpis[0].threshold'],
    [{ target: '1e2' }, 'not-a-decimal', 'kpis[0].target'],
    [{ stretch: 'Infinity' }, 'not-a-decimal', 'kpis[0].stretch'],
    [{ clause: '' }, 'too-small', 'kpis[0].clause'],
  ])('with a KPI of %j is refused: %s at %s', (change, code, path) => {
    expect(withKpi(change)).toEqual([[code, path]])
  })

  test('is told every problem of its meaning at once', () => {
    const kpis = [{ ...response, weight: '0' }, { ...satisfaction, target: '0.8' }, satisfaction]
    const scores = { threshold: '1', target: '1', stretch: '1' }
    const bands = [{ from: '1', coefficient: '1' }]
    expect(wrong({ kpis, scores, bands })).toEqual([
      ['levels-out-of-order', 'scores'],
      ['weightless-kpi', 'kpis[0].weight'],
      ['levels-out-of-order', 'kpis[1]'],
      ['weights-not-whole', 'kpis'],
      ['repeated-id', 'kpis[2].kpi'],
      ['first-band-bounded', 'bands[0]'],
    ])
    expect(
      describeProblems(
        problemsOf(() => parseScorecard({ ...service, kpis })),
        'zh-CN',
      ),
    ).toContain('kpis[0].weight：为 0，该指标不影响得分。请给出大于 0 的权重，或删去该指标。')
  })

  test('of any shape but an object is refused', () => {
    expect(found(() => parseScorecard(null))).toEqual([['wrong-type', '']])
    expect(found(() => parseScorecard([service]))).toEqual([['wrong-type', '']])
    expect(found(() => parseScorecard(JSON.parse('{"__proto__":{}}')))).toEqual([
      ['forbidden-key', '__proto__'],
    ])
  })
})
