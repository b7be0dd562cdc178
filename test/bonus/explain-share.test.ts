import { describe, expect, test } from 'vitest'
import { dividePool, explainShare, parseFunding, parsePool } from '../../src/bonus/index.js'
import { evaluate, input, renderText } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { yearEnd } from './pools.js'

const cny = money('CNY')
const bounded = parsePool({
  id: 'flat',
  currency: 'CNY',
  ties: 'id',
  levels: [
    {
      level: 'person',
      weight: input('weight', 'ratio', 2),
      floor: input('floor', cny, 2),
      cap: input('cap', cny, 2),
    },
  ],
})
const figures = (weight: string, floor = '0', cap = '999') => ({ weight, floor, cap })

const linesOf = (
  fund: string,
  people: readonly ReturnType<typeof figures>[],
  locale: 'en' | 'zh-CN',
) => {
  const members = people.map((each, i) => ({ id: `p${i}`, figures: each }))
  const division = dividePool(bounded, { fund, members })
  return members.map(({ id }) => explainShare(division, [id], { locale }).how.slice(1))
}

describe('a share explained', () => {
  test('goes up to the fund, each part with its clause', () => {
    const { formula } = parseFunding({
      id: 'fund',
      currency: 'CNY',
      rounding: 'down',
      source: { kind: 'profit-share', rate: '0.03' },
      clause: '§6.0',
    })
    const funding = evaluate(formula, { profit: '1000000.50' })
    const division = yearEnd('30000.01')
    const path = ['operations', 'shop', 'ann']
    expect(renderText(explainShare(division, path, { locale: 'en', funding }))).toBe(
      [
        'ann: 12,500.01 CNY [§6.3]',
        '  22,500.01 CNY × 9,000.00 CNY ÷ 16,200.00 CNY = 12,500.00 CNY, rounded down',
        '  One smallest unit of the remainder is in it',
        '    Weight: 9,000.00 CNY',
        '      Salary × KPI',
        '      9,000.00 CNY × 100%',
        '        Salary: 9,000.00 CNY',
        '        KPI: 100%',
        '    Floor: 500.00 CNY',
        '    Cap: 18,000.00 CNY',
        '      round(Salary × 200%)',
        '      round(9,000.00 CNY × 200%)',
        '        Salary: 9,000.00 CNY',
        '    shop: 22,500.01 CNY',
        '      22,500.01 CNY × 2 ÷ 2 = 22,500.01 CNY',
        '        Weight: 2',
        '          heads',
        '            heads: 2',
        '        Operations: 22,500.01 CNY [§6.1]',
        '          30,000.01 CNY × 900,000.00 CNY ÷ 1,200,000.00 CNY = 22,500.00 CNY, rounded down',
        '          One smallest unit of the remainder is in it',
        '            Weight: 900,000.00 CNY',
        '              Direct revenue + 30% × Indirect revenue',
        '              900,000.00 CNY + 30% × 0.00 CNY',
        '                Direct revenue: 900,000.00 CNY',
        '                Indirect revenue: 0.00 CNY',
        '            Year-end pool: 30,000.01 CNY [§6]',
        '                Pool: 30,000.01 CNY [§6.0]',
        '                  round(3% × Profit that counts)',
        '                  round(3% × 1,000,000.50 CNY)',
        '                  Rounded down to 0.01 CNY: 30,000.015 CNY becomes 30,000.01 CNY',
        '                    Profit that counts: 1,000,000.50 CNY',
        '                      max(Profit, 0.00 CNY)',
        '                      max(1,000,000.50 CNY, 0.00 CNY)',
        '                        Profit: 1,000,000.50 CNY',
      ].join('\n'),
    )
  })

  test('says which bounds of others moved it, and by how much', () => {
    const people = [figures('1', '5'), figures('1', '0', '30'), figures('9')]
    // By weight 10, 10 and 90: nothing binds.
    expect(linesOf('110', people, 'en')).toEqual([[], [], []])
    const capped = [figures('1'), figures('9', '0', '30')]
    expect(linesOf('100', capped, 'en')).toEqual([
      ['60.00 CNY more, because caps of others leave it to share'],
      ['Held at the cap of 30.00 CNY'],
    ])
    expect(linesOf('100', capped, 'zh-CN')).toEqual([
      ['因他人达到上限，多分得 60.00 CNY'],
      ['按上限限制为 30.00 CNY'],
    ])
    const lifted = [figures('1', '40'), figures('9')]
    expect(linesOf('100', lifted, 'en')).toEqual([
      ['Lifted to the floor of 40.00 CNY'],
      ['30.00 CNY less, because floors of others take it'],
    ])
    expect(linesOf('100', lifted, 'zh-CN')).toEqual([
      ['按下限提高至 40.00 CNY'],
      ['因他人享有下限，少分得 30.00 CNY'],
    ])
  })

  test('counts the leftover unit apart from what the bounds of others moved', () => {
    const three = [figures('1', '50'), figures('1'), figures('1'), figures('1')]
    // 25.00 by weight; 50.00 is left for three: 16.66, and two leftover cents.
    expect(linesOf('100', three, 'en').slice(1)).toEqual([
      [
        '8.34 CNY less, because floors of others take it',
        'One smallest unit of the remainder is in it',
      ],
      [
        '8.34 CNY less, because floors of others take it',
        'One smallest unit of the remainder is in it',
      ],
      ['8.34 CNY less, because floors of others take it'],
    ])
  })

  test('says nothing of bounds that left it as it was', () => {
    // Floor and cap of the others cancel out.
    const people = [figures('1'), figures('1', '2'), figures('1', '0', '0')]
    expect(linesOf('3', people, 'en')[0]).toEqual([])
  })

  test('says where the leftover unit went', () => {
    const three = [figures('1'), figures('1'), figures('1')]
    expect(linesOf('100', three, 'zh-CN')).toEqual([['含余数中的一个最小单位'], [], []])
  })

  test('says where a bound is that of its members', () => {
    const division = yearEnd('30000')
    const team = (locale: 'en' | 'zh-CN') =>
      explainShare(division, ['service', 'phone'], { locale }).how.slice(1)
    expect(team('en')).toEqual([
      'Held at the cap of 500.00 CNY',
      'The cap is what its members may get at most',
    ])
    expect(team('zh-CN')[1]).toBe('该上限为其成员至多可得之和')
    const poor = yearEnd('2600')
    const low = (locale: 'en' | 'zh-CN') => explainShare(poor, ['service'], { locale }).how.slice(1)
    expect(low('en')).toEqual([
      'Lifted to the floor of 1,500.00 CNY',
      'The floor is what its members must get at least',
    ])
    expect(low('zh-CN')[1]).toBe('该下限为其成员至少应得之和')
  })

  test('shows no quotient where nobody has weight', () => {
    const division = yearEnd('30000')
    const how = explainShare(division, ['service', 'phone', 'ma'], { locale: 'en' }).how
    expect(how).toEqual(['Lifted to the floor of 500.00 CNY'])
  })

  test('of nobody is the fund', () => {
    expect(explainShare(yearEnd('2500'), [], { locale: 'zh-CN' })).toEqual({
      label: '年终奖池',
      value: '2,500.00 CNY',
      clause: '§6',
      how: [],
      steps: [],
    })
  })

  test('is refused where nobody stands', () => {
    const division = yearEnd('2500')
    const problems = (path: readonly string[]) =>
      problemsOf(() => explainShare(division, path, { locale: 'en' }))
    expect(describeProblems(problems(['service', 'chatt']))).toBe(
      'path[1]: "chatt" is not listed. Perhaps "chat" was meant.',
    )
    expect(describeProblems(problems(['service', 'chatt']), 'zh-CN')).toBe(
      'path[1]：“chatt” 不在名单中。也许是“chat”。',
    )
    expect(describeProblems(problems(['x']))).toBe(
      'path[0]: "x" is not listed. Give the id of somebody who is.',
    )
    expect(describeProblems(problems(['x']), 'zh-CN')).toContain('请给出名单中的标识')
    expect(problems(['service', 'chat', 'li', 'li']).map(({ code }) => code)).toEqual([
      'unknown-member',
    ])
  })
})
