import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/pay/data.js'
import { indebted, owing, takenIn, tax, wage, waged } from './cash-books.js'
import { bookOf, dataOf, figure, lines, run, runs, withheld } from './paying.js'

describe('R26 a balance', () => {
  it('is carried from period to period, and no more is taken than is paid', () => {
    const data = indebted({ '2026-01': '30.00', '2026-02': '60.00', '2026-03': '50.00' })
    const paid = runs(owing, data, ['2026-01', '2026-02', '2026-03', '2026-04'])
    expect(takenIn(paid)).toEqual([
      ['taken li 2026-01 -30.00'],
      ['taken li 2026-02 -60.00'],
      ['taken li 2026-03 -10.00'],
      ['taken li 2026-04 0.00'],
    ])
  })

  it('of an earlier period stays what it was recorded as, whatever is told of it late', () => {
    const early = indebted({ '2026-01': '30.00', '2026-02': '10.00' })
    // Another debt of January, told in February: it changes no balance that was recorded.
    const late = dataOf([
      {
        ...(early.people[0] as Person),
        figures: [
          ...(early.people[0]?.figures ?? []),
          figure('debt', '2026-01', '500.00', { recorded: '2026-02-10' }),
        ],
      },
    ])
    const first = run(owing, early, '2026-01')
    expect(run(owing, late, '2026-02', first).state.settled).toContainEqual(
      expect.objectContaining({
        component: 'balance',
        earned: { rhythm: 'month', period: '2026-02' },
        value: '60.00',
      }),
    )
  })

  it('is read over what was withheld in between', () => {
    const data = indebted({ '2026-01': '30.00', '2026-03': '20.00' })
    const broken = dataOf([
      {
        ...(data.people[0] as Person),
        figures: data.people[0]?.figures?.filter(({ period }) => period !== '2026-01'),
      },
    ])
    const january = run(owing, data, '2026-01')
    // January's figures have vanished in February, so its wage is withheld and the balance with it.
    const february = run(owing, broken, '2026-02', january)
    expect(withheld(february)).toEqual([
      'wage li 2026-01 vanished-figures',
      'taken li 2026-02 failed-component failed-component',
    ])
    const march = run(owing, data, '2026-03', february)
    expect(takenIn([march])).toEqual([['taken li 2026-03 -20.00']])
  })
})

describe('R27 a further run of the same period', () => {
  it('pays the difference, and nothing when nothing is new', () => {
    const of = bookOf([wage, tax])
    const data = dataOf([waged('li', { '2026-03': '100.00' })])
    const more = dataOf([
      {
        ...waged('li', { '2026-03': '100.00' }),
        figures: [
          figure('wage', '2026-03', '100.00'),
          figure('wage', '2026-03', '130.00', { recorded: '2026-04-03' }),
        ],
      },
    ])
    const first = run(of, data, '2026-03')
    const second = run(of, data, '2026-03', first)
    const third = run(of, more, '2026-03', second, { asOf: '2026-04-05' })
    expect([first, second, third].map(({ number }) => number)).toEqual([1, 2, 3])
    expect([first, second, third].map(lines)).toEqual([
      ['wage li 2026-03 100.00', 'tax li 2026-03 -10.00'],
      ['wage li 2026-03 0.00', 'tax li 2026-03 0.00'],
      ['wage li 2026-03 30.00', 'tax li 2026-03 -3.00'],
    ])
    expect(lines(run(of, more, '2026-04', third)).at(-1)).toBe('tax li 2026-04 0.00')
  })

  it('reads the balance of the period before, not of its own earlier run', () => {
    const data = indebted({ '2026-01': '30.00', '2026-02': '60.00' })
    const [january, february] = runs(owing, data, ['2026-01', '2026-02'])
    const again = run(owing, data, '2026-02', february)
    expect(takenIn([again])).toEqual([['taken li 2026-02 0.00']])
    expect(january?.number).toBe(1)
  })
})
