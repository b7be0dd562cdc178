import * as z from 'zod'
import { boundProblems } from '../formula/index.js'
import { at, isName, type Problem } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal, total } from '../quantity/index.js'
import { placesSchema, roundingSchema, unitSchema } from '../quantity/schema.js'
import {
  badKpiName,
  levelsOutOfOrder,
  repeatedKpi,
  weightless,
  weightsNotWhole,
} from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }
const levels = <S extends z.ZodType>(level: S) => ({
  threshold: level,
  target: level,
  stretch: level,
})

const kpiSchema = z
  .strictObject({
    kpi: format.name,
    ...described,
    unit: unitSchema,
    scale: placesSchema,
    direction: z.enum(['higher', 'lower']),
    weight: format.nonNegative,
    ...levels(format.decimal),
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
    // A score below 0 on the threshold would be worse than the 0 below it.
    scores: z.strictObject(levels(format.nonNegative)).readonly(),
    kpis: z.array(kpiSchema).min(1).readonly(),
    score: z.strictObject({ places: placesSchema, rounding: roundingSchema }).readonly(),
    bands: z
      .array(
        z
          .strictObject({
            from: format.decimal.optional(),
            exclusive: z.boolean().optional(),
            coefficient: format.nonNegative,
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .superRefine(
    meaning((policy) => [
      ...orderProblems('scores', 'higher', policy.scores),
      ...kpiProblems(policy.kpis),
      ...boundProblems(policy.bands, 'bands', 'open'),
    ]),
  )

/** A scorecard as policy authors write it, plain JSON. */
export type ScorecardPolicy = z.infer<typeof scorecardPolicySchema>

function kpiProblems(kpis: readonly ScorecardKpi[]): readonly Problem[] {
  const names = kpis.map(({ kpi }) => kpi)
  const weights = kpis.map(({ weight }) => weight)
  const whole = total(weights, 0)
  return [
    ...kpis.flatMap((kpi, i) => [
      ...(names.indexOf(kpi.kpi) < i ? [repeatedKpi(at(at('kpis', i), 'kpi'), kpi.kpi)] : []),
      ...singleProblems(at('kpis', i), kpi),
    ]),
    ...(decimal(whole).equals(1) ? [] : [weightsNotWhole('kpis', whole)]),
  ]
}

/** Leaves room in a name for `.reported`, and keeps the `.` for such inputs of the library's own. */
const withoutPoint = /^[^.]{1,55}$/

function singleProblems(path: string, kpi: ScorecardKpi): readonly Problem[] {
  const fine = isName(kpi.kpi) && withoutPoint.test(kpi.kpi)
  return [
    ...(fine ? [] : [badKpiName(at(path, 'kpi'), kpi.kpi)]),
    ...(decimal(kpi.weight).isZero() ? [weightless(at(path, 'weight'))] : []),
    ...orderProblems(path, kpi.direction, kpi),
  ]
}

/** Levels must move one way without standing still: a better result never scores less. */
function orderProblems(
  path: string,
  direction: ScorecardKpi['direction'],
  { threshold, target, stretch }: ScorecardPolicy['scores'],
): readonly Problem[] {
  const [low, high] = direction === 'higher' ? [threshold, stretch] : [stretch, threshold]
  const ordered = decimal(low).lessThan(target) && decimal(target).lessThan(high)
  return ordered ? [] : [levelsOutOfOrder(path, direction)]
}

/** Reads a scorecard's policy from untrusted JSON; `parseScorecard` also builds its formulas. */
export function parseScorecardPolicy(json: unknown): ScorecardPolicy {
  return parseWith(scorecardPolicySchema, json)
}
