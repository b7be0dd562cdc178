import { likely, type Problem, problem } from '../problem/index.js'

export function badScale(path: string): Problem {
  return problem(
    'bad-scale',
    path,
    ['does not rise from minimum to maximum', 'Put the minimum below the maximum'],
    ['最小值不小于最大值', '最小值须小于最大值'],
  )
}

export function weightsNotWhole(path: string, weight: string): Problem {
  return problem(
    'weights-not-whole',
    path,
    [`the weights add up to ${weight}`, 'Make them add up to exactly 1'],
    [`权重合计为 ${weight}`, '权重之和须恰好等于 1'],
  )
}

export function unknownName(path: string, found: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(found, known)
  return problem(
    'unknown-name',
    path,
    [`"${found}" is not known here`, hint],
    [`没有“${found}”`, hintZh],
  )
}

export function outOfScale(path: string, score: string, minimum: string, maximum: string): Problem {
  return problem(
    'out-of-scale',
    path,
    [`${score} is outside the scale`, `Give a score from ${minimum} to ${maximum}`],
    [`${score} 超出评分范围`, `请给出 ${minimum} 到 ${maximum} 之间的分数`],
  )
}

export function repeatedRating(path: string): Problem {
  return problem(
    'repeated-rating',
    path,
    ['rates the same subject on the same criterion again', 'Keep one of the two'],
    ['对同一对象的同一标准重复评分', '请只保留一项'],
  )
}

export function badTable(path: string): Problem {
  return problem(
    'bad-table',
    path,
    ['is no full table of two or more rows and columns', 'Give each row one score a rater'],
    ['不是至少两行两列的完整表', '每行须有每位评分者的分数'],
  )
}

export function notAScore(path: string): Problem {
  return problem(
    'not-a-score',
    path,
    ['is neither a finite number nor null', 'Give a number, or null where nothing was given'],
    ['既不是有限数，也不是 null', '请给出数值；没有评分时给出 null'],
  )
}

export function scoreTooLarge(path: string): Problem {
  return problem(
    'score-too-large',
    path,
    ['is beyond 1e100, and its square beyond any number', 'Give scores of an ordinary size'],
    ['超出 1e100，其平方无法表示', '请给出通常大小的分数'],
  )
}

export function negativeRatio(path: string): Problem {
  return problem(
    'negative-ratio',
    path,
    ['is below zero, where a proportion means nothing', 'Use the metric "interval"'],
    ['小于零，无法按比例比较', '请使用“interval”度量'],
  )
}

export function noVariation(path: string): Problem {
  return problem(
    'no-variation',
    path,
    ['has no pair of scores, or all scores are equal', 'Reliability needs scores that differ'],
    ['没有成对的分数，或所有分数相同', '信度计算需要有差异的分数'],
  )
}

export function oneTarget(path: string): Problem {
  return problem(
    'one-target',
    path,
    ['has scores of fewer than two targets', 'Give the scores of two targets or more'],
    ['只有不到两个评价对象的分数', '请给出至少两个对象的分数'],
  )
}

export function badShare(path: string, share: string): Problem {
  return problem(
    'bad-share',
    path,
    [`${share} cannot be cut from each end`, 'Give a share from 0 to below 0.5'],
    [`无法从两端各去掉 ${share}`, '比例须在 0 与 0.5 之间（不含 0.5）'],
  )
}

export function timesNotPositive(path: string): Problem {
  return problem(
    'not-positive',
    path,
    ['is not a number above zero', 'Give a number such as 3.5'],
    ['不是大于零的数', '请给出大于零的数，例如 3.5'],
  )
}

export function nothingRated(path: string): Problem {
  return problem(
    'nothing-rated',
    path,
    ['holds no value', 'Give at least one'],
    ['没有任何数值', '请至少提供一个'],
  )
}
