import { at, type Problem, under } from '../problem/index.js'
import { wrongType } from '../problem/shape-problems.js'

/**
 * The types that code relies on, and nothing of what values may say: a text, a whole number, a label, an object of any
 * members, a list or an object of values of one shape, or an object of named members. A name with `?`
 * at its end may be absent.
 */
export type Shape =
  | 'string'
  | 'integer'
  | 'label'
  | 'object'
  | { readonly list: Shape }
  | { readonly each: Shape }
  | { readonly members: Members }

/** The shapes of an object's members, by name. */
export type Members = Readonly<Record<string, Shape>>

const labelMembers: Members = { en: 'string', 'zh-CN': 'string' }
const none: readonly Problem[] = []

/**
 * Where a value is not of a shape: what a parser would tell too, but fast, for data in memory. Paths are
 * made only where something is wrong.
 */
export function shapeProblems(value: unknown, shape: Shape): readonly Problem[] {
  if (shape === 'string') return typeof value === 'string' ? none : [wrongType('', 'string', value)]
  if (shape === 'integer') return Number.isSafeInteger(value) ? none : [wrongType('', 'int', value)]
  if (shape === 'label' && typeof value === 'string') return none
  if (typeof shape === 'object' && 'list' in shape) {
    if (!Array.isArray(value)) return [wrongType('', 'array', value)]
    return eachProblems(value.entries(), shape.list)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [wrongType('', shape === 'label' ? 'string | object' : 'object', value)]
  if (shape === 'object') return none
  if (shape === 'label') return memberProblems(value, labelMembers)
  return 'each' in shape
    ? eachProblems(Object.entries(value), shape.each)
    : memberProblems(value, shape.members)
}

function memberProblems(value: object, members: Members): readonly Problem[] {
  const own = value as Readonly<Record<string, unknown>>
  const problems: Problem[] = []
  for (const name in members) {
    const optional = name.endsWith('?')
    const key = optional ? name.slice(0, -1) : name
    if (optional && own[key] === undefined) continue
    const found = shapeProblems(own[key], members[name] as Shape)
    if (found.length > 0) problems.push(...under(key, found))
  }
  return problems
}

function eachProblems(
  entries: Iterable<readonly [key: string | number, value: unknown]>,
  shape: Shape,
): readonly Problem[] {
  const problems: Problem[] = []
  for (const [key, value] of entries) {
    const found = shapeProblems(value, shape)
    if (found.length > 0) problems.push(...under(at('', key), found))
  }
  return problems
}
