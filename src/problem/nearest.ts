/** How long a word may be, and with how many others it is compared: what is asked for is bounded. */
const limits = { letters: 64, compared: 1_000 } as const

/**
 * The candidate that a misspelt word most likely meant: least edits (a letter too many, too few or
 * wrong, or two that changed places), at most a third of the word's length; the first in the list on
 * a tie; `undefined` where none is near, and for a word of more than 64 letters. Of a long list, the
 * first 1,000 of a fitting length are looked at.
 *
 * @example
 * nearest('satisfacton', ['sales', 'satisfaction']) //=> 'satisfaction'
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > limits.letters) return undefined
  let best: string | undefined
  let least = Math.floor(word.length / 3) + 1
  let compared = 0
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue
    if (++compared > limits.compared) break
    const distance = editDistance(word, candidate, least)
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/**
 * The optimal string alignment distance: Levenshtein's, with neighbours swapped as one edit. Of no
 * interest unless it is below a bound, so cells farther from the diagonal are left out, and the rest
 * too once no row can lead below it.
 */
function editDistance(a: string, b: string, below: number): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  let leastBefore = 0
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(below)
    next[0] = i
    let least = i
    for (let j = Math.max(1, i - below + 1); j <= Math.min(b.length, i + below - 1); j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const cell = Math.min(
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        swapped ? (before[j - 2] as number) + 1 : below,
      )
      next[j] = cell
      least = Math.min(least, cell)
    }
    if (least >= below && leastBefore + 1 >= below) return below
    leastBefore = least
    before = row
    row = next
  }
  return row[b.length] as number
}
