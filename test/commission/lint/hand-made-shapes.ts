import { input, multiply, step } from '../../../src/formula/index.js'
import { money } from '../../../src/quantity/index.js'
import type { HandMade } from './hand-made.js'

const base = { id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' } } as const
const ofQuota = { ...base, quota: 'quota' } as const
const flat = { kind: 'flat', rate: '0.02' } as const
const orders = { sum: 'orders', unit: 'count' } as const
const stepped = (...points: readonly (readonly [at: string, factor: string])[]) =>
  ({ kind: 'stepped', points: points.map(([at, factor]) => ({ at, factor })) }) as const
const sales = input('sales', money('CNY'), 2)

/** Faults planted in conditions that are joined, stages, factors, targets, spans and formulas of one's own. */
export const handMadeShapes: readonly HandMade[] = [
  {
    name: 'stages listed from the best down',
    policy: {
      ...base,
      tiers: {
        kind: 'stages',
        stages: [
          {
            when: {
              all: [
                { kpi: 'days', atLeast: '0.8' },
                { kpi: 'hours', atLeast: '0.7' },
              ],
            },
            rate: '0.03',
          },
          { when: { kpi: 'days', atLeast: '0.8' }, rate: '0.02' },
        ],
      },
    },
    findings: [
      'error unreachable-stage tiers.stages[0].when',
      'error stage-pays-less tiers.stages[1].rate',
      'warning missed-condition tiers.stages[0].when.all[0] 2000.00',
      'warning without-effect tiers.stages[0].when.all[1]',
      'warning missed-condition tiers.stages[1].when 2000.00',
    ],
  },
  {
    name: 'stages by the measure itself, the better one at a lower rate',
    policy: {
      ...base,
      tiers: {
        kind: 'stages',
        stages: [
          { when: { kpi: 'sales', atLeast: '50000' }, rate: '0.02' },
          { when: { kpi: 'sales', atLeast: '80000' }, rate: '0.01' },
        ],
      },
    },
    findings: [
      'error stage-pays-less tiers.stages[1].rate',
      'error fall tiers.stages[1].when 800.00',
      'warning cliff tiers.stages[0].when 1000.00',
      'warning shift-gain measuring 1600.00',
    ],
  },
  {
    name: 'a gate of what may not be',
    policy: { ...base, tiers: flat, gate: { not: { kpi: 'complaints', above: '0.1' } } },
    findings: ['warning missed-condition gate.not 2000.00'],
  },
  {
    name: 'a gate of two, of which one is always open',
    policy: {
      ...base,
      tiers: flat,
      gate: {
        any: [
          { kpi: 'sales', atLeast: '0' },
          { kpi: 'quality', atLeast: '0.9' },
        ],
      },
    },
    findings: ['warning always-met gate.any[0]', 'warning without-effect gate.any[1]'],
  },
  {
    name: 'a gate at the least of two',
    policy: {
      ...base,
      tiers: flat,
      gate: { leastOf: [{ kpi: 'a' }, { kpi: 'b' }], atLeast: '0.9' },
    },
    findings: [
      'warning missed-condition gate.leastOf[0] 2000.00',
      'warning missed-condition gate.leastOf[1] 2000.00',
    ],
  },
  {
    name: 'a factor of 0.9 where the quota is reached',
    policy: {
      ...ofQuota,
      tiers: flat,
      modifiers: [{ kpi: 'sales', of: 'quota', curve: stepped(['0', '1'], ['1', '0.9']) }],
    },
    findings: [
      'error fall tiers 200.00',
      'warning shift-gain measuring 400.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'a factor that falls with the orders',
    policy: {
      ...base,
      linked: [orders],
      tiers: flat,
      modifiers: [{ kpi: 'orders', curve: stepped(['0', '1'], ['10', '0.8']) }],
    },
    findings: ['error fall modifiers[0] 400.00'],
  },
  {
    name: 'a factor that rises with the orders',
    policy: {
      ...base,
      linked: [orders],
      tiers: flat,
      modifiers: [{ kpi: 'orders', curve: stepped(['0', '1'], ['10', '1.2']) }],
    },
    findings: [],
  },
  {
    name: 'a factor that falls with the part of the margin',
    policy: {
      ...base,
      linked: [{ sum: 'margin' }],
      tiers: flat,
      modifiers: [{ kpi: 'margin', of: 'sales', curve: stepped(['0', '1'], ['0.2', '0.9']) }],
    },
    findings: ['error fall modifiers[0] 200.00'],
  },
  {
    name: 'a factor of a KPI, of which less may be better',
    policy: {
      ...base,
      tiers: flat,
      modifiers: [{ kpi: 'complaints', curve: stepped(['0', '1'], ['0.1', '0.8']) }],
    },
    findings: [],
  },
  {
    name: 'tiers picked by the orders, the higher at a lower rate',
    policy: {
      ...base,
      linked: [orders],
      tiers: {
        kind: 'retroactive',
        of: { kpi: 'orders' },
        steps: [{ rate: '0.02' }, { from: '10', rate: '0.01' }],
      },
    },
    findings: ['error fall tiers.of 1000.00'],
  },
  {
    name: 'a target that is paid in steps, of which the last falls',
    policy: {
      ...ofQuota,
      tiers: {
        kind: 'target',
        target: '5000',
        parts: [
          {
            ...{ kpi: 'sales', of: 'quota', weight: '1' },
            curve: stepped(['0', '0'], ['1', '1'], ['1.2', '0.9']),
          },
        ],
      },
    },
    findings: [
      'error fall tiers 500.00',
      'warning cliff tiers 5000.00',
      'warning shift-gain measuring 5500.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'a target of which half begins at four fifths of the quota',
    policy: {
      ...ofQuota,
      tiers: {
        kind: 'target',
        target: '5000',
        parts: [
          {
            ...{ kpi: 'sales', of: 'quota', weight: '1' },
            curve: {
              kind: 'linear',
              below: 'zero',
              points: [
                { at: '0.8', factor: '0.5' },
                { at: '1', factor: '1' },
              ],
              beyond: '1',
            },
          },
        ],
      },
    },
    findings: [
      'warning cliff tiers 2500.00',
      'warning shift-gain measuring 8000.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'a formula of its own that falls at 100,000',
    policy: {
      ...base,
      tiers: {
        kind: 'formula',
        earns: multiply(
          sales,
          step(sales, [{ value: '0.02' }, { from: '100000', value: '0.0199' }], 'ratio'),
        ),
      },
    },
    findings: ['error fall tiers 10.00', 'warning shift-gain measuring 20.00'],
  },
  {
    name: 'a cap and a floor of each person',
    policy: { ...base, tiers: flat, cap: { figure: 'most' }, floor: { figure: 'least' } },
    findings: ['info cap-binds cap', 'info floor-binds floor'],
  },
  {
    name: 'a fall in what is measured since a day of the person',
    policy: {
      ...base,
      measuring: { since: 'hired', every: 'year' },
      tiers: { kind: 'retroactive', steps: [{ rate: '0.02' }, { from: '100000', rate: '0.01' }] },
    },
    findings: ['error fall tiers.steps[1] 1000.00'],
  },
  {
    name: 'a jump in what is measured to date',
    policy: {
      ...base,
      measuring: 'quarter-to-date',
      tiers: { kind: 'retroactive', steps: [{ rate: '0.01' }, { from: '100000', rate: '0.02' }] },
    },
    findings: ['warning cliff tiers.steps[1] 1000.00'],
  },
  {
    name: 'of two kickers the highest counts, and the harder one is lower',
    policy: {
      ...base,
      tiers: flat,
      kickersPay: 'highest',
      kickers: [
        { kpi: 'quality', atLeast: '0.8', pays: '300' },
        { kpi: 'quality', atLeast: '0.9', pays: '200' },
      ],
    },
    findings: ['warning without-effect kickers[1]', 'info missed-condition kickers[0] 300.00'],
  },
]
