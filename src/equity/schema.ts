import * as z from 'zod'
import { at, record, refuse } from '../problem/index.js'
import { format, meaning, parseEach } from '../problem/schema.js'
import { decimalOption } from '../quantity/internal.js'
import { repeatedPerson } from './problems.js'

/** Also the number of digits is looked at, which a format does not tell. */
const numbers = record(decimalOption())

const personSchema = z
  .strictObject({
    id: format.id,
    attributes: z.record(z.string(), z.string().min(1)).readonly(),
    amounts: z.record(z.string(), format.nonNegative).readonly(),
    measures: z.record(z.string(), format.decimal).readonly().optional(),
  })
  .readonly()
  .superRefine(
    meaning(({ amounts, measures = {} }) => [
      ...numbers(amounts, 'amounts'),
      ...numbers(measures, 'measures'),
    ]),
  )

/**
 * A person whose pay is compared. `attributes` say what the person belongs to (sex, grade,
 * department, manager), `amounts` what is paid or brought in, all in one currency and of one period,
 * `measures` what explains pay (tenure, hours).
 */
export type Person = z.infer<typeof personSchema>

/**
 * Reads people from untrusted JSON: a list of `{ id, attributes, amounts, measures? }`, of any length.
 *
 * Throws a `PolicyError` with every problem of every person, repeated ids and numbers of more than 40
 * digits among them.
 *
 * @example
 * parsePeople([{ id: '1', attributes: { sex: 'women' }, amounts: { hourly: '21.50' } }]).length //=> 1
 */
export function parsePeople(json: unknown): readonly Person[] {
  const people = parseEach(personSchema, json)
  const seen = new Set<string>()
  refuse(
    people.flatMap(({ id }, i) => {
      if (seen.has(id)) return [repeatedPerson(at(at('', i), 'id'), id)]
      seen.add(id)
      return []
    }),
  )
  return people
}
