import { type Change, change } from './change.js'
import type { OldDepartment, OldPolicyOf, OldVersionOf } from './old-book-schema.js'
import { type Span, spansOf } from './spans.js'
import { usesOf } from './uses.js'
import { cutPolicies, type Migrating, ofKind, type WrittenPolicy, without } from './writer.js'

type Plan = OldVersionOf<'plan'>['terms']
type Pay = Omit<OldDepartment['components'][number], 'component'>

/** A policy for each part of pay that departments list. */
export function salariesOf(
  migrating: Migrating,
  attributes: ReadonlyMap<string, string>,
): readonly (readonly [component: string, policies: readonly WrittenPolicy[]])[] {
  const { departments, book } = migrating
  return [...attributes].map(([component, attribute]) => {
    const uses = usesOf(departments, ({ components }): Pay | undefined => {
      const own = components.find((each) => each.component === component)
      return own && without(own, 'component')
    })
    const days = uses.map(({ from }) => from).sort()
    const { path, owner } = firstListing(migrating, component)
    const policies = cutPolicies(migrating, {
      kind: 'salary',
      id: component,
      path,
      owner,
      uses,
      // A part of pay has no versions of its own.
      spans: days.slice(0, 1).map((from) => ({ from, version: undefined })),
      write: ({ prorated, label, clause }, _, id) => ({
        ...(attribute !== id && { attribute }),
        prorated,
        ...(prorated && { rounding: book.rounding }),
        ...(label !== undefined && { label }),
        ...(clause !== undefined && { clause }),
      }),
    })
    return [component, policies] as const
  })
}

function firstListing({ book }: Migrating, component: string) {
  const found = ofKind(book, 'department').find(({ policy }) =>
    policy.versions.some(({ terms }) =>
      terms.components.some((own) => own.component === component),
    ),
  ) as { readonly policy: OldPolicyOf<'department'>; readonly path: string }
  return { path: found.path, owner: found.policy.owner }
}

/** A policy for each scorecard that departments pay a target bonus by. */
export function scorecardsOf(
  migrating: Migrating,
  called: (card: OldVersionOf<'scorecard'>['terms']) => object,
): readonly (readonly [scorecard: string, policies: readonly WrittenPolicy[]])[] {
  const { book, departments, changes } = migrating
  return ofKind(book, 'scorecard').map(({ policy, path }) => {
    const { id, owner } = policy
    const uses = usesOf(departments, ({ bonus }) =>
      bonus?.scorecard === id ? without(bonus, 'scorecard') : undefined,
    )
    if (uses.length === 0) {
      changes.push(change('unused', path, { kind: policy.kind, id }))
      return [id, []] as const
    }
    const policies = cutPolicies(migrating, {
      kind: 'scorecard',
      id,
      path,
      owner,
      uses,
      spans: spansIn<'scorecard'>(migrating, policy, path),
      write: ({ prorated, label, clause }, { terms }) => ({
        scorecard: without(called(terms) as { id?: string }, 'id'),
        prorated,
        rounding: book.rounding,
        ...(label !== undefined && { label }),
        ...(clause !== undefined && { clause }),
      }),
    })
    return [id, policies] as const
  })
}

function spansIn<Kind extends 'scorecard' | 'plan' | 'payments'>(
  { periods, changes }: Migrating,
  { versions }: { readonly versions: readonly OldVersionOf<Kind>[] },
  path: string,
): readonly Span<OldVersionOf<Kind>>[] {
  return spansOf<OldVersionOf<Kind>>(versions, periods, path, changes as Change[])
}

/** The tag of all that plans pay, of which recovery and draws take. */
export const commission = 'commission'

/** A policy for each plan; of one that no department pays by, for whoever is credited. */
export function plansOf(
  migrating: Migrating,
  tableOf: (plan: Plan) => string,
  called: (plan: Plan) => Plan,
): readonly (readonly [plan: string, policies: readonly WrittenPolicy[]])[] {
  const { book, departments, changes, ids } = migrating
  return ofKind(book, 'plan').map(({ policy, path }) => {
    const { id, owner, kind } = policy
    const spans = spansIn<'plan'>(migrating, policy, path)
    const uses = usesOf(departments, (terms) => (terms.commission === id ? true : undefined))
    const write = (plan: Plan, table: string) => ({
      plan: without(called(plan), 'id', 'currency', 'refunds'),
      ...(table !== 'credits' && { table }),
    })
    if (policy.versions.some(({ terms }) => terms.holdback !== undefined))
      changes.push(change('held-by-deal', path, { plan: id }))
    if (uses.length > 0)
      return [
        id,
        cutPolicies(migrating, {
          ...{ kind, id, path, owner, uses, spans },
          tags: [commission],
          write: (_, { terms }) => write(terms, tableOf(terms)),
        }),
      ] as const
    changes.push(change('plan-of-nobody', path, { plan: id }))
    const name = ids.claim(id, `${id}_${kind}`)
    const versions = spans.map(({ from, to, version: { reason, terms } }) => ({
      from,
      ...(to !== undefined && { to }),
      reason,
      terms: write(without(terms, 'floor', 'kickers'), tableOf(terms)),
    }))
    return [id, [{ kind, id: name, owner, tags: [commission], versions }]] as const
  })
}

/** A draw that has ended is still paid back: one of nothing goes on. */
function lastingDraw(
  versions: readonly OldVersionOf<'payments'>[],
  version: OldVersionOf<'payments'>,
): OldVersionOf<'payments'>['terms'] {
  const before = versions.slice(0, versions.indexOf(version))
  const owes = before.some(({ terms }) => terms.draw?.kind === 'recoverable')
  const { terms } = version
  return terms.draw === undefined && owes
    ? { ...terms, draw: { kind: 'recoverable', amount: '0' } }
    : terms
}

/** A policy for each way in which departments recover what is negative, and advance draws. */
export function paymentsOf(
  migrating: Migrating,
): readonly (readonly [payments: string, policies: readonly WrittenPolicy[]])[] {
  const { book, departments, changes } = migrating
  return ofKind(book, 'payments').map(({ policy, path }) => {
    const { id, owner, kind } = policy
    // A draw is for who is in a plan.
    const uses = usesOf(departments, (terms) =>
      terms.payments === id ? { drawn: terms.commission !== undefined } : undefined,
    )
    if (uses.length === 0) changes.push(change('unused', path, { kind, id }))
    const policies = cutPolicies(migrating, {
      ...{ kind, id, path, owner, uses, spans: spansIn<'payments'>(migrating, policy, path) },
      write: ({ drawn }, version) => ({
        payments: without(
          drawn ? lastingDraw(policy.versions, version) : without(version.terms, 'draw'),
          'currency',
        ),
        of: { tag: commission },
      }),
    })
    return [id, policies] as const
  })
}
