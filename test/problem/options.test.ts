import { describe, expect, test } from 'vitest'
import {
  anything,
  checkOptions,
  choice,
  describeProblems,
  flag,
  list,
  number,
  type Option,
  optional,
  options,
  problem,
  problemsOf,
  record,
  text,
  whole,
} from '../../src/problem/index.js'

const told = (option: Option, value: unknown, locale: 'en' | 'zh-CN' = 'en') =>
  describeProblems(option(value, 'x'), locale)

describe('an option', () => {
  test.each<[string, Option, readonly unknown[], readonly unknown[]]>([
    ['a text', text, ['', 'a'], [1, null, undefined, []]],
    ['a flag', flag, [true, false], [0, 'true', undefined]],
    ['a choice', choice(['one', 'two']), ['one'], ['three', ['one'], 1, undefined]],
    ['a whole number', whole(1), [1, 2 ** 53 - 1], [0, 1.5, 2 ** 53, Number.NaN, '1', null]],
    ['one in bounds', whole(1, 3), [1, 3], [0, 4]],
    [
      'a number by a rule',
      number(
        (value) => value > 0,
        (path) => problem('low', path, ['is low', 'Raise it'], ['过低', '请提高']),
      ),
      [0.5],
      [0, Number.NaN, Number.POSITIVE_INFINITY, '1'],
    ],
    ['a list', list(text), [[], ['a']], ['a', [1], null, {}]],
    ['a list of two', list(text, 2), [['a', 'b']], [['a'], []]],
    ['a record', record(text), [{}, { a: 'b' }], [[], null, { a: 1 }, 'a']],
    ['what may be left out', optional(text), [undefined, 'a'], [null, 1]],
    ['an object', options({ a: text }), [{ a: 'b' }, { a: 'b', z: 1 }], [{}, null, [], { b: 'a' }]],
    ['anything', anything, [undefined, null, 1], []],
  ])('of %s takes what it is, and nothing else', (_, option, good, bad) => {
    for (const value of good) expect(option(value, 'x')).toEqual([])
    for (const value of bad) expect(option(value, 'x')).not.toEqual([])
  })

  test('is told in both languages', () => {
    expect(told(whole(2), 1)).toBe(
      'x: is not a whole number of 2 or more. Give a whole number of 2 or more.',
    )
    expect(told(whole(2, 9), 1)).toBe(
      'x: is not a whole number from 2 to 9. Give a whole number from 2 to 9.',
    )
    expect(told(whole(2), 1, 'zh-CN')).toBe('x：不是不小于 2 的整数。请给出不小于 2 的整数。')
    expect(told(whole(2, 9), 1, 'zh-CN')).toBe('x：不是 2 到 9 的整数。请给出 2 到 9 的整数。')
  })
})

describe('a request', () => {
  const members = { pay: text, people: list(options({ id: text })), weight: optional(text) }
  const places = (request: unknown) =>
    problemsOf(() => checkOptions(request, members)).map(({ code, path }) => [code, path])

  test('is told at once, each problem with its path', () => {
    expect(places({ people: [{ id: '1' }, { id: 2 }, null], weight: 1 })).toEqual([
      ['missing', 'pay'],
      ['wrong-type', 'people[1].id'],
      ['wrong-type', 'people[2]'],
      ['wrong-type', 'weight'],
    ])
    expect(places(undefined)).toEqual([['missing', '']])
  })

  test('has no misspelt name of what may be left out, and may hold more', () => {
    const good = { pay: 'hourly', people: [] }
    expect(places({ ...good, note: 'x', by: 1 })).toEqual([])
    expect(places({ ...good, wieght: 'fte' })).toEqual([['unknown-key', 'wieght']])
    expect(places({ ...good, wieght: 'fte', weight: 'fte' })).toEqual([])
  })

  test('reads no member that it inherits', () => {
    expect(places(Object.create({ pay: 'hourly', people: [] }))).toEqual([
      ['missing', 'pay'],
      ['missing', 'people'],
    ])
  })
})
