import { parsePeriod } from '../../../src/calendar/index.js'
import {
  creditEvents,
  nothingOwed,
  type Owed,
  parseCreditRules,
  parseEvents,
  parsePayments,
  parsePlan,
  pay,
  type Settlement,
  settle,
} from '../../../src/commission/index.js'
import { decimal } from '../../../src/quantity/index.js'
import {
  begin,
  type Draw,
  dayAt,
  ids,
  months,
  type Sale,
  type Seller,
  share,
  text,
} from './plan-draws.js'

/** What each run pays: the lines of the plan by the month that they are earned in, all, and what is owed then. */
export interface Paid {
  readonly lines: Readonly<Record<string, string>>
  readonly paid: Readonly<Record<string, string>>
  readonly owed: Readonly<Record<string, string>>
}

const figuresOf = ({ margin, pieces }: Sale, percent: number, sign = 1) => ({
  margin: text(sign * share(margin, percent)),
  pieces: String(sign * share(pieces, percent)),
})

/** The events of a sale, their days called as the caller calls them. */
export function eventsOf(
  sale: Sale,
  id: string,
  seller: string,
  named: (on: string, recorded: string) => object,
): readonly object[] {
  const { day, told, cents, line, back, paid } = sale
  const common = { currency: 'CNY' }
  const attributes = { seller, line }
  const known = day + told
  return [
    {
      ...common,
      ...named(dayAt(day), dayAt(known)),
      id,
      kind: 'order',
      amount: text(cents),
      figures: figuresOf(sale, 100),
      attributes,
    },
    ...(paid === undefined
      ? []
      : [
          {
            ...common,
            ...named(dayAt(day + paid.after), dayAt(known + paid.after + paid.told)),
            id: `${id}-paid`,
            kind: 'collection',
            of: id,
            amount: text(share(cents, paid.part)),
            attributes: {},
          },
        ]),
    ...(back === undefined
      ? []
      : [
          {
            ...common,
            ...named(dayAt(day + back.after), dayAt(known + back.after + back.told)),
            id: `${id}-back`,
            kind: 'refund',
            of: id,
            amount: text(-share(cents, back.part)),
            figures: figuresOf(sale, back.part, -1),
            attributes: {},
          },
        ]),
  ]
}

/** When a seller is in the plan, as it is known by the end of a month. */
function spansOf({ from, to, told, again }: Seller, end: string) {
  const known = to !== undefined && dayAt(to + 1 + told) <= end
  const first = { from: dayAt(from), ...(known && { to: dayAt(to) }) }
  const second = known && again !== undefined && dayAt(again) <= end
  return second ? [first, { from: dayAt(again) }] : [first]
}

export function byOldSettlement(draw: Draw): readonly Paid[] {
  const events = draw.sellers.flatMap(({ sales }, i) =>
    sales.flatMap((sale, j) =>
      eventsOf(sale, `${i}-${j}`, ids[i] as string, (effective, recorded) => ({
        effective,
        recorded,
      })),
    ),
  )
  const owners = Object.fromEntries(ids.map((person) => [person, [{ person, share: '1' }]]))
  const rules = parseCreditRules([{ credit: 'direct', by: 'seller', owners, unowned: 'refuse' }])
  const credits = creditEvents(parseEvents(events), rules)
  const plan = parsePlan(draw.plan)
  const history: Settlement[] = []
  const owed = new Map<string, Owed>()
  return months.map((month) => {
    const period = parsePeriod(month)
    const named = draw.sellers.map((seller, i) => [ids[i] as string, seller] as const)
    const figuresIn = ({ kpi, quota }: Seller) => {
      const read = ['kpi', 'kpi2', 'quota'].filter((name) => name in plan.formula.inputs)
      const value = (name: string, k: number) => {
        if (name !== 'quota') return text(kpi[k] as number)
        const count = draw.plan.measure.unit === 'count'
        return count ? String(quota[k]) : text(quota[k] as number)
      }
      return Object.fromEntries(
        months.map((name, k) => [name, Object.fromEntries(read.map((of) => [of, value(of, k)]))]),
      )
    }
    const spans = Object.fromEntries(named.map(([id, of]) => [id, spansOf(of, period.to)]))
    const settled = settle({
      plans: [{ from: begin, value: plan }],
      credits,
      people: Object.fromEntries(named.map(([id, of]) => [id, figuresIn(of)])),
      spans,
      history,
      period,
      asOf: period.to,
    })
    history.push(...settled)
    const paid = settled.map(({ person, due }) => {
      if (draw.payments === undefined) return [person, due] as const
      const drawn = (spans[person] as readonly { from: string; to?: string }[]).some(
        ({ from, to }) => from <= period.to && (to === undefined || to >= period.from),
      )
      const before = owed.get(person) ?? nothingOwed
      const done = pay(parsePayments(draw.payments), { due, period, owed: before, drawn })
      owed.set(person, done.owed)
      return [person, done.paid] as const
    })
    return {
      lines: notZero(
        settled.flatMap(({ person, lines }) =>
          lines.map(({ period: of, due }) => [`${person} ${of}`, due] as const),
        ),
      ),
      paid: notZero(paid),
      owed: notZero(
        [...owed].map(([person, { carried, draw: balance }]) => [
          person,
          [balance, ...carried.map(({ amount }) => amount)]
            .reduce((sum, each) => sum.plus(each), decimal('0'))
            .toFixed(2),
        ]),
      ),
    }
  })
}

/** The amounts of some keys that are not nothing, in the order of the keys. */
export function notZero(
  amounts: readonly (readonly [key: string, amount: string])[],
): Readonly<Record<string, string>> {
  const some = amounts.filter(([, amount]) => !decimal(amount).isZero())
  return Object.fromEntries(some.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
