import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, fromScaled, toScaled } from '../../src/quantity/index.js'
import { integerOf } from '../../src/quantity/internal.js'
import { writeScaled } from './reference.js'

const value = fc.bigInt({ min: -(10n ** 45n), max: 10n ** 45n })
const scale = fc.nat(30)

describe('toScaled and fromScaled', () => {
  test.each([
    ['12.5', 2, 1250n, '12.50'],
    ['-0.015', 4, -150n, '-0.0150'],
    ['0', 2, 0n, '0.00'],
    ['-0', 2, 0n, '0.00'],
    ['7', 0, 7n, '7'],
    ['99999999999999999999999.99', 2, 9999999999999999999999999n, '99999999999999999999999.99'],
  ])('%s at scale %i is %d and back %s', (text, places, integer, written) => {
    expect(toScaled(decimal(text), places)).toBe(integer)
    expect(fromScaled(integer, places)).toBe(written)
  })

  test('a value with more places than the scale is never rounded', () => {
    expect(() => toScaled(decimal('0.015'), 2)).toThrow(SyntaxError)
  })

  test('an integer written and read again is itself', () => {
    fc.assert(
      fc.property(value, scale, (integer, places) => {
        expect(toScaled(decimal(fromScaled(integer, places)), places)).toBe(integer)
      }),
    )
  })

  test('the text has exactly the places of the scale', () => {
    fc.assert(
      fc.property(value, scale, (integer, places) => {
        expect(fromScaled(integer, places)).toBe(writeScaled(integer, places))
      }),
    )
  })
})

test('a decimal text is the integer that its number is', () => {
  fc.assert(
    fc.property(value, scale, fc.nat(5), (integer, places, more) => {
      const text = fromScaled(integer, places)
      expect(integerOf(text, places + more)).toBe(toScaled(decimal(text), places + more))
    }),
  )
})
