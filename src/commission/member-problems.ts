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

/** Tiers of a category in parts of the quota, which is that of all categories. */
export function categoryOfQuota(path: string): Problem {
  return problem(
    'quota-of-all',
    path,
    [
      'the quota is that of all categories together',
      'Give bounds as amounts; or sum the category under "linked", with a quota of its own, and say { kpi, of }',
    ],
    [
      '目标是全部类别合计的目标，不属于某一类别',
      '请按金额写明各档起点；或在“linked”中汇总该类别，并以 { kpi, of } 写明其自身的目标',
    ],
  )
}

/** A grid between points that begins nowhere. */
export function missingPoint(path: string): Problem {
  return problem(
    'missing',
    path,
    [
      'is missing: between points, each row and column stands somewhere',
      'Give the first one a "from" too; below it nothing changes any more',
    ],
    [
      '缺失：两点之间插值时，每行每列都须有起点',
      '第一行、第一列也请写明“from”；低于该点时不再变化',
    ],
  )
}

/** A grid of one row or column, between which there is nothing. */
export function fewPoints(path: string): Problem {
  return problem(
    'few-points',
    path,
    [
      'has one entry, so that there is nothing between',
      'Give two or more, or say the factor by "modifiers"',
    ],
    ['只有一项，无从插值', '请至少写明两项，或改用“modifiers”中的系数'],
  )
}

/** One number of a person as two bounds of a table. */
export function sameBound(path: string, name: string): Problem {
  return problem(
    'unordered-bounds',
    path,
    [
      `"${name}" is a bound of this table already, and bounds rise`,
      'Give each bound a figure or an attribute of its own',
    ],
    [`“${name}” 已是本表的一个起点，而起点须逐项递增`, '请让每个起点使用各自的数据项或属性'],
  )
}
