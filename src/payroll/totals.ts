import type { Period } from '../calendar/index.js'
import type { Earned, LinkedComponent, PayBook, PayData, Run } from '../pay/index.js'
import type { Presence } from '../pay/internal.js'
import { list, optional, options, refuse, text, whole } from '../problem/index.js'
import { type Currency, minorUnits } from '../quantity/index.js'
import { booking, type Piece } from './booked.js'
import { checkAttributes, listed } from './checked.js'
import {
  add,
  type Booked,
  countPeople,
  type Groups,
  groupIn,
  type Summing,
  summing,
} from './group.js'
import { inOrder, knownRuns } from './known-runs.js'
import { type GroupTotal, type Sums, shownCompany, shownGroups } from './shown.js'

/** How runs are summed. */
export interface TotalsOptions {
  /** The attributes whose values make groups, such as `department`; none unless said. */
  readonly by?: readonly string[] | undefined
  /**
   * The fewest people of whom a sum is told by itself; 3 unless said. Groups of fewer who are paid are told
   * together, with the next smallest where these would be too few still; components alike. 1 tells all.
   */
  readonly smallest?: number | undefined
}

/** What a period comes to. */
export interface PeriodTotals extends Earned {
  readonly company: Sums
  /** The groups of each attribute that was asked for; they add up to the company. */
  readonly groups: Readonly<Record<string, readonly GroupTotal[]>>
}

/** What runs come to, twice: each line in the period that it was earned for, and in that of the run that pays it. */
export interface Totals {
  readonly currency: Currency
  /** In the order of their first days, shorter periods first. */
  readonly earned: readonly PeriodTotals[]
  readonly paid: readonly PeriodTotals[]
}

/** The fewest people of whom a sum is told, unless said. */
export const usualSmallest = 3

/** What may be said of groups. */
export const groupOptions = { by: optional(list(text)), smallest: optional(whole(1)) }

/** The sums of a period while they are made. */
interface Bucket {
  readonly earned: Earned
  readonly period: Period
  readonly company: Summing
  readonly groups: ReadonlyMap<string, Groups>
}

/**
 * What runs come to by period earned and by period paid, for the company and by the values of attributes:
 * the exact sums of their lines, by component and by tag, and how many people are employed.
 *
 * A line belongs to the groups of its person on the last day of each of its parts, so that the pay of one
 * who moves is divided; one without parts to those of the last day employed. A person is counted while
 * employed in the period, once, by the last day of it. Sums of groups add up exactly to the company's.
 *
 * Throws a `PolicyError` for runs of other components, periods or currencies than the book's, a run that
 * is given twice, attributes that nobody has, and a `smallest` that is no whole number of 1 or more.
 *
 * @example
 * const { paid } = totals(book, data, [march, april], { by: ['department'] })
 * paid.map(({ period, company }) => `${period} ${company.total}`) //=> ['2026-03 28099.10', '2026-04 27310.00']
 */
export function totals(
  book: PayBook,
  data: PayData,
  runs: readonly Run[],
  request: TotalsOptions = {},
): Totals {
  refuse(options(groupOptions)(request, 'options'))
  const { by = [], smallest = usualSmallest } = request
  const known = knownRuns(book, data, runs)
  checkAttributes(data, listed('options.by', by))
  const { currency } = book.definition
  const earned = new Map<string, Bucket>()
  const paid = new Map<string, Bucket>()
  const bucket = (of: Map<string, Bucket>, at: Earned, presence: Presence) => {
    const key = JSON.stringify([at.rhythm, at.period])
    const found = of.get(key) ?? emptyBucket(at, presence.periodOf(at), by)
    of.set(key, found)
    return found
  }
  const pieces = booking(by, minorUnits(currency))
  const lastOf = new Map<Bucket, Presence>()
  for (const { run, presence, components } of known) {
    const ofRun = bucket(paid, { rhythm: run.rhythm, period: run.period }, presence)
    lastOf.set(ofRun, presence)
    for (const line of run.lines) {
      const component = (components.get(line.component) as LinkedComponent).name
      const ofLine = bucket(earned, line.earned, presence)
      for (const piece of pieces({ line, component, presence })) {
        const { person } = line
        for (const each of [ofRun, ofLine]) bookIn(each, piece, { person, component }, by)
      }
    }
  }
  const now = known.at(-1)?.presence
  for (const each of earned.values()) lastOf.set(each, now as Presence)
  for (const [{ period, company, groups }, presence] of lastOf)
    countPeople(presence, period, company, groups)
  const shown = (of: ReadonlyMap<string, Bucket>) =>
    [...of.values()]
      .sort((a, b) => inOrder(a.period, b.period))
      .map((each) => shownBucket(book, each, smallest))
  return { currency, earned: shown(earned), paid: shown(paid) }
}

function emptyBucket(earned: Earned, period: Period, by: readonly string[]): Bucket {
  const { rhythm, period: name } = earned
  return {
    earned: { rhythm, period: name },
    period,
    company: summing(),
    groups: new Map(by.map((attribute): [string, Groups] => [attribute, new Map()])),
  }
}

function bookIn(
  { company, groups }: Bucket,
  { values, amount }: Piece,
  of: Pick<Booked, 'person' | 'component'>,
  by: readonly string[],
): void {
  const booked = { ...of, amount }
  add(company, booked)
  for (const [i, name] of by.entries())
    add(groupIn(groups.get(name) as Groups, values[i] as string), booked)
}

function shownBucket(
  book: PayBook,
  { earned, company, groups }: Bucket,
  smallest: number,
): PeriodTotals {
  const whole = shownCompany(book, company, smallest)
  return {
    ...earned,
    company: whole.sums,
    groups: Object.fromEntries(
      [...groups].map(([name, of]) => [name, shownGroups(book, of, smallest, whole.together)]),
    ),
  }
}
