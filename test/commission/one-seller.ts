import { addDays, type Dated, nextPeriod, parsePeriod } from '../../src/calendar/index.js'
import { type PlanPolicy, planComponents } from '../../src/commission/index.js'
import {
  type AmountEvent,
  creditDeals,
  type DealEvent,
  parseCreditData,
  parseCrediting,
} from '../../src/credit/index.js'
import { book, parseData, type Run, settle } from '../../src/pay/index.js'
import { total } from '../../src/quantity/index.js'

/** What an event says beside its id, kind, day and amount. */
type More = Partial<Pick<AmountEvent, 'of' | 'recorded' | 'currency' | 'figures' | 'attributes'>>

/** An event of Ann's shop, in dollars; it is known on its day unless it says otherwise. */
export function event(
  id: string,
  kind: AmountEvent['kind'],
  on: string,
  amount: string,
  { attributes, ...more }: More = {},
): AmountEvent {
  const said = { id, kind, on, amount, currency: 'USD', ...more } as const
  // What happens to a deal is of the deal's seller.
  const own = more.of === undefined ? { seller: 'ann', ...attributes } : attributes
  return { ...said, ...(own && { attributes: own }) }
}

/** A plan from what matters of it: by the month and in dollars, on sales, unless it says otherwise. */
export function planOf(policy: Partial<PlanPolicy> & Pick<PlanPolicy, 'tiers'>): PlanPolicy {
  return { id: 'plan', currency: 'USD', period: 'month', measure: { sum: 'sales' }, ...policy }
}

/** All of each deal is its seller's. */
const crediting = parseCrediting({
  currency: 'USD',
  credits: { direct: { rules: [{ owner: 'seller' }] } },
  figures: { pieces: { unit: 'count', places: 4 } },
  belowZero: 'list',
})

/** The figures of a person by the period. */
type Figures = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * What Ann is paid on some days: each time for a period, and for all before it that was not settled yet.
 */
export function paidOn(
  plans: PlanPolicy | readonly Dated<PlanPolicy>[],
  events: readonly DealEvent[],
  days: readonly (readonly [period: string, asOf: string])[],
  figures: Figures = {},
): readonly string[] {
  const versions = 'tiers' in plans ? [{ from: '2026-01-01', value: plans }] : plans
  const [
    {
      value: { period: kind },
    },
  ] = versions as [Dated<PlanPolicy>]
  const of = book(
    versions.flatMap(({ from, value: plan }, i) => {
      const next = versions[i + 1]
      const span = { from, ...(next && { to: addDays(next.from, -1) }) }
      return planComponents(plan, { id: 'plan', currency: 'USD' }).map((value) => ({
        ...span,
        value,
      }))
    }),
    { currency: 'USD', retro: 12, rhythms: { [kind]: { kind } } },
  )
  const { credits } = creditDeals(crediting, parseCreditData({ events }))
  const ann = {
    id: 'ann',
    employment: [{ from: '2026-01-01' }],
    attributes: {},
    figures: Object.entries(figures).flatMap(([period, own]) =>
      Object.entries(own).map(([name, value]) => ({ name, period, value })),
    ),
  }
  const data = parseData({ people: [ann], records: { credits } })
  const runs: Run[] = []
  const settled = (period: string, asOf: string): readonly Run[] => {
    const last = runs.at(-1)
    const before =
      last === undefined || last.period === period
        ? period
        : nextPeriod(parsePeriod(last.period)).name
    const own = settle(of, data, {
      period: before,
      before: last ?? 'first',
      ...(before === period && { asOf }),
    })
    runs.push(own)
    return before === period ? [own] : [own, ...settled(period, asOf)]
  }
  return days.map(([period, asOf]) =>
    total(
      settled(period, asOf).flatMap(({ lines }) => lines.map(({ amount }) => amount)),
      2,
    ),
  )
}
