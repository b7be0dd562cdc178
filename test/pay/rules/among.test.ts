import { describe, expect, it } from 'vitest'
import { constant, input, multiply } from '../../../src/formula/index.js'
import type { Among, Component } from '../../../src/pay/component.js'
import { describeProblems, sha256 } from '../../../src/problem/index.js'
import {
  bookOf,
  cny,
  counting,
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

/** What each has sold, and has sold more than nothing. */
const score = reading('score', { from: 'attribute', name: 'score' }, { pays: undefined })
const { pays: _, ...unpaid } = score
const level: Component = {
  ...unpaid,
  component: 'level',
  reads: { x: { from: 'attribute', name: 'level', missing: '0.00' } },
}

function among(say: Partial<Among>, more: Partial<Component> = {}): Component {
  const { group = 'company', as = 'sum', ...rest } = say
  return reading('out', { from: 'component', name: 'score', among: { group, as, ...rest } }, more)
}
const people = [
  person('a', { score: '10.00', team: 'red', level: '1.00' }),
  person('b', { score: '20.00', team: 'red', level: '2.00' }),
  person('c', { score: '20.00', team: 'blue', level: '2.00' }),
  person('d', { score: '40.00', team: 'blue' }),
]
const outOf = (component: Component, ...others: Component[]) =>
  lines(run(bookOf([unpaid, level, component, ...others]), dataOf(people), '2026-03')).map((line) =>
    line.replace('out ', '').replace(' 2026-03', ''),
  )

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

describe('R23 shares', () => {
  const pot: Component = {
    component: 'pot',
    of: 'company',
    formula: input('x', cny, 2),
    reads: { x: { from: 'figure', name: 'pot' } },
  }
  const weight = counting('weight', { from: 'attribute', name: 'weight' })
  const bound = (component: string): Component => ({
    component,
    formula: input('x', cny, 2),
    reads: { x: { from: 'attribute', name: component } },
  })
  const share = (more: Partial<Among> = {}, bounds = {}): Component =>
    reading('share', {
      from: 'component',
      name: 'pot',
      among: { group: 'company', as: { share: 'weight', ...bounds }, ...more },
    })
  const told_ = (value: string) => [
    { of: 'company' as const, figures: [figure('pot', '2026-03', value)] },
  ]
  const paid = (
    value: string,
    component: Component,
    members: Record<string, Record<string, string>>,
    ...more: Component[]
  ) =>
    run(
      bookOf([pot, weight, component, ...more]),
      dataOf(
        Object.entries(members).map(([id, attributes]) => person(id, attributes)),
        {},
        told_(value),
      ),
      '2026-03',
    )
  const amounts = (made: ReturnType<typeof run>) =>
    made.lines.map(({ person: id, amount }) => `${id} ${amount}`)
  const w = (weight_: string, more = {}) => ({ weight: weight_, ...more })

  it('are by weight, and come to the value', () => {
    const made = paid('100.00', share(), { a: w('1'), b: w('2'), c: w('0') })
    // 33.333… and 66.666…: the odd cent to the larger remainder.
    expect(amounts(made)).toEqual(['a 33.33', 'b 66.67', 'c 0.00'])
    expect(made.divisions).toEqual([
      {
        component: 'share',
        earned: { rhythm: 'month', period: '2026-03' },
        group: '',
        value: '100.00',
        settled: '100.00',
        withheld: [],
      },
    ])
  })

  it('mirror a negative value', () => {
    expect(amounts(paid('-100.00', share(), { a: w('1'), b: w('2') }))).toEqual([
      'a -33.33',
      'b -66.67',
    ])
  })

  it('of equal remainders begin where the digest of component and period says', () => {
    const start = Number.parseInt(sha256('share|2026-03').slice(0, 8), 16) % 3
    const ids = ['a', 'b', 'c']
    const made = paid('100.01', share(), { a: w('1'), b: w('1'), c: w('1') })
    const raised = [ids[start], ids[(start + 1) % 3]]
    // 33.336…: two cents are left over.
    expect(amounts(made)).toEqual(
      ids.map((id) => `${id} ${raised.includes(id) ? '33.34' : '33.33'}`),
    )
  })

  it('keep to bounds', () => {
    const made = paid(
      '100.00',
      share({}, { least: 'floor', most: 'cap' }),
      {
        a: w('1', { floor: '30.00', cap: '90.00' }),
        b: w('9', { floor: '0.00', cap: '50.00' }),
        c: w('1', { floor: '0.00', cap: '90.00' }),
      },
      bound('floor'),
      bound('cap'),
    )
    expect(amounts(made)).toEqual(['a 30.00', 'b 50.00', 'c 20.00'])
  })

  it('are for the whole group or for nobody: no weight, a negative one, one that fails', () => {
    expect(withheld(paid('1.00', share(), { a: w('0'), b: w('0') }))).toHaveLength(2)
    expect(withheld(paid('1.00', share(), { a: w('-1'), b: w('2') }))).toHaveLength(2)
    const failing = paid('1.00', share(), { a: w('1'), b: {} })
    expect(withheld(failing)).toEqual([
      'share a 2026-03 failed-member',
      'share b 2026-03 failed-member',
    ])
    expect(failing.divisions).toMatchObject([
      { value: '0.00', settled: '0.00', withheld: ['a', 'b'] },
    ])
    expect(amounts(paid('0.00', share(), { a: w('0'), b: w('0') }))).toEqual(['a 0.00', 'b 0.00'])
  })

  it('are of the members that a condition keeps; whoever is none has nothing', () => {
    const made = paid('90.00', share({ where: { team: ['red'] } }), {
      a: w('1', { team: 'red' }),
      b: w('1', { team: 'blue' }),
      c: w('2', { team: 'red' }),
    })
    expect(amounts(made)).toEqual(['a 30.00', 'b 0.00', 'c 60.00'])
  })

  it('of a value that each group has are by group, and one that differs within it is refused', () => {
    const own: Component = {
      ...pot,
      of: 'person',
      reads: { x: { from: 'attribute', name: 'pot' } },
    }
    const made = run(
      bookOf([own, weight, share({ group: { by: 'team' } })]),
      dataOf([
        person('a', w('1', { team: 'red', pot: '10.00' })),
        person('b', w('1', { team: 'red', pot: '10.00' })),
        person('c', w('1', { team: 'blue', pot: '10.00' })),
        person('d', w('1', { team: 'blue', pot: '20.00' })),
      ]),
      '2026-03',
    )
    expect(amounts(made)).toEqual(['a 5.00', 'b 5.00'])
    expect(withheld(made)).toEqual([
      'share c 2026-03 several-totals',
      'share d 2026-03 several-totals',
    ])
    expect(made.divisions.map(({ group, value }) => [group, value])).toEqual([
      ['red', '10.00'],
      ['', '0.00'],
    ])
  })

  it('of those level with each other are the prize of a place', () => {
    const prize: Component = {
      component: 'prize',
      of: 'company',
      formula: constant('90.00', cny),
      reads: {},
    }
    const first: Component = {
      ...share({ who: 'level', by: 'level' }),
      reads: {
        x: {
          from: 'component',
          name: 'prize',
          among: { group: 'company', who: 'level', by: 'level', as: { share: 'weight' } },
        },
      },
    }
    const members = {
      a: w('1', { level: '5.00' }),
      b: w('2', { level: '5.00' }),
      c: w('7', { level: '1.00' }),
    }
    const made = paid('0.00', first, members, prize, level)
    expect(amounts(made)).toEqual(['a 30.00', 'b 60.00', 'c 90.00'])
    const seller = { ...level, eligible: { where: { weight: ['1', '2'] } } }
    const without = paid('0.00', first, members, prize, seller)
    expect(withheld(without)).toEqual(['share c 2026-03 not-ranked'])
    const broken = { ...level, reads: { x: { from: 'attribute' as const, name: 'floor' } } }
    expect(
      withheld(paid('0.00', first, { ...members, a: w('1', { floor: '1.00' }) }, prize, broken)),
    ).toEqual(['share b 2026-03 nothing-there', 'share c 2026-03 nothing-there'])
  })
})
