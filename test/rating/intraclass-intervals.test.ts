import { describe, expect, test } from 'vitest'
import { type IntraclassIntervals, intraclassIntervals } from '../../src/rating/index.js'
import { near, reference } from '../fixtures/rating/fixture.js'
import { found } from '../found.js'

const forms = ['icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k'] as const

/** Shrout and Fleiss (1979), table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

function expectNear(actual: number | undefined, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(near(expected))
}

describe('intraclassIntervals of a full table', () => {
  test('the digits that R’s psych::ICC prints for the table of Shrout and Fleiss (1979)', () => {
    const told = intraclassIntervals(shroutFleiss, 0.95)
    const printed = forms.map((form) => {
      const { interval, test, value } = told[form]
      const { ratio, degrees, p } = test ?? { degrees: [] }
      const digits = [value?.toFixed(2), ratio?.toFixed(1), ...degrees, p?.toFixed(5)]
      return [...digits, interval?.low.toFixed(3), interval?.high.toFixed(2)].join(' ')
    })
    expect(printed).toEqual([
      '0.17 1.8 5 18 0.16477 -0.133 0.72',
      '0.29 11.0 5 15 0.00013 0.019 0.76',
      '0.71 11.0 5 15 0.00013 0.342 0.95',
      '0.44 1.8 5 18 0.16477 -0.884 0.91',
      '0.62 11.0 5 15 0.00013 0.071 0.93',
      '0.91 11.0 5 15 0.00013 0.676 0.99',
    ])
    expect(told).toMatchObject({ targets: 6, ratingsEach: 4 })
  })

  test.each(reference.full.map((each, i) => ({ ...each, i })))(
    'drawn table $i: value, interval and test are pingouin’s, to 8 digits',
    ({ table, forms: expected }) => {
      const told = intraclassIntervals(table, 0.95)
      for (const form of forms) {
        const { value, interval, test, untold } = told[form]
        expectNear(value, expected[form].value)
        expectNear(interval?.low, expected[form].interval[0])
        expectNear(interval?.high, expected[form].interval[1])
        expectNear(test?.ratio, expected[form].ratio)
        expectNear(test?.p, expected[form].p)
        expect(test?.degrees).toEqual(expected[form].degrees)
        expect(untold).toEqual([])
      }
    },
  )
})

describe('intraclassIntervals of a table with holes', () => {
  test.each(reference.holes.map((each, i) => ({ ...each, i })))(
    'drawn table $i: the one-way forms are the reference’s, to 8 digits',
    ({ table, confidence, ...expected }) => {
      const { icc1, icc1k, ratingsEach, targets } = intraclassIntervals(table, confidence)
      expectNear(icc1.value, expected.value)
      expectNear(icc1k.value, expected.average)
      expectNear(ratingsEach, expected.ratingsEach)
      expect(targets).toBe(table.length)
      expectNear(icc1.interval?.low, expected.interval[0])
      expectNear(icc1.interval?.high, expected.interval[1])
      expectNear(icc1k.interval?.low, expected.averageInterval[0])
      expectNear(icc1k.interval?.high, expected.averageInterval[1])
      for (const { test } of [icc1, icc1k]) {
        expectNear(test?.ratio, expected.ratio)
        expectNear(test?.p, expected.p)
      }
    },
  )
})

/** Why the interval, or another figure, of a form is absent. */
function reasons(told: IntraclassIntervals, form: (typeof forms)[number]): readonly string[] {
  return told[form].untold.map(({ figure, reason }) => `${figure}: ${reason.en.split(':')[0]}`)
}

describe('intraclassIntervals: what cannot be told is absent, with the reason', () => {
  test('targets with equal means have a test, and no interval', () => {
    const told = intraclassIntervals(
      [
        [3, 4],
        [4, 3],
        [3, 4],
        [4, 3],
      ],
      0.95,
    )
    expect(told.icc1).toMatchObject({ value: -1, test: { ratio: 0, degrees: [3, 4], p: 1 } })
    for (const form of ['icc1', 'icc2', 'icc3'] as const)
      expect(reasons(told, form)).toEqual(['interval: All targets have the same mean'])
    for (const form of ['icc1k', 'icc2k', 'icc3k'] as const)
      expect(reasons(told, form)).toEqual([
        'value: The targets differ too little',
        'interval: All targets have the same mean',
      ])
  })

  test('raters who agree leave no error to judge by', () => {
    const told = intraclassIntervals(
      [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
      0.95,
    )
    for (const form of forms) {
      expect(told[form].value).toBe(1)
      expect(told[form].untold.map(({ figure }) => figure)).toEqual(['interval', 'test'])
      expect(reasons(told, form)[0]).toMatch(/^interval: The raters disagree by nothing/)
    }
    const holes = intraclassIntervals(
      [
        [1, 1],
        [2, null],
        [4, 4],
      ],
      0.95,
    )
    expect(holes.icc1.value).toBe(1)
    expect(reasons(holes, 'icc1k')[1]).toMatch(/^test: The raters disagree by nothing/)
  })

  test('raters who differ by a constant are consistent without error, and agree within bounds', () => {
    const told = intraclassIntervals(
      [
        [1, 2],
        [2, 3],
        [4, 5],
        [5, 6],
      ],
      0.95,
    )
    expect(told.icc3).toMatchObject({ value: 1 })
    expect(told.icc3.interval).toBeUndefined()
    expect(told.icc2.interval?.low).toBeGreaterThan(0)
    expect(told.icc2.interval?.high).toBeLessThan(1)
    expect(told.icc2.test).toBeUndefined()
  })

  test('an approximation with less than one degree of freedom gives no interval', () => {
    // Others give 2.53 for icc2k, with an interval from 2.41 to 0.49.
    const told = intraclassIntervals(
      [
        [4.6, 3.3, 4.6],
        [4.5, 5.6, 3],
      ],
      0.95,
    )
    const few = 'interval: The approximation has less than one degree of freedom'
    expect(reasons(told, 'icc2')).toEqual([few])
    expect(reasons(told, 'icc2k')).toEqual(['value: The targets differ too little', few])
  })

  test('an interval of a mean rating whose bound would divide by nothing is absent', () => {
    const told = intraclassIntervals(
      [
        [1, 3],
        [3, 1],
        [2, 2],
        [1, 4],
        [4, 2],
      ],
      0.95,
    )
    expect(told.icc2.interval).toBeDefined()
    expect(reasons(told, 'icc2k')).toContain('interval: The targets differ too little')
  })

  test('of a table with holes the two-way forms are absent', () => {
    const told = intraclassIntervals([[1, 3], [3], [2, 2]], 0.95)
    for (const form of ['icc2', 'icc2k', 'icc3', 'icc3k'] as const) {
      expect(told[form].value).toBeUndefined()
      expect(reasons(told, form)).toEqual([
        'value: The table has holes',
        'interval: The table has holes',
        'test: The table has holes',
      ])
    }
  })

  test('equal means of targets with different numbers of ratings give a test, and no interval', () => {
    const told = intraclassIntervals([[1, 3], [2], [0, 4, 2]], 0.95)
    expect(told.icc1.test).toMatchObject({ ratio: 0, p: 1 })
    expect(reasons(told, 'icc1')).toEqual(['interval: All targets have the same mean'])
    expect(reasons(told, 'icc1k')).toEqual([
      'value: The targets differ too little',
      'interval: All targets have the same mean',
    ])
  })

  test('a low bound stops at the least correlation that the largest row allows', () => {
    const { icc1 } = intraclassIntervals([[1, 5, 3.1], [3], [3.01]], 0.95)
    expect(icc1.interval?.low).toBeCloseTo(-0.5, 12)
  })

  test('a row without a score is left out, as is a short row’s absence', () => {
    const full = intraclassIntervals(shroutFleiss, 0.9)
    expect(intraclassIntervals([...shroutFleiss, [null, null, null, null], []], 0.9)).toEqual(full)
    const short = [[1, null, 3], [2], [4, 4]]
    const filled = short.map((row) => [...row, null, null].slice(0, 3))
    expect(intraclassIntervals(short, 0.9)).toEqual(intraclassIntervals(filled, 0.9))
  })

  test.each<[string, unknown, unknown, readonly (readonly [string, string])[]]>([
    ['no table', 'x', 0.95, [['wrong-type', 'table']]],
    ['a row that is none', [[1, 2], 3], 0.95, [['wrong-type', 'table[1]']]],
    [
      'a text',
      [
        [1, '2'],
        [3, 4],
      ],
      0.95,
      [['not-a-score', 'table[0][1]']],
    ],
    [
      'no number',
      [
        [1, Number.NaN],
        [3, 4],
      ],
      0.95,
      [['not-a-score', 'table[0][1]']],
    ],
    [
      'a huge score',
      [
        [1, 1e101],
        [3, 4],
      ],
      0.95,
      [['score-too-large', 'table[0][1]']],
    ],
    ['nothing', [], 0.95, [['one-target', 'table']]],
    [
      'one target',
      [
        [1, 2],
        [null, null],
      ],
      0.95,
      [['one-target', 'table']],
    ],
    [
      'one score a target',
      [
        [1, null],
        [null, 2],
      ],
      0.95,
      [['no-variation', 'table']],
    ],
    [
      'equal scores',
      [
        [0.1, 0.1],
        [0.1, null],
      ],
      0.95,
      [['no-variation', 'table']],
    ],
    [
      '95',
      [
        [1, 2],
        [3, 5],
      ],
      95,
      [['not-a-confidence', 'confidence']],
    ],
    [
      'both',
      [[1, 2]],
      1,
      [
        ['one-target', 'table'],
        ['not-a-confidence', 'confidence'],
      ],
    ],
  ])('%s is refused', (_, table, confidence, problems) => {
    expect(found(() => intraclassIntervals(table as number[][], confidence as number))).toEqual(
      problems,
    )
  })
})
