import type { PlanPolicy } from '../../src/commission/index.js'

/** A plan of one rate, for tests to build upon. */
export const flat = {
  id: 'flat',
  currency: 'CNY',
  period: 'month',
  measure: { sum: 'sales' },
  tiers: { kind: 'marginal', steps: [{ from: '0', rate: '0.02' }] },
} as const satisfies PlanPolicy

/** A service agent's plan with every part that a plan can have. */
export const service = {
  id: 'service-2026',
  label: { en: 'Service commission', 'zh-CN': '客服提成' },
  clause: '客服手册 §3',
  currency: 'CNY',
  period: 'month',
  measure: {
    sum: 'sales',
    where: { credit: 'indirect' },
    label: { en: 'Indirect sales', 'zh-CN': '间接销售额' },
  },
  tiers: {
    kind: 'marginal',
    steps: [
      { from: '0', rate: '0.010' },
      { from: '50000', rate: '0.015' },
    ],
    label: { en: 'Tiered commission', 'zh-CN': '分档提成' },
    clause: '客服手册 §3.1',
  },
  quota: 'quota',
  accelerator: {
    steps: [
      { from: '1', factor: '1.5' },
      { from: '1.2', factor: '2' },
    ],
    label: { en: 'Commission beyond quota', 'zh-CN': '超额提成' },
    clause: '客服手册 §3.2',
  },
  gate: {
    kpi: 'satisfaction',
    atLeast: '0.90',
    keeps: '0.5',
    label: { en: 'Satisfaction', 'zh-CN': '满意度' },
    clause: '客服手册 §3.3',
  },
  cap: '8000',
  rounding: 'half-even',
} as const satisfies PlanPolicy
