import * as z from 'zod'
import { boundProblems } from '../formula/internal.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal, total } from '../quantity/index.js'
import { placesSchema, roundingSchema } from '../quantity/schema.js'
import {
  curveProblems,
  kpiSchema,
  levels,
  orderProblems,
  type ScorecardKpi,
} from './curve-schema.js'
import { repeatedBand, repeatedKpi, weightless, weightsNotWhole } from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

/** KPIs that count together, such as a perspective of a balanced scorecard; groups may hold groups. */
export interface ScorecardGroup {
  readonly group: string
  readonly label?: z.infer<typeof labelSchema> | undefined
  readonly clause?: string | undefined
  readonly weight: string
  readonly kpis?: readonly ScorecardKpi[] | undefined
  readonly groups?: readonly ScorecardGroup[] | undefined
}

const group: z.ZodType<ScorecardGroup> = z.lazy(() => groupSchema)
const members = {
  kpis: z.array(kpiSchema).min(1).readonly().optional(),
  groups: z.array(group).min(1).readonly().optional(),
}
const groupSchema = z
  .strictObject({ group: format.name, ...described, weight: format.nonNegative, ...members })
  .readonly()

/** A scorecard as policy authors write it; see `kpi.scorecard`. */
export const scorecardPolicySchema = z
  .strictObject({
    id: format.name,
    ...described,
    missing: z.enum(['fail', 'zero', 'redistribute']),
    // A score below 0 on the threshold would be worse than the 0 below it.
    scores: z.strictObject(levels(format.nonNegative)).readonly(),
    ...members,
    score: z.strictObject({ places: placesSchema, rounding: roundingSchema }).readonly(),
    bands: z
      .array(
        z
          .strictObject({
            band: format.name.optional(),
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
      ...memberProblems(policy, ''),
      ...repeatedKpis(policy),
      ...boundProblems(policy.bands, 'bands', 'open'),
      ...repeatedBands(policy.bands),
    ]),
  )

/** A scorecard as policy authors write it, plain JSON. */
export type ScorecardPolicy = z.infer<typeof scorecardPolicySchema>

type Members = Pick<ScorecardGroup, 'kpis' | 'groups'>

/** Every KPI of a scorecard, those of its groups after its own, each with its path. */
export function allKpis(
  { kpis = [], groups = [] }: Members,
  path = '',
): readonly (readonly [kpi: ScorecardKpi, path: string])[] {
  return [
    ...kpis.map((own, i) => [own, at(at(path, 'kpis'), i)] as const),
    ...groups.flatMap((own, i) => allKpis(own, at(at(path, 'groups'), i))),
  ]
}

function memberProblems({ kpis = [], groups = [] }: Members, path: string): readonly Problem[] {
  const place = groups.length > 0 ? 'groups' : 'kpis'
  const weight = total(
    [...kpis, ...groups].map((own) => own.weight),
    0,
  )
  const weightProblems = (own: { readonly weight: string }, place: string) =>
    decimal(own.weight).isZero() ? [weightless(at(place, 'weight'))] : []
  return [
    ...kpis.flatMap((own, i) => {
      const place = at(at(path, 'kpis'), i)
      return [...weightProblems(own, place), ...curveProblems(own, place)]
    }),
    ...groups.flatMap((own, i) => {
      const place = at(at(path, 'groups'), i)
      return [...weightProblems(own, place), ...memberProblems(own, place)]
    }),
    ...(decimal(weight).equals(1) ? [] : [weightsNotWhole(at(path, place), weight)]),
  ]
}

function repeatedKpis(policy: Members): readonly Problem[] {
  const all = allKpis(policy)
  const names = all.map(([{ kpi }]) => kpi)
  return all.flatMap(([{ kpi }, path], i) =>
    names.indexOf(kpi) < i ? [repeatedKpi(at(path, 'kpi'), kpi)] : [],
  )
}

function repeatedBands(
  bands: readonly { readonly band?: string | undefined }[],
): readonly Problem[] {
  const names = bands.map(({ band }) => band)
  return bands.flatMap(({ band }, i) =>
    band !== undefined && names.indexOf(band) < i
      ? [repeatedBand(at(at('bands', i), 'band'), band)]
      : [],
  )
}

/** Reads a scorecard's policy from untrusted JSON; `parseScorecard` also builds its formulas. */
export function parseScorecardPolicy(json: unknown): ScorecardPolicy {
  return parseWith(scorecardPolicySchema, json)
}
