import { addDays } from '../../calendar/index.js'
import { check } from '../../formula/index.js'
import type { Component, Version } from '../../pay/index.js'
import { vocabulary } from '../vocabulary.js'
import { change } from './change.js'
import type { Migrating, WrittenPolicy } from './writer.js'

/** A version of a policy of today, as far as a migration looks at it. */
interface OwnVersion {
  readonly from: string
  readonly to?: string
  readonly terms: object
}

/**
 * Versions of one component have one unit and as many places. Where those of a policy differ in that, such
 * as scores that are rounded otherwise, the later ones are a policy of their own.
 */
export function alikePolicies(
  { book, ids, changes }: Migrating,
  policy: WrittenPolicy,
): readonly WrittenPolicy[] {
  const { kind, id } = policy
  const versions = policy.versions as readonly OwnVersion[]
  const groups: { readonly shapes: Map<string, string>; readonly versions: OwnVersion[] }[] = []
  for (const [i, version] of versions.entries()) {
    const shapes = shapesOf(kind as keyof typeof vocabulary, version.terms, {
      id,
      currency: book.currency,
    })
    const own = groups.find((each) =>
      [...shapes].every(([name, shape]) => (each.shapes.get(name) ?? shape) === shape),
    )
    const group = own ?? { shapes, versions: [] }
    if (own === undefined) groups.push(group)
    for (const [name, shape] of shapes) group.shapes.set(name, shape)
    group.versions.push(lasting(version, versions[i + 1]))
  }
  if (groups.length === 1) return [policy]
  return groups.map((group, i) => {
    if (i === 0) return { ...policy, versions: group.versions }
    const name = ids.claim(`${id}_${i + 1}`, `${id}_${kind}`)
    changes.push(change('other-places', id, { policy: name }))
    return { ...policy, id: name, versions: group.versions }
  })
}

/** With the last day that the next version would end it by. */
function lasting(version: OwnVersion, next: OwnVersion | undefined): OwnVersion {
  const { from, to = next && addDays(next.from, -1), ...rest } = version
  return { from, ...(to !== undefined && { to }), ...rest }
}

function shapesOf(
  kind: keyof typeof vocabulary,
  terms: object,
  about: Parameters<(typeof vocabulary)[typeof kind]>[1],
): ReadonlyMap<string, string> & Map<string, string> {
  const written: readonly (Component | Version)[] = vocabulary[kind](terms, about)
  return new Map(
    written.map((each) => {
      const {
        component,
        formula,
        of,
        each: below,
        pays,
        period,
      } = 'value' in each ? each.value : each
      const { unit, scale } = check(formula)
      const cut = typeof below === 'object' ? 'records' : below
      return [component, JSON.stringify([unit, scale, of, cut, pays, period])]
    }),
  )
}
