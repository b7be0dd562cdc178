import { payroll } from 'payproof'

const policy = (kind: string, id: string, terms: object, tag = 'earnings') => ({
  ...{ kind, id, owner: 'Head of HR', tags: [tag] },
  versions: [{ from: '2026-01-01', reason: 'Pay handbook of 2026', terms }],
})

/** A salary, a commission, and a prize for whom the customers liked best. */
export const book = payroll.parseBook({
  format: 2,
  id: 'tea-house',
  currency: 'CNY',
  retro: 2,
  policies: [
    policy('salary', 'base', {
      label: { en: 'Base salary', 'zh-CN': '基本工资' },
      prorated: true,
    }),
    policy('plan', 'commission', {
      plan: {
        label: { en: 'Commission', 'zh-CN': '提成' },
        clause: 'Handbook 3.1',
        period: 'month',
        measure: { sum: 'sales', label: { en: 'Sales', 'zh-CN': '销售额' } },
        tiers: { kind: 'marginal', steps: [{ rate: '0.05' }] },
      },
    }),
    policy(
      'award',
      'star',
      {
        award: {
          label: { en: 'Star of the month', 'zh-CN': '月度之星' },
          eligibility: [],
          ranking: [{ figure: 'satisfaction', unit: 'ratio', direction: 'higher' }],
          ties: 'share',
          prizes: ['500.00'],
          budget: '500.00',
        },
        scales: { satisfaction: 2 },
      },
      'award',
    ),
  ],
  crediting: {
    credits: { currency: 'CNY', credits: { direct: { rules: [{ owner: 'seller' }] } } },
  },
})

const since = (value: string) => [{ from: '2026-01-01', value }]
const person = (id: string, name: string, base: string, satisfaction: readonly string[]) => ({
  ...{ id, name, employment: [{ from: '2026-01-01' }] },
  attributes: {
    base: since(base),
    department: since('shop'),
    ...(id !== 'wang' && { manager: since('wang') }),
  },
  figures: satisfaction.map((value, i) => ({
    name: 'satisfaction',
    period: `2026-0${i + 3}`,
    value,
  })),
})
const people = [
  person('wang', 'Wang Min', '9000.00', []),
  person('li', 'Li Na', '6000.00', ['0.96', '0.95']),
  person('wu', 'Wu Fang', '5800.00', ['0.93', '0.91']),
]
const order = (id: string, on: string, amount: string, seller: string) => ({
  ...{ id, kind: 'order', on, amount, currency: 'CNY', attributes: { seller } },
})
const march = [
  order('o1', '2026-03-05', '24000.00', 'li'),
  order('o2', '2026-03-20', '8000.00', 'wu'),
]
// A part of what Li sold in March comes back in April.
const april = [
  order('o3', '2026-04-08', '15000.00', 'li'),
  { ...order('r1', '2026-04-12', '-4000.00', 'li'), kind: 'refund', of: 'o1', attributes: {} },
]

const known = (events: readonly object[]) =>
  payroll.parseRunData(book, { people, deals: { events } }).data

/** What is known at the end of each month. */
export const data = { march: known(march), april: known([...march, ...april]) }
