import type { Problem } from '../problem/index.js'
import { type Currency, isProblem, minorUnits, readDecimal } from '../quantity/index.js'
import { tooManyPlaces } from '../quantity/internal.js'
import { belowZero } from './problems.js'

/**
 * What is wrong with an amount of money given as data: it is no number, below zero, or has more places
 * than its currency; nothing where it is good.
 *
 * @example
 * amountProblems('5000.005', 'salary', 'CNY')[0]?.code //=> 'too-many-places'
 */
export function amountProblems(
  value: unknown,
  path: string,
  currency: Currency,
): readonly Problem[] {
  const places = minorUnits(currency)
  const read = readDecimal(value, path)
  if (isProblem(read)) return [read]
  return [
    ...(read.lessThan(0) ? [belowZero(path)] : []),
    ...(read.decimalPlaces() > places ? [tooManyPlaces(path, read.toFixed(), places)] : []),
  ]
}
