import { check, evaluate, type Formula, input, match, named, step } from '../formula/index.js'
import { at, having, list, refuse, repeatedIds, text } from '../problem/index.js'
import { allocate, decimal, difference, minorUnits, roundTo, total } from '../quantity/index.js'
import { amountProblems } from './amounts.js'
import { type MeritPolicy, parseMeritPolicy } from './merit-schema.js'
import { unknownRating } from './problems.js'
import { ratioPlaces, standing } from './range.js'
import { type PayRange, rangeOption } from './range-schema.js'

/** A merit matrix and its formula. */
export interface Merit {
  readonly policy: MeritPolicy
  /** The increase, a ratio: reads `rating` and `compa_ratio`. */
  readonly formula: Formula
}

/** Whom a merit increase is worked out for; the salary and the range are in the policy's currency. */
export interface MeritCandidate {
  readonly id: string
  readonly salary: string
  readonly rating: string
  readonly range: PayRange
}

/** One person's increase. */
export interface MeritIncrease {
  readonly id: string
  readonly compaRatio: string
  /** The matrix's increase, a ratio. */
  readonly guideline: string
  /** What the matrix gives, before the budget and the maximum. */
  readonly guidelineAmount: string
  readonly increase: string
  /** The salary with the increase. */
  readonly salary: string
  /** Whether that salary is at the range's maximum, or above it. */
  readonly atMaximum: boolean
}

/** Increases, what they cost together, and what of the budget nobody could take. */
export interface MeritRound {
  readonly increases: readonly MeritIncrease[]
  readonly spent: string
  readonly unspent: string
}

/**
 * A merit matrix, rating by compa-ratio, from untrusted JSON. Throws a `PolicyError` with every
 * problem and its path.
 *
 * @example
 * const merit = parseMerit({ id: 'm', currency: 'CNY', rounding: 'half-up', ratings: ['A', 'B'], compaRatios: [{}, { from: '1' }], increases: { A: ['0.06', '0.04'], B: ['0.03', '0.02'] }, aboveMaximum: 'cap' })
 * evaluate(merit.formula, { rating: 'A', compa_ratio: '0.95' }).value //=> '0.06'
 */
export function parseMerit(json: unknown): Merit {
  const policy = parseMeritPolicy(json)
  const { ratings, compaRatios, increases } = policy
  const ratio = input('compa_ratio', 'ratio', ratioPlaces, { en: 'Compa-ratio', 'zh-CN': '均薪比' })
  const cases = ratings.map((rating) => {
    const row = increases[rating] as readonly string[]
    const bands = compaRatios.map((bound, i) => ({ ...bound, value: row[i] as string }))
    return [rating, step(ratio, bands)] as const
  })
  const label = { en: 'Rating', 'zh-CN': '绩效评级' }
  const increase = { ...match('rating', Object.fromEntries(cases)), label }
  const title = policy.label ?? { en: 'Merit increase', 'zh-CN': '绩效调薪' }
  return Object.freeze({ policy, formula: check(named(title, increase, policy.clause)) })
}

/**
 * The merit increases of some people. Without a budget, each gets salary × guideline, rounded as the
 * policy says. With one, the budget is allocated by those amounts, to the minor unit (see `allocate`):
 * the increases add up to it exactly. Where `aboveMaximum` is `cap`, no increase passes the range's
 * maximum; what it holds back goes to the others, and what nobody can take is `unspent`. The order of
 * the people does not matter.
 *
 * Throws a `PolicyError` with every problem of every person: unknown ratings, salaries that are no
 * numbers, below zero or of too many places, ranges that are none or that no payment in the currency
 * could meet, an id that stands twice; and for a budget that is none.
 *
 * @example
 * const range = { grade: 'P1', minimum: '5000', midpoint: '6000', maximum: '7000' }
 * meritIncreases(merit, [{ id: 'Li', salary: '5500.00', rating: 'A', range }]).spent //=> '330.00'
 */
export function meritIncreases(
  merit: Merit,
  people: readonly MeritCandidate[],
  budget?: string,
): MeritRound {
  const { currency, ratings } = merit.policy
  const places = minorUnits(currency)
  refuse(list(having({ id: text, rating: text }))(people, 'people'))
  const inRange = rangeOption(currency)
  refuse([
    ...repeatedIds('people', people, 'id'),
    ...people.flatMap(({ salary, rating, range }, i) => [
      ...amountProblems(salary, at(at('people', i), 'salary'), currency),
      ...inRange(range, at(at('people', i), 'range')),
      ...(ratings.includes(rating)
        ? []
        : [unknownRating(at(at('people', i), 'rating'), rating, ratings)]),
    ]),
    ...(budget === undefined ? [] : amountProblems(budget, 'budget', currency)),
  ])
  const guided = people.map((person) => guidelineOf(merit, person))
  const increaseOf = budget === undefined ? least : spend(guided, budget, places)
  const increases = guided.map((each): MeritIncrease => {
    const { id, compaRatio, guideline, guidelineAmount } = each
    const increase = increaseOf(each)
    const salary = total([each.salary, increase], places)
    const atMaximum = decimal(salary).greaterThanOrEqualTo(each.maximum)
    return { id, compaRatio, guideline, guidelineAmount, increase, salary, atMaximum }
  })
  const spent = total(
    increases.map(({ increase }) => increase),
    places,
  )
  return { increases, spent, unspent: difference(budget ?? spent, spent, places) }
}

interface Guided {
  readonly id: string
  readonly salary: string
  readonly maximum: string
  readonly compaRatio: string
  readonly guideline: string
  readonly guidelineAmount: string
  /** What is left to the range's maximum, zero above it; absent where the policy lets it pass. */
  readonly headroom?: string
}

function guidelineOf(
  { policy, formula }: Merit,
  { id, salary, rating, range }: MeritCandidate,
): Guided {
  const { currency, rounding, aboveMaximum } = policy
  const places = minorUnits(currency)
  const { compaRatio } = standing(range, decimal(salary))
  const guideline = evaluate(formula, { rating, compa_ratio: compaRatio }).value
  const amount = roundTo(decimal(salary).times(guideline), places, rounding)
  const room = difference(range.maximum, salary, places)
  return {
    id,
    salary,
    maximum: range.maximum,
    compaRatio,
    guideline,
    guidelineAmount: amount.toFixed(places),
    ...(aboveMaximum === 'cap' && {
      headroom: decimal(room).isNegative() ? total([], places) : room,
    }),
  }
}

/** The guideline's amount, or the headroom where that is less. */
function least({ guidelineAmount, headroom }: Guided): string {
  return headroom !== undefined && decimal(headroom).lessThan(guidelineAmount)
    ? headroom
    : guidelineAmount
}

/** The budget by the guideline amounts, as much of it as there is room for. */
function spend(
  guided: readonly Guided[],
  budget: string,
  places: number,
): (person: Guided) => string {
  const entitled = guided.filter(({ guidelineAmount }) => !decimal(guidelineAmount).isZero())
  const rooms = entitled.flatMap(({ headroom }) => (headroom === undefined ? [] : [headroom]))
  const room = total(rooms, places)
  const unlimited = rooms.length < entitled.length
  const parts = allocate({
    total: unlimited || decimal(room).greaterThan(budget) ? budget : room,
    places,
    ties: 'id',
    shares: entitled.map(({ id, guidelineAmount, headroom }) => ({
      id,
      weight: guidelineAmount,
      ...(headroom !== undefined && { cap: headroom }),
    })),
  })
  const amounts = new Map(parts.map(({ id, amount }) => [id, amount]))
  return ({ id }) => amounts.get(id) ?? total([], places)
}
