import { commission } from 'payproof'

const shared = { currency: 'CNY', period: 'month', measure: { sum: 'sales' } } as const

/** The plan as it is paid today: slices, a gate on satisfaction, a cap. */
export const today = commission.plan({
  ...shared,
  id: 'service',
  tiers: {
    kind: 'marginal',
    steps: [
      { from: '0', rate: '0.010' },
      { from: '50000', rate: '0.015' },
    ],
  },
  gate: { kpi: 'satisfaction', atLeast: '0.90' },
  cap: '8000',
})

/**
 * The draft for next year. Somebody wanted to save a little on the best: from 100,000 on, all sales
 * are paid at 1.45 % instead of 1.5 %.
 */
export const draft = commission.plan({
  ...shared,
  id: 'service-draft',
  tiers: {
    kind: 'retroactive',
    steps: [
      { from: '0', rate: '0.010' },
      { from: '50000', rate: '0.015' },
      { from: '100000', rate: '0.0145' },
    ],
  },
  gate: { kpi: 'satisfaction', atLeast: '0.90' },
  cap: '8000',
})

/** What the plan must pay, by hand. */
export const tests = [
  {
    name: '61,250 at 93 %',
    inputs: { sales: '61250.00', satisfaction: '0.93' },
    // 50,000 at 1 %, 11,250 at 1.5 %.
    pays: '668.75',
  },
  {
    name: 'one thousandth short of the gate',
    inputs: { sales: '61250.00', satisfaction: '0.899' },
    pays: '0',
  },
] as const
