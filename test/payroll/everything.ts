import { constant, multiply } from '../../src/formula/index.js'
import { amount, attribute, component as componentOf, figure } from '../../src/pay/index.js'
import { bonuses } from './everything-bonuses.js'
import { half, label, manager, policy, service, yuan } from './everything-written.js'
import { bookJson, termsOf } from './policies.js'

/** The handbook of a small web shop that has something of every kind that policies can be. */

const salary = { attribute: 'base' }

/** A minimum that the wage of a full month comes to, and that deductions leave. */
const minimum = { amount: '2740', prorated: true, unpaid: ['personal'] }

const wage = [
  policy(
    'salary',
    'base',
    { prorated: true, label: label('Base salary', '基本工资'), clause: '§2.1' },
    { tags: ['wage', 'gross'] },
  ),
  policy(
    'leave',
    'leave',
    {
      base: salary,
      kinds: { sick: { years: [{ value: '0.6' }, { from: '2', value: '0.8' }] }, annual: '1' },
      labels: { sick: label('Sick leave', '病假'), annual: label('Annual leave', '年假') },
      label: label('Paid leave', '带薪假'),
    },
    { tags: ['wage', 'gross'] },
  ),
  policy('allowance', 'meals', {
    ...{ perDay: '20', basis: 'working' },
    label: label('Meal allowance', '餐补'),
  }),
  policy('overtime', 'overtime', {
    base: salary,
    figures: {
      workday_hours: { factor: '1.5', label: label('Workday overtime', '工作日加班') },
      rest_hours: { factor: '2', label: label('Rest day overtime', '休息日加班') },
    },
    label: label('Overtime pay', '加班费'),
  }),
  policy('topUp', 'top_up', {
    of: { tag: 'wage' },
    minimum: minimum.amount,
    ...{ prorated: true, unpaid: ['personal'] },
    label: label('Top-up to the minimum', '最低工资补差'),
  }),
  policy(
    'subtotal',
    'gross',
    { of: { tag: 'gross' }, label: label('Gross pay', '应发合计') },
    { tags: [] },
  ),
  policy(
    'deduction',
    'damage',
    {
      records: { table: 'damages' },
      of: ['gross'],
      ...{ atMost: '0.2', floor: minimum },
      label: label('Damage', '赔偿扣款'),
    },
    { tags: ['off'] },
  ),
  policy(
    'rounding',
    'rounding',
    { of: { tag: ['gross', 'off'] }, step: '1', label: label('Rounding to a yuan', '取整到元') },
    { tags: [] },
  ),
  policy('adjustments', 'adjustments', { label: label('Adjustments', '调整') }),
  // A second post has its own pay, and stand-by is told by the week.
  policy(
    'component',
    'post',
    termsOf(
      componentOf(
        'post',
        { of: 'assignment', label: label('Pay of a post', '兼岗补贴') },
        attribute('rate', yuan, 2, { label: label('Agreed for the post', '兼岗约定额') }),
      ),
    ),
    { tags: [] },
  ),
  policy(
    'component',
    'posts',
    termsOf(
      componentOf(
        'posts',
        { pays: 'due', label: label('Pay of second posts', '兼岗补贴') },
        amount('post', yuan, 2, { as: 'sum', missing: '0' }),
      ),
    ),
  ),
  policy(
    'component',
    'standby',
    termsOf(
      componentOf(
        'standby',
        { period: 'week', pays: 'due', label: label('Stand-by', '值班津贴') },
        multiply(
          figure('nights', 'count', 0, { missing: '0', label: label('Nights', '夜数') }),
          constant('35.00', yuan),
        ),
      ),
    ),
    { from: '2025-12-29' },
  ),
]

const commission = (rate: string, more: string) => ({
  plan: {
    label: label('Commission', '提成'),
    clause: '§4.1',
    period: 'month',
    measure: {
      sum: 'sales',
      where: { credit: 'direct' },
      label: label('Sales of the month', '当月销售额'),
    },
    tiers: { kind: 'marginal', steps: [{ rate }, { from: '20000', rate: more }] },
    kickers: [
      {
        ...{ kpi: 'sales', of: 'goal', atLeast: '1.2', pays: '100' },
        label: label('Prize for the target', '超额奖'),
      },
    ],
  },
  reads: { goal: { from: 'component', name: 'goal' } },
})

const selling = [
  policy(
    'quota',
    'goal',
    {
      quota: { ...half, prorated: true, label: label('Target', '业绩目标') },
      reads: { whole_quota: { from: 'attribute', name: 'goal', missing: '20000' } },
    },
    { tags: [], eligible: service },
  ),
  policy('plan', 'commission', commission('0.02', '0.03'), {
    tags: ['commission', 'gross'],
    eligible: service,
    later: { '2026-04-01': commission('0.025', '0.035') },
  }),
  policy(
    'plan',
    'team',
    {
      plan: {
        label: label('Commission of the team', '团队提成'),
        period: 'quarter',
        measure: {
          sum: 'sales',
          where: { credit: 'team' },
          label: label('Team sales', '团队销售额'),
        },
        tiers: { kind: 'flat', rate: '0.05' },
      },
    },
    { eligible: manager },
  ),
  policy(
    'payments',
    'recovery',
    {
      payments: {
        ...half,
        recovery: { share: '0.5', label: label('Recovery of commission', '提成追扣') },
      },
      of: ['commission'],
    },
    { eligible: service },
  ),
  policy(
    'cap',
    'ceiling',
    {
      of: ['commission', 'launch'],
      most: '700',
      label: label('Cap of commission and launch bonus', '提成与首发奖封顶'),
    },
    { eligible: service },
  ),
  policy('spiff', 'launch', {
    spiff: {
      ...{ from: '2026-02-01', to: '2026-03-31', credit: 'direct' },
      ...{ pays: '50', per: 'deal', budget: '220' },
      label: label('Launch bonus', '首发奖'),
    },
  }),
  policy('contest', 'sprint', {
    contest: {
      ...{ from: '2026-04-01', to: '2026-05-31', credit: 'direct', prizes: ['600', '300'] },
      label: label('Spring contest', '春季竞赛'),
    },
  }),
]

const direct = { rules: [{ owner: 'seller' }], unowned: 'list' }
const team = { of: 'direct', manager: 'manager', shares: ['0.10'] }

export const everything = bookJson([...wage, ...selling, ...bonuses], {
  id: 'shop',
  rhythms: {
    month: { kind: 'month' },
    week: { kind: 'week' },
    quarter: { kind: 'quarter' },
    year: { kind: 'year', calendar: { kind: 'gregorian', startMonth: 7 } },
  },
  basis: {
    month: { basis: 'fixed-21.75', count: 'days-absent', weekend: ['saturday', 'sunday'] },
    working: { basis: 'working-days', weekend: ['saturday', 'sunday'], holidays: ['2026-01-01'] },
  },
  crediting: { credits: { currency: 'CNY', credits: { direct, team } } },
  limits: [
    { id: 'wages', most: '90000', breach: 'refuse', of: { tags: ['gross'] } },
    { id: 'department', most: '22000', breach: 'report', of: { tags: ['wage'] }, by: 'department' },
  ],
})
