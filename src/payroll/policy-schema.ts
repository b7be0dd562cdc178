import * as z from 'zod'
import { endsBeforeStart } from '../calendar/internal.js'
import {
  basisSchema,
  dateSchema,
  fiscalCalendarSchema,
  periodKindSchema,
} from '../calendar/schema.js'
import { namesSchema } from '../pay/source-schema.js'
import { eligibleSchema, retroSchema } from '../pay/terms-schema.js'
import { at, type Problem, repeatedIds } from '../problem/index.js'
import { format, jsonSchemaOf, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { missing } from '../problem/shape-problems.js'
import { currencySchema } from '../quantity/schema.js'
import { payProblem } from '../words/index.js'
import { audiencesSchema } from './audience-schema.js'
import { limitsSchema } from './limit-schema.js'

const { name, decimal } = format
const text = z.string().min(1)

const testSchema = z
  .strictObject({
    name: text,
    component: name.optional(),
    inputs: z.record(z.string(), z.string()).readonly(),
    pays: decimal,
  })
  .readonly()

/**
 * A case that a policy brings along: what a row of inputs must come to, of the component that pays or of
 * another that the policy writes.
 */
export type PolicyTest = z.infer<typeof testSchema>

const placesAt = z.union([z.literal('any'), z.array(decimal).readonly()]).optional()
const expectationSchema = z.strictObject({ cliffsAt: placesAt, fallsAt: placesAt }).readonly()

/**
 * What the author of a rule knows and accepts: where pay jumps (`cliffsAt`), and from where more pays
 * less (`fallsAt`): exact values of the measure, or `any`.
 */
export type Expectation = z.infer<typeof expectationSchema>

const versionSchema = z
  .strictObject({
    from: dateSchema,
    to: dateSchema.optional(),
    reason: text,
    writtenBy: text.optional(),
    approvedBy: text.optional(),
    eligible: eligibleSchema.optional(),
    terms: z.unknown(),
    tests: z.array(testSchema).readonly().optional(),
    expect: expectationSchema.optional(),
  })
  .readonly()

/** A version of a policy: its days, why it holds, who wrote and approved it, for whom it is, and its terms. */
export type PolicyVersion = z.infer<typeof versionSchema>

const policySchema = z
  .strictObject({
    kind: name,
    id: name,
    owner: text,
    tags: namesSchema.optional(),
    retro: retroSchema.optional(),
    period: name.optional(),
    versions: z.array(versionSchema).min(1).readonly(),
  })
  .readonly()

/**
 * A policy of a kind, with all of its versions. Its `tags` and its `retro` are those of the components of
 * it that pay; its `period`, one of the book's rhythms, is that of all that it writes: the first unless said.
 */
export type Policy = z.infer<typeof policySchema>

const bookSchema = z
  .strictObject({
    format: z.literal(2),
    id: name,
    currency: currencySchema,
    rhythms: z
      .record(
        name,
        z
          .strictObject({ kind: periodKindSchema, calendar: fiscalCalendarSchema.optional() })
          .readonly(),
      )
      .readonly()
      .optional(),
    retro: retroSchema,
    basis: z.record(name, basisSchema).readonly().optional(),
    basisBy: name.optional(),
    unreadFigures: z.enum(['report', 'refuse']).optional(),
    failedTests: z.enum(['report', 'refuse']).optional(),
    policies: z.array(policySchema).min(1).readonly(),
    crediting: z.record(name, z.unknown()).readonly().optional(),
    limits: limitsSchema.optional(),
    audiences: audiencesSchema.optional(),
    labels: z.record(name, z.record(text, labelSchema).readonly()).readonly().optional(),
  })
  .readonly()
  .superRefine(meaning(bookProblems))

/** A company's policies as their authors write them, plain JSON; see `parseBook`. */
export type BookPolicy = z.infer<typeof bookSchema>

function bookProblems({ policies, basis = {}, basisBy }: BookPolicy): readonly Problem[] {
  return [
    ...(basisBy !== undefined && Object.keys(basis).length === 0
      ? [missing('basis', 'object')]
      : []),
    ...repeatedIds('policies', policies, 'id'),
    ...policies.flatMap((policy, i) => versionProblems(policy, at('policies', i))),
  ]
}

/** Versions come one after the other. */
function versionProblems({ id, versions }: Policy, path: string): readonly Problem[] {
  return versions.flatMap(({ from, to }, i) => {
    const place = at(at(path, 'versions'), i)
    const before = versions[i - 1]
    const last = before && (before.to ?? before.from)
    return [
      ...(to !== undefined && to < from ? [endsBeforeStart(at(place, 'to'), from, to)] : []),
      ...(last !== undefined && from <= last
        ? [payProblem('versions-overlap', place, { component: id, from, before: last })]
        : []),
    ]
  })
}

/** Reads the policies of a book from untrusted JSON; `parseBook` also gives them their meaning. */
export function parseBookPolicy(json: unknown): BookPolicy {
  return parseWith(bookSchema, json)
}

/**
 * The JSON Schema (draft 2020-12) of a book of policies, for editors and for other languages. What the
 * terms of a kind are, its own schema says.
 *
 * @example
 * policyBookJsonSchema()['$schema'] //=> 'https://json-schema.org/draft/2020-12/schema'
 */
export function policyBookJsonSchema(): Readonly<Record<string, unknown>> {
  return jsonSchemaOf(bookSchema)
}
