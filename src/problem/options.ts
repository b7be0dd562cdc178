import { nearest } from './nearest.js'
import { at, type Problem, problem, refuse } from './policy-error.js'
import { notOffered, tooSmall, unknownKey, wrongType } from './shape-problems.js'

/**
 * What may stand at one place of a request: the problems of a value there, none where it is good. A
 * request is read when it is used, so that one that comes from JSON is told as one that TypeScript has
 * seen, by the path that its author wrote.
 */
export type Option = (value: unknown, path: string) => readonly Problem[]

/** The members of an object, each by what may stand there. */
export type Members = Readonly<Record<string, Option>>

/** Throws a `PolicyError` with every problem of a request of these {@link options}. */
export function checkOptions(request: unknown, members: Members): void {
  refuse(options(members)(request, ''))
}

/**
 * An object of these members. What else it holds is the caller's own, unless it is likely a misspelt
 * name of a member that is not given: left alone, that would change a figure without a word.
 */
export function options(members: Members): Option {
  const known = having(members)
  return (value, path) => {
    const problems = known(value, path)
    if (!isObject(value)) return problems
    const absent = Object.keys(members).filter((name) => value[name] === undefined)
    return [
      ...problems,
      ...Object.keys(value)
        .filter((name) => !Object.hasOwn(members, name) && nearest(name, absent) !== undefined)
        .map((name) => unknownKey(at(path, name), name, absent)),
    ]
  }
}

/** An object of at least these members; what else it holds is the caller's own. */
export function having(members: Members): Option {
  const entries = Object.entries(members)
  return (value, path) =>
    isObject(value)
      ? entries.flatMap(([name, option]) =>
          option(Object.hasOwn(value, name) ? value[name] : undefined, at(path, name)),
        )
      : [wrongType(path, 'object', value)]
}

/** An object with names of the caller's own, all of whose values are alike. */
export function record(option: Option): Option {
  return (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, each]) => option(each, at(path, name)))
      : [wrongType(path, 'object', value)]
}

/** A list of so many values at least, all of them alike. */
export function list(option: Option, least = 0): Option {
  return (value, path) => {
    if (!Array.isArray(value)) return [wrongType(path, 'array', value)]
    return value.length < least
      ? [tooSmall(path, `${least}`, 'array')]
      : value.flatMap((each, i) => option(each, at(path, i)))
  }
}

/** What may be left out. */
export function optional(option: Option): Option {
  return (value, path) => (value === undefined ? [] : option(value, path))
}

/** What is read elsewhere. */
export const anything: Option = () => []

export const text: Option = (value, path) =>
  typeof value === 'string' ? [] : [wrongType(path, 'string', value)]

export const flag: Option = (value, path) =>
  typeof value === 'boolean' ? [] : [wrongType(path, 'boolean', value)]

/** One of some texts; `hint` names a hint of `choiceHints`, where they are too many to list. */
export function choice(of: readonly string[], hint?: string): Option {
  return (value, path) =>
    typeof value === 'string' && of.includes(value) ? [] : [notOffered(path, of, value, hint)]
}

/** A whole number from `least` on; without `most`, as far as integers are safe. */
export function whole(least: number, most?: number): Option {
  return (value, path) =>
    Number.isSafeInteger(value) &&
    (value as number) >= least &&
    (value as number) <= (most ?? Number.MAX_SAFE_INTEGER)
      ? []
      : [notWhole(path, least, most)]
}

/** A finite number for which a rule holds, and how it is told where it is none, or the rule broken. */
export function number(
  isFine: (value: number) => boolean,
  tell: (path: string) => Problem,
): Option {
  return (value, path) =>
    typeof value === 'number' && Number.isFinite(value) && isFine(value) ? [] : [tell(path)]
}

function notWhole(path: string, least: number, most: number | undefined): Problem {
  const [en, zh] =
    most === undefined
      ? [`a whole number of ${least} or more`, `不小于 ${least} 的整数`]
      : [`a whole number from ${least} to ${most}`, ` ${least} 到 ${most} 的整数`]
  return problem('not-whole', path, [`is not ${en}`, `Give ${en}`], [`不是${zh}`, `请给出${zh}`])
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
