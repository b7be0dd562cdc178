import type { Problem } from '../problem/index.js'
import { placesProblems } from '../quantity/internal.js'
import { creditProblem } from '../words/index.js'
import type { AmountEvent, DealEvent } from './event.js'
import { reservedProblems } from './names.js'

/** Kinds of event that add, and kinds that take back; the others may do either. */
export const signOfKind: Readonly<Record<AmountEvent['kind'], 1 | -1 | 0>> = {
  order: 1,
  invoice: 1,
  collection: 0,
  refund: -1,
  cancellation: -1,
  correction: 0,
}

/** 1 for a plain decimal above zero, -1 for one below, 0 for zero, however it is written. */
export function signOf(decimal: string): 1 | -1 | 0 {
  if (!/[1-9]/.test(decimal)) return 0
  return decimal.startsWith('-') ? -1 : 1
}

/** The places of a decimal, without the zeros at its end. */
export function significantPlaces(decimal: string): number {
  const dot = decimal.indexOf('.')
  if (dot === -1) return 0
  let end = decimal.length
  while (decimal[end - 1] === '0') end--
  return end - dot - 1
}

/** What is wrong with an event by itself, where its shape is right. */
export function eventProblems(event: DealEvent): readonly Problem[] {
  if (event.kind === 'transfer')
    return event.from === event.to ? [creditProblem('same-person', 'to', { person: event.to })] : []
  const { kind, amount, currency, figures, attributes } = event
  return [
    ...(signOf(amount) * signOfKind[kind] < 0
      ? [creditProblem('wrong-sign', 'amount', { kind, value: amount })]
      : []),
    ...placesProblems('amount', amount, currency),
    ...reservedProblems('figures', figures),
    ...reservedProblems('attributes', attributes),
  ]
}
