import { nearest, type Problem, problem } from '../problem/index.js'

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
        ? 'Where higher is better, put threshold below target below stretch'
        : 'Where lower is better, put threshold above target above stretch',
    ],
    [
      `门槛值、目标值与挑战值没有依次${rises ? '递增' : '递减'}`,
      rises ? '越高越好时：门槛值 < 目标值 < 挑战值' : '越低越好时：门槛值 > 目标值 > 挑战值',
    ],
  )
}

export function repeatedKpi(path: string, kpi: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the KPI "${kpi}" stands more than once`, 'Give each KPI one entry'],
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
    ['记分卡没有任何指标数据', '请至少提供一项，或改用其他规则'],
  )
}

export function unknownKpi(path: string, kpi: string, known: readonly string[]): Problem {
  const near = nearest(kpi, known)
  return problem(
    'unknown-kpi',
    path,
    [
      `the scorecard has no KPI "${kpi}"`,
      near === undefined ? `It has: ${known.join(', ')}` : `Perhaps "${near}" was meant`,
    ],
    [
      `记分卡没有指标“${kpi}”`,
      near === undefined ? `可用指标：${known.join('、')}` : `也许是“${near}”`,
    ],
  )
}
