import { type PolicyBook, parseBook } from '../run/index.js'
import type { DrawnRunData } from './arbitraries/run-data.js'

/** The same book and data told otherwise: in another order, or with other names. */

/** The same data: people, events, adjustments and members in another order, and the keys of every object. */
export function shuffled(data: DrawnRunData): DrawnRunData {
  return reordered({
    ...data,
    people: data.people.toReversed(),
    events: data.events.toReversed(),
    adjustments: data.adjustments.toReversed(),
    pools: mapped(data.pools, (pool) => ({ ...pool, members: turned(pool.members) })),
    awards: mapped(data.awards, turned),
  })
}

/** The same JSON, the keys of each object the other way round. */
function reordered<T>(json: T): T {
  if (Array.isArray(json)) return json.map(reordered) as T
  if (typeof json !== 'object' || json === null) return json
  const entries = Object.entries(json).reverse()
  return Object.fromEntries(entries.map(([key, value]) => [key, reordered(value)])) as T
}

function turned<T extends Named>(list: readonly T[]): readonly T[] {
  return list.map((each) => withMembers(each, turned)).reverse()
}

/** A name before every name keeps their order, by which equal remainders are shared. */
export function renamed(id: string): string {
  return `person ${id}`
}

/** The same book, its owners of sales renamed. */
export function renamedBook({ policy: { policies, ...policy } }: PolicyBook): PolicyBook {
  return parseBook({
    ...policy,
    policies: policies.map((each) =>
      each.kind !== 'crediting'
        ? each
        : {
            ...each,
            versions: each.versions.map((version) => ({
              ...version,
              terms: version.terms.map((rule) => ({
                ...rule,
                owners: mapped(rule.owners, (owners) =>
                  owners.map((owner) => ({ ...owner, person: renamed(owner.person) })),
                ),
              })),
            })),
          },
    ),
  })
}

/** The same data, everybody renamed. */
export function renamedData(data: DrawnRunData): DrawnRunData {
  return {
    ...data,
    people: data.people.map((person) => ({
      ...person,
      id: renamed(person.id),
      name: `Somebody else (${person.id})`,
    })),
    adjustments: data.adjustments.map((each) => ({ ...each, person: renamed(each.person) })),
    pools: mapped(data.pools, (pool) => ({ ...pool, members: renamedAll(pool.members) })),
    awards: mapped(data.awards, renamedAll),
  }
}

function renamedAll<T extends Named>(list: readonly T[]): readonly T[] {
  return list.map((each) => withMembers({ ...each, id: renamed(each.id) }, renamedAll))
}

interface Named {
  readonly id: string
  readonly members?: readonly Named[]
}

/** The same group with other members, or the same person. */
function withMembers<T extends Named>(
  group: T,
  change: (members: NonNullable<T['members']>) => T['members'],
): T {
  const { members } = group
  return members === undefined ? group : { ...group, members: change(members) }
}

function mapped<T>(
  values: Readonly<Record<string, T>>,
  change: (value: T) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
}
