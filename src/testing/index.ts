export type { Expectation, PolicyTest } from '../run/index.js'
export {
  assertPolicy,
  type CheckOptions,
  checkPolicy,
  policyMatchers,
  type Subject,
} from './check-policy.js'
export { type Figures, figuresOf } from './figures.js'
export { bookPolicies, planPolicies, scorecardPolicies } from './policies.js'
export {
  type Counterexample,
  describeReport,
  type LawName,
  type LawReport,
  laws,
  type PolicyReport,
} from './report.js'
export { type Measure, type Rule, ruleOfPlan, ruleOfScorecard } from './rule.js'
export { runDataOf } from './run-data.js'
