import * as z from 'zod'
import { compareDates } from '../calendar/index.js'
import { dateSchema } from '../calendar/schema.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { format, parseWith } from '../problem/schema.js'
import { type CareerFramework, levelProblems } from './framework-schema.js'
import { endsTooEarly, unknownCertificate, unknownPosition } from './problems.js'

const careerSchema = z
  .strictObject({
    id: format.id,
    hired: dateSchema,
    position: format.name,
    since: dateSchema,
    ratings: z
      .array(z.strictObject({ on: dateSchema, score: format.decimal }).readonly())
      .readonly(),
    assessments: z
      .array(
        z
          .strictObject({
            competency: format.name,
            level: z.int().min(0),
            on: dateSchema,
            by: z.string().min(1),
            evidence: z.array(z.string().min(1)).min(1).readonly(),
            expires: dateSchema.optional(),
          })
          .readonly(),
      )
      .readonly(),
    certificates: z
      .array(
        z
          .strictObject({ id: format.name, on: dateSchema, expires: dateSchema.optional() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()

/**
 * What is known of a person's growth: when hired, the position held `since`, ratings, assessments of
 * competencies (each with who gave it and the evidence it rests on), and certificates. `expires` is
 * the first day on which something no longer counts. The order of the lists does not matter.
 */
export type Career = z.infer<typeof careerSchema>

/**
 * Reads a career from untrusted JSON. Throws a `PolicyError` with every problem: also for positions,
 * competencies, levels and certificates that the framework does not have, and what expires before it
 * was given.
 *
 * @example
 * parseCareer(framework, json).position //=> 'agent'
 */
export function parseCareer(framework: CareerFramework, json: unknown): Career {
  const career = parseWith(careerSchema, json)
  const positions = framework.positions.map(({ id }) => id)
  const known = (framework.certificates ?? []).map(({ id }) => id)
  const { position, assessments, certificates } = career
  refuse([
    ...(positions.includes(position) ? [] : [unknownPosition('position', position, positions)]),
    ...assessments.flatMap((assessment, i) =>
      levelProblems(framework, assessment, (part) => at(at('assessments', i), part)),
    ),
    ...expiryProblems('assessments', assessments),
    ...certificates.flatMap(({ id }, i) =>
      known.includes(id) ? [] : [unknownCertificate(at(at('certificates', i), 'id'), id, known)],
    ),
    ...expiryProblems('certificates', certificates),
  ])
  return career
}

function expiryProblems(
  path: string,
  given: readonly { readonly on: string; readonly expires?: string | undefined }[],
): readonly Problem[] {
  return given.flatMap(({ on, expires }, i) =>
    expires === undefined || compareDates(on, expires) < 0
      ? []
      : [endsTooEarly(at(at(path, i), 'expires'), on, expires)],
  )
}
