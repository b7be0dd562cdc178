import { addMonths, compareDates, type IsoDate, monthsBetween } from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import { type Label, type Localized, labelIn, refuse } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import type { Career } from './career-schema.js'
import type { CareerFramework, Move, Needs } from './framework-schema.js'
import { noMove } from './problems.js'
import { certificatesOn, levelsOn } from './standing.js'

/** One thing that a move needs, and whether the person has it. */
export interface Condition {
  readonly kind:
    | 'months-in-position'
    | 'months-of-service'
    | 'ratings'
    | 'competency'
    | 'certificate'
  /** Of which competency or certificate. */
  readonly id?: string
  readonly met: boolean
  /** The day on which it is met by waiting alone. */
  readonly from?: IsoDate
  readonly text: Localized
}

/** Whether a person may move to a position, and what is missing. */
export interface Eligibility {
  readonly to: string
  readonly eligible: boolean
  /** Everything the move needs. */
  readonly conditions: readonly Condition[]
  /** What of it is not met. */
  readonly missing: readonly Condition[]
  /** The day on which it is eligible by waiting alone; none where something else is missing. */
  readonly from?: IsoDate
}

/**
 * Whether a person may move from the position held to another on a day, with every condition. Months
 * are full months; ratings are the last ones given by that day; levels and certificates count as
 * `levelsOn` says. Before the position is taken up, waiting for it is a condition too. A person
 * decides; the rule only says who may be proposed.
 *
 * Throws a `PolicyError` where there is no such move, and for a day that is no date.
 *
 * @example
 * eligibility(framework, career, { to: 'senior-agent', on: '2026-03-01' }).missing.map(({ kind }) => kind) //=> ['competency']
 */
export function eligibility(
  framework: CareerFramework,
  career: Career,
  { to, on }: { readonly to: string; readonly on: IsoDate },
): Eligibility {
  const move = framework.moves.find((each) => each.from === career.position && each.to === to)
  refuse([
    ...dateProblems(on, 'on'),
    ...(move === undefined ? [noMove('to', career.position, to)] : []),
  ])
  return eligibilityFor(framework, career, move as Move, on)
}

/**
 * {@link eligibility} for each move that leads on from the position held, in the order of the
 * framework.
 *
 * @example
 * nextMoves(framework, career, '2026-03-01').map(({ to, eligible }) => [to, eligible]) //=> [['senior-agent', false], ['quality-analyst', false]]
 */
export function nextMoves(
  framework: CareerFramework,
  career: Career,
  on: IsoDate,
): readonly Eligibility[] {
  refuse(dateProblems(on, 'on'))
  return framework.moves
    .filter(({ from }) => from === career.position)
    .map((move) => eligibilityFor(framework, career, move, on))
}

function eligibilityFor(
  framework: CareerFramework,
  career: Career,
  { to, needs }: Move,
  on: IsoDate,
): Eligibility {
  const conditions = conditionsOf(framework, career, needs, on)
  const missing = conditions.filter(({ met }) => !met)
  const waits = missing.map(({ from }) => from)
  const last = waits.every((from) => from !== undefined)
    ? (waits as readonly IsoDate[]).toSorted(compareDates).at(-1)
    : undefined
  return {
    to,
    eligible: missing.length === 0,
    conditions,
    missing,
    ...(last !== undefined && { from: last }),
  }
}

/** Everything a move needs, as it stands on a day. */
export function conditionsOf(
  framework: CareerFramework,
  career: Career,
  needs: Needs,
  on: IsoDate,
): readonly Condition[] {
  return [
    ...notTakenUp(career, needs, on),
    ...waiting(career, needs, on),
    ...(needs.ratings === undefined ? [] : [ratingCondition(career, needs.ratings, on)]),
    ...competencyConditions(framework, career, needs, on),
    ...certificateConditions(framework, career, needs, on),
  ]
}

/** Nobody moves on from a position before it is held, even where the move asks for no time in it. */
function notTakenUp({ since }: Career, needs: Needs, on: IsoDate): readonly Condition[] {
  if (needs.monthsInPosition !== undefined || compareDates(since, on) <= 0) return []
  const text = { en: `the position is taken up on ${since}`, 'zh-CN': `${since} 才任现职` }
  return [{ kind: 'months-in-position', met: false, from: since, text }]
}

function waiting(career: Career, needs: Needs, on: IsoDate): readonly Condition[] {
  const waits = [
    ['months-in-position', career.since, needs.monthsInPosition, 'in the position', '任现职'],
    ['months-of-service', career.hired, needs.monthsOfService, 'of service', '司龄'],
  ] as const
  return waits.flatMap(([kind, start, needed, en, zh]) => {
    if (needed === undefined) return []
    const served = Math.max(0, monthsBetween(start, on))
    const text = {
      en: `${counted(served, 'month')} ${en}; ${needed} needed`,
      'zh-CN': `${zh} ${served} 个月，需 ${needed} 个月`,
    }
    return [{ kind, met: served >= needed, from: addMonths(start, needed), text }]
  })
}

function ratingCondition(
  career: Career,
  { atLeast, count, of }: NonNullable<Needs['ratings']>,
  on: IsoDate,
): Condition {
  const last = career.ratings
    .filter((rating) => compareDates(rating.on, on) <= 0)
    .sort((a, b) => compareDates(b.on, a.on) || decimal(a.score).comparedTo(b.score))
    .slice(0, of)
  const high = last.filter(({ score }) => decimal(score).greaterThanOrEqualTo(atLeast)).length
  return {
    kind: 'ratings',
    met: high >= count,
    text: {
      en: `${high} of the last ${counted(of, 'rating')} at or above ${atLeast}; ${count} needed`,
      'zh-CN': `最近 ${of} 次评级中有 ${high} 次不低于 ${atLeast}，需 ${count} 次`,
    },
  }
}

function competencyConditions(
  framework: CareerFramework,
  career: Career,
  { competencies = {} }: Needs,
  on: IsoDate,
): readonly Condition[] {
  const levels = levelsOn(framework, career, on)
  return Object.entries(competencies).map(([id, needed]) => {
    const { level, expired, expires } = levels.find(
      ({ competency }) => competency === id,
    ) as (typeof levels)[number]
    const label = named(framework.competencies, id)
    const is = levelName(framework, level)
    const need = levelName(framework, needed)
    return {
      kind: 'competency',
      id,
      met: level >= needed,
      text: {
        en: `${label.en}: ${expired ? `the assessment expired on ${expires}` : is.en}; ${need.en} needed`,
        'zh-CN': `${label['zh-CN']}：${expired ? `评估已于 ${expires} 到期` : is['zh-CN']}，需${need['zh-CN']}`,
      },
    }
  })
}

function certificateConditions(
  framework: CareerFramework,
  career: Career,
  { certificates = [] }: Needs,
  on: IsoDate,
): readonly Condition[] {
  const held = certificatesOn(career, on)
  return certificates.map((id) => {
    const met = held.has(id)
    const label = named(framework.certificates, id)
    return {
      kind: 'certificate',
      id,
      met,
      text: {
        en: `${label.en}: ${met ? 'held' : 'not held'}`,
        'zh-CN': `${label['zh-CN']}：${met ? '已取得' : '未取得'}`,
      },
    }
  })
}

/** What an entry of the framework is called, in both languages. */
export function named(
  items: readonly { readonly id: string; readonly label?: Label | undefined }[] | undefined,
  id: string,
): Localized {
  return localized(items?.find((each) => each.id === id)?.label ?? id)
}

function levelName({ levels }: CareerFramework, level: number): Localized {
  const label = levels[level - 1]
  return label === undefined
    ? { en: 'no level', 'zh-CN': '无级别' }
    : {
        en: `level ${level}, ${localized(label).en}`,
        'zh-CN': ` ${level} 级（${localized(label)['zh-CN']}）`,
      }
}

function localized(label: Label): Localized {
  return { en: labelIn(label, 'en'), 'zh-CN': labelIn(label, 'zh-CN') }
}

function counted(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`
}
