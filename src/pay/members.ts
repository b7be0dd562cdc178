import type { IsoDate } from '../calendar/index.js'
import { matches } from '../credit/where.js'
import { push } from '../problem/push.js'
import type { Decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import { groupOn, textOn } from './attribute.js'
import type { LinkedComponent } from './book.js'
import type { Among, Scope } from './component.js'
import { type Holder, nameOf } from './data-index.js'
import type { CountedRow } from './records.js'
import { periodsIn } from './windows.js'
import { type Failed, isFailed, numberOf, type PayRow, type Work } from './work.js'

/** A row of the component that is read among others. */
export interface Member {
  readonly holder: Holder
  /** The row's last day: on it the member belongs to a group. */
  readonly last: IsoDate
  readonly row: PayRow | Failed
  /** Of a row of records, its first. */
  readonly record?: CountedRow
}

/** The members of the group that a reader belongs to. */
export function groupOfReader(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  group: Scope,
): Group | Failed {
  const name = groupName(work, row.holder, row.to, group)
  if (typeof name === 'symbol')
    return {
      problems: [
        payProblem('several-values', '', {
          name: (group as { by: string }).by,
          owner: row.holder.owner.person as string,
          day: row.to,
        }),
      ],
    }
  const groups = work.once(`groups ${target.name} ${row.index} ${scopeText(group)}`, () =>
    groupsOf(work, target, row, group),
  )
  return { key: name ?? '', members: name === undefined ? [] : (groups.get(name) ?? []) }
}

function scopeText(group: Scope): string {
  return typeof group === 'object' ? `by ${group.by}` : group
}

/** Rows that are read together, and a name for them. */
export interface Group {
  readonly key: string
  readonly members: readonly Member[]
}

function groupName(
  work: Work,
  holder: Holder,
  day: IsoDate,
  group: Scope,
): string | symbol | undefined {
  if (group === 'company') return ''
  return typeof group === 'object' ? groupOn(work, holder, group.by, day) : holder.owner.person
}

function groupsOf(
  work: Work,
  target: LinkedComponent,
  row: PayRow,
  group: Scope,
): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>()
  for (const member of membersIn(work, target, row)) {
    const name = groupName(work, member.holder, member.last, group)
    // Whose group cannot be told may belong to any: the rows of both posts say so themselves.
    if (typeof name === 'string') push(groups, name, member)
  }
  return groups
}

/** All rows of a component in the period of a row; of a shorter rhythm, in all that end in it. */
export function membersIn(
  work: Work,
  target: LinkedComponent,
  { component, period, index }: PayRow,
): readonly Member[] {
  if (target.rhythm === component.rhythm) return membersOf(work, target, index)
  const timeline = work.timeline(target)
  const indexes = periodsIn(timeline, period, timeline.indexOf(period.from))
  return indexes.flatMap((each) => membersOf(work, target, each))
}

function membersOf(work: Work, target: LinkedComponent, index: number): readonly Member[] {
  return work.owners(target, index).flatMap((holder): readonly Member[] => {
    const row = work.row(target, holder, index) as PayRow | Failed
    if (isFailed(row)) return [{ holder, row, last: work.timeline(target).at(index).to }]
    const result = work.result(target, holder, index)
    const ofRecords = typeof row.version.component.each === 'object'
    // Of a first value that stands nothing but itself is known.
    const isWhole =
      result === undefined || isFailed(result) || (result.rows.length === 0 && result.text !== '0')
    if (isWhole || !ofRecords) return [{ holder, row, last: row.to }]
    return result.rows.map((each) => ({
      holder,
      row: each,
      last: row.to,
      record: each.records?.rows[0] as CountedRow,
    }))
  })
}

/** The failure of all who read a member that failed, with the member's name. */
export function failedMember(target: LinkedComponent, { holder }: Member): Failed {
  const owner = nameOf(holder)
  return { problems: [payProblem('failed-member', '', { component: target.name, owner })] }
}

/** Whether a member's attributes are what is asked. */
export function isKept(
  work: Work,
  { holder, last }: Member,
  { where }: Pick<Among, 'where'>,
): boolean {
  return where === undefined || matches(where, (name) => textOn(work, holder, name, last))
}

/** Another component of a member, in the period of the row that is read. */
export function componentOf(
  work: Work,
  { holder, row }: Member,
  name: string | undefined,
): Decimal | Failed | undefined {
  if (name === undefined || isFailed(row)) return undefined
  const target = work.book.components.get(name) as LinkedComponent
  const result = work.result(target, holder, row.index)
  return result === undefined || isFailed(result) ? result : numberOf(result)
}
