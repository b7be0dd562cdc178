import { describe, expect, it } from 'vitest'
import type { Data } from '../../../src/pay/data.js'
import { bookOf, figure, lines, order, person, reading, run, runs, withheld } from './paying.js'
import { bonus, given, sales, sold } from './settlement-books.js'

describe('R16 the horizon', () => {
  it('what is told of a day after its period has closed never counts, and is late', () => {
    const of = bookOf([sales, bonus], { retro: 1 })
    const data: Data = {
      people: [
        person(
          'li',
          {},
          {
            figures: [
              figure('bonus', '2026-03', '7.00', { recorded: '2026-05-02' }),
              figure('bonus', '2026-04', '8.00', { recorded: '2026-05-02' }),
            ],
          },
        ),
      ],
      groups: [
        { of: 'company', figures: [figure('x', '2026-02', '1', { recorded: '2026-05-03' })] },
      ],
      records: {
        orders: [
          order('a', '2026-03-05', '10.00', { recorded: '2026-05-02' }),
          order('b', '2026-04-05', '20.00', { recorded: '2026-05-02' }),
        ],
      },
    }
    const paid = runs(of, data, ['2026-03', '2026-04', '2026-05', '2026-06'])
    expect(lines(paid[2] as never)).toEqual([
      'sales li 2026-04 20.00',
      'sales li 2026-05 0.00',
      'bonus li 2026-04 8.00',
      'bonus li 2026-05 0.00',
    ])
    expect(paid.map(({ late }) => late.map(({ key, period }) => [key, period]))).toEqual([
      [],
      [],
      [
        ['company x', '2026-02'],
        ['li bonus', '2026-03'],
        ['orders a', '2026-03'],
      ],
      [],
    ])
  })

  it('a refund of an open day counts in the closed period of its deal, and reopens that alone', () => {
    const of = bookOf([sales], { retro: 1 })
    const data = sold(
      order('a', '2026-01-05', '10.00'),
      order('r', '2026-04-05', '-3.00', { counts: '2026-01-05' }),
      order('late', '2026-02-05', '5.00', { recorded: '2026-04-05' }),
    )
    const paid = runs(of, data, ['2026-01', '2026-02', '2026-03', '2026-04'])
    expect(lines(paid[3] as never)).toEqual(['sales li 2026-04 0.00', 'sales li 2026-01 -3.00'])
  })

  it('a key that was withheld and never settled is paid when it is mended, however late', () => {
    const strict = reading('strict', { from: 'figure', name: 'bonus' })
    const of = bookOf([strict], { retro: 0 })
    const first = run(of, given(), '2026-01')
    expect(withheld(first)).toEqual(['strict li 2026-01 nothing-there'])
    const second = run(of, given(figure('bonus', '2026-02', '2.00')), '2026-02', first)
    expect(withheld(second)).toEqual(['strict li 2026-01 nothing-there'])
    const mended = given(
      figure('bonus', '2026-01', '1.00', { recorded: '2026-03-05' }),
      figure('bonus', '2026-02', '2.00'),
      figure('bonus', '2026-03', '3.00'),
    )
    const third = run(of, mended, '2026-03', second)
    expect(lines(third)).toEqual(['strict li 2026-03 3.00', 'strict li 2026-01 1.00'])
    expect(lines(run(of, mended, '2026-03', third))).toEqual(['strict li 2026-03 0.00'])
  })
})

describe('R18 a first value that stands', () => {
  const fixed = { ...bonus, retro: 0 }
  const early = figure('bonus', '2026-03', '7.00')
  const late = figure('bonus', '2026-03', '9.00', { recorded: '2026-03-31' })

  it('is what was first worked out, in a further run of its period too', () => {
    const of = bookOf([fixed])
    const first = run(of, given(early), '2026-03', 'first')
    const again = run(of, given({ ...early, recorded: '2026-03-30' }, late), '2026-03', first)
    expect(lines(again)).toEqual(['bonus li 2026-03 0.00'])
    expect(lines(run(of, given(early, late), '2026-04', again))).toEqual(['bonus li 2026-04 0.00'])
  })

  it('is fixed for who was left out, and paid later as it was', () => {
    const of = bookOf([fixed])
    const first = run(of, given(early), '2026-03', 'first', { only: [] })
    expect(lines(first)).toEqual([])
    const again = run(of, given({ ...early, recorded: '2026-03-30' }, late), '2026-03', first)
    expect(lines(again)).toEqual(['bonus li 2026-03 7.00'])
  })

  it('a component has a horizon of its own', () => {
    const of = bookOf([
      { ...bonus, retro: 1 },
      reading('other', { from: 'figure', name: 'bonus', missing: '0.00' }),
    ])
    const told = figure('bonus', '2026-03', '7.00', { recorded: '2026-05-05' })
    const paid = runs(of, given(told), ['2026-03', '2026-04', '2026-05'])
    expect(lines(paid[2] as never).filter((line) => line.includes('2026-03'))).toEqual([
      'other li 2026-03 7.00',
    ])
  })
})
