import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkage, seasonalIndex, trend, volatility, yearOnYear } from '../../src/kpi/series.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

describe('trend', () => {
  test('the line y = 2x + 80 has the slope 2, with gaps too', () => {
    expect(trend(['80', '82', null, '86'])).toBe('2.000000')
  })

  test('Anscombe (1973), first data set: a slope of 0.500', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const y = [
      '8.04',
      '6.95',
      '7.58',
      '8.81',
      '8.33',
      '9.96',
      '7.24',
      '4.26',
      '10.84',
      '4.82',
      '5.68',
    ]
    const series = Array.from({ length: 15 }, (_, i) => y[x.indexOf(i)] ?? null)
    expect(trend(series)).toBe('0.500091')
  })

  test('a rise that is shifted or turned round shifts nothing, or turns the sign', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(values, fc.integer({ min: -9, max: 9 }), (series, by) => {
        expect(trend(series.map((value) => value + by))).toBe(trend(series))
        expect(Number(trend(series.toReversed()))).toBeCloseTo(-Number(trend(series)), 5)
      }),
    )
  })
})

describe('volatility', () => {
  test('the coefficient of variation of 90, 100 and 110 is 10 %', () => {
    expect(volatility(['90', null, '100', '110'])).toBe('0.100000')
  })

  test('scaling a series leaves it as it is', () => {
    const values = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 10 })
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 9 }), (series, by) => {
        expect(volatility(series.map((value) => value * by))).toBe(volatility(series))
      }),
    )
  })
})

describe('seasons', () => {
  test('each period beside the one of the same season before', () => {
    expect(yearOnYear(['100', '0', null, '110', '5', '7', '-110'], 3)).toEqual([
      { period: 3, value: '110', before: '100', change: '10', rate: '0.100000' },
      { period: 4, value: '5', before: '0', change: '5' },
      { period: 6, value: '-110', before: '110', change: '-220', rate: '-2.000000' },
    ])
  })

  test('a negative value before is measured by its size', () => {
    expect(yearOnYear(['-100', '-90'], 1)[0]?.rate).toBe('0.100000')
  })

  test('the index of each season, which average to 1 over whole seasons', () => {
    expect(seasonalIndex(['80', '120', '90', '110'], 2)).toEqual(['0.850000', '1.150000'])
    const values = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(values, values, (one, two) => {
        const indexes = seasonalIndex([...one, ...two], 4).map(Number)
        expect(indexes.reduce((sum, index) => sum + index, 0)).toBeCloseTo(4, 4)
      }),
    )
  })
})

describe('linkage', () => {
  test('Anscombe (1973), first data set: a correlation of 0.816 and a slope of 0.500', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const y = [
      '8.04',
      '6.95',
      '7.58',
      '8.81',
      '8.33',
      '9.96',
      '7.24',
      '4.26',
      '10.84',
      '4.82',
      '5.68',
    ]
    expect(linkage(x, y, 0)).toEqual({ pairs: 11, correlation: '0.816421', slope: '0.500091' })
  })

  test('the outcome may follow later, and may fall', () => {
    const satisfaction = ['90', '80', '70', null, '60', '75']
    const repeat = ['0', '0.20', '0.30', '0.40', '0.45', '0.50']
    expect(linkage(satisfaction, repeat, 1)).toEqual({
      pairs: 4,
      correlation: '-1.000000',
      slope: '-0.010000',
    })
  })
})

test.each<[string, () => unknown, unknown]>([
  ['a trend', () => trend(['0', null, '0.000005']), '0.000003'],
  ['a change', () => yearOnYear(['2000000', '2000005'], 1)[0]?.rate, '0.000003'],
  ['an index', () => seasonalIndex(['1000002.5', '999997.5'], 2), ['1.000003', '0.999998']],
  [
    'a slope, of three pairs',
    () => linkage([0, 1, 2], ['0', '0.0000025', '0.000005'], 0).slope,
    '0.000003',
  ],
])('%s is rounded half-up to 6 places', (_, task, expected) => {
  expect(task()).toEqual(expected)
})

describe('what a series does not allow', () => {
  const tooShort = [['series-too-short', 'series']]
  test.each([
    ['a trend of one value', () => trend(['1', null]), tooShort],
    ['the volatility of one value', () => volatility(['1']), tooShort],
    ['the volatility about zero', () => volatility(['1', '-1']), tooShort],
    ['an index of half a season', () => seasonalIndex(['1'], 2), tooShort],
    ['an index with an empty season', () => seasonalIndex(['1', null, '2', null], 2), tooShort],
    ['an index about zero', () => seasonalIndex(['1', '-1'], 2), tooShort],
    [
      'a linkage of two pairs',
      () => linkage(['1', '2'], ['1', '2'], 0),
      [['series-too-short', 'driver']],
    ],
    [
      'a linkage to what stands still',
      () => linkage(['1', '2', '3'], ['4', '4', '4'], 0),
      [['series-too-short', 'driver']],
    ],
    [
      'a linkage of what stands still',
      () => linkage(['4', '4', '4'], ['1', '2', '3'], 0),
      [['series-too-short', 'driver']],
    ],
    ['a season of nothing', () => yearOnYear(['1', '2'], 0), [['not-a-period-count', 'season']]],
    [
      'an index of half a period',
      () => seasonalIndex(['1', '2'], 0.5),
      [['not-a-period-count', 'season']],
    ],
    [
      'an outcome before its driver',
      () => linkage(['1', '2', '3', '4'], ['1', '2', '3', '5'], -1),
      [['not-a-period-count', 'lag']],
    ],
    [
      'what is no number',
      () => trend(['1', 'x', 'y']),
      [
        ['not-a-number', 'series[1]'],
        ['not-a-number', 'series[2]'],
      ],
    ],
  ])('%s is refused', (_, task, expected) => {
    expect(found(task)).toEqual(expected)
  })

  test('what is no number of periods reads in both languages', () => {
    const problems = problemsOf(() => yearOnYear([], 1.5))
    expect(describeProblems(problems)).toBe(
      'season: 1.5 is no number of periods. Give a whole number of 1 or more.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'season：1.5 不是期数。请给出不小于 1 的整数。',
    )
  })
})
