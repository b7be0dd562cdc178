import fc from 'fast-check'
import type { ScorecardKpi, ScorecardPolicy } from '../../src/kpi/index.js'
import { fromScaled } from '../../src/quantity/index.js'

/**
 * Customer service by the benchmarks of haishop.cn, knowledge 11518: fair, good and excellent are a
 * first response within 120, 90 and 60 s, a satisfaction of 80, 85 and 90 %, and a first-contact
 * resolution of 70, 78 and 85 %. Weights and scores are ours.
 */
export const service = {
  id: 'service',
  missing: 'fail',
  scores: { threshold: '60', target: '100', stretch: '120' },
  kpis: [
    {
      kpi: 'first_response',
      label: { en: 'First response', 'zh-CN': '首次响应' },
      unit: 'duration:second',
      scale: 0,
      direction: 'lower',
      weight: '0.3',
      threshold: '120',
      target: '90',
      stretch: '60',
    },
    {
      kpi: 'satisfaction',
      unit: 'ratio',
      scale: 4,
      direction: 'higher',
      weight: '0.4',
      threshold: '0.80',
      target: '0.85',
      stretch: '0.90',
    },
    {
      kpi: 'resolution',
      unit: 'ratio',
      scale: 4,
      direction: 'higher',
      weight: '0.3',
      threshold: '0.70',
      target: '0.78',
      stretch: '0.85',
    },
  ],
  score: { places: 1, rounding: 'half-up' },
  bands: [
    { coefficient: '0' },
    { from: '60', coefficient: '0.8' },
    { from: '90', coefficient: '1.0' },
    { from: '110', exclusive: true, coefficient: '1.3' },
  ],
} as const satisfies ScorecardPolicy

/** One KPI in points that scores what was measured, from 60 to 120. */
export const single = {
  ...service,
  kpis: [
    {
      kpi: 'audit',
      unit: 'points',
      scale: 2,
      direction: 'higher',
      weight: '1',
      threshold: '60',
      target: '100',
      stretch: '120',
    },
  ],
} as const satisfies ScorecardPolicy

/** Scale of the levels and measures of arbitrary cards. */
const scale = 2
const levelUnits = fc
  .uniqueArray(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 3, maxLength: 3 })
  .map((units) => units.sort((a, b) => a - b).map((unit) => fromScaled(BigInt(unit), scale)))

const levels = (texts: readonly string[]) => {
  const [threshold = '', target = '', stretch = ''] = texts
  return { threshold, target, stretch }
}

const anyKpi = fc
  .record({ units: levelUnits, direction: fc.constantFrom('higher', 'lower') })
  .map(({ units, direction }) => ({
    unit: 'count' as const,
    scale,
    direction,
    ...levels(direction === 'higher' ? units : units.toReversed()),
  }))

/** Positive hundredths that add up to 1. */
function weightsFor(parts: readonly number[]): readonly string[] {
  const rest = 100 - parts.slice(1).reduce((sum, part) => sum + part, 0)
  return [rest, ...parts.slice(1)].map((part) => fromScaled(BigInt(part), 2))
}

/** Scorecards of one to four KPIs, of every direction and rule but the one given. */
export function cards(
  missing: fc.Arbitrary<ScorecardPolicy['missing']>,
): fc.Arbitrary<ScorecardPolicy> {
  const kpis = fc.array(fc.tuple(anyKpi, fc.integer({ min: 1, max: 30 })), {
    minLength: 1,
    maxLength: 4,
  })
  const scores = fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { minLength: 3, maxLength: 3 })
  return fc.record({ kpis, scores, missing, places: fc.nat(3) }).map((drawn) => {
    const weights = weightsFor(drawn.kpis.map(([, weight]) => weight))
    return {
      ...service,
      missing: drawn.missing,
      scores: levels(drawn.scores.sort((a, b) => a - b).map(String)),
      kpis: drawn.kpis.map(
        ([kpi], i): ScorecardKpi => ({
          kpi: `k${i}`,
          ...kpi,
          weight: weights[i] as string,
        }),
      ),
      score: { places: drawn.places, rounding: 'half-up' },
    }
  })
}

/** What may be measured for a KPI, often on a level or one unit beside it. */
export function measurementOf(kpi: ScorecardKpi): fc.Arbitrary<string> {
  const near = [kpi.threshold, kpi.target, kpi.stretch].map((level) => Number(level) * 100)
  const beside = fc
    .record({ level: fc.constantFrom(...near), by: fc.integer({ min: -1, max: 1 }) })
    .map(({ level, by }) => Math.round(level) + by)
  return fc
    .oneof(beside, fc.integer({ min: -1_200, max: 1_200 }))
    .map((units) => fromScaled(BigInt(units), scale))
}

/** A card with a measurement of each KPI. */
export function measuredCards(missing: fc.Arbitrary<ScorecardPolicy['missing']>) {
  return cards(missing).chain((policy) =>
    fc.record({
      policy: fc.constant(policy),
      measures: fc.record(
        Object.fromEntries(policy.kpis.map((kpi) => [kpi.kpi, measurementOf(kpi)])),
      ),
    }),
  )
}
