import { describe, expect, test } from 'vitest'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { parseScorecard, type ScorecardPolicy, scorecard } from '../../src/kpi/index.js'
import { type Measures, scorecardInputs } from '../../src/kpi/scorecard.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { service, single } from './cards.js'

const scoreOf = (policy: ScorecardPolicy, measures: Measures) => {
  const card = scorecard(policy)
  return evaluate(card.score, scorecardInputs(card, measures)).value
}
const coefficientOf = (policy: ScorecardPolicy, measures: Measures) => {
  const card = scorecard(policy)
  return evaluate(card.coefficient, scorecardInputs(card, measures)).value
}

describe('the benchmarks of customer service (haishop.cn, knowledge 11518)', () => {
  test.each([
    ['fair', '120', '0.80', '0.70', '60.0'],
    ['good', '90', '0.85', '0.78', '100.0'],
    ['excellent', '60', '0.90', '0.85', '120.0'],
    ['better than excellent', '15', '0.99', '0.97', '120.0'],
    ['one unit short of fair in all', '121', '0.7999', '0.6999', '0.0'],
    // 0.3 × 80 + 0.4 × 110 + 0.3 × 80
    ['half-way, once below good and once above', '105', '0.875', '0.74', '92.0'],
  ])('%s: %s s, %s satisfied, %s resolved scores %s', (_, response, satisfied, resolved, score) => {
    const measures = { first_response: response, satisfaction: satisfied, resolution: resolved }
    expect(scoreOf(service, measures)).toBe(score)
  })

  test('a KPI short of its threshold scores nothing, and the others count as before', () => {
    const good = { first_response: '90', satisfaction: '0.85', resolution: '0.78' }
    expect(scoreOf(service, { ...good, satisfaction: '0.7999' })).toBe('60.0')
  })
})

describe('a score', () => {
  test('has KPI scores of six places, half-up', () => {
    const thirds: ScorecardPolicy = {
      ...single,
      scores: { threshold: '0', target: '1', stretch: '2' },
      kpis: [{ ...single.kpis[0], threshold: '0', target: '3', stretch: '120' }],
      score: { places: 8, rounding: 'half-up' },
    }
    expect(scoreOf(thirds, { audit: '1' })).toBe('0.33333300')
    expect(scoreOf(thirds, { audit: '2' })).toBe('0.66666700')
  })

  test.each([
    ['half-up', '90.3'],
    ['half-even', '90.2'],
    ['half-down', '90.2'],
    ['up', '90.3'],
    ['down', '90.2'],
    ['ceiling', '90.3'],
    ['floor', '90.2'],
  ] as const)('of 90.25 is rounded %s to %s, as the policy says', (rounding, score) => {
    const policy = { ...single, score: { places: 1, rounding } }
    expect(scoreOf(policy, { audit: '90.25' })).toBe(score)
    const shared = { ...policy, missing: 'redistribute' } as const
    expect(scoreOf(shared, { audit: '90.25' })).toBe(score)
  })

  test('reads its KPIs in their own units', () => {
    expect(scorecard(service).score.unit).toBe('points')
    expect(scorecard(service).coefficient.unit).toBe('ratio')
    expect(Object.keys(scorecard(service).coefficient.inputs)).toEqual([
      'first_response',
      'satisfaction',
      'resolution',
    ])
  })
})

describe('a coefficient', () => {
  // One unit of a score of one place is 0.1.
  test.each([
    ['59.9', '0.0'],
    ['60', '0.8'],
    ['60.1', '0.8'],
    ['89.9', '0.8'],
    ['90', '1.0'],
    ['90.1', '1.0'],
    ['109.9', '1.0'],
    ['110', '1.0'],
    ['110.1', '1.3'],
    ['120', '1.3'],
  ])(
    'for %s points is %s: bounds belong to the band they begin, but for an exclusive one',
    (audit, coefficient) => {
      expect(coefficientOf(single, { audit })).toBe(coefficient)
    },
  )

  test('is that of the rounded score', () => {
    expect(coefficientOf(single, { audit: '89.95' })).toBe('1.0')
    expect(coefficientOf(single, { audit: '89.94' })).toBe('0.8')
  })
})

describe('a KPI without a measurement', () => {
  const others = { first_response: '90', satisfaction: '0.90' }
  const rule = (missing: ScorecardPolicy['missing']) => ({ ...service, missing })

  test.each([[others], [{ ...others, resolution: null }], [{ ...others, resolution: undefined }]])(
    'scores by the rule of the policy: %j',
    (measures) => {
      // 0.3 × 100 + 0.4 × 120, of 1 or of 0.7
      expect(scoreOf(rule('zero'), measures)).toBe('78.0')
      expect(scoreOf(rule('redistribute'), measures)).toBe('111.4')
      expect(found(() => scoreOf(rule('fail'), measures))).toEqual([
        ['missing-input', 'inputs.resolution'],
      ])
    },
  )

  test('is told from a bad measurement', () => {
    expect(scoreOf(rule('redistribute'), { ...others, resolution: '0' })).toBe('78.0')
    expect(scoreOf(rule('redistribute'), { ...others, resolution: 0 })).toBe('78.0')
  })

  test('among none at all scores 0 by zero, and cannot be redistributed', () => {
    expect(scoreOf(rule('zero'), {})).toBe('0.0')
    expect(found(() => scoreOf(rule('redistribute'), {}))).toEqual([
      ['nothing-reported', 'measures'],
    ])
    expect(found(() => scoreOf(rule('redistribute'), { satisfaction: null }))).toEqual([
      ['nothing-reported', 'measures'],
    ])
  })

  test('stops nothing where its levels have more places than its measurements', () => {
    const [first, ...rest] = service.kpis
    const fine = { ...first, threshold: '120.5' }
    const policy = { ...rule('zero'), kpis: [fine, ...rest] }
    expect(scoreOf(policy, { satisfaction: '0.90', resolution: '0.85' })).toBe('84.0')
  })

  test('is told of in the explanation', () => {
    const card = scorecard(rule('redistribute'))
    const { trace } = evaluate(card.score, scorecardInputs(card, { satisfaction: '0.875' }))
    const lines = (locale: 'en' | 'zh-CN') => renderText(explain({ trace }, { locale })).split('\n')
    expect(lines('en')).toContain('    Score for First response: 0 points')
    expect(lines('en')).toContain('      First response reported is "no"')
    expect(lines('en')).toContain('    Weight of the KPIs reported: 40%')
    expect(lines('zh-CN')).toContain('    首次响应得分：0 分')
    expect(lines('zh-CN')).toContain('      首次响应有数据为“no”')
    expect(lines('zh-CN')).toContain('    有数据指标的权重合计：40%')
  })
})

describe('labels and clauses', () => {
  const labelled = scorecard({
    ...single,
    label: { en: 'Service score', 'zh-CN': '服务得分' },
    clause: '§4.1',
    kpis: [{ ...single.kpis[0], label: { en: 'Audit', 'zh-CN': '质检' }, clause: '§4.1.a' }],
  })

  test.each([
    [labelled, 'en', 'Service score §4.1', 'Score for Audit §4.1.a'],
    [labelled, 'zh-CN', '服务得分 §4.1', '质检得分 §4.1.a'],
    [scorecard(single), 'en', 'Score', 'Score for audit'],
    [scorecard(single), 'zh-CN', '综合得分', 'audit得分'],
  ] as const)('of %o stand in the explanation in %s', (card, locale, score, kpi) => {
    const coefficient = explain(evaluate(card.coefficient, { audit: '100' }), { locale })
    expect(coefficient.label).toBe(locale === 'en' ? 'Coefficient' : '绩效系数')
    const [step] = coefficient.steps
    const shown = [step, step?.steps[0]].map((each) =>
      [each?.label, each?.clause].filter((text) => text !== undefined).join(' '),
    )
    expect(shown).toEqual([score, kpi])
  })
})

describe('measures', () => {
  const card = scorecard(service)
  const good = { first_response: '90', satisfaction: '0.85', resolution: '0.78' }

  test.each([
    [{ ...good, satisfacton: '0.9' }, 'satisfacton', 'Perhaps "satisfaction" was meant'],
    [{ ...good, toString: '0.9' }, 'toString', 'It has: first_response, satisfaction, resolution'],
    [
      JSON.parse('{"__proto__":"1"}'),
      '__proto__',
      'It has: first_response, satisfaction, resolution',
    ],
    [{ constructor: null }, 'constructor', 'It has: first_response, satisfaction, resolution'],
  ] as const)('%j is not all known', (measures, name, hint) => {
    const problems = problemsOf(() => scorecardInputs(card, measures as unknown as Measures))
    expect(problems.map(({ code, path, hint }) => [code, path, hint.en])).toEqual([
      ['unknown-kpi', `measures.${name}`, hint],
    ])
  })

  test('are never what every object inherits', () => {
    const named = { ...single.kpis[0], kpi: 'toString' }
    const inherits = scorecard({ ...single, missing: 'zero', kpis: [named] })
    expect(scorecardInputs(inherits, {})).toEqual({ toString: '0', 'toString.reported': 'no' })
    expect(scorecardInputs(inherits, { toString: '7' } as unknown as Measures)).toEqual({
      toString: '7',
      'toString.reported': 'yes',
    })
  })

  test('have every problem told at once, in either language', () => {
    const problems = problemsOf(() =>
      scorecardInputs(scorecard({ ...service, missing: 'redistribute' }), { speed: 1, respnse: 2 }),
    )
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['unknown-kpi', 'measures.speed'],
      ['unknown-kpi', 'measures.respnse'],
      ['nothing-reported', 'measures'],
    ])
    const twice = { ...good, satisfacton: '0.9' }
    expect(
      describeProblems(
        problemsOf(() => scorecardInputs(card, twice)),
        'zh-CN',
      ),
    ).toBe('measures.satisfacton：计分卡没有指标“satisfacton”。也许是“satisfaction”。')
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      'measures.speed：计分卡没有指标“speed”。可用指标：first_response、satisfaction、resolution。',
      'measures.respnse：计分卡没有指标“respnse”。可用指标：first_response、satisfaction、resolution。',
      'measures：计分卡没有任何指标数据。请至少提供一项，或改用其他规则。',
    ])
    expect(problems.at(-1)?.message.en).toBe('no KPI of the scorecard is reported')
  })

  test.each([
    ['NaN', 'not-a-number'],
    [0.5, 'not-a-number'],
    ['0.85001', 'too-many-places'],
  ])('of %s are left to the run to refuse', (satisfaction, code) => {
    expect(found(() => scoreOf(service, { ...good, satisfaction }))).toEqual([
      [code, 'inputs.satisfaction'],
    ])
  })
})

test('a scorecard from JSON is the same as one from TypeScript', () => {
  const card = parseScorecard(JSON.parse(JSON.stringify(service)))
  expect(card.id).toBe('service')
  expect(card.policy).toEqual(service)
  expect(card.score.expression).toEqual(scorecard(service).score.expression)
  expect(card.coefficient.expression).toEqual(scorecard(service).coefficient.expression)
  expect(Object.isFrozen(card)).toBe(true)
})
