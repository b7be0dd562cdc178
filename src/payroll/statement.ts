import type { IsoDate } from '../calendar/index.js'
import type { Line, LinkedComponent, PayBook, PayData, Run, Withheld } from '../pay/index.js'
import { type Presence, presenceOf } from '../pay/internal.js'
import { fail, type Label } from '../problem/index.js'
import { push } from '../problem/push.js'
import { type Currency, minorUnits, total } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import { checkAttributes, checkRun, listed } from './checked.js'
import { sumsByTag, versionOf } from './described.js'

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
 * that do not go with the book, a run of another book's components, periods or currency, and attributes
 * in `about` that nobody has.
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
  const stated = stating(book, data, run, options)
  const lines = new Map<string, Line[]>()
  for (const line of run.lines) push(lines, line.person, line)
  const withheld = new Map<string, Withheld[]>()
  for (const each of run.withheld)
    if (each.owner.person !== undefined) push(withheld, each.owner.person, each)
  const { people, lastDay } = stated.presence
  const employed = people.filter((person) => lastDay(person) !== undefined)
  const ids = new Set([...employed, ...lines.keys(), ...withheld.keys()])
  return [...ids]
    .sort()
    .map((person) => stated.of(person, lines.get(person) ?? [], withheld.get(person) ?? []))
}

/**
 * The statement of one person, also of one whom the run pays nothing: then without lines.
 *
 * Throws a `PolicyError` for somebody whom neither the data nor the run knows, and where
 * {@link statements} does.
 *
 * @example
 * statementOf(book, data, run, 'li').total //=> '11931.56'
 */
export function statementOf(
  book: PayBook,
  data: PayData,
  run: Run,
  person: string,
  options: StatementOptions = {},
): Statement {
  const { of, presence } = stating(book, data, run, options)
  const lines = run.lines.filter((line) => line.person === person)
  const withheld = run.withheld.filter(({ owner }) => owner.person === person)
  if (lines.length + withheld.length === 0 && !presence.people.includes(person))
    fail(payProblem('unknown-person', 'person', { found: person, known: presence.people }))
  return of(person, lines, withheld)
}

/** How statements of a run are made. */
function stating(book: PayBook, data: PayData, run: Run, { about = [] }: StatementOptions) {
  const components = checkRun(book, run)
  checkAttributes(data, listed('about', about))
  const presence = presenceOf(book, data, run)
  const names = new Map(data.people.map(({ id, name }) => [id, name]))
  const { period, number, asOf, currency } = run
  const described = (line: Line): StatementLine => ({
    ...line,
    ...versionOf(components.get(line.component) as LinkedComponent, line),
  })
  const of = (person: string, own: readonly Line[], withheld: readonly Withheld[]): Statement => {
    const lines = own.map(described)
    const name = names.get(person)
    const places = minorUnits(currency)
    return {
      person,
      ...(name !== undefined && { name }),
      ...{ period, number, asOf, currency },
      about: aboutOf(presence, person, about),
      lines,
      withheld,
      subtotals: sumsByTag(lines, places),
      total: total(
        lines.map(({ amount }) => amount),
        places,
      ),
    }
  }
  return { presence, of }
}

/** Of who is not employed in the period, by the last day employed before it. */
function aboutOf(
  { lastEmployed, period, attribute }: Presence,
  person: string,
  names: readonly string[],
): Statement['about'] {
  const day = lastEmployed(person) ?? period.to
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = attribute(name, { person, day })
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
