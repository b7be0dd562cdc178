import fc from 'fast-check'
import type { PlanPolicy } from '../commission/index.js'
import type { ScorecardPolicy } from '../kpi/index.js'
import { currencies, fixed, part, rate, rising, sharesOfOne, whole } from './draws.js'

/** What plans and scorecards are drawn to read, besides sales. */
const quota = 'quota'
const gateKpi = 'satisfaction'

const tiers = fc.oneof(
  { withCrossShrink: true },
  fc.record({ kind: fc.constant('flat' as const), rate }),
  fc.constantFrom('marginal' as const, 'retroactive' as const).chain((kind) =>
    rising(0, 200_000).chain((from) =>
      fc.tuple(...from.map(() => rate)).map((rates) => ({
        kind,
        steps: from.map((bound, i) => ({ from: String(bound), rate: rates[i] as string })),
      })),
    ),
  ),
)

/**
 * Draws commission plans that `parsePlan` accepts: flat, marginal and retroactive tiers, with or without
 * a gate, an accelerator above a quota, a kicker, a floor and a cap. Shrinks toward a flat plan of
 * nothing.
 *
 * @example
 * fc.assert(fc.property(planPolicies(), (policy) => checkPolicy(parsePlan(policy), { laws: ['engine-equal'] }).holds))
 */
export function planPolicies(): fc.Arbitrary<PlanPolicy> {
  return fc
    .record(
      {
        tiers,
        currency: currencies,
        gate: fc.record(
          { kpi: fc.constant(gateKpi), atLeast: part(2), keeps: part(1) },
          { requiredKeys: ['kpi', 'atLeast'] },
        ),
        accelerator: fc.record({
          steps: fc.tuple(part(1), part(1)).map(([factor, more]) => [
            { from: '1', factor },
            { from: '1.5', factor: more },
          ]),
        }),
        kickers: fc
          .record({ atLeast: part(1), pays: whole(1, 5_000) })
          .map((kicker) => [{ kpi: 'sales', of: quota, ...kicker }]),
        floor: whole(0, 1_000),
        cap: whole(1_001, 20_000),
      },
      { requiredKeys: ['tiers', 'currency'] },
    )
    .map((drawn) => ({
      id: 'drawn',
      period: 'month',
      measure: { sum: 'sales' },
      ...(drawn.accelerator !== undefined && { quota }),
      ...drawn,
    }))
}

/** Levels in the order of the direction: better to the right. */
const levels = fc
  .tuple(fc.constantFrom('higher' as const, 'lower' as const), rising(0, 99))
  .filter(([, from]) => from.length >= 3)
  .map(([direction, from]) => {
    const texts = from.slice(0, 3).map((value) => fixed(value, 2))
    const [threshold, target, stretch] = direction === 'higher' ? texts : texts.toReversed()
    return { direction, threshold, target, stretch } as {
      readonly direction: 'higher' | 'lower'
      readonly threshold: string
      readonly target: string
      readonly stretch: string
    }
  })

/**
 * Draws scorecards that `parseScorecard` accepts: one to four KPIs on lines, higher or lower, each rule
 * for missing data, up to five bands whose coefficients rise.
 *
 * @example
 * fc.assert(fc.property(scorecardPolicies(), (policy) => checkPolicy(parseScorecard(policy), { laws: ['monotone'] }).holds))
 */
export function scorecardPolicies(): fc.Arbitrary<ScorecardPolicy> {
  const kpis = sharesOfOne.chain((parts) =>
    fc.tuple(...parts.map(() => levels)).map((drawn) =>
      drawn.map((line, i) => ({
        kpi: `kpi${i}`,
        unit: 'ratio',
        scale: 2,
        ...line,
        weight: parts[i] as string,
      })),
    ),
  )
  const bands = rising(0, 120).map(([, ...from]) => [
    { coefficient: '0.0' },
    ...from.map((bound, i) => ({ from: String(bound), coefficient: fixed(i + 5, 1) })),
  ])
  return fc
    .record({ missing: fc.constantFrom('fail', 'zero', 'redistribute'), kpis, bands })
    .map((drawn) => ({
      id: 'drawn',
      scores: { threshold: '60', target: '100', stretch: '120' },
      ...drawn,
      score: { places: 1, rounding: 'half-up' },
    })) as fc.Arbitrary<ScorecardPolicy>
}
