import { type Problem, problem, unknownName } from '../problem/index.js'

/** What can be wrong with survey data, or with what is asked of them. */

export const unknownSurvey = unknownName('unknown-survey', 'survey of the market', '调研')
export const unknownJob = unknownName('unknown-job', 'job of the market', '岗位')

export function rateAboveWhole(path: string, rate: string): Problem {
  return problem(
    'above-whole',
    path,
    [`${rate} is more than 100 % a year`, 'Write 0.03 for 3 %'],
    [`${rate} 超过每年 100%`, '3% 请写 0.03'],
  )
}

export function noSurveyWeight(path: string): Problem {
  return problem(
    'no-survey-weight',
    path,
    ['is zero, so the survey would count for nothing', 'Give it a weight, or leave the survey out'],
    ['为零，该调研不起作用', '请给出权重，或删去该调研'],
  )
}

export function repeatedLine(path: string, job: string, survey: string): Problem {
  return problem(
    'repeated-line',
    path,
    [
      `"${survey}" has a line for "${job}" already`,
      'Give each survey one line a job, or name a second survey',
    ],
    [`“${survey}”中“${job}”已有一行`, '每个调研每个岗位只写一行，或另列一个调研'],
  )
}

export function notAPercentile(path: string, key: string): Problem {
  return problem(
    'not-a-percentile',
    path,
    [`"${key}" is no percentile`, 'Write P1 to P99, such as P25 or P50'],
    [`“${key}”不是分位`, '请写 P1 到 P99，例如 P25、P50'],
  )
}

export function noMedian(path: string): Problem {
  return problem(
    'no-median',
    path,
    ['has no P50 above zero, and it is what a salary is held against', 'Give the P50'],
    ['没有大于零的 P50，薪酬无从比较', '请填写 P50'],
  )
}

export function percentilesOutOfOrder(
  path: string,
  amount: string,
  below: string,
  amountBelow: string,
): Problem {
  return problem(
    'percentiles-out-of-order',
    path,
    [
      `${amount} is below ${amountBelow}, the ${below} of the same line`,
      'Mend the line: a higher percentile is never paid less',
    ],
    [`${amount} 低于同一行的 ${below}（${amountBelow}）`, '请更正：高分位的薪酬不会更低'],
  )
}

export function percentileGap(path: string, key: string, other: string): Problem {
  return problem(
    'percentile-gap',
    path,
    [
      `has no ${key}, which "${other}" has for the same job`,
      `Give it, or set gaps to "common" to blend only what all surveys of a job have`,
    ],
    [
      `缺少 ${key}，而“${other}”对同一岗位有`,
      '请补充，或将 gaps 设为 "common"，只合并各调研都有的分位',
    ],
  )
}

export function surveyAfter(path: string, day: string): Problem {
  return problem(
    'survey-after',
    path,
    [`is after ${day}, to which the survey is aged`, 'Age to a later day, or leave the survey out'],
    [`晚于所推算到的 ${day}`, '请推算到更晚的日期，或删去该调研'],
  )
}

export function surveyTooOld(path: string, years: number): Problem {
  return problem(
    'survey-too-old',
    path,
    [
      `is ${years} years or more before the day to which the survey is aged`,
      'Use a newer edition of the survey',
    ],
    [`比所推算到的日期早 ${years} 年或更久`, '请使用较新的调研'],
  )
}

export function percentileOutside(path: string, low: string, high: string): Problem {
  return problem(
    'percentile-outside',
    path,
    [
      `is not between ${low} and ${high}, the job's lowest and highest percentile`,
      'Ask for one between them: nothing is guessed beyond what surveys say',
    ],
    [`不在该岗位的 ${low} 与 ${high} 之间`, '请选择其间的分位：调研之外不作推测'],
  )
}
