import { describe, expect, test } from 'vitest'
import { parseFunding } from '../../src/bonus/index.js'
import { evaluate, explain, type Formula, renderText } from '../../src/formula/index.js'
import { found } from '../found.js'

const base = { id: 'pool', currency: 'CNY', rounding: 'half-up' }
const profit = { ...base, source: { kind: 'profit-share', rate: '0.08', above: '1000000' } }
const growth = { ...base, source: { kind: 'growth-share', rate: '0.05' } }
const heads = { ...base, source: { kind: 'per-head', amount: '1200' } }

const fund = (policy: object, inputs: Readonly<Record<string, string>>) =>
  evaluate(parseFunding(policy).formula, inputs).value

describe('a pool is funded', () => {
  // Calculate profit sharing, pocketpence.co.uk: 10 per cent of a net income of £19,500 is £1,950.
  test('by a share of profit: the published example', () => {
    const source = { kind: 'profit-share', rate: '0.10' }
    expect(fund({ ...base, currency: 'GBP', source }, { profit: '19500' })).toBe('1950.00')
  })

  test.each([
    ['3500000.00', '200000.00'],
    ['1000000.06', '0.00'],
    ['1000000.07', '0.01'],
    ['1000000.00', '0.00'],
    ['-5000000.00', '0.00'],
  ])('by a share of the profit above an amount: %s gives %s', (amount, expected) => {
    expect(fund(profit, { profit: amount })).toBe(expected)
  })

  test.each([
    ['1200.00', '1000.00', '10.00'],
    ['900.00', '1000.00', '0.00'],
    ['100.00', '-100.00', '10.00'],
  ])('by a share of growth: %s over %s gives %s', (result, was, expected) => {
    expect(fund(growth, { result, 'result.base': was })).toBe(expected)
  })

  test.each([
    ['12.25', '14700.00'],
    ['0', '0.00'],
    ['-1', '0.00'],
  ])('by the head: %s of them give %s', (count, expected) => {
    expect(fund(heads, { heads: count })).toBe(expected)
  })

  test.each([
    ['0', '500.00'],
    ['10', '12000.00'],
    ['100', '20000.00'],
  ])('within a floor and a cap: %s heads give %s', (count, expected) => {
    expect(fund({ ...heads, floor: '500', cap: '20000' }, { heads: count })).toBe(expected)
  })

  test('and explained', () => {
    const label = { en: 'Year-end pool', 'zh-CN': '年终奖池' }
    const { formula } = parseFunding({ ...profit, label, clause: '§6', cap: '150000' })
    const result = evaluate(formula, { profit: '3500000' })
    expect(renderText(explain(result, { locale: 'zh-CN' }))).toBe(
      [
        '年终奖池：150,000.00 CNY [§6]',
        '  8% × 计提利润 与 150,000.00 CNY 取低',
        '  8% × 2,500,000.00 CNY 与 150,000.00 CNY 取低',
        '    计提利润：2,500,000.00 CNY',
        '      利润 − 1,000,000.00 CNY 与 0.00 CNY 取高',
        '      3,500,000.00 CNY − 1,000,000.00 CNY 与 0.00 CNY 取高',
        '        利润：3,500,000.00 CNY',
      ].join('\n'),
    )
    const english = (policy: object, inputs: Readonly<Record<string, string>>) =>
      renderText(explain(evaluate(parseFunding(policy).formula, inputs), { locale: 'en' }))
    expect(english(growth, { result: '2', 'result.base': '1' })).toContain('Growth: 1.00 CNY')
    expect(english(heads, { heads: '2' })).toMatch(/^Pool: 2,400.00 CNY\n/)
  })

  test.each([
    [{ ...profit, floor: '2', cap: '1' }, 'floor-above-cap', 'cap'],
    [{ ...profit, floor: '0.001' }, 'too-many-places', 'floor'],
    [{ ...profit, cap: '0.001' }, 'too-many-places', 'cap'],
    [
      { ...profit, source: { ...profit.source, above: '0.001' } },
      'too-many-places',
      'source.above',
    ],
    [{ ...profit, source: { kind: 'wish' } }, 'not-offered', 'source.kind'],
    [
      { ...heads, source: { kind: 'per-head', amount: '-1' } },
      'not-a-non-negative-decimal',
      'source.amount',
    ],
  ])('not by %j', (wrong, code, path) => {
    expect(found(() => parseFunding(wrong))).toEqual([[code, path]])
  })
})

describe('a reserve', () => {
  const reserve = { share: '0.25', label: { en: 'Held back', 'zh-CN': '留存' }, clause: '§3' }
  const source = { kind: 'profit-share', rate: '0.75' }
  const funding = parseFunding({ ...base, source, reserve: { ...reserve, paid: 'year' } })

  test.each([
    ['920000.00', '517500.00', '230000.00'],
    ['0.01', '0.01', '0.00'],
    ['0.00', '0.00', '0.00'],
    ['-200000.00', '0.00', '-200000.00'],
  ])('of a profit of %s shares %s, and moves by %s', (profit, shared, moved) => {
    expect(evaluate(funding.formula, { profit }).value).toBe(shared)
    expect(evaluate(funding.reserve?.moved as Formula, { profit }).value).toBe(moved)
  })

  test.each([
    ['30000.00', '22500.00'],
    ['0.00', '0.00'],
    ['-0.01', '0.00'],
  ])('that holds %s shares %s when it is paid out', (held, shared) => {
    expect(evaluate(funding.reserve?.shared as Formula, { reserve: held }).value).toBe(shared)
  })

  test('is of the profit above an amount, and there is none unless the policy has one', () => {
    const above = { ...source, above: '100000' }
    const { moved } = parseFunding({ ...base, source: above, reserve }).reserve ?? {}
    expect(evaluate(moved as Formula, { profit: '60000.00' }).value).toBe('-40000.00')
    expect(parseFunding({ ...base, source }).reserve).toBeUndefined()
  })

  test('is told by its own label and clause', () => {
    const result = evaluate(funding.formula, { profit: '100.00' })
    expect(renderText(explain(result, { locale: 'en' }))).toContain('Held back: 25.00 CNY [§3]')
    expect(renderText(explain(result, { locale: 'zh-CN' }))).toContain('留存：25.00 CNY [§3]')
  })
})
