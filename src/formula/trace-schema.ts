import * as z from 'zod'
import { format } from '../problem/schema.js'
import { unitSchema } from '../quantity/schema.js'
import type { Explanation } from './explain.js'
import { childProperties } from './fold.js'
import type { Op } from './nodes.js'
import { conditionSchema, expressionSchema } from './schema.js'
import type { BandRange, Line, Reason, Slice, Step, Test } from './trace.js'

/** The nodes of a formula without those below them, as traces hold them. */
function bareNodes(nodes: readonly z.ZodObject[]) {
  const bare = nodes.map(({ shape }) => {
    const { op } = shape as unknown as { readonly op: z.ZodLiteral<Op> }
    const below: readonly string[] = childProperties[op.value]
    const own = Object.entries(shape).filter(([name]) => !below.includes(name))
    return z.strictObject({ op, ...Object.fromEntries(own) })
  })
  return z.discriminatedUnion('op', bare as [(typeof bare)[number]])
}

const expressionNode = bareNodes(expressionSchema.options) as unknown as z.ZodType<Step['node']>
const conditionNode = bareNodes(conditionSchema.options) as unknown as z.ZodType<Test['node']>

/** A run of a formula, from JSON. */
export const stepSchema: z.ZodType<Step> = z.lazy(() =>
  z.strictObject({
    node: expressionNode,
    path: z.string(),
    value: format.decimal,
    unit: unitSchema,
    parts: z.array(stepSchema).readonly(),
    reason: reasonSchema.exactOptional(),
  }),
)

const testSchema: z.ZodType<Test> = z.lazy(() =>
  z.strictObject({
    node: conditionNode,
    holds: z.boolean(),
    compared: z.array(stepSchema).readonly(),
    parts: z.array(testSchema).readonly(),
  }),
)

const range = { from: format.decimal.exactOptional(), to: format.decimal.exactOptional() }
const sliceSchema: z.ZodType<Slice> = z.strictObject({
  ...range,
  amount: format.decimal,
  rate: format.decimal,
  pay: format.decimal,
})
const bandSchema: z.ZodType<BandRange> = z.strictObject({
  ...range,
  exclusive: z.boolean().exactOptional(),
  toInclusive: z.boolean().exactOptional(),
})
const point = z.strictObject({ at: format.decimal, value: format.decimal })
const lineSchema: z.ZodType<Line> = z.strictObject({
  low: point.exactOptional(),
  high: point.exactOptional(),
})

const reasonSchema: z.ZodType<Reason> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slices'), slices: z.array(sliceSchema).readonly() }),
  z.strictObject({ kind: z.literal('bands'), bands: z.array(bandSchema).readonly() }),
  z.strictObject({ kind: z.literal('line'), line: lineSchema }),
  z.strictObject({ kind: z.literal('category'), found: z.string(), listed: z.boolean() }),
  z.strictObject({ kind: z.literal('test'), test: testSchema }),
])

/** A step in words, from JSON. */
export const explanationSchema: z.ZodType<Explanation> = z.lazy(() =>
  z.strictObject({
    label: z.string(),
    value: z.string(),
    clause: z.string().exactOptional(),
    how: z.array(z.string()).readonly(),
    steps: z.array(explanationSchema).readonly(),
  }),
)
