import { at, type Problem, refuse } from '../problem/index.js'
import { type Decimal, isProblem, readDecimal } from '../quantity/index.js'
import { tooManyPlaces } from '../quantity/internal.js'
import type { CategoryInput, InputDeclaration, NumberInput } from './formula.js'
import { missingInput, notAbove, unknownCategory, unknownInput } from './problems.js'

/** The inputs of one run, read and found right. */
export interface Scope {
  readonly numbers: ReadonlyMap<string, Decimal>
  readonly categories: ReadonlyMap<string, string>
}

/**
 * Reads the inputs of a run against their declarations. Throws a `PolicyError` that names every
 * problem: missing and unknown names, values that are no numbers, too many places, numbers not above
 * their bound, unlisted categories.
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
      const number = readNumber(value, declaration.scale, path)
      if (isProblem(number)) problems.push(number)
      else if (isTooLow(declaration, number))
        problems.push(notAbove(path, number.toFixed(), declaration.above as string))
      else numbers.set(name, number)
    } else if (accepts(declaration, value)) categories.set(name, value)
    else problems.push(unknownCategory(path, value, declaration.cases))
  }
  for (const name of Object.keys(given))
    if (!Object.hasOwn(declared, name))
      problems.push(unknownInput(at(place, name), name, Object.keys(declared)))
  refuse(problems)
  return { numbers, categories }
}

/** A given number, or the problem with it: no number, or more places than declared. */
export function readNumber(value: unknown, scale: number, path: string): Decimal | Problem {
  const number = readDecimal(value, path)
  return isProblem(number) || number.decimalPlaces() <= scale
    ? number
    : tooManyPlaces(path, number.toFixed(), scale)
}

/** Whether a number is not above the bound that its input has. */
export function isTooLow({ above }: NumberInput, number: Decimal): boolean {
  return above !== undefined && number.lessThanOrEqualTo(above)
}

/** Whether a given value is a category that the formula takes. */
export function accepts({ open, cases }: CategoryInput, value: unknown): value is string {
  return typeof value === 'string' && (open || cases.includes(value))
}
