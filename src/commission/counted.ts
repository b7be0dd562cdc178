import type { IsoDate } from '../calendar/index.js'
import { decimal } from '../quantity/index.js'
import { amountMeasures, sumsAmount } from './amounts.js'
import type { Credit } from './credit.js'
import { isOnItsOwn } from './ledger.js'
import type { Plan } from './plan.js'
import { type Measure, measuresOf } from './plan-inputs.js'

/** Whether a plan measures a credit, or waits for it to release what is held back. */
export function counts(plan: Plan, credit: Credit): boolean {
  return isMeasured(plan, credit) || (awaits(plan, credit) && inPlace(plan.policy.measure, credit))
}

/** The day in whose period a credit counts: that of the deal, where it only releases. */
export function countedOn(plan: Plan, credit: Credit): IsoDate {
  const measure = measuresOf(plan.policy).find((each) => concerns(each, credit))
  return measure === undefined ? credit.dealt : dayFor(plan, measure, credit)
}

/** The day in whose period a measure of a plan counts a credit. */
export function dayFor(
  { policy: { refunds = 'original-period' } }: Plan,
  { sum }: Measure,
  credit: Credit,
): IsoDate {
  const { effective, booked, bookedFor = {} } = credit
  if (refunds === 'own-period' || isOnItsOwn(credit)) return effective
  return Object.hasOwn(bookedFor, sum) ? (bookedFor[sum] as IsoDate) : booked
}

/**
 * The day that a credit comes from: that of what it takes back, corrects or, where it only releases,
 * is collected for. By it a plan is found that pays all of a deal, also what happens to it later.
 */
export function comesFrom(plan: Plan, credit: Credit): IsoDate {
  return awaits(plan, credit) && !isMeasured(plan, credit) ? credit.dealt : credit.booked
}

function isMeasured({ policy }: Plan, credit: Credit): boolean {
  return measuresOf(policy).some((measure) => concerns(measure, credit))
}

/** Whether a measure counts a credit, or refuses it for a figure that it leaves out. */
function concerns(measure: Measure, credit: Credit): boolean {
  return amountFor(measure, credit) !== undefined || isUntold(measure, credit)
}

/** Whether a plan that holds back waits for what a credit says of the money received. */
function awaits({ release }: Plan, { kind, about }: Credit): boolean {
  return release !== undefined && (kind === 'collection' || about === 'collection')
}

/** What a credit adds to a measure; `undefined` where it is none of it. */
export function amountFor(measure: Measure, credit: Credit): string | undefined {
  if (!inPlace(measure, credit)) return undefined
  const sums = sumsAmount(measure.sum, credit)
  if (sums !== undefined) return sums ? credit.amount : undefined
  return Object.hasOwn(credit.figures, measure.sum) ? credit.figures[measure.sum] : undefined
}

/** Whether a measure is a figure that a credit takes back without saying how much of it. */
export function isUntold(measure: Measure, credit: Credit): boolean {
  return (
    !amountMeasures.has(measure.sum) && inPlace(measure, credit) && leavesOut(credit, measure.sum)
  )
}

/**
 * Whether a credit should say how much of a figure it takes back, and does not. What takes back a sale
 * that is not known should always say: "0", where there is nothing of it.
 */
export function leavesOut(credit: Credit, figure: string): boolean {
  const { figures, lacks = [], kind, deal, event, amount } = credit
  if (Object.hasOwn(figures, figure)) return false
  if (lacks.includes(figure)) return true
  const takesBack = kind === 'refund' || kind === 'cancellation' || kind === 'correction'
  return takesBack && deal === event && decimal(amount).lessThan(0)
}

/** Whether a credit is of the kind and the attributes that a measure asks for. */
function inPlace({ where = {} }: Measure, { credit, attributes }: Credit): boolean {
  return (
    (where.credit === undefined || where.credit === credit) &&
    Object.entries(where.attributes ?? {}).every(
      ([name, values]) =>
        Object.hasOwn(attributes, name) && values.includes(attributes[name] as string),
    )
  )
}
