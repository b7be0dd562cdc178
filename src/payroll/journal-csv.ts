import type { JournalRow } from './journal.js'

/** How a journal is written as CSV. */
export interface CsvOptions {
  /**
   * `quote`, unless said otherwise: a text that a spreadsheet would run as a formula gets a `'` before
   * it. `keep`: texts stay as they are, for programs that read CSV and run nothing.
   */
  readonly formulas?: 'quote' | 'keep' | undefined
  /** Whether the text begins with a byte order mark, by which spreadsheets know UTF-8. */
  readonly mark?: boolean | undefined
}

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
export function journalCsv(
  rows: readonly JournalRow[],
  { formulas = 'quote', mark = false }: CsvOptions = {},
): string {
  const attributes = Object.keys(rows[0]?.attributes ?? {})
  const written = (value: string, isAmount = false) => {
    const visible = value.replace(invisible, '')
    const kept = formulas === 'keep' || (isAmount && plain.test(visible))
    return live.test(visible) && !kept ? `'${visible}` : visible
  }
  const header = [...before, ...attributes, ...after].map((name) => written(name))
  const lines = rows.map((row) => [
    ...before.map((name) => written(row[name])),
    ...attributes.map((name) => written(row.attributes[name] ?? '')),
    ...after.map((name) => written(row[name], name === 'amount')),
  ])
  const text = [header, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
  return `${mark ? '\uFEFF' : ''}${text}`
}

/** Control characters but tab, line feed and carriage return; marks of direction and byte order. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g

/** What a spreadsheet takes for a formula (CWE-1236). */
const live = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/

/** An amount, which may be below zero. */
const plain = /^-?\d+(?:\.\d+)?$/

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
