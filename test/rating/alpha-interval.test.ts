import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AlphaMetric,
  krippendorffAlpha,
  krippendorffInterval,
} from '../../src/rating/index.js'
import { near, reference } from '../fixtures/rating/fixture.js'
import { found } from '../found.js'

type Table = readonly (readonly (number | null)[])[]

const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const
const gap = null
/** Krippendorff (2011), example D: four observers, twelve units, missing data. */
const observed: Table = [
  [1, 1, gap, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [gap, 5, 5, 5],
  [gap, gap, 1, 1],
  [gap, 3, gap, gap],
]

describe('krippendorffInterval', () => {
  test.each<[AlphaMetric, string]>([
    ['nominal', '0.743'],
    ['ordinal', '0.815'],
    ['interval', '0.849'],
    ['ratio', '0.797'],
  ])('%s data of Krippendorff (2011), example D: %s, with an interval', (metric, printed) => {
    const { alpha, interval, units } = krippendorffInterval(observed, metric, 0.95)
    expect(alpha.toFixed(3)).toBe(printed)
    // Of the twelfth unit there is one value.
    expect(units).toBe(11)
    expect(interval?.low).toBeLessThan(alpha)
    expect(interval?.high).toBeGreaterThan(alpha)
  })

  test.each(reference.alphas.map((each, i) => ({ ...each, i })))(
    'drawn table $i, $metric: alpha is the krippendorff package’s, the interval the reference’s',
    ({ table, metric, confidence, alpha, interval }) => {
      const told = krippendorffInterval(table, metric, confidence)
      const pairs = [
        [told.alpha, alpha],
        [told.interval?.low, interval[0]],
        [told.interval?.high, interval[1]],
      ] as const
      for (const [actual, expected] of pairs)
        expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(near(expected))
      expect(told.untold).toBeUndefined()
    },
  )

  test('what is left without a unit that holds nearly all distance is worked out anew', () => {
    const table = [
      [1, 1.001],
      [1.002, 1],
      [1.001, 1.003],
      [1, 1e9],
      [1.002, 1.001],
    ]
    for (const metric of ['interval', 'ratio'] as const) {
      const left = table.map((_, i) => 1 - krippendorffAlpha(table.toSpliced(i, 1), metric))
      const roots = left.map(Math.cbrt)
      const mean = roots.reduce((sum, root) => sum + root, 0) / 5
      const error = Math.sqrt((4 / 5) * roots.reduce((sum, root) => sum + (root - mean) ** 2, 0))
      const { alpha, interval } = krippendorffInterval(table, metric, 0.5)
      // The quartile of Student's t with four degrees of freedom.
      const low = 1 - (Math.cbrt(1 - alpha) + 0.740697084 * error) ** 3
      expect(interval?.low).toBeCloseTo(low, 8)
    }
  })

  test.each<[string, Table, AlphaMetric, string]>([
    [
      'two units',
      [
        [1, 2],
        [3, 3],
        [4, null],
      ],
      'interval',
      'An interval needs three units',
    ],
    [
      'perfect agreement',
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      'ordinal',
      'Within all units, or all but one',
    ],
    [
      'one unit that differs',
      [
        [1, 1],
        [2, 3],
        [3, 3],
      ],
      'nominal',
      'Within all units, or all but one',
    ],
    [
      'one unit unlike all',
      [
        [1, 1],
        [2, 3],
        [1, 1],
      ],
      'ratio',
      'Within all units, or all but one',
    ],
    [
      'one unit of its own rank',
      [
        [1, 1],
        [2, 3],
        [1, 1],
      ],
      'ordinal',
      'Within all units, or all but one',
    ],
    [
      'units alike',
      [
        [1, 2],
        [1, 2],
        [2, 1],
      ],
      'interval',
      'Each unit tells the same of alpha',
    ],
  ])('%s: alpha alone, and the reason', (_, table, metric, reason) => {
    const { alpha, interval, untold } = krippendorffInterval(table, metric, 0.95)
    expect(alpha).toBe(krippendorffAlpha(table, metric))
    expect(interval).toBeUndefined()
    expect(untold?.en).toMatch(reason)
    expect(untold?.['zh-CN']).toMatch(/\p{Script=Han}/u)
  })

  test('with all confidence, and three units, the bounds are numbers still', () => {
    const table = [
      [1, 2],
      [5, 5.1],
      [3, 3],
    ]
    const { interval } = krippendorffInterval(table, 'interval', 1 - 2 ** -53)
    expect(interval?.low).toBeLessThan(-1e6)
    expect(interval?.low).toBeGreaterThan(-1e40)
    expect(interval?.high).toBe(1)
  })

  test.each<[string, unknown, unknown, unknown, readonly (readonly [string, string])[]]>([
    ['no table', null, 'nominal', 0.9, [['wrong-type', 'table']]],
    ['no metric', [[1, 2]], 'median', 0.9, [['not-offered', 'metric']]],
    ['a proportion below zero', [[1, -2]], 'ratio', 0.9, [['negative-ratio', 'table[0][1]']]],
    ['a text', [[1, 'x']], 'ratio', 0.9, [['not-a-score', 'table[0][1]']]],
    ['a huge value', [[1, -1e101]], 'interval', 0.9, [['score-too-large', 'table[0][1]']]],
    [
      'equal values',
      [
        [1, 1],
        [1, 1],
      ],
      'interval',
      0.9,
      [['no-variation', 'table']],
    ],
    ['no pair', [[1, null], [2]], 'interval', 0.9, [['no-variation', 'table']]],
    [
      '95',
      [
        [1, 2],
        [2, 2],
        [3, 2],
      ],
      'interval',
      95,
      [['not-a-confidence', 'confidence']],
    ],
  ])('%s is refused', (_, table, metric, confidence, problems) => {
    const attempt = krippendorffInterval as (...given: unknown[]) => unknown
    expect(found(() => attempt(table, metric, confidence))).toEqual(problems)
  })
})

const value = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 })
const drawn = fc
  .tuple(
    fc.array(fc.array(value, { maxLength: 4 }), { minLength: 3, maxLength: 9 }),
    fc.constantFrom(...metrics),
  )
  .filter(([table, metric]) => found(() => krippendorffAlpha(table, metric)).length === 0)

describe('krippendorffInterval: laws', () => {
  const told = (table: Table, metric: AlphaMetric, confidence = 0.9) => {
    const { alpha, interval } = krippendorffInterval(table, metric, confidence)
    return [alpha, interval?.low, interval?.high]
  }
  const expectAlike = (
    one: readonly (number | undefined)[],
    other: readonly (number | undefined)[],
  ) => {
    for (const [i, figure] of one.entries()) {
      if (figure === undefined) expect(other[i]).toBeUndefined()
      else
        expect(Math.abs((other[i] as number) - figure)).toBeLessThan(1e-8 * (1 + Math.abs(figure)))
    }
  }

  test('neither the order of units nor that of values in them matters', () => {
    fc.assert(
      fc.property(drawn, ([table, metric]) => {
        const turned = table.toReversed().map((row) => row.toReversed())
        expectAlike(told(turned, metric), told(table, metric))
      }),
    )
  })

  test('what the metric does not see does not matter: names, order, zero and unit, unit', () => {
    const changes: Readonly<Record<AlphaMetric, (each: number) => number>> = {
      nominal: (each) => (each * 3) % 7,
      ordinal: (each) => each ** 3,
      interval: (each) => 10 - 0.5 * each,
      ratio: (each) => 1e-3 * each,
    }
    fc.assert(
      fc.property(drawn, ([table, metric]) => {
        const changed = table.map((row) =>
          row.map((each) => (each === null ? null : changes[metric](each))),
        )
        expectAlike(told(changed, metric), told(table, metric))
      }),
    )
  })

  test('an interval holds alpha, stays at 1 or below, and widens with confidence', () => {
    fc.assert(
      fc.property(drawn, ([table, metric]) => {
        const [alpha, low, high] = told(table, metric, 0.8)
        const [, lower, higher] = told(table, metric, 0.95)
        if (low === undefined || high === undefined || lower === undefined) return
        expect(low).toBeLessThan(alpha as number)
        expect(high).toBeGreaterThan(alpha as number)
        expect(lower).toBeLessThanOrEqual(low)
        expect(higher).toBeGreaterThanOrEqual(high)
        expect(higher).toBeLessThanOrEqual(1)
      }),
    )
  })

  test.each(metrics)('four times the units of %s data give an interval half as wide', (metric) => {
    const width = (table: Table) => {
      const [, low, high] = told(table, metric)
      return (high as number) - (low as number)
    }
    const share = width([...observed, ...observed, ...observed, ...observed]) / width(observed)
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.55)
  })

  test('2,000 units of three raters are told at once, by ranks too', () => {
    const table = Array.from({ length: 2000 }, (_, i) => [i % 5, (i + (i % 3)) % 5, (i * 7) % 5])
    for (const metric of metrics)
      expect(krippendorffInterval(table, metric, 0.95).interval).toBeDefined()
  })
})
