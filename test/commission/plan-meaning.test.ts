import { describe, expect, test } from 'vitest'
import { parsePlan } from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { flat, service } from './plans.js'

const steps = [
  { from: '0', rate: '0.01' },
  { from: '100', rate: '0.02' },
]
const grid = {
  kind: 'grid',
  rows: [{}, { from: '1' }],
  kpi: 'satisfaction',
  columns: [{}, { from: '0.9' }],
  rates: [
    ['0.01', '0.02'],
    ['0.02', '0.03'],
  ],
}
const category = { kind: 'category', by: 'line', rates: { phone: '0.01', tablet: '0.02' } }
const wants = (wrong: object) => () => parsePlan({ ...flat, ...wrong })

describe('a plan is refused', () => {
  test.each<[string, object, ...(readonly [code: string, path: string])[]]>([
    [
      'tiers out of order',
      { tiers: { kind: 'marginal', steps: [...steps].reverse() } },
      ['unordered-bounds', 'tiers.steps[1].from'],
    ],
    ['no tiers', { tiers: { kind: 'retroactive', steps: [] } }, ['empty-list', 'tiers.steps']],
    [
      'a tier without a bound after the first',
      { tiers: { kind: 'marginal', steps: [steps[0], { rate: '1' }] } },
      ['missing', 'tiers.steps[1].from'],
    ],
    [
      'factors out of order',
      {
        quota: 'q',
        accelerator: {
          steps: [
            { from: '1', factor: '2' },
            { from: '1', factor: '3' },
          ],
        },
      },
      ['unordered-bounds', 'accelerator.steps[1].from'],
    ],
    [
      'a grid of another shape',
      { quota: 'q', tiers: { ...grid, rates: [['0.01']] } },
      ['grid-shape', 'tiers.rates'],
    ],
    [
      'negative rates',
      { tiers: { kind: 'flat', rate: '-0.01' } },
      ['not-a-non-negative-decimal', 'tiers.rate'],
    ],
    [
      'parts of a quota that is not named',
      { tiers: { kind: 'marginal', of: 'quota', steps } },
      ['no-quota', 'tiers'],
    ],
    ['a grid without a quota', { tiers: grid }, ['no-quota', 'tiers']],
    [
      'an accelerator without a quota',
      { accelerator: { steps: [{ from: '1', factor: '2' }] } },
      ['no-quota', 'accelerator'],
    ],
    [
      'a quota of what is not measured',
      { gate: { kpi: 'satisfaction', of: 'goal', atLeast: '1' } },
      ['not-measured', 'gate.of'],
    ],
    ['a quota called as the measure', { quota: 'sales' }, ['duplicate-name', 'quota']],
    ['two measures of one name', { linked: [{ sum: 'sales' }] }, ['duplicate-name', 'linked[0]']],
    [
      'a KPI called as the quota',
      { quota: 'q', gate: { kpi: 'q', atLeast: '1' } },
      ['duplicate-name', 'gate.kpi'],
    ],
    [
      'a quota that is one of money and one of a count',
      {
        quota: 'q',
        linked: [{ sum: 'units', unit: 'count' }],
        kickers: [{ kpi: 'units', of: 'q', atLeast: '1', pays: '5' }],
      },
      ['duplicate-name', 'kickers[0].of'],
    ],
    [
      'a grid whose KPI is a measure',
      { quota: 'q', tiers: { ...grid, kpi: 'sales' } },
      ['duplicate-name', 'tiers.kpi'],
    ],
    [
      'a name that the plan works out',
      { dealCap: '5', linked: [{ sum: 'deals' }] },
      ['duplicate-name', 'linked[0]'],
    ],
    ['another one', { yearCap: '5', quota: 'earned_to_date' }, ['duplicate-name', 'quota']],
    [
      'a category called as a measure',
      { tiers: category, linked: [{ sum: 'sales.phone' }] },
      ['duplicate-name', 'tiers.rates.phone'],
    ],
    [
      'a category called as the rest of them',
      {
        tiers: { ...category, rates: { other: '0.01' }, otherwise: '0.02' },
      },
      ['duplicate-name', 'tiers.otherwise'],
    ],
    [
      'a deal cap beside tiers of the quota',
      { quota: 'q', dealCap: '5', tiers: grid },
      ['not-together', 'dealCap'],
    ],
    [
      'a deal cap beside an accelerator',
      {
        quota: 'q',
        dealCap: '5',
        accelerator: { steps: [{ from: '1', factor: '2' }] },
      },
      ['not-together', 'dealCap'],
    ],
    [
      'an accelerator beside categories',
      {
        quota: 'q',
        tiers: category,
        accelerator: { steps: [{ from: '1', factor: '2' }] },
      },
      ['not-together', 'accelerator'],
    ],
    [
      'a cap of the year beside the year to date',
      { yearCap: '5', measuring: 'year-to-date' },
      ['not-together', 'yearCap'],
    ],
    [
      'a holdback of what is collected',
      { measure: { sum: 'collections' }, holdback: { share: '1' } },
      ['not-together', 'holdback'],
    ],
    [
      'a holdback of what is invoiced',
      { measure: { sum: 'invoiced' }, holdback: { share: '1' } },
      ['not-together', 'holdback'],
    ],
    [
      'more kept than earned',
      { gate: { kpi: 'q', atLeast: '1', keeps: '1.01' } },
      ['above-whole', 'gate.keeps'],
    ],
    [
      'more held back than earned',
      { holdback: { share: '1.5' } },
      ['above-whole', 'holdback.share'],
    ],
    [
      'amounts below the currency’s minor unit',
      {
        floor: '0.001',
        cap: '1.001',
        yearCap: '1.001',
        dealCap: '1.001',
        kickers: [{ kpi: 'q', atLeast: '1', pays: '0.001' }],
      },
      ['too-many-places', 'dealCap'],
      ['too-many-places', 'kickers[0].pays'],
      ['too-many-places', 'floor'],
      ['too-many-places', 'cap'],
      ['too-many-places', 'yearCap'],
    ],
  ])('with %s', (_, wrong, ...expected) => {
    expect(found(wants(wrong))).toEqual(expected)
  })

  test('with every problem at once, in Chinese too', () => {
    const problems = problemsOf(
      wants({ quota: 'sales', tiers: { kind: 'flat', rate: '0.1' }, cap: '0.001' }),
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'quota：“sales” 已是本方案另一项输入的名称。每项输入须有各自的名称。',
        'cap：0.001 的小数位超过 2 位。请先按自己的规则舍入，或声明更多小数位。',
      ].join('\n'),
    )
  })
})

describe('a name may be used again', () => {
  test.each<[string, object]>([
    [
      'where a gate and a kicker read one KPI',
      {
        gate: { kpi: 'q', atLeast: '0.8' },
        kickers: [{ kpi: 'q', atLeast: '1', pays: '5' }],
      },
    ],
    [
      'where measures are compared with each other',
      {
        linked: [{ sum: 'renewals' }],
        gate: { kpi: 'renewals', of: 'sales', atLeast: '0.3' },
      },
    ],
    [
      'where a linked measure is held to the plan’s own quota',
      {
        quota: 'q',
        linked: [{ sum: 'renewals' }],
        gate: { kpi: 'renewals', of: 'q', atLeast: '0.3' },
      },
    ],
    [
      'where a measure is held to a value of its own',
      {
        kickers: [{ kpi: 'sales', atLeast: '1000', pays: '5' }],
      },
    ],
    ['in every part of a full plan', service],
  ])('%s', (_, parts) => {
    expect(problemsOf(wants(parts))).toEqual([])
  })
})
