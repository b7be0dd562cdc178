import { describe, expect, test } from 'vitest'
import { type PayRange, parseProgression, parseRanges } from '../../src/grade/range-schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { p1, p2 } from './people.js'

const read = (...ranges: readonly Partial<PayRange>[]) =>
  parseRanges({ currency: 'CNY', ranges: ranges.map((range) => ({ ...p1, ...range })) })

describe('parseRanges', () => {
  test('good ranges come back as they are', () => {
    const stepped = { ...p2, steps: ['5750', '6900.50', '8050'] }
    expect(read(p1, stepped)).toEqual({ currency: 'CNY', ranges: [p1, stepped] })
    const flat = { minimum: '6000', midpoint: '6000', maximum: '6000', steps: ['6000'] }
    expect(read(flat).ranges[0]).toMatchObject(flat)
  })

  test.each<[string, readonly Partial<PayRange>[], readonly (readonly [string, string])[]]>([
    ['no range', [], [['too-small', 'ranges']]],
    ['a minimum above the maximum', [{ minimum: '7500' }], [['crossed-range', 'ranges[0]']]],
    ['a midpoint above the maximum', [{ midpoint: '7000.01' }], [['crossed-range', 'ranges[0]']]],
    ['a midpoint below the minimum', [{ midpoint: '4999.99' }], [['crossed-range', 'ranges[0]']]],
    [
      'a midpoint of nothing',
      [{ minimum: '0', midpoint: '0.00' }],
      [['no-midpoint', 'ranges[0].midpoint']],
    ],
    ['the highest grade first', [p2, p1], [['falling-midpoint', 'ranges[1].midpoint']]],
    ['a grade twice', [p1, p1], [['repeated-id', 'ranges[1].grade']]],
    [
      'parts of a fen',
      [{ minimum: '5000.005', steps: ['5000.01', '5000.015'] }],
      [
        ['too-many-places', 'ranges[0].minimum'],
        ['too-many-places', 'ranges[0].steps[1]'],
      ],
    ],
    [
      'steps that do not rise',
      [{ steps: ['5000', '6000', '6000', '5500'] }],
      [
        ['step-not-above', 'ranges[0].steps[2]'],
        ['step-not-above', 'ranges[0].steps[3]'],
      ],
    ],
    [
      'steps outside the range',
      [{ steps: ['4999', '7001'] }],
      [
        ['step-outside-range', 'ranges[0].steps[0]'],
        ['step-outside-range', 'ranges[0].steps[1]'],
      ],
    ],
    ['no step in its steps', [{ steps: [] }], [['too-small', 'ranges[0].steps']]],
    [
      'words for amounts, and nothing else is said of them',
      [{ minimum: 'low', maximum: '-1' }],
      [
        ['not-a-non-negative-decimal', 'ranges[0].minimum'],
        ['not-a-non-negative-decimal', 'ranges[0].maximum'],
      ],
    ],
  ])('%s is refused', (_, ranges, problems) => {
    expect(found(() => read(...ranges))).toEqual(problems)
  })

  test('its problems read in both languages', () => {
    const problems = problemsOf(() =>
      read(
        { minimum: '7500', steps: ['7500', '7200'] },
        { grade: 'P2', minimum: '0', midpoint: '0' },
      ),
    )
    expect(describeProblems(problems)).toBe(
      [
        'ranges[0]: minimum 7500, midpoint 6000 and maximum 7000 do not rise. Put the minimum at or below the midpoint, and that at or below the maximum.',
        'ranges[0].steps[0]: 7500 is not between the minimum 7500 and the maximum 7000. Widen the range or mend the step.',
        'ranges[0].steps[1]: 7200 is not between the minimum 7500 and the maximum 7000. Widen the range or mend the step.',
        'ranges[0].steps[1]: 7200 is not above 7500, the step before. List the steps from the lowest up.',
        'ranges[1].midpoint: is zero, so no salary can be held against it. Give a midpoint above zero, or round finer.',
        'ranges[1].midpoint: 0 is below 6000, the midpoint of the grade before. List the ranges from the lowest grade up.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'ranges[0]：最低 7500、中点 6000、最高 7000 没有依次递增。须满足：最低 ≤ 中点 ≤ 最高。',
        'ranges[0].steps[0]：7500 不在最低 7500 与最高 7000 之间。请放宽区间或更正该档。',
        'ranges[0].steps[1]：7200 不在最低 7500 与最高 7000 之间。请放宽区间或更正该档。',
        'ranges[0].steps[1]：7200 不高于上一档 7500。请按从低到高列出各档。',
        'ranges[1].midpoint：为零，无法与薪酬比较。中点须大于零，或减小取整单位。',
        'ranges[1].midpoint：0 低于上一职级的中点 6000。请按职级从低到高排列薪酬区间。',
      ].join('\n'),
    )
  })
})

describe('parseProgression', () => {
  const good = {
    currency: 'CNY',
    grades: ['P1', 'P2'],
    firstMidpoint: '6000',
    progression: '0.15',
    spread: '0.4',
    roundTo: 2,
    rounding: 'half-up',
  }

  test('a good one comes back as it is', () => {
    expect(parseProgression(good)).toEqual(good)
  })

  test.each([
    [{ grades: ['P1', 'P2', 'P1'] }, [['repeated-id', 'grades[2]']]],
    [{ grades: [] }, [['too-small', 'grades']]],
    [{ firstMidpoint: '0' }, [['no-midpoint', 'firstMidpoint']]],
    [{ roundTo: 3 }, [['finer-than-currency', 'roundTo']]],
    [{ currency: 'JPY', roundTo: 1 }, [['finer-than-currency', 'roundTo']]],
    [{ roundTo: -7 }, [['too-small', 'roundTo']]],
    [{ steps: 1 }, [['too-small', 'steps']]],
    [{ progression: '-0.1' }, [['not-a-non-negative-decimal', 'progression']]],
    [{ spread: '0.33333333333' }, [['too-big', 'spread']]],
  ])('%j is refused', (change, problems) => {
    expect(found(() => parseProgression({ ...good, ...change }))).toEqual(problems)
  })

  test('rounding finer than the currency is named in both languages', () => {
    const problems = problemsOf(() => parseProgression({ ...good, roundTo: 3 }))
    expect(describeProblems(problems)).toBe(
      'roundTo: CNY has fewer decimal places. Round to its smallest unit, or coarser.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'roundTo：CNY 没有这么多小数位。请按该货币的最小单位或更大的单位取整。',
    )
  })
})
