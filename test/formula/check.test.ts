import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  above,
  add,
  all,
  any,
  atLeast,
  constant,
  divide,
  equals,
  grid,
  input,
  interpolate,
  marginal,
  match,
  maximum,
  minimum,
  multiply,
  named,
  not,
  round,
  step,
  subtract,
  when,
} from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { evaluate } from '../../src/formula/evaluate.js'
import { type Algebra, fold } from '../../src/formula/fold.js'
import type { Formula } from '../../src/formula/formula.js'
import type { Condition, Expression } from '../../src/formula/nodes.js'
import type { Step, Test } from '../../src/formula/trace.js'
import { problemsOf } from '../../src/problem/index.js'
import { money, type Unit } from '../../src/quantity/index.js'
import { formulaAndInputs } from './arbitrary.js'
import { codesAndPaths } from './outcome.js'

const cny = money('CNY')
const one = constant('1')
const sales = input('sales', cny, 2)
const orders = input('orders', 'count', 0)
const half = { places: 4, rounding: 'half-up' } as const
const yes = above(one, constant('0'))

function typeOf(expression: Expression) {
  const formula = check(expression)
  return formula.types.get(formula.expression)
}

/** Codes and paths of what is wrong with an expression, however ill it is typed. */
function found(expression: unknown): readonly string[] {
  return codesAndPaths(problemsOf(() => check(expression as Expression)))
}

describe('the type of a node', () => {
  test.each([
    ['an input: its own, with 40 whole digits', sales, cny, 2, 42],
    ['a constant: the places written', constant('0.010'), 'ratio', 3, 4],
    [
      'a sum: the largest scale, a digit for the carry',
      add(sales, constant('1.255', cny)),
      cny,
      3,
      44,
    ],
    ['a sum of one', add(sales), cny, 2, 43],
    ['a difference', subtract(sales, constant('1.255', cny)), cny, 3, 44],
    ['money by a ratio: scales add up', multiply(sales, constant('0.015')), cny, 5, 46],
    ['a count by money', multiply(orders, sales), cny, 2, 82],
    ['a product of one', multiply(sales), cny, 2, 42],
    ['a product of three', multiply(constant('0.1'), sales, constant('0.25')), cny, 5, 47],
    ['like by like: a ratio', divide(sales, constant('0.5', cny), half), 'ratio', 4, 46],
    ['money by a count', divide(sales, orders, half), cny, 4, 45],
    ['the least', minimum(sales, constant('1.255', cny)), cny, 3, 43],
    ['the greatest', maximum(sales, constant('1.255', cny)), cny, 3, 43],
    ['a rounding', round(multiply(sales, constant('0.015')), { ...half, places: 2 }), cny, 2, 44],
    ['tiers of ratios', marginal(sales, [{ from: '0.5', rate: '0.015' }]), cny, 5, 47],
    [
      'tiers of money a piece',
      marginal(orders, [{ rate: '1.5' }, { from: '9', rate: '2' }], cny),
      cny,
      1,
      43,
    ],
    [
      'tiers whose bounds have the most places',
      marginal(orders, [{ from: '0.25', rate: '1' }]),
      'count',
      2,
      44,
    ],
    [
      'bands',
      step(sales, [{ value: '1' }, { from: '0.123', value: '12.50' }], 'points'),
      'points',
      2,
      4,
    ],
    [
      'a curve',
      interpolate(sales, [{ at: '0.123', value: '12.55' }], { ...half, unit: cny }),
      cny,
      4,
      7,
    ],
    [
      'a grid',
      grid({
        row: sales,
        column: orders,
        rows: [{}],
        columns: [{}],
        values: [['12.50']],
        unit: cny,
      }),
      cny,
      2,
      4,
    ],
    ['cases', match('k', { a: constant('1'), b: constant('0.25') }), 'ratio', 2, 3],
    ['cases and otherwise', match('k', { a: constant('1') }, constant('0.255')), 'ratio', 3, 4],
    ['branches', when(yes, sales, constant('1.255', cny)), cny, 3, 43],
    ['a named step: that of its part', named('n', sales), cny, 2, 42],
  ] as const)('%s', (_, expression, unit, scale, digits) => {
    expect(typeOf(expression)).toEqual({ unit, scale, digits })
  })

  test('is known for every expression of the tree, by the node itself', () => {
    const formula = check(when(yes, add(sales, sales), constant('0', cny)))
    expect([...formula.types].map(([{ op }, { scale }]) => `${op} ${scale}`)).toEqual([
      ...['constant 0', 'constant 0', 'input 2', 'input 2', 'add 2', 'constant 0', 'when 2'],
    ])
  })

  /** Every step of a run, those that conditions compared among them. */
  const stepsOf = (step: Step): readonly Step[] => {
    const tested = (outcome: Test): readonly Step[] => [
      ...outcome.compared.flatMap(stepsOf),
      ...outcome.parts.flatMap(tested),
    ]
    const { reason } = step
    return [
      step,
      ...step.parts.flatMap(stepsOf),
      ...(reason?.kind === 'test' ? tested(reason.test) : []),
    ]
  }

  const nodesOf = ({ expression }: Formula): ReadonlyMap<string, Expression> => {
    const nodes = new Map<string, Expression>()
    const note = (_: object, node: Expression, path: string) => nodes.set(path, node)
    fold(expression, new Proxy({}, { get: () => note }) as Algebra<unknown, unknown>)
    return nodes
  }

  const expectToFit = (formula: Formula, inputs: Readonly<Record<string, string>>): void => {
    const nodes = nodesOf(formula)
    for (const { node, path, value, unit } of stepsOf(evaluate(formula, inputs).trace)) {
      const expression = nodes.get(path) as Expression
      expect(expression).toMatchObject(node)
      const type = formula.types.get(expression)
      expect(unit).toBe(type?.unit)
      expect(value.split('.')[1]?.length ?? 0).toBe(type?.scale)
      expect(value.replace(/^-/, '').replace('.', '').length).toBeLessThanOrEqual(type?.digits ?? 0)
    }
  }

  test('holds in every run: unit and scale are as declared, and no value has more digits', () => {
    fc.assert(
      fc.property(formulaAndInputs(), ({ formula, inputs }) => {
        for (const row of inputs)
          if (problemsOf(() => evaluate(formula, row)).length === 0) expectToFit(formula, row)
      }),
    )
  })

  test('holds for the largest inputs there are', () => {
    const extremes = fc.constantFrom('9'.repeat(40), `-${'9'.repeat(40)}`, '0', '0.01', '-0.01')
    fc.assert(
      fc.property(
        formulaAndInputs(),
        fc.infiniteStream(extremes),
        ({ formula, inputs }, stream) => {
          const row = Object.fromEntries(
            Object.entries(inputs[0] ?? {}).map(([name, value]) => {
              const declared = formula.inputs[name]
              const large = (stream.next().value as string).replace(/\.01$/, '')
              return [name, declared?.kind === 'number' ? large : value]
            }),
          )
          if (problemsOf(() => evaluate(formula, row)).length === 0) expectToFit(formula, row)
        },
      ),
    )
  })

  test('has no digit to spare for a sum of nine and a rounding of nines', () => {
    const nines = constant('99')
    const sum = check(add(...Array(10).fill(nines)))
    expect(evaluate(sum, {}).value).toBe('990')
    expect(sum.types.get(sum.expression)?.digits).toBe(4)
    const carried = check(round(constant('9.9'), { places: 0, rounding: 'half-up' }))
    expect(evaluate(carried, {}).value).toBe('10')
    expect(carried.types.get(carried.expression)?.digits).toBe(2)
  })
})

describe('a checked formula', () => {
  const expression = named('Pay', multiply(sales, constant('0.015')))
  const formula = check(expression)

  test('tells its unit, scale and inputs', () => {
    expect(formula).toMatchObject({
      unit: 'money:CNY',
      scale: 5,
      inputs: { sales: { kind: 'number', unit: 'money:CNY', scale: 2 } },
    })
  })

  test('holds a frozen copy, which later changes of the policy do not reach', () => {
    const loose = { op: 'constant' as const, value: '1', unit: 'ratio' as Unit }
    const kept = check(add(loose))
    loose.value = '2'
    expect(evaluate(kept, {}).value).toBe('1')
    expect(Object.isFrozen(kept)).toBe(true)
    expect(Object.isFrozen(kept.expression)).toBe(true)
  })

  test('keeps the expression as it was written', () => {
    expect(formula.expression).toEqual(expression)
  })
})

describe('check', () => {
  const mixed = add(sales, orders)
  const table = {
    row: sales,
    column: orders,
    rows: [{}, { from: '1' }],
    columns: [{}],
    unit: 'ratio',
  } as const

  test.each([
    ['a name that is none', input('__proto__', cny, 2), ['not-a-name at name']],
    ['an empty name', input('', cny, 2), ['not-a-name at name']],
    ['money without a currency', input('x', 'money:' as Unit, 2), ['unknown-unit at unit']],
    ['a unit that is no text', input('x', {} as Unit, 2), ['unknown-unit at unit']],
    ['money of an unknown currency', input('x', 'money:RMB' as Unit, 2), ['unknown-unit at unit']],
    [
      'an unknown unit and negative places',
      input('x', 'yuan' as Unit, -1),
      ['unknown-unit at unit', 'bad-places at scale'],
    ],
    ['a fraction of places', input('x', cny, 1.5), ['bad-places at scale']],
    ['too many places', input('x', cny, 31), ['bad-places at scale']],
    ['NaN places', input('x', cny, Number.NaN), ['bad-places at scale']],
    ['a bound that is no number', input('x', cny, 2, 'X', 'none'), ['not-a-number at above']],
    [
      'a bound finer than the input',
      input('x', cny, 2, undefined, '0.005'),
      ['too-many-places at above'],
    ],
    ['a constant that is no number', constant('1e3'), ['not-a-number at value']],
    ['NaN for a constant', constant('NaN'), ['not-a-number at value']],
    [
      'NaN itself for a constant',
      constant(Number.NaN as unknown as string),
      ['not-a-number at value'],
    ],
    [
      'Infinity for a constant',
      constant('Infinity', 'x' as Unit),
      ['unknown-unit at unit', 'not-a-number at value'],
    ],
    ['a constant of 41 digits', constant('1'.repeat(41)), ['too-many-digits at value']],
    ['no terms', add(), ['empty-list at of']],
    ['mixed units', add(sales, orders, one), ['mixed-units at ']],
    ['two currencies', add(sales, input('fare', money('USD'), 2)), ['mixed-units at ']],
    ['a difference of units', subtract(sales, one), ['mixed-units at ']],
    ['the least of two units', minimum(sales, one), ['mixed-units at ']],
    ['the greatest of nothing', maximum(), ['empty-list at of']],
    ['no factors', multiply(), ['empty-list at of']],
    ['money by money', multiply(sales, sales), ['no-product at ']],
    ['a third factor', multiply(one, sales, constant('1', 'points')), ['no-product at ']],
    ['a ratio by money', divide(one, sales, half), ['no-quotient at ']],
    [
      'a quotient without unit or places',
      divide(one, sales, { ...half, places: 31 }),
      ['bad-places at places', 'no-quotient at '],
    ],
    [
      'bad places of a good quotient',
      divide(sales, sales, { ...half, places: -1 }),
      ['bad-places at places'],
    ],
    ['places of a rounding', round(sales, { ...half, places: 0.5 }), ['bad-places at places']],
    ['no tiers', marginal(sales, []), ['empty-list at tiers']],
    [
      'overlapping tiers',
      marginal(sales, [
        { from: '5', rate: '0' },
        { from: '5', rate: '1' },
      ]),
      ['unordered-bounds at tiers[1].from'],
    ],
    [
      'everything wrong with tiers',
      marginal(
        sales,
        [
          { from: '5', rate: 'a' },
          { from: '4', rate: 'b' },
        ],
        'money:' as Unit,
      ),
      [
        ...['unordered-bounds at tiers[1].from', 'unknown-unit at rateUnit'],
        ...['not-a-number at tiers[0].rate', 'not-a-number at tiers[1].rate'],
      ],
    ],
    [
      'tiers in disorder whose rates have no unit',
      marginal(
        sales,
        [
          { from: '5', rate: '1' },
          { from: '4', rate: '1' },
        ],
        cny,
      ),
      ['unordered-bounds at tiers[1].from', 'no-product at '],
    ],
    [
      'tiers that need a first bound',
      marginal(sales, [{ rate: '1' }, { rate: '2' }]),
      ['missing at tiers[1].from'],
    ],
    ['no bands', step(sales, []), ['empty-list at bands']],
    [
      'everything wrong with bands',
      step(
        sales,
        [
          { from: '0', value: '' },
          { from: '-1', value: '1' },
        ],
        'x' as Unit,
      ),
      [
        ...['first-band-bounded at bands[0]', 'unordered-bounds at bands[1].from'],
        ...['unknown-unit at unit', 'not-a-number at bands[0].value'],
      ],
    ],
    ['no points', interpolate(sales, [], half), ['empty-list at points']],
    [
      'everything wrong with a curve',
      interpolate(
        sales,
        [
          { at: '1', value: '.5' },
          { at: '1', value: '1' },
        ],
        { places: 31, rounding: 'up', unit: 'x' as Unit },
      ),
      [
        ...['unordered-bounds at points[1].at', 'unknown-unit at unit', 'bad-places at places'],
        'not-a-number at points[0].value',
      ],
    ],
    ['a grid with a row too few', grid({ ...table, values: [['1']] }), ['grid-shape at values']],
    [
      'a grid with a column too many',
      grid({ ...table, values: [['1'], ['2', '3']] }),
      ['grid-shape at values'],
    ],
    [
      'a cell of a ragged grid, at its own place',
      grid({ ...table, values: [['1', '2'], ['x']] }),
      ['grid-shape at values', 'not-a-number at values[1][0]'],
    ],
    [
      'everything wrong with a grid',
      grid({ ...table, rows: [{ from: '1' }], columns: [], values: [[]], unit: 'x' as Unit }),
      ['first-band-bounded at rows[0]', 'empty-list at columns', 'unknown-unit at unit'],
    ],
    ['no cases', match('k', {}), ['empty-list at cases']],
    [
      'everything wrong with cases',
      match('no key', { a: sales, b: one }),
      ['not-a-name at key', 'mixed-units at '],
    ],
    ['otherwise of another unit', match('k', { a: sales }, one), ['mixed-units at ']],
    ['branches of two units', when(yes, sales, one), ['mixed-units at ']],
    ['comparing two units', when(atLeast(sales, one), one, one), ['mixed-units at condition']],
    ['an empty all', when(all(), one, one), ['empty-list at condition.of']],
    ['an empty any', when(not(any()), one, one), ['empty-list at condition.of.of']],
    [
      'both sides of a condition, and its branches',
      when(all(equals(sales, one), above(mixed, one)), mixed, one),
      [
        'mixed-units at condition.of[0]',
        'mixed-units at condition.of[1].left',
        'mixed-units at then',
      ],
    ],
    [
      'one mistake once, however deep below',
      named('n', round(add(mixed, one), half)),
      ['mixed-units at of.of.of[0]'],
    ],
    [
      'a mistake beside one that is unknown',
      add(mixed, sales, one),
      ['mixed-units at of[0]', 'mixed-units at '],
    ],
    [
      'tables that look up a mistake',
      step(marginal(mixed, [{ rate: '1' }]), [{ value: '1' }]),
      ['mixed-units at x.x'],
    ],
    [
      'other tables that look up a mistake',
      interpolate(
        grid({ ...table, row: mixed, values: [['1'], ['2']] }),
        [{ at: '0', value: '1' }],
        half,
      ),
      ['mixed-units at x.row'],
    ],
    [
      'a grid whose column is a mistake',
      grid({ ...table, column: mixed, values: [['1'], ['2']] }),
      ['mixed-units at column'],
    ],
    ['products of a mistake', multiply(one, mixed), ['mixed-units at of[1]']],
    ['a quotient of a mistake', divide(mixed, one, half), ['mixed-units at left']],
    ['a quotient by a mistake', divide(one, mixed, half), ['mixed-units at right']],
  ])('refuses %s', (_, expression, expected) => {
    expect(found(expression)).toEqual(expected)
  })

  const descending = [
    { from: '2', rate: '1', value: '1' },
    { from: '1', rate: '1', value: '1' },
  ]

  type Mistake = readonly [code: string, path: string, part: Expression]
  /** Parts that each have one mistake, and where in the part it lies. */
  const mistakes: readonly Mistake[] = [
    ['mixed-units', '', add(sales, one)],
    ['no-product', '', multiply(sales, sales)],
    ['no-quotient', '', divide(one, sales, half)],
    [
      'unordered-bounds',
      '.tiers[1].from',
      marginal(sales, [
        { from: '2', rate: '1' },
        { from: '1', rate: '1' },
      ]),
    ],
    [
      'unordered-bounds',
      '.tiers[1].from',
      marginal(sales, [
        { from: '2', rate: '1' },
        { from: '2', rate: '1' },
      ]),
    ],
    ['first-band-bounded', '.bands[0]', step(sales, [{ from: '0', value: '1' }], cny)],
    ['missing', '.bands[1].from', step(sales, [{ value: '1' }, { value: '2' }], cny)],
    ['unknown-unit', '.unit', input('x', 'money:' as Unit, 2)],
    ['unknown-unit', '.unit', constant('1', 'money:RMB' as Unit)],
    ['not-a-name', '.name', input('__proto__', cny, 2)],
    ['not-a-name', '.key', match('constructor', { a: sales })],
    ['empty-list', '.cases', match('k', {})],
    ['bad-places', '.places', round(sales, { places: Infinity, rounding: 'up' })],
    ['not-a-number', '.value', constant('NaN', cny)],
    ['not-a-number', '.value', constant('Infinity', cny)],
    ['too-many-digits', '.value', constant('1'.repeat(41), cny)],
    ['redeclared-input', '', input('sales', cny, 3)],
    ['grid-shape', '.values', grid({ ...table, values: [], unit: cny })],
    // Of another unit than the sum they stand in, which would be told if they had a type.
    ['mixed-units', '.x', marginal(mixed, [{ rate: '1' }])],
    ['unordered-bounds', '.tiers[1].from', marginal(one, descending)],
    ['not-a-number', '.tiers[0].rate', marginal(one, [{ rate: 'x' }])],
    ['unknown-unit', '.rateUnit', marginal(one, [{ rate: '1' }], 'money:' as Unit)],
    ['mixed-units', '.x', step(mixed, [{ value: '1' }])],
    ['unordered-bounds', '.bands[2].from', step(one, [{ value: '1' }, ...descending])],
    ['not-a-number', '.bands[0].value', step(one, [{ value: 'x' }])],
    ['unknown-unit', '.unit', step(one, [{ value: '1' }], 'money:' as Unit)],
    ['mixed-units', '.x', interpolate(mixed, [{ at: '0', value: '1' }], half)],
    [
      'unordered-bounds',
      '.points[1].at',
      interpolate(
        one,
        [
          { at: '2', value: '1' },
          { at: '1', value: '1' },
        ],
        half,
      ),
    ],
    ['not-a-number', '.points[0].value', interpolate(one, [{ at: '0', value: 'x' }], half)],
    ['bad-places', '.places', interpolate(one, [{ at: '0', value: '1' }], { ...half, places: -1 })],
    ['mixed-units', '.row', grid({ ...table, row: mixed, values: [['1'], ['2']] })],
    ['mixed-units', '.column', grid({ ...table, column: mixed, values: [['1'], ['2']] })],
    ['missing', '.rows[1].from', grid({ ...table, rows: [{}, {}], values: [['1'], ['2']] })],
    [
      'first-band-bounded',
      '.columns[0]',
      grid({ ...table, columns: [{ from: '1' }], values: [['1'], ['2']] }),
    ],
    ['not-a-number', '.values[1][0]', grid({ ...table, values: [['1'], ['x']] })],
    ['grid-shape', '.values', grid({ ...table, values: [['1']] })],
    ['mixed-units', '.of[1]', minimum(one, mixed)],
  ]
  const part = fc.oneof(fc.constant<Mistake>(['', '', sales]), fc.constantFrom(...mistakes))
  const wrap = fc.constantFrom<(of: Expression) => Expression>(
    (of) => named('n', of),
    (of) => minimum(of),
    (of) => when(yes, of, of),
  )

  test('finds each of the mistakes planted in a policy, and no other', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), wrap, (parts, around) => {
        const policy = around(add(sales, ...parts.map(([, , expression]) => expression)))
        const prefixes = { named: ['of'], minimum: ['of[0]'], when: ['then', 'otherwise'] }[
          policy.op as 'named' | 'minimum' | 'when'
        ]
        const expected = prefixes.flatMap((prefix) =>
          parts.flatMap(([code, path], i) =>
            code === '' ? [] : [`${code} at ${prefix}.of[${i + 1}]${path}`],
          ),
        )
        expect(found(policy)).toEqual(expected)
      }),
    )
  })

  test('treats each comparison alike', () => {
    const comparisons: readonly Condition[] = [
      atLeast(sales, one),
      above(sales, one),
      equals(sales, one),
    ]
    for (const condition of comparisons)
      expect(found(when(condition, one, one))).toEqual(['mixed-units at condition'])
  })
})
