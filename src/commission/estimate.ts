import { evaluate } from '../formula/index.js'
import { fail, type Locale } from '../problem/index.js'
import { decimal, difference, minorUnits, type NumericInput, total } from '../quantity/index.js'
import type { Plan } from './plan.js'
import { measureName } from './plan-inputs.js'
import { badRange, noCurve } from './problems.js'

type Inputs = Readonly<Record<string, NumericInput>>

/** What more of the measure would pay. */
export interface Estimate {
  readonly now: string
  readonly after: string
  readonly gain: string
}

/**
 * What one more deal would pay: the commission now, with the deal, and the difference.
 *
 * Throws a `PolicyError` for what `evaluate` refuses, and for a plan by category or by deal, which has
 * no one measure.
 *
 * @example
 * estimate(plan, { sales: '49000.00' }, '2000.00').gain
 */
export function estimate(plan: Plan, inputs: Inputs, deal: string): Estimate {
  const name = curveInput(plan)
  const places = minorUnits(plan.policy.currency)
  const now = evaluate(plan.formula, inputs)
  const more = total([now.inputs[name] as string, deal], 0)
  const after = evaluate(plan.formula, { ...inputs, [name]: more })
  return { now: now.value, after: after.value, gain: difference(after.value, now.value, places) }
}

/** The next tier: where it begins, at what rate, and how much is missing to it. */
export interface NextTier {
  readonly from: string
  readonly rate: string
  readonly missing: string
}

/**
 * How far it is to the next tier; `undefined` in the last one, and for flat rates and grids.
 *
 * Throws a `PolicyError` for what `evaluate` refuses, and for a plan by category or by deal.
 *
 * @example
 * nextTier(plan, { sales: '49000.00' }) //=> { from: '50000.00', rate: '0.015', missing: '1000.00' }
 */
export function nextTier(plan: Plan, inputs: Inputs): NextTier | undefined {
  const name = curveInput(plan)
  const places = minorUnits(plan.policy.currency)
  const { inputs: read } = evaluate(plan.formula, inputs)
  const amount = read[name] as string
  const next = boundsOf(plan, read).find(({ from, exclusive }) => {
    const distance = decimal(amount).comparedTo(from)
    return exclusive ? distance <= 0 : distance < 0
  })
  return (
    next && {
      from: total([next.from], places),
      rate: next.rate,
      missing: difference(next.from, amount, places),
    }
  )
}

/** A point of a payout curve: what an amount of the measure pays. */
export interface CurvePoint {
  readonly amount: string
  readonly pay: string
}

/**
 * The payout curve between two amounts: evenly spaced points, and at each bound of a tier within
 * them the point just below it, by one minor unit, and the one on it, so that no jump is smoothed
 * away. The other inputs stay as given.
 *
 * Throws a `PolicyError` for what `evaluate` refuses, a range that does not rise or fewer than two
 * points, and for a plan by category or by deal.
 *
 * @example
 * payoutCurve(plan, { satisfaction: '0.93' }, { from: '0', to: '100000', points: 21 })
 */
export function payoutCurve(
  plan: Plan,
  given: Inputs,
  { from, to, points }: { readonly from: string; readonly to: string; readonly points: number },
): readonly CurvePoint[] {
  const name = curveInput(plan)
  const places = minorUnits(plan.policy.currency)
  const width = decimal(to).minus(from)
  if (!width.greaterThan(0) || !(Number.isInteger(points) && points >= 2)) fail(badRange('range'))
  const even = Array.from({ length: points }, (_, i) =>
    width
      .times(i)
      .divToInt(points - 1)
      .plus(from)
      .toFixed(places),
  )
  const start = evaluate(plan.formula, { ...given, [name]: from })
  const unit = decimal(`1e-${places}`)
  const bounds = boundsOf(plan, start.inputs)
    .map((bound) => decimal(bound.from))
    .filter((bound) => bound.greaterThan(from) && bound.lessThanOrEqualTo(to))
    .flatMap((bound) => [bound.minus(unit).toFixed(places), bound.toFixed(places)])
  const amounts = [...new Set([...even, to, ...bounds].map((amount) => total([amount], places)))]
  return amounts
    .sort((a, b) => decimal(a).comparedTo(b))
    .map((amount) => ({ amount, pay: evaluate(plan.formula, { ...given, [name]: amount }).value }))
}

const axes = {
  en: { amount: 'Amount', pay: 'Commission' },
  'zh-CN': { amount: '业绩', pay: '提成' },
} as const

/**
 * A payout curve as a Vega-Lite specification (v6): a plain object to draw with any Vega renderer.
 * Its numbers are doubles, for the eye alone.
 *
 * @example
 * payoutChart(payoutCurve(plan, {}, { from: '0', to: '100000', points: 21 }), 'en')
 */
export function payoutChart(
  points: readonly CurvePoint[],
  locale: Locale,
): Readonly<Record<string, unknown>> {
  const { amount, pay } = axes[locale]
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: {
      values: points.map((point) => ({ amount: Number(point.amount), pay: Number(point.pay) })),
    },
    mark: { type: 'line', tooltip: true },
    encoding: {
      x: { field: 'amount', type: 'quantitative', title: amount },
      y: { field: 'pay', type: 'quantitative', title: pay },
    },
  }
}

/** The input over which a plan has one curve. */
function curveInput({ policy, formula }: Plan): string {
  const name = measureName(policy.measure)
  return Object.hasOwn(formula.inputs, name) ? name : fail(noCurve('plan', policy.id))
}

interface TierBound {
  readonly from: string
  readonly exclusive?: boolean | undefined
  readonly rate: string
}

/** Where each tier begins, as an amount. */
function boundsOf(
  { policy }: Plan,
  inputs: Readonly<Record<string, string>>,
): readonly TierBound[] {
  const { tiers, quota = '' } = policy
  if (tiers.kind !== 'marginal' && tiers.kind !== 'retroactive') return []
  const whole = tiers.of === 'quota' ? (inputs[quota] as string) : '1'
  return tiers.steps.flatMap(
    (step: Omit<TierBound, 'from'> & Partial<Record<'from', string | undefined>>) =>
      step.from === undefined ? [] : [{ ...step, from: decimal(step.from).times(whole).toFixed() }],
  )
}
