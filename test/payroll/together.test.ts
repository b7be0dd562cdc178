import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peopleIn, toldTogether } from '../../src/payroll/together.js'

const names = ['a', 'b', 'c', 'd'] as const
const table = (sizes: Readonly<Record<string, readonly string[]>>) =>
  peopleIn(new Map(Object.entries(sizes).map(([name, people]) => [name, new Set(people)])))

describe('entries that are told together', () => {
  test.each([
    ['none where all are many', { a: ['1', '2', '3'], b: ['4', '5', '6'] }, []],
    [
      'a small one, with the next smallest',
      { a: ['1'], b: ['2', '3', '4', '5'], c: ['6', '7', '8'] },
      ['a', 'c'],
    ],
    [
      'two small ones that are enough',
      { a: ['1', '2'], b: ['3', '4'], c: ['5', '6', '7'] },
      ['a', 'b'],
    ],
    [
      'one who is in two is one',
      { a: ['1', '2'], b: ['1', '2'], c: ['5', '6', '7'] },
      ['a', 'b', 'c'],
    ],
    ['what nobody has is told', { a: [], b: ['2', '3', '4'] }, []],
    ['all, where all are few', { a: ['1'], b: ['2'] }, ['a', 'b']],
  ])('%s', (_, sizes, expected) => {
    expect([...toldTogether(names, [table(sizes)], 3)].sort()).toEqual(expected)
  })

  test('are the same in all tables', () => {
    const first = table({
      a: ['1', '2', '3'],
      b: ['4', '5', '6'],
      c: [...'89'].concat([...'vwxyz']),
    })
    const second = table({ a: ['1'], b: ['4', '5', '6'] })
    expect([...toldTogether(names, [first, second], 3)].sort()).toEqual(['a', 'b'])
  })

  test('take in what is told together already', () => {
    const sizes = { a: ['1', '2', '3'], b: ['4', '5', '6'] }
    expect([...toldTogether(names, [table(sizes)], 3, ['b'])]).toEqual(['b'])
  })

  test('leave no sum of too few, neither told nor left over', () => {
    const people = fc.array(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'))
    const drawn = fc.array(fc.record({ a: people, b: people, c: people, d: people }), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 5 }), (tables, smallest) => {
        const together = toldTogether(names, tables.map(table), smallest)
        const isFew = (size: number) => size > 0 && size < smallest
        for (const each of tables) {
          for (const name of names)
            if (!together.has(name)) expect(isFew(new Set(each[name]).size)).toBe(false)
          const hidden = new Set([...together].flatMap((name) => each[name as 'a']))
          if (together.size < names.length) expect(isFew(hidden.size)).toBe(false)
        }
      }),
    )
  })
})
