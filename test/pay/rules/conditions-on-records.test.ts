import { describe, expect, it } from 'vitest'
import type { Source } from '../../../src/pay/component.js'
import { bookOf, dataOf, lines, order, person, run, told } from './paying.js'

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
  ])('%j', (where, expected) => {
    expect(count(where)).toBe(`n li 2026-03 ${expected}`)
  })
})
