import { type PoolLevel, parsePool } from '../../bonus/index.js'
import { change } from './change.js'
import type { AwardNaming, Names, PoolNaming } from './naming.js'
import type { OldVersionOf } from './old-book-schema.js'
import { type Days, type Span, spansOf } from './spans.js'
import { type Migrating, ofKind, type WrittenPolicy, without } from './writer.js'

/** What pools and awards are named with, beside all else of the book. */
export interface SharedNames {
  readonly attributes: Names
  readonly figures: Names
}

/** The inputs of a funding, by its source: figures of the company. */
const fundedBy = {
  'profit-share': ['profit'],
  'growth-share': ['result', 'result.base'],
  'per-head': ['heads'],
} as const

/**
 * The versions of a policy, each with the terms that one of 0.1 becomes, for those who are in it for a period:
 * what 0.1 was told with the pool or award of that period.
 */
function versionsFor<Version extends Days & { readonly reason: string }>(
  member: string,
  spans: readonly Span<Version>[],
  termsOf: (version: Version) => object,
) {
  return spans.map(({ from, to, version }) => ({
    from,
    ...(to !== undefined && { to }),
    reason: version.reason,
    eligible: { where: { [member]: ['yes'] } },
    terms: termsOf(version),
  }))
}

/** A policy for each pool, and how its data are called. */
export function poolsOf(
  migrating: Migrating,
  { attributes, figures }: SharedNames,
): readonly (readonly [pool: string, naming: PoolNaming, policy: WrittenPolicy])[] {
  const { book, periods, changes } = migrating
  return ofKind(book, 'pool').map(({ policy, path }) => {
    const { id: old, owner, kind, versions } = policy
    const id = claimed(migrating, policy, path)
    const member = attributes.claim(`${id}_member`, `${id}_member`)
    const levels = new Map<string, string>()
    const renamed = new Map<string, string>()
    const funding = new Set<string>()
    const weighed = new Map<string, Set<string>>()
    for (const { terms } of versions) {
      const above = terms.division.levels.slice(0, -1)
      for (const { level } of above)
        if (!levels.has(level)) levels.set(level, attributes.claim(level, `${id}_${level}`))
      const inputs = parsePool(terms.division).levels.flatMap(inputsOf)
      for (const input of fundedBy[terms.funding.source.kind]) funding.add(input)
      for (const input of [...funding, ...inputs])
        if (!renamed.has(input)) renamed.set(input, figures.claim(input, `${id}_${input}`))
      for (const level of parsePool(terms.division).levels.slice(0, -1)) {
        const name = levels.get(level.level) as string
        const own = weighed.get(name) ?? new Set()
        weighed.set(name, own)
        for (const input of inputsOf(level)) own.add(renamed.get(input) as string)
      }
      changes.push(change('ties-turn', path, { pool: old, ties: terms.division.ties }))
    }
    const naming = { id, member, levels: [...levels.values()], weighed, figures: renamed, funding }
    const spans = spansOf<OldVersionOf<'pool'>>(versions, periods, path, changes)
    const written = {
      ...{ kind, id, owner },
      versions: versionsFor(member, spans, ({ terms }) => ({
        funding: without(terms.funding, 'currency'),
        division: {
          ...without(terms.division, 'id', 'currency'),
          levels: terms.division.levels.map((level) => ({
            ...level,
            level: levels.get(level.level) ?? level.level,
          })),
        },
        ...readsOf(terms, renamed),
      })),
    }
    return [old, naming, written] as const
  })
}

function inputsOf({ weight, floor, cap }: PoolLevel): readonly string[] {
  return [weight, floor, cap].flatMap((formula) => Object.keys(formula?.inputs ?? {}))
}

/** Where inputs come from whose figures have another name. */
function readsOf(
  { funding, division }: OldVersionOf<'pool'>['terms'],
  figures: ReadonlyMap<string, string>,
): object {
  const inputs = parsePool(division).levels.flatMap(inputsOf)
  const reads = [...new Set([...fundedBy[funding.source.kind], ...inputs])].flatMap((input) => {
    const name = figures.get(input) as string
    return name === input ? [] : [[input, { from: 'figure', name }] as const]
  })
  return reads.length === 0 ? {} : { reads: Object.fromEntries(reads) }
}

function claimed(
  { ids, changes }: Migrating,
  { kind, id }: { kind: string; id: string },
  path: string,
): string {
  const name = ids.claim(id, `${id}_${kind}`)
  if (name !== id) changes.push(change('renamed', path, { from: id, to: name }))
  return name
}

/** A policy for each award, and how its data are called. */
export function awardsOf(
  migrating: Migrating,
  { attributes, figures }: SharedNames,
): readonly (readonly [award: string, naming: AwardNaming, policy: WrittenPolicy])[] {
  const { book, periods, changes } = migrating
  return ofKind(book, 'award').map(({ policy, path }) => {
    const { id: old, owner, kind, versions } = policy
    const id = claimed(migrating, policy, path)
    const [member, team, hired] = ['member', 'team', 'hired'].map((name) =>
      attributes.claim(`${id}_${name}`, `${id}_${name}`),
    ) as [string, string, string]
    const weight = figures.claim(`${id}_weight`, `${id}_weight`)
    const renamed = new Map<string, string>()
    for (const { terms } of versions)
      for (const { figure } of [...terms.eligibility, ...terms.ranking])
        if (!renamed.has(figure)) renamed.set(figure, figures.claim(figure, `${id}_${figure}`))
    const called = <T extends { readonly figure: string; readonly label?: unknown }>(each: T) => ({
      ...each,
      label: each.label ?? each.figure,
      figure: renamed.get(each.figure),
    })
    const spans = spansOf<OldVersionOf<'award'>>(versions, periods, path, changes)
    const written = {
      ...{ kind, id, owner },
      versions: versionsFor(member, spans, ({ terms }) => ({
        award: {
          ...without(terms, 'id', 'currency'),
          eligibility: terms.eligibility.map(called),
          ranking: terms.ranking.map(called),
        },
        ...(terms.split !== undefined && { team, weight }),
        ...(terms.minimumMonths !== undefined && { hired }),
      })),
    }
    return [old, { ...{ id, member, team, weight, hired }, figures: renamed }, written] as const
  })
}
