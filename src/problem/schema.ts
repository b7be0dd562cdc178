import * as z from 'zod'
import { idPattern, namePattern } from './name.js'
import { part, plainCopy, tried } from './plain-copy.js'
import { at, type Problem, refuse, under } from './policy-error.js'
import { problemLimits } from './readable.js'
import {
  notOffered,
  tooBig,
  tooSmall,
  unknownKey,
  wrongFormat,
  wrongType,
} from './shape-problems.js'

export { jsonLimits } from './plain-copy.js'

/** The texts that a value of a named format must match; a schema names the format as its message. */
export const format = {
  decimal: z.string().regex(/^-?(0|[1-9]\d*)(\.\d+)?$/, 'decimal'),
  nonNegative: z.string().regex(/^(0|[1-9]\d*)(\.\d+)?$/, 'non-negative decimal'),
  name: z.string().regex(namePattern, 'name'),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'date'),
  id: z.string().min(1).regex(idPattern, 'plain id'),
} as const

/** A label in a schema: one text for all readers, or one a language. */
export const labelSchema = z.union([
  z.string().min(1),
  z
    .strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1) })
    .overwrite((label) => Object.freeze(label)),
])

const localized = z.strictObject({ en: z.string(), 'zh-CN': z.string() })

/** A problem that something else tells of, such as a run. */
export const problemSchema: z.ZodType<Problem> = z.strictObject({
  code: z.string(),
  path: z.string(),
  message: localized,
  hint: localized,
})

/**
 * Reads untrusted JSON by a schema. Throws a `PolicyError` with every problem and its path: unknown
 * and missing keys, wrong types, hostile keys, values too deep or too many.
 */
export function parseWith<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  const { problems, value } = reading(schema, json)
  refuse(problems)
  return value as z.output<S>
}

/** What a reader made of a value, or what is wrong with it. */
export interface Reading<T> {
  readonly problems: readonly Problem[]
  readonly value?: T | undefined
}

/**
 * {@link parseWith} for each value of a list, of any length: the limits hold for each value by
 * itself. Throws a `PolicyError` with every problem of every value.
 */
export function parseEach<S extends z.ZodType>(schema: S, json: unknown): readonly z.output<S>[] {
  return parseList(json, (item) => reading(schema, item))
}

/**
 * {@link parseEach} of values that are usually read by what is faster: where that gives nothing, the
 * schema reads the value, and tells what is wrong.
 */
export function parseUsual<S extends z.ZodType>(
  schema: S,
  usual: (item: unknown) => z.output<S> | undefined,
  json: unknown,
): readonly z.output<S>[] {
  return parseList(json, (item) => {
    const value = usual(item)
    return value === undefined ? reading(schema, item) : { problems: noProblems, value }
  })
}

const noProblems: readonly Problem[] = []

/** {@link parseEach} by a reader of one value. */
export function parseList<T>(json: unknown, read: (item: unknown) => Reading<T>): readonly T[] {
  if (tried(() => Array.isArray(json)) !== true)
    return parseWith(z.array(z.unknown()), json) as never
  const list = json as Readonly<Record<number, unknown>> & { readonly length: number }
  const problems: Problem[] = []
  const values: T[] = []
  for (let i = 0; i < list.length; i++) {
    const found = read(part(list, i))
    if (found.problems.length > 0) {
      problems.push(...under(at('', i), found.problems))
      if (problems.length > problemLimits.problems) break
    }
    values.push(found.value as T)
  }
  refuse(problems)
  return values
}

/** {@link parseWith} of a schema, for the readers of parts. */
export function by<S extends z.ZodType>(schema: S): (json: unknown) => z.output<S> {
  return (json) => parseWith(schema, json)
}

/** {@link parseEach} of a schema, for the readers of parts. */
export function eachBy<S extends z.ZodType>(schema: S): (json: unknown) => readonly z.output<S>[] {
  return (json) => parseEach(schema, json)
}

/** What a schema makes of a plain copy, or the first problems: one more at most than are listed. */
export function reading<S extends z.ZodType>(schema: S, json: unknown): Reading<z.output<S>> {
  const copy = plainCopy(json)
  if (copy.problems.length > 0) return { problems: copy.problems }
  const result = schema.safeParse(copy.value, { error: knownKeys })
  if (result.success) return { problems: [], value: result.data }
  const problems: Problem[] = []
  for (const issue of result.error.issues)
    for (const problem of problemsOfIssue(issue, copy.value)) {
      problems.push(problem)
      if (problems.length > problemLimits.problems) return { problems }
    }
  return { problems }
}

/** The JSON Schema of a schema, without patterns that name classes of characters: not every language reads those. */
export function jsonSchemaOf(schema: z.ZodType): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern?.includes('\\p')) delete jsonSchema.pattern
    },
  })
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

/** Where a key is not known, the message names those that are. */
const knownKeys: z.core.$ZodErrorMap = ({ code, inst }) =>
  code === 'unrecognized_keys' ? Object.keys((inst as z.ZodObject).shape).join(' ') : undefined

/** One by one, since an issue may have as many problems as a hostile object has keys. */
function* problemsOfIssue(issue: z.core.$ZodIssue, json: unknown): Generator<Problem> {
  const path = issue.path.reduce<string>((p, key) => at(p, key as string | number), '')
  switch (issue.code) {
    case 'custom':
      return yield* under(path, [issue.params?.['problem'] as Problem])
    case 'unrecognized_keys': {
      const known = issue.message.split(' ')
      for (const key of issue.keys) yield unknownKey(at(path, key), key, known)
      return
    }
    case 'invalid_key':
      for (const { message } of issue.issues) yield wrongFormat(path, message, issue.path.at(-1))
      return
    case 'invalid_format':
      return yield wrongFormat(path, issue.message, valueAt(json, issue.path))
    case 'invalid_value':
      return yield notOffered(
        path,
        issue.values.map(String),
        valueAt(json, issue.path),
        issue.message,
      )
    case 'too_small':
      return yield tooSmall(path, String(issue.minimum), issue.origin)
    case 'too_big':
      return yield tooBig(path, String(issue.maximum), issue.origin)
    case 'invalid_union':
      return 'options' in issue
        ? yield notOffered(
            path,
            (issue.options as unknown[]).map(String),
            valueAt(json, issue.path),
          )
        : yield* problemsOfUnion(issue, path, json)
    case 'invalid_type':
      return yield wrongType(path, issue.expected, valueAt(json, issue.path))
    default:
      throw new Error(`a schema reports ${issue.code}, which has no text`)
  }
}

/** Whether an issue is of what a value holds, and not of the value itself. */
function isWithin({ code, path }: z.core.$ZodIssue): boolean {
  return path.length > 0 || code === 'unrecognized_keys'
}

/** Whether a value has the keys of a choice: none that it does not know, and the one that names its kind. */
function hasKeysOf(issues: readonly z.core.$ZodIssue[], value: unknown): boolean {
  return issues.every(
    ({ code, path }) =>
      !(code === 'unrecognized_keys' && path.length === 0) &&
      !(code === 'invalid_union' && valueAt(value, path) === undefined),
  )
}

/** Where one choice is of the right type and wrong only within, its problems, best of one by its keys; else the types. */
function* problemsOfUnion(
  { errors, path: keys }: z.core.$ZodIssueInvalidUnion,
  path: string,
  json: unknown,
): Generator<Problem> {
  const possible = errors.filter((issues) => issues.every(isWithin))
  const meant = possible.find((issues) => hasKeysOf(issues, valueAt(json, keys))) ?? possible[0]
  if (meant !== undefined) {
    for (const issue of meant)
      yield* problemsOfIssue({ ...issue, path: [...keys, ...issue.path] }, json)
    return
  }
  const types = errors
    .flat()
    .map((issue) =>
      issue.code === 'invalid_value'
        ? issue.values.join(', ')
        : (issue as z.core.$ZodIssueInvalidType).expected,
    )
  yield wrongType(path, [...new Set(types)].join(' | '), valueAt(json, keys))
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key],
    json,
  )
}
