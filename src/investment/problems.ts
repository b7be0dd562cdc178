import { namesIn, type Problem, problem } from '../problem/index.js'

/** What can be wrong with an offer, with assumptions, or with flows of money. */

export function bandsOutOfOrder(path: string): Problem {
  return problem(
    'bands-out-of-order',
    path,
    [
      'is not the next head count of the bands',
      'Begin with 1, and give bands from few people to many',
    ],
    ['不是价格档的下一个人数', '请从 1 人起，按人数从少到多填写'],
  )
}

export function aboveWhole(path: string, rate: string): Problem {
  return problem(
    'above-whole',
    path,
    [`is ${rate}, more than everybody`, 'Give a part of 1, such as 0.35 for 35 %'],
    [`为 ${rate}，超过全部人数`, '请填写 0 到 1 之间的比例，例如 0.35 表示 35%'],
  )
}

export function otherCurrency(path: string, found: string, expected: string): Problem {
  return problem(
    'other-currency',
    path,
    [`is in ${found}, while the first is in ${expected}`, 'Give all offers in one currency'],
    [`币种为 ${found}，而第一项为 ${expected}`, '请用同一币种填写各方案'],
  )
}

export function noFlows(path: string): Problem {
  return problem(
    'no-flows',
    path,
    ['holds no flow of money', 'Give at least one'],
    ['没有现金流', '请至少填写一项'],
  )
}

export function tooManyFlows(path: string, most: number): Problem {
  return problem(
    'too-many-flows',
    path,
    [`holds more than ${most} flows`, 'Give fewer, such as one a year'],
    [`现金流超过 ${most} 项`, '请减少项数，例如每年一项'],
  )
}

export function ratesNotTold(path: string): Problem {
  return problem(
    'rates-not-told',
    path,
    [
      'so nearly balance at one rate twice that it cannot be told whether they do',
      'Give fewer flows, such as one a year',
    ],
    ['在某一折现率附近近乎两次平衡，无法判断内部收益率是否存在', '请减少项数，例如每年一项'],
  )
}

export function extremeRate(path: string): Problem {
  return problem(
    'extreme-rate',
    path,
    [
      'balances only where money grows, or shrinks, more than 10^30 times in a year',
      'Give flows that lie further apart',
    ],
    ['仅在一年内资金增长或缩减超过 10^30 倍时才平衡', '请填写间隔更长的现金流'],
  )
}

export function datesTooFarApart(path: string, days: number, most: number): Problem {
  return problem(
    'dates-too-far-apart',
    path,
    [`is ${days} days after the first, more than ${most}`, 'Give flows within a hundred years'],
    [`距首笔现金流 ${days} 天，超过 ${most} 天`, '请填写一百年以内的现金流'],
  )
}

export function unusableRate(path: string): Problem {
  return problem(
    'unusable-rate',
    path,
    ['is not above -1: nothing can lose more than all', 'Give a rate such as 0.08 for 8 %'],
    ['不大于 -1，损失不可能超过全部', '请填写折现率，例如 0.08 表示 8%'],
  )
}

export function unknownFactor(path: string, name: string, known: readonly string[]): Problem {
  return problem(
    'unknown-factor',
    path,
    [`the assumptions have no "${name}"`, `Use one of: ${namesIn(known).en}`],
    [`假设中没有“${name}”`, `可用：${namesIn(known)['zh-CN']}`],
  )
}
