import { constant, input, multiply } from '../../src/formula/index.js'
import { amount, attribute, component as componentOf, figure } from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'
import { bookJson, termsOf, version } from './policies.js'

/** The handbook of a small web shop that has something of every kind that policies can be. */

const yuan = money('CNY')
const label = (en: string, zh: string) => ({ en, 'zh-CN': zh })
const half = { rounding: 'half-up' } as const
const service = { where: { department: ['service'] } }
const manager = { where: { department: ['management'] } }

interface Written {
  readonly tags?: readonly string[]
  readonly eligible?: object
  readonly from?: string
  /** Further versions, each with its first day and its terms. */
  readonly later?: Readonly<Record<string, object>>
}

const policy = (
  kind: string,
  id: string,
  terms: object,
  { tags = ['gross'], eligible, from = '2026-01-01', later = {} }: Written = {},
) => ({
  ...{ kind, id, owner: 'HR' },
  ...(tags.length > 0 && { tags }),
  versions: [[from, terms] as const, ...Object.entries(later)].map(([from, terms]) =>
    version(terms, { from, ...(eligible !== undefined && { eligible }) }),
  ),
})

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
  },
})

const selling = [
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

const scorecard = (weight: string, other: string) => ({
  scorecard: {
    label: label('Service quality', '服务质量'),
    missing: 'redistribute',
    scores: { threshold: '60', target: '100', stretch: '120' },
    kpis: [
      {
        kpi: 'satisfaction',
        ...{ label: label('Satisfaction', '满意度'), unit: 'ratio', scale: 2, weight },
        ...{ direction: 'higher', threshold: '0.80', target: '0.90', stretch: '0.95' },
      },
      {
        kpi: 'first_reply',
        ...{ label: label('First reply in seconds', '首次响应（秒）'), unit: 'count', scale: 0 },
        ...{ weight: other, direction: 'lower', threshold: '120', target: '60', stretch: '30' },
      },
    ],
    score: { places: 1, ...half },
    bands: [
      { band: 'none', coefficient: '0' },
      { band: 'met', from: '60', coefficient: '0.8' },
      { band: 'good', from: '100', coefficient: '1' },
      { band: 'best', from: '110', coefficient: '1.2' },
    ],
  },
  prorated: true,
  label: label('Quality bonus', '质量奖'),
})

const funding = (rate: string) => ({ ...half, source: { kind: 'profit-share', rate } })

const bonuses = [
  policy('scorecard', 'quality', scorecard('0.6', '0.4'), {
    eligible: service,
    later: { '2026-04-01': scorecard('0.8', '0.2') },
  }),
  policy('pool', 'pool', {
    funding: { ...funding('0.05'), label: label('Pool of the month', '月度奖金池') },
    division: {
      label: label('Share of the pool', '奖金池分配'),
      ties: 'id',
      levels: [
        {
          level: 'person',
          weight: input('salary', yuan, 2, label('Salary', '月薪')),
        },
      ],
    },
    reads: { salary: { from: 'attribute', name: 'base' } },
  }),
  policy('profitSharing', 'sharing', {
    funding: { ...funding('0.10'), label: label('Shared profit', '分红总额') },
    sharing: { label: label('Profit share', '分红'), ties: 'id', by: ['salary'] },
    reads: {
      salary: { from: 'attribute', name: 'base' },
    },
    period: 'quarter',
  }),
  policy(
    'award',
    'star',
    {
      award: {
        label: label('Star of the month', '月度之星'),
        eligibility: [],
        ranking: [
          {
            figure: 'satisfaction',
            label: label('Satisfaction', '满意度'),
            ...{ unit: 'ratio', direction: 'higher' },
          },
        ],
        ...{ ties: 'share', prizes: ['300'], budget: '300' },
      },
      scales: { satisfaction: 2 },
    },
    { eligible: service },
  ),
  policy('target', 'target', {
    target: {
      label: label('Quarterly bonus', '季度奖'),
      ...{ ...half, percent: '0.20', prorated: true },
      design: {
        kind: 'multiplicative',
        coefficients: [
          { coefficient: 'result', label: label('Company result', '公司业绩系数'), cap: '1.5' },
        ],
      },
    },
    period: 'quarter',
  }),
  policy(
    'objectives',
    'objectives',
    {
      objectives: {
        label: label('Objectives', '目标奖'),
        ...half,
        objectives: [
          { objective: 'hiring', weight: '0.4', label: label('Hiring', '招聘') },
          { objective: 'handbook', weight: '0.6', label: label('Handbook', '制度建设') },
        ],
      },
      period: 'quarter',
    },
    { eligible: manager },
  ),
  policy(
    'thirteenth',
    'thirteenth',
    {
      thirteenth: { label: label('13th month', '十三薪'), ...half, basis: 'earned' },
      reads: { earned: { from: 'component', name: 'base' } },
      period: 'year',
    },
    { from: '2025-07-01' },
  ),
  policy('loyalty', 'loyalty', {
    loyalty: {
      label: label('Loyalty bonus', '司龄奖'),
      paid: 'milestone',
      steps: [{ years: 5, amount: '3000' }],
    },
  }),
  policy('grant', 'stay', {
    grant: {
      label: label('Retention bonus', '留任奖'),
      kind: 'retention',
      vesting: { kind: 'graded', months: 6, every: 3 },
      leaving: { good: 'pro-rata', bad: 'none' },
      clawback: { months: 12, good: 'none', bad: 'all' },
    },
    leaving: 'leaving',
  }),
  policy('referral', 'refer', {
    referral: {
      label: label('Referral bonus', '内推奖'),
      onHire: '500',
      afterProbation: { months: 3, amount: '800' },
      clawback: { months: 12, good: 'none', bad: 'all' },
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
