import { describe, expect, test } from 'vitest'
import { rowError } from '../../src/formula/bound-inputs.js'
import * as build from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { type Column, categoryColumn, numberColumn } from '../../src/formula/columns.js'
import { compile } from '../../src/formula/compile.js'
import { evaluate } from '../../src/formula/evaluate.js'
import type { Expression } from '../../src/formula/nodes.js'
import { problemsOf } from '../../src/problem/index.js'
import { codesAndPaths } from './outcome.js'

const sales = build.input('sales', 'money:CNY', 2)
const orders = build.input('orders', 'count', 0)
const cny = (value: string) => build.constant(value, 'money:CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const run = (expression: Expression, columns: Record<string, Column>) =>
  compile(check(expression))(columns)
const limit = Number.MAX_SAFE_INTEGER

describe('compile', () => {
  test('computes every row, over more than one block', () => {
    const column = Float64Array.from({ length: 1_301 }, (_, row) => row)
    const batch = run(build.multiply(sales, build.constant('0.02')), { sales: column })
    expect(batch).toMatchObject({ rows: 1_301, scale: 4 })
    expect(batch.values).toEqual(column.map((value) => value * 2))
    expect(batch.errors).toEqual(new Uint8Array(1_301))
    expect(batch.value(1_300)).toBe('0.2600')
    expect(batch.problems(1_300)).toEqual([])
    expect(batch.value(1_301)).toBeUndefined()
  })

  test('can be run again and again over its own registers', () => {
    const twice = compile(check(build.add(sales, sales)))
    const first = twice({ sales: Float64Array.of(1, Number.NaN, 3) })
    const second = twice({ sales: Float64Array.of(4) })
    expect([...first.values]).toEqual([2, Number.NaN, 6])
    expect([...second.values]).toEqual([8])
  })

  test('gives a zero and no negative zero', () => {
    const product = build.multiply(sales, build.constant('0'))
    expect(run(product, { sales: Float64Array.of(-5) }).values).toEqual(Float64Array.of(0))
  })

  test('has no rows where a formula reads nothing', () => {
    expect(run(cny('5'), {})).toMatchObject({ rows: 0, scale: 0 })
  })

  test('keeps results beyond 2^53 - 1 exactly aside, and those at it in place', () => {
    const column = Float64Array.of(limit, limit - 1, -limit)
    const sum = build.add(sales, cny('0.01'))
    const batch = run(sum, { sales: column })
    expect([...batch.values]).toEqual([Number.NaN, limit, 1 - limit])
    expect(batch.wide).toEqual(new Map([[0, 2n ** 53n]]))
    expect([...batch.errors]).toEqual([0, 0, 0])
    expect(batch.value(0)).toBe('90071992547409.92')
  })

  test.each<[string, Expression]>([
    ['a difference', build.subtract(build.subtract(sales, cny('-1')), cny('1'))],
    ['a sum', build.subtract(build.add(sales, sales), sales)],
    [
      'a product',
      build.divide(build.multiply(sales, build.constant('3')), build.constant('3'), cents),
    ],
    ['the least of far numbers', build.minimum(sales, build.subtract(cny('0'), sales), sales)],
    ['the greatest of far numbers', build.maximum(build.subtract(cny('0'), sales), sales)],
  ])('computes a row exactly where it leaves the safe integers on the way: %s', (_, expression) => {
    const batch = run(expression, { sales: Float64Array.of(limit, -limit, 12_345) })
    const exactly = run(expression, {
      sales: numberColumn(['90071992547409.91', '-90071992547409.91', '123.45'], 2),
    })
    expect(batch.values).toEqual(exactly.values)
    expect([...batch.values]).toEqual(
      _.startsWith('the least')
        ? [-limit, -limit, -12_345]
        : _.startsWith('the greatest')
          ? [limit, limit, 12_345]
          : [limit, -limit, 12_345],
    )
  })

  test('compares amounts so far apart that their difference is no double', () => {
    const refunds = build.input('refunds', 'money:CNY', 2)
    const columns = {
      sales: Float64Array.of(limit, 1 - limit),
      refunds: Float64Array.of(1 - limit, limit),
    }
    const least = run(build.minimum(sales, refunds), columns)
    const greatest = run(build.maximum(sales, refunds), columns)
    expect([...least.values]).toEqual([1 - limit, 1 - limit])
    expect([...greatest.values]).toEqual([limit, limit])
  })

  test('sums falling tiers exactly where one of them leaves the safe integers', () => {
    const tiers = build.marginal(sales, [
      { from: '0', rate: '4' },
      { from: '0.01', rate: '-1' },
    ])
    const batch = run(tiers, { sales: Float64Array.of(2e15) })
    expect(batch.value(0)).toBe('-19999999999999.95')
  })

  test('sums tiers exactly where only all of them together leave the safe integers', () => {
    const tiers = build.marginal(sales, [
      { from: '0', rate: '3' },
      { from: '0.01', rate: '5' },
    ])
    const batch = run(tiers, { sales: Float64Array.of(2e15 + 1) })
    expect(batch.wide).toEqual(new Map([[0, 10_000_000_000_000_003n]]))
  })

  test('computes with numbers of the policy beyond 2^53', () => {
    const capped = build.minimum(sales, cny('1000000000000000.00'))
    expect([...run(capped, { sales: Float64Array.of(5, Number.NaN) }).values]).toEqual([
      5,
      Number.NaN,
    ])
  })

  test.each(['0', '-100000000000000'])(
    'sums tiers from %s, which a far amount may leave',
    (from) => {
      const tiers = build.marginal(sales, [
        { from, rate: '1' },
        { from: '100', rate: '2' },
      ])
      const column = Float64Array.of(50_00, 150_00, -50_00, limit)
      const batch = run(tiers, { sales: column })
      const shift = BigInt(from) * -100n
      expect(batch.value(0)).toBe(scaled(50_00n + shift))
      expect(batch.value(1)).toBe(scaled(200_00n + shift))
      expect(batch.value(2)).toBe(scaled(from === '0' ? 0n : shift - 50_00n))
      expect(batch.value(3)).toBe(scaled(2n * BigInt(limit) - 100_00n + shift))
    },
  )

  test('tiers over a computed amount read it once a tier', () => {
    const amount = build.subtract(sales, cny('1.00'))
    const tiers = build.marginal(amount, [
      { from: '0', rate: '1' },
      { from: '1', rate: '2' },
    ])
    expect([...run(build.add(tiers, tiers), { sales: Float64Array.of(150, 300) }).values]).toEqual([
      100, 600,
    ])
  })

  test('counts 64-bit integers beyond 2^53 too', () => {
    const batch = run(build.add(sales, sales), { sales: BigInt64Array.of(3n, 2n ** 60n) })
    expect([batch.value(0), batch.value(1)]).toEqual(['0.06', '23058430092136939.52'])
    expect(batch.problems(1)).toEqual([])
  })
})

describe('the errors of rows', () => {
  const quotient = build.divide(sales, orders, cents)

  test.each<[string, Column, number, string]>([
    ['NaN', Float64Array.of(Number.NaN), rowError.missing, 'missing-input at inputs.sales'],
    ['a fraction', Float64Array.of(0.5), rowError.unreadable, 'not-a-number at inputs.sales'],
    [
      'an unsafe integer',
      Float64Array.of(2 ** 53),
      rowError.unreadable,
      'not-a-number at inputs.sales',
    ],
    [
      'infinity',
      Float64Array.of(Number.POSITIVE_INFINITY),
      rowError.unreadable,
      'not-a-number at inputs.sales',
    ],
    ['null', numberColumn([null], 2), rowError.missing, 'missing-input at inputs.sales'],
    ['text', numberColumn(['x'], 2), rowError.unreadable, 'not-a-number at inputs.sales'],
    [
      'too many places',
      numberColumn(['0.125'], 2),
      rowError.unreadable,
      'too-many-places at inputs.sales',
    ],
  ])('%s is an error of its row', (_, column, error, problem) => {
    const batch = run(quotient, { sales: column, orders: Float64Array.of(2) })
    expect([batch.errors[0], batch.values[0], batch.value(0)]).toEqual([
      error,
      Number.NaN,
      undefined,
    ])
    expect(codesAndPaths(batch.problems(0))).toEqual([problem])
  })

  test('a fraction is told in both languages', () => {
    const batch = run(sales, { sales: Float64Array.of(12.5) })
    expect(batch.problems(0)[0]?.message).toEqual({
      en: '12.5 is not a safe integer',
      'zh-CN': '12.5 不是安全整数',
    })
    expect(batch.problems(0)[0]?.hint['zh-CN']).toContain('以分为单位')
  })

  test.each<[string, string, Column]>([
    ['doubles', '0', Float64Array.of(0, -1, 1, Number.NaN)],
    ['64-bit integers', '0', BigInt64Array.of(0n, -1n, 1n)],
    ['text', '0', numberColumn(['0.00', '-0.01', '0.01', 'x'], 2)],
    ['a bound beyond 2^53', '90071992547409.92', numberColumn(['0', '-1', '90071992547409.93'], 2)],
    [
      'a bound below -2^53',
      '-99999999999999999999',
      numberColumn(['-99999999999999999999', '-999999999999999999999', '0'], 2),
    ],
  ])('a number not above its bound is an error of its row, in %s', (_, above, column) => {
    const quota = build.input('quota', 'money:CNY', 2, undefined, above)
    const batch = run(quota, { quota: column })
    expect([...batch.errors.slice(0, 3)]).toEqual([rowError.notAbove, rowError.notAbove, 0])
    expect([...batch.values.slice(0, 2)]).toEqual([Number.NaN, Number.NaN])
    expect(codesAndPaths(batch.problems(0))).toEqual(['not-above at inputs.quota'])
    expect(batch.problems(2)).toEqual([])
    expect(batch.rows === 3 || batch.problems(3)[0]?.code !== 'not-above').toBe(true)
  })

  test('of a row, what is wrong is told, and nothing of the 64-bit integers beside it', () => {
    const batch = run(quotient, {
      sales: BigInt64Array.of(100n),
      orders: Float64Array.of(Number.NaN),
    })
    expect(codesAndPaths(batch.problems(0))).toEqual(['missing-input at inputs.orders'])
  })

  test('a number not above its bound is told as evaluate tells it', () => {
    const formula = check(build.input('quota', 'money:CNY', 2, undefined, '0'))
    const batch = compile(formula)({ quota: Float64Array.of(-50_00) })
    expect(batch.problems(0)).toEqual(problemsOf(() => evaluate(formula, { quota: '-50.00' })))
  })

  test('a division by zero names its node, and leaves other rows alone', () => {
    const batch = run(build.named('a', quotient), {
      sales: Float64Array.of(100, 100),
      orders: Float64Array.of(0, 4),
    })
    expect([...batch.errors]).toEqual([rowError.divisionByZero, 0])
    expect([...batch.values]).toEqual([Number.NaN, 25])
    expect(codesAndPaths(batch.problems(0))).toEqual(['division-by-zero at of'])
  })

  test.each([
    ['an input', orders],
    ['an input under labels', build.named('a', build.named('b', orders))],
    ['what is worked out', build.add(orders, orders)],
    ['an input that is rounded to its own places', build.round(orders, { ...cents, places: 0 })],
  ])('a division by zero is told as evaluate tells it: of %s', (_, divisor) => {
    const formula = check(build.divide(sales, divisor, cents))
    const batch = compile(formula)({ sales: Float64Array.of(100), orders: Float64Array.of(0) })
    expect(batch.problems(0)).toEqual(
      problemsOf(() => evaluate(formula, { sales: '1.00', orders: 0 })),
    )
  })

  test('a division by zero in a branch that is not taken is none', () => {
    const guarded = build.when(
      build.above(orders, build.constant('0', 'count')),
      quotient,
      cny('0'),
    )
    const columns = { sales: Float64Array.of(100), orders: Float64Array.of(0) }
    expect([...run(guarded, columns).values]).toEqual([0])
  })

  test('the first input in order gives the code, and all are told', () => {
    const columns = { sales: numberColumn(['x'], 2), orders: Float64Array.of(Number.NaN) }
    const batch = run(quotient, columns)
    expect(batch.errors[0]).toBe(rowError.unreadable)
    expect(codesAndPaths(batch.problems(0))).toEqual([
      'not-a-number at inputs.sales',
      'missing-input at inputs.orders',
    ])
  })

  test('an input that only a pruned part reads is still asked for', () => {
    const flat = build.step(sales, [{ value: '0.5' }])
    expect([...run(flat, { sales: Float64Array.of(1, Number.NaN) }).errors]).toEqual([0, 1])
  })
})

describe('categories', () => {
  const closed = build.match('region', { a: sales, b: cny('7') })
  const open = build.match('region', { a: sales, b: cny('7') }, cny('9'))
  const columns = (region: Column) => ({ sales: Float64Array.of(1, 1, 1, 1), region })

  test('are found by code; an unlisted one is an error, or the otherwise', () => {
    const region = categoryColumn(['b', 'a', 'c', null])
    const strict = run(closed, columns(region))
    expect([...strict.errors]).toEqual([0, 0, rowError.unknownCategory, rowError.missing])
    expect([0, 1, 2].map(strict.value)).toEqual(['7.00', '0.01', undefined])
    expect([2, 3].flatMap((row) => codesAndPaths(strict.problems(row)))).toEqual([
      'unknown-category at inputs.region',
      'missing-input at inputs.region',
    ])
    expect(run(open, columns(region)).value(2)).toBe('9.00')
  })

  test('may be coded in bytes, and a code beyond the dictionary is missing', () => {
    const region = { codes: Uint8Array.of(0, 1, 255, 0), dictionary: ['a', 'b'] }
    expect([...run(closed, columns(region)).errors]).toEqual([0, 0, rowError.missing, 0])
  })

  test('are read on the exact path too', () => {
    const batch = run(open, {
      sales: numberColumn(['99999999999999.99'], 2),
      region: categoryColumn(['a']),
    })
    expect(batch.value(0)).toBe('99999999999999.99')
  })
})

describe('wrong columns', () => {
  const formula = check(build.match('region', { a: build.multiply(sales, orders) }))
  const good = {
    sales: Float64Array.of(1),
    orders: Float64Array.of(1),
    region: categoryColumn(['a']),
  }
  const told = (columns: object) =>
    codesAndPaths(problemsOf(() => compile(formula)({ ...good, ...columns } as never)))

  test.each<[string, object, string[]]>([
    ['a missing one', { sales: undefined }, ['missing-input at columns.sales']],
    ['an unknown one', { sale: good.sales }, ['unknown-input at columns.sale']],
    ['a plain list', { sales: ['1.00'] }, ['wrong-column at columns.sales']],
    ['no object', { sales: 5 }, ['wrong-column at columns.sales']],
    ['null', { sales: null }, ['wrong-column at columns.sales']],
    ['categories for numbers', { sales: good.region }, ['wrong-column at columns.sales']],
    ['numbers for categories', { region: good.sales }, ['wrong-column at columns.region']],
    ['another scale', { sales: numberColumn(['1'], 4) }, ['wrong-scale at columns.sales']],
    ['another length', { orders: Float64Array.of(1, 2) }, ['unequal-columns at columns.orders']],
    [
      '64-bit integers of another length',
      { orders: BigInt64Array.of(1n, 2n) },
      ['unequal-columns at columns.orders'],
    ],
    [
      'several',
      { sales: 5, region: 5, extra: 5 },
      [
        'wrong-column at columns.region',
        'wrong-column at columns.sales',
        'unknown-input at columns.extra',
      ],
    ],
  ])('%s is refused', (_, columns, expected) => {
    expect(told(columns).toSorted()).toEqual(expected.toSorted())
  })

  test('are told in Chinese, with the nearest name', () => {
    const problems = problemsOf(() =>
      compile(formula)({
        ...good,
        sale: good.sales,
        sales: numberColumn(['1', '2'], 0),
        region: 1,
        orders: [],
      } as never),
    )
    expect(
      problems.map(({ message, hint }) => `${message['zh-CN']}：${hint['zh-CN']}`).toSorted(),
    ).toEqual([
      '不是数字列：请提供按声明小数位缩放的整数（Float64Array 或 BigInt64Array），或 numberColumn(values, scale)',
      '不是类别列：请提供 categoryColumn(values)，或编码数组与字典',
      '公式不读取输入“sale”：也许是“sales”',
      '列为 0 位小数的整数，而输入声明为 2 位：请用 numberColumn(values, 2) 构造',
    ])
  })

  test('another length is told in Chinese', () => {
    const problems = problemsOf(() => compile(formula)({ ...good, orders: Float64Array.of(1, 2) }))
    expect(problems.map(({ message }) => message['zh-CN'])[0]).toMatch(/有 \d 行，而第一列有 \d 行/)
  })
})

function scaled(integer: bigint): string {
  const text = integer.toString().padStart(3, '0')
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}
