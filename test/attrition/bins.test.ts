import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { casesOf, monotoneBins, placeOf, weightOfEvidence } from '../../src/attrition/bins.js'
import { tallyOf } from '../../src/attrition/people.js'
import { alike, histories, history, idle, shift, survey } from './histories.js'

const months = (rows: number, left: number, value: string) => alike(rows, left, { idle: value })

describe('monotoneBins', () => {
  test('bins hold about the same number of people, and equal values stay together', () => {
    const people = history(
      ...months(4, 0, '1'),
      ...months(3, 1, '2'),
      ...months(1, 1, '3'),
      ...months(4, 4, '10'),
    )
    expect(monotoneBins(people, idle, 3)).toEqual([
      { rows: 4, left: 0 },
      { from: '2', rows: 4, left: 2 },
      { from: '10', rows: 4, left: 4 },
    ])
    expect(monotoneBins(people, idle, 2)).toEqual([
      { rows: 4, left: 0 },
      { from: '2', rows: 8, left: 6 },
    ])
  })

  test('neighbours against the declared risk are pooled, as far back as needed', () => {
    const people = history(
      ...months(4, 2, '1'),
      ...months(4, 3, '2'),
      ...months(4, 0, '3'),
      ...months(4, 4, '4'),
    )
    expect(monotoneBins(people, idle, 4)).toEqual([
      { rows: 12, left: 5 },
      { from: '4', rows: 4, left: 4 },
    ])
    expect(monotoneBins(people, { ...idle, risk: 'falls' }, 4)).toEqual([
      { rows: 8, left: 5 },
      { from: '3', rows: 8, left: 4 },
    ])
  })

  test('where the risk falls, the share falls', () => {
    const people = history(...months(4, 4, '1'), ...months(4, 2, '2'), ...months(4, 0, '3'))
    expect(monotoneBins(people, { ...idle, risk: 'falls' }, 3).map(({ left }) => left)).toEqual([
      4, 2, 0,
    ])
    expect(monotoneBins(people, idle, 3)).toEqual([{ rows: 12, left: 6 }])
  })

  test('bins of the same share are one', () => {
    const people = history(...months(4, 1, '1'), ...months(4, 1, '2'), ...months(4, 2, '3'))
    expect(monotoneBins(people, idle, 3)).toEqual([
      { rows: 8, left: 2 },
      { from: '3', rows: 4, left: 2 },
    ])
  })

  test('texts of one value count as one, and numbers are in order of value', () => {
    const people = history(...months(2, 0, '9'), ...months(1, 1, '10'), ...months(1, 1, '10.0'))
    expect(monotoneBins(people, idle, 4)).toEqual([
      { rows: 2, left: 0 },
      { from: '10', rows: 2, left: 2 },
    ])
  })

  test('they hold everybody once, follow the risk, and weigh so', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 2, max: 6 }), (people, most) => {
        for (const signal of [idle, survey]) {
          const bins = monotoneBins(people, signal, most)
          expect(bins.length).toBeLessThanOrEqual(most)
          const counted = bins.map((_, i) =>
            tallyOf(
              people.filter(({ signals }) => placeOf(bins, signals[signal.signal] as string) === i),
            ),
          )
          expect(counted).toEqual(bins.map(({ rows, left }) => ({ rows, left })))
          const weights = bins.map((bin) => weightOfEvidence(bin, tallyOf(people)))
          const order = [...weights].sort((a, b) => (signal.risk === 'rises' ? a - b : b - a))
          expect(weights).toEqual(order)
        }
      }),
    )
  })
})

describe('weightOfEvidence', () => {
  const all = { rows: 100, left: 20 }

  test('it has the sign of the difference, and none where there is none', () => {
    expect(weightOfEvidence({ rows: 10, left: 2 }, all)).toBeCloseTo(0, 12)
    expect(weightOfEvidence({ rows: 10, left: 3 }, all)).toBeGreaterThan(0)
    expect(weightOfEvidence({ rows: 10, left: 0 }, all)).toBeLessThan(0)
  })

  test('of nobody who left it is finite, and grows with their number', () => {
    // (0 + 0.2) / (4 + 1) = 0.04: odds of 1 to 24 against 1 to 4.
    expect(weightOfEvidence({ rows: 4, left: 0 }, all)).toBeCloseTo(Math.log(4 / 24), 12)
    expect(weightOfEvidence({ rows: 40, left: 0 }, all)).toBeLessThan(Math.log(4 / 24))
  })
})

test('cases are in code-unit order, each with its people', () => {
  const people = history(
    ...alike(2, 1, { shift: 'b' }),
    ...alike(1, 0, { shift: 'a' }),
    ...alike(3, 3, { shift: 'B' }),
  )
  expect([...casesOf(people, shift.signal)]).toEqual([
    ['B', { rows: 3, left: 3 }],
    ['a', { rows: 1, left: 0 }],
    ['b', { rows: 2, left: 1 }],
  ])
})
