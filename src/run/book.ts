import { prorated, targetBonus } from '../bonus/index.js'
import { type Plan, parsePlan } from '../commission/index.js'
import { check, type Formula, input, named } from '../formula/index.js'
import { parseScorecard, type Scorecard } from '../kpi/index.js'
import { minorUnits, money } from '../quantity/index.js'
import {
  type BonusPolicy,
  type BookPolicy,
  type ComponentPolicy,
  type DepartmentPolicy,
  parseBookPolicy,
} from './schema.js'

/** A pay component, and the formula of what it pays for the input `amount`. */
export interface PayComponent {
  readonly policy: ComponentPolicy
  readonly formula: Formula
}

/** A target bonus, and the formula of what it pays; see `targetBonus`. */
export interface DepartmentBonus {
  readonly policy: BonusPolicy
  readonly scorecard: Scorecard
  readonly formula: Formula
}

/** A department's policies, their formulas built. */
export interface Department {
  readonly policy: DepartmentPolicy
  readonly components: readonly PayComponent[]
  readonly bonus?: DepartmentBonus
  readonly plan?: Plan
}

/** A company's pay policies, their formulas built. */
export interface Book {
  readonly policy: BookPolicy
  readonly departments: ReadonlyMap<string, Department>
}

/**
 * A company's pay policies from untrusted JSON: departments with their pay components, scorecard and
 * commission plan; crediting rules; one proration basis, currency and rounding.
 *
 * Throws a `PolicyError` with every problem and its path: also for repeated ids, references that lead
 * nowhere, plans in another currency, and plans that measure a kind of credit that no rule gives.
 *
 * @example
 * const book = parseBook(JSON.parse(text))
 * [...book.departments.keys()] //=> ['operations', 'service']
 */
export function parseBook(json: unknown): Book {
  const policy = parseBookPolicy(json)
  const scorecards = new Map(policy.scorecards.map((card) => [card.id, parseScorecard(card)]))
  const plans = new Map(policy.plans.map((plan) => [plan.id, parsePlan(plan)]))
  const departments = policy.departments.map((department): [string, Department] => {
    const { id, components, bonus, commission } = department
    return [
      id,
      {
        policy: department,
        components: components.map((component) => payComponent(policy, component)),
        ...(bonus && {
          bonus: departmentBonus(policy, bonus, scorecards.get(bonus.scorecard) as Scorecard),
        }),
        ...(commission !== undefined && { plan: plans.get(commission) as Plan }),
      },
    ]
  })
  return Object.freeze({ policy, departments: new Map(departments) })
}

function payComponent({ currency, rounding }: BookPolicy, policy: ComponentPolicy): PayComponent {
  const { component, label = component, clause } = policy
  const whole = { en: 'Amount for the whole period', 'zh-CN': '整期金额' }
  const amount = input('amount', money(currency), minorUnits(currency), whole)
  const paid = policy.prorated ? prorated(amount, { currency, rounding }) : amount
  return { policy, formula: check(named(label, paid, clause)) }
}

function departmentBonus(
  { currency, rounding }: BookPolicy,
  policy: BonusPolicy,
  scorecard: Scorecard,
): DepartmentBonus {
  const formula = targetBonus({ currency, rounding, ...policy }, scorecard.coefficient.expression)
  return { policy, scorecard, formula }
}
