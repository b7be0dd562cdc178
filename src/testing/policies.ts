import fc from 'fast-check'
import type { PlanPolicy } from '../commission/index.js'
import type { ScorecardPolicy } from '../kpi/index.js'
import type { BookPolicy } from '../run/index.js'

/** What plans and scorecards are drawn to read, besides sales. */
const quota = 'quota'
const gateKpi = 'satisfaction'

const whole = (min: number, max: number) => fc.integer({ min, max }).map(String)
/** A part of one with so many places, from the smallest to one. */
const part = (places: number) =>
  fc.integer({ min: 1, max: 10 ** places }).map((value) => decimalText(value, places))
const rate = fc.integer({ min: 0, max: 200 }).map((value) => decimalText(value, 3))

function decimalText(value: number, places: number): string {
  const digits = String(value).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Bounds in strictly rising order, the first of them `first`. */
const bounds = (first: number, most: number) =>
  fc
    .uniqueArray(fc.integer({ min: first + 1, max: most }), { maxLength: 4 })
    .map((rest) => [first, ...rest.sort((a, b) => a - b)])

const tiers = fc.oneof(
  fc.record({ kind: fc.constant('flat' as const), rate }),
  fc.constantFrom('marginal' as const, 'retroactive' as const).chain((kind) =>
    bounds(0, 200_000).chain((from) =>
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
        currency: fc.constantFrom('CNY' as const, 'JPY' as const, 'BHD' as const),
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

const weights = [['1'], ['0.4', '0.6'], ['0.2', '0.3', '0.5'], ['0.1', '0.2', '0.3', '0.4']]

/** Levels in the order of the direction: better to the right. */
const levels = fc
  .tuple(fc.constantFrom('higher' as const, 'lower' as const), bounds(0, 99))
  .filter(([, from]) => from.length >= 3)
  .map(([direction, from]) => {
    const texts = from.slice(0, 3).map((value) => decimalText(value, 2))
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
  const kpis = fc.constantFrom(...weights).chain((parts) =>
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
  const bands = bounds(0, 120).map(([, ...from]) => [
    { coefficient: '0.0' },
    ...from.map((bound, i) => ({ from: String(bound), coefficient: decimalText(i + 5, 1) })),
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
 * Draws policy books that `parseBook` accepts: a department with a base salary, a bonus by a drawn
 * scorecard and commission by a drawn plan, and the rule that credits its people. With
 * {@link runDataOf} for the data, a whole run is drawn.
 *
 * @example
 * fc.assert(fc.property(bookPolicies(), (policy) => parseBook(policy).policy.id === 'drawn'))
 */
export function bookPolicies(): fc.Arbitrary<BookPolicy> {
  const since = <const T>(terms: T) => [{ from: '2020-01-01', reason: 'Drawn', terms }]
  const owned = { owner: 'Nobody' }
  const owners = { a: [{ person: 'ann', share: '1' }], b: [{ person: 'ben', share: '1' }] }
  return fc.record({ scorecard: scorecardPolicies(), plan: planPolicies() }).map(
    ({ scorecard, plan }): BookPolicy => ({
      id: 'drawn',
      currency: plan.currency,
      rounding: 'half-up',
      proration: { basis: 'calendar-days' },
      policies: [
        {
          kind: 'department',
          id: 'team',
          ...owned,
          versions: since({
            label: 'Team',
            components: [{ component: 'base', prorated: true }],
            bonus: { scorecard: 'drawn', prorated: true },
            commission: 'drawn',
          }),
        },
        { kind: 'scorecard', id: 'drawn', ...owned, versions: since(scorecard) },
        { kind: 'plan', id: 'drawn', ...owned, versions: since(plan) },
        {
          kind: 'crediting',
          id: 'sellers',
          ...owned,
          versions: since([{ credit: 'direct', by: 'seller', owners, unowned: 'skip' }]),
        },
      ],
    }),
  )
}
