import { type Decimal, decimal } from '../quantity/index.js'
import { valuesOf } from './history.js'
import type { NumberSignal, Observation } from './schema.js'

/** Some people of one bin or case: how many, and how many of them left. */
export interface Tally {
  readonly rows: number
  readonly left: number
}

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

/** How many people there are, and how many of them left. */
export function tallyOf(people: readonly { readonly left: boolean }[]): Tally {
  return { rows: people.length, left: people.filter((person) => person.left).length }
}

/** Bins of about the same number of people; equal values are never parted. */
function equalBins(history: readonly Observation[], signal: string, most: number): readonly Bin[] {
  const people = history
    .map(({ signals, left }) => ({ value: decimal(signals[signal] as string), left }))
    .sort((a, b) => a.value.comparedTo(b.value))
  const starts = Array.from({ length: most }, (_, i) => {
    const first = people[Math.floor((i * people.length) / most)] as (typeof people)[number]
    return first.value
  })
  const bounds = starts.filter((value, i) => i === 0 || !value.equals(starts[i - 1] as Decimal))
  return bounds.map((bound, i) => {
    const next = bounds[i + 1]
    const inside = people.filter(
      ({ value }) => !value.lessThan(bound) && (next === undefined || value.lessThan(next)),
    )
    return { ...(i > 0 && { from: bound.toFixed() }), ...tallyOf(inside) }
  })
}
