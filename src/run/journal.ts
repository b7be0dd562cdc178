import { type Cell, type CsvOptions, csvOf } from '../payroll/csv.js'
import type { Locale } from '../problem/index.js'
import { labelIn } from '../problem/index.js'
import type { LineKind, Statement } from './statement.js'

/** One line of a statement as a flat row for payroll and the ledger. */
export interface JournalRow {
  readonly period: string
  readonly person: string
  readonly name: string
  readonly department: string
  readonly costCentre: string
  readonly kind: LineKind
  readonly source: string
  readonly label: string
  /** Empty where the policy names none. */
  readonly clause: string
  readonly amount: string
  readonly currency: string
  /** The digest of the statement that the row comes from. */
  readonly statement: string
}

const columns = [
  'period',
  'person',
  'name',
  'department',
  'costCentre',
  'kind',
  'source',
  'label',
  'clause',
  'amount',
  'currency',
  'statement',
] as const satisfies readonly (keyof JournalRow)[]

/**
 * The journal of a run: a row a line, in the order of the statements. Its amounts add up to the
 * totals of the run, by department and cost centre too.
 *
 * @example
 * journal(run.statements, { locale: 'en' }).filter(({ costCentre }) => costCentre === '4100')
 */
export function journal(
  statements: readonly Statement[],
  { locale }: { readonly locale: Locale },
): readonly JournalRow[] {
  return statements.flatMap(({ lines, digest, ...statement }) =>
    lines.map(({ kind, source, label, clause = '', amount }) => ({
      period: statement.period.name,
      person: statement.person,
      name: statement.name,
      department: statement.department,
      costCentre: statement.costCentre,
      kind,
      source,
      label: labelIn(label, locale),
      clause,
      amount,
      currency: statement.currency,
      statement: digest,
    })),
  )
}

/**
 * A journal as CSV text (RFC 4180): a header, then a row each, lines ended by CRLF, cells quoted
 * where they hold a comma, a quote or a line break.
 *
 * Names, labels and the like come from people. So that no spreadsheet runs one, a text that begins with
 * `=`, `+`, `-`, `@`, a tab or a line break, also in full width or after spaces, gets a `'` before it;
 * amounts stay as they are. Control characters other than tabs and line breaks are left out, and so are
 * those that turn the direction of writing.
 *
 * @example
 * journalCsv(journal(run.statements, { locale: 'en' })).split('\r\n')[0]
 * //=> 'period,person,name,department,costCentre,kind,source,label,clause,amount,currency,statement'
 */
export function journalCsv(rows: readonly JournalRow[], options: CsvOptions = {}): string {
  const lines = rows.map((row) =>
    columns.map((column): Cell => ({ text: row[column], isAmount: column === 'amount' })),
  )
  return csvOf([columns.map((text): Cell => ({ text })), ...lines], options)
}
