import type { Localized } from '../problem/index.js'
import { decimal, type Rounding } from '../quantity/index.js'
import { type Promotion, promote } from './promotion.js'
import { positionIn, type RangePosition } from './range.js'
import type { ReviewPolicy } from './review-schema.js'
import type { PayRanges, PromotionRule } from './schema.js'
import { rangeOf } from './structure.js'

/** What is known of a person at a review. Scores are in order of time, the last one latest. */
export interface Evidence {
  readonly grade: string
  readonly salary: string
  readonly monthsInGrade: number
  readonly scores: readonly {
    readonly period: string
    readonly score: string
    readonly rating?: string
  }[]
  readonly competencies: readonly string[]
}

/** One condition of a review, and whether it is met. */
export interface ReviewReason {
  readonly met: boolean
  readonly text: Localized
}

/** What a review suggests. A person decides. */
export interface GradeReview {
  readonly decision: 'promote' | 'hold' | 'step-down'
  /** Every condition of the promotion, then of stepping down. */
  readonly promotion: readonly ReviewReason[]
  readonly stepDown: readonly ReviewReason[]
  /** The grade suggested, where it is another one. */
  readonly grade?: string
  /** The pay on promotion. */
  readonly pay?: Promotion
  /** Where the unchanged salary would stand in the lower range. */
  readonly position?: RangePosition
}

/**
 * Suggests to promote, hold or step down from the evidence of a window of periods, with every reason,
 * and the pay that a promotion implies. All conditions of a side must be met; with fewer periods than
 * the window the missing ones count for neither side. In the highest grade nobody is promoted, in the
 * lowest nobody steps down. Stepping down leaves the salary as it is and says where it would stand.
 *
 * Throws a `PolicyError` for a grade that the ranges do not have, and for what `promote` refuses.
 *
 * @example
 * reviewGrade(policy, evidence, { ranges, rule: { rule: 'to-minimum' }, rounding: 'half-up' }).decision
 */
export function reviewGrade(
  policy: ReviewPolicy,
  evidence: Evidence,
  {
    ranges,
    rule,
    rounding,
  }: {
    readonly ranges: PayRanges
    readonly rule: PromotionRule
    readonly rounding: Rounding
  },
): GradeReview {
  const own = rangeOf(ranges, evidence.grade)
  const index = ranges.ranges.indexOf(own)
  const [lower, higher] = [ranges.ranges[index - 1], ranges.ranges[index + 1]]
  const promotion = promotionReasons(policy, evidence)
  const stepDown = stepDownReasons(policy, evidence)
  const all = (reasons: readonly ReviewReason[]) => reasons.every(({ met }) => met)
  const reasons = { promotion, stepDown }
  if (higher !== undefined && all(promotion)) {
    const { salary } = evidence
    const { currency } = ranges
    const pay = promote(rule, { salary, from: own, to: higher, currency, rounding })
    return { decision: 'promote', ...reasons, grade: higher.grade, pay }
  }
  if (lower !== undefined && all(stepDown)) {
    const position = positionIn(lower, evidence.salary)
    return { decision: 'step-down', ...reasons, grade: lower.grade, position }
  }
  return { decision: 'hold', ...reasons }
}

function promotionReasons(
  { window, promote: rule }: ReviewPolicy,
  { scores, competencies, monthsInGrade }: Evidence,
): readonly ReviewReason[] {
  const recent = scores.slice(-window)
  const high = recent.filter(({ score }) => decimal(score).greaterThanOrEqualTo(rule.score))
  const reasons = [
    counted(high.length, rule.periods, window, `at or above ${rule.score}`, `不低于 ${rule.score}`),
    latest(recent, high, `at or above ${rule.score}`, `不低于 ${rule.score}`),
  ]
  const { ratings, competencies: needed, monthsInGrade: months } = rule
  if (ratings !== undefined) {
    const others = recent.filter(({ rating }) => rating !== undefined && !ratings.includes(rating))
    const found = others.map(({ period, rating }) => `${period}: ${rating}`).join(', ')
    reasons.push({
      met: others.length === 0,
      text: {
        en: `Ratings are among ${ratings.join(', ')}${found && `; not ${found}`}`,
        'zh-CN': `评级须为 ${ratings.join('、')}${found && `；不符：${found}`}`,
      },
    })
  }
  if (needed !== undefined) {
    const missing = needed.filter((name) => !competencies.includes(name))
    const list = missing.join(', ')
    reasons.push({
      met: missing.length === 0,
      text: {
        en: `Competencies are held${list && `; missing ${list}`}`,
        'zh-CN': `具备所需能力${list && `；缺少：${list}`}`,
      },
    })
  }
  if (months !== undefined)
    reasons.push({
      met: monthsInGrade >= months,
      text: {
        en: `${monthsInGrade} of ${months} months in the grade`,
        'zh-CN': `在级 ${monthsInGrade} 个月，需 ${months} 个月`,
      },
    })
  return reasons
}

function stepDownReasons(
  { window, stepDown: rule }: ReviewPolicy,
  { scores }: Evidence,
): readonly ReviewReason[] {
  const recent = scores.slice(-window)
  const low = recent.filter(({ score }) => decimal(score).lessThan(rule.score))
  return [
    counted(low.length, rule.periods, window, `below ${rule.score}`, `低于 ${rule.score}`),
    latest(recent, low, `below ${rule.score}`, `低于 ${rule.score}`),
  ]
}

function counted(
  found: number,
  needed: number,
  window: number,
  en: string,
  zh: string,
): ReviewReason {
  return {
    met: found >= needed,
    text: {
      en: `${found} of the last ${window} periods ${en}; ${needed} are needed`,
      'zh-CN': `近 ${window} 期中有 ${found} 期${zh}，需 ${needed} 期`,
    },
  }
}

type Scores = Evidence['scores']

function latest(recent: Scores, among: Scores, en: string, zh: string): ReviewReason {
  const last = recent.at(-1)
  return {
    met: last !== undefined && among.includes(last),
    text: {
      en: `The last period is ${en}${last === undefined ? '' : `: ${last.score}`}`,
      'zh-CN': `最近一期${zh}${last === undefined ? '' : `：${last.score}`}`,
    },
  }
}
