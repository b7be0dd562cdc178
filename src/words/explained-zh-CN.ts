import { namesIn } from '../problem/index.js'
import type { Explained, Taking } from './explained.js'

const takings = {
  sum: '合计',
  count: '个数',
  distinct: '不同值个数',
  most: '最大值',
  least: '最小值',
  first: '第一项',
  last: '最后一项',
} as const

function taken(as: Taking): string {
  return typeof as === 'object' ? `${as.quantile} 分位数` : takings[as]
}

/** What explanations of pay say in Chinese. */
export const explainedZhCN: Explained = {
  of: (label, ...details) => (details.length === 0 ? label : `${label}（${details.join('，')}）`),
  called: (name, ...details) => `${name}（${details.join('，')}）`,
  tagged: (tag) => `“${tag}”各项合计`,
  counting: (label) => `有${label}的人数`,
  days: ({ from, to }) => {
    if (from === to) return to
    return from === undefined ? `截至 ${to}` : `${from} 至 ${to}`
  },
  list: (texts) => texts.join('、'),

  corrected: '更正',
  unchanged: '此前已结清',
  later: (period) => `${period} 补发`,
  settlement: (entitled, settled, amount) =>
    `应得 ${entitled}，此前已结 ${settled}，本次 ${amount}`,
  why: (why) => `原因：${why}`,
  changedVersion: '结算之后，制度条文有改动',
  beforeFirst: '属首次结算之前的期间：期初带入数，加此后的变动',
  withheld: '暂缓发放',
  settled: (amount) => `此前已结 ${amount}，仍然有效`,

  noRow: (period) => `${period} 已没有一天符合条件`,
  stands: '沿用首次算出的数额，不再改动',
  added: (rows) => `共 ${rows} 部分，逐项相加`,
  line: (label, amount) => `${label}：${amount}`,
  part: (amount) => `在合计（已舍入）中所占：${amount}`,
  more: (count) => `另有 ${count} 项未列出`,
  nothing: (count) => `另有 ${count} 项为零`,
  above: '计算过程见上文',
  cutOff: '篇幅所限，此处不再展开',

  attribute: (name, from) => `“${name}”，自 ${from} 起执行`,
  rate: (name, rate, from) => `按 ${rate} 换算：${name}，自 ${from} 起`,
  missing: '没有数据，按制度规定的缺省值计',
  none: '没有数据',
  figure: (name, period) => `${period} 的“${name}”`,
  given: (name, period) => `${period} 的“${name}”已提供`,
  notGiven: (name) => `“${name}”未提供`,
  counted: {
    present: (days) => `出勤天数，${days}`,
    absent: (days) => `缺勤天数，${days}`,
    part: (days) => `计薪天数，${days}`,
    whole: (days) => `全部天数，${days}`,
  },
  outOf: (days, whole) => `全期 ${whole}，其中 ${days}`,
  basis: (name) => `按“${name}”计日`,
  kinds: (kinds) =>
    kinds.length === 0 ? '不计任何缺勤' : `只计以下缺勤：${namesIn(kinds)['zh-CN']}`,
  away: (kind, days, part) =>
    `缺勤（${kind}）：${days}${part === undefined ? '' : `，每天按 ${part} 天计`}`,
  service: {
    months: (from, to) => `${from} 至 ${to} 的整月数`,
    years: (from, to) => `${from} 至 ${to} 的整年数`,
  },
  onItsDay: '每一段到起始日的对应日才算满',
  inYear: {
    month: (day) => `${day} 是当年第几个月`,
    quarter: (day) => `${day} 是当年第几个季度`,
  },
  member: (name, records) =>
    records.length === 1
      ? `记录 ${records[0]} 的“${name}”`
      : `各条记录相同的“${name}”：${namesIn(records)['zh-CN']}`,
  records: (table, count, as, value) => {
    const records = `${table} 的 ${count} 条记录`
    return value === undefined ? records : `${records}，“${value}”${taken(as)}`
  },
  within: (days) => `计入期间：${days}`,
  where: (conditions) => `仅限：${conditions.join('，且')}`,
  condition: (name, wanted) => `“${name}”为 ${namesIn(wanted)['zh-CN']}`,
  bounded: (name, bounds) => `“${name}”${bounds.join(' 且')}`,
  bounds: {
    atLeast: (bound) => `不低于 ${bound}`,
    above: (bound) => `高于 ${bound}`,
    atMost: (bound) => `不高于 ${bound}`,
    below: (bound) => `低于 ${bound}`,
  },
  between: ({ from, to }) =>
    [
      ...(from === undefined ? [] : [`不早于 ${from}`]),
      ...(to === undefined ? [] : [`不晚于 ${to}`]),
    ].join('，'),
  same: (names) => `仅限以下内容相同的记录：${namesIn(names)['zh-CN']}`,
  everybody: '包括所有人的记录',
  record: (id, day, value) => `${id}，${day}${value === undefined ? '' : `：${value}`}`,

  recorded: '取以前结算的数额',
  alike: '其中同类记录所得的部分',
  workedOut: '按本次结算时所知的数据算出',
  brought: '属首次结算之前的期间',
  paid: (days) => `${days} 各次发放的合计`,
  taken: (as) => `取以下各项的${taken(as)}`,
  among: (as, component, members, group) => {
    const what = as === 'count' ? `有${component}的人数` : `${component}的${taken(as)}`
    return `${group}共 ${members} 名成员，${what}`
  },
  who: {
    others: () => '不含本人',
    ahead: (by) => `只计按${by}排在前面的`,
    level: (by) => `只计按${by}并列的`,
  },
  only: (component) => `只计${component}不为 0 的`,
  moment: '先后',
  place: (place) => `第 ${place} 名`,
  company: '全公司',
  group: (value) => `“${value}”`,
  below: (name) => `按“${name}”的全部下级`,
  own: '本人',
  share: (total, weight, members, group) =>
    `${group}共 ${members} 名成员，按${weight}分配 ${total} 所得`,
}
