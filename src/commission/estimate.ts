import { type Analysis, analyze, evaluate, type LinePiece } from '../formula/index.js'
import { inputsIn } from '../formula/internal.js'
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

/** The next tier: where it begins, what it earns of each further unit, and how much is missing to it. */
export interface NextTier {
  readonly from: string
  readonly rate: string
  readonly missing: string
}

/**
 * How far it is to the next tier: to the first amount from which more of the measure earns at another
 * rate, as tiers, accelerators, gates, floors and caps together make it. `undefined` where no more is
 * to come, or nothing but a cap.
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
  const analysis = curveOf(plan, inputs, { from: amount })
  const [now, ...later] = analysis.pieces as readonly [LinePiece, ...LinePiece[]]
  const next = later.find(({ slope }) => slope !== now.slope && decimal(slope).greaterThan(0))
  if (next === undefined) return undefined
  const from = inputsIn(analysis, next).first as string
  return {
    from: total([from], places),
    rate: next.slope,
    missing: difference(from, amount, places),
  }
}

/** A point of a payout curve: what an amount of the measure pays. */
export interface CurvePoint {
  readonly amount: string
  readonly pay: string
}

/** More points than any screen draws. */
const mostPoints = 10_000

/**
 * The payout curve between two amounts: evenly spaced points, and each corner and jump within them, of
 * tiers, accelerators, gates, kickers, floors and caps, as the last amount before it and the first one
 * after it, so that nothing is smoothed away. The other inputs stay as given.
 *
 * Throws a `PolicyError` for what `evaluate` refuses, a range that does not rise, fewer than two points
 * or more than 10,000, and for a plan by category or by deal.
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
  const payOf = (amount: string) => evaluate(plan.formula, { ...given, [name]: amount }).value
  for (const end of [from, to]) payOf(end)
  const width = decimal(to).minus(from)
  const drawn = Number.isInteger(points) && points >= 2 && points <= mostPoints
  if (!width.greaterThan(0) || !drawn) fail(badRange('range', mostPoints))
  const even = Array.from({ length: points }, (_, i) =>
    width
      .times(i)
      .divToInt(points - 1)
      .plus(from)
      .toFixed(places),
  )
  const analysis = curveOf(plan, given, { from, to })
  const corners = analysis.pieces.flatMap((piece) => Object.values(inputsIn(analysis, piece)))
  const amounts = [...new Set([...even, to, ...corners].map((amount) => total([amount], places)))]
  return amounts
    .sort((a, b) => decimal(a).comparedTo(b))
    .map((amount) => ({ amount, pay: payOf(amount) }))
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
export function curveInput({ policy, formula, deal }: Plan): string {
  const name = measureName(policy.measure)
  const isOne = deal === undefined && Object.hasOwn(formula.inputs, name)
  return isOne ? name : fail(noCurve('plan', policy.id))
}

/** The straight pieces of a plan over its measure, with the other inputs as given. */
function curveOf(
  plan: Plan,
  inputs: Inputs,
  domain: { readonly from: string; readonly to?: string },
): Analysis {
  const over = curveInput(plan)
  const { [over]: _, ...given } = inputs
  return analyze(plan.formula, { over, given, domain })
}
