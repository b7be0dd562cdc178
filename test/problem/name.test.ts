import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isName } from '../../src/problem/index.js'

describe('isName', () => {
  test.each(['sales', '_private', 'cs-2026.q1', 'A', 'toString', 'x'.repeat(64)])(
    '%s is a name',
    (text) => {
      expect(isName(text)).toBe(true)
    },
  )

  test.each([
    ['the empty text', ''],
    ['a digit first', '1st'],
    ['a hyphen first', '-x'],
    ['a space', 'net sales'],
    ['letters beyond ASCII', '销售'],
    ['a line feed at the end', 'sales\n'],
    ['65 characters', 'x'.repeat(65)],
    ['the prototype', '__proto__'],
    ['the constructor', 'constructor'],
    ['a function’s prototype', 'prototype'],
  ])('%s is no name', (_, text) => {
    expect(isName(text)).toBe(false)
  })

  test('a name is an ordinary key of an object', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[\w.-]{1,66}$/),
      fc.constantFrom('__proto__', 'constructor', 'prototype'),
    )
    fc.assert(
      fc.property(word.filter(isName), (name) => {
        const holder: Record<string, unknown> = {}
        holder[name] = { x: 1 }
        expect(Object.keys(holder)).toEqual([name])
        expect(Object.getPrototypeOf(holder)).toBe(Object.prototype)
        expect(name.length).toBeLessThanOrEqual(64)
      }),
    )
  })
})
