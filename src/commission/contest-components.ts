import {
  above,
  add,
  all,
  atLeast,
  constant,
  type Expression,
  named,
  step,
  subtract,
  when,
} from '../formula/index.js'
import { amount, type Component, component, type Version, type Writing } from '../pay/index.js'
import { minorUnits, money, total } from '../quantity/index.js'
import { type Contest, parseContest } from './contest-schema.js'
import { creditsBetween, soldIn, soldPlaces } from './credits-read.js'

/** A contest, and where its sales come from. */
export interface ContestTerms {
  readonly contest: Contest
  /** The table of credits that `creditDeals` makes: `credits` unless said. */
  readonly table?: string | undefined
}

/**
 * A contest as components. Its prizes are earned in the period that holds its last day, by all credits that
 * count between its dates, in whatever period.
 *
 * - `id.ended`, of the company: 1 in that period. In all others nobody has a place.
 * - `id.score`: what a person sold, less what was taken back.
 * - `id.ranked`: 1 for whose score is above zero and at least `minimum`.
 * - `id.place`: 1 for the first; equal scores share a place, and the next skips as many. 0: not ranked.
 * - `id.prizes`: the prizes of the places that the person and all who are equal take.
 * - `id`: the person's part of them, due, to the minor unit; of equals one has the odd cent, another from
 *   period to period.
 *
 * Who has left before that period is not ranked. A sale that is taken back while the period is open takes its
 * prize along, and the next in line moves up; a `retro` of 0 lets prizes stand. Throws a `PolicyError` with
 * every problem of the policy.
 *
 * @example
 * const contest = { id: 'sprint', currency: 'CNY', from: '2026-03-01', to: '2026-03-31', credit: 'direct', prizes: ['1000', '500'] } as const
 * contestComponents({ contest }, { id: 'sprint', currency: 'CNY' }).at(-1)
 */
export function contestComponents(
  { contest: policy, table = 'credits' }: ContestTerms,
  { id, eligible, retro }: Writing,
): readonly (Component | Version)[] {
  const contest = parseContest(policy)
  const { currency, label = contestLabel, clause, to } = contest
  const own = { eligible }
  const where = creditsBetween(contest)
  const score = soldIn(currency, table, {
    where,
    over: { since: 'ever' },
    ...{ input: 'sales', label: salesLabel },
  })
  const among = {
    group: 'company',
    who: 'level',
    by: `${id}.score`,
    as: { share: `${id}.ranked` },
  } as const
  const part = amount(`${id}.prizes`, money(currency), minorUnits(currency), {
    among,
    label: prizesLabel,
  })
  const ended = component(
    `${id}.ended`,
    { of: 'company', each: 'stretch' },
    named(endedLabel, constant('1', 'count')),
  )
  return [
    { from: to, to, value: ended },
    component(`${id}.score`, own, named(scoreLabel, score)),
    component(`${id}.ranked`, own, rankedBy(id, contest)),
    component(`${id}.place`, own, placeOf(id)),
    component(`${id}.prizes`, own, prizesOf(id, contest)),
    component(id, { ...own, pays: 'due', label, clause, retro }, named(label, part, clause)),
  ]
}

const contestLabel = { en: 'Contest', 'zh-CN': '竞赛奖' }
const endedLabel = { en: 'The contest has ended', 'zh-CN': '竞赛在本期结束' }
const scoreLabel = { en: 'Sold in the contest', 'zh-CN': '竞赛期间销售额' }
const salesLabel = { en: 'Sales', 'zh-CN': '销售额' }
const rankedLabel = { en: 'Ranked', 'zh-CN': '参与排名' }
const placeLabel = { en: 'Place', 'zh-CN': '名次' }
const aheadLabel = { en: 'Ahead', 'zh-CN': '排在前面的' }
const equalsLabel = { en: 'Equal', 'zh-CN': '并列' }
const prizesLabel = { en: 'Prizes of those who are equal', 'zh-CN': '并列者奖金合计' }

const none = constant('0', 'count')
const one = constant('1', 'count')

function rankedBy(id: string, { currency, minimum = '0' }: Contest): Expression {
  const unit = money(currency)
  const score = amount(`${id}.score`, unit, soldPlaces(currency), { label: scoreLabel })
  const ended = amount(`${id}.ended`, 'count', 0, { label: endedLabel })
  const sold = all(
    above(ended, none),
    above(score, constant('0', unit)),
    atLeast(score, constant(minimum, unit)),
  )
  return named(rankedLabel, when(sold, one, none))
}

function rankedAmong(id: string, who: 'ahead' | 'level', label: typeof aheadLabel) {
  return amount(`${id}.ranked`, 'count', 0, {
    among: { group: 'company', who, by: `${id}.score`, as: 'sum' },
    input: who,
    label,
  })
}

function placeOf(id: string): Expression {
  const ranked = amount(`${id}.ranked`, 'count', 0, { label: rankedLabel })
  const place = add(one, rankedAmong(id, 'ahead', aheadLabel))
  return named(placeLabel, when(above(ranked, none), place, none))
}

/** What the places come to that all who are equal take: the first so many prizes, less those before. */
function prizesOf(id: string, { prizes, currency }: Contest): Expression {
  const unit = money(currency)
  const places = minorUnits(currency)
  const sums: string[] = []
  for (const prize of prizes) sums.push(total([sums.at(-1) ?? '0', prize], places))
  const bands = sums.map((value, i) => ({ from: String(i + 1), value }))
  const upTo = (place: Expression) => step(place, [{ value: '0' }, ...bands], unit)
  const place = amount(`${id}.place`, 'count', 0, { label: placeLabel })
  const before = subtract(place, one)
  const taken = subtract(upTo(add(before, rankedAmong(id, 'level', equalsLabel))), upTo(before))
  return named(prizesLabel, when(above(place, none), taken, constant('0', unit)))
}
