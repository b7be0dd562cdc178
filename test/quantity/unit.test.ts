import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  currencies,
  currencyOf,
  isUnit,
  money,
  productUnit,
  quotientUnit,
  type Unit,
  units,
} from '../../src/quantity/index.js'

const unit = fc.constantFrom(...units)

describe('units', () => {
  test('there is one of money a currency, one for each of six durations and times it, and nine others', () => {
    expect(units).toHaveLength(13 * currencies.length + 9)
    expect(new Set(units).size).toBe(units.length)
    for (const currency of currencies)
      expect(units).toEqual(expect.arrayContaining([money(currency), money(currency, 'month')]))
  })

  test.each([
    'money:CNY',
    'money:CNY/hour',
    'money:CNY*hour',
    'ratio',
    'count',
    'points',
    'duration:hour',
    'duration:year',
  ])('%s is a unit', (text) => {
    expect(isUnit(text)).toBe(true)
  })

  test.each([
    'money',
    'money:',
    'money:cny',
    'money:ABC',
    'CNY',
    'duration:week',
    'money:CNY/week',
    'money:CNY*week',
    'money:CNY*',
    'money:CNY/',
    'money:CNY/count',
    'points/hour',
    'money:CNY/hour/hour',
    '',
    'toString',
  ])('%j is no unit', (text) => {
    expect(isUnit(text)).toBe(false)
  })

  test('money tells its currency, nothing else has one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...currencies), (currency) => {
        expect(currencyOf(money(currency))).toBe(currency)
      }),
    )
    for (const other of units.filter((text) => !/^money:...$/.test(text)))
      expect(currencyOf(other)).toBeUndefined()
  })
})

describe('productUnit', () => {
  test.each<readonly [Unit, Unit, Unit | undefined]>([
    ['money:CNY', 'ratio', 'money:CNY'],
    ['ratio', 'points', 'points'],
    ['ratio', 'ratio', 'ratio'],
    ['count', 'ratio', 'count'],
    ['money:CNY', 'count', 'money:CNY'],
    ['count', 'duration:hour', 'duration:hour'],
    ['count', 'count', 'count'],
    ['count', 'points', undefined],
    ['money:CNY', 'money:CNY', undefined],
    ['money:CNY', 'money:USD', undefined],
    ['money:CNY', 'points', undefined],
    ['money:CNY', 'duration:hour', 'money:CNY*hour'],
    ['money:CNY*hour', 'duration:hour', undefined],
    ['money:CNY*hour', 'ratio', 'money:CNY*hour'],
    ['money:CNY*hour', 'money:CNY', undefined],
    ['points', 'duration:hour', undefined],
    ['duration:hour', 'duration:hour', undefined],
    ['points', 'points', undefined],
    ['money:CNY/hour', 'duration:hour', 'money:CNY'],
    ['money:CNY/hour', 'duration:day', undefined],
    ['money:CNY/hour', 'ratio', 'money:CNY/hour'],
    ['money:CNY/hour', 'count', 'money:CNY/hour'],
    ['money:CNY/hour', 'points', undefined],
    ['money:CNY/hour', 'money:CNY', undefined],
    ['money:CNY/hour', 'money:CNY/hour', undefined],
  ])('%s times %s is %s', (left, right, expected) => {
    expect(productUnit(left, right)).toBe(expected)
    expect(productUnit(right, left)).toBe(expected)
  })

  test('it does not matter which factor comes first', () => {
    fc.assert(
      fc.property(unit, unit, (left, right) => {
        expect(productUnit(left, right)).toBe(productUnit(right, left))
      }),
    )
  })
})

describe('quotientUnit', () => {
  test.each<readonly [Unit, Unit, Unit | undefined]>([
    ['money:CNY', 'money:CNY', 'ratio'],
    ['money:CNY', 'money:USD', undefined],
    ['money:CNY', 'count', 'money:CNY'],
    ['points', 'count', 'points'],
    ['points', 'ratio', 'points'],
    ['count', 'count', 'ratio'],
    ['count', 'ratio', 'count'],
    ['ratio', 'count', 'ratio'],
    ['ratio', 'money:CNY', undefined],
    ['duration:hour', 'duration:day', undefined],
    ['money:CNY', 'duration:hour', 'money:CNY/hour'],
    ['money:CNY', 'money:CNY/hour', 'duration:hour'],
    ['money:CNY', 'money:USD/hour', undefined],
    ['money:CNY*hour', 'duration:hour', 'money:CNY'],
    ['money:CNY*hour', 'money:CNY', 'duration:hour'],
    ['money:CNY*hour', 'duration:day', undefined],
    ['money:CNY*hour', 'money:USD', undefined],
    ['money:CNY*hour', 'money:CNY/hour', undefined],
    ['money:CNY', 'money:CNY*hour', undefined],
    ['money:CNY', 'points', undefined],
    ['money:CNY/hour', 'ratio', 'money:CNY/hour'],
    ['money:CNY/hour', 'money:CNY/hour', 'ratio'],
    ['money:CNY/hour', 'money:CNY/day', undefined],
    ['money:CNY/hour', 'money:CNY', undefined],
    ['money:CNY/hour', 'duration:hour', undefined],
    ['duration:hour', 'money:CNY/hour', undefined],
    ['ratio', 'duration:hour', undefined],
  ])('%s by %s is %s', (dividend, divisor, expected) => {
    expect(quotientUnit(dividend, divisor)).toBe(expected)
  })

  test('a ratio undoes itself, and like by like is a ratio', () => {
    fc.assert(
      fc.property(unit, (any) => {
        expect(quotientUnit(any, any)).toBe('ratio')
        expect(quotientUnit(productUnit(any, 'ratio') ?? 'count', 'ratio')).toBe(any)
      }),
    )
  })

  test('a quotient times its divisor is what was divided, but for what counts left out', () => {
    const pairs = fc.oneof(
      fc.tuple(unit, unit),
      fc
        .tuple(fc.constantFrom(...currencies), fc.constantFrom('hour', 'day', 'month'))
        .chain(([currency, per]) =>
          fc.tuple(
            fc.constantFrom<Unit>(money(currency), `money:${currency}*${per}`),
            fc.constantFrom<Unit>(money(currency), money(currency, per), `duration:${per}`),
          ),
        ),
    )
    fc.assert(
      fc.property(pairs, ([dividend, divisor]) => {
        const quotient = quotientUnit(dividend, divisor)
        fc.pre(quotient !== undefined && divisor !== 'count')
        expect(productUnit(quotient as Unit, divisor)).toBe(dividend)
      }),
    )
  })
})
