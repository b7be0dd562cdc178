import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** An arbitrary with the parser that must accept what it draws, and the smallest it shrinks to. */
export type Drawn = readonly [
  name: string,
  arbitrary: fc.Arbitrary<unknown>,
  parse: (json: unknown) => unknown,
  smallest: object,
]

/** The members and the words of a drawn value; of its numbers only whether they are zero. */
const shape = (_: string, value: unknown) =>
  typeof value === 'string' && /^-?[\d.]+$/.test(value) ? Number(value) === 0 : value

/** Tests that what is drawn is accepted as JSON, differs, and shrinks to the smallest. */
export function testDrawn(arbitraries: readonly Drawn[]): void {
  describe.each(arbitraries)('drawn %s', (_, arbitrary, parse, smallest) => {
    test('are accepted as JSON', () => {
      fc.assert(
        fc.property(arbitrary, (drawn) => {
          parse(JSON.parse(JSON.stringify(drawn)))
        }),
      )
    })

    test('differ in what they are made of', () => {
      const shapes = fc.sample(arbitrary, 300).map((drawn) => JSON.stringify(drawn, shape))
      expect(new Set(shapes).size).toBeGreaterThanOrEqual(5)
    })

    test('shrink to the smallest', () => {
      const { counterexample } = fc.check(fc.property(arbitrary, () => false))
      expect(counterexample?.[0]).toMatchObject(smallest)
    })
  })
}
