import { describe, expect, it } from 'vitest'
import { constant, input } from '../../../src/formula/index.js'
import type { Among, Component } from '../../../src/pay/component.js'
import { sha256 } from '../../../src/problem/index.js'
import { level } from './among-books.js'
import { bookOf, cny, counting, dataOf, figure, person, reading, run, withheld } from './paying.js'

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
