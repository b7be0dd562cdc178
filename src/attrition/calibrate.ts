import { anything, checkOptions, type Localized, refuse, whole } from '../problem/index.js'
import { foldsOf } from './folds.js'
import { fewOutcomes } from './history.js'
import { personDecides } from './notes.js'
import { historyOption } from './options.js'
import { inOrder } from './people.js'
import type { Observation } from './schema.js'

/** A person, the probability of leaving that a fit gave, and what came of it. */
export interface Prediction {
  readonly id: string
  readonly left: boolean
  readonly probability: number
  /** For auditing alone. */
  readonly attributes?: Observation['attributes']
}

/** A fit to a whole history, and what fits that had not seen them said of its people. */
export interface Calibration<Fitted> {
  readonly fitted: Fitted
  /** In the order of the ids. */
  readonly predictions: readonly Prediction[]
  /** That its figures decide nothing. */
  readonly decision: Localized
}

/**
 * Fits a card or a model, and cross-validates it: each fold of people is predicted by a fit to the
 * other folds. The folds are stratified and fixed by a hash of the ids, so nothing is drawn at random
 * and order changes nothing. Give `predictions` to `assess`.
 *
 * Throws a `PolicyError` for fewer than 2 folds, and where there are fewer people who left, or stayed,
 * than folds; and whatever `fit` throws.
 *
 * @example
 * calibrate({ history, folds: 10, fit: (people) => fitLogistic({ history: people, signals, penalty: 1 }), predict: modelProbability }).predictions.length //=> 1470
 */
export function calibrate<Fitted>(request: {
  readonly history: readonly Observation[]
  readonly folds: number
  readonly fit: (history: readonly Observation[]) => Fitted
  readonly predict: (fitted: Fitted, signals: Observation['signals']) => number
}): Calibration<Fitted> {
  checkOptions(request, {
    history: historyOption,
    folds: whole(2),
    fit: anything,
    predict: anything,
  })
  const { folds, predict } = request
  refuse(fewOutcomes(request.history, folds))
  const fitted = request.fit(request.history)
  const history = inOrder(request.history)
  const foldOf = foldsOf(history, folds)
  const fits = Array.from({ length: folds }, (_, fold) =>
    request.fit(history.filter(({ id }) => foldOf.get(id) !== fold)),
  )
  return {
    fitted,
    predictions: history.map(({ id, left, signals, attributes }) => ({
      id,
      left,
      probability: predict(fits[foldOf.get(id) as number] as Fitted, signals),
      ...(attributes && { attributes }),
    })),
    decision: personDecides,
  }
}
