import { describe, expect, it } from 'vitest'
import { input } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import type { Data, Figure } from '../../../src/pay/data.js'
import type { Run } from '../../../src/pay/run.js'
import { found } from '../../found.js'
import {
  bookOf,
  cny,
  counting,
  dataOf,
  figure,
  lines,
  person,
  reading,
  run,
  withheld,
} from './paying.js'

const pot: Component = {
  component: 'pot',
  of: 'company',
  formula: input('x', cny, 2),
  reads: { x: { from: 'figure', name: 'pot' } },
}
const weight = counting('weight', { from: 'figure', name: 'weight' })
const share = reading('share', {
  from: 'component',
  name: 'pot',
  among: { group: 'company', as: { share: 'weight' } },
})
const of = bookOf([pot, weight, share])

/** A pot of March, and what each weighs; what is told later after it. */
function worth(
  pots: readonly Figure[],
  weights: Readonly<Record<string, readonly Figure[]>>,
): Data {
  return dataOf(
    Object.entries(weights).map(([id, figures]) => ({
      ...person(id),
      employment: [{ from: '2026-03-01', to: '2026-03-31' }],
      figures,
    })),
    {},
    [{ of: 'company', figures: pots }],
  )
}
const hundred = figure('pot', '2026-03', '100.00')
const one = figure('weight', '2026-03', '1')
const three = figure('weight', '2026-03', '3', { recorded: '2026-04-01' })
const division = (paid: Run) =>
  paid.divisions.map(({ value, settled, withheld: waiting }) => [value, settled, ...waiting])

describe('R19 a division', () => {
  it('pays first payments to some, and to the others later', () => {
    const data = worth([hundred], { a: [one], b: [one] })
    const first = run(of, data, '2026-03', 'first', { only: ['a'] })
    expect(lines(first)).toEqual(['share a 2026-03 50.00'])
    expect(division(first)).toEqual([['100.00', '50.00', 'b']])
    const second = run(of, data, '2026-03', first)
    expect(lines(second)).toEqual(['share a 2026-03 0.00', 'share b 2026-03 50.00'])
    expect(division(second)).toEqual([['100.00', '100.00']])
  })

  it('corrects all its members in one run, or none', () => {
    const early = worth([hundred], { a: [one], b: [one] })
    const late = worth([hundred], { a: [one], b: [one, three] })
    const first = run(of, early, '2026-03')
    const some = run(of, late, '2026-04', first, { only: ['b'] })
    expect(lines(some)).toEqual([])
    expect(withheld(some)).toEqual(['share b 2026-03 share-waits'])
    expect(division(some)).toContainEqual(['100.00', '100.00', 'a', 'b'])
    const all = run(of, late, '2026-04', some)
    expect(lines(all)).toEqual(['share a 2026-03 -25.00', 'share b 2026-03 25.00'])
    expect(division(all)).toContainEqual(['100.00', '100.00'])
  })

  it('writes no first payment beside a correction that is owed', () => {
    const early = worth([hundred], { a: [one], b: [one] })
    const first = run(of, early, '2026-03', 'first', { only: ['a'] })
    const late = worth([hundred], { a: [one], b: [one, three] })
    const second = run(of, late, '2026-04', first, { only: ['b'] })
    expect(lines(second)).toEqual([])
    expect(withheld(second)).toEqual(['share b 2026-03 share-waits'])
    const third = run(of, late, '2026-04', second)
    expect(lines(third)).toEqual(['share a 2026-03 -25.00', 'share b 2026-03 75.00'])
  })

  it('goes on without who stays what they were paid, and tells a value that shrank', () => {
    const data = worth([hundred], { a: [one], b: [one] })
    const first = run(of, data, '2026-03')
    const less = worth([hundred, figure('pot', '2026-03', '60.00', { recorded: '2026-04-01' })], {
      a: [one],
      b: [one],
    })
    const second = run(of, less, '2026-04', first, { only: ['a'] })
    expect(division(second)).toContainEqual(['60.00', '100.00', 'a', 'b'])
    expect(lines(run(of, less, '2026-04', second))).toEqual([
      'share a 2026-03 -20.00',
      'share b 2026-03 -20.00',
    ])
    // Nothing is owed: who is left out of a further run is no reason to wait.
    const again = run(of, data, '2026-03', first, { only: ['a'] })
    expect(lines(again)).toEqual(['share a 2026-03 0.00'])
    expect(withheld(again)).toEqual([])
  })

  it('R18: is fixed for every member once the whole group can be worked out', () => {
    const fixed = bookOf([pot, weight, { ...share, retro: 0 }])
    const broken = run(fixed, worth([hundred], { a: [one], b: [] }), '2026-03')
    expect(withheld(broken)).toEqual([
      'share a 2026-03 failed-member',
      'share b 2026-03 failed-member',
    ])
    const mended = worth([hundred], { a: [one], b: [{ ...one, recorded: '2026-04-02' }] })
    const first = run(fixed, mended, '2026-04', broken, { only: ['a'] })
    expect(lines(first)).toEqual(['share a 2026-03 50.00'])
    const late = worth([hundred], {
      a: [one],
      b: [
        { ...one, recorded: '2026-04-02' },
        { ...three, recorded: '2026-05-01' },
      ],
    })
    const second = run(fixed, late, '2026-05', first)
    expect(lines(second)).toEqual(['share b 2026-03 50.00'])
  })

  it('of somebody who is no longer a member takes back what was settled', () => {
    const data = worth([hundred], { a: [one], b: [one] })
    const first = run(of, data, '2026-03')
    const [a, b] = data.people
    const gone = {
      ...data,
      people: [
        a,
        {
          ...b,
          employment: [
            ...(b?.employment ?? []),
            { from: '2026-03-01', recorded: '2026-04-01', void: true as const },
          ],
        },
      ] as Data['people'],
    }
    const second = run(of, gone, '2026-04', first)
    expect(lines(second)).toEqual(['share a 2026-03 50.00', 'share b 2026-03 -50.00'])
  })

  it('among groups gives nothing to one that it leaves out, and withholds one that names none above', () => {
    const ofTeam = (name: string) => ({
      ...counting(name, { from: 'figure', name }),
      of: { by: 'team' },
    })
    const part: Component = {
      ...reading('part', {
        from: 'component',
        name: 'pot',
        among: {
          group: { by: 'department' },
          where: { counts: ['yes'] },
          as: { share: 'weight' },
        },
      }),
      of: { by: 'team' },
      pays: undefined,
    }
    const paid = reading('paid', {
      from: 'component',
      name: 'part',
      among: { group: { by: 'team' }, as: 'sum' },
    })
    const book = bookOf([{ ...pot, of: { by: 'department' } }, ofTeam('weight'), part, paid])
    const team = (value: string, counts: string, department?: string) => ({
      of: { by: 'team', value },
      figures: [one],
      attributes: {
        counts: [{ from: '2026-01-01', value: counts }],
        ...(department !== undefined && {
          department: [{ from: '2026-01-01', value: department }],
        }),
      },
    })
    const data = dataOf(
      ['red', 'blue', 'green'].map((id) => ({
        ...person(id),
        employment: [{ from: '2026-03-01', to: '2026-03-31' }],
        attributes: { team: [{ from: '2026-03-01', value: id }] },
      })),
      {},
      [
        { of: { by: 'department', value: 'A' }, figures: [hundred] },
        team('red', 'yes', 'A'),
        team('blue', 'no', 'A'),
        team('green', 'yes'),
      ],
    )
    const march = run(book, data, '2026-03')
    expect(lines(march)).toEqual(['paid blue 2026-03 0.00', 'paid red 2026-03 100.00'])
    expect(withheld(march).join()).toContain('green')
  })

  it('takes no component that says who counts: who is to have no part weighs nothing', () => {
    const among = { group: 'company', only: 'weight', as: { share: 'weight' } } as const
    const own = { from: 'component', name: 'pot', among } as const
    expect(found(() => bookOf([pot, weight, reading('share', own)]))).toEqual([
      ['not-beside', 'components.share[0].value.reads.x.among.only'],
    ])
  })

  it('by group waits for who was paid of a group and belongs to none by now', () => {
    const teams = bookOf([
      { ...pot, of: { by: 'team' } },
      weight,
      reading('share', {
        from: 'component',
        name: 'pot',
        among: { group: { by: 'team' }, as: { share: 'weight' } },
      }),
    ])
    const data: Data = {
      people: ['a', 'b', 'c'].map((id) => ({
        ...person(id),
        employment: [{ from: '2026-03-01', to: '2026-03-31' }],
        attributes: { team: [{ from: '2026-03-01', value: id === 'c' ? 'blue' : 'red' }] },
        figures: [one],
      })),
      groups: ['red', 'blue'].map((value) => ({ of: { by: 'team', value }, figures: [hundred] })),
    }
    const first = run(teams, data, '2026-03')
    expect(lines(first)).toEqual([
      'share a 2026-03 50.00',
      'share b 2026-03 50.00',
      'share c 2026-03 100.00',
    ])
    const gone = {
      ...data,
      people: data.people.map((each) =>
        each.id === 'b'
          ? {
              ...each,
              employment: [
                ...each.employment,
                { from: '2026-03-01', recorded: '2026-04-01', void: true as const },
              ],
            }
          : each,
      ),
    }
    const without = run(teams, gone, '2026-04', first, { only: ['a'] })
    expect(lines(without)).toEqual([])
    expect(withheld(without)).toEqual(['share a 2026-03 share-waits'])
    expect(lines(run(teams, gone, '2026-04', without))).toEqual([
      'share a 2026-03 50.00',
      'share b 2026-03 -50.00',
    ])
  })
})
