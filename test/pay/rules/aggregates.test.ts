import { describe, expect, it } from 'vitest'
import { constant, input, multiply, round } from '../../../src/formula/index.js'
import type { As, Component, Source } from '../../../src/pay/component.js'
import {
  bookOf,
  cents,
  cny,
  dataOf,
  lines,
  order,
  person,
  reading,
  run,
  since,
  told,
  withheld,
} from './paying.js'

const orders = [
  order('a', '2026-03-01', '10.00', { buyer: 'x' }),
  order('b', '2026-03-02', '30.00', { buyer: 'y' }),
  order('c', '2026-03-03', '20.00', { buyer: 'x' }),
  order('d', '2026-03-04', '20.00'),
]

describe('R6 and R9 aggregates', () => {
  const of = (as: As, rows = orders) =>
    lines(
      run(
        bookOf([reading('x', { from: 'records', of: 'orders', as, value: 'amount' }, {}, '-1.00')]),
        dataOf([person('li')], { orders: rows }),
        '2026-03',
      ),
    )[0]?.slice('x li 2026-03 '.length)

  it.each<[As, string, string]>([
    ['sum', '80.00', '0.00'],
    ['most', '30.00', '-1.00'],
    ['least', '10.00', '-1.00'],
    ['first', '10.00', '-1.00'],
    ['last', '20.00', '-1.00'],
    [{ quantile: '0.25' }, '10.00', '-1.00'],
    [{ quantile: '0.26' }, '20.00', '-1.00'],
    [{ quantile: '0.75' }, '20.00', '-1.00'],
    [{ quantile: '1' }, '30.00', '-1.00'],
    [{ quantile: '0.0001' }, '10.00', '-1.00'],
  ])('%j of 10, 30, 20, 20, and of none', (as, some, none) => {
    expect(of(as)).toBe(some)
    expect(of(as, [])).toBe(none)
  })

  it('count and distinct count the records, or those that have the member', () => {
    const count = (as: 'count' | 'distinct', value?: string) =>
      lines(
        run(
          bookOf([told('n', { from: 'records', of: 'orders', as, ...(value && { value }) })]),
          dataOf([person('li')], { orders }),
          '2026-03',
        ),
      )[0]
    expect(count('count')).toBe('n li 2026-03 4.00')
    expect(count('count', 'buyer')).toBe('n li 2026-03 3.00')
    expect(count('distinct', 'buyer')).toBe('n li 2026-03 2.00')
    expect(count('distinct', 'amount')).toBe('n li 2026-03 3.00')
  })

  it('a record without a usable member is told', () => {
    const bad = [order('a', '2026-03-01', 'ten')]
    const paid = run(
      bookOf([reading('x', { from: 'records', of: 'orders', as: 'sum', value: 'amount' })]),
      dataOf([person('li')], { orders: bad }),
      '2026-03',
    )
    expect(withheld(paid)).toEqual(['x li 2026-03 no-member'])
  })

  it('of a component: of its posts, of none, of a ratio that nobody has', () => {
    const post = reading('post', { from: 'attribute', name: 'pay' }, { of: 'assignment' })
    const { pays: _, ...unpaid } = post
    const posted = person(
      'li',
      {},
      {
        assignments: ['3.00', '1.00', '3.00'].map((value, i) => ({
          id: `p${i}`,
          from: '2020-01-01',
          attributes: since({ pay: value }),
        })),
      },
    )
    const as = (say: As, more: Partial<Source> = {}) =>
      ({ from: 'component', name: 'post', as: say, ...more }) as Source
    const paid = (component: Component) =>
      lines(run(bookOf([unpaid, component]), dataOf([posted, person('wu')]), '2026-03')).map(
        (line) => line.split(' ').at(-1),
      )
    expect(paid(reading('x', as('most'), {}, '9.00'))).toEqual(['3.00', '9.00'])
    expect(paid(reading('x', as('sum')))).toEqual(['7.00', '0.00'])
    expect(paid(told('x', as('count')))).toEqual(['3.00', '0.00'])
    expect(paid(told('x', as('distinct')))).toEqual(['2.00', '0.00'])
  })

  it('the value before of a ratio is missing where there is none, of money it is 0', () => {
    const rate: Component = {
      component: 'rate',
      formula: input('x', 'ratio', 2),
      reads: { x: { from: 'component', name: 'rate', over: 'before', missing: '0.50' } },
    }
    const paid: Component = {
      component: 'paid',
      pays: 'due',
      formula: round(multiply(input('x', 'ratio', 2), constant('10.00', cny)), cents),
      reads: { x: { from: 'component', name: 'rate' } },
    }
    const data = dataOf([person('li', {}, { employment: [{ from: '2026-03-01' }] })])
    expect(lines(run(bookOf([rate, paid]), data, '2026-03'))).toEqual(['paid li 2026-03 5.00'])
    const some = { ...rate, eligible: { where: { role: ['x'] } } }
    const strict = run(bookOf([some, paid]), dataOf([person('li', { role: 'y' })]), '2026-03')
    expect(withheld(strict)).toEqual(['paid li 2026-03 nothing-there'])
  })
})
