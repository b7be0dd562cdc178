import type { CategoryColumn } from './columns.js'
import { leave, limit } from './loops.js'

/** Copies rows of a column to a register, and marks those that only the exact path can read. */
export type Load = (register: Float64Array, marks: Uint8Array, from: number, rows: number) => void

/** Integers held in doubles: NaN, fractions and what is beyond 2^53 are left to the exact path. */
export function loadDoubles(column: Float64Array): Load {
  return (register, marks, from, rows) => copyDoubles(column, register, marks, from, rows)
}

function loadAt(
  column: Float64Array,
  register: Float64Array,
  marks: Uint8Array,
  from: number,
  i: number,
): void {
  const value = column[from + i] as number
  if (Math.trunc(value) === value && Math.abs(value) <= limit) register[i] = value
  else leave(register, marks, i)
}

function copyDoubles(
  column: Float64Array,
  register: Float64Array,
  marks: Uint8Array,
  from: number,
  rows: number,
): void {
  let i = 0
  for (; i + 3 < rows; i += 4) {
    loadAt(column, register, marks, from, i)
    loadAt(column, register, marks, from, i + 1)
    loadAt(column, register, marks, from, i + 2)
    loadAt(column, register, marks, from, i + 3)
  }
  for (; i < rows; i++) loadAt(column, register, marks, from, i)
}

/** 64-bit integers: those beyond 2^53 are left to the exact path. */
export function loadIntegers(column: BigInt64Array): Load {
  return (register, marks, from, rows) => {
    for (let i = 0; i < rows; i++) {
      const value = Number(column[from + i] as bigint)
      if (Math.abs(value) <= limit) register[i] = value
      else leave(register, marks, i)
    }
  }
}

/** Numbers that must be above a bound: the others are left to the exact path, which refuses them. */
export function loadAbove(load: Load, bound: number): Load {
  return (register, marks, from, rows) => {
    load(register, marks, from, rows)
    markLow(register, bound, marks, rows)
  }
}

/** Marks the rows that are not above a bound; the register stays, since it may be a literal's. */
export function markLow(
  register: Float64Array,
  bound: number,
  marks: Uint8Array,
  rows: number,
): void {
  for (let i = 0; i < rows; i++) if ((register[i] as number) <= bound) marks[i] = 1
}

/** Codes of categories as their places among a formula's cases; below zero are left. */
export function loadCodes(codes: CategoryColumn['codes'], places: Int32Array): Load {
  return (register, marks, from, rows) => {
    for (let i = 0; i < rows; i++) {
      const code = codes[from + i] as number
      const place = code >= 0 && code < places.length ? (places[code] as number) : -1
      if (place >= 0) register[i] = place
      else leave(register, marks, i)
    }
  }
}

function copyAt(result: Float64Array, values: Float64Array, from: number, i: number): void {
  // Adding zero makes a zero of a negative zero.
  values[from + i] = (result[i] as number) + 0
}

/** Copies a register to the rows of a batch that it holds. */
export function copyResult(
  result: Float64Array,
  values: Float64Array,
  from: number,
  rows: number,
): void {
  let i = 0
  for (; i + 3 < rows; i += 4) {
    copyAt(result, values, from, i)
    copyAt(result, values, from, i + 1)
    copyAt(result, values, from, i + 2)
    copyAt(result, values, from, i + 3)
  }
  for (; i < rows; i++) copyAt(result, values, from, i)
}
