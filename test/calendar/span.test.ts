import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intersection } from '../../src/calendar/index.js'
import { found } from '../found.js'
import { daysOf, spansWithin } from './arbitraries.js'

const february = { from: '2026-02-01', to: '2026-02-28' }
const spans = spansWithin('2026-01-01', '2026-12-31')

describe('the days that two spans share', () => {
  test.each([
    ['one begins inside', '2026-02-10', '9999-12-31', { from: '2026-02-10', to: '2026-02-28' }],
    ['one ends inside', '2020-01-01', '2026-02-09', { from: '2026-02-01', to: '2026-02-09' }],
    ['one lies inside', '2026-02-10', '2026-02-11', { from: '2026-02-10', to: '2026-02-11' }],
    ['they are the same', '2026-02-01', '2026-02-28', february],
    ['they touch in one day', '2026-02-28', '2026-03-31', { from: '2026-02-28', to: '2026-02-28' }],
    ['one starts the day after', '2026-03-01', '2026-03-31', undefined],
    ['one ended the day before', '2026-01-01', '2026-01-31', undefined],
  ])('where %s', (_, from, to, expected) => {
    expect(intersection(february, { from, to })).toEqual(expected)
    expect(intersection({ from, to }, february)).toEqual(expected)
  })

  test('are the days of both, counted one by one', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const shared = intersection(a, b)
        const inB = new Set(daysOf(b))
        expect(shared === undefined ? [] : daysOf(shared)).toEqual(
          daysOf(a).filter((d) => inB.has(d)),
        )
      }),
    )
  })

  test('lose the name of a period', () => {
    expect(intersection({ name: '2026-02', ...february } as typeof february, february)).toEqual(
      february,
    )
  })

  test('every date of a bad span is told, and its order only where the dates are good', () => {
    const backwards = { from: '2026-02-02', to: '2026-02-01' }
    expect(found(() => intersection({ from: 'x', to: '2026-02-30' }, backwards))).toEqual([
      ['not-a-date', 'a.from'],
      ['not-a-date', 'a.to'],
      ['ends-before-start', 'b.to'],
    ])
  })
})

test('two spans without end share all from the later on', () => {
  expect(intersection({ from: '2026-01-01' }, { from: '2026-02-01' })).toEqual({
    from: '2026-02-01',
  })
})
