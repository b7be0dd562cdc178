import { describe, expect, it } from 'vitest'
import {
  constant,
  type Expression,
  equals,
  multiply,
  round,
  step,
  when,
} from '../../../src/formula/index.js'
import { component } from '../../../src/pay/build.js'
import { amount, member, records } from '../../../src/pay/read.js'
import { bookOf, cents, cny, person } from '../rules/paying.js'
import { refunded, signed } from './credits.js'
import { eachDeal, none, paid, percent, sold, yuan } from './paid.js'

const months = ['2026-01', '2026-02', '2026-03', '2026-04']
const of = (customer: string) => ({ attributes: { customer } })

/** A rate by a fact of the customer that the deal has, of what is sold. */
function byFact(fact: string, rate: (fact: Expression) => Expression) {
  const known = member(fact, 'count', 0)
  return bookOf([eachDeal('commission', (through) => multiply(sold(through), rate(known)))])
}

describe("pay by the customer's time", () => {
  it('C2 kind 18 a rate by months since the first purchase of the customer', () => {
    const book = byFact('months_since_first', (since) =>
      step(since, [{ value: '0.10' }, { from: '1', value: '0.05' }, { from: '2', value: '0.02' }]),
    )
    const events = [
      signed('A', '2026-01-10', '1000.00', of('x')),
      signed('B', '2026-02-09', '1000.00', of('x')),
      signed('C', '2026-02-10', '1000.00', of('x')),
      signed('D', '2026-03-12', '1000.00', of('x')),
      signed('E', '2026-03-12', '1000.00', of('y')),
      refunded('B', '2026-04-12', '-500.00'),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-01 commission li 100.00',
      '2026-02 commission li 150.00',
      '2026-03 commission li 120.00',
      '2026-04 commission li 2026-02 -50.00',
    ])
  })

  it('C2 only the first two purchases of a customer', () => {
    const book = byFact('purchase', (purchase) =>
      step(purchase, [{ value: '0.10' }, { from: '3', value: '0' }]),
    )
    const events = [
      signed('A', '2026-01-10', '1000.00', of('x')),
      signed('B', '2026-01-11', '1000.00', of('y')),
      signed('C', '2026-02-10', '1000.00', of('x')),
      signed('D', '2026-03-12', '1000.00', of('x')),
      signed('E', '2026-03-13', '1000.00', of('y')),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-01 commission li 200.00',
      '2026-02 commission li 100.00',
      '2026-03 commission li 100.00',
    ])
  })

  it('C2 purchases within 30 days of the first, or of the one before', () => {
    const within = (fact: 'days_since_first' | 'days_since_last') =>
      component(
        'commission',
        {
          pays: 'due',
          each: { record: 'credits', where: { [fact]: { atMost: '30' } } },
        },
        round(percent('0.10', member('sales', cny, 6)), cents),
      )
    const events = [
      signed('A', '2026-01-10', '1000.00', of('x')),
      signed('B', '2026-02-09', '2000.00', of('x')),
      signed('C', '2026-02-20', '4000.00', of('x')),
      signed('D', '2026-04-20', '8000.00', of('x')),
    ]
    expect(paid(bookOf([within('days_since_first')]), events, months)).toEqual([
      '2026-01 commission li 100.00',
      '2026-02 commission li 200.00',
    ])
    expect(paid(bookOf([within('days_since_last')]), events, months)).toEqual([
      '2026-02 commission li 600.00',
    ])
  })

  it('C2 another rate for repeat purchases', () => {
    const book = byFact('purchase', (purchase) =>
      when(equals(purchase, constant('1', 'count')), constant('0.10'), constant('0.03')),
    )
    const events = [
      signed('A', '2026-01-10', '1000.00', of('x')),
      signed('B', '2026-02-09', '1000.00', of('x')),
      signed('C', '2026-02-10', '1000.00', of('y')),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-01 commission li 100.00',
      '2026-02 commission li 130.00',
    ])
  })
})

describe('C9 a bonus on the first sale of the referred', () => {
  const earlier = records('credits', 'count', {
    where: { kind: ['order'] },
    over: { since: 'ever', through: 'before' },
  })
  const firstSale = component(
    'first_sale',
    { each: { record: 'credits', where: { kind: ['order'] } } },
    when(equals(earlier, constant('0', 'count')), member('sales', cny, 6), none),
  )
  const oneOf = component(
    'is_first',
    { each: { record: 'credits', where: { kind: ['order'] } } },
    when(equals(earlier, constant('0', 'count')), constant('1', 'count'), constant('0', 'count')),
  )
  const among = { group: { below: 'referrer', levels: [1, 1] }, as: 'sum' } as const
  const bonus = (name: string, value: Expression) => component(name, { pays: 'due' }, value)
  const people = [
    person('li'),
    person('wu', { referrer: 'li' }),
    person('xu', { referrer: 'li' }),
    person('zhao', { referrer: 'xu' }),
  ]
  const by = (seller: string) => ({ attributes: { seller } })
  const events = [
    signed('A', '2026-01-10', '1000.00', by('wu')),
    signed('B', '2026-01-20', '9000.00', by('wu')),
    signed('C', '2026-02-10', '3000.00', by('xu')),
    signed('D', '2026-03-10', '500.00', by('zhao')),
    signed('E', '2026-03-11', '500.00', by('li')),
  ]

  it('C9 a fixed one', () => {
    const fixed = bonus(
      'bonus',
      multiply(yuan('200.00'), amount('is_first', 'count', 0, { among })),
    )
    expect(paid(bookOf([oneOf, fixed]), events, months, { people })).toEqual([
      '2026-01 bonus li 200.00',
      '2026-02 bonus li 200.00',
      '2026-03 bonus xu 200.00',
    ])
  })

  it('C9 as a part of the sale', () => {
    const part = bonus(
      'bonus',
      round(percent('0.05', amount('first_sale', cny, 6, { among })), cents),
    )
    expect(paid(bookOf([firstSale, part]), events, months, { people })).toEqual([
      '2026-01 bonus li 50.00',
      '2026-02 bonus li 150.00',
      '2026-03 bonus xu 25.00',
    ])
  })

  it('C9 which goes back with the sale', () => {
    const left = records('credits', 'sum', {
      value: 'sales',
      unit: cny,
      scale: 6,
      same: ['deal'],
    })
    const first = component(
      'first_sale',
      { each: { record: 'credits', where: { kind: ['order'] } } },
      when(equals(earlier, constant('0', 'count')), left, none),
    )
    const part = bonus(
      'bonus',
      round(percent('0.05', amount('first_sale', cny, 6, { among })), cents),
    )
    const back = [...events.slice(0, 1), refunded('A', '2026-02-20', '-1000.00')]
    expect(paid(bookOf([first, part]), back, months, { people })).toEqual([
      '2026-01 bonus li 50.00',
      '2026-02 bonus li 2026-01 -50.00',
    ])
  })
})
