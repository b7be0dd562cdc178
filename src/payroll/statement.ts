import type { IsoDate } from '../calendar/index.js'
import type { Line, LinkedComponent, PayBook, PayData, Run, Withheld } from '../pay/index.js'
import {
  clauseOf,
  lastVersion,
  namesOf,
  type Presence,
  presenceOf,
  titleOf,
} from '../pay/internal.js'
import type { Label } from '../problem/index.js'
import { push } from '../problem/push.js'
import { type Currency, minorUnits, total } from '../quantity/index.js'

/** A line as a statement shows it: with what its component is called, and the clause that it is paid by. */
export interface StatementLine extends Line {
  readonly label: Label
  readonly clause?: string
  readonly tags: readonly string[]
}

/** What one run pays one person. Plain JSON, made from the book, the data and the run when it is asked for. */
export interface Statement {
  readonly person: string
  readonly name?: string
  readonly period: string
  /** The number of the run within its period. */
  readonly number: number
  readonly asOf: IsoDate
  readonly currency: Currency
  /** The attributes that were asked for, on the last day employed within the period. */
  readonly about: Readonly<Record<string, string>>
  readonly lines: readonly StatementLine[]
  /** What could not be worked out, and why. */
  readonly withheld: readonly Withheld[]
  /** What the lines of each tag come to. */
  readonly subtotals: Readonly<Record<string, string>>
  /** The exact sum of the lines. */
  readonly total: string
}

/** What a statement shows beside its lines. */
export interface StatementOptions {
  /** The attributes that it names, such as the department; none unless said. */
  readonly about?: readonly string[] | undefined
}

/**
 * The statements of a run: of everybody who is employed on a day of its period, or has a line or something
 * withheld in it; in the order of their ids.
 *
 * Amounts have the places of the currency; the lines add up to the total. Throws a `PolicyError` for data
 * that do not go with the book.
 *
 * @example
 * statements(book, data, run, { about: ['department'] }).map(({ person, total }) => `${person} ${total}`)
 */
export function statements(
  book: PayBook,
  data: PayData,
  run: Run,
  options: StatementOptions = {},
): readonly Statement[] {
  const presence = presenceOf(book, data, run)
  const lines = new Map<string, Line[]>()
  for (const line of run.lines) push(lines, line.person, line)
  const withheld = new Map<string, Withheld[]>()
  for (const each of run.withheld)
    if (each.owner.person !== undefined) push(withheld, each.owner.person, each)
  const names = new Map(data.people.map(({ id, name }) => [id, name]))
  const described = describedBy(book)
  const ids = new Set([...presence.people, ...lines.keys(), ...withheld.keys()])
  return [...ids].sort().flatMap((person) => {
    const own = lines.get(person) ?? []
    const missing = withheld.get(person) ?? []
    const last = presence.lastDay(person)
    if (last === undefined && own.length === 0 && missing.length === 0) return []
    const shown = own.map(described)
    const name = names.get(person)
    const { period, number, asOf, currency } = run
    return [
      {
        person,
        ...(name !== undefined && { name }),
        period,
        number,
        asOf,
        currency,
        about: aboutOf(presence, person, options.about ?? []),
        lines: shown,
        withheld: missing,
        ...sumsOf(shown, minorUnits(currency)),
      },
    ]
  })
}

function aboutOf(
  { lastDay, period, attribute }: Presence,
  person: string,
  names: readonly string[],
): Statement['about'] {
  const day = lastDay(person) ?? period.to
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = attribute(name, { person, day })
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** Lines as statements show them, by the names of the book. */
function describedBy(book: PayBook): (line: Line) => StatementLine {
  const names = namesOf(book)
  return (line) => {
    const component = names.get(line.component) as LinkedComponent
    const from = line.parts.at(-1)?.version
    const version = component.versions.find((each) => each.from === from) ?? lastVersion(component)
    const clause = clauseOf(version)
    const { tags = [] } = version.component
    return {
      ...line,
      label: titleOf(version),
      ...(clause !== undefined && { clause }),
      tags,
    }
  }
}

/** What some lines come to: those of each tag, and all. */
export function sumsOf(
  lines: readonly Pick<StatementLine, 'tags' | 'amount'>[],
  places: number,
): Pick<Statement, 'subtotals' | 'total'> {
  const tagged = new Map<string, string[]>()
  for (const { tags, amount } of lines) for (const tag of tags) push(tagged, tag, amount)
  return {
    subtotals: Object.fromEntries(
      [...tagged].sort().map(([tag, amounts]) => [tag, total(amounts, places)]),
    ),
    total: total(
      lines.map(({ amount }) => amount),
      places,
    ),
  }
}
