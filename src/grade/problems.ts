import { type Problem, problem, unknownName } from '../problem/index.js'

export function noDegrees(path: string): Problem {
  return problem(
    'no-degrees',
    path,
    ['has no degree', 'Give at least one degree and its points'],
    ['没有任何等级', '请至少给出一个等级及其分值'],
  )
}

export function belowZero(path: string): Problem {
  return problem(
    'negative',
    path,
    ['is below zero', 'Give zero or more'],
    ['小于零', '须大于或等于零'],
  )
}

export const unknownRating = unknownName('unknown-rating', 'rating of the matrix', '评级')
export const unknownCategory = unknownName('unknown-category', 'category of the budget', '预算类别')
export const unknownGrade = unknownName('unknown-grade', 'grade of the ranges', '职级')

export function wrongRow(path: string, columns: number): Problem {
  return problem(
    'wrong-row',
    path,
    [`does not have ${columns} increases`, 'Give one increase a band of the compa-ratio'],
    [`不是 ${columns} 个调幅`, '每个薪酬比率区间一个调幅'],
  )
}

export function notOneMatrix(path: string): Problem {
  return problem(
    'not-one-matrix',
    path,
    ['does not have exactly one matrix', 'Give one of: increases, guidelines'],
    ['须且只能有一个矩阵', '请只填写其一：increases、guidelines'],
  )
}

export function crossedGuideline(
  path: string,
  minimum: string,
  target: string,
  maximum: string,
): Problem {
  return problem(
    'crossed-guideline',
    path,
    [
      `minimum ${minimum}, target ${target} and maximum ${maximum} do not rise`,
      'Put the minimum at or below the target, and that at or below the maximum',
    ],
    [`最低 ${minimum}、目标 ${target}、最高 ${maximum} 没有依次递增`, '须满足：最低 ≤ 目标 ≤ 最高'],
  )
}

/** The periods of a lump sum, left out where there is one or given where there is none. */
export function wrongLumpSumPeriods(path: string, missing: boolean): Problem {
  return problem(
    'lump-sum-periods',
    path,
    missing
      ? [
          'is missing, so the lump sum has no length',
          'Give the pay periods that it is for: 12 where salaries are monthly, 1 where they are yearly',
        ]
      : ['is of no use, since nothing is paid as a lump sum', 'Remove it'],
    missing
      ? ['缺失，无法计算一次性调薪金额', '请填写一次性金额对应的计薪期数：月薪为 12，年薪为 1']
      : ['没有一次性调薪，该项无用', '请删去'],
  )
}

export function sinceAfter(path: string, day: string): Problem {
  return problem(
    'since-after',
    path,
    [`is after ${day}, the day of the increases`, 'Leave the person out, or mend the day'],
    [`晚于调薪生效日 ${day}`, '请不要列入此人，或更正日期'],
  )
}

export function belowLowest(path: string, points: string, lowest: string): Problem {
  return problem(
    'below-lowest-grade',
    path,
    [
      `${points} points are below the lowest grade, which begins at ${lowest}`,
      'Let the lowest grade begin at 0',
    ],
    [`${points} 分低于最低职级的起点 ${lowest}`, '请让最低职级从 0 开始'],
  )
}

export function noSteps(path: string, grade: string): Problem {
  return problem(
    'no-steps',
    path,
    [`the range of "${grade}" has no steps`, 'Give its steps, or use another promotion rule'],
    [`“${grade}”的薪酬区间没有档位`, '请填写档位，或改用其他晋升规则'],
  )
}

export function notAStep(path: string, salary: string, grade: string): Problem {
  return problem(
    'not-a-step',
    path,
    [`${salary} is no step of "${grade}"`, 'Bring the salary to a step first'],
    [`${salary} 不是“${grade}”的档位`, '请先将工资归入某一档'],
  )
}

export function noSuchStep(path: string, step: number, steps: number): Problem {
  return problem(
    'no-such-step',
    path,
    [`${step} is no step of ${steps}`, `Give a whole number from 1 to ${steps}`],
    [`${steps} 档中没有第 ${step} 档`, `请给出 1 到 ${steps} 的整数`],
  )
}

/** `before` is where the entry before begins; the first entry has none. */
export function waitingOutOfOrder(path: string, before: number | undefined): Problem {
  return problem(
    'waiting-out-of-order',
    path,
    before === undefined
      ? ['is not 1, so the first step has no waiting period', 'Let the first entry begin at step 1']
      : [
          `is not above ${before}, where the entry before begins`,
          'List the entries by rising steps',
        ],
    before === undefined
      ? ['不是 1，第一档没有等待期', '第一项须从第 1 档开始']
      : [`不大于上一项的起始档 ${before}`, '请按档位从低到高列出'],
  )
}

/** An entry of waiting periods that has no length, or several. */
export function notOneWaiting(path: string, lengths: number): Problem {
  return problem(
    'not-one-waiting',
    path,
    [
      lengths === 0 ? 'does not say how long to wait' : 'says in several ways how long to wait',
      'Give one of: weeks, months, years',
    ],
    [
      lengths === 0 ? '没有说明等待多久' : '用多种单位说明等待期',
      '请只填写其一：weeks、months、years',
    ],
  )
}

export function tooFewJobs(path: string): Problem {
  return problem(
    'too-few-jobs',
    path,
    [
      'do not give two different point values',
      'A line needs two benchmark jobs of different points',
    ],
    ['没有两个不同的分值', '拟合直线至少需要两个分值不同的基准岗位'],
  )
}

export function noExpectedPay(path: string, job: string): Problem {
  return problem(
    'no-expected-pay',
    path,
    [`the line gives "${job}" nothing or less`, 'Leave out benchmark jobs far from the others'],
    [`直线对“${job}”给出的薪酬不为正`, '请去掉偏离过远的基准岗位'],
  )
}

export function beyondWindow(path: string, window: number): Problem {
  return problem(
    'beyond-window',
    path,
    [`needs more periods than the window of ${window}`, 'Ask for fewer, or widen the window'],
    [`所需期数超过 ${window} 期的窗口`, '请减少期数或加大窗口'],
  )
}

export function reviewOverlaps(path: string, low: string, high: string): Problem {
  return problem(
    'review-overlaps',
    path,
    [
      `${low} is not below ${high}, the score of promotion`,
      'Leave room between the two, in which nobody moves',
    ],
    [`${low} 不低于晋升分 ${high}`, '两者之间须留出不变动的区间'],
  )
}
