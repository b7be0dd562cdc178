import { describe, expect, it } from 'vitest'
import { constant, renderText } from '../../../src/formula/index.js'
import type { Source } from '../../../src/pay/component.js'
import {
  type Bounds,
  component,
  type Days,
  explain,
  parseData,
  settle,
} from '../../../src/pay/index.js'
import { found } from '../../found.js'
import { bookOf, cny, dataOf, lines, order, person, run, told } from './paying.js'

describe('conditions on records', () => {
  const count = (where: Extract<Source, { from: 'records' }>['where']) =>
    lines(
      run(
        bookOf([told('n', { from: 'records', of: 'orders', as: 'count', where })]),
        dataOf([person('li')], {
          orders: [
            order('a', '2026-03-01', '1', { made: '2026-02-01' }),
            order('b', '2026-03-02', '2', { counts: '2026-03-03' }),
            order('c', '2026-03-03', '3'),
          ],
        }),
        '2026-03',
      ),
    )[0]

  it.each([
    [{ amount: { above: '1', atMost: '2' } }, '1.00'],
    [{ amount: { atLeast: '2', below: '3' } }, '1.00'],
    [{ counts: ['2026-03-03'] }, '2.00'],
    [{ made: ['2026-02-01'] }, '1.00'],
    [{ counts: { from: '2026-03-03' } }, '2.00'],
    [{ counts: { to: '2026-03-01' } }, '1.00'],
    [{ made: { from: '2026-02-01', to: '2026-02-28' } }, '1.00'],
    [{ amount: { from: '0000-01-01' } }, '0.00'],
    [{ nothing: { to: '9999-12-31' } }, '0.00'],
  ])('%j', (where, expected) => {
    expect(count(where)).toBe(`n li 2026-03 ${expected}`)
  })

  const veterans = (days: Bounds | Days) =>
    bookOf([
      component(
        'bonus',
        { pays: 'due', eligible: { where: { hired: days } } },
        constant('1.00', cny),
      ),
    ])

  it('a day of people: who was hired before another', () => {
    const people = [person('li', { hired: '2021-12-31' }), person('wu', { hired: '2022-01-01' })]
    expect(lines(run(veterans({ to: '2021-12-31' }), dataOf(people), '2026-03'))).toEqual([
      'bonus li 2026-03 1.00',
    ])
  })

  it.each([
    ['en', 'Only where "counts" is from 2026-03-01 on, until 2026-03-02'],
    ['zh-CN', '仅限：“counts”不早于 2026-03-01，不晚于 2026-03-02'],
  ] as const)('days are told in %s', (locale, expected) => {
    const counts = { from: '2026-03-01', to: '2026-03-02' }
    const of = bookOf([
      told('n', { from: 'records', of: 'orders', as: 'count', where: { counts } }),
    ])
    const data = parseData(dataOf([person('li')], { orders: [order('a', '2026-03-01', '1')] }))
    const paid = settle(of, data, { period: '2026-03', before: 'first' })
    const why = explain(of, data, paid, { component: 'n', person: 'li', locale })
    expect(renderText(why)).toContain(expected)
  })

  it('days that end before they begin are refused, and dates that are none', () => {
    expect(found(() => veterans({ from: '2026-02-01', to: '2026-01-31' }))).toEqual([
      ['ends-before-start', 'components.bonus[0].value.eligible.where.hired.to'],
    ])
    const both = { from: '2026-02-01', atMost: '5' }
    expect(found(() => veterans(both))).toEqual([
      ['not-beside', 'components.bonus[0].value.eligible.where.hired.atMost'],
    ])
    expect(found(() => veterans({ from: '2026-02-30' }))).toEqual([
      ['not-a-date', 'components.bonus[0].value.eligible.where.hired.from'],
    ])
  })
})
