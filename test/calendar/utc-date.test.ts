import { constructFrom } from 'date-fns/constructFrom'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UtcDate } from '../../src/calendar/utc-date.js'

const instants = fc.date({ noInvalidDate: true }).map((date) => new UtcDate(date))
const whole = fc.integer({ min: -100, max: 100 })

test('the parts that are read are those of UTC', () => {
  fc.assert(
    fc.property(instants, (date) => {
      expect(date.getTimezoneOffset()).toBe(0)
      expect([
        date.getFullYear(),
        date.getMonth(),
        date.getDate(),
        date.getDay(),
        date.getHours(),
        date.getMinutes(),
        date.getSeconds(),
        date.getMilliseconds(),
      ]).toEqual([
        date.getUTCFullYear(),
        date.getUTCMonth(),
        date.getUTCDate(),
        date.getUTCDay(),
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
        date.getUTCMilliseconds(),
      ])
    }),
  )
})

test('the parts that are set are those of UTC', () => {
  fc.assert(
    fc.property(instants, whole, whole, whole, whole, (date, a, b, c, d) => {
      const local = () => new UtcDate(date)
      const utc = () => new Date(date)
      expect([
        local().setFullYear(a, b, c),
        local().setMonth(a, b),
        local().setDate(a),
        local().setHours(a, b, c, d),
        local().setMinutes(a, b, c),
        local().setSeconds(a, b),
        local().setMilliseconds(a),
      ]).toEqual([
        utc().setUTCFullYear(a, b, c),
        utc().setUTCMonth(a, b),
        utc().setUTCDate(a),
        utc().setUTCHours(a, b, c, d),
        utc().setUTCMinutes(a, b, c),
        utc().setUTCSeconds(a, b),
        utc().setUTCMilliseconds(a),
      ])
    }),
  )
})

test('setting one part leaves the parts that are not given', () => {
  const date = () => new UtcDate('2026-02-28T13:14:15.016Z')
  expect(date().setFullYear(2024)).toBe(Date.parse('2024-02-28T13:14:15.016Z'))
  expect(date().setMonth(0)).toBe(Date.parse('2026-01-28T13:14:15.016Z'))
  expect(date().setHours(0)).toBe(Date.parse('2026-02-28T00:14:15.016Z'))
})

test('date-fns makes its own dates of the same class', () => {
  const made = constructFrom(new UtcDate(0), Date.parse('2011-12-30T00:00:00Z'))
  expect(made).toBeInstanceOf(UtcDate)
  expect(made.getDate()).toBe(30)
})
