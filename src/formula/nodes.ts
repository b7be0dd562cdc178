import type { Label } from '../problem/index.js'
import type { Rounding, Unit } from '../quantity/index.js'

/**
 * The expression tree of every pay rule: plain JSON. Each node's unit and scale (decimal places) are
 * known before any data; only `divide`, `round` and `interpolate` round, and they say how.
 */

/** A number given when the formula is run. Its unit and the most places it may have are declared. */
export interface Input {
  readonly op: 'input'
  readonly name: string
  readonly unit: Unit
  readonly scale: number
  readonly label?: Label | undefined
  /** A number that what is given must be above, such as zero for what parts are asked of. */
  readonly above?: string | undefined
}

/** A number of the policy. Its scale is the number of places written: "0.010" has three. */
export interface Constant {
  readonly op: 'constant'
  readonly value: string
  readonly unit: Unit
}

export interface Add {
  readonly op: 'add'
  readonly of: readonly Expression[]
}

export interface Subtract {
  readonly op: 'subtract'
  readonly left: Expression
  readonly right: Expression
}

export interface Multiply {
  readonly op: 'multiply'
  readonly of: readonly Expression[]
}

export interface Divide {
  readonly op: 'divide'
  readonly left: Expression
  readonly right: Expression
  readonly places: number
  readonly rounding: Rounding
}

export interface Minimum {
  readonly op: 'minimum'
  readonly of: readonly Expression[]
}

export interface Maximum {
  readonly op: 'maximum'
  readonly of: readonly Expression[]
}

export interface Round {
  readonly op: 'round'
  readonly of: Expression
  readonly places: number
  readonly rounding: Rounding
}

/** A slice that starts at `from` and ends where the next begins; without `from`, at minus infinity. */
export interface Tier {
  readonly from?: string | undefined
  readonly rate: string
}

/**
 * Each slice of `x` at its own rate. Slices below the first `from` pay nothing; a first tier without
 * `from` also takes negative amounts. `rateUnit` is that of the rates: a ratio of `x`, or money a
 * piece where `x` is a count.
 */
export interface Marginal {
  readonly op: 'marginal'
  readonly x: Expression
  readonly tiers: readonly Tier[]
  readonly rateUnit: Unit
}

/**
 * Where a band begins. The bound itself belongs to the band (`x >= from`), unless `exclusive`
 * (`x > from`). Only the first band has no `from`: it begins at minus infinity.
 */
export interface Bound {
  readonly from?: string | undefined
  readonly exclusive?: boolean | undefined
}

export interface Band extends Bound {
  readonly value: string
}

/** The value of the band that `x` falls in. */
export interface Step {
  readonly op: 'step'
  readonly x: Expression
  readonly bands: readonly Band[]
  readonly unit: Unit
}

/** A point of a curve: its value where `x` is `at`. */
export interface Point {
  readonly at: string
  readonly value: string
}

/** Straight lines between points; flat before the first and after the last. */
export interface Interpolate {
  readonly op: 'interpolate'
  readonly x: Expression
  readonly points: readonly Point[]
  readonly unit: Unit
  readonly places: number
  readonly rounding: Rounding
}

/** A two-way table: `values[row][column]` of the bands that `row` and `column` fall in. */
export interface Grid {
  readonly op: 'grid'
  readonly row: Expression
  readonly column: Expression
  readonly rows: readonly Bound[]
  readonly columns: readonly Bound[]
  readonly values: readonly (readonly string[])[]
  readonly unit: Unit
}

/** By the category that the text input `key` holds; `otherwise` for any that is not listed. */
export interface Match {
  readonly op: 'match'
  readonly key: string
  readonly label?: Label | undefined
  readonly cases: Readonly<Record<string, Expression>>
  readonly otherwise?: Expression | undefined
}

/** Only the branch that the condition takes is computed. */
export interface When {
  readonly op: 'when'
  readonly condition: Condition
  readonly then: Expression
  readonly otherwise: Expression
}

/** A step that statements show, with the clause of the policy it comes from. */
export interface Named {
  readonly op: 'named'
  readonly label: Label
  readonly clause?: string | undefined
  readonly of: Expression
}

/** A node that has a value: the tree of a pay rule, plain JSON. */
export type Expression =
  | Input
  | Constant
  | Add
  | Subtract
  | Multiply
  | Divide
  | Minimum
  | Maximum
  | Round
  | Marginal
  | Step
  | Interpolate
  | Grid
  | Match
  | When
  | Named

/** `left >= right`. */
export interface AtLeast {
  readonly op: 'atLeast'
  readonly left: Expression
  readonly right: Expression
}

/** `left > right`. */
export interface Above {
  readonly op: 'above'
  readonly left: Expression
  readonly right: Expression
}

/** `left = right`, whatever their scales: 1.0 equals 1.00. */
export interface Equals {
  readonly op: 'equals'
  readonly left: Expression
  readonly right: Expression
}

export interface All {
  readonly op: 'all'
  readonly of: readonly Condition[]
}

export interface Any {
  readonly op: 'any'
  readonly of: readonly Condition[]
}

export interface Not {
  readonly op: 'not'
  readonly of: Condition
}

/** A node that is true or false. */
export type Condition = AtLeast | Above | Equals | All | Any | Not

/** The name of any node. */
export type Op = Expression['op'] | Condition['op']
/** The node of a name. */
export type NodeOf<K extends Op> = Extract<Expression | Condition, { readonly op: K }>
