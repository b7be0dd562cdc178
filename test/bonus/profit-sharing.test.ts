import { describe, expect, test } from 'vitest'
import { dividePool, explainShare, parseProfitSharing } from '../../src/bonus/index.js'
import { renderText } from '../../src/formula/index.js'
import { found } from '../found.js'

const plan = { id: 'share', currency: 'CNY', ties: 'id' }

const shared = (
  policy: object,
  fund: string,
  people: readonly Readonly<Record<string, string>>[],
) =>
  dividePool(parseProfitSharing(policy), {
    fund,
    members: people.map((figures, i) => ({ id: `p${i}`, figures })),
  }).shares.map(({ amount }) => amount)

describe('profit sharing', () => {
  // Profit-Sharing Calculator, calculator.academy, example 1: PS = EC / TC × P
  // = 77,000 / 1,000,000 × 100,000 = 7,700.
  test('by salary: the published example', () => {
    const policy = { ...plan, currency: 'USD', by: ['salary'] }
    const people = [{ salary: '77000' }, { salary: '923000' }]
    expect(shared(policy, '100000', people)).toEqual(['7700.00', '92300.00'])
  })

  test('by salary × months × rating', () => {
    const policy = { ...plan, by: ['salary', 'months', 'rating'] }
    const people = [
      { salary: '5000', months: '12', rating: '1.2' },
      { salary: '8000', months: '6', rating: '1' },
      { salary: '8000', months: '12', rating: '0' },
    ]
    // 72,000 and 48,000 of 120,000.
    expect(shared(policy, '100000', people)).toEqual(['60000.00', '40000.00', '0.00'])
  })

  test('within a floor and a cap', () => {
    const policy = { ...plan, by: ['months'], floor: '100', cap: '700' }
    expect(shared(policy, '1200', [{ months: '0' }, { months: '1' }, { months: '9' }])).toEqual([
      '100.00',
      '400.00',
      '700.00',
    ])
  })

  test('is explained in both languages', () => {
    const policy = {
      ...plan,
      label: { en: 'Profit share', 'zh-CN': '分红' },
      by: ['salary', 'months', 'rating'],
    }
    const members = [{ id: 'li', figures: { salary: '5000', months: 12, rating: '1.2' } }]
    const division = dividePool(parseProfitSharing(policy), { fund: '100', members })
    expect(renderText(explainShare(division, ['li'], { locale: 'zh-CN' }))).toBe(
      [
        'li: 100.00 CNY',
        '  100.00 CNY × 72,000.00 CNY ÷ 72,000.00 CNY = 100.00 CNY',
        '    权重：72,000.00 CNY',
        '      工资 × 服务月数 × 考核系数',
        '      5,000.00 CNY × 12 × 120%',
        '        工资：5,000.00 CNY',
        '        服务月数：12',
        '        考核系数：120%',
        '    分红：100.00 CNY',
      ].join('\n'),
    )
    expect(renderText(explainShare(division, ['li'], { locale: 'en' }))).toContain(
      'Salary × Months served × Rating coefficient',
    )
  })

  test.each([
    [{ by: [] }, 'too-small', 'by'],
    [{ by: ['age'] }, 'not-offered', 'by[0]'],
    [{ by: ['months', 'months'] }, 'repeated-id', 'by[1]'],
    [{ by: ['months'], floor: '2', cap: '1' }, 'floor-above-cap', 'cap'],
    [{ by: ['months'], floor: '0.001' }, 'too-many-places', 'floor'],
    [{ by: ['months'], cap: '0.001' }, 'too-many-places', 'cap'],
  ])('refuses %j', (wrong, code, path) => {
    expect(found(() => parseProfitSharing({ ...plan, ...wrong }))).toEqual([[code, path]])
  })
})
