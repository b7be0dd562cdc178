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
        const shared = (spans[person] as readonly OpenSpan[]).flatMap(
          (span) => overlap(period, span) ?? [],
        )
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

/** What a plan reads of a person in each period of a year. */
export type FiguresOf = (
  person: Pick<Person, 'figures'>,
  /** Whether a quota of the year is given, of which periods without one have a part. */
  seasonalQuota: boolean,
) => PersonFigures

/** Finds what a plan reads; `carry` lets the last figure known before a period stand for a missing one. */
export function figuresAhead(plans: History<Plan>, { periods }: Year, carry: boolean): FiguresOf {
  const read = periods.map(({ name, from }) => {
    const plan = valueOn(plans, from)
    return { name, names: plan === undefined ? [] : figureNames(plan), quota: plan?.policy.quota }
  })
  return ({ figures }, seasonalQuota) => {
    const latest = new Map<string, string>()
    const known = read.map(({ name, names, quota }) => {
      const given = Object.hasOwn(figures, name) ? figures[name] : undefined
      const own = Object.entries(given ?? {}).filter(
        (entry): entry is [string, string] => entry[1] !== null,
      )
      for (const [figure, value] of own) latest.set(figure, value)
      const values = new Map(carry ? latest : own)
      if (seasonalQuota && quota !== undefined && !own.some(([figure]) => figure === quota))
        values.delete(quota)
      return [
        name,
        Object.fromEntries([...values].filter(([figure]) => names.includes(figure))),
      ] as const
    })
    return Object.fromEntries(known)
  }
}
