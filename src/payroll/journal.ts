import type { LinkedComponent, PayBook, PayData, Run } from '../pay/index.js'
import { presenceOf } from '../pay/internal.js'
import { at, type Locale, labelIn } from '../problem/index.js'
import { type Currency, minorUnits } from '../quantity/index.js'
import { booking } from './booked.js'
import { checkAttributes, checkRun, listed } from './checked.js'
import { versionOf } from './described.js'

/** A line, or what of it belongs to one set of values of the attributes, as a flat row for the ledger. */
export interface JournalRow {
  /** The period of the run, and that which the amount was earned for. */
  readonly paid: string
  readonly earned: string
  readonly person: string
  /** Empty of who has one post, or none. */
  readonly assignment: string
  readonly component: string
  readonly label: string
  /** Empty where the policy names none. */
  readonly clause: string
  /** The attributes that were asked for; empty where there is no value. */
  readonly attributes: Readonly<Record<string, string>>
  readonly amount: string
  readonly currency: Currency
}

/** How a journal is written. */
export interface JournalOptions {
  readonly locale: Locale
  /** The attributes that a row names, such as the cost centre; none unless said. */
  readonly by?: readonly string[] | undefined
  /**
   * The runs before, as far as they are at hand: a correction then goes to the attributes that were paid
   * before. What was settled by others is taken off in proportion to the parts of the line.
   */
  readonly earlier?: readonly Run[] | undefined
}

/**
 * The journal of a run: a row a line, in the order of the run; several where the attributes that are asked
 * for differ on the last days of its parts. The amounts of a line's rows add up to it exactly.
 *
 * Throws a `PolicyError` for data and runs that do not go with the book, and attributes that nobody has.
 *
 * @example
 * journal(book, data, run, { by: ['costCentre'], locale: 'en' }).filter(({ attributes }) => attributes['costCentre'] === '4100')
 */
export function journal(
  book: PayBook,
  data: PayData,
  run: Run,
  { locale, by = [], earlier = [] }: JournalOptions,
): readonly JournalRow[] {
  checkAttributes(data, listed('options.by', by))
  const { currency } = book.definition
  const pieces = booking(by, minorUnits(currency))
  const rowsOf = (of: Run, path: string) => {
    const components = checkRun(book, of, path)
    const presence = presenceOf(book, data, of)
    return of.lines.flatMap((line): readonly JournalRow[] => {
      const component = components.get(line.component) as LinkedComponent
      const { label, clause = '' } = versionOf(component, line)
      return pieces({ line, component: component.name, presence }).map(({ values, amount }) => ({
        paid: of.period,
        earned: line.earned.period,
        person: line.person,
        assignment: line.assignment ?? '',
        component: line.component,
        label: labelIn(label, locale),
        clause,
        attributes: Object.fromEntries(by.map((name, i) => [name, values[i] as string])),
        amount,
        currency,
      }))
    })
  }
  for (const [i, each] of earlier.entries()) rowsOf(each, at('options.earlier', i))
  return rowsOf(run, 'run')
}
