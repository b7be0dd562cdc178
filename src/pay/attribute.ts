import { addDays, type IsoDate, type Span } from '../calendar/index.js'
import { covers } from '../calendar/internal.js'
import type { AttributeValue } from './data.js'
import type { DataIndex, Holder } from './data-index.js'
import type { Horizon } from './horizon.js'
import type { Histories, Subject } from './knowledge.js'

/** The value of an attribute on a day, and since when it holds. */
export interface Found {
  readonly value: string
  readonly from: IsoDate
}

/** Two posts, or two groups, of one day have different values. */
export const conflict = Symbol('conflict')

/** What is needed to look an attribute up. */
export interface Lookup {
  readonly index: DataIndex
  readonly horizon: Pick<Horizon, 'cutoff'>
}

/** What is needed to look things up as they stand in a run. */
export interface Looking extends Lookup {
  readonly horizon: Horizon
}

/**
 * The value of an attribute on a day, as it was known: of the assignment, else the person, else a group
 * of theirs, else the company.
 */
export function attributeOn(
  looking: Lookup,
  holder: Holder,
  name: string,
  day: IsoDate,
): Found | typeof conflict | undefined {
  const { index, horizon } = looking
  if (holder.by === name) return { value: holder.value as string, from: day }
  const cutoff = horizon.cutoff(day)
  const own = ownAttributeOn(holder, name, day, cutoff)
  if (own !== undefined) return own
  const ofGroups =
    holder.by === undefined && index.groupedBy.length === 0
      ? undefined
      : groupAttributeOn(index, holder, name, day, cutoff)
  return ofGroups ?? valueOn(index.told()?.knownBy(cutoff).attributes, name, day)
}

/** The value of an attribute on a day where it is one, as a text. */
export function textOn(
  looking: Lookup,
  holder: Holder,
  name: string,
  day: IsoDate,
): string | undefined {
  const found = attributeOn(looking, holder, name, day)
  return typeof found === 'object' ? found.value : undefined
}

/** The value that a person or a post has itself. */
function ownAttributeOn(
  { person, assignment }: Holder,
  name: string,
  day: IsoDate,
  cutoff: IsoDate,
): Found | typeof conflict | undefined {
  if (person === undefined) return undefined
  const { assignments, attributes } = person.knownBy(cutoff)
  // Most people have no posts.
  const ofPosts =
    assignments.length === 0
      ? undefined
      : one(
          assignments
            .filter((each) => covers(each, day) && (assignment ?? each.id) === each.id)
            .map((each) => valueOn(each.attributes, name, day)),
        )
  return ofPosts ?? valueOn(attributes, name, day)
}

/** The value that the groups of an owner have, or the group itself. */
function groupAttributeOn(
  index: DataIndex,
  holder: Holder,
  name: string,
  day: IsoDate,
  cutoff: IsoDate,
): Found | typeof conflict | undefined {
  const groups =
    holder.by === undefined
      ? groupsOf(index, holder, day, cutoff)
      : [[holder.by, holder.value as string] as const]
  return one(
    groups.map(([by, value]) =>
      valueOn(index.told(by, value)?.knownBy(cutoff).attributes, name, day),
    ),
  )
}

/**
 * The value of `by` that says to which group an owner belongs on a day: a post or a person by their own
 * attribute, a group of another kind, such as a team of a department, by its own.
 */
export function groupOn(
  { index, horizon }: Looking,
  holder: Holder,
  by: string,
  day: IsoDate,
): string | typeof conflict | undefined {
  if (holder.by === by) return holder.value
  const cutoff = horizon.cutoff(day)
  if (holder.by !== undefined)
    return valueOn(index.told(holder.by, holder.value)?.knownBy(cutoff).attributes, by, day)?.value
  const found = ownAttributeOn(holder, by, day, cutoff)
  return typeof found === 'object' ? found.value : found
}

function groupsOf(index: DataIndex, holder: Holder, day: IsoDate, cutoff: IsoDate) {
  return index.groupedBy.flatMap((by) => {
    const value = ownAttributeOn(holder, by, day, cutoff)
    return typeof value === 'object' ? [[by, value.value] as const] : []
  })
}

/** The one value of several places. */
function one(found: readonly (Found | undefined)[]): Found | typeof conflict | undefined {
  const given = found.filter((each) => each !== undefined)
  const [first] = given
  return given.every(({ value }) => value === first?.value) ? first : conflict
}

function valueOn(
  histories: Histories | undefined,
  name: string,
  day: IsoDate,
): AttributeValue | undefined {
  if (histories === undefined) return undefined
  const history = historyOf(histories, name)
  for (let i = history.length - 1; i >= 0; i--) {
    const value = history[i] as AttributeValue
    if (value.from <= day) return value
  }
  return undefined
}

const noHistory: readonly AttributeValue[] = []

/** The values of one of them; of none nothing. */
function historyOf(histories: Histories, name: string): readonly AttributeValue[] {
  return Object.hasOwn(histories, name) ? (histories[name] as readonly AttributeValue[]) : noHistory
}

/** Every day within a span, but its first, on which one of some attributes of an owner may change, as it was known by a day. */
export function changeDays(
  { index }: Looking,
  holder: Holder,
  names: readonly string[],
  cutoff: IsoDate,
  within: Span,
): readonly IsoDate[] {
  const days: IsoDate[] = []
  const told = (of: Subject | undefined) => {
    if (of !== undefined) addStarts(days, of.knownBy(cutoff).attributes, names, within)
  }
  const ofOwner = (attributes: Histories) => {
    addStarts(days, attributes, names, within)
    addStarts(days, attributes, index.groupedBy, within)
    for (const by of index.groupedBy)
      for (const { value } of historyOf(attributes, by)) told(index.told(by, value))
  }
  const view = holder.person?.knownBy(cutoff)
  if (view !== undefined) {
    ofOwner(view.attributes)
    for (const { from, to, attributes } of view.assignments) {
      addInside(days, from, within)
      if (to !== undefined) addInside(days, addDays(to, 1), within)
      ofOwner(attributes)
    }
  }
  if (holder.by !== undefined) told(index.told(holder.by, holder.value))
  told(index.told())
  return days
}

function addStarts(
  days: IsoDate[],
  histories: Histories,
  names: readonly string[],
  within: Span,
): void {
  for (const name of names)
    for (const { from } of historyOf(histories, name)) addInside(days, from, within)
}

/** Most days lie outside, and most owners have none. */
function addInside(days: IsoDate[], day: IsoDate, { from, to }: Span): void {
  if (from < day && day <= to) days.push(day)
}
