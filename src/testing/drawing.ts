import type { Period } from '../calendar/index.js'

/** How cases are drawn for a law. */
export interface Drawing {
  readonly runs: number
  readonly seed: number
}

/** What a law of a whole book is checked on. */
export interface BookDrawing extends Drawing {
  readonly period: Period
}
