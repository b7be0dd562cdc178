import fc from 'fast-check'
import { addDays, type IsoDate } from '../../../src/calendar/index.js'
import type { PaymentPolicy, PlanPolicy } from '../../../src/commission/index.js'
import { decimal } from '../../../src/quantity/index.js'

/** Plans with every part in combination, and what sellers do and are told late in four months. */

export const months = ['2026-03', '2026-04', '2026-05', '2026-06']
export const begin = '2026-03-01'
export const dayAt = (offset: number): IsoDate => addDays(begin, offset)
export const monthOf = (day: number): string => dayAt(day).slice(0, 7)

/** What came back of a sale, or came in for it, some percent of it. */
interface Later {
  readonly after: number
  readonly told: number
  readonly part: number
}

export interface Sale {
  readonly day: number
  readonly told: number
  readonly cents: number
  readonly margin: number
  readonly pieces: number
  readonly line: 'a' | 'b' | 'c'
  readonly back?: Later | undefined
  readonly paid?: Later | undefined
}

/** When somebody is in the plan: up to a day, known with a delay, having left or moved; perhaps again. */
export interface Seller {
  readonly from: number
  readonly to?: number | undefined
  readonly told: number
  readonly again?: number | undefined
  readonly leaves: boolean
  readonly sales: readonly Sale[]
  readonly kpi: readonly number[]
  readonly quota: readonly number[]
}

export interface Draw {
  readonly plan: PlanPolicy
  readonly payments?: PaymentPolicy | undefined
  readonly sellers: readonly Seller[]
}

export const ids = ['ann', 'bob']

export function isIn({ from, to, again }: Seller, day: number): boolean {
  return (day >= from && (to === undefined || day <= to)) || (again !== undefined && day >= again)
}

const told = (max: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max }))
const later = fc.option(
  fc.record({
    after: fc.integer({ min: 0, max: 80 }),
    told: told(40),
    part: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 100 })),
  }),
  { nil: undefined },
)
const sale: fc.Arbitrary<Sale> = fc.record({
  day: fc.integer({ min: 0, max: 121 }),
  told: told(60),
  cents: fc.integer({ min: 1, max: 3_000_000 }),
  margin: fc.integer({ min: 0, max: 1_000_000 }),
  pieces: fc.integer({ min: 1, max: 40 }),
  line: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
  back: later,
  paid: later,
})

const four = (min: number, max: number) =>
  fc.array(fc.integer({ min, max }), { minLength: 4, maxLength: 4 })

export const seller: fc.Arbitrary<Seller> = fc
  .record({
    from: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 60 })),
    stays: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    told: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
    away: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    leaves: fc.boolean(),
    sales: fc.array(sale, { maxLength: 5 }),
    kpi: four(0, 100),
    quota: four(1, 3_000_000),
    outside: fc.integer({ min: 0, max: 19 }),
  })
  .map(({ from, stays, away, outside, leaves, ...drawn }) => {
    const to = stays === undefined ? undefined : from + stays
    const again = to === undefined || away === undefined || leaves ? undefined : to + 1 + away
    const made: Seller = {
      from,
      leaves,
      ...drawn,
      ...(to !== undefined && { to }),
      ...(again !== undefined && { again }),
    }
    // Of most sellers every deal is made within the plan.
    return outside === 0
      ? made
      : { ...made, sales: made.sales.filter(({ day }) => isIn(made, day)) }
  })

const written = (places: number) => (units: number) =>
  decimal(String(units))
    .div(10 ** places)
    .toFixed(places)
const rate = fc.integer({ min: 0, max: 200 }).map(written(3))
const part = fc.integer({ min: 0, max: 150 }).map(written(2))
const money = (max: number) => fc.integer({ min: 0, max: max * 100 }).map(written(2))

const steps = (bounds: readonly string[], open: boolean) =>
  fc
    .tuple(...bounds.map(() => rate))
    .map((rates) =>
      bounds.map((from, i) =>
        open && i === 0 ? { rate: rates[i] as string } : { from, rate: rates[i] as string },
      ),
    )

type Tiers = PlanPolicy['tiers']
const stepped = fc
  .record({
    kind: fc.constantFrom('marginal' as const, 'retroactive' as const),
    of: fc.constantFrom('amount' as const, 'quota' as const),
    open: fc.boolean(),
  })
  .chain(({ kind, of, open }) =>
    steps(of === 'quota' ? ['0', '0.5', '1.1'] : ['0', '5000', '20000.5'], open).map(
      (found): Tiers => ({ kind, of, steps: found }),
    ),
  )
const tiers: fc.Arbitrary<Tiers> = fc.oneof(
  rate.map((each): Tiers => ({ kind: 'flat', rate: each })),
  stepped,
  fc.tuple(rate, rate, rate, fc.boolean()).map(([a, b, c, all]): Tiers => {
    const rates = all ? { a, b, c } : { a, b }
    return { kind: 'category', by: 'line', rates, ...(!all && { otherwise: c }) }
  }),
  fc.array(rate, { minLength: 4, maxLength: 4 }).map(
    ([a, b, c, d]): Tiers => ({
      kind: 'grid',
      rows: [{}, { from: '0.8' }],
      kpi: 'kpi',
      columns: [{}, { from: '0.5' }],
      rates: [
        [a as string, b as string],
        [c as string, d as string],
      ],
    }),
  ),
)

/** A condition: of a KPI, of the plan's measure where it is one input, or of a linked one. */
const condition = (main: string | undefined, linked: string | undefined) =>
  fc.oneof(
    part.map((atLeast) => ({ kpi: 'kpi', atLeast })),
    part.map((atLeast) => ({ kpi: linked ?? 'kpi2', atLeast })),
    ...(main === undefined
      ? []
      : [
          part.map((atLeast) => ({ kpi: main, of: 'quota', atLeast })),
          money(20_000).map((atLeast) => ({ kpi: main, atLeast })),
        ]),
  )

const measures = fc.constantFrom(
  { sum: 'sales' },
  { sum: 'sales', as: 'sold', label: 'Sold' },
  { sum: 'margin' },
  { sum: 'pieces', unit: 'count' as const },
  { sum: 'collections' },
  { sum: 'sales', where: { credit: 'direct', attributes: { line: ['a', 'b'] } } },
  { sum: 'sales', where: { credit: 'none' } },
)
const linkings = fc.constantFrom(
  { sum: 'sales', as: 'this_year', span: 'year-to-date' as const },
  { sum: 'collections', as: 'received' },
)

export const plans: fc.Arbitrary<PlanPolicy> = fc
  .tuple(
    measures,
    tiers,
    fc.option(linkings, { nil: undefined }),
    fc.option(money(1_000), { nil: undefined, freq: 2 }),
  )
  .chain(([measure, scale, linked, most]) => {
    const main = ('as' in measure ? measure.as : undefined) ?? measure.sum
    const ofPeriod =
      scale.kind === 'category' || scale.kind === 'grid' || ('of' in scale && scale.of === 'quota')
    const dealCap = ofPeriod ? undefined : most
    const one = scale.kind !== 'category' && dealCap === undefined
    const asked = condition(one ? main : undefined, linked?.as)
    return fc
      .record(
        {
          measuring: fc.constantFrom('period' as const, 'year-to-date' as const),
          refunds: fc.constantFrom('original-period' as const, 'own-period' as const),
          accelerator: fc
            .tuple(part, part, fc.option(asked, { nil: undefined }))
            .map(([a, b, when]) => ({
              steps: [
                { from: '0.7', factor: a },
                { from: '1.2', factor: b },
              ],
              ...(when !== undefined && { when }),
            })),
          gate: fc
            .tuple(asked, fc.option(fc.constantFrom('0', '0.5', '1'), { nil: undefined }))
            .map(([of, keeps]) => ({ ...of, ...(keeps !== undefined && { keeps }) })),
          kickers: fc.array(
            fc.tuple(asked, money(800)).map(([of, pays]) => ({ ...of, pays })),
            { minLength: 1, maxLength: 2 },
          ),
          floor: money(500),
          cap: money(2_000),
          yearCap: money(4_000),
          rounding: fc.constantFrom('half-up' as const, 'half-even' as const, 'floor' as const),
        },
        { requiredKeys: [] },
      )
      .map(
        ({ accelerator, yearCap, ...parts }): PlanPolicy => ({
          id: 'plan',
          currency: 'CNY',
          period: 'month',
          measure,
          quota: 'quota',
          tiers: scale,
          ...(linked !== undefined && { linked: [linked] }),
          ...parts,
          ...(dealCap !== undefined && { dealCap }),
          ...(one && accelerator && { accelerator }),
          ...(parts.measuring !== 'year-to-date' && yearCap !== undefined && { yearCap }),
        }),
      )
  })

const days = fc.constantFrom('2026-03-31', '2026-04-15', '2026-05-31', '2027-12-31')
export const payments: fc.Arbitrary<PaymentPolicy> = fc
  .record(
    {
      rounding: fc.constantFrom('half-up' as const, 'floor' as const),
      recovery: fc.record(
        {
          share: fc.constantFrom('0', '0.33', '0.5', '1'),
          forgiveAfter: fc.integer({ min: 1, max: 3 }),
        },
        { requiredKeys: [] },
      ),
      draw: fc.oneof(
        fc.record(
          {
            kind: fc.constant('recoverable' as const),
            amount: money(1_500),
            ceiling: money(2_000),
            until: days,
            forgivenOn: days,
          },
          { requiredKeys: ['kind', 'amount'] },
        ),
        fc.record(
          { kind: fc.constant('non-recoverable' as const), amount: money(1_500), until: days },
          { requiredKeys: ['kind', 'amount'] },
        ),
      ),
    },
    { requiredKeys: ['rounding'] },
  )
  .map((drawn) => ({ currency: 'CNY', ...drawn }))

export const draws: fc.Arbitrary<Draw> = fc.record({
  plan: plans,
  payments: fc.option(payments, { nil: undefined }),
  sellers: fc.array(seller, { minLength: 1, maxLength: 2 }),
})

/** Some percent of hundredths, or of whole numbers, rounded up; of less than nothing as of more. */
export const share = (of: number, percent = 100) =>
  Math.sign(of) * Math.ceil((Math.abs(of) * percent) / 100)
export const text = (cents: number) => written(2)(cents)
