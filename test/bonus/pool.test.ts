import { describe, expect, test } from 'vitest'
import { parsePool } from '../../src/bonus/index.js'
import { constant, input, multiply } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { company } from './pools.js'

const one = { id: 'p', currency: 'CNY', ties: 'id' }
const weight = input('months', 'count', 2)

describe('a pool from JSON', () => {
  test('has the formulas of every level, floors rounded up and caps down', () => {
    const pool = parsePool(JSON.parse(JSON.stringify(company)))
    expect(pool.levels.map(({ level, label }) => [level, label])).toEqual([
      ['department', { en: 'Department', 'zh-CN': '部门' }],
      ['team', 'team'],
      ['person', 'person'],
    ])
    expect(pool.levels.map((each) => [each.floor?.scale, each.cap?.scale])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [2, 2],
    ])
    expect(pool.levels[2]?.floor?.expression).toMatchObject({ of: { rounding: 'ceiling' } })
    expect(pool.levels[2]?.cap?.expression).toMatchObject({ of: { rounding: 'floor' } })
  })

  test.each([
    [{ levels: [] }, 'too-small', 'levels'],
    [{ levels: [{ level: 'a', weight: { op: 'sum' } }] }, 'not-offered', 'levels[0].weight.op'],
    [{ levels: [{ level: 'a' }] }, 'missing', 'levels[0].weight'],
    [
      { levels: [{ level: 'a', weight: multiply(constant('x'), weight) }] },
      'not-a-decimal',
      'levels[0].weight.of[0].value',
    ],
    [
      { levels: [{ level: 'a', weight: multiply(weight, input('points', 'points', 0)) }] },
      'no-product',
      'levels[0].weight',
    ],
    [
      { levels: [{ level: 'a', weight, cap: constant('1', 'money:USD') }] },
      'wrong-unit',
      'levels[0].cap',
    ],
    [{ levels: [{ level: 'a', weight, floor: constant('1') }] }, 'wrong-unit', 'levels[0].floor'],
    [
      {
        levels: [
          { level: 'a', weight },
          { level: 'a', weight },
        ],
      },
      'repeated-id',
      'levels[1].level',
    ],
    [{ ties: 'coin', levels: [{ level: 'a', weight }] }, 'not-offered', 'ties'],
  ])('refuses %j', (wrong, code, path) => {
    expect(found(() => parsePool({ ...one, ...wrong }))).toEqual([[code, path]])
  })

  test('says which unit is wrong', () => {
    const problems = problemsOf(() =>
      parsePool({ ...one, levels: [{ level: 'a', weight, floor: constant('1') }] }),
    )
    expect(describeProblems(problems)).toBe(
      'levels[0].floor: is ratio, not money:CNY. Mend the formula.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'levels[0].floor：单位为 ratio，应为 money:CNY。请修正公式。',
    )
  })
})
