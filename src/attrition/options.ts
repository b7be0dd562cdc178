import {
  choice,
  flag,
  having,
  list,
  number,
  type Option,
  optional,
  record,
  text,
  whole,
} from '../problem/index.js'
import { notAProbability, penaltyNotPositive } from './problems.js'

/** What the requests of attrition have in common: data in them may not have been parsed. */

export const probabilityOption: Option = number(
  (value) => value >= 0 && value <= 1,
  notAProbability,
)

export const binsOption: Option = whole(2, 1000)

export const pointsToDoubleOption: Option = whole(1, 1000)

export const cardPenaltyOption: Option = number((value) => value > 0, penaltyNotPositive)

const attributes = optional(record(text))

export const historyOption: Option = list(
  having({ id: text, left: flag, signals: record(text), attributes }),
)

export const predictionsOption: Option = list(
  having({ id: text, left: flag, probability: probabilityOption, attributes }),
)

const declared = having({ signal: text, kind: choice(['number', 'category']) })
const ofNumbers = having({ scale: whole(0, 30), risk: choice(['rises', 'falls']) })

export const signalsOption: Option = list((value, path) => {
  const problems = declared(value, path)
  if (problems.length > 0) return problems
  return (value as { readonly kind: string }).kind === 'number' ? ofNumbers(value, path) : []
})

/** A hundred years of months: no spell is longer. */
export const mostPeriods = 1200

const period = whole(0, mostPeriods)

export const spellsOption: Option = list(
  having({ id: text, from: period, until: period, left: flag }),
)
