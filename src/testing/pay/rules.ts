import { plan } from '../../commission/index.js'
import { scorecard } from '../../kpi/index.js'
import type { PayBook, Writing } from '../../pay/index.js'
import type { BookPolicy, PolicyBook } from '../../payroll/index.js'
import { parsePlanTerms, parseScorecardTerms } from '../../payroll/terms-schema.js'
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
 * with the tests and expectations that it brings along; of another book nothing.
 */
export function rulesOfPolicies(book: PayBook | PolicyBook): readonly Rule[] {
  if (!('policy' in book)) return []
  const { policies, currency } = book.policy
  return policies.flatMap((policy) => rulesOf(policy, currency))
}

function rulesOf({ kind, id, versions }: Policy, currency: Writing['currency']): readonly Rule[] {
  const ruleOf = Object.hasOwn(ruleOfKind, kind) ? ruleOfKind[kind] : undefined
  if (ruleOf === undefined) return []
  return versions.map(({ from, terms, tests, expect }) => {
    const rule = ruleOf(terms, { id, currency }, `${id} from ${from}`)
    return { ...rule, tests, ...(expect && { expect: { ...rule.expect, ...expect } }) }
  })
}

/**
 * What else brings tests along: versions of policies of other kinds, each tested by the component that is
 * called like it, as it pays on the version's first day.
 */
export function rulesTested(book: PayBook | PolicyBook): readonly Rule[] {
  if (!('policy' in book)) return []
  return book.policy.policies.flatMap(({ kind, id, versions }) =>
    Object.hasOwn(ruleOfKind, kind)
      ? []
      : versions.flatMap(({ from, tests }) => {
          const written = book.components.get(id)?.versions.find((each) => each.from === from)
          if (tests === undefined || written === undefined) return []
          return [{ name: `${id} from ${from}`, formula: written.formula, measures: [], tests }]
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
