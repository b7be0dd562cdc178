export type { Asked, Comparison, PlanCondition } from './conditions-schema.js'
export { type ContestTerms, contestComponents } from './contest-components.js'
export { type Contest, parseContest, parseSpiff, type Spiff } from './contest-schema.js'
export {
  type CurvePoint,
  type Estimate,
  estimate,
  type NextTier,
  nextTier,
  payoutChart,
  payoutCurve,
} from './estimate.js'
export { type Forecast, type ForecastCourse, forecast, type YearEnd } from './forecast.js'
export type { EarnedPeriod } from './forecast-earned.js'
export type { ForecastRequest } from './forecast-request.js'
export type { PastYears } from './interval.js'
export type { Finding, Severity } from './lint/finding.js'
export { lintPlan } from './lint/lint.js'
export { type Missing, type NextStage, nextStage } from './next-stage.js'
export { type Objectives, parseObjectives } from './objectives.js'
export { type ObjectivesTerms, objectivesComponents } from './objectives-components.js'
export type { Own, OwnOr } from './own-schema.js'
export { type Payments, parsePayments } from './payment.js'
export { type PaymentWriting, paymentComponents } from './payment-components.js'
export type { PaymentPolicy } from './payment-schema.js'
export { type Plan, type PlanInputs, parsePlan, plan } from './plan.js'
export { planComponents } from './plan-components.js'
export type { PlanWriting } from './plan-reads.js'
export type { PlanPolicy } from './plan-shape-schema.js'
export { parseQuota, type Quota, quotaFor } from './quota.js'
export { type QuotaTerms, quotaComponents } from './quota-components.js'
export {
  type QuotaForShare,
  type QuotaForShareRequest,
  quotaForShare,
} from './quota-for-share.js'
export {
  type Seasonality,
  type SeasonalQuotaRequest,
  seasonalityOf,
  seasonalQuotas,
} from './seasonality.js'
export { type SpiffTerms, spiffComponents } from './spiff-components.js'
export type { ObjectivesPolicy, QuotaPolicy } from './target-schema.js'
