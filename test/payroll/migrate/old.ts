/** A shop of 0.1 as JSON, its policies one by one. */
export const since = (terms: unknown, from = '2025-01-01', more: object = {}) => ({
  from,
  reason: 'Handbook',
  terms,
  ...more,
})

export const policy = (kind: string, id: string, ...versions: readonly object[]) => ({
  kind,
  id,
  owner: 'HR',
  versions,
})

export const base = { component: 'base', prorated: true }
export const sales = { label: 'Sales', components: [base], commission: 'plan' }
export const office = { label: { en: 'Office', 'zh-CN': '办公室' }, components: [base] }
export const plan = {
  id: 'plan',
  currency: 'CNY',
  period: 'month',
  measure: { sum: 'sales' },
  tiers: { kind: 'flat', rate: '0.1' },
}
export const rule = {
  credit: 'direct',
  by: 'seller',
  owners: {
    ann: [{ person: 'ann', share: '1' }],
    both: [
      { person: 'ann', share: '0.5' },
      { person: 'bob', share: '0.5' },
    ],
  },
  unowned: 'skip',
}
export const card = {
  id: 'card',
  missing: 'fail',
  scores: { threshold: '60', target: '100', stretch: '120' },
  kpis: [
    {
      kpi: 'satisfaction',
      unit: 'ratio',
      scale: 4,
      direction: 'higher',
      weight: '1',
      threshold: '0.80',
      target: '0.85',
      stretch: '0.90',
    },
  ],
  score: { places: 1, rounding: 'half-up' },
  bands: [{ coefficient: '0' }, { from: '60', coefficient: '1' }],
}

export const bookOf = (policies: readonly object[], more: object = {}) => ({
  id: 'shop',
  currency: 'CNY',
  rounding: 'half-up',
  proration: { basis: 'calendar-days' },
  policies,
  ...more,
})

export const person = (id: string, more: object = {}) => ({
  id,
  name: id.toUpperCase(),
  department: 'sales',
  employment: { from: '2020-01-01' },
  pay: { base: [{ from: '2020-01-01', value: '3000.00' }] },
  figures: {},
  ...more,
})

export const dataOf = (people: readonly object[], asOf: string, more: object = {}) => ({
  people,
  events: [],
  asOf,
  ...more,
})
