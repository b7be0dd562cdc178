import { addMonths, compareDates, type IsoDate, type Span } from '../calendar/index.js'
import { dateProblems, spanProblems } from '../calendar/internal.js'
import {
  check,
  type Evaluation,
  type Expression,
  evaluate,
  type Formula,
  input,
  named,
  round,
  step,
} from '../formula/index.js'
import { refuse } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type LoyaltyPolicy, parseLoyaltyPolicy } from './grant-schema.js'

/** A loyalty bonus: the policy as it was written, and the formula it means. */
export interface Loyalty {
  readonly id: string
  readonly policy: LoyaltyPolicy
  /** What an anniversary pays by the step it reaches. Reads `service.years`. */
  readonly formula: Formula
}

/** What one anniversary pays. */
export interface LoyaltyPayment {
  readonly date: IsoDate
  readonly years: number
  readonly amount: string
  readonly evaluation: Evaluation
}

/**
 * A loyalty bonus by years of service, from untrusted JSON: `milestone` pays the amount of a step on
 * the anniversary that reaches it, `yearly` pays the amount of the step reached on every anniversary.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const loyalty = parseLoyalty({ id: 'years', currency: 'CNY', paid: 'milestone', steps: [{ years: 5, amount: '3000' }] })
 * evaluate(loyalty.formula, { 'service.years': 7 }).value //=> '3000.00'
 */
export function parseLoyalty(json: unknown): Loyalty {
  const policy = parseLoyaltyPolicy(json)
  return Object.freeze({ id: policy.id, policy, formula: check(amountOf(policy)) })
}

/**
 * The loyalty bonuses of the anniversaries that lie in a span, both ends included, in order. Who joined
 * on 29 February has the anniversary on the 28th in a common year.
 *
 * Throws a `PolicyError` for dates that are none, and a span that ends before it starts.
 *
 * @example
 * loyaltyIn(loyalty, { joined: '2021-06-10', span: parsePeriod('2026-06') })[0]?.amount //=> '3000.00'
 */
export function loyaltyIn(
  { policy, formula }: Loyalty,
  { joined, span }: { readonly joined: IsoDate; readonly span: Span },
): readonly LoyaltyPayment[] {
  refuse([...dateProblems(joined, 'joined'), ...spanProblems(span, 'span')])
  const first = Math.max(1, yearOf(span.from) - yearOf(joined))
  const count = Math.max(0, yearOf(span.to) - yearOf(joined) - first + 1)
  return Array.from({ length: count }, (_, i) => first + i).flatMap((years) => {
    const date = addMonths(joined, 12 * years)
    const inside = compareDates(date, span.from) >= 0 && compareDates(date, span.to) <= 0
    if (!inside || !pays(policy, years)) return []
    const evaluation = evaluate(formula, { 'service.years': years })
    return [{ date, years, amount: evaluation.value, evaluation }]
  })
}

function pays({ paid, steps }: LoyaltyPolicy, years: number): boolean {
  return steps.some((each) => (paid === 'milestone' ? each.years === years : each.years <= years))
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

function amountOf({ currency, steps, label, clause }: LoyaltyPolicy): Expression {
  const served = input('service.years', 'count', 0, { en: 'Years served', 'zh-CN': '服务年数' })
  const bands = steps.map(({ years, amount }) => ({ from: String(years), value: amount }))
  const amount = step(served, [{ value: '0' }, ...bands], money(currency))
  return named(
    label ?? { en: 'Loyalty bonus', 'zh-CN': '司龄奖' },
    round(amount, { places: minorUnits(currency), rounding: 'half-up' }),
    clause,
  )
}
