import * as z from 'zod'
import type { PayBook } from '../pay/index.js'
import { namesSchema } from '../pay/source-schema.js'
import { at, type Problem, repeatedIds } from '../problem/index.js'
import { format, labelSchema, meaning } from '../problem/schema.js'
import { payProblem } from '../words/index.js'

const { name, nonNegative } = format
const text = z.string().min(1)

const limitSchema = z
  .strictObject({
    id: name,
    most: nonNegative,
    breach: z.enum(['report', 'refuse']),
    of: z
      .strictObject({ components: namesSchema.optional(), tags: namesSchema.optional() })
      .readonly()
      .superRefine(meaning(emptyProblems))
      .optional(),
    where: z.record(name, z.array(z.string()).min(1).readonly()).readonly().optional(),
    by: name.optional(),
    label: labelSchema.optional(),
    clause: text.optional(),
  })
  .readonly()

function emptyProblems(of: object): readonly Problem[] {
  const members = ['components', 'tags']
  return Object.keys(of).length > 0 ? [] : [payProblem('one-of', '', { members, given: [] })]
}

/** The JSON of the limits of a book. */
export const limitsSchema = z
  .array(limitSchema)
  .readonly()
  .superRefine(meaning((limits) => repeatedIds('', limits, 'id')))

/**
 * What bounds the lines that are paid in a period: the sum of those of some components or tags (`of`; all
 * unless said), of the people whose attributes have some values (`where`), of all of them together or of
 * each value of an attribute (`by`). `most` is in the currency of the book.
 */
export type Limit = z.infer<typeof limitSchema>

/** What limits name that a book does not have: components, by any name of theirs, and tags. */
export function limitProblems(
  { components, tagged }: PayBook,
  limits: readonly Limit[],
  path: string,
): readonly Problem[] {
  const names = new Set([...components.values()].flatMap(({ name, was }) => [name, ...was]))
  return limits.flatMap(({ of = {} }, i) => {
    const place = at(at(path, i), 'of')
    const { components: named = [], tags = [] } = of
    return [
      ...named.flatMap((found, j) =>
        names.has(found)
          ? []
          : [
              payProblem('unknown-component', at(at(place, 'components'), j), {
                found,
                known: [...components.keys()],
              }),
            ],
      ),
      ...tags.flatMap((found, j) =>
        tagged.has(found)
          ? []
          : [
              payProblem('unknown-tag', at(at(place, 'tags'), j), {
                found,
                known: [...tagged.keys()],
              }),
            ],
      ),
    ]
  })
}
