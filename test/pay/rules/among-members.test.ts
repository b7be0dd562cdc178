import { describe, expect, it } from 'vitest'
import { input } from '../../../src/formula/index.js'
import type { Among, Component } from '../../../src/pay/component.js'
import { describeProblems } from '../../../src/problem/index.js'
import { among, level, outOf, people, unpaid } from './among-books.js'
import {
  bookOf,
  cny,
  dataOf,
  figure,
  lines,
  order,
  person,
  quarterly,
  reading,
  run,
  told,
  withheld,
} from './paying.js'

describe('R21 members', () => {
  it('are the rows of the component read whose group is that of the reader', () => {
    expect(outOf(among({}))).toEqual(['a 90.00', 'b 90.00', 'c 90.00', 'd 90.00'])
    expect(outOf(among({ group: { by: 'team' } }))).toEqual([
      'a 30.00',
      'b 30.00',
      'c 60.00',
      'd 60.00',
    ])
    expect(outOf(among({ group: 'person' }))).toEqual(['a 10.00', 'b 20.00', 'c 20.00', 'd 40.00'])
  })

  it.each([
    ['most', '40.00'],
    ['least', '10.00'],
    [{ quantile: '0.5' }, '20.00'],
    [{ quantile: '0.75' }, '20.00'],
    [{ quantile: '0.76' }, '40.00'],
    [{ quantile: '0.01' }, '10.00'],
  ] as const)('as %j', (as, expected) => {
    expect(outOf(among({ as }))[0]).toBe(`a ${expected}`)
  })

  it('are kept by attributes, and by another component', () => {
    expect(outOf(among({ where: { team: ['red'] } }))[3]).toBe('d 30.00')
    expect(outOf(among({ where: { team: ['green'] } }))[3]).toBe('d 0.00')
    expect(outOf(among({ only: 'level' }))[3]).toBe('d 50.00')
  })

  it('without the reader are the others; the reader need not be one', () => {
    expect(outOf(among({ who: 'others' }))).toEqual(['a 80.00', 'b 70.00', 'c 70.00', 'd 50.00'])
    expect(outOf(among({ who: 'others', as: 'most' }))).toEqual([
      'a 40.00',
      'b 40.00',
      'c 40.00',
      'd 20.00',
    ])
    expect(outOf(among({ who: 'others', only: 'level' }))[3]).toBe('d 50.00')
    const chief = reading(
      'out',
      {
        from: 'component',
        name: 'score',
        among: { group: { by: 'team' }, as: 'sum' },
      },
      { eligible: { where: { role: ['chief'] } } },
    )
    const other = { ...unpaid, eligible: { where: { role: ['seller'] } } }
    const data = dataOf([
      person('a', { score: '1.00', team: 'red', role: 'chief' }),
      person('b', { score: '2.00', team: 'red', role: 'seller' }),
    ])
    expect(lines(run(bookOf([other, chief]), data, '2026-03'))).toEqual(['out a 2026-03 2.00'])
  })

  it('that fail fail all who read them, by name; a group that is unclear fails its reader', () => {
    const data = dataOf([...people, person('e', { team: 'red' })])
    const of = bookOf([unpaid, level, among({ group: { by: 'team' } })])
    const paid = run(of, data, '2026-03')
    expect(lines(paid)).toEqual(['out c 2026-03 60.00', 'out d 2026-03 60.00'])
    expect(withheld(paid)).toEqual([
      'out a 2026-03 failed-member',
      'out b 2026-03 failed-member',
      'out e 2026-03 failed-member',
    ])
    expect(describeProblems(paid.withheld[0]?.problems ?? [], 'en')).toContain('"score" of "e"')
  })

  it('of records are the records; whoever has none is no member', () => {
    const deal: Component = {
      component: 'deal',
      each: { record: 'orders' },
      formula: input('x', cny, 2),
      reads: { x: { from: 'record', name: 'amount' } },
    }
    const read = (as: Among['as'], who?: Among['who']) =>
      ({
        from: 'component',
        name: 'deal',
        among: { group: 'company', as, ...(who && { who }) },
      }) as const
    const of = bookOf([
      deal,
      told('count', read('count')),
      reading('rest', read('sum', 'others')),
      reading('least', read('least')),
    ])
    const orders = [
      order('x', '2026-03-02', '1.00', { person: 'a' }),
      order('y', '2026-03-03', '2.00', { person: 'a' }),
      order('z', '2026-03-04', '4.00', { person: 'b' }),
    ]
    expect(lines(run(of, dataOf(people.slice(0, 3), { orders }), '2026-03'))).toEqual([
      'count a 2026-03 3.00',
      'count b 2026-03 3.00',
      'count c 2026-03 3.00',
      'rest a 2026-03 4.00',
      'rest b 2026-03 3.00',
      'rest c 2026-03 7.00',
      'least a 2026-03 1.00',
      'least b 2026-03 1.00',
      'least c 2026-03 1.00',
    ])
  })

  it('of posts are the posts, and the others are not the own ones', () => {
    const post: Component = { ...unpaid, component: 'post', of: 'assignment' }
    const rest = reading('rest', {
      from: 'component',
      name: 'post',
      among: { group: 'company', who: 'others', as: 'sum' },
    })
    const posted = (id: string, ...scores: string[]) =>
      person(
        id,
        {},
        {
          assignments: scores.map((value, i) => ({
            id: `${id}${i}`,
            from: '2020-01-01',
            attributes: { score: [{ from: '2020-01-01', value }] },
          })),
        },
      )
    const data = dataOf([posted('a', '1.00', '2.00'), posted('b', '4.00')])
    expect(lines(run(bookOf([post, rest]), data, '2026-03'))).toEqual([
      'rest a 2026-03 4.00',
      'rest b 2026-03 3.00',
    ])
  })

  it('of a shorter rhythm are all that end in the reader’s period', () => {
    const month = reading('month', { from: 'figure', name: 'sold', missing: '0.00' })
    const { pays: _, ...free } = month
    const quarter = (group: Among['group'], who?: Among['who']) =>
      reading(
        'quarter',
        { from: 'component', name: 'month', among: { group, as: 'sum', ...(who && { who }) } },
        { period: 'quarter' },
      )
    const sold = (id: string, manager: string, ...values: string[]) =>
      person(
        id,
        { manager },
        {
          employment: [{ from: '2026-01-01' }],
          figures: values.map((value, i) => figure('sold', `2026-0${i + 1}`, value)),
        },
      )
    const data = dataOf([
      sold('a', 'nobody', '1.00', '2.00'),
      sold('b', 'a', '4.00', '8.00', '16.00'),
    ])
    const of = (component: Component) =>
      lines(
        run(bookOf([free, component], { rhythms: quarterly }), data, '2026-03', 'first', {
          asOf: '2026-03-31',
        }),
      )
    expect(of(quarter('company'))).toEqual(['quarter a 2026-Q1 31.00', 'quarter b 2026-Q1 31.00'])
    expect(of(quarter('company', 'others'))).toEqual([
      'quarter a 2026-Q1 28.00',
      'quarter b 2026-Q1 3.00',
    ])
    expect(of(quarter({ below: 'manager' }))).toEqual([
      'quarter a 2026-Q1 28.00',
      'quarter b 2026-Q1 0.00',
    ])
  })
})
