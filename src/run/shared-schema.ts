import * as z from 'zod'
import type { AwardEntry, AwardMember, PoolMember } from '../bonus/index.js'
import { dateSchema } from '../calendar/schema.js'
import { isName, type Problem } from '../problem/index.js'
import { parseParts, parseValues } from '../problem/parts.js'
import { format, labelSchema, parseEach, parseWith, report } from '../problem/schema.js'
import { wrongFormat } from '../problem/shape-problems.js'
import { isProblem, type NumericInput, readDecimal } from '../quantity/index.js'
import type { PoolData, SharedData } from './shared.js'

/** A number as JSON may give it: a plain decimal text or a safe integer. */
const number = z.unknown().superRefine((value, context) => {
  const read = readDecimal(value, '')
  if (isProblem(read)) report(context, [read])
}) as unknown as z.ZodType<NumericInput>

const id = z.string().min(1)
const label = labelSchema.exactOptional()
const figures = z.record(format.name, number).readonly()

const memberSchema: z.ZodType<PoolMember> = z.lazy(() =>
  z
    .strictObject({
      id,
      label,
      figures,
      members: z.array(memberSchema).readonly().exactOptional(),
    })
    .readonly(),
)

const teamMemberSchema: z.ZodType<AwardMember> = z
  .strictObject({ id, label, weight: number.exactOptional() })
  .readonly()

const entrySchema: z.ZodType<AwardEntry> = z
  .strictObject({
    id,
    label,
    from: dateSchema.exactOptional(),
    figures: z.record(format.name, number.nullable()).readonly(),
    members: z.array(teamMemberSchema).readonly().exactOptional(),
  })
  .readonly()

/**
 * Reads what funds and divides the pools of a run from untrusted JSON, by the names of their policies:
 * the figures of the funding, and the members level by level. Of any length: the limits of a policy hold
 * for each member of the first level.
 *
 * Throws a `PolicyError` with every problem of the shape: keys, names, numbers. What is wrong only beside
 * the pool, `runCompensation` tells.
 *
 * @example
 * parsePools({ profit: { figures: { profit: '10000' }, members: [{ id: 'li', figures: { months: 12 } }] } })
 */
export function parsePools(json: unknown): NonNullable<SharedData['pools']> {
  return parseValues(json, poolOf, nameProblems)
}

function poolOf(json: unknown): PoolData {
  return parseParts<PoolData>(json, {
    figures: (own) => parseWith(figures, own),
    members: (own) => parseEach(memberSchema, own),
  })
}

/**
 * Reads who enters the awards of a run from untrusted JSON, by the names of their policies. Of any
 * length: the limits of a policy hold for each entry.
 *
 * Throws a `PolicyError` with every problem of the shape: keys, names, numbers, dates. What is wrong only
 * beside the award, `runCompensation` tells.
 *
 * @example
 * parseAwards({ star: [{ id: 'li', figures: { score: '96' } }] })
 */
export function parseAwards(json: unknown): NonNullable<SharedData['awards']> {
  return parseValues(json, (entries) => parseEach(entrySchema, entries), nameProblems)
}

function nameProblems(name: string): readonly Problem[] {
  return isName(name) ? [] : [wrongFormat(name, 'name', name)]
}
