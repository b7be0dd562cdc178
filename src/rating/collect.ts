import { at, having, type Localized, list, type Problem, refuse, text } from '../problem/index.js'
import { decimal, divideTo } from '../quantity/index.js'
import { decimalOption } from '../quantity/internal.js'
import { outOfScale, repeatedRating, unknownName } from './problems.js'
import { type Participants, policyOption, type Rating, type RatingPolicy } from './schema.js'

/** A rating that does not count, and why. */
export interface ExcludedRating {
  readonly rating: Rating
  readonly reason: Localized
}

/** What one rater gave one subject over all criteria. */
export interface Verdict {
  readonly rater: string
  readonly subject: string
  /** The weighted mean of the criteria given, to 6 places half-up. */
  readonly score: string
}

/** Ratings sorted into those that count and those that do not; none is lost. */
export interface CollectedRatings {
  readonly verdicts: readonly Verdict[]
  readonly excluded: readonly ExcludedRating[]
}

/** The decimal places of a verdict. */
const verdictPlaces = 6

/**
 * Sorts ratings: those of raters who may not rate, who rate themselves or what they made, or who have
 * declared a conflict of interest, are set apart with the reason; of the others each rater's criteria become one verdict a subject, by the
 * weights of the criteria given.
 *
 * Throws a `PolicyError` with every problem: unknown raters, subjects and criteria, scores outside the
 * scale, a rating given twice.
 *
 * @example
 * collectRatings(policy, participants, ratings).verdicts.length
 */
export function collectRatings(
  policy: RatingPolicy,
  participants: Participants,
  ratings: readonly Rating[],
): CollectedRatings {
  refuse([...policyOption(policy, 'policy'), ...ratingsOption(ratings, 'ratings')])
  refuse(ratingProblems(policy, participants, ratings))
  const excluded: ExcludedRating[] = []
  const given = new Map<string, Rating[]>()
  for (const rating of ratings) {
    const reason = exclusionOf(policy, participants, rating)
    if (reason !== undefined) {
      excluded.push({ rating, reason })
      continue
    }
    const key = JSON.stringify([rating.rater, rating.subject])
    given.set(key, [...(given.get(key) ?? []), rating])
  }
  return { verdicts: [...given.values()].map((own) => verdictOf(policy, own)), excluded }
}

const ratingsOption = list(
  having({ rater: text, subject: text, criterion: text, score: decimalOption() }),
)

function verdictOf({ criteria }: RatingPolicy, ratings: readonly Rating[]): Verdict {
  const weights = new Map(criteria.map(({ criterion, weight }) => [criterion, weight]))
  const zero = decimal('0')
  const weightOf = ({ criterion }: Rating) => weights.get(criterion) as string
  const sum = ratings.reduce((all, one) => all.plus(decimal(one.score).times(weightOf(one))), zero)
  const weight = ratings.reduce((all, one) => all.plus(weightOf(one)), zero)
  const { rater, subject } = ratings[0] as Rating
  const plain = ratings.reduce((all, one) => all.plus(one.score), zero)
  const score = weight.isZero()
    ? divideTo(plain, decimal(String(ratings.length)), verdictPlaces, 'half-up')
    : divideTo(sum, weight, verdictPlaces, 'half-up')
  return { rater, subject, score: score.toFixed() }
}

function exclusionOf(
  { raters: { departments, ownDepartment } }: RatingPolicy,
  { raters, subjects, conflicts }: Participants,
  { rater, subject }: Rating,
): Localized | undefined {
  const department = raters[rater] as string
  if (subjects[subject]?.people.includes(rater))
    return { en: 'The rater is rated', 'zh-CN': '评价者即被评价者' }
  const conflict = conflicts.find((each) => each.rater === rater && each.subject === subject)
  if (conflict !== undefined)
    return {
      en: `Conflict of interest: ${conflict.reason}`,
      'zh-CN': `利益冲突：${conflict.reason}`,
    }
  if (departments !== undefined && !departments.includes(department))
    return {
      en: `The department "${department}" does not rate`,
      'zh-CN': `部门“${department}”不参与评价`,
    }
  return !ownDepartment && subjects[subject]?.departments.includes(department)
    ? {
        en: 'The rater is of the same department',
        'zh-CN': '评价者与对象同属一个部门',
      }
    : undefined
}

function ratingProblems(
  { scale, criteria }: RatingPolicy,
  { raters, subjects }: Participants,
  ratings: readonly Rating[],
): readonly Problem[] {
  const known = {
    rater: new Set(Object.keys(raters)),
    subject: new Set(Object.keys(subjects)),
    criterion: new Set(criteria.map(({ criterion }) => criterion)),
  }
  const seen = new Set<string>()
  return ratings.flatMap(({ rater, subject, criterion, score }, i) => {
    const path = at('ratings', i)
    const key = JSON.stringify([rater, subject, criterion])
    const again = seen.has(key)
    seen.add(key)
    const unknown = (name: string, field: keyof typeof known) =>
      known[field].has(name) ? [] : [unknownName(at(path, field), name, [...known[field]])]
    const value = decimal(score)
    return [
      ...unknown(rater, 'rater'),
      ...unknown(subject, 'subject'),
      ...unknown(criterion, 'criterion'),
      ...(again ? [repeatedRating(path)] : []),
      ...(value.lessThan(scale.minimum) || value.greaterThan(scale.maximum)
        ? [outOfScale(at(path, 'score'), score, scale.minimum, scale.maximum)]
        : []),
    ]
  })
}
