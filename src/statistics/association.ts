import { mean } from './summary.js'

/** How strongly two columns go together, each measure from 0 (not at all) to 1 (one tells the other). */

/**
 * Between two numbers: the absolute value of Pearson's correlation. 0 where either is constant.
 *
 * @example
 * correlation([1, 2, 3], [6, 4, 2]) //=> 1
 */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [centreA, centreB] = [mean(a), mean(b)]
  let both = 0
  let squaresA = 0
  let squaresB = 0
  for (const [i, value] of a.entries()) {
    const other = (b[i] as number) - centreB
    both += (value - centreA) * other
    squaresA += (value - centreA) ** 2
    squaresB += other ** 2
  }
  return rootOfShare(both ** 2, squaresA * squaresB)
}

/**
 * Between a number and a category: the correlation ratio η (Fisher 1925), the root of the part of the
 * squared distances from the mean that lies between the categories. 0 where either is constant.
 *
 * @example
 * correlationRatio([1, 1, 5, 5], ['a', 'a', 'b', 'b']) //=> 1
 */
export function correlationRatio(values: readonly number[], groups: readonly string[]): number {
  const centre = mean(values)
  const byGroup = new Map<string, number[]>()
  for (const [i, value] of values.entries()) {
    const group = groups[i] as string
    const known = byGroup.get(group)
    if (known === undefined) byGroup.set(group, [value])
    else known.push(value)
  }
  let between = 0
  for (const members of byGroup.values()) between += members.length * (mean(members) - centre) ** 2
  let whole = 0
  for (const value of values) whole += (value - centre) ** 2
  return rootOfShare(between, whole)
}

/**
 * Between two categories: Cramér's V (Cramér 1946, §21.9), the root of chi-square over its largest
 * value for a table of that shape. 0 where either is constant.
 *
 * @example
 * cramersV(['x', 'x', 'y', 'y'], ['a', 'a', 'b', 'b']) //=> 1
 */
export function cramersV(a: readonly string[], b: readonly string[]): number {
  const inA = counted(a)
  const inB = counted(b)
  // A text that no pair can share with another pair.
  const inBoth = counted(a.map((value, i) => JSON.stringify([value, b[i]])))
  let share = 0
  for (const [pair, count] of inBoth) {
    const [valueA, valueB] = JSON.parse(pair) as [string, string]
    share += count ** 2 / ((inA.get(valueA) as number) * (inB.get(valueB) as number))
  }
  return rootOfShare(share - 1, Math.min(inA.size, inB.size) - 1)
}

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The root of a part of a whole, held within 0 and 1 against rounding; 0 of nothing. */
function rootOfShare(part: number, whole: number): number {
  return whole > 0 ? Math.sqrt(Math.min(1, Math.max(0, part / whole))) : 0
}
