import { Decimal as SharedDecimal } from 'decimal.js'
import type { Problem } from '../problem/index.js'
import { notANumber, tooManyDigits } from './problems.js'

/**
 * The library's own copy of decimal.js. A user's `Decimal.set` cannot reach it, nor ours theirs.
 *
 * Its precision is above any number of digits that a checked formula can need (see
 * `formula/check`), so sums and products never round.
 */
export const Decimal = SharedDecimal.clone({
  defaults: true,
  precision: 4_000,
  rounding: SharedDecimal.ROUND_HALF_UP,
})
export type Decimal = SharedDecimal

/**
 * A number as users may give it: a plain decimal string, a safe integer, or a decimal.js value (of
 * any copy of decimal.js).
 */
export type NumericInput = string | number | DecimalLike

/** A number of the library's own, from text already known to be a plain decimal. */
export function decimal(text: string): Decimal {
  return new Decimal(text)
}

/** What every copy of decimal.js has, and no binary number. */
export interface DecimalLike {
  /** The number in plain digits, without an exponent. */
  readonly toFixed: () => string
  /** How many digits follow the point. */
  readonly decimalPlaces: () => number
}

/**
 * The one text of a plain decimal: without zeros at the end of its places, and zero without a sign. Two
 * decimals are equal where these texts are.
 */
export function shortestText(text: string): string {
  let end = text.length
  if (text.includes('.')) {
    while (text.endsWith('0', end)) end -= 1
    if (text.endsWith('.', end)) end -= 1
  }
  const shortest = text.slice(0, end)
  return shortest === '-0' ? '0' : shortest
}

/** The most digits, before and after the point together, that a given number may have. */
export const inputDigits = 40

/** A number as text: no exponent, plus sign, spaces or separators. */
export const plainDecimal = /^-?(0|[1-9]\d*)(\.\d+)?$/

/**
 * The exact number given, or the problem with it: not finite, a fraction as a binary number, an
 * integer beyond 2^53, text that is no plain decimal, or more than 40 digits.
 */
export function readDecimal(value: unknown, path: string): Decimal | Problem {
  const given = isDecimalLike(value) ? value.toFixed() : value
  const text = decimalText(given)
  if (text === undefined) return notANumber(path, given)
  const digits = digitsOf(text)
  return digits > inputDigits ? tooManyDigits(path, digits, inputDigits) : new Decimal(text)
}

function decimalText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined
  return typeof value === 'string' && plainDecimal.test(value) ? value : undefined
}

function isDecimalLike(value: unknown): value is DecimalLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<DecimalLike>).toFixed === 'function' &&
    typeof (value as Partial<DecimalLike>).decimalPlaces === 'function'
  )
}

/** Whether {@link readDecimal} would read a text; without reading it, for there may be many. */
export function isDecimalText(text: string | undefined): text is string {
  if (text === undefined || !plainDecimal.test(text)) return false
  return text.length <= inputDigits || digitsOf(text) <= inputDigits
}

function digitsOf(text: string): number {
  return text.replace(/[-.]/g, '').length
}

/** Whether {@link readDecimal} found a problem. */
export function isProblem(value: Decimal | Problem): value is Problem {
  return 'code' in value
}

/** A number of more digits than any may have. A text is fine; short ones are many, so they are not read. */
export function digitProblems(text: string, path = ''): readonly Problem[] {
  if (text.length <= inputDigits || !plainDecimal.test(text)) return []
  const read = readDecimal(text, path)
  return isProblem(read) ? [read] : []
}
