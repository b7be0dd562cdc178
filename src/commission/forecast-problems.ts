import { type Localized, type Problem, problem } from '../problem/index.js'

/** What can be wrong with a seasonality or a forecast, and why a forecast may have no interval. */

export function notSeasons(path: string, found: number, offered: readonly number[]): Problem {
  const of = offered.join(', ')
  return problem(
    'not-seasons',
    path,
    [
      `has ${found} periods, which cut no year`,
      `Give one for each period of the year, in order of time: ${of}`,
    ],
    [`有 ${found} 个期间，无法构成一年`, `请按时间顺序逐期给出，一年的期数为：${of}`],
  )
}

export function otherSeasons(path: string, found: number, expected: number): Problem {
  return problem(
    'other-seasons',
    path,
    [`has ${found} periods, where ${expected} are asked for`, `Give ${expected}, in order of time`],
    [`有 ${found} 个期间，而此处应有 ${expected} 个`, `请按时间顺序给出 ${expected} 个`],
  )
}

export function weightless(path: string): Problem {
  return problem(
    'weightless',
    path,
    ['weighs nothing in any period of the year', 'Give at least one weight above zero'],
    ['全年各期权重均为零', '至少一期的权重须大于零'],
  )
}

export function coarseSeasons(path: string, plan: string): Problem {
  return problem(
    'coarse-seasons',
    path,
    [
      `are of longer periods than those of the plan "${plan}"`,
      "Give weights of the plan's periods, or of shorter ones",
    ],
    [`所分期间长于方案“${plan}”的期间`, '请按方案的期间或更短的期间给出权重'],
  )
}

export function outsideYear(path: string, period: string, year: string): Problem {
  return problem(
    'outside-year',
    path,
    [`${period} is no period of ${year} that is asked for here`, 'Leave it out, or mend its name'],
    [`${period} 不是 ${year} 中此处应填的期间`, '请删去，或改正其名称'],
  )
}

export function stillToCome(path: string, period: string, through: string): Problem {
  return problem(
    'still-to-come',
    path,
    [`${period} is not over by the end of ${through}`, 'Give what is known, the rest is forecast'],
    [`${period} 在 ${through} 结束时尚未结束`, '请只给出已知的期间，其余由预测得出'],
  )
}

/** Nothing of a person's year that has any weight is over: whatever was sold, it has no pace. */
export function nothingElapsed(path: string, through: string): Problem {
  return problem(
    'nothing-elapsed',
    path,
    [
      `by the end of ${through} no weight of the person's year has elapsed, so there is no pace`,
      'Forecast after the first period that has a weight',
    ],
    [
      `截至 ${through}，此人全年的权重尚无任何部分经过，无从推算进度`,
      '请在首个有权重的期间之后再预测',
    ],
  )
}

export function notCoverage(path: string): Problem {
  return problem(
    'not-coverage',
    path,
    ['is not between 0 and 1', 'Give the part of past years that lies within, such as "0.8"'],
    ['不在 0 与 1 之间', '请给出区间所含往年的比例，例如 "0.8"'],
  )
}

export function aboveWholePeriod(path: string): Problem {
  return problem(
    'above-whole',
    path,
    ['is more than the whole period', 'Give a part from 0 to 1: "0.5" is half'],
    ['超过整个期间', '请给出 0 到 1 的比例："0.5" 为一半'],
  )
}

/** Why there is no interval, in words. */
export function nothingSold(): Localized {
  return {
    en: 'Nothing is sold to date, so past years say nothing of how it goes on',
    'zh-CN': '迄今尚无业绩，往年走势无从参照',
  }
}

export function tooFewYears(known: number, least: number): Localized {
  return {
    en: `Past years that tell how it goes on from here: ${known}, fewer than ${least}`,
    'zh-CN': `可供参照的往年只有 ${known} 个，少于 ${least} 个`,
  }
}

/** A plan whose measure begins with the quarter or on a date, of which a year's course tells nothing. */
export function otherMeasuring(path: string): Problem {
  return problem(
    'other-measuring',
    path,
    [
      'begins neither with the period nor with the year, which is all that a forecast works out',
      'Forecast a plan of periods, or of the year to date',
    ],
    [
      '既不按期间也不按年初至今计量，而预测只支持这两种',
      '请对按期间或按年初至今计量的方案进行预测',
    ],
  )
}
