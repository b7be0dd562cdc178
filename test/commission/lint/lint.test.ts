import { describe, expect, test } from 'vitest'
import { type Finding, lintPlan, parsePlan } from '../../../src/commission/index.js'
import { found } from '../../found.js'
import { type HandMade, handMade } from './hand-made.js'
import { handMadeShapes } from './hand-made-shapes.js'

const short = ({ severity, code, path, cost }: Finding): string =>
  [severity, code, path, ...(cost === undefined ? [] : [cost])].join(' ')

test('a figure that is given holds for deals as well, where their formula reads it', () => {
  const plan = parsePlan({
    id: 'p',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    tiers: { kind: 'flat', rate: '0.02' },
    gate: { kpi: 'quality', atLeast: '0.9' },
    dealCap: '500',
  })
  expect(lintPlan(plan, { given: { quality: '0.95' } }).map(short)).toEqual([
    'warning split-gain dealCap 500.00',
    'info cap-binds dealCap',
  ])
})

test('a figure that deals alone read is given for them', () => {
  const plan = parsePlan({
    id: 'p',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    tiers: { kind: 'flat', rate: { figure: 'rate' } },
    dealFloor: { figure: 'least' },
  })
  const { message } = lintPlan(plan, { given: { rate: '0.05', least: '10' } }).find(
    ({ code }) => code === 'floor-binds',
  ) as Finding
  expect(message).toEqual({
    en: 'up to 199.99 CNY, the floor of 10.00 CNY is paid',
    'zh-CN': '不超过 199.99 CNY 时按保底 10.00 CNY 发放',
  })
  const codes = (given: Readonly<Record<string, string>>) => found(() => lintPlan(plan, { given }))
  expect(codes({ rat: '1' }).length).toBe(1)
  expect(codes({ rate: '0.1234567' }).length).toBe(1)
})

test('a figure that is given is what the plan is looked at with', () => {
  const plan = parsePlan({
    id: 'p',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    tiers: { kind: 'flat', rate: '0.02' },
    gate: { kpi: 'quality', atLeast: '0.9' },
  })
  expect(lintPlan(plan).map(short)).toEqual(['warning missed-condition gate 2000.00'])
  expect(lintPlan(plan, { given: { quality: '0.95' } })).toEqual([])
})

test('a figure that is given is left out where the curve does not read it', () => {
  const plan = parsePlan({
    id: 'p',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    linked: [{ sum: 'sales', as: 'renewals', where: { credit: 'renewal' } }],
    tiers: { kind: 'flat', rate: '0.02' },
    gate: { kpi: 'renewals', of: 'sales', atLeast: '0.2' },
  })
  expect(lintPlan(plan, { given: { renewals: '50000' } }).map(short)).toEqual([])
})

test('with the KPI of a grid given, the other columns are not looked at', () => {
  const name = 'a grid that falls in its first column alone'
  const { policy } = handMade.find((each) => each.name === name) as HandMade
  const given = { quality: '0.95', quota: '100000' }
  expect(lintPlan(parsePlan(policy), { given })).toEqual([])
})

test('a measure that is given is not looked at as it grows', () => {
  const name = 'a factor that falls with the orders'
  const { policy } = handMadeShapes.find((each) => each.name === name) as HandMade
  expect(lintPlan(parsePlan(policy), { given: { orders: '5' } })).toEqual([])
})

describe('the plans made by hand', () => {
  test.each([...handMade, ...handMadeShapes])('$name', ({ policy, findings }) => {
    expect(lintPlan(parsePlan(policy)).map(short)).toEqual(findings)
  })
})
