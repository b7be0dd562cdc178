import * as z from 'zod'
import { basisSchema, dateSchema, historySchema } from '../calendar/schema.js'
import { creditRuleSchema } from '../commission/credit-schema.js'
import { planPolicySchema } from '../commission/plan-schema.js'
import { scorecardPolicySchema } from '../kpi/schema.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, meaning, parseEach, parseWith } from '../problem/schema.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { otherCurrency, repeatedId, uncreditedMeasure, unknownReference } from './problems.js'

const described = { label: labelSchema.optional(), clause: z.string().min(1).optional() }

const componentSchema = z
  .strictObject({ component: format.name, prorated: z.boolean(), ...described })
  .readonly()

/** A part of pay, such as base salary, and whether it is paid for the paid part of a period alone. */
export type ComponentPolicy = z.infer<typeof componentSchema>

const bonusSchema = z
  .strictObject({ scorecard: format.name, prorated: z.boolean(), ...described })
  .readonly()

/** A target bonus: the scorecard that gives its coefficient, and whether it is prorated. */
export type BonusPolicy = z.infer<typeof bonusSchema>

const departmentSchema = z
  .strictObject({
    id: format.name,
    label: labelSchema,
    components: z.array(componentSchema).readonly(),
    bonus: bonusSchema.optional(),
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
  .superRefine(meaning(bookProblems))

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
    pay: z.record(format.name, historySchema(format.nonNegative)).readonly(),
    targetBonus: format.nonNegative.optional(),
    figures: z.record(format.name, format.decimal.nullable()).readonly(),
  })
  .readonly()

/**
 * A person paid: department, employment, unpaid absences, the amount of each pay component by date,
 * the target bonus, and the figures of the period (KPIs and the quota by name; `null` where nothing
 * was measured). Amounts are for a whole period.
 */
export type Person = z.infer<typeof personSchema>

function bookProblems(book: BookPolicy): readonly Problem[] {
  const { departments, scorecards, plans, crediting, currency } = book
  const credits = crediting.map(({ credit }) => credit)
  return [
    ...departments.flatMap(({ components, bonus, commission }, i) => {
      const path = at('departments', i)
      const names = components.map(({ component }) => component)
      return [
        ...repeatedProblems(at(path, 'components'), 'component', names),
        ...referenceProblems(at(path, 'bonus.scorecard'), bonus?.scorecard, idsOf(scorecards)),
        ...referenceProblems(at(path, 'commission'), commission, idsOf(plans)),
      ]
    }),
    ...repeatedProblems('departments', 'id', idsOf(departments)),
    ...repeatedProblems('scorecards', 'id', idsOf(scorecards)),
    ...repeatedProblems('plans', 'id', idsOf(plans)),
    ...plans.flatMap((plan, i) => {
      const path = at('plans', i)
      const kind = plan.measure.where?.credit
      return [
        ...(plan.currency === currency
          ? []
          : [otherCurrency(at(path, 'currency'), plan.currency, currency)]),
        ...(kind === undefined || credits.includes(kind)
          ? []
          : [uncreditedMeasure(at(path, 'measure.where.credit'), kind, credits)]),
      ]
    }),
  ]
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id)
}

/** Which names of a list stand in it before, each at its `key`. */
export function repeatedProblems(
  path: string,
  key: string,
  names: readonly string[],
): readonly Problem[] {
  const seen = new Set<string>()
  return names.flatMap((name, i) => {
    if (seen.has(name)) return [repeatedId(at(at(path, i), key), name)]
    seen.add(name)
    return []
  })
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
 * Reads people from untrusted JSON, a list of any length: the limits of a policy hold for each person.
 *
 * Throws a `PolicyError` with every problem of every person's shape: keys, dates, decimals, histories
 * out of order. What is wrong only beside a book, `runPeriod` lists under `unpaid`.
 *
 * @example
 * parsePeople([{ id: 'p1', name: 'Li', department: 'service', employment: { from: '2020-01-01' }, pay: { base: [{ from: '2020-01-01', value: '6000.00' }] }, figures: {} }]).length //=> 1
 */
export function parsePeople(json: unknown): readonly Person[] {
  return parseEach(personSchema, json)
}
