import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Coalition, shapley } from '../../src/credit/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { found } from '../found.js'

const names = ['a', 'b', 'c', 'd']

/** Every set but the empty one, in the order of its bits. */
const sets = (count: number) =>
  Array.from({ length: 2 ** count - 1 }, (_, i) =>
    names.slice(0, count).filter((_, bit) => ((i + 1) & (2 ** bit)) !== 0),
  )
const game = (count: number, worth: (set: readonly string[]) => number): Coalition[] =>
  sets(count).map((channels) => ({ channels, worth: worth(channels) }))
const values = (coalitions: readonly Coalition[], places = 2) =>
  Object.fromEntries(shapley(coalitions, places))

describe('the Shapley value', () => {
  test('of the glove game: a left glove is worth four times each right one (Shapley 1953, scaled)', () => {
    // One left glove and two right ones: a pair is worth 6.
    const gloves = game(3, (set) => (set.includes('a') && set.length > 1 ? 6 : 0))
    expect(values(gloves)).toEqual({ a: '4.00', b: '1.00', c: '1.00' })
  })

  test('of the airport game: each pays its part of every stretch (Littlechild and Owen 1973)', () => {
    const costs: Readonly<Record<string, number>> = { a: 8, b: 11, c: 13, d: 18 }
    const airport = game(4, (set) => Math.max(...set.map((name) => costs[name] as number)))
    expect(values(airport)).toEqual({ a: '2.00', b: '3.00', c: '4.00', d: '9.00' })
  })

  test('writes a remainder by largest remainder, equal ones by name', () => {
    expect(values(game(3, (set) => (set.length === 3 ? 100 : 0)))).toEqual({
      a: '33.34',
      b: '33.33',
      c: '33.33',
    })
  })

  test('of nothing is nothing', () => {
    expect(values(game(2, () => 0))).toEqual({ a: '0.00', b: '0.00' })
  })

  test('takes a set in any order, a channel named twice as once, and ten channels', () => {
    expect(
      values([
        { channels: ['b', 'a', 'a'], worth: '1.10' },
        { channels: ['a'], worth: 1 },
        { channels: ['b'], worth: 0 },
      ]),
    ).toEqual({ a: '1.05', b: '0.05' })
    const ten = Array.from({ length: 1023 }, (_, i) => ({
      channels: Array.from('0123456789').filter((_, bit) => ((i + 1) & (2 ** bit)) !== 0),
      worth: 7,
    }))
    expect(values(ten, 0)).toMatchObject({ 0: '1', 6: '1', 7: '0' })
  })
})

describe('what cannot be shared', () => {
  test.each<[string, Coalition[], string, string]>([
    ['a set that is missing', game(2, () => 1).slice(1), 'missing-coalition', 'coalitions'],
    [
      'a set that stands twice',
      [...game(1, () => 1), { channels: ['a', 'a'], worth: 2 }],
      'repeated-coalition',
      'coalitions[1]',
    ],
    [
      'the empty set',
      [...game(1, () => 1), { channels: [], worth: 0 }],
      'repeated-coalition',
      'coalitions[1]',
    ],
    ['a worth that is no number', game(1, () => Number.NaN), 'not-a-number', 'coalitions[0].worth'],
    [
      'a channel that takes away',
      game(2, (set) => (set.length === 2 ? 0 : set.includes('a') ? 9 : 0)),
      'negative-contribution',
      'coalitions',
    ],
    [
      'eleven channels',
      [{ channels: Array.from('abcdefghijk'), worth: 1 }],
      'too-many-channels',
      'coalitions',
    ],
  ])('is refused: %s', (_, coalitions, code, path) => {
    expect(found(() => shapley(coalitions, 2))).toEqual([[code, path]])
  })

  test('is said in Chinese too', () => {
    const problems = problemsOf(() => shapley(game(2, () => 1).slice(1), 2))
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'coalitions：没有给出 a 合起来的价值。请给出每个组合的价值。',
    )
  })
})

/** A game in which every set is worth no less than those within it. */
const anyGame = fc
  .array(fc.integer({ min: 0, max: 1_000 }), { minLength: 15, maxLength: 15 })
  .map((gains) => {
    const worths = new Map<string, number>()
    return sets(4).map((channels, i) => {
      const within = channels.map(
        (left) => worths.get(channels.filter((name) => name !== left).join()) ?? 0,
      )
      const worth = Math.max(0, ...within) + (gains[i] as number)
      worths.set(channels.join(), worth)
      return { channels, worth }
    })
  })

describe('the laws of the Shapley value', () => {
  test('all of it is shared, and who adds nothing gets nothing', () => {
    fc.assert(
      fc.property(anyGame, (coalitions) => {
        const whole = String(coalitions.at(-1)?.worth)
        expect(decimal(total(Object.values(values(coalitions)), 2)).equals(whole)).toBe(true)
        const withNobody = [
          ...coalitions,
          { channels: ['nobody'], worth: 0 },
          ...coalitions.map(({ channels, worth }) => ({
            channels: [...channels, 'nobody'],
            worth,
          })),
        ]
        expect(values(withNobody)).toEqual({ ...values(coalitions), nobody: '0.00' })
      }),
      { numRuns: 50 },
    )
  })

  test('who adds the same gets the same, and values of games add up, within a unit', () => {
    fc.assert(
      fc.property(anyGame, anyGame, (one, other) => {
        const swap = (name: string) => (name === 'a' ? 'b' : name === 'b' ? 'a' : name)
        const swapped = one.map(({ channels, worth }) => ({ channels: channels.map(swap), worth }))
        const [plain, mirrored] = [values(one, 6), values(swapped, 6)]
        const near = (left: string | undefined, right: string) =>
          expect(Math.abs(Number(left) - Number(right))).toBeLessThan(0.0000025)
        for (const name of names) near(mirrored[swap(name)], plain[name] as string)
        const sum = one.map(({ channels, worth }, i) => ({
          channels,
          worth: worth + (other[i]?.worth as number),
        }))
        const [first, second, both] = [plain, values(other, 6), values(sum, 6)]
        for (const name of names)
          near(both[name], total([first[name] as string, second[name] as string], 6))
      }),
      { numRuns: 50 },
    )
  })
})
