export type { Expectation, PolicyTest } from '../payroll/index.js'
export {
  personRecords,
  replacements,
  retentionActions,
  spells,
} from './arbitraries/attrition-data.js'
export {
  awardPolicies,
  fundingPolicies,
  poolPolicies,
  profitSharingPolicies,
  targetPlanPolicies,
} from './arbitraries/bonus-policies.js'
export { fiscalCalendars, historiesOf, prorationBases } from './arbitraries/calendars.js'
export { careerFrameworks, careersIn, promotionRounds } from './arbitraries/career-frameworks.js'
export {
  contests,
  objectivesPolicies,
  paymentPolicies,
  quotaPolicies,
  spiffs,
} from './arbitraries/commission-policies.js'
export {
  type CreditedDeals,
  creditData,
  creditedDeals,
  creditings,
} from './arbitraries/creditings.js'
export { dealEvents } from './arbitraries/deal-events.js'
export { creditedPeople, dealOwners, dealTouches } from './arbitraries/deal-tables.js'
export { exchangeRates } from './arbitraries/exchange-rates.js'
export { expressions } from './arbitraries/expressions.js'
export { type Figures, figuresOf } from './arbitraries/figures.js'
export {
  factorPlanPolicies,
  gradeStructures,
  meritPolicies,
  payRanges,
  promotionRules,
  rangeProgressions,
  reviewEvidence,
  reviewPolicies,
  waitingPeriods,
} from './arbitraries/grade-policies.js'
export {
  grantPolicies,
  loyaltyPolicies,
  referralPolicies,
  thirteenthPolicies,
} from './arbitraries/grant-policies.js'
export {
  cascadePolicies,
  distributionPolicies,
  scorecardPolicies,
} from './arbitraries/kpi-policies.js'
export { marketSurveys } from './arbitraries/market-surveys.js'
export { assumptions, offers } from './arbitraries/offers.js'
export { payBooks } from './arbitraries/pay-books.js'
export { payComponents } from './arbitraries/pay-components.js'
export { payData, payPeople, payRecords } from './arbitraries/pay-data.js'
export { type PayDataOptions, payDataOf } from './arbitraries/pay-data-of.js'
export { payRuns } from './arbitraries/pay-runs.js'
export { comparedPeople } from './arbitraries/people.js'
export { planPolicies } from './arbitraries/plan-policies.js'
export { disclosedViews, policyBooks } from './arbitraries/policy-books.js'
export { programs } from './arbitraries/programs.js'
export {
  blendPolicies,
  participants,
  ratingPolicies,
  ratingsOf,
} from './arbitraries/rating-policies.js'
export { cardPolicies, observationsOf } from './arbitraries/risk-cards.js'
export {
  allowanceTerms,
  deductionTerms,
  leaveTerms,
  overtimeTerms,
  roundingTerms,
  subtotalTerms,
  topUpTerms,
  type WageTermsOptions,
} from './arbitraries/wage-terms.js'
export {
  assertPolicy,
  type CheckOptions,
  checkPolicy,
  policyMatchers,
  type Subject,
} from './check-policy.js'
export {
  type Counterexample,
  describeReport,
  type LawName,
  type LawReport,
  laws,
  type PolicyReport,
} from './report.js'
export { type Measure, type Rule, ruleOfPlan, ruleOfScorecard } from './rule.js'
