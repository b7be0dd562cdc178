import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personDecides, type Retention, retentionReturn } from '../../../src/attrition/index.js'
import { describeProblems, problemsOf } from '../../../src/problem/index.js'
import { found } from '../../found.js'

const person = { id: '7', probability: '0.4', replacement: '9000.00' }
const action: Retention = { currency: 'CNY', cost: '1000.00', effect: '0.5', people: [person] }

describe('retentionReturn', () => {
  test('what is at stake, what is spent, what is saved', () => {
    const other = { id: '8', probability: '0.1', replacement: '6000.00' }
    expect(retentionReturn({ ...action, people: [person, other] })).toEqual({
      people: [
        { id: '7', atStake: '3600.00', saved: '1800.00', net: '800.00' },
        { id: '8', atStake: '600.00', saved: '300.00', net: '-700.00' },
      ],
      atStake: '4200.00',
      spent: '2000.00',
      saved: '2100.00',
      net: '100.00',
      return: '0.0500',
      breakEvenEffect: '0.4762',
      decision: personDecides,
    })
  })

  test('figures are exact until the end: thirds of a cent add up', () => {
    const cents = ['a', 'b', 'c'].map((id) => ({ id, probability: '0.3', replacement: '0.01' }))
    const { atStake, people } = retentionReturn({ ...action, people: cents })
    expect([atStake, people[0]?.atStake]).toEqual(['0.01', '0.00'])
  })

  test('what costs nothing has no return, and where nothing is at stake no effect is enough', () => {
    const free = retentionReturn({ ...action, cost: '0' })
    expect([free.return, free.breakEvenEffect, free.net]).toEqual([undefined, '0.0000', '1800.00'])
    const safe = retentionReturn({ ...action, people: [{ ...person, probability: '0' }] })
    expect([safe.return, safe.breakEvenEffect, safe.net]).toEqual([
      '-1.0000',
      undefined,
      '-1000.00',
    ])
    const dear = retentionReturn({ ...action, cost: '7200.00' })
    expect(dear.breakEvenEffect).toBe('2.0000')
  })

  test('at the break-even effect nothing is won or lost but for rounding, and permuting changes no total', () => {
    const drawn = fc.array(
      fc.record({
        probability: fc.integer({ min: 1, max: 100 }).map((p) => (p / 100).toFixed(2)),
        replacement: fc.integer({ min: 100, max: 20_000 }).map(String),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(drawn, (rows) => {
        const people = rows.map((row, i) => ({ id: `${i}`, ...row }))
        const {
          breakEvenEffect = '0',
          atStake,
          ...totals
        } = retentionReturn({ ...action, cost: '1.00', people })
        const even = retentionReturn({ ...action, cost: '1.00', people, effect: breakEvenEffect })
        expect(Math.abs(Number(even.net))).toBeLessThanOrEqual(0.00005 * Number(atStake) + 0.005)
        const turned = retentionReturn({ ...action, cost: '1.00', people: people.toReversed() })
        expect({ ...turned, people: turned.people.toReversed() }).toEqual({
          ...totals,
          breakEvenEffect,
          atStake,
        })
      }),
    )
  })

  test.each([
    [{ people: [] }, [['too-small', 'people']]],
    [{ effect: '1.01' }, [['probability-above-one', 'effect']]],
    [{ cost: '-1' }, [['not-a-non-negative-decimal', 'cost']]],
    [
      { people: [person, { ...person, probability: '1.5' }] },
      [
        ['repeated-id', 'people[1].id'],
        ['probability-above-one', 'people[1].probability'],
      ],
    ],
    [{ people: [{ ...person, id: '' }] }, [['too-small', 'people[0].id']]],
  ])('%j is refused', (change, expected) => {
    expect(found(() => retentionReturn({ ...action, ...change }))).toEqual(expected)
  })

  test('the problems are told in Chinese too', () => {
    expect(
      describeProblems(
        problemsOf(() => retentionReturn({ ...action, effect: '2' })),
        'zh-CN',
      ),
    ).toBe('effect：2 不是概率。请给出 0 到 1 的小数。')
  })
})
