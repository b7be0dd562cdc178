import * as z from 'zod'
import { attributeProblems, endsBeforeStart, toldTwice } from '../calendar/internal.js'
import { attributesSchema, known } from '../calendar/known-schema.js'
import { dateSchema } from '../calendar/schema.js'
import { problemsOf, refuse, repeatedIds } from '../problem/index.js'
import { parseParts } from '../problem/parts.js'
import { by, format, meaning, parseList, parseUsual } from '../problem/schema.js'
import { payProblem } from '../words/index.js'
import { ownerProblems } from './owner-problems.js'
import { readOnce } from './read-once.js'
import { shareSchema, weightSchema } from './share-schema.js'
import type { CreditedPerson, Owner, Touch } from './tables.js'
import { usualOwner, usualTouch } from './usual-tables.js'

const { id } = format
const text = z.string().min(1)

/** The JSON of an owner. */
export const ownerSchema: z.ZodType<Owner> = z
  .strictObject({
    of: text,
    person: id,
    share: shareSchema.optional(),
    weight: weightSchema.optional(),
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    ...known,
  })
  .readonly()
  .superRefine(
    meaning(({ share, weight, from, to }) => [
      ...(share === undefined || weight === undefined
        ? []
        : [payProblem('one-of', '', { members: ['share', 'weight'], given: ['share', 'weight'] })]),
      ...(from !== undefined && to !== undefined && to < from
        ? [endsBeforeStart('to', from, to)]
        : []),
    ]),
  )

/** The JSON of a touch. */
export const touchSchema: z.ZodType<Touch> = z
  .strictObject({
    id,
    key: text,
    person: id,
    on: dateSchema,
    order: text.optional(),
    ...known,
  })
  .readonly()

const ownersIn = readOnce((json) => {
  const owners = parseUsual(ownerSchema, usualOwner, json)
  refuse(ownerProblems('', owners))
  return owners
})

/**
 * Reads a table of owners from untrusted JSON, a list of any length: the limits of a policy hold for
 * each row. What it returns is frozen; given again, it is taken as it is.
 *
 * Throws a `PolicyError` with every problem of every row: of its shape, a share beside a weight, a last
 * day before the first; or else every row whose value, person and first day were told before as recorded
 * on the same day.
 *
 * @example
 * parseOwners([{ of: 'north', person: 'li', share: '1/3' }, { of: 'north', person: 'wu', share: '2/3' }]).length //=> 2
 */
export function parseOwners(json: unknown): readonly Owner[] {
  return ownersIn(json)
}

const touchesIn = readOnce((json) => {
  const touches = parseUsual(touchSchema, usualTouch, json)
  refuse(toldTwice('', touches, (touch) => [[touch.id], touch.on]))
  return touches
})

/**
 * Reads touches from untrusted JSON, a list of any length: the limits of a policy hold for each. What it
 * returns is frozen; given again, it is taken as it is.
 *
 * Throws a `PolicyError` with every problem of the shape of every touch; or else every one that was told
 * before as recorded on the same day.
 *
 * @example
 * parseTouches([{ id: 't1', key: 'c7', person: 'li', on: '2026-02-01' }]).length //=> 1
 */
export function parseTouches(json: unknown): readonly Touch[] {
  return touchesIn(json)
}

/** What people have beside it for pay is passed over: no crediting reads it. */
const passedOver = ['name', 'employment', 'assignments', 'absences', 'figures'] as const
const nothing = () => undefined

function personIn(json: unknown): CreditedPerson {
  const { id, attributes } = parseParts<
    CreditedPerson & Readonly<Record<(typeof passedOver)[number], undefined>>
  >(
    json,
    {
      id: by(format.id),
      attributes: by(attributesSchema),
      name: nothing,
      employment: nothing,
      assignments: nothing,
      absences: nothing,
      figures: nothing,
    },
    passedOver,
  )
  refuse(attributeProblems('attributes', attributes))
  return Object.freeze({ id, attributes })
}

const peopleIn = readOnce((json) => {
  const people = parseList(json, (item) => {
    let value: CreditedPerson | undefined
    const problems = problemsOf(() => {
      value = personIn(item)
    })
    return { problems, value }
  })
  refuse(repeatedIds('', people, 'id'))
  return people
})

/**
 * Reads people from untrusted JSON as far as crediting looks, a list of any length: their ids and the
 * histories of their attributes. The same people may be given as to pay: what else these have is not
 * looked at. What it returns is frozen; given again, it is taken as it is.
 *
 * Throws a `PolicyError` with every problem of every person: of their shape, a value of an attribute that
 * is told twice as recorded on one day; or else every id that is duplicated.
 *
 * @example
 * parseCreditedPeople([{ id: 'li', attributes: { manager: [{ from: '2026-01-01', value: 'wu' }] } }]).length //=> 1
 */
export function parseCreditedPeople(json: unknown): readonly CreditedPerson[] {
  return peopleIn(json)
}
