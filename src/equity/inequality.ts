import { optional, refuse, text } from '../problem/index.js'
import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  times,
} from '../quantity/internal.js'
import { figure, sumOf } from './gap.js'
import { checkRequest, minimumOption, payOption } from './options.js'
import {
  byAttribute,
  type Pay,
  paidPeople,
  payOf,
  problemsOfPeople,
  problemsOfWeights,
  weightOf,
} from './people.js'
import { nothingPaid } from './problems.js'
import type { Person } from './schema.js'
import { type Shown, suppressedLines } from './suppression.js'

/**
 * The Gini coefficient of pay: half the mean difference between any two people, over mean pay; 0 where
 * all are paid the same, at most 1 − 1/n. Worked out exactly, as Σ wᵢ xᵢ (2 Wᵢ − wᵢ) / (W Σ wᵢ xᵢ) − 1
 * over pay x in order, with weights w of 1 unless a measure is named, and Wᵢ their sum up to each; and
 * rounded once to 6 places, half-up. A weight counts like so many people of that pay: with full-time
 * equivalents, give pay brought to full time. No correction for small numbers is made.
 *
 * Throws a `PolicyError` where somebody lacks an amount with `missing: 'fail'`, or lacks the weight or
 * has one of zero or less, or all pay is zero.
 *
 * @example
 * gini({ people, pay: { amounts: ['hourly'], missing: 'fail' } }) //=> '0.462091'
 */
export function gini(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  /** A measure that each person counts by, such as a full-time equivalent. */
  readonly weight?: string
}): string {
  checkRequest(request, { pay: payOption, weight: optional(text) })
  const { people, pay, weight } = request
  const weighing = weight === undefined ? [] : [weight]
  refuse(problemsOfPeople(people, { pay: [pay], measures: weighing }))
  refuse(problemsOfWeights(people, weighing))
  const weighed = paidPeople(people, pay)
    .map((person) => ({ pay: payOf(person, pay), weight: weightOf(person, weight) }))
    .sort((a, b) => compareFractions(a.pay, b.pay))
  const all = sumOf(weighed.map((each) => each.weight))
  const paid = sumOf(weighed.map((each) => times(each.weight, each.pay)))
  refuse(paid.numerator === 0n ? [nothingPaid('pay')] : [])
  let below = fraction(0n)
  const ranked = weighed.map((each) => {
    const upTo = plus(below, each.weight)
    const place = plus(below, upTo)
    below = upTo
    return times(times(each.weight, each.pay), place)
  })
  return figure(minus(over(sumOf(ranked), times(all, paid)), fraction(1n)))
}

/** Inequality within one group. */
export interface GroupInequality {
  readonly people: number
  /** The group's part of all pay; `within` is the sum of share × theil. */
  readonly share: number
  readonly theil: number
}

/** Theil's T, and where it comes from. */
export interface Theil {
  readonly total: number
  readonly within: number
  readonly between: number
  readonly groups: readonly ({ readonly group: string } & Shown<GroupInequality>)[]
}

/**
 * Theil's T of pay (Theil 1967): the mean of x/μ × ln(x/μ), pay of zero adding nothing; 0 where all are
 * paid the same, at most ln n. It is the sum of what is `within` groups, Σ share × T of the group, and
 * `between` them, Σ share × ln(mean of the group / μ).
 *
 * Binary floating point, good to 12 digits; the order of people changes nothing. The line of a group
 * with fewer than `minimum` people is suppressed, and with it as many others as the total would tell
 * of. Throws a `PolicyError` where somebody lacks the
 * attribute or an amount with `missing: 'fail'`, or all pay is zero.
 *
 * @example
 * theil({ people, pay, by: 'department', minimum: 10 })
 * //=> { total: 0.21…, within: 0.09…, between: 0.12…, groups: [ … ] }
 */
export function theil(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  readonly by: string
  readonly minimum: number
}): Theil {
  checkRequest(request, { pay: payOption, by: text, minimum: minimumOption })
  const { people, pay, by, minimum } = request
  const pays = paysIn(request, { attributes: [by] })
  const whole = sumOf(pays)
  const level = over(whole, fraction(BigInt(pays.length)))
  const groups = byAttribute(paidPeople(people, pay), by).map(([group, among]) => {
    const own = among.map((person) => payOf(person, pay))
    const sum = sumOf(own)
    const share = double(over(sum, whole))
    return {
      group,
      people: own.length,
      share,
      theil: theilOf(own),
      between:
        share === 0
          ? 0
          : share * Math.log(double(over(over(sum, fraction(BigInt(own.length))), level))),
    }
  })
  const hidden = suppressedLines(
    { minimum },
    groups.map((each) => [each.people]),
  )
  const within = groups.reduce((total, group) => total + group.share * group.theil, 0)
  return {
    total: theilOf(pays),
    within,
    between: groups.reduce((total, group) => total + group.between, 0),
    groups: groups.map(({ group, between: _, ...line }, i) => ({
      group,
      ...(hidden[i] ?? line),
    })),
  }
}

function theilOf(pays: readonly Fraction[]): number {
  const sum = sumOf(pays)
  if (sum.numerator === 0n) return 0
  const level = over(sum, fraction(BigInt(pays.length)))
  let total = 0
  for (const pay of [...pays].sort(compareFractions)) {
    const ratio = double(over(pay, level))
    total += ratio === 0 ? 0 : ratio * Math.log(ratio)
  }
  return total / pays.length
}

function paysIn(
  { people, pay }: { readonly people: readonly Person[]; readonly pay: Pay },
  asked: Parameters<typeof problemsOfPeople>[1] = {},
): Fraction[] {
  refuse(problemsOfPeople(people, { ...asked, pay: [pay] }))
  const pays = paidPeople(people, pay).map((person) => payOf(person, pay))
  refuse(sumOf(pays).numerator === 0n ? [nothingPaid('pay')] : [])
  return pays
}

/** A ratio as the nearest double, or its neighbour. */
function double({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator)
}
