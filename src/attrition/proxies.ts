import { checkOptions, type Localized, list, refuse, text } from '../problem/index.js'
import { inputDigits } from '../quantity/internal.js'
import { correlation, correlationRatio, cramersV } from '../statistics/index.js'
import { attributeProblems, historyProblems, valuesOf } from './history.js'
import { personDecides } from './notes.js'
import { historyOption, probabilityOption, signalsOption } from './options.js'
import { inOrder } from './people.js'
import type { Observation, Signal } from './schema.js'

/** A signal that may stand for a protected attribute. */
export interface Proxy {
  readonly signal: string
  readonly attribute: string
  /** How strongly the two go together, from 0 (not at all) to 1 (one tells the other). */
  readonly strength: number
}

/** What may stand for a protected attribute, the strongest first. */
export interface Proxies {
  readonly proxies: readonly Proxy[]
  /** That its figures decide nothing. */
  readonly decision: Localized
}

/**
 * The signals that go together with an attribute, such as years of service with age: leaving the
 * attribute out does not keep it out. An attribute that is a decimal for everybody is a number, else a
 * category. Two numbers are measured by the absolute correlation, a number and a category by the
 * correlation ratio η, two categories by Cramér's V; all from 0 to 1, in binary floating point. A signal
 * is named where the measure is `from` or more: 0.3 is a usual choice, 0 names all.
 *
 * With as many cases as people any category seems to tell everything: measure on many people.
 *
 * Throws a `PolicyError` where somebody lacks an attribute or a signal, and for a `from` that is not
 * from 0 to 1.
 *
 * @example
 * proxies({ history, signals: [signals.tenure], attributes: ['age'], from: 0.3 }).proxies //=> [{ signal: 'tenure', attribute: 'age', strength: 0.31… }]
 */
export function proxies(request: {
  readonly history: readonly Observation[]
  readonly signals: readonly Signal[]
  readonly attributes: readonly string[]
  readonly from: number
}): Proxies {
  checkOptions(request, {
    history: historyOption,
    signals: signalsOption,
    attributes: list(text),
    from: probabilityOption,
  })
  const { signals, attributes, from } = request
  refuse([
    ...historyProblems(request.history, signals),
    ...attributes.flatMap((attribute) => attributeProblems(request.history, attribute, 'history')),
  ])
  const history = inOrder(request.history)
  const found = attributes.flatMap((attribute) => {
    const values = history.map((person) => person.attributes?.[attribute] as string)
    const numbers = values.every(isDecimal) ? values.map(Number) : undefined
    return signals.map(({ signal, kind }) => {
      const own = valuesOf(history, signal)
      const strength =
        kind === 'number'
          ? withNumber(own.map(Number), numbers ?? values)
          : withCategory(own, numbers ?? values)
      return { signal, attribute, strength }
    })
  })
  return {
    proxies: found
      .filter(({ strength }) => strength >= from)
      .sort((a, b) => b.strength - a.strength),
    decision: personDecides,
  }
}

const decimalText = /^-?\d+(\.\d+)?$/

/** Longer ones are no numbers but codes, and too large for their squares. */
function isDecimal(value: string): boolean {
  return decimalText.test(value) && value.replace(/\D/g, '').length <= inputDigits
}

type Values = readonly number[] | readonly string[]

function withNumber(own: readonly number[], other: Values): number {
  return isNumbers(other) ? correlation(own, other) : correlationRatio(own, other)
}

function withCategory(own: readonly string[], other: Values): number {
  return isNumbers(other) ? correlationRatio(other, own) : cramersV(own, other)
}

function isNumbers(values: Values): values is readonly number[] {
  return typeof values[0] === 'number'
}
