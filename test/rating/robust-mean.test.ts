import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { trimmedMean, winsorizedMean } from '../../src/rating/robust-mean.js'
import { found } from '../found.js'

describe('trimmed and Winsorized means', () => {
  test('scipy.stats.trim_mean(range(20), 0.1) is 9.5 (SciPy documentation)', () => {
    expect(
      trimmedMean(
        Array.from({ length: 20 }, (_, i) => i),
        '0.1',
        2,
      ),
    ).toBe('9.50')
  })

  test('a Winsorized mean replaces what is cut by the nearest that stays: 1 by 2, 10 by 9', () => {
    expect(winsorizedMean([10, 4, 9, 8, 5, 3, 7, 2, 1, 6], '0.1', 2)).toBe('5.50')
  })

  test('one far value moves neither, where the share covers it', () => {
    const scores = ['3.5', '4', '4', '4.5', '4']
    const far = ['3.5', '4', '4', '45', '4']
    expect(trimmedMean(far, '0.2', 2)).toBe(trimmedMean(scores, '0.2', 2))
    expect(winsorizedMean(far, '0.2', 2)).toBe(winsorizedMean(['4', '4', '4', '4', '4'], '0', 2))
  })

  test('a share of nothing is the mean, and both lie between the least and the greatest value', () => {
    const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 12 })
    const share = fc
      .integer({ min: 0, max: 49 })
      .map((percent) => `0.${String(percent).padStart(2, '0')}`)
    fc.assert(
      fc.property(values, share, (list, cut) => {
        const mean = list.reduce((sum, value) => sum + value, 0) / list.length
        expect(Number(trimmedMean(list, '0', 9))).toBeCloseTo(mean, 8)
        expect(winsorizedMean(list, '0', 9)).toBe(trimmedMean(list, '0', 9))
        for (const robust of [trimmedMean(list, cut, 9), winsorizedMean(list, cut, 9)]) {
          expect(Number(robust)).toBeGreaterThanOrEqual(Math.min(...list))
          expect(Number(robust)).toBeLessThanOrEqual(Math.max(...list))
        }
      }),
    )
  })

  test.each([
    ['no values', [], '0.1', [['nothing-rated', 'values']]],
    [
      'what is no number',
      ['x', '4', 'y'],
      '0.1',
      [
        ['not-a-number', 'values[0]'],
        ['not-a-number', 'values[2]'],
      ],
    ],
    ['half of each end', ['1'], '0.5', [['bad-share', 'share']]],
    ['a negative share', ['1'], '-0.1', [['bad-share', 'share']]],
    ['a share that is no number', ['1'], 'some', [['not-a-number', 'share']]],
  ])('%s is refused', (_, values, share, expected) => {
    expect(found(() => trimmedMean(values, share, 2))).toEqual(expected)
  })

  test('the problems are told in Chinese too', () => {
    const told = (task: () => unknown) => describeProblems(problemsOf(task), 'zh-CN')
    expect(told(() => trimmedMean([], '0', 2))).toBe('values：没有任何数值。请至少提供一个。')
    expect(told(() => trimmedMean(['1'], '0.7', 2))).toContain('无法从两端各去掉 0.7')
  })
})
