import { type Analysis, shiftGain, splitGain } from '../../formula/index.js'
import { inputsIn } from '../../formula/internal.js'
import { decimal, total } from '../../quantity/index.js'
import { byDeal } from '../by-deal.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import type { Finding, Found } from './finding.js'
import { shift, split } from './rule-findings.js'
import type { View } from './views.js'
import { moneyText, writeFor } from './written.js'

/** What can be gained by moving sales between periods, or by splitting a deal that is paid by itself. */
export function gainFindings(policy: PlanPolicy, view: View): readonly Finding[] {
  if (!view.deal && (policy.measuring ?? 'period') !== 'period') return []
  return [view.reached, ...view.others].flatMap((analysis) => {
    const ends = endsOf(analysis)
    const gains = view.deal
      ? splitsIn(policy, view, analysis, ends)
      : shiftsIn(policy, view, analysis, ends)
    return gains.map((finding) => ({ ...finding, given: analysis.given }))
  })
}

/** The amounts above zero where a straight piece of a curve begins or ends. */
export function endsOf(analysis: Analysis): readonly string[] {
  return analysis.pieces
    .flatMap((piece) => Object.values(inputsIn(analysis, piece)))
    .filter((end) => decimal(end).greaterThan(0))
}

function shiftsIn(
  policy: PlanPolicy,
  view: View,
  analysis: Analysis,
  ends: readonly string[],
): readonly Found[] {
  const gains = ends
    .flatMap((end) => [
      { first: end, second: end },
      { first: twice(end), second: '0' },
    ])
    .map((start) => ({ start, ...shiftGain(analysis, start) }))
  return best(gains).map(({ start, amount, gain }) =>
    shift(writeFor(policy, view), {
      ...start,
      moved: amount.replace('-', ''),
      cost: moneyText(policy, gain),
    }),
  )
}

function splitsIn(
  policy: PlanPolicy,
  view: View,
  analysis: Analysis,
  ends: readonly string[],
): readonly Found[] {
  const gains = ends
    .flatMap((end) => [end, twice(end)])
    .map((whole) => ({ whole, ...splitGain(analysis, { amount: whole }) }))
  return best(gains).map(({ whole, parts, gain }) => {
    const [part, rest] = parts as [string, string]
    const cost = moneyText(policy, gain)
    return split(writeFor(policy, view), byDeal(policy) as string, {
      whole,
      part,
      rest,
      cost,
    })
  })
}

function twice(end: string): string {
  return total([end, end], 0)
}

/** The one that gains most, where that is more than roundings can make. */
function best<T extends { readonly gain: string; readonly deviation: string }>(
  gains: readonly T[],
): readonly T[] {
  const [first, ...rest] = gains.filter(({ gain, deviation }) =>
    decimal(gain).greaterThan(deviation),
  )
  return first === undefined
    ? []
    : [rest.reduce((a, b) => (decimal(b.gain).greaterThan(a.gain) ? b : a), first)]
}
