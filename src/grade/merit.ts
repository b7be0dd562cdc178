import type { IsoDate } from '../calendar/index.js'
import {
  check,
  constant,
  divide,
  type Expression,
  type Formula,
  input,
  match,
  minimum,
  multiply,
  named,
  round,
  step,
} from '../formula/index.js'
import type { Localized } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type MeritPolicy, parseMeritPolicy } from './merit-schema.js'
import { ratioPlaces } from './range.js'
import type { PayRange } from './range-schema.js'

/** A merit matrix and its formulas. */
export interface Merit {
  readonly policy: MeritPolicy
  /** The increase, or the target of the guideline, a ratio: reads `rating` and `compa_ratio`. */
  readonly formula: Formula
  /**
   * What that is in money, and the least and the most of a guideline where the matrix has them: they
   * read `salary`, `rating` and `compa_ratio`, with proration also `months`.
   */
  readonly amounts: {
    readonly target: Formula
    readonly bounds?: { readonly minimum: Formula; readonly maximum: Formula }
  }
}

/** Whom a merit increase is worked out for; the salary and the range are in the policy's currency. */
export interface MeritCandidate {
  readonly id: string
  readonly salary: string
  readonly rating: string
  readonly range: PayRange
  /** The first day of the salary: of the hire or the last raise. Where the policy has proration. */
  readonly since?: IsoDate
  /** Whose budget an increase is taken from, where each category has its own. */
  readonly category?: string
}

const titles = {
  target: { en: 'Merit increase', 'zh-CN': '绩效调薪' },
  minimum: { en: 'Least merit increase', 'zh-CN': '最低绩效调薪' },
  maximum: { en: 'Most merit increase', 'zh-CN': '最高绩效调薪' },
} as const

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
  const { guidelines, increases } = policy
  const cellsOf = (of: keyof typeof titles) =>
    guidelines === undefined
      ? (increases as NonNullable<typeof increases>)
      : Object.fromEntries(
          Object.entries(guidelines).map(([rating, row]) => [rating, row.map((cell) => cell[of])]),
        )
  const target = matrix(policy, cellsOf('target'))
  const title = policy.label ?? titles.target
  const formula = (label: typeof title, of: Expression) => check(named(label, of, policy.clause))
  const bound = (of: 'minimum' | 'maximum') =>
    formula(titles[of], inMoney(policy, matrix(policy, cellsOf(of))))
  return Object.freeze({
    policy,
    formula: formula(title, target),
    amounts: Object.freeze({
      target: formula(title, inMoney(policy, target)),
      ...(guidelines !== undefined && {
        bounds: Object.freeze({ minimum: bound('minimum'), maximum: bound('maximum') }),
      }),
    }),
  })
}

/** The cell of a rating and a compa-ratio, a ratio. */
function matrix(
  { ratings, compaRatios }: MeritPolicy,
  rows: Readonly<Record<string, readonly string[]>>,
): Expression {
  const ratio = input('compa_ratio', 'ratio', ratioPlaces, {
    en: 'Compa-ratio',
    'zh-CN': '薪酬比率',
  })
  const cases = ratings.map((rating) => {
    const row = rows[rating] as readonly string[]
    const bands = compaRatios.map((bound, i) => ({ ...bound, value: row[i] as string }))
    return [rating, step(ratio, bands)] as const
  })
  const label: Localized = { en: 'Rating', 'zh-CN': '绩效评级' }
  return { ...match('rating', Object.fromEntries(cases)), label }
}

/** The salary times a ratio, for the part of the months that count, rounded once. */
function inMoney({ currency, rounding, proration }: MeritPolicy, ratio: Expression): Expression {
  const places = minorUnits(currency)
  const salary = input('salary', money(currency), places, { en: 'Salary', 'zh-CN': '工资' })
  if (proration === undefined) return round(multiply(salary, ratio), { places, rounding })
  const months = input('months', 'count', 0, {
    en: 'Months since the last raise or the hire',
    'zh-CN': '距上次调薪或入职的月数',
  })
  const full = constant(String(proration.fullMonths), 'count')
  return divide(multiply(salary, ratio, minimum(months, full)), full, { places, rounding })
}
