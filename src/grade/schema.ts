import * as z from 'zod'
import { boundProblems } from '../formula/internal.js'
import { at, type Problem, repeatedIds } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { noDegrees } from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const factorPlanSchema = z
  .strictObject({
    id: format.name,
    ...described,
    source: z.string().min(1).optional(),
    factors: z
      .array(
        z
          .strictObject({
            factor: format.name,
            ...described,
            weight: format.nonNegative.optional(),
            degrees: z.record(format.name, format.nonNegative),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly()
  .superRefine(meaning(factorPlanProblems))

/**
 * A point-factor plan: for each factor the points of each degree, and what the factor weighs (1 unless
 * given). `source` says where a published plan comes from.
 */
export type FactorPlanPolicy = z.infer<typeof factorPlanSchema>

function factorPlanProblems({ factors }: Pick<FactorPlanPolicy, 'factors'>): readonly Problem[] {
  return [
    ...repeatedIds('factors', factors, 'factor'),
    ...factors.flatMap(({ degrees }, i) =>
      Object.keys(degrees).length > 0 ? [] : [noDegrees(at(at('factors', i), 'degrees'))],
    ),
  ]
}

const structureSchema = z
  .strictObject({
    id: format.name,
    grades: z
      .array(
        z
          .strictObject({
            grade: format.name,
            label: labelSchema.optional(),
            from: format.nonNegative,
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly()
  .superRefine(
    meaning(({ grades }) => [
      ...boundProblems(grades, 'grades', 'any'),
      ...repeatedIds('grades', grades, 'grade'),
    ]),
  )

/** Grades, lowest first, and the points from which each begins. */
export type GradeStructure = z.infer<typeof structureSchema>

/**
 * Reads a point-factor plan's policy from untrusted JSON; `parseFactorPlan` also builds its formula.
 * Throws a `PolicyError` with every problem.
 *
 * @example
 * parseFactorPlanPolicy({ id: 'p', factors: [{ factor: 'skill', degrees: { basic: '50' } }] }).id //=> 'p'
 */
export function parseFactorPlanPolicy(json: unknown): FactorPlanPolicy {
  return parseWith(factorPlanSchema, json)
}

/**
 * Reads a grade structure from untrusted JSON. Throws a `PolicyError` with every problem: also for
 * grades that overlap, since each must begin above the one before.
 *
 * @example
 * parseStructure({ id: 's', grades: [{ grade: 'P1', from: '0' }, { grade: 'P2', from: '300' }] }).grades.length //=> 2
 */
export function parseStructure(json: unknown): GradeStructure {
  return parseWith(structureSchema, json)
}
