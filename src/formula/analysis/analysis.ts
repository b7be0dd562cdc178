import type { BandRange } from '../trace.js'
import type { Choice } from './choices.js'
import type { Cause } from './part.js'

/**
 * The exact facts of a formula over one number input, plain JSON. Numbers are decimal strings, or
 * such as `1600000/3` where no decimal is exact.
 */
export interface Analysis {
  /** The input that is varied. */
  readonly over: string
  /** The smallest change of it: a unit of its last decimal place. */
  readonly step: string
  /** The other inputs, held fixed. */
  readonly given: Readonly<Record<string, string>>
  /** The values of the input that were looked at; without an end, any number of 40 digits. */
  readonly domain: BandRange
  /** Whether every piece is a straight line. */
  readonly linear: boolean
  /** The nodes that make it none, and why. */
  readonly nonlinear: readonly Cause[]
  readonly pieces: readonly Piece[]
  /** The jumps between pieces. */
  readonly cliffs: readonly Cliff[]
  /** Where more of the input gives less. */
  readonly falls: readonly Fall[]
  /** Which operand, branch, tier or band holds where. */
  readonly choices: readonly Choice[]
  /** The paths of those that hold nowhere in the domain. */
  readonly dead: readonly string[]
  /** Whether more of the input never gives less; left out where that is not decided. */
  readonly nondecreasing?: boolean
  readonly range: ResultRange
}

/** A stretch of the input, and what the result is there. */
export type Piece = LinePiece | BoundedPiece

/** The result is `slope × input + intercept`, and at most `deviation` away from it by rounding. */
export interface LinePiece extends BandRange {
  readonly slope: string
  readonly intercept: string
  readonly deviation: string
}

/** The result is no line; without `low` or `high` it is not bounded on that side. */
export interface BoundedPiece extends BandRange {
  readonly low?: string
  readonly high?: string
  readonly causes: readonly Cause[]
}

/** A jump of the result. */
export interface Cliff {
  /** Where it is: the first value of the input behind it, or the last before it where `exclusive`. */
  readonly at: string
  readonly exclusive?: boolean
  /** How far the line jumps: up where above zero, down where below. */
  readonly size: string
  /** The exact result at the last possible input before the jump. */
  readonly before: string
  /** The exact result at the first possible input behind it. */
  readonly after: string
}

/** A stretch on which more of the input gives less than was had before. */
export interface Fall {
  /** The last input that gives the most before the fall. */
  readonly from: string
  readonly highest: string
  /** The least result before as much is had again, and where; left out where it falls without end. */
  readonly lowest?: string
  readonly lowestAt?: string
  /** The most that is lost: `highest` less `lowest`. */
  readonly lost?: string
  /** The first input that gives as much again; left out where none does. */
  readonly to?: string
}

/** The lowest and the highest result; left out where there is none. */
export interface ResultRange {
  readonly low?: string
  readonly high?: string
  /** Whether both are reached or without end; otherwise no result is outside, but they may be wide. */
  readonly exact: boolean
}
