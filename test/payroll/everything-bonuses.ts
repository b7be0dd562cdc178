import { input } from '../../src/formula/index.js'
import { half, label, manager, policy, service, yuan } from './everything-written.js'

/** The bonuses of `everything.ts`. */

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

export const bonuses = [
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
  policy(
    'profitSharing',
    'sharing',
    {
      funding: { ...funding('0.10'), label: label('Shared profit', '分红总额') },
      sharing: { label: label('Profit share', '分红'), ties: 'id', by: ['salary'] },
      reads: {
        salary: { from: 'attribute', name: 'base' },
      },
    },
    { period: 'quarter' },
  ),
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
  policy(
    'target',
    'target',
    {
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
    },
    { period: 'quarter' },
  ),
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
    },
    { eligible: manager, period: 'quarter' },
  ),
  policy(
    'thirteenth',
    'thirteenth',
    {
      thirteenth: { label: label('13th month', '十三薪'), ...half, basis: 'earned' },
      reads: { earned: { from: 'component', name: 'base' } },
    },
    { from: '2025-07-01', period: 'year' },
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
