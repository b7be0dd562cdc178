import type { Column, Formula } from '../../src/formula/index.js'

/** The inputs of a plan by name: integers at their declared scale, and codes of categories. */
export type Data = Readonly<Record<string, Float64Array>>

/** A plan's columns, as `compile` reads them. */
export type Columns = Readonly<Record<string, Column>>

/** What is measured: pays all rows, and gives the payouts. */
export type Pass = () => ArrayLike<unknown>

/** What is measured of an engine that keeps the payouts to itself: `payouts` reads them afterwards. */
export interface RemotePass {
  readonly run: () => Promise<unknown>
  readonly payouts: () => Promise<ArrayLike<unknown>>
  readonly close: () => void
}

/** Another way to compute a plan, written as its users would write it. */
export interface Rival {
  /** Puts the rows into the form that the rival reads; not measured. Gives the pass to measure. */
  readonly prepare: (data: Data, rows: number) => Pass | Promise<RemotePass>
  /** A payout of the rival in cents, for comparing; not measured. */
  readonly cents: (payout: never) => number
  /** The most rows that the rival is given, where it is too slow for all. */
  readonly most?: number
}

export interface Plan {
  readonly formula: Formula
  readonly data: (rows: number) => Data
  readonly columns: (data: Data) => Columns
  readonly rivals: Readonly<Record<string, Rival>>
}

/** A column of seeded pseudo-random integers (mulberry32), the same on every machine. */
export function integers(rows: number, seed: number, least: number, most: number): Float64Array {
  let state = seed
  return Float64Array.from({ length: rows }, () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    const unit = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    return least + Math.floor(unit * (most - least + 1))
  })
}

/** Integers of a scale as the doubles that a program without scales would hold. */
export function doubles(column: Float64Array | undefined, scale: number): Float64Array {
  return (column as Float64Array).map((integer) => integer / 10 ** scale)
}

/** A rival that computes one row after another. */
export function byRow<Payout>(
  prepare: (data: Data) => (row: number) => Payout,
  cents: (payout: Payout) => number,
  most?: number,
): Rival {
  return {
    prepare: (data, rows) => {
      const pay = prepare(data)
      return () => {
        const payouts: Payout[] = new Array(rows)
        for (let row = 0; row < rows; row++) payouts[row] = pay(row)
        return payouts
      }
    },
    cents,
    ...(most !== undefined && { most }),
  }
}

export const centsOf = {
  number: (payout: number) => Math.round(payout * 100),
  decimal: (payout: { readonly toFixed: (places: number) => string }) =>
    Number(payout.toFixed(2).replace('.', '')),
  bigint: Number,
} as const

/** A quotient of integers rounded half-up, as a BigInt program would have it. */
export function halfUp(dividend: bigint, divisor: bigint): bigint {
  const doubled = 2n * (dividend < 0n ? -dividend : dividend) + divisor
  const rounded = doubled / (2n * divisor)
  return dividend < 0n ? -rounded : rounded
}
