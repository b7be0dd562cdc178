import type { PeriodKind } from '../../calendar/index.js'
import { type Change, change } from './change.js'
import { creditingOf } from './crediting.js'
import { figuresOf } from './figures.js'
import { costCentre, department, type Naming, names, targetBonus } from './naming.js'
import { type OldBook, parseOldBook } from './old-book-schema.js'
import { type Periods, periodsOf } from './periods.js'
import { paymentsOf, plansOf, salariesOf, scorecardsOf } from './personal.js'
import { alikePolicies } from './shapes.js'
import { awardsOf, poolsOf } from './shared-policies.js'
import { departmentsOf } from './uses.js'
import { type Migrating, ofKind, type WrittenPolicy } from './writer.js'

/** How a book of 0.1 is migrated. */
export interface MigrateOptions {
  /** The kind of period that is paid: that of the plans unless said, and months where they have several or there are none. */
  readonly period?: PeriodKind | undefined
  /** How many periods stay open for what is told late; 12 unless said. */
  readonly retro?: number | undefined
}

/** A book of today, and what was changed on the way to it. */
export interface MigratedBook {
  /** JSON that `parseBook` takes. */
  readonly book: Readonly<Record<string, unknown>>
  readonly changes: readonly Change[]
}

/**
 * A book of 0.1, from untrusted JSON, as a book of today.
 *
 * - Departments are an attribute of people. What a department paid by is said by the policies: each is for
 *   the departments that used it (`eligible`), cut where their versions began. Where departments used it by
 *   other terms, there is a policy for each of them.
 * - A version that began within a period waited for the next one, and so begins there.
 * - `rounding` and `proration` of the book are said where they are used; `calendar` is that of its rhythm.
 * - Who is in a pool or an award is an attribute of people, for the periods of which it was told.
 *
 * `changes` says in words what was changed, and all that could not be carried over. Throws a `PolicyError`
 * for JSON that 0.1 would not have taken.
 *
 * @example
 * const { book, changes } = migrateBook(JSON.parse(textOf01))
 * parseBook(book).components.size
 */
export function migrateBook(json: unknown, options: MigrateOptions = {}): MigratedBook {
  const { book, changes } = migratedBook(parseOldBook(json), options)
  return { book, changes }
}

/** A migrated book, and how its data are called. */
export interface Migrated extends MigratedBook {
  readonly naming: Naming
  readonly periods: Periods
}

export function migratedBook(book: OldBook, { period, retro = 12 }: MigrateOptions): Migrated {
  const changes: Change[] = []
  const periods = periodsOf(book, period)
  const departments = departmentsOf(book, periods, changes)
  const migrating: Migrating = { book, periods, departments, ids: names(), changes }
  const taken = [department, costCentre, targetBonus]
  const attributes = names(taken)
  const pay = new Map(
    componentsOf(book).map((name) => [name, attributes.claim(name, `${name}_amount`)]),
  )
  const { crediting, tableOf, figures: credited } = creditingOf(migrating)
  const { names: figures, copies, ...renamed } = figuresOf(book, changes)
  const alike = (policies: readonly WrittenPolicy[]) =>
    policies.flatMap((policy) => alikePolicies(migrating, policy))
  const salaries = salariesOf(migrating, pay).map(([id, own]) => [id, alike(own)] as const)
  const scorecards = scorecardsOf(migrating, renamed.card).map(
    ([id, own]) => [id, alike(own)] as const,
  )
  const plans = plansOf(migrating, tableOf, renamed.plan).map(
    ([id, own]) => [id, alike(own)] as const,
  )
  const payments = paymentsOf(migrating).map(([id, own]) => [id, alike(own)] as const)
  const pools = poolsOf(migrating, { attributes, figures })
  const awards = awardsOf(migrating, { attributes, figures })
  const adjustments = adjustmentsOf(migrating)
  const limits = limitsOf(migrating)
  const written = [
    ...salaries.flatMap(([, policies]) => policies),
    ...scorecards.flatMap(([, policies]) => policies),
    ...plans.flatMap(([, policies]) => policies),
    ...payments.flatMap(([, policies]) => policies),
    ...alike(pools.map(([, , policy]) => policy)),
    ...alike(awards.map(([, , policy]) => policy)),
    adjustments,
  ]
  changes.push(
    change('moved', 'proration', { from: 'proration', to: 'basis' }),
    change('moved', 'rounding', { from: 'rounding', to: 'terms.rounding' }),
    change('reopens', '', { periods: retro }),
  )
  return {
    changes,
    periods,
    naming: {
      pools: new Map(pools.map(([id, naming]) => [id, naming])),
      awards: new Map(awards.map(([id, naming]) => [id, naming])),
      pay,
      plans: idsOf(plans),
      payments: idsOf(payments),
      salaries: idsOf(salaries),
      scorecards: idsOf(scorecards),
      copies,
      credited,
    },
    book: {
      format: 2,
      id: book.id,
      currency: book.currency,
      ...rhythmsOf(book, periods, changes),
      retro,
      basis: { days: book.proration },
      // A version that held on no first day never paid: what is left of such a policy is none.
      policies: written.filter(({ versions }) => versions.length > 0),
      ...(Object.keys(crediting).length > 0 && { crediting }),
      ...(limits.length > 0 && { limits }),
      labels: { [department]: labelsOf(book) },
    },
  }
}

function idsOf(
  policies: readonly (readonly [old: string, written: readonly WrittenPolicy[]])[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(policies.map(([old, written]) => [old, written.map(({ id }) => id)]))
}

/** The components that departments list, in the order in which they first do. */
function componentsOf(book: OldBook): readonly string[] {
  const listed = ofKind(book, 'department').flatMap(({ policy }) =>
    policy.versions.flatMap(({ terms }) => terms.components.map(({ component }) => component)),
  )
  return [...new Set(listed)]
}

/** Rhythms are called like their kind; months by the calendar of every wall need none. */
function rhythmsOf({ calendar }: OldBook, { kind, others }: Periods, changes: Change[]): object {
  if (calendar === undefined && kind === 'month' && others.length === 0) return {}
  if (calendar !== undefined)
    changes.push(change('moved', 'calendar', { from: 'calendar', to: `rhythms.${kind}.calendar` }))
  const rhythm = (own: PeriodKind) => ({ kind: own, ...(calendar !== undefined && { calendar }) })
  return { rhythms: Object.fromEntries([kind, ...others].map((own) => [own, rhythm(own)])) }
}

/** The table of adjustments, which every book of 0.1 could pay. */
function adjustmentsOf({ book, ids, changes }: Migrating): WrittenPolicy {
  const kind = 'adjustments'
  const id = ids.claim(kind, `${kind}_paid`)
  const days = book.policies.flatMap(({ versions }) => versions.map(({ from }) => from)).sort()
  changes.push(change('adjustments-table', '', { policy: id }))
  const { owner } = book.policies[0] as OldBook['policies'][number]
  const version = { from: days[0], reason: 'Adjustments', terms: {} }
  return { kind, id, owner, versions: [version] }
}

/** What departments are called, as last said. */
function labelsOf(book: OldBook): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    ofKind(book, 'department').map(({ policy }) => [
      policy.id,
      policy.versions.at(-1)?.terms.label,
    ]),
  )
}

/** Budgets as limits of what a period pays. */
function limitsOf({ book, ids, changes }: Migrating): readonly object[] {
  return ofKind(book, 'budget').map(({ policy, path }) => {
    const { id: old, versions } = policy
    for (const [i, { from }] of versions.slice(1).entries()) {
      const before = versions[i] as (typeof versions)[number]
      const place = `${path}.versions[${i}]`
      changes.push(change('limit-left-out', place, { from: before.from, to: from }))
    }
    const { terms } = versions.at(-1) as (typeof versions)[number]
    const id = ids.claim(old, `${old}_budget`)
    changes.push(change('moved', path, { from: 'budget', to: `limits.${id}` }))
    const { department: of, most, breach, label, clause } = terms
    return {
      id,
      most,
      breach,
      ...(of !== undefined && { where: { [department]: [of] } }),
      ...(label !== undefined && { label }),
      ...(clause !== undefined && { clause }),
    }
  })
}
