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

export function clusterWanted(path: string): Problem {
  return problem(
    'cluster-wanted',
    path,
    ['is not given, and CR1 is by clusters', 'Name the cluster, or take HC3'],
    ['未给出，而 CR1 按聚类计算', '请指定聚类，或改用 HC3'],
  )
}

export function clusterUnread(path: string): Problem {
  return problem(
    'cluster-unread',
    path,
    ['is read with the covariance CR1 alone', 'Take CR1, or leave it out'],
    ['仅在协方差为 CR1 时使用', '请改用 CR1，或去掉此项'],
  )
}

export function tooFewClusters(path: string): Problem {
  return problem(
    'too-few-clusters',
    path,
    ['makes fewer than two clusters', 'Take what has more values, or HC3'],
    ['聚类不足两个', '请改用取值更多的属性，或改用 HC3'],
  )
}

export function clustersTellNothing(path: string, name: string): Problem {
  return problem(
    'clusters-tell-nothing',
    path,
    [
      `leaves no error to tell of ${name}: its residuals cancel out within each cluster`,
      'Take clusters that more people share, leave it out, or take HC3',
    ],
    [
      `无法给出“${name}”的误差：其残差在每个聚类内相互抵消`,
      '请改用包含更多人的聚类，去掉该项，或改用 HC3',
    ],
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
