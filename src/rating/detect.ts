import type { Localized } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import type { Verdict } from './collect.js'
import type { CorrectedRatings } from './correct.js'
import type { Rating } from './schema.js'

/** Something in the ratings that a person should look at; it changes no figure. */
export interface RatingSign {
  readonly kind: 'straight-lining' | 'reciprocity' | 'outlier'
  readonly raters: readonly string[]
  readonly subject?: string
  readonly text: Localized
}

/**
 * Raters who gave every subject and criterion one and the same score, over at least `least` ratings.
 *
 * @example
 * straightLining(ratings, 4).map(({ raters }) => raters[0])
 */
export function straightLining(ratings: readonly Rating[], least: number): readonly RatingSign[] {
  const byRater = new Map<string, Rating[]>()
  for (const rating of ratings)
    byRater.set(rating.rater, [...(byRater.get(rating.rater) ?? []), rating])
  return [...byRater].flatMap(([rater, own]) => {
    const first = decimal((own[0] as Rating).score)
    const same = own.length >= least && own.every(({ score }) => first.equals(score))
    const score = first.toFixed()
    return same
      ? [
          {
            kind: 'straight-lining' as const,
            raters: [rater],
            text: {
              en: `${rater} gave ${score} in all of ${own.length} ratings`,
              'zh-CN': `${rater} 的 ${own.length} 项评价全部为 ${score} 分`,
            },
          },
        ]
      : []
  })
}

/**
 * Pairs who rate each other, both by at least `by` above the mean verdict of that subject from the
 * others. `peopleOf` names the people behind a subject.
 *
 * @example
 * reciprocity(verdicts, (subject) => participants.subjects[subject]?.people ?? [], '1')
 */
export function reciprocity(
  verdicts: readonly Verdict[],
  peopleOf: (subject: string) => readonly string[],
  by: string,
): readonly RatingSign[] {
  const favours = verdicts.filter((verdict) => isFavour(verdict, verdicts, by))
  return favours.flatMap((favour) =>
    favours
      .filter(
        (other) =>
          favour.rater < other.rater &&
          peopleOf(favour.subject).includes(other.rater) &&
          peopleOf(other.subject).includes(favour.rater),
      )
      .map((other) => ({
        kind: 'reciprocity' as const,
        raters: [favour.rater, other.rater],
        text: {
          en: `${favour.rater} and ${other.rater} rate each other well above what others give`,
          'zh-CN': `${favour.rater} 与 ${other.rater} 互评明显高于他人的评价`,
        },
      })),
  )
}

function isFavour(
  { rater, subject, score }: Verdict,
  verdicts: readonly Verdict[],
  by: string,
): boolean {
  const others = verdicts.filter((other) => other.subject === subject && other.rater !== rater)
  if (others.length === 0) return false
  const sum = others.reduce((all, other) => all.plus(other.score), decimal('0'))
  // Both sides times the number of others, so that nothing is divided.
  return decimal(score).minus(by).times(others.length).greaterThanOrEqualTo(sum)
}

/**
 * Verdicts that stand off what the two-way model expects of that rater for that subject by more than
 * `times` the median absolute residual × 1.4826 (the robust standard deviation of a normal
 * distribution). In double precision.
 *
 * Source: Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (1993), who take 3.5.
 *
 * @example
 * outliers(verdicts, correctRatings(policy, verdicts), 3.5)
 */
export function outliers(
  verdicts: readonly Verdict[],
  { ratings, raters }: Pick<CorrectedRatings, 'ratings' | 'raters'>,
  times: number,
): readonly RatingSign[] {
  const level = new Map(ratings.map(({ subject, corrected }) => [subject, Number(corrected)]))
  const leniency = new Map(raters.map((rater) => [rater.rater, Number(rater.leniency)]))
  const residuals = verdicts.map(
    ({ rater, subject, score }) =>
      Number(score) - ((level.get(subject) ?? 0) + (leniency.get(rater) ?? 0)),
  )
  const spread = 1.4826 * median(residuals.map(Math.abs))
  return verdicts.flatMap(({ rater, subject, score }, i) =>
    spread > 0 && Math.abs(residuals[i] as number) > times * spread
      ? [
          {
            kind: 'outlier' as const,
            raters: [rater],
            subject,
            text: {
              en: `${rater} gave ${subject} ${score}, far from what the other ratings lead to expect`,
              'zh-CN': `${rater} 给 ${subject} 的 ${score} 分与其余评价相差过大`,
            },
          },
        ]
      : [],
  )
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}
