import type { IsoDate } from '../calendar/index.js'
import { push } from '../problem/push.js'
import { payProblem } from '../words/index.js'
import { attributeOn } from './attribute.js'
import type { LinkedComponent } from './book.js'
import type { Among, Below } from './component.js'
import type { Holder } from './data-index.js'
import { componentOf, failedMember, type Group, type Member, membersIn } from './members.js'

import { type Failed, isFailed, type PayRow, type Work } from './work.js'

/** The rows of all from whom an attribute, followed on the row's last day, leads up to the reader. */
export function below(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  among: Among & { readonly group: Below },
): Group | Failed {
  const { group, only } = among
  const [least, most] = group.levels ?? [1, Number.POSITIVE_INFINITY]
  const reader = row.holder.owner.person as string
  const tree = work.once(`below ${group.below} ${row.to}`, () => treeOf(work, group.below, row.to))
  const { rhythm } = row.component
  const rows = work.once(`rows ${target.name} ${rhythm} ${row.index}`, () =>
    rowsOf(work, target, row),
  )
  const members: Member[] = []
  const seen = new Set([reader])
  let level = (tree.get(reader) ?? []).map((person) => ({ person, depth: 1 }))
  while (level.length > 0) {
    const next: typeof level = []
    for (const { person, depth } of level) {
      if (seen.has(person))
        return { problems: [payProblem('circle-below', '', { name: group.below, owner: person })] }
      seen.add(person)
      const own = rows.get(person) ?? []
      const kept = group.compress === true ? isCounted(work, target, own, only) : true
      if (typeof kept === 'object') return kept
      if (kept && depth >= least) members.push(...own)
      const deeper = kept ? depth + 1 : depth
      if (deeper <= most)
        for (const each of tree.get(person) ?? []) next.push({ person: each, depth: deeper })
    }
    level = next
  }
  return { key: `below ${reader} ${row.to}`, members }
}

/** Whether `only` keeps a person: with `compress` nobody else is a step. */
function isCounted(
  work: Work,
  target: LinkedComponent,
  members: readonly Member[],
  only: string | undefined,
): boolean | Failed {
  for (const member of members) {
    const value = componentOf(work, member, only)
    if (value !== undefined && isFailed(value)) return failedMember(target, member)
    if (value !== undefined && !value.isZero()) return true
  }
  return false
}

/** Whom an attribute leads up to whom, on a day. */
function treeOf(work: Work, name: string, day: IsoDate): ReadonlyMap<string, readonly string[]> {
  const tree = new Map<string, string[]>()
  for (const [person, holder] of work.index.people) {
    const above = attributeOn(work, holder, name, day)
    if (typeof above === 'object') push(tree, above.value, person)
  }
  return tree
}

function rowsOf(
  work: Work,
  target: LinkedComponent,
  row: PayRow,
): ReadonlyMap<string, readonly Member[]> {
  const rows = new Map<string, Member[]>()
  for (const member of membersIn(work, target, row)) push(rows, personOf(member.holder), member)
  return rows
}

function personOf({ owner }: Holder): string {
  return owner.person as string
}
