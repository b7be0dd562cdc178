import type { IsoDate } from '../../../src/calendar/index.js'
import type { Book, Component } from '../../../src/pay/component.js'
import type { Data } from '../../../src/pay/data.js'
import { decimal } from '../../../src/quantity/index.js'
import { compare, indexOf, monthAt, monthOf, monthsFrom } from './known.js'
import {
  componentOf,
  formulaOf,
  type Knowledge,
  type Owner,
  ownerKey,
  type Worth,
  worthOf,
} from './worth.js'

/** A payment: of which month, as known on which day, of whom, and by which log where that changed. */
export interface Payment {
  readonly period: string
  readonly asOf: IsoDate
  readonly only?: readonly string[] | undefined
  readonly data?: Data | undefined
}

export interface PaidLine {
  readonly component: string
  readonly person: string
  readonly earned: string
  readonly entitled: string
  readonly settled: string
  readonly amount: string
}

export interface Paid {
  readonly period: string
  readonly asOf: IsoDate
  readonly lines: readonly PaidLine[]
  /** `component person period`, ascending. */
  readonly withheld: readonly string[]
}

/** What one key has come to so far. */
interface Key {
  /** The sum of its lines, where it has one; of a number without a line the last it came to. */
  settled?: string
  /** It could not be worked out when last tried, and never was before. */
  held?: true
  /** The day by which its month was known at last, where that was after the month had closed. */
  reopened?: IsoDate
  /** What it was first worked out to, where that stands. */
  fixed?: Worth
  /** The records and figures that its lines were read from. */
  read?: readonly string[]
}

/**
 * What each run pays, by brute force. At every run each month from the first employment on is worked
 * out from the whole log, each day of it by what was known when the day's month closed, or is known
 * now. Nothing is carried from run to run but what was paid, and when months closed.
 */
export function payBy(book: Book, data: Data, payments: readonly Payment[]): readonly Paid[] {
  const [first] = payments
  if (first === undefined) return []
  const keys = new Map<string, Key>()
  const asOfs: { month: number; asOf: IsoDate }[] = []
  // What was known when the first run was made is what earlier days were.
  const dayBefore = first.asOf
  openBefore(book, data, first.period, { keys, dayBefore })
  return payments.map((payment) => {
    const { period, asOf } = payment
    asOfs.push({ month: indexOf(period), asOf })
    const run = {
      book,
      data: payment.data ?? data,
      payment,
      first: first.period,
      dayBefore,
      asOfs,
      keys,
    }
    return { period, asOf, ...settled(run) }
  })
}

interface RunOf {
  readonly book: Book
  readonly data: Data
  readonly payment: Payment
  readonly first: string
  /** By this day what is before the first run was known. */
  readonly dayBefore: IsoDate
  readonly asOfs: readonly { month: number; asOf: IsoDate }[]
  readonly keys: Map<string, Key>
}

/** What is before the first run was paid as it was known on the day before. */
function openBefore(
  book: Book,
  data: Data,
  first: string,
  { keys, dayBefore }: { keys: Map<string, Key>; dayBefore: IsoDate },
) {
  const begin = beginOf(data)
  if (begin >= first) return
  const last = monthAt(indexOf(first) - 1)
  const payment = { period: last, asOf: dayBefore }
  const worths = worthsOf({ book, data, payment, first, dayBefore, asOfs: [], keys: new Map() })
  for (const { name, retro } of dueOf(book))
    for (const { id } of data.people)
      for (const month of monthsFrom(begin, last)) {
        const worth = worths.worth(name, { person: id }, month, retro)
        if (worth.row && 'value' in worth)
          keys.set(keyOf(name, { person: id }, month, retro), {
            settled: worth.value,
            read: worth.read,
          })
      }
}

function beginOf({ people }: Data): string {
  const months = people.flatMap(({ employment }) => employment.map(({ from }) => monthOf(from)))
  return months.toSorted(compare)[0] as string
}

/** The last month that anything is told of, or is paid. */
function endOf(data: Data, { period }: Payment): string {
  const rows = Object.values(data.records ?? {}).flat()
  const days = rows.flatMap(({ on, counts = on, made = on }) => [on, counts, made])
  return [period, ...days.map(monthOf)].toSorted(compare).at(-1) as string
}

function peopleOf({ people }: Data): readonly Owner[] {
  return people.map(({ id }) => ({ person: id }))
}

function keyOf(component: string, owner: Owner, month: string, retro: number): string {
  return `${component}|${ownerKey(owner)}|${month}|${retro}`
}

function dueOf(book: Book): readonly { name: string; component: Component; retro: number }[] {
  return Object.keys(book.components)
    .map((name) => ({ name, component: componentOf(book, name) }))
    .filter(({ component }) => component.pays === 'due')
    .map((each) => ({ ...each, retro: each.component.retro ?? book.retro }))
}

// ── what is known ──

/**
 * On which day the state of a month was frozen, at this run: the last run in which it was open, the
 * day before the first run where it is older; still open, as of this run.
 */
function closingOf({ payment, first, dayBefore, asOfs }: RunOf, month: string, retro: number) {
  if (month < first) return { asOf: dayBefore, open: false }
  // Before the first run nothing is known of its month and of later ones.
  if (asOfs.length === 0) return { asOf: '0000-01-01', open: false }
  if (indexOf(month) >= indexOf(payment.period) - retro) return { asOf: payment.asOf, open: true }
  const last = asOfs.findLast((run) => run.month <= indexOf(month) + retro)
  return { asOf: (last as (typeof asOfs)[number]).asOf, open: false }
}

interface Worths {
  /** What a component comes to in this run; one without a horizon of its own is worked out by the reader's. */
  readonly worth: (name: string, owner: Owner, month: string, retro: number) => Worth
  /** All that has been worked out. */
  readonly all: ReadonlyMap<
    string,
    { readonly worth: Worth; readonly reopened?: IsoDate | undefined }
  >
}

function worthsOf(run: RunOf): Worths {
  const { book, data, payment, first, keys } = run
  const all = new Map<string, { worth: Worth; reopened?: IsoDate | undefined }>()
  const knowledges = new Map<string, Knowledge>()

  /** By each month's closing; of a number that is still to be worked out, its own month as if open. */
  const knowledge = (retro: number, month: string, reopened: IsoDate | undefined): Knowledge => {
    const name = `${retro} ${reopened === undefined ? '' : `${month} ${reopened}`}`
    const made = knowledges.get(name)
    if (made !== undefined) return made
    const closings = new Map<string, IsoDate>()
    const closing = (of: string) => {
      const known = closings.get(of) ?? closingOf(run, of, retro).asOf
      closings.set(of, known)
      return known
    }
    const known: Knowledge = {
      book,
      data,
      first: beginOf(data),
      last: endOf(data, payment),
      cutoff: (day) => {
        const own = monthOf(day)
        return reopened !== undefined && own === month ? reopened : closing(own)
      },
      // What has no line was settled with nothing: it is known as well as the number that reads it.
      worth: (read, owner, at) =>
        reopened !== undefined && at === month && componentOf(book, read).pays === undefined
          ? worthOf(known, componentOf(book, read), owner, at)
          : worth(read, owner, at, retro),
      found: new Map(),
    }
    knowledges.set(name, known)
    return known
  }

  const worth = (name: string, owner: Owner, month: string, reader: number): Worth => {
    const component = componentOf(book, name)
    const retro = component.retro ?? reader
    const key = keyOf(name, owner, month, retro)
    const made = all.get(key)
    if (made !== undefined) return made.worth
    const past = keys.get(key)
    if (past?.fixed !== undefined) return past.fixed
    const closed = month >= first && !closingOf(run, month, retro).open
    const held = past?.held || isHeld(run, component, month, retro)
    const reopened = closed ? (held ? payment.asOf : past?.reopened) : undefined
    const found =
      gone(run, past) ?? worthOf(knowledge(retro, month, reopened), component, owner, month)
    all.set(key, { worth: found, reopened })
    return found
  }
  return { worth, all }
}

// ── what is paid ──

interface Claim {
  readonly component: string
  readonly key: string
  readonly person: string
  readonly month: string
  readonly past: Key | undefined
  readonly worth: Worth
}

function settled(run: RunOf): Pick<Paid, 'lines' | 'withheld'> {
  const { book, data, payment, first, keys } = run
  const { worth, all } = worthsOf(run)
  const lines: PaidLine[] = []
  const withheld: string[] = []
  const due = dueOf(book)
  const months = monthsFrom(beginOf(data), payment.period)
  // A number that others read is worked out whether or not they come to read it.
  for (const [name, versions] of Object.entries(book.components)) {
    const owners = versions[0]?.value.of === 'company' ? ['company' as const] : peopleOf(data)
    for (const month of months) for (const owner of owners) worth(name, owner, month, book.retro)
  }
  for (const { name, component, retro } of due) {
    const claims = months.flatMap((month) =>
      data.people.flatMap(({ id }): Claim[] => {
        const key = keyOf(name, { person: id }, month, retro)
        const past = keys.get(key)
        const found = worth(name, { person: id }, month, retro)
        if (!found.row && past?.settled === undefined) return []
        return [{ component: name, key, person: id, month, past, worth: found }]
      }),
    )
    const failing = claims.filter(({ worth: it }) => it.row && 'error' in it)
    for (const { person, month, past } of failing)
      if (
        month >= first &&
        asked(payment, person) &&
        (closingOf(run, month, retro).open || past?.held || isHeld(run, component, month, retro))
      )
        withheld.push(`${name} ${person} ${month}`)
    for (const claim of claims) {
      if (failing.includes(claim) || !asked(payment, claim.person)) continue
      const { past, worth: it, person, month } = claim
      const scale = formulaOf(component.formula).scale
      const entitled = decimal(it.row && 'value' in it ? it.value : '0')
      const before = decimal(past?.settled ?? '0')
      const amount = entitled.minus(before)
      const changes = past?.settled === undefined || !amount.isZero()
      if (
        changes &&
        divides(component) &&
        blocked(
          run,
          claims.filter(({ month }) => month === claim.month),
        )
      ) {
        withheld.push(`${name} ${person} ${month}`)
        continue
      }
      const written = !amount.isZero() || (month === payment.period && it.row)
      const text = (number: typeof amount) =>
        (number.isZero() ? number.abs() : number).toFixed(scale)
      if (written)
        lines.push({
          component: name,
          person,
          earned: month,
          entitled: text(entitled),
          settled: text(before),
          amount: text(amount),
        })
      if (written || it.row || past?.settled !== undefined)
        keys.set(claim.key, {
          ...past,
          settled: text(entitled),
          read: it.row && 'value' in it ? it.read : [],
        })
    }
  }
  note(run, all, new Set(due.map(({ name }) => name)))
  return { lines: lines.toSorted(byName), withheld: withheld.toSorted(compare) }
}

function byName(a: PaidLine, b: PaidLine): number {
  const name = ({ component, person, earned }: PaidLine) => `${component} ${person} ${earned}`
  return compare(name(a), name(b))
}

function asked({ only }: Payment, person: string): boolean {
  return only === undefined || only.includes(person)
}

/** A division is worked out for all who share it: while one of them never was, it is open for all. */
function isHeld({ data, keys }: RunOf, component: Component, month: string, retro: number) {
  const keyFor = (person: string) => keyOf(component.component, { person }, month, retro)
  return divides(component) && data.people.some(({ id }) => keys.get(keyFor(id))?.held)
}

function divides({ reads }: Component): boolean {
  return Object.values(reads).some(
    (source) =>
      source.from === 'component' &&
      typeof source.among?.as === 'object' &&
      'share' in source.among.as,
  )
}

/** A division that owes a correction is paid to all its members at once, or to none. */
function blocked({ payment }: RunOf, members: readonly Claim[]): boolean {
  const owes = members.some(({ past, worth }) => {
    if (past?.settled === undefined) return false
    const entitled = worth.row ? ('value' in worth ? worth.value : undefined) : '0'
    return entitled === undefined || !decimal(entitled).equals(past.settled)
  })
  const all = members.every(
    ({ person, worth }) => asked(payment, person) && !(worth.row && 'error' in worth),
  )
  return owes && !all
}

/** What was read before and is no longer given at all is not taken back: it withholds. */
function gone({ data }: RunOf, past: Key | undefined): Worth | undefined {
  const lost = past?.read?.filter((read) => {
    const [kind, of = '', name = '', month] = read.split('|')
    if (kind === 'record') return !data.records?.[of]?.some(({ id }) => id === name)
    const figures =
      of === ''
        ? data.groups?.find((group) => group.of === 'company')?.figures
        : data.people.find(({ id }) => id === of)?.figures
    return !figures?.some((figure) => figure.name === name && figure.period === month)
  })
  if (lost === undefined || lost.length === 0) return undefined
  return { row: true, error: `no longer given: ${lost.join(', ')}`, last: '' }
}

/** Notes of all that was worked out what failed for the first time, what was mended, and what stands. */
function note({ book, first, keys }: RunOf, all: Worths['all'], due: ReadonlySet<string>): void {
  for (const [key, { worth, reopened }] of all) {
    const [name, , month] = key.split('|') as [string, string, string]
    const { held: _, ...past }: Key = keys.get(key) ?? {}
    const failed = worth.row && 'error' in worth
    const never = past.settled === undefined
    if (failed && never && month >= first) keys.set(key, { ...past, held: true })
    if (failed) continue
    const value = worth.row ? worth.value : undefined
    const fixed = componentOf(book, name).retro === 0 && month >= first && value !== undefined
    keys.set(key, {
      ...past,
      ...(!due.has(name) && value !== undefined && { settled: value }),
      ...(reopened !== undefined && { reopened }),
      ...(fixed && { fixed: worth }),
    })
  }
}
