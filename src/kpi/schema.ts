import * as z from 'zod'
import { boundProblems } from '../formula/index.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, parseWith, report } from '../problem/schema.js'
import { decimal, total } from '../quantity/index.js'
import { placesSchema, roundingSchema, unitSchema } from '../quantity/schema.js'
import { repeatedKpi, targetsOutOfOrder, weightsNotWhole } from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }
const levels = { threshold: format.decimal, target: format.decimal, stretch: format.decimal }

const kpiSchema = z
  .strictObject({
    kpi: format.name,
    ...described,
    unit: unitSchema,
    scale: placesSchema,
    direction: z.enum(['higher', 'lower']),
    weight: format.nonNegative,
    ...levels,
  })
  .readonly()

/** One KPI of a scorecard: what is measured, what it weighs, and its three levels. */
export type ScorecardKpi = z.infer<typeof kpiSchema>

/** A scorecard as policy authors write it; see `kpi.scorecard`. */
export const scorecardPolicySchema = z
  .strictObject({
    id: format.name,
    ...described,
    missing: z.enum(['fail', 'zero', 'redistribute']),
    scores: z.strictObject(levels).readonly(),
    kpis: z.array(kpiSchema).min(1).readonly(),
    score: z.strictObject({ places: placesSchema, rounding: roundingSchema }).readonly(),
    bands: z
      .array(
        z.strictObject({
          from: format.decimal.optional(),
          exclusive: z.boolean().optional(),
          coefficient: format.nonNegative,
        }),
      )
      .readonly(),
  })
  .readonly()
  .superRefine((policy, context) =>
    report(context, [
      ...boundProblems(policy.bands, 'bands', 'open'),
      ...orderProblems('scores', 'higher', policy.scores),
      ...kpiProblems(policy.kpis),
    ]),
  )

/** A scorecard as policy authors write it, plain JSON. */
export type ScorecardPolicy = z.infer<typeof scorecardPolicySchema>

function kpiProblems(kpis: readonly ScorecardKpi[]): readonly Problem[] {
  const names = kpis.map(({ kpi }) => kpi)
  const weight = total(
    kpis.map((kpi) => kpi.weight),
    0,
  )
  return [
    ...kpis.flatMap((kpi, i) => orderProblems(at('kpis', i), kpi.direction, kpi)),
    ...names.flatMap((name, i) =>
      names.indexOf(name) < i ? [repeatedKpi(at(at('kpis', i), 'kpi'), name)] : [],
    ),
    ...(decimal(weight).equals(1) ? [] : [weightsNotWhole('kpis', weight)]),
  ]
}

/** Levels must move one way without standing still: a better result never scores less. */
function orderProblems(
  path: string,
  direction: ScorecardKpi['direction'],
  { threshold, target, stretch }: ScorecardPolicy['scores'],
): readonly Problem[] {
  const [low, middle, high] =
    direction === 'higher' ? [threshold, target, stretch] : [stretch, target, threshold]
  const ordered = decimal(low).lessThan(middle) && decimal(middle).lessThan(high)
  return ordered ? [] : [targetsOutOfOrder(path, direction)]
}

/** Reads a scorecard's policy from untrusted JSON; `parseScorecard` also builds its formulas. */
export function parseScorecardPolicy(json: unknown): ScorecardPolicy {
  return parseWith(scorecardPolicySchema, json)
}
