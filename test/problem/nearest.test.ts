import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearest } from '../../src/problem/index.js'

/** The recurrence of optimal string alignment, written down as defined. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const rest = distance(a.slice(1), b.slice(1))
  if (a[0] === b[0]) return rest
  const least = Math.min(rest, distance(a.slice(1), b), distance(a, b.slice(1)))
  const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0]
  return 1 + (swapped ? Math.min(least, distance(a.slice(2), b.slice(2))) : least)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })

describe('nearest', () => {
  test.each([
    ['satisfacton', ['sales', 'satisfaction'], 'satisfaction'],
    ['half-upp', ['up', 'half-up', 'half-down'], 'half-up'],
    ['slaes', ['rates', 'sales'], 'sales'],
    ['salse', ['halve', 'sale'], 'sale'],
    ['CNX', ['USD', 'CNY'], 'CNY'],
    ['x', ['y'], undefined],
    ['x', [], undefined],
  ] as const)('%s among %j means %s', (text, candidates, meant) => {
    expect(nearest(text, candidates)).toBe(meant)
  })

  test('the first in the list wins a tie', () => {
    expect(nearest('rate', ['rat', 'rates'])).toBe('rat')
    expect(nearest('rate', ['rates', 'rat'])).toBe('rates')
  })

  // The distance from kitten to sitting is the textbook's 3; a third of nine letters is 3, of eight 2.
  test('kitten and sitting are three edits apart', () => {
    expect(nearest('kittenabc', ['sittingabc'])).toBe('sittingabc')
    expect(nearest('kittenab', ['sittingab'])).toBeUndefined()
  })

  test('it finds the first of the least distance, at most a third of the word', () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 5 }), (text, candidates) => {
        const distances = candidates.map((candidate) => distance(text, candidate))
        const least = Math.min(...distances)
        const meant =
          least <= Math.floor(text.length / 3) ? candidates[distances.indexOf(least)] : undefined
        expect(nearest(text, candidates)).toBe(meant)
      }),
    )
  })

  test('a word of more than 64 letters is looked for nowhere', () => {
    const word = 'x'.repeat(64)
    expect(nearest(word, [`${word}y`])).toBe(`${word}y`)
    expect(nearest(`${word}x`, [word])).toBeUndefined()
  })

  test('of a long list, the first 1,000 of a fitting length are looked at', () => {
    const others = Array.from({ length: 999 }, () => 'zzzzz')
    const unfit = Array.from({ length: 5_000 }, () => 'zz')
    expect(nearest('slaes', [...unfit, ...others, 'sales'])).toBe('sales')
    expect(nearest('slaes', [...others, 'zzzzz', 'sales'])).toBeUndefined()
  })

  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 6, maxLength: 9 })
  test('leaving out cells and rows changes no answer', () => {
    fc.assert(
      fc.property(letters, letters, (text, candidate) => {
        const near = distance(text, candidate) <= Math.floor(text.length / 3)
        expect(nearest(text, [candidate])).toBe(near ? candidate : undefined)
      }),
    )
  })
})
