import { fail, type Problem, problemsOf } from '../problem/index.js'
import { creditProblem } from '../words/index.js'
import type { DealEvent } from './event.js'
import { parseEvent } from './event-schema.js'

/** A row that cannot be read: where it stands, what it says, and everything that is wrong with it. */
export interface RejectedRow {
  /** The line of the text on which the row begins; the header is line 1. */
  readonly line: number
  readonly row: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** The rows of a table, read; every row is in one of the two lists. */
export interface TableRows<T> {
  readonly accepted: readonly T[]
  readonly rejected: readonly RejectedRow[]
}

/**
 * Reads events of deals from CSV text with a header line (RFC 4180: commas, quoted cells, doubled
 * quotes, any line end). `toEvent` makes of each row the JSON of an event. A row that cannot be read is
 * set apart with its line and all of its problems; none is lost.
 *
 * Throws a `PolicyError` where the text has no header, or two columns of one name.
 *
 * @example
 * const { accepted, rejected } = readEvents(csv, ({ invoice, net, day }) => ({ id: invoice, kind: 'order', on: day, amount: net, currency: 'EUR' }))
 * rejected.map(({ line, problems }) => `${line}: ${describeProblems(problems)}`)
 */
export function readEvents(
  csv: string,
  toEvent: (row: Readonly<Record<string, string>>) => unknown,
): TableRows<DealEvent> {
  return readRows(csv, (row) => parseEvent(toEvent(row)))
}

/** Reads CSV text with a header line by what reads one row, or refuses it with a `PolicyError`. */
export function readRows<T>(
  csv: string,
  read: (row: Readonly<Record<string, string>>) => T,
): TableRows<T> {
  const [header, ...lines] = readTable(csv)
  const names = header?.cells ?? []
  if (header === undefined || header.stray || new Set(names).size < names.length)
    fail(creditProblem('not-a-table', 'csv', {}))
  const accepted: T[] = []
  const rejected: RejectedRow[] = []
  for (const { line, cells, stray } of lines) {
    const row = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
    const [found, expected] = [cells.length, names.length]
    const problems: Problem[] = [
      ...(stray ? [creditProblem('stray-quote', '', {})] : []),
      ...(found === expected ? [] : [creditProblem('wrong-cells', '', { found, expected })]),
    ]
    if (problems.length === 0) problems.push(...problemsOf(() => accepted.push(read(row))))
    if (problems.length > 0) rejected.push({ line, row, problems })
  }
  return { accepted, rejected }
}

interface TableLine {
  readonly line: number
  readonly cells: readonly string[]
  /** Whether a quote stands where none may: the cells may not be what was meant. */
  readonly stray: boolean
}

/** A quoted cell, or a bare one, and what ends it. */
const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/y

function readTable(csv: string): readonly TableLine[] {
  const text = csv.replace(/^\uFEFF/, '')
  const lines: TableLine[] = []
  let cells: string[] = []
  let stray = false
  let [line, at, first] = [1, 0, 1]
  while (at < text.length || cells.length > 0) {
    cell.lastIndex = at
    const [whole, quoted, bare = '', end] = cell.exec(text) as RegExpExecArray
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    stray ||= bare.includes('"')
    at += whole.length
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0
    if (end === ',') continue
    if (cells.length > 1 || cells[0] !== '') lines.push({ line: first, cells, stray })
    cells = []
    stray = false
    first = line
  }
  return lines
}
