import { Decimal as UserDecimal } from 'decimal.js'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { describeProblems } from '../../src/problem/index.js'
import {
  type Decimal,
  decimal,
  isProblem,
  type NumericInput,
  readDecimal,
} from '../../src/quantity/index.js'
import { inputDigits, isDecimalText, shortestText } from '../../src/quantity/internal.js'
import { writeScaled } from './reference.js'

const text = (value: NumericInput): string => {
  const read = readDecimal(value, 'x')
  return isProblem(read) ? read.code : read.toFixed()
}

describe('readDecimal', () => {
  test.each<readonly [NumericInput, string]>([
    ['0', '0'],
    ['-120.50', '-120.5'],
    ['0.10', '0.1'],
    ['-0', '0'],
    [0, '0'],
    [-0, '0'],
    [-61250, '-61250'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [new UserDecimal('1e21'), '1000000000000000000000'],
    [new UserDecimal('1e-7'), '0.0000001'],
    [decimal('0.1').plus('0.2'), '0.3'],
  ])('%o is read as %s', (value, expected) => {
    expect(text(value)).toBe(expected)
  })

  test('a value of any copy of decimal.js is read, whatever its settings', () => {
    const Coarse = UserDecimal.clone({ precision: 2, toExpPos: 1, rounding: 0 })
    expect(text(new Coarse('12345.678'))).toBe('12345.678')
  })

  test.each([
    ['a fraction as a binary number', 0.1],
    ['an integer beyond 2^53', 2 ** 53],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a Decimal that is not finite', new UserDecimal(Number.NaN)],
    ['an infinite Decimal', new UserDecimal(Number.NEGATIVE_INFINITY)],
    ['an exponent', '1e3'],
    ['a plus sign', '+1'],
    ['a hexadecimal', '0xff'],
    ['separators', '1,000'],
    ['spaces', ' 1'],
    ['a line feed', '1\n'],
    ['the empty text', ''],
    ['a leading zero', '007'],
    ['a bare point', '.5'],
    ['full-width digits', '１２'],
    ['nothing', undefined],
    ['null', null],
    ['a truth value', true],
    ['a big integer', 1n],
    ['a list', ['1']],
    ['an object', {}],
    ['an object without a prototype', Object.create(null)],
    ['JSON that only looks like a Decimal', { toFixed: '1', decimalPlaces: 0 }],
    ['half a Decimal', { toFixed: () => '1' }],
    ['the other half', { toFixed: '1', decimalPlaces: () => 0 }],
    ['a Decimal that writes no text', { toFixed: () => undefined, decimalPlaces: () => 0 }],
    ['a function', () => '1'],
    ['a symbol', Symbol('1')],
  ])('%s is not a number', (_, value) => {
    expect(readDecimal(value, 'tiers[0].from')).toMatchObject({
      code: 'not-a-number',
      path: 'tiers[0].from',
    })
  })

  test.each([
    [
      0.1,
      'x: 0.1 is not a safe integer. Write it as text, "0.1".',
      'x：0.1 不是安全整数。请写成文本 "0.1"。',
    ],
    [
      '1e3',
      'x: "1e3" is not a number. Give a decimal string, a safe integer or a Decimal.',
      'x："1e3" 不是数字。请给出十进制文本、安全整数或 Decimal。',
    ],
    [
      Number.NaN,
      'x: NaN is not a number. Give a decimal string, a safe integer or a Decimal.',
      'x：NaN 不是数字。请给出十进制文本、安全整数或 Decimal。',
    ],
    [
      { secret: 1 },
      'x: an object is not a number. Give a decimal string, a safe integer or a Decimal.',
      'x：对象 不是数字。请给出十进制文本、安全整数或 Decimal。',
    ],
    [
      '9'.repeat(41),
      'x: has 41 digits, more than 40. Give fewer digits.',
      'x：有 41 位数字，超过 40 位。请减少位数。',
    ],
  ])('%# the problem says what to write instead', (value, en, zh) => {
    const problem = readDecimal(value, 'x')
    if (!isProblem(problem)) throw new Error('expected a problem')
    expect(describeProblems([problem])).toBe(en)
    expect(describeProblems([problem], 'zh-CN')).toBe(zh)
  })

  test('digits count on both sides of the point, up to the limit', () => {
    const most = `-${'9'.repeat(inputDigits - 2)}.99`
    expect(text(most)).toBe(most)
    expect(text(`${most}9`)).toBe('too-many-digits')
    expect(text(new UserDecimal(10).pow(inputDigits))).toBe('too-many-digits')
  })

  test('any decimal within the limit comes back as written', () => {
    const value = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
    fc.assert(
      fc.property(value, fc.nat(8), (integer, scale) => {
        const written = writeScaled(integer, scale)
        expect(text(written)).toBe(new UserDecimal(written).toFixed())
        expect(text(new UserDecimal(written))).toBe(text(written))
      }),
    )
  })

  test('anything else is refused, never guessed and never thrown', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) => {
        const plain =
          typeof value === 'string'
            ? /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)
            : Number.isSafeInteger(value)
        expect(isProblem(readDecimal(value, 'x'))).toBe(!plain)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the library’s own Decimal', () => {
  const third = (value: Decimal) => value.dividedBy(3).precision()

  afterEach(() => {
    UserDecimal.set({ defaults: true })
  })

  test('a user’s Decimal.set reaches none of its values', () => {
    const before = decimal('1').dividedBy(3).toFixed()
    UserDecimal.set({ precision: 3, rounding: 0, toExpPos: 0, maxE: 3 })
    expect(decimal('1').dividedBy(3).toFixed()).toBe(before)
    expect(decimal('123456789.123').plus('0.0001').toFixed()).toBe('123456789.1231')
  })

  test('settings made before the library is loaded do not reach it either', async () => {
    UserDecimal.set({ precision: 3, rounding: 0, maxE: 3 })
    vi.resetModules()
    const fresh = await import('../../src/quantity/index.js')
    expect(fresh.decimal).not.toBe(decimal)
    expect(fresh.decimal('123456.789').times('1.1').toFixed()).toBe('135802.4679')
    const half = fresh.divideTo(fresh.decimal('1'), fresh.decimal('8'), 2, 'half-even')
    expect(half.toFixed()).toBe('0.12')
  })

  test('its precision does not reach the user’s values', () => {
    expect(third(decimal('1'))).toBe(4_000)
    expect(third(new UserDecimal(1))).toBe(20)
    expect(UserDecimal.rounding).toBe(UserDecimal.ROUND_HALF_UP)
  })

  test('sums and products of given numbers are exact', () => {
    const value = fc.bigInt({ min: -(10n ** 39n), max: 10n ** 39n })
    fc.assert(
      fc.property(value, value, fc.nat(20), (a, b, scale) => {
        const [left, right] = [decimal(writeScaled(a, scale)), decimal(writeScaled(b, scale))]
        expect(left.plus(right).toFixed(scale)).toBe(writeScaled(a + b, scale))
        expect(left.times(right).toFixed(2 * scale)).toBe(writeScaled(a * b, 2 * scale))
      }),
    )
  })
})

test.each([
  undefined,
  '',
  'x',
  '1e3',
  '-0.10',
  '9'.repeat(inputDigits),
  '9'.repeat(inputDigits + 1),
  `-${'9'.repeat(inputDigits - 2)}.99`,
  `-${'9'.repeat(inputDigits - 1)}.99`,
])('whether %o is a decimal is known without reading it', (given) => {
  expect(isDecimalText(given)).toBe(!isProblem(readDecimal(given, 'x')))
})

describe('the shortest text of a decimal', () => {
  test.each([
    ['12.50', '12.5'],
    ['12.00', '12'],
    ['1200', '1200'],
    ['-0.10', '-0.1'],
    ['0.00', '0'],
    ['-0.00', '0'],
    ['-0', '0'],
  ])('of %s is %s', (text, shortest) => {
    expect(shortestText(text)).toBe(shortest)
  })

  test('is what decimal.js writes', () => {
    const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(8))
    fc.assert(
      fc.property(decimals, ([integer, scale]) => {
        const text = writeScaled(integer, scale)
        expect(shortestText(text)).toBe(new UserDecimal(text).toFixed())
      }),
    )
  })
})
