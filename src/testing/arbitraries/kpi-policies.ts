import fc from 'fast-check'
import type { CascadePolicy, DistributionPolicy, ScorecardPolicy } from '../../kpi/index.js'
import { fixed, part, places, rising, sharesOfOne } from './draws.js'

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

/**
 * Draws cascades that `parseCascade` accepts: one to six nodes, each below one that stands before it.
 *
 * @example
 * fc.assert(fc.property(cascadePolicies(), (policy) => parseCascade(policy).nodes.length <= 6))
 */
export function cascadePolicies(): fc.Arbitrary<CascadePolicy> {
  const nodes = fc.integer({ min: 0, max: 5 }).chain((below) => {
    const parents = Array.from({ length: below }, (_, i) => fc.integer({ min: 0, max: i }))
    return fc
      .record({
        parents: fc.tuple(...parents),
        weights: fc.tuple(part(2), ...parents.map(() => part(2))),
      })
      .map(({ parents, weights }) =>
        weights.map((weight, i) => {
          const above = parents[i - 1]
          return {
            node: `node${i + 1}`,
            ...(above !== undefined && { parent: `node${above + 1}` }),
            weight,
          }
        }),
      )
  })
  return fc.record({ places, nodes }).map((drawn) => ({ id: 'drawn', ...drawn }))
}

/**
 * Draws forced distributions that `parseDistribution` accepts: one to four bands, with or without the
 * scores of teams that are too small to be forced.
 *
 * @example
 * fc.assert(fc.property(distributionPolicies(), (policy) => parseDistribution(policy).bands.length <= 4))
 */
export function distributionPolicies(): fc.Arbitrary<DistributionPolicy> {
  const bands = fc
    .record({ shares: sharesOfOne, scores: rising(0, 99), scored: fc.boolean() })
    .map(({ shares, scores, scored }) => {
      const from = scores.toReversed()
      return shares.map((share, i) => ({
        band: `band${i + 1}`,
        share,
        ...(scored && i < shares.length - 1 && { from: String(from[i] ?? 0) }),
      }))
    })
  return fc
    .record({
      bands,
      ties: fc.constantFrom('better' as const, 'worse' as const),
      smallestTeam: fc.integer({ min: 1, max: 10 }),
    })
    .map((drawn) => ({ id: 'drawn', ...drawn }))
}
