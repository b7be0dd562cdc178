import { type Expression, prorated } from '../formula/index.js'
import type { ComponentOptions } from '../pay/index.js'
import { type CountedBy, prorationSources } from '../pay/internal.js'
import type { Currency, Rounding } from '../quantity/index.js'

/** How the days of a policy are counted. */
export interface DaysTerms {
  /** The kinds of absence that take days off; all unless said, none where the list is empty. */
  readonly unpaid?: readonly string[] | undefined
  /** The basis of the book by which days count; that of the book's policies unless said. */
  readonly basis?: string | undefined
}

/** How sources count the days of a policy. */
export function daysOf({ unpaid, basis }: DaysTerms, ofBook: CountedBy['basis']): CountedBy {
  const name = basis ?? ofBook
  return {
    ...(unpaid !== undefined && { kinds: unpaid }),
    ...(name !== undefined && { basis: name }),
  }
}

/**
 * An amount for the paid part of a period, cut where what it reads changes and rounded once: what a
 * component says beside its name, and its formula.
 */
export function forDaysPaid(
  amount: Expression,
  days: CountedBy,
  as: { readonly currency: Currency; readonly rounding: Rounding },
): readonly [Pick<ComponentOptions, 'each' | 'reads'>, Expression] {
  return [{ each: 'stretch', reads: prorationSources(days) }, prorated(amount, as)]
}
