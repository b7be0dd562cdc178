import { describe, expect, it } from 'vitest'
import {
  above,
  add,
  type Expression,
  marginal,
  maximum,
  minimum,
  multiply,
  step,
  when,
} from '../../../src/formula/index.js'
import { bookOf, person } from '../rules/paying.js'
import { collected, refunded, signed, transferred } from './credits.js'
import { eachDeal, none, ofDeal, paid, percent, sold, type Through, yuan } from './paid.js'

const months = ['2026-01', '2026-02', '2026-03']

/** The commission of deals by one rule, paid month by month. */
function by(
  rule: (through: Through) => Expression,
  events: Parameters<typeof paid>[1],
  more?: Parameters<typeof paid>[3],
) {
  return paid(bookOf([eachDeal('commission', rule)]), events, months, more)
}

const flat = (through: Through) => percent('0.10', sold(through))

describe('pay for each deal', () => {
  it('C8 a rate: what comes back later is taken off the month of the deal', () => {
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      signed('B', '2026-02-03', '500.00'),
      refunded('A', '2026-02-20', '-200.00'),
      refunded('A', '2026-03-05', '-800.00'),
    ]
    expect(by(flat, events)).toEqual([
      '2026-01 commission li 100.00',
      '2026-02 commission li 2026-01 -20.00',
      '2026-02 commission li 50.00',
      '2026-03 commission li 2026-01 -80.00',
    ])
  })

  it('C8 money that comes in changes nothing of a rate on sales', () => {
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      collected('A', '2026-02-20', '400.00'),
      collected('A', '2026-03-20', '600.00'),
    ]
    expect(by(flat, events)).toEqual(['2026-01 commission li 100.00'])
  })

  it.each<[string, (through: Through) => Expression, string, string]>([
    [
      'reached',
      (through) =>
        multiply(
          sold(through),
          step(sold(through), [{ value: '0.01' }, { from: '10000', value: '0.03' }]),
        ),
      '450.00',
      '-280.00',
    ],
    [
      'marginal',
      (through) =>
        marginal(sold(through), [
          { from: '0', rate: '0.01' },
          { from: '10000', rate: '0.03' },
        ]),
      '250.00',
      '-80.00',
    ],
  ])('kind 5 tiers by the size of the deal, %s', (_, rule, january, february) => {
    const events = [
      signed('A', '2026-01-10', '9000.00'),
      signed('B', '2026-01-11', '12000.00'),
      refunded('B', '2026-02-20', '-4000.00'),
    ]
    expect(by(rule, events)).toEqual([
      `2026-01 commission li ${january}`,
      `2026-02 commission li 2026-01 ${february}`,
    ])
  })

  it('C8 a least and a most amount a deal, and nothing of what is wholly taken back', () => {
    const bounded = (through: Through) =>
      when(
        above(sold(through), none),
        minimum(maximum(flat(through), yuan('50.00')), yuan('500.00')),
        none,
      )
    const events = [
      signed('A', '2026-01-10', '300.00'),
      signed('B', '2026-01-11', '2000.00'),
      signed('C', '2026-01-12', '9000.00'),
      refunded('C', '2026-02-10', '-5000.00'),
      refunded('A', '2026-03-10', '-300.00'),
    ]
    expect(by(bounded, events)).toEqual([
      '2026-01 commission li 750.00',
      '2026-02 commission li 2026-01 -100.00',
      '2026-03 commission li 2026-01 -50.00',
    ])
  })

  it('C8 percent and a fixed amount a deal', () => {
    const both = (through: Through) =>
      when(above(sold(through), none), add(percent('0.02', sold(through)), yuan('5.00')), none)
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      signed('B', '2026-01-11', '40.00'),
      refunded('A', '2026-02-10', '-500.00'),
      refunded('A', '2026-03-10', '-500.00'),
    ]
    expect(by(both, events)).toEqual([
      '2026-01 commission li 30.80',
      '2026-02 commission li 2026-01 -10.00',
      '2026-03 commission li 2026-01 -15.00',
    ])
  })

  it('C8 a base of several figures, each with its own factor', () => {
    const [margin, shipping] = [ofDeal('margin'), ofDeal('shipping')]
    const base = (through: Through) =>
      add(
        percent('0.02', sold(through)),
        percent('0.10', margin(through)),
        percent('-0.50', shipping(through)),
      )
    const events = [
      signed('A', '2026-01-10', '1000.00', { figures: { margin: '300.00', shipping: '12.00' } }),
      refunded('A', '2026-02-10', '-500.00', { figures: { margin: '-150.00', shipping: '0.00' } }),
    ]
    expect(by(base, events)).toEqual([
      '2026-01 commission li 44.00',
      '2026-02 commission li 2026-01 -25.00',
    ])
  })

  it('F4 a deal that goes to somebody else takes its commission along, and its refunds', () => {
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      transferred('A', '2026-02-05', 'li', 'wu'),
      refunded('A', '2026-03-10', '-400.00'),
    ]
    expect(by(flat, events)).toEqual([
      '2026-01 commission li 100.00',
      '2026-02 commission li 2026-01 -100.00',
      '2026-02 commission wu 100.00',
      '2026-03 commission wu 2026-02 -40.00',
    ])
  })

  it("R15 a leaver's deal is taken back from the last month", () => {
    const leaver = person('li', {}, { employment: [{ from: '2025-01-01', to: '2026-01-31' }] })
    const events = [signed('A', '2026-01-10', '1000.00'), refunded('A', '2026-03-10', '-1000.00')]
    expect(by(flat, events, { people: [leaver] })).toEqual([
      '2026-01 commission li 100.00',
      '2026-03 commission li 2026-01 -100.00',
    ])
  })

  it('F14 a fixed and a most amount of the whole deal, where each has a part of it', () => {
    const part = ofDeal('deals', ['count', 6])
    const capped = (through: Through) =>
      minimum(percent('0.10', sold(through)), multiply(yuan('5.00'), part(through)))
    const fixed = (through: Through) => multiply(yuan('50.00'), part(through))
    const events = [
      signed('A', '2026-01-10', '1000.00', {
        attributes: { seller: 'team' },
        figures: { deals: '1' },
      }),
      refunded('A', '2026-02-10', '-980.00', { figures: { deals: '0' } }),
      refunded('A', '2026-03-10', '-20.00', { figures: { deals: '-1' } }),
    ]
    const book = bookOf([eachDeal('capped', capped), eachDeal('fixed', fixed)])
    expect(paid(book, events, months)).toEqual([
      '2026-01 capped li 2.50',
      '2026-01 capped wu 2.50',
      '2026-01 fixed li 25.00',
      '2026-01 fixed wu 25.00',
      '2026-02 capped li 2026-01 -1.50',
      '2026-02 capped wu 2026-01 -1.50',
      '2026-03 capped li 2026-01 -1.00',
      '2026-03 capped wu 2026-01 -1.00',
      '2026-03 fixed li 2026-01 -25.00',
      '2026-03 fixed wu 2026-01 -25.00',
    ])
  })
})
