import { number, type Option, type Problem, problem } from '../problem/index.js'

/** What can be wrong with the numbers that a fit is given. */

export function notFinite(path: string): Problem {
  return problem(
    'not-finite',
    path,
    ['is not a finite number', 'Give finite numbers only'],
    ['不是有限数', '只能给出有限的数'],
  )
}

export function otherLength(path: string, found: number, expected: number): Problem {
  return problem(
    'other-length',
    path,
    [`has ${found} values, not ${expected}`, 'Give one value for each row'],
    [`有 ${found} 个值，应为 ${expected} 个`, '每行给出一个值'],
  )
}

export function weightNotPositive(path: string): Problem {
  return problem(
    'weight-not-positive',
    path,
    ['is not above zero', 'Leave the row out, or give it a weight above zero'],
    ['权重须大于零', '请去掉此行，或给出大于零的权重'],
  )
}

/** How sure an interval is to be. */
export const confidenceOption: Option = number((value) => value > 0 && value < 1, notConfidence)

function notConfidence(path: string): Problem {
  return problem(
    'not-a-confidence',
    path,
    ['is not between 0 and 1', 'Write 0.95 for 95 %'],
    ['不在 0 与 1 之间', '95% 请写成 0.95'],
  )
}

export function tooFewRows(rows: number, columns: number): Problem {
  return problem(
    'too-few-rows',
    '',
    [
      `${rows} rows cannot tell ${columns} coefficients and an error`,
      'Give more rows than independent columns, or fewer columns',
    ],
    [`${rows} 行数据不足以估计 ${columns} 个系数及误差`, '行数须多于独立列数；请增加行或减少列'],
  )
}

export function oneOutcome(): Problem {
  return problem(
    'one-outcome',
    'outcomes',
    ['all outcomes are the same', 'Give rows of both outcomes'],
    ['结果全部相同', '请给出两种结果的数据'],
  )
}

/** How strongly coefficients are drawn to nothing; 0 is not at all. */
export const penaltyOption: Option = number((value) => value >= 0, negativePenalty)

function negativePenalty(path: string): Problem {
  return problem(
    'negative-penalty',
    path,
    ['is not a finite number of zero or more', 'Give a penalty such as 1'],
    ['不是不小于零的有限数', '请给出惩罚系数，例如 1'],
  )
}

export function separated(): Problem {
  return problem(
    'separated',
    'columns',
    [
      'tell some outcomes for certain, so that coefficients grow without bound',
      'Give a penalty above zero, or merge the values that only one outcome has',
    ],
    ['能完全确定部分结果，系数会无限增大', '请给出大于零的惩罚系数，或合并只对应一种结果的取值'],
  )
}
