export {
  type BenchmarkJob,
  type JobConsistency,
  type MarketLine,
  marketLine,
} from './consistency.js'
export { type FactorPlan, parseFactorPlan } from './evaluation.js'
export { factorEvaluationSystem } from './factor-evaluation-system.js'
export {
  type Merit,
  type MeritCandidate,
  type MeritIncrease,
  type MeritRound,
  meritIncreases,
  parseMerit,
} from './merit.js'
export { generalScheduleWaiting, nextStepOn, type Promotion, promote } from './promotion.js'
export { buildRanges, positionIn, type RangePosition } from './range.js'
export { type Evidence, type GradeReview, type ReviewReason, reviewGrade } from './review.js'
export { parseReview, type ReviewPolicy } from './review-schema.js'
export {
  type FactorPlanPolicy,
  type GradeStructure,
  type MeritPolicy,
  type PayRange,
  type PayRanges,
  type PromotionRule,
  parsePromotionRule,
  parseRanges,
  parseStructure,
  parseWaitingPeriods,
  type RangeProgression,
  type WaitingPeriods,
} from './schema.js'
export { broadband, type GradeFound, gradeOf, rangeOf } from './structure.js'
