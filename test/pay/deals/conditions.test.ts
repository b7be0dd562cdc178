import { describe, expect, it } from 'vitest'
import {
  atLeast,
  constant,
  type Expression,
  multiply,
  round,
  step,
  subtract,
  when,
} from '../../../src/formula/index.js'
import { component, matching } from '../../../src/pay/build.js'
import { attribute, member, records } from '../../../src/pay/read.js'
import { bookOf, cents, cny, person } from '../rules/paying.js'
import { collected, refunded, signed } from './credits.js'
import { eachDeal, none, ofDeal, paid, partOf, percent, sold, type Through, yuan } from './paid.js'

const months = ['2026-01', '2026-02', '2026-03']
const commission = (rule: (through: Through) => Expression) =>
  bookOf([eachDeal('commission', rule)])
const margin = ofDeal('margin')

describe('conditions on numbers of the deal', () => {
  it('kind 5 only deals with a margin of 60 %', () => {
    const book = commission((through) =>
      when(
        atLeast(margin(through), percent('0.6', sold(through))),
        percent('0.10', sold(through)),
        none,
      ),
    )
    const deal = (id: string, value: string) =>
      signed(id, '2026-01-10', '8000.00', { figures: { margin: value } })
    const events = [
      deal('A', '4800.00'),
      deal('B', '4799.99'),
      deal('C', '8000.00'),
      refunded('C', '2026-02-10', '-4000.00', { figures: { margin: '-6000.00' } }),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-01 commission li 1600.00',
      '2026-02 commission li 2026-01 -800.00',
    ])
  })

  it('kind 5 only deals of at least 50,000', () => {
    const book = commission((through) =>
      when(atLeast(sold(through), yuan('50000')), percent('0.04', sold(through)), none),
    )
    const events = [
      signed('A', '2026-01-10', '50000.00'),
      signed('B', '2026-01-11', '49999.99'),
      signed('C', '2026-02-11', '60000.00'),
      refunded('A', '2026-02-12', '-1000.00'),
      refunded('C', '2026-03-12', '-10000.00'),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-01 commission li 2000.00',
      '2026-02 commission li 2026-01 -2000.00',
      '2026-02 commission li 2400.00',
      '2026-03 commission li 2026-02 -400.00',
    ])
  })

  it('kind 5 a fee by the discount of each order', () => {
    const each = { record: 'credits', where: { kind: ['order'] } } as const
    const fee = component(
      'fee',
      { pays: 'due', each },
      step(
        member('discount', 'ratio', 4),
        [{ value: '15.00' }, { from: '0.10', value: '7.50' }],
        cny,
      ),
    )
    const deal = (id: string, discount: string) =>
      signed(id, '2026-01-10', '800.00', { attributes: { discount } })
    const events = [deal('A', '0.05'), deal('B', '0.10'), deal('C', '0.25')]
    expect(paid(bookOf([fee]), events, months)).toEqual(['2026-01 fee li 30.00'])
  })

  it('kind 7 a tier by net sales, paid on sales without discount', () => {
    const net = ofDeal('net')
    const book = commission((through) =>
      multiply(
        sold(through),
        step(net(through), [{ value: '0.05' }, { from: '900', value: '0.09' }]),
      ),
    )
    const events = [
      signed('A', '2026-01-10', '1500.00', { figures: { net: '1000.00' } }),
      signed('B', '2026-01-11', '1500.00', { figures: { net: '800.00' } }),
      refunded('A', '2026-02-10', '-500.00', { figures: { net: '-200.00' } }),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-01 commission li 210.00',
      '2026-02 commission li 2026-01 -85.00',
    ])
  })

  it('kind 7 C6 the rate of sales by the number of orders', () => {
    const net = (as: 'sum' | 'count') =>
      as === 'sum'
        ? records('credits', 'sum', { value: 'sales', unit: cny, scale: 6 })
        : records('credits', 'distinct', { value: 'deal', where: { sales: { above: '0' } } })
    const rate = step(net('count'), [{ value: '0.02' }, { from: '3', value: '0.05' }])
    const plan = component('plan', { pays: 'due' }, round(multiply(net('sum'), rate), cents))
    const events = [
      signed('A', '2026-01-10', '1000.00'),
      signed('B', '2026-01-11', '1000.00'),
      signed('C', '2026-02-11', '500.00'),
      signed('D', '2026-02-12', '500.00'),
      signed('E', '2026-02-13', '500.00'),
    ]
    expect(paid(bookOf([plan]), events, months)).toEqual([
      '2026-01 plan li 40.00',
      '2026-02 plan li 75.00',
    ])
  })
})

describe('ordered rules of which the first that fits holds', () => {
  const rate = matching(
    member('product', { missing: 'other' }),
    { laptop: constant('0.02') },
    matching(
      member('category', { missing: 'other' }),
      { service: constant('0.03') },
      constant('0.01'),
    ),
  )
  const goods = (id: string, on: string, attributes: Readonly<Record<string, string>>) =>
    signed(id, on, '1000.00', { attributes })
  const events = [
    goods('A', '2026-01-10', { product: 'laptop', category: 'service' }),
    goods('B', '2026-01-11', { product: 'repair', category: 'service' }),
    goods('C', '2026-01-12', { product: 'desk', category: 'furniture' }),
    signed('D', '2026-02-12', '1000.00'),
    refunded('B', '2026-02-20', '-500.00'),
  ]

  it('kind 14 by product, else by category, else for all', () => {
    const book = commission((through) => multiply(sold(through), rate))
    expect(paid(book, events, months)).toEqual([
      '2026-01 commission li 60.00',
      '2026-02 commission li 2026-01 -15.00',
      '2026-02 commission li 10.00',
    ])
  })

  it('kind 14 a fixed amount for some and a rate for others', () => {
    const amounts = (through: Through) =>
      matching(
        member('product', { missing: 'other' }),
        { laptop: when(atLeast(sold(through), yuan('0.01')), yuan('25.00'), none) },
        percent('0.01', sold(through)),
      )
    expect(paid(commission(amounts), events, months)).toEqual([
      '2026-01 commission li 45.00',
      '2026-02 commission li 2026-01 -5.00',
      '2026-02 commission li 10.00',
    ])
  })

  it('kind 14 F13 by an attribute of the collection itself, not of its deal', () => {
    const aged = component(
      'aged',
      { pays: 'due', each: { record: 'credits', where: { kind: ['collection'] } } },
      round(
        multiply(
          member('collections', cny, 6),
          matching(member('own.age'), {
            d0_10: constant('0.30'),
            d11_20: constant('0.20'),
            d21_30: constant('0.10'),
          }),
        ),
        cents,
      ),
    )
    const paidIn = (on: string, age: string) =>
      collected('A', on, '100.00', { attributes: { age } })
    const all = [
      signed('A', '2026-01-05', '300.00'),
      paidIn('2026-01-10', 'd0_10'),
      paidIn('2026-01-20', 'd11_20'),
      paidIn('2026-01-30', 'd21_30'),
    ]
    expect(paid(bookOf([aged]), all, months)).toEqual(['2026-01 aged li 60.00'])
  })
})

describe('a number of the person where a plan has a literal', () => {
  const people = [
    person('li', { rate: '0.05', ote: '160000.00', salary: '80000.00', quota: '1000000.00' }),
    person('wu', { rate: '0.08', ote: '100000.00', salary: '70000.00', quota: '600000.00' }),
  ]
  const by = (seller: string) => ({ attributes: { seller } })
  const money = (name: string) => attribute(name, cny, 2)

  it('kind 6 a rate of each person, also for a deal that goes from one to another', () => {
    const book = commission((through) => multiply(sold(through), attribute('rate', 'ratio', 4)))
    const events = [
      signed('A', '2026-01-10', '1000.00', by('li')),
      signed('B', '2026-01-10', '1000.00', by('wu')),
    ]
    expect(paid(book, events, months, { people })).toEqual([
      '2026-01 commission li 50.00',
      '2026-01 commission wu 80.00',
    ])
  })

  it('kind 6 what is variable over the quota, for each deal', () => {
    const book = bookOf([
      eachDeal('commission', (through) =>
        partOf(subtract(money('ote'), money('salary')), sold(through), money('quota')),
      ),
    ])
    const events = [
      signed('A', '2026-01-10', '25000.00', by('li')),
      signed('B', '2026-01-10', '25000.00', by('wu')),
    ]
    expect(paid(book, events, months, { people })).toEqual([
      '2026-01 commission li 2000.00',
      '2026-01 commission wu 1250.00',
    ])
  })

  it('kind 6 a kicker of 5 % of what is on target, once the quota is sold', () => {
    const year = records('credits', 'sum', {
      value: 'sales',
      unit: cny,
      scale: 6,
      over: { since: 'year' },
    })
    const reached = when(atLeast(year, money('quota')), percent('0.05', money('ote')), none)
    const kicker = component('kicker', { pays: 'due', period: 'year' }, round(reached, cents))
    const book = bookOf([kicker], {
      rhythms: { month: { kind: 'month' }, year: { kind: 'year' } },
    })
    const events = [
      signed('A', '2026-11-10', '1000000.00', by('li')),
      signed('B', '2026-11-10', '599999.99', by('wu')),
    ]
    expect(paid(book, events, ['2026-11', '2026-12'], { people })).toEqual([
      '2026-12 kicker li 2026 8000.00',
    ])
  })
})
