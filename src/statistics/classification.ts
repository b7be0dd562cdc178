/** How good predicted probabilities of a yes are, once the outcomes are known. */

/** The predictions of some rows, and what came of them. */
export interface Outcomes {
  readonly probabilities: readonly number[]
  readonly outcomes: readonly boolean[]
}

/**
 * The area under the ROC curve: the share of the pairs of a yes and a no in which the yes has the
 * higher probability, ties counted half (Hanley and McNeil 1982). One division of two whole numbers, so
 * correctly rounded. `undefined` unless there are both outcomes.
 *
 * @example
 * auc({ probabilities: [0.9, 0.4, 0.4], outcomes: [true, true, false] }) //=> 0.75
 */
export function auc({ probabilities, outcomes }: Outcomes): number | undefined {
  const order = [...probabilities.keys()].sort(
    (i, j) => at(probabilities, i) - at(probabilities, j),
  )
  let below = 0
  let won = 0
  let yeses = 0
  for (let start = 0; start < order.length; ) {
    const value = at(probabilities, order[start] as number)
    let [yes, no] = [0, 0]
    for (; start < order.length && at(probabilities, order[start] as number) === value; start++)
      if (outcomes[order[start] as number]) yes += 1
      else no += 1
    // Twice the pairs, so that a half is whole.
    won += yes * (2 * below + no)
    below += no
    yeses += yes
  }
  const pairs = 2 * yeses * below
  return pairs === 0 ? undefined : won / pairs
}

/**
 * The mean squared distance of probabilities from outcomes (Brier 1950). NaN of no rows.
 *
 * @example
 * brier({ probabilities: [0.5, 0], outcomes: [true, false] }) //=> 0.125
 */
export function brier({ probabilities, outcomes }: Outcomes): number {
  let sum = 0
  for (const [i, p] of probabilities.entries()) sum += (p - (outcomes[i] ? 1 : 0)) ** 2
  return sum / probabilities.length
}

/**
 * The mean of minus the natural logarithm of the probability given to what happened; `undefined` where
 * that probability was 0, since no number is as large. NaN of no rows.
 *
 * @example
 * logLoss({ probabilities: [0.5, 0.5], outcomes: [true, false] })?.toFixed(6) //=> '0.693147'
 */
export function logLoss({ probabilities, outcomes }: Outcomes): number | undefined {
  let sum = 0
  for (const [i, p] of probabilities.entries()) sum -= Math.log(outcomes[i] ? p : 1 - p)
  return sum === Number.POSITIVE_INFINITY ? undefined : sum / probabilities.length
}

/** The rows whose probabilities fall in one of equal parts of 0 to 1. */
export interface CalibrationBin {
  readonly rows: number
  /** The mean of their probabilities, and the share of them that turned out a yes. */
  readonly expected: number
  readonly observed: number
}

/**
 * Predicted against observed shares, by equal parts of the probabilities from 0 to 1, each from its
 * lower bound (included) to its upper; 1 falls in the last. Empty parts are left out.
 *
 * @example
 * calibrationCurve({ probabilities: [0.1, 0.3], outcomes: [false, true] }, 2) //=> [{ rows: 2, expected: 0.2, observed: 0.5 }]
 */
export function calibrationCurve(
  { probabilities, outcomes }: Outcomes,
  parts: number,
): readonly CalibrationBin[] {
  const bins = Array.from({ length: parts }, () => ({ rows: 0, sum: 0, yes: 0 }))
  for (const [i, p] of probabilities.entries()) {
    const bin = bins[Math.min(Math.floor(p * parts), parts - 1)] as (typeof bins)[number]
    bin.rows += 1
    bin.sum += p
    bin.yes += outcomes[i] ? 1 : 0
  }
  return bins.flatMap(({ rows, sum, yes }) =>
    rows === 0 ? [] : [{ rows, expected: sum / rows, observed: yes / rows }],
  )
}

/**
 * The expected calibration error of a curve: how far predicted and observed shares lie apart, on
 * average over the rows (Naeini, Cooper and Hauskrecht 2015).
 *
 * @example
 * calibrationError([{ rows: 1, expected: 0.5, observed: 1 }, { rows: 1, expected: 0, observed: 0 }]) //=> 0.25
 */
export function calibrationError(curve: readonly CalibrationBin[]): number {
  let rows = 0
  let sum = 0
  for (const bin of curve) {
    rows += bin.rows
    sum += bin.rows * Math.abs(bin.observed - bin.expected)
  }
  return sum / rows
}

/**
 * How much more often a yes stands among the rows with the highest probabilities than among all:
 * their share of yeses over the whole share. Where the last places are tied, the tied rows share them.
 * `share` is the part of the rows to take, rounded up to whole rows. `undefined` without a yes.
 *
 * @example
 * lift({ probabilities: [0.9, 0.2, 0.1, 0.1], outcomes: [true, false, true, false] }, 0.25) //=> 2
 */
export function lift({ probabilities, outcomes }: Outcomes, share: number): number | undefined {
  const rows = probabilities.length
  const taken = Math.ceil(rows * share)
  const limit = [...probabilities].sort((a, b) => b - a)[taken - 1] as number
  const above = { rows: 0, yes: 0 }
  const tied = { rows: 0, yes: 0 }
  let yeses = 0
  for (const [i, p] of probabilities.entries()) {
    const yes = outcomes[i] ? 1 : 0
    yeses += yes
    if (p < limit) continue
    const part = p === limit ? tied : above
    part.rows += 1
    part.yes += yes
  }
  const found = above.yes + (tied.yes * (taken - above.rows)) / tied.rows
  return yeses === 0 ? undefined : (found * rows) / (taken * yeses)
}

function at(values: readonly number[], i: number): number {
  return values[i] as number
}
