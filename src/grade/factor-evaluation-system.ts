import { type FactorPlan, parseFactorPlan } from './evaluation.js'
import { type GradeStructure, parseStructure } from './schema.js'

const titles = [
  ['Knowledge required by the position', '岗位所需知识'],
  ['Supervisory controls', '受监督程度'],
  ['Guidelines', '工作指引'],
  ['Complexity', '复杂性'],
  ['Scope and effect', '范围与影响'],
  ['Personal contacts', '人际接触'],
  ['Purpose of contacts', '接触目的'],
  ['Physical demands', '体力要求'],
  ['Work environment', '工作环境'],
] as const

const points = [
  [50, 200, 350, 550, 750, 950, 1250, 1550, 1850],
  [25, 125, 275, 450, 650],
  [25, 125, 275, 450, 650],
  [25, 75, 150, 225, 325, 450],
  [25, 75, 150, 225, 325, 450],
  [10, 25, 60, 110],
  [20, 50, 120, 220],
  [5, 20, 50],
  [5, 20, 50],
] as const

/** The points from which GS-1 to GS-15 begin; all points are multiples of 5, so that none lies between. */
const gradeStarts = [
  190, 255, 455, 655, 855, 1105, 1355, 1605, 1855, 2105, 2355, 2755, 3155, 3605, 4055,
] as const

/**
 * The Factor Evaluation System of the US Office of Personnel Management: nine factors, `factor-1` to
 * `factor-9`, whose levels are named `level-1` and up, and the grades GS-1 to GS-15 that the points
 * convert to. The lowest levels make 190 points, the highest 4480.
 *
 * Source: OPM, "Introduction to the Position Classification Standards" (TS-134, 1995, revised 2009),
 * the Primary Standard of the Factor Evaluation System, and its grade conversion table.
 *
 * @example
 * const { plan, grades } = factorEvaluationSystem()
 * gradeOf(grades, plan.policy.factors.length * 100).grade //=> 'GS-5'
 */
export function factorEvaluationSystem(): {
  readonly plan: FactorPlan
  readonly grades: GradeStructure
} {
  return {
    plan: parseFactorPlan({
      id: 'factor-evaluation-system',
      source: 'US Office of Personnel Management, Factor Evaluation System, Primary Standard',
      factors: points.map((levels, i) => ({
        factor: `factor-${i + 1}`,
        label: { en: titles[i]?.[0], 'zh-CN': titles[i]?.[1] },
        degrees: Object.fromEntries(
          levels.map((value, level) => [`level-${level + 1}`, String(value)]),
        ),
      })),
    }),
    grades: parseStructure({
      id: 'general-schedule',
      grades: gradeStarts.map((from, i) => ({ grade: `GS-${i + 1}`, from: String(from) })),
    }),
  }
}
