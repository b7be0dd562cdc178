import { describe, expect, test } from 'vitest'
import { centred, uncentred } from '../../src/statistics/centre.js'

describe('columns less their means', () => {
  test('beside an intercept each is centred by its weighted mean', () => {
    expect(
      centred(
        [
          [2, 2, 2],
          [7, 9, 10],
        ],
        [1, 1, 2],
      ),
    ).toEqual({
      columns: [
        [2, 2, 2],
        [-2, 0, 1],
      ],
      taken: [0, 4.5],
    })
  })

  test.each([
    ['no column', []],
    ['no row', [[], []]],
    [
      'no intercept',
      [
        [1, 2],
        [3, 5],
      ],
    ],
    [
      'zeros for an intercept',
      [
        [0, 0],
        [3, 5],
      ],
    ],
    [
      'another constant',
      [
        [1, 1],
        [0.1, 0.1],
      ],
    ],
  ])('with %s nothing is taken', (_, columns) => {
    expect(centred(columns, [1, 1])).toEqual({ columns, taken: columns.map(() => 0) })
  })

  test('what was taken comes back in the coefficients', () => {
    expect(uncentred([10, 3], [0, 2])).toEqual([4, 3])
    expect(uncentred([], [])).toEqual([0])
  })
})
