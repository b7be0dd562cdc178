import { type IsoDate, monthsBetween } from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import { evaluate, type Formula } from '../formula/index.js'
import {
  at,
  having,
  list,
  type Problem,
  record,
  refuse,
  repeatedIds,
  text,
} from '../problem/index.js'
import { decimal, difference, minorUnits, total } from '../quantity/index.js'
import { amountProblems } from './amounts.js'
import type { Merit, MeritCandidate } from './merit.js'
import { byCategory, type MeritClaim, spendByCategory, spendOne } from './merit-budget.js'
import type { MeritPolicy } from './merit-schema.js'
import { sinceAfter, unknownCategory, unknownRating } from './problems.js'
import { standing } from './range.js'
import { rangeOption } from './range-schema.js'

/** One person's increase. */
export interface MeritIncrease {
  readonly id: string
  readonly compaRatio: string
  /** The matrix's increase, or the target of its guideline, a ratio. */
  readonly guideline: string
  /** What the matrix gives, before the budget and the maximum; prorated where the policy says so. */
  readonly guidelineAmount: string
  /** The least and the most of the guideline, as the amount above. */
  readonly bounds?: { readonly minimum: string; readonly maximum: string }
  /** The full months since the last raise or the hire, where the policy prorates by them. */
  readonly months?: number
  /** What the salary rises by. */
  readonly increase: string
  /** What is paid once instead, for the part above the range's maximum, where the policy says so. */
  readonly lumpSum?: string
  /** The salary with the increase. */
  readonly salary: string
  /** Whether that salary is at the range's maximum, or above it. */
  readonly atMaximum: boolean
}

/** Increases, what they cost together, and what of the budget nobody could take. */
export interface MeritRound {
  readonly increases: readonly MeritIncrease[]
  /** What increases and lump sums cost in a pay period: a lump sum for one of its periods. */
  readonly spent: string
  readonly unspent: string
  /** What each category spent, by name, where each has a budget of its own. */
  readonly categories?: readonly {
    readonly category: string
    readonly budget: string
    readonly spent: string
  }[]
}

/** A budget for all, or one a category. */
export type MeritBudget = string | Readonly<Record<string, string>>

/**
 * The merit increases of some people. Without a budget, each gets the guideline amount: salary ×
 * guideline, prorated and rounded once as the policy says. With one, the budget is allocated by those
 * amounts, to the minor unit (see `allocate`), each within the least and the most of its guideline; a
 * budget that does not reach for the least is shared by that. Increases add up to the budget exactly.
 *
 * Where `aboveMaximum` is `cap`, no increase passes the range's maximum; what it holds back goes to the
 * others, and what nobody can take is `unspent`. Where it is `lump-sum`, the part above the maximum is
 * paid once and costs the budget as an increase does.
 *
 * With a budget for each category, each is spent in its own as far as there is room, and what is left of
 * them is shared among the others by their guideline amounts: it is `unspent` only where no category has
 * room. The order of the people does not matter.
 *
 * Throws a `PolicyError` with every problem of every person: unknown ratings, salaries that are no
 * numbers, below zero or of too many places, ranges that are none or that no payment in the currency
 * could meet, an id that stands twice, a day that is missing or after the increases, a category without
 * a budget; and for a budget that is none.
 *
 * @example
 * const range = { grade: 'P1', minimum: '5000', midpoint: '6000', maximum: '7000' }
 * meritIncreases(merit, [{ id: 'Li', salary: '5500.00', rating: 'A', range }]).spent //=> '330.00'
 */
export function meritIncreases(
  merit: Merit,
  people: readonly MeritCandidate[],
  budget?: MeritBudget,
): MeritRound {
  const { policy } = merit
  refuseBadRound(policy, people, budget)
  const places = minorUnits(policy.currency)
  const guided = people.map((person) => guidelineOf(merit, person))
  const claims = guided.map(({ claim }) => claim)
  const amounts =
    budget === undefined
      ? new Map(claims.map((claim) => [claim.id, atTarget(claim)]))
      : typeof budget === 'string'
        ? spendOne(claims, budget, places)
        : spendByCategory(claims, budget, places)
  const given = ({ id }: MeritClaim) => amounts.get(id) ?? total([], places)
  const spentBy = (of: readonly MeritClaim[]) => total(of.map(given), places)
  const spent = spentBy(claims)
  return {
    increases: guided.map((each) => increaseOf(policy, each, given(each.claim))),
    spent,
    unspent: difference(wholeOf(budget, spent, places), spent, places),
    ...(typeof budget === 'object' && {
      categories: categoriesOf(budget, claims, spentBy, places),
    }),
  }
}

/** The budgets together; without any, all that was spent. */
function wholeOf(budget: MeritBudget | undefined, spent: string, places: number): string {
  if (budget === undefined) return spent
  return typeof budget === 'string' ? budget : total(Object.values(budget), places)
}

function categoriesOf(
  budgets: Readonly<Record<string, string>>,
  claims: readonly MeritClaim[],
  spentBy: (claims: readonly MeritClaim[]) => string,
  places: number,
): NonNullable<MeritRound['categories']> {
  const claimsIn = byCategory(claims)
  return Object.entries(budgets)
    .map(([category, budget]) => ({
      category,
      budget: total([budget], places),
      spent: spentBy(claimsIn.get(category) ?? []),
    }))
    .sort((a, b) => (a.category < b.category ? -1 : 1))
}

function refuseBadRound(
  { currency, ratings, proration }: MeritPolicy,
  people: readonly MeritCandidate[],
  budget: MeritBudget | undefined,
): void {
  const inRange = rangeOption(currency)
  const money = (value: unknown, path: string) => amountProblems(value, path, currency)
  const several = typeof budget === 'object' && budget !== null && !Array.isArray(budget)
  const person = having({
    ...{ id: text, rating: text },
    ...(proration !== undefined && { since: dateProblems }),
    ...(several && { category: text }),
  })
  refuse(list(person)(people, 'people'))
  const categories = several ? Object.keys(budget) : []
  refuse([
    ...repeatedIds('people', people, 'id'),
    ...people.flatMap(({ salary, rating, range, since, category }, i): readonly Problem[] => {
      const path = at('people', i)
      const late = proration !== undefined && (since as IsoDate) > proration.effective
      return [
        ...money(salary, at(path, 'salary')),
        ...inRange(range, at(path, 'range')),
        ...(ratings.includes(rating) ? [] : [unknownRating(at(path, 'rating'), rating, ratings)]),
        ...(late ? [sinceAfter(at(path, 'since'), proration.effective)] : []),
        ...(several && !Object.hasOwn(budget, category as string)
          ? [unknownCategory(at(path, 'category'), category as string, categories)]
          : []),
      ]
    }),
    ...(budget === undefined ? [] : (several ? record(money) : money)(budget, 'budget')),
  ])
}

interface Guided
  extends Pick<
    MeritIncrease,
    'id' | 'compaRatio' | 'guideline' | 'guidelineAmount' | 'bounds' | 'months'
  > {
  readonly before: string
  readonly maximum: string
  /** What is left to the range's maximum, zero above it. */
  readonly headroom: string
  readonly claim: MeritClaim
}

function guidelineOf(
  { policy, formula, amounts }: Merit,
  { id, salary, rating, range, since, category }: MeritCandidate,
): Guided {
  const { currency, aboveMaximum, proration } = policy
  const places = minorUnits(currency)
  const { compaRatio } = standing(range, decimal(salary))
  const months = proration && monthsBetween(since as IsoDate, proration.effective)
  const inputs = {
    ...{ salary, rating, compa_ratio: compaRatio },
    ...(months !== undefined && { months: String(months) }),
  }
  const amount = (of: Formula) => evaluate(of, inputs).value
  const bounds = amounts.bounds && {
    minimum: amount(amounts.bounds.minimum),
    maximum: amount(amounts.bounds.maximum),
  }
  const target = amount(amounts.target)
  const room = difference(range.maximum, salary, places)
  const headroom = decimal(room).isNegative() ? total([], places) : room
  const most =
    aboveMaximum === 'cap' ? lesser(headroom, bounds?.maximum ?? headroom) : bounds?.maximum
  return {
    ...{ id, compaRatio, before: salary, maximum: range.maximum, headroom },
    guideline: evaluate(formula, { rating, compa_ratio: compaRatio }).value,
    guidelineAmount: target,
    ...(bounds !== undefined && { bounds }),
    ...(months !== undefined && { months }),
    claim: {
      ...{ id, category, target, most },
      least: lesser(bounds?.minimum ?? '0', most ?? target),
    },
  }
}

function increaseOf(policy: MeritPolicy, guided: Guided, given: string): MeritIncrease {
  const { before, maximum, headroom, claim: _, ...shown } = guided
  const { aboveMaximum, currency, lumpSumPeriods } = policy
  const places = minorUnits(currency)
  const increase = aboveMaximum === 'lump-sum' ? lesser(given, headroom) : given
  const salary = total([before, increase], places)
  return {
    ...shown,
    increase,
    ...(lumpSumPeriods !== undefined && {
      lumpSum: decimal(given).minus(increase).times(lumpSumPeriods).toFixed(places),
    }),
    salary,
    atMaximum: decimal(salary).greaterThanOrEqualTo(maximum),
  }
}

/** What is given without a budget. */
function atTarget({ target, most }: MeritClaim): string {
  return lesser(target, most ?? target)
}

function lesser(a: string, b: string): string {
  return decimal(b).lessThan(a) ? b : a
}
