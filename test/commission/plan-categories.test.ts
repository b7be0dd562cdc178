import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lintPlan } from '../../src/commission/index.js'
import { evaluate } from '../../src/formula/index.js'
import { total } from '../../src/quantity/index.js'
import { amount, type Inputs, own, paid, planOf, ratio, said, told, wrong } from './table-plans.js'

describe('tiers of a category', () => {
  const slices = {
    kind: 'marginal',
    steps: [
      { from: '0', rate: '0.01' },
      { from: '100', rate: '0.02' },
    ],
  }
  const reached = {
    kind: 'retroactive',
    steps: [{ rate: '0.01' }, { from: '100', exclusive: true, rate: '0.05' }],
  }
  const categories = (rates: object) => ({ tiers: { kind: 'category', by: 'line', rates } })
  const tiers = {
    ...categories({ desk: '0.10', chair: slices, lamp: reached }).tiers,
    otherwise: { kind: 'flat', rate: own('rest'), label: { en: 'All else', 'zh-CN': '其余' } },
  }
  const none = { 'sales.desk': '0.00', 'sales.chair': '0.00', 'sales.lamp': '0.00' }

  test.each<[string, Inputs, string]>([
    ['a rate', { 'sales.desk': '50.00' }, '5.00'],
    ['slices, within the first', { 'sales.chair': '100.00' }, '1.00'],
    ['slices, beyond it', { 'sales.chair': '150.00' }, '2.00'],
    ['the tier not reached', { 'sales.lamp': '100.00' }, '1.00'],
    ['the tier that is reached', { 'sales.lamp': '100.20' }, '5.01'],
    ['of another category, no tier', { 'sales.desk': '100.01', 'sales.lamp': '10.00' }, '10.10'],
    ['all others', { 'sales.other': '10.00' }, '5.00'],
  ])('%s', (_, inputs, pay) => {
    expect(paid({ tiers }, { ...none, 'sales.other': '0.00', rest: '0.5', ...inputs })).toBe(pay)
  })

  test('by a KPI, or by a category’s own part of its own quota', () => {
    const steps = [{ rate: '0.01' }, { from: '1', rate: '0.02' }]
    const policy = {
      linked: [{ sum: 'sales', as: 'desks', where: { attributes: { line: ['desk'] } } }],
      ...categories({
        desk: { kind: 'retroactive', of: { kpi: 'desks', of: 'quota_desks' }, steps },
        chair: { kind: 'retroactive', of: { kpi: 'quality' }, steps },
      }),
    }
    const inputs = { 'sales.desk': '100.00', desks: '100.00', 'sales.chair': '100.00' }
    expect(paid(policy, { ...inputs, quota_desks: '100.00', quality: '0.9' })).toBe('3.00')
    expect(paid(policy, { ...inputs, quota_desks: '100.01', quality: '1' })).toBe('3.00')
    expect(paid(policy, { ...inputs, quota_desks: '100.01', quality: '0.9' })).toBe('2.00')
  })

  test('come to the sum of a plan for each category', () => {
    const rate = fc.integer({ min: 0, max: 1_000_000 }).map(ratio)
    const steps = fc
      .uniqueArray(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 4 })
      .chain((bounds) => {
        const sorted = bounds.sort((a, b) => a - b).map(amount)
        return fc.tuple(...sorted.map((from) => fc.record({ from: fc.constant(from), rate })))
      })
    const tier = fc.oneof(
      fc.record({ kind: fc.constantFrom('marginal', 'retroactive'), steps }),
      fc.record({ kind: fc.constant('flat'), rate }),
    )
    const sold = fc.integer({ min: -10_000, max: 100_000 }).map(amount)
    const all = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.record({ tier, sold }), {
      minKeys: 1,
    })
    // Before the one rounding of the whole, which is a step of its own.
    const exact = (more: object, inputs: Inputs) =>
      evaluate(planOf(more).formula, inputs).trace.parts[0]?.parts[0]?.value as string
    fc.assert(
      fc.property(all, (drawn) => {
        const list = Object.entries(drawn)
        const policy = categories(Object.fromEntries(list.map(([name, own]) => [name, own.tier])))
        const inputs = list.map(([name, own]) => [`sales.${name}`, own.sold])
        const parts = list.map(([, own]) => exact({ tiers: own.tier }, { sales: own.sold }))
        const whole = exact(policy, Object.fromEntries(inputs))
        expect(total([whole], 12)).toBe(total(parts, 12))
      }),
    )
  })

  test('are told by the names of their categories', () => {
    const inputs = { ...none, 'sales.chair': '150.00', 'sales.other': '10.00', rest: '0.5' }
    const en = told({ tiers }, inputs)
    expect(en).toContain('desk × 10% + Commission of chair + Commission of lamp + All else')
    expect(en).toContain('50.00 CNY (at least 100.00 CNY) × 2% = 1.00 CNY')
    expect(told({ tiers }, inputs, 'zh-CN')).toContain('chair 的提成：2.00 CNY')
  })

  test('are looked at by category', () => {
    const chairs = { ...slices, steps: [...slices.steps, { from: '300', rate: '0.02' }] }
    const at = (rates: object) =>
      lintPlan(planOf(categories(rates))).map(({ code, path }) => `${code} ${path}`)
    expect(at({ desk: '0.1', chair: chairs, lamp: reached })).toEqual([
      'same-rate tiers.rates.chair.steps[2]',
      'cliff tiers.rates.lamp.steps[1]',
      'shift-gain measuring',
    ])
    const falling = { kind: 'retroactive', steps: [{ rate: '0.05' }, { from: '100', rate: '0' }] }
    expect(at({ desk: falling, chair: slices })).toContain('fall tiers.rates.desk.steps[1]')
  })

  test.each<[string, unknown, ...(readonly [code: string, path: string])[]]>([
    ['of the quota', { ...slices, of: 'quota' }, ['quota-of-all', 'tiers.rates.a.of']],
    ['of another kind', { kind: 'stages' }, ['not-offered', 'tiers.rates.a.kind']],
    [
      'within themselves',
      { kind: 'category', by: 'x', rates: {} },
      ['not-offered', 'tiers.rates.a.kind'],
    ],
    [
      'out of order',
      { ...slices, steps: [...slices.steps, { from: '50', rate: '0' }] },
      ['unordered-bounds', 'tiers.rates.a.steps[2].from'],
    ],
    ['empty', { ...slices, steps: [] }, ['empty-list', 'tiers.rates.a.steps']],
    [
      'misspelt',
      { ...slices, steps: [{ from: 'x', rat: '1', rate: '0' }] },
      ['not-a-non-negative-decimal', 'tiers.rates.a.steps[0].from'],
      ['unknown-key', 'tiers.rates.a.steps[0].rat'],
    ],
    ['a misspelt own rate', { figure: 'x', more: 1 }, ['unknown-key', 'tiers.rates.a.more']],
    ['an own rate of no name', { attribute: 4 }, ['wrong-type', 'tiers.rates.a.attribute']],
    ['no rate', 4, ['wrong-type', 'tiers.rates.a']],
    ['a rate below zero', '-1', ['not-a-non-negative-decimal', 'tiers.rates.a']],
  ])('refused: %s', (_, a, ...problems) => {
    expect(wrong({ quota: 'quota', ...categories({ a }) })).toEqual(problems)
  })

  test('the quota of all is refused in both languages', () => {
    const more = { quota: 'quota', ...categories({ a: { ...slices, of: 'quota' } }) }
    expect(said(more, 'en')).toBe(
      'tiers.rates.a.of: the quota is that of all categories together. Give bounds as amounts; or sum the category under "linked", with a quota of its own, and say { kpi, of }.',
    )
    expect(said(more, 'zh-CN')).toBe(
      'tiers.rates.a.of：目标是全部类别合计的目标，不属于某一类别。请按金额写明各档起点；或在“linked”中汇总该类别，并以 { kpi, of } 写明其自身的目标。',
    )
  })
})
