import { describe, expect, it } from 'vitest'
import {
  bookOf,
  dataOf,
  figure,
  lines,
  order,
  person,
  reading,
  run,
  runs,
  withheld,
} from './paying.js'
import { bonus, given, sales, sold } from './settlement-books.js'

const march = { rhythm: 'month', period: '2026-03' }

describe('R10 known when', () => {
  it('of one key the latest recorded by the day of knowing holds, and void takes it away', () => {
    const told = [
      figure('bonus', '2026-03', '1.00'),
      figure('bonus', '2026-03', '2.00', { recorded: '2026-04-05' }),
      figure('bonus', '2026-03', '2.00', { recorded: '2026-04-06', void: true }),
    ]
    const by = (asOf: string) =>
      lines(run(bookOf([bonus]), given(...told), '2026-03', 'first', { asOf }))
    expect(['2026-03-30', '2026-03-31', '2026-04-05', '2026-04-06'].map(by)).toEqual([
      ['bonus li 2026-03 0.00'],
      ['bonus li 2026-03 1.00'],
      ['bonus li 2026-03 2.00'],
      ['bonus li 2026-03 0.00'],
    ])
  })

  it('of an attribute the greatest `from` holds, whatever was recorded when', () => {
    const pay = reading('pay', { from: 'attribute', name: 'pay' })
    const li = person(
      'li',
      {},
      {
        attributes: {
          pay: [
            { from: '2026-01-01', value: '1.00' },
            { from: '2026-03-01', value: '3.00' },
            { from: '2026-02-01', value: '2.00', recorded: '2026-03-20' },
          ],
        },
      },
    )
    expect(runs(bookOf([pay]), dataOf([li]), ['2026-02', '2026-03']).map(lines)).toEqual([
      ['pay li 2026-02 1.00'],
      ['pay li 2026-02 1.00', 'pay li 2026-03 3.00'],
    ])
  })
})

describe('R12 what is settled', () => {
  it('is entitled less settled, written where it is not 0 and for the own period', () => {
    const data = sold(
      order('a', '2026-03-05', '10.00'),
      order('b', '2026-03-06', '5.00', { recorded: '2026-04-02' }),
    )
    const [first, second] = runs(bookOf([sales]), data, ['2026-03', '2026-04'])
    expect(first?.lines).toMatchObject([{ entitled: '10.00', settled: '0.00', amount: '10.00' }])
    expect(second?.lines).toMatchObject([
      { entitled: '15.00', settled: '10.00', amount: '5.00', earned: march },
      { entitled: '0.00', settled: '0.00', amount: '0.00' },
    ])
  })

  it('a key without a row is entitled to nothing', () => {
    const data = (gone: boolean) =>
      dataOf(
        [
          {
            ...person('li'),
            employment: [
              { from: '2026-03-01' },
              ...(gone
                ? [{ from: '2026-03-01', recorded: '2026-04-02', void: true as const }]
                : []),
            ],
          },
        ],
        { orders: [order('a', '2026-03-05', '10.00')] },
      )
    const first = run(bookOf([sales]), data(false), '2026-03')
    const second = run(bookOf([sales]), data(true), '2026-04', first)
    expect(lines(second)).toEqual(['sales li 2026-03 -10.00'])
    expect(second.lines[0]?.parts).toEqual([])
  })

  it('records and figures that vanish are told and not taken back, until they are given or void', () => {
    const of = bookOf([sales, bonus])
    const all = {
      ...sold(order('a', '2026-03-05', '10.00'), order('b', '2026-03-06', '5.00')),
      ...{ people: given(figure('bonus', '2026-03', '7.00')).people },
    }
    const first = run(of, all, '2026-03')
    const second = run(
      of,
      { ...all, records: { orders: [order('a', '2026-03-05', '10.00')] }, people: given().people },
      '2026-04',
      first,
    )
    expect(lines(second)).toEqual(['sales li 2026-04 0.00', 'bonus li 2026-04 0.00'])
    expect(withheld(second)).toEqual([
      'sales li 2026-03 vanished-records',
      'bonus li 2026-03 vanished-figures',
    ])
    const taken = {
      people: given(
        figure('bonus', '2026-03', '7.00'),
        figure('bonus', '2026-03', '7.00', { recorded: '2026-04-20', void: true }),
      ).people,
      records: {
        orders: [
          order('a', '2026-03-05', '10.00'),
          order('b', '2026-03-06', '5.00'),
          order('b', '2026-03-06', '5.00', { recorded: '2026-04-20', void: true }),
        ],
      },
    }
    const third = run(of, taken, '2026-05', second)
    expect(lines(third).filter((line) => line.includes('2026-03'))).toEqual([
      'sales li 2026-03 -5.00',
      'bonus li 2026-03 -7.00',
    ])
    expect(withheld(third)).toEqual([])
  })

  it('people who are no longer given are told, and are no longer told once it is closed', () => {
    const of = bookOf([bonus], { retro: 1 })
    const two = dataOf([
      person('li', {}, { figures: [figure('bonus', '2026-03', '7.00')] }),
      person('wu'),
    ])
    const one = dataOf([person('wu')])
    const first = run(of, two, '2026-03')
    const second = run(of, one, '2026-04', first)
    const third = run(of, one, '2026-05', second)
    expect([first, second, third].map(({ absentPeople }) => absentPeople)).toEqual([[], ['li'], []])
    expect(lines(run(of, two, '2026-05', second))).toContain('bonus li 2026-05 0.00')
  })
})

describe('R15 after the span', () => {
  const refund = order('r', '2026-04-20', '-4.00', { made: '2026-03-10' })
  const left = { employment: [{ from: '2020-01-01', to: '2026-03-20' }] }
  const paid = (after?: 'last' | 'lost') => {
    const of = bookOf([{ ...sales, ...(after && { eligible: { after } }) }])
    const orders = [order('a', '2026-03-10', '10.00'), refund, order('n', '2026-04-21', '9.00')]
    return runs(of, dataOf([person('li', {}, left)], { orders }), ['2026-03', '2026-04']).map(lines)
  }

  it('a happening of a deal made within it counts in its last period, what is made later nowhere', () => {
    expect(paid()).toEqual([['sales li 2026-03 10.00'], ['sales li 2026-03 -4.00']])
    expect(paid('last')).toEqual(paid())
  })

  it('or nowhere', () => {
    expect(paid('lost')).toEqual([['sales li 2026-03 10.00'], []])
  })
})
