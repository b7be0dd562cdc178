import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type History, historyOf, splitByChange, valueOn } from '../../src/calendar/index.js'
import { found } from '../found.js'
import { datesWithin, daysOf, spansWithin } from './arbitraries.js'

const salary = historyOf([
  { from: '2026-01-01', value: '8000' },
  { from: '2026-02-16', value: '9000' },
])
const grade = historyOf([
  { from: '2025-07-01', value: 'C2' },
  { from: '2026-02-16', value: 'C3' },
  { from: '2026-02-20', value: 'C4' },
])
const february = { from: '2026-02-01', to: '2026-02-28' }

/** Histories that begin by 2026-01-01, each value the number of its entry. */
const histories: fc.Arbitrary<History<number>> = fc
  .uniqueArray(datesWithin('2026-01-02', '2027-12-31'), { maxLength: 6 })
  .map((dates) =>
    historyOf(['2026-01-01', ...dates.sort()].map((from, value) => ({ from, value }))),
  )

describe('the value on a date', () => {
  test.each([
    ['2025-12-31', undefined],
    ['2026-01-01', '8000'],
    ['2026-02-15', '8000'],
    ['2026-02-16', '9000'],
    ['9999-12-31', '9000'],
  ])('%s is %s', (date, value) => expect(valueOn(salary, date)).toBe(value))

  test('is none where there is no history', () => {
    expect(valueOn(historyOf([]), '2026-02-28')).toBeUndefined()
  })

  test('is refused for a bad date', () => {
    expect(found(() => valueOn(salary, 'today'))).toEqual([['not-a-date', 'date']])
  })
})

describe('a history', () => {
  test('of bad dates is none', () => {
    expect(found(() => historyOf([{ from: '2026-02-30', value: 1 }]))).toEqual([
      ['not-a-date', '[0].from'],
    ])
  })

  test('entries that do not ascend are refused, each by its own path', () => {
    const history = [
      { from: '2026-03-01', value: 1 },
      { from: '2026-02-01', value: 2 },
      { from: '2026-02-01', value: 3 },
      { from: '2026-02-02', value: 4 },
    ]
    expect(found(() => historyOf(history))).toEqual([
      ['not-ascending', '[1].from'],
      ['not-ascending', '[2].from'],
    ])
  })

  test('the order is judged only where every date is one', () => {
    const history = [
      { from: '2026-03-01', value: 1 },
      { from: '2026-02-30', value: 2 },
    ]
    expect(found(() => historyOf(history))).toEqual([['not-a-date', '[1].from']])
  })
})

describe('a span cut by changes', () => {
  test('has a segment for each run of days in which nothing changes', () => {
    expect(splitByChange(february, salary, grade)).toEqual([
      { from: '2026-02-01', to: '2026-02-15', values: ['8000', 'C2'] },
      { from: '2026-02-16', to: '2026-02-19', values: ['9000', 'C3'] },
      { from: '2026-02-20', to: '2026-02-28', values: ['9000', 'C4'] },
    ])
  })

  test('is whole where nothing changes in it, also on its first day', () => {
    const whole = { from: '2026-02-16', to: '2026-02-28' }
    expect(splitByChange(whole, salary)).toEqual([{ ...whole, values: ['9000'] }])
    expect(splitByChange(whole)).toEqual([{ ...whole, values: [] }])
  })

  test('is cut on its last day', () => {
    expect(splitByChange({ from: '2026-02-01', to: '2026-02-16' }, salary)).toEqual([
      { from: '2026-02-01', to: '2026-02-15', values: ['8000'] },
      { from: '2026-02-16', to: '2026-02-16', values: ['9000'] },
    ])
  })

  test('is cut by an entry that repeats the value before it', () => {
    const same = historyOf([...salary, { from: '2026-02-20', value: '9000' }])
    expect(splitByChange(february, same).map(({ from }) => from)).toEqual([
      '2026-02-01',
      '2026-02-16',
      '2026-02-20',
    ])
  })

  test('keeps every day once, with the values of that day', () => {
    fc.assert(
      fc.property(
        spansWithin('2026-01-01', '2027-06-30'),
        histories,
        histories,
        (span, first, second) => {
          const segments = splitByChange(span, first, second)
          expect(segments.flatMap(daysOf)).toEqual(daysOf(span))
          for (const { values, ...segment } of segments)
            for (const day of daysOf(segment))
              expect(values).toEqual([valueOn(first, day), valueOn(second, day)])
        },
      ),
    )
  })

  test('does not depend on the order of the histories, but for their values', () => {
    fc.assert(
      fc.property(
        spansWithin('2026-01-01', '2027-06-30'),
        histories,
        histories,
        (span, first, second) => {
          expect(splitByChange(span, second, first)).toEqual(
            splitByChange(span, first, second).map(({ values: [a, b], ...segment }) => ({
              ...segment,
              values: [b, a],
            })),
          )
        },
      ),
    )
  })

  test.each([
    ['begins later', [{ from: '2026-02-02', value: 1 }]],
    ['is empty', []],
  ])('a history that %s does not cover the first day', (_, history) => {
    expect(found(() => splitByChange(february, salary, historyOf<number>(history)))).toEqual([
      ['no-value-yet', 'histories[1]'],
    ])
  })

  test('a bad span is told first', () => {
    expect(
      found(() => splitByChange({ from: '2026-02-28', to: '2026-02-01' }, historyOf([]))),
    ).toEqual([['ends-before-start', 'span.to']])
  })
})
