import {
  parseCard,
  type Replacement,
  type Retention,
  replacementCost,
  retentionReturn,
} from '../../src/attrition/index.js'
import {
  parseAward,
  parseFunding,
  parseGrant,
  parseLoyalty,
  parsePool,
  parseProfitSharing,
  parseReferral,
  parseTargetPlan,
  parseThirteenth,
} from '../../src/bonus/index.js'
import { parseBasis, parseFiscalCalendar } from '../../src/calendar/index.js'
import {
  parseContest,
  parseObjectives,
  parsePayments,
  parsePlan,
  parseQuota,
  parseSpiff,
} from '../../src/commission/index.js'
import { parseRates } from '../../src/credit/index.js'
import { check, parseFormula, parseProgram } from '../../src/formula/index.js'
import {
  buildRanges,
  parseFactorPlan,
  parseMarketSurveys,
  parseMerit,
  parsePromotionRule,
  parseRanges,
  parseReview,
  parseStructure,
  parseWaitingPeriods,
  priceMarket,
} from '../../src/grade/index.js'
import { parseCareerFramework, parsePromotionRounds } from '../../src/growth/index.js'
import { parseAssumptions, parseOffer } from '../../src/investment/index.js'
import { parseCascade, parseDistribution, parseScorecard } from '../../src/kpi/index.js'
import { parseBlend, parseRatingPolicy } from '../../src/rating/index.js'
import * as testing from '../../src/testing/index.js'
import { testDrawn } from './drawn.js'

testDrawn([
  ['plans', testing.planPolicies(), parsePlan, { tiers: { kind: 'flat', rate: '0.000' } }],
  ['scorecards', testing.scorecardPolicies(), parseScorecard, { missing: 'fail' }],
  ['payments', testing.paymentPolicies(), parsePayments, { currency: 'CNY', rounding: 'half-up' }],
  [
    'target plans',
    testing.targetPlanPolicies(),
    parseTargetPlan,
    {
      prorated: false,
      design: { kind: 'multiplicative', coefficients: [{ coefficient: 'coefficient0' }] },
    },
  ],
  [
    'funding',
    testing.fundingPolicies(),
    parseFunding,
    { source: { kind: 'profit-share', rate: '0.000' } },
  ],
  [
    'pools',
    testing.poolPolicies(),
    parsePool,
    { levels: [{ level: 'person', weight: { op: 'input', name: 'salary' } }] },
  ],
  [
    'profit sharing',
    testing.profitSharingPolicies(),
    parseProfitSharing,
    { currency: 'CNY', ties: 'larger-weight' },
  ],
  ['awards', testing.awardPolicies(), parseAward, { prizes: ['0.00'], budget: '0.00' }],
  [
    'grants',
    testing.grantPolicies(),
    parseGrant,
    { kind: 'sign-on', vesting: { kind: 'cliff', months: 0 } },
  ],
  ['loyalty', testing.loyaltyPolicies(), parseLoyalty, { steps: [{ years: 1, amount: '0.00' }] }],
  ['referrals', testing.referralPolicies(), parseReferral, { onHire: '0.00' }],
  ['13th months', testing.thirteenthPolicies(), parseThirteenth, { basis: 'earned' }],
  [
    'factor plans',
    testing.factorPlanPolicies(),
    parseFactorPlan,
    { factors: [{ factor: 'factor1', degrees: { degree1: '0' } }] },
  ],
  [
    'structures',
    testing.gradeStructures(),
    parseStructure,
    { grades: [{ grade: 'g1', from: '0' }] },
  ],
  [
    'pay ranges',
    testing.payRanges(),
    parseRanges,
    { ranges: [{ grade: 'g1', minimum: '8', midpoint: '10', maximum: '12' }] },
  ],
  [
    'merit matrices',
    testing.meritPolicies(),
    parseMerit,
    { ratings: ['rating1'], compaRatios: [{}], increases: { rating1: ['0.000'] } },
  ],
  [
    'market surveys',
    testing.marketSurveys(),
    (json) => priceMarket(parseMarketSurveys(json), '2027-07-01'),
    {
      surveys: [{ survey: 'survey1', effective: '2025-01-01' }],
      lines: [{ job: 'job1', survey: 'survey1', percentiles: { P50: '1000' } }],
    },
  ],
  [
    'expressions',
    testing.expressions(),
    (json) => check(parseFormula(json).expression),
    { op: 'input', name: 'sales' },
  ],
  [
    'programs',
    testing.programs(),
    parseProgram,
    { results: { base: { op: 'input', name: 'sales' } } },
  ],
  [
    'quotas',
    testing.quotaPolicies(),
    parseQuota,
    { currency: 'CNY', rounding: 'half-up', prorated: false },
  ],
  [
    'objectives',
    testing.objectivesPolicies(),
    parseObjectives,
    { objectives: [{ objective: 'objective1', weight: '1' }] },
  ],
  ['SPIFFs', testing.spiffs(), parseSpiff, { per: 'deal', pays: '0.00', credit: 'direct' }],
  ['contests', testing.contests(), parseContest, { prizes: ['0.00'], credit: 'direct' }],
  [
    'exchange rates',
    testing.exchangeRates(),
    parseRates,
    Array.from({ length: 6 }, () => ({ rates: [{ from: '2024-01-01', value: '0.0001' }] })),
  ],
  [
    'cascades',
    testing.cascadePolicies(),
    parseCascade,
    { places: 0, nodes: [{ node: 'node1', weight: '0.01' }] },
  ],
  [
    'forced distributions',
    testing.distributionPolicies(),
    parseDistribution,
    { bands: [{ band: 'band1', share: '1' }], ties: 'better', smallestTeam: 1 },
  ],
  [
    'range progressions',
    testing.rangeProgressions(),
    buildRanges,
    { grades: ['g1'], firstMidpoint: '1000', progression: '0.000', roundTo: 0 },
  ],
  ['promotion rules', testing.promotionRules(), parsePromotionRule, { rule: 'to-minimum' }],
  ['waiting periods', testing.waitingPeriods(), parseWaitingPeriods, [{ fromStep: 1, weeks: 1 }]],
  [
    'reviews',
    testing.reviewPolicies(),
    parseReview,
    { window: 2, promote: { score: '60', periods: 2 }, stepDown: { score: '0', periods: 2 } },
  ],
  [
    'rating policies',
    testing.ratingPolicies(),
    parseRatingPolicy,
    { scale: { minimum: '0', maximum: '5' }, criteria: [{ weight: '1' }], shrinkage: '0.0' },
  ],
  ['blends', testing.blendPolicies(), parseBlend, { parts: [{ weight: '1', scale: 0 }] }],
  [
    'career frameworks',
    testing.careerFrameworks(),
    parseCareerFramework,
    { levels: ['level1'], positions: [{ id: 'position1' }], moves: [], trainings: [] },
  ],
  [
    'promotion rounds',
    testing.promotionRounds(),
    parsePromotionRounds,
    { months: [1], day: 1, evidenceDays: 0 },
  ],
  [
    'risk cards',
    testing.cardPolicies(),
    parseCard,
    {
      signals: [{ signal: 'signal1', kind: 'number', risk: 'rises', bins: [{ points: 0 }] }],
      calibration: [{ score: 0, probability: '0.0000' }],
      bands: [{ band: 'band1' }],
    },
  ],
  [
    'replacements',
    testing.replacements(),
    (json) => replacementCost(json as Replacement),
    { currency: 'CNY', recruiting: '0.00', vacancyMonths: '0.0' },
  ],
  [
    'retention actions',
    testing.retentionActions(),
    (json) => retentionReturn(json as Retention),
    { cost: '0.00', people: [{ id: 'p1', probability: '0.0000' }] },
  ],
  [
    'offers',
    testing.offers(),
    parseOffer,
    { kind: 'subscription', bands: [{ from: 1, perPersonMonth: '0.00' }], addOns: [] },
  ],
  ['assumptions', testing.assumptions(), parseAssumptions, { people: 1, years: 1 }],
  ['fiscal calendars', testing.fiscalCalendars(), parseFiscalCalendar, { startMonth: 1 }],
  ['bases of proration', testing.prorationBases(), parseBasis, { basis: 'calendar-days' }],
])
