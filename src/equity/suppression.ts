/** Why a figure is not shown: a group is too small to tell of, or there is nothing to divide by. */
export type Suppressed =
  | { readonly suppressed: 'small-group'; readonly minimum: number }
  /** It is not small itself, but beside a total it would tell of one that is. */
  | { readonly suppressed: 'complementary'; readonly minimum: number }
  | { readonly suppressed: 'zero-reference' }

/** A figure, or why it is not shown. */
export type Shown<T> = T | Suppressed

/**
 * Whether a figure is suppressed.
 *
 * @example
 * isSuppressed({ suppressed: 'small-group', minimum: 10 }) //=> true
 */
export function isSuppressed(figure: object): figure is Suppressed {
  return 'suppressed' in figure
}

/** The suppression that groups of such sizes ask for, if any. */
export function smallGroup(
  { minimum }: { readonly minimum: number },
  ...sizes: readonly number[]
): Suppressed | undefined {
  const least = leastOf(minimum)
  return sizes.some((size) => size < least)
    ? { suppressed: 'small-group', minimum: least }
    : undefined
}

/**
 * The suppression of each line of a table whose total is known, by the sizes of its groups. What the
 * lines that are not shown have in common is the total less the others: so while that would tell of
 * fewer people than the minimum, the smallest line still shown is left out with them.
 *
 * @example
 * suppressedLines({ minimum: 10 }, [[12], [30], [1]]).map((line) => line?.suppressed)
 * //=> ['complementary', undefined, 'small-group']
 */
export function suppressedLines(
  { minimum }: { readonly minimum: number },
  lines: readonly (readonly number[])[],
): readonly (Suppressed | undefined)[] {
  const found = lines.map((sizes) => smallGroup({ minimum }, ...sizes))
  const bySize = [...lines.keys()]
    .filter((i) => found[i] === undefined)
    .sort((i, j) => Math.min(...at(lines, i)) - Math.min(...at(lines, j)))
  for (const i of bySize) {
    const hidden = lines.filter((_, line) => found[line] !== undefined)
    const together = at(lines, i).map((_, group) =>
      hidden.reduce((sum, sizes) => sum + at(sizes, group), 0),
    )
    const complement = complementOf({ minimum }, ...together)
    if (complement === undefined) return found
    found[i] = complement
  }
  return found
}

/**
 * The suppression of a mean over everybody, of what only so many receive: times everybody it is what
 * those few receive.
 */
export function complementOf(
  { minimum }: { readonly minimum: number },
  ...recipients: readonly number[]
): Suppressed | undefined {
  const least = leastOf(minimum)
  return recipients.some((size) => size > 0 && size < least)
    ? { suppressed: 'complementary', minimum: least }
    : undefined
}

function leastOf(minimum: number): number {
  return Math.max(1, minimum)
}

function at<T>(values: readonly T[], i: number): T {
  return values[i] as T
}
