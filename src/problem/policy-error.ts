import type { Locale, Localized } from './localized.js'
import { line, problemLimits, sentence } from './readable.js'

/** One thing that is wrong with a policy or its data, where it is, and how to mend it. */
export interface Problem {
  /** A stable name for programs, such as `unknown-input`. */
  readonly code: string
  /** Where it is, such as `tiers.steps[1].from`; empty for the whole value. */
  readonly path: string
  readonly message: Localized
  readonly hint: Localized
}

/** A hint, or how it is found once it is read: nobody reads those of problems that are not listed. */
export type Hint = string | (() => string)

/** A problem from its texts: message and hint in English, then in Chinese; no closing full stops. */
export function problem(
  code: string,
  path: string,
  [message, hint]: readonly [message: string, hint: Hint],
  [messageZh, hintZh]: readonly [message: string, hint: Hint],
): Problem {
  const texts = { code, path: pathIn(path), message: messageIn(message, messageZh) }
  if (typeof hint === 'string') return { ...texts, hint: hintIn(hint, read(hintZh)) }
  return {
    ...texts,
    get hint() {
      return hintIn(read(hint), read(hintZh))
    },
  }
}

function read(hint: Hint): string {
  return typeof hint === 'string' ? hint : hint()
}

function pathIn(path: string): string {
  return line(path, problemLimits.path)
}

function messageIn(en: string, zh: string): Localized {
  const { message } = problemLimits
  return { en: sentence(en, message), 'zh-CN': sentence(zh, message) }
}

function hintIn(en: string, zh: string): Localized {
  return { en: sentence(en, problemLimits.hint), 'zh-CN': sentence(zh, problemLimits.hint) }
}

/**
 * The problems as they are told: each on one line, of bounded length, and as plain data; where there
 * are too many the first ones, and last that there are more.
 */
function told(problems: readonly Problem[]): readonly Problem[] {
  const most = problemLimits.problems
  const listed = problems.length > most ? problems.slice(0, most - 1) : problems
  return [
    ...listed.map((problem) => ({
      ...problem,
      path: pathIn(problem.path),
      message: messageIn(problem.message.en, problem.message['zh-CN']),
      hint: hintIn(problem.hint.en, problem.hint['zh-CN']),
    })),
    ...(listed === problems ? [] : [moreProblems(listed.length)]),
  ]
}

function moreProblems(listed: number): Problem {
  return problem(
    'more-problems',
    '',
    [`has more problems than the ${listed} above`, 'Mend those first, then read it again'],
    [`除以上 ${listed} 个问题外还有更多`, '请先改正以上问题，再重新读取'],
  )
}

/** Copies of this library, such as one imported and one required, know each other's errors by it. */
const brand = Symbol.for('payproof.PolicyError')

/**
 * The one error of this library: a policy or its data cannot be used.
 *
 * It lists every problem found, not the first alone; of more than 100 it lists the first 99, and that
 * there are more. `code`, `path` and `hint` are those of the first problem; `message` is English and
 * names all that are listed. For another language call {@link describeProblems} on `problems`.
 *
 * `instanceof` holds for an error of any copy of this library in the process.
 *
 * @example
 * try { parseFormula(json) } catch (error) {
 *   if (error instanceof PolicyError) console.log(describeProblems(error.problems, 'zh-CN'))
 * }
 */
export class PolicyError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isPolicyError(value)
  }

  readonly problems: readonly Problem[]
  readonly code: string
  readonly path: string
  readonly hint: string

  constructor(problems: readonly [Problem, ...Problem[]]) {
    const listed = told(problems)
    super(describeProblems(listed))
    const [first] = listed as readonly [Problem, ...Problem[]]
    this.name = 'PolicyError'
    this.problems = listed
    this.code = first.code
    this.path = first.path
    this.hint = first.hint.en
    Object.defineProperty(this, brand, { value: true })
  }
}

/**
 * Whether a value is a {@link PolicyError}, of this copy of the library or of another in the process.
 *
 * @example
 * try { parseFormula(json) } catch (error) {
 *   if (!isPolicyError(error)) throw error
 * }
 */
export function isPolicyError(value: unknown): value is PolicyError {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, brand)
}

/**
 * Every problem on a line of its own: path, message, hint. What would break a line or turn its
 * direction is written out, and more than 100 problems are listed as in a {@link PolicyError}.
 *
 * @example
 * describeProblems(error.problems, 'zh-CN')
 */
export function describeProblems(problems: readonly Problem[], locale: Locale = 'en'): string {
  return told(problems)
    .map(({ path, message, hint }) =>
      locale === 'en'
        ? `${path === '' ? '' : `${path}: `}${message.en}. ${hint.en}.`
        : `${path === '' ? '' : `${path}：`}${message['zh-CN']}。${hint['zh-CN']}。`,
    )
    .join('\n')
}

/** Throws a {@link PolicyError} where there is any problem; does nothing otherwise. */
export function refuse(problems: readonly Problem[]): void {
  const [first, ...rest] = problems
  if (first !== undefined) throw new PolicyError([first, ...rest])
}

/** Throws a {@link PolicyError} of one problem. */
export function fail(problem: Problem): never {
  throw new PolicyError([problem])
}

/** The problems of a {@link PolicyError} that `task` throws, none where it succeeds. */
export function problemsOf(task: () => unknown): readonly Problem[] {
  try {
    task()
    return none
  } catch (error) {
    if (isPolicyError(error)) return error.problems
    throw error
  }
}

const none: readonly never[] = []

/** The path of a part: `at('tiers', 1)` is `tiers[1]`, `at('tiers[1]', 'from')` is `tiers[1].from`. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}

/** The same problems, seen from the value that holds the one they were found in. */
export function under(path: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => {
    const inner = problem.path
    const moved = inner.startsWith('[') ? path + inner : joined(path, inner)
    // Not spread: that would read the hint.
    return Object.create(Object.prototype, {
      ...Object.getOwnPropertyDescriptors(problem),
      path: { value: moved, enumerable: true },
    }) as Problem
  })
}

function joined(path: string, rest: string): string {
  return path === '' || rest === '' ? path + rest : `${path}.${rest}`
}
