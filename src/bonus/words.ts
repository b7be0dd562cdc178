import type { Locale } from '../problem/index.js'

/** What the explanations of pools and awards say, in each language. */
export interface Words {
  readonly share: (fund: string, weight: string, weights: string, result: string) => string
  /** Follows a result that was rounded down. */
  readonly cut: string
  readonly floor: (amount: string) => string
  readonly cap: (amount: string) => string
  readonly membersFloor: string
  readonly membersCap: string
  readonly more: (amount: string) => string
  readonly less: (amount: string) => string
  readonly leftover: string
  readonly place: (place: number, of: number) => string
  /** `others` are equal too, and are not named. */
  readonly tied: (names: string, others: number) => string
  readonly ahead: (id: string, by: string, criterion: string) => string
  readonly behind: (id: string, by: string, criterion: string) => string
  /** A difference of two percentages. */
  readonly points: (number: string) => string
  readonly title: (award: string, who: string) => string
  readonly prizeOf: (places: string, sum: string) => string
  readonly shared: (sum: string, among: number, each: string) => string
  readonly reduced: (prize: string, budget: string, prizes: string) => string
  readonly noPrize: string
  readonly ineligible: string
  readonly atLeast: (label: string, found: string, bound: string) => string
  readonly atMost: (label: string, found: string, bound: string) => string
  readonly missing: (label: string) => string
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    share: (fund, weight, weights, result) => `${fund} × ${weight} ÷ ${weights} = ${result}`,
    cut: ', rounded down',
    floor: (amount) => `Lifted to the floor of ${amount}`,
    cap: (amount) => `Held at the cap of ${amount}`,
    membersFloor: 'The floor is what its members must get at least',
    membersCap: 'The cap is what its members may get at most',
    more: (amount) => `${amount} more, because caps of others leave it to share`,
    less: (amount) => `${amount} less, because floors of others take it`,
    leftover: 'One smallest unit of the remainder is in it',
    place: (place, of) => `Place ${place} of ${of} ranked`,
    tied: (names, others) =>
      `Equal in every criterion: ${names}${others === 0 ? '' : ` and ${others} ${others === 1 ? 'other' : 'others'}`}`,
    ahead: (id, by, criterion) => `Ahead of ${id} by ${by} in ${criterion}`,
    behind: (id, by, criterion) => `Behind ${id} by ${by} in ${criterion}`,
    points: (number) => `${number} percentage ${number === '1' ? 'point' : 'points'}`,
    title: (award, who) => `${award}: ${who}`,
    prizeOf: (places, sum) => `Prize of place ${places}: ${sum}`,
    shared: (sum, among, each) => `${sum} shared among ${among} who are equal: ${each} each`,
    reduced: (prize, budget, prizes) =>
      `${prize} reduced: the budget is ${budget} and the prizes come to ${prizes}`,
    noPrize: 'No prize for this place',
    ineligible: 'Not eligible',
    atLeast: (label, found, bound) => `${label} is ${found}, at least ${bound} is required`,
    atMost: (label, found, bound) => `${label} is ${found}, at most ${bound} is allowed`,
    missing: (label) => `${label} was not measured`,
  },
  'zh-CN': {
    share: (fund, weight, weights, result) => `${fund} × ${weight} ÷ ${weights} = ${result}`,
    cut: '（舍去余数）',
    floor: (amount) => `按下限提高至 ${amount}`,
    cap: (amount) => `按上限限制为 ${amount}`,
    membersFloor: '该下限为其成员至少应得之和',
    membersCap: '该上限为其成员至多可得之和',
    more: (amount) => `因他人达到上限，多分得 ${amount}`,
    less: (amount) => `因他人享有下限，少分得 ${amount}`,
    leftover: '含余数中的一个最小单位',
    place: (place, of) => `第 ${place} 名，共 ${of} 名参评`,
    tied: (names, others) => `各项均相同：${names}${others === 0 ? '' : `，另有 ${others} 名`}`,
    ahead: (id, by, criterion) => `“${criterion}”领先 ${id} ${by}`,
    behind: (id, by, criterion) => `“${criterion}”落后 ${id} ${by}`,
    points: (number) => `${number} 个百分点`,
    title: (award, who) => `${award}：${who}`,
    prizeOf: (places, sum) => `第 ${places} 名奖金：${sum}`,
    shared: (sum, among, each) => `${sum} 由并列的 ${among} 名平分，每名 ${each}`,
    reduced: (prize, budget, prizes) => `${prize} 按预算折减：预算 ${budget}，奖金合计 ${prizes}`,
    noPrize: '该名次不设奖金',
    ineligible: '不符合参评条件',
    atLeast: (label, found, bound) => `${label}为 ${found}，须不低于 ${bound}`,
    atMost: (label, found, bound) => `${label}为 ${found}，须不高于 ${bound}`,
    missing: (label) => `${label}没有数据`,
  },
}
