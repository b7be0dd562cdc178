import * as z from 'zod'
import { boundProblems } from '../formula/internal.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { placesSchema, unitSchema } from '../quantity/schema.js'
import {
  againstDirection,
  badKpiName,
  emptyBand,
  levelsOutOfOrder,
  noLineBeyond,
} from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

/** Three levels, worst first. */
export function levels<S extends z.ZodType>(level: S) {
  return { threshold: level, target: level, stretch: level }
}

const kpi = {
  kpi: format.name,
  ...described,
  unit: unitSchema,
  scale: placesSchema,
  weight: format.nonNegative,
}
const direction = z.enum(['higher', 'lower'])

export const kpiSchema = z.discriminatedUnion('curve', [
  z
    .strictObject({
      curve: z.literal('line').optional(),
      ...kpi,
      direction,
      ...levels(format.decimal),
      beyond: z.enum(['capped', 'uncapped']).optional(),
    })
    .readonly(),
  z
    .strictObject({
      curve: z.literal('steps'),
      ...kpi,
      direction,
      steps: z
        .array(
          z
            .strictObject({
              from: format.decimal.optional(),
              exclusive: z.boolean().optional(),
              score: format.decimal,
            })
            .readonly(),
        )
        .readonly(),
    })
    .readonly(),
  z
    .strictObject({ curve: z.literal('all-or-nothing'), ...kpi, direction, target: format.decimal })
    .readonly(),
  z
    .strictObject({
      curve: z.literal('within'),
      ...kpi,
      lowest: format.decimal,
      highest: format.decimal,
      tolerance: format.nonNegative,
    })
    .readonly(),
])

/**
 * One KPI of a scorecard: what is measured, what it weighs, and its scoring curve:
 * - `line` (also where no curve is named): 0 short of the threshold, then straight lines through
 *   threshold, target and stretch; flat beyond the stretch, or on along the last line where `beyond` is
 *   `uncapped`. A stretch that is the target scores as the target does: nothing is above it.
 * - `steps`: the score of the band that the value falls in.
 * - `all-or-nothing`: the score of the target where it is reached, or else 0.
 * - `within`: the score of the target from `lowest` to `highest`, falling to 0 over the `tolerance` on
 *   either side.
 */
export type ScorecardKpi = z.infer<typeof kpiSchema>

/** Leaves room in a name for `.reported`, and keeps the `.` for such inputs of the library's own. */
const withoutPoint = /^[^.]{1,55}$/

/** What is wrong with a KPI by itself: its name, and its curve where a better result scores less. */
export function curveProblems(kpi: ScorecardKpi, path: string): readonly Problem[] {
  const fine = withoutPoint.test(kpi.kpi)
  return [...(fine ? [] : [badKpiName(at(path, 'kpi'), kpi.kpi)]), ...shapeProblems(kpi, path)]
}

function shapeProblems(kpi: ScorecardKpi, path: string): readonly Problem[] {
  switch (kpi.curve) {
    case 'steps':
      return stepProblems(kpi, path)
    case 'within':
      return decimal(kpi.lowest).lessThanOrEqualTo(kpi.highest)
        ? []
        : [emptyBand(path, kpi.lowest, kpi.highest)]
    case 'all-or-nothing':
      return []
    case 'line':
    case undefined:
      return [...orderProblems(path, kpi.direction, kpi), ...beyondProblems(kpi, path)]
  }
}

function stepProblems(
  { direction, steps }: Extract<ScorecardKpi, { curve: 'steps' }>,
  path: string,
): readonly Problem[] {
  const place = at(path, 'steps')
  const scores = steps.map(({ score }) => decimal(score))
  const against = scores.flatMap((score, i) => {
    const change = score.comparedTo(scores[i - 1] ?? score)
    const worse = direction === 'higher' ? change < 0 : change > 0
    return worse ? [againstDirection(at(at(place, i), 'score'), direction)] : []
  })
  return [...boundProblems(steps, place, 'open'), ...against]
}

/** Beyond the stretch a score goes on along the line from the target, so there must be one. */
function beyondProblems(
  { beyond, target, stretch }: Extract<ScorecardKpi, { stretch: string }>,
  path: string,
): readonly Problem[] {
  const none = beyond === 'uncapped' && decimal(stretch).equals(target)
  return none ? [noLineBeyond(at(path, 'stretch'))] : []
}

/** Levels must move one way; only the stretch may be the target, where nothing more is scored. */
export function orderProblems(
  path: string,
  direction: 'higher' | 'lower',
  levels: { readonly threshold: string; readonly target: string; readonly stretch: string },
): readonly Problem[] {
  const sign = direction === 'higher' ? 1 : -1
  const rising = (level: string) => decimal(level).times(sign)
  const target = rising(levels.target)
  const ordered =
    target.greaterThan(rising(levels.threshold)) && target.lessThanOrEqualTo(rising(levels.stretch))
  return ordered ? [] : [levelsOutOfOrder(path, direction)]
}
