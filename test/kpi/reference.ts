import type { ScorecardPolicy } from '../../src/kpi/index.js'
import { fromScaled } from '../../src/quantity/index.js'

/** The integer of a decimal text's smallest unit at 4 places. */
function units(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const size = BigInt(whole + fraction.padEnd(4, '0'))
  return text.startsWith('-') ? -size : size
}

/** `numerator / denominator` to the nearest whole number, halves up; neither is negative. */
function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator)
}

/** A KPI's score in millionths of a point. */
function kpiScore(
  { scores }: ScorecardPolicy,
  kpi: ScorecardPolicy['kpis'][number],
  measured: string,
): bigint {
  // Where lower is better, everything is turned round, so that higher is.
  const sign = kpi.direction === 'higher' ? 1n : -1n
  const x = sign * units(measured)
  const points = (['threshold', 'target', 'stretch'] as const).map(
    (level) => [sign * units(kpi[level]), units(scores[level])] as const,
  )
  const [first, middle, last] = points as [Point, Point, Point]
  if (x < first[0]) return 0n
  if (x >= last[0]) return last[1] * 100n
  const [low, high] = x < middle[0] ? [first, middle] : [middle, last]
  const run = high[0] - low[0]
  return halfUp((low[1] * run + (high[1] - low[1]) * (x - low[0])) * 100n, run)
}

type Point = readonly [at: bigint, score: bigint]

/** A scorecard's score in whole-number arithmetic: another way to the same figure. */
export function referenceScore(
  policy: ScorecardPolicy,
  measures: Readonly<Record<string, string | null>>,
): string {
  let points = 0n
  let weight = 0n
  for (const kpi of policy.kpis) {
    const measured = measures[kpi.kpi]
    if (typeof measured === 'string') points += units(kpi.weight) * kpiScore(policy, kpi, measured)
    if (typeof measured === 'string' || policy.missing === 'zero') weight += units(kpi.weight)
  }
  const { places } = policy.score
  return fromScaled(halfUp(points * 10n ** BigInt(places), weight * 1_000_000n), places)
}
