import type { IsoDate } from '../../../src/calendar/index.js'
import { addDays, yearsOfService } from '../../../src/calendar/index.js'
import { check, type Expression, evaluate, type Formula } from '../../../src/formula/index.js'
import type {
  Book,
  Component,
  ComponentSource,
  DaysSource,
  Over,
  RecordsSource,
  Source,
  Where,
} from '../../../src/pay/component.js'
import type {
  Attributes,
  AttributeValue,
  Data,
  Figure,
  Person,
  Row,
} from '../../../src/pay/data.js'
import { decimal, divideTo } from '../../../src/quantity/index.js'
import {
  type Cutoff,
  daysOf,
  holding,
  indexOf,
  lastDayOf,
  meets,
  monthAt,
  monthOf,
  monthsFrom,
  visible,
} from './known.js'
import { sharesOf } from './shares.js'

/** What a row comes to: nothing where there is no row, and a reason where it cannot be worked out. */
export type Worth =
  | { readonly row: false }
  | {
      readonly row: true
      readonly value: string
      readonly read: readonly string[]
      readonly last: IsoDate
    }
  | { readonly row: true; readonly error: string; readonly last: IsoDate }

/** Who a row belongs to: a person by id, a group, or the company. */
export type Owner =
  | { readonly person: string }
  | { readonly by: string; readonly value: string }
  | 'company'

/** What is known at one moment: the log, and by when each day of it had to be known. */
export interface Knowledge {
  readonly book: Book
  readonly data: Data
  /** The first month of anybody's employment, and the last of anything. */
  readonly first: string
  readonly last: string
  readonly cutoff: Cutoff
  /** What another row comes to, by its own horizon. */
  readonly worth: (component: string, owner: Owner, month: string) => Worth
  /** What has been found of this knowledge so far: the same question has one answer. */
  readonly found: Map<string, unknown>
}

class Failing extends Error {}

function fail(reason: string): never {
  throw new Failing(reason)
}

/** A row and what it is read by. */
interface RowOf {
  readonly known: Knowledge
  readonly component: Component
  readonly owner: Owner
  readonly month: string
  /** The days of the row's spans in the month; all days of it for a group or the company. */
  readonly days: readonly IsoDate[]
}

export function ownerKey(owner: Owner): string {
  if (owner === 'company') return ''
  return 'person' in owner ? owner.person : `${owner.by}=${owner.value}`
}

export function componentOf(book: Book, name: string): Component {
  const versions = book.components[name] ?? []
  if (versions.length !== 1) throw new Error(`the oracle knows one version of ${name}`)
  return (versions[0] as (typeof versions)[number]).value
}

function once<T>(known: Knowledge, key: string, make: () => T): T {
  if (!known.found.has(key)) known.found.set(key, make())
  return known.found.get(key) as T
}

/** What a component comes to for its owner and month, worked out from the whole log. */
export function worthOf(
  known: Knowledge,
  component: Component,
  owner: Owner,
  month: string,
): Worth {
  const days = rowDays(known, component, owner, month)
  if (days.length === 0) return { row: false }
  const read: string[] = []
  const last = days.at(-1) as IsoDate
  try {
    const row = { known, component, owner, month, days }
    const value = component.each === 'stretch' ? byStretch(row, read) : inputsAndValue(row, read)
    return { row: true, value, read, last }
  } catch (error) {
    if (!(error instanceof Failing)) throw error
    return { row: true, error: error.message, last }
  }
}

function rowDays(known: Knowledge, { eligible }: Component, owner: Owner, month: string) {
  if (owner !== 'company' && 'person' in owner)
    return spansOf(known, personOf(known, owner.person), eligible?.where).get(month) ?? []
  const figures = groupOf(known, owner)?.figures ?? []
  const people = known.data.people.some((person) => spansOf(known, person, undefined).has(month))
  const given = figures.some(({ period }) => period === month)
  return people || given ? daysOf(month) : []
}

function personOf(known: Knowledge, id: string): Person {
  return known.data.people.find((person) => person.id === id) as Person
}

function groupOf(known: Knowledge, owner: Owner) {
  return known.data.groups?.find(({ of }) =>
    owner === 'company' || of === 'company'
      ? owner === of
      : 'by' in owner && of.by === owner.by && of.value === owner.value,
  )
}

/** The days on which somebody is employed and as asked, by month: each day by what was known of it. */
function spansOf(
  known: Knowledge,
  person: Person,
  where: Where = {},
): ReadonlyMap<string, readonly IsoDate[]> {
  return once(known, `spans ${person.id} ${JSON.stringify(where)}`, () => {
    const spans = new Map<string, readonly IsoDate[]>()
    for (const month of monthsFrom(known.first, known.last)) {
      const days = daysOf(month).filter(
        (day) =>
          employedOn(known, person, day) &&
          meets(where, (name) => attributeOn(known, { person: person.id }, name, day)),
      )
      if (days.length > 0) spans.set(month, days)
    }
    return spans
  })
}

function employedOn(known: Knowledge, { id, employment }: Person, day: IsoDate): boolean {
  const by = known.cutoff(day)
  const told = once(known, `employment ${id} ${by}`, () =>
    visible(employment, { key: ({ from }) => from, own: ({ from }) => from, by }),
  )
  return told.some(({ from, to }) => from <= day && (to === undefined || day <= to))
}

/** The value of the nearest that has one: the person, else the company. */
function attributeOn(
  known: Knowledge,
  owner: Owner,
  name: string,
  day: IsoDate,
): string | undefined {
  const own = owner !== 'company' && 'person' in owner
  const histories: readonly (Attributes | undefined)[] = [
    own ? personOf(known, owner.person).attributes : groupOf(known, owner)?.attributes,
    groupOf(known, 'company')?.attributes,
  ]
  for (const [i, attributes] of histories.entries()) {
    const history = attributes?.[name]
    if (history === undefined) continue
    const by = known.cutoff(day)
    const told = once(known, `attribute ${i === 0 ? ownerKey(owner) : ''} ${name} ${by}`, () =>
      visible(history, { key: ({ from }) => from, own: ({ from }) => from, by }),
    )
    let held: AttributeValue | undefined
    for (const item of told)
      if (item.from <= day && (held === undefined || held.from < item.from)) held = item
    if (held !== undefined) return held.value
  }
  return undefined
}

// ── the formula ──

const checked = new Map<Expression, Formula>()
const values = new WeakMap<Formula, Map<string, string>>()

export function formulaOf(expression: Expression): Formula {
  const known = checked.get(expression)
  if (known !== undefined) return known
  const made = check(expression)
  checked.set(expression, made)
  return made
}

function valueFor(formula: Formula, inputs: Readonly<Record<string, string>>): string {
  const known = values.get(formula) ?? new Map<string, string>()
  values.set(formula, known)
  const key = JSON.stringify(inputs)
  const value = known.get(key) ?? evaluate(formula, inputs).value
  known.set(key, value)
  return value
}

function inputsOf(row: RowOf, formula: Formula, read: string[]): Record<string, string> {
  const names = Object.keys(formula.inputs)
  return Object.fromEntries(
    names.map((name) => [name, readSource(row, row.component.reads[name] as Source, name, read)]),
  )
}

function inputsAndValue(row: RowOf, read: string[]): string {
  const formula = formulaOf(row.component.formula)
  return valueFor(formula, inputsOf(row, formula, read))
}

/** Dividends are added over the stretches, and divided once. */
function byStretch(row: RowOf, read: string[]): string {
  let root = row.component.formula
  while (root.op === 'named') root = root.of
  if (root.op !== 'divide') throw new Error('the oracle knows stretches that divide')
  const [above, below] = [formulaOf(root.left), formulaOf(root.right)]
  const stretches = stretchesOf(row).map((days) => ({ ...row, days }))
  const dividends = stretches.map((part) => valueFor(above, inputsOf(part, above, read)))
  const divisor = valueFor(below, inputsOf(stretches[0] as RowOf, below, read))
  return divideTo(sum(dividends), decimal(divisor), root.places, root.rounding).toFixed(root.places)
}

/** The row's days, cut where an attribute that it reads changes. */
function stretchesOf({ known, component, owner, days }: RowOf): readonly (readonly IsoDate[])[] {
  const names = Object.values(component.reads).flatMap((source) =>
    source.from === 'attribute' ? [source.name] : [],
  )
  const stateOn = (day: IsoDate) =>
    names.map((name) => attributeOn(known, owner, name, day)).join('|')
  const stretches: IsoDate[][] = []
  for (const day of days) {
    const open = stretches.at(-1)
    if (open !== undefined && stateOn(open[0] as IsoDate) === stateOn(day)) open.push(day)
    else stretches.push([day])
  }
  return stretches
}

function sum(numbers: readonly string[]) {
  return numbers.reduce((all, number) => all.plus(number), decimal('0'))
}

// ── the sources ──

function readSource(row: RowOf, source: Source, input: string, read: string[]): string {
  const value = found(row, source, input, read)
  if (value !== undefined) return value
  if ('missing' in source && source.missing !== undefined) return source.missing
  return fail(`${input} is missing`)
}

function found(row: RowOf, source: Source, input: string, read: string[]): string | undefined {
  const { known, owner, month, days } = row
  switch (source.from) {
    case 'attribute': {
      const day = source.on === 'start' ? days[0] : days.at(-1)
      return attributeOn(known, owner, source.name, day as IsoDate)
    }
    case 'figure': {
      const figure = figureOf(row, source.name)
      if (figure !== undefined) read.push(`figure|${ownerKey(owner)}|${source.name}|${month}`)
      if (source.is === 'given') return figure === undefined ? '0' : '1'
      return figure?.value
    }
    case 'time':
      if ('since' in source) {
        const last = days.at(-1) as IsoDate
        const since = attributeOn(known, owner, source.since as string, last)
        return since === undefined ? undefined : String(yearsOfService(since, last))
      }
      return daysCounted(row, source as DaysSource)
    case 'records':
      return recordsOf(row, source, read)
    case 'component':
      return source.among === undefined
        ? overTime(row, source, unitOf(row, input))
        : among(row, source, input)
    case 'record':
      throw new Error('the oracle knows no rows of records')
  }
}

function unitOf({ component }: RowOf, input: string): { money: boolean; scale: number } {
  const declared = formulaOf(component.formula).inputs[input]
  if (declared?.kind !== 'number') throw new Error(`${input} is no number`)
  return { money: /^(money|count)/.test(declared.unit), scale: declared.scale }
}

function figureOf({ known, owner, month }: RowOf, name: string): Figure | undefined {
  const figures =
    owner !== 'company' && 'person' in owner
      ? personOf(known, owner.person).figures
      : groupOf(known, owner)?.figures
  const last = lastDayOf(month)
  return visible(
    (figures ?? []).filter((figure) => figure.name === name && figure.period === month),
    { key: () => '', own: () => last, by: known.cutoff(last) },
  )[0]
}

function daysCounted({ known, owner, month, days }: RowOf, source: DaysSource): string {
  if (source.basis !== undefined || source.over !== undefined)
    throw new Error('the oracle knows calendar days of the period')
  if (source.count === 'whole') return String(daysOf(month).length)
  const { id, absences = [] } = personOf(known, (owner as { person: string }).person)
  const away = (day: IsoDate) => {
    const by = known.cutoff(day)
    const told = once(known, `absences ${id} ${by}`, () =>
      visible(absences, { key: (absence) => absence.id, own: ({ from }) => from, by }),
    )
    const counted = told.filter(
      ({ from, to, kind }) => from <= day && day <= to && (source.kinds?.includes(kind) ?? true),
    )
    const part = sum(counted.map((absence) => absence.part ?? '1'))
    return part.gt(1) ? decimal('1') : part
  }
  const absent = days.reduce((all, day) => all.plus(away(day)), decimal('0'))
  return (source.count === 'absent' ? absent : decimal(String(days.length)).minus(absent)).toFixed()
}

/** The first and the last day of a window, seen from a month. */
function windowOf(month: string, over: Over = 'period'): readonly [IsoDate, IsoDate] {
  const at = indexOf(month)
  const between = (from: string, to: number): readonly [IsoDate, IsoDate] => [
    from,
    lastDayOf(monthAt(to)),
  ]
  if (over === 'period') return between(`${month}-01`, at)
  if (over === 'before') throw new Error('a balance has no window')
  if ('ago' in over) return between(`${monthAt(at - over.ago)}-01`, at - over.ago)
  const last = over.through === 'before' ? at - 1 : at
  if ('last' in over) return between(`${monthAt(last - over.last + 1)}-01`, last)
  if (over.since === 'ever') return between('0000-01-01', last)
  if (over.since === 'year') return between(`${month.slice(0, 4)}-01-01`, last)
  throw new Error('the oracle knows windows of the year')
}

function recordsOf(row: RowOf, source: RecordsSource, read: string[]): string {
  const { known, month } = row
  const [from, to] = windowOf(month, source.over)
  const rows = heldRows(known, source.of).filter((record) => {
    const day = countedOn(row, record, source.whose)
    return day !== undefined && from <= day && day <= to
  })
  read.push(...rows.map(({ id }) => `record|${source.of}|${id}`))
  const { where = {}, value = '', as } = source
  const met = rows.filter((record) => meets(where, (name) => record[name] as string | undefined))
  if (as === 'count') return String(met.length)
  if (as === 'sum') return sum(met.map((record) => record[value] as string)).toFixed()
  throw new Error('the oracle adds and counts records')
}

function heldRows(known: Knowledge, table: string): readonly Row[] {
  const rows = known.data.records?.[table] ?? []
  return once(known, `records ${table}`, () => holding(rows, known.cutoff))
}

/** The day on which a record counts for a row, if it belongs to it at all. */
function countedOn(
  { known, component, owner }: RowOf,
  record: Row,
  whose: RecordsSource['whose'],
): IsoDate | undefined {
  const counts = record.counts ?? record.on
  if (whose === 'all' || owner === 'company') return counts
  if (!('person' in owner)) throw new Error('the oracle knows records of people and the company')
  if (record.person !== owner.person) return undefined
  const { where, after = 'last' } = component.eligible ?? {}
  const spans = spansOf(known, personOf(known, owner.person), where)
  const within = (day: IsoDate) => spans.get(monthOf(day))?.includes(day) ?? false
  const made = record.made ?? counts
  if (!within(made)) return undefined
  if (after === 'lost') return within(counts) && within(record.on) ? counts : undefined
  if (within(counts) || counts < made) return counts
  // What happens after the span in which the deal was made counts on its last day.
  let last = made
  while (within(addDays(last, 1))) last = addDays(last, 1)
  return last
}

function overTime(
  row: RowOf,
  source: ComponentSource,
  { money }: { money: boolean },
): string | undefined {
  const { known, month } = row
  const names = 'name' in source ? [source.name] : taggedBy(known.book, source.tag)
  const { over = 'period', as = 'sum' } = source
  const worths = names.flatMap((name) => {
    const owner = ownerRead(row, componentOf(known.book, name))
    const worthIn = (at: string) => known.worth(name, owner, at)
    const earlier = monthsFrom(known.first, month).filter((at) => at < month)
    if (over === 'before') {
      const nearest = earlier.findLast((at) => worthIn(at).row)
      return nearest === undefined ? [] : [worthIn(nearest)]
    }
    const [from, to] = windowOf(month, over)
    return monthsFrom(known.first, month)
      .filter((at) => from <= lastDayOf(at) && lastDayOf(at) <= to)
      .map(worthIn)
  })
  const there = worths.flatMap((worth) => {
    if (!worth.row) return []
    return 'error' in worth ? fail(worth.error) : [worth.value]
  })
  if (as === 'count') return String(there.length)
  if (as !== 'sum') throw new Error('the oracle adds and counts over time')
  if (there.length > 0 || money) return sum(there).toFixed()
  return undefined
}

function taggedBy(book: Book, tag: string): readonly string[] {
  return Object.keys(book.components).filter((name) => componentOf(book, name).tags?.includes(tag))
}

/** Whose row of another component a row reads: its own, that of its group, or the company's. */
function ownerRead(row: RowOf, { of = 'person' }: Component): Owner {
  if (of === 'company') return 'company'
  if (of === 'person') return row.owner
  if (of === 'assignment') throw new Error('the oracle knows no assignments')
  const day = row.days.at(-1) as IsoDate
  return { by: of.by, value: attributeOn(row.known, row.owner, of.by, day) ?? fail(`no ${of.by}`) }
}

/** The people who have a row of a component in the month and belong to the row's group. */
function membersOf(row: RowOf, source: ComponentSource, name: string): readonly string[] {
  const { known, owner, month, days } = row
  const { group, where = {}, who = 'all', only } = source.among as NonNullable<typeof source.among>
  if (group === 'assignment' || (typeof group === 'object' && 'below' in group))
    throw new Error('the oracle knows groups of an attribute')
  return known.data.people.flatMap(({ id }) => {
    const member: Owner = { person: id }
    const own = known.worth(name, member, month)
    if (!own.row) return []
    const { last } = own
    const valueOn = (attribute: string) => attributeOn(known, member, attribute, last)
    const grouped =
      typeof group !== 'object' || valueOn(group.by) === ownGroup(known, owner, group.by, days)
    if (!grouped || !meets(where, valueOn)) return []
    if (who === 'others' && ownerKey(owner) === id) return []
    if (only !== undefined) {
      const worth = known.worth(only, member, month)
      if (!worth.row) return []
      if ('error' in worth) return fail(worth.error)
      if (decimal(worth.value).isZero()) return []
    }
    return [id]
  })
}

function ownGroup(known: Knowledge, owner: Owner, by: string, days: readonly IsoDate[]) {
  if (owner !== 'company' && 'by' in owner && owner.by === by) return owner.value
  return attributeOn(known, owner, by, days.at(-1) as IsoDate) ?? fail(`no ${by}`)
}

function among(row: RowOf, source: ComponentSource, input: string): string {
  const { known, owner, month, component } = row
  if (!('name' in source) || source.over !== undefined)
    throw new Error('the oracle looks down the sheet at one component of the period')
  const { as } = source.among as NonNullable<typeof source.among>
  const worthOfMember = (name: string, id: string): string => {
    const worth = known.worth(name, { person: id }, month)
    if (!worth.row) throw new Error('a member has a row')
    return 'error' in worth ? fail(`${id}: ${worth.error}`) : worth.value
  }
  if (typeof as === 'object' && 'share' in as) {
    const read = known.worth(
      source.name,
      ownerRead(row, componentOf(known.book, source.name)),
      month,
    )
    const total = read.row ? ('error' in read ? fail(read.error) : read.value) : '0'
    const members = membersOf(row, source, as.share)
    const weights = members.map((id) => ({ id, weight: worthOfMember(as.share, id) }))
    const { scale } = unitOf(row, input)
    const shares = sharesOf(total, weights, scale, `${component.component}|${month}`)
    return typeof shares === 'string' ? fail(shares) : (shares.get(ownerKey(owner)) ?? '0')
  }
  const members = membersOf(row, source, source.name)
  const worths = members.map((id) => worthOfMember(source.name, id))
  if (as === 'sum') return sum(worths).toFixed()
  if (as === 'count') return String(worths.length)
  throw new Error('the oracle adds, counts and shares among people')
}
