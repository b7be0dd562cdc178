import { describe, expect, it } from 'vitest'
import { above, all, atLeast, constant, multiply, round, when } from '../../../src/formula/index.js'
import { matching } from '../../../src/pay/build.js'
import type { Each, Over } from '../../../src/pay/component.js'
import { member } from '../../../src/pay/read.js'
import { bookOf, cents, person } from '../rules/paying.js'
import { collected, refunded, signed, transferred } from './credits.js'
import {
  eachDeal,
  none,
  ofDeal,
  paid,
  partOf,
  percent,
  received,
  released,
  sold,
  type Through,
} from './paid.js'

const months = ['2026-01', '2026-02', '2026-03', '2026-04']
const commission = (through: Through) => round(percent('0.10', sold(through)), cents)
const _over = (window: Over): Each => ({ record: 'credits', by: 'deal', over: window })

describe('a deal is paid as it is collected', () => {
  const book = bookOf([eachDeal('release', (through) => released(commission(through), through))])

  it('F5 in proportion, up to what is sold', () => {
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      collected('A', '2026-02-10', '333.00'),
      collected('A', '2026-03-10', '2000.00'),
      refunded('A', '2026-04-10', '-400.00'),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-02 release li 33.30',
      '2026-03 release li 66.70',
      '2026-04 release li 2026-03 -40.00',
    ])
  })

  it('F5 nothing for a deal that nobody has paid, whoever has it', () => {
    const events = [
      signed('A', '2026-01-10', '100.00'),
      transferred('A', '2026-02-10', 'li', 'wu'),
      signed('B', '2026-01-11', '1000.00'),
      collected('B', '2026-02-11', '1000.00'),
      refunded('B', '2026-03-11', '-1000.00'),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-02 release li 100.00',
      '2026-03 release li 2026-02 -100.00',
    ])
  })

  it.each([
    ['a', '50.00'],
    ['b', '150.00'],
  ])('F5 by its own rate: only %s is collected', (line, expected) => {
    const rate = matching(member('line'), { a: constant('0.05'), b: constant('0.15') })
    const rated = (through: Through) =>
      released(round(multiply(sold(through), rate), cents), through)
    const events = [
      signed('A', '2026-01-10', '1000.00', { attributes: { line: 'a' } }),
      signed('B', '2026-01-11', '1000.00', { attributes: { line: 'b' } }),
      collected(line.toUpperCase(), '2026-02-11', '1000.00'),
    ]
    expect(paid(bookOf([eachDeal('release', rated)]), events, months)).toEqual([
      `2026-02 release li ${expected}`,
    ])
  })

  it('F5 by its own margin, and of a gross amount', () => {
    const margin = ofDeal('margin')
    const ofMargin = (through: Through) =>
      released(round(percent('0.10', margin(through)), cents), through)
    const gross = ofDeal('gross')
    const ofGross = (through: Through) =>
      when(
        above(gross(through), none),
        partOf(commission(through), received(through), gross(through)),
        none,
      )
    const margins = [
      signed('A', '2026-01-10', '1000.00', { figures: { margin: '500.00' } }),
      signed('B', '2026-01-11', '1000.00', { figures: { margin: '10.00' } }),
      collected('B', '2026-02-11', '1000.00'),
    ]
    expect(paid(bookOf([eachDeal('release', ofMargin)]), margins, months)).toEqual([
      '2026-02 release li 1.00',
    ])
    const grosses = [
      signed('A', '2026-01-10', '1000.00', { figures: { gross: '1190.00' } }),
      collected('A', '2026-02-10', '595.00'),
    ]
    expect(paid(bookOf([eachDeal('release', ofGross)]), grosses, months)).toEqual([
      '2026-02 release li 50.00',
    ])
  })

  it('F5 what a leaver sold is paid with the last pay, when the money comes in', () => {
    const leaver = person('li', {}, { employment: [{ from: '2025-01-01', to: '2026-02-28' }] })
    const events = [signed('A', '2026-01-10', '1000.00'), collected('A', '2026-04-10', '1000.00')]
    expect(paid(book, events, months, { people: [leaver] })).toEqual([
      '2026-04 release li 2026-02 100.00',
    ])
  })

  it('C1 when all of it is collected, and then all', () => {
    const whole = (through: Through) =>
      when(
        all(above(sold(through), none), atLeast(received(through), sold(through))),
        commission(through),
        none,
      )
    const book = bookOf([eachDeal('release', whole)])
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      collected('A', '2026-02-10', '400.00'),
      collected('A', '2026-03-10', '600.00'),
      refunded('A', '2026-04-10', '-200.00'),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-03 release li 100.00',
      '2026-04 release li 2026-03 -20.00',
    ])
    const settled = [
      signed('A', '2026-01-10', '1000.00'),
      collected('A', '2026-02-10', '800.00'),
      refunded('A', '2026-03-10', '-200.00'),
    ]
    expect(paid(book, settled, months)).toEqual(['2026-03 release li 2026-02 80.00'])
  })
})
