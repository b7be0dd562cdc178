import { type Problem, problem } from '../problem/index.js'

/** What can be wrong with plans, quotas, objectives and contests, and with what is worked out by them. */

export function duplicateName(path: string, name: string): Problem {
  return problem(
    'duplicate-name',
    path,
    [`"${name}" already names another input of the plan`, 'Give each input a name of its own'],
    [`“${name}” 已是本方案另一项输入的名称`, '每项输入须有各自的名称'],
  )
}

export function noQuota(path: string): Problem {
  return problem(
    'no-quota',
    path,
    ['speaks of a quota, but the plan names none', 'Name the input of the quota as "quota"'],
    ['用到了目标，但方案没有目标', '请用“quota”写明目标的输入名称'],
  )
}

export function notMeasured(path: string, name: string): Problem {
  return problem(
    'not-measured',
    path,
    [
      `"${name}" is no measure of the plan, so no quota belongs to it`,
      'Leave "of" out, or sum the measure under "linked"',
    ],
    [`“${name}” 不是本方案的业绩口径，没有目标`, '请删去“of”，或在“linked”中汇总该口径'],
  )
}

const quotaHint = {
  en: 'Give a quota above zero; give somebody who is away all period the full quota',
  'zh-CN': '请给出大于零的目标；整期不在岗者，请给出未折算的目标',
} as const

/** A quota of which parts are asked, and which has none. */
export function quotaNotAbove(path: string, found: string): Problem {
  return problem(
    'not-above',
    path,
    [`${found} is not above 0`, quotaHint.en],
    [`${found} 不大于 0`, quotaHint['zh-CN']],
  )
}

/** The problem that a formula has with a quota, with what to do about it. */
export function aboutQuota(found: Problem): Problem {
  return found.code === 'not-above' ? { ...found, hint: quotaHint } : found
}

/** A measure that is asked for as a part of itself. */
export function ofItself(path: string, name: string): Problem {
  return problem(
    'of-itself',
    path,
    [
      `"${name}" is compared with itself`,
      'Name the input of its quota, or another measure; leave "of" out to ask for an amount',
    ],
    [`“${name}” 与自身比较`, '请写明其目标的输入名称，或另一业绩口径；若要求的是金额，请删去“of”'],
  )
}

/** Two parts of a plan that cannot both be meant. */

export function sharesNotWhole(path: string, whole: string): Problem {
  return problem(
    'shares-not-whole',
    path,
    [`the shares add up to ${whole}`, 'Make them add up to exactly 1'],
    [`份额合计为 ${whole}`, '份额之和须恰好等于 1'],
  )
}

/** A part of nothing. */
export function partNotAbove(path: string, part: string): Problem {
  return problem(
    'not-above',
    path,
    [`${part} is not above 0`, 'Give a part above 0: "1" is all of it'],
    [`${part} 不大于 0`, '请给出大于 0 的比例：“1”即全部'],
  )
}

/** A share of nobody. */
export function shareNotAbove(path: string, share: string): Problem {
  return problem(
    'not-above',
    path,
    [`${share} is not above 0`, 'Give a share above 0, at most 1: "0.6" is 60 %'],
    [`${share} 不大于 0`, '请给出大于 0 且不超过 1 的份额：“0.6”即 60 %'],
  )
}

export function noVersion(path: string, period: string): Problem {
  return problem(
    'no-plan-version',
    path,
    [
      `no version of the plan holds at the start of ${period}`,
      'Give a version from then or earlier',
    ],
    [`${period} 开始时没有有效的方案版本`, '请提供自该日或更早生效的版本'],
  )
}

export function otherTerms(path: string): Problem {
  return problem(
    'other-terms',
    path,
    ['has another id, kind of period or currency than the first version', 'Begin a new plan'],
    ['标识、期间类型或币种与首个版本不同', '请另立新方案'],
  )
}

export function noCurve(path: string, plan: string): Problem {
  return problem(
    'no-curve',
    path,
    [
      `"${plan}" has no one measure to draw a curve over`,
      'Ask for a plan without categories that pays a period; what one deal earns is the formula "deal" of a plan that pays deals',
    ],
    [
      `“${plan}” 没有单一的业绩口径，无法画出曲线`,
      '请使用不分类别、按期间计算的方案；按单计算的方案，单笔提成见其公式“deal”',
    ],
  )
}

export function badRange(path: string, most: number): Problem {
  return problem(
    'bad-range',
    path,
    [
      `does not rise, or has fewer than two points or more than ${most}`,
      `Let "from" be below "to", with 2 to ${most} points`,
    ],
    [`范围没有递增，或点数少于两个、多于 ${most} 个`, `“from”须小于“to”，点数为 2 到 ${most}`],
  )
}

export function missingFigure(path: string): Problem {
  return problem(
    'missing-figure',
    path,
    [
      'is needed where a SPIFF pays by the unit',
      'Name the figure that is paid for, or pay by the deal',
    ],
    ['按件奖励须指明数据', '请写明所奖励的数据，或改为按单奖励'],
  )
}

export function unreadFigure(path: string): Problem {
  return problem(
    'unread-figure',
    path,
    ['is not read where a SPIFF pays by the deal', 'Leave it out, or pay by the unit'],
    ['按单奖励不读取该数据', '请删去，或改为按件奖励'],
  )
}
