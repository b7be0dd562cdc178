import type { Label } from '../problem/index.js'
import type { Rounding, Unit } from '../quantity/index.js'
import type { Band, Condition, Expression, Grid, Interpolate, NodeOf, Tier } from './nodes.js'

/** Builders: each writes one node as JSON and computes nothing. `check` makes a formula of it. */

interface RoundingRule {
  readonly places: number
  readonly rounding: Rounding
}

/**
 * A number that is given when the formula is run: its name, its unit, and the most decimal places it
 * may have (0 to 30). A run that gives more places is refused, never rounded; so is one that gives a
 * number not `above` the bound, where there is one: of a quota of zero no part can be asked.
 *
 * @example
 * input('sales', money('CNY'), 2)
 * //=> { op: 'input', name: 'sales', unit: 'money:CNY', scale: 2 }
 */
export function input(
  name: string,
  unit: Unit,
  scale: number,
  label?: Label,
  above?: string,
): NodeOf<'input'> {
  return {
    op: 'input',
    name,
    unit,
    scale,
    ...(label !== undefined && { label }),
    ...(above !== undefined && { above }),
  }
}

/**
 * A number of the policy, a ratio unless `unit` says otherwise. Its scale is the places written.
 *
 * @example
 * constant('8000', money('CNY'))
 * //=> { op: 'constant', value: '8000', unit: 'money:CNY' }
 */
export function constant(value: string, unit: Unit = 'ratio'): NodeOf<'constant'> {
  return { op: 'constant', value, unit }
}

/**
 * The sum of parts of one unit, exact, with the largest scale among them.
 *
 * @example
 * add(constant('0.5'), constant('0.25'))
 * evaluate(check(add(constant('0.5'), constant('0.25'))), {}).value //=> '0.75'
 */
export function add(...of: readonly Expression[]): NodeOf<'add'> {
  return { op: 'add', of }
}

/**
 * `left` minus `right`, of one unit, exact, with the larger scale of the two.
 *
 * @example
 * subtract(constant('1.00'), constant('0.2'))
 * evaluate(check(subtract(constant('1.00'), constant('0.2'))), {}).value //=> '0.80'
 */
export function subtract(left: Expression, right: Expression): NodeOf<'subtract'> {
  return { op: 'subtract', left, right }
}

/**
 * The product, exact: scales add up. A ratio scales any unit, a count any but points; money by money
 * has no unit and is refused by `check`.
 *
 * @example
 * multiply(constant('100.00', money('CNY')), constant('0.015'))
 * evaluate(check(multiply(constant('100.00', money('CNY')), constant('0.015'))), {}).value //=> '1.50000'
 */
export function multiply(...of: readonly Expression[]): NodeOf<'multiply'> {
  return { op: 'multiply', of }
}

/**
 * `left` divided by `right`, rounded once, from the exact quotient, to `places` by the mode
 * `rounding`. Like by like is a ratio; anything by a ratio or a count keeps its unit. A run that
 * divides by zero throws a `PolicyError`.
 *
 * @example
 * divide(constant('2'), constant('3'), { places: 4, rounding: 'half-up' })
 * evaluate(check(divide(constant('2'), constant('3'), { places: 4, rounding: 'down' })), {}).value //=> '0.6666'
 */
export function divide(
  left: Expression,
  right: Expression,
  { places, rounding }: RoundingRule,
): NodeOf<'divide'> {
  return { op: 'divide', left, right, places, rounding }
}

/**
 * The least of parts of one unit: a cap, beside what it caps. It has the largest scale among them.
 *
 * @example
 * minimum(constant('1.2'), constant('1.00'))
 * evaluate(check(minimum(constant('1.2'), constant('1.00'))), {}).value //=> '1.00'
 */
export function minimum(...of: readonly Expression[]): NodeOf<'minimum'> {
  return { op: 'minimum', of }
}

/**
 * The greatest of parts of one unit: a floor, beside what it lifts. It has the largest scale among
 * them.
 *
 * @example
 * maximum(constant('0.7'), constant('1.00'))
 * evaluate(check(maximum(constant('0.7'), constant('1.00'))), {}).value //=> '1.00'
 */
export function maximum(...of: readonly Expression[]): NodeOf<'maximum'> {
  return { op: 'maximum', of }
}

/**
 * A value rounded to `places` by the mode `rounding`; its scale is `places`, more or fewer than
 * before.
 *
 * @example
 * round(constant('668.755', money('CNY')), { places: 2, rounding: 'half-up' })
 * evaluate(check(round(constant('2.5'), { places: 0, rounding: 'half-even' })), {}).value //=> '2'
 */
export function round(of: Expression, { places, rounding }: RoundingRule): NodeOf<'round'> {
  return { op: 'round', of, places, rounding }
}

/**
 * Each slice of `x` at its own rate, exact. Below the first `from` nothing is paid; without it the
 * first rate also takes negative amounts. Rates are ratios unless `rateUnit` says otherwise, such as
 * money a piece where `x` is a count.
 *
 * @example
 * marginal(input('sales', money('CNY'), 2), [{ from: '0', rate: '0.01' }, { from: '50000', rate: '0.015' }])
 * evaluate(check(marginal(constant('3'), [{ from: '0', rate: '1' }, { from: '2', rate: '5' }])), {}).value //=> '7'
 */
export function marginal(
  x: Expression,
  tiers: readonly Tier[],
  rateUnit: Unit = 'ratio',
): NodeOf<'marginal'> {
  return { op: 'marginal', x, tiers, rateUnit }
}

/**
 * The value of the band that `x` falls in, exact; a ratio unless `unit` says otherwise. A bound
 * belongs to the band it begins, or with `exclusive` to the band before. The first band has no `from`.
 * A retroactive tier is `multiply(x, step(x, bands))`.
 *
 * @example
 * step(input('score', 'points', 1), [{ value: '0.8' }, { from: '80', value: '1' }])
 * evaluate(check(step(constant('80'), [{ value: '0.8' }, { from: '80', value: '1' }])), {}).value //=> '1.0'
 */
export function step(x: Expression, bands: readonly Band[], unit: Unit = 'ratio'): NodeOf<'step'> {
  return { op: 'step', x, bands, unit }
}

/**
 * The height at `x` of straight lines between points, flat outside them, rounded once to `places`; a
 * ratio unless `unit` says otherwise.
 *
 * @example
 * interpolate(input('attainment', 'ratio', 4), [{ at: '0.8', value: '0.5' }, { at: '1', value: '1' }], { places: 4, rounding: 'half-up' })
 * evaluate(check(interpolate(constant('3'), [{ at: '0', value: '0' }, { at: '9', value: '1' }], { places: 2, rounding: 'half-up' })), {}).value //=> '0.33'
 */
export function interpolate(
  x: Expression,
  points: Interpolate['points'],
  { places, rounding, unit = 'ratio' }: RoundingRule & { readonly unit?: Unit },
): NodeOf<'interpolate'> {
  return { op: 'interpolate', x, points, unit, places, rounding }
}

/**
 * The value at the bands that `row` and `column` fall in, exact: a merit matrix. Bounds work as those
 * of {@link step}; `values` has one list a row, one value a column.
 *
 * @example
 * const matrix = grid({ row: constant('4'), column: constant('0.9'), rows: [{}, { from: '3' }], columns: [{}, { from: '1' }], values: [['0', '0'], ['0.06', '0.04']], unit: 'ratio' })
 * evaluate(check(matrix), {}).value //=> '0.06'
 */
export function grid(table: Omit<Grid, 'op'>): NodeOf<'grid'> {
  return { op: 'grid', ...table }
}

/**
 * The case that the text input `key` names; `otherwise` for a text that is not listed, which a run
 * refuses where there is none. The cases share one unit.
 *
 * @example
 * match('region', { east: constant('1.1'), west: constant('1') }, constant('0.9'))
 * evaluate(check(match('region', { east: constant('1.1') })), { region: 'east' }).value //=> '1.1'
 */
export function match(
  key: string,
  cases: Readonly<Record<string, Expression>>,
  otherwise?: Expression,
): NodeOf<'match'> {
  return { op: 'match', key, cases, ...(otherwise !== undefined && { otherwise }) }
}

/**
 * `then` where the condition holds, `otherwise` where not; both of one unit. Only the branch taken is
 * computed, so a condition can guard a division.
 *
 * @example
 * when(atLeast(input('score', 'points', 1), constant('60', 'points')), constant('1'), constant('0'))
 * evaluate(check(when(above(constant('1'), constant('1')), constant('2'), constant('0.5'))), {}).value //=> '0.5'
 */
export function when(
  condition: Condition,
  then: Expression,
  otherwise: Expression,
): NodeOf<'when'> {
  return { op: 'when', condition, then, otherwise }
}

/**
 * A step that explanations show under a label, in one language or each, with the clause of the policy
 * it comes from. The value is that of `of`.
 *
 * @example
 * named({ en: 'Commission', 'zh-CN': '提成' }, constant('1'), '§2.1')
 * evaluate(check(named('Factor', constant('1.05'))), {}).value //=> '1.05'
 */
export function named(label: Label, of: Expression, clause?: string): NodeOf<'named'> {
  return { op: 'named', label, ...(clause !== undefined && { clause }), of }
}

/**
 * Whether `left >= right`, both of one unit.
 *
 * @example
 * atLeast(constant('1.0'), constant('1'))
 * //=> { op: 'atLeast', left: { op: 'constant', value: '1.0', unit: 'ratio' }, right: { op: 'constant', value: '1', unit: 'ratio' } }
 */
export function atLeast(left: Expression, right: Expression): NodeOf<'atLeast'> {
  return { op: 'atLeast', left, right }
}

/**
 * Whether `left > right`, both of one unit.
 *
 * @example
 * above(constant('1.0'), constant('1'))
 * //=> { op: 'above', left: { op: 'constant', value: '1.0', unit: 'ratio' }, right: { op: 'constant', value: '1', unit: 'ratio' } }
 */
export function above(left: Expression, right: Expression): NodeOf<'above'> {
  return { op: 'above', left, right }
}

/**
 * Whether `left = right`, both of one unit, whatever their scales: 1.0 equals 1.00.
 *
 * @example
 * const same = equals(constant('1.0'), constant('1.00'))
 * evaluate(check(when(same, constant('1'), constant('0'))), {}).value //=> '1'
 */
export function equals(left: Expression, right: Expression): NodeOf<'equals'> {
  return { op: 'equals', left, right }
}

/**
 * Whether every condition holds. They are tested in order until one fails, so an early one can guard a
 * division in a later one.
 *
 * @example
 * const both = all(above(constant('2'), constant('1')), above(constant('1'), constant('2')))
 * evaluate(check(when(both, constant('1'), constant('0'))), {}).value //=> '0'
 */
export function all(...of: readonly Condition[]): NodeOf<'all'> {
  return { op: 'all', of }
}

/**
 * Whether one condition holds at least. They are tested in order until one does.
 *
 * @example
 * const either = any(above(constant('2'), constant('1')), above(constant('1'), constant('2')))
 * evaluate(check(when(either, constant('1'), constant('0'))), {}).value //=> '1'
 */
export function any(...of: readonly Condition[]): NodeOf<'any'> {
  return { op: 'any', of }
}

/**
 * Whether the condition does not hold.
 *
 * @example
 * const unlike = not(equals(constant('1'), constant('2')))
 * evaluate(check(when(unlike, constant('1'), constant('0'))), {}).value //=> '1'
 */
export function not(of: Condition): NodeOf<'not'> {
  return { op: 'not', of }
}
