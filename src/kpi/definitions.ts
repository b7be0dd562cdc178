import { fail, type Localized } from '../problem/index.js'
import type { Unit } from '../quantity/index.js'
import type { ScorecardKpi } from './curve-schema.js'
import { noBenchmark } from './problems.js'

/** What a KPI measures, for whom, and from where. */
export interface KpiDefinition {
  readonly kpi: string
  readonly label: Localized
  readonly department: 'operations' | 'service'
  readonly unit: Unit
  readonly scale: number
  readonly direction: 'higher' | 'lower'
  readonly frequency: 'day' | 'month'
  /** Where the data comes from. */
  readonly source: Localized
  /** Who answers for the figure. */
  readonly owner: Localized
  readonly definition: Localized
  /** Public levels to start from, and who published them. */
  readonly benchmark?: {
    readonly threshold: string
    readonly target: string
    readonly stretch: string
    readonly publishedBy: string
  }
}

const haishop = 'haishop.cn knowledge 11518'
const helpdesk = { en: 'Help desk', 'zh-CN': '客服系统' }
const shop = { en: 'Shop analytics', 'zh-CN': '店铺数据后台' }
const orders = { en: 'Order system', 'zh-CN': '订单系统' }
const agent = { en: 'Service agent', 'zh-CN': '客服专员' }
const serviceLead = { en: 'Service lead', 'zh-CN': '客服主管' }
const campaignLead = { en: 'Campaign lead', 'zh-CN': '活动负责人' }
const trafficLead = { en: 'Traffic lead', 'zh-CN': '流量负责人' }

type Row = Omit<KpiDefinition, 'department'>

const service: readonly Row[] = [
  {
    kpi: 'first_response',
    label: { en: 'First response time', 'zh-CN': '首次响应时间' },
    unit: 'duration:second',
    scale: 1,
    direction: 'lower',
    frequency: 'month',
    source: helpdesk,
    owner: agent,
    definition: {
      en: 'Mean seconds from a customer’s first message to the first reply of a person. Taobao asks for 60 s.',
      'zh-CN': '客户首条消息到人工首次回复的平均秒数。淘宝要求 60 秒以内。',
    },
    benchmark: { threshold: '120', target: '90', stretch: '60', publishedBy: haishop },
  },
  {
    kpi: 'answered_within_30s',
    label: { en: 'Answered within 30 s', 'zh-CN': '30秒应答率' },
    unit: 'ratio',
    scale: 4,
    direction: 'higher',
    frequency: 'month',
    source: helpdesk,
    owner: agent,
    definition: {
      en: 'Conversations answered by a person within 30 seconds ÷ all conversations. JD asks for 90 to 95 %.',
      'zh-CN': '30 秒内人工应答的会话数 ÷ 全部会话数。京东要求 90% 至 95%。',
    },
  },
  {
    kpi: 'satisfaction',
    label: { en: 'Satisfaction', 'zh-CN': '满意度' },
    unit: 'ratio',
    scale: 4,
    direction: 'higher',
    frequency: 'month',
    source: helpdesk,
    owner: agent,
    definition: {
      en: 'Ratings of satisfied or very satisfied ÷ all ratings given.',
      'zh-CN': '满意与非常满意的评价数 ÷ 收到的评价总数。',
    },
    benchmark: { threshold: '0.80', target: '0.85', stretch: '0.90', publishedBy: haishop },
  },
  {
    kpi: 'first_contact_resolution',
    label: { en: 'First-contact resolution', 'zh-CN': '一次解决率' },
    unit: 'ratio',
    scale: 4,
    direction: 'higher',
    frequency: 'month',
    source: helpdesk,
    owner: agent,
    definition: {
      en: 'Issues solved in the first contact ÷ all issues solved.',
      'zh-CN': '首次接触即解决的问题数 ÷ 已解决问题总数。',
    },
    benchmark: { threshold: '0.70', target: '0.78', stretch: '0.85', publishedBy: haishop },
  },
  {
    kpi: 'handling_time',
    label: { en: 'Handling time', 'zh-CN': '平均处理时长' },
    unit: 'duration:second',
    scale: 1,
    direction: 'lower',
    frequency: 'month',
    source: helpdesk,
    owner: agent,
    definition: {
      en: 'Mean seconds that a ticket is worked on, after-work included.',
      'zh-CN': '每张工单的平均处理秒数，含后续处理。',
    },
    benchmark: { threshold: '900', target: '720', stretch: '600', publishedBy: haishop },
  },
  {
    kpi: 'transfer_rate',
    label: { en: 'Transfer rate', 'zh-CN': '转接率' },
    unit: 'ratio',
    scale: 4,
    direction: 'lower',
    frequency: 'month',
    source: helpdesk,
    owner: agent,
    definition: {
      en: 'Conversations passed on to another agent ÷ all conversations.',
      'zh-CN': '转给其他客服的会话数 ÷ 全部会话数。',
    },
    benchmark: { threshold: '0.20', target: '0.15', stretch: '0.10', publishedBy: haishop },
  },
  {
    kpi: 'tickets_solved',
    label: { en: 'Tickets solved', 'zh-CN': '工单解决量' },
    unit: 'count',
    scale: 0,
    direction: 'higher',
    frequency: 'month',
    source: helpdesk,
    owner: agent,
    definition: { en: 'Tickets closed as solved.', 'zh-CN': '以已解决状态关闭的工单数。' },
  },
  {
    kpi: 'inquiry_conversion',
    label: { en: 'Inquiry conversion', 'zh-CN': '询单转化率' },
    unit: 'ratio',
    scale: 4,
    direction: 'higher',
    frequency: 'month',
    source: { en: 'Help desk and order system', 'zh-CN': '客服系统与订单系统' },
    owner: agent,
    definition: {
      en: 'Customers who asked before buying and paid ÷ customers who asked before buying.',
      'zh-CN': '询单后付款的客户数 ÷ 询单客户数。',
    },
  },
  {
    kpi: 'repeat_purchase',
    label: { en: 'Repeat purchase', 'zh-CN': '复购率' },
    unit: 'ratio',
    scale: 4,
    direction: 'higher',
    frequency: 'month',
    source: orders,
    owner: serviceLead,
    definition: {
      en: 'Customers who bought twice or more in the period ÷ customers who bought.',
      'zh-CN': '期间购买两次及以上的客户数 ÷ 购买客户数。',
    },
  },
  {
    kpi: 'refund_rate',
    label: { en: 'Refund rate', 'zh-CN': '退款率' },
    unit: 'ratio',
    scale: 4,
    direction: 'lower',
    frequency: 'month',
    source: orders,
    owner: serviceLead,
    definition: {
      en: 'Orders refunded ÷ orders paid in the period.',
      'zh-CN': '退款订单数 ÷ 期间付款订单数。',
    },
  },
]

const operations: readonly Row[] = [
  {
    kpi: 'visitors',
    label: { en: 'Visitors', 'zh-CN': '访客数' },
    unit: 'count',
    scale: 0,
    direction: 'higher',
    frequency: 'day',
    source: shop,
    owner: trafficLead,
    definition: {
      en: 'Distinct visitors of the shop in the period.',
      'zh-CN': '期间访问店铺的去重人数。',
    },
  },
  {
    kpi: 'conversion',
    label: { en: 'Conversion', 'zh-CN': '支付转化率' },
    unit: 'ratio',
    scale: 4,
    direction: 'higher',
    frequency: 'day',
    source: shop,
    owner: campaignLead,
    definition: {
      en: 'Visitors who paid ÷ visitors.',
      'zh-CN': '支付买家数 ÷ 访客数。',
    },
  },
  {
    kpi: 'conversion_uplift',
    label: { en: 'Conversion uplift', 'zh-CN': '转化率提升' },
    unit: 'ratio',
    scale: 4,
    direction: 'higher',
    frequency: 'month',
    source: shop,
    owner: campaignLead,
    definition: {
      en: 'Conversion ÷ conversion of the period before, less 1.',
      'zh-CN': '本期转化率 ÷ 上期转化率 − 1。',
    },
    benchmark: { threshold: '0.08', target: '0.12', stretch: '0.15', publishedBy: haishop },
  },
  {
    kpi: 'average_order_value',
    label: { en: 'Average order value', 'zh-CN': '客单价' },
    unit: 'money:CNY',
    scale: 2,
    direction: 'higher',
    frequency: 'month',
    source: orders,
    owner: campaignLead,
    definition: { en: 'Amount paid ÷ buyers who paid.', 'zh-CN': '支付金额 ÷ 支付买家数。' },
  },
  {
    kpi: 'campaign_return',
    label: { en: 'Campaign return', 'zh-CN': '投入产出比' },
    unit: 'ratio',
    scale: 4,
    direction: 'higher',
    frequency: 'month',
    source: { en: 'Advertising account', 'zh-CN': '推广后台' },
    owner: campaignLead,
    definition: {
      en: 'Sales that a campaign brought ÷ what it cost.',
      'zh-CN': '活动带来的成交金额 ÷ 活动花费。',
    },
  },
]

/**
 * KPIs of an e-commerce company’s operations and customer service, with their usual Chinese names and
 * public definitions; some with public levels to start from (`benchmark`). Levels of one’s own history
 * are better: a benchmark says what others ask, not what is possible here.
 *
 * Sources: haishop.cn knowledge 11518 for the levels; the service rules of Taobao (first response
 * within 60 s) and JD (90 to 95 % answered within 30 s) for what platforms ask.
 *
 * @example
 * kpiDefinitions.find(({ kpi }) => kpi === 'repeat_purchase')?.label['zh-CN'] //=> '复购率'
 */
export const kpiDefinitions: readonly KpiDefinition[] = [
  ...service.map((row) => ({ ...row, department: 'service' as const })),
  ...operations.map((row) => ({ ...row, department: 'operations' as const })),
]

/**
 * A scorecard’s KPI at the public levels of its definition, with a weight.
 *
 * Throws a `PolicyError` for a name that has no definition, or a definition without levels.
 *
 * @example
 * benchmarkKpi('satisfaction', '0.4').target //=> '0.85'
 */
export function benchmarkKpi(
  name: string,
  weight: string,
): Extract<ScorecardKpi, { readonly stretch: string }> {
  const known = kpiDefinitions.filter(({ benchmark }) => benchmark !== undefined)
  const found = known.find(({ kpi }) => kpi === name)
  const { benchmark, label, unit, scale, direction } =
    found ??
    fail(
      noBenchmark(
        'kpi',
        name,
        known.map(({ kpi }) => kpi),
      ),
    )
  const { threshold, target, stretch } = benchmark as NonNullable<KpiDefinition['benchmark']>
  return { kpi: name, label, unit, scale, direction, weight, threshold, target, stretch }
}
