import {
  daysBetween,
  type History,
  type OpenSpan,
  type Period,
  valueOn,
} from '../calendar/index.js'
import { overlap } from '../calendar/internal.js'
import type { PersonFigures, Plan } from '../commission/index.js'
import { figureNames } from '../commission/internal.js'
import { decimal, divideTo } from '../quantity/index.js'
import type { Year } from './accrual-records.js'
import type { PolicyBook } from './book.js'
import type { Person } from './data-schema.js'
import { spansIn } from './posts.js'
import type { CompensationRun } from './run.js'

/** The places to which the part of a period is told. */
const partPlaces = 6

/** The part of each period of a year that a person is in a plan: days in it by days of the period. */
export function timeIn(
  book: PolicyBook,
  { posts, since }: CompensationRun,
  plans: History<Plan>,
  { periods }: Year,
): (person: string) => Readonly<Record<string, string>> {
  const plan = plans[0]?.value as Plan
  const spans = spansIn(book, plan, posts, { since, period: periods.at(-1) as Period })
  return (person) =>
    Object.fromEntries(
      periods.map((period) => {
        const shared = (
          Object.hasOwn(spans, person) ? (spans[person] as readonly OpenSpan[]) : []
        ).flatMap((span) => overlap(period, span) ?? [])
        const days = shared.reduce((sum, each) => sum + lengthOf(each), 0)
        const part = divideTo(
          decimal(`${days}`),
          decimal(`${lengthOf(period)}`),
          partPlaces,
          'half-up',
        )
        return [period.name, part.toFixed()]
      }),
    )
}

function lengthOf({ from, to }: { readonly from: string; readonly to: string }): number {
  return daysBetween(from, to) + 1
}

/** How figures of periods to come are found. */
interface Ahead {
  /** Whether the last figure known before a period stands for one that is not given. */
  readonly carry: boolean
  /** Whether a quota of the year is given, of which such periods have a part. */
  readonly seasonalQuota: boolean
}

/** What a plan reads of a person in each period of a year. */
export function figuresAhead(
  { figures }: Pick<Person, 'figures'>,
  plans: History<Plan>,
  { periods }: Year,
  { carry, seasonalQuota }: Ahead,
): PersonFigures {
  const latest = new Map<string, string>()
  return Object.fromEntries(
    periods.map((period) => {
      const plan = valueOn(plans, period.from)
      const given = Object.hasOwn(figures, period.name) ? figures[period.name] : undefined
      for (const [name, value] of Object.entries(given ?? {}))
        if (value !== null) latest.set(name, value)
      const names = plan === undefined ? [] : figureNames(plan)
      const quota = seasonalQuota ? plan?.policy.quota : undefined
      const read = names.flatMap((name) => {
        const own = given !== undefined && Object.hasOwn(given, name) ? given[name] : undefined
        const carried = carry && name !== quota ? latest.get(name) : undefined
        const value = own ?? carried
        return value === undefined ? [] : [[name, value] as const]
      })
      return [period.name, Object.fromEntries(read)]
    }),
  )
}
