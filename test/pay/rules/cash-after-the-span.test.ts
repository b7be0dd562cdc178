import { describe, expect, it } from 'vitest'
import { constant, input, multiply, round } from '../../../src/formula/index.js'
import type { Person } from '../../../src/pay/data.js'
import { indebted, owing, takenIn, tax, wage, waged } from './cash-books.js'
import { bookOf, cents, cny, dataOf, figure, lines, person, run, runs } from './paying.js'

describe('R28 after the span', () => {
  const left = { employment: [{ from: '2020-01-01', to: '2026-01-31' }] }

  it('a balance that is left runs on, and is told', () => {
    const data = indebted({ '2026-01': '30.00' }, left)
    const paid = runs(owing, data, ['2026-01', '2026-02', '2026-03'])
    expect(takenIn(paid)).toEqual([
      ['taken li 2026-01 -30.00'],
      ['taken li 2026-02 0.00'],
      ['taken li 2026-03 0.00'],
    ])
    expect(paid.map(({ leftOver }) => leftOver)).toEqual([
      [{ component: 'balance', owner: { person: 'li' }, value: '70' }],
      [{ component: 'balance', owner: { person: 'li' }, value: '70' }],
      [{ component: 'balance', owner: { person: 'li' }, value: '70' }],
    ])
  })

  it('what a leaver is paid late is taken from', () => {
    const early = indebted({ '2026-01': '30.00' }, left)
    const li = early.people[0] as Person
    const data = dataOf([
      {
        ...li,
        figures: [
          ...(li.figures ?? []),
          figure('wage', '2026-01', '75.00', { recorded: '2026-03-02' }),
        ],
      },
    ])
    const paid = runs(owing, data, ['2026-01', '2026-02', '2026-03'])
    expect(lines(paid[2] as never)).toEqual(['wage li 2026-01 45.00', 'taken li 2026-03 -45.00'])
    expect(paid[2]?.leftOver).toEqual([
      { component: 'balance', owner: { person: 'li' }, value: '25' },
    ])
  })

  it('cash without a balance runs for a leaver who is paid something, and for no other', () => {
    const of = bookOf([wage, tax])
    const li = waged('li', { '2026-01': '100.00' }, left)
    const late = figure('wage', '2026-01', '120.00', { recorded: '2026-03-02' })
    const data = dataOf([{ ...li, figures: [...(li.figures ?? []), late] }])
    expect(runs(of, data, ['2026-01', '2026-02', '2026-03']).map(lines)).toEqual([
      ['wage li 2026-01 100.00', 'tax li 2026-01 -10.00'],
      [],
      ['wage li 2026-01 20.00', 'tax li 2026-03 -2.00'],
    ])
  })

  it('a component that has ended by `to` runs no more, whoever is paid', () => {
    const ended = { to: '2026-01-31', value: tax }
    const levy = { from: '2026-02-01', value: { ...tax, component: 'levy' } }
    const data = dataOf([waged('li', { '2026-01': '100.00', '2026-02': '200.00' })])
    const paid = runs(bookOf([wage, ended, levy]), data, ['2026-01', '2026-02'])
    expect(paid.map(lines)).toEqual([
      ['wage li 2026-01 100.00', 'tax li 2026-01 -10.00'],
      ['wage li 2026-02 200.00', 'levy li 2026-02 -20.00'],
    ])
  })

  it('a leaver is taken from by the version of the payment', () => {
    const half = { ...tax, formula: multiply(input('due', cny, 2), constant('-0.5')) }
    const versions = [
      { to: '2026-01-31', value: tax },
      { from: '2026-02-01', value: { ...half, formula: round(half.formula, cents) } },
    ]
    const li = waged('li', { '2026-01': '100.00' }, left)
    const late = figure('wage', '2026-01', '120.00', { recorded: '2026-02-02' })
    const data = dataOf([{ ...li, figures: [...(li.figures ?? []), late] }])
    const paid = runs(bookOf([wage, ...versions]), data, ['2026-01', '2026-02'])
    expect(lines(paid[1] as never)).toEqual(['wage li 2026-01 20.00', 'tax li 2026-02 -10.00'])
  })

  it('who has moved out of a condition and is still employed is taken from no more', () => {
    const local = { ...tax, eligible: { where: { city: ['suzhou'] } } }
    const li = waged(
      'li',
      { '2026-01': '100.00', '2026-02': '200.00' },
      {
        attributes: {
          city: [
            { from: '2020-01-01', value: 'suzhou' },
            { from: '2026-02-01', value: 'wuxi' },
          ],
        },
      },
    )
    const paid = runs(bookOf([wage, local]), dataOf([li]), ['2026-01', '2026-02'])
    expect(paid.map(lines)).toEqual([
      ['wage li 2026-01 100.00', 'tax li 2026-01 -10.00'],
      ['wage li 2026-02 200.00'],
    ])
  })

  it('who has moved out of a condition is taken from what comes late of what ended with it', () => {
    const eligible = { where: { city: ['suzhou'] } }
    const local = {
      ...wage,
      component: 'local',
      eligible,
      reads: { x: { from: 'figure', name: 'local', missing: '0' } },
    } as const
    const of = bookOf([
      wage,
      local,
      { ...tax, eligible, reads: { due: { from: 'component', name: 'local', what: 'due' } } },
    ])
    const li = waged(
      'li',
      { '2026-01': '100.00', '2026-02': '200.00' },
      {
        attributes: {
          city: [
            { from: '2020-01-01', value: 'suzhou' },
            { from: '2026-02-01', value: 'wuxi' },
          ],
        },
      },
    )
    const own = [
      figure('local', '2026-01', '10.00'),
      figure('local', '2026-01', '30.00', { recorded: '2026-03-02' }),
    ]
    const data = dataOf([{ ...li, figures: [...(li.figures ?? []), ...own] }])
    const paid = runs(of, data, ['2026-01', '2026-02', '2026-03', '2026-04'])
    expect(paid.map(lines)).toEqual([
      ['wage li 2026-01 100.00', 'local li 2026-01 10.00', 'tax li 2026-01 -1.00'],
      ['wage li 2026-02 200.00'],
      ['wage li 2026-03 0.00', 'local li 2026-01 20.00', 'tax li 2026-03 -2.00'],
      ['wage li 2026-04 0.00'],
    ])
  })

  it('a post that has ended is taken from when it is paid late, and another is not', () => {
    const byPost = { of: 'assignment' } as const
    const of = bookOf([
      { ...wage, ...byPost },
      { ...tax, ...byPost },
    ])
    const post = (id: string, period: string, value: string, recorded?: string) =>
      figure('wage', period, value, { assignment: id, ...(recorded !== undefined && { recorded }) })
    const li = person(
      'li',
      {},
      {
        assignments: [
          { id: 'day', from: '2026-01-01', to: '2026-01-31', attributes: {} },
          { id: 'night', from: '2026-01-01', attributes: {} },
        ],
        figures: [
          post('day', '2026-01', '10.00'),
          post('day', '2026-01', '30.00', '2026-03-02'),
          post('night', '2026-02', '50.00'),
        ],
      },
    )
    const paid = runs(of, dataOf([li]), ['2026-01', '2026-02', '2026-03'])
    expect(paid.slice(1).map(lines)).toEqual([
      ['wage li/night 2026-02 50.00', 'tax li/night 2026-02 -5.00'],
      [
        'wage li/day 2026-01 20.00',
        'wage li/night 2026-03 0.00',
        'tax li/day 2026-03 -2.00',
        'tax li/night 2026-03 0.00',
      ],
    ])
  })

  it('a balance runs on for one who was left out of a payment', () => {
    const data = indebted({ '2026-01': '30.00' }, left)
    const january = run(owing, data, '2026-01')
    const february = run(owing, data, '2026-02', january, { only: [] })
    const march = run(owing, data, '2026-03', february)
    expect(march.leftOver).toHaveLength(1)
  })
})
