import {
  calendarYear,
  type Period,
  parsePeriod,
  periodContaining,
  periodsOf,
  valueOn,
} from '../calendar/index.js'
import type { Plan, SettlementLine } from '../commission/index.js'
import { measureName } from '../commission/internal.js'
import type { Step } from '../formula/index.js'
import { at, fail } from '../problem/index.js'
import { difference, minorUnits, total } from '../quantity/index.js'
import { type PolicyBook, planVersions } from './book.js'
import { noPost } from './problems.js'
import type { CompensationRun } from './run.js'

/** What the records of runs say of a year so far: exact sums. */
export interface AccruedToDate {
  /** Earned in the periods of the year that are settled. */
  readonly earned: string
  /** Of that payable: all but what is held back until collection. */
  readonly payable: string
  /** Earned and not payable yet. */
  readonly held: string
}

/** What one person has earned by a plan this year. */
export interface PersonToDate extends AccruedToDate {
  readonly person: string
  /** The last one that runs have found them in. */
  readonly department: string
  readonly plan: string
}

/** A year, and its periods of the kind that a run pays. */
export interface Year {
  readonly name: string
  readonly periods: readonly Period[]
}

/** What the settlements of a year say of one person and plan. */
export interface Recorded {
  readonly accrued: PersonToDate
  /** By the name of the period. */
  readonly measured: Readonly<Record<string, string>>
  readonly earned: Readonly<Record<string, string>>
  /** Whether the run's own period is settled. */
  readonly settled: boolean
}

/** The year of a run. */
export function yearOf({ policy }: PolicyBook, { period }: CompensationRun): Year {
  const { calendar = calendarYear } = policy
  const { from, kind } = parsePeriod(period.name, calendar)
  const year = periodContaining(from, 'year', calendar)
  return { name: year.name, periods: periodsOf(Number(year.name.slice(-4)), kind, calendar) }
}

/** What a run's settlements say of its year, for each person and plan. */
export function recordsOf(
  book: PolicyBook,
  { settlements, posts, currency, period: now }: CompensationRun,
  { periods }: Year,
): readonly Recorded[] {
  const places = minorUnits(currency)
  const lines = new Map<string, Map<string, SettlementLine>>()
  // Later settlements tell of a period anew: the last word on each stands.
  for (const { person, plan, lines: own } of settlements) {
    const key = JSON.stringify([person, plan])
    const known = lines.get(key) ?? new Map<string, SettlementLine>()
    lines.set(key, known)
    for (const line of own) known.set(line.period, line)
  }
  return [...lines].flatMap(([key, known]) => {
    const [person, plan] = JSON.parse(key) as [string, string]
    const year = periods.flatMap((period) => known.get(period.name) ?? [])
    if (year.length === 0) return []
    const sum = (of: 'accrued' | 'payable') =>
      total(
        year.map((line) => line[of]),
        places,
      )
    const [earned, payable] = [sum('accrued'), sum('payable')]
    const department = lastDepartment(posts, person)
    return {
      accrued: {
        ...{ person, department, plan, earned, payable },
        held: difference(earned, payable, places),
      },
      measured: measuredIn(book, plan, periods, known),
      earned: Object.fromEntries(year.map((line) => [line.period, line.accrued])),
      settled: known.has(now.name),
    }
  })
}

/** Where runs have last found a person: a run that settles somebody knows. */
function lastDepartment(posts: CompensationRun['posts'], person: string): string {
  const own = Object.hasOwn(posts, person) ? posts[person] : undefined
  return own?.at(-1)?.departments.at(-1)?.value ?? fail(noPost(at('posts', person), person))
}

/** What the plan's measure came to in each period, by what its formula read. */
function measuredIn(
  book: PolicyBook,
  plan: string,
  periods: readonly Period[],
  lines: ReadonlyMap<string, SettlementLine>,
): Readonly<Record<string, string>> {
  const versions = planVersions(book, plan)
  let sofar = '0'
  return Object.fromEntries(
    periods.flatMap(({ name, from }) => {
      const line = lines.get(name)
      if (line === undefined) return []
      const { policy } = valueOn(versions, from) as Plan
      const read = readBy(line.trace, measureName(policy.measure)) ?? '0'
      if (policy.measuring !== 'year-to-date') return [[name, read]]
      const own = difference(read, sofar, 0)
      sofar = read
      return [[name, own]]
    }),
  )
}

/** The value that a run of a formula read for an input. */
function readBy({ node, value, parts }: Step, name: string): string | undefined {
  if (node.op === 'input' && node.name === name) return value
  for (const part of parts) {
    const found = readBy(part, name)
    if (found !== undefined) return found
  }
  return undefined
}
