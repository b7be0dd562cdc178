import type { Period } from '../calendar/index.js'
import type { Plan } from '../commission/index.js'
import type { Scorecard } from '../kpi/index.js'
import type { PayBook } from '../pay/index.js'
import type { Expectation, PolicyTest } from '../payroll/index.js'
import {
  anything,
  list,
  type Option,
  optional,
  options,
  refuse,
  text,
  whole,
} from '../problem/index.js'
import { checkPayBook, formulaReports } from './pay/check.js'
import { notASubject, unknownLaw } from './problems.js'
import { describeReport, type LawName, laws, type PolicyReport } from './report.js'
import { type Rule, ruleOfPlan, ruleOfScorecard } from './rule.js'

/** What can be checked: a plan, a scorecard, any formula as a rule, or a book: of components, or of policies that write them. */
export type Subject = Plan | Scorecard | Rule | PayBook

/** How a policy is checked. */
export interface CheckOptions {
  /** The laws to check; all that say something of the policy, unless given. */
  readonly laws?: readonly LawName[]
  /** How many cases are drawn at most for a law that cannot be proved; 100 unless given. */
  readonly runs?: number
  /**
   * The milliseconds that all laws together may take, divided among them; reports say how many cases were
   * drawn, of each law one at least. 5,000 for a book, none for anything else, unless given.
   */
  readonly budget?: number
  /** The same seed draws the same cases; 1 unless given. */
  readonly seed?: number
  /** What the author knows and accepts; a book's versions bring their own. */
  readonly expect?: Expectation
  /** Cases with what they must pay; a book's versions bring their own. */
  readonly tests?: readonly PolicyTest[]
  /** The first of the three periods that a book is run for; one by which all of its components have begun, unless given. */
  readonly period?: Period
}

/**
 * Checks a policy against the laws of fair pay, and runs its own tests. A law is proved for every
 * input where the exact analysis of the formula can (a rule that reads nothing beside its measure);
 * else the whole curve of the measure is analysed for each drawn row of the other figures, or the law
 * is checked on drawn rows near the policy's own bounds. What breaks it is shrunk to the smallest
 * case.
 *
 * - of a formula: `reproducible`, `engine-equal`, `monotone`, `no-cliff`, `bounded`, `split-proof`
 * - of a book: of three runs one after the other `reproducible`, `anonymous`, `protected-blind`,
 *   `equal-pay`, `additive`, `late-news`, `budget-balanced`; and `engine-equal` of every formula
 * - of a book of policies, also `monotone` of all that somebody is paid over one credit, and the laws of
 *   formulas for each version of each plan and scorecard; the `tests` of any other policy are worked out by
 *   the component that is called like it
 *
 * A book says itself what it means to tell apart: a component with `mayRead`.
 *
 * Throws a `PolicyError` for what is none of these, a law that there is not, runs, seeds and budgets that
 * are no whole numbers, and a rule that is too large to be analysed, by its name.
 *
 * @example
 * const plan = parsePlan({ id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' }, tiers: { kind: 'flat', rate: '0.02' } })
 * checkPolicy(plan, { laws: ['monotone'] }).reports[0]?.outcome //=> 'proved'
 */
export function checkPolicy(subject: Subject, options: CheckOptions = {}): PolicyReport {
  refuse([...(isSubject(subject) ? [] : [notASubject('subject')]), ...checked(options, '')])
  const { laws: asked = Object.keys(laws) as LawName[], runs = 100, seed = 1, budget } = options
  const drawing = { runs, seed }
  const reports = isPayBook(subject)
    ? checkPayBook(subject, asked, { ...drawing, budget: budget ?? 5_000, period: options.period })
    : formulaReports(
        asked.map((law) => [law, ruleOf(subject, options)] as const),
        { ...drawing, budget },
      )
  return { holds: reports.every(({ outcome }) => outcome !== 'broken'), reports }
}

const law: Option = (value, path) => {
  const wrong = text(value, path)
  if (wrong.length > 0 || Object.hasOwn(laws, value as string)) return wrong
  return [unknownLaw(path, value as string, Object.keys(laws))]
}

/** What is wrong with options. */
const checked = options({
  laws: optional(list(law)),
  runs: optional(whole(1)),
  budget: optional(whole(1)),
  seed: optional(whole(0)),
  expect: anything,
  tests: anything,
  period: anything,
})

/**
 * Throws an error with the report of {@link checkPolicy} where a law is broken: for node:test, or any
 * other runner.
 *
 * @example
 * test('our plan is fair', () => assertPolicy(plan))
 */
export function assertPolicy(subject: Subject, options: CheckOptions = {}): void {
  const report = checkPolicy(subject, options)
  if (!report.holds) throw new Error(describeReport(brokenOf(report)))
}

/**
 * Matchers for `expect.extend` of vitest and jest.
 *
 * @example
 * expect.extend(policyMatchers)
 * expect(plan).toKeepLaws({ laws: ['monotone'] })
 */
export const policyMatchers = {
  /** Passes where the subject keeps the laws; `message` is the report, in words. */
  toKeepLaws(subject: Subject, options: CheckOptions = {}) {
    const report = checkPolicy(subject, options)
    return {
      pass: report.holds,
      /** What the runner shows. */
      message: () => (report.holds ? describeReport(report) : describeReport(brokenOf(report))),
    }
  },
}

function brokenOf({ reports, ...report }: PolicyReport): PolicyReport {
  return { ...report, reports: reports.filter(({ outcome }) => outcome === 'broken') }
}

/** Whether it has what one of the subjects is known by; a book that was not parsed is none. */
function isSubject(subject: unknown): boolean {
  if (typeof subject !== 'object' || subject === null) return false
  if ('components' in subject) return subject.components instanceof Map
  return ['coefficient', 'policy', 'formula'].some((member) => member in subject)
}

function isPayBook(subject: Subject): subject is PayBook {
  return 'components' in subject
}

/** A subject as a rule, with what is expected and tested beside what it brings along. */
function ruleOf(subject: Exclude<Subject, PayBook>, { expect, tests }: CheckOptions): Rule {
  const rule = ownRule(subject)
  return {
    ...rule,
    ...(expect && { expect: { ...rule.expect, ...expect } }),
    ...(tests && { tests }),
  }
}

function ownRule(subject: Exclude<Subject, PayBook>): Rule {
  if ('coefficient' in subject) return ruleOfScorecard(subject)
  return 'policy' in subject ? ruleOfPlan(subject) : subject
}
