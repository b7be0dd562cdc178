import { plan } from '../../commission/index.js'
import { scorecard } from '../../kpi/index.js'
import type { PayBook, Writing } from '../../pay/index.js'
import type { BookPolicy, PolicyBook } from '../../payroll/index.js'
import { parsePlanTerms, parseScorecardTerms } from '../../payroll/terms-schema.js'
import type { LawReport } from '../report.js'
import { type Rule, ruleOfPlan, ruleOfScorecard } from '../rule.js'

type Policy = BookPolicy['policies'][number]

/** What the terms of a kind of policy are as a rule, read as the book's words read them. */
const ruleOfKind: Readonly<Record<string, (terms: unknown, about: Writing, name: string) => Rule>> =
  {
    plan: (terms, about, name) => ruleOfPlan(plan(parsePlanTerms(terms, about).plan), name),
    scorecard: (terms, about, name) =>
      ruleOfScorecard(scorecard(parseScorecardTerms(terms, about).scorecard), name),
  }

/**
 * Every version of every plan and scorecard of a book of policies, named by the day from which it holds,
 * with the expectations that it brings along; of another book nothing.
 */
export function rulesOfPolicies(book: PayBook | PolicyBook): readonly Rule[] {
  if (!('policy' in book)) return []
  const { policies, currency } = book.policy
  return policies.flatMap((policy) => rulesOf(policy, currency))
}

function rulesOf({ kind, id, versions }: Policy, currency: Writing['currency']): readonly Rule[] {
  const ruleOf = Object.hasOwn(ruleOfKind, kind) ? ruleOfKind[kind] : undefined
  if (ruleOf === undefined) return []
  return versions.map(({ from, terms, expect }) => {
    const rule = ruleOf(terms, { id, currency }, `${id} from ${from}`)
    return { ...rule, ...(expect && { expect: { ...rule.expect, ...expect } }) }
  })
}

/** The figures of the credits that the plans of a book of policies measure. */
export function sumsOfPlans(book: PayBook | PolicyBook): ReadonlySet<string> {
  return new Set(
    versionsOfPlans(book).map(({ about, terms }) => parsePlanTerms(terms, about).plan.measure.sum),
  )
}

/** Whether the author of a plan of the book says that more may pay less. */
export function fallsExpected(book: PayBook | PolicyBook): boolean {
  return versionsOfPlans(book).some(({ expect }) => expect?.fallsAt !== undefined)
}

function versionsOfPlans(book: PayBook | PolicyBook) {
  if (!('policy' in book)) return []
  const { policies, currency } = book.policy
  return policies
    .filter(({ kind }) => kind === 'plan')
    .flatMap(({ id, versions }) =>
      versions.map(({ terms, expect }) => ({ about: { id, currency }, terms, expect })),
    )
}

/**
 * What came of the tests that the versions of policies bring along: a report a version, broken by the
 * first of them that does not pass.
 */
export function testsOfPolicies(book: PayBook | PolicyBook): readonly LawReport[] {
  if (!('policy' in book)) return []
  return book.policy.policies.flatMap(({ id, versions }, i) =>
    versions.flatMap(({ from, tests = [] }, j): readonly LawReport[] => {
      const failed = tests.flatMap(({ inputs }, k) => {
        const path = `policies[${i}].versions[${j}].tests[${k}].`
        const problem = book.failedTests.find((each) => each.path.startsWith(path))
        return problem === undefined ? [] : [{ says: problem.message, rows: [inputs] }]
      })
      const of = { law: 'tests', of: `${id} from ${from}`, runs: tests.length } as const
      const [broken] = failed
      if (broken !== undefined) return [{ ...of, outcome: 'broken', broken }]
      return tests.length === 0 ? [] : [{ ...of, outcome: 'held' }]
    }),
  )
}

/** The formula of every version of every component that reads anything; of none of them is more better. */
export function rulesOfComponents({ components }: PayBook): readonly Rule[] {
  return [...components.values()].flatMap(({ name, versions }) =>
    versions.flatMap(({ from, formula }) =>
      Object.keys(formula.inputs).length === 0
        ? []
        : [{ name: from === undefined ? name : `${name} from ${from}`, formula, measures: [] }],
    ),
  )
}
