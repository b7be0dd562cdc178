import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { type Credit, measureCredits, type PlanPolicy, plan } from '../../src/commission/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { flat } from './plans.js'

const february = parsePeriod('2026-02')
const credit: Credit = {
  event: '1',
  date: '2026-02-14',
  credit: 'direct',
  person: 'amina',
  amount: '10.10',
  currency: 'CNY',
}
const measured = (credits: readonly Credit[], policy: PlanPolicy = flat) =>
  Object.fromEntries(measureCredits(plan(policy), credits, february))
const ofKind = (kind: string): PlanPolicy => ({
  ...flat,
  measure: { sum: 'sales', where: { credit: kind } },
})

describe('what a person is credited', () => {
  test('is the exact sum, with the places of the currency', () => {
    const more = { ...credit, event: '2', amount: '0.20' }
    const back = { ...credit, event: '3', amount: '-5.3' }
    expect(measured([credit, more, back, { ...credit, person: 'ben' }])).toEqual({
      amina: '5.00',
      ben: '10.10',
    })
  })

  test('is nothing for nobody', () => {
    expect(measured([])).toEqual({})
  })

  test.each([
    ['2026-01-31', {}],
    ['2026-02-01', { amina: '10.10' }],
    ['2026-02-28', { amina: '10.10' }],
    ['2026-03-01', {}],
  ])('counts a credit of %s: %j', (date, expected) => {
    expect(measured([{ ...credit, date }])).toEqual(expected)
  })

  test('counts the kind of credit that the plan measures, or every kind where it names none', () => {
    const indirect = { ...credit, credit: 'indirect', amount: '1.00' }
    expect(measured([credit, indirect], ofKind('direct'))).toEqual({ amina: '10.10' })
    expect(measured([credit, indirect], ofKind('indirect'))).toEqual({ amina: '1.00' })
    expect(measured([credit, indirect])).toEqual({ amina: '11.10' })
  })
})

describe('credits in another currency', () => {
  const dollars: Credit = { ...credit, currency: 'USD' }

  test('are refused, each of them', () => {
    expect(found(() => measured([dollars, credit, dollars]))).toEqual([
      ['other-currency', 'credits[0].currency'],
      ['other-currency', 'credits[2].currency'],
    ])
    const [problem] = problemsOf(() => measured([dollars]))
    expect(problem?.message).toEqual({
      en: 'is in USD, the plan is in CNY',
      'zh-CN': '币种为 USD，而方案币种为 CNY',
    })
    expect(problem?.hint['zh-CN']).toBe('请先按约定日期的汇率换算')
  })

  test('do not matter where they are not measured', () => {
    expect(measured([dollars, credit].map((each) => ({ ...each, date: '2026-03-01' })))).toEqual({})
    expect(measured([dollars], ofKind('indirect'))).toEqual({})
  })
})
