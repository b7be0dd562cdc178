import type { NumericInput } from '../../quantity/index.js'
import { compareFractions, type Fraction, minus, plus } from '../../quantity/internal.js'
import type { Analysis } from './analysis.js'
import { magnitude, textOf, zero } from './fraction.js'
import { readLines, total } from './lines.js'
import { unboundedDomain } from './problems.js'

/** What moving an amount from one period to another brings. */
export interface ShiftGain {
  /** What is moved from the second to the first; below zero, from the first to the second. */
  readonly amount: string
  /** The inputs of the two periods after the move. */
  readonly first: string
  readonly second: string
  /** How much more both periods give together; zero where no move gains. */
  readonly gain: string
  /** How far roundings may move the gain. */
  readonly deviation: string
}

/**
 * The most that can be gained by moving an amount between two periods that a formula pays one by one:
 * by holding sales back, or pulling them forward. Two straight lines add up to a straight one, so a
 * best move ends where a piece does for one of the periods; every such move is looked at.
 *
 * `gain` is that of the exact lines, and `deviation` how far roundings may move it. Of moves that gain
 * the same, the smallest.
 *
 * Throws a `PolicyError` with every problem: an amount that is no number, has too many places or is
 * outside the domain, a domain without a lower end, a formula that is not piecewise linear.
 *
 * @example
 * shiftGain(analysis, { first: '95000', second: '60000' }).amount //=> '5000.00'
 */
export function shiftGain(
  analysis: Analysis,
  { first, second }: { readonly first: NumericInput; readonly second: NumericInput },
): ShiftGain {
  const endless = analysis.domain.from === undefined ? [unboundedDomain('domain')] : []
  const { lines, amounts } = readLines(analysis, { first, second }, endless)
  const results = (move: Fraction) => {
    const after = [plus(amounts.first, move), minus(amounts.second, move)].map(lines.at)
    const known = after.filter((result) => result !== undefined)
    return known.length === 2 ? [{ move, ...total(known) }] : []
  }
  const moves = lines.ends.flatMap((end) => [minus(end, amounts.first), minus(amounts.second, end)])
  const [stay] = results(zero) as [Moved]
  const best = moves.flatMap(results).reduce(better, stay)
  return {
    amount: textOf(best.move, lines.places),
    first: textOf(plus(amounts.first, best.move), lines.places),
    second: textOf(minus(amounts.second, best.move), lines.places),
    gain: textOf(minus(best.value, stay.value)),
    deviation: textOf(best === stay ? zero : plus(best.deviation, stay.deviation)),
  }
}

interface Moved {
  readonly move: Fraction
  readonly value: Fraction
  readonly deviation: Fraction
}

function better(best: Moved, next: Moved): Moved {
  const order = compareFractions(next.value, best.value)
  const smaller = compareFractions(magnitude(next.move), magnitude(best.move)) < 0
  return order > 0 || (order === 0 && smaller) ? next : best
}
