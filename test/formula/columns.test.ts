import { describe, expect, test } from 'vitest'
import { categoryColumn, numberColumn } from '../../src/formula/columns.js'
import { decimal } from '../../src/quantity/index.js'

describe('numberColumn', () => {
  test('reads text, safe integers and decimals as integers of the scale', () => {
    const column = numberColumn(['61250.00', 800, decimal('-0.5'), '1.500'], 2)
    expect(column).toEqual({
      scale: 2,
      integers: Float64Array.of(6_125_000, 80_000, -50, 150),
      wide: new Map(),
      unreadable: new Map(),
    })
  })

  test('leaves missing values NaN', () => {
    const { integers, unreadable } = numberColumn([null, undefined], 2)
    expect(integers).toEqual(Float64Array.of(Number.NaN, Number.NaN))
    expect(unreadable).toEqual(new Map())
  })

  test('keeps integers beyond 2^53 - 1 aside, on both sides of zero', () => {
    const { integers, wide } = numberColumn(
      ['90071992547409.91', '90071992547409.92', '-90071992547409.91', '-90071992547409.92'],
      2,
    )
    expect([...integers]).toEqual([2 ** 53 - 1, Number.NaN, 1 - 2 ** 53, Number.NaN])
    expect(wide).toEqual(
      new Map([
        [1, 2n ** 53n],
        [3, -(2n ** 53n)],
      ]),
    )
  })

  test('keeps aside what is no number of the scale, and throws nothing', () => {
    const values = ['1,000.00', 0.5, '0.125', '9'.repeat(41), Number.NaN]
    expect([...numberColumn(values, 2).unreadable]).toEqual([...values.entries()])
  })
})

describe('categoryColumn', () => {
  test('numbers categories as they come, and gives missing ones no code', () => {
    expect(categoryColumn(['b', null, 'a', 'b', undefined])).toEqual({
      codes: Int32Array.of(0, -1, 1, 0, -1),
      dictionary: ['b', 'a'],
    })
  })
})
