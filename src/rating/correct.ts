import { at, type Localized, refuse } from '../problem/index.js'
import { isProblem, readDecimal } from '../quantity/index.js'
import { textOfDouble } from '../quantity/internal.js'
import type { Verdict } from './collect.js'
import { solveSymmetric } from './linear.js'
import type { RatingPolicy } from './schema.js'

/** A subject's rating before and after the correction, and why they differ. */
export interface CorrectedRating {
  readonly subject: string
  readonly raters: number
  /** The mean of the verdicts. */
  readonly raw: string
  /** The mean of the verdicts, each less its rater's leniency. */
  readonly corrected: string
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
 * In double precision, deterministic, in the order of the names; shown with the policy's places.
 *
 * Source: two-way additive (main effects) analysis of variance for unbalanced data, as in Searle,
 * "Linear Models" (1971), chapter 7.
 *
 * Throws a `PolicyError` for scores that are no numbers.
 *
 * @example
 * correctRatings(policy, collectRatings(policy, participants, ratings).verdicts).connected
 */
export function correctRatings(
  policy: RatingPolicy,
  verdicts: readonly Verdict[],
): CorrectedRatings {
  refuse(
    verdicts
      .map(({ score }, i) => readDecimal(score, at(at('verdicts', i), 'score')))
      .filter(isProblem),
  )
  const subjects = namesOf(verdicts, 'subject')
  const raters = namesOf(verdicts, 'rater')
  const groups = groupsOf(verdicts, subjects, raters)
  const bySubject = grouped(verdicts, 'subject', subjects)
  const leniency = leniencies(verdicts, subjects, raters, groups, Number(policy.shrinkage))
  const leniencyOf = (rater: string) => leniency[raters.indexOf(rater)] as number
  const { places, minimumRaters, anonymityThreshold } = policy
  const ratings = subjects.map((subject): CorrectedRating => {
    const own = bySubject.get(subject) as readonly Verdict[]
    const raw = mean(own.map(({ score }) => Number(score)))
    const bias = mean(own.map(({ rater }) => leniencyOf(rater)))
    return {
      subject,
      raters: own.length,
      raw: textOfDouble(raw, places),
      corrected: textOfDouble(raw - bias, places),
      reason: reasonOf(textOfDouble(bias, places), own.length),
      enough: own.length >= minimumRaters,
      anonymous: own.length >= anonymityThreshold,
      group: groups.get(`s ${subject}`) as number,
    }
  })
  return {
    ratings,
    raters: raters.map((rater) => ({
      rater,
      verdicts: verdicts.filter((verdict) => verdict.rater === rater).length,
      leniency: textOfDouble(leniencyOf(rater), places),
      group: groups.get(`r ${rater}`) as number,
    })),
    connected: new Set(groups.values()).size <= 1,
  }
}

function reasonOf(bias: string, raters: number): Localized {
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

function namesOf(verdicts: readonly Verdict[], of: 'rater' | 'subject'): readonly string[] {
  return [...new Set(verdicts.map((verdict) => verdict[of]))].sort()
}

function grouped(
  verdicts: readonly Verdict[],
  of: 'rater' | 'subject',
  names: readonly string[],
): ReadonlyMap<string, readonly Verdict[]> {
  const groups = new Map<string, Verdict[]>(names.map((name) => [name, []]))
  for (const verdict of verdicts) groups.get(verdict[of])?.push(verdict)
  return groups
}

/** The connected group of each rater (`r …`) and subject (`s …`), numbered in the order of subjects. */
function groupsOf(
  verdicts: readonly Verdict[],
  subjects: readonly string[],
  raters: readonly string[],
): ReadonlyMap<string, number> {
  const parents = new Map(
    [...subjects.map((s) => `s ${s}`), ...raters.map((r) => `r ${r}`)].map((n) => [n, n]),
  )
  const rootOf = (name: string): string => {
    const parent = parents.get(name) as string
    return parent === name ? name : rootOf(parent)
  }
  for (const { rater, subject } of verdicts)
    parents.set(rootOf(`r ${rater}`), rootOf(`s ${subject}`))
  const roots = [...new Set([...parents.keys()].map(rootOf))]
  return new Map([...parents.keys()].map((name) => [name, roots.indexOf(rootOf(name)) + 1]))
}

/**
 * The leniency of each rater. With the subjects' means taken out, what is left is a symmetric system
 * in the raters alone; each group's sum is bound to zero, or the diagonal raised by the shrinkage.
 */
function leniencies(
  verdicts: readonly Verdict[],
  subjects: readonly string[],
  raters: readonly string[],
  groups: ReadonlyMap<string, number>,
  shrinkage: number,
): readonly number[] {
  const groupOf = (rater: number) => groups.get(`r ${raters[rater]}`)
  const matrix = raters.map((_, i) =>
    raters.map((_, j) => {
      if (shrinkage > 0) return i === j ? shrinkage : 0
      return groupOf(i) === groupOf(j) ? 1 : 0
    }),
  )
  const right = raters.map(() => 0)
  const add = (i: number, j: number, value: number) => {
    const row = matrix[i] as number[]
    row[j] = (row[j] as number) + value
  }
  for (const own of grouped(verdicts, 'subject', subjects).values()) {
    const average = mean(own.map(({ score }) => Number(score)))
    const indexes = own.map(({ rater }) => raters.indexOf(rater))
    own.forEach(({ score }, at) => {
      const i = indexes[at] as number
      right[i] = (right[i] as number) + Number(score) - average
      add(i, i, 1)
      for (const j of indexes) add(i, j, -1 / own.length)
    })
  }
  return solveSymmetric(matrix, right)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
