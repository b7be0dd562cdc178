import { type Problem, problem } from '../problem/index.js'

/** What can be wrong with the further members of a plan. */

export function unreadMeasure(path: string, name: string): Problem {
  return problem(
    'unread-measure',
    path,
    [
      `"${name}" is measured, and the tiers do not read it`,
      'Measure what the tiers read; leave the rest to "linked"',
    ],
    [`汇总了“${name}”，而档位没有用到`, '请汇总档位所用的业绩，其余写在“linked”中'],
  )
}

export function unreadKpi(path: string, name: string): Problem {
  return problem(
    'unread-kpi',
    path,
    [
      `"${name}" is described, and no part of the plan asks for it`,
      'Leave it out, or mend its name',
    ],
    [`说明了“${name}”，而方案没有用到`, '请删去，或改正名称'],
  )
}

/** A formula of the plan's own that comes to something else than money. */
export function otherResult(path: string, found: string, expected: string): Problem {
  return problem(
    'other-unit',
    path,
    [`comes to ${found}, and the plan pays ${expected}`, `Let it come to ${expected}`],
    [`结果的单位为 ${found}，而方案按 ${expected} 发放`, `结果的单位须为 ${expected}`],
  )
}

export function noStages(path: string, plan: string): Problem {
  return problem(
    'no-stages',
    path,
    [`"${plan}" has no stages`, 'Ask for a plan whose tiers are stages; "nextTier" is for others'],
    [`“${plan}” 的档位不是条件分级`, '请使用 tiers 为 stages 的方案；其他方案请用“nextTier”'],
  )
}
