import { constant, type Expression, input } from '../formula/index.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money, type Unit } from '../quantity/index.js'
import type { Asked } from './conditions-schema.js'
import { asksOf } from './plan-asks.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** The decimal places that a KPI or a count read by a plan may have: 0.8725 is 87.25 %. */
export const kpiScale = 6

/** The name under which the categories go that have no rate of their own. */
export const otherCategory = 'other'

/** A measure of a plan: what is summed into one of its inputs. */
export type Measure = NonNullable<PlanPolicy['linked']>[number]

/** The name of a measure's input. */
export function measureName({ as, sum }: Pick<Measure, 'as' | 'sum'>): string {
  return as ?? sum
}

/** The measure that a name stands for; none where it is a KPI or a quota. */
export function measureNamed(policy: PlanPolicy, name: string): Measure | undefined {
  return measuresOf(policy).find((each) => measureName(each) === name)
}

/** The main measure of a plan, and those that its conditions read. */
export function measuresOf({ measure, measuring, linked = [] }: PlanPolicy): readonly Measure[] {
  return [{ ...measure, ...(measuring && { span: measuring }) }, ...linked]
}

/** Plans are read once and ask for a label wherever they name an input: what one has is made once. */
const labels = new WeakMap<PlanPolicy, ReadonlyMap<string, Label>>()

/**
 * What an input is called: by its own label, that of a condition that reads it, or that of the gate;
 * else by its name. A kicker's label is that of the prize.
 */
export function labelOf(policy: PlanPolicy, name: string): Label {
  const known = labels.get(policy) ?? labelsOf(policy)
  labels.set(policy, known)
  return known.get(name) ?? name
}

type Named = readonly [name: string, label: Label | undefined]

/** The label of each input that has one: of two, the later one stands. */
function labelsOf(policy: PlanPolicy): ReadonlyMap<string, Label> {
  const { measure, linked = [], gate, kpis = {}, quota = '' } = policy
  const asked = asksOf(policy).map(({ asked }): Named => [asked.kpi, asked.kpiLabel])
  const found: readonly Named[] = [
    ...(gate !== undefined && 'kpi' in gate ? [[gate.kpi, gate.label] as const] : []),
    [quota, { en: 'Quota', 'zh-CN': '业绩目标' }],
    [measureName(measure), { en: 'Credited sales', 'zh-CN': '计提业绩' }],
    ...asked.reverse(),
    ...Object.entries(kpis).map(([name, { label }]): Named => [name, label]),
    ...[...linked, measure].map((each): Named => [measureName(each), each.label]),
  ]
  return new Map(found.flatMap(([name, label]) => (label === undefined ? [] : [[name, label]])))
}

/** The categories that have a rate, with the rest of them; none where tiers have no categories. */
export function categoriesOf({ tiers }: PlanPolicy): readonly string[] | undefined {
  if (tiers.kind !== 'category') return undefined
  return [...Object.keys(tiers.rates), ...(tiers.otherwise === undefined ? [] : [otherCategory])]
}

/** The plan's measure, or one category's part of it. */
export function measureInput(policy: PlanPolicy, category?: string): Expression {
  const name = measureName(policy.measure)
  return category === undefined
    ? measured(policy, policy.measure, name)
    : input(`${name}.${category}`, ...typeOf(policy, policy.measure), category)
}

/** The quota, in the unit of the plan's measure. */
export function quotaInput(policy: PlanPolicy): Expression {
  return quotaNamed(policy, policy.measure, policy.quota as string)
}

/**
 * A quota, of which parts are asked. Of zero or less everybody would reach any part, also who sold
 * nothing: so it must be above zero wherever it is read, unless the plan says what it means.
 */
export function quotaNamed(
  policy: PlanPolicy,
  measure: Pick<Measure, 'unit'>,
  name: string,
): Expression {
  const { quotaOfZero = 'refuse' } = policy
  const least = quotaOfZero === 'refuse' ? '0' : undefined
  return input(name, ...typeOf(policy, measure), labelOf(policy, name), least)
}

/** A KPI, by its label. */
export function kpiInput(policy: PlanPolicy, kpi: string): Expression {
  return input(kpi, ...kpiType(policy, kpi), labelOf(policy, kpi))
}

function kpiType({ kpis = {} }: PlanPolicy, kpi: string): Type {
  const { unit = 'ratio', places = kpiScale } = Object.hasOwn(kpis, kpi) ? { ...kpis[kpi] } : {}
  return [unit, places]
}

type Type = [unit: Unit, places: number]

/** The unit and the places of what is asked: of a part a ratio. */
export function typeAsked(policy: PlanPolicy, { kpi, of }: Pick<Asked, 'kpi' | 'of'>): Type {
  if (of !== undefined) return ['ratio', kpiScale]
  const measure = measureNamed(policy, kpi)
  return measure === undefined ? kpiType(policy, kpi) : typeOf(policy, measure)
}

/** What a unit of the measure earns is a ratio of money, or money a piece. */
export function rateUnit({ measure, currency }: PlanPolicy): Unit {
  return measure.unit === 'count' ? money(currency) : 'ratio'
}

/** A measure by itself, by its name. */
export function measured(
  policy: PlanPolicy,
  measure: Pick<Measure, 'unit'>,
  name: string,
): Expression {
  return input(name, ...typeOf(policy, measure), labelOf(policy, name))
}

/** The unit of a measure's amounts and quota, and the places that they may have. */
function typeOf(policy: PlanPolicy, measure: Pick<Measure, 'unit'>): Type {
  const places = measure.unit === 'count' ? kpiScale : minorUnits(policy.currency)
  return [unitOf(policy, measure), places]
}

/** The unit of a measure's amounts, and of its quota. */
export function unitOf({ currency }: PlanPolicy, { unit }: Pick<Measure, 'unit'>): Unit {
  return unit === 'count' ? 'count' : money(currency)
}

/** Nothing, in the unit of a measure. */
export function nothingOf(policy: PlanPolicy, measure: Pick<Measure, 'unit'>): Expression {
  return constant('0', unitOf(policy, measure))
}

/** An amount that every plan has, such as nothing. */
export function amountOf({ currency }: PlanPolicy, value: string): Expression {
  return constant(value, money(currency))
}

/** An amount of money that is worked out elsewhere. */
export function moneyInput({ currency }: PlanPolicy, name: string, label: Label): Expression {
  return input(name, money(currency), minorUnits(currency), label)
}
