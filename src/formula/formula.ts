import type { Label } from '../problem/index.js'
import type { Unit } from '../quantity/index.js'
import type { Expression } from './nodes.js'

/** What is known of a node's value before any data. */
export interface ValueType {
  readonly unit: Unit
  /** Decimal places of every value of the node. */
  readonly scale: number
  /** The most digits, places included, that a value of the node can have. */
  readonly digits: number
}

/** A number that a formula reads. */
export interface NumberInput {
  readonly kind: 'number'
  readonly unit: Unit
  readonly scale: number
  readonly label?: Label
  /** A number that what is given must be above. */
  readonly above?: string
}

/** A category that a formula reads; where it is not `open`, only the listed cases are accepted. */
export interface CategoryInput {
  readonly kind: 'category'
  readonly cases: readonly string[]
  readonly open: boolean
  readonly label?: Label
}

/** What a formula reads under one name: a number with its unit and places, or a category. */
export type InputDeclaration = NumberInput | CategoryInput

/**
 * An expression that has been checked: its units agree, its scales are known, its tables are in
 * order, its size is within {@link formulaLimits}. Every interpreter takes a formula, so none meets
 * an unchecked tree. `expression` is a frozen copy, plain JSON, fit to store and to read again with
 * `parseFormula`.
 */
export interface Formula<Name extends string = string> {
  readonly expression: Expression
  readonly unit: Unit
  readonly scale: number
  readonly inputs: Readonly<Record<Name, InputDeclaration>>
  /** The type of each node of `expression`, by the node itself. */
  readonly types: ReadonlyMap<Expression, ValueType>
}

/** The limits of a formula, far above any pay rule's need: a hostile policy is refused, not hung on. */
export const formulaLimits = {
  depth: 100,
  nodes: 10_000,
  /** Of one program. */
  results: 1_000,
  /** Digits that any value can need, so that no sum or product rounds. */
  digits: 1_000,
  /** Places that a rounding or an input may ask for. */
  places: 30,
} as const
