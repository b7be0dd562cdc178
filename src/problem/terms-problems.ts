import { type Problem, problem } from './policy-error.js'

/** What may be wrong with the terms of a policy of any kind. */

export function notTogether(path: string, other: string): Problem {
  return problem(
    'not-together',
    path,
    [`does not go with ${other}`, 'Leave out one of the two'],
    [`不能与 ${other} 同时使用`, '请删去其中一项'],
  )
}

export function aboveWhole(path: string, share: string): Problem {
  return problem(
    'above-whole',
    path,
    [`${share} is more than all of it`, 'Give a share from 0 to 1: "0.5" is half'],
    [`${share} 超过全部`, '请给出 0 到 1 的份额："0.5" 为一半'],
  )
}
