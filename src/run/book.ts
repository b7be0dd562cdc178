import { prorated, targetBonus } from '../bonus/index.js'
import { type Plan, parsePlan } from '../commission/index.js'
import { check, type Formula, input, named } from '../formula/index.js'
import { parseScorecard, type Scorecard } from '../kpi/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type BookPolicy, type DepartmentPolicy, parseBookPolicy } from './schema.js'

/** A pay component and the formula of what it pays. */
export interface PayComponent {
  readonly component: string
  readonly prorated: boolean
  readonly formula: Formula
}

/** A department's policies, their formulas built. */
export interface Department {
  readonly policy: DepartmentPolicy
  readonly components: readonly PayComponent[]
  readonly bonus?: { readonly scorecard: Scorecard; readonly formula: Formula }
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
 * Throws a `PolicyError` with every problem and its path, references that lead nowhere among them.
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
    const { id, bonus, commission, components } = department
    const scorecard = bonus && scorecards.get(bonus.scorecard)
    const plan = commission === undefined ? undefined : plans.get(commission)
    return [
      id,
      {
        policy: department,
        components: components.map((component) => payComponent(policy, component)),
        ...(bonus &&
          scorecard && {
            bonus: {
              scorecard,
              formula: targetBonus({ ...policy, ...bonus }, scorecard.coefficient.expression),
            },
          }),
        ...(plan && { plan }),
      },
    ]
  })
  return Object.freeze({ policy, departments: new Map(departments) })
}

function payComponent(
  { currency, rounding }: BookPolicy,
  {
    component,
    prorated: isProrated,
    label = component,
    clause,
  }: DepartmentPolicy['components'][number],
): PayComponent {
  const whole = { en: 'Amount for the whole period', 'zh-CN': '整期金额' }
  const amount = input('amount', money(currency), minorUnits(currency), whole)
  const paid = isProrated ? prorated(amount, { currency, rounding }) : amount
  return { component, prorated: isProrated, formula: check(named(label, paid, clause)) }
}
