import { refuse } from '../../problem/index.js'
import type { NumericInput } from '../../quantity/index.js'
import { compareFractions, type Fraction, minus, plus } from '../../quantity/internal.js'
import type { Analysis } from './analysis.js'
import { textOf, unitOf, zero } from './fraction.js'
import { type Lines, type Result, readLines, total } from './lines.js'
import { badPartCount, tooMuchWork } from './problems.js'

/** What reporting one deal as several brings. */
export interface SplitGain {
  /** The sizes of the parts; the whole alone where no split gains. */
  readonly parts: readonly string[]
  /** How much more the parts give together; zero where no split gains. */
  readonly gain: string
  /** How far roundings may move the gain. */
  readonly deviation: string
}

/** The most parts that a split is looked for. */
const mostParts = 5

/** The most splits that are looked at: with each part there are as many more as there are pieces. */
const mostSplits = 200_000

/**
 * The most that can be gained by reporting one deal as several, where a formula pays each deal by
 * itself. Two parts inside straight pieces can trade an amount without loss, so in a best split all
 * parts but one stand where a piece ends, or are the smallest there is; every such split is looked at, up to `parts` of them (2
 * unless given, 5 at most). Each part is above zero.
 *
 * `gain` is that of the exact lines, and `deviation` how far roundings may move it. Of splits that
 * gain the same, the one with fewest parts.
 *
 * Throws a `PolicyError` with every problem: an amount that is no number, has too many places or is
 * outside the domain, a number of parts out of bounds, a formula that is not piecewise linear; and for
 * more splits than can be looked at.
 *
 * @example
 * splitGain(analysis, { amount: '100000' }).parts //=> ['0.01', '99999.99']
 */
export function splitGain(
  analysis: Analysis,
  { amount, parts = 2 }: { readonly amount: NumericInput; readonly parts?: number },
): SplitGain {
  const fine = Number.isInteger(parts) && parts >= 2 && parts <= mostParts
  const counted = fine ? [] : [badPartCount('parts', parts, mostParts)]
  const { lines, amounts } = readLines(analysis, { amount }, counted)
  const least = unitOf(lines.places)
  const sizes = [least, ...lines.ends.filter((end) => compareFractions(end, least) > 0)].sort(
    compareFractions,
  )
  const whole: Split = { cut: [], rest: amounts.amount }
  let splits: readonly Split[] = [whole]
  const alone = { split: whole, ...total(resultsOf(whole, lines)) }
  let best = alone
  for (let count = 2; count <= parts; count++) {
    if (splits.length * sizes.length > mostSplits) refuse([tooMuchWork('parts', mostSplits)])
    splits = splits.flatMap((split) => furtherSplits(split, sizes))
    for (const split of splits) {
      const results = resultsOf(split, lines)
      const sum = { split, ...total(results) }
      if (results.length === count && compareFractions(sum.value, best.value) > 0) best = sum
    }
  }
  const { split } = best
  return {
    parts: [...split.cut, split.rest].map((part) => textOf(part, lines.places)),
    gain: textOf(minus(best.value, alone.value)),
    deviation: textOf(best === alone ? zero : plus(best.deviation, alone.deviation)),
  }
}

/** Parts that were cut off, from small to large, and what is left. */
interface Split {
  readonly cut: readonly Fraction[]
  readonly rest: Fraction
}

function furtherSplits({ cut, rest }: Split, sizes: readonly Fraction[]): readonly Split[] {
  const least = cut.at(-1) ?? zero
  return sizes
    .filter((size) => compareFractions(size, least) >= 0 && compareFractions(size, rest) < 0)
    .map((size) => ({ cut: [...cut, size], rest: minus(rest, size) }))
}

/** The results of the parts; fewer where a part is outside the domain. */
function resultsOf({ cut, rest }: Split, lines: Lines): readonly Result[] {
  return [...cut, rest].map(lines.at).filter((result) => result !== undefined)
}
