import { fail, type Problem, problemsOf } from '../problem/index.js'
import { notTable, wrongCells } from './credit-problems.js'
import { parseEvent, type SalesEvent } from './event-schema.js'

/** A row that is no event: where it stands, what it says, and everything that is wrong with it. */
export interface RejectedRow {
  /** The line of the text on which the row begins; the header is line 1. */
  readonly line: number
  readonly row: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** The rows of a table as events; every row is in one of the two lists. */
export interface EventRows {
  readonly accepted: readonly SalesEvent[]
  readonly rejected: readonly RejectedRow[]
}

/**
 * Reads events from CSV text with a header line (RFC 4180: commas, quoted cells, doubled quotes, any
 * line end). `toEvent` makes of each row the JSON of an event. A row that cannot be read is set
 * apart with its line and all of its problems; none is lost.
 *
 * Throws a `PolicyError` where the text has no header, two columns of one name, or a quote without
 * its end.
 *
 * @example
 * const { accepted, rejected } = readEvents(csv, ({ invoice, net, day }) => ({ id: invoice, kind: 'order', effective: day, recorded: day, amount: net, currency: 'EUR', attributes: {} }))
 * rejected.map(({ line, problems }) => `${line}: ${describeProblems(problems)}`)
 */
export function readEvents(
  csv: string,
  toEvent: (row: Readonly<Record<string, string>>) => unknown,
): EventRows {
  const [header, ...lines] = readTable(csv)
  const names = header?.cells ?? []
  if (names.length === 0 || new Set(names).size < names.length) fail(notTable('csv'))
  const accepted: SalesEvent[] = []
  const rejected: RejectedRow[] = []
  for (const { line, cells } of lines) {
    const row = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
    const problems =
      cells.length === names.length
        ? problemsOf(() => accepted.push(parseEvent(toEvent(row))))
        : [wrongCells('', cells.length, names.length)]
    if (problems.length > 0) rejected.push({ line, row, problems })
  }
  return { accepted, rejected }
}

interface TableLine {
  readonly line: number
  readonly cells: readonly string[]
}

const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y

function readTable(csv: string): readonly TableLine[] {
  const text = csv.replace(/^\uFEFF/, '')
  const lines: TableLine[] = []
  let cells: string[] = []
  let [line, at] = [1, 0]
  let first = 1
  while (at < text.length || cells.length > 0) {
    cell.lastIndex = at
    const found = cell.exec(text) ?? fail(notTable(`csv line ${line}`))
    const [whole, quoted, bare = '', end] = found
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    at += whole.length
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0
    if (end === ',') continue
    if (cells.length > 1 || cells[0] !== '') lines.push({ line: first, cells })
    cells = []
    first = line
  }
  return lines
}
