import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseStructure } from '../../src/grade/schema.js'
import { broadband, gradeOf, rangeOf } from '../../src/grade/structure.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { p1, p2, p3 } from './people.js'

const structure = parseStructure({
  id: 's',
  grades: [
    { grade: 'P1', from: '100' },
    { grade: 'P2', from: '300' },
    { grade: 'P3', from: '450.5' },
  ],
})
const ranges = { currency: 'CNY', ranges: [p1, p2, p3] } as const

describe('gradeOf', () => {
  test.each([
    ['100', 'P1', { grade: 'P2', from: '300', missing: '200' }],
    ['299.5', 'P1', { grade: 'P2', from: '300', missing: '0.5' }],
    [300, 'P2', { grade: 'P3', from: '450.5', missing: '150.5' }],
    ['450.5', 'P3', undefined],
    ['99999', 'P3', undefined],
  ])('%s points lead to %s', (points, grade, next) => {
    expect(gradeOf(structure, points)).toEqual({
      grade,
      from: structure.grades.find((each) => each.grade === grade)?.from,
      ...(next && { next }),
    })
  })

  test.each([
    ['99.9', ['below-lowest-grade', 'points']],
    ['many', ['not-a-number', 'points']],
    [0.5, ['not-a-number', 'points']],
  ])('%s points lead to no grade', (points, problem) => {
    expect(found(() => gradeOf(structure, points))).toEqual([problem])
  })

  test('points below the lowest grade are named in both languages', () => {
    const problems = problemsOf(() => gradeOf(structure, '99.50'))
    expect(describeProblems(problems)).toBe(
      'points: 99.5 points are below the lowest grade, which begins at 100. Let the lowest grade begin at 0.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'points：99.5 分低于最低职级的起点 100。请让最低职级从 0 开始。',
    )
  })

  test('more points never lead to a lower grade, and the missing points lead to the next', () => {
    const order = structure.grades.map(({ grade }) => grade)
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 600 }),
        fc.integer({ min: 0, max: 100 }),
        (points, more) => {
          const low = gradeOf(structure, points)
          const high = gradeOf(structure, points + more)
          expect(order.indexOf(high.grade)).toBeGreaterThanOrEqual(order.indexOf(low.grade))
          if (low.next !== undefined) {
            const reached = String(points + Number(low.next.missing))
            expect(gradeOf(structure, reached).grade).toBe(low.next.grade)
          }
        },
      ),
    )
  })
})

describe('rangeOf', () => {
  test('a grade has its range', () => {
    expect(rangeOf(ranges, 'P2')).toBe(p2)
  })

  test('a grade without a range is refused, with the likely one or all', () => {
    const near = problemsOf(() => rangeOf(ranges, 'P22'))
    expect(near.map(({ code, path }) => [code, path])).toEqual([['unknown-grade', 'grade']])
    expect(describeProblems(near)).toBe(
      'grade: "P22" is no grade of the ranges. Perhaps "P2" was meant.',
    )
    const far = problemsOf(() => rangeOf(ranges, 'manager'))
    expect(describeProblems(far)).toContain('Use one of: P1, P2, P3.')
    expect(describeProblems(far, 'zh-CN')).toBe('grade：没有职级“manager”。可选：P1、P2、P3。')
    expect(describeProblems(near, 'zh-CN')).toContain('也许是“P2”')
  })
})

describe('broadband', () => {
  test('a band runs from the lowest minimum to the highest maximum, in any order of the grades', () => {
    const band = { grade: 'professional', minimum: '5000', midpoint: '7130', maximum: '9260' }
    expect(broadband(ranges, 'professional', ['P1', 'P2', 'P3'])).toEqual(band)
    expect(broadband(ranges, 'professional', ['P3', 'P1'])).toEqual(band)
    expect(broadband(ranges, 'one', ['P2'])).toEqual({ ...p2, grade: 'one' })
  })

  test('its midpoint is exact', () => {
    const odd = { ...p1, minimum: '5000.01' }
    expect(broadband({ currency: 'CNY', ranges: [odd] }, 'b', ['P1']).midpoint).toBe('6000.005')
  })

  test('a grade without a range is refused', () => {
    expect(found(() => broadband(ranges, 'b', ['P1', 'P9']))).toEqual([['unknown-grade', 'grade']])
  })
})
