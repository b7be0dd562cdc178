import { describe, expect, it } from 'vitest'
import type { Among } from '../../../src/pay/component.js'
import { among, level, unpaid } from './among-books.js'
import { bookOf, dataOf, lines, person, run, withheld } from './paying.js'

describe('below', () => {
  const chain = [
    person('a', { score: '1.00', level: '1.00' }),
    person('b', { score: '2.00', level: '0.00', manager: 'a' }),
    person('c', { score: '4.00', level: '1.00', manager: 'b' }),
    person('d', { score: '8.00', level: '1.00', manager: 'c' }),
    person('e', { score: '16.00', level: '1.00', manager: 'a' }),
  ]
  const of = (levels?: readonly [number, number], more: Partial<Among> = {}, compress?: true) =>
    lines(
      run(
        bookOf([
          unpaid,
          level,
          among({
            group: { below: 'manager', ...(levels && { levels }), ...(compress && { compress }) },
            ...more,
          }),
        ]),
        dataOf(chain),
        '2026-03',
      ),
    ).map((line) => line.split(' ').at(-1))

  it('is all from whom an attribute leads up to the reader', () => {
    expect(of()).toEqual(['30.00', '12.00', '8.00', '0.00', '0.00'])
  })

  it('counts levels in steps', () => {
    expect(of([1, 1])).toEqual(['18.00', '4.00', '8.00', '0.00', '0.00'])
    expect(of([2, 2])).toEqual(['4.00', '8.00', '0.00', '0.00', '0.00'])
    expect(of([2, 9])).toEqual(['12.00', '8.00', '0.00', '0.00', '0.00'])
  })

  it('steps over whom `only` does not keep where it is compressed', () => {
    expect(of([1, 1], { only: 'level' })).toEqual(['16.00', '4.00', '8.00', '0.00', '0.00'])
    expect(of([1, 1], { only: 'level' }, true)).toEqual(['20.00', '4.00', '8.00', '0.00', '0.00'])
    expect(of([2, 2], { only: 'level' }, true)).toEqual(['8.00', '8.00', '0.00', '0.00', '0.00'])
  })

  it('a circle is told, and fails its members alone', () => {
    const circle = [
      person('a', { score: '1.00', manager: 'b' }),
      person('b', { score: '2.00', manager: 'a' }),
      person('c', { score: '4.00', manager: 'b' }),
      person('x', { score: '8.00' }),
      person('y', { score: '16.00', manager: 'x' }),
    ]
    const paid = run(
      bookOf([unpaid, level, among({ group: { below: 'manager' } })]),
      dataOf(circle),
      '2026-03',
    )
    expect(lines(paid)).toEqual(['out c 2026-03 0.00', 'out x 2026-03 16.00', 'out y 2026-03 0.00'])
    expect(withheld(paid)).toEqual(['out a 2026-03 circle-below', 'out b 2026-03 circle-below'])
  })

  it('a failing member fails those above, also where it is compressed', () => {
    const people_ = [person('a', { score: '1.00' }), person('b', { manager: 'a', level: '1.00' })]
    const out = among({ group: { below: 'manager', compress: true }, only: 'score' })
    const paid = run(bookOf([unpaid, out]), dataOf(people_), '2026-03')
    expect(withheld(paid)).toEqual(['out a 2026-03 failed-member'])
  })
})
