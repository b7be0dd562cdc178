import { describe, expect, it } from 'vitest'
import {
  above,
  add,
  constant,
  divide,
  type Expression,
  multiply,
  round,
  subtract,
  when,
} from '../../../src/formula/index.js'
import { component, matching } from '../../../src/pay/build.js'
import type { Each, Over } from '../../../src/pay/component.js'
import { amount, attribute, records, tagged } from '../../../src/pay/read.js'
import { bookOf, cents, cny, person, since } from '../rules/paying.js'
import { collected, invoiced, refunded, signed, transferred } from './credits.js'
import { eachDeal, paid, percent, received, sold, type Through } from './paid.js'

const months = ['2026-01', '2026-02', '2026-03', '2026-04']
const commission = (through: Through) => round(percent('0.10', sold(through)), cents)
const over = (window: Over): Each => ({ record: 'credits', by: 'deal', over: window })

describe('a deal is paid in parts over time', () => {
  it('kind 10 three quarters now, the rest at the end of the year', () => {
    const now = (through: Through) => percent('0.75', commission(through))
    const later = (through: Through) => subtract(commission(through), round(now(through), cents))
    const book = bookOf([eachDeal('now', now), eachDeal('later', later, { period: 'year' })], {
      rhythms: { month: { kind: 'month' }, year: { kind: 'year' } },
    })
    const events = [
      signed('A', '2026-10-10', '120000.00'),
      refunded('A', '2026-11-10', '-20000.00'),
      signed('B', '2026-12-10', '0.10'),
    ]
    expect(paid(book, events, ['2026-10', '2026-11', '2026-12'])).toEqual([
      '2026-10 now li 9000.00',
      '2026-11 now li 2026-10 -1500.00',
      '2026-12 now li 0.01',
      '2026-12 later li 2026 2500.00',
    ])
  })

  it('kind 10 as it is delivered and installed', () => {
    const reached = (step: string, through: Through) =>
      above(
        records('credits', 'count', {
          same: ['deal'],
          whose: 'all',
          where: { 'own.step': [step] },
          over: { since: 'ever', through },
          input: `${step}.${through}`,
        }),
        constant('0', 'count'),
      )
    const steps = (through: Through) =>
      multiply(
        commission(through),
        add(
          constant('0.5'),
          when(reached('delivered', through), constant('0.3'), constant('0')),
          when(reached('installed', through), constant('0.2'), constant('0')),
        ),
      )
    const step = (of: string, on: string, name: string) =>
      invoiced(of, on, '0.00', { attributes: { step: name } })
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      step('A', '2026-02-10', 'delivered'),
      transferred('A', '2026-03-05', 'li', 'wu'),
      step('A', '2026-04-10', 'installed'),
    ]
    expect(paid(bookOf([eachDeal('release', steps)]), events, months)).toEqual([
      '2026-01 release li 50.00',
      '2026-02 release li 30.00',
      '2026-03 release li 2026-01 -50.00',
      '2026-03 release li 2026-02 -30.00',
      '2026-03 release wu 80.00',
      '2026-04 release wu 20.00',
    ])
  })

  const held = eachDeal('held', commission, { each: over({ ago: { days: 30 } }) })

  it('C5 a hold of 30 days before a commission may be paid', () => {
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      refunded('A', '2026-01-25', '-200.00'),
      signed('B', '2026-01-30', '500.00'),
      refunded('A', '2026-03-25', '-300.00'),
    ]
    expect(paid(bookOf([held]), events, months)).toEqual([
      '2026-02 held li 80.00',
      '2026-03 held li 2026-02 -30.00',
      '2026-03 held li 50.00',
    ])
  })

  it('C5 a hold of 30 days from the day on which the money comes in', () => {
    const collectedHeld = eachDeal('held', (through) => percent('0.10', received(through)), {
      each: over({ ago: { days: 30 } }),
    })
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      collected('A', '2026-01-20', '600.00'),
      collected('A', '2026-02-27', '400.00'),
    ]
    expect(paid(bookOf([collectedHeld]), events, months)).toEqual([
      '2026-02 held li 60.00',
      '2026-03 held li 40.00',
    ])
  })

  it('C5 what is held of a leaver lapses, or is paid with the last pay', () => {
    const leaver = person(
      'li',
      {},
      {
        employment: [{ from: '2025-01-01', to: '2026-02-15' }],
        attributes: {
          ...since({ leaving: 'no' }),
          leaving: [
            { from: '2025-01-01', value: 'no' },
            { from: '2026-02-15', value: 'yes' },
          ],
        },
      },
    )
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      signed('B', '2026-02-01', '500.00'),
      refunded('B', '2026-03-10', '-100.00'),
    ]
    expect(paid(bookOf([held]), events, months, { people: [leaver] })).toEqual([
      '2026-02 held li 100.00',
    ])
    const leaving = component(
      'leaving',
      {},
      matching(attribute('leaving'), { yes: constant('1', 'count') }, constant('0', 'count')),
    )
    const rest = component(
      'rest',
      { pays: 'due', each: over({ since: 'ever' }) },
      multiply(
        subtract(
          commission('row'),
          amount('held', cny, 2, { same: ['deal'], over: { since: 'ever' } }),
        ),
        amount('leaving', 'count', 0),
      ),
    )
    expect(paid(bookOf([held, leaving, rest]), events, months, { people: [leaver] })).toEqual([
      '2026-02 held li 100.00',
      '2026-02 rest li 50.00',
      '2026-03 rest li 2026-02 -10.00',
    ])
  })

  it('kind 10 in thirds over three months, to the cent', () => {
    const upTo = (of: Expression, parts: number) =>
      divide(multiply(of, constant(String(parts))), constant('3'), cents)
    const third = (number: number) => {
      const due = (through: Through) =>
        subtract(upTo(commission(through), number), upTo(commission(through), number - 1))
      const { pays: _, ...part } = eachDeal(`third${number}`, due, {
        tags: ['third'],
        ...(number > 1 && { each: over({ ago: number - 1 }) }),
      })
      return part
    }
    const thirds = component('thirds', { pays: 'due' }, tagged('third', cny, 2))
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      refunded('A', '2026-03-10', '-400.00'),
      signed('B', '2026-02-10', '0.10'),
    ]
    expect(paid(bookOf([third(1), third(2), third(3), thirds]), events, months)).toEqual([
      '2026-01 thirds li 33.33',
      '2026-02 thirds li 33.34',
      '2026-03 thirds li 2026-01 -13.33',
      '2026-03 thirds li 2026-02 -13.34',
      '2026-03 thirds li 20.01',
    ])
  })
})
