import { type Column, logistic } from '../statistics/index.js'
import { casesOf, monotoneBins, placeOf, weightOfEvidence } from './bins.js'
import { valuesOf } from './history.js'
import { type Tally, tallyOf } from './people.js'
import type { Observation, Signal } from './schema.js'

/** A signal's bins or cases, each weighed by its evidence, and where each person falls. */
export interface Weighed {
  readonly signal: Signal
  /** The bins by where they begin (the first by nothing), or the cases by their names. */
  readonly groups: readonly { readonly name: string; readonly evidence: number }[]
  /** The place of each person's group. */
  readonly places: readonly number[]
  /** The evidence of each person's group. */
  readonly column: Column
}

/** A signal with the whole points of its groups; the least are 0. */
export interface Scored extends Weighed {
  readonly points: readonly number[]
  /** The points of somebody average, whose evidence is 0. */
  readonly average: number
}

/** Cuts and weighs a signal of everybody in a history. */
export function weigh(history: readonly Observation[], signal: Signal, most: number): Weighed {
  const all = tallyOf(history)
  const values = valuesOf(history, signal.signal)
  const named = (name: string, tally: Tally) => ({ name, evidence: weightOfEvidence(tally, all) })
  const { groups, place } =
    signal.kind === 'number'
      ? binned(monotoneBins(history, signal, most), named)
      : cased(casesOf(history, signal.signal), named)
  const known = new Map([...new Set(values)].map((value) => [value, place(value)]))
  const places = values.map((value) => known.get(value) as number)
  const evidence = places.map((i) => (groups[i] as (typeof groups)[number]).evidence)
  return { signal, groups, places, column: { name: signal.signal, values: evidence } }
}

type Named = (name: string, tally: Tally) => Weighed['groups'][number]

function binned(bins: ReturnType<typeof monotoneBins>, named: Named) {
  return {
    groups: bins.map((bin) => named(bin.from ?? '', bin)),
    place: (value: string) => placeOf(bins, value),
  }
}

function cased(cases: ReturnType<typeof casesOf>, named: Named) {
  const names = [...cases.keys()]
  return {
    groups: [...cases].map(([name, tally]) => named(name, tally)),
    place: (value: string) => names.indexOf(value),
  }
}

/**
 * The signals that add points, by a ridge logistic fit on their evidence. While the lowest weight is
 * not above zero, or the points of a signal are all 0, one such signal is left out and the rest fitted
 * again.
 */
export function kept(
  weighed: readonly Weighed[],
  outcomes: readonly boolean[],
  penalty: number,
  unit: number,
): { readonly scored: readonly Scored[]; readonly separated: boolean } {
  let left = weighed.filter(({ groups }) => groups.length > 1)
  while (true) {
    const fit = logistic({ columns: left.map(({ column }) => column), outcomes, penalty })
    const weights = fit.coefficients.map(({ estimate }) => estimate)
    const scored = left.map((each, j) => scoredOf(each, (weights[j] as number) * unit))
    const least = Math.min(...weights)
    const dull =
      least > 0
        ? scored.findIndex(({ points }) => points.every((point) => point === 0))
        : weights.indexOf(least)
    if (dull < 0) return { scored, separated: fit.separated }
    left = left.filter((_, j) => j !== dull)
  }
}

function scoredOf(weighed: Weighed, times: number): Scored {
  const evidence = weighed.groups.map((group) => group.evidence)
  const least = Math.min(...evidence)
  return {
    ...weighed,
    points: evidence.map((each) => Math.round((each - least) * times)),
    average: Math.round(-least * times),
  }
}
