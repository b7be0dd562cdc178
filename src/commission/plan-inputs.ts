import {
  atLeast,
  type Condition,
  constant,
  type Expression,
  input,
  multiply,
} from '../formula/index.js'
import { at, type Label } from '../problem/index.js'
import { minorUnits, money, type Unit } from '../quantity/index.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** The decimal places that a KPI or a count read by a plan may have: 0.8725 is 87.25 %. */
export const kpiScale = 6

/** The name under which the categories go that have no rate of their own. */
export const otherCategory = 'other'

/** A measure of a plan: what is summed into one of its inputs. */
export type Measure = NonNullable<PlanPolicy['linked']>[number]

/** A condition of a plan: a KPI, or a measure as a part of its quota. */
export interface Reached {
  readonly kpi: string
  readonly of?: string | undefined
  readonly atLeast: string
  readonly label?: Label | undefined
}

/** The name of a measure's input. */
export function measureName({ as, sum }: Pick<Measure, 'as' | 'sum'>): string {
  return as ?? sum
}

/** The main measure of a plan, and those that its conditions read. */
export function measuresOf({ measure, measuring, linked = [] }: PlanPolicy): readonly Measure[] {
  return [{ ...measure, ...(measuring && { span: measuring }) }, ...linked]
}

/** Every condition of a plan, with its path. */
export function conditionsOf({
  gate,
  accelerator,
  kickers = [],
}: PlanPolicy): readonly { readonly path: string; readonly condition: Reached }[] {
  return [
    ...(accelerator?.when ? [{ path: 'accelerator.when', condition: accelerator.when }] : []),
    ...(gate ? [{ path: 'gate', condition: gate }] : []),
    ...kickers.map((condition, i) => ({ path: at('kickers', i), condition })),
  ]
}

/** The plan's measure, or one category's part of it. */
export function measureInput(policy: PlanPolicy, category?: string): Expression {
  const { measure } = policy
  const label = measure.label ?? { en: 'Credited sales', 'zh-CN': '计提业绩' }
  const name = measureName(measure)
  return category === undefined
    ? measured(policy, measure, name, label)
    : measured(policy, measure, `${name}.${category}`, category)
}

/** The quota, in the unit of the plan's measure. */
export function quotaInput(policy: PlanPolicy): Expression {
  const label = { en: 'Quota', 'zh-CN': '业绩目标' }
  return measured(policy, policy.measure, policy.quota as string, label)
}

/** What a unit of the measure earns is a ratio of money, or money a piece. */
export function rateUnit({ measure, currency }: PlanPolicy): Unit {
  return measure.unit === 'count' ? money(currency) : 'ratio'
}

/** Whether a KPI, or a measure against its quota, reaches what is asked. */
export function reached(
  policy: PlanPolicy,
  { kpi, of, atLeast: least, label }: Reached,
): Condition {
  const measure = measuresOf(policy).find((each) => measureName(each) === kpi)
  if (measure === undefined) {
    const left = input(kpi, 'ratio', kpiScale, label ?? kpi)
    return atLeast(left, constant(least))
  }
  const left = measured(policy, measure, kpi, measure.label ?? label ?? kpi)
  if (of === undefined) return atLeast(left, constant(least, unitOf(policy, measure)))
  const quota = of === policy.quota ? quotaInput(policy) : measured(policy, measure, of, of)
  return atLeast(left, multiply(quota, constant(least)))
}

function measured(
  policy: PlanPolicy,
  measure: Pick<Measure, 'unit'>,
  name: string,
  label: Label,
): Expression {
  const places = measure.unit === 'count' ? kpiScale : minorUnits(policy.currency)
  return input(name, unitOf(policy, measure), places, label)
}

/** The unit of a measure's amounts, and of its quota. */
export function unitOf({ currency }: PlanPolicy, { unit }: Pick<Measure, 'unit'>): Unit {
  return unit === 'count' ? 'count' : money(currency)
}

/** An amount written in the policy. */
export function amountOf({ currency }: PlanPolicy, value: string): Expression {
  return constant(value, money(currency))
}

/** An amount of money that is worked out elsewhere. */
export function moneyInput({ currency }: PlanPolicy, name: string, label: Label): Expression {
  return input(name, money(currency), minorUnits(currency), label)
}
