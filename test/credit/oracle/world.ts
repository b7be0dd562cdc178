import type { IsoDate, Known } from '../../../src/calendar/index.js'
import type { Credit, Finding } from '../../../src/credit/credit.js'
import type { Crediting } from '../../../src/credit/crediting.js'
import type { AmountEvent, DealEvent } from '../../../src/credit/event.js'
import type { CreditedPerson, Owner, Touch } from '../../../src/credit/tables.js'
import type { Currency } from '../../../src/quantity/index.js'

/** What the currencies are worth, each from a day on. */
export type WorldRates = readonly {
  readonly from: Currency
  readonly to: Currency
  readonly rates: readonly { readonly from: IsoDate; readonly value: string }[]
}[]

/** All that is ever told. */
export interface World {
  readonly events: readonly DealEvent[]
  readonly owners: Readonly<Record<string, readonly Owner[]>>
  readonly people: readonly CreditedPerson[]
  readonly touches: readonly Touch[]
  readonly rates: WorldRates
}

/** A company: by what it credits, and what it knows. */
export interface Company {
  readonly crediting: Crediting
  readonly world: World
}

/** What is credited, or why nothing is. */
export type Outcome =
  | { readonly credits: readonly Credit[]; readonly reconciliation: readonly Finding[] }
  | { readonly refused: readonly string[] }

export type Credits = (company: Company) => Outcome

/** By code points; those of some ids lie beyond the first plane. */
export function compare(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  const at = left.findIndex((sign, i) => sign !== right[i])
  if (at === -1) return left.length - right.length
  const pointOf = (sign: string | undefined) => sign?.codePointAt(0) ?? -1
  return pointOf(left[at]) - pointOf(right[at])
}

/** By one text after the other. */
export function compareAll(a: readonly string[], b: readonly string[]): number {
  return a.map((text, i) => compare(text, b[i] as string)).find((order) => order !== 0) ?? 0
}

export function latest(...days: readonly IsoDate[]): IsoDate {
  return days.toSorted(compare).at(-1) as IsoDate
}

/** Before all days. */
export const always = '' as IsoDate
/** When nothing more is told. */
export const theEnd = '9999-12-31' as IsoDate

/** Of each key what holds by the end of a day: what was told of it last, unless that takes it away. */
export function heldBy<T extends Known>(
  rows: readonly T[],
  day: IsoDate,
  keyOf: (row: T) => readonly string[],
  toldOf: (row: T) => IsoDate,
): readonly T[] {
  const last = new Map<string, T>()
  for (const row of rows) {
    if (compare(toldOf(row), day) > 0) continue
    const key = keyOf(row).join('\n')
    const other = last.get(key)
    if (other === undefined || compare(toldOf(row), toldOf(other)) > 0) last.set(key, row)
  }
  return [...last.values()].filter((row) => !row.void)
}

export const ownerTold = ({ recorded, from }: Owner): IsoDate => recorded ?? from ?? always
export const touchTold = ({ recorded, on }: Touch): IsoDate => recorded ?? on

/** What an attribute of a person is on a day, by what is known on another. */
export function attributeOn(
  people: readonly CreditedPerson[],
  id: string,
  name: string,
  day: IsoDate,
  known: IsoDate,
): string | undefined {
  const versions = people.find((person) => person.id === id)?.attributes[name] ?? []
  return heldBy(
    versions,
    known,
    ({ from }) => [from],
    ({ from, recorded }) => recorded ?? from,
  )
    .filter(({ from }) => compare(from, day) <= 0)
    .toSorted((a, b) => compare(a.from, b.from))
    .at(-1)?.value
}

export function attributeOf(event: AmountEvent, name: string): string | undefined {
  return Object.hasOwn(event.attributes ?? {}, name) ? event.attributes?.[name] : undefined
}
