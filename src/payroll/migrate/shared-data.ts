import type { IsoDate, Period } from '../../calendar/index.js'
import { type AwardNaming, costCentre, department, type Naming, type PoolNaming } from './naming.js'
import type { OldBook } from './old-book-schema.js'
import type { OldData, OldEntry, OldMember } from './old-data-schema.js'
import type { Periods } from './periods.js'
import { dayAfter } from './person.js'
import type { Tallies } from './tallies.js'
import { ofKind } from './writer.js'

/** The data of a run, and its period. */
export interface Telling {
  readonly period: Period
  readonly data: OldData
}

type Figure = {
  readonly name: string
  readonly period: string
  readonly value: string
  readonly recorded: IsoDate
}
type GroupOf = 'company' | { readonly by: string; readonly value: string }
type Value = {
  readonly void?: true
  readonly from: IsoDate
  readonly value: string
  readonly recorded?: IsoDate
}

/** Figures and attributes to be added to those of people and groups. */
export class Added {
  readonly #people: ReadonlySet<string>
  readonly people = new Map<string, { figures: Figure[]; attributes: Map<string, Value[]> }>()
  readonly groups = new Map<
    string,
    { of: GroupOf; figures: Figure[]; attributes: Map<string, Value[]> }
  >()

  constructor(people: ReadonlySet<string>) {
    this.#people = people
  }

  /** Nothing where nobody is called so. */
  person(id: string) {
    if (!this.#people.has(id)) return undefined
    const own = this.people.get(id) ?? { figures: [], attributes: new Map<string, Value[]>() }
    this.people.set(id, own)
    return own
  }

  group(of: GroupOf) {
    const key = JSON.stringify(of)
    const own = this.groups.get(key) ?? { of, figures: [], attributes: new Map<string, Value[]>() }
    this.groups.set(key, own)
    return own
  }
}

type Owned = { readonly figures: Figure[]; readonly attributes: Map<string, Value[]> }

/** A value from a period on, or one of that period alone. */
function put(
  { attributes }: Owned,
  name: string,
  value: string,
  { from, recorded }: { readonly from: IsoDate; readonly recorded: IsoDate },
): void {
  const own = attributes.get(name) ?? []
  attributes.set(name, own)
  const last = own.at(-1)
  if (last?.from === from) own.pop()
  if (own.at(-1)?.value !== value) own.push({ from, value, recorded })
}

function putFor(owned: Owned, name: string, period: Period, recorded: IsoDate): void {
  put(owned, name, 'yes', { from: period.from, recorded })
  put(owned, name, 'no', { from: dayAfter(period), recorded })
}

/** Before all that a run could be told of. */
export const beginning = '1900-01-01'

/** What pools and awards of each run were told, as figures and attributes of people and groups. */
export function addShared(
  tellings: readonly Telling[],
  { pools, awards }: Naming,
  added: Added,
  tally: Tallies,
): void {
  // Of whom nothing is said, nothing was told: they are in none.
  for (const { member } of [...pools.values(), ...awards.values()])
    added.group('company').attributes.set(member, [{ from: beginning, value: 'no' }])
  const periodsOfPools = new Map<PoolNaming, readonly Telling[]>()
  for (const { period, data } of tellings) {
    for (const [id, { figures, members }] of Object.entries(data.pools ?? {})) {
      const naming = pools.get(id)
      if (naming === undefined) continue
      addFigures(added.group('company'), figures, naming, period, data.asOf)
      for (const member of members) addMember({ added, naming, period, data, tally }, member, [])
      periodsOfPools.set(naming, [...(periodsOfPools.get(naming) ?? []), { period, data }])
    }
    for (const [id, entries] of Object.entries(data.awards ?? {})) {
      const naming = awards.get(id)
      if (naming === undefined) continue
      for (const entry of entries) addEntry({ added, naming, period, data, tally }, entry)
    }
  }
  for (const [naming, own] of periodsOfPools) takeOut(naming, own, added)
}

/** A group that is not in a pool of a period weighs nothing in it, though people may still be of it. */
function takeOut(naming: PoolNaming, tellings: readonly Telling[], added: Added): void {
  for (const { of, figures } of added.groups.values()) {
    const inputs = of === 'company' ? undefined : naming.weighed.get(of.by)
    if (inputs === undefined) continue
    for (const { period, data } of tellings) {
      if (figures.some((each) => each.period === period.name)) continue
      for (const name of inputs)
        figures.push({ name, period: period.name, value: '0', recorded: data.asOf })
    }
  }
}

function addFigures(
  { figures }: Owned,
  given: Readonly<Record<string, string | null>>,
  naming: Pick<PoolNaming, 'figures'>,
  period: Period,
  recorded: IsoDate,
): void {
  for (const [name, value] of Object.entries(given)) {
    const own = naming.figures.get(name)
    if (own !== undefined && value !== null)
      figures.push({ name: own, period: period.name, value, recorded })
  }
}

interface Adding<OwnNaming> extends Telling {
  readonly added: Added
  readonly naming: OwnNaming
  readonly tally: Tallies
}

/** A member of a pool: a person on the last level, a group on each above it. */
function addMember(
  adding: Adding<PoolNaming>,
  { id, label, figures, members = [] }: OldMember,
  above: readonly string[],
): void {
  const { added, naming, period, data, tally } = adding
  if (label !== undefined) tally.note('label-left-out', 'pools', id)
  const recorded = data.asOf
  const level = members.length > 0 ? naming.levels[above.length] : undefined
  if (level !== undefined) {
    const group = added.group({ by: level, value: id })
    addFigures(group, figures, naming, period, recorded)
    const upper = naming.levels[above.length - 1]
    if (upper !== undefined)
      put(group, upper, above.at(-1) as string, { from: period.from, recorded })
    for (const member of members) addMember(adding, member, [...above, id])
    return
  }
  const person = added.person(id)
  if (person === undefined) {
    tally.note('unknown-person', 'pools', id)
    return
  }
  addFigures(person, figures, naming, period, recorded)
  putFor(person, naming.member, period, recorded)
  for (const [i, name] of naming.levels.entries())
    put(person, name, above[i] as string, { from: period.from, recorded })
}

/** An entry of an award: a person, or a team of several. */
function addEntry(
  { added, naming, period, data, tally }: Adding<AwardNaming>,
  { id, label, from, figures, members }: OldEntry,
): void {
  if (label !== undefined) tally.note('label-left-out', 'awards', id)
  const recorded = data.asOf
  const isTeam = members !== undefined
  const owner = isTeam ? added.group({ by: naming.team, value: id }) : added.person(id)
  if (owner === undefined) {
    tally.note('unknown-person', 'awards', id)
    return
  }
  addFigures(owner, figures, naming, period, recorded)
  if (from !== undefined) put(owner, naming.hired, from, { from: period.from, recorded })
  for (const member of members ?? [{ id }]) {
    const person = added.person(member.id)
    if (person === undefined) {
      tally.note('unknown-person', 'awards', member.id)
      continue
    }
    putFor(person, naming.member, period, recorded)
    if (!isTeam) continue
    put(person, naming.team, id, { from: period.from, recorded })
    if ('weight' in member && member.weight !== undefined)
      person.figures.push({
        name: naming.weight,
        period: period.name,
        value: member.weight,
        recorded,
      })
  }
}

/** The cost centres of departments: their own, or else called like the department. */
export function addCostCentres(book: OldBook, periods: Periods, added: Added): void {
  for (const { policy } of ofKind(book, 'department')) {
    const group = added.group({ by: department, value: policy.id })
    const values = policy.versions.map(({ from, terms }) => ({
      from: periods.firstFrom(from),
      value: terms.costCentre ?? policy.id,
    }))
    group.attributes.set(
      costCentre,
      values.filter(({ value }, i) => value !== values[i - 1]?.value),
    )
  }
}
