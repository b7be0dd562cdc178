import { type Localized, list, refuse } from '../../problem/index.js'
import { fraction, fractionTo, times } from '../../quantity/internal.js'
import { personDecides } from '../notes.js'
import { probabilityOption, spellsOption } from '../options.js'
import { nobody } from '../problems.js'
import type { Spell } from './schema.js'

/** The places of hazards and shares. */
const places = 6

/** What became of the people watched in one period of service. */
export interface ExitPeriod {
  /** Counted from 1. */
  readonly period: number
  readonly atRisk: number
  readonly left: number
  /** Left over at risk: a ratio of 6 places. */
  readonly hazard: string
  /** The share that is expected to stay through this period and all before it: a ratio of 6 places. */
  readonly staying: string
}

/** How long people stay. */
export interface ExitTable {
  readonly periods: readonly ExitPeriod[]
  /** The first period that at most half stay through; `undefined` where more do. */
  readonly median: number | undefined
  /** That its figures decide nothing. */
  readonly decision: Localized
}

/**
 * How long people stay: the life table of discrete time (Singer and Willett, "Applied Longitudinal Data
 * Analysis", 2003, chapter 10), which takes those who are still there for what they are. Exact, each
 * figure rounded once, half-up. Periods in which nobody was watched are left out.
 *
 * Throws a `PolicyError` without any spell, and for one that is longer than 1,200 periods.
 *
 * @example
 * exitTable([{ id: '1', from: 0, until: 1, left: true }, { id: '2', from: 0, until: 2, left: false }]).periods[0]?.staying //=> '0.500000'
 */
export function exitTable(spells: readonly Spell[]): ExitTable {
  refuse(spellsOption(spells, 'spells'))
  refuse(spells.length === 0 ? [nobody('spells')] : [])
  const last = spells.reduce((latest, { until }) => Math.max(latest, until), 0)
  let staying = fraction(1n)
  let median: number | undefined
  const periods: ExitPeriod[] = []
  for (let period = 1; period <= last; period++) {
    const watched = spells.filter(({ from, until }) => from < period && period <= until)
    if (watched.length === 0) continue
    const atRisk = BigInt(watched.length)
    const left = BigInt(watched.filter((spell) => spell.left && spell.until === period).length)
    staying = times(staying, fraction(atRisk - left, atRisk))
    if (median === undefined && 2n * staying.numerator <= staying.denominator) median = period
    periods.push({
      period,
      atRisk: watched.length,
      left: Number(left),
      hazard: fractionTo(fraction(left, atRisk), places),
      staying: fractionTo(staying, places),
    })
  }
  return { periods, median, decision: personDecides }
}

/**
 * The probability that a person is still there after each of the coming periods, from the probabilities
 * of leaving in each of them (a card's or a model's), in binary floating point: their complements,
 * multiplied one by one. `median` is the first period with at most one half.
 *
 * Throws a `PolicyError` for what is not from 0 to 1.
 *
 * @example
 * timeToExit([0.5, 0.5]) //=> { staying: [0.5, 0.25], median: 1 }
 */
export function timeToExit(hazards: readonly number[]): {
  readonly staying: readonly number[]
  readonly median: number | undefined
} {
  refuse(list(probabilityOption)(hazards, 'hazards'))
  let left = 1
  const staying = hazards.map((hazard) => {
    left *= 1 - hazard
    return left
  })
  const half = staying.findIndex((share) => share <= 0.5)
  return { staying, median: half < 0 ? undefined : half + 1 }
}
