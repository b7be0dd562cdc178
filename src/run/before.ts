import { type FiscalCalendar, type Period, parsePeriod, previousPeriod } from '../calendar/index.js'
import { type Problem, problemsOf, under } from '../problem/index.js'
import type { BookPolicy } from './book-schema.js'
import { notARun, notTheDays, notTheRunBefore, toldLater, unsaidBefore } from './chain-problems.js'
import { otherCurrency } from './problems.js'
import type { RunData, RunState } from './run-data.js'

/** What is wrong with a period: it has the days that its name means in the book's calendar. */
export function periodProblems(
  path: string,
  { name, start, end }: Period,
  calendar: FiscalCalendar,
): readonly Problem[] {
  const named: Period[] = []
  const problems = problemsOf(() => named.push(parsePeriod(name, calendar)))
  return [
    ...under(path, problems),
    ...named
      .filter((own) => own.start !== start || own.end !== end)
      .map((own) => notTheDays(path, own)),
  ]
}

/** What is wrong with the run before: it is of the period directly before, in the book's currency. */
export function beforeProblems(
  { policy, calendar }: { readonly policy: BookPolicy; readonly calendar: FiscalCalendar },
  { before, asOf }: RunData,
  period: Period,
): readonly Problem[] {
  if (before === 'first') return []
  if (before === undefined) return [unsaidBefore('before')]
  const [wrong] = Object.entries(members).filter(
    ([name, isGood]) => !isGood(memberOf(before, name)),
  )
  if (wrong !== undefined) return [notARun('before', wrong[0])]
  const currency = before.currency === policy.currency
  const placed = periodProblems('before.period', before.period, calendar)
  const { name } = previousPeriod(period, calendar)
  return [
    ...(currency ? [] : [otherCurrency('before.currency', before.currency, policy.currency)]),
    ...placed,
    ...(placed.length === 0 && before.period.name !== name
      ? [notTheRunBefore('before.period', before.period.name, period.name, name)]
      : []),
    ...(before.asOf > asOf ? [toldLater('asOf', before.asOf, asOf)] : []),
  ]
}

type Test = (value: unknown) => boolean

const isText: Test = (value) => typeof value === 'string'

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test)

const recordOf =
  (test: Test): Test =>
  (value) =>
    isRecord(value) && Object.values(value).every(test)

const withMembers =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    Object.entries(tests).every(([name, test]) => test(memberOf(value, name)))

/** What the next run reads of this one: all of it may come from a store. */
const members: Readonly<Record<keyof RunState, Test>> = {
  period: withMembers({ name: isText, start: isText, end: isText }),
  asOf: isText,
  currency: isText,
  since: isText,
  settlements: listOf(
    withMembers({
      ...{ person: isText, plan: isText, asOf: isText },
      lines: listOf(withMembers({ period: isText, due: isText })),
    }),
  ),
  owed: recordOf(
    withMembers({
      carried: listOf(withMembers({ period: isText, amount: isText, age: Number.isInteger })),
      draw: isText,
    }),
  ),
  posts: recordOf(
    listOf(
      withMembers({
        employment: withMembers({ from: isText }),
        departments: listOf(withMembers({ from: isText, value: isText })),
      }),
    ),
  ),
  digest: isText,
}
