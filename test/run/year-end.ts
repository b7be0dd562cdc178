import { constant, input, multiply } from '../../src/formula/index.js'
import { policies, policy } from './company.js'

/** A shop whose month has everything: a pool, awards, recovery, a budget and an adjustment. */

export const funding = {
  id: 'fund',
  currency: 'CNY',
  rounding: 'half-up',
  source: { kind: 'profit-share', rate: '0.10' },
}

export const division = {
  id: 'profit',
  currency: 'CNY',
  label: { en: 'Profit sharing', 'zh-CN': '分红' },
  clause: 'Handbook 6.1',
  ties: 'id',
  levels: [
    { level: 'department', weight: input('share', 'count', 2) },
    { level: 'person', weight: multiply(input('months', 'count', 2), constant('1')) },
  ],
}

export const star = {
  id: 'star',
  currency: 'CNY',
  label: { en: 'Star agent', 'zh-CN': '服务之星' },
  clause: 'Handbook 7.2',
  eligibility: [],
  ranking: [{ figure: 'score', unit: 'points', direction: 'higher' }],
  ties: 'share',
  prizes: ['500', '200'],
  budget: '700',
}

export const team = {
  ...star,
  id: 'team',
  label: { en: 'Best team', 'zh-CN': '最佳团队' },
  prizes: ['100.01'],
  budget: '100.01',
  split: 'equal',
}

export const payments = {
  currency: 'CNY',
  rounding: 'half-up',
  recovery: { share: '0.5', clause: 'Handbook 3.9' },
}

/** The shop's policies with those of the year's end; terms by name change them. */
export const yearEnd = (change: Readonly<Record<string, unknown>> = {}) => [
  ...policies(change),
  policy('pool', 'profit', change['profit'] ?? { funding, division }),
  policy('award', 'star', change['star'] ?? star),
  policy('award', 'team', change['team'] ?? team),
  policy('payments', 'recovery', change['recovery'] ?? payments),
  policy('budget', 'all', change['all'] ?? { most: '24000', breach: 'report' }),
  policy(
    'budget',
    'desk',
    change['desk'] ?? { department: 'service', most: '12000.00', breach: 'report' },
  ),
]

const member = (id: string, months: number) => ({ id, figures: { months } })

export const pools = {
  profit: {
    figures: { profit: '10000.05' },
    members: [
      { id: 'operations', figures: { share: 1 }, members: [member('ann', 12), member('bob', 5)] },
      { id: 'service', figures: { share: 1 }, members: [member('li', 12), member('wang', 1)] },
    ],
  },
}

export const awards = {
  star: [
    { id: 'li', label: 'Li Na', figures: { score: '96' } },
    { id: 'wang', label: 'Wang Wei', figures: { score: '91' } },
  ],
  team: [
    { id: 'desk', figures: { score: '90' }, members: [{ id: 'li' }, { id: 'wang' }] },
    { id: 'north', figures: { score: '80' }, members: [{ id: 'ann' }] },
  ],
}

export const adjustments = [
  {
    id: 'a1',
    person: 'ann',
    label: { en: 'Correction of May', 'zh-CN': '五月更正' },
    amount: '-20.5',
    reason: 'The meal of 12 May was paid twice',
    clause: 'Handbook 9.1',
  },
]
