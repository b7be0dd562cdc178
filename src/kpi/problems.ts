import { type Problem, problem } from '../problem/index.js'

export function weightsNotWhole(path: string, weight: string): Problem {
  return problem(
    'weights-not-whole',
    path,
    [`the weights add up to ${weight}`, 'Make them add up to exactly 1'],
    [`权重合计为 ${weight}`, '权重之和须恰好等于 1'],
  )
}

export function targetsOutOfOrder(path: string, direction: 'higher' | 'lower'): Problem {
  const rises = direction === 'higher'
  return problem(
    'targets-out-of-order',
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

export function nothingReported(): Problem {
  return problem(
    'nothing-reported',
    'measures',
    ['no KPI of the scorecard is reported', 'Give at least one, or pay by another rule'],
    ['记分卡没有任何指标数据', '请至少提供一项，或改用其他规则'],
  )
}

export function unknownKpi(
  path: string,
  kpi: string,
  near: string | undefined,
  known: readonly string[],
): Problem {
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
