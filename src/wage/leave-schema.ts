import * as z from 'zod'
import { at, isName } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { unknownKey, wrongFormat } from '../problem/shape-problems.js'
import { aboveZero, partsOfWhole, rounded, severalSchema, statedSchema } from './schema.js'

const { name, nonNegative } = format

const hoursSchema = z
  .strictObject({
    table: name,
    hours: name.optional(),
    kind: name.optional(),
    perDay: nonNegative,
  })
  .readonly()

export const leaveSchema = z
  .strictObject({
    base: severalSchema,
    kinds: z.record(z.string().min(1), statedSchema).readonly(),
    labels: z.record(z.string(), labelSchema).readonly().optional(),
    hours: hoursSchema.optional(),
    basis: name.optional(),
    ...rounded,
  })
  .readonly()
  .superRefine(
    meaning(({ kinds, labels = {}, hours }) => [
      // Absences are of kinds that have names; a table may call its own as it likes.
      ...Object.keys(kinds)
        .filter((kind) => hours === undefined && !isName(kind))
        .map((kind) => wrongFormat(at('kinds', kind), 'name', kind)),
      ...Object.keys(labels)
        .filter((kind) => !Object.hasOwn(kinds, kind))
        .map((kind) => unknownKey(at('labels', kind), kind, Object.keys(kinds))),
      ...partsOfWhole('kinds', kinds),
      ...aboveZero('hours.perDay', hours?.perDay),
    ]),
  )

/**
 * What is paid for leave: the monthly `base` (several parts are added), and for each kind of absence the part
 * of it that is paid: 1 for annual leave, 0 for personal, of sick leave a part by years of service. `labels`
 * are what explanations call the days of a kind.
 *
 * Without `hours` leave is days of absence, which a prorated salary has taken off: it pays their part back.
 * With `hours` it is the records of a table, each with its `hours` and its `kind` (members of these names
 * unless said), which a salary knows nothing of: what is not paid of them is taken off.
 */
export type LeaveTerms = z.infer<typeof leaveSchema>

/**
 * Reads the terms of leave from untrusted JSON.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * parseLeave({ base: { attribute: 'base' }, kinds: { annual: '1' } }).kinds //=> { annual: '1' }
 */
export function parseLeave(json: unknown): LeaveTerms {
  return parseWith(leaveSchema, json)
}
