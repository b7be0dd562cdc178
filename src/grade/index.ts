export type { SurveyAge } from './ageing.js'
export {
  type BenchmarkJob,
  type JobConsistency,
  type MarketLine,
  marketLine,
} from './consistency.js'
export { type FactorPlan, parseFactorPlan } from './evaluation.js'
export { factorEvaluationSystem } from './factor-evaluation-system.js'
export { type MarketJob, type MarketPricing, priceMarket } from './market.js'
export {
  type MarketPosition,
  type MarketTarget,
  marketPay,
  marketPositions,
} from './market-position.js'
export { type MarketSurveys, parseMarketSurveys } from './market-schema.js'
export { type Merit, type MeritCandidate, parseMerit } from './merit.js'
export {
  type MeritBudget,
  type MeritIncrease,
  type MeritRound,
  meritIncreases,
} from './merit-round.js'
export type { MeritPolicy } from './merit-schema.js'
export { generalScheduleWaiting, nextStepOn, type Promotion, promote } from './promotion.js'
export {
  type PromotionRule,
  parsePromotionRule,
  parseWaitingPeriods,
  type WaitingPeriods,
} from './promotion-schema.js'
export { buildRanges, positionIn, type RangePosition } from './range.js'
export {
  type PayRange,
  type PayRanges,
  parseRanges,
  type RangeProgression,
} from './range-schema.js'
export { type GradeReview, type ReviewReason, reviewGrade } from './review.js'
export { type Evidence, parseEvidence, parseReview, type ReviewPolicy } from './review-schema.js'
export { type SalaryTerms, salaryComponents } from './salary-components.js'
export { type FactorPlanPolicy, type GradeStructure, parseStructure } from './schema.js'
export { broadband, type GradeFound, gradeOf, rangeOf } from './structure.js'
