import { describe, expect, test } from 'vitest'
import {
  absenceShare,
  lateShare,
  overtimeRise,
  type PersonRecords,
} from '../../../src/attrition/index.js'

const march = { from: '2026-03-01', to: '2026-03-31' }
type Day = PersonRecords['days'][number]
const day = (date: string, change: Partial<Day> = {}): Day => ({
  date,
  absent: false,
  lateMinutes: 0,
  overtimeHours: '0',
  ...change,
})
const absent = { absent: true } as const
const late = { lateMinutes: 1 } as const

describe('lateShare', () => {
  test.each([
    ['no day', [], undefined],
    ['absent throughout', [day('2026-03-02', absent)], undefined],
    ['on time', [day('2026-03-02')], '0.0000'],
    [
      'one of three, half-up',
      [day('2026-03-02', late), day('2026-03-03'), day('2026-03-04')],
      '0.3333',
    ],
    [
      'two of three',
      [day('2026-03-02', late), day('2026-03-03', late), day('2026-03-04')],
      '0.6667',
    ],
    [
      'absence is no lateness',
      [day('2026-03-02', { ...absent, ...late }), day('2026-03-03', late)],
      '1.0000',
    ],
    [
      'both ends count, the days around do not',
      [
        day('2026-02-28', late),
        day('2026-03-01', late),
        day('2026-03-31'),
        day('2026-04-01', late),
      ],
      '0.5000',
    ],
  ])('%s', (_, days, expected) => {
    expect(lateShare(days, march)).toBe(expected)
  })
})

describe('absenceShare', () => {
  test.each([
    ['no day', [], undefined],
    ['days of another month', [day('2026-02-28', absent)], undefined],
    ['one of two', [day('2026-03-02', absent), day('2026-03-03')], '0.5000'],
  ])('%s', (_, days, expected) => {
    expect(absenceShare(days, march)).toBe(expected)
  })
})

describe('overtimeRise', () => {
  const before = [
    day('2026-02-02', { overtimeHours: '1' }),
    day('2026-02-28', { overtimeHours: '0' }),
  ]

  test.each([
    ['no past', [day('2026-03-02')], undefined],
    ['nothing now', before, undefined],
    ['a rise', [...before, day('2026-03-02', { overtimeHours: '2' })], '1.5000'],
    ['a fall', [...before, day('2026-03-02')], '-0.5000'],
    [
      'later days tell nothing',
      [...before, day('2026-03-31'), day('2026-04-01', { overtimeHours: '9' })],
      '-0.5000',
    ],
    [
      'days absent count on neither side',
      [
        ...before,
        day('2026-02-03', { ...absent, overtimeHours: '8' }),
        day('2026-03-02', { ...absent, overtimeHours: '8' }),
        day('2026-03-03', { overtimeHours: '0.2' }),
      ],
      '-0.3000',
    ],
    [
      'thirds are rounded once',
      [
        ...before,
        day('2026-03-02', { overtimeHours: '1' }),
        day('2026-03-03', { overtimeHours: '1' }),
        day('2026-03-04'),
      ],
      '0.1667',
    ],
  ])('%s', (_, days, expected) => {
    expect(overtimeRise(days, march)).toBe(expected)
    expect(overtimeRise(days.toReversed(), march)).toBe(expected)
  })
})
