import * as z from 'zod'
import { ownOrNonNegative } from '../commission/own-schema.js'
import { namesSchema } from '../pay/source-schema.js'
import { at, type Problem, problem } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'

/** One of so many equal parts of what is there. */
const partSchema = z.strictObject({ parts: z.int().min(2).max(1_200) }).readonly()

const capSchema = z
  .strictObject({
    of: z.union([namesSchema, z.strictObject({ tag: format.name }).readonly()]),
    most: z.union([ownOrNonNegative, partSchema]).optional(),
    least: ownOrNonNegative.optional(),
    over: z.enum(['period', 'year']).optional(),
    carries: z.literal(true).optional(),
    prorated: z.boolean().optional(),
    label: labelSchema.optional(),
    clause: z.string().min(1).optional(),
  })
  .readonly()
  .superRefine(meaning(capProblems))

/**
 * The most and the least that several components pay together, for good or for one payment alone; `prorated`:
 * for the days paid of a period.
 */
export type Cap = z.infer<typeof capSchema>

function capProblems({ most, least, over, carries, prorated }: Cap): readonly Problem[] {
  const members = ['most', 'least']
  if (most === undefined && least === undefined)
    return [payProblem('one-of', '', { members, given: [] })]
  const crossed =
    typeof most === 'string' && typeof least === 'string' && decimal(least).greaterThan(most)
  return [
    ...(crossed ? [leastAboveMost(least, most)] : []),
    // What is guaranteed for a year falls due with its end, and not with its first period.
    ...(least !== undefined && over === 'year'
      ? [payProblem('not-beside', at('', 'least'), { member: 'least', kind: 'over' })]
      : []),
    // What is carried on has no end with the year.
    ...(carries === true && over === 'year'
      ? [payProblem('not-beside', 'carries', { member: 'carries', kind: 'over' })]
      : []),
    ...(isPart(most) && carries !== true ? [partLost()] : []),
    // The days of a year are not over before it is; a part of what is there is of no days.
    ...(prorated === true && over === 'year'
      ? [payProblem('not-beside', 'prorated', { member: 'prorated', kind: 'over' })]
      : []),
    ...(prorated === true && isPart(most) && least === undefined
      ? [payProblem('not-beside', 'prorated', { member: 'prorated', kind: 'parts' })]
      : []),
  ]
}

/** Whether the most is a part of what is there. */
export function isPart(most: Cap['most']): most is z.infer<typeof partSchema> {
  return typeof most === 'object' && 'parts' in most
}

function partLost(): Problem {
  return problem(
    'part-lost',
    'most.parts',
    ['what is beyond the part would be paid by nobody', 'Add "carries": true, or give an amount'],
    ['超出该份额的部分将无人支付', '请加上 "carries": true，或改为金额'],
  )
}

function leastAboveMost(least: string, most: string): Problem {
  return problem(
    'crossed-limits',
    'least',
    [`${least} is more than the most of ${most}`, 'Lower it, or raise the most'],
    [`${least} 高于上限 ${most}`, '请降低下限，或提高上限'],
  )
}

/** What several components pay together at most, or at least. */
export function parseCapTerms(json: unknown): Cap {
  return parseWith(capSchema, json)
}
