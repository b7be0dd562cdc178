import { type Decimal, decimal } from '../quantity/index.js'
import { valuesOf } from './history.js'
import { type Tally, tallyOf } from './people.js'
import type { NumberSignal, Observation } from './schema.js'

/** A bin of a number: where it begins, if not at minus infinity, and who is in it. */
export interface Bin extends Tally {
  readonly from?: string
}

/**
 * The weight of evidence of some people among all: the log odds that one of them left, less those of
 * everybody (Good 1950; as scorecards have it, Siddiqi 2006). One person of the average is added, so
 * that it is finite, has the sign of the difference, and fades where there are few.
 */
export function weightOfEvidence(part: Tally, all: Tally): number {
  const odds = (share: number) => Math.log(share / (1 - share))
  return odds(shrunkShare(part, all)) - odds(all.left / all.rows)
}

/** The share that left, with one person of the average added. */
function shrunkShare({ rows, left }: Tally, all: Tally): number {
  return (left + all.left / all.rows) / (rows + 1)
}

/**
 * Bins of a number in which the share that left moves only the way of the declared risk: at most `most`
 * of about the same number of people, cut where the values are cut, and neighbours that do not follow
 * pooled (the pool-adjacent-violators algorithm, Ayer and others 1955).
 */
export function monotoneBins(
  history: readonly Observation[],
  { signal, risk }: NumberSignal,
  most: number,
): readonly Bin[] {
  const all = tallyOf(history)
  const follows = (before: Tally, after: Tally) => {
    const rise = shrunkShare(after, all) - shrunkShare(before, all)
    return risk === 'rises' ? rise > 0 : rise < 0
  }
  const pooled: Bin[] = []
  for (const bin of equalBins(history, signal, most)) {
    let last = bin
    for (let before = pooled.at(-1); before && !follows(before, last); before = pooled.at(-1)) {
      pooled.pop()
      last = { ...before, rows: before.rows + last.rows, left: before.left + last.left }
    }
    pooled.push(last)
  }
  return pooled
}

/** How many people there are in each case of a category, in code-unit order. */
export function casesOf(
  history: readonly Observation[],
  signal: string,
): ReadonlyMap<string, Tally> {
  const names = [...new Set(valuesOf(history, signal))].sort()
  return new Map(
    names.map((name) => [name, tallyOf(history.filter(({ signals }) => signals[signal] === name))]),
  )
}

/** The place of the bin that a value falls in; the first bin has no `from`. */
export function placeOf(
  bins: readonly { readonly from?: string | undefined; readonly exclusive?: boolean | undefined }[],
  value: string,
): number {
  return bins.findLastIndex(({ from, exclusive }) => {
    if (from === undefined) return true
    const order = decimal(from).comparedTo(value)
    return exclusive === true ? order < 0 : order <= 0
  })
}

/** Bins of about the same number of people; equal values are never parted. */
function equalBins(history: readonly Observation[], signal: string, most: number): readonly Bin[] {
  const cuts = Array.from({ length: most }, (_, i) => Math.floor((i * history.length) / most))
  const bins: Bin[] = []
  let before = 0
  for (const { value, rows, left } of talliesInOrder(history, signal)) {
    const last = bins.at(-1)
    const after = before + rows
    if (last === undefined) bins.push({ rows, left })
    else if (cuts.some((cut) => before <= cut && cut < after))
      bins.push({ from: value, rows, left })
    else bins[bins.length - 1] = { ...last, rows: last.rows + rows, left: last.left + left }
    before = after
  }
  return bins
}

/** Who has each value of a number, from the lowest. Texts of one value (`1`, `1.0`) count as one. */
function talliesInOrder(history: readonly Observation[], signal: string) {
  const tallies = new Map<string, { value: Decimal; rows: number; left: number }>()
  for (const { signals, left } of history) {
    const value = decimal(signals[signal] as string)
    const key = value.toFixed()
    const tally = tallies.get(key) ?? { value, rows: 0, left: 0 }
    tallies.set(key, tally)
    tally.rows += 1
    tally.left += left ? 1 : 0
  }
  return [...tallies]
    .sort(([, a], [, b]) => a.value.comparedTo(b.value))
    .map(([value, { rows, left }]) => ({ value, rows, left }))
}
