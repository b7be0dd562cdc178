import { push } from '../problem/push.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import { aggregated } from './aggregate.js'
import { below } from './below.js'
import type { LinkedComponent } from './book.js'
import type { Among, As, ComponentSource } from './component.js'
import type { Row } from './data.js'
import type { Holder } from './data-index.js'
import {
  componentOf,
  failedMember,
  type Group,
  groupOfReader,
  isKept,
  type Member,
} from './members.js'
import type { ComponentItem, Item, Values } from './reading.js'
import { byMoment, type CountedRow } from './records.js'
import { type ReadOwn, readShare, type ShareSource, sourceText } from './share.js'
import { type Failed, isFailed, type PayRow, type Work } from './work.js'

/** A source that looks down the sheet, and the places of its input. */
export type AmongSource = ComponentSource & { readonly among: Among; readonly scale: number }

/** What a row reads of the rows of its group: one value, of all who can be told. */
export function amongOthers(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  source: AmongSource,
  readOwn: ReadOwn,
): Values | Failed {
  const { among } = source
  const { as } = among
  if (typeof as === 'object' && 'share' in as)
    return readShare(work, row, target, source as ShareSource, readOwn)
  const group =
    typeof among.group === 'object' && 'below' in among.group
      ? below(work, row, target, { ...among, group: among.group })
      : groupOfReader(work, row, target, among.group)
  if (isFailed(group)) return group
  const key = `ranking ${target.name} ${row.component.rhythm} ${row.index} ${group.key} ${sourceText(source)}`
  const ranking = work.once(key, () => rankingOf(work, target, source, group, readOwn))
  if (isFailed(ranking)) return ranking
  const record = row.records?.rows[0]?.row
  const place = (record && ranking.places.get(record)) ?? ranking.places.get(row.holder)
  const { who = 'all', by = '' } = among
  const range = rangeOf(ranking, who, place)
  if (range === undefined)
    return { problems: [payProblem('not-ranked', '', { component: row.component.name, by })] }
  const own = who === 'others' ? ranking.own.get(ownKey(row, target)) : []
  const value = taken(ranking, range, as, own ?? [])
  return { values: value === undefined ? [] : [value], items: ranking.items }
}

interface Ranked {
  readonly member: Member
  readonly value: Decimal
  readonly by: Decimal | CountedRow | undefined
}

/** The members that a condition keeps with what is read of them, those that are ahead first. */
interface Ranking {
  readonly values: readonly Decimal[]
  /** The sums of the first so many values. */
  readonly sums: readonly Decimal[]
  /** Where those begin and end who are level with an owner, or with a record. */
  readonly places: ReadonlyMap<Holder | Row, Place>
  /** Which values are of a record, of an owner, of all posts of a person. */
  readonly own: ReadonlyMap<Holder | Row | string, readonly number[]>
  readonly items: readonly Item[]
}

type Place = readonly [first: number, end: number]

function rankingOf(
  work: Work,
  target: LinkedComponent,
  source: AmongSource,
  { members }: Group,
  readOwn: ReadOwn,
): Ranking | Failed {
  const ranked: Ranked[] = []
  for (const member of members) {
    const one = rankedMember(work, target, source, member, readOwn)
    if (isFailed(one)) return one
    if (one !== undefined) ranked.push(one)
  }
  ranked.sort(aheadFirst)
  const own = ownOf(ranked)
  const values = ranked.map(({ value }) => value)
  const sums = [aggregated('sum', []) as Decimal]
  for (const value of values) sums.push((sums.at(-1) as Decimal).plus(value))
  return {
    values,
    sums,
    places: placesOf(ranked),
    own,
    items: [
      {
        kind: 'group',
        members: ranked.map((one) => itemOf(target, one)),
        own: (holder) => own.get(holder) ?? none,
      },
    ],
  }
}

const none: readonly never[] = []

function itemOf(component: LinkedComponent, { member, value }: Ranked): ComponentItem {
  const { holder, row } = member
  const { index } = row as PayRow
  return { kind: 'component', component, holder, index, value: value.toFixed() }
}

/** A member with what is read of it; `undefined` where a condition leaves it out, or it has nothing. */
function rankedMember(
  work: Work,
  target: LinkedComponent,
  source: AmongSource,
  member: Member,
  readOwn: ReadOwn,
): Ranked | Failed | undefined {
  const { row } = member
  if (isFailed(row)) return failedMember(target, member)
  if (!isKept(work, member, source.among)) return undefined
  const only = componentOf(work, member, source.among.only)
  if (isFailed(only)) return failedMember(target, member)
  if (source.among.only !== undefined && (only?.isZero() ?? true)) return undefined
  const read = readOwn(work, row, target, source)
  const by =
    source.among.by === undefined ? member.record : componentOf(work, member, source.among.by)
  if (isFailed(read) || (by !== undefined && isFailed(by))) return failedMember(target, member)
  return read.values.length === 0
    ? undefined
    : { member, value: aggregated('sum', read.values) as Decimal, by }
}

function aheadFirst(a: Ranked, b: Ranked): number {
  const [left, right] = [a.by, b.by]
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined)
  if ('row' in left || 'row' in right) return byMoment(left as CountedRow, right as CountedRow)
  return right.cmp(left)
}

function placesOf(ranked: readonly Ranked[]): ReadonlyMap<Holder | Row, Place> {
  const places = new Map<Holder | Row, Place>()
  for (let first = 0; first < ranked.length; ) {
    let end = first + 1
    while (end < ranked.length && aheadFirst(ranked[first] as Ranked, ranked[end] as Ranked) === 0)
      end += 1
    for (const { member } of ranked.slice(first, end))
      places.set(member.record?.row ?? member.holder, [first, end])
    first = end
  }
  return places
}

function ownOf(ranked: readonly Ranked[]): Ranking['own'] {
  const own = new Map<Holder | Row | string, number[]>()
  for (const [i, { member }] of ranked.entries()) {
    const { holder, record } = member
    if (record !== undefined) push(own, record.row, i)
    push(own, holder, i)
    push(own, holder.owner.person ?? holder.key, i)
  }
  return own
}

/** Whose values are a reader's own: of a record itself, of a person all posts, of a post the person. */
function ownKey(
  { holder, records, version }: PayRow,
  target: LinkedComponent,
): Holder | Row | string {
  const [record] = records?.rows ?? []
  const ofRecords = target.versions.some(({ component }) => typeof component.each === 'object')
  if (record !== undefined && ofRecords) return record.row
  const sameGrain = (target.of === 'assignment') === (version.component.of === 'assignment')
  return sameGrain ? holder : (holder.owner.person ?? holder.key)
}

/** The value of some, less the reader's own; sums and counts without looking at each again. */
function taken(
  { values, sums }: Ranking,
  [from, to]: Place,
  as: As & Among['as'],
  own: readonly number[],
): Decimal | undefined {
  if (as === 'sum')
    return own.reduce(
      (sum, i) => sum.minus(values[i] as Decimal),
      (sums[to] as Decimal).minus(sums[from] as Decimal),
    )
  if (as === 'count') return decimal(String(to - from - own.length))
  const left = new Set(own)
  return aggregated(
    as,
    values.slice(from, to).filter((_, i) => !left.has(i)),
  )
}

/** Those whom a reader asks for; `undefined` where it has no place and needs one. */
function rangeOf(
  { values }: Ranking,
  who: NonNullable<Among['who']>,
  place: Place | undefined,
): Place | undefined {
  if (who === 'all' || who === 'others') return [0, values.length]
  return who === 'ahead' ? place && [0, place[0]] : place
}
