import { at, type Problem } from '../problem/index.js'
import { creditProblem } from '../words/index.js'

/** The measures that amounts of events add to; declared figures are further ones. */
export const amountMeasures = ['sales', 'invoiced', 'collections'] as const

/** What conditions call the amount of a deal. */
export const amountName = 'amount'

/** Members that a credit has of its own, or that a record of pay has: no attribute and no figure has such a name. */
export const reservedMembers: ReadonlySet<string> = new Set([
  'id',
  'on',
  'recorded',
  'counts',
  'made',
  'order',
  'person',
  'assignment',
  'void',
  'event',
  'kind',
  'about',
  'deal',
  'dealt',
  'credit',
  'currency',
  ...amountMeasures,
  amountName,
  'days',
  'months',
  'due',
  'overdue',
  'purchase',
  'customer_since',
  'days_since_first',
  'months_since_first',
  'days_since_last',
])

/** Before the names of the attributes of an event itself, beside those of its deal. */
export const ownPrefix = 'own.'

/** Whether no attribute and no figure may have a name. */
export function isReserved(name: string): boolean {
  return reservedMembers.has(name) || name.startsWith(ownPrefix)
}

/** The names of attributes or figures that a credit has for something else. */
export function reservedProblems(
  path: string,
  named: Readonly<Record<string, unknown>> = {},
): readonly Problem[] {
  return Object.keys(named).flatMap((name) =>
    isReserved(name) ? [creditProblem('reserved-name', at(path, name), { name })] : [],
  )
}
