import {
  checkOptions,
  choice,
  having,
  list,
  type Members,
  type Option,
  optional,
  options,
  record,
  text,
  whole,
} from '../problem/index.js'

/** What the requests of equity have in common. */

/** The fewest people of a group; a misspelt one must not open what it guards. */
export const minimumOption: Option = whole(0)

export const comparisonOption: Option = options({
  attribute: text,
  reference: text,
  compared: text,
  minimum: minimumOption,
})

export const payOption: Option = options({
  amounts: list(text),
  missing: choice(['fail', 'zero', 'leave-out']),
})

export const explainedByOption: Option = options({ attributes: list(text), measures: list(text) })

/** Amounts and measures are looked at where they are asked for. */
const person: Option = having({
  id: text,
  attributes: record(text),
  amounts: having({}),
  measures: optional(having({})),
})

/** Throws a `PolicyError` where a request is not of people and these options, or has others. */
export function checkRequest(request: unknown, options: Members): void {
  checkOptions(request, { people: list(person), ...options })
}
