import { likely, namesIn, type Problem, problem } from '../problem/index.js'

/** What can be wrong with a scorecard, or with what was measured for it. */

export function weightsNotWhole(path: string, weight: string): Problem {
  return problem(
    'weights-not-whole',
    path,
    [`the weights add up to ${weight}`, 'Make them add up to exactly 1'],
    [`权重合计为 ${weight}`, '权重之和须恰好等于 1'],
  )
}

export function weightless(path: string): Problem {
  return problem(
    'weightless-kpi',
    path,
    ['is 0, so the KPI can change no score', 'Give a weight above 0, or leave the KPI out'],
    ['为 0，该指标不影响得分', '请给出大于 0 的权重，或删去该指标'],
  )
}

export function levelsOutOfOrder(path: string, direction: 'higher' | 'lower'): Problem {
  const rises = direction === 'higher'
  return problem(
    'levels-out-of-order',
    path,
    [
      `threshold, target and stretch do not ${rises ? 'rise' : 'fall'}`,
      rises
        ? 'Where higher is better, put threshold below target, and stretch at target or above'
        : 'Where lower is better, put threshold above target, and stretch at target or below',
    ],
    [
      `门槛值、目标值与挑战值没有依次${rises ? '递增' : '递减'}`,
      rises ? '越高越好时：门槛值 < 目标值 ≤ 挑战值' : '越低越好时：门槛值 > 目标值 ≥ 挑战值',
    ],
  )
}

export function noLineBeyond(path: string): Problem {
  return problem(
    'levels-out-of-order',
    path,
    [
      'the stretch is the target, so no line goes on beyond it',
      'Put the stretch beyond the target, or leave the score capped',
    ],
    ['挑战值等于目标值，其后没有可延长的直线', '请把挑战值设在目标值之外，或不再继续计分'],
  )
}

export function repeatedKpi(path: string, kpi: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the KPI "${kpi}" is duplicated`, 'Give each KPI one entry'],
    [`指标“${kpi}”重复出现`, '每项指标只写一次'],
  )
}

export function badKpiName(path: string, kpi: string): Problem {
  return problem(
    'not-a-name',
    path,
    [
      `"${kpi}" cannot name a KPI`,
      'Write at most 55 letters, digits, "_" and "-", a letter or "_" first, and no word that JavaScript reserves',
    ],
    [
      `“${kpi}” 不能作为指标名称`,
      '请以字母或“_”开头，由字母、数字、“_”和“-”组成，最多 55 个字符，且不是 JavaScript 保留的词',
    ],
  )
}

export function nothingReported(path: string): Problem {
  return problem(
    'nothing-reported',
    path,
    ['no KPI of the scorecard is reported', 'Give at least one, or pay by another rule'],
    ['计分卡没有任何指标数据', '请至少提供一项，或改用其他规则'],
  )
}

export function unknownKpi(path: string, kpi: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(kpi, known, [
    `It has: ${namesIn(known).en}`,
    `可用指标：${namesIn(known)['zh-CN']}`,
  ])
  return problem(
    'unknown-kpi',
    path,
    [`the scorecard has no KPI "${kpi}"`, hint],
    [`计分卡没有指标“${kpi}”`, hintZh],
  )
}

export function sharesNotWhole(path: string, whole: string): Problem {
  return problem(
    'shares-not-whole',
    path,
    [`the shares add up to ${whole}`, 'Make them add up to exactly 1'],
    [`比例合计为 ${whole}`, '比例之和须恰好等于 1'],
  )
}

export function repeatedBand(path: string, band: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the band "${band}" is duplicated`, 'Give each band one entry'],
    [`档位“${band}”重复出现`, '每个档位只写一次'],
  )
}

export function repeatedPerson(path: string, person: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`"${person}" is duplicated`, 'Give each person one score'],
    [`“${person}” 重复出现`, '每人只有一个得分'],
  )
}

export function repeatedNode(path: string, node: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`"${node}" is duplicated`, 'Give each node one place in the cascade'],
    [`“${node}” 重复出现`, '每个节点在分解中只有一处'],
  )
}

export function unknownParent(path: string, parent: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(parent, known, ['Add it as a node', '请将其加入节点'])
  return problem(
    'unknown-parent',
    path,
    [`"${parent}" is no node of the cascade`, hint],
    [`分解中没有节点“${parent}”`, hintZh],
  )
}

export function weightlessChildren(path: string, parent: string | undefined): Problem {
  const [en, zh] =
    parent === undefined ? ['at the top', '最上层'] : [`under "${parent}"`, `“${parent}”之下`]
  return problem(
    'weightless-children',
    path,
    [`every node ${en} has the weight 0`, 'Give one of them a weight above 0'],
    [`${zh}所有节点的权重均为 0`, '请至少给其中一个大于 0 的权重'],
  )
}

export function cyclicCascade(path: string, node: string): Problem {
  return problem(
    'cyclic-cascade',
    path,
    [`"${node}" is above itself`, 'Let the cascade end at a node without a parent'],
    [`“${node}” 位于自身之上`, '分解须终止于没有上级的节点'],
  )
}

export function tooShort(path: string, least: number): Problem {
  return problem(
    'series-too-short',
    path,
    [
      `has too few values, or values that do not allow it`,
      `Give ${least} or more that differ from zero and each other`,
    ],
    ['数值太少，或数值不支持此计算', `请给出 ${least} 个或以上互不相同且不为零的数值`],
  )
}

export function notPeriods(path: string, count: number, least: number): Problem {
  return problem(
    'not-a-period-count',
    path,
    [`${count} is no number of periods`, `Give a whole number of ${least} or more`],
    [`${count} 不是期数`, `请给出不小于 ${least} 的整数`],
  )
}

export function againstDirection(path: string, direction: 'higher' | 'lower'): Problem {
  return problem(
    'against-direction',
    path,
    [
      `scores a better result lower, though ${direction} is better`,
      'Let the scores move with the direction of the KPI',
    ],
    [
      `方向为越${direction === 'higher' ? '高' : '低'}越好，但更好的结果得分反而更低`,
      '得分须与指标方向一致',
    ],
  )
}

export function emptyBand(path: string, lowest: string, highest: string): Problem {
  return problem(
    'empty-band',
    path,
    [`nothing lies from ${lowest} to ${highest}`, 'Put "lowest" at or below "highest"'],
    [`${lowest} 到 ${highest} 之间没有数值`, '“lowest”不得大于“highest”'],
  )
}

export function noBenchmark(path: string, kpi: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(kpi, known, [
    `These have: ${namesIn(known).en}`,
    `有参考值的指标：${namesIn(known)['zh-CN']}`,
  ])
  return problem(
    'no-benchmark',
    path,
    [`"${kpi}" has no public levels here`, hint],
    [`“${kpi}”没有公开参考值`, hintZh],
  )
}
