import type { PlanPolicy } from '../../../src/commission/index.js'

/** A plan by hand, and every finding it must give: severity, code, path, and what it costs. */
export interface HandMade {
  readonly name: string
  readonly policy: PlanPolicy
  readonly findings: readonly string[]
}

const base = { id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' } } as const
const flat = { kind: 'flat', rate: '0.02' } as const
const renewals = { sum: 'sales', as: 'renewals', where: { credit: 'renewal' } } as const
/** Slices without a fault: 1 % from the first unit or refund on, 1.5 % from 50,000. */
const sound = {
  kind: 'marginal',
  steps: [{ rate: '0.010' }, { from: '50000', rate: '0.015' }],
} as const

/**
 * Plans with cliffs, falls, dead tiers, gains from shifting and splitting, and rules
 * without effect planted by hand.
 */
export const handMade: readonly HandMade[] = [
  { name: 'a flat rate has no fault', policy: { ...base, tiers: flat }, findings: [] },
  {
    name: 'progressive slices: 50,000 + 50,000 moved into one period gain 0.5 % of 50,000',
    policy: { ...base, tiers: sound },
    findings: ['warning shift-gain measuring 250.00'],
  },
  {
    name: 'regressive slices: 100,000 in one gains less than in two, 1 % of 50,000',
    policy: {
      ...base,
      tiers: { kind: 'marginal', steps: [{ rate: '0.02' }, { from: '50000', rate: '0.01' }] },
    },
    findings: ['warning shift-gain measuring 500.00'],
  },
  {
    name: 'a retroactive tier jumps by 1 % of 50,000',
    policy: {
      ...base,
      tiers: { kind: 'retroactive', steps: [{ rate: '0.01' }, { from: '50000', rate: '0.02' }] },
    },
    findings: ['warning cliff tiers.steps[1] 500.00', 'warning shift-gain measuring 1000.00'],
  },
  {
    name: 'a retroactive tier just above its bound jumps by 1 % of 50,000',
    policy: {
      ...base,
      tiers: {
        kind: 'retroactive',
        steps: [{ rate: '0.01' }, { from: '50000', exclusive: true, rate: '0.02' }],
      },
    },
    findings: ['warning cliff tiers.steps[1] 500.00', 'warning shift-gain measuring 1000.00'],
  },
  {
    name: 'a retroactive tier that falls from 2 % to 1.99 % at 100,000 loses 10.00',
    policy: {
      ...base,
      tiers: { kind: 'retroactive', steps: [{ rate: '0.02' }, { from: '100000', rate: '0.0199' }] },
    },
    findings: ['error fall tiers.steps[1] 10.00', 'warning shift-gain measuring 20.00'],
  },
  {
    name: 'a retroactive tier at nothing loses all 2,000, and it is never made up',
    policy: {
      ...base,
      tiers: { kind: 'retroactive', steps: [{ rate: '0.02' }, { from: '100000', rate: '0' }] },
    },
    findings: ['error fall tiers.steps[1] 2000.00', 'warning shift-gain measuring 4000.00'],
  },
  {
    name: 'two bounds within one fen leave a tier that nothing falls in',
    policy: {
      ...base,
      tiers: {
        kind: 'marginal',
        steps: [
          { rate: '0.01' },
          { from: '50000.001', rate: '0.02' },
          { from: '50000.009', rate: '0.01' },
        ],
      },
    },
    findings: [],
  },
  {
    name: 'two retroactive bounds within one fen leave a dead tier',
    policy: {
      ...base,
      tiers: {
        kind: 'retroactive',
        steps: [
          { rate: '0.01' },
          { from: '50000.001', rate: '0.02' },
          { from: '50000.009', rate: '0.01' },
        ],
      },
    },
    findings: ['error unreachable-tier tiers.steps[1]'],
  },
  {
    name: 'a tier for refunds alone is not dead',
    policy: {
      ...base,
      tiers: { kind: 'marginal', steps: [{ rate: '0.01' }, { from: '0', rate: '0.02' }] },
    },
    findings: [],
  },
  {
    name: 'a tier with the rate of the one before',
    policy: {
      ...base,
      tiers: { kind: 'marginal', steps: [{ rate: '0.01' }, { from: '50000', rate: '0.010' }] },
    },
    findings: ['warning same-rate tiers.steps[1]'],
  },
  {
    name: 'a cap of 875 binds from 75,000 on: 150,000 in two periods are paid twice',
    policy: { ...base, tiers: sound, cap: '875' },
    findings: ['warning shift-gain measuring 875.00', 'info cap-binds cap'],
  },
  {
    name: 'a cap of 500 makes the tier at 50,000 dead',
    policy: { ...base, tiers: sound, cap: '500' },
    findings: [
      'warning tier-beyond-cap tiers.steps[1]',
      'warning shift-gain measuring 500.00',
      'info cap-binds cap',
    ],
  },
  {
    name: 'a cap that nothing reaches: the highest tier pays nothing more',
    policy: {
      ...base,
      tiers: { kind: 'marginal', steps: [{ rate: '0.01' }, { from: '50000', rate: '0' }] },
      cap: '500.01',
    },
    findings: ['warning cap-never-binds cap', 'warning shift-gain measuring 500.00'],
  },
  {
    name: 'a floor of 300 is paid up to 15,000: two months in one earn it once more',
    policy: { ...base, tiers: flat, floor: '300' },
    findings: ['warning shift-gain measuring 300.00', 'info floor-binds floor'],
  },
  {
    name: 'a floor at the cap',
    policy: { ...base, tiers: flat, floor: '300', cap: '300' },
    findings: ['error floor-at-cap floor', 'info cap-binds cap', 'info floor-binds floor'],
  },
  {
    name: 'a floor where nothing is ever earned has no end to tell',
    policy: { ...base, tiers: { kind: 'flat', rate: '0' }, floor: '300' },
    findings: [],
  },
  {
    name: 'a gate that keeps nothing: 2,000 of the usual 100,000 hang on it',
    policy: { ...base, tiers: flat, gate: { kpi: 'quality', atLeast: '0.9' } },
    findings: ['warning missed-condition gate 2000.00'],
  },
  {
    name: 'a gate that keeps half',
    policy: { ...base, tiers: flat, gate: { kpi: 'quality', atLeast: '0.9', keeps: '0.5' } },
    findings: ['info missed-condition gate 1000.00'],
  },
  {
    name: 'a gate that keeps all',
    policy: { ...base, tiers: flat, gate: { kpi: 'quality', atLeast: '0.9', keeps: '1' } },
    findings: ['warning without-effect gate'],
  },
  {
    name: 'a gate at zero of a KPI, which may be below it',
    policy: { ...base, tiers: flat, gate: { kpi: 'margin', atLeast: '0' } },
    findings: ['warning missed-condition gate 2000.00'],
  },
  {
    name: 'a gate below zero of a KPI',
    policy: { ...base, tiers: flat, gate: { kpi: 'margin', atLeast: '-0.05' } },
    findings: ['warning missed-condition gate 2000.00'],
  },
  {
    name: 'a gate at zero of the measure is always open',
    policy: { ...base, tiers: flat, gate: { kpi: 'sales', atLeast: '0' } },
    findings: ['warning always-met gate'],
  },
  {
    name: 'a gate at zero of another measure is always open',
    policy: {
      ...base,
      linked: [{ sum: 'collections' }],
      tiers: flat,
      gate: { kpi: 'collections', atLeast: '0' },
    },
    findings: ['warning always-met gate'],
  },
  {
    name: 'a gate at zero parts of a quota is always open',
    policy: {
      ...base,
      quota: 'quota',
      tiers: flat,
      gate: { kpi: 'sales', of: 'quota', atLeast: '0' },
    },
    findings: ['warning always-met gate', 'info quota-above-zero quota'],
  },
  {
    name: 'a gate at zero parts of another measure is missed by who has none of either',
    policy: {
      ...base,
      linked: [{ sum: 'collections' }],
      tiers: flat,
      gate: { kpi: 'collections', of: 'sales', atLeast: '0' },
    },
    findings: [],
  },
  {
    name: 'a gate on the measure itself: 500 is the first commission, 10.00',
    policy: { ...base, tiers: flat, gate: { kpi: 'sales', atLeast: '500' } },
    findings: ['warning cliff gate 10.00', 'warning shift-gain measuring 20.00'],
  },
  {
    name: 'a gate on what is collected of the sales: 80 %',
    policy: {
      ...base,
      linked: [{ sum: 'collections' }],
      tiers: flat,
      gate: { kpi: 'collections', of: 'sales', atLeast: '0.8' },
    },
    findings: ['warning missed-condition gate 2000.00'],
  },
  {
    name: 'a kicker of 300 at the quota',
    policy: {
      ...base,
      tiers: flat,
      quota: 'quota',
      kickers: [{ kpi: 'sales', of: 'quota', atLeast: '1', pays: '300' }],
    },
    findings: [
      'warning shift-gain measuring 300.00',
      'info cliff kickers[0] 300.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'a kicker that pays nothing',
    policy: {
      ...base,
      tiers: flat,
      kickers: [{ kpi: 'quality', atLeast: '0.9', pays: '0' }],
    },
    findings: ['warning without-effect kickers[0]'],
  },
  {
    name: 'kickers in steps of one KPI: each is missed by itself',
    policy: {
      ...base,
      tiers: flat,
      kickers: [
        { kpi: 'quality', atLeast: '0.8', pays: '100' },
        { kpi: 'quality', atLeast: '0.9', pays: '200' },
      ],
    },
    findings: [
      'info missed-condition kickers[0] 300.00',
      'info missed-condition kickers[1] 200.00',
    ],
  },
  {
    name: 'an accelerator of 1.5 beyond a quota of 100,000',
    policy: {
      ...base,
      tiers: flat,
      quota: 'quota',
      accelerator: { steps: [{ from: '1', factor: '1.5' }] },
    },
    findings: ['warning shift-gain measuring 1000.00', 'info quota-above-zero quota'],
  },
  {
    name: 'an accelerator step with the factor of the one before',
    policy: {
      ...base,
      tiers: flat,
      quota: 'quota',
      accelerator: {
        steps: [
          { from: '1', factor: '1.5' },
          { from: '1.2', factor: '1.50' },
        ],
      },
    },
    findings: [
      'warning without-effect accelerator.steps[1]',
      'warning shift-gain measuring 1000.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'a condition that turns a factor of 0.5 on pays less where it is reached',
    policy: {
      ...base,
      tiers: flat,
      quota: 'quota',
      accelerator: {
        steps: [{ from: '1', factor: '0.5' }],
        when: { kpi: 'quality', atLeast: '0.9' },
      },
    },
    findings: [
      'error harmful-condition accelerator.when 1000.00',
      'warning shift-gain measuring 1000.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'retroactive tiers in parts of a quota jump by 1 % of 100,000',
    policy: {
      ...base,
      quota: 'quota',
      tiers: {
        kind: 'retroactive',
        of: 'quota',
        steps: [{ rate: '0.01' }, { from: '1', rate: '0.02' }],
      },
    },
    findings: [
      'warning cliff tiers.steps[1] 1000.00',
      'warning shift-gain measuring 2000.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'slices in parts of a quota',
    policy: {
      ...base,
      quota: 'quota',
      tiers: {
        kind: 'marginal',
        of: 'quota',
        steps: [{ rate: '0.01' }, { from: '0.5', rate: '0.02' }],
      },
    },
    findings: ['warning shift-gain measuring 500.00', 'info quota-above-zero quota'],
  },
  {
    name: 'a grid of attainment and quality: a jump by row, a fall in its last column',
    policy: {
      ...base,
      quota: 'quota',
      tiers: {
        kind: 'grid',
        rows: [{}, { from: '0.8' }, { from: '1' }],
        kpi: 'quality',
        columns: [{}, { from: '0.9' }],
        rates: [
          ['0.01', '0.01'],
          ['0.01', '0.02'],
          ['0.01', '0.015'],
        ],
      },
    },
    findings: [
      'error fall tiers.rows[2] 500.00',
      'warning cliff tiers.rows[1] 800.00',
      'warning shift-gain measuring 1000.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'categories, each at its rate, under one cap',
    policy: {
      ...base,
      tiers: {
        kind: 'category',
        by: 'line',
        rates: { phones: '0.01', cases: '0' },
        otherwise: '0.03',
      },
      cap: '3000',
    },
    findings: ['warning shift-gain measuring 3000.00', 'info cap-binds cap'],
  },
  {
    name: 'deals with a cap of 200 each: one of 20,000 is worth reporting as two',
    policy: { ...base, tiers: flat, dealCap: '200', cap: '5000' },
    findings: [
      'warning split-gain dealCap 200.00',
      'warning shift-gain measuring 5000.00',
      'info cap-binds dealCap',
      'info cap-binds cap',
    ],
  },
  {
    name: 'deals with a least amount, and no cap: two small ones earn it twice',
    policy: { ...base, tiers: flat, per: 'deal', dealFloor: '50' },
    findings: ['warning split-gain per 50.00', 'info floor-binds dealFloor'],
  },
  {
    name: 'deals whose floor is not below their cap',
    policy: { ...base, tiers: flat, dealFloor: '50', dealCap: '50' },
    findings: [
      'error floor-at-cap dealFloor',
      'warning split-gain dealCap 50.00',
      'info cap-binds dealCap',
      'info floor-binds dealFloor',
    ],
  },
  {
    name: 'deals in stages by their margin, beside a gate of the quota',
    policy: {
      ...base,
      ...{ per: 'deal', quota: 'quota', linked: [{ sum: 'margin' }] },
      tiers: {
        kind: 'stages',
        stages: [
          { when: { kpi: 'sales', atLeast: '1000' }, rate: '0.02' },
          { when: { kpi: 'margin', of: 'sales', atLeast: '0.2' }, rate: '0.05' },
        ],
      },
      gate: { kpi: 'sales', of: 'quota', atLeast: '0.5' },
    },
    findings: [
      'warning cliff tiers.stages[0].when 20.00',
      'warning missed-condition gate 100000.00',
      'info missed-condition tiers.stages[1].when 3000.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'deals by category, each with a least amount of the person',
    policy: {
      ...base,
      tiers: { kind: 'category', by: 'line', rates: { a: '0.02', b: '0.03' } },
      dealFloor: { figure: 'least' },
    },
    findings: ['warning split-gain dealFloor 100000.00', 'info floor-binds dealFloor'],
  },
  {
    name: 'a cap of the year that twelve caps do not reach',
    policy: { ...base, tiers: flat, cap: '1000', yearCap: '12000' },
    findings: [
      'warning cap-never-binds yearCap',
      'warning shift-gain measuring 1000.00',
      'info cap-binds cap',
    ],
  },
  {
    name: 'a cap above that of the year',
    policy: { ...base, tiers: flat, cap: '1000', yearCap: '900' },
    findings: ['warning cap-never-binds cap', 'warning shift-gain measuring 900.00'],
  },
  {
    name: 'measured to date, moving sales within the year gains nothing',
    policy: { ...base, measuring: 'year-to-date', tiers: sound },
    findings: [],
  },
  {
    name: 'a holdback of nothing',
    policy: { ...base, tiers: flat, holdback: { share: '0' } },
    findings: ['warning without-effect holdback'],
  },
  {
    name: 'pieces at money each: 100 pieces reach 2.00 for all',
    policy: {
      ...base,
      measure: { sum: 'pieces', unit: 'count' },
      tiers: { kind: 'retroactive', steps: [{ rate: '1.50' }, { from: '100', rate: '2.00' }] },
    },
    findings: ['warning cliff tiers.steps[1] 50.00', 'warning shift-gain measuring 100.00'],
  },
  {
    name: 'a quota at the highest tier doubles what is above it',
    policy: {
      ...base,
      tiers: sound,
      quota: 'quota',
      accelerator: { steps: [{ from: '1', factor: '2' }] },
    },
    findings: ['warning shift-gain measuring 1000.00', 'info quota-above-zero quota'],
  },
  {
    name: 'a quota where no tier names an amount',
    policy: {
      ...base,
      tiers: { kind: 'retroactive', steps: [{ rate: '0.01' }] },
      quota: 'quota',
      accelerator: { steps: [{ from: '1', factor: '2' }] },
    },
    findings: ['warning shift-gain measuring 1000.00', 'info quota-above-zero quota'],
  },
  {
    name: 'a gate on a part of the measure itself',
    policy: {
      ...base,
      linked: [renewals],
      tiers: flat,
      gate: { kpi: 'renewals', of: 'sales', atLeast: '0.2' },
    },
    findings: ['warning missed-condition gate 2000.00'],
  },
  {
    name: 'a gate on a part of the measure beside an accelerator with a condition of its own',
    policy: {
      ...base,
      quota: 'quota',
      linked: [renewals],
      tiers: flat,
      accelerator: {
        steps: [{ from: '1', factor: '2' }],
        when: { kpi: 'quality', atLeast: '0.9' },
      },
      gate: { kpi: 'renewals', of: 'sales', atLeast: '0.2' },
    },
    findings: [
      'warning missed-condition gate 2000.00',
      'warning shift-gain measuring 2000.00',
      'info missed-condition accelerator.when 2000.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'an accelerator that waits for a part of the measure',
    policy: {
      ...base,
      quota: 'quota',
      linked: [renewals],
      tiers: flat,
      accelerator: {
        steps: [{ from: '1', factor: '2' }],
        when: { kpi: 'renewals', of: 'sales', atLeast: '0.2' },
      },
    },
    findings: [
      'warning shift-gain measuring 2000.00',
      'info missed-condition accelerator.when 2000.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'a kicker for a part of the measure beside a gate on a KPI',
    policy: {
      ...base,
      linked: [renewals],
      tiers: flat,
      gate: { kpi: 'quality', atLeast: '0.9' },
      kickers: [{ kpi: 'renewals', of: 'sales', atLeast: '0.2', pays: '100' }],
    },
    findings: ['info missed-condition gate 2000.00', 'info missed-condition kickers[0] 100.00'],
  },
  {
    name: 'a cap far above the usual amount beside a gate',
    policy: { ...base, tiers: flat, gate: { kpi: 'quality', atLeast: '0.9' }, cap: '5000' },
    findings: [
      'warning missed-condition gate 2000.00',
      'warning shift-gain measuring 5000.00',
      'info cap-binds cap',
    ],
  },
  {
    name: 'a cap that binds before all is lost',
    policy: {
      ...base,
      tiers: { kind: 'retroactive', steps: [{ rate: '0.02' }, { from: '100000', rate: '0' }] },
      cap: '1500',
    },
    findings: [
      'error fall tiers.steps[1] 1500.00',
      'warning shift-gain measuring 3000.00',
      'info cap-binds cap',
    ],
  },
  {
    name: 'categories that list all there is',
    policy: {
      ...base,
      tiers: { kind: 'category', by: 'line', rates: { shoes: '0.01', bags: '0.02' } },
    },
    findings: [],
  },
  {
    name: 'a grid whose last column begins just above its bound',
    policy: {
      ...base,
      quota: 'quota',
      tiers: {
        kind: 'grid',
        kpi: 'quality',
        rows: [{}, { from: '1' }],
        columns: [{}, { from: '0.8', exclusive: true }],
        rates: [
          ['0.01', '0.02'],
          ['0.02', '0.03'],
        ],
      },
    },
    findings: [
      'warning cliff tiers.rows[1] 1000.00',
      'warning shift-gain measuring 2000.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'a gate on a part of the measure that keeps all',
    policy: {
      ...base,
      linked: [renewals],
      tiers: flat,
      gate: { kpi: 'renewals', of: 'sales', atLeast: '0.2', keeps: '1' },
    },
    findings: [],
  },
  {
    name: 'a grid that falls in its first column alone',
    policy: {
      ...base,
      quota: 'quota',
      tiers: {
        kind: 'grid',
        kpi: 'quality',
        rows: [{}, { from: '1' }],
        columns: [{}, { from: '0.8' }, { from: '0.9' }],
        rates: [
          ['0.02', '0.02', '0.02'],
          ['0.01', '0.02', '0.02'],
        ],
      },
    },
    findings: [
      'error fall tiers.rows[1] 1000.00',
      'warning shift-gain measuring 2000.00',
      'info quota-above-zero quota',
    ],
  },
  {
    name: 'a gate on what is collected of what was invoiced',
    policy: {
      ...base,
      linked: [{ sum: 'collections' }, { sum: 'invoiced' }],
      tiers: flat,
      gate: { kpi: 'collections', of: 'invoiced', atLeast: '0.8' },
    },
    findings: ['warning missed-condition gate 2000.00'],
  },
  {
    name: 'a gate beside slices: what hangs on it at the highest of them',
    policy: {
      ...base,
      tiers: {
        kind: 'marginal',
        steps: [{ rate: '0.01' }, { from: '50000', rate: '0.02' }, { from: '80000', rate: '0.03' }],
      },
      gate: { kpi: 'quality', atLeast: '0.9' },
    },
    findings: ['warning missed-condition gate 1100.00', 'warning shift-gain measuring 1300.00'],
  },
  {
    name: 'a gate beside retroactive tiers: what hangs on it at the highest of them',
    policy: {
      ...base,
      tiers: {
        kind: 'retroactive',
        steps: [{ rate: '0.01' }, { from: '50000', rate: '0.02' }, { from: '80000', rate: '0.03' }],
      },
      gate: { kpi: 'quality', atLeast: '0.9' },
    },
    findings: [
      'warning cliff tiers.steps[1] 500.00',
      'warning cliff tiers.steps[2] 800.00',
      'warning missed-condition gate 2400.00',
      'warning shift-gain measuring 2000.00',
    ],
  },
  {
    name: 'categories of which only the rest is paid',
    policy: {
      ...base,
      tiers: { kind: 'category', by: 'line', rates: { phones: '0' }, otherwise: '0.03' },
      cap: '3000',
    },
    findings: ['warning shift-gain measuring 3000.00', 'info cap-binds cap'],
  },
]
