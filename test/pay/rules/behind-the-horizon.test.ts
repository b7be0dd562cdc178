import { describe, expect, it } from 'vitest'
import { month, sold, year } from './monthly-books.js'
import { bookOf, dataOf, lines, person, reading, run, runs, withheld } from './paying.js'

const months = ['2026-01', '2026-02', '2026-03'] as const

describe('windows that reach behind the horizon', () => {
  const li = person(
    'li',
    {},
    {
      figures: [
        sold('2026-01', '1.00'),
        sold('2026-01', '9.00', '2026-03-05'),
        sold('2026-02', '2.00'),
      ],
    },
  )

  it('read what was recorded of closed periods', () => {
    const paid = runs(bookOf([month, year], { retro: 0 }), dataOf([li]), months)
    expect(lines(paid[2] as never)).toEqual(['month li 2026-03 0.00', 'year li 2026-03 3.00'])
  })

  it('read a component by its own horizon, whatever is their own', () => {
    const own = { ...month, retro: 1 }
    const paid = runs(bookOf([own, year], { retro: 3 }), dataOf([li]), months)
    expect(lines(paid[2] as never).at(-1)).toBe('year li 2026-03 3.00')
    const open = runs(bookOf([{ ...month, retro: 3 }, year], { retro: 1 }), dataOf([li]), months)
    expect(lines(open[2] as never).at(-1)).toBe('year li 2026-03 11.00')
  })

  it('fail where a period in them was withheld, until it is mended', () => {
    const strict = reading('month', { from: 'figure', name: 'sold' })
    const of = bookOf([strict, year], { retro: 0 })
    const some = person(
      'li',
      {},
      {
        figures: [sold('2026-02', '2.00'), sold('2026-03', '4.00')],
        employment: [{ from: '2026-01-01' }],
      },
    )
    const paid = runs(of, dataOf([some]), ['2026-01', '2026-02'])
    expect(withheld(paid[1] as never)).toContain('year li 2026-02 nothing-there')
    const mended = {
      ...some,
      figures: [...(some.figures ?? []), sold('2026-01', '1.00', '2026-03-02')],
    }
    expect(lines(run(of, dataOf([mended]), '2026-03', paid[1]))).toEqual([
      'month li 2026-03 4.00',
      'month li 2026-01 1.00',
      'year li 2026-03 7.00',
      'year li 2026-01 1.00',
      'year li 2026-02 3.00',
    ])
  })
})
