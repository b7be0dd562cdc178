import { checkOptions, type Localized, refuse } from '../problem/index.js'
import {
  type Column,
  householder,
  logistic,
  penaltyOption,
  probabilityOf,
  standardise,
} from '../statistics/index.js'
import { casesOf } from './bins.js'
import { historyProblems, valueProblems, valuesOf } from './history.js'
import { collinearSignal, fewNotes, type Note, personDecides, separatedFit } from './notes.js'
import { historyOption, signalsOption } from './options.js'
import { inOrder, tallyOf } from './people.js'
import type { Observation, Signal } from './schema.js'

/** What a model adds to the log odds of leaving for one signal. */
export type ModelTerm =
  | {
      readonly kind: 'number'
      readonly signal: string
      /** A value counts as its distance from the mean, in standard deviations. */
      readonly mean: number
      readonly deviation: number
      readonly coefficient: number
    }
  | {
      readonly kind: 'category'
      readonly signal: string
      /** By case; a case that the history did not have adds nothing. */
      readonly coefficients: Readonly<Record<string, number>>
    }

/** A logistic model of who leaves: plain JSON, in binary floating point. */
export interface LogisticModel {
  readonly signals: readonly Signal[]
  readonly intercept: number
  readonly terms: readonly ModelTerm[]
  readonly notes: readonly Note[]
  /** That its figures decide nothing. */
  readonly decision: Localized
}

/**
 * A ridge logistic model of who left. Numbers are standardised (over n), each case of a category is a
 * column of its own; the intercept and coefficients make least the sum of log losses plus
 * penalty / 2 × the sum of squared coefficients, the intercept free of it: scikit-learn's
 * `LogisticRegression` with C = 1 / penalty. By Newton's method, so the same history in any order gives
 * the same model.
 *
 * Its notes say where few people left, where the fit parts the outcomes without an error, and which
 * signals are made of others. Throws a `PolicyError` with every problem of the history and the signals:
 * also for protected attributes, a history of one outcome, and, with a penalty of 0, signals that tell
 * some outcomes for certain.
 *
 * @example
 * fitLogistic({ history, signals: [signals.monthsSinceRise], penalty: 1 }).terms[0]?.signal //=> 'monthsSinceRise'
 */
export function fitLogistic(request: {
  readonly history: readonly Observation[]
  readonly signals: readonly Signal[]
  readonly penalty: number
}): LogisticModel {
  checkOptions(request, {
    history: historyOption,
    signals: signalsOption,
    penalty: penaltyOption,
  })
  const { signals, penalty } = request
  refuse(historyProblems(request.history, signals))
  const history = inOrder(request.history)
  const outcomes = history.map(({ left }) => left)
  const terms = signals.map((signal) => termOf(history, signal))
  const fit = logistic({ columns: terms.flatMap(({ columns }) => columns), outcomes, penalty })
  const estimates = new Map(fit.coefficients.map(({ name, estimate }) => [name, estimate]))
  const { left } = tallyOf(history)
  return {
    signals,
    intercept: fit.intercept,
    terms: terms.map(({ model, columns }) =>
      model(columns.map(({ name }) => estimates.get(name) ?? 0)),
    ),
    notes: [
      ...fewNotes(left, signals.length),
      ...(fit.separated ? [separatedFit()] : []),
      ...collinearNotes(
        history.length,
        terms.flatMap(({ independent }) => independent),
      ),
    ],
    decision: personDecides,
  }
}

/**
 * The probability of leaving that a model gives a person's signals, in binary floating point.
 *
 * Throws a `PolicyError` for a signal that is missing, no number, or has more places than its scale.
 *
 * @example
 * modelProbability(model, { monthsSinceRise: '24' }).toFixed(2) //=> '0.31'
 */
export function modelProbability(model: LogisticModel, signals: Observation['signals']): number {
  refuse(valueProblems({ signals }, model.signals, ''))
  const logOdds = model.terms.reduce((sum, term) => {
    const value = signals[term.signal] as string
    if (term.kind === 'category')
      return (
        sum + (Object.hasOwn(term.coefficients, value) ? (term.coefficients[value] as number) : 0)
      )
    return sum + (term.coefficient * (Number(value) - term.mean)) / term.deviation
  }, model.intercept)
  return probabilityOf(logOdds)
}

/** The columns of a signal, and its term once their coefficients are known. */
interface Term {
  readonly columns: readonly Column[]
  /** Those that nothing but other signals can make up: of a category all but the first. */
  readonly independent: readonly Column[]
  readonly model: (coefficients: readonly number[]) => ModelTerm
}

function termOf(history: readonly Observation[], { kind, signal }: Signal): Term {
  const values = valuesOf(history, signal)
  if (kind === 'category') {
    const cases = [...casesOf(history, signal).keys()]
    const columns = cases.map((name) => ({
      name: `${signal} ${name}`,
      values: values.map((value) => (value === name ? 1 : 0)),
    }))
    return {
      columns,
      independent: columns.slice(1),
      model: (coefficients) => ({
        kind,
        signal,
        coefficients: Object.fromEntries(cases.map((name, i) => [name, coefficients[i] as number])),
      }),
    }
  }
  const { mean, deviation, values: standardised } = standardise(values.map(Number))
  const columns = [{ name: signal, values: standardised }]
  return {
    columns,
    independent: columns,
    model: ([coefficient]) => ({
      kind,
      signal,
      mean,
      // Of a constant the coefficient is 0, and a deviation of 1 divides it by nothing.
      deviation: deviation === 0 ? 1 : deviation,
      coefficient: coefficient as number,
    }),
  }
}

/** Which columns the columns before them make up, beside an intercept. */
export function collinearNotes(rows: number, columns: readonly Column[]): readonly Note[] {
  const ones = new Array<number>(rows).fill(1)
  const { kept, collinear } = householder([ones, ...columns.map(({ values }) => values)], ones)
  const nameAt = (place: number) => (columns[place - 1] as Column).name
  return collinear.map(({ column, of }) =>
    collinearSignal(
      nameAt(column),
      of.flatMap((times, j) => {
        const place = kept[j] as number
        return place > 0 && Math.abs(times) > partTolerance ? [nameAt(place)] : []
      }),
    ),
  )
}

/** A part of a combination below this is rounding. */
const partTolerance = 1e-6
