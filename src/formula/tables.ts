import { at, type Problem } from '../problem/index.js'
import { type Decimal, isProblem, readDecimal } from '../quantity/index.js'
import type { Bound } from './nodes.js'
import { emptyList, firstBoundOpen, missingBound, unordered } from './problems.js'

/**
 * What is wrong with the bounds of a table, each with its path: none at all, one that is no number,
 * missing after the first, not above the one before (so that bands overlap or are out of order).
 * Where `first` is `open`, the table must cover every number, so its first band has no `from`.
 */
export function boundProblems(
  bounds: readonly Bound[],
  path: string,
  first: 'open' | 'any',
): readonly Problem[] {
  if (bounds.length === 0) return [emptyList(path)]
  const problems: Problem[] = []
  let previous: Decimal | undefined
  bounds.forEach(({ from, exclusive }, i) => {
    const place = at(at(path, i), 'from')
    if (i === 0 && first === 'open' && (from !== undefined || exclusive !== undefined))
      problems.push(firstBoundOpen(at(path, 0)))
    if (from === undefined) {
      if (i > 0) problems.push(missingBound(place))
      return
    }
    const bound = readDecimal(from, place)
    if (isProblem(bound)) {
      problems.push(bound)
      return
    }
    if (previous?.greaterThanOrEqualTo(bound))
      problems.push(unordered(place, from, previous.toFixed()))
    previous = bound
  })
  return problems
}

/** The bounds that are written, for the scale they bring. */
export function writtenBounds(bounds: readonly Bound[]): readonly string[] {
  return bounds.flatMap(({ from }) => (from === undefined ? [] : [from]))
}

/** The index of the band that `x` falls in; -1 below the first bound. */
export function bandIndex(bounds: readonly Bound[], x: Decimal): number {
  return bounds.findLastIndex(
    ({ from, exclusive }) =>
      from === undefined ||
      (exclusive === true ? x.greaterThan(from) : x.greaterThanOrEqualTo(from)),
  )
}
