import { type Localized, labelIn, refuse } from '../problem/index.js'
import { decimal, type Rounding } from '../quantity/index.js'
import { roundingOption } from '../quantity/internal.js'
import { type Promotion, promote } from './promotion.js'
import { type PromotionRule, ruleOption } from './promotion-schema.js'
import { positionIn, type RangePosition } from './range.js'
import type { PayRange, PayRanges } from './range-schema.js'
import type { Evidence, ReviewPolicy } from './review-schema.js'
import { rangeOf } from './structure.js'

/** One condition of a review, and whether it is met. */
export interface ReviewReason {
  readonly met: boolean
  readonly text: Localized
}

/** What a review suggests. A person decides. */
export interface GradeReview {
  readonly decision: 'promote' | 'hold' | 'step-down'
  /** Every condition of a promotion. */
  readonly promotion: readonly ReviewReason[]
  /** Every condition of stepping down. */
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
 * Throws a `PolicyError` for a rule or a rounding that is none, a grade that the ranges do not have, and
 * for what `promote` refuses.
 *
 * @example
 * const ranges = buildRanges({ currency: 'CNY', grades: ['P1', 'P2'], firstMidpoint: '6000', progression: '0.15', spread: '0.4', roundTo: 0, rounding: 'half-up' })
 * const policy = parseReview({ id: 'r', window: 3, promote: { score: '90', periods: 2 }, stepDown: { score: '60', periods: 2 } })
 * const periods = [{ period: 'Q1', score: '95' }, { period: 'Q2', score: '92' }]
 * const evidence = { grade: 'P1', salary: '5500', monthsInGrade: 6, periods, competencies: [] }
 * reviewGrade(policy, evidence, { ranges, rule: { rule: 'to-minimum' }, rounding: 'half-up' }).pay?.salary //=> '5750.00'
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
  refuse([...ruleOption(rule, 'rule'), ...roundingOption(rounding, 'rounding')])
  const own = rangeOf(ranges, evidence.grade)
  const index = ranges.ranges.indexOf(own)
  const [lower, higher] = [ranges.ranges[index - 1], ranges.ranges[index + 1]]
  const recent = evidence.periods.slice(-policy.window)
  const promotion = [nextGrade(own, higher), ...promotionReasons(policy, evidence, recent)]
  const stepDown = [previousGrade(own, lower), ...stepDownReasons(policy, recent)]
  const reasons = { promotion, stepDown }
  if (higher !== undefined && promotion.every(({ met }) => met)) {
    const { salary } = evidence
    const { currency } = ranges
    const pay = promote(rule, { salary, from: own, to: higher, currency, rounding })
    return { decision: 'promote', ...reasons, grade: higher.grade, pay }
  }
  if (lower !== undefined && stepDown.every(({ met }) => met)) {
    const position = positionIn(lower, evidence.salary)
    return { decision: 'step-down', ...reasons, grade: lower.grade, position }
  }
  return { decision: 'hold', ...reasons }
}

function nextGrade({ grade }: PayRange, higher: PayRange | undefined): ReviewReason {
  return higher === undefined
    ? reason(false, `${grade} is the highest grade`, `${grade} 已是最高职级`)
    : reason(true, `${higher.grade} is the next grade`, `下一职级为 ${higher.grade}`)
}

function previousGrade({ grade }: PayRange, lower: PayRange | undefined): ReviewReason {
  return lower === undefined
    ? reason(false, `${grade} is the lowest grade`, `${grade} 已是最低职级`)
    : reason(true, `${lower.grade} is the grade below`, `下一级为 ${lower.grade}`)
}

type Periods = Evidence['periods']

function promotionReasons(
  { window, promote: rule }: ReviewPolicy,
  { competencies, monthsInGrade }: Evidence,
  recent: Periods,
): readonly ReviewReason[] {
  const high = recent.filter(({ score }) => decimal(score).greaterThanOrEqualTo(rule.score))
  const level = { en: `at or above ${rule.score}`, 'zh-CN': `不低于 ${rule.score}` }
  return [
    counted(high, recent, { needed: rule.periods, window }, level),
    latest(high, recent, level),
    ...(rule.kpis ?? []).map((kpi) => kpiReason(kpi, recent, window)),
    ...(rule.ratings === undefined ? [] : [ratingReason(rule.ratings, recent)]),
    ...(rule.competencies === undefined ? [] : [competencyReason(rule.competencies, competencies)]),
    ...(rule.monthsInGrade === undefined
      ? []
      : [
          reason(
            monthsInGrade >= rule.monthsInGrade,
            `${monthsInGrade} months in the grade; ${rule.monthsInGrade} are needed`,
            `在级 ${monthsInGrade} 个月，需 ${rule.monthsInGrade} 个月`,
          ),
        ]),
  ]
}

function stepDownReasons(
  { window, stepDown: rule }: ReviewPolicy,
  recent: Periods,
): readonly ReviewReason[] {
  const low = recent.filter(({ score }) => decimal(score).lessThan(rule.score))
  const level = { en: `below ${rule.score}`, 'zh-CN': `低于 ${rule.score}` }
  return [counted(low, recent, { needed: rule.periods, window }, level), latest(low, recent, level)]
}

/** A period without a figure of the KPI counts as missed. */
function kpiReason(
  {
    kpi,
    label = kpi,
    direction,
    level,
    periods,
  }: NonNullable<ReviewPolicy['promote']['kpis']>[number],
  recent: Periods,
  window: number,
): ReviewReason {
  const reached = recent.filter(({ kpis }) => {
    const value = kpis?.[kpi]
    if (value === undefined) return false
    return direction === 'higher'
      ? decimal(value).greaterThanOrEqualTo(level)
      : decimal(value).lessThanOrEqualTo(level)
  })
  const [en, zh] = direction === 'higher' ? ['at or above', '不低于'] : ['at or below', '不高于']
  return counted(
    reached,
    recent,
    { needed: periods, window },
    {
      en: `with ${labelIn(label, 'en')} ${en} ${level}`,
      'zh-CN': `${labelIn(label, 'zh-CN')}${zh} ${level}`,
    },
  )
}

function ratingReason(ratings: readonly string[], recent: Periods): ReviewReason {
  const rated = recent.filter(({ rating }) => rating !== undefined)
  const others = rated.filter(({ rating }) => !ratings.includes(rating as string))
  const found = others.map(({ period, rating }) => `${period}: ${rating}`)
  const none = rated.length === 0
  return reason(
    !none && others.length === 0,
    `Ratings are to be among ${ratings.join(', ')}${none ? '; none is given' : also('; not ', found, ', ')}`,
    `评级须为 ${ratings.join('、')}${none ? '；尚无评级' : also('；不符：', found, '、')}`,
  )
}

function competencyReason(needed: readonly string[], held: readonly string[]): ReviewReason {
  const missing = needed.filter((name) => !held.includes(name))
  return reason(
    missing.length === 0,
    `Competencies needed: ${needed.join(', ')}${also('; missing ', missing, ', ')}`,
    `所需能力：${needed.join('、')}${also('；缺少：', missing, '、')}`,
  )
}

function counted(
  found: Periods,
  recent: Periods,
  { needed, window }: { readonly needed: number; readonly window: number },
  level: Localized,
): ReviewReason {
  return reason(
    found.length >= needed,
    `${found.length} of the last ${recent.length} periods ${level.en}; ${needed} of ${window} are needed`,
    `近 ${recent.length} 期中有 ${found.length} 期${level['zh-CN']}，${window} 期中需 ${needed} 期`,
  )
}

function latest(among: Periods, recent: Periods, level: Localized): ReviewReason {
  const last = recent.at(-1)
  const score = last === undefined ? [] : [last.score]
  return reason(
    last !== undefined && among.includes(last),
    `The last period is to be ${level.en}${also('; it is ', score, '')}`,
    `最近一期须${level['zh-CN']}${also('；实际为 ', score, '')}`,
  )
}

function reason(met: boolean, en: string, zh: string): ReviewReason {
  return { met, text: { en, 'zh-CN': zh } }
}

/** A clause that names some things, where there are any. */
function also(before: string, names: readonly string[], between: string): string {
  return names.length === 0 ? '' : before + names.join(between)
}
