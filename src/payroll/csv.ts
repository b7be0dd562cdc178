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

/** A text of a row, and whether it is an amount. */
export interface Cell {
  readonly text: string
  readonly isAmount?: boolean
}

/**
 * Rows as CSV text (RFC 4180), lines ended by CRLF, cells quoted where they hold a comma, a quote or a line
 * break; no text that a spreadsheet would run as a formula, and no control character.
 */
export function csvOf(
  rows: readonly (readonly Cell[])[],
  { formulas = 'quote', mark = false }: CsvOptions,
): string {
  const written = ({ text, isAmount = false }: Cell) => {
    const visible = text.replace(invisible, '')
    const kept = formulas === 'keep' || (isAmount && plain.test(visible))
    return quoted(live.test(visible) && !kept ? `'${visible}` : visible)
  }
  const lines = rows.map((row) => `${row.map(written).join(',')}\r\n`)
  return `${mark ? '\uFEFF' : ''}${lines.join('')}`
}

/** Control characters but tab, line feed and carriage return; marks of direction and byte order. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g

/** What a spreadsheet takes for a formula (CWE-1236). */
const live = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/

/** An amount, which may be below zero. */
const plain = /^-?\d+(?:\.\d+)?$/

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
