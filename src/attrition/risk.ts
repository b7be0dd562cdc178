import { type Evaluation, evaluate } from '../formula/index.js'
import { at, type Label, type Localized, refuse } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import { knownName, type RiskCard } from './card.js'
import { personDecides } from './notes.js'
import { unknownSignal } from './problems.js'
import type { Observation } from './schema.js'

/** A person's signals by name; `null` or absent where one is not known. */
export type Values = Readonly<Record<string, NumericInput | null | undefined>>

/** What one signal adds to a score. */
export interface Reason {
  readonly signal: string
  readonly label: Label
  /** The value as it was given; absent where it is not known. */
  readonly value?: string
  readonly points: number
}

/** How likely a person is to leave, by a card, and why. */
export interface Risk {
  readonly score: number
  /** A ratio of 4 places. */
  readonly probability: string
  readonly band: string
  /** The signals that add points, most first, equal ones in the order of the card. They sum to the score. */
  readonly reasons: readonly Reason[]
  /** The run of the score, for `explain`. */
  readonly evaluation: Evaluation
  /** That the figure decides nothing. */
  readonly decision: Localized
}

/**
 * A person's score, probability and band, with the reasons whose points sum to the score.
 *
 * Throws a `PolicyError` with every problem of the values: a signal that the card does not have, one
 * that is missing, a number that is none or has more places than its scale, an unlisted category.
 *
 * @example
 * riskOf(early, { monthsSinceRise: 20 }).reasons[0]?.points //=> 12
 */
export function riskOf(card: RiskCard, values: Values): Risk {
  const inputs = inputsOf(card, values)
  const evaluation = evaluate(card.score, inputs)
  const level = Number(evaluate(card.level, inputs).value)
  const points = pointsIn(evaluation)
  const reasons = card.policy.signals.map(({ signal, label = signal }, i): Reason => {
    const given = known(values, signal)
    return {
      signal,
      label,
      ...(given !== undefined && { value: evaluation.inputs[signal] as string }),
      points: points[i] as number,
    }
  })
  return {
    score: Number(evaluation.value),
    probability: evaluate(card.probability, inputs).value,
    band: (card.policy.bands[level] as RiskCard['policy']['bands'][number]).band,
    reasons: reasons.filter((each) => each.points > 0).sort((a, b) => b.points - a.points),
    evaluation,
    decision: personDecides,
  }
}

/**
 * The probability of leaving that a card gives a person's signals, as a number: for `calibrate`. Signals
 * that the card does not read are passed over.
 *
 * Throws a `PolicyError` as {@link riskOf} does.
 *
 * @example
 * cardProbability(early, { monthsSinceRise: '20' }) //=> 0.2
 */
export function cardProbability(card: RiskCard, signals: Observation['signals']): number {
  const read = card.policy.signals.map(({ signal }) => [signal, signals[signal]] as const)
  return Number(evaluate(card.probability, inputsOf(card, Object.fromEntries(read))).value)
}

/** The inputs of a card's formulas. Refuses a signal that the card does not have. */
function inputsOf({ policy }: RiskCard, values: Values): Record<string, NumericInput> {
  const names = policy.signals.map(({ signal }) => signal)
  refuse(
    Object.keys(values)
      .filter((name) => !names.includes(name))
      .map((name) => unknownSignal(at('inputs', name), name, names)),
  )
  return Object.fromEntries(
    policy.signals.flatMap((each): [string, NumericInput][] => {
      const { signal } = each
      const given = known(values, signal)
      const told: [string, NumericInput][] = given === undefined ? [] : [[signal, given]]
      if (each.kind === 'category' || each.unknown === undefined) return told
      // An input must hold something, also where its branch is not taken.
      return [
        [signal, given ?? '0'],
        [knownName(signal), given === undefined ? 'no' : 'yes'],
      ]
    }),
  )
}

function known(values: Values, signal: string): NumericInput | undefined {
  return Object.hasOwn(values, signal) ? (values[signal] ?? undefined) : undefined
}

/** What each signal added, in the order of the card: the parts of the sum inside the named score. */
export function pointsIn({ trace }: Evaluation): readonly number[] {
  const [sum] = trace.parts as readonly [Evaluation['trace']]
  return sum.parts.map(({ value }) => Number(value))
}
