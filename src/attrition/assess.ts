import {
  anything,
  checkOptions,
  type Localized,
  optional,
  options,
  type Problem,
  refuse,
  repeatedIds,
  text,
} from '../problem/index.js'
import {
  auc,
  brier,
  type CalibrationBin,
  calibrationCurve,
  calibrationError,
  lift,
  logLoss,
} from '../statistics/index.js'
import type { Prediction } from './calibrate.js'
import { attributeProblems } from './history.js'
import { personDecides } from './notes.js'
import { predictionsOption, probabilityOption } from './options.js'
import { inOrder, tallyOf } from './people.js'
import { nobody, repeatedPerson } from './problems.js'

/** How good predictions are. */
export interface Accuracy {
  readonly people: number
  readonly left: number
  /** The mean of the probabilities: what was expected to leave. */
  readonly expected: number
  /** `undefined` where nobody left, or everybody did. */
  readonly auc: number | undefined
  readonly brier: number
  /** `undefined` where it has no bound: where a probability of exactly 0 or 1 was wrong. */
  readonly logLoss: number | undefined
  /** How many were given a probability of exactly 0 or 1, and turned out otherwise. */
  readonly certainErrors: number
  /** Predicted beside observed shares, by tenths of the probability. */
  readonly curve: readonly CalibrationBin[]
  readonly calibrationError: number
  /** Of the tenth with the highest probabilities; `undefined` where nobody left. */
  readonly lift: number | undefined
}

/** The same for everybody who shares an attribute, and how often it is flagged. */
export interface GroupAccuracy extends Accuracy {
  readonly group: string
  /** How many have a probability of `flaggedFrom` or more, and their share of the group. */
  readonly flagged: number
  readonly flaggedShare: number
  /** That share over the highest of any group; `undefined` where nobody is flagged. */
  readonly impactRatio: number | undefined
  /** Whether the ratio is below 4/5, decided on whole numbers. */
  readonly adverse: boolean
}

/** How good predictions are, for all and by group. */
export interface Assessment extends Accuracy {
  readonly groups: readonly GroupAccuracy[]
  /** That its figures decide nothing. */
  readonly decision: Localized
}

/**
 * How good predictions are: AUC, Brier score, log loss, calibration, and lift, in binary floating point
 * and in any order the same; and by group of each attribute that is asked for, with the adverse-impact
 * ratio of being flagged and the four-fifths rule (29 CFR 1607.4 D). That ratio says who would be
 * treated unlike, whether the treatment is welcome or not; groups of few people swing by chance.
 *
 * Throws a `PolicyError` for no people, probabilities that are none, and people without the attribute.
 *
 * @example
 * assess({ predictions: [{ id: '1', left: true, probability: 0.9 }, { id: '2', left: false, probability: 0.2 }] }).auc //=> 1
 */
export function assess(request: {
  readonly predictions: readonly Prediction[]
  readonly by?: { readonly attribute: string; readonly flaggedFrom: number }
}): Assessment {
  const { by } = request
  checkOptions(request, {
    predictions: predictionsOption,
    by: optional(options({ attribute: text, flaggedFrom: anything })),
  })
  refuse(problemsOf(request))
  const predictions = inOrder(request.predictions)
  return {
    ...accuracyOf(predictions),
    groups: by === undefined ? [] : groupsOf(predictions, by),
    decision: personDecides,
  }
}

/** The parts of the calibration curve, and the part of people that lift looks at: tenths. */
const parts = 10

function accuracyOf(predictions: readonly Prediction[]): Accuracy {
  const { rows: people, left } = tallyOf(predictions)
  const probabilities = predictions.map(({ probability }) => probability)
  const rows = { probabilities, outcomes: predictions.map((each) => each.left) }
  const curve = calibrationCurve(rows, parts)
  return {
    people,
    left,
    expected: probabilities.reduce((sum, each) => sum + each, 0) / people,
    auc: auc(rows),
    brier: brier(rows),
    logLoss: logLoss(rows),
    certainErrors: predictions.filter(isCertainError).length,
    curve,
    calibrationError: calibrationError(curve),
    lift: lift(rows, 1 / parts),
  }
}

function isCertainError({ left, probability }: Prediction): boolean {
  return probability === (left ? 0 : 1)
}

function groupsOf(
  predictions: readonly Prediction[],
  { attribute, flaggedFrom }: { readonly attribute: string; readonly flaggedFrom: number },
): readonly GroupAccuracy[] {
  const groupOf = ({ attributes }: Prediction) => attributes?.[attribute] as string
  const groups = [...new Set(predictions.map(groupOf))].sort().map((group) => {
    const members = predictions.filter((each) => groupOf(each) === group)
    const flagged = members.filter(({ probability }) => probability >= flaggedFrom).length
    return { group, members, flagged, share: flagged / members.length }
  })
  const most = groups.reduce((a, b) => (b.share > a.share ? b : a))
  return groups.map(({ group, members, flagged, share }) => ({
    group,
    ...accuracyOf(members),
    flagged,
    flaggedShare: share,
    impactRatio: most.flagged === 0 ? undefined : share / most.share,
    adverse: 5 * flagged * most.members.length < 4 * most.flagged * members.length,
  }))
}

function problemsOf({ predictions, by }: Parameters<typeof assess>[0]): readonly Problem[] {
  return [
    ...(predictions.length === 0 ? [nobody('predictions')] : []),
    ...repeatedIds('predictions', predictions, 'id', repeatedPerson),
    ...(by === undefined
      ? []
      : [
          ...probabilityOption(by.flaggedFrom, 'by.flaggedFrom'),
          ...attributeProblems(predictions, by.attribute, 'predictions'),
        ]),
  ]
}
