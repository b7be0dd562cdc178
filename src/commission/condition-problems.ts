import { namesIn, type Problem, problem } from '../problem/index.js'

/** What can be wrong with the conditions of a plan. */

/** Members of which exactly one is to be given. */
export function notOneOf(
  path: string,
  members: readonly string[],
  given: readonly string[],
): Problem {
  const [all, found] = [namesIn(members), namesIn(given)]
  return problem(
    'one-of',
    path,
    given.length === 0
      ? [`says none of ${all.en}`, 'Give exactly one of them']
      : [`says ${found.en} at once`, `Give exactly one of ${all.en}`],
    given.length === 0
      ? [`未写明 ${all['zh-CN']} 中的任何一项`, '请写明其中恰好一项']
      : [`同时写了 ${found['zh-CN']}`, `请只写明 ${all['zh-CN']} 中的一项`],
  )
}

/** What belongs to one comparison, beside what joins several. */
export function onlyCompared(path: string, form: string): Problem {
  return problem(
    'not-together',
    path,
    [`does not go with ${form}`, `Write it within ${form}, for each condition by itself`],
    [`不能与 ${form} 同时使用`, `请写在 ${form} 之内的各个条件中`],
  )
}

/** A gate of several conditions, whose label would name none of them. */
export function gateLabel(): Problem {
  return problem(
    'not-together',
    'gate.label',
    [
      'names the KPI of a gate, and this gate asks for several',
      'Name each KPI by its own "kpiLabel"',
    ],
    ['是门槛所用指标的名称，而本门槛有多个条件', '请用“kpiLabel”分别写明各指标的名称'],
  )
}
