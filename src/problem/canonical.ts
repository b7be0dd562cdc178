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
  return written(value, { keys: [], texts: new Map(), names: new Map() })
}

interface Writing {
  readonly keys: (string | number)[]
  /** What was written of each object: one that is referred to often is written once. */
  readonly texts: Map<object, string>
  readonly names: Map<string, string>
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
  writing.texts.set(value, text)
  return text
}

type Members = Readonly<Record<string, unknown>>

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
  for (const name of Object.keys(members).sort()) {
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
  if (isBroken(text)) refused(text, writing)
  return JSON.stringify(text)
}

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
