import fc from 'fast-check'
import type { CardPolicy, CardSignal, Observation, RiskCard } from '../../attrition/index.js'
import { fixed, rising } from './draws.js'
import { figuresOf } from './figures.js'

const points = fc.integer({ min: 0, max: 100 })

/** So many numbers, none below the one before. */
const climbing = (numbers: fc.Arbitrary<number>, count: number) =>
  fc
    .array(numbers, { minLength: count, maxLength: count })
    .map((drawn) => drawn.sort((a, b) => a - b))

const numberSignal = fc
  .record({
    risk: fc.constantFrom('rises' as const, 'falls' as const),
    scale: fc.integer({ min: 0, max: 2 }),
    from: rising(0, 500).map(([, ...rest]) => rest),
  })
  .chain(({ risk, scale, from }) =>
    fc
      .record(
        {
          climbing: climbing(points, from.length + 1),
          exclusive: fc.tuple(...from.map(() => fc.boolean())),
          changeable: fc.boolean(),
          unknown: points,
        },
        { requiredKeys: ['climbing', 'exclusive', 'changeable'] },
      )
      .map(({ climbing: climbs, exclusive, ...drawn }) => {
        const own = risk === 'rises' ? climbs : climbs.toReversed()
        const bins = own.map((each, i) => {
          const bound = from[i - 1]
          return {
            ...(bound !== undefined && { from: fixed(bound, scale) }),
            ...(exclusive[i - 1] === true && { exclusive: true }),
            points: each,
          }
        })
        return { kind: 'number' as const, unit: 'count' as const, risk, scale, bins, ...drawn }
      }),
  )

const categorySignal = fc.record(
  {
    kind: fc.constant('category' as const),
    cases: fc.dictionary(fc.constantFrom('early', 'late', 'night'), points, { minKeys: 1 }),
    otherwise: points,
    changeable: fc.boolean(),
  },
  { requiredKeys: ['kind', 'cases', 'changeable'] },
)

/**
 * Draws risk cards that `parseCard` accepts: one to four signals, numbers whose risk rises or falls and
 * categories, with points for what is not known or without, a calibration and up to five bands.
 *
 * @example
 * fc.assert(fc.property(cardPolicies(), (policy) => parseCard(policy).score.unit === 'points'))
 */
export function cardPolicies(): fc.Arbitrary<CardPolicy> {
  const signal: fc.Arbitrary<DistributiveOmit<CardSignal, 'signal'>> = fc.oneof(
    { withCrossShrink: true },
    numberSignal,
    categorySignal,
  )
  const calibration = rising(0, 200).chain((scores) =>
    climbing(fc.integer({ min: 0, max: 10_000 }), scores.length).map((chances) =>
      scores.map((score, i) => ({ score, probability: fixed(chances[i] as number, 4) })),
    ),
  )
  const bands = rising(0, 200).map((starts) =>
    starts.map((from, i) => ({ band: `band${i + 1}`, ...(i > 0 && { from }) })),
  )
  return fc
    .record({ signals: fc.array(signal, { minLength: 1, maxLength: 4 }), calibration, bands })
    .map(({ signals, ...drawn }) => ({
      id: 'drawn',
      signals: signals.map((each, i) => ({ signal: `signal${i + 1}`, ...each })),
      ...drawn,
    }))
}

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never

/**
 * Draws people of the past that `parseObservations` accepts: up to eight, their signals near the bounds
 * of a card's bins, those that may be unknown left out at times.
 *
 * @example
 * fc.assert(fc.property(observationsOf(card), (people) => people.every(({ signals }) => riskOf(card, signals).score >= 0)))
 */
export function observationsOf(card: RiskCard): fc.Arbitrary<readonly Observation[]> {
  const names = card.policy.signals.map(({ signal }) => signal)
  const signals = figuresOf(card.score).map((row) =>
    Object.fromEntries(
      names
        .filter((name) => row[`${name}.known`] !== 'no')
        .map((name) => [name, row[name] as string]),
    ),
  )
  return fc
    .array(fc.record({ left: fc.boolean(), signals }), { maxLength: 8 })
    .map((drawn) => drawn.map((each, i) => ({ id: `p${i + 1}`, ...each })))
}
