import { having, type Localized, list, number, refuse, text, whole } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { decimalOption } from '../quantity/internal.js'
import type { Verdict } from './collect.js'
import type { CorrectedRatings } from './correct.js'
import { timesNotPositive } from './problems.js'
import type { Rating } from './schema.js'
import { verdictsOption } from './scores.js'

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
 * Throws a `PolicyError` for scores that are no numbers, and a `least` that is no whole number above 0.
 *
 * @example
 * straightLining(ratings, 4).map(({ raters }) => raters[0])
 */
export function straightLining(ratings: readonly Rating[], least: number): readonly RatingSign[] {
  refuse([
    ...list(having({ rater: text, score: decimalOption() }))(ratings, 'ratings'),
    ...whole(1)(least, 'least'),
  ])
  const byRater = new Map<string, Rating[]>()
  for (const rating of ratings) {
    const own = byRater.get(rating.rater)
    if (own === undefined) byRater.set(rating.rater, [rating])
    else own.push(rating)
  }
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
 * Throws a `PolicyError` for scores, and a `by`, that are no numbers.
 *
 * @example
 * reciprocity(verdicts, (subject) => participants.subjects[subject]?.people ?? [], '1')
 */
export function reciprocity(
  verdicts: readonly Verdict[],
  peopleOf: (subject: string) => readonly string[],
  by: string,
): readonly RatingSign[] {
  refuse([...verdictsOption(verdicts, 'verdicts'), ...decimalOption()(by, 'by')])
  const bySubject = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    const own = bySubject.get(verdict.subject)
    if (own === undefined) bySubject.set(verdict.subject, [verdict])
    else own.push(verdict)
  }
  const favours = verdicts.filter((verdict) =>
    isFavour(verdict, bySubject.get(verdict.subject) as readonly Verdict[], by),
  )
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

function isFavour({ rater, score }: Verdict, ofSubject: readonly Verdict[], by: string): boolean {
  const others = ofSubject.filter((other) => other.rater !== rater)
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
 * Throws a `PolicyError` for scores that are no numbers, and `times` that are not above zero.
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
  refuse([
    ...verdictsOption(verdicts, 'verdicts'),
    ...number((value) => value > 0, timesNotPositive)(times, 'times'),
  ])
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
