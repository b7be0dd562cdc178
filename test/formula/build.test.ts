import { expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { money } from '../../src/quantity/index.js'

const one = { op: 'constant', value: '1', unit: 'ratio' } as const
const two = { op: 'constant', value: '2', unit: 'ratio' } as const
const rule = { places: 2, rounding: 'half-up' } as const
const less = { op: 'above', left: two, right: one } as const

test.each([
  [
    build.input('sales', money('CNY'), 2),
    { op: 'input', name: 'sales', unit: 'money:CNY', scale: 2 },
  ],
  [
    build.input('quota', money('CNY'), 2, undefined, '0'),
    { op: 'input', name: 'quota', unit: 'money:CNY', scale: 2, above: '0' },
  ],
  [
    build.input('score', 'points', 1, 'Score'),
    { op: 'input', name: 'score', unit: 'points', scale: 1, label: 'Score' },
  ],
  [build.constant('1'), one],
  [build.constant('5', 'count'), { op: 'constant', value: '5', unit: 'count' }],
  [build.add(one, two), { op: 'add', of: [one, two] }],
  [build.subtract(one, two), { op: 'subtract', left: one, right: two }],
  [build.multiply(one, two), { op: 'multiply', of: [one, two] }],
  [build.divide(one, two, rule), { op: 'divide', left: one, right: two, ...rule }],
  [build.minimum(one, two), { op: 'minimum', of: [one, two] }],
  [build.maximum(one, two), { op: 'maximum', of: [one, two] }],
  [build.round(one, rule), { op: 'round', of: one, ...rule }],
  [
    build.marginal(one, [{ rate: '0.1' }]),
    { op: 'marginal', x: one, tiers: [{ rate: '0.1' }], rateUnit: 'ratio' },
  ],
  [
    build.marginal(one, [{ from: '0', rate: '5' }], money('JPY')),
    { op: 'marginal', x: one, tiers: [{ from: '0', rate: '5' }], rateUnit: 'money:JPY' },
  ],
  [
    build.step(one, [{ value: '3' }]),
    { op: 'step', x: one, bands: [{ value: '3' }], unit: 'ratio' },
  ],
  [
    build.step(one, [{ value: '3' }], 'points'),
    { op: 'step', x: one, bands: [{ value: '3' }], unit: 'points' },
  ],
  [
    build.interpolate(one, [{ at: '0', value: '1' }], rule),
    { op: 'interpolate', x: one, points: [{ at: '0', value: '1' }], unit: 'ratio', ...rule },
  ],
  [
    build.interpolate(one, [{ at: '0', value: '1' }], { ...rule, unit: 'points' }),
    { op: 'interpolate', x: one, points: [{ at: '0', value: '1' }], unit: 'points', ...rule },
  ],
  [
    build.grid({
      row: one,
      column: two,
      rows: [{}],
      columns: [{}],
      values: [['9']],
      unit: 'count',
    }),
    {
      op: 'grid',
      row: one,
      column: two,
      rows: [{}],
      columns: [{}],
      values: [['9']],
      unit: 'count',
    },
  ],
  [build.match('region', { east: one }), { op: 'match', key: 'region', cases: { east: one } }],
  [
    build.match('region', { east: one }, two),
    { op: 'match', key: 'region', cases: { east: one }, otherwise: two },
  ],
  [
    build.when(less, one, two),
    // biome-ignore lint/suspicious/noThenProperty: the field's word
    { op: 'when', condition: less, then: one, otherwise: two },
  ],
  [build.named('Pay', one), { op: 'named', label: 'Pay', of: one }],
  [build.named('Pay', one, '§2'), { op: 'named', label: 'Pay', clause: '§2', of: one }],
  [build.atLeast(one, two), { op: 'atLeast', left: one, right: two }],
  [build.above(two, one), less],
  [build.equals(one, two), { op: 'equals', left: one, right: two }],
  [build.all(less), { op: 'all', of: [less] }],
  [build.any(less, less), { op: 'any', of: [less, less] }],
  [build.not(less), { op: 'not', of: less }],
])('a builder writes the node %o', (built, node) => {
  expect(built).toStrictEqual(node)
})
