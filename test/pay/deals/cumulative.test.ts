import { describe, expect, it } from 'vitest'
import {
  type Expression,
  marginal,
  multiply,
  round,
  step,
  subtract,
} from '../../../src/formula/index.js'
import { component } from '../../../src/pay/build.js'
import type { Over } from '../../../src/pay/component.js'
import { amount, records } from '../../../src/pay/read.js'
import { bookOf, cents, cny } from '../rules/paying.js'
import { cancelled, collected, refunded, signed, transferred } from './credits.js'
import { eachDeal, paid, partsByDeal, released, runsOf, type Through } from './paid.js'

type Since = 'month' | 'year'

/** What is sold in the month or the year, up to and with a record, or up to just before it. */
function sales(since: Since, through: Through): Expression {
  const over: Over = since === 'year' ? { since, through } : { last: 1, through }
  const input = `sales.${through}`
  return records('credits', 'sum', { value: 'sales', unit: cny, scale: 6, over, input })
}

/** A plan over all deals, whose value each record has a part of, in the order of booking. */
function plan(tiers: (sales: Expression) => Expression, since: Since = 'month') {
  const to = (through: Through) => round(tiers(sales(since, through)), cents)
  return component(
    'plan',
    { pays: 'due', each: { record: 'credits' } },
    subtract(to('row'), to('before')),
  )
}

const slices = (of: Expression) =>
  marginal(of, [
    { from: '0', rate: '0.10' },
    { from: '5000', rate: '0.20' },
  ])
const reached = (of: Expression) =>
  multiply(of, step(of, [{ value: '0.01' }, { from: '10000', value: '0.03' }]))

describe('a plan over all deals', () => {
  const events = [
    signed('A', '2026-01-05', '4000.00'),
    signed('B', '2026-01-10', '3000.00'),
    signed('C', '2026-02-10', '6000.00'),
    refunded('A', '2026-02-20', '-3000.00'),
  ]

  it('kind 7 each deal has its part in the order of booking, and they add up', () => {
    const [january, february] = runsOf(bookOf([plan(slices)]), events, ['2026-01', '2026-02'])
    expect(partsByDeal(january as never, 'plan')).toEqual({ A: '400.00', B: '500.00' })
    expect(partsByDeal(february as never, 'plan', '2026-01')).toEqual({ A: '100.00', B: '300.00' })
    expect(partsByDeal(february as never, 'plan')).toEqual({ C: '700.00' })
    expect(paid(bookOf([plan(slices)]), events, ['2026-01', '2026-02'])).toEqual([
      '2026-01 plan li 900.00',
      '2026-02 plan li 2026-01 -500.00',
      '2026-02 plan li 700.00',
    ])
  })

  it('F6 of the year: what a refund takes back is what later deals had by it, too', () => {
    const [january, february] = runsOf(bookOf([plan(slices, 'year')]), events, [
      '2026-01',
      '2026-02',
    ])
    expect(partsByDeal(january as never, 'plan')).toEqual({ A: '400.00', B: '500.00' })
    expect(partsByDeal(february as never, 'plan', '2026-01')).toEqual({ A: '100.00', B: '300.00' })
    expect(partsByDeal(february as never, 'plan')).toEqual({ C: '1100.00' })
  })

  it.each([
    ['slices', slices, '1500.00'],
    ['the tier that is reached', reached, '300.00'],
  ] as const)('F6 what one sale earned goes back when it is refunded: %s', (_, tiers, all) => {
    const one = [signed('A', '2026-01-05', '10000.00'), refunded('A', '2026-02-20', '-10000.00')]
    expect(paid(bookOf([plan(tiers)]), one, ['2026-01', '2026-02'])).toEqual([
      `2026-01 plan li ${all}`,
      `2026-02 plan li 2026-01 -${all}`,
    ])
  })

  it('kind 7 a tier that is reached lifts the deals before it by what its deal brings', () => {
    const two = [signed('A', '2026-01-05', '8000.00'), signed('B', '2026-01-10', '2000.00')]
    const [january] = runsOf(bookOf([plan(reached)]), two, ['2026-01'])
    expect(partsByDeal(january as never, 'plan')).toEqual({ A: '80.00', B: '220.00' })
  })

  it('kind 7 the rate by what was sold before the deal', () => {
    const before = sales('year', 'before')
    const sliding = component(
      'plan',
      { pays: 'due', each: { record: 'credits' } },
      round(
        multiply(
          subtract(sales('year', 'row'), before),
          step(before, [{ value: '0.10' }, { from: '4000', value: '0.20' }]),
        ),
        cents,
      ),
    )
    const [january, february] = runsOf(bookOf([sliding]), events.slice(0, 3), [
      '2026-01',
      '2026-02',
    ])
    expect(partsByDeal(january as never, 'plan')).toEqual({ A: '400.00', B: '600.00' })
    expect(partsByDeal(february as never, 'plan')).toEqual({ C: '1200.00' })
  })
})

describe('a plan over all deals, paid as each is collected', () => {
  const { pays: _, ...earned } = plan(slices)
  const part = (through: Through) =>
    amount('plan', cny, 2, {
      same: ['deal'],
      over: { since: 'ever', through },
      input: `part.${through}`,
    })
  const release = eachDeal('release', (through) => released(part(through), through))
  const book = bookOf([earned, release])
  const months = ['2026-01', '2026-02', '2026-03', '2026-04']

  it('F5 in proportion to what is collected of it', () => {
    const events = [
      signed('A', '2026-01-05', '4000.00'),
      signed('B', '2026-01-10', '3000.00'),
      collected('B', '2026-01-20', '1000.00'),
      collected('B', '2026-03-02', '2000.00'),
      collected('A', '2026-04-01', '4000.00'),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-01 release li 166.67',
      '2026-03 release li 333.33',
      '2026-04 release li 400.00',
    ])
  })

  it('F5 no more than is sold, whoever overpays', () => {
    const events = [
      signed('A', '2026-01-05', '1000.00'),
      signed('B', '2026-01-10', '1000.00'),
      collected('A', '2026-02-10', '2000.00'),
    ]
    expect(paid(book, events, months)).toEqual(['2026-02 release li 100.00'])
  })

  it('F5 a refund of an earlier deal lowers what the later ones release', () => {
    const events = [
      signed('A', '2026-01-05', '4000.00'),
      signed('B', '2026-01-10', '3000.00'),
      collected('B', '2026-02-02', '3000.00'),
      refunded('A', '2026-03-20', '-3000.00'),
      cancelled('B', '2026-04-20', '-3000.00'),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-02 release li 500.00',
      '2026-03 release li 2026-02 -200.00',
      '2026-04 release li 2026-02 -300.00',
    ])
  })

  it('F5 a transfer is no money received, and takes what was received along', () => {
    const events = [
      signed('A', '2026-01-05', '1000.00'),
      collected('A', '2026-01-20', '400.00'),
      transferred('A', '2026-02-05', 'li', 'wu'),
      collected('A', '2026-03-20', '600.00'),
    ]
    expect(paid(book, events, months)).toEqual([
      '2026-01 release li 40.00',
      '2026-02 release li 2026-01 -40.00',
      '2026-02 release wu 40.00',
      '2026-03 release wu 60.00',
    ])
  })

  it('F5 of a closed month as it was settled then', () => {
    const closing = bookOf([earned, release], { retro: 0 })
    const events = [
      signed('A', '2026-01-05', '4000.00'),
      signed('B', '2026-01-10', '3000.00'),
      signed('L', '2026-01-02', '9000.00', { recorded: '2026-02-15' }),
      collected('B', '2026-03-02', '3000.00'),
    ]
    expect(paid(closing, events, months)).toEqual(['2026-03 release li 500.00'])
  })
})
