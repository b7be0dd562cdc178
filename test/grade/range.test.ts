import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildRanges, positionIn } from '../../src/grade/range.js'
import { parseRanges } from '../../src/grade/range-schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { roundings } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { cents, p1 } from './people.js'

const good = {
  currency: 'CNY',
  grades: ['P1', 'P2', 'P3'],
  firstMidpoint: '6000',
  progression: '0.15',
  spread: '0.4',
  roundTo: -1,
  rounding: 'half-up',
}

describe('buildRanges', () => {
  test('midpoints rise by the progression and ranges have the spread', () => {
    // 6000, 6900 and 7935; 7935 ÷ 1.2 = 6612.5 and 6612.5 × 1.4 = 9257.5.
    expect(buildRanges(good)).toEqual({
      currency: 'CNY',
      ranges: [
        { grade: 'P1', minimum: '5000', midpoint: '6000', maximum: '7000' },
        { grade: 'P2', minimum: '5750', midpoint: '6900', maximum: '8050' },
        { grade: 'P3', minimum: '6610', midpoint: '7940', maximum: '9260' },
      ],
    })
  })

  test('each figure is rounded once, from its exact value', () => {
    const fine = { ...good, roundTo: 2, spread: '0.5', grades: ['P1', 'P2'], firstMidpoint: '1000' }
    expect(buildRanges(fine).ranges[1]).toEqual({
      grade: 'P2',
      minimum: '920',
      midpoint: '1150',
      maximum: '1380',
    })
    const thirds = { ...fine, spread: '1', rounding: 'down' }
    expect(buildRanges(thirds).ranges[0]).toMatchObject({ minimum: '666.66', maximum: '1333.33' })
  })

  test('steps are equal, from the minimum to the maximum', () => {
    const { ranges } = buildRanges({ ...good, steps: 5 })
    expect(ranges[0]?.steps).toEqual(['5000', '5500', '6000', '6500', '7000'])
    expect(buildRanges({ ...good, steps: 4 }).ranges[0]?.steps).toEqual([
      '5000',
      '5670',
      '6330',
      '7000',
    ])
  })

  test.each([
    [{ roundTo: -5 }, [['no-midpoint', 'firstMidpoint']]],
    [
      { firstMidpoint: '4500', progression: '0.2', roundTo: -4 },
      [['no-midpoint', 'firstMidpoint']],
    ],
    [
      { spread: '0', steps: 2, grades: ['P1', 'P2'] },
      [
        ['steps-too-close', 'steps'],
        ['steps-too-close', 'steps'],
      ],
    ],
    [
      { firstMidpoint: 'six', roundTo: 9 },
      [
        ['not-a-non-negative-decimal', 'firstMidpoint'],
        ['too-big', 'roundTo'],
      ],
    ],
  ])('%j is refused', (change, problems) => {
    expect(found(() => buildRanges({ ...good, ...change }))).toEqual(problems)
  })

  test('steps that rounding makes one are named in both languages', () => {
    const problems = problemsOf(() =>
      buildRanges({ ...good, grades: ['P1'], spread: '0', steps: 2 }),
    )
    expect(describeProblems(problems)).toBe(
      'steps: two steps of "P1" round to one amount. Round finer, widen the spread or ask for fewer steps.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'steps：“P1”有两档取整后相同。请减小取整单位、加大带宽或减少档数。',
    )
  })

  test('for any progression the ranges are good ones, and neither bound ever falls with the grade', () => {
    const progressions = fc.record({
      currency: fc.constant('CNY'),
      grades: fc.constant(['a', 'b', 'c', 'd', 'e']),
      firstMidpoint: fc.integer({ min: 300_000, max: 3_000_000 }).map(cents),
      progression: fc.integer({ min: 0, max: 60 }).map(cents),
      spread: fc.integer({ min: 10, max: 150 }).map(cents),
      steps: fc.integer({ min: 2, max: 10 }),
      roundTo: fc.integer({ min: 0, max: 2 }),
      rounding: fc.constantFrom(...roundings),
    })
    fc.assert(
      fc.property(progressions, (progression) => {
        const built = buildRanges(progression)
        expect(parseRanges(built)).toEqual(built)
        built.ranges.slice(1).forEach((range, i) => {
          const before = built.ranges[i] as typeof range
          for (const key of ['minimum', 'midpoint', 'maximum'] as const)
            expect(Number(range[key])).toBeGreaterThanOrEqual(Number(before[key]))
        })
        for (const { minimum, maximum, steps } of built.ranges) {
          expect(steps?.[0]).toBe(minimum)
          expect(steps?.at(-1)).toBe(maximum)
        }
      }),
    )
  })
})

describe('positionIn', () => {
  test.each([
    ['5000', { compaRatio: '0.8333', rangePenetration: '0.0000' }],
    ['6000.00', { compaRatio: '1.0000', rangePenetration: '0.5000' }],
    ['7000', { compaRatio: '1.1667', rangePenetration: '1.0000' }],
    ['7000.01', { compaRatio: '1.1667', rangePenetration: '1.0000', circled: 'red' }],
    ['4999.99', { compaRatio: '0.8333', rangePenetration: '0.0000', circled: 'green' }],
    [7500, { compaRatio: '1.2500', rangePenetration: '1.2500', circled: 'red' }],
    [4500, { compaRatio: '0.7500', rangePenetration: '-0.2500', circled: 'green' }],
  ])('%s in a range of 5,000 to 7,000', (salary, position) => {
    expect(positionIn(p1, salary)).toEqual(position)
  })

  test('both are rounded half-up', () => {
    // 8000.4 ÷ 8000 = 1.00005 and 0.4 ÷ 8000 = 0.00005.
    const range = { grade: 'P1', minimum: '8000', midpoint: '8000', maximum: '16000' }
    expect(positionIn(range, '8000.4')).toEqual({
      compaRatio: '1.0001',
      rangePenetration: '0.0001',
    })
  })

  test('a range of one rate has no penetration', () => {
    const one = { grade: 'P1', minimum: '6000', midpoint: '6000', maximum: '6000' }
    expect(positionIn(one, '6000')).toEqual({ compaRatio: '1.0000' })
    expect(positionIn(one, '6100')).toEqual({ compaRatio: '1.0167', circled: 'red' })
  })

  test('a salary that is no number is refused', () => {
    expect(found(() => positionIn(p1, '6k'))).toEqual([['not-a-number', 'salary']])
  })

  test('penetration is within 0 and 1 where nobody is circled; the ratios rise with the salary', () => {
    const salaries = fc.integer({ min: 400_000, max: 800_000 })
    fc.assert(
      fc.property(salaries, fc.integer({ min: 0, max: 10_000 }), (salary, more) => {
        const low = positionIn(p1, cents(salary))
        const high = positionIn(p1, cents(salary + more))
        const inside = salary >= 500_000 && salary <= 700_000
        expect(low.circled === undefined).toBe(inside)
        const penetration = Number(low.rangePenetration)
        if (inside) expect(penetration === Math.min(1, Math.max(0, penetration))).toBe(true)
        expect(Number(high.compaRatio)).toBeGreaterThanOrEqual(Number(low.compaRatio))
        expect(Number(high.rangePenetration)).toBeGreaterThanOrEqual(penetration)
        // Both say the same of one salary: midpoint 6000 and width 2000 are 5000 and 7000.
        const salaryAgain = 5000 + penetration * 2000
        expect(Math.abs(Number(low.compaRatio) * 6000 - salaryAgain)).toBeLessThanOrEqual(0.4)
      }),
    )
  })
})
