/**
 * One loop for each instruction, over blocks of rows. A register holds one integer a row as a double,
 * at most 2^53 - 1 from zero, so that sums and products that stay within are exact; a row that leaves
 * is marked, and the exact path computes it anew. Truths are 1 and 0.
 *
 * Each loop takes four rows a turn: V8 looks up the arrays once a turn, which is most of the time
 * that a turn takes. Registers are a multiple of four long, and what lies beyond the rows is ignored.
 * Choices are sums and products: a branch that depends on the data is guessed wrong every other row,
 * and that costs more than all the rest. (An integer product is such a branch: zero may be negative.)
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

/** A number or zero, whichever is greater: doubling a number and halving it is exact. */
function atLeastZero(value: number): number {
  return (value + Math.abs(value)) / 2
}

function leastAt(out: Register, a: Register, b: Register, i: number): void {
  const x = a[i] as number
  const y = b[i] as number
  const past = x - y
  out[i] = Math.abs(past) <= limit ? x - atLeastZero(past) : Math.min(x, y)
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
  const x = a[i] as number
  const y = b[i] as number
  const past = x - y
  out[i] = Math.abs(past) <= limit ? y + atLeastZero(past) : Math.max(x, y)
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
  const holds = condition[i] as number
  out[i] = holds * (a[i] as number) + (1 - holds) * (b[i] as number)
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
  const holds = Number((x[i] as number) >= bound)
  out[i] = holds * value + (1 - holds) * (below[i] as number)
}

/** The band's bound and value come in an array, or V8 would multiply them as integers: see above. */
export function band(
  out: Register,
  x: Register,
  below: Register,
  edge: Float64Array,
  rows: number,
): void {
  const bound = edge[0] as number
  const value = edge[1] as number
  for (let i = 0; i < rows; i += 4) {
    bandAt(out, x, below, bound, value, i)
    bandAt(out, x, below, bound, value, i + 1)
    bandAt(out, x, below, bound, value, i + 2)
    bandAt(out, x, below, bound, value, i + 3)
  }
}

function riseAt(
  out: Register,
  x: Register,
  onto: Register,
  from: number,
  rate: number,
  marks: Marks,
  i: number,
): void {
  const past = (x[i] as number) - from
  const pay = ((past + Math.abs(past)) / 2) * rate
  const value = (onto[i] as number) + pay
  // Where "past" was rounded, "pay" is as far out: rates are integers.
  if (Math.abs(pay) <= limit && Math.abs(value) <= limit) out[i] = value
  else leave(out, marks, i)
}

/** Puts what `x` is above the tier's `from`, times its `rate`, onto another sum. */
export function rise(
  out: Register,
  x: Register,
  onto: Register,
  tier: Float64Array,
  marks: Marks,
  rows: number,
): void {
  const from = tier[0] as number
  const rate = tier[1] as number
  for (let i = 0; i < rows; i += 4) {
    riseAt(out, x, onto, from, rate, marks, i)
    riseAt(out, x, onto, from, rate, marks, i + 1)
    riseAt(out, x, onto, from, rate, marks, i + 2)
    riseAt(out, x, onto, from, rate, marks, i + 3)
  }
}
