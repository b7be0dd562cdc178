import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, monthsOfService } from '../../src/calendar/index.js'
import { generalScheduleWaiting, nextStepOn, parseWaitingPeriods } from '../../src/grade/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { waitingPeriods } from '../../src/testing/index.js'
import { found } from '../found.js'

describe('waiting periods', () => {
  test.each([
    [1, '2027-01-03'],
    [3, '2027-01-03'],
    [4, '2028-01-02'],
    [6, '2028-01-02'],
    [7, '2028-12-31'],
    [9, '2028-12-31'],
    [10, undefined],
  ])(
    'of the General Schedule (5 CFR 531.405): step %i since 2026-01-04 ends on %s',
    (step, day) => {
      const since = { step, since: '2026-01-04', steps: 10 }
      expect(nextStepOn(generalScheduleWaiting, since)).toBe(day)
    },
  )

  test.each([0, 1.5, 11])('know no step %d of 10', (step) => {
    const run = () => nextStepOn(generalScheduleWaiting, { step, since: '2026-01-04', steps: 10 })
    expect(found(run)).toEqual([['no-such-step', 'step']])
  })

  // NHS Employers, "Breakdown by pay band" (2018 contract): the least time in each step point.
  const agendaForChange = {
    'band 2': [{ fromStep: 1, years: 2 }],
    'band 4': [{ fromStep: 1, years: 3 }],
    'band 5': [{ fromStep: 1, years: 2 }],
    'band 6': [
      { fromStep: 1, years: 2 },
      { fromStep: 2, years: 3 },
    ],
    'band 8a': [{ fromStep: 1, years: 5 }],
  } as const

  test.each([
    ['band 2', 1, '2019-04-01', 2, '2021-04-01'],
    ['band 4', 1, '2019-04-01', 2, '2022-04-01'],
    ['band 5', 1, '2019-04-01', 3, '2021-04-01'],
    // Four years in the band, of which 2020 has 366 days.
    ['band 5', 2, '2021-04-01', 3, '2023-04-01'],
    ['band 6', 1, '2019-04-01', 3, '2021-04-01'],
    // Five years in the band.
    ['band 6', 2, '2021-04-01', 3, '2024-04-01'],
    ['band 8a', 1, '2019-04-01', 2, '2024-04-01'],
    ['band 6', 3, '2024-04-01', 3, undefined],
  ] as const)(
    'of NHS Agenda for Change: %s, step point %i since %s, %i in all, is over on %s',
    (band, step, since, steps, day) => {
      expect(nextStepOn(agendaForChange[band], { step, since, steps })).toBe(day)
    },
  )

  test('104 weeks are two days short of two years, or three', () => {
    const weeks = (since: string) =>
      nextStepOn([{ fromStep: 1, weeks: 104 }], { step: 1, since, steps: 2 })
    const years = (since: string) =>
      nextStepOn([{ fromStep: 1, years: 2 }], { step: 1, since, steps: 2 })
    expect([weeks('2021-04-01'), years('2021-04-01')]).toEqual(['2023-03-30', '2023-04-01'])
    expect([weeks('2019-04-01'), years('2019-04-01')]).toEqual(['2021-03-29', '2021-04-01'])
  })

  test.each<[object, string, string]>([
    [{ years: 1 }, '2024-02-29', '2025-02-28'],
    [{ years: 2 }, '2024-02-29', '2026-02-28'],
    [{ years: 4 }, '2024-02-29', '2028-02-29'],
    [{ years: 1 }, '2023-02-28', '2024-02-28'],
    [{ years: 2 }, '2098-02-28', '2100-02-28'],
    [{ months: 1 }, '2026-01-31', '2026-02-28'],
    [{ months: 1 }, '2024-01-30', '2024-02-29'],
    [{ months: 6 }, '2026-08-31', '2027-02-28'],
    [{ months: 18 }, '2026-01-15', '2027-07-15'],
    [{ months: 24 }, '2026-01-04', '2028-01-04'],
  ])('of %j from %s are over on %s', (length, since, day) => {
    const waiting = [{ fromStep: 1, ...length }]
    expect(nextStepOn(waiting, { step: 1, since, steps: 2 })).toBe(day)
  })

  test('of months end on the first day after so many months of service', () => {
    const since = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))
    fc.assert(
      fc.property(since, fc.integer({ min: 1, max: 120 }), (first, months) => {
        const waiting = [{ fromStep: 1, months }]
        const day = nextStepOn(waiting, { step: 1, since: first, steps: 2 }) as string
        expect(monthsOfService(first, addDays(day, -1))).toBe(months)
        expect(monthsOfService(first, addDays(day, -2))).toBe(months - 1)
      }),
    )
  })

  test('of years are those of twelve times as many months', () => {
    fc.assert(
      fc.property(waitingPeriods(), fc.integer({ min: 1, max: 10 }), (waiting, step) => {
        const inMonths = waiting.map(({ fromStep, years, months, weeks }) =>
          years === undefined ? { fromStep, months, weeks } : { fromStep, months: 12 * years },
        )
        const on = { step, since: '2024-02-29', steps: 11 }
        expect(nextStepOn(inMonths, on)).toBe(nextStepOn(waiting, on))
      }),
    )
  })

  test.each<[object, string, string]>([
    [{}, 'not-one-waiting', '[0]'],
    [{ weeks: 104, years: 2 }, 'not-one-waiting', '[0]'],
    [{ years: 1, months: 6 }, 'not-one-waiting', '[0]'],
    [{ years: 0 }, 'too-small', '[0].years'],
    [{ years: 101 }, 'too-big', '[0].years'],
    [{ months: 1.5 }, 'wrong-type', '[0].months'],
    [{ days: 30 }, 'unknown-key', '[0].days'],
  ])('are refused of a length of %j: %s at %s', (length, code, path) => {
    expect(found(() => parseWaitingPeriods([{ fromStep: 1, ...length }]))).toEqual([[code, path]])
  })

  test('say in both languages what an entry lacks', () => {
    const problems = problemsOf(() =>
      parseWaitingPeriods([{ fromStep: 1 }, { fromStep: 2, weeks: 104, years: 2 }]),
    )
    expect(describeProblems(problems).split('\n')).toEqual([
      '[0]: does not say how long to wait. Give one of: weeks, months, years.',
      '[1]: says in several ways how long to wait. Give one of: weeks, months, years.',
    ])
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      '[0]：没有说明等待多久。请只填写其一：weeks、months、years。',
      '[1]：用多种单位说明等待期。请只填写其一：weeks、months、years。',
    ])
  })

  test('that end after the year 9999 are refused', () => {
    const run = () =>
      nextStepOn([{ fromStep: 1, years: 2 }], { step: 1, since: '9998-06-01', steps: 2 })
    expect(found(run)).toEqual([['date-out-of-range', 'since']])
  })

  test('are read where they begin at 1 and rise', () => {
    expect(parseWaitingPeriods(generalScheduleWaiting)).toEqual(generalScheduleWaiting)
    const wrong = [
      { fromStep: 2, weeks: 52 },
      { fromStep: 2, weeks: 104 },
    ]
    const problems = problemsOf(() => parseWaitingPeriods(wrong))
    expect(describeProblems(problems)).toBe(
      [
        '[0].fromStep: is not 1, so the first step has no waiting period. Let the first entry begin at step 1.',
        '[1].fromStep: is not above 2, where the entry before begins. List the entries by rising steps.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN').split('\n')[0]).toBe(
      '[0].fromStep：不是 1，第一档没有等待期。第一项须从第 1 档开始。',
    )
  })
})
