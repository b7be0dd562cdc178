import type { Locale, Localized } from './localized.js'

/** One thing that is wrong with a policy or its data, where it is, and how to mend it. */
export interface Problem {
  /** A stable name for programs, such as `unknown-input`. */
  readonly code: string
  /** Where it is, such as `tiers.steps[1].from`; empty for the whole value. */
  readonly path: string
  readonly message: Localized
  readonly hint: Localized
}

/** A problem from its texts: message and hint in English, then in Chinese; no closing full stops. */
export function problem(
  code: string,
  path: string,
  en: readonly [message: string, hint: string],
  zh: readonly [message: string, hint: string],
): Problem {
  return {
    code,
    path,
    message: { en: en[0], 'zh-CN': zh[0] },
    hint: { en: en[1], 'zh-CN': zh[1] },
  }
}

/**
 * The one error of this library: a policy or its data cannot be used.
 *
 * It lists every problem found, not the first alone. `code`, `path` and `hint` are those of the
 * first problem; `message` is English and names all of them. For another language call
 * {@link describeProblems} on `problems`.
 *
 * @example
 * try { parseFormula(json) } catch (error) {
 *   if (error instanceof PolicyError) console.log(describeProblems(error.problems, 'zh-CN'))
 * }
 */
export class PolicyError extends Error {
  readonly problems: readonly Problem[]
  readonly code: string
  readonly path: string
  readonly hint: string

  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(describeProblems(problems))
    this.name = 'PolicyError'
    this.problems = problems
    this.code = problems[0].code
    this.path = problems[0].path
    this.hint = problems[0].hint.en
  }
}

/**
 * Every problem on a line of its own: path, message, hint.
 *
 * @example
 * describeProblems(error.problems, 'zh-CN')
 */
export function describeProblems(problems: readonly Problem[], locale: Locale = 'en'): string {
  return problems
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
    return []
  } catch (error) {
    if (error instanceof PolicyError) return error.problems
    throw error
  }
}

/** The path of a part: `at('tiers', 1)` is `tiers[1]`, `at('tiers[1]', 'from')` is `tiers[1].from`. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}

/** The same problems, seen from the value that holds the one they were found in. */
export function under(path: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    path: problem.path.startsWith('[') ? path + problem.path : joined(path, problem.path),
  }))
}

function joined(path: string, rest: string): string {
  return path === '' || rest === '' ? path + rest : `${path}.${rest}`
}
