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
  /** Shapes of objects that have so many members: those of a list have mostly the same. */
  readonly shapes: Map<number, Shape[]>
}

/** The names of some objects as they stand in them, and in order. */
interface Shape {
  readonly given: readonly string[]
  readonly sorted: readonly string[]
  /** Those in order as they are written, once they were. */
  readonly labels: Label[]
}

/** A name before the first member that is written of an object, and before a further one. */
interface Label {
  readonly first: string
  readonly next: string
}

function writing(): Writing {
  return { keys: [], texts: new Map(), shapes: new Map() }
}

/** So deep the members of objects and lists are parts of their own. */
const depthOfParts = 3

/** To keep a shorter text takes longer than to write it again. */
const leastKept = 1_024

function put(value: unknown, writing: Writing, add: (text: string) => void): void {
  const isPlain = typeof value === 'object' && value !== null && kindOf(value) !== 'other'
  if (!isPlain || writing.keys.length >= depthOfParts) add(written(value, writing))
  else if (Array.isArray(value)) putList(value, writing, add)
  else putMembers(value as Members, writing, add)
}

function putList(list: readonly unknown[], writing: Writing, add: (text: string) => void): void {
  for (let i = 0; i < list.length; i++) {
    add(i === 0 ? '[' : ',')
    writing.keys.push(i)
    put(list[i], writing, add)
    writing.keys.pop()
  }
  add(list.length === 0 ? '[]' : ']')
}

function putMembers(members: Members, writing: Writing, add: (text: string) => void): void {
  const shape = shapeOf(members, writing)
  let isFirst = true
  for (let i = 0; i < shape.sorted.length; i++) {
    const name = shape.sorted[i] as string
    const member = members[name]
    if (member === undefined) continue
    const { first, next } = labelOf(shape, i, writing)
    add(isFirst ? first : next)
    isFirst = false
    writing.keys.push(name)
    put(member, writing, add)
    writing.keys.pop()
  }
  add(isFirst ? '{}' : '}')
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
function shapeOf(members: Members, { shapes }: Writing): Shape {
  const given = Object.keys(members)
  const known = shapes.get(given.length) ?? []
  for (const shape of known) if (isSame(shape.given, given)) return shape
  const made = { given, sorted: [...given].sort(), labels: [] }
  if (known.length < mostShapes) shapes.set(given.length, [...known, made])
  return made
}

const mostShapes = 8

function isSame(left: readonly string[], right: readonly string[]): boolean {
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false
  return true
}

function labelOf({ sorted, labels }: Shape, place: number, writing: Writing): Label {
  const known = labels[place]
  if (known !== undefined) return known
  const name = textOf(sorted[place] as string, writing)
  const made = { first: `{${name}:`, next: `,${name}:` }
  labels[place] = made
  return made
}

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
  const shape = shapeOf(members, writing)
  const { sorted } = shape
  let text = ''
  for (let i = 0; i < sorted.length; i++) {
    const name = sorted[i] as string
    const member = members[name]
    if (member === undefined) continue
    writing.keys.push(name)
    const { first, next } = labelOf(shape, i, writing)
    text = joined(text === '' ? first : text + next, written(member, writing), writing)
    writing.keys.pop()
  }
  return text === '' ? '{}' : `${text}}`
}

function textOf(text: string, writing: Writing): string {
  // A control character takes six when it is written.
  if (text.length > canonicalLimits.length / 6)
    fail(tooLong(pathOf(writing), canonicalLimits.length))
  if (isPlain(text)) return `"${text}"`
  if (isBroken(text)) refused(text, writing)
  return JSON.stringify(text)
}

/** Whether a text is written as it is: most are, and are short. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < space || unit > tilde || unit === quote || unit === backslash) return false
  }
  return true
}

const [space, tilde, quote, backslash] = [0x20, 0x7e, 0x22, 0x5c]

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
