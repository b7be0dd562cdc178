import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { total } from '../../src/quantity/index.js'
import { writeScaled } from './reference.js'

describe('total', () => {
  test.each([
    [['0.10', '0.20'], 2, '0.30'],
    [[], 2, '0.00'],
    [[], 0, '0'],
    [['1', '-1'], 2, '0.00'],
    [['0.005', '1'], 2, '1.005'],
    [['12'], 3, '12.000'],
    [['9007199254740993', '0.01'], 2, '9007199254740993.01'],
  ] as const)('the total of %j with %i places is %s', (values, places, expected) => {
    expect(total(values, places)).toBe(expected)
  })

  test('it is the exact sum, in any order', () => {
    const cents = fc.array(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }))
    fc.assert(
      fc.property(cents, (values) => {
        const texts = values.map((value) => writeScaled(value, 2))
        const sum = values.reduce((left, right) => left + right, 0n)
        expect(total(texts, 2)).toBe(writeScaled(sum, 2))
        expect(total(texts.toReversed(), 2)).toBe(total(texts, 2))
      }),
    )
  })
})
