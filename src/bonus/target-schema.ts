import * as z from 'zod'
import { at, type Problem, repeatedId } from '../problem/index.js'
import { format, meaning, parseWith } from '../problem/schema.js'
import { decimal, total } from '../quantity/index.js'
import { boundsCross, reservedName, weightsNotWhole } from './problems.js'
import { described, roundedPolicyOf } from './schema.js'

const limits = { floor: format.nonNegative.optional(), cap: format.nonNegative.optional() }
const coefficient = { coefficient: format.name, ...described, ...limits }

const targetPlanSchema = z
  .strictObject({
    ...roundedPolicyOf,
    percent: format.nonNegative.optional(),
    prorated: z.boolean(),
    design: z.discriminatedUnion('kind', [
      z
        .strictObject({
          kind: z.literal('multiplicative'),
          coefficients: z.array(z.strictObject(coefficient).readonly()).min(1).readonly(),
        })
        .readonly(),
      z
        .strictObject({
          kind: z.literal('additive'),
          coefficients: z
            .array(z.strictObject({ ...coefficient, weight: format.nonNegative }).readonly())
            .min(1)
            .readonly(),
        })
        .readonly(),
    ]),
    ...limits,
  })
  .readonly()
  .superRefine(meaning(planProblems))

/**
 * A target bonus as policy authors write it: base pay × target `percent` (an input where it is left
 * out) × the coefficients, multiplied or weighted and added, × the paid part of the year.
 */
export type TargetPlanPolicy = z.infer<typeof targetPlanSchema>

/** The inputs that a plan reads beside its coefficients. */
const ownInputs = ['base', 'target.percent', 'proration.numerator', 'proration.denominator']

function planProblems(plan: TargetPlanPolicy): readonly Problem[] {
  const { coefficients } = plan.design
  const names = coefficients.map((each) => each.coefficient)
  const path = 'design.coefficients'
  return [
    ...coefficients.flatMap((each, i) => [
      ...(names.indexOf(each.coefficient) < i
        ? [repeatedId(at(at(path, i), 'coefficient'), each.coefficient)]
        : []),
      ...(ownInputs.includes(each.coefficient)
        ? [reservedName(at(at(path, i), 'coefficient'), each.coefficient)]
        : []),
      ...limitProblems(at(path, i), each),
    ]),
    ...limitProblems('', plan),
    ...weightProblems(path, plan.design),
  ]
}

function limitProblems(
  path: string,
  { floor = '0', cap }: { readonly floor?: string | undefined; readonly cap?: string | undefined },
): readonly Problem[] {
  const crossed = cap !== undefined && decimal(floor).greaterThan(cap)
  return crossed ? [boundsCross(at(path, 'cap'), floor, cap)] : []
}

function weightProblems(path: string, design: TargetPlanPolicy['design']): readonly Problem[] {
  if (design.kind === 'multiplicative') return []
  const weights = design.coefficients.map(({ weight }) => weight)
  const whole = total(weights, 0)
  return decimal(whole).equals(1) ? [] : [weightsNotWhole(path, whole)]
}

/** Reads a target plan's policy from untrusted JSON; `parseTargetPlan` also builds its formula. */
export function parseTargetPlanPolicy(json: unknown): TargetPlanPolicy {
  return parseWith(targetPlanSchema, json)
}
