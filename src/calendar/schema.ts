import * as z from 'zod'
import { type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { format, parseWith, report } from '../problem/schema.js'
import { basisProblems } from './basis.js'
import { dateProblems, weekdays } from './dates.js'
import { type Dated, type History, historyOf, historyProblems } from './history.js'

/** A date of the calendar, `2026-02-28`. */
export const dateSchema = z
  .string()
  .superRefine((text, context) => report(context, dateProblems(text, '')))

/** The kinds of period, shortest first. */
export const periodKindSchema = z.enum([
  'week',
  'ten-days',
  'two-weeks',
  'half-month',
  'four-weeks',
  'month',
  'quarter',
  'half-year',
  'year',
])

/** How long a period is. */
export type PeriodKind = z.infer<typeof periodKindSchema>

// The range reports bad JSON; the choice of twelve is for the type, where a thirteenth is an error.
const month = z
  .int()
  .min(1)
  .max(12)
  .pipe(z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
const dayOfMonth = z.int().min(1).max(31)
const namedBy = z.enum(['start', 'end']).optional()
const rhythm = format.name.optional()

/** A fiscal calendar; see {@link FiscalCalendar}. */
export const fiscalCalendarSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('gregorian'),
    startMonth: month,
    startDay: dayOfMonth.optional(),
    weeksFrom: dateSchema.optional(),
    namedBy,
    rhythm,
  }),
  z.strictObject({
    kind: z.literal('weeks'),
    pattern: z.enum(['4-4-5', '4-5-4', '5-4-4']),
    endMonth: month,
    endDay: z.enum(weekdays),
    endRule: z.enum(['last', 'nearest']),
    namedBy,
    rhythm,
  }),
])

/**
 * How a company cuts time into periods.
 *
 * `gregorian`: months as on the wall; the fiscal year starts with month `startMonth`, 1 to 12. With a
 * `startDay` above 1 each month begins on that day of the month before and is named by the month that
 * it ends in: with 26, `2026-03` is 26 February to 25 March. Where a month is too short for the day,
 * the next one begins on its last. `weeksFrom` is a day on which a period of one, two or four weeks
 * begins; periods of two and of four weeks need it, and weeks begin on Mondays without it.
 *
 * `weeks`: years of 52 or 53 weeks, each ending on `endDay`: the `last` one in month `endMonth`, or
 * the one `nearest` to that month's last day (26 CFR 1.441-2(a)). `pattern` is the weeks of a
 * quarter's three months; a 53rd week goes in the last month of the year.
 *
 * `namedBy` says which calendar year gives the fiscal year its name: the one it ends in (`end`, also
 * where nothing is said) or the one it starts in (`start`). Where the year is meant to run from
 * January to December both are the same, though its weeks may start or end a few days off.
 *
 * `rhythm` is what a company calls its months where they are not those on the wall, such as `cycle`:
 * periods of one name and another rhythm are then told apart.
 */
export type FiscalCalendar = z.infer<typeof fiscalCalendarSchema>

// Dates are checked with the basis they are in, where a day off can be told from a working day.
const dates = z.array(z.string()).readonly()
const weekend = z.array(z.enum(weekdays)).readonly()
const count = z.enum(['days-worked', 'days-absent'])
const parts = z.record(z.string(), z.string()).readonly().optional()

/** What a part of a period is measured against; see {@link Basis}. */
export const basisSchema = z
  .discriminatedUnion('basis', [
    z.strictObject({ basis: z.literal('calendar-days') }),
    z.strictObject({
      basis: z.literal('working-days'),
      weekend,
      holidays: dates,
      workdays: dates.optional(),
      parts,
    }),
    z.strictObject({
      basis: z.literal('fixed-21.75'),
      count,
      weekend,
      daysOff: dates.optional(),
      workdays: dates.optional(),
      parts,
    }),
    z.strictObject({ basis: z.literal('fixed-30'), count: count.optional() }),
    z.strictObject({ basis: z.literal('30e-360') }),
  ])
  .superRefine((basis, context) => report(context, basisProblems(basis, '')))

/**
 * What a part of a period is measured against. Which days count, and what they are divided by:
 *
 * - `calendar-days`: every day, by the days of the period.
 * - `working-days`: days that are neither on the `weekend` nor `holidays`, and `workdays` (make-up
 *   days on a weekend, 调休), by those of the period.
 * - `fixed-21.75`: paid days, by 21.75 a month. Paid days are those not on the weekend, statutory
 *   holidays with them; `daysOff` are weekdays off in exchange for make-up `workdays` (调休). Source:
 *   人社部发〔2025〕2号, as 劳社部发〔2008〕3号 before it: (365 − 104) / 12 = 21.75.
 * - `fixed-30`: every day, by 30 a month.
 * - `30e-360`: days of months that all have 30, by those of the period. The last day of a month is its
 *   30th and no other day is, so that what one person leaves and another takes up adds up.
 *
 * `parts` are days that count in part, by their dates or for every such weekday: half a day before a
 * holiday, `{ '2026-12-24': '0.5' }`, or half Saturdays, `{ saturday: '0.5' }`; at most two places.
 *
 * With a fixed divisor a part month is either the days worked over the divisor (`days-worked`, 正算;
 * `fixed-30` where nothing is said) or one less the days not worked over it (`days-absent`, 反算).
 */
export type Basis = z.infer<typeof basisSchema>

/** A history whose values another schema reads; see {@link Dated}. */
export function historySchema<S extends z.ZodType>(value: S) {
  const dated = z.strictObject({ from: z.string(), value }).readonly() as unknown as z.ZodType<
    Dated<unknown>
  >
  const entries = z
    .array(dated)
    .readonly()
    .superRefine((history, context) => report(context, historyProblems(history, '')))
  // What passes is checked, which its type then says.
  return entries as unknown as z.ZodType<History<z.output<S>>, readonly Dated<z.input<S>>[]>
}

/**
 * Reads a fiscal calendar from untrusted JSON.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const april = parseFiscalCalendar({ kind: 'gregorian', startMonth: 4 })
 * periodContaining('2026-05-01', 'year', april).name //=> 'FY2027'
 */
export function parseFiscalCalendar(json: unknown): FiscalCalendar {
  return parseWith(fiscalCalendarSchema, json)
}

/**
 * Reads a basis of proration from untrusted JSON.
 *
 * Throws a `PolicyError` with every problem and its path: also for a date that is none, and one that
 * is both a day off and a working day.
 *
 * @example
 * const basis = parseBasis({ basis: 'working-days', weekend: ['saturday', 'sunday'], holidays: [] })
 * countDays({ from: '2026-02-01', to: '2026-02-28' }, basis) //=> 20
 */
export function parseBasis(json: unknown): Basis {
  return parseWith(basisSchema, json)
}

/**
 * Reads a history from untrusted JSON. `parseValue` reads each value, and what it refuses with a
 * `PolicyError` is reported under the path of that value.
 *
 * Throws a `PolicyError` with every problem and its path: also for dates not strictly ascending.
 *
 * @example
 * const grades = parseHistory([{ from: '2026-01-01', value: 'C2' }], String)
 * valueOn(grades, '2026-02-28') //=> 'C2'
 */
export function parseHistory<T>(json: unknown, parseValue: (value: unknown) => T): History<T> {
  const problems: Problem[] = []
  const history: Dated<T>[] = []
  for (const [index, { from, value }] of parseWith(historySchema(z.unknown()), json).entries()) {
    const found = problemsOf(() => history.push({ from, value: parseValue(value) }))
    problems.push(...under(`[${index}].value`, found))
  }
  refuse(problems)
  return historyOf(history)
}
