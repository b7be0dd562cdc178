import type { PayBook } from '../../pay/index.js'
import type { Drawing } from '../drawing.js'
import { formulaLaws, ownTests } from '../formula-laws.js'
import type { LawName, LawReport } from '../report.js'
import type { Rule } from '../rule.js'
import { type PayDrawing, payLaws } from './laws.js'
import { rulesOfComponents, rulesOfPolicies, testsOfPolicies } from './rules.js'

/** How much of a budget the runs of a book have, for they take the most. */
const share = { runs: 0.75, formulas: 0.25 } as const

/** What each law says of a book of components: of its runs, of its plans and scorecards, of its formulas. */
export function checkPayBook(
  book: PayBook,
  asked: readonly LawName[],
  { budget = 0, ...drawing }: PayDrawing,
): readonly LawReport[] {
  const rules = rulesOfPolicies(book)
  const own = asked.flatMap((law) =>
    [...rules, ...(law === 'engine-equal' ? rulesOfComponents(book) : [])].map(
      (rule) => [law, rule] as const,
    ),
  )
  // What is proved takes no time to speak of.
  const ofRuns = asked.filter((law) => law in payLaws && law !== 'protected-blind').length
  const each = (budget * share.runs) / Math.max(ofRuns, 1)
  return [
    ...(asked.includes('tests') ? testsOfPolicies(book) : []),
    ...formulaReports(own, { ...drawing, budget: budget * share.formulas }),
    ...asked.flatMap((law) => payLaws[law]?.(book, { ...drawing, budget: each }) ?? []),
  ]
}

/** What laws say of formulas, the budget divided among them. */
export function formulaReports(
  asked: readonly (readonly [law: LawName, rule: Rule])[],
  { budget, ...drawing }: Drawing,
): readonly LawReport[] {
  const each = budget === undefined ? undefined : budget / asked.length
  return asked.flatMap(
    ([law, rule]) =>
      (law === 'tests' ? ownTests(rule) : formulaLaws[law]?.(rule, { ...drawing, budget: each })) ??
      [],
  )
}
