import type { Formula, NumberInput } from '../../formula/index.js'
import { at } from '../../problem/index.js'
import { type Decimal, decimal, type NumericInput, roundTo } from '../../quantity/index.js'
import { categoriesOf, steppedTiers } from '../category-tiers.js'
import type { Compared } from '../comparisons.js'
import type { OwnBound } from '../own-tables.js'
import { conditionsOf } from '../plan-asks.js'
import { measureName, measuresOf } from '../plan-inputs.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import { ownFigures } from './own-figures.js'
import { type Figures, usualAmount, valueIn } from './usual.js'

/** Where a tier begins: where in the policy, and at what amount; the lowest may begin nowhere. */
export interface TierStart {
  readonly path: string
  readonly from: Decimal | undefined
  readonly exclusive: boolean
}

/** Where the tiers of one measure begin, as amounts: of the plan, or of the category that is looked at. */
export function tierStarts(
  { tiers, measure, quota = '' }: PlanPolicy,
  figures: Figures,
  over: string,
): readonly TierStart[] {
  const ofQuota = figures[quota] as NumericInput
  if (tiers.kind === 'grid')
    return tiers.between === 'linear' ? [] : startsIn('tiers.rows', tiers.rows, ofQuota, figures)
  const looked = categoriesOf(tiers).find(({ name }) => `${measureName(measure)}.${name}` === over)
  return steppedTiers(tiers)
    .filter(({ path }) => looked === undefined || looked.path === path)
    .flatMap(({ path, tiers: { of = 'amount', steps } }) => {
      const whole = of === 'quota' ? ofQuota : '1'
      return typeof of === 'object' ? [] : startsIn(at(path, 'steps'), steps, whole, figures)
    })
}

function startsIn(
  path: string,
  bounds: readonly OwnBound[],
  whole: NumericInput,
  figures: Figures,
): readonly TierStart[] {
  return bounds.map(({ from, exclusive = false }, i) => ({
    path: at(path, i),
    from: from === undefined ? undefined : decimal(valueIn(from, figures)).times(String(whole)),
    exclusive,
  }))
}

/** The two figures between which a condition begins or ceases to hold. */
export interface Edge {
  readonly met: Decimal
  readonly missed: Decimal
}

/** The first figure that meets a comparison, and the last one that misses it. */
export function edgeOf(
  { of, value, kpi, sense }: Compared,
  formula: Formula,
  figures: Figures,
): Edge {
  const whole = of === undefined ? '1' : String(figures[of])
  const scale = scaleOf(formula, kpi)
  const step = `1e-${scale}`
  const bound = decimal(valueIn(value, figures)).times(whole)
  const up = roundTo(bound, scale, 'ceiling')
  const down = roundTo(bound, scale, 'floor')
  switch (sense) {
    case 'atLeast':
      return { met: up, missed: up.minus(step) }
    case 'above':
      return { met: down.plus(step), missed: down }
    case 'below':
      return { met: up.minus(step), missed: up }
    case 'atMost':
      return { met: down, missed: down.plus(step) }
  }
}

/** The least figure that an input takes: zero, or the one just above its bound. */
export function leastOf({ inputs }: Formula, name: string): string {
  const { above, scale } = inputs[name] as NumberInput
  return above === undefined ? '0' : decimal(above).plus(`1e-${scale}`).toFixed()
}

/** The decimal places that a number input may have. */
export function scaleOf({ inputs }: Formula, name: string): number {
  return (inputs[name] as NumberInput).scale
}

/**
 * Figures for every input of a formula but `over` with which each condition is just reached: quotas
 * are a usual amount, the KPI of a grid is in its last column, nothing was earned before.
 */
export function reachedFigures(
  policy: PlanPolicy,
  formula: Formula,
  given: Figures,
  over?: string,
): Figures {
  const conditions = conditionsOf(policy).map(({ condition }) => condition)
  const figures: Record<string, NumericInput> = { ...ownFigures(policy, formula, given) }
  /** A base is worked out before what is asked as a part of it; one that leads back to it is not. */
  const workOut = (name: string, asking: readonly string[]): void => {
    const isRead = name !== over && Object.hasOwn(formula.inputs, name)
    if (!isRead || Object.hasOwn(figures, name) || asking.includes(name)) return
    const own = conditions.filter(({ kpi }) => kpi === name)
    for (const { of } of own) if (of !== undefined) workOut(of, [...asking, name])
    const asked = own
      .filter(({ of }) => of === undefined || Object.hasOwn(figures, of))
      .map((condition) => ({ ...condition, ...edgeOf(condition, formula, figures) }))
    const least = asked
      .filter(({ sense }) => sense === 'atLeast' || sense === 'above')
      .reduce(
        (a, { met }) => (met.greaterThan(a) ? met : a),
        leastFigure(policy, formula, name, figures),
      )
    figures[name] = asked
      .filter(({ sense }) => sense === 'atMost' || sense === 'below')
      .reduce((a, { met }) => (met.lessThan(a) ? met : a), least)
  }
  for (const name of Object.keys(formula.inputs)) workOut(name, [])
  return figures
}

/** What an input is where no condition asks for more. */
function leastFigure(
  policy: PlanPolicy,
  formula: Formula,
  name: string,
  figures: Figures,
): Decimal {
  const { tiers, quota } = policy
  if (tiers.kind === 'grid' && tiers.kpi === name)
    return columnStart(tiers.columns.at(-1), scaleOf(formula, name), figures)
  const compared = conditionsOf(policy).some(({ condition }) => condition.of === name)
  const main = measureName(measuresOf(policy)[0] as PlanPolicy['measure'])
  const whole = name === quota || name === main || compared
  return decimal(whole ? usualAmount(policy) : '0')
}

/** The first figure in a column of a grid; the first column has zero. */
export function columnStart(
  column: OwnBound | undefined,
  scale: number,
  figures: Figures,
): Decimal {
  const from = valueIn(column?.from ?? '0', figures)
  const start = roundTo(decimal(from), scale, 'ceiling')
  const excluded = column?.exclusive && start.equals(from)
  return excluded ? start.plus(`1e-${scale}`) : start
}
