import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prorationInputs, type TargetBonus, targetBonus } from '../../src/bonus/index.js'
import { constant, evaluate, explain, input } from '../../src/formula/index.js'
import { scorecard, scorecardInputs } from '../../src/kpi/index.js'
import { fromScaled } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { service } from '../kpi/cards.js'

const whole: TargetBonus = { currency: 'CNY', rounding: 'half-up', prorated: false }
const part: TargetBonus = { ...whole, prorated: true }
const coefficient = input('coefficient', 'ratio', 4)

describe('a target bonus', () => {
  test.each([
    ['half-up', '1250.63'],
    ['half-down', '1250.62'],
    ['half-even', '1250.62'],
    ['down', '1250.62'],
    ['ceiling', '1250.63'],
  ] as const)('is target × coefficient, rounded %s at the end', (rounding, pay) => {
    const bonus = targetBonus({ ...whole, rounding }, coefficient)
    // 1000.50 × 1.25 = 1250.625
    expect(evaluate(bonus, { 'target.bonus': '1000.50', coefficient: '1.25' }).value).toBe(pay)
  })

  test('is prorated before it is rounded', () => {
    const bonus = targetBonus({ ...part, rounding: 'down' }, coefficient)
    const days = prorationInputs({ numerator: '2', denominator: '3' })
    // 0.15 × 0.1 × 2 ÷ 3 is exactly 0.01; had 0.015 been cut to 0.01 before, nothing would be left.
    expect(evaluate(bonus, { 'target.bonus': '0.15', coefficient: '0.1', ...days }).value).toBe(
      '0.01',
    )
  })

  test('has the places of its currency', () => {
    const yen = targetBonus({ ...whole, currency: 'JPY' }, constant('1.2345'))
    expect(evaluate(yen, { 'target.bonus': '1000' }).value).toBe('1235')
    expect(found(() => evaluate(yen, { 'target.bonus': '1000.5' }))).toEqual([
      ['too-many-places', 'inputs.target.bonus'],
    ])
  })

  test('takes the coefficient of a scorecard', () => {
    const card = scorecard({ ...service, missing: 'redistribute' })
    const bonus = targetBonus(whole, card.coefficient.expression)
    const measures = scorecardInputs(card, { satisfaction: '0.86', first_response: '80' })
    // (0.4 × 104 + 0.3 × 106.67) ÷ 0.7 = 105.1 points: coefficient 1.0
    expect(evaluate(bonus, { 'target.bonus': '300.00', ...measures }).value).toBe('300.00')
  })

  test('reads the days only where it is prorated', () => {
    const names = (policy: TargetBonus) => Object.keys(targetBonus(policy, coefficient).inputs)
    expect(names(whole)).toEqual(['target.bonus', 'coefficient'])
    expect(names(part)).toEqual([
      'target.bonus',
      'coefficient',
      'proration.numerator',
      'proration.denominator',
    ])
  })

  test('names itself, or as the policy does', () => {
    const shown = (policy: TargetBonus, locale: 'en' | 'zh-CN') => {
      const inputs = { 'target.bonus': '100.00', coefficient: '1' }
      const { label, clause, steps } = explain(evaluate(targetBonus(policy, coefficient), inputs), {
        locale,
      })
      return [label, clause, steps[0]?.label]
    }
    expect(shown(whole, 'en')).toEqual(['Target bonus paid', undefined, 'Target bonus'])
    expect(shown(whole, 'zh-CN')).toEqual(['绩效奖金', undefined, '目标奖金'])
    const label = { en: 'Service bonus', 'zh-CN': '服务奖金' }
    expect(shown({ ...whole, label, clause: '§4.2' }, 'zh-CN')).toEqual([
      '服务奖金',
      '§4.2',
      '目标奖金',
    ])
  })

  test.each([
    [input('score', 'points', 0), 'no-product'],
    [constant('1.2', 'money:CNY'), 'no-product'],
    [constant('many'), 'not-a-number'],
  ])('refuses the coefficient %j', (wrong, code) => {
    expect(found(() => targetBonus(whole, wrong)).map(([found]) => found)).toEqual([code])
  })

  test('is the half-up quotient of whole numbers', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 9n })
    const ratio = fc.bigInt({ min: 0n, max: 30_000n })
    const days = fc.bigInt({ min: 0n, max: 31n })
    fc.assert(
      fc.property(cents, ratio, days, (target, factor, paid) => {
        const inputs = { 'target.bonus': fromScaled(target, 2), coefficient: fromScaled(factor, 4) }
        const proration = prorationInputs({ numerator: String(paid), denominator: '31' })
        const halfUp = (numerator: bigint, divisor: bigint) =>
          fromScaled((2n * numerator + divisor) / (2n * divisor), 2)
        expect(evaluate(targetBonus(whole, coefficient), inputs).value).toBe(
          halfUp(target * factor, 10_000n),
        )
        expect(evaluate(targetBonus(part, coefficient), { ...inputs, ...proration }).value).toBe(
          halfUp(target * factor * paid, 310_000n),
        )
      }),
    )
  })
})
