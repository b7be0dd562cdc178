import type { PeriodKind } from '../calendar/index.js'
import { namesIn, type Problem, problem } from '../problem/index.js'

/** What can be wrong with plans and contests, and with what is worked out by them. */

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

export function noFigure(path: string, name: string, amounts: readonly string[]): Problem {
  return problem(
    'unknown-measure',
    path,
    [
      `no event has the figure "${name}" that the plan sums`,
      `Give it as a figure of the events, "0" where there is none, or sum one of: ${namesIn(amounts).en}`,
    ],
    [
      `没有事件带有方案所汇总的数据“${name}”`,
      `请在事件的 figures 中提供，没有者填 "0"；或改用：${namesIn(amounts)['zh-CN']}`,
    ],
  )
}

export function untoldFigure(
  path: string,
  { event, deal }: { readonly event: string; readonly deal: string },
  name: string,
): Problem {
  const [of, ofZh] = event === deal ? ['a sale', '销售'] : [`"${deal}"`, `“${deal}”`]
  return problem(
    'untold-figure',
    path,
    [
      `the event "${event}" takes back or moves some of ${of} and does not say how much of its "${name}"`,
      'Give the figure with its sign, "0" where there is none of it',
    ],
    [
      `事件“${event}”冲减或转移了${ofZh}，却没有给出其中的“${name}”`,
      '请在 figures 中按正负号填写，没有者填 "0"',
    ],
  )
}

export function otherCurrency(path: string, found: string, expected: string): Problem {
  return problem(
    'other-currency',
    path,
    [`is in ${found}, the plan is in ${expected}`, 'Convert it first, at a rate of a stated date'],
    [`币种为 ${found}，而方案币种为 ${expected}`, '请先按约定日期的汇率换算'],
  )
}

export function unlistedCategory(path: string, found: string, known: readonly string[]): Problem {
  return problem(
    'unknown-category',
    path,
    [
      `"${found}" has no rate in the plan`,
      `Use one of: ${namesIn(known).en}; or give the tiers an "otherwise"`,
    ],
    [`“${found}” 在方案中没有费率`, `可选：${namesIn(known)['zh-CN']}；或为档位写明“otherwise”`],
  )
}

export function unlistedPerson(path: string, person: string): Problem {
  return problem(
    'unlisted-person',
    path,
    [
      `"${person}" is credited but is not among the people paid`,
      'Add the person, or mend the rule',
    ],
    [`“${person}” 有计提业绩但不在发放名单中`, '请加入此人，或修正规则'],
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

const kindsInChinese: Readonly<Record<PeriodKind, string>> = {
  week: '周',
  'ten-days': '旬',
  'two-weeks': '双周',
  'half-month': '半月',
  'four-weeks': '四周',
  month: '月',
  quarter: '季度',
  'half-year': '半年',
  year: '年',
}

export function otherPeriod(path: string, period: string, kind: PeriodKind): Problem {
  return problem(
    'other-period',
    path,
    [
      `${period} is no ${kind} of the calendar`,
      'Give a period of the kind that the plan is measured by',
    ],
    [`${period} 不是该日历的${kindsInChinese[kind]}`, '请给出方案所用的期间'],
  )
}

export function settledLater(path: string, settled: string, now: string): Problem {
  return problem(
    'settled-later',
    path,
    [`was settled by ${settled}, after ${now}`, 'Settle in the order of time'],
    [`已按 ${settled} 结算，晚于 ${now}`, '请按时间顺序结算'],
  )
}

export function otherHistory(
  path: string,
  {
    person,
    plan,
    period,
  }: { readonly person: string; readonly plan: string; readonly period: string },
  settled: string,
): Problem {
  return problem(
    'other-history',
    path,
    [
      `the settlement of "${person}" for ${period} is of the plan "${plan}", not of "${settled}"`,
      'Give each plan the settlements of its own alone',
    ],
    [
      `“${person}” 在 ${period} 的结算属于方案“${plan}”，而不是“${settled}”`,
      '每个方案只给出其自身的结算',
    ],
  )
}

export function settledTwice(
  path: string,
  person: string,
  { period, asOf }: { readonly period: string; readonly asOf: string },
): Problem {
  return problem(
    'settled-twice',
    path,
    [
      `the settlement of "${person}" for ${period} by ${asOf} is duplicated`,
      'List each settlement once; settle a period anew by a later day',
    ],
    [
      `“${person}” 在 ${period} 按 ${asOf} 的结算重复出现`,
      '每次结算只列一次；重新结算请用更晚的日期',
    ],
  )
}

export function noCurve(path: string, plan: string): Problem {
  return problem(
    'no-curve',
    path,
    [
      `"${plan}" has no one measure to draw a curve over`,
      'Ask for a plan without categories and deal caps',
    ],
    [`“${plan}” 没有单一的业绩口径，无法画出曲线`, '请使用不分类别且无单笔封顶的方案'],
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
