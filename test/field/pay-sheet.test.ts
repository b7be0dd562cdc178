import { describe, expect, test } from 'vitest'
import { lintPlan, type PlanPolicy, parsePlan } from '../../src/commission/index.js'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { describeProblems, type Locale, problemsOf } from '../../src/problem/index.js'

describe('plans: what is compared, and what is won, each by its own name', () => {
  const planWith = (more: Partial<PlanPolicy>) =>
    parsePlan({
      id: 'p',
      currency: 'CNY',
      period: 'month',
      measure: { sum: 'sales' },
      quota: 'quota',
      tiers: { kind: 'flat', rate: '0.01' },
      ...more,
    })
  const told = (more: Partial<PlanPolicy>, locale: Locale, given: Record<string, string> = {}) => {
    const { formula } = planWith(more)
    const figures = { sales: '160000.00', quota: '130000.00', ...given }
    const inputs = Object.fromEntries(
      Object.entries(figures).filter(([name]) => name in formula.inputs),
    )
    return renderText(explain(evaluate(formula, inputs), { locale }))
  }
  const prize = { en: 'Breakthrough prize', 'zh-CN': '突破奖1' }
  const kicker = { kpi: 'sales', of: 'quota', atLeast: '1.2', pays: '1000', label: prize }

  test('D2 the label of a kicker names the prize alone', () => {
    const zh = told({ kickers: [kicker] }, 'zh-CN')
    expect(zh).toContain('突破奖1: 1,000.00 CNY')
    expect(zh).toContain('因为计提业绩 160,000.00 CNY 不低于 业绩目标 × 120%')
    expect(zh.split('突破奖1: ')).toHaveLength(2)
    const en = told({ kickers: [kicker] }, 'en')
    expect(en).toContain('Because Credited sales 160,000.00 CNY is at least Quota × 120%')
    expect(en.split('Breakthrough prize: ')).toHaveLength(2)
  })

  test('D2 a kicker of an amount names the measure by its own label', () => {
    const measure = { sum: 'sales', label: { en: 'Net sales', 'zh-CN': '净销售额' } }
    const kickers = [{ kpi: 'sales', atLeast: '150000', pays: '500', label: prize }]
    expect(told({ measure, kickers }, 'zh-CN')).toContain(
      '因为净销售额 160,000.00 CNY 不低于 150,000.00 CNY',
    )
  })

  test('D2 a KPI is named by a label of its own, beside the prize', () => {
    const kpiLabel = { en: 'Satisfaction', 'zh-CN': '满意度' }
    const byKpi = { kpi: 'satisfaction', atLeast: '0.9', pays: '100', label: prize }
    const given = { satisfaction: '0.95' }
    expect(told({ kickers: [{ ...byKpi, kpiLabel }] }, 'zh-CN', given)).toContain(
      '因为满意度 95% 不低于 90%',
    )
    expect(told({ kickers: [byKpi] }, 'zh-CN', given)).toContain('因为satisfaction 95% 不低于 90%')
    const gate = { kpi: 'satisfaction', atLeast: '0.8', label: kpiLabel }
    expect(told({ gate, kickers: [byKpi] }, 'zh-CN', given)).toContain('因为满意度 95% 不低于 90%')
  })

  test.each<[string, Partial<PlanPolicy>]>([
    ['a gate', { gate: { kpi: 'sales', of: 'quota', atLeast: '0.8' } }],
    ['a kicker', { kickers: [{ kpi: 'sales', of: 'quota', atLeast: '0.8', pays: '5' }] }],
    [
      'an accelerator',
      {
        accelerator: {
          steps: [{ from: '1', factor: '2' }],
          when: { kpi: 'sales', of: 'quota', atLeast: '0.8' },
        },
      },
    ],
  ])('D3 a condition on the measure of the plan names it as the tiers do: %s', (_, more) => {
    expect(told(more, 'zh-CN')).toContain('因为计提业绩 160,000.00 CNY 不低于 业绩目标 × 80%')
    expect(told(more, 'en')).toContain('Because Credited sales 160,000.00 CNY is at least')
    const measure = { sum: 'sales', as: 'net', label: '净额' }
    const own = JSON.parse(JSON.stringify(more).replaceAll('"sales"', '"net"'))
    const text = told({ ...own, measure }, 'zh-CN', { net: '160000.00' })
    expect(text).toContain('因为净额 160,000.00 CNY 不低于')
    expect(text).not.toMatch(/sales|net/)
  })

  test('D3 another measure is named by its label, also as what parts are asked of', () => {
    const linked = [{ sum: 'collections', label: { en: 'Collected', 'zh-CN': '回款' } }]
    const given = { collections: '150000.00' }
    const gate = { kpi: 'collections', of: 'sales', atLeast: '0.8' }
    expect(told({ linked, gate }, 'zh-CN', given)).toContain(
      '因为回款 150,000.00 CNY 不低于 计提业绩 × 80%',
    )
    const turned = { kpi: 'sales', of: 'collections', atLeast: '1' }
    expect(told({ linked, gate: turned }, 'zh-CN', given)).toContain('不低于 回款')
  })

  const gated = (gate: PlanPolicy['gate']) =>
    lintPlan(planWith({ gate })).map(({ code, message }) => [code, message['zh-CN']] as const)

  test.each(['0', '0.00', '-0.05'])(
    'D7 a gate on a KPI of %s and more is missed by a loss, and lint names the label',
    (atLeast) => {
      const [[code, message] = ['', '']] = gated({ kpi: 'profit_rate', atLeast, label: '利润率' })
      expect(code).toBe('missed-condition')
      expect(message).toMatch(/^利润率 /)
      expect(message).not.toContain('profit_rate')
      const { formula } = planWith({ gate: { kpi: 'profit_rate', atLeast } })
      const paid = (profit_rate: string) => evaluate(formula, { sales: '100', profit_rate }).value
      expect([paid('-0.10'), paid('0.10')]).toEqual(['0.00', '1.00'])
    },
  )

  test('D7 a gate on an amount of nothing is always met, and lint names the label', () => {
    expect(gated({ kpi: 'sales', atLeast: '0' })).toEqual([
      ['always-met', '计提业绩 不小于零时总是达标'],
    ])
  })

  test('D7 a harmful condition is named by its label too', () => {
    const when = { kpi: 'returns', atLeast: '0.1', kpiLabel: '退货率' }
    const found = lintPlan(
      planWith({ accelerator: { steps: [{ from: '0', factor: '0.5' }], when } }),
    )
    expect(found.find(({ code }) => code === 'harmful-condition')?.message['zh-CN']).toContain(
      '退货率 达标反而',
    )
  })

  test.each(['gate', 'kicker', 'grid'])(
    'D8 a missing KPI of a %s is asked for, no more',
    (part) => {
      const kpi = 'satisfaction'
      const more: Partial<PlanPolicy> =
        part === 'gate'
          ? { gate: { kpi, atLeast: '0.9' } }
          : part === 'kicker'
            ? { kickers: [{ kpi, atLeast: '0.9', pays: '5' }] }
            : { tiers: { kind: 'grid', rows: [{}], kpi, columns: [{}], rates: [['0.01']] } }
      const { formula } = planWith(more)
      const inputs = { sales: '1', ...(part === 'grid' && { quota: '1' }) }
      const problems = problemsOf(() => evaluate(formula, inputs))
      expect(describeProblems(problems, 'zh-CN')).toBe(
        'inputs.satisfaction：缺少输入“satisfaction”。请提供；每项输入都须给出，即使只有某一分支用到。',
      )
      expect(describeProblems(problems)).not.toContain('say so in the policy')
    },
  )
})
