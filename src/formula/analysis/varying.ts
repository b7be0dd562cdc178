import type { Fraction } from '../../quantity/internal.js'
import { type ChoiceLog, noLog } from './choices.js'
import { type Held, type Interval, point } from './interval.js'
import { type Cause, constantOf, type Part, type ValueAt } from './part.js'

/** Something over one input: what is known of it on any interval, in order and without gaps. */
export interface Varying<T> {
  /** Whether it depends on the input at all. */
  readonly varies: boolean
  readonly on: (interval: Interval, log: ChoiceLog) => readonly T[]
}

/** The value of a node over one input. */
export type Piecewise = Varying<Part>

/** Whether a condition holds on an interval; where that is not known, the causes. */
export interface Truth extends Held {
  readonly holds: boolean | undefined
  readonly causes: readonly Cause[]
}

/** A condition over one input. */
export type Decision = Varying<Truth>

/** The exact value of a node at a point, where every node is constant; not where it divides by zero. */
export function atPoint(node: Piecewise): ValueAt {
  return (x: Fraction) => constantOf(node.on(point(x), noLog)[0] as Part) as Fraction
}
