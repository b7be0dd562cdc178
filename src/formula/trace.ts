import type { Unit } from '../quantity/index.js'
import type { Bare } from './fold.js'
import type { Condition, Expression, Point } from './nodes.js'

/**
 * One node of a run: its value and how it came about. Plain JSON. Only what was computed is there:
 * the branch that a condition did not take leaves no trace.
 */
export interface Step {
  /** The node without those below it, which the parts tell of. */
  readonly node: Bare<Expression['op']>
  /** The node's place in the formula. */
  readonly path: string
  /** The exact value, a decimal string with the node's scale. */
  readonly value: string
  readonly unit: Unit
  readonly parts: readonly Step[]
  readonly reason?: Reason
}

/** Why a node that chooses took the value it took. */
export type Reason =
  | { readonly kind: 'slices'; readonly slices: readonly Slice[] }
  | { readonly kind: 'bands'; readonly bands: readonly BandRange[] }
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'category'; readonly found: string; readonly listed: boolean }
  | { readonly kind: 'test'; readonly test: Test }

/** The part of a number that one tier pays for. */
export interface Slice {
  readonly from?: string
  readonly to?: string
  readonly amount: string
  readonly rate: string
  readonly pay: string
}

/** A band, and the bound of the band after it. */
export interface BandRange {
  readonly from?: string
  readonly exclusive?: boolean
  readonly to?: string
  /** The upper bound belongs to this band, because the next one excludes it. */
  readonly toInclusive?: boolean
}

/** The points that a number lies between; one alone where it lies before or after all of them. */
export interface Line {
  readonly low?: Point
  readonly high?: Point
}

/** A condition that was tested: whether it holds, and what it compared. */
export interface Test {
  readonly node: Bare<Condition['op']>
  readonly holds: boolean
  readonly compared: readonly Step[]
  readonly parts: readonly Test[]
}
