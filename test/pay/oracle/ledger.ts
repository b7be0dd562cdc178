import type { IsoDate } from '../../../src/calendar/index.js'
import type { Book, Component } from '../../../src/pay/component.js'
import type { Data } from '../../../src/pay/data.js'
import { compare, monthOf } from './known.js'
import { componentOf, type Owner, ownerKey, type Worth } from './worth-row.js'

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
export interface Key {
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

export interface RunOf {
  readonly book: Book
  readonly data: Data
  readonly payment: Payment
  readonly first: string
  /** By this day what is before the first run was known. */
  readonly dayBefore: IsoDate
  readonly asOfs: readonly { month: number; asOf: IsoDate }[]
  readonly keys: Map<string, Key>
}

export function beginOf({ people }: Data): string {
  const months = people.flatMap(({ employment }) => employment.map(({ from }) => monthOf(from)))
  return months.toSorted(compare)[0] as string
}

/** The last month that anything is told of, or is paid. */
export function endOf(data: Data, { period }: Payment): string {
  const rows = Object.values(data.records ?? {}).flat()
  const days = rows.flatMap(({ on, counts = on, made = on }) => [on, counts, made])
  return [period, ...days.map(monthOf)].toSorted(compare).at(-1) as string
}

export function peopleOf({ people }: Data): readonly Owner[] {
  return people.map(({ id }) => ({ person: id }))
}

export function keyOf(component: string, owner: Owner, month: string, retro: number): string {
  return `${component}|${ownerKey(owner)}|${month}|${retro}`
}

export function dueOf(
  book: Book,
): readonly { name: string; component: Component; retro: number }[] {
  return Object.keys(book.components)
    .map((name) => ({ name, component: componentOf(book, name) }))
    .filter(({ component }) => component.pays === 'due')
    .map((each) => ({ ...each, retro: each.component.retro ?? book.retro }))
}

/** A division is worked out for all who share it: while one of them never was, it is open for all. */
export function isHeld({ data, keys }: RunOf, component: Component, month: string, retro: number) {
  const keyFor = (person: string) => keyOf(component.component, { person }, month, retro)
  return divides(component) && data.people.some(({ id }) => keys.get(keyFor(id))?.held)
}

export function divides({ reads }: Component): boolean {
  return Object.values(reads).some(
    (source) =>
      source.from === 'component' &&
      typeof source.among?.as === 'object' &&
      'share' in source.among.as,
  )
}
