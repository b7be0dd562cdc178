import { describe, expect, test } from 'vitest'
import { parseFactorPlan } from '../../src/grade/evaluation.js'
import { parseFactorPlanPolicy, parseStructure } from '../../src/grade/schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const factor = { factor: 'skill', degrees: { basic: '50' } }

describe('parseFactorPlanPolicy', () => {
  test('a plan may name its source', () => {
    const plan = { id: 'p', source: 'OPM', factors: [factor] }
    expect(parseFactorPlanPolicy(plan)).toEqual(plan)
  })

  test.each([
    [{ id: 'p', factors: [] }, [['too-small', 'factors']]],
    [
      { id: 'p', factors: [factor, { ...factor, degrees: { good: '60' } }] },
      [['repeated-id', 'factors[1].factor']],
    ],
    [{ id: 'p', factors: [{ ...factor, degrees: {} }] }, [['no-degrees', 'factors[0].degrees']]],
    [
      { id: 'p', factors: [{ factor: 'constructor', degrees: { basic: '50' } }] },
      [['not-a-name', 'factors[0].factor']],
    ],
    [
      { id: 'p', factors: [{ ...factor, degrees: { basic: '-50' }, weight: '1,5' }] },
      [
        ['not-a-non-negative-decimal', 'factors[0].weight'],
        ['not-a-non-negative-decimal', 'factors[0].degrees.basic'],
      ],
    ],
  ])('%j is refused', (json, problems) => {
    expect(found(() => parseFactorPlan(json))).toEqual(problems)
  })

  test('a factor may not have a name that JavaScript reserves', () => {
    const json = { id: 'p', factors: [{ ...factor, factor: 'constructor' }] }
    const problems = problemsOf(() => parseFactorPlanPolicy(json))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['not-a-name', 'factors[0].factor'],
    ])
  })

  test('its problems read in both languages', () => {
    const json = {
      id: 'p',
      factors: [factor, factor, { factor: 'effort', degrees: {} }],
    }
    const problems = problemsOf(() => parseFactorPlanPolicy(json))
    expect(describeProblems(problems)).toBe(
      [
        'factors[1].factor: "skill" is duplicated. Give each its own, or leave one out.',
        'factors[2].degrees: has no degree. Give at least one degree and its points.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'factors[1].factor：“skill”重复出现。请各用各的标识，或删去一项。',
        'factors[2].degrees：没有任何等级。请至少给出一个等级及其分值。',
      ].join('\n'),
    )
  })
})

describe('parseStructure', () => {
  test('grades begin at rising points', () => {
    const structure = {
      id: 's',
      grades: [
        { grade: 'P1', label: { en: 'Assistant', 'zh-CN': '助理' }, from: '0' },
        { grade: 'P2', from: '300' },
      ],
    }
    expect(parseStructure(structure)).toEqual(structure)
  })

  test.each([
    [[], [['too-small', 'grades']]],
    [
      [
        { grade: 'P1', from: '0' },
        { grade: 'P2', from: '300' },
        { grade: 'P3', from: '250' },
      ],
      [['unordered-bounds', 'grades[2].from']],
    ],
    [
      [
        { grade: 'P1', from: '0' },
        { grade: 'P1', from: '0' },
      ],
      [
        ['unordered-bounds', 'grades[1].from'],
        ['repeated-id', 'grades[1].grade'],
      ],
    ],
    [[{ grade: 'P1', from: 'nothing' }], [['not-a-non-negative-decimal', 'grades[0].from']]],
  ])('%j is refused', (grades, problems) => {
    expect(found(() => parseStructure({ id: 's', grades }))).toEqual(problems)
  })

  test('grades that overlap are named as such, in both languages', () => {
    const grades = [
      { grade: 'P1', from: '300' },
      { grade: 'P2', from: '250' },
    ]
    const problems = problemsOf(() => parseStructure({ id: 's', grades }))
    expect(describeProblems(problems)).toContain('they overlap')
    expect(describeProblems(problems, 'zh-CN')).toContain('区间重叠')
  })
})
