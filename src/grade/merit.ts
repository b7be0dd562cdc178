import { check, evaluate, type Formula, input, match, named, step } from '../formula/index.js'
import { at, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { allocate, decimal, difference, minorUnits, roundTo, total } from '../quantity/index.js'
import { positionIn, ratioPlaces } from './range.js'
import { type MeritPolicy, type PayRange, parseMeritPolicy } from './schema.js'

/** A merit matrix and its formula. */
export interface Merit {
  readonly policy: MeritPolicy
  /** The increase, a ratio: reads `rating` and `compa_ratio`. */
  readonly formula: Formula
}

/** Whom a merit increase is worked out for. */
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
  readonly salary: string
  /** Whether the range's maximum held the increase down. */
  readonly atMaximum: boolean
}

/** Increases that spend a budget, and what of it nobody could take. */
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
    const bands = compaRatios.map((bound, i) => ({
      ...bound,
      value: increases[rating]?.[i] ?? '0',
    }))
    return [rating, step(ratio, bands)] as const
  })
  const label = { en: 'Rating', 'zh-CN': '绩效评级' }
  const increase = { ...match('rating', Object.fromEntries(cases)), label }
  const title = policy.label ?? { en: 'Merit increase', 'zh-CN': '绩效调薪' }
  return Object.freeze({ policy, formula: check(named(title, increase, policy.clause)) })
}

/**
 * The merit increases of some people. Without a budget, each gets salary × guideline, rounded as the
 * policy says. With one, the budget is allocated by those amounts, to the minor unit: the increases
 * add up to it exactly. Where `aboveMaximum` is `cap`, no increase passes the range's maximum; what it
 * holds back goes to the others, and what nobody can take is `unspent`.
 *
 * Throws a `PolicyError` with every problem of every person: unknown ratings, salaries that are no
 * numbers or have too many places.
 *
 * @example
 * meritIncreases(merit, [{ id: 'Li', salary: '5500.00', rating: 'A', range }], '300.00').spent //=> '300.00'
 */
export function meritIncreases(
  merit: Merit,
  people: readonly MeritCandidate[],
  budget?: string,
): MeritRound {
  const { currency, aboveMaximum } = merit.policy
  const places = minorUnits(currency)
  const problems: Problem[] = []
  const guided: Guided[] = []
  people.forEach((person, i) => {
    const found = problemsOf(() => guided.push(guidelineOf(merit, person)))
    problems.push(...under(at('people', i), found))
  })
  refuse(problems)
  const taken = guided.map(({ amount, headroom }) => {
    const most = aboveMaximum === 'cap' ? headroom : undefined
    return most !== undefined && decimal(most).lessThan(amount) ? most : amount
  })
  const spread = budget === undefined ? undefined : spend(merit, guided, budget)
  const increases = guided.map((each, i): MeritIncrease => {
    const increase = spread?.get(each.id) ?? (taken[i] as string)
    const atMaximum = aboveMaximum === 'cap' && increase === each.headroom
    return {
      id: each.id,
      compaRatio: each.compaRatio,
      guideline: each.guideline,
      guidelineAmount: each.amount,
      increase,
      salary: total([each.salary, increase], places),
      atMaximum,
    }
  })
  const spent = total(
    increases.map(({ increase }) => increase),
    places,
  )
  return {
    increases,
    spent,
    unspent: budget === undefined ? total([], places) : difference(budget, spent, places),
  }
}

interface Guided {
  readonly id: string
  readonly salary: string
  readonly compaRatio: string
  readonly guideline: string
  readonly amount: string
  /** What is left to the range's maximum, zero above it. */
  readonly headroom: string
}

function guidelineOf(
  { policy, formula }: Merit,
  { id, salary, rating, range }: MeritCandidate,
): Guided {
  const places = minorUnits(policy.currency)
  const { compaRatio } = positionIn(range, salary)
  const guideline = evaluate(formula, { rating, compa_ratio: compaRatio }).value
  const amount = roundTo(decimal(salary).times(guideline), places, policy.rounding).toFixed(places)
  const room = difference(range.maximum, salary, places)
  return {
    id,
    salary,
    compaRatio,
    guideline,
    amount,
    headroom: room.startsWith('-') ? total([], places) : room,
  }
}

/** The budget by the guideline amounts, as much of it as there is room for. */
function spend(
  { policy: { currency, aboveMaximum } }: Merit,
  guided: readonly Guided[],
  budget: string,
): ReadonlyMap<string, string> {
  const places = minorUnits(currency)
  const entitled = guided.filter(({ amount }) => !decimal(amount).isZero())
  const room = total(
    entitled.map(({ headroom }) => headroom),
    places,
  )
  const capped = aboveMaximum === 'cap'
  const most = capped && decimal(room).lessThan(budget) ? room : budget
  const parts =
    entitled.length === 0
      ? []
      : allocate({
          total: most,
          places,
          ties: 'id',
          shares: entitled.map(({ id, amount, headroom }) => ({
            id,
            weight: amount,
            ...(capped && { cap: headroom }),
          })),
        })
  const nothing = total([], places)
  return new Map([
    ...guided.map(({ id }) => [id, nothing] as const),
    ...parts.map(({ id, amount }) => [id, amount] as const),
  ])
}
