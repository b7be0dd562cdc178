import * as z from 'zod'
import { addDays, endsBeforeStart, type IsoDate } from '../calendar/index.js'
import { basisSchema, dateSchema } from '../calendar/schema.js'
import { creditRuleSchema } from '../commission/credit-schema.js'
import { paymentPolicySchema } from '../commission/payment-schema.js'
import { planPolicySchema } from '../commission/plan-schema.js'
import { scorecardPolicySchema } from '../kpi/schema.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { placesProblems } from '../quantity/index.js'
import {
  notInForce,
  otherCurrency,
  otherId,
  repeatedId,
  uncreditedMeasure,
  unknownReference,
  versionGap,
  versionOverlap,
} from './problems.js'

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

const departmentTerms = z
  .strictObject({
    label: labelSchema,
    costCentre: z.string().min(1).optional(),
    components: z.array(componentSchema).readonly(),
    bonus: bonusSchema.optional(),
    commission: format.name.optional(),
    payments: format.name.optional(),
  })
  .readonly()
  .superRefine(
    meaning(({ components }) =>
      repeated(
        'components',
        'component',
        components.map(({ component }) => component),
      ),
    ),
  )

/**
 * What one department pays: components of pay, a target bonus by a scorecard, a commission plan, and
 * how its negative dues and draws are paid.
 */
export type DepartmentTerms = z.infer<typeof departmentTerms>

const budgetTerms = z
  .strictObject({
    department: format.name.optional(),
    most: format.nonNegative,
    breach: z.enum(['report', 'refuse']),
    ...described,
  })
  .readonly()

/** The most that a period may cost, of one department or of all; a breach is reported or refused. */
export type BudgetTerms = z.infer<typeof budgetTerms>

/** A policy of one kind: its owner, and its versions with the day and the reason of each. */
function policyOf<Kind extends string, Terms extends z.ZodType>(kind: Kind, terms: Terms) {
  const version = z
    .strictObject({
      from: dateSchema,
      to: dateSchema.optional(),
      reason: z.string().min(1),
      terms,
    })
    .readonly()
  return z
    .strictObject({
      kind: z.literal(kind),
      id: format.name,
      owner: z.string().min(1),
      versions: z.array(version).min(1).readonly(),
    })
    .readonly()
}

const policySchema = z.discriminatedUnion('kind', [
  policyOf('department', departmentTerms),
  policyOf('scorecard', scorecardPolicySchema),
  policyOf('plan', planPolicySchema),
  policyOf('payments', paymentPolicySchema),
  policyOf('crediting', z.array(creditRuleSchema).min(1).readonly()),
  policyOf('budget', budgetTerms),
])

/** One policy of a book with all of its versions. */
export type Policy = z.infer<typeof policySchema>

/** The policies of one kind. */
export type PolicyOf<Kind extends Policy['kind']> = Extract<Policy, { readonly kind: Kind }>

const bookSchema = z
  .strictObject({
    id: format.name,
    currency: currencySchema,
    rounding: roundingSchema,
    proration: basisSchema,
    policies: z.array(policySchema).min(1).readonly(),
  })
  .readonly()
  .superRefine(meaning(bookProblems))

/** A company's pay policies, versioned, as their authors write them; see `parseBook`. */
export type BookPolicy = z.infer<typeof bookSchema>

/** The policies of a kind, each with its path. */
function ofKind<Kind extends Policy['kind']>(
  { policies }: Pick<BookPolicy, 'policies'>,
  kind: Kind,
): readonly { readonly policy: PolicyOf<Kind>; readonly path: string }[] {
  return policies.flatMap((policy, i) =>
    policy.kind === kind ? [{ policy: policy as PolicyOf<Kind>, path: at('policies', i) }] : [],
  )
}

function bookProblems(book: BookPolicy): readonly Problem[] {
  return [
    ...repeated(
      'policies',
      'id',
      book.policies.map(({ kind, id }) => `${kind} ${id}`),
    ),
    ...book.policies.flatMap((policy, i) => versionProblems(policy, at('policies', i))),
    ...termProblems(book),
    ...ofKind(book, 'department').flatMap(({ policy, path }) =>
      referenceProblems(book, policy, path),
    ),
  ]
}

/** The last day of a version: its own, or the day before the next one; without either there is none. */
export function lastDayOf({ versions }: Pick<Policy, 'versions'>, index: number): IsoDate | undefined {
  const next = versions[index + 1]
  return versions[index]?.to ?? (next === undefined ? undefined : addDays(next.from, -1))
}

function versionProblems(policy: Policy, path: string): readonly Problem[] {
  return policy.versions.flatMap(({ from, to }, i) => {
    const own = at(at(path, 'versions'), i)
    const before = policy.versions[i - 1]
    const backwards =
      to !== undefined && to < from ? [endsBeforeStart(at(own, 'to'), from, to)] : []
    if (before === undefined) return backwards
    if (from <= (before.to ?? before.from))
      return [...backwards, versionOverlap(at(own, 'from'), from, before.to ?? before.from)]
    const gap = before.to !== undefined && addDays(before.to, 1) < from
    return gap ? [...backwards, versionGap(at(own, 'from'), from, before.to)] : backwards
  })
}

/** What is wrong with the terms beside the book that they stand in. */
function termProblems(book: BookPolicy): readonly Problem[] {
  const { currency } = book
  const credits = ofKind(book, 'crediting').flatMap(({ policy }) =>
    policy.versions.flatMap(({ terms }) => terms.map(({ credit }) => credit)),
  )
  return book.policies.flatMap((policy, i) =>
    policy.versions.flatMap(({ terms }, j): readonly Problem[] => {
      const path = at(at(at(at('policies', i), 'versions'), j), 'terms')
      switch (policy.kind) {
        case 'plan':
        case 'payments':
        case 'scorecard':
          return [
            ...('id' in terms && terms.id !== policy.id
              ? [otherId(at(path, 'id'), terms.id, policy.id)]
              : []),
            ...('currency' in terms && terms.currency !== currency
              ? [otherCurrency(at(path, 'currency'), terms.currency, currency)]
              : []),
            ...('measure' in terms ? creditProblems(terms.measure, path, credits) : []),
          ]
        case 'budget':
          return 'most' in terms ? placesProblems(at(path, 'most'), terms.most, currency) : []
        default:
          return []
      }
    }),
  )
}

function creditProblems(
  { where }: { readonly where?: { readonly credit?: string | undefined } | undefined },
  path: string,
  known: readonly string[],
): readonly Problem[] {
  const kind = where?.credit
  return kind === undefined || known.includes(kind)
    ? []
    : [uncreditedMeasure(at(path, 'measure.where.credit'), kind, known)]
}

/** What a department names must be in force for as long as it names it. */
function referenceProblems(
  book: BookPolicy,
  department: PolicyOf<'department'>,
  path: string,
): readonly Problem[] {
  return department.versions.flatMap((version, i) => {
    const { bonus, commission, payments } = version.terms
    const until = lastDayOf(department, i)
    const place = at(at(at(path, 'versions'), i), 'terms')
    const check = (key: string, kind: Policy['kind'], id: string | undefined) => {
      if (id === undefined) return []
      const known = ofKind(book, kind).map(({ policy }) => policy)
      const found = known.find((policy) => policy.id === id)
      if (found === undefined)
        return [
          unknownReference(
            at(place, key),
            id,
            known.map((policy) => policy.id),
          ),
        ]
      const first = (found.versions[0] as Policy['versions'][number]).from
      const last = lastDayOf(found, found.versions.length - 1)
      const covers = first <= version.from && (last === undefined || (until ?? '9999') <= last)
      return covers ? [] : [notInForce(at(place, key), id, first, last)]
    }
    return [
      ...check('bonus.scorecard', 'scorecard', bonus?.scorecard),
      ...check('commission', 'plan', commission),
      ...check('payments', 'payments', payments),
    ]
  })
}

/** Which names of a list stand in it before, each at its `key`. */
export function repeated(path: string, key: string, names: readonly string[]): readonly Problem[] {
  const seen = new Set<string>()
  return names.flatMap((name, i) => {
    if (seen.has(name)) return [repeatedId(at(at(path, i), key), name)]
    seen.add(name)
    return []
  })
}

/** Reads a book's policy from untrusted JSON; `parseBook` also builds its formulas. */
export function parseBookPolicy(json: unknown): BookPolicy {
  return parseWith(bookSchema, json)
}
