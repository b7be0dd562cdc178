import type { IsoDate } from '../calendar/index.js'
import { covers } from '../calendar/internal.js'
import { push } from '../problem/push.js'
import { payProblem } from '../words/index.js'
import { groupOn } from './attribute.js'
import type { LinkedComponent } from './book.js'
import type { Holder } from './data-index.js'
import type { Subject } from './knowledge.js'
import type { Living } from './lives.js'
import { byMoment, type CountedRow, fitting } from './records.js'
import type { Failed, Work } from './work.js'

/**
 * The records of a table that are an owner's under a component, by their moments. Those of a person are
 * of deals made within the spans; what happens after them counts in their last period, or nowhere.
 * Those of a group are of who belonged to it on the record's own day; the company has all.
 */
export function ownRecords(
  work: Work,
  component: LinkedComponent,
  holder: Holder,
  table: string,
): readonly CountedRow[] | Failed {
  const { rows, of } = work.table(table)
  const { by } = holder
  if (by !== undefined) {
    const ofGroup = work.once(`${table} by ${by}`, () => byGroup(work, rows(), by))
    return ofGroup.get(holder.value as string) ?? []
  }
  const { person } = holder.owner
  if (person === undefined) return rows()
  const { own } = work.lists(component, holder)
  const known = own.get(table)
  if (known !== undefined) return known
  const made = ofPerson(work, component, holder, table, of(person))
  own.set(table, made)
  return made
}

function ofPerson(
  work: Work,
  component: LinkedComponent,
  holder: Holder,
  table: string,
  all: readonly CountedRow[],
): readonly CountedRow[] | Failed {
  const unclear = all.find((record) => postOf(work, holder, record) === unclearPost)
  if (unclear !== undefined)
    return { problems: [payProblem('unclear-assignment', '', { table, id: unclear.row.id })] }
  const own = fitting(all, (record) => postOf(work, holder, record) === holder.assignment)
  const lives = work.lives(component, holder)
  const counted = own.flatMap((record) => withinLives(record, lives) ?? [])
  return counted.every((record, i) => record === own[i]) ? counted : counted.sort(byMoment)
}

const unclearPost = Symbol('unclear')

/** The post that a record belongs to, where posts are asked for: the one it names, or the only one of its day. */
function postOf(
  { horizon }: Work,
  { assignment, person }: Holder,
  { row }: CountedRow,
): string | undefined | typeof unclearPost {
  if (assignment === undefined || row.assignment !== undefined) return assignment && row.assignment
  const { assignments } = (person as Subject).knownBy(horizon.cutoff(row.on))
  const held = assignments.filter((each) => covers(each, row.on))
  return held.length > 1 && held.some(({ id }) => id === assignment) ? unclearPost : held[0]?.id
}

/**
 * A record as it counts within some spans: at its own moment; where that is in none, at the end of the
 * one in which its deal was made, if that has ended by then; or not at all.
 */
function withinLives(record: CountedRow, lives: readonly Living[]): CountedRow | undefined {
  const isWithin = (day: IsoDate) => lives.some((span) => covers(span, day))
  const living = lives.findLast((span) => covers(span, record.made))
  if (living === undefined) return undefined
  if (living.version.component.eligible?.after === 'lost')
    return isWithin(record.row.on) && isWithin(record.day) ? record : undefined
  return isWithin(record.day) || record.day < living.to ? record : { ...record, day: living.to }
}

function byGroup(
  work: Work,
  rows: readonly CountedRow[],
  by: string,
): ReadonlyMap<string, readonly CountedRow[]> {
  const groups = new Map<string, CountedRow[]>()
  for (const record of rows) {
    const group = groupOfRecord(work, record, by)
    if (group !== undefined) push(groups, group, record)
  }
  return groups
}

/** The group of who made a record, on the record's own day. */
function groupOfRecord(work: Work, { row }: CountedRow, by: string): string | undefined {
  if (row.person === undefined) return undefined
  const holder = work.index.holder({
    person: row.person,
    ...(row.assignment !== undefined && { assignment: row.assignment }),
  })
  const group = holder === undefined ? undefined : groupOn(work, holder, by, row.on)
  return typeof group === 'string' ? group : undefined
}
