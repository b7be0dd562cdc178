import { type Dated, type PeriodKind, parsePeriod } from '../../src/calendar/index.js'
import {
  creditEvents,
  type Plan,
  type PlanPolicy,
  parseCreditRules,
  parseEvents,
  parsePlan,
  type SalesEvent,
  type Settlement,
  settle,
} from '../../src/commission/index.js'
import type { NumericInput } from '../../src/quantity/index.js'

/** What an event says beside its id, kind, day and amount. */
interface More {
  readonly of?: string
  readonly recorded?: string
  readonly currency?: string
  readonly figures?: Readonly<Record<string, string>>
  readonly attributes?: Readonly<Record<string, string>>
}

/** An event of Ann's shop, in dollars; it is known on its day unless it says otherwise. */
export function event(
  id: string,
  kind: SalesEvent['kind'],
  effective: string,
  amount: string,
  { attributes, ...more }: More = {},
): SalesEvent {
  const [parsed] = parseEvents([
    {
      id,
      kind,
      effective,
      recorded: effective,
      amount,
      currency: 'USD',
      ...more,
      attributes: { seller: 'ann', ...attributes },
    },
  ])
  return parsed as SalesEvent
}

/** A plan from what matters of it: by the month and in dollars, on sales, unless it says otherwise. */
export function planOf(policy: Partial<PlanPolicy> & Pick<PlanPolicy, 'tiers'>): Plan {
  const period: PeriodKind = 'month'
  return parsePlan({ id: 'plan', currency: 'USD', period, measure: { sum: 'sales' }, ...policy })
}

/** The credits of events, all of each to its seller. */
export function credited(events: readonly SalesEvent[]) {
  const sellers = [...new Set(events.map(({ attributes }) => attributes['seller'] as string))]
  const owners = Object.fromEntries(sellers.map((person) => [person, [{ person, share: '1' }]]))
  return creditEvents(
    events,
    parseCreditRules([{ credit: 'direct', by: 'seller', owners, unowned: 'refuse' }]),
  )
}

/** Ann's settlements of some periods, each on a day and after those before. */
export function settleEach(
  plans: Plan | readonly Dated<Plan>[],
  events: readonly SalesEvent[],
  days: readonly (readonly [period: string, asOf: string])[],
  figures: Readonly<Record<string, Readonly<Record<string, NumericInput>>>> = {},
): readonly Settlement[] {
  const versions = 'formula' in plans ? [{ from: '0000-01-01', value: plans }] : plans
  const credits = credited(events)
  const history: Settlement[] = []
  for (const [period, asOf] of days) {
    const people = { ann: figures }
    history.push(
      ...settle({ plans: versions, credits, people, history, period: parsePeriod(period), asOf }),
    )
  }
  return history
}
