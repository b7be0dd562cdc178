import { refuse } from '../problem/index.js'
import {
  compareFractions,
  type Fraction,
  fraction,
  fractionTo,
  minus,
  over,
  plus,
  times,
} from '../quantity/internal.js'
import { checkRequest, comparisonOption, payOption } from './options.js'
import {
  type Comparison,
  groupsOf,
  type Pay,
  paidPeople,
  payOf,
  problemsOfComparison,
  problemsOfPeople,
} from './people.js'
import type { Person } from './schema.js'
import { type Shown, smallGroup } from './suppression.js'

/** The places of averages, shares and gaps: 0.000001 of a gap is a ten-thousandth of a percent. */
export const figurePlaces = 6

/** What two groups are paid on average, and the gap between them. All have 6 places, half-up. */
export interface Gap {
  readonly reference: string
  readonly compared: string
  /** (reference − compared) / reference, a ratio; negative where the compared are paid more. */
  readonly gap: string
}

/** The gap of the means and that of the medians. */
export interface PayGap {
  readonly mean: Shown<Gap>
  readonly median: Shown<Gap>
}

/**
 * The raw pay gap between two groups: of their mean and of their median pay, each worked out exactly
 * and rounded once. The median of an even number of people is the mean of the two in the middle.
 *
 * A group with fewer people than `comparison.minimum` suppresses both figures, a reference of zero the
 * one it divides. Throws a `PolicyError` where somebody lacks the attribute or, with `missing: 'fail'`,
 * an amount, and where nobody is of a group.
 *
 * @example
 * payGap({ people, pay: { amounts: ['hourly'], missing: 'fail' }, comparison: { attribute: 'sex', reference: 'men', compared: 'women', minimum: 10 } })
 * //=> { mean: { reference: '25.000000', compared: '22.500000', gap: '0.100000' }, median: … }
 */
export function payGap(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  readonly comparison: Comparison
}): PayGap {
  checkRequest(request, { pay: payOption, comparison: comparisonOption })
  const { people, pay, comparison } = request
  refuse([...problemsOfPeople(people, { pay: [pay] }), ...problemsOfComparison(people, comparison)])
  return gapAmong(people, pay, comparison)
}

/** {@link payGap} of people who are known to have what it asks for. */
export function gapAmong(people: readonly Person[], pay: Pay, comparison: Comparison): PayGap {
  const { reference, compared } = paysOf(people, pay, comparison)
  const small = smallGroup(comparison, reference.length, compared.length)
  if (small !== undefined) return { mean: small, median: small }
  return {
    mean: gapOf(meanOf(reference), meanOf(compared)),
    median: gapOf(medianOf(reference), medianOf(compared)),
  }
}

/** The pay of each group, of those whose pay counts. */
export function paysOf(people: readonly Person[], pay: Pay, comparison: Comparison) {
  const { reference, compared } = groupsOf(paidPeople(people, pay), comparison)
  return {
    reference: reference.map((person) => payOf(person, pay)),
    compared: compared.map((person) => payOf(person, pay)),
  }
}

/** The gap between two averages, as a part of the first. */
export function gapBetween(reference: Fraction, compared: Fraction): Fraction {
  return over(minus(reference, compared), reference)
}

function gapOf(reference: Fraction, compared: Fraction): Shown<Gap> {
  if (reference.numerator === 0n) return { suppressed: 'zero-reference' }
  return {
    reference: figure(reference),
    compared: figure(compared),
    gap: figure(gapBetween(reference, compared)),
  }
}

/** A fraction as the figures are written. */
export function figure(value: Fraction): string {
  return fractionTo(value, figurePlaces)
}

export function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce(plus, fraction(0n))
}

/** The mean of at least one value. */
export function meanOf(values: readonly Fraction[]): Fraction {
  return over(sumOf(values), fraction(BigInt(values.length)))
}

/** The median of at least one value. */
export function medianOf(values: readonly Fraction[]): Fraction {
  const ordered = [...values].sort(compareFractions)
  const low = ordered[(ordered.length - 1) >> 1] as Fraction
  const high = ordered[ordered.length >> 1] as Fraction
  return times(plus(low, high), fraction(1n, 2n))
}
