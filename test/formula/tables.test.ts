import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bandAt,
  boundProblems,
  interpolated,
  slicesOf,
  writtenBounds,
} from '../../src/formula/tables.js'
import { decimal } from '../../src/quantity/index.js'
import { codesAndPaths } from './outcome.js'

describe('boundProblems', () => {
  test.each([
    ['none', [], 'any', ['empty-list at t']],
    ['an open first bound', [{}, { from: '1' }], 'open', []],
    ['a written first bound where any will do', [{ from: '-5' }, { from: '1' }], 'any', []],
    [
      'a written first bound where it must be open',
      [{ from: '1' }],
      'open',
      ['first-band-bounded at t[0]'],
    ],
    ['an exclusive open bound', [{ exclusive: true }], 'open', ['first-band-bounded at t[0]']],
    ['a gap', [{}, {}, { from: '1' }], 'open', ['missing at t[1].from']],
    [
      'an equal bound',
      [{}, { from: '1.0' }, { from: '1' }],
      'open',
      ['unordered-bounds at t[2].from'],
    ],
    ['a lower bound', [{ from: '2' }, { from: '-3' }], 'any', ['unordered-bounds at t[1].from']],
    [
      'bounds as texts in order, but not as numbers',
      [{ from: '10' }, { from: '9' }],
      'any',
      ['unordered-bounds at t[1].from'],
    ],
    ['NaN', [{}, { from: 'NaN' }], 'open', ['not-a-number at t[1].from']],
    [
      'a bound below the one before a gap and a text',
      [{ from: '5' }, {}, { from: 'x' }, { from: '4' }],
      'any',
      ['missing at t[1].from', 'not-a-number at t[2].from', 'unordered-bounds at t[3].from'],
    ],
    [
      'a bound above the first, but below the one before it',
      [{ from: '1' }, { from: '5' }, { from: '3' }],
      'any',
      ['unordered-bounds at t[2].from'],
    ],
    [
      'each bound below the one before it',
      [{ from: '3' }, { from: '2' }, { from: '1' }],
      'any',
      ['unordered-bounds at t[1].from', 'unordered-bounds at t[2].from'],
    ],
  ] as const)('finds in %s', (_, bounds, first, expected) => {
    expect(codesAndPaths(boundProblems(bounds, 't', first))).toEqual(expected)
  })
})

test('the written bounds leave out the open one', () => {
  expect(writtenBounds([{}, { from: '1' }, { from: '2', exclusive: true }])).toEqual(['1', '2'])
})

describe('bandAt', () => {
  const bounds = [{}, { from: '0' }, { from: '100', exclusive: true }, { from: '200' }]

  test.each([
    ['-0.01', 0, { to: '0' }],
    ['0', 1, { from: '0', to: '100', toInclusive: true }],
    ['100', 1, { from: '0', to: '100', toInclusive: true }],
    ['100.01', 2, { from: '100', exclusive: true, to: '200' }],
    ['199.99', 2, { from: '100', exclusive: true, to: '200' }],
    ['200.00', 3, { from: '200' }],
  ])('finds the band of %s', (x, index, range) => {
    expect(bandAt(bounds, decimal(x))).toStrictEqual({ index, range })
  })

  test('knows one open band, which has neither bound', () => {
    expect(bandAt([{}], decimal('-7'))).toStrictEqual({ index: 0, range: {} })
  })
})

describe('slicesOf', () => {
  const tiers = [
    { from: '0', rate: '0.010' },
    { from: '50000', rate: '0.015' },
  ]
  const first = { from: '0', to: '50000', rate: '0.010' }
  const second = { from: '50000', rate: '0.015' }

  test.each([
    ['below the first tier', '-0.01', '0', []],
    ['at the first tier', '0', '0', []],
    ['the least that is paid for', '0.01', '0.0001', [{ ...first, amount: '0.01', pay: '0.0001' }]],
    [
      'a smallest unit below the next tier',
      '49999.99',
      '499.9999',
      [{ ...first, amount: '49999.99', pay: '499.9999' }],
    ],
    ['on the next tier', '50000.00', '500', [{ ...first, amount: '50000', pay: '500' }]],
    [
      'a smallest unit above it',
      '50000.01',
      '500.00015',
      [
        { ...first, amount: '50000', pay: '500' },
        { ...second, amount: '0.01', pay: '0.00015' },
      ],
    ],
  ])('pays %s', (_, x, total, slices) => {
    const found = slicesOf(tiers, decimal(x))
    expect(found.total.toFixed()).toBe(total)
    expect(found.slices).toStrictEqual(slices)
  })

  test('pays negative amounts at the rate of a first tier without a bound', () => {
    const open = [{ rate: '0.02' }, { from: '100', rate: '0.05' }]
    const { total, slices } = slicesOf(open, decimal('-50'))
    expect(total.toFixed()).toBe('-1')
    expect(slices).toStrictEqual([{ to: '100', amount: '-50', rate: '0.02', pay: '-1' }])
    expect(slicesOf(open, decimal('0')).slices).toEqual([])
    expect(slicesOf(open, decimal('120')).total.toFixed()).toBe('3')
  })

  /** Walks from zero, or the first bound, to `x` a unit at a time; each unit pays the rate it lies in. */
  const unitByUnit = (
    bounds: readonly (number | undefined)[],
    rates: readonly bigint[],
    x: number,
  ) => {
    const start = bounds[0] ?? 0
    const rateOf = (unit: number) =>
      rates[bounds.findLastIndex((b) => b === undefined || b <= unit)] ?? 0n
    let pay = 0n
    for (let unit = start; unit < x; unit++) pay += rateOf(unit)
    if (bounds[0] === undefined) for (let unit = x; unit < start; unit++) pay -= rateOf(unit)
    return pay
  }

  test('pays what a walk unit by unit pays', () => {
    const tiersArbitrary = fc.record({
      open: fc.boolean(),
      bounds: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }),
      rates: fc.array(fc.bigInt({ min: -9n, max: 99n }), { minLength: 6, maxLength: 6 }),
      x: fc.integer({ min: -40, max: 90 }),
    })
    fc.assert(
      fc.property(tiersArbitrary, ({ open, bounds, rates, x }) => {
        const ascending = bounds.sort((a, b) => a - b)
        const all = open ? [undefined, ...ascending.map((bound) => bound + 1)] : ascending
        const cents = (n: number) => (n / 100).toFixed(2)
        const written = all.map((bound, i) => ({
          ...(bound !== undefined && { from: cents(bound) }),
          rate: String(rates[i]),
        }))
        const { total, slices } = slicesOf(written, decimal(cents(x)))
        const expected = unitByUnit(all, rates, x)
        expect(BigInt(total.times(100).toFixed())).toBe(expected)
        const paid = slices.reduce((sum, { pay }) => sum.plus(pay), decimal('0'))
        expect(paid.equals(total)).toBe(true)
      }),
    )
  })
})

describe('interpolated', () => {
  const curve = {
    points: [
      { at: '0.8', value: '0.5' },
      { at: '1', value: '1' },
      { at: '1.2', value: '2' },
    ],
    places: 4,
    rounding: 'half-up',
  } as const

  const [start, middle, end] = curve.points

  test.each([
    ['0', '0.5', { high: start }],
    ['0.7999', '0.5', { high: start }],
    ['0.8', '0.5', { low: start, high: middle }],
    ['0.9', '0.75', { low: start, high: middle }],
    ['1', '1', { low: middle, high: end }],
    ['1.1999', '1.9995', { low: middle, high: end }],
    ['1.2', '2', { low: end }],
    ['7', '2', { low: end }],
  ])('finds the height at %s', (x, value, line) => {
    const found = interpolated(curve, decimal(x))
    expect(found.value.toFixed()).toBe(value)
    expect(found.line).toStrictEqual(line)
  })

  test.each([
    ['half-up', '0.67', '-0.67'],
    ['down', '0.66', '-0.66'],
    ['ceiling', '0.67', '-0.66'],
    ['floor', '0.66', '-0.67'],
  ] as const)('rounds %s, once, from the exact height', (rounding, up, down) => {
    const line = (end: string) => ({
      points: [
        { at: '0', value: '0' },
        { at: '3', value: end },
      ],
      places: 2,
      rounding,
    })
    expect(interpolated(line('1'), decimal('2')).value.toFixed()).toBe(up)
    expect(interpolated(line('-1'), decimal('2')).value.toFixed()).toBe(down)
  })

  test('rounds the ends too', () => {
    const flat = { points: [{ at: '1', value: '0.129' }], places: 2, rounding: 'down' } as const
    expect(interpolated(flat, decimal('0')).value.toFixed()).toBe('0.12')
    expect(interpolated(flat, decimal('1')).value.toFixed()).toBe('0.12')
  })

  test('lies on the line through its points, to within half a last place', () => {
    const value = fc.integer({ min: -500, max: 500 })
    fc.assert(
      fc.property(value, value, fc.nat({ max: 98 }), (from, to, i) => {
        const line = {
          points: [
            { at: '0', value: String(from) },
            { at: '99', value: String(to) },
          ],
          places: 6,
          rounding: 'half-even',
        } as const
        const found = interpolated(line, decimal(String(i))).value
        const error = found.times(99).minus(99 * from + i * (to - from))
        expect(error.abs().lessThanOrEqualTo('0.0000495')).toBe(true)
      }),
    )
  })
})
