import type { Rounding } from '../quantity/index.js'
import type { InputDeclaration } from './formula.js'
import type { Divisor } from './problems.js'

/** The place of an instruction in its program; operands always stand earlier. */
export type Register = number

interface Binary {
  readonly left: Register
  readonly right: Register
}

/** An input as an integer of its declared scale. */
export interface Column {
  readonly op: 'column'
  readonly name: string
}

export interface Literal {
  readonly op: 'literal'
  readonly value: bigint
}

export interface Sum extends Binary {
  readonly op: 'sum'
}

export interface Difference extends Binary {
  readonly op: 'difference'
}

export interface Product extends Binary {
  readonly op: 'product'
}

/** The quotient rounded to an integer. Of a zero divisor it may be anything: see {@link Check}. */
export interface Quotient extends Binary {
  readonly op: 'quotient'
  readonly rounding: Rounding
  /** On a line between two points: the values of its ends. It stays between them where it is chosen. */
  readonly ends?: readonly [bigint, bigint]
}

export interface Least extends Binary {
  readonly op: 'least'
}

export interface Greatest extends Binary {
  readonly op: 'greatest'
}

/** `then` where the condition holds, or else `otherwise`; both are integers. */
export interface Select {
  readonly op: 'select'
  readonly condition: Register
  readonly then: Register
  readonly otherwise: Register
}

/** Whether `left >= right`. */
export interface NotLess extends Binary {
  readonly op: 'notLess'
}

/** Whether `left > right`. */
export interface Greater extends Binary {
  readonly op: 'greater'
}

/** Whether `left = right`. */
export interface Same extends Binary {
  readonly op: 'same'
}

/** Whether a category input is this case. */
export interface Category {
  readonly op: 'category'
  readonly name: string
  readonly value: string
}

export interface And extends Binary {
  readonly op: 'and'
}

export interface Or extends Binary {
  readonly op: 'or'
}

export interface Negation {
  readonly op: 'negation'
  readonly of: Register
}

/** Instructions that yield an integer. */
export type IntegerInstruction =
  | Column
  | Literal
  | Sum
  | Difference
  | Product
  | Quotient
  | Least
  | Greatest
  | Select

/** Instructions that yield true or false. */
export type TruthInstruction = NotLess | Greater | Same | Category | And | Or | Negation

export type Instruction = IntegerInstruction | TruthInstruction

/** A divisor that must not be zero where the guard holds, or nowhere without a guard. */
export interface Check {
  readonly divisor: Register
  readonly guard?: Register
  /** The node that divides. */
  readonly path: string
  /** What it divides by, where that has a name. */
  readonly by?: Divisor
}

/**
 * Something that a result reads: an input, as its formula declares it, or an earlier result, with the
 * number that it must be above, where there is one.
 */
export type Read =
  | { readonly name: string; readonly declared: InputDeclaration }
  | { readonly name: string; readonly result: number; readonly above?: string }

/** One of the numbers that a program works out. */
export interface Result {
  readonly name: string
  /** The instruction whose integer, at `scale` places, is the formula's value. */
  readonly register: Register
  readonly scale: number
  /** What makes its row an error, in the order in which `evaluate` would meet it. */
  readonly checks: readonly Check[]
  /** What must have a value before it has one: the inputs first, then the results. */
  readonly reads: readonly Read[]
}

/**
 * The integer form of formulas: a straight line of instructions over scaled integers, in which what
 * several results need stands once. All scales are worked out, every rounding is an explicit
 * quotient. `compile` and `toSql` are made from it, so neither knows of scales or of the nodes.
 */
export interface Program {
  readonly instructions: readonly Instruction[]
  /** Each after those that it reads. A formula alone is a program of one. */
  readonly results: readonly Result[]
  readonly inputs: Readonly<Record<string, InputDeclaration>>
}
