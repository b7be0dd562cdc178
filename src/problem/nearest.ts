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
  const rows = threeRows(word.length + least + 1)
  let compared = 0
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue
    if (++compared > limits.compared) break
    const distance = editDistance(word, candidate, least, rows)
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

type Rows = readonly [before: Int32Array, row: Int32Array, next: Int32Array]

function threeRows(length: number): Rows {
  return [new Int32Array(length), new Int32Array(length), new Int32Array(length)]
}

/**
 * The optimal string alignment distance: Levenshtein's, with neighbours swapped as one edit. Of no
 * interest unless it is below a bound, so cells as far from the diagonal are left out, and all others
 * too once no row can lead below it.
 */
function editDistance(a: string, b: string, below: number, rows: Rows): number {
  let [before, row, next] = rows
  for (let j = 0; j <= b.length; j++) row[j] = j
  let leastBefore = 0
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - below + 1)
    const to = Math.min(b.length, i + below - 1)
    next[from - 1] = from === 1 ? i : below
    let least = next[from - 1] as number
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1]
      let cell = (row[j - 1] as number) + (same ? 0 : 1)
      cell = Math.min(cell, (row[j] as number) + 1, (next[j - 1] as number) + 1)
      if (!same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cell = Math.min(cell, (before[j - 2] as number) + 1)
      next[j] = cell
      least = Math.min(least, cell)
    }
    // The next row reads one cell beyond.
    next[to + 1] = below
    if (least >= below && leastBefore + 1 >= below) return below
    leastBefore = least
    ;[before, row, next] = [row, next, before]
  }
  return row[b.length] as number
}
