import * as z from 'zod'
import { basisSchema, dateSchema, historySchema } from '../calendar/schema.js'
import { creditRuleSchema, planPolicySchema } from '../commission/schema.js'
import { scorecardPolicySchema } from '../kpi/schema.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, parseWith, report } from '../problem/schema.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { otherCurrency, repeatedId, unknownReference } from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const departmentSchema = z
  .strictObject({
    id: format.name,
    label: labelSchema,
    components: z
      .array(
        z.strictObject({ component: format.name, prorated: z.boolean(), ...described }).readonly(),
      )
      .readonly(),
    bonus: z
      .strictObject({ scorecard: format.name, prorated: z.boolean(), ...described })
      .readonly()
      .optional(),
    commission: format.name.optional(),
  })
  .readonly()

/** What one department pays: components of pay, a target bonus by a scorecard, a commission plan. */
export type DepartmentPolicy = z.infer<typeof departmentSchema>

const bookSchema = z
  .strictObject({
    id: format.name,
    currency: currencySchema,
    rounding: roundingSchema,
    proration: basisSchema,
    departments: z.array(departmentSchema).min(1).readonly(),
    scorecards: z.array(scorecardPolicySchema).readonly(),
    plans: z.array(planPolicySchema).readonly(),
    crediting: z.array(creditRuleSchema).readonly(),
  })
  .readonly()
  .superRefine((book, context) => report(context, bookProblems(book)))

/** A company's pay policies as their authors write them; see `parseBook`. */
export type BookPolicy = z.infer<typeof bookSchema>

const personSchema = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    department: format.name,
    employment: z.strictObject({ from: dateSchema, to: dateSchema.optional() }).readonly(),
    absences: z
      .array(z.strictObject({ start: dateSchema, end: dateSchema }).readonly())
      .readonly()
      .optional(),
    pay: z.record(format.name, historySchema(format.nonNegative)),
    targetBonus: format.nonNegative.optional(),
    figures: z.record(format.name, format.decimal.nullable()),
  })
  .readonly()

/**
 * A person paid: employment, the amount of each pay component by date, and the figures of the
 * period (KPIs and quotas by name; `null` where nothing was measured).
 */
export type Person = z.infer<typeof personSchema>

function bookProblems(book: BookPolicy): readonly Problem[] {
  const scorecards = book.scorecards.map(({ id }) => id)
  const plans = book.plans.map(({ id }) => id)
  return [
    ...repeatedProblems('departments', book.departments),
    ...repeatedProblems('scorecards', book.scorecards),
    ...repeatedProblems('plans', book.plans),
    ...book.plans.flatMap(({ currency }, i) =>
      currency === book.currency
        ? []
        : [otherCurrency(at(at('plans', i), 'currency'), currency, book.currency)],
    ),
    ...book.departments.flatMap(({ bonus, commission, components }, i) => {
      const path = at('departments', i)
      return [
        ...repeatedProblems(
          at(path, 'components'),
          components.map(({ component }) => ({ id: component })),
        ),
        ...referenceProblems(at(path, 'bonus.scorecard'), bonus?.scorecard, scorecards),
        ...referenceProblems(at(path, 'commission'), commission, plans),
      ]
    }),
  ]
}

function repeatedProblems(
  path: string,
  items: readonly { readonly id: string }[],
): readonly Problem[] {
  const ids = items.map(({ id }) => id)
  return ids.flatMap((id, i) => (ids.indexOf(id) < i ? [repeatedId(at(path, i), id)] : []))
}

function referenceProblems(
  path: string,
  id: string | undefined,
  known: readonly string[],
): readonly Problem[] {
  return id === undefined || known.includes(id) ? [] : [unknownReference(path, id, known)]
}

/** Reads a book's policy from untrusted JSON; `parseBook` also builds its formulas. */
export function parseBookPolicy(json: unknown): BookPolicy {
  return parseWith(bookSchema, json)
}

/**
 * Reads the people of a run from untrusted JSON. Throws a `PolicyError` with every problem of every
 * person; ids must differ.
 *
 * @example
 * parsePeople([{ id: 'p1', name: 'Li', department: 'service', employment: { from: '2020-01-01' }, pay: { base: [{ from: '2020-01-01', value: '6000.00' }] }, figures: {} }]).length //=> 1
 */
export function parsePeople(json: unknown): readonly Person[] {
  const people = z
    .array(personSchema)
    .readonly()
    .superRefine((list, context) => report(context, repeatedProblems('', list)))
  return parseWith(people, json)
}
