import { type IsoDate, isIsoDate } from '../calendar/index.js'
import { isName } from '../problem/index.js'
import { idPattern } from '../problem/name.js'
import { isWithinLimits } from '../problem/plain-copy.js'
import { digitProblems, inputDigits, isDecimalText } from '../quantity/internal.js'
import { isReserved } from './names.js'

/**
 * Values as they usually are, read at once: what a schema certainly takes as it is. It says no to all
 * else, good or bad, which the schema then reads; so it may be strict, and must never be lenient.
 */

export type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What an object gives for each of some names: nothing where it has no such member. */
export type Given<Name extends string> = { [K in Name]: unknown }

/** A reader of what is usual, which gives nothing where a value throws when it is looked at. */
export function usually<T>(
  read: (json: unknown) => T | undefined,
): (json: unknown) => T | undefined {
  return (json) => {
    try {
      return read(json)
    } catch {
      return undefined
    }
  }
}

/**
 * The members of a plain object, each read once: a getter or a proxy may answer otherwise the next time.
 * Nothing where it has others than those of some names, or one that is undefined.
 */
export function givenIn<Name extends string>(
  json: unknown,
  names: readonly Name[],
): Given<Name> | undefined {
  const members = membersOf(json)
  if (members === undefined || members.length > names.length) return undefined
  const given = emptyOf(names)
  for (const name of members) {
    const value = (json as Readonly<Record<string, unknown>>)[name]
    if (value === undefined || !Object.hasOwn(given, name)) return undefined
    given[name as Name] = value
  }
  return given
}

/** The most members of an object that are read here: those of a larger one are counted by the schema. */
const mostMembers = 1_000

/** The names of a plain object's members. */
function membersOf(value: unknown): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return undefined
  const names = Object.keys(value)
  return names.length > mostMembers ? undefined : names
}

const empties = new Map<readonly string[], Given<string>>()

/** An object of some names without their values: a copy of one that has been made, which is fast. */
function emptyOf<Name extends string>(names: readonly Name[]): Given<Name> {
  const found = empties.get(names) ?? Object.fromEntries(names.map((name) => [name, undefined]))
  empties.set(names, found)
  return { ...found } as Given<Name>
}

const printable = /^[ -~]+$/

/** Whether a value is an id that every schema takes. */
export function isId(value: unknown): value is string {
  if (typeof value !== 'string' || value === '' || !isWithinLimits(value)) return false
  return printable.test(value) || idPattern.test(value)
}

/** Whether a value is a text of one character at least. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && isWithinLimits(value)
}

/** Whether a value is a text, and no number of more digits than a number may have. */
export function isValue(value: unknown): value is string {
  if (typeof value !== 'string' || !isWithinLimits(value)) return false
  return value.length <= inputDigits || digitProblems(value).length === 0
}

/** Whether a value is a decimal of no more digits than a number may have. */
export function isNumber(value: unknown): value is string {
  return typeof value === 'string' && isDecimalText(value)
}

/** Dates that were found good, so many that a long history has no more. */
const dates = new Map<string, IsoDate>()
const mostDates = 20_000

/** The date that a value is; one text for all that are of the same day. */
export function usualDate(value: unknown): IsoDate | undefined {
  if (typeof value !== 'string') return undefined
  const found = dates.get(value)
  if (found !== undefined || !isIsoDate(value)) return found
  if (dates.size >= mostDates) dates.clear()
  dates.set(value, value)
  return value
}

/** Names that were found good. */
const names = new Set<string>()
const mostNames = 1_000

/** Whether a name may be that of an attribute or a figure. */
export function isFreeName(name: string): boolean {
  if (names.has(name)) return true
  if (!isName(name) || isReserved(name)) return false
  if (names.size >= mostNames) names.clear()
  names.add(name)
  return true
}

/** A frozen copy of an object of attributes or figures, where all of its values are as they should be. */
export function namedValues(
  json: unknown,
  isGood: (value: unknown) => value is string,
): Readonly<Record<string, string>> | undefined {
  const members = membersOf(json)
  if (members === undefined) return undefined
  const copy: Record<string, string> = {}
  for (const name of members) {
    const value = (json as Readonly<Record<string, unknown>>)[name]
    if (!isFreeName(name) || !isGood(value)) return undefined
    copy[name] = value
  }
  return Object.freeze(copy)
}
