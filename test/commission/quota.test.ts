import { describe, expect, test } from 'vitest'
import { prorate } from '../../src/calendar/index.js'
import { parseObjectives, parseQuota, quotaFor } from '../../src/commission/index.js'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const base = { currency: 'CNY', rounding: 'half-up', prorated: false }

describe('a quota', () => {
  test('is what is given where nothing cuts it', () => {
    expect(quotaFor(parseQuota(base), { quota: '90000.00' }).value).toBe('90000.00')
  })

  test.each([
    [1, '45000.00'],
    [2, '67500.00'],
    [3, '90000.00'],
    [12, '90000.00'],
  ])('ramps up: in period %i it is %s', (periodsSinceJoining, expected) => {
    const ramp = parseQuota({ ...base, ramp: ['0.5', '0.75'] })
    expect(quotaFor(ramp, { quota: '90000', periodsSinceJoining }).value).toBe(expected)
  })

  test('is prorated by the days paid, with the ramp, and rounded once', () => {
    const policy = parseQuota({ ...base, prorated: true, ramp: ['0.5'], label: 'Sales quota' })
    const proration = prorate({
      period: { from: '2026-02-01', to: '2026-02-28' },
      employment: { from: '2026-02-10' },
      basis: { basis: 'calendar-days' },
    })
    const evaluation = quotaFor(policy, { quota: '1000.01', proration, periodsSinceJoining: 1 })
    // 1,000.01 × 0.5 × 19 / 28
    expect(evaluation.value).toBe('339.29')
    expect(renderText(explain(evaluation, { locale: 'en' }))).toContain('Sales quota: 339.29 CNY')
  })

  test('wants exactly what it reads', () => {
    const policy = parseQuota({ ...base, prorated: true })
    expect(found(() => quotaFor(policy, { quota: '1' })).map(([code]) => code)).toEqual([
      'missing-input',
      'missing-input',
    ])
    expect(found(() => quotaFor(parseQuota(base), { quota: '1', periodsSinceJoining: 1 }))).toEqual(
      [['unknown-input', 'inputs.periods_since_joining']],
    )
  })

  test('is refused with a ramp of nothing, or with nothing in it', () => {
    expect(found(() => parseQuota({ ...base, ramp: [] }))).toEqual([['too-small', 'ramp']])
    expect(found(() => parseQuota({ ...base, ramp: ['0', '0.5', '0.00'] }))).toEqual([
      ['not-above', 'ramp[0]'],
      ['not-above', 'ramp[2]'],
    ])
  })

  test('is asked in part, before it ramps; of no part it is refused', () => {
    const part = parseQuota({ ...base, prorated: false, ramp: ['0.5'], part: '0.9' })
    const given = { quota: '500000.00', periodsSinceJoining: 1 }
    expect(quotaFor(part, given).value).toBe('225000.00')
    expect(quotaFor(part, { ...given, periodsSinceJoining: 2 }).value).toBe('450000.00')
    expect(found(() => parseQuota({ ...base, ramp: ['0'], part: '0' }))).toEqual([
      ['not-above', 'part'],
      ['not-above', 'ramp[0]'],
    ])
  })
})

describe('management by objectives', () => {
  const json = {
    id: 'q1',
    currency: 'CNY',
    rounding: 'half-up',
    objectives: [
      { objective: 'playbook', weight: '0.4' },
      { objective: 'hiring', weight: '0.6', label: { en: 'Hiring', 'zh-CN': '招聘' } },
    ],
  }

  test('pays the target by what is completed', () => {
    const { formula } = parseObjectives(json)
    const pay = (playbook: string, hiring: string) =>
      evaluate(formula, { target: '5000.00', playbook, hiring }).value
    expect([pay('1', '1'), pay('1', '0.5'), pay('0', '0'), pay('0.333333', '1.2')]).toEqual([
      '5000.00',
      '3500.00',
      '0.00',
      '4266.67',
    ])
    const { trace } = evaluate(formula, { target: '1', playbook: '1', hiring: '1' })
    expect(renderText(explain({ trace }, { locale: 'zh-CN' }))).toContain('招聘：100%')
    expect(renderText(explain({ trace }, { locale: 'en' }))).toMatch(
      /^Management by objectives: [\s\S]*Target: 1.00 CNY[\s\S]*Objectives completed: 100%/,
    )
  })

  test.each<[object[], string, string]>([
    [[{ objective: 'a', weight: '0.99' }], 'shares-not-whole', 'objectives'],
    [
      [
        { objective: 'a', weight: '0.5' },
        { objective: 'a', weight: '0.5' },
      ],
      'duplicate-name',
      'objectives[1].objective',
    ],
    [[{ objective: 'target', weight: '1' }], 'duplicate-name', 'objectives[0].objective'],
    [[], 'too-small', 'objectives'],
  ])('is refused with %j: %s at %s', (objectives, code, path) => {
    expect(found(() => parseObjectives({ ...json, objectives }))).toEqual([[code, path]])
  })

  test('says in Chinese too that a name is taken', () => {
    const objectives = [{ objective: 'target', weight: '1' }]
    const problems = problemsOf(() => parseObjectives({ ...json, objectives }))
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'objectives[0].objective：“target” 已是本方案另一项输入的名称。每项输入须有各自的名称。',
    )
  })
})
