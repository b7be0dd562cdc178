import * as z from 'zod'
import { partProblems } from '../calendar/internal.js'
import { attributesSchema, known } from '../calendar/known-schema.js'
import { dateSchema } from '../calendar/schema.js'
import { isTrusted } from '../credit/trusted.js'
import { isName, refuse, repeatedIds } from '../problem/index.js'
import { parseParts, parseValues } from '../problem/parts.js'
import { format, jsonSchemaOf, meaning, parseEach } from '../problem/schema.js'
import { wrongFormat } from '../problem/shape-problems.js'
import { digitProblems } from '../quantity/internal.js'
import type { Data, Figure, Group, Person, Row } from './data.js'
import {
  groupProblems,
  personProblems,
  repeatedGroups,
  rowProblems,
  tableProblems,
} from './data-problems.js'

const { id, name } = format
const span = { from: dateSchema, to: dateSchema.optional() }
const number = format.decimal.superRefine(meaning(digitProblems))
const text = z.string().min(1)

const figureOfAny = z.strictObject({
  name,
  rhythm: name.optional(),
  period: id,
  value: number,
  ...known,
})
const figureSchema: z.ZodType<Figure> = figureOfAny.extend({ assignment: id.optional() }).readonly()

const personSchema: z.ZodType<Person> = z
  .strictObject({
    id,
    name: text.optional(),
    employment: z.array(z.strictObject({ ...span, ...known }).readonly()).readonly(),
    assignments: z
      .array(z.strictObject({ id, ...span, attributes: attributesSchema, ...known }).readonly())
      .readonly()
      .optional(),
    attributes: attributesSchema,
    absences: z
      .array(
        z
          .strictObject({
            id,
            from: dateSchema,
            to: dateSchema,
            kind: name,
            part: format.decimal
              .superRefine(meaning((part) => partProblems(part, 4, '')))
              .optional(),
            ...known,
          })
          .readonly(),
      )
      .readonly()
      .optional(),
    figures: z.array(figureSchema).readonly().optional(),
  })
  .readonly()
  .superRefine(meaning(personProblems))

const groupSchema: z.ZodType<Group> = z
  .strictObject({
    of: z.union([z.literal('company'), z.strictObject({ by: name, value: text }).readonly()]),
    attributes: attributesSchema.optional(),
    figures: z.array(figureOfAny.readonly()).readonly().optional(),
  })
  .readonly()
  .superRefine(meaning(groupProblems))

// Of what type an own member is, is told beside what its name is: a misspelt `void` is no text either.
const ownMember = z.unknown().meta({ type: 'string' })
const rowSchema = z
  .object({
    id,
    on: dateSchema,
    counts: dateSchema.optional(),
    made: dateSchema.optional(),
    order: text.optional(),
    person: id.optional(),
    assignment: id.optional(),
    ...known,
  })
  .catchall(ownMember)
  .readonly()
  .superRefine(meaning(rowProblems)) as unknown as z.ZodType<Row>

/** Marks what was read, for every copy of the library; it is no part of a copy that is made by hand. */
const checked: unique symbol = Symbol.for('payproof.PayData')

/** Data that has been checked: frozen, and a copy that nobody else holds. `parseData` makes it. */
export type PayData = Data & { readonly [checked]: true }

/**
 * Reads people from untrusted JSON, a list of any length: the limits of a policy hold for each person.
 *
 * Throws a `PolicyError` with every problem of their shape (keys, dates, decimals) and meaning: a span
 * that ends before it starts, employments that overlap as last recorded, something of one key that is
 * told twice as recorded on one day, a figure of an assignment that the person does not have; or else
 * every id that is duplicated.
 *
 * @example
 * parsePeople([{ id: 'li', employment: [{ from: '2020-01-01' }], attributes: { salary: [{ from: '2020-01-01', value: '8000.00' }] } }]).length //=> 1
 */
export function parsePeople(json: unknown): readonly Person[] {
  const people = parseEach(personSchema, json)
  refuse(repeatedIds('', people, 'id'))
  return Object.freeze(people)
}

/** Reads groups from untrusted JSON, as {@link parsePeople} reads people. */
function parseGroups(json: unknown): readonly Group[] {
  const groups = parseEach(groupSchema, json)
  refuse(repeatedGroups(groups))
  return Object.freeze(groups)
}

/**
 * Reads tables of records from untrusted JSON, each of any length: the limits of a policy hold for each
 * record. A record's own members are texts, numbers as decimals.
 *
 * Throws a `PolicyError` with every problem of their shape, also for an own member whose name is likely
 * a misspelt one of the library's (`recored`); or else every record that is told twice as recorded on
 * one day.
 *
 * @example
 * parseRecords({ orders: [{ id: 'o1', on: '2026-03-02', person: 'li', amount: '120.00' }] })['orders']?.length //=> 1
 */
export function parseRecords(json: unknown): Readonly<Record<string, readonly Row[]>> {
  const tables = parseValues(json, parseTable, (table) =>
    isName(table) ? [] : [wrongFormat(table, 'name', table)],
  )
  return Object.freeze(tables)
}

function parseTable(json: unknown): readonly Row[] {
  // What the library itself has written has nothing wrong with it.
  if (isTrusted(json)) return json as readonly Row[]
  const rows = parseEach(rowSchema, json)
  refuse(tableProblems(rows))
  return Object.freeze(rows)
}

/**
 * Reads all data of pay runs from untrusted JSON: people, groups and tables of records, each of any
 * length. What it returns is frozen and holds nothing of what it was read from.
 *
 * Throws a `PolicyError` with every problem, as {@link parsePeople} and {@link parseRecords} tell it,
 * each with its path (`records.orders[3].on`).
 *
 * @example
 * parseData({ people: [] }).people.length //=> 0
 */
export function parseData(json: unknown): PayData {
  const data = parseParts<Data>(
    json,
    { people: parsePeople, groups: parseGroups, records: parseRecords },
    ['groups', 'records'],
  )
  Object.defineProperty(data, checked, { value: true })
  return Object.freeze(data) as PayData
}

/** Whether {@link parseData} has made data: from JavaScript, anything may be given. */
export function isRead(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, checked)
}

/**
 * The JSON Schema (draft 2020-12) of a person, for editors and for other languages.
 *
 * @example
 * personJsonSchema()['$schema'] //=> 'https://json-schema.org/draft/2020-12/schema'
 */
export function personJsonSchema(): Readonly<Record<string, unknown>> {
  return jsonSchemaOf(personSchema)
}

/**
 * The JSON Schema (draft 2020-12) of a record of a table, for editors and for other languages.
 *
 * @example
 * recordJsonSchema()['$schema'] //=> 'https://json-schema.org/draft/2020-12/schema'
 */
export function recordJsonSchema(): Readonly<Record<string, unknown>> {
  return jsonSchemaOf(rowSchema)
}
