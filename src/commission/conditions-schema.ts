import * as z from 'zod'
import { at, type Label, type Problem } from '../problem/index.js'
import { format, labelSchema, meaning } from '../problem/schema.js'
import { notOneOf, onlyCompared } from './condition-problems.js'
import { type OwnOr, ownOrDecimal } from './own-schema.js'

/** What is asked: a KPI or a measure, with `of` as a part of a quota or of another measure. */
export interface Asked {
  readonly kpi: string
  readonly of?: string | undefined
  readonly kpiLabel?: Label | undefined
}

/** How it is compared: by one of these. */
export interface Comparison {
  readonly atLeast?: OwnOr | undefined
  readonly atMost?: OwnOr | undefined
  readonly above?: OwnOr | undefined
  readonly below?: OwnOr | undefined
}

/**
 * A condition of a plan: one comparison, of a KPI or of the least of several; or several conditions of
 * which all hold, or any; or one that does not hold.
 */
export type PlanCondition =
  | (Asked & Comparison)
  | ({ readonly leastOf: readonly Asked[] } & Comparison)
  | { readonly all: readonly PlanCondition[] }
  | { readonly any: readonly PlanCondition[] }
  | { readonly not: PlanCondition }

export const senses = ['atLeast', 'atMost', 'above', 'below'] as const

/** Which comparison it is. */
export type Sense = (typeof senses)[number]

const asked = {
  kpi: format.name,
  of: format.name.optional(),
  kpiLabel: labelSchema.optional(),
}

export const askedSchema = z.strictObject(asked).readonly()

const listSchema = z.lazy(() => z.array(conditionSchema).min(1).readonly())

/** The members of every condition: what else a gate or a kicker says stands beside them. */
export const conditionMembers = {
  ...asked,
  kpi: asked.kpi.optional(),
  leastOf: z.array(askedSchema).min(1).readonly().optional(),
  atLeast: ownOrDecimal.optional(),
  atMost: ownOrDecimal.optional(),
  above: ownOrDecimal.optional(),
  below: ownOrDecimal.optional(),
  all: listSchema.optional(),
  any: listSchema.optional(),
  not: z.lazy(() => conditionSchema).optional(),
}

/** A condition, whose members do not say by their shape which belong together. */
export const conditionSchema: z.ZodType<PlanCondition> = z.lazy(() => conditionWith({}))

/** A condition with further members beside its own. */
export function conditionWith<Own extends z.ZodRawShape>(own: Own) {
  const schema = z
    .strictObject({ ...conditionMembers, ...own })
    .readonly()
    .superRefine(meaning((found) => formProblems(found as Members)))
  return schema as unknown as z.ZodType<PlanCondition & z.output<z.ZodObject<Own>>>
}

type Members = Readonly<Record<string, unknown>>

const forms = ['kpi', 'leastOf', 'all', 'any', 'not'] as const

/** One form, and one comparison where that compares. */
function formProblems(condition: Members): readonly Problem[] {
  const givenOf = (names: readonly string[]) =>
    names.filter((name) => condition[name] !== undefined)
  const [form, ...more] = givenOf(forms)
  if (form === undefined || more.length > 0)
    return [notOneOf('', forms, form === undefined ? [] : [form, ...more])]
  const compared = givenOf(senses)
  if (form === 'kpi' || form === 'leastOf') {
    const misplaced = form === 'kpi' ? [] : givenOf(['of', 'kpiLabel'])
    return [
      ...(compared.length === 1 ? [] : [notOneOf('', senses, compared)]),
      ...misplaced.map((name) => onlyCompared(at('', name), form)),
    ]
  }
  return givenOf([...senses, 'of', 'kpiLabel']).map((name) => onlyCompared(at('', name), form))
}
