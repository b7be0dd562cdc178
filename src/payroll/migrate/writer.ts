import { addDays } from '../../calendar/index.js'
import { type Change, change } from './change.js'
import type { Names } from './naming.js'
import type { OldBook, OldPolicy } from './old-book-schema.js'
import type { Periods } from './periods.js'
import { type Piece, piecesOf, type Span, type Use } from './spans.js'
import type { Department } from './uses.js'

/** A policy of today, as JSON. */
export interface WrittenPolicy {
  readonly kind: string
  readonly id: string
  readonly owner: string
  readonly tags?: readonly string[]
  readonly versions: readonly object[]
}

/** What a book is migrated with: what is read, and what is written along the way. */
export interface Migrating {
  readonly book: OldBook
  readonly periods: Periods
  readonly departments: readonly Department[]
  readonly ids: Names
  readonly changes: Change[]
}

/** What the versions of a policy are written from. */
export interface Cut<Terms, Version> {
  readonly kind: string
  readonly id: string
  readonly path: string
  readonly owner: string
  readonly tags?: readonly string[]
  readonly uses: readonly Use<Terms>[]
  readonly spans: readonly Span<Version>[]
  readonly write: (terms: Terms, version: Version, id: string) => object
}

interface OldVersion {
  readonly reason: string
  readonly tests?: readonly object[] | undefined
  readonly expect?: unknown
}

/**
 * A policy for the departments that used it by the same terms, and another one for each of other terms:
 * their versions are cut where its own or those of the departments begin and end.
 */
export function cutPolicies<Terms, Version extends OldVersion | undefined>(
  { ids, changes }: Migrating,
  { kind, id, path, owner, tags, uses, spans, write }: Cut<Terms, Version>,
): readonly WrittenPolicy[] {
  return piecesOf(uses, spans).map((pieces, i) => {
    const name = ids.claim(i === 0 ? id : `${id}_${i + 1}`, `${id}_${kind}`)
    const departments = [...new Set(pieces.flatMap((piece) => piece.departments))]
    if (name !== id && i === 0) changes.push(change('renamed', path, { from: id, to: name }))
    if (i > 0) changes.push(change('second-policy', path, { policy: name, departments }))
    changes.push(change('for-departments', path, { departments }))
    return {
      kind,
      id: name,
      owner,
      ...(tags !== undefined && { tags }),
      versions: pieces.map((piece, j) => ({
        ...versionOf(piece, pieces[j + 1], testedOf(kind, name)),
        terms: write(piece.terms, piece.version, name),
      })),
    }
  })
}

function versionOf<Terms, Version extends OldVersion | undefined>(
  { from, to, departments, reasons, version }: Piece<Terms, Version>,
  next: Piece<Terms, Version> | undefined,
  tested: object,
): object {
  const ends = to !== undefined && next?.from !== addDays(to, 1)
  const said = version === undefined ? reasons : [version.reason, ...reasons]
  return {
    from,
    ...(ends && { to }),
    reason: [...new Set(said)].join('; '),
    ...(version?.tests !== undefined && {
      tests: version.tests.map((test) => ({ ...test, ...tested })),
    }),
    ...(version?.expect !== undefined && { expect: version.expect }),
    eligible: { where: { department: departments } },
  }
}

/** Which component the tests of a kind of 0.1 are of, where it is not the one that pays. */
function testedOf(kind: string, id: string): object {
  return kind === 'scorecard' ? { component: `${id}.coefficient` } : {}
}

/** The policies of a kind, each with its path. */
export function ofKind<Kind extends OldPolicy['kind']>(
  { policies }: OldBook,
  kind: Kind,
): readonly { readonly policy: Extract<OldPolicy, { kind: Kind }>; readonly path: string }[] {
  return policies.flatMap((policy, i) =>
    policy.kind === kind
      ? [{ policy: policy as Extract<OldPolicy, { kind: Kind }>, path: `policies[${i}]` }]
      : [],
  )
}

/** An object without some of its members. */
export function without<T extends object, Name extends string>(
  of: T,
  ...names: readonly Name[]
): Omit<T, Name> {
  const left = Object.entries(of).filter(([name]) => !(names as readonly string[]).includes(name))
  return Object.fromEntries(left) as Omit<T, Name>
}
