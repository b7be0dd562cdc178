import { at, type Problem, refuse } from '../problem/index.js'
import { type Decimal, isProblem, readDecimal, tooManyPlaces } from '../quantity/index.js'
import type { InputDeclaration } from './formula.js'
import { missingInput, unknownCategory, unknownInput } from './problems.js'

/** The inputs of one run, read and found right. */
export interface Scope {
  readonly numbers: ReadonlyMap<string, Decimal>
  readonly categories: ReadonlyMap<string, string>
}

/**
 * Reads the inputs of a run against their declarations. Throws a `PolicyError` that names every
 * problem: missing and unknown names, values that are no numbers, too many places, unlisted
 * categories.
 */
export function readInputs(
  declared: Readonly<Record<string, InputDeclaration>>,
  given: Readonly<Record<string, unknown>>,
  place = 'inputs',
): Scope {
  const problems: Problem[] = []
  const numbers = new Map<string, Decimal>()
  const categories = new Map<string, string>()
  for (const [name, declaration] of Object.entries(declared)) {
    const path = at(place, name)
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (value === undefined) problems.push(missingInput(path, name))
    else if (declaration.kind === 'number') {
      const number = readDecimal(value, path)
      if (isProblem(number)) problems.push(number)
      else if (number.decimalPlaces() > declaration.scale)
        problems.push(tooManyPlaces(path, number.toFixed(), declaration.scale))
      else numbers.set(name, number)
    } else if (typeof value === 'string' && (declaration.open || declaration.cases.includes(value)))
      categories.set(name, value)
    else problems.push(unknownCategory(path, value, declaration.cases))
  }
  const known = Object.keys(declared)
  for (const name of Object.keys(given))
    if (!known.includes(name)) problems.push(unknownInput(at(place, name), name, known))
  refuse(problems)
  return { numbers, categories }
}
