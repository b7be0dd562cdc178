/**
 * One loop for each instruction, over blocks of rows. A register holds one integer a row as a double,
 * at most 2^53 - 1 from zero, so that sums and products that stay within are exact; a row that leaves
 * is marked, and the exact path computes it anew. Truths are 1 and 0.
 *
 * Each loop takes four rows a turn: V8 looks up the arrays once a turn, which is most of the time
 * that a turn takes. Registers are a multiple of four long, and what lies beyond the rows is ignored.
 */

export type Register = Float64Array
export type Marks = Uint8Array

/** The largest integer whose neighbours are doubles too: a result above it may have been rounded. */
export const limit = Number.MAX_SAFE_INTEGER

/** Leaves a row to the exact path; zero keeps what is computed from it out of the way. */
export function leave(out: Register, marks: Marks, i: number): void {
  out[i] = 0
  marks[i] = 1
}

function keep(out: Register, marks: Marks, i: number, value: number): void {
  if (Math.abs(value) <= limit) out[i] = value
  else leave(out, marks, i)
}

function sumAt(out: Register, a: Register, b: Register, marks: Marks, i: number): void {
  keep(out, marks, i, (a[i] as number) + (b[i] as number))
}

function sum(out: Register, a: Register, b: Register, marks: Marks, rows: number): void {
  for (let i = 0; i < rows; i += 4) {
    sumAt(out, a, b, marks, i)
    sumAt(out, a, b, marks, i + 1)
    sumAt(out, a, b, marks, i + 2)
    sumAt(out, a, b, marks, i + 3)
  }
}

function differenceAt(out: Register, a: Register, b: Register, marks: Marks, i: number): void {
  keep(out, marks, i, (a[i] as number) - (b[i] as number))
}

function difference(out: Register, a: Register, b: Register, marks: Marks, rows: number): void {
  for (let i = 0; i < rows; i += 4) {
    differenceAt(out, a, b, marks, i)
    differenceAt(out, a, b, marks, i + 1)
    differenceAt(out, a, b, marks, i + 2)
    differenceAt(out, a, b, marks, i + 3)
  }
}

function productAt(out: Register, a: Register, b: Register, marks: Marks, i: number): void {
  keep(out, marks, i, (a[i] as number) * (b[i] as number))
}

function product(out: Register, a: Register, b: Register, marks: Marks, rows: number): void {
  for (let i = 0; i < rows; i += 4) {
    productAt(out, a, b, marks, i)
    productAt(out, a, b, marks, i + 1)
    productAt(out, a, b, marks, i + 2)
    productAt(out, a, b, marks, i + 3)
  }
}

function leastAt(out: Register, a: Register, b: Register, i: number): void {
  const [x, y] = [a[i] as number, b[i] as number]
  out[i] = y < x ? y : x
}

function least(out: Register, a: Register, b: Register, _: Marks, rows: number): void {
  for (let i = 0; i < rows; i += 4) {
    leastAt(out, a, b, i)
    leastAt(out, a, b, i + 1)
    leastAt(out, a, b, i + 2)
    leastAt(out, a, b, i + 3)
  }
}

function greatestAt(out: Register, a: Register, b: Register, i: number): void {
  const [x, y] = [a[i] as number, b[i] as number]
  out[i] = y > x ? y : x
}

function greatest(out: Register, a: Register, b: Register, _: Marks, rows: number): void {
  for (let i = 0; i < rows; i += 4) {
    greatestAt(out, a, b, i)
    greatestAt(out, a, b, i + 1)
    greatestAt(out, a, b, i + 2)
    greatestAt(out, a, b, i + 3)
  }
}

function selectAt(out: Register, a: Register, b: Register, condition: Register, i: number): void {
  out[i] = condition[i] === 1 ? (a[i] as number) : (b[i] as number)
}

export function select(
  out: Register,
  a: Register,
  b: Register,
  condition: Register,
  rows: number,
): void {
  for (let i = 0; i < rows; i += 4) {
    selectAt(out, a, b, condition, i)
    selectAt(out, a, b, condition, i + 1)
    selectAt(out, a, b, condition, i + 2)
    selectAt(out, a, b, condition, i + 3)
  }
}

/** The loops of two integers, by operation. */
export const integerLoops = { sum, difference, product, least, greatest } as const

/** `value` where `x` reaches a bound, what was chosen below elsewhere. */
function bandAt(
  out: Register,
  x: Register,
  below: Register,
  bound: number,
  value: number,
  i: number,
): void {
  out[i] = (x[i] as number) >= bound ? value : (below[i] as number)
}

export function band(
  out: Register,
  x: Register,
  below: Register,
  bound: number,
  value: number,
  rows: number,
): void {
  for (let i = 0; i < rows; i += 4) {
    bandAt(out, x, below, bound, value, i)
    bandAt(out, x, below, bound, value, i + 1)
    bandAt(out, x, below, bound, value, i + 2)
    bandAt(out, x, below, bound, value, i + 3)
  }
}

/** What a tier pays: the part of `x` in it at its rate. */
export interface Tier {
  readonly from: number
  readonly to: number
  readonly rate: number
}

function sliceAt(
  out: Register,
  x: Register,
  onto: Register,
  from: number,
  to: number,
  rate: number,
  marks: Marks,
  i: number,
): void {
  const value = x[i] as number
  const amount = (value < to ? value : to) - from
  const pay = amount > 0 ? amount * rate : 0
  if (Math.abs(pay) <= limit) keep(out, marks, i, (onto[i] as number) + pay)
  else leave(out, marks, i)
}

export function slice(
  out: Register,
  x: Register,
  onto: Register,
  { from, to, rate }: Tier,
  marks: Marks,
  rows: number,
): void {
  for (let i = 0; i < rows; i += 4) {
    sliceAt(out, x, onto, from, to, rate, marks, i)
    sliceAt(out, x, onto, from, to, rate, marks, i + 1)
    sliceAt(out, x, onto, from, to, rate, marks, i + 2)
    sliceAt(out, x, onto, from, to, rate, marks, i + 3)
  }
}
