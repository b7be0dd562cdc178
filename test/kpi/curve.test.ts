import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { bandOf, parseScorecard, scorecardInputs } from '../../src/kpi/scorecard.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const card = (kpi: object, more: object = {}) =>
  parseScorecard({
    id: 'card',
    missing: 'fail',
    scores: { threshold: '60', target: '100', stretch: '120' },
    kpis: [{ kpi: 'x', unit: 'count', scale: 2, weight: '1', ...kpi }],
    score: { places: 2, rounding: 'half-up' },
    bands: [
      { band: 'D', coefficient: '0' },
      { band: 'B', from: '60', coefficient: '1' },
      { band: 'A', from: '100', exclusive: true, coefficient: '1.5' },
    ],
    ...more,
  })
const scoreOf = (kpi: object, x: string) => {
  const built = card(kpi)
  return evaluate(built.score, scorecardInputs(built, { x })).value
}

const levels = { threshold: '10', target: '20', stretch: '30' }

describe('a line', () => {
  test.each([
    ['9.99', '0.00'],
    ['10', '60.00'],
    ['15', '80.00'],
    ['20', '100.00'],
    ['30', '120.00'],
    ['40', '120.00'],
  ])('%s scores %s where higher is better', (x, score) => {
    expect(scoreOf({ direction: 'higher', ...levels }, x)).toBe(score)
    expect(scoreOf({ curve: 'line', direction: 'higher', ...levels, beyond: 'capped' }, x)).toBe(
      score,
    )
  })

  test('is rounded half-up to 6 places before its weight', () => {
    // 60 + 40 × 0.01 ÷ 160,000 = 60.0000025
    const own = { direction: 'higher', threshold: '10', target: '160010', stretch: '200000' }
    const built = card(own, { score: { places: 6, rounding: 'half-up' } })
    const run = evaluate(built.score, scorecardInputs(built, { x: '10.01' }))
    expect(run.value).toBe('60.000003')
  })

  test.each([
    ['higher', levels, '35', '130.00'],
    ['higher', levels, '30', '120.00'],
    ['higher', levels, '9', '0.00'],
    ['lower', { threshold: '30', target: '20', stretch: '10' }, '5', '130.00'],
    ['lower', { threshold: '30', target: '20', stretch: '10' }, '31', '0.00'],
  ])('uncapped and %s is better, %j goes on: %s scores %s', (direction, own, x, score) => {
    expect(scoreOf({ direction, ...own, beyond: 'uncapped' }, x)).toBe(score)
  })
})

test.each([
  ['9.99', '0.00'],
  ['10', '50.00'],
  ['20', '50.00'],
  ['20.01', '90.00'],
])('by steps %s scores %s', (x, score) => {
  const steps = [
    { score: '0' },
    { from: '10', score: '50' },
    { from: '20', exclusive: true, score: '90' },
  ]
  expect(scoreOf({ curve: 'steps', direction: 'higher', steps }, x)).toBe(score)
})

test.each([
  ['higher', '19.99', '0.00'],
  ['higher', '20', '100.00'],
  ['lower', '20', '100.00'],
  ['lower', '20.01', '0.00'],
])('all or nothing, %s is better: %s scores %s', (direction, x, score) => {
  expect(scoreOf({ curve: 'all-or-nothing', direction, target: '20' }, x)).toBe(score)
})

describe('within a band', () => {
  const band = (lowest: string, highest: string, tolerance: string) => ({
    curve: 'within',
    lowest,
    highest,
    tolerance,
  })
  test.each([
    ['5', '0.00'],
    ['7.5', '50.00'],
    ['10', '100.00'],
    ['20', '100.00'],
    ['24', '20.00'],
    ['26', '0.00'],
  ])('from 10 to 20 with a tolerance of 5, %s scores %s', (x, score) => {
    expect(scoreOf(band('10', '20', '5'), x)).toBe(score)
  })

  test.each([
    ['9.99', '0.00'],
    ['10', '100.00'],
    ['15', '100.00'],
    ['20', '100.00'],
    ['20.01', '0.00'],
  ])('from 10 to 20 without a tolerance, %s scores %s', (x, score) => {
    expect(scoreOf(band('10', '20', '0'), x)).toBe(score)
  })

  test.each([
    ['9', '50.00'],
    ['10', '100.00'],
    ['11', '50.00'],
  ])('around one value, %s scores %s', (x, score) => {
    expect(scoreOf(band('10', '10.0', '2'), x)).toBe(score)
  })
})

describe('every curve', () => {
  const x = fc.integer({ min: 0, max: 5_000 }).map((value) => (value / 100).toFixed(2))
  const rising = fc.constantFrom<object>(
    { ...levels },
    { ...levels, beyond: 'uncapped' },
    {
      curve: 'steps',
      steps: [{ score: '0' }, { from: '10', score: '5' }, { from: '20', score: '5' }],
    },
    { curve: 'all-or-nothing', target: '17' },
  )

  test('never scores a better value less', () => {
    fc.assert(
      fc.property(rising, x, x, (curve, a, b) => {
        const [worse, better] = Number(a) < Number(b) ? [a, b] : [b, a]
        const kpi = { direction: 'higher', ...curve }
        expect(Number(scoreOf(kpi, better))).toBeGreaterThanOrEqual(Number(scoreOf(kpi, worse)))
      }),
    )
  })

  test.each([
    [
      'steps that fall where higher is better',
      {
        curve: 'steps',
        direction: 'higher',
        steps: [{ score: '50' }, { from: '10', score: '40' }],
      },
      [['against-direction', 'kpis[0].steps[1].score']],
    ],
    [
      'steps that rise where lower is better',
      { curve: 'steps', direction: 'lower', steps: [{ score: '50' }, { from: '10', score: '60' }] },
      [['against-direction', 'kpis[0].steps[1].score']],
    ],
    [
      'steps whose first has a bound',
      { curve: 'steps', direction: 'lower', steps: [{ from: '1', score: '50' }] },
      [['first-band-bounded', 'kpis[0].steps[0]']],
    ],
    [
      'a band that holds nothing',
      { curve: 'within', lowest: '5', highest: '4', tolerance: '0' },
      [['empty-band', 'kpis[0]']],
    ],
    [
      'a curve that is not known',
      { curve: 'parabola', direction: 'higher', ...levels },
      [['not-offered', 'kpis[0].curve']],
    ],
  ])('refuses %s', (_, kpi, expected) => {
    expect(found(() => card(kpi))).toEqual(expected)
  })

  test('tells its problems in Chinese too', () => {
    const told = (kpi: object) =>
      describeProblems(
        problemsOf(() => card(kpi)),
        'zh-CN',
      )
    const steps = [{ score: '5' }, { from: '1', score: '6' }]
    expect(told({ curve: 'steps', direction: 'lower', steps })).toContain('方向为越低越好')
    expect(told({ curve: 'within', lowest: '5', highest: '4', tolerance: '0' })).toContain(
      '5 到 4 之间没有数值',
    )
  })
})

describe('bandOf', () => {
  test.each([
    ['59.99', 'D'],
    ['60', 'B'],
    ['100', 'B'],
    ['100.01', 'A'],
  ])('%s is in band %s', (score, band) => {
    expect(bandOf(card({ direction: 'higher', ...levels }), score)).toBe(band)
  })

  test('a band without a name has none, and a score that is no number is refused', () => {
    const unnamed = card({ direction: 'higher', ...levels }, { bands: [{ coefficient: '1' }] })
    expect(bandOf(unnamed, '1')).toBeUndefined()
    expect(found(() => bandOf(unnamed, 'x'))).toEqual([['not-a-number', 'score']])
  })

  test('two bands of one name are refused', () => {
    const bands = [
      { band: 'A', coefficient: '0' },
      { band: 'A', from: '1', coefficient: '1' },
    ]
    expect(found(() => card({ direction: 'higher', ...levels }, { bands }))).toEqual([
      ['repeated-id', 'bands[1].band'],
    ])
  })
})

describe('a balanced scorecard', () => {
  const kpi = (name: string, weight: string) => ({
    kpi: name,
    unit: 'count',
    scale: 0,
    curve: 'all-or-nothing',
    direction: 'higher',
    target: '1',
    weight,
  })
  const groups = [
    {
      group: 'customer',
      label: { en: 'Customer', 'zh-CN': '客户' },
      weight: '0.5',
      kpis: [kpi('satisfaction', '0.6')],
      groups: [
        { group: 'loyalty', weight: '0.4', kpis: [kpi('repeat', '0.5'), kpi('referral', '0.5')] },
      ],
    },
    { group: 'process', weight: '0.3', kpis: [kpi('response', '1')] },
  ]
  const balanced = (missing: string) => card({}, { missing, kpis: [kpi('growth', '0.2')], groups })
  const all = { growth: 1, satisfaction: 1, repeat: 0, referral: 1, response: 0 }

  test('weighs groups within groups, and shows what each came to', () => {
    const built = balanced('fail')
    expect(built.kpis).toEqual(['growth', 'satisfaction', 'repeat', 'referral', 'response'])
    // 0.2 + 0.5 × (0.6 + 0.4 × 0.5) = 0.6
    const result = evaluate(built.score, scorecardInputs(built, all))
    expect(result.value).toBe('60.00')
    expect(renderText(explain(result, { locale: 'en' }))).toContain('Customer: 80 points')
  })

  test('shares the weight of what is missing within its group first', () => {
    const built = balanced('redistribute')
    // Without satisfaction the customer group is loyalty alone, at 50: 0.2 × 100 + 0.5 × 50.
    const { satisfaction: _, ...rest } = all
    expect(evaluate(built.score, scorecardInputs(built, rest)).value).toBe('45.00')
    const zero = balanced('zero')
    expect(evaluate(zero.score, scorecardInputs(zero, rest)).value).toBe('30.00')
  })

  test('has weights that make 1 in each group, and each KPI once', () => {
    const wrong = {
      kpis: [kpi('growth', '0.2')],
      groups: [
        {
          group: 'a',
          weight: '0.7',
          kpis: [kpi('growth', '0.5')],
          groups: [{ group: 'b', weight: '0.5' }],
        },
      ],
    }
    expect(found(() => card({}, wrong))).toEqual([
      ['weights-not-whole', 'groups[0].groups[0].kpis'],
      ['weights-not-whole', 'groups'],
      ['repeated-id', 'groups[0].kpis[0].kpi'],
    ])
  })
})
