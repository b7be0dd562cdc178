export { type Career, parseCareer } from './career-schema.js'
export { type Condition, type Eligibility, eligibility, nextMoves } from './eligibility.js'
export {
  type CareerFramework,
  type Move,
  type Needs,
  parseCareerFramework,
  type Training,
} from './framework-schema.js'
export { careerMermaid } from './mermaid.js'
export {
  type Candidacy,
  type PromotionRound,
  promotionCalendar,
  type RoundCandidates,
  roundsIn,
} from './promotion-calendar.js'
export { type PromotionRounds, parsePromotionRounds } from './rounds-schema.js'
export type { DatedMove, Expiry } from './schedule.js'
export { type CompetencyLevel, levelsOn } from './standing.js'
export { type Suggestion, suggestTrainings } from './suggest.js'
export { type Way, type Ways, waysTo } from './ways.js'
