import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AlphaMetric,
  intraclassCorrelations,
  krippendorffAlpha,
} from '../../src/rating/index.js'
import { found } from '../found.js'

/** Shrout and Fleiss (1979), table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

describe('intraclassCorrelations', () => {
  test('the mean squares and six forms of Shrout and Fleiss (1979), tables 3 and 4', () => {
    const { untold, ...figures } = intraclassCorrelations(shroutFleiss)
    expect(untold).toEqual([])
    const printed = Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [name, value.toFixed(2)]),
    )
    expect(printed).toEqual({
      icc1: '0.17',
      icc1k: '0.44',
      icc2: '0.29',
      icc2k: '0.62',
      icc3: '0.71',
      icc3k: '0.91',
      betweenTargets: '11.24',
      withinTargets: '6.26',
      betweenRaters: '32.49',
      residual: '1.02',
    })
  })

  test('the digits that R’s psych::ICC prints for the same table', () => {
    const { icc1, icc2, icc3, icc1k, icc2k, icc3k } = intraclassCorrelations(shroutFleiss)
    const printed = [icc1, icc2, icc3, icc1k, icc2k, icc3k].map((value) => value?.toFixed(3))
    expect(printed).toEqual(['0.166', '0.290', '0.715', '0.443', '0.620', '0.909'])
  })

  test.each([
    ['one row', [[1, 2]]],
    ['one column', [[1], [2]]],
    ['nothing', []],
    ['ragged', [[1, 2], [1]]],
    [
      'a gap',
      [
        [1, 2],
        [1, Number.NaN],
      ],
    ],
  ])('a table of %s is refused', (_, table) => {
    expect(found(() => intraclassCorrelations(table))).toEqual([['bad-table', 'table']])
  })

  test('scores that are all equal are refused', () => {
    expect(
      found(() =>
        intraclassCorrelations([
          [3, 3],
          [3, 3],
        ]),
      ),
    ).toEqual([['no-variation', 'table']])
  })

  test('renaming raters or targets changes nothing', () => {
    const score = fc.integer({ min: 1, max: 5 })
    const table = fc.array(fc.tuple(score, score, score), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(table, (rows) => {
        fc.pre(new Set(rows.flat()).size > 1)
        const moved = rows.toReversed().map(([a, b, c]) => [c, a, b])
        const [one, other] = [intraclassCorrelations(rows), intraclassCorrelations(moved)]
        expect(other).toEqual(one)
      }),
    )
  })
})

const gap = null
/** Krippendorff (2011), example D: four observers, twelve units, missing data. */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, gap, gap, gap],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gap, 3],
  [gap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, gap],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gap],
]
const units = Array.from({ length: 12 }, (_, unit) =>
  observers.map((values) => values[unit] as number | null),
)

describe('krippendorffAlpha', () => {
  test.each<[AlphaMetric, string]>([
    ['nominal', '0.743'],
    ['ordinal', '0.815'],
    ['interval', '0.849'],
    ['ratio', '0.797'],
  ])('%s data of Krippendorff (2011), example D: %s', (metric, printed) => {
    expect(krippendorffAlpha(units, metric).toFixed(3)).toBe(printed)
  })

  test('two observers and binary data of Krippendorff (2011), example A: 0.095', () => {
    const meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    const owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    const table = meg.map((value, unit) => [value, owen[unit] as number])
    expect(krippendorffAlpha(table, 'nominal').toFixed(3)).toBe('0.095')
  })

  test('two observers and nominal data of Krippendorff (2011), example B: 0.692', () => {
    const ben = [...'aabbdcccedda'].map((letter) => letter.charCodeAt(0))
    const gerry = [...'babbbccceddd'].map((letter) => letter.charCodeAt(0))
    const table = ben.map((value, unit) => [value, gerry[unit] as number])
    expect(krippendorffAlpha(table, 'nominal').toFixed(3)).toBe('0.692')
  })

  test('without a pair, or without a difference, there is no reliability', () => {
    expect(
      found(() =>
        krippendorffAlpha(
          [
            [1, null],
            [null, 2],
          ],
          'nominal',
        ),
      ),
    ).toEqual([['no-variation', 'table']])
    expect(
      found(() =>
        krippendorffAlpha(
          [
            [1, 1],
            [1, 1],
          ],
          'interval',
        ),
      ),
    ).toEqual([['no-variation', 'table']])
  })

  test('a value that is no number, or a proportion below zero, is refused with its place', () => {
    const table = [
      [1, Number.NaN],
      [null, 2],
      [Number.POSITIVE_INFINITY, -1],
    ]
    const numbers = [
      ['not-a-score', 'table[0][1]'],
      ['not-a-score', 'table[2][0]'],
    ]
    expect(found(() => krippendorffAlpha(table, 'interval'))).toEqual(numbers)
    expect(found(() => krippendorffAlpha(table, 'ratio'))).toEqual([
      ...numbers,
      ['negative-ratio', 'table[2][1]'],
    ])
  })

  test('perfect agreement is 1, and relabelling raters or units changes nothing', () => {
    const value = fc.option(fc.integer({ min: 1, max: 4 }))
    const rows = fc.array(fc.tuple(value, value, value), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom<AlphaMetric>('nominal', 'ordinal', 'interval', 'ratio'),
        (table, metric) => {
          const paired = table.filter((row) => row.filter((each) => each !== null).length > 1)
          fc.pre(new Set(paired.flat().filter((each) => each !== null)).size > 1)
          const moved = table.toReversed().map(([a, b, c]) => [b, c, a])
          const alpha = krippendorffAlpha(table, metric)
          expect(krippendorffAlpha(moved, metric)).toBeCloseTo(alpha, 9)
          expect(alpha).toBeLessThanOrEqual(1 + 1e-12)
          const agreed = paired.map(([a, b, c]) => [a ?? b ?? c, a ?? b ?? c])
          const same = agreed as number[][]
          if (new Set(same.flat()).size > 1)
            expect(krippendorffAlpha(same, metric)).toBeCloseTo(1, 12)
        },
      ),
    )
  })
})
