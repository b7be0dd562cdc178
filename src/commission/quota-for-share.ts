import { checkOptions, list, type Option, optional, refuse } from '../problem/index.js'
import { aboveWhole } from '../problem/terms-problems.js'
import { type Decimal, divideTo, type NumericInput, roundTo } from '../quantity/index.js'
import { decimalOption, placesOption } from '../quantity/internal.js'
import { quotaNotAbove, shareNotAbove } from './problems.js'
import { known } from './seasonality.js'

/** Of whom a share is to reach a quota. */
export interface QuotaForShareRequest {
  /** What each person brought in, or is expected to. */
  readonly amounts: readonly NumericInput[]
  /** The share of the people who are to reach it: above 0, at most 1. */
  readonly share: NumericInput
  /** The part of the quota that counts as reached: all of it, unless given. */
  readonly part?: NumericInput | undefined
  /** The places of the quota; 2 unless given. */
  readonly places?: number | undefined
}

/** The highest quota of those that a share of people reaches. */
export interface QuotaForShare {
  readonly quota: string
  /** How many reach it: as many as were asked for, or more where several have the same amount. */
  readonly reached: number
  readonly people: number
}

/** A number above zero, at most one. */
const partOfAll: Option = decimalOption((value, path) => {
  if (value.greaterThan(1)) return [aboveWhole(path, value.toFixed())]
  return value.greaterThan(0) ? [] : [shareNotAbove(path, value.toFixed())]
})

/**
 * The highest quota that a wished share of people reaches: of ten people and a share of 0.6, what the
 * sixth best has. Exact; rounded down to `places`, so that those who reach it still do. A share that falls
 * between two people asks for the one more.
 *
 * Throws a `PolicyError` with every problem of the request, and where the quota would be zero or less, as
 * too few sold anything.
 *
 * @example
 * quotaForShare({ amounts: ['80', '100', '130'], share: '0.6' }) //=> { quota: '100.00', reached: 2, people: 3 }
 */
export function quotaForShare(request: QuotaForShareRequest): QuotaForShare {
  checkOptions(request, {
    amounts: list(decimalOption(), 1),
    share: partOfAll,
    part: optional(partOfAll),
    places: optional(placesOption),
  })
  const { share, part = '1', places = 2 } = request
  const amounts = request.amounts.map(known).sort((a, b) => b.comparedTo(a))
  const people = amounts.length
  const asked = roundTo(known(share).times(people), 0, 'ceiling').toNumber()
  const last = amounts[asked - 1] as Decimal
  const quota = divideTo(last, known(part), places, 'floor')
  if (!quota.greaterThan(0)) refuse([quotaNotAbove('amounts', quota.toFixed())])
  const least = quota.times(known(part))
  const reached = amounts.filter((amount) => amount.greaterThanOrEqualTo(least)).length
  return { quota: quota.toFixed(places), reached, people }
}
