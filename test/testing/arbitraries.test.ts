import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
import { appendEvents, parseEvents, parsePayments, parsePlan } from '../../src/commission/index.js'
import { check, parseFormula } from '../../src/formula/index.js'
import { parseFactorPlan, parseMerit, parseRanges, parseStructure } from '../../src/grade/index.js'
import { parseScorecard } from '../../src/kpi/index.js'
import { parseBook } from '../../src/run/index.js'
import * as testing from '../../src/testing/index.js'

/** Each arbitrary with the parser that must accept what it draws, and the smallest it shrinks to. */
const arbitraries: readonly (readonly [
  string,
  fc.Arbitrary<unknown>,
  (json: unknown) => unknown,
  object,
])[] = [
  ['plans', testing.planPolicies(), parsePlan, { tiers: { kind: 'flat', rate: '0.000' } }],
  ['scorecards', testing.scorecardPolicies(), parseScorecard, { missing: 'fail' }],
  ['books', testing.bookPolicies(), parseBook, { currency: 'CNY' }],
  ['payments', testing.paymentPolicies(), parsePayments, { currency: 'CNY', rounding: 'half-up' }],
  ['ledgers', testing.salesEvents('CNY'), (json) => appendEvents([], parseEvents(json)), []],
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
    'expressions',
    testing.expressions(),
    (json) => check(parseFormula(json).expression),
    { op: 'constant', value: '0' },
  ],
]

/** The members and the words of a drawn value, without its numbers. */
const shape = (_: string, value: unknown) =>
  typeof value === 'string' && /^-?[\d.]+$/.test(value) ? '#' : value

describe.each(arbitraries)('drawn %s', (_, arbitrary, parse, smallest) => {
  test('are accepted as JSON', () => {
    fc.assert(
      fc.property(arbitrary, (drawn) => {
        parse(JSON.parse(JSON.stringify(drawn)))
      }),
    )
  })

  test('differ in what they are made of', () => {
    const shapes = fc.sample(arbitrary, 300).map((drawn) => JSON.stringify(drawn, shape))
    expect(new Set(shapes).size).toBeGreaterThanOrEqual(5)
  })

  test('shrink to the smallest', () => {
    const { counterexample } = fc.check(fc.property(arbitrary, () => false))
    expect(counterexample?.[0]).toMatchObject(smallest)
  })
})
