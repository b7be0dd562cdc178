import * as z from 'zod'
import { type Option, type Problem, problemsOf, repeatedIds, under } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { decimal, total } from '../quantity/index.js'
import { badScale, weightsNotWhole } from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }
const { id } = format

const policySchema = z
  .strictObject({
    id: format.name,
    ...described,
    scale: z.strictObject({ minimum: format.decimal, maximum: format.decimal }).readonly(),
    criteria: z
      .array(
        z
          .strictObject({ criterion: format.name, weight: format.nonNegative, ...described })
          .readonly(),
      )
      .min(1)
      .readonly(),
    raters: z
      .strictObject({
        departments: z.array(format.name).min(1).readonly().optional(),
        ownDepartment: z.boolean(),
      })
      .readonly(),
    minimumRaters: z.int().min(1),
    anonymityThreshold: z.int().min(1),
    shrinkage: format.nonNegative,
    places: z.int().min(0).max(6),
  })
  .readonly()
  .superRefine(meaning(policyProblems))

/**
 * How ratings are collected and corrected: the scale, the criteria and their weights, who may rate
 * (people of some departments; of the subject's own one or not), how many raters a result needs, from
 * how many raters on single ratings may be shown, how strongly a rater's leniency is shrunk to
 * nothing (0: not at all; as many ratings as this count as half).
 */
export type RatingPolicy = z.infer<typeof policySchema>

const ratingSchema = z
  .strictObject({ rater: id, subject: id, criterion: format.name, score: format.decimal })
  .readonly()

/** One score that a rater gave a person, or a joint event, on a criterion. */
export type Rating = z.infer<typeof ratingSchema>

const participantsSchema = z
  .strictObject({
    raters: z.record(id, format.name),
    subjects: z.record(
      id,
      z
        .strictObject({
          departments: z.array(format.name).readonly(),
          people: z.array(id).readonly(),
        })
        .readonly(),
    ),
    conflicts: z
      .array(z.strictObject({ rater: id, subject: id, reason: z.string().min(1) }).readonly())
      .readonly(),
  })
  .readonly()

/**
 * Who takes part: each rater's department; each subject's departments and the people behind it (for a
 * person, that person; for a joint event, its makers); declared conflicts of interest.
 */
export type Participants = z.infer<typeof participantsSchema>

function policyProblems({
  scale,
  criteria,
}: Pick<RatingPolicy, 'scale' | 'criteria'>): readonly Problem[] {
  const weight = total(
    criteria.map((each) => each.weight),
    0,
  )
  return [
    ...(decimal(scale.minimum).lessThan(scale.maximum) ? [] : [badScale('scale')]),
    ...(decimal(weight).equals(1) ? [] : [weightsNotWhole('criteria', weight)]),
    ...repeatedIds('criteria', criteria, 'criterion'),
  ]
}

/**
 * Reads a rating policy from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseRatingPolicy(JSON.parse(text)).minimumRaters
 */
export function parseRatingPolicy(json: unknown): RatingPolicy {
  return parseWith(policySchema, json)
}

/** A policy as an argument of a function: it may not have been parsed. */
export const policyOption: Option = (value, path) =>
  under(
    path,
    problemsOf(() => parseRatingPolicy(value)),
  )

/**
 * Reads ratings from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseRatings([{ rater: 'Li', subject: 'spring-sale', criterion: 'result', score: '4' }]).length //=> 1
 */
export function parseRatings(json: unknown): readonly Rating[] {
  return parseWith(z.array(ratingSchema).readonly(), json)
}

/**
 * Reads who takes part from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseParticipants({ raters: { Li: 'service' }, subjects: {}, conflicts: [] }).raters.Li //=> 'service'
 */
export function parseParticipants(json: unknown): Participants {
  return parseWith(participantsSchema, json)
}
