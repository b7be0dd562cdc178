import fc from 'fast-check'
import type { PlanPolicy } from '../../src/commission/index.js'
import { minorUnits, roundings } from '../../src/quantity/index.js'
import { writeScaled } from '../quantity/reference.js'

const anyCurrency = fc.constantFrom('CNY', 'JPY', 'KWD', 'CLF')

function decimals(most: number, places: number): fc.Arbitrary<string> {
  return fc
    .integer({ min: 0, max: most * 10 ** places })
    .map((units) => writeScaled(BigInt(units), places))
}

/** Bounds in order, each once. */
function bounds(most: number, places: number): fc.Arbitrary<string[]> {
  return fc
    .uniqueArray(decimals(most, places), { minLength: 1, maxLength: 4, selector: Number })
    .map((list) => list.sort((a, b) => Number(a) - Number(b)))
}

function stepsOf<T>(
  bound: fc.Arbitrary<string[]>,
  rest: fc.Arbitrary<T>,
): fc.Arbitrary<({ readonly from: string } & T)[]> {
  return bound.chain((list) =>
    fc
      .array(rest, { minLength: list.length, maxLength: list.length })
      .map((parts) => list.map((from, i) => ({ from, ...(parts[i] as T) }))),
  )
}

const rate = decimals(1, 4)
const label = fc.constantFrom('Tiers', { en: 'Tiers', 'zh-CN': '档' })

interface StepTiers {
  readonly kind: 'marginal' | 'retroactive'
  readonly steps: readonly { readonly from?: string; readonly rate: string }[]
}

/** A plan whose tiers are steps of amounts, whose gate asks for one KPI, and whose numbers are those of all. */
export type StepPlan = Omit<PlanPolicy, 'accelerator'> & {
  readonly tiers: StepTiers
  readonly gate?: { readonly kpi: string; readonly atLeast: string; readonly keeps?: string }
  readonly accelerator?: {
    readonly steps: readonly { readonly from: string; readonly factor: string }[]
  }
  readonly cap?: string
}

function tiersIn(places: number): fc.Arbitrary<StepTiers> {
  const bound = bounds(1000, places)
  return fc.oneof(
    fc.record(
      { kind: fc.constant('marginal' as const), steps: stepsOf(bound, fc.record({ rate })), label },
      { requiredKeys: ['kind', 'steps'] },
    ),
    fc.record({
      kind: fc.constant('retroactive' as const),
      steps: stepsOf(
        bound,
        fc.record({ rate, exclusive: fc.boolean() }, { requiredKeys: ['rate'] }),
      ),
    }),
  )
}

const gate = fc.record(
  { kpi: fc.constant('quality'), atLeast: decimals(1, 2), keeps: decimals(1, 2) },
  { requiredKeys: ['kpi', 'atLeast'] },
)
const accelerator = fc.record({
  steps: stepsOf(bounds(3, 2), fc.record({ factor: decimals(3, 2) })),
})

/** Plans of steps, in currencies with 0, 2, 3 and 4 places. */
export const anyPlan: fc.Arbitrary<StepPlan> = anyCurrency.chain((currency) => {
  const places = minorUnits(currency)
  return fc.record(
    {
      id: fc.constant('any'),
      currency: fc.constant(currency),
      period: fc.constant('month' as const),
      measure: fc.constant({ sum: 'sales' as const }),
      quota: fc.constant('quota'),
      tiers: tiersIn(places),
      gate,
      accelerator,
      cap: decimals(500, places),
      rounding: fc.constantFrom(...roundings),
    },
    { requiredKeys: ['id', 'currency', 'period', 'measure', 'quota', 'tiers'] },
  )
})

/** What one person's run of a plan reads, in smallest units: of the currency, and of a millionth. */
export interface Figures {
  readonly sales: bigint
  readonly quality: bigint
  readonly quota: bigint
}

/** Figures at the plan's own boundaries, a smallest unit beside them, and anywhere. */
export function figuresOf(plan: StepPlan): fc.Arbitrary<Figures> {
  const unit = 10 ** minorUnits(plan.currency)
  const units = (value: string | number) => BigInt(Math.round(Number(value) * unit))
  const beside = fc.constantFrom(-1n, 0n, 1n)
  return fc.bigInt({ min: 1n, max: units(400) }).chain((quota) => {
    const starts = plan.tiers.steps.map(({ from = '0' }) => units(from))
    const thresholds = (plan.accelerator?.steps ?? []).map(
      ({ from }) => (quota * BigInt(Math.round(Number(from) * 100))) / 100n,
    )
    const near = fc.tuple(fc.constantFrom(0n, ...starts, ...thresholds), beside)
    const limit = BigInt(Math.round(Number(plan.gate?.atLeast ?? 0) * 1e6))
    return fc.record({
      quota: fc.constant(quota),
      sales: fc.oneof(
        near.map(([bound, aside]) => bound + aside),
        fc.bigInt({ min: -units(100), max: units(2000) }),
      ),
      quality: fc.oneof(
        beside.map((aside) => limit + aside),
        fc.bigInt({ min: 0n, max: 1_000_000n }),
      ),
    })
  })
}
