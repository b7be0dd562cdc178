import { readRows, type TableRows } from '../credit/rows.js'
import { parseEvent, type SalesEvent } from './event-schema.js'

/** The rows of a table as events; every row is in one of the two lists. */
export type EventRows = TableRows<SalesEvent>

/**
 * Reads events from CSV text with a header line (RFC 4180: commas, quoted cells, doubled quotes, any
 * line end). `toEvent` makes of each row the JSON of an event. A row that cannot be read is set
 * apart with its line and all of its problems; none is lost.
 *
 * Throws a `PolicyError` where the text has no header, or two columns of one name.
 *
 * @example
 * const { accepted, rejected } = readEvents(csv, ({ invoice, net, day }) => ({ id: invoice, kind: 'order', effective: day, recorded: day, amount: net, currency: 'EUR', attributes: {} }))
 * rejected.map(({ line, problems }) => `${line}: ${describeProblems(problems)}`)
 */
export function readEvents(
  csv: string,
  toEvent: (row: Readonly<Record<string, string>>) => unknown,
): EventRows {
  return readRows(csv, (row) => parseEvent(toEvent(row)))
}
