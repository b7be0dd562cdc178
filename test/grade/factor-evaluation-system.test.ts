import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/formula/index.js'
import { factorEvaluationSystem } from '../../src/grade/factor-evaluation-system.js'
import { gradeOf } from '../../src/grade/structure.js'

const { plan, grades } = factorEvaluationSystem()

/** The levels of a job as OPM writes them: 1-7, 2-4, … */
const job = (...levels: readonly number[]) =>
  Object.fromEntries(levels.map((level, i) => [`factor-${i + 1}`, `level-${level}`]))

// US Office of Personnel Management, "Introduction to the Position Classification Standards",
// Primary Standard of the Factor Evaluation System.
test.each([
  [
    'factor-1',
    'Knowledge required by the position',
    [50, 200, 350, 550, 750, 950, 1250, 1550, 1850],
  ],
  ['factor-2', 'Supervisory controls', [25, 125, 275, 450, 650]],
  ['factor-3', 'Guidelines', [25, 125, 275, 450, 650]],
  ['factor-4', 'Complexity', [25, 75, 150, 225, 325, 450]],
  ['factor-5', 'Scope and effect', [25, 75, 150, 225, 325, 450]],
  ['factor-6', 'Personal contacts', [10, 25, 60, 110]],
  ['factor-7', 'Purpose of contacts', [20, 50, 120, 220]],
  ['factor-8', 'Physical demands', [5, 20, 50]],
  ['factor-9', 'Work environment', [5, 20, 50]],
])('%s, %s, has the points of the Primary Standard', (name, title, points) => {
  const factor = plan.policy.factors.find(({ factor }) => factor === name)
  expect(factor?.label).toMatchObject({ en: title })
  expect(Object.entries(factor?.degrees ?? {})).toEqual(
    points.map((value, i) => [`level-${i + 1}`, String(value)]),
  )
})

test('the plan has nine factors, and no weights but its points', () => {
  expect(plan.policy.factors).toHaveLength(9)
  expect(plan.policy.factors.every(({ weight }) => weight === undefined)).toBe(true)
})

// The grade conversion table of the same standard.
test.each([
  ['GS-1', 190, 250],
  ['GS-2', 255, 450],
  ['GS-3', 455, 650],
  ['GS-4', 655, 850],
  ['GS-5', 855, 1100],
  ['GS-6', 1105, 1350],
  ['GS-7', 1355, 1600],
  ['GS-8', 1605, 1850],
  ['GS-9', 1855, 2100],
  ['GS-10', 2105, 2350],
  ['GS-11', 2355, 2750],
  ['GS-12', 2755, 3150],
  ['GS-13', 3155, 3600],
  ['GS-14', 3605, 4050],
  ['GS-15', 4055, 4480],
])('%s is from %i to %i points', (grade, lowest, highest) => {
  expect(gradeOf(grades, lowest).grade).toBe(grade)
  expect(gradeOf(grades, highest).grade).toBe(grade)
  expect(gradeOf(grades, highest).next?.from).toBe(grade === 'GS-15' ? undefined : `${highest + 5}`)
})

describe('jobs', () => {
  test.each([
    ['the lowest levels', job(1, 1, 1, 1, 1, 1, 1, 1, 1), '190', 'GS-1'],
    ['a clerk', job(3, 2, 2, 2, 2, 2, 2, 1, 1), '835', 'GS-4'],
    ['a specialist', job(7, 4, 3, 4, 3, 3, 2, 1, 1), '2470', 'GS-11'],
    ['the highest levels', job(9, 5, 5, 6, 6, 4, 4, 3, 3), '4480', 'GS-15'],
  ])('%s', (_, levels, points, grade) => {
    const { value } = evaluate(plan.formula, levels)
    expect(value).toBe(points)
    expect(gradeOf(grades, value).grade).toBe(grade)
  })
})
