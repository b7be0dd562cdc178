import { type Problem, problem } from '../problem/index.js'

/** What can be wrong with pay ranges, or with how they are made. */

export function crossedRange(
  path: string,
  minimum: string,
  midpoint: string,
  maximum: string,
): Problem {
  return problem(
    'crossed-range',
    path,
    [
      `minimum ${minimum}, midpoint ${midpoint} and maximum ${maximum} do not rise`,
      'Put the minimum at or below the midpoint, and that at or below the maximum',
    ],
    [
      `最低 ${minimum}、中点 ${midpoint}、最高 ${maximum} 没有依次递增`,
      '须满足：最低 ≤ 中点 ≤ 最高',
    ],
  )
}

export function noMidpoint(path: string): Problem {
  return problem(
    'no-midpoint',
    path,
    ['is zero, so no salary can be held against it', 'Give a midpoint above zero, or round finer'],
    ['为零，无法与薪酬比较', '中点须大于零，或减小取整单位'],
  )
}

export function fallingMidpoint(path: string, midpoint: string, previous: string): Problem {
  return problem(
    'falling-midpoint',
    path,
    [
      `${midpoint} is below ${previous}, the midpoint of the grade before`,
      'List the ranges from the lowest grade up',
    ],
    [`${midpoint} 低于上一职级的中点 ${previous}`, '请按职级从低到高排列薪酬区间'],
  )
}

export function stepOutside(path: string, step: string, minimum: string, maximum: string): Problem {
  return problem(
    'step-outside-range',
    path,
    [
      `${step} is not between the minimum ${minimum} and the maximum ${maximum}`,
      'Widen the range or mend the step',
    ],
    [`${step} 不在最低 ${minimum} 与最高 ${maximum} 之间`, '请放宽区间或更正该档'],
  )
}

export function stepNotAbove(path: string, step: string, previous: string): Problem {
  return problem(
    'step-not-above',
    path,
    [`${step} is not above ${previous}, the step before`, 'List the steps from the lowest up'],
    [`${step} 不高于上一档 ${previous}`, '请按从低到高列出各档'],
  )
}

export function stepsTooClose(grade: string): Problem {
  return problem(
    'steps-too-close',
    'steps',
    [
      `two steps of "${grade}" round to one amount`,
      'Round finer, widen the spread or ask for fewer steps',
    ],
    [`“${grade}”有两档取整后相同`, '请减小取整单位、加大带宽或减少档数'],
  )
}

export function finerThanCurrency(path: string, currency: string): Problem {
  return problem(
    'finer-than-currency',
    path,
    [`${currency} has fewer decimal places`, 'Round to its smallest unit, or coarser'],
    [`${currency} 没有这么多小数位`, '请按该货币的最小单位或更大的单位取整'],
  )
}
