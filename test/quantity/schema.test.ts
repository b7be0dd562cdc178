import { describe, expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { parseWith } from '../../src/problem/schema.js'
import { currencies, roundings, units } from '../../src/quantity/index.js'
import {
  currencySchema,
  placesSchema,
  roundingSchema,
  unitSchema,
} from '../../src/quantity/schema.js'

describe('the schemas', () => {
  test.each<readonly [string, ZodType, readonly unknown[]]>([
    ['every currency', currencySchema, currencies],
    ['every rounding', roundingSchema, roundings],
    ['every unit', unitSchema, units],
    ['0 to 30 places', placesSchema, Array.from({ length: 31 }, (_, places) => places)],
  ])('%s is read', (_, schema, values) => {
    expect(values.length).toBeGreaterThan(6)
    expect(values.map((value) => parseWith(schema, value))).toEqual(values)
  })

  test.each<readonly [ZodType, unknown, string]>([
    [currencySchema, 'RMB', 'not-offered'],
    [currencySchema, 'cny', 'not-offered'],
    [currencySchema, undefined, 'missing'],
    [currencySchema, ['CNY'], 'not-offered'],
    [roundingSchema, 'half_up', 'not-offered'],
    [roundingSchema, 4, 'not-offered'],
    [unitSchema, 'money:RMB', 'not-offered'],
    [unitSchema, 'constructor', 'not-offered'],
    [unitSchema, null, 'not-offered'],
    [placesSchema, '2', 'wrong-type'],
    [placesSchema, 2.5, 'wrong-type'],
    [placesSchema, Number.NaN, 'wrong-type'],
    [placesSchema, Number.POSITIVE_INFINITY, 'wrong-type'],
    [placesSchema, -1, 'too-small'],
    [placesSchema, 31, 'too-big'],
    [placesSchema, 2 ** 60, 'too-big'],
  ])('%# what is no member is refused', (schema, value, code) => {
    const codes = problemsOf(() => parseWith(schema, value)).map((problem) => problem.code)
    expect(new Set(codes)).toEqual(new Set([code]))
  })

  test('a misspelt rounding is told the nearest, in Chinese too', () => {
    const problems = problemsOf(() => parseWith(roundingSchema, 'half_up'))
    expect(describeProblems(problems)).toBe(
      '"half_up" is not one of the choices. Perhaps "half-up" was meant.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe('"half_up" 不在可选范围内。也许是“half-up”。')
  })
  test.each([
    [currencySchema, 'RMB', 'Use an ISO 4217 code, such as "CNY" for renminbi'],
    [currencySchema, undefined, 'Use an ISO 4217 code, such as "CNY" for renminbi'],
    [
      unitSchema,
      'CNY',
      'Use "money:CNY" or money of another ISO 4217 currency, "money:CNY/hour", "ratio", "count", "points" or "duration:day"',
    ],
  ] as const)('what is too much to list is told by its standard: %#', (schema, value, hint) => {
    expect(problemsOf(() => parseWith(schema, value)).map((problem) => problem.hint.en)).toEqual([
      hint,
    ])
  })
})
