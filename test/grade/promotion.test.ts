import { describe, expect, test } from 'vitest'
import { type PromotionRule, parsePromotionRule, promote } from '../../src/grade/index.js'
import type { PayRange } from '../../src/grade/range-schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { p1, p2 } from './people.js'

const pay = (rule: PromotionRule, salary: string, from = p1, to = p2) =>
  promote(rule, { salary, from, to, currency: 'CNY', rounding: 'half-up' })

describe('the pay on promotion', () => {
  test.each<[PromotionRule, string, string, string]>([
    [{ rule: 'percentage', increase: '0.08' }, '5000.00', '5400.00', '400.00'],
    [{ rule: 'percentage', increase: '0.0333' }, '5000.10', '5166.60', '166.50'],
    [{ rule: 'to-minimum' }, '5000.00', '5750.00', '750.00'],
    [{ rule: 'to-minimum' }, '6000.00', '6000.00', '0.00'],
    [{ rule: 'percentage-or-minimum', increase: '0.08' }, '5000.00', '5750.00', '750.00'],
    [{ rule: 'percentage-or-minimum', increase: '0.08' }, '6000.00', '6480.00', '480.00'],
  ])('by %j from %s is %s', (rule, salary, after, increase) => {
    expect(pay(rule, salary)).toEqual({ salary: after, increase })
  })

  test('is rounded once, as is said', () => {
    const rule = { rule: 'percentage', increase: '0.00005' } as const
    const given = { salary: '100.00', from: p1, to: p2, currency: 'CNY' } as const
    expect(promote(rule, { ...given, rounding: 'half-even' }).salary).toBe('100.00')
    expect(promote(rule, { ...given, rounding: 'half-up' }).salary).toBe('100.01')
  })
})

/** Ten steps of one grade of the General Schedule. */
function grade(name: string, first: number, increase: number): PayRange {
  const steps = Array.from({ length: 10 }, (_, i) => String(first + i * increase))
  return {
    grade: name,
    minimum: steps[0] as string,
    midpoint: String(first + 4.5 * increase),
    maximum: steps[9] as string,
    steps,
  }
}

describe('the two-step rule of 5 CFR 531.214', () => {
  // The General Schedule of 2005: GS-11 from 45,239 by 1,508, GS-12 from 54,221 by 1,807.
  const [gs11, gs12] = [grade('GS-11', 45_239, 1_508), grade('GS-12', 54_221, 1_807)]
  const twoSteps = { rule: 'steps', steps: 2 } as const
  const promoted = (salary: string) =>
    promote(twoSteps, { salary, from: gs11, to: gs12, currency: 'USD', rounding: 'half-up' })

  test('of a GS-11, step 5: 51,271 with two increases is 54,287 (OPM, "Promotion Examples")', () => {
    // The lowest step of GS-12 at or above 54,287 is the second.
    expect(promoted('51271.00')).toEqual({ salary: '56028.00', increase: '4757.00', step: 2 })
  })

  test('of a GS-11, step 1, gives the first step', () => {
    expect(promoted('45239')).toEqual({ salary: '54221.00', increase: '8982.00', step: 1 })
  })

  test('takes a step that is just the raised rate', () => {
    // 45,239 + 2 × 1,508 = 48,255
    const exact = grade('exact', 48_255, 1_000)
    const given = { from: gs11, to: exact, currency: 'USD', rounding: 'half-up' } as const
    expect(promote(twoSteps, { ...given, salary: '45239' })).toEqual({
      salary: '48255.00',
      increase: '3016.00',
      step: 1,
    })
  })

  test('adds the increases of the steps ahead, not others, where they differ', () => {
    const uneven = { ...gs11, steps: ['45239', '46000', '48000', '58811'] }
    const fine = grade('fine', 45_000, 500)
    const given = { from: uneven, to: fine, currency: 'USD', rounding: 'half-up' } as const
    // 45,239 + 761 + 2,000 = 48,000
    expect(promote(twoSteps, { ...given, salary: '45239' })).toMatchObject({ step: 7 })
    // 48,000 + 10,811 + 10,811, the last increase again, is above all steps.
    expect(promote(twoSteps, { ...given, salary: '48000' })).toMatchObject({ step: 10 })
  })

  test('places on the highest step who is paid as much already', () => {
    const same = grade('same', 49_811, 1_000)
    const given = { from: gs11, to: same, currency: 'USD', rounding: 'half-up' } as const
    expect(promote(twoSteps, { ...given, salary: '58811' })).toEqual({
      salary: '58811.00',
      increase: '0.00',
      step: 10,
    })
  })

  test('past the last step adds its last increase again', () => {
    // 58,811 + 2 × 1,508 = 61,827
    expect(promoted('58811')).toEqual({ salary: '63256.00', increase: '4445.00', step: 6 })
  })

  test('gives the highest step where none is as high, and never less than before', () => {
    const low = grade('low', 50_000, 100)
    const given = { from: gs11, to: low, currency: 'USD', rounding: 'half-up' } as const
    expect(promote(twoSteps, { ...given, salary: '48255' })).toEqual({
      salary: '50900.00',
      increase: '2645.00',
      step: 10,
    })
    expect(promote(twoSteps, { ...given, salary: '58811' })).toEqual({
      salary: '58811.00',
      increase: '0.00',
    })
  })

  test('from a grade of one step adds nothing to it', () => {
    const single = { ...gs11, midpoint: gs11.minimum, maximum: gs11.minimum, steps: [gs11.minimum] }
    const given = { from: single, to: gs12, currency: 'USD', rounding: 'half-up' } as const
    expect(promote(twoSteps, { ...given, salary: '45239' }).step).toBe(1)
  })

  test('needs steps, and a salary on one of them', () => {
    expect(found(() => pay(twoSteps, '5000'))).toEqual([['no-steps', 'from']])
    expect(found(() => pay(twoSteps, '45239', gs11))).toEqual([['no-steps', 'to']])
    const off = () => pay(twoSteps, '45240', gs11, gs12)
    expect(found(off)).toEqual([['not-a-step', 'salary']])
    expect(describeProblems(problemsOf(off), 'zh-CN')).toBe(
      'salary：45240 不是“GS-11”的档位。请先将工资归入某一档。',
    )
  })
})

test.each<[object, string, string]>([
  [{ rule: 'double' }, 'not-offered', 'rule'],
  [{ rule: 'percentage', increase: '-0.1' }, 'not-a-non-negative-decimal', 'increase'],
  [{ rule: 'steps', steps: 0 }, 'too-small', 'steps'],
])('a promotion rule is refused: %j gives %s at %s', (json, code, path) => {
  expect(found(() => parsePromotionRule(json))).toEqual([[code, path]])
})

test('a salary that is no amount is refused', () => {
  expect(found(() => pay({ rule: 'to-minimum' }, '1.001'))).toEqual([['too-many-places', 'salary']])
})
