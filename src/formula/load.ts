import type { CategoryColumn } from './columns.js'
import { leave, limit } from './loops.js'

/** Copies rows of a column to a register, and marks those that only the exact path can read. */
export type Load = (register: Float64Array, marks: Uint8Array, from: number, rows: number) => void

/** Integers held in doubles: NaN, fractions and what is beyond 2^53 are left to the exact path. */
export function loadDoubles(column: Float64Array): Load {
  return (register, marks, from, rows) => {
    for (let i = 0; i < rows; i++) {
      const value = column[from + i] as number
      if (Math.trunc(value) === value && Math.abs(value) <= limit) register[i] = value
      else leave(register, marks, i)
    }
  }
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
