import { type IsoDate, type Period, periodContaining } from '../calendar/index.js'
import type { Plan } from '../commission/index.js'
import type { Scorecard } from '../kpi/index.js'
import type { PayBook } from '../pay/index.js'
import { refuse } from '../problem/index.js'
import type { Expectation, PolicyBook, PolicyTest } from '../run/index.js'
import { notWhole } from '../run/problems.js'
import { bookLaws } from './book-laws.js'
import type { Drawing } from './drawing.js'
import { checkPayBook, formulaReports } from './pay/check.js'
import { notASubject, unknownLaw } from './problems.js'
import { describeReport, type LawName, type LawReport, laws, type PolicyReport } from './report.js'
import { type Rule, ruleOfPlan, ruleOfScorecard, rulesOfBook } from './rule.js'

/** What can be checked: a plan, a scorecard, any formula as a rule, or a whole book, also of components. */
export type Subject = Plan | Scorecard | Rule | PolicyBook | PayBook

/** How a policy is checked. */
export interface CheckOptions {
  /** The laws to check; all that say something of the policy, unless given. */
  readonly laws?: readonly LawName[]
  /** How many cases are drawn at most for a law that cannot be proved; 100 unless given. */
  readonly runs?: number
  /**
   * The milliseconds that all laws together may take, divided among them; reports say how many cases were
   * drawn, of each law one at least. 5,000 for a book of components, none for anything else, unless given.
   */
  readonly budget?: number
  /** The same seed draws the same cases; 1 unless given. */
  readonly seed?: number
  /** What the author knows and accepts; a book's versions bring their own. */
  readonly expect?: Expectation
  /** Cases with what they must pay; a book's versions bring their own. */
  readonly tests?: readonly PolicyTest[]
  /** The period that a book is run for, the first of three of a book of components; one in which all of its policies hold, unless given. */
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
 * - of a book: these for each version of each plan and scorecard, and of whole runs `reproducible`,
 *   `anonymous`, `protected-blind`, `equal-pay`, `additive`, `budget-balanced`
 * - of a book of components, also one of policies: these of three runs one after the other, and
 *   `late-news`; and `engine-equal` of every formula
 *
 * A book of components says itself what it means to tell apart: a component with `mayRead`.
 *
 * Throws a `PolicyError` for what is none of these, a law that there is not, runs, seeds and budgets that
 * are no whole numbers, and a rule that is too large to be analysed, by its name.
 *
 * @example
 * const plan = parsePlan({ id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' }, tiers: { kind: 'flat', rate: '0.02' } })
 * checkPolicy(plan, { laws: ['monotone'] }).reports[0]?.outcome //=> 'proved'
 */
export function checkPolicy(subject: Subject, options: CheckOptions = {}): PolicyReport {
  const { laws: asked = Object.keys(laws) as LawName[], runs = 100, seed = 1, budget } = options
  refuse([
    ...(isSubject(subject) ? [] : [notASubject('subject')]),
    ...asked.flatMap((law, i) =>
      Object.hasOwn(laws, law) ? [] : [unknownLaw(`laws[${i}]`, law, Object.keys(laws))],
    ),
    ...(Number.isSafeInteger(runs) && runs >= 1 ? [] : [notWhole('runs', 1)]),
    ...(Number.isSafeInteger(seed) ? [] : [notWhole('seed', 0)]),
    ...(budget === undefined || (Number.isSafeInteger(budget) && budget >= 1)
      ? []
      : [notWhole('budget', 1)]),
  ])
  const drawing = { runs, seed }
  const reports = isPayBook(subject)
    ? checkPayBook(subject, asked, { ...drawing, budget: budget ?? 5_000, period: options.period })
    : checked(subject, asked, { ...drawing, budget }, options)
  return { holds: reports.every(({ outcome }) => outcome !== 'broken'), reports }
}

function checked(
  subject: Exclude<Subject, PayBook>,
  asked: readonly LawName[],
  drawing: Drawing,
  options: CheckOptions,
): readonly LawReport[] {
  const rules = rulesOf(subject, options)
  const reports = [
    ...formulaReports(
      rules.flatMap((rule) => asked.map((law) => [law, rule] as const)),
      drawing,
    ),
    ...(isBook(subject)
      ? asked.map((law) =>
          bookLaws[law]?.(subject, { ...drawing, period: options.period ?? firstPeriod(subject) }),
        )
      : []),
  ]
  return reports.filter((report) => report !== undefined)
}

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

/** Whether it has what one of the subjects is known by. */
function isSubject(subject: unknown): boolean {
  return (
    typeof subject === 'object' &&
    subject !== null &&
    ['departments', 'components', 'score', 'policy', 'formula'].some((member) => member in subject)
  )
}

function isBook(subject: Exclude<Subject, PayBook>): subject is PolicyBook {
  return 'departments' in subject
}

/** A book of policies writes components as well. */
function isPayBook(subject: Subject): subject is PayBook {
  return 'components' in subject
}

function rulesOf(
  subject: Exclude<Subject, PayBook>,
  { expect, tests }: CheckOptions,
): readonly Rule[] {
  if (isBook(subject)) return rulesOfBook(subject)
  const rule = ruleOf(subject)
  return [
    {
      ...rule,
      ...(expect && { expect: { ...rule.expect, ...expect } }),
      ...(tests && { tests }),
    },
  ]
}

function ruleOf(subject: Exclude<Subject, PolicyBook | PayBook>): Rule {
  if ('score' in subject) return ruleOfScorecard(subject)
  return 'policy' in subject ? ruleOfPlan(subject) : subject
}

/** The first period, of the kind that the plans are paid by, in which all policies hold. */
function firstPeriod({ policy, plans }: PolicyBook): Period {
  const starts = policy.policies.map(({ versions: [first] }) => first?.from as IsoDate)
  const last = starts.reduce((a, b) => (a > b ? a : b))
  const [plan] = [...plans.values()].flatMap((history) =>
    history.flatMap(({ value }) => value ?? []),
  )
  return periodContaining(last, plan?.policy.period ?? 'month', policy.calendar)
}
