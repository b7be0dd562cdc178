import * as z from 'zod'
import { forbiddenKeys, namePattern } from './name.js'
import { at, PolicyError, type Problem, problemsOf, refuse, under } from './policy-error.js'
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
  const result = schema.safeParse(json, { error: knownKeys })
  if (result.success) return result.data
  const problems = result.error.issues.flatMap((issue) => problemsOfIssue(issue, json))
  throw new PolicyError(problems as [Problem, ...Problem[]])
}

/**
 * {@link parseWith} for each value of a list, of any length: the limits hold for each value by
 * itself. Throws a `PolicyError` with every problem of every value.
 */
export function parseEach<S extends z.ZodType>(schema: S, json: unknown): readonly z.output<S>[] {
  if (!Array.isArray(json)) return parseWith(z.array(schema), json)
  const problems: Problem[] = []
  const values: z.output<S>[] = []
  json.forEach((value, i) => {
    const found = problemsOf(() => values.push(parseWith(schema, value)))
    problems.push(...under(at('', i), found))
  })
  refuse(problems)
  return values
}

/** A refinement that looks at the meaning of a value where its shape is right: only there can it. */
export function meaning<T>(problemsIn: (value: T) => readonly Problem[]) {
  return (value: T, context: z.RefinementCtx<T>): void => {
    if (context.issues.length === 0) report(context, problemsIn(value))
  }
}

/** Lets a schema's own refinement report problems in the library's form. */
export function report(context: z.RefinementCtx, problems: readonly Problem[]): void {
  for (const problem of problems) context.addIssue({ code: 'custom', params: { problem } })
}

function hostileParts(json: unknown): readonly Problem[] {
  const problems: Problem[] = []
  const stack: { key: string; value: unknown; path: string; depth: number }[] = [
    { key: '', value: json, path: '', depth: 0 },
  ]
  let seen = 0
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { key, value, path, depth } = item
    if (++seen > jsonLimits.values) return [...problems, tooLarge(jsonLimits.values)]
    if (forbiddenKeys.has(key)) {
      problems.push(forbiddenKey(path, key))
      continue
    }
    if (typeof value === 'string' && value.length > jsonLimits.textLength)
      problems.push(textTooLong(path, jsonLimits.textLength))
    if (typeof value !== 'object' || value === null) continue
    if (!isPlain(value)) {
      problems.push(notPlain(path))
      continue
    }
    if (depth >= jsonLimits.depth) return [...problems, tooDeep(path, jsonLimits.depth)]
    // The last one pushed is read first, so that problems come in the order of the JSON.
    for (const [part, inner] of Object.entries(value).reverse()) {
      const place = at(path, Array.isArray(value) ? Number(part) : part)
      stack.push({ key: part, value: inner, path: place, depth: depth + 1 })
    }
  }
  return problems
}

/** A list, or an object without a class. Other realms have an `Object.prototype` of their own. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Where a key is not known, the message names those that are. */
const knownKeys: z.core.$ZodErrorMap = ({ code, inst }) =>
  code === 'unrecognized_keys' ? Object.keys((inst as z.ZodObject).shape).join(' ') : undefined

function problemsOfIssue(issue: z.core.$ZodIssue, json: unknown): readonly Problem[] {
  const path = issue.path.reduce<string>((p, key) => at(p, key as string | number), '')
  switch (issue.code) {
    case 'custom':
      return under(path, [issue.params?.['problem'] as Problem])
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(at(path, key), key, issue.message.split(' ')))
    case 'invalid_key':
      return issue.issues.map(({ message }) => wrongFormat(path, message, issue.path.at(-1)))
    case 'invalid_format':
      return [wrongFormat(path, issue.message, valueAt(json, issue.path))]
    case 'invalid_value':
      return [notOffered(path, issue.values.map(String), valueAt(json, issue.path), issue.message)]
    case 'too_small':
      return [tooSmall(path, String(issue.minimum), issue.origin)]
    case 'too_big':
      return [tooBig(path, String(issue.maximum), issue.origin)]
    case 'invalid_union':
      return 'options' in issue
        ? [notOffered(path, (issue.options as unknown[]).map(String), valueAt(json, issue.path))]
        : problemsOfUnion(issue, path, json)
    case 'invalid_type':
      return [wrongType(path, issue.expected, valueAt(json, issue.path))]
    default:
      throw new Error(`a schema reports ${issue.code}, which has no text`)
  }
}

/** Whether an issue is of what a value holds, and not of the value itself. */
function isWithin({ code, path }: z.core.$ZodIssue): boolean {
  return path.length > 0 || code === 'unrecognized_keys'
}

/** Where one choice is of the right type and wrong only within, its problems; else the types. */
function problemsOfUnion(
  { errors, path: keys }: z.core.$ZodIssueInvalidUnion,
  path: string,
  json: unknown,
): readonly Problem[] {
  const meant = errors.find((issues) => issues.every(isWithin))
  if (meant !== undefined)
    return meant.flatMap((issue) =>
      problemsOfIssue({ ...issue, path: [...keys, ...issue.path] }, json),
    )
  const types = errors
    .flat()
    .map((issue) =>
      issue.code === 'invalid_value'
        ? issue.values.join(', ')
        : (issue as z.core.$ZodIssueInvalidType).expected,
    )
  return [wrongType(path, types.join(' | '), valueAt(json, keys))]
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key],
    json,
  )
}
