import type { IsoDate } from '../calendar/index.js'
import type { Credit } from './credit.js'
import type { Plan } from './plan.js'
import { type Measure, measuresOf } from './plan-inputs.js'

/** The kinds of event whose amounts each measure of amounts sums; other measures are figures. */
export const amountKinds: ReadonlyMap<string, readonly Credit['kind'][]> = new Map([
  ['sales', ['order', 'refund', 'cancellation', 'correction', 'transfer']],
  ['invoiced', ['invoice', 'refund', 'correction', 'transfer']],
  ['collections', ['collection', 'transfer']],
])

/** Whether a plan measures a credit, or waits for it to release what is held back. */
export function counts(plan: Plan, credit: Credit): boolean {
  return isMeasured(plan, credit) || (awaits(plan, credit) && inPlace(plan.policy.measure, credit))
}

/** The day in whose period a credit counts: that of the deal, where it only releases. */
export function countedOn(plan: Plan, credit: Credit): IsoDate {
  if (awaits(plan, credit) && !isMeasured(plan, credit)) return credit.dealt
  return plan.policy.refunds === 'original-period' ? credit.booked : credit.effective
}

/**
 * The day that a credit comes from: that of what it takes back, corrects or, where it only releases,
 * is collected for. By it a plan is found that pays all of a deal, also what happens to it later.
 */
export function comesFrom(plan: Plan, credit: Credit): IsoDate {
  return awaits(plan, credit) && !isMeasured(plan, credit) ? credit.dealt : credit.booked
}

function isMeasured({ policy }: Plan, credit: Credit): boolean {
  return measuresOf(policy).some((measure) => amountFor(measure, credit) !== undefined)
}

function awaits({ release }: Plan, { kind }: Credit): boolean {
  return release !== undefined && kind === 'collection'
}

/** What a credit adds to a measure; `undefined` where it is none of it. */
export function amountFor(measure: Measure, credit: Credit): string | undefined {
  if (!inPlace(measure, credit)) return undefined
  const kinds = amountKinds.get(measure.sum)
  if (kinds !== undefined) return kinds.includes(credit.kind) ? credit.amount : undefined
  return Object.hasOwn(credit.figures, measure.sum) ? credit.figures[measure.sum] : undefined
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
