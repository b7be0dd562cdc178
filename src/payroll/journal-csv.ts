import { type Cell, type CsvOptions, csvOf } from './csv.js'
import type { JournalRow } from './journal.js'

const before = ['paid', 'earned', 'person', 'assignment', 'component', 'label', 'clause'] as const
const after = ['amount', 'currency'] as const

/**
 * A journal as CSV text (RFC 4180): a header, then a row each, lines ended by CRLF, cells quoted
 * where they hold a comma, a quote or a line break. The attributes stand before the amount.
 *
 * Labels and the like come from people. So that no spreadsheet runs one, a text that begins with
 * `=`, `+`, `-`, `@`, a tab or a line break, also in full width or after spaces, gets a `'` before it;
 * amounts stay as they are. Control characters other than tabs and line breaks are left out, and so are
 * those that turn the direction of writing.
 *
 * @example
 * journalCsv(journal(book, data, run, { by: ['department'], locale: 'en' })).split('\r\n')[0]
 * //=> 'paid,earned,person,assignment,component,label,clause,department,amount,currency'
 */
export function journalCsv(rows: readonly JournalRow[], options: CsvOptions = {}): string {
  const attributes = Object.keys(rows[0]?.attributes ?? {})
  const header = [...before, ...attributes, ...after].map((text): Cell => ({ text }))
  const lines = rows.map((row): readonly Cell[] => [
    ...before.map((name) => ({ text: row[name] })),
    ...attributes.map((name) => ({ text: row.attributes[name] ?? '' })),
    ...after.map((name) => ({ text: row[name], isAmount: name === 'amount' })),
  ])
  return csvOf([header, ...lines], options)
}
