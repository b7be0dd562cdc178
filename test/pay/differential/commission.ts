import fc from 'fast-check'
import { addDays, type IsoDate, parsePeriod } from '../../../src/calendar/index.js'
import {
  creditEvents,
  type PlanPolicy,
  parseCreditRules,
  parseEvents,
  parsePlan,
  type Settlement,
  settle as settleCredits,
} from '../../../src/commission/index.js'
import { decimal } from '../../../src/quantity/index.js'

export const months = ['2026-03', '2026-04', '2026-05', '2026-06']
export const begin = '2026-03-01'
export const dayAt = (offset: number): IsoDate => addDays(begin, offset)

/** What a seller sold, and what came back of it. */
interface Sale {
  readonly day: number
  readonly told: number
  readonly cents: number
  readonly back?: Readonly<Record<'after' | 'told' | 'part', number>> | undefined
}

/** When a seller is in the plan: up to a day, known with a delay, and perhaps again. */
interface Seller {
  readonly from: number
  readonly to?: number | undefined
  readonly told: number
  readonly again?: number | undefined
  readonly sales: readonly Sale[]
  readonly kpi: readonly number[]
}

export interface Draw {
  readonly plan: Omit<PlanPolicy, 'id' | 'currency' | 'period' | 'measure'>
  readonly sellers: readonly Seller[]
}

export const ids = ['ann', 'bob']

const sale: fc.Arbitrary<Sale> = fc.record({
  day: fc.integer({ min: 0, max: 121 }),
  told: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 60 })),
  cents: fc.integer({ min: 1, max: 3_000_000 }),
  back: fc.option(
    fc.record({
      after: fc.integer({ min: 0, max: 80 }),
      told: fc.integer({ min: 0, max: 40 }),
      part: fc.integer({ min: 1, max: 100 }),
    }),
    { nil: undefined },
  ),
})
const seller: fc.Arbitrary<Seller> = fc
  .record({
    from: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 60 })),
    stays: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    told: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
    away: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    sales: fc.array(sale, { maxLength: 5 }),
    kpi: fc.array(fc.integer({ min: 80, max: 100 }), { minLength: 4, maxLength: 4 }),
    outside: fc.integer({ min: 0, max: 19 }),
  })
  .map(({ from, stays, told, away, sales, kpi, outside }) => {
    const to = stays === undefined ? undefined : from + stays
    const again = to === undefined || away === undefined ? undefined : to + 1 + away
    const seller = {
      from,
      told,
      sales,
      kpi,
      ...(to !== undefined && { to }),
      ...(again !== undefined && { again }),
    }
    // Of most sellers every deal is made within the plan.
    return outside === 0
      ? seller
      : { ...seller, sales: sales.filter(({ day }) => isIn(seller, day)) }
  })

export function isIn(
  { from, to, again }: Omit<Seller, 'sales' | 'kpi' | 'told'>,
  day: number,
): boolean {
  return (day >= from && (to === undefined || day <= to)) || (again !== undefined && day >= again)
}

const rates = fc
  .integer({ min: 1, max: 200 })
  .map((rate) => decimal(String(rate)).div(1000).toFixed())
const plan: fc.Arbitrary<Draw['plan']> = fc.record(
  {
    tiers: fc.oneof(
      rates.map((rate) => ({ kind: 'flat' as const, rate })),
      fc
        .tuple(fc.constantFrom('marginal' as const, 'retroactive' as const), rates, rates, rates)
        .map(([kind, a, b, c]) => ({
          kind,
          steps: [{ rate: a }, { from: '5000', rate: b }, { from: '20000.50', rate: c }],
        })),
    ),
    refunds: fc.constantFrom('original-period' as const, 'own-period' as const),
    measuring: fc.constantFrom('period' as const, 'year-to-date' as const),
    floor: fc.constantFrom('1000', '33.33'),
    kickers: fc.constant([{ kpi: 'kpi', atLeast: '0.9', pays: '500' }]),
    cap: fc.constantFrom('1500', '2222.22'),
  },
  { requiredKeys: ['tiers', 'refunds', 'measuring'] },
)
export const draws: fc.Arbitrary<Draw> = fc.record({
  plan,
  sellers: fc.array(seller, { minLength: 1, maxLength: 2 }),
})

/** Hundredths, or some percent of them, as a decimal. */
export const text = (of: number, part = 100) =>
  decimal(String(Math.ceil((of * part) / 100)))
    .div(100)
    .toFixed(2)

/** What is due for each seller and month, month by month. */
export type Due = readonly Readonly<Record<string, string>>[]

export const policyOf = ({ plan }: Draw): PlanPolicy => ({
  id: 'plan',
  currency: 'CNY',
  period: 'month',
  measure: { sum: 'sales' },
  ...plan,
})

export function byOldSettlement(draw: Draw): Due {
  const events = draw.sellers.flatMap(({ sales }, i) =>
    sales.flatMap(({ day, told, cents, back }, j) => {
      const of = `${i}-${j}`
      const common = { currency: 'CNY', attributes: { seller: ids[i] as string } }
      const order = {
        ...common,
        id: of,
        kind: 'order',
        effective: dayAt(day),
        recorded: dayAt(day + told),
        amount: text(cents),
      }
      if (back === undefined) return [order]
      const refund = {
        ...common,
        id: `${of}-back`,
        kind: 'refund',
        of,
        effective: dayAt(day + back.after),
        recorded: dayAt(day + told + back.after + back.told),
        amount: `-${text(cents, back.part)}`,
      }
      return [order, refund]
    }),
  )
  const owners = Object.fromEntries(ids.map((person) => [person, [{ person, share: '1' }]]))
  const rules = parseCreditRules([{ credit: 'direct', by: 'seller', owners, unowned: 'refuse' }])
  const credits = creditEvents(parseEvents(events), rules)
  const plans = [{ from: begin, value: parsePlan(policyOf(draw)) }]
  const history: Settlement[] = []
  return months.map((month) => {
    const period = parsePeriod(month)
    const spansOf = ({ from, to, told, again }: Seller) => {
      const known = to !== undefined && dayAt(to + 1 + told) <= period.to
      const first = { from: dayAt(from), ...(known && { to: dayAt(to) }) }
      const second = known && again !== undefined && dayAt(again) <= period.to
      return second ? [first, { from: dayAt(again) }] : [first]
    }
    const named = draw.sellers.map((seller, i) => [ids[i] as string, seller] as const)
    const people = named.map(([id, { kpi }]) => {
      const figures = months.map((name, k) => [name, { kpi: text(kpi[k] as number) }] as const)
      return [id, draw.plan.kickers === undefined ? {} : Object.fromEntries(figures)] as const
    })
    const settled = settleCredits({
      plans,
      credits,
      people: Object.fromEntries(people),
      spans: Object.fromEntries(named.map(([id, seller]) => [id, spansOf(seller)])),
      history,
      period,
      asOf: period.to,
    })
    history.push(...settled)
    return dueOf(
      settled.flatMap(({ person, lines }) =>
        lines.map(({ period, due }) => ({ person, period, amount: due })),
      ),
    )
  })
}

export function dueOf(
  lines: readonly { readonly person: string; readonly period: string; readonly amount: string }[],
): Readonly<Record<string, string>> {
  const paid = lines.filter(({ amount }) => !decimal(amount).isZero())
  const due = paid.map(({ person, period, amount }) => [`${person} ${period}`, amount] as const)
  return Object.fromEntries(due.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
