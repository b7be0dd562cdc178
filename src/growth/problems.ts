import { type Problem, problem, unknownName } from '../problem/index.js'

/** What can be wrong with a career framework, a career, and what is asked of them. */

export const unknownCompetency = unknownName('unknown-competency', 'competency', '胜任力')
export const unknownCertificate = unknownName('unknown-certificate', 'certificate', '证书')
export const unknownPosition = unknownName('unknown-position', 'position', '岗位')

export function levelTooHigh(path: string, level: number, highest: number): Problem {
  return problem(
    'level-too-high',
    path,
    [`is level ${level}, and the framework has ${highest}`, `Give 1 to ${highest}`],
    [`为 ${level} 级，而体系只有 ${highest} 级`, `请填写 1 到 ${highest}`],
  )
}

export function circle(path: string, positions: readonly string[]): Problem {
  return problem(
    'moves-in-a-circle',
    path,
    [
      `the moves go in a circle: ${positions.join(' → ')}`,
      'Leave out the move that leads back: a path goes forward only',
    ],
    [`岗位变动形成环：${positions.join(' → ')}`, '请删去返回的一步，路径只能向前'],
  )
}

export function repeatedMove(path: string, from: string, to: string): Problem {
  return problem(
    'repeated-move',
    path,
    [`the move from "${from}" to "${to}" is duplicated`, 'Keep one, with all its needs'],
    [`从“${from}”到“${to}”重复出现`, '请合并为一项'],
  )
}

export function teachesNothing(path: string, from: number, to: number): Problem {
  return problem(
    'teaches-nothing',
    path,
    [`begins at level ${from} and ends at ${to}`, 'Let it end above where it begins'],
    [`从 ${from} 级开始，到 ${to} 级结束`, '结束级别须高于开始级别'],
  )
}

export function moreThanLooked(path: string, count: number, of: number): Problem {
  return problem(
    'more-than-looked-at',
    path,
    [`needs ${count} of the last ${of} ratings`, `Need at most ${of}, or look at more`],
    [`要求最近 ${of} 次评级中有 ${count} 次`, `最多要求 ${of} 次，或扩大范围`],
  )
}

export function endsTooEarly(path: string, start: string, end: string): Problem {
  return problem(
    'expires-before-given',
    path,
    [`expires on ${end}, given on ${start}`, 'Let it expire after the day it was given'],
    [`${start} 取得，${end} 到期`, '到期日须晚于取得日'],
  )
}

export function noMove(path: string, from: string, to: string): Problem {
  return problem(
    'no-move',
    path,
    [`there is no move from "${from}" to "${to}"`, 'Ask for a way, or add the move'],
    [`没有从“${from}”到“${to}”的变动`, '请查询路径，或添加该变动'],
  )
}

export function noWay(path: string, from: string, to: string): Problem {
  return problem(
    'no-way',
    path,
    [`no moves lead from "${from}" to "${to}"`, 'Add the moves that are missing'],
    [`没有从“${from}”通往“${to}”的路径`, '请补充缺少的变动'],
  )
}

export function tooManyWays(path: string, limit: number): Problem {
  return problem(
    'too-many-ways',
    path,
    [`more than ${limit} ways have to be weighed`, 'Ask for a nearer goal, or split the framework'],
    [`需要比较的路径超过 ${limit} 条`, '请选择更近的目标，或拆分体系'],
  )
}
