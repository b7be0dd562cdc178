import { at, optional, type Problem, refuse, text } from '../problem/index.js'
import {
  allocate,
  type Currency,
  type Decimal,
  decimal,
  fromScaled,
  minorUnits,
  type NumericInput,
  readDecimal,
  toScaled,
} from '../quantity/index.js'
import {
  compareFractions,
  currencyOption,
  decimalOption,
  fraction,
  fractionOf,
  minus,
  nonNegativeOption,
  times,
  tooManyPlaces,
} from '../quantity/internal.js'
import { figure, gapBetween } from './gap.js'
import { checkRequest, comparisonOption } from './options.js'
import {
  amountOf,
  byAttribute,
  type Comparison,
  groupsOf,
  problemsOfComparison,
  problemsOfPeople,
} from './people.js'
import { aboveWhole, notPositive } from './problems.js'
import { type Candidate, type Granted, leastCostRaises } from './raises.js'
import type { Person } from './schema.js'
import { type Shown, smallGroup } from './suppression.js'

/** One person's raise. Money has the places of the currency's minor unit. */
export interface Raise {
  readonly person: string
  readonly from: string
  readonly raise: string
  readonly to: string
}

/** What closes the gap of one category. */
export interface CategoryPlan {
  /** The gap of mean pay before and after, a ratio with 6 places, half-up. */
  readonly before: string
  readonly after: string
  readonly cost: string
  /** Whether the gap after is at most the target, decided exactly. */
  readonly closed: boolean
}

/** The raises that close the gaps. A cost has the places of the currency and those of the hours. */
export interface ClosingPlan {
  readonly raises: readonly Raise[]
  readonly cost: string
  readonly categories: readonly ({ readonly category: string } & Shown<CategoryPlan>)[]
}

const options = {
  comparison: comparisonOption,
  pay: text,
  currency: currencyOption,
  category: text,
  target: decimalOption((value, path) => [
    ...nonNegativeOption(value, path),
    ...(value.greaterThan(1) ? [aboveWhole(path, value.toFixed())] : []),
  ]),
  budget: optional(nonNegativeOption),
  rangeMaximum: optional(text),
  hours: optional(text),
}

/**
 * The least-cost raises that bring the gap of mean pay down to `target` in every category, exact to the
 * minor unit: one unit less would leave a gap above it.
 *
 * Only the compared group is raised, nobody is lowered, and nobody above the range. A raise costs its
 * amount times `hours` (of the year, say), or just its amount; so what costs least is raised first. Many
 * sets of raises may cost the same: this one raises the lowest paid first, up to a common level, the
 * last units by id.
 *
 * Where a budget does not reach for all categories, it is divided among them in proportion to what each
 * needs, and what the shares leave goes to the categories in their order, so that no unit of a raise
 * that it reaches for is left; where it or a range falls short, the gap is brought as near as they allow
 * and `closed` is false. A category where a group has fewer people than `comparison.minimum` is suppressed, and
 * nobody in it raised.
 *
 * Throws a `PolicyError` where somebody lacks what is asked for, an amount has more places than the
 * currency, hours are not above zero, the target or the budget is negative or no number, and the target
 * is above 1.
 *
 * @example
 * closeGap({ people, comparison, pay: 'monthly', currency: 'CNY', category: 'grade', target: '0' }).cost
 * //=> '1250.00'
 */
export function closeGap(request: {
  readonly people: readonly Person[]
  readonly comparison: Comparison
  /** The amount that is raised. */
  readonly pay: string
  readonly currency: Currency
  readonly category: string
  /** The gap that may be left, a ratio. */
  readonly target: NumericInput
  readonly budget?: NumericInput
  /** The amount that is the most of a person's range. */
  readonly rangeMaximum?: string
  /** The measure that a raise is multiplied by to its cost. */
  readonly hours?: string
}): ClosingPlan {
  checkRequest(request, options)
  const { people, comparison, pay, category, rangeMaximum, hours } = request
  const places = minorUnits(request.currency)
  const { target, budget } = read(request, places)
  const hourPlaces = people.reduce(
    (places, person) => Math.max(places, hoursOf(person, hours).decimalPlaces()),
    0,
  )
  const costPlaces = places + hourPlaces
  const units = (person: Person, name: string) => toScaled(amountOf(person, name), places)
  const categories = byAttribute(people, category).map(([name, among]) => {
    const { reference, compared } = groupsOf(among, comparison)
    const candidates = compared.map((person): Candidate => {
      const own = units(person, pay)
      const top = rangeMaximum === undefined ? undefined : units(person, rangeMaximum)
      return {
        id: person.id,
        pay: own,
        room: top === undefined ? undefined : top > own ? top - own : 0n,
        unitCost: toScaled(hoursOf(person, hours), hourPlaces),
      }
    })
    return {
      name,
      candidates,
      whole: sum(reference.map((person) => units(person, pay))),
      reference: BigInt(reference.length),
      small: smallGroup(comparison, reference.length, compared.length),
    }
  })
  const mean = (total: bigint, size: bigint) => fraction(total, size)
  const needs = categories.map(({ candidates, whole, reference, small }) => {
    if (small !== undefined) return 0n
    const size = BigInt(candidates.length)
    const level = times(minus(fraction(1n), target), mean(whole, reference))
    return ceiling(minus(times(level, fraction(size)), fraction(payIn(candidates))))
  })
  const full = categories.map(({ candidates }, i) =>
    leastCostRaises(candidates, needs[i] as bigint, undefined),
  )
  const raisesFor = (category: number, money: bigint) =>
    leastCostRaises(
      (categories[category] as (typeof categories)[number]).candidates,
      needs[category] as bigint,
      money,
    )
  const shares = budgetShares(full.map(costOf), budget, costPlaces)
  const plans = shares === undefined ? full : withRest(shares, raisesFor)
  const money = (cost: bigint) => fromScaled(cost, costPlaces)
  return {
    raises: plans.flat().map(({ candidate, raise }) => ({
      person: candidate.id,
      from: fromScaled(candidate.pay, places),
      raise: fromScaled(raise, places),
      to: fromScaled(candidate.pay + raise, places),
    })),
    cost: money(sum(plans.map(costOf))),
    categories: categories.map(({ name, candidates, whole, reference, small }, i) => {
      const plan = plans[i] as readonly Granted[]
      const before = payIn(candidates)
      const after = before + sum(plan.map(({ raise }) => raise))
      const size = BigInt(candidates.length)
      const gap = (total: bigint) => gapBetween(mean(whole, reference), mean(total, size))
      const figures = () =>
        whole === 0n
          ? ({ suppressed: 'zero-reference' } as const)
          : {
              before: figure(gap(before)),
              after: figure(gap(after)),
              cost: money(costOf(plan)),
              closed: compareFractions(gap(after), target) <= 0,
            }
      return { category: name, ...(small ?? figures()) }
    }),
  }
}

/** Raises by shares, the categories in order taking what those before them could not spend. */
function withRest(
  shares: readonly bigint[],
  raisesFor: (category: number, money: bigint) => readonly Granted[],
): readonly (readonly Granted[])[] {
  const spent = shares.map((share, i) => costOf(raisesFor(i, share)))
  let rest = sum(shares) - sum(spent)
  return spent.map((cost, i) => {
    const plan = raisesFor(i, cost + rest)
    rest += cost - costOf(plan)
    return plan
  })
}

/** What each category may cost where the budget falls short of all of them. */
function budgetShares(
  costs: readonly bigint[],
  budget: Decimal | undefined,
  places: number,
): readonly bigint[] | undefined {
  if (budget === undefined) return undefined
  const most = toScaled(budget, places)
  if (sum(costs) <= most) return undefined
  return allocate({
    total: budget,
    places,
    ties: 'larger-weight',
    shares: costs.map((cost, i) => ({ id: String(i), weight: String(cost) })),
  }).map(({ amount }) => toScaled(decimal(amount), places))
}

function read(request: Parameters<typeof closeGap>[0], places: number) {
  const { people, comparison, pay, category, rangeMaximum, hours } = request
  const amounts = [pay, ...(rangeMaximum === undefined ? [] : [rangeMaximum])]
  refuse([
    ...problemsOfPeople(people, {
      attributes: [category],
      amounts,
      measures: hours === undefined ? [] : [hours],
    }),
    ...problemsOfComparison(people, comparison),
  ])
  const finer = (path: string, value: Decimal): readonly Problem[] =>
    value.decimalPlaces() > places ? [tooManyPlaces(path, value.toFixed(), places)] : []
  const given = (value: NumericInput, path: string) => readDecimal(value, path) as Decimal
  const budget = request.budget === undefined ? undefined : given(request.budget, 'budget')
  refuse([
    ...people.flatMap((person, i) => {
      const path = at('people', i)
      return [
        ...amounts.flatMap((name) => finer(at(at(path, 'amounts'), name), amountOf(person, name))),
        ...(hours === undefined || hoursOf(person, hours).greaterThan(0)
          ? []
          : [notPositive(at(at(path, 'measures'), hours))]),
      ]
    }),
    ...(budget === undefined ? [] : finer('budget', budget)),
  ])
  return { target: fractionOf(given(request.target, 'target')), budget }
}

function hoursOf({ measures }: Person, hours: string | undefined): Decimal {
  return decimal(
    hours === undefined ? '1' : ((measures as NonNullable<typeof measures>)[hours] as string),
  )
}

function payIn(candidates: readonly Candidate[]): bigint {
  return sum(candidates.map(({ pay }) => pay))
}

function costOf(plan: readonly Granted[]): bigint {
  return sum(plan.map(({ candidate, raise }) => raise * candidate.unitCost))
}

/** The least whole number that is not below the fraction, nor below zero. */
function ceiling({ numerator, denominator }: { numerator: bigint; denominator: bigint }): bigint {
  return numerator <= 0n ? 0n : (numerator + denominator - 1n) / denominator
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
