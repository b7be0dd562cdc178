import {
  above,
  add,
  atLeast,
  constant,
  divide,
  type Expression,
  interpolate,
  multiply,
  named,
  step,
  subtract,
  when,
} from '../formula/index.js'
import type { Rounding, Unit } from '../quantity/index.js'
import type { OwnOr } from './own-schema.js'
import { type NumberType, numberOf } from './owns.js'
import { roomLabel } from './plan-labels.js'

/**
 * Tables whose numbers may be each person's own: the node of the formula where all of them are the policy's,
 * and else conditions, which come to the same.
 */

/** Where a band begins: the first one begins nowhere. */
export interface OwnBound {
  readonly from?: OwnOr | undefined
  readonly exclusive?: boolean | undefined
}

/** What is read, and what is read of it: its unit, and how one of its numbers is read. */
export interface TableTypes {
  readonly x: NumberType
  readonly unit: Unit
  readonly number: (value: OwnOr) => Expression
}

/** A table of numbers of one type by those of another. */
export function typesOf(x: NumberType, value: NumberType): TableTypes {
  return { x, unit: value[0], number: (of) => numberOf(of, ...value) }
}

/** The value of the band that `x` falls in. */
export function stepOf(
  x: Expression,
  bands: readonly (OwnBound & { readonly value: OwnOr })[],
  types: TableTypes,
): Expression {
  const values = bands.map(({ value }) => value)
  return whereRising(pick(x, bands, values, types), types.unit, bands, types.x)
}

/** The value of the band that `x` falls in, of bounds that rise. */
export function pick(
  x: Expression,
  bounds: readonly OwnBound[],
  values: readonly OwnOr[],
  types: TableTypes,
): Expression {
  const bands = bounds.flatMap(({ from, ...bound }, i) => {
    const value = values[i]
    if (typeof from === 'object' || typeof value !== 'string') return []
    return [{ ...(from !== undefined && { from }), ...bound, value }]
  })
  return bands.length === bounds.length
    ? step(x, bands, types.unit)
    : chosen(x, bounds, values.map(types.number), types.x)
}

/** What belongs to the band that `x` falls in, by tests of one bound after the other. */
export function chosen(
  x: Expression,
  bounds: readonly OwnBound[],
  values: readonly Expression[],
  type: NumberType,
): Expression {
  return values.reduce((below, value, i) => {
    const { from, exclusive = false } = bounds[i] as OwnBound
    const bound = numberOf(from as OwnOr, ...type)
    return when((exclusive ? above : atLeast)(x, bound), value, below)
  })
}

/** A point between which lines are drawn. */
export interface OwnPoint {
  readonly at: OwnOr
  readonly value: OwnOr
}

interface RoundingRule {
  readonly places: number
  readonly rounding: Rounding
}

/** The height at `x` of straight lines between points, flat outside them, rounded once. */
export function lineOf(
  x: Expression,
  points: readonly OwnPoint[],
  types: TableTypes,
  rule: RoundingRule,
): Expression {
  const { unit } = types
  const literal = points.flatMap(({ at, value }) =>
    typeof at === 'string' && typeof value === 'string' ? [{ at, value }] : [],
  )
  if (literal.length === points.length) return interpolate(x, literal, { ...rule, unit })
  const [at, heights] = [
    points.map((point) => numberOf(point.at, ...types.x)),
    points.map(({ value }) => types.number(value)),
  ]
  const bounds = points.map((point) => ({ from: point.at }))
  const lines = heights.map((low, i) => {
    const [from, to, high] = [at[i] as Expression, at[i + 1], heights[i + 1]]
    return to === undefined || high === undefined
      ? low
      : divide(between(x, [from, to], [low, high]), subtract(to, from), rule)
  })
  const first = heights[0] as Expression
  const drawn = chosen(x, [{}, ...bounds], [first, ...lines], types.x)
  return whereRising(drawn, unit, bounds, types.x)
}

/** The height at `x` of the line from `low` to `high`, times how far it runs: exact, to be divided by that. */
export function between(
  x: Expression,
  [from, to]: readonly [Expression, Expression],
  [low, high]: readonly [Expression, Expression],
): Expression {
  return add(multiply(subtract(to, x), low), multiply(subtract(x, from), high))
}

/**
 * What holds where bounds rise, as those of a policy do. Those of a person are known in a run alone: where they
 * do not rise, what is read by them is divided by the room between them, and so refused by its name.
 */
export function whereRising(
  read: Expression,
  unit: Unit,
  bounds: readonly OwnBound[],
  type: NumberType,
): Expression {
  const written = bounds.flatMap(({ from }) => (from === undefined ? [] : [from]))
  return written.slice(1).reduceRight<Expression>((rest, to, i) => {
    const from = written[i] as OwnOr
    if (typeof from === 'string' && typeof to === 'string') return rest
    const rises = above(numberOf(to, ...type), numberOf(from, ...type))
    return when(rises, rest, refused(roomLabel(from, to), unit))
  }, read)
}

/** What is refused under a name: it divides by nothing. */
export function refused(label: Parameters<typeof named>[0], unit: Unit): Expression {
  const rule = { places: 0, rounding: 'down' } as const
  return divide(constant('0', unit), named(label, constant('0')), rule)
}
