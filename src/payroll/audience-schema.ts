import * as z from 'zod'
import type { PayBook } from '../pay/index.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema } from '../problem/schema.js'
import { disclosureProblem, payProblem } from '../words/index.js'
import { type Audience, builtIn, headClasses, lineClasses } from './audience.js'

const names = z.array(format.name).min(1).readonly()

/** The JSON of an audience. */
export const audienceSchema: z.ZodType<Audience> = z.strictObject({
  label: labelSchema.optional(),
  head: z.array(z.enum(headClasses)).readonly(),
  lines: z
    .array(
      z.strictObject({
        of: z.union([
          z.literal('all'),
          z.strictObject({
            components: names.optional(),
            tags: names.optional(),
            paid: z.literal(true).optional(),
          }),
        ]),
        shows: z.array(z.enum(lineClasses)).readonly(),
      }),
    )
    .readonly(),
})

/** The JSON of the audiences of a book. */
export const audiencesSchema = z.record(format.name, audienceSchema)

/** What is wrong with audiences beside their book. */
export function audienceProblems(
  audiences: Readonly<Record<string, Audience>>,
  book: PayBook,
): readonly Problem[] {
  return Object.entries(audiences).flatMap(([name, { lines }]) => [
    ...(Object.hasOwn(builtIn, name) ? [disclosureProblem('taken-audience', name, { name })] : []),
    ...lines.flatMap(({ of }, i) => {
      if (of === 'all') return []
      const path = at(at(at(name, 'lines'), i), 'of')
      const { components = [], tags = [] } = of
      const namesNothing = components.length + tags.length === 0
      return [
        ...(namesNothing ? [disclosureProblem('names-no-lines', path, {})] : []),
        ...components.flatMap((found, j) => {
          const known = [...book.components.keys()]
          const where = at(at(path, 'components'), j)
          return known.includes(found)
            ? []
            : [payProblem('unknown-component', where, { found, known })]
        }),
        ...tags.flatMap((found, j) => {
          const known = [...book.tagged.keys()]
          const where = at(at(path, 'tags'), j)
          return known.includes(found) ? [] : [payProblem('unknown-tag', where, { found, known })]
        }),
      ]
    }),
  ])
}
