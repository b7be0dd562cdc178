import { describe, expect, test } from 'vitest'
import { product, rounded, sizeOf, summed, widest } from '../../src/formula/value-type.js'

const ratio = (digits: number, scale: number) => ({ unit: 'ratio', scale, digits }) as const

describe('sizeOf', () => {
  test.each([
    [['0'], 1, 0],
    [['-120.50'], 5, 2],
    [['0.015'], 4, 3],
    [['8000', '0.015'], 7, 3],
    [['-1', '22', '3.5'], 3, 1],
    [[], 1, 0],
  ])('of the literals %o is %i digits, %i of them places', (literals, digits, scale) => {
    expect(sizeOf(literals)).toEqual({ scale, digits })
  })
})

test.each([
  ['one', [ratio(5, 2)], ratio(5, 2)],
  ['most whole digits with most places', [ratio(5, 0), ratio(4, 3)], ratio(8, 3)],
  ['the places of the first', [ratio(4, 3), ratio(5, 0)], ratio(8, 3)],
] as const)('the widest of values keeps %s', (_, [first, ...rest], expected) => {
  expect(widest(first, ...rest)).toEqual(expected)
})

test.each([
  [1, 1],
  [9, 1],
  [10, 2],
  [99, 2],
  [100, 3],
])('a sum of %i terms may need %i digits more', (terms, more) => {
  expect(summed(ratio(5, 2), terms)).toEqual(ratio(5 + more, 2))
})

test('a product has the digits and the places of both', () => {
  expect(product('count', { scale: 2, digits: 5 }, { scale: 3, digits: 4 })).toEqual({
    unit: 'count',
    scale: 5,
    digits: 9,
  })
})

test.each([
  ['fewer', 0, 4],
  ['as many', 2, 6],
  ['more', 5, 9],
])('rounding to %s places keeps the whole digits and one for the carry', (_, places, digits) => {
  expect(rounded(ratio(5, 2), places)).toEqual(ratio(digits, places))
})
