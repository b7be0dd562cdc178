import { type Problem, problem } from '../problem/index.js'

export function duplicateName(path: string, name: string): Problem {
  return problem(
    'duplicate-name',
    path,
    [`"${name}" already names another input of the plan`, 'Give each input a name of its own'],
    [`“${name}” 已是本方案另一项输入的名称`, '每项输入须有各自的名称'],
  )
}

export function signAgainstKind(path: string, kind: string, amount: string): Problem {
  return problem(
    'sign-against-kind',
    path,
    [
      `${amount} has the wrong sign for an event of kind "${kind}"`,
      'Orders and invoices are zero or more, refunds and cancellations zero or less',
    ],
    [`“${kind}” 的金额 ${amount} 正负号不对`, '订单与发票不小于零，退款与取消不大于零'],
  )
}

export function sharesNotWhole(path: string, whole: string): Problem {
  return problem(
    'shares-not-whole',
    path,
    [`the shares add up to ${whole}`, 'Make them add up to exactly 1'],
    [`份额合计为 ${whole}`, '份额之和须恰好等于 1'],
  )
}

export function noOwner(path: string, event: string, by: string, found: string): Problem {
  return problem(
    'no-owner',
    path,
    [
      `nobody owns ${found} as "${by}" of the event "${event}"`,
      'Name an owner, or let the rule skip what nobody owns',
    ],
    [`事件“${event}”的“${by}”为 ${found}，没有归属人`, '请指定归属人，或让规则跳过无归属的事件'],
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

export function repeatedEvent(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the event "${id}" stands more than once`, 'Give each event an id of its own'],
    [`事件“${id}”重复出现`, '每个事件须有唯一标识'],
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

export function conflictingEvent(path: string, id: string, first: string, second: string): Problem {
  return problem(
    'conflicting-event',
    path,
    [
      `the event "${id}" is known with other content: ${first}, now ${second}`,
      'Record a correction as an event of its own: the ledger only grows',
    ],
    [`事件“${id}”已有不同内容：${first}，现为 ${second}`, '请另记一笔更正事件：账簿只增不改'],
  )
}

export function unknownOriginal(path: string, id: string, of: string): Problem {
  return problem(
    'unknown-event',
    path,
    [
      `the event "${id}" is of "${of}", which is not in the ledger`,
      'Add that event, or mend its id',
    ],
    [`事件“${id}”指向“${of}”，账簿中没有此事件`, '请补记该事件，或改正标识'],
  )
}

export function endlessChain(path: string, id: string, of: string): Problem {
  return problem(
    'endless-chain',
    path,
    [
      `the event "${id}" comes back to "${of}" by its chain of events`,
      'Let "of" name an earlier event',
    ],
    [`事件“${id}”的来源链回到了“${of}”`, '“of”须指向更早的事件'],
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

export function managerLoop(path: string, person: string): Problem {
  return problem(
    'manager-loop',
    path,
    [`"${person}" is a manager of themselves`, 'Mend the hierarchy'],
    [`“${person}” 是自己的上级`, '请修正汇报关系'],
  )
}

export function noPart(path: string): Problem {
  return problem(
    'no-weight',
    path,
    ['gives no touch any weight', 'Give at least one weight above zero'],
    ['没有任何接触获得权重', '至少一项权重须大于零'],
  )
}

export function notTable(path: string): Problem {
  return problem(
    'not-a-table',
    path,
    [
      'is no CSV table with a header of distinct names',
      'Give a header line, and close every quote; quotes inside a cell are doubled',
    ],
    ['不是带有不重复表头的 CSV 表', '请提供表头并闭合所有引号；单元格内的引号须成对'],
  )
}

export function wrongCells(path: string, found: number, expected: number): Problem {
  return problem(
    'wrong-cells',
    path,
    [`has ${found} cells, the header has ${expected}`, 'Quote cells that hold a comma'],
    [`有 ${found} 个单元格，而表头有 ${expected} 个`, '含逗号的单元格请加引号'],
  )
}

export function tooManyChannels(path: string, found: number, most: number): Problem {
  return problem(
    'too-many-channels',
    path,
    [`has ${found} channels, more than ${most}`, 'Put small channels together'],
    [`有 ${found} 个渠道，超过 ${most} 个`, '请合并较小的渠道'],
  )
}

export function missingCoalition(path: string, channels: readonly string[]): Problem {
  return problem(
    'missing-coalition',
    path,
    [
      `says nothing of the worth of ${channels.join(' + ')} together`,
      'Give the worth of every set',
    ],
    [`没有给出 ${channels.join(' + ')} 合起来的价值`, '请给出每个组合的价值'],
  )
}

export function negativeContribution(path: string, channel: string): Problem {
  return problem(
    'negative-contribution',
    path,
    [`"${channel}" takes away more than it brings`, 'A larger set should be worth no less'],
    [`“${channel}” 的贡献为负`, '更大的组合价值不应更低'],
  )
}

export function noFigure(path: string, name: string, amounts: readonly string[]): Problem {
  return problem(
    'unknown-measure',
    path,
    [
      `no event has the figure "${name}" that the plan sums`,
      `Give it as a figure of the events, or sum one of: ${amounts.join(', ')}`,
    ],
    [
      `没有事件带有方案所汇总的数据“${name}”`,
      `请在事件的 figures 中提供，或改用：${amounts.join('、')}`,
    ],
  )
}

export function unlistedCategory(path: string, found: string, known: readonly string[]): Problem {
  return problem(
    'unknown-category',
    path,
    [
      `"${found}" has no rate in the plan`,
      `Use one of: ${known.join(', ')}; or give the tiers an "otherwise"`,
    ],
    [`“${found}” 在方案中没有费率`, `可选：${known.join('、')}；或为档位写明“otherwise”`],
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
    ['has another kind of period, or another currency, than the first version', 'Begin a new plan'],
    ['期间类型或币种与首个版本不同', '请另立新方案'],
  )
}

export function settledLater(path: string, settled: string, asOf: string): Problem {
  return problem(
    'settled-later',
    path,
    [`was settled as of ${settled}, after ${asOf}`, 'Settle in the order of time'],
    [`已按 ${settled} 结算，晚于 ${asOf}`, '请按时间顺序结算'],
  )
}

export function noRate(path: string, from: string, to: string, date: string): Problem {
  return problem(
    'no-rate',
    path,
    [`${from} has no rate to ${to} on ${date}`, 'Add a rate that begins by then'],
    [`${date} 没有 ${from} 对 ${to} 的汇率`, '请补充自该日或更早生效的汇率'],
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

export function badRange(path: string): Problem {
  return problem(
    'bad-range',
    path,
    [
      'does not rise, or has fewer than two points',
      'Let "from" be below "to", with two or more points',
    ],
    ['范围没有递增，或点数少于两个', '“from”须小于“to”，且至少两个点'],
  )
}
