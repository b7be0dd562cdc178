import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/formula/index.js'
import { benchmarkKpi, kpiDefinitions } from '../../src/kpi/definitions.js'
import { parseScorecard, scorecardInputs } from '../../src/kpi/scorecard.js'
import { describeProblems, isName, problemsOf } from '../../src/problem/index.js'
import { isUnit } from '../../src/quantity/index.js'
import { found } from '../found.js'

describe('the definitions', () => {
  test('have names of their own, known units, and texts in both languages', () => {
    expect(new Set(kpiDefinitions.map(({ kpi }) => kpi)).size).toBe(kpiDefinitions.length)
    for (const { kpi, unit, label, definition, source, owner } of kpiDefinitions) {
      expect(isName(kpi)).toBe(true)
      expect(isUnit(unit)).toBe(true)
      for (const text of [label, definition, source, owner]) {
        expect(text.en).toMatch(/^[A-Z0-9]/)
        expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
      }
    }
  })

  test('cover both departments, with the usual Chinese names', () => {
    const named = (department: string) =>
      kpiDefinitions
        .filter((definition) => definition.department === department)
        .map(({ label }) => label['zh-CN'])
    expect(named('service')).toEqual(
      expect.arrayContaining(['询单转化率', '首次响应时间', '满意度', '复购率', '退款率']),
    )
    expect(named('operations')).toEqual(expect.arrayContaining(['访客数', '支付转化率', '客单价']))
  })

  test.each([
    ['first_response', '120', '90', '60'],
    ['satisfaction', '0.80', '0.85', '0.90'],
    ['first_contact_resolution', '0.70', '0.78', '0.85'],
    ['handling_time', '900', '720', '600'],
    ['transfer_rate', '0.20', '0.15', '0.10'],
    ['conversion_uplift', '0.08', '0.12', '0.15'],
  ])(
    '%s has the levels of haishop.cn knowledge 11518: %s, %s, %s',
    (name, threshold, target, stretch) => {
      const { benchmark } = kpiDefinitions.find(({ kpi }) => kpi === name) ?? {}
      expect(benchmark).toEqual({
        threshold,
        target,
        stretch,
        publishedBy: 'haishop.cn knowledge 11518',
      })
    },
  )
})

describe('benchmarkKpi', () => {
  test('makes a scorecard of public levels', () => {
    const card = parseScorecard({
      id: 'service',
      missing: 'fail',
      scores: { threshold: '60', target: '100', stretch: '120' },
      kpis: [benchmarkKpi('first_response', '0.5'), benchmarkKpi('satisfaction', '0.5')],
      score: { places: 1, rounding: 'half-up' },
      bands: [{ coefficient: '0' }, { from: '60', coefficient: '1' }],
    })
    const inputs = scorecardInputs(card, { first_response: '60', satisfaction: '0.85' })
    expect(evaluate(card.score, inputs).value).toBe('110.0')
  })

  test('refuses what has no levels, with the one that was probably meant', () => {
    expect(found(() => benchmarkKpi('refund_rate', '1'))).toEqual([['no-benchmark', 'kpi']])
    const told = describeProblems(
      problemsOf(() => benchmarkKpi('satisfactoin', '1')),
      'zh-CN',
    )
    expect(told).toBe('kpi：“satisfactoin”没有公开参考值。也许是“satisfaction”。')
    expect(describeProblems(problemsOf(() => benchmarkKpi('zzz', '1')))).toContain(
      'These have: first_response',
    )
  })
})
