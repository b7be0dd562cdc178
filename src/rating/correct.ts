import { type Localized, refuse } from '../problem/index.js'
import { type Decimal, decimal, roundTo } from '../quantity/index.js'
import { textOfDouble } from '../quantity/internal.js'
import type { Verdict } from './collect.js'
import { connectedGroups } from './groups.js'
import { leniencies } from './leniency.js'
import { policyOption, type RatingPolicy } from './schema.js'
import { exactMean, verdictsWithin } from './scores.js'

/** A subject's rating before and after the correction, and why they differ. */
export interface CorrectedRating {
  readonly subject: string
  readonly raters: number
  /** The mean of the verdicts, exact but for its rounding, half-up. */
  readonly raw: string
  /** The mean of the verdicts, each less its rater's leniency. */
  readonly corrected: string
  /** Whether the corrected rating lies within the scale: what reads it next may know nothing beyond. */
  readonly withinScale: boolean
  readonly reason: Localized
  /** Whether there are enough raters for a result. */
  readonly enough: boolean
  /** Whether there are enough raters to show single verdicts without naming anybody. */
  readonly anonymous: boolean
  /** The connected group of the rating graph, from 1: only ratings of one group compare. */
  readonly group: number
}

/** How lenient a rater is: positive where they give more than others for the same subjects. */
export interface RaterLeniency {
  readonly rater: string
  readonly verdicts: number
  readonly leniency: string
  readonly group: number
}

/** Ratings corrected for lenient and severe raters. */
export interface CorrectedRatings {
  readonly ratings: readonly CorrectedRating[]
  readonly raters: readonly RaterLeniency[]
  /** Whether all subjects compare: each is linked to each by raters that they share. */
  readonly connected: boolean
}

/**
 * Corrects ratings for lenient and severe raters by the two-way additive model: a verdict is the
 * subject's rating plus the rater's leniency plus chance, fitted by least squares. Leniencies add up
 * to zero within a connected group; with `shrinkage` s they are those of ridge regression, so that a
 * rater with few verdicts is hardly corrected. Where the graph of raters and subjects falls into
 * groups, ratings of different groups do not compare, and `connected` says so.
 *
 * What verdicts are corrected by is in double precision, deterministic, in the order of the names, good
 * to 12 places; shown with the policy's, half-up. A corrected rating may leave the scale, as that of a
 * subject whom only severe raters gave the highest score: it is neither cut nor hidden, and
 * `withinScale` and the reason say so.
 *
 * Source: two-way additive (main effects) analysis of variance for unbalanced data, as in Searle,
 * "Linear Models" (1971), chapter 7.
 *
 * Throws a `PolicyError` for scores that are no numbers, or outside the policy's scale.
 *
 * @example
 * correctRatings(policy, collectRatings(policy, participants, ratings).verdicts).connected
 */
export function correctRatings(
  policy: RatingPolicy,
  verdicts: readonly Verdict[],
): CorrectedRatings {
  refuse(policyOption(policy, 'policy'))
  const { scale, places, minimumRaters, anonymityThreshold } = policy
  refuse(verdictsWithin(scale)(verdicts, 'verdicts'))
  const subjects = placesOf(verdicts.map(({ subject }) => subject))
  const raters = placesOf(verdicts.map(({ rater }) => rater))
  const scored = verdicts.map(({ rater, subject, score }) => ({
    rater: raters.get(rater) as number,
    subject: subjects.get(subject) as number,
    // Above the minimum, so that a double holds the digits in which scores differ.
    score: decimal(score).minus(scale.minimum).toNumber(),
  }))
  const groups = connectedGroups(
    subjects.size + raters.size,
    scored.map(({ subject, rater }) => [subject, subjects.size + rater]),
  )
  const leniency = leniencies(
    scored,
    groups.slice(subjects.size),
    subjects.size,
    Number(policy.shrinkage),
  )
  const shown = (value: Decimal) => roundTo(value, places, 'half-up').toFixed(places)
  const bySubject = [...subjects].map(() => ({ scores: [] as Decimal[], leniency: 0 }))
  const counts = [...raters].map(() => 0)
  for (const [i, { rater, subject }] of scored.entries()) {
    const own = bySubject[subject] as (typeof bySubject)[number]
    own.scores.push(decimal((verdicts[i] as Verdict).score))
    own.leniency += leniency[rater] as number
    counts[rater] = (counts[rater] as number) + 1
  }
  const ratings = [...subjects].map(([subject, place]): CorrectedRating => {
    const own = bySubject[place] as (typeof bySubject)[number]
    const size = own.scores.length
    const bias = steady(own.leniency / size)
    const corrected = roundTo(exactMean(own.scores, meanPlaces).minus(bias), places, 'half-up')
    const withinScale = !corrected.lessThan(scale.minimum) && !corrected.greaterThan(scale.maximum)
    return {
      subject,
      raters: size,
      raw: exactMean(own.scores, places).toFixed(places),
      corrected: corrected.toFixed(places),
      withinScale,
      reason: reasonOf(shown(bias), size, withinScale ? undefined : scale),
      enough: size >= minimumRaters,
      anonymous: size >= anonymityThreshold,
      group: groups[place] as number,
    }
  })
  return {
    ratings,
    raters: [...raters].map(([rater, place]) => ({
      rater,
      verdicts: counts[place] as number,
      leniency: shown(steady(leniency[place] as number)),
      group: groups[subjects.size + place] as number,
    })),
    connected: groups.every((group) => group === 1),
  }
}

/** The digits of a double that the order of its sums does not touch. */
function steady(value: number): Decimal {
  return decimal(textOfDouble(value, 12))
}

/** More places than any that is shown, so that a mean is not rounded twice. */
const meanPlaces = 30

/** Names in code-unit order, each with its place. */
function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].sort().map((name, place) => [name, place]))
}

function reasonOf(
  bias: string,
  raters: number,
  beyond: RatingPolicy['scale'] | undefined,
): Localized {
  const { en, 'zh-CN': zh } = leniencyTold(bias, raters)
  if (beyond === undefined) return { en, 'zh-CN': zh }
  const { minimum, maximum } = beyond
  return {
    en: `${en}; the result lies outside the scale from ${minimum} to ${maximum}`,
    'zh-CN': `${zh}；结果超出 ${minimum} 到 ${maximum} 的评分范围`,
  }
}

function leniencyTold(bias: string, raters: number): Localized {
  const who = raters === 1 ? 'The only rater is' : `The ${raters} raters are together`
  if (/^0(\.0*)?$/.test(bias))
    return {
      en: `${who} neither lenient nor severe`,
      'zh-CN': `${raters} 位评价者总体不偏松也不偏严`,
    }
  const severe = bias.startsWith('-')
  const size = bias.replace('-', '')
  return {
    en: `${who} ${severe ? 'severe' : 'lenient'} by ${size}`,
    'zh-CN': `${raters} 位评价者总体偏${severe ? '严' : '松'} ${size}`,
  }
}
