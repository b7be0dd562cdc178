import { type FiscalCalendar, type Period, parsePeriod, previousPeriod } from '../calendar/index.js'
import { type Problem, problemsOf, under } from '../problem/index.js'
import type { BookPolicy } from './book-schema.js'
import { notARun, notTheDays, notTheRunBefore, toldLater, unsaidBefore } from './chain-problems.js'
import { otherCurrency } from './problems.js'
import type { RunData, RunState } from './run-data.js'
import { type Shape, shapeProblems } from './shape.js'

/** What is wrong with a period: it has the days that its name means in the book's calendar. */
export function periodProblems(
  path: string,
  period: Period,
  calendar: FiscalCalendar,
): readonly Problem[] {
  const shape = shapeProblems(period, periodShape)
  if (shape.length > 0) return under(path, shape)
  const { name, rhythm, from, to } = period
  const named: Period[] = []
  const problems = problemsOf(() => named.push(parsePeriod(name, calendar)))
  return [
    ...under(path, problems),
    ...named
      .filter((own) => own.from !== from || own.to !== to || own.rhythm !== rhythm)
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
  const shape = shapeProblems(before, { members: stateMembers })
  if (shape.length > 0) return [notARun('before', (shape[0] as Problem).path)]
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

/** The shape of a period. */
const periodShape: Shape = {
  members: { name: 'string', kind: 'string', rhythm: 'string', from: 'string', to: 'string' },
}

/** What the next run reads of this one, before any trace: it is long, and a run made it. */
const stateMembers: Readonly<Record<keyof RunState, Shape>> = {
  period: periodShape,
  asOf: 'string',
  currency: 'string',
  since: 'string',
  settlements: {
    list: {
      members: {
        person: 'string',
        plan: 'string',
        asOf: 'string',
        lines: { list: { members: { period: 'string', due: 'string' } } },
      },
    },
  },
  owed: {
    each: {
      members: {
        carried: { list: { members: { period: 'string', amount: 'string', age: 'integer' } } },
        draw: 'string',
      },
    },
  },
  posts: {
    each: {
      list: {
        members: {
          employment: { members: { from: 'string', 'to?': 'string' } },
          departments: { list: { members: { from: 'string', value: 'string' } } },
        },
      },
    },
  },
  digest: 'string',
}
