import { type Inputs, own } from './table-plans.js'

/** Plans in which numbers of each person stand wherever they may, and what one of them is read with. */

const steps = [
  { from: '0', rate: '0.01' },
  { from: own('a'), rate: '0.02' },
  { from: own('b'), rate: own('top') },
]
const flat = { tiers: { kind: 'flat', rate: '0.1' } }
const stepped = (kind: string, more: object = {}) => ({ tiers: { kind, steps, ...more } })
const curve = (kind: string, more: object = {}) => ({
  kind,
  points: [
    { at: '0', factor: '0.5' },
    { at: own('a'), factor: own('f') },
    { at: own('b'), factor: '2' },
  ],
  ...more,
})
const factor = (of: object, more: object = {}) => ({
  ...flat,
  modifiers: [{ kpi: 'q', curve: of, ...more }],
})
const onePoint = (kind: string, at: unknown) => factor({ kind, points: [{ at, factor: own('f') }] })
const grid = (more: object = {}) => ({
  quota: 'quota',
  tiers: {
    kind: 'grid',
    kpi: 'q',
    rows: [{}, { from: own('a') }, { from: own('b'), exclusive: true }],
    columns: [{}, { from: own('c') }],
    rates: [
      ['0.01', '0.02'],
      ['0.03', own('f')],
      ['0.05', '0.06'],
    ],
    ...more,
  },
})
const line = {
  between: 'linear',
  rows: [{ from: '0' }, { from: own('a') }, { from: own('b') }],
  columns: [{ from: own('c') }, { from: '1' }],
}
const amounts = [
  ['1', '2'],
  [own('f'), '4'],
  ['5', '6'],
]
const accelerator = {
  steps: [
    { from: own('a'), factor: '2' },
    { from: own('b'), factor: own('f') },
  ],
}
const target = {
  kind: 'target',
  target: '1000',
  parts: [
    {
      kpi: 'sales',
      weight: own('w'),
      curve: {
        kind: 'linear',
        points: [
          { at: own('a'), factor: '0' },
          { at: own('b'), factor: '1' },
        ],
      },
    },
  ],
}
const above = [{ rate: '0.1' }, { from: own('a'), exclusive: true, rate: '0.2' }]
const ofMargin = { kpi: 'margin', of: 'sales' }
const kept = { ...flat, gate: { kpi: 'q', atLeast: '1', keeps: own('f') } }

const money = { sales: '500.00', a: '100.00', b: '300.00', top: '0.5' }
const parts = { sales: '500.00', quota: '400.00', a: '0.5', b: '1' }
const reads = { sales: '500.00', q: '0.6', a: '0.5', b: '0.8', f: '1.5' }
const cells = { ...parts, sales: '300.00', q: '0.95', c: '0.9', f: '0.04' }
const noQuota = { ...cells, quota: '0.00' }
const pieces = { pieces: '12.5', a: '2.5', b: '10', top: '3.25' }
const quota = { quota: 'quota' }

export const ownPlans = {
  accelerated: { ...quota, ...flat, accelerator },
  curve,
  factor,
  grid,
  kept,
  line,
  stepped,
}

/** What stands for each person, the plan, and what it reads. */
export const ownPlaces: readonly (readonly [what: string, plan: object, inputs: Inputs])[] = [
  ['bounds of slices', stepped('marginal'), money],
  ['bounds of what is reached', stepped('retroactive'), money],
  [
    'a bound just above',
    stepped('retroactive', { steps: above }),
    { sales: '500.00', a: '500.00' },
  ],
  [
    'parts of the quota, by slices',
    { ...quota, ...stepped('marginal', { of: 'quota' }) },
    { ...parts, top: '0.5' },
  ],
  [
    'parts of the quota, reached',
    { ...quota, ...stepped('retroactive', { of: 'quota' }) },
    { ...parts, top: '0.5' },
  ],
  [
    'bounds of a KPI',
    stepped('retroactive', { of: { kpi: 'q' } }),
    { sales: '500.00', q: '0.6', a: '0.5', b: '0.8', top: '0.5' },
  ],
  [
    'parts of a measure',
    { linked: [{ sum: 'margin' }], ...stepped('retroactive', { of: ofMargin }) },
    { ...parts, quota: '0', margin: '350.00', top: '0.5' },
  ],
  [
    'bounds of pieces',
    { measure: { sum: 'pieces', unit: 'count' }, ...stepped('marginal') },
    pieces,
  ],
  [
    'bounds of a category',
    { tiers: { kind: 'category', by: 'line', rates: { x: { kind: 'marginal', steps } } } },
    { ...money, 'sales.x': '500.00' },
  ],
  ['an accelerator', ownPlans.accelerated, { ...parts, f: '3' }],
  ['a factor in steps', factor(curve('stepped')), reads],
  [
    'a factor in steps from zero',
    factor(curve('stepped', { below: 'zero' })),
    { ...reads, q: '0' },
  ],
  ['a factor along a line', factor(curve('linear')), reads],
  ['a factor below a line', factor(curve('linear')), { ...reads, q: '-0.1' }],
  [
    'a factor beyond a line',
    factor(curve('linear', { beyond: own('more') })),
    { ...reads, q: '0.9', more: '3' },
  ],
  ['the only factor', onePoint('stepped', '0'), { sales: '500.00', q: '0.9', f: '1.5' }],
  [
    'the only point of a line',
    onePoint('linear', own('a')),
    { sales: '500.00', q: '0.9', a: '1', f: '1.5' },
  ],
  [
    'a factor of the overage',
    { ...quota, ...factor(curve('linear'), { on: 'overage' }) },
    { ...reads, quota: '400.00' },
  ],
  ['a target', { tiers: target }, { sales: '150.00', a: '100.00', b: '300.00', w: '0.4' }],
  ['a grid', grid(), cells],
  ['a grid, just above a row', grid(), { ...cells, sales: '400.00', q: '0.8' }],
  [
    'amounts of a grid',
    grid({ pays: 'amount', rates: amounts }),
    { ...cells, q: '0.8', f: '3.50' },
  ],
  ['a grid between points', grid(line), cells],
  ['a grid, of a quota of zero', { ...grid(), quotaOfZero: 'reached' }, noQuota],
  ['points, of a quota of zero', { ...grid(line), quotaOfZero: 'missed' }, noQuota],
]
