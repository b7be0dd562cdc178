import type { Marks, Register } from './loops.js'

/** The loops of instructions that yield a truth, and of the checks; see `loops.ts`. */

function notLessAt(out: Register, a: Register, b: Register, i: number): void {
  out[i] = Number((a[i] as number) >= (b[i] as number))
}

function notLess(out: Register, a: Register, b: Register, rows: number): void {
  for (let i = 0; i < rows; i += 4) {
    notLessAt(out, a, b, i)
    notLessAt(out, a, b, i + 1)
    notLessAt(out, a, b, i + 2)
    notLessAt(out, a, b, i + 3)
  }
}

function greaterAt(out: Register, a: Register, b: Register, i: number): void {
  out[i] = Number((a[i] as number) > (b[i] as number))
}

function greater(out: Register, a: Register, b: Register, rows: number): void {
  for (let i = 0; i < rows; i += 4) {
    greaterAt(out, a, b, i)
    greaterAt(out, a, b, i + 1)
    greaterAt(out, a, b, i + 2)
    greaterAt(out, a, b, i + 3)
  }
}

function sameAt(out: Register, a: Register, b: Register, i: number): void {
  out[i] = Number((a[i] as number) === (b[i] as number))
}

function same(out: Register, a: Register, b: Register, rows: number): void {
  for (let i = 0; i < rows; i += 4) {
    sameAt(out, a, b, i)
    sameAt(out, a, b, i + 1)
    sameAt(out, a, b, i + 2)
    sameAt(out, a, b, i + 3)
  }
}

/** Whether a category is the case at a place. */
export function isCase(out: Register, cases: Register, place: number, rows: number): void {
  for (let i = 0; i < rows; i++) out[i] = Number((cases[i] as number) === place)
}

function and(out: Register, a: Register, b: Register, rows: number): void {
  for (let i = 0; i < rows; i++) out[i] = (a[i] as number) * (b[i] as number)
}

function or(out: Register, a: Register, b: Register, rows: number): void {
  for (let i = 0; i < rows; i++) out[i] = Number((a[i] as number) + (b[i] as number) > 0)
}

/** The loops of two integers or truths, by operation. */
export const truthLoops = { notLess, greater, same, and, or } as const

export function negation(out: Register, a: Register, rows: number): void {
  for (let i = 0; i < rows; i++) out[i] = 1 - (a[i] as number)
}

/** Leaves the rows that divide by zero where the guard holds: the exact path says which do. */
export function zeroDivisors(divisor: Register, guard: Register, marks: Marks, rows: number): void {
  for (let i = 0; i < rows; i++) if (divisor[i] === 0 && guard[i] === 1) marks[i] = 1
}
