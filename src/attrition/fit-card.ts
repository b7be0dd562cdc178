import { boundProblems } from '../formula/internal.js'
import {
  anything,
  at,
  checkOptions,
  having,
  type Label,
  type Localized,
  list,
  type Problem,
  refuse,
} from '../problem/index.js'
import { isProblem, readDecimal } from '../quantity/index.js'
import { interceptFor, probabilityOf } from '../statistics/index.js'
import { card, probabilityPlaces, type RiskCard } from './card.js'
import { historyProblems } from './history.js'
import { collinearNotes } from './logistic-model.js'
import { fewNotes, leftOut, type Note, personDecides, separatedFit } from './notes.js'
import {
  binsOption,
  cardPenaltyOption,
  historyOption,
  pointsToDoubleOption,
  signalsOption,
} from './options.js'
import { inOrder, tallyOf } from './people.js'
import { notAProbability, nothingTells, tooManyPoints } from './problems.js'
import {
  type CardPolicy,
  type CardSignal,
  mostPoints,
  type Observation,
  type Signal,
} from './schema.js'
import { kept, type Scored, weigh } from './weigh.js'

/** A band of a fitted card; the first has no `from`. */
export interface BandFrom {
  readonly band: string
  readonly label?: Label
  /** The probability of leaving that it begins at, a decimal. */
  readonly from?: string
}

/** What a card is fitted from. */
export interface CardRequest {
  readonly id: string
  readonly label?: Label
  readonly history: readonly Observation[]
  readonly signals: readonly Signal[]
  /** The most bins that a number is cut into, such as 5. */
  readonly bins: number
  /** The ridge penalty on the weights of the signals, above zero. */
  readonly penalty: number
  /** How many points double the odds of leaving, such as 10. */
  readonly pointsToDouble: number
  readonly bands: readonly BandFrom[]
}

/** A fitted card, and what to know about the fit. */
export interface FittedCard {
  readonly card: RiskCard
  readonly notes: readonly Note[]
  /** That its figures decide nothing. */
  readonly decision: Localized
}

/**
 * A points card of who left. Numbers are cut into bins that never go against their declared risk, each
 * bin and case is weighed by its evidence, and a ridge logistic fit weighs the signals. One whose weight
 * is not above zero goes against its declared risk or tells nothing new: it is left out, as is one
 * whose points would all be 0. Weight × evidence becomes whole points, the least of each signal 0, so
 * that `pointsToDouble` points double the odds.
 *
 * The probability of a score is that of the log odds `base + score × ln 2 / pointsToDouble`, the base
 * such that the probabilities of the history add up to those who left. A band begins at the lowest
 * score whose probability reaches its `from`, and one point at least above the band before.
 *
 * The same history in any order gives the same card. Throws a `PolicyError` with every problem of the
 * request and the history (bins from 2 to 1,000, points to double from 1 to 1,000), where no signal
 * tells anything, and where a card would have more than 10,000 points.
 *
 * @example
 * fitCard({ id: 'early', history, signals: [signals.monthsSinceRise], bins: 5, penalty: 1, pointsToDouble: 10, bands: [{ band: 'low' }, { band: 'watch', from: '0.25' }] }).card.policy.signals.length //=> 1
 */
export function fitCard(request: CardRequest): FittedCard {
  const { id, label, signals, bins, penalty, pointsToDouble } = request
  checkOptions(request, options)
  refuse(problemsOf(request))
  const history = inOrder(request.history)
  const outcomes = history.map((person) => person.left)
  const weighed = signals.map((signal) => weigh(history, signal, bins))
  const unit = pointsToDouble / Math.LN2
  const { scored, separated } = kept(weighed, outcomes, penalty, unit)
  refuse(scored.length === 0 ? [nothingTells()] : [])
  const highest = scored.reduce((sum, { points }) => sum + Math.max(...points), 0)
  refuse(highest > mostPoints ? [tooManyPoints('pointsToDouble', highest, mostPoints)] : [])
  const scores = history.map((_, i) =>
    scored.reduce((sum, { points, places }) => sum + (points[places[i] as number] as number), 0),
  )
  const { left } = tallyOf(history)
  const base = interceptFor(
    scores.map((score) => score / unit),
    left,
  )
  const calibration = Array.from({ length: highest + 1 }, (_, score) => ({
    score,
    probability: probabilityOf(base + score / unit).toFixed(probabilityPlaces),
  }))
  const names = new Set(scored.map(({ signal }) => signal))
  return {
    card: card({
      id,
      ...(label !== undefined && { label }),
      signals: scored.map(cardSignal),
      calibration,
      bands: bandsOf(request.bands, calibration),
    }),
    notes: [
      ...fewNotes(left, signals.length),
      ...(separated ? [separatedFit()] : []),
      ...collinearNotes(
        history.length,
        scored.map(({ column }) => column),
      ),
      ...weighed
        .filter(({ signal }) => !names.has(signal))
        .map(({ signal }) => leftOut(signal.signal)),
    ],
    decision: personDecides,
  }
}

/** The signal of a card, neighbouring bins of the same points made one. */
function cardSignal({ signal, groups, points, average }: Scored): CardSignal {
  if (signal.kind === 'category')
    return {
      ...signal,
      cases: Object.fromEntries(groups.map(({ name }, i) => [name, points[i] as number])),
      otherwise: average,
    }
  const bins = groups.map(({ name }, i) => ({
    ...(i > 0 && { from: name }),
    points: points[i] as number,
  }))
  return { ...signal, bins: bins.filter((bin, i) => bin.points !== bins[i - 1]?.points) }
}

function bandsOf(
  bands: readonly BandFrom[],
  calibration: CardPolicy['calibration'],
): CardPolicy['bands'] {
  let before = 0
  return bands.map(({ from, ...band }) => {
    if (from === undefined) return band
    const reached = calibration.findIndex(({ probability }) => Number(probability) >= Number(from))
    before = Math.max(before + 1, reached < 0 ? calibration.length : reached)
    return { ...band, from: before }
  })
}

/** The shape of a request: what is wrong with its figures is told with what is wrong with the history. */
const options = {
  id: anything,
  label: anything,
  history: historyOption,
  signals: signalsOption,
  bins: anything,
  penalty: anything,
  pointsToDouble: anything,
  bands: list(having({})),
}

function problemsOf(request: CardRequest): readonly Problem[] {
  const { history, signals, bins, penalty, pointsToDouble, bands } = request
  return [
    ...binsOption(bins, 'bins'),
    ...cardPenaltyOption(penalty, 'penalty'),
    ...pointsToDoubleOption(pointsToDouble, 'pointsToDouble'),
    ...boundProblems(bands, 'bands', 'open'),
    ...bands.flatMap(({ from = '0' }, i) => {
      const value = readDecimal(from, '')
      // What is no number at all is named with the bounds.
      return isProblem(value) || (value.greaterThanOrEqualTo(0) && value.lessThanOrEqualTo(1))
        ? []
        : [notAProbability(at(at('bands', i), 'from'))]
    }),
    ...historyProblems(history, signals),
  ]
}
