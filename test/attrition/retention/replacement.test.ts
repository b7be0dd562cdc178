import { describe, expect, test } from 'vitest'
import { type Replacement, replacementCost } from '../../../src/attrition/index.js'
import { evaluate, explain, renderText } from '../../../src/formula/index.js'
import { found } from '../../found.js'

const policy: Replacement = {
  currency: 'CNY',
  recruiting: '3000.00',
  training: '2000.00',
  vacancyMonths: '1.5',
  vacancyLoss: '0.5',
  rampUpMonths: '3',
  rampUpLoss: '0.4',
}

describe('replacementCost', () => {
  test.each([
    ['6000.00', {}, '16700.00'],
    ['0.00', {}, '5000.00'],
    ['0.01', { recruiting: '0', training: '0', vacancyMonths: '1', rampUpMonths: '0' }, '0.01'],
    ['0.01', { recruiting: '0', training: '0', vacancyMonths: '0.9', rampUpMonths: '0' }, '0.00'],
    [
      '100.00',
      { recruiting: '0.335', training: '0', vacancyMonths: '0', rampUpMonths: '0' },
      '0.34',
    ],
  ])('at a monthly pay of %s with %j it is %s', (monthlyPay, change, expected) => {
    expect(evaluate(replacementCost({ ...policy, ...change }), { monthlyPay }).value).toBe(expected)
  })

  test('yen have no cents', () => {
    const cost = replacementCost({ ...policy, currency: 'JPY' })
    expect(evaluate(cost, { monthlyPay: '300001' }).value).toBe('590002')
  })

  test('every part is named', () => {
    const told = renderText(
      explain(evaluate(replacementCost(policy), { monthlyPay: '6000.00' }), { locale: 'zh-CN' }),
    )
    for (const part of ['重置成本', '招聘', '培训', '岗位空缺', '新人上手期损失', '月薪'])
      expect(told).toContain(part)
  })

  test.each([
    [{ currency: 'XXX' }, [['not-offered', 'currency']]],
    [{ recruiting: '-1' }, [['not-a-non-negative-decimal', 'recruiting']]],
    [{ rampUpLoss: 0.4 }, [['wrong-type', 'rampUpLoss']]],
    [{ more: '1' }, [['unknown-key', 'more']]],
  ])('%j is refused', (change, expected) => {
    expect(found(() => replacementCost({ ...policy, ...change } as Replacement))).toEqual(expected)
  })
})
