import {
  add,
  check,
  constant,
  type Expression,
  type Formula,
  input,
  interpolate,
  match,
  named,
  step,
} from '../formula/index.js'
import { type CardPolicy, type CardSignal, parseCardPolicy } from './schema.js'

/** A points card: the policy as it was written, and the three formulas it means. */
export interface RiskCard {
  readonly id: string
  readonly policy: CardPolicy
  /** The whole points of all signals together. */
  readonly score: Formula
  /** The probability of leaving that the calibration gives the score: a ratio of 4 places. */
  readonly probability: Formula
  /** The place of the band that the score falls in, a count from 0. */
  readonly level: Formula
}

/** The places of a probability: 0.0001 is a hundredth of a percent. */
export const probabilityPlaces = 4

/**
 * A points card that warns of who may leave, written in TypeScript.
 *
 * - Each signal adds the whole points of the bin or case that its value falls in; a bin begins at its
 *   `from`, or just above it where it is `exclusive`, and the first has none. Bins never go against
 *   the signal's `risk`, so more of a risk signal never lowers the score.
 * - `unknown` gives the points of a number that is not known; without it the number must be given. A
 *   category that is no case adds `otherwise`; without it such a category is refused.
 * - The score is the sum. Its probability lies on straight lines between the points of `calibration`,
 *   flat outside them, with 4 places, half-up. Its band begins at `from`.
 *
 * All three are formulas, so `explain`, `analyze`, `compile` and SQL work on them.
 *
 * Throws a `PolicyError` with every problem and its path: also for a signal whose name or label speaks
 * of a protected attribute, unless it is `permitted`.
 *
 * @example
 * const stale = { signal: 'monthsSinceRise', kind: 'number', unit: 'count', scale: 0, risk: 'rises', changeable: true, bins: [{ points: 0 }, { from: '18', points: 12 }] } as const
 * card({ id: 'early', signals: [stale], calibration: [{ score: 0, probability: '0.05' }, { score: 12, probability: '0.20' }], bands: [{ band: 'low' }, { band: 'watch', from: 10 }] }).score.unit //=> 'points'
 */
export function card(policy: CardPolicy): RiskCard {
  return parseCard(policy)
}

/**
 * A points card from untrusted JSON; see {@link card}. Throws a `PolicyError` with every problem and
 * its path.
 *
 * @example
 * const early = parseCard(JSON.parse(text))
 * Object.keys(early.score.inputs) //=> ['monthsSinceRise']
 */
export function parseCard(json: unknown): RiskCard {
  const policy = parseCardPolicy(json)
  const { id, calibration, bands, label = { en: 'Score', 'zh-CN': '风险得分' }, clause } = policy
  const score = named(label, add(...policy.signals.map(pointsOf)), clause)
  const curve = calibration.map((point) => ({ at: `${point.score}`, value: point.probability }))
  const levels = bands.map(({ from }, i) => ({
    ...(from !== undefined && { from: `${from}` }),
    value: `${i}`,
  }))
  return Object.freeze({
    id,
    policy,
    score: check(score),
    probability: check(
      named(
        { en: 'Probability of leaving', 'zh-CN': '离职概率' },
        interpolate(score, curve, { places: probabilityPlaces, rounding: 'half-up' }),
      ),
    ),
    level: check(named({ en: 'Level', 'zh-CN': '等级' }, step(score, levels, 'count'))),
  })
}

/** The input that says whether a number is known: `yes` or `no`. */
export function knownName(signal: string): string {
  return `${signal}.known`
}

function pointsOf(signal: CardSignal): Expression {
  const { label = signal.signal } = signal
  return named(label, signal.kind === 'number' ? binPoints(signal) : casePoints(signal))
}

function binPoints({ signal, label, unit, scale, bins, unknown }: NumberCard): Expression {
  const value = input(signal, unit, scale, label)
  const bands = bins.map(({ points, ...bound }) => ({ ...bound, value: `${points}` }))
  const known = step(value, bands, 'points')
  return unknown === undefined
    ? known
    : match(knownName(signal), { yes: known, no: constant(`${unknown}`, 'points') })
}

function casePoints({ signal, label, cases, otherwise }: CategoryCard): Expression {
  const points = Object.entries(cases).map(
    ([name, value]) => [name, constant(`${value}`, 'points')] as const,
  )
  const rest = otherwise === undefined ? undefined : constant(`${otherwise}`, 'points')
  return { ...match(signal, Object.fromEntries(points), rest), ...(label && { label }) }
}

/** A card's signal whose value is a number, and one whose value is a category. */
export type NumberCard = Extract<CardSignal, { readonly kind: 'number' }>
export type CategoryCard = Extract<CardSignal, { readonly kind: 'category' }>
