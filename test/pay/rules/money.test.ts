import { describe, expect, test } from 'vitest'
import { constant, input, match, round } from '../../../src/formula/index.js'
import type { Component, Source } from '../../../src/pay/component.js'
import type { Data } from '../../../src/pay/data.js'
import { parseData } from '../../../src/pay/data-schema.js'
import { explain } from '../../../src/pay/explain.js'
import { needed } from '../../../src/pay/needed.js'
import {
  bookOf,
  cents,
  cny,
  dataOf,
  figure,
  lines,
  order,
  person,
  run,
  withheld,
} from './paying.js'

/** Money in another currency, to the fen. */
function abroad(source: Source, more: Partial<Component> = {}): Component {
  return {
    component: 'abroad',
    pays: 'due',
    formula: round(input('x', cny, 6), cents),
    reads: { x: source },
    ...more,
  }
}

const usd = { from: 'USD', rates: 'fx' } as const
const asSaid = { from: { by: 'currency' }, rates: 'fx' } as const

/** 7.1 from the beginning of the year, 7.2045 from 10 March on, told late or in time. */
const rates = (recorded?: string): Data['groups'] => [
  {
    of: 'company',
    attributes: {
      'fx.USD': [
        { from: '2026-01-01', value: '7.1' },
        { from: '2026-03-10', value: '7.2045', ...(recorded && { recorded }) },
      ],
    },
  },
]

describe('R32 money in another currency', () => {
  test('an attribute is converted on the day of the row', () => {
    const pay = abroad({ from: 'attribute', name: 'pay', convert: usd })
    const data = dataOf([person('li', { pay: '1000.01' })], undefined, rates())
    const february = run(bookOf([pay]), data, '2026-02')
    // 1000.01 × 7.1 = 7100.071; × 7.2045 = 7204.572045.
    expect(lines(february)).toEqual(['abroad li 2026-02 7100.07'])
    expect(february.lines[0]?.parts[0]?.read).toEqual({ x: '7100.071' })
    expect(lines(run(bookOf([pay]), data, '2026-03', february))).toEqual([
      'abroad li 2026-03 7204.57',
    ])
  })

  test('the currency may be an attribute; that of the book is left as it is', () => {
    const pay = abroad({ from: 'attribute', name: 'pay', convert: asSaid })
    const people = [
      person('li', { pay: '10.00', currency: 'USD' }),
      person('wu', { pay: '10.00', currency: 'CNY' }),
      person('xu', { pay: '10.00' }),
      person('yu', { pay: '10.00', currency: 'EUR' }),
      person('zu', { pay: 'much', currency: 'USD' }),
    ]
    const made = run(bookOf([pay]), dataOf(people, undefined, rates()), '2026-02')
    expect(lines(made)).toEqual(['abroad li 2026-02 71.00', 'abroad wu 2026-02 10.00'])
    expect(withheld(made)).toEqual([
      'abroad xu 2026-02 no-rate',
      'abroad yu 2026-02 no-rate',
      'abroad zu 2026-02 no-rate',
    ])
  })

  test('a figure is converted on the last day of its period', () => {
    const bonus = abroad({ from: 'figure', name: 'bonus', convert: asSaid })
    const given = { figures: [figure('bonus', '2026-03', '10.00')] }
    const data = dataOf([person('li', { currency: 'USD' }, given)], undefined, rates())
    // 10 × 7.2045 = 72.045.
    expect(lines(run(bookOf([bonus]), data, '2026-03'))).toEqual(['abroad li 2026-03 72.05'])
  })

  test('each record is converted on its own day, and a late rate corrects it', () => {
    const sum: Source = {
      from: 'records',
      of: 'orders',
      as: 'sum',
      value: 'amount',
      convert: asSaid,
    }
    const sales = abroad(sum)
    const orders = [
      order('1', '2026-03-09', '10.00', { currency: 'USD' }),
      order('2', '2026-03-10', '10.00', { currency: 'USD' }),
      order('3', '2026-03-11', '1.00', { currency: 'CNY' }),
    ]
    const data = dataOf([person('li')], { orders }, rates('2026-04-02'))
    const of = bookOf([sales])
    const march = run(of, data, '2026-03')
    // 71 + 71 + 1, then 71 + 72.045 + 1.
    expect(lines(march)).toEqual(['abroad li 2026-03 143.00'])
    expect(lines(run(of, data, '2026-04', march))).toEqual([
      'abroad li 2026-03 1.05',
      'abroad li 2026-04 0.00',
    ])
    const euro = dataOf(
      [person('li')],
      { orders: [order('1', '2026-03-09', '1.00', { currency: 'EUR' })] },
      rates(),
    )
    expect(withheld(run(of, euro, '2026-03'))).toEqual(['abroad li 2026-03 no-rate'])
  })

  test('a member of a record is converted on the day of the record', () => {
    const deal = abroad(
      { from: 'record', name: 'amount', convert: asSaid, missing: '0' },
      { each: { record: 'orders' } },
    )
    const orders = [
      order('1', '2026-03-09', '10.00', { currency: 'USD' }),
      { id: '2', on: '2026-03-10', person: 'li' },
    ]
    const data = dataOf([person('li')], { orders }, rates())
    expect(lines(run(bookOf([deal]), data, '2026-03'))).toEqual(['abroad li 2026-03 71.00'])
  })

  test('a text is no money', () => {
    const kind: Component = {
      component: 'kind',
      pays: 'due',
      formula: match('grade', { A: constant('1.00', cny) }),
      reads: { grade: { from: 'attribute', name: 'grade', convert: usd } },
    }
    expect(() => bookOf([kind])).toThrow('"kind" converts "grade" to a text')
  })

  test('an explanation names the rate, and a run says that it needs it', () => {
    const pay = abroad({ from: 'attribute', name: 'pay', convert: usd })
    const of = bookOf([pay])
    const data = parseData(dataOf([person('li', { pay: '10.00' })], undefined, rates()))
    const told = explain(of, data, run(of, data, '2026-03'), {
      component: 'abroad',
      person: 'li',
      locale: 'en',
    })
    expect(JSON.stringify(told)).toContain('Converted at 7.2045: fx.USD since 2026-03-10')
    const asked = needed(of, data, { person: 'li', period: '2026-03' })
    expect(asked.attributes.map(({ name }) => name)).toEqual(['pay', 'fx.USD'])
    const missing = parseData(dataOf([person('li', { pay: '10.00' })]))
    expect(() => run(of, missing, '2026-03')).toThrow('fx.USD')
    const sum: Source = {
      from: 'records',
      of: 'orders',
      as: 'sum',
      value: 'amount',
      convert: asSaid,
    }
    const orders = [order('1', '2026-03-09', '10.00', { currency: 'USD' })]
    const sales = bookOf([abroad(sum)])
    const sold = parseData(dataOf([person('li')], { orders }, rates()))
    const made = explain(sales, sold, run(sales, sold, '2026-03'), {
      component: 'abroad',
      person: 'li',
      locale: 'zh-CN',
    })
    expect(JSON.stringify(made)).toContain('按 7.1 换算：fx.USD，自 2026-01-01 起')
  })

  test('an explanation names each rate once, and none of what is left as it is', () => {
    const sum: Source = {
      from: 'records',
      of: 'orders',
      as: 'sum',
      value: 'amount',
      convert: asSaid,
    }
    const orders = [
      order('1', '2026-03-08', '10.00', { currency: 'USD' }),
      order('2', '2026-03-09', '10.00', { currency: 'USD' }),
      order('3', '2026-03-09', '1.00', { currency: 'CNY' }),
    ]
    const figures = [figure('bonus', '2026-03', '10.00')]
    const data = parseData(
      dataOf([person('li', { currency: 'USD' }, { figures })], { orders }, rates()),
    )
    const rateOf = (source: Source) => {
      const of = bookOf([abroad(source)])
      const asked = { component: 'abroad', person: 'li', locale: 'en' } as const
      const told = JSON.stringify(explain(of, data, run(of, data, '2026-03'), asked))
      return told.match(/Converted at [^"]*/g)
    }
    expect(rateOf(sum)).toEqual(['Converted at 7.1: fx.USD since 2026-01-01'])
    expect(rateOf({ from: 'figure', name: 'bonus', convert: asSaid })).toEqual([
      'Converted at 7.2045: fx.USD since 2026-03-10',
    ])
  })

  test('a first and a last are of records that are converted, however many rows ask for them', () => {
    const ends = (as: 'first' | 'last' | 'most') => {
      const source: Source = {
        from: 'records',
        of: 'orders',
        as,
        value: 'amount',
        convert: asSaid,
        over: { since: 'year' },
      }
      const orders = [
        order('1', '2026-03-08', '10.00', { currency: 'USD' }),
        order('2', '2026-03-09', '80.00', { currency: 'CNY' }),
        order('3', '2026-03-10', '10.00', { currency: 'USD' }),
      ]
      const each = { each: { record: 'orders' } } as const
      const data = dataOf([person('li')], { orders }, rates())
      return run(bookOf([abroad(source, each)]), data, '2026-03').lines[0]?.parts.map(
        ({ amount }) => amount,
      )
    }
    expect(ends('first')).toEqual(['71.00', '71.00', '71.00'])
    expect(ends('last')).toEqual(['71.00', '80.00', '72.05'])
    expect(ends('most')).toEqual(['71.00', '80.00', '80.00'])
  })
})
