import {
  check,
  constant,
  evaluate,
  type Formula,
  type NumberInput,
  when,
} from '../formula/index.js'
import { fail, type Label } from '../problem/index.js'
import { decimal, type NumericInput, type Unit } from '../quantity/index.js'
import { comparisonsIn } from './comparisons.js'
import { conditionOf } from './conditions.js'
import { edgeOf, type Figures } from './lint/figures.js'
import { noStages } from './member-problems.js'
import type { OwnOr } from './own-schema.js'
import type { Plan } from './plan.js'
import { labelOf } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** What is missing of one thing that a stage asks for: so much more of it, or so much less. */
export interface Missing {
  readonly kpi: string
  readonly label: Label
  readonly unit: Unit
  readonly missing: string
}

/** The next better stage: its place in the list, its rate, and what is missing to it. */
export interface NextStage {
  readonly stage: number
  readonly label?: Label
  readonly rate: OwnOr
  /** Of conditions of which any one is enough, each that does not hold. */
  readonly missing: readonly Missing[]
}

type Stages = Extract<PlanPolicy['tiers'], { readonly kind: 'stages' }>['stages']

/**
 * What is missing to the stage after the one that is reached; `undefined` where the last one is. Amounts are
 * exact, in the unit of what is asked for, above zero also where less of it is asked for. Of a plan that pays
 * deals it is the next stage of one deal.
 *
 * Throws a `PolicyError` for what `evaluate` refuses, and for a plan whose tiers are no stages.
 *
 * @example
 * nextStage(plan, { sales: '23456.78', days: '16', hours: '88.5' })?.missing
 * //=> [{ kpi: 'days', label: 'days', unit: 'duration:day', missing: '4.000000' }]
 */
export function nextStage(
  plan: Plan,
  inputs: Readonly<Record<string, NumericInput>>,
): NextStage | undefined {
  const { policy, id } = plan
  const { tiers } = policy
  if (tiers.kind !== 'stages') return fail(noStages('plan', id))
  const formula = plan.deal ?? plan.formula
  const read = evaluate(formula, inputs).inputs
  const reached = tiers.stages.findLastIndex(({ when: condition }) =>
    holds(policy, condition, read),
  )
  const next = tiers.stages[reached + 1]
  if (next === undefined) return undefined
  return {
    stage: reached + 1,
    ...(next.label !== undefined && { label: next.label }),
    rate: next.rate,
    missing: missingTo(policy, formula, next, read),
  }
}

function holds(policy: PlanPolicy, condition: Stages[number]['when'], read: Figures): boolean {
  const test = check(when(conditionOf(policy, condition), constant('1'), constant('0')))
  const own = Object.entries(read).filter(([name]) => Object.hasOwn(test.inputs, name))
  return evaluate(test, Object.fromEntries(own)).value === '1'
}

function missingTo(
  policy: PlanPolicy,
  formula: Formula,
  { when: condition }: Stages[number],
  read: Figures,
): readonly Missing[] {
  return comparisonsIn(condition, '').flatMap(({ condition: compared }) => {
    const { kpi, sense } = compared
    const { met } = edgeOf(compared, formula, read)
    const more = met.minus(String(read[kpi]))
    const missing = sense === 'atLeast' || sense === 'above' ? more : more.negated()
    if (!missing.greaterThan(0)) return []
    const { unit, scale } = formula.inputs[kpi] as NumberInput
    return [
      {
        kpi,
        label: labelOf(policy, kpi),
        unit,
        missing: decimal(missing.toFixed()).toFixed(scale),
      },
    ]
  })
}
