import { at, type Problem, repeatedIds } from '../problem/index.js'
import { isProblem, readDecimal } from '../quantity/index.js'
import { tooManyPlaces } from '../quantity/internal.js'
import { signalProblems } from './declared.js'
import { tallyOf } from './people.js'
import { missingAttribute, missingSignal, repeatedPerson, tooFewOutcomes } from './problems.js'
import type { NumberSignal, Observation, Signal } from './schema.js'

/** Why a history cannot be fitted by these signals. */
export function historyProblems(
  history: readonly Observation[],
  signals: readonly Signal[],
): readonly Problem[] {
  const declared = signalProblems(signals, 'signals')
  return declared.length > 0
    ? declared
    : [
        ...repeatedIds('history', history, 'id', repeatedPerson),
        ...fewOutcomes(history, 1),
        ...history.flatMap((person, i) => valueProblems(person, signals, at('history', i))),
      ]
}

/** Whether so many people of each outcome are there. */
export function fewOutcomes(history: readonly Observation[], needed: number): readonly Problem[] {
  const { rows, left } = tallyOf(history)
  const stayed = rows - left
  return Math.min(left, stayed) < needed ? [tooFewOutcomes(left, stayed, needed)] : []
}

/** What is wrong with the signals of one person. */
export function valueProblems(
  person: Pick<Observation, 'signals'>,
  signals: readonly Signal[],
  path: string,
): readonly Problem[] {
  return signals.flatMap((each) => {
    const { signal } = each
    const place = at(at(path, 'signals'), signal)
    if (!Object.hasOwn(person.signals, signal)) return [missingSignal(place, signal)]
    return each.kind === 'number' ? numberProblems(person, each, place) : []
  })
}

function numberProblems(
  { signals }: Pick<Observation, 'signals'>,
  { signal, scale }: NumberSignal,
  path: string,
): readonly Problem[] {
  const value = readDecimal(signals[signal], path)
  if (isProblem(value)) return [value]
  return value.decimalPlaces() > scale ? [tooManyPlaces(path, value.toFixed(), scale)] : []
}

/** Who lacks an attribute that is asked for. */
export function attributeProblems(
  people: readonly Pick<Observation, 'attributes'>[],
  attribute: string,
  path: string,
): readonly Problem[] {
  return people.flatMap(({ attributes = {} }, i) =>
    Object.hasOwn(attributes, attribute)
      ? []
      : [missingAttribute(at(at(path, i), 'attributes'), attribute)],
  )
}

/** The values of a signal that everybody has. */
export function valuesOf(history: readonly Observation[], signal: string): readonly string[] {
  return history.map(({ signals }) => signals[signal] as string)
}
