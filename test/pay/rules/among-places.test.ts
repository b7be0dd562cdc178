import { describe, expect, it } from 'vitest'
import { constant, input, multiply } from '../../../src/formula/index.js'
import type { Among, Component } from '../../../src/pay/component.js'
import { among, level, outOf, people, unpaid } from './among-books.js'
import { bookOf, cny, dataOf, lines, order, person, run, told, withheld } from './paying.js'

describe('R22 places', () => {
  const place = (who: 'ahead' | 'level', group: Among['group'] = 'company') =>
    told('out', {
      from: 'component',
      name: 'score',
      among: { group, who, by: 'score', as: 'count' },
    })

  it('ahead is strictly more, level as much', () => {
    expect(outOf(place('ahead'))).toEqual(['a 3.00', 'b 1.00', 'c 1.00', 'd 0.00'])
    expect(outOf(place('level'))).toEqual(['a 1.00', 'b 2.00', 'c 2.00', 'd 1.00'])
    expect(outOf(place('ahead', { by: 'team' }))).toEqual(['a 1.00', 'b 0.00', 'c 1.00', 'd 0.00'])
  })

  it('by another component, whose owners alone have a place', () => {
    const ranked = { ...level, eligible: { where: { level: { atLeast: '1' } } } }
    const out = among({ who: 'ahead', by: 'level' })
    const paid = run(bookOf([unpaid, ranked, out]), dataOf(people), '2026-03')
    expect(lines(paid)).toEqual([
      'out a 2026-03 40.00',
      'out b 2026-03 0.00',
      'out c 2026-03 0.00',
      'out d 2026-03 50.00',
    ])
  })

  it('who is left out of the ranking has none', () => {
    const out = among({ who: 'ahead', by: 'score', where: { team: ['red'] } })
    const paid = run(bookOf([unpaid, level, out]), dataOf(people), '2026-03')
    expect(lines(paid)).toEqual(['out a 2026-03 20.00', 'out b 2026-03 0.00'])
    expect(withheld(paid)).toEqual(['out c 2026-03 not-ranked', 'out d 2026-03 not-ranked'])
  })

  it('of rows of records are those of their moments, across the group', () => {
    const deal: Component = {
      component: 'deal',
      each: { record: 'orders' },
      formula: input('x', cny, 2),
      reads: { x: { from: 'record', name: 'amount' } },
    }
    const nth: Component = {
      component: 'nth',
      pays: 'due',
      each: { record: 'orders' },
      formula: multiply(input('n', 'count', 0), constant('1.00', cny)),
      reads: {
        n: {
          from: 'component',
          name: 'deal',
          among: { group: 'company', who: 'ahead', as: 'count' },
        },
      },
    }
    const orders = [
      order('x', '2026-03-02', '1.00', { person: 'a', order: '2' }),
      order('y', '2026-03-02', '2.00', { person: 'b', order: '1' }),
      order('z', '2026-03-04', '4.00', { person: 'a' }),
      // Of a deal made before he left, so that it counts on his last day.
      order('w', '2026-03-09', '8.00', { person: 'd', made: '2026-03-01' }),
    ]
    const left = person('d', {}, { employment: [{ from: '2020-01-01', to: '2026-03-05' }] })
    const paid = run(
      bookOf([deal, nth]),
      dataOf([...people.slice(0, 2), left], { orders }),
      '2026-03',
    )
    expect(
      paid.lines.flatMap(({ parts }) => parts.map(({ record, amount }) => `${record} ${amount}`)),
    ).toEqual(['x 1.00', 'z 2.00', 'y 0.00', 'w 3.00'])
  })
})
