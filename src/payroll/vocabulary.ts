import {
  awardComponents,
  grantComponents,
  loyaltyComponents,
  poolComponents,
  profitSharingComponents,
  referralComponents,
  targetBonusComponents,
  targetPlanComponents,
  thirteenthComponents,
} from '../bonus/index.js'
import {
  contestComponents,
  objectivesComponents,
  paymentComponents,
  planComponents,
  quotaComponents,
  spiffComponents,
} from '../commission/index.js'
import { salaryComponents } from '../grade/index.js'
import { scorecardComponents } from '../kpi/index.js'
import type { Component } from '../pay/index.js'
import {
  allowanceComponents,
  deductionComponents,
  leaveComponents,
  overtimeComponents,
  parseAllowance,
  parseDeduction,
  parseLeave,
  parseOvertime,
  parseRounding,
  parseSubtotal,
  parseTopUp,
  roundingComponents,
  subtotalComponents,
  topUpComponents,
} from '../wage/index.js'
import { adjustmentComponents } from './adjustment-components.js'
import {
  parseContestTerms,
  parseGrantTerms,
  parseLoyaltyTerms,
  parseObjectivesTerms,
  parseProfitSharingTerms,
  parseReferralTerms,
  parseSpiffTerms,
  parseTargetTerms,
  parseThirteenthTerms,
} from './bonus-terms-schema.js'
import { capComponents } from './cap-components.js'
import { parseCapTerms } from './cap-schema.js'
import { componentOf } from './component-schema.js'
import {
  parseAdjustmentTerms,
  parseAwardTerms,
  parsePaymentTerms,
  parsePlanTerms,
  parsePoolTerms,
  parseQuotaTerms,
  parseSalaryTerms,
  parseScorecardTerms,
} from './terms-schema.js'
import type { Word } from './word.js'

/** The kinds of policy that the library gives a meaning to. */
export type PolicyKind =
  | 'component'
  | 'salary'
  | 'scorecard'
  | 'plan'
  | 'quota'
  | 'payments'
  | 'pool'
  | 'award'
  | 'target'
  | 'objectives'
  | 'spiff'
  | 'contest'
  | 'thirteenth'
  | 'loyalty'
  | 'grant'
  | 'referral'
  | 'profitSharing'
  | 'allowance'
  | 'overtime'
  | 'leave'
  | 'topUp'
  | 'subtotal'
  | 'deduction'
  | 'rounding'
  | 'adjustments'
  | 'cap'

/**
 * The kinds of policy that a book knows, each with the function that writes its components.
 *
 * | kind | its terms | pays |
 * | --- | --- | --- |
 * | `component` | a component of pay without its name | what its formula says |
 * | `salary` | `{ attribute?, of?, prorated, rounding?, label?, clause? }` | an amount agreed with each person, or for each post; see `grade.salaryComponents` |
 * | `scorecard` | `{ scorecard, target?, prorated, rounding?, label?, clause? }` | a target bonus by a scorecard; see `bonus.targetBonusComponents` |
 * | `plan` | `{ plan, table?, reads? }` | commission; see `commission.planComponents` |
 * | `quota` | `{ quota, reads?, hired?, months? }` | nothing: the quota that plans read; see `commission.quotaComponents` |
 * | `payments` | `{ payments, of }` | recovery and draws; see `commission.paymentComponents` |
 * | `pool` | `{ funding, division, reads? }` | shares of a pool; see `bonus.poolComponents` |
 * | `award` | `{ award, team?, weight?, hired?, scales? }` | prizes; see `bonus.awardComponents` |
 * | `target` | `{ target, reads? }` | base × target × coefficients; see `bonus.targetPlanComponents` |
 * | `objectives` | `{ objectives, reads? }` | a target by what was achieved; see `commission.objectivesComponents` |
 * | `spiff` | `{ spiff, table? }` | an amount a deal or a unit; see `commission.spiffComponents` |
 * | `contest` | `{ contest, table? }` | prizes of places; see `commission.contestComponents` |
 * | `thirteenth` | `{ thirteenth, reads? }` | a 13th month; see `bonus.thirteenthComponents` |
 * | `loyalty` | `{ loyalty, hired? }` | amounts on anniversaries; see `bonus.loyaltyComponents` |
 * | `grant` | `{ grant, table?, since?, leaving? }` | what vests, less clawback; see `bonus.grantComponents` |
 * | `referral` | `{ referral, table?, event? }` | to who referred somebody; see `bonus.referralComponents` |
 * | `profitSharing` | `{ funding, sharing, reads? }` | shares of a profit; see `bonus.profitSharingComponents` |
 * | `cap` | `{ of, most?, least?, over?, label?, clause? }` | what several policies pay together at most or at least; a line takes off or tops up |
 * | `allowance` | `{ amount, prorated | perDay, days?, unpaid?, basis?, rounding?, label?, clause? }` | an amount by attributes, days or service; see `wage.allowanceComponents` |
 * | `overtime` | `{ base, figures | records, divisor?, rounding?, label?, clause? }` | hours by kinds of day; see `wage.overtimeComponents` |
 * | `leave` | `{ base, kinds, hours?, basis?, rounding?, label?, clause? }` | what absences of kinds pay, or cost; see `wage.leaveComponents` |
 * | `topUp` | `{ of, minimum, prorated, unpaid?, basis?, rounding?, label?, clause? }` | what a wage lacks to a minimum; see `wage.topUpComponents` |
 * | `subtotal` | `{ of, what?, label?, clause? }` | nothing: a sum of components or tags; see `wage.subtotalComponents` |
 * | `deduction` | `{ records | figure | amount, of, instalment?, atMost?, floor?, after?, rounding?, label?, clause? }` | what is taken off, within limits, the rest carried on; see `wage.deductionComponents` |
 * | `rounding` | `{ of, step, rounding?, label?, clause? }` | what makes a payment a multiple of a step, carried on; see `wage.roundingComponents` |
 * | `adjustments` | `{ table?, label?, clause? }` | one-off payments and deductions, each with its reason |
 *
 * `parseBook` takes another vocabulary: these words with some of your own.
 *
 * @example
 * const tip: Word = (terms, { id }) => [component(id, { pays: 'due' }, tipOf(terms))]
 * parseBook(json, { vocabulary: { ...vocabulary, tip } })
 */
export const vocabulary: Readonly<Record<PolicyKind, Word>> = {
  component: componentOf,
  salary: (terms, about) => {
    const { attribute = about.id, ...said } = parseSalaryTerms(terms)
    return salaryComponents({ component: attribute, ...said }, about)
  },
  scorecard: (terms, about) => {
    const { scorecard, ...said } = parseScorecardTerms(terms, about)
    const card = scorecardComponents(scorecard, about)
    const coefficient = card.at(-1) as Component
    return [...card, ...targetBonusComponents({ coefficient, ...said }, about)]
  },
  plan: (terms, about) => {
    const { plan, ...said } = parsePlanTerms(terms, about)
    return planComponents(plan, { ...about, ...said })
  },
  quota: (terms, about) => quotaComponents(parseQuotaTerms(terms, about), about),
  payments: (terms, about) => {
    const { payments, of } = parsePaymentTerms(terms, about)
    return paymentComponents(payments, { ...about, of })
  },
  pool: (terms, about) => poolComponents(parsePoolTerms(terms, about), about),
  award: (terms, about) => awardComponents(parseAwardTerms(terms, about), about),
  target: (terms, about) => targetPlanComponents(parseTargetTerms(terms, about), about),
  objectives: (terms, about) => objectivesComponents(parseObjectivesTerms(terms, about), about),
  spiff: (terms, about) => spiffComponents(parseSpiffTerms(terms, about), about),
  contest: (terms, about) => contestComponents(parseContestTerms(terms, about), about),
  thirteenth: (terms, about) => thirteenthComponents(parseThirteenthTerms(terms, about), about),
  loyalty: (terms, about) => loyaltyComponents(parseLoyaltyTerms(terms, about), about),
  grant: (terms, about) => grantComponents(parseGrantTerms(terms, about), about),
  referral: (terms, about) => referralComponents(parseReferralTerms(terms, about), about),
  profitSharing: (terms, about) =>
    profitSharingComponents(parseProfitSharingTerms(terms, about), about),
  cap: (terms, about) => capComponents(parseCapTerms(terms), about),
  allowance: (terms, about) => allowanceComponents(parseAllowance(terms), about),
  overtime: (terms, about) => overtimeComponents(parseOvertime(terms), about),
  leave: (terms, about) => leaveComponents(parseLeave(terms), about),
  topUp: (terms, about) => topUpComponents(parseTopUp(terms), about),
  subtotal: (terms, about) => subtotalComponents(parseSubtotal(terms), about),
  deduction: (terms, about) => deductionComponents(parseDeduction(terms), about),
  rounding: (terms, about) => roundingComponents(parseRounding(terms), about),
  adjustments: (terms, about) => adjustmentComponents(parseAdjustmentTerms(terms), about),
}
