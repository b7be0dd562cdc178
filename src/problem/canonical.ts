import { isBroken, kindOf } from './plain-copy.js'
import { at, fail } from './policy-error.js'
import { notJson, tooDeep, tooLong } from './shape-problems.js'

/**
 * How deep JSON in the one form may be, and how long its text. Deeper than any policy, since a
 * statement explains what its policy nests; and a text still far from the longest that can be.
 */
export const canonicalLimits = { depth: 1_000, length: 2 ** 28 } as const

/**
 * JSON in the one form of RFC 8785: members by code unit of their names, no spaces. Equal content
 * gives equal text, whatever the order in which it was written. Members that are `undefined` are left
 * out, as JSON leaves them out.
 *
 * Throws a `PolicyError` for what has no JSON, or none that every reader takes alike: `undefined` in a
 * list, functions, symbols, objects of a class, numbers that are none or whole beyond 2^53 - 1, halves
 * of a character; and where it is too deep (or holds itself) or too long.
 */
export function canonicalJson(value: unknown): string {
  return written(value, writing())
}

/**
 * {@link canonicalJson} in parts, one after the other, so that long lists are never held as one text:
 * the limit of length holds for each of the parts.
 */
export function writeCanonicalJson(value: unknown, add: (text: string) => void): void {
  put(value, writing(), add)
}

interface Writing {
  readonly keys: (string | number)[]
  /** What was written of each long object: one that is referred to often is written once. */
  readonly texts: Map<object, string>
  readonly names: Map<string, string>
  /** Names in order, of objects that have so many: those of a list have mostly the same. */
  readonly shapes: Map<number, readonly Shape[]>
}

/** The names of some objects as they stand in them, and in order. */
interface Shape {
  readonly given: readonly string[]
  readonly sorted: readonly string[]
}

function writing(): Writing {
  return { keys: [], texts: new Map(), names: new Map(), shapes: new Map() }
}

/** So deep the members of objects and lists are parts of their own. */
const depthOfParts = 3

/** To keep a shorter text takes longer than to write it again. */
const leastKept = 1_024

function put(value: unknown, writing: Writing, add: (text: string) => void): void {
  const { keys } = writing
  const isPlain = typeof value === 'object' && value !== null && kindOf(value) !== 'other'
  if (!isPlain || keys.length >= depthOfParts) {
    add(written(value, writing))
    return
  }
  const isList = Array.isArray(value)
  let start = isList ? '[' : '{'
  for (const name of isList ? value.keys() : namesIn(value, writing)) {
    const member: unknown = (value as Members)[name]
    if (member === undefined && !isList) continue
    add(typeof name === 'string' ? start + nameOf(name, writing) : start)
    start = ','
    keys.push(name)
    put(member, writing, add)
    keys.pop()
  }
  add(`${start === ',' ? '' : start}${isList ? ']' : '}'}`)
}

function written(value: unknown, writing: Writing): string {
  if (typeof value === 'string') return textOf(value, writing)
  if (typeof value === 'boolean' || value === null || isSafeNumber(value))
    return JSON.stringify(value)
  if (typeof value !== 'object' || kindOf(value) === 'other') return refused(value, writing)
  const before = writing.texts.get(value)
  if (before !== undefined) return before
  if (writing.keys.length >= canonicalLimits.depth)
    return fail(tooDeep(pathOf(writing), canonicalLimits.depth))
  const text = Array.isArray(value) ? listOf(value, writing) : membersOf(value as Members, writing)
  if (text.length >= leastKept) writing.texts.set(value, text)
  return text
}

type Members = Readonly<Record<string, unknown>>

/** The names of an object by their code units. */
function namesIn(value: object, { shapes }: Writing): readonly string[] {
  const given = Object.keys(value)
  const known = shapes.get(given.length) ?? []
  const same = known.find((shape) => shape.given.every((name, i) => name === given[i]))
  if (same !== undefined) return same.sorted
  const sorted = [...given].sort()
  if (known.length < mostShapes) shapes.set(given.length, [...known, { given, sorted }])
  return sorted
}

const mostShapes = 8

function listOf(list: readonly unknown[], writing: Writing): string {
  let text = '['
  for (let i = 0; i < list.length; i++) {
    writing.keys.push(i)
    text = joined(i === 0 ? text : `${text},`, written(list[i], writing), writing)
    writing.keys.pop()
  }
  return `${text}]`
}

function membersOf(members: Members, writing: Writing): string {
  let text = '{'
  for (const name of namesIn(members, writing)) {
    const member = members[name]
    if (member === undefined) continue
    writing.keys.push(name)
    const start = `${text === '{' ? text : `${text},`}${nameOf(name, writing)}`
    text = joined(start, written(member, writing), writing)
    writing.keys.pop()
  }
  return `${text}}`
}

/** The name of a member as it is written; the same are met again and again. */
function nameOf(name: string, writing: Writing): string {
  const before = writing.names.get(name)
  if (before !== undefined) return before
  const text = `${textOf(name, writing)}:`
  writing.names.set(name, text)
  return text
}

function textOf(text: string, writing: Writing): string {
  // A control character takes six when it is written.
  if (text.length > canonicalLimits.length / 6)
    fail(tooLong(pathOf(writing), canonicalLimits.length))
  if (plainText.test(text)) return `"${text}"`
  if (isBroken(text)) refused(text, writing)
  return JSON.stringify(text)
}

/** Text that is written as it is. */
const plainText = /^[ !#-[\]-~]*$/

/** Two texts as one, refused before the engine would throw for its length. */
function joined(start: string, end: string, writing: Writing): string {
  if (start.length + end.length > canonicalLimits.length)
    fail(tooLong(pathOf(writing), canonicalLimits.length))
  return start + end
}

function isSafeNumber(value: unknown): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
}

function refused(value: unknown, writing: Writing): never {
  return fail(notJson(pathOf(writing), value))
}

function pathOf({ keys }: Writing): string {
  return keys.reduce<string>(at, '')
}
