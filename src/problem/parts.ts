import { membersOf } from './plain-copy.js'
import { at, fail, type Problem, problemsOf, refuse, under } from './policy-error.js'
import { unknownKey, wrongType } from './shape-problems.js'

/** What reads each member of an object. */
export type Readers<T> = { readonly [K in keyof T]-?: (json: unknown) => T[K] }

/**
 * Reads an object from untrusted JSON member by member, each by its own reader, so that the limits of a
 * policy hold for each by itself. Throws a `PolicyError` with every problem, also for members that
 * nothing reads.
 */
export function parseParts<T extends object>(
  json: unknown,
  readers: Readers<T>,
  optional: readonly (keyof T)[] = [],
): T {
  const given = membersIn(json)
  const known = Object.entries<(json: unknown) => unknown>(readers)
  const names = known.map(([name]) => name)
  const problems: Problem[] = [...given.keys()]
    .filter((name) => !names.includes(name))
    .map((name) => unknownKey(name, name, names))
  const parts: [string, unknown][] = []
  for (const [name, read] of known) {
    const value = given.get(name)
    if (value === undefined && optional.some((each) => each === name)) continue
    const found = problemsOf(() => parts.push([name, read(value)]))
    problems.push(...under(name, found))
  }
  refuse(problems)
  return Object.fromEntries(parts) as T
}

/**
 * Reads the values of an object from untrusted JSON, each by itself, whatever their names. Throws a
 * `PolicyError` with every problem; `wrongName` tells what is wrong with a name.
 */
export function parseValues<T>(
  json: unknown,
  read: (json: unknown) => T,
  wrongName: (name: string) => readonly Problem[] = () => [],
): Readonly<Record<string, T>> {
  const problems: Problem[] = []
  const values: [string, T][] = []
  for (const [name, value] of membersIn(json)) {
    problems.push(...wrongName(name))
    const found = problemsOf(() => values.push([name, read(value)]))
    problems.push(...under(at('', name), found))
  }
  refuse(problems)
  return Object.fromEntries(values)
}

function membersIn(json: unknown): ReadonlyMap<string, unknown> {
  const { members, problems } = membersOf(json)
  refuse(problems)
  return members ?? fail(wrongType('', 'object', json))
}
