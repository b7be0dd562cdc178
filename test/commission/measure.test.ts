import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { type Credit, measureCredits, type PlanPolicy, plan } from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { credit, flat } from './plans.js'

const february = parsePeriod('2026-02')
const sums = (credits: readonly Credit[], policy: PlanPolicy = flat, period = february) => {
  const measures = measureCredits(plan(policy), credits)
  return Object.fromEntries(
    measures.people.map((person) => [person, measures.of(person, period)['sales']]),
  )
}
const ofKind = (kind: string): PlanPolicy => ({
  ...flat,
  measure: { sum: 'sales', where: { credit: kind } },
})

describe('what a person is credited', () => {
  test('is the exact sum, with the places of the currency', () => {
    const more = { ...credit, event: '2', amount: '0.20' }
    const back = { ...credit, event: '3', amount: '-5.3' }
    expect(sums([credit, more, back, { ...credit, person: 'ben' }])).toEqual({
      amina: '5.00',
      ben: '10.10',
    })
  })

  test('is nothing for nobody, and nothing for who has no credit', () => {
    expect(sums([])).toEqual({})
    expect(measureCredits(plan(flat), [credit]).of('toString', february)).toEqual({ sales: '0.00' })
  })

  test.each([
    ['2026-01-31', '2026-01'],
    ['2026-02-01', '2026-02'],
    ['2026-02-28', '2026-02'],
    ['2026-03-01', '2026-03'],
  ])('of %s counts in %s', (effective, name) => {
    const measures = measureCredits(plan(flat), [{ ...credit, effective }])
    expect(measures.periodsOf('amina').map((period) => period.name)).toEqual([name])
    expect(measures.of('amina', parsePeriod(name))).toEqual({ sales: '10.10' })
    expect(measures.of('amina', parsePeriod('2025-12'))).toEqual({ sales: '0.00' })
  })

  test('counts the kind of credit that the plan measures, or every kind where it names none', () => {
    const indirect = { ...credit, credit: 'indirect', amount: '1.00' }
    expect(sums([credit, indirect], ofKind('direct'))).toEqual({ amina: '10.10' })
    expect(sums([credit, indirect], ofKind('indirect'))).toEqual({ amina: '1.00' })
    expect(sums([credit, indirect])).toEqual({ amina: '11.10' })
  })

  test('counts by the attributes that the plan asks for, and never by what objects inherit', () => {
    const where = (attributes: Record<string, string[]>): PlanPolicy => ({
      ...flat,
      measure: { sum: 'sales', where: { attributes } },
    })
    const web = { ...credit, attributes: { channel: 'web' } }
    expect(sums([credit, web], where({ channel: ['web', 'shop'] }))).toEqual({ amina: '10.10' })
    expect(sums([credit, web], where({ channel: ['shop'] }))).toEqual({})
    expect(sums([web], where({ toString: ['function'] }))).toEqual({})
  })
})

describe('a figure that a plan sums', () => {
  const margin: PlanPolicy = { ...flat, measure: { sum: 'margin', as: 'sales' } }

  test('is counted where a credit has it', () => {
    const own = { ...credit, figures: { margin: '3.00' } }
    expect(sums([own, credit], margin)).toEqual({ amina: '3.00' })
  })

  test('is refused where no credit has it: it is most likely misspelt', () => {
    expect(found(() => sums([credit], margin))).toEqual([['unknown-measure', 'credits']])
    expect(sums([], margin)).toEqual({})
    const problems = problemsOf(() => sums([credit], margin))
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'credits：没有事件带有方案所汇总的数据“margin”。请在事件的 figures 中提供，没有者填 "0"；或改用：sales、invoiced、collections。',
    )
  })
})

describe('a category without a rate', () => {
  const byLine = (otherwise?: string): PlanPolicy => ({
    ...flat,
    tiers: {
      kind: 'category',
      by: 'line',
      rates: { phone: '0.01' },
      ...(otherwise !== undefined && { otherwise }),
    },
  })
  const of = (line: string) => ({ ...credit, attributes: { line } })

  test('goes with the others, or is refused with its place', () => {
    const measures = measureCredits(plan(byLine('0.1')), [of('phone'), of('tablet'), credit])
    expect(measures.of('amina', february)).toEqual({
      'sales.phone': '10.10',
      'sales.other': '20.20',
    })
    const refused = () => measureCredits(plan(byLine()), [of('phone'), of('toString'), credit])
    expect(found(refused)).toEqual([
      ['unknown-category', 'credits[1].attributes.line'],
      ['unknown-category', 'credits[2].attributes.line'],
    ])
    expect(describeProblems(problemsOf(refused).slice(0, 1), 'zh-CN')).toBe(
      'credits[1].attributes.line：“toString” 在方案中没有费率。可选：phone；或为档位写明“otherwise”。',
    )
  })
})

test('deals are capped one by one over the year to date, beside what else is measured', () => {
  const capped = plan({
    ...flat,
    measuring: 'year-to-date',
    dealCap: '0.10',
    linked: [{ sum: 'margin' }],
    kickers: [{ kpi: 'margin', atLeast: '1', pays: '5' }],
  })
  const later = { ...credit, effective: '2026-03-01', deal: '2' }
  const alone = {
    ...credit,
    kind: 'invoice',
    effective: '2026-04-01',
    figures: { margin: '2' },
  } as const
  const measures = measureCredits(capped, [credit, later, alone])
  const deals = (name: string) => measures.of('amina', parsePeriod(name))
  expect([deals('2026-02'), deals('2026-03'), deals('2026-04')]).toEqual([
    { deals: '0.10', margin: '0.00' },
    { deals: '0.20', margin: '0.00' },
    { deals: '0.20', margin: '2.00' },
  ])
})

describe('credits in another currency', () => {
  const dollars: Credit = { ...credit, currency: 'USD' }

  test('are refused, each of them', () => {
    expect(found(() => sums([dollars, credit, dollars]))).toEqual([
      ['other-currency', 'credits[0].currency'],
      ['other-currency', 'credits[2].currency'],
    ])
    const [problem] = problemsOf(() => sums([dollars]))
    expect(problem?.message).toEqual({
      en: 'is in USD, the plan is in CNY',
      'zh-CN': '币种为 USD，而方案币种为 CNY',
    })
    expect(problem?.hint['zh-CN']).toBe('请先按约定日期的汇率换算')
  })

  test('do not matter where they are not measured', () => {
    expect(sums([dollars], ofKind('indirect'))).toEqual({})
  })
})
