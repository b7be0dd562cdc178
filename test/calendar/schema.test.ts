import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  parseBasis,
  parseFiscalCalendar,
  parseHistory,
  periodContaining,
  valueOn,
} from '../../src/calendar/index.js'
import { basisSchema, dateSchema, fiscalCalendarSchema } from '../../src/calendar/schema.js'
import { fail, problem } from '../../src/problem/index.js'
import { parseWith } from '../../src/problem/schema.js'
import { decimal } from '../../src/quantity/index.js'
import { found } from '../found.js'

describe('a date in JSON', () => {
  test('is text that names a day of the calendar', () => {
    expect(parseWith(dateSchema, '2024-02-29')).toBe('2024-02-29')
    expect(found(() => parseWith(dateSchema, '2026-02-29'))).toEqual([['not-a-date', '']])
    expect(found(() => parseWith(dateSchema, 20_260_228))).toEqual([['wrong-type', '']])
  })
})

describe('a fiscal calendar in JSON', () => {
  test.each([
    { kind: 'gregorian', startMonth: 1 },
    { kind: 'gregorian', startMonth: 12, namedBy: 'start' },
    { kind: 'weeks', pattern: '5-4-4', endMonth: 12, endDay: 'friday', endRule: 'last' },
    {
      kind: 'weeks',
      pattern: '4-5-4',
      endMonth: 1,
      endDay: 'saturday',
      endRule: 'nearest',
      namedBy: 'end',
    },
  ])('%j is read as it is', (json) => expect(parseFiscalCalendar(json)).toEqual(json))

  test('what is read can be used', () => {
    const april = parseFiscalCalendar({ kind: 'gregorian', startMonth: 4 })
    expect(periodContaining('2026-05-01', 'year', april).name).toBe('FY2027')
  })

  test.each([
    ['the month 13', { kind: 'gregorian', startMonth: 13 }, 'too-big', 'startMonth'],
    ['the month 0', { kind: 'gregorian', startMonth: 0 }, 'too-small', 'startMonth'],
    ['half a month', { kind: 'gregorian', startMonth: 1.5 }, 'wrong-type', 'startMonth'],
    ['a month as text', { kind: 'gregorian', startMonth: '4' }, 'wrong-type', 'startMonth'],
    ['no month', { kind: 'gregorian' }, 'missing', 'startMonth'],
    ['another kind', { kind: 'lunar', startMonth: 1 }, 'not-offered', 'kind'],
    [
      'a week too many',
      { kind: 'gregorian', startMonth: 1, startWeek: 6 },
      'unknown-key',
      'startWeek',
    ],
  ])('%s is refused', (_, json, code, path) => {
    expect(found(() => parseFiscalCalendar(json))).toEqual([[code, path]])
  })

  test('every problem is told at once', () => {
    const json = {
      kind: 'weeks',
      pattern: '4-4-4',
      endMonth: 13,
      endDay: 'sun',
      endRule: 'first',
      namedBy: 'middle',
    }
    expect(found(() => parseFiscalCalendar(json))).toEqual([
      ['not-offered', 'pattern'],
      ['too-big', 'endMonth'],
      ['not-offered', 'endDay'],
      ['not-offered', 'endRule'],
      ['not-offered', 'namedBy'],
    ])
  })
})

describe('a basis in JSON', () => {
  const weekend = ['saturday', 'sunday']

  test.each([
    { basis: 'calendar-days' },
    { basis: 'working-days', weekend, holidays: [] },
    { basis: 'working-days', weekend, holidays: ['2026-02-16'], workdays: ['2026-02-14'] },
    { basis: 'fixed-21.75', count: 'days-absent', weekend },
    { basis: 'fixed-21.75', count: 'days-worked', weekend: [], daysOff: [], workdays: [] },
    { basis: 'fixed-30' },
    { basis: 'fixed-30', count: 'days-absent' },
  ])('%j is read as it is', (json) => expect(parseBasis(json)).toEqual(json))

  test.each([
    ['another basis', { basis: 'fixed-22' }, 'not-offered', 'basis'],
    ['no way of counting', { basis: 'fixed-21.75', weekend }, 'missing', 'count'],
    ['no weekend', { basis: 'working-days', holidays: [] }, 'missing', 'weekend'],
    ['no holidays', { basis: 'working-days', weekend }, 'missing', 'holidays'],
    [
      'a misspelt day',
      { basis: 'working-days', weekend: ['saturday', 'sonday'], holidays: [] },
      'not-offered',
      'weekend[1]',
    ],
    [
      'a date that is none',
      { basis: 'working-days', weekend, holidays: ['2026-02-16', '2026-02-30'] },
      'not-a-date',
      'holidays[1]',
    ],
    [
      'a day off that is a working day',
      {
        basis: 'fixed-21.75',
        count: 'days-absent',
        weekend,
        daysOff: ['2026-02-16'],
        workdays: ['2026-02-16'],
      },
      'off-and-workday',
      'workdays[0]',
    ],
    [
      'holidays that do not matter',
      { basis: 'calendar-days', holidays: [] },
      'unknown-key',
      'holidays',
    ],
  ])('%s is refused', (_, json, code, path) => {
    expect(found(() => parseBasis(json))).toEqual([[code, path]])
  })
})

describe('a history in JSON', () => {
  const readPay = (value: unknown) =>
    typeof value === 'string'
      ? decimal(value)
      : fail(problem('not-pay', 'amount', ['no pay', 'Give pay'], ['不是工资', '请填写工资']))

  test('is read, its values by their own reader', () => {
    const history = parseHistory(
      [
        { from: '2026-01-01', value: '8000' },
        { from: '2026-02-16', value: '9000.50' },
      ],
      readPay,
    )
    expect(valueOn(history, '2026-02-28')?.toFixed()).toBe('9000.5')
    expect(parseHistory([], readPay)).toEqual([])
  })

  test('the problems of every value are told under its path', () => {
    const json = [
      { from: '2026-01-01', value: 1 },
      { from: '2026-01-02', value: '1' },
      { from: '2026-01-03', value: null },
    ]
    expect(found(() => parseHistory(json, readPay))).toEqual([
      ['not-pay', '[0].value.amount'],
      ['not-pay', '[2].value.amount'],
    ])
  })

  test('another error of the reader is not swallowed', () => {
    const read = () => {
      throw new RangeError('a bug')
    }
    expect(() => parseHistory([{ from: '2026-01-01', value: 1 }], read)).toThrow(RangeError)
  })

  test('dates are checked before their order', () => {
    const later = { from: '2026-02-01', value: '1' }
    const earlier = { from: '2026-01-01', value: '1' }
    expect(found(() => parseHistory([later, earlier, earlier], readPay))).toEqual([
      ['not-ascending', '[1].from'],
      ['not-ascending', '[2].from'],
    ])
    expect(found(() => parseHistory([later, { ...earlier, from: 'x' }], readPay))).toEqual([
      ['not-a-date', '[1].from'],
    ])
  })

  test('its shape is checked before its values', () => {
    expect(found(() => parseHistory({}, readPay))).toEqual([['wrong-type', '']])
    expect(
      found(() => parseHistory([{ from: 20_260_101, value: 1, until: '2026-02-01' }], readPay)),
    ).toEqual([
      ['wrong-type', '[0].from'],
      ['unknown-key', '[0].until'],
    ])
    expect(found(() => parseHistory([{ from: '2026-01-01' }], readPay))).toEqual([
      ['missing', '[0].value'],
    ])
  })
})

test('the schemas can be given out as JSON Schema', () => {
  for (const schema of [dateSchema, fiscalCalendarSchema, basisSchema])
    expect(() => z.toJSONSchema(schema, { io: 'input' })).not.toThrow()
  expect(z.toJSONSchema(fiscalCalendarSchema, { io: 'input' })).toMatchObject({
    oneOf: [{ properties: { startMonth: { type: 'integer', minimum: 1, maximum: 12 } } }, {}],
  })
})
