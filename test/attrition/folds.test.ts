import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldsOf } from '../../src/attrition/folds.js'
import type { Observation } from '../../src/attrition/index.js'
import { histories, shuffled } from './histories.js'

test('every fold has its share of all, and of those who left', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 2, max: 5 }), (people, folds) => {
      const foldOf = foldsOf(people, folds)
      const spread = (some: readonly Observation[]) => {
        const sizes = Array.from(
          { length: folds },
          (_, fold) => some.filter(({ id }) => foldOf.get(id) === fold).length,
        )
        return Math.max(...sizes) - Math.min(...sizes)
      }
      expect(spread(people)).toBeLessThanOrEqual(1)
      expect(spread(people.filter(({ left }) => left))).toBeLessThanOrEqual(1)
      expect(spread(people.filter(({ left }) => !left))).toBeLessThanOrEqual(1)
    }),
  )
})

test('the order of people changes no fold', () => {
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const [a, b] = [foldsOf(one, 3), foldsOf(other, 3)]
      for (const { id } of one) expect(b.get(id)).toBe(a.get(id))
    }),
  )
})

// "costarring" and "liquid" have the same 32-bit FNV-1a: a pair that lists of its collisions name.
test.each([[['costarring', 'liquid']], [['李', '王', '张']]])(
  '%j: ids decide, not their order',
  (ids) => {
    const people = ids.map((id) => ({ id, left: false }))
    expect([...foldsOf(people, 2)]).toEqual([...foldsOf(people.toReversed(), 2)])
  },
)
