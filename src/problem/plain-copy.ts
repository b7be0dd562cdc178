import { forbiddenKeys } from './name.js'
import { at, type Problem } from './policy-error.js'
import { problemLimits } from './readable.js'
import {
  brokenText,
  forbiddenKey,
  keyTooLong,
  missing,
  notPlain,
  textTooLong,
  tooDeep,
  tooLarge,
  unreadable,
} from './shape-problems.js'

/**
 * How large and how deep a policy may be, and how long its keys and texts. A hostile policy is
 * refused here, before any recursive code reads it.
 */
export const jsonLimits = {
  depth: 200,
  values: 200_000,
  textLength: 10_000,
  keyLength: 1_000,
} as const

/** Untrusted JSON as plain data that nobody else holds, and what is hostile in it. */
export interface PlainCopy {
  readonly value: unknown
  readonly problems: readonly Problem[]
}

/** How far a copy has come. Functions share it, and not a scope: many small values are copied. */
interface Copying {
  readonly problems: Problem[]
  /** The place of the value that is being copied. */
  readonly keys: (string | number)[]
  values: number
  stopped: boolean
}

/**
 * A copy of the lists, the plain objects and their own members, each read once: what answers otherwise
 * the second time, or shows its keys to some and hides them from others, cannot tell a check one thing
 * and a schema another. It goes no deeper and no further than the limits.
 */
export function plainCopy(json: unknown): PlainCopy {
  const copying: Copying = { problems: [], keys: [], values: 1, stopped: false }
  const value = copyOfPart(json, copying)
  return { value, problems: copying.problems }
}

/**
 * The members of an object, each read once, and not what they hold: that is for a reader of its own,
 * with limits of its own. Nothing where the value is no plain object; what is hostile is told.
 */
export function membersOf(json: unknown): {
  readonly members?: ReadonlyMap<string, unknown>
  readonly problems: readonly Problem[]
} {
  if (typeof json !== 'object' || json === null) return { problems: [] }
  const kind = tried(() => kindOf(json))
  if (kind === undefined) return { problems: [unreadable('')] }
  if (kind === 'other') return { problems: [notPlain('')] }
  if (kind === 'list') return { problems: [] }
  const copying: Copying = { problems: [], keys: [], values: 1, stopped: false }
  const members = new Map<string, unknown>()
  readMembers(json as Holder, copying, (name, value) =>
    value === thrown ? note(copying, unreadable) : members.set(name, value),
  )
  return { members, problems: copying.problems }
}

function note(copying: Copying, of: (path: string) => Problem): undefined {
  copying.problems.push(of(copying.keys.reduce<string>(at, '')))
  if (copying.problems.length > problemLimits.problems) copying.stopped = true
}

function stop(copying: Copying, of: (path: string) => Problem): undefined {
  note(copying, of)
  copying.stopped = true
}

function copyOf(value: unknown, copying: Copying): unknown {
  if (typeof value === 'string') checkText(value, copying)
  if (typeof value !== 'object' || value === null) return value
  const kind = tried(() => kindOf(value))
  if (kind === undefined) return note(copying, unreadable)
  if (kind === 'other') return note(copying, notPlain)
  if (copying.keys.length >= jsonLimits.depth)
    return stop(copying, (path) => tooDeep(path, jsonLimits.depth))
  const holder = value as Holder
  return kind === 'list' ? copyOfList(holder, copying) : copyOfObject(holder, copying)
}

function checkText(text: string, copying: Copying): void {
  if (text.length > jsonLimits.textLength)
    note(copying, (path) => textTooLong(path, jsonLimits.textLength))
  else if (isBroken(text)) note(copying, brokenText)
}

type Holder = Readonly<Record<string | number, unknown>>

/** Counts all the parts of a value before the first of them is read. */
function isWithin(parts: number, copying: Copying): boolean {
  copying.values += parts
  if (copying.values <= jsonLimits.values) return true
  stop(copying, () => tooLarge(jsonLimits.values))
  return false
}

function copyOfList(list: Holder, copying: Copying): unknown {
  const length = part(list, 'length')
  // A proxy may make up any length.
  if (!isCount(length)) return note(copying, unreadable)
  if (!isWithin(length, copying)) return undefined
  const copy: unknown[] = []
  for (let i = 0; i < length && !copying.stopped; i++) {
    copying.keys.push(i)
    const item = part(list, i)
    if (item === undefined && tried(() => Object.hasOwn(list, i)) !== true)
      note(copying, (path) => missing(path, 'nonoptional'))
    else copy.push(copyOfPart(item, copying))
    copying.keys.pop()
  }
  return copy
}

function isCount(length: unknown): length is number {
  return Number.isSafeInteger(length) && (length as number) >= 0
}

function copyOfObject(object: Holder, copying: Copying): unknown {
  const copy: Record<string, unknown> = {}
  readMembers(object, copying, (name, value) => {
    copy[name] = copyOfPart(value, copying)
  })
  return copy
}

function readMembers(
  object: Holder,
  copying: Copying,
  read: (name: string, value: unknown) => void,
): void {
  const names = tried(() => Object.keys(object))
  if (names === undefined) note(copying, unreadable)
  if (names === undefined || !isWithin(names.length, copying)) return
  for (const name of names) {
    if (copying.stopped) break
    copying.keys.push(name)
    if (forbiddenKeys.has(name)) note(copying, (path) => forbiddenKey(path, name))
    else if (name.length > jsonLimits.keyLength)
      note(copying, (path) => keyTooLong(path, jsonLimits.keyLength))
    else if (isBroken(name)) note(copying, brokenText)
    else read(name, part(object, name))
    copying.keys.pop()
  }
}

function copyOfPart(value: unknown, copying: Copying): unknown {
  return value === thrown ? note(copying, unreadable) : copyOf(value, copying)
}

/** Stands for a part that threw when it was read. */
const thrown = Symbol('thrown')

/** A part of a list or an object; what stands for it where it throws, which a copy then tells. */
export function part(holder: Holder, key: string | number): unknown {
  try {
    return holder[key]
  } catch {
    return thrown
  }
}

/** What a task gives, `undefined` where it throws: to look at an object may run code of its own. */
export function tried<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}

/** Plain is an object without a class. Other realms have an `Object.prototype` of their own. */
export function kindOf(value: object): 'list' | 'object' | 'other' {
  if (Array.isArray(value)) return 'list'
  const prototype: object | null = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return 'object'
  const isOfObject =
    Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf')
  return isOfObject ? 'object' : 'other'
}

/** Whether a text is one that a copy takes. */
export function isWithinLimits(text: string): boolean {
  return text.length <= jsonLimits.textLength && !isBroken(text)
}

/** Any half, paired or not: few texts have one, and this pattern is the faster. */
const surrogate = /[\ud800-\udfff]/

/** Whether half of a character stands alone in a text: no UTF-8 holds it. */
export function isBroken(text: string): boolean {
  return surrogate.test(text) && /\p{Surrogate}/u.test(text)
}
