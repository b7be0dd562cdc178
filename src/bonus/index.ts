export { type AwardResult, type AwardStanding, giveAward } from './award.js'
export { type AwardTerms, awardComponents } from './award-components.js'
export { type Award, type Criterion, type Eligibility, parseAward } from './award-schema.js'
export type { PoolMember } from './claims.js'
export { clawbackOf, type Leaver } from './clawback.js'
export { type Division, dividePool, type PoolShare } from './division.js'
export type { AwardEntry, AwardMember, Hindrance } from './entries.js'
export { explainAward } from './explain-award.js'
export { explainShare, type ShareOptions } from './explain-share.js'
export { type Funding, parseFunding } from './funding.js'
export { type GrantTerms, grantComponents } from './grant-components.js'
export type {
  ClawbackPolicy,
  GrantPolicy,
  LeaverPart,
  LoyaltyPolicy,
  ReferralPolicy,
  ThirteenthPolicy,
  Vesting,
} from './grant-schema.js'
export { type GrantStatus, grantStatus, type Leaving } from './grant-status.js'
export { type Loyalty, type LoyaltyPayment, loyaltyIn, parseLoyalty } from './loyalty.js'
export { type LoyaltyTerms, loyaltyComponents } from './loyalty-components.js'
export { type Pool, type PoolLevel, parsePool } from './pool.js'
export { type PoolTerms, poolComponents } from './pool-components.js'
export type {
  FundingPolicy,
  LevelPolicy,
  PoolPolicy,
  ProfitSharingPolicy,
  ReservePolicy,
} from './pool-schema.js'
export { parseProfitSharing } from './profit-sharing.js'
export { type ProfitSharingTerms, profitSharingComponents } from './profit-sharing-components.js'
export { parseReferral, type Referral, type ReferralPayment, referralPayments } from './referral.js'
export { type ReferralTerms, referralComponents } from './referral-components.js'
export type { Reserve } from './reserve.js'
export { type TargetBonus, targetBonus } from './target.js'
export { type TargetTerms, targetBonusComponents } from './target-components.js'
export { parseTargetPlan, type TargetPlan, targetPlan } from './target-plan.js'
export { type TargetPlanTerms, targetPlanComponents } from './target-plan-components.js'
export type { TargetPlanPolicy } from './target-schema.js'
export { parseThirteenth, type Thirteenth } from './thirteenth.js'
export { type ThirteenthTerms, thirteenthComponents } from './thirteenth-components.js'
export { type Grant, parseGrant } from './vesting.js'
