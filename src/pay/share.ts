import { problemsOf, sha256 } from '../problem/index.js'
import { push } from '../problem/push.js'
import { remembered } from '../problem/remembered.js'
import { type Allocated, allocate, type Decimal, decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import { aggregated } from './aggregate.js'
import { groupOn } from './attribute.js'
import type { LinkedComponent } from './book.js'
import type { Among, ComponentSource, SharedBy } from './component.js'
import { type Holder, nameOf } from './data-index.js'
import {
  componentOf,
  failedMember,
  type Group,
  groupOfReader,
  isKept,
  type Member,
} from './members.js'
import { ownersFor } from './owners.js'
import type { Values } from './reading.js'
import { order } from './told.js'
import { type Failed, isFailed, type PayRow, type Work } from './work.js'

/** How a row reads of a component what is its own. */
export type ReadOwn = (
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  source: ComponentSource,
) => Values | Failed

/** A value divided among the members of a group. */
export interface Shares {
  readonly value: string
  readonly amounts: ReadonlyMap<Holder, string>
}

/** A source that divides, and the places of its input: those of the parts. */
export type ShareSource = ComponentSource & {
  readonly among: Among & { readonly as: SharedBy }
  readonly scale: number
}

/** What a source asks for, as a text to compare. */
export const sourceText = remembered(
  (source: ComponentSource) => JSON.stringify(source),
  new WeakMap(),
)

/** The reader's part of a value: worked out for the whole group, or for nobody. */
export function readShare(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  source: ShareSource,
  readOwn: ReadOwn,
): Values | Failed {
  const found = sharesFor(work, row, target, source, readOwn)
  if (isFailed(found)) return found
  const { shares } = found
  const amount = shares.amounts.get(row.holder)
  if (amount === undefined)
    return groupWithoutAbove(work, row, source.among) ?? { values: [], items: [] }
  // Whoever has a part of a value reads it.
  const [holder] = ownersFor(work, row, target) as readonly [Holder]
  return {
    values: [decimal(amount)],
    items: [
      { kind: 'component', component: target, holder, index: row.index, value: shares.value },
    ],
  }
}

/**
 * A group that does not say to which group above it belongs: its people would get nothing, and nobody
 * would be told. A person may well belong to none.
 */
function groupWithoutAbove(
  work: Work,
  { holder, component, to: day }: PayRow,
  { group }: Among,
): Failed | undefined {
  if (holder.by === undefined || typeof group === 'string' || !('by' in group)) return undefined
  const { by } = group
  if (groupOn(work, holder, by, day) !== undefined) return undefined
  const asked = { component: component.name, input: by, source: by, owner: nameOf(holder), day }
  return { problems: [payProblem('nothing-there', by, asked)] }
}

/** The division that a row belongs to, made once for all its members. */
export function sharesFor(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  source: ShareSource,
  readOwn: ReadOwn,
): { readonly shares: Shares; readonly group: string } | Failed {
  const { among } = source
  const weights = work.book.components.get(among.as.share) as LinkedComponent
  const group = groupOfReader(
    work,
    row,
    weights,
    among.group as Exclude<Among['group'], { below: string }>,
  )
  if (isFailed(group)) return group
  const level = among.who === 'level' ? levelOf(work, row, among.by as string) : undefined
  if (level !== undefined && isFailed(level)) return level
  const { component, index } = row
  const place = level?.toFixed() ?? ''
  const shares = work.once(
    `share ${component.name} ${index} ${group.key} ${place} ${sourceText(source)}`,
    () => {
      const members =
        level === undefined
          ? group.members
          : (levelsOf(work, row, weights, among, group).get(place) ?? [])
      return divided(work, row, target, { ...source, members }, readOwn)
    },
  )
  return isFailed(shares) ? shares : { shares, group: `${group.key}${place}` }
}

function levelOf(work: Work, row: PayRow, by: string): Decimal | Failed {
  const level = componentOf(work, { holder: row.holder, last: row.to, row }, by)
  return (
    level ?? { problems: [payProblem('not-ranked', '', { component: row.component.name, by })] }
  )
}

/** The members of a group by what they are level in; whose level cannot be told has none. */
function levelsOf(
  work: Work,
  { component, index }: PayRow,
  weights: LinkedComponent,
  { by, group }: Among,
  { key, members }: Group,
): ReadonlyMap<string, readonly Member[]> {
  const name = `levels ${weights.name} ${by} ${component.rhythm} ${index} ${JSON.stringify(group)} ${key}`
  return work.once(name, () => {
    const levels = new Map<string, Member[]>()
    for (const member of members) {
      const level = componentOf(work, member, by)
      if (level !== undefined && !isFailed(level)) push(levels, level.toFixed(), member)
    }
    return levels
  })
}

/** A member with its weight and its bounds. */
interface Claim {
  readonly holder: Holder
  readonly numbers: readonly (Decimal | undefined)[]
}

function divided(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  source: ShareSource & { readonly members: readonly Member[] },
  readOwn: ReadOwn,
): Shares | Failed {
  const { share, least, most } = source.among.as
  const claims: Claim[] = []
  let value: Decimal | undefined
  for (const member of source.members) {
    if (isFailed(member.row)) return failedMember(target, member)
    if (!isKept(work, member, source.among)) continue
    const numbers = [share, least, most].map((name) => componentOf(work, member, name))
    if (!numbers.every(isTold)) return failedMember(target, member)
    const read = readOwn(work, member.row, target, source)
    if (isFailed(read)) return read
    const own = aggregated('sum', read.values) as Decimal
    if (value !== undefined && !own.eq(value))
      return { problems: [payProblem('several-totals', '', { component: target.name })] }
    value = own
    claims.push({ holder: member.holder, numbers })
  }
  return value === undefined
    ? { value: '0', amounts: new Map() }
    : parted(row, source.scale, value, claims)
}

function isTold(number: Decimal | Failed | undefined): number is Decimal | undefined {
  return number === undefined || !isFailed(number)
}

/** The parts by largest remainder; among equal remainders the first is where the period's digest says. */
function parted(
  { component, period }: PayRow,
  places: number,
  value: Decimal,
  claims: readonly Claim[],
): Shares | Failed {
  const sorted = [...claims].sort((a, b) => order(a.holder.key, b.holder.key))
  const digest = sha256(`${component.name}|${period.name}`).slice(0, 8)
  const start = Number.parseInt(digest, 16) % sorted.length
  const turned = [...sorted.slice(start), ...sorted.slice(0, start)]
  const width = String(turned.length).length
  const shares = turned.map(({ numbers: [weight, floor, cap] }, i) => ({
    id: String(i).padStart(width, '0'),
    weight: weight as Decimal,
    ...(floor && { floor }),
    ...(cap && { cap }),
  }))
  let parts: readonly Allocated[] = []
  const problems = problemsOf(() => {
    parts = allocate({ total: value, places, shares, ties: 'id' })
  })
  if (problems.length > 0) return { problems }
  const amounts = turned.map(({ holder }, i) => [holder, (parts[i] as Allocated).amount] as const)
  return { value: value.toFixed(), amounts: new Map(amounts) }
}
