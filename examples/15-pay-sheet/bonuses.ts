import { formula, type Label, pay } from 'payproof'
import * as read from './inputs.js'
import { own, policy } from './policies.js'

const { amount, component } = pay
const { add, constant, divide, interpolate, multiply, named, round, step } = formula
const { cents, pounds } = read

const service = { where: { department: ['service'] } }
const sellers = { where: { department: ['operations'] } }

/** 60 points at the first figure, 100 at the second, 120 at the third. */
function points(
  label: Label,
  figure: formula.NodeOf<'input'>,
  [low, target, high]: readonly [string, string, string],
) {
  const curve = [
    { at: low, value: '60' },
    { at: target, value: '100' },
    { at: high, value: '120' },
  ].sort((a, b) => Number(a.at) - Number(b.at))
  return named(
    label,
    interpolate(figure, curve, { places: 2, rounding: 'half-up', unit: 'points' }),
  )
}

const score = component(
  'score',
  { label: { en: 'Score', 'zh-CN': '综合得分' }, eligible: service },
  round(
    add(
      multiply(
        points({ en: 'Points for satisfaction', 'zh-CN': '满意度得分' }, read.satisfaction, [
          '0.80',
          '0.85',
          '0.90',
        ]),
        constant('0.4'),
      ),
      multiply(
        points({ en: 'Points for first response', 'zh-CN': '首次响应得分' }, read.firstResponse, [
          '120',
          '90',
          '60',
        ]),
        constant('0.3'),
      ),
      multiply(
        points({ en: 'Points for resolution', 'zh-CN': '一次解决得分' }, read.resolution, [
          '0.70',
          '0.78',
          '0.85',
        ]),
        constant('0.3'),
      ),
    ),
    { places: 1, rounding: 'half-up' },
  ),
)

const serviceBonus = component(
  'service_bonus',
  {
    label: { en: 'Bonus', 'zh-CN': '绩效奖金' },
    pays: 'due',
    eligible: service,
    tags: ['earning'],
  },
  divide(
    multiply(
      read.targetBonus,
      named(
        { en: 'Coefficient', 'zh-CN': '绩效系数' },
        step(amount('score', 'points', 1, { label: { en: 'Score', 'zh-CN': '综合得分' } }), [
          { value: '0' },
          { from: '60', value: '0.8' },
          { from: '90', value: '1.0' },
          { from: '110', value: '1.3' },
        ]),
      ),
      read.entitled,
    ),
    read.workingDays,
    cents,
  ),
)

/** A refund counts in the month of its order, so it takes back what the order had earned. */
const commission = policy(
  'plan',
  'commission',
  {
    table: 'sales',
    plan: {
      label: { en: 'Commission', 'zh-CN': '提成' },
      period: 'month',
      measure: { sum: 'amount', label: { en: 'Sales less refunds', 'zh-CN': '净销售额' } },
      tiers: {
        kind: 'marginal',
        steps: [
          { from: '0', rate: '0.010' },
          { from: '5000', rate: '0.015' },
        ],
      },
    },
  },
  { tags: ['earning'], eligible: sellers },
)

/** A share of profit that the department gets, divided among its people by days present. */
const pool = component(
  'pool',
  { label: { en: 'Profit to share', 'zh-CN': '分红总额' }, of: { by: 'department' } },
  read.profitShare,
)
const daysInService = component(
  'days_in_service',
  { label: { en: 'Days present in the department', 'zh-CN': '在岗天数' }, eligible: service },
  read.present,
)
const profitShare = component(
  'profit_share',
  {
    label: { en: 'Profit share', 'zh-CN': '分红' },
    pays: 'due',
    eligible: service,
    tags: ['earning'],
  },
  amount('pool', pounds, 2, {
    among: { group: { by: 'department' }, as: { share: 'days_in_service' } },
    label: { en: 'Part of the profit to share', 'zh-CN': '按出勤天数所占分红' },
  }),
)

export const bonuses = [
  own(score),
  own(serviceBonus),
  commission,
  own(pool),
  own(daysInService),
  own(profitShare),
]
