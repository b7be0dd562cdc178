import * as z from 'zod'
import { addDays, type IsoDate } from '../calendar/index.js'
import { endsBeforeStart } from '../calendar/internal.js'
import { basisSchema, fiscalCalendarSchema } from '../calendar/schema.js'
import { at, type Problem, repeatedIds } from '../problem/index.js'
import { format, meaning, parseWith } from '../problem/schema.js'
import type { Currency } from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { currencySchema, roundingSchema } from '../quantity/schema.js'
import { type Policy, type PolicyOf, policySchema, type TermsOf } from './policy-schema.js'
import {
  notInForce,
  otherCurrency,
  otherId,
  uncreditedMeasure,
  unknownReference,
  versionGap,
  versionOverlap,
} from './problems.js'

const bookSchema = z
  .strictObject({
    id: format.name,
    currency: currencySchema,
    calendar: fiscalCalendarSchema.optional(),
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

/** Policies by their ids, of which the first stands for those that repeat it. */
interface SameKind {
  readonly byId: ReadonlyMap<string, Policy>
  readonly ids: readonly string[]
}

/** What the terms of a book may name, gathered once for all of them. */
interface Named {
  readonly ofKind: (kind: Policy['kind']) => SameKind
  readonly credits: readonly string[]
}

function namedIn(book: BookPolicy): Named {
  const none: SameKind = { byId: new Map(), ids: [] }
  const kinds = new Map<Policy['kind'], SameKind>()
  for (const { kind } of book.policies) {
    if (kinds.has(kind)) continue
    const entries = ofKind(book, kind).map(({ policy }) => [policy.id, policy] as const)
    const byId = new Map<string, Policy>(entries.toReversed())
    kinds.set(kind, { byId, ids: entries.map(([id]) => id) })
  }
  const credits = ofKind(book, 'crediting').flatMap(({ policy }) =>
    policy.versions.flatMap(({ terms }) => terms.map((rule) => rule.credit)),
  )
  return { ofKind: (kind) => kinds.get(kind) ?? none, credits: [...new Set(credits)] }
}

function bookProblems(book: BookPolicy): readonly Problem[] {
  const named = namedIn(book)
  return [
    ...repeatedIds(
      'policies',
      book.policies.map(({ kind, id }) => ({ id: `${kind} ${id}` })),
      'id',
    ),
    ...book.policies.flatMap((policy, i) => versionProblems(policy, at('policies', i))),
    ...termProblems(book, named),
    ...ofKind(book, 'department').flatMap(({ policy, path }) =>
      referenceProblems(named, policy, path),
    ),
  ]
}

/** The last day of a version: its own, or the day before the next one; without either there is none. */
export function lastDayOf(
  { versions }: Pick<Policy, 'versions'>,
  index: number,
): IsoDate | undefined {
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
function termProblems(book: BookPolicy, named: Named): readonly Problem[] {
  return book.policies.flatMap((policy, i) =>
    policy.versions.flatMap((_, j) =>
      problemsOfTerms(
        { book, named },
        policy,
        j,
        at(at(at(at('policies', i), 'versions'), j), 'terms'),
      ),
    ),
  )
}

function problemsOfTerms(
  { book, named }: { readonly book: BookPolicy; readonly named: Named },
  policy: Policy,
  index: number,
  path: string,
): readonly Problem[] {
  const idProblems = (key: string, id: string) =>
    id === policy.id ? [] : [otherId(at(path, key), id, policy.id)]
  const currencyProblems = (key: string, currency: Currency) =>
    currency === book.currency ? [] : [otherCurrency(at(path, key), currency, book.currency)]
  const terms = <Kind extends Policy['kind']>({ versions }: PolicyOf<Kind>) =>
    (versions[index] as PolicyOf<Kind>['versions'][number]).terms as TermsOf<Kind>
  switch (policy.kind) {
    case 'scorecard':
      return idProblems('id', terms(policy).id)
    case 'plan': {
      const { id, currency, measure } = terms(policy)
      return [
        ...idProblems('id', id),
        ...currencyProblems('currency', currency),
        ...creditProblems(named, measure.where?.credit, at(path, 'measure.where.credit')),
      ]
    }
    case 'payments':
      return currencyProblems('currency', terms(policy).currency)
    case 'award':
      return [
        ...idProblems('id', terms(policy).id),
        ...currencyProblems('currency', terms(policy).currency),
      ]
    case 'pool': {
      const { funding, division } = terms(policy)
      return [
        ...idProblems('division.id', division.id),
        ...currencyProblems('division.currency', division.currency),
        ...currencyProblems('funding.currency', funding.currency),
      ]
    }
    case 'budget': {
      const { department, most } = terms(policy)
      const known = named.ofKind('department')
      return [
        ...placesProblems(at(path, 'most'), most, book.currency),
        ...(department === undefined || known.byId.has(department)
          ? []
          : [unknownReference(at(path, 'department'), department, known.ids)]),
      ]
    }
    case 'department':
    case 'crediting':
      return []
  }
}

function creditProblems(
  { credits }: Named,
  credit: string | undefined,
  path: string,
): readonly Problem[] {
  return credit === undefined || credits.includes(credit)
    ? []
    : [uncreditedMeasure(path, credit, credits)]
}

/** What a department names must be in force for as long as it names it. */
function referenceProblems(
  named: Named,
  department: PolicyOf<'department'>,
  path: string,
): readonly Problem[] {
  return department.versions.flatMap((version, i) => {
    const { bonus, commission, payments } = version.terms
    const until = lastDayOf(department, i)
    const place = at(at(at(path, 'versions'), i), 'terms')
    const check = (key: string, kind: Policy['kind'], id: string | undefined) => {
      if (id === undefined) return []
      const known = named.ofKind(kind)
      const found = known.byId.get(id)
      if (found === undefined) return [unknownReference(at(place, key), id, known.ids)]
      const first = (found.versions[0] as Policy['versions'][number]).from
      const last = lastDayOf(found, found.versions.length - 1)
      const lasts = last === undefined || (until !== undefined && until <= last)
      return first <= version.from && lasts ? [] : [notInForce(at(place, key), id, first, last)]
    }
    return [
      ...check('bonus.scorecard', 'scorecard', bonus?.scorecard),
      ...check('commission', 'plan', commission),
      ...check('payments', 'payments', payments),
    ]
  })
}

/** Reads a book's policy from untrusted JSON; `parseBook` also builds its formulas. */
export function parseBookPolicy(json: unknown): BookPolicy {
  return parseWith(bookSchema, json)
}
