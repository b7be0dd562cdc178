import { at, type Problem, refuse } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  isProblem,
  readDecimal,
  roundTo,
  toScaled,
} from '../quantity/index.js'
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
  const { scope, problems } = scopeOf(Object.entries(declared), given, place)
  refuse([...problems, ...unknownInputs(declared, given, place)])
  return scope
}

/** Those of the inputs that can be read, and the problems with the others. */
export function scopeOf(
  declared: readonly (readonly [name: string, InputDeclaration])[],
  given: Readonly<Record<string, unknown>>,
  place: string,
): { readonly scope: Scope; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const numbers = new Map<string, Decimal>()
  const categories = new Map<string, string>()
  for (const [name, declaration] of declared) {
    const path = at(place, name)
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (value === undefined) problems.push(missingInput(path, name))
    else if (declaration.kind === 'number') {
      const number = readNumber(value, declaration.scale, path)
      if (isProblem(number)) problems.push(number)
      else {
        problems.push(...lowProblems(declaration, number, path))
        numbers.set(name, number)
      }
    } else if (accepts(declaration, value)) categories.set(name, value)
    else problems.push(unknownCategory(path, value, declaration.cases))
  }
  return { scope: { numbers, categories }, problems }
}

/** The names given that nothing declares. */
export function unknownInputs(
  declared: Readonly<Record<string, InputDeclaration>>,
  given: Readonly<Record<string, unknown>>,
  place: string,
): readonly Problem[] {
  const known = Object.keys(declared)
  return Object.keys(given)
    .filter((name) => !Object.hasOwn(declared, name))
    .map((name) => unknownInput(at(place, name), name, known))
}

/** A given number, or the problem with it: no number, or more places than declared. */
export function readNumber(value: unknown, scale: number, path: string): Decimal | Problem {
  const number = readDecimal(value, path)
  return isProblem(number) || number.decimalPlaces() <= scale
    ? number
    : tooManyPlaces(path, number.toFixed(), scale)
}

/** The problem with a number that is not above the bound that its input has. */
export function lowProblems(
  { above }: NumberInput,
  number: Decimal,
  path: string,
): readonly Problem[] {
  return above === undefined || number.greaterThan(above)
    ? []
    : [notAbove(path, number.toFixed(), above)]
}

/** The highest integer at a scale that a bound refuses. */
export function highestRefused(above: string, scale: number): bigint {
  return toScaled(roundTo(decimal(above), scale, 'floor'), scale)
}

/** Whether a given value is a category that the formula takes. */
export function accepts({ open, cases }: CategoryInput, value: unknown): value is string {
  return typeof value === 'string' && (open || cases.includes(value))
}
