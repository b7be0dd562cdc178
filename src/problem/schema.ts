import * as z from 'zod'
import { forbiddenKeys, namePattern } from './name.js'
import { at, type Problem, refuse, under } from './policy-error.js'
import {
  forbiddenKey,
  notOffered,
  notPlain,
  textTooLong,
  tooBig,
  tooDeep,
  tooLarge,
  tooSmall,
  unknownKey,
  wrongFormat,
  wrongType,
} from './shape-problems.js'

/**
 * How large and how deep a policy may be, and which keys it may not hold. A hostile policy is
 * refused here, before any recursive code reads it.
 */
export const jsonLimits = { depth: 200, values: 200_000, textLength: 10_000 } as const

/** The texts that a value of a named format must match; a schema names the format as its message. */
export const format = {
  decimal: z.string().regex(/^-?(0|[1-9]\d*)(\.\d+)?$/, 'decimal'),
  nonNegative: z.string().regex(/^(0|[1-9]\d*)(\.\d+)?$/, 'non-negative decimal'),
  name: z.string().regex(namePattern, 'name'),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'date'),
} as const

/** A label in a schema: one text for all readers, or one a language. */
export const labelSchema = z.union([
  z.string().min(1),
  z.strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1) }),
])

/**
 * Reads untrusted JSON by a schema. Throws a `PolicyError` with every problem and its path: unknown
 * and missing keys, wrong types, hostile keys, values too deep or too many.
 */
export function parseWith<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  refuse(hostileParts(json))
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const problems = result.error.issues.flatMap((issue) => problemsOfIssue(issue, json))
  refuse(problems)
  throw new Error('a schema failed without a problem')
}

/** Lets a schema's own refinement report problems in the library's form. */
export function report(context: z.RefinementCtx, problems: readonly Problem[]): void {
  for (const problem of problems) context.addIssue({ code: 'custom', params: { problem } })
}

function hostileParts(json: unknown): readonly Problem[] {
  const problems: Problem[] = []
  const queue: { value: unknown; path: string; depth: number }[] = [
    { value: json, path: '', depth: 0 },
  ]
  let seen = 0
  for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
    const { value, path, depth } = item
    if (++seen > jsonLimits.values) return [...problems, tooLarge(jsonLimits.values)]
    if (typeof value === 'string' && value.length > jsonLimits.textLength)
      problems.push(textTooLong(path, jsonLimits.textLength))
    if (typeof value !== 'object' || value === null) continue
    if (!isPlain(value)) {
      problems.push(notPlain(path))
      continue
    }
    if (depth >= jsonLimits.depth) return [...problems, tooDeep(path, jsonLimits.depth)]
    for (const key of Object.keys(value)) {
      const place = at(path, Array.isArray(value) ? Number(key) : key)
      if (forbiddenKeys.has(key)) problems.push(forbiddenKey(place, key))
      else
        queue.push({
          value: (value as Record<string, unknown>)[key],
          path: place,
          depth: depth + 1,
        })
    }
  }
  return problems
}

/** A list, or an object without a class. Other realms have an `Object.prototype` of their own. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null
}

function problemsOfIssue(issue: z.core.$ZodIssue, json: unknown): readonly Problem[] {
  const path = issue.path.reduce<string>((p, key) => at(p, key as string | number), '')
  switch (issue.code) {
    case 'custom':
      return under(path, [issue.params?.['problem'] as Problem])
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(at(path, key), key))
    case 'invalid_key':
      return [wrongFormat(path, issue.issues[0]?.message ?? 'name', issue.path.at(-1))]
    case 'invalid_format':
      return [wrongFormat(path, issue.message, valueAt(json, issue.path))]
    case 'invalid_value':
      return [notOffered(path, issue.values.map(String), valueAt(json, issue.path))]
    case 'too_small':
      return [tooSmall(path, String(issue.minimum), issue.origin)]
    case 'too_big':
      return [tooBig(path, String(issue.maximum), issue.origin)]
    case 'invalid_union':
      return [
        'options' in issue
          ? notOffered(path, (issue.options as unknown[]).map(String), valueAt(json, issue.path))
          : wrongType(path, unionOf(issue.errors), valueAt(json, issue.path)),
      ]
    case 'invalid_type':
      return [wrongType(path, issue.expected, valueAt(json, issue.path))]
    default:
      throw new Error(`a schema reports ${issue.code}, which has no text`)
  }
}

function unionOf(errors: readonly (readonly z.core.$ZodIssue[])[]): string {
  const expected = errors.flatMap((issues) =>
    issues.map((issue) => (issue.code === 'invalid_type' ? issue.expected : 'text')),
  )
  return [...new Set(expected)].join(' | ')
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    json,
  )
}
