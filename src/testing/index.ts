export type { Expectation, PolicyTest } from '../run/index.js'
export {
  awardPolicies,
  fundingPolicies,
  poolPolicies,
  profitSharingPolicies,
  targetPlanPolicies,
} from './bonus-policies.js'
export { bookPolicies, paymentPolicies, salesEvents } from './book-policies.js'
export {
  assertPolicy,
  type CheckOptions,
  checkPolicy,
  policyMatchers,
  type Subject,
} from './check-policy.js'
export { expressions } from './expressions.js'
export { type Figures, figuresOf } from './figures.js'
export { factorPlanPolicies, gradeStructures, meritPolicies, payRanges } from './grade-policies.js'
export {
  grantPolicies,
  loyaltyPolicies,
  referralPolicies,
  thirteenthPolicies,
} from './grant-policies.js'
export { planPolicies, scorecardPolicies } from './policies.js'
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
