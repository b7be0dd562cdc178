import fc from 'fast-check'
import type { PlanPolicy } from '../../commission/index.js'
import { currencies, part, rate, rising, whole } from './draws.js'

/** What plans are drawn to read, besides sales. */
const quota = 'quota'
const kpi = 'satisfaction'

type Tiers = PlanPolicy['tiers']
type Condition = Extract<NonNullable<PlanPolicy['gate']>, { readonly kpi: string }>
type Curve = NonNullable<PlanPolicy['modifiers']>[number]['curve']

const steps = rising(0, 200_000).chain((from) =>
  fc
    .tuple(...from.map(() => rate))
    .map((rates) => from.map((bound, i) => ({ from: String(bound), rate: rates[i] as string }))),
)

/** One comparison of the KPI, whichever way it looks. */
const comparison: fc.Arbitrary<Condition> = fc
  .tuple(fc.constantFrom('atLeast' as const, 'atMost' as const, 'above' as const), part(2))
  .map(([sense, value]) => ({ kpi, [sense]: value }))

/** One comparison, or several joined. */
const condition: fc.Arbitrary<NonNullable<PlanPolicy['gate']>> = fc.oneof(
  { withCrossShrink: true },
  part(2).map((atLeast) => ({ kpi, atLeast })),
  comparison,
  fc.tuple(comparison, comparison).map((all) => ({ all })),
  fc.tuple(comparison, comparison).map((any) => ({ any })),
  comparison.map((not) => ({ not })),
)

/** Factors that rise with the KPI, in steps or along lines. */
const curve: fc.Arbitrary<Curve> = fc
  .record({
    kind: fc.constantFrom('stepped' as const, 'linear' as const),
    below: fc.constantFrom('first' as const, 'zero' as const),
    points: rising(0, 150).chain((at) =>
      rising(0, 200).map((factors) =>
        at.map((bound, i) => ({
          at: (bound / 100).toFixed(2),
          factor: (((factors[i % factors.length] as number) + 100 * i) / 100).toFixed(2),
        })),
      ),
    ),
  })
  .map((drawn) => drawn as Curve)

const tiers: fc.Arbitrary<Tiers> = fc.oneof(
  { withCrossShrink: true },
  fc.record({ kind: fc.constant('flat' as const), rate }),
  fc.record({ kind: fc.constantFrom('marginal' as const, 'retroactive' as const), steps }),
  fc.record({
    kind: fc.constant('retroactive' as const),
    of: fc.constant({ kpi }),
    steps: fc
      .tuple(rate, rate)
      .map((rates) => rates.map((own, i) => ({ ...(i > 0 && { from: '0.8' }), rate: own }))),
  }),
  fc
    .record({ linear: fc.boolean(), cells: fc.tuple(rate, rate, rate, rate) })
    .map(({ linear, cells: [a, b, c, d] }) => ({
      kind: 'grid' as const,
      ...(linear && { between: 'linear' as const }),
      kpi,
      rows: [linear ? { from: '0.5' } : {}, { from: '1' }],
      columns: [linear ? { from: '0.6' } : {}, { from: '0.9' }],
      rates: [
        [a, b],
        [c, d],
      ],
    })),
  fc.record({
    kind: fc.constant('stages' as const),
    stages: fc.array(fc.record({ when: condition, rate }), { minLength: 1, maxLength: 3 }),
  }),
  steps.map((drawn) => ({
    kind: 'formula' as const,
    earns: {
      op: 'marginal' as const,
      x: { op: 'input' as const, name: 'sales', unit: 'money:CNY' as const, scale: 2 },
      tiers: drawn,
      rateUnit: 'ratio' as const,
    },
  })),
)

/**
 * Draws commission plans that `parsePlan` accepts: flat, marginal and retroactive tiers, grids, stages and a
 * formula, with or without a gate of one condition or several, a factor, an accelerator above a quota, a
 * kicker, a floor and a cap. Shrinks toward a flat plan of nothing.
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
        gate: fc.tuple(condition, fc.option(part(1), { nil: undefined })).map(([own, keeps]) => ({
          ...own,
          ...(keeps !== undefined && { keeps }),
        })),
        accelerator: fc.record({
          steps: fc.tuple(part(1), part(1)).map(([factor, more]) => [
            { from: '1', factor },
            { from: '1.5', factor: more },
          ]),
        }),
        modifiers: curve.map((own) => [{ kpi, curve: own }]),
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
      ...((drawn.accelerator !== undefined || drawn.tiers.kind === 'grid') && { quota }),
      ...drawn,
    }))
}
