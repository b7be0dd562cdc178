import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Direction, rank } from '../../src/quantity/index.js'

const entry = (id: string, ...values: readonly string[]) => ({ id, values })

describe('a ranking', () => {
  test('goes by the first criterion, then by the next where it is equal', () => {
    const entries = [entry('a', '0.90', '70'), entry('b', '0.9', '60'), entry('c', '0.95', '99')]
    expect(rank(entries, ['higher', 'lower'])).toEqual([
      { id: 'c', place: 1, equals: 1, ahead: { id: 'b', criterion: 0, by: '0.05' } },
      {
        id: 'b',
        place: 2,
        equals: 1,
        behind: { id: 'c', criterion: 0, by: '0.05' },
        ahead: { id: 'a', criterion: 1, by: '10' },
      },
      { id: 'a', place: 3, equals: 1, behind: { id: 'b', criterion: 1, by: '10' } },
    ])
  })

  test('gives equals one place, by id, and skips as many', () => {
    const entries = [entry('z', '2'), entry('y', '1.0'), entry('x', '1.00'), entry('w', '0')]
    expect(rank(entries, ['higher']).map(({ id, place, equals }) => [id, place, equals])).toEqual([
      ['z', 1, 1],
      ['x', 2, 2],
      ['y', 2, 2],
      ['w', 4, 1],
    ])
  })

  test('parts a group from the first by id of the groups beside it', () => {
    const entries = [entry('b', '2'), entry('a', '2'), entry('c', '1')]
    expect(rank(entries, ['higher'])[2]?.behind).toEqual({ id: 'a', criterion: 0, by: '1' })
  })

  test('of nobody is empty', () => expect(rank([], ['higher'])).toEqual([]))

  const values = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
  const entries = fc.array(values, { maxLength: 8 })
  const directions = fc.tuple(
    fc.constantFrom<Direction>('higher', 'lower'),
    fc.constantFrom<Direction>('higher', 'lower'),
  )

  test('places each behind exactly those who are better', () => {
    fc.assert(
      fc.property(entries, directions, (rows, ways) => {
        const better = (a: readonly number[], b: readonly number[]) => {
          const i = a.findIndex((value, j) => value !== b[j])
          const [mine, other] = [a[i] ?? 0, b[i] ?? 0]
          return i >= 0 && (ways[i] === 'higher' ? mine > other : mine < other)
        }
        const given = rows.map((row, i) => entry(`p${i}`, ...row.map(String)))
        for (const { id, place, equals } of rank(given, ways)) {
          const own = rows[Number(id.slice(1))] ?? []
          expect(place).toBe(1 + rows.filter((row) => better(row, own)).length)
          expect(equals).toBe(rows.filter((row) => String(row) === String(own)).length)
        }
      }),
    )
  })

  test('does not depend on the order in which entries are given', () => {
    fc.assert(
      fc.property(entries, directions, (rows, ways) => {
        const given = rows.map((row, i) => entry(`p${i}`, ...row.map(String)))
        expect(rank([...given].reverse(), ways)).toEqual(rank(given, ways))
      }),
    )
  })
})
