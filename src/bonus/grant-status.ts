import {
  addMonths,
  compareDates,
  type IsoDate,
  monthsBetween,
  monthsOfService,
} from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import { type Evaluation, evaluate } from '../formula/index.js'
import { type Problem, refuse } from '../problem/index.js'
import {
  type Decimal,
  difference,
  isProblem,
  type NumericInput,
  readDecimal,
  total,
} from '../quantity/index.js'
import { negative, placesProblems, tooManyPlaces } from '../quantity/internal.js'
import type { Leaver } from './clawback.js'
import { leavesBefore } from './problems.js'
import { type Grant, grantedIn } from './vesting.js'

/** When and how somebody left. */
export interface Leaving {
  /** The last day of the employment: it still counts. */
  readonly on: IsoDate
  readonly as: Leaver
}

/** Where a grant stands on a day. Amounts, or units, are decimal strings; `vested + unvested + forfeited` is the grant. */
export interface GrantStatus {
  readonly asOf: IsoDate
  /** Full months served since the grant, the last day counted; see `monthsOfService`. */
  readonly months: number
  /** Vested, with what a leaver keeps. */
  readonly vested: string
  /** Not vested yet, nothing after leaving. */
  readonly unvested: string
  /** Lost on leaving. */
  readonly forfeited: string
  /** What a leaver pays back of what had vested, never above it. */
  readonly clawback: string
  /** The next day on which something vests, and how much. */
  readonly next?: { readonly date: IsoDate; readonly amount: string }
  /** How `vested`, and where somebody left the clawback, came about. */
  readonly evaluations: readonly Evaluation[]
}

/**
 * Where a grant stands on the day `asOf`. Months are full ones since the day it was `granted`; a day
 * that a month does not have is its last. What vests after twelve months of a grant of 1 January vests
 * on 1 January, and is also vested for whoever leaves on 31 December, the last day counted. Who left by `asOf` serves no further month: what was vested
 * by then may be clawed back, what was not is kept or forfeited.
 *
 * Throws a `PolicyError` for dates that are none, a day of leaving before the grant, and an amount
 * that is no number or has more places than its currency, or is no whole number of units.
 *
 * @example
 * grantStatus(grant, { amount: '48000.00', granted: '2025-01-15', asOf: '2026-01-15' }).vested //=> '24000.00'
 */
export function grantStatus(
  grant: Grant,
  {
    amount,
    granted,
    asOf,
    left,
  }: {
    readonly amount: NumericInput
    readonly granted: IsoDate
    readonly asOf: IsoDate
    readonly left?: Leaving | undefined
  },
): GrantStatus {
  const [, places] = grantedIn(grant.policy)
  const whole = readDecimal(amount, 'amount')
  refuse([
    ...(isProblem(whole) ? [whole] : amountProblems(whole, grant)),
    ...dateProblems(granted, 'granted'),
    ...dateProblems(asOf, 'asOf'),
    ...(left === undefined ? [] : dateProblems(left.on, 'left.on')),
  ])
  if (left !== undefined && compareDates(left.on, granted) < 0)
    refuse([leavesBefore('left.on', left.on, granted)])
  const gone = left !== undefined && compareDates(left.on, asOf) <= 0 ? left : undefined
  const months = monthsServedBy(granted, asOf, gone)
  const served = (count: number) => ({ granted: amount, 'service.months': count })
  const before = evaluate(grant.vested, served(months))
  const all = before.inputs['granted'] as string
  const nothing = total([], places)
  if (gone === undefined) {
    const next = grant.steps.find((step) => step > months)
    return {
      asOf,
      months,
      vested: before.value,
      unvested: difference(all, before.value, places),
      forfeited: nothing,
      clawback: nothing,
      ...(next !== undefined && {
        next: {
          date: addMonths(granted, next),
          amount: difference(evaluate(grant.vested, served(next)).value, before.value, places),
        },
      }),
      evaluations: [before],
    }
  }
  const kept = evaluate(grant.kept[gone.as], served(months))
  const back =
    grant.clawback &&
    evaluate(grant.clawback[gone.as], { paid: before.value, 'service.months': months })
  return {
    asOf,
    months,
    vested: kept.value,
    unvested: nothing,
    forfeited: difference(all, kept.value, places),
    clawback: back?.value ?? nothing,
    evaluations: back === undefined ? [kept] : [kept, back],
  }
}

/** Full months to a day on which somebody still serves, or with the last day where they have left. */
export function monthsServedBy(first: IsoDate, asOf: IsoDate, gone: Leaving | undefined): number {
  return gone === undefined ? monthsBetween(first, asOf) : monthsOfService(first, gone.on)
}

function amountProblems(amount: Decimal, { policy }: Grant): readonly Problem[] {
  if (amount.isNegative()) return [negative('amount')]
  if (policy.in === undefined) return placesProblems('amount', amount.toFixed(), policy.currency)
  return amount.isInteger() ? [] : [tooManyPlaces('amount', amount.toFixed(), 0)]
}
