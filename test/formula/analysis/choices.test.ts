import { describe, expect, test } from 'vitest'
import * as f from '../../../src/formula/index.js'
import { analyze, check, type Expression } from '../../../src/formula/index.js'

const sales = f.input('sales', 'money:CNY', 2)
const cny = (value: string) => f.constant(value, 'money:CNY')

/** x × (10 − x) goes up and down: it is told point by point, and not without end. */
const x = f.input('x', 'count', 0)
const hill = f.multiply(
  f.divide(x, f.constant('1', 'count'), { places: 0, rounding: 'down' }),
  f.subtract(f.constant('10', 'count'), x),
)
const count = (value: string) => f.constant(value, 'count')

/** Each way of each node as `path from..to`, with the open ends of what is exclusive; then the dead. */
function ways(expression: Expression, options: object = { over: 'sales' }) {
  const { choices, dead } = analyze(check(expression), options as { over: string })
  const taken = choices.flatMap(({ branches }) =>
    branches.flatMap(({ path, on }) =>
      on.map(({ from = '', to = '', exclusive, toInclusive }) => {
        const [open, close] = [exclusive ? '>' : '', toInclusive ? '=' : '']
        return `${path} ${open}${from}..${to}${close}`
      }),
    ),
  )
  return { taken, dead }
}

describe('which way a node takes as the input moves', () => {
  test('tiers, the last of them beyond what is looked up', () => {
    const capped = f.minimum(sales, cny('150'))
    const tiers = [
      { from: '10', rate: '0.01' },
      { from: '100', rate: '0.02' },
      { from: '200', rate: '0.03' },
    ]
    expect(ways(f.marginal(capped, tiers))).toEqual({
      taken: [
        'tiers[0] 10.00..100.00',
        'tiers[1] 100.00..',
        'x.of[0] 0.00..150.00',
        'x.of[1] 150.00..',
      ],
      dead: ['tiers[2]'],
    })
  })

  test('tiers that an open one begins', () => {
    const tiers = [{ rate: '0.01' }, { from: '100', rate: '0.02' }]
    expect(ways(f.marginal(sales, tiers))).toEqual({
      taken: ['tiers[0] 0.00..100.00', 'tiers[1] 100.00..'],
      dead: [],
    })
  })

  test('bands, the first of them below what is looked up', () => {
    const bands = [{ value: '1' }, { from: '50', value: '2' }, { from: '100', value: '3' }]
    expect(ways(f.step(f.maximum(sales, cny('50')), bands))).toEqual({
      taken: [
        'bands[1] 0.00..100.00',
        'bands[2] 100.00..',
        'x.of[0] 50.00..',
        'x.of[1] 0.00..50.00',
      ],
      dead: ['bands[0]'],
    })
  })

  test('rows and columns of a table', () => {
    const grid = f.grid({
      row: sales,
      column: f.minimum(sales, cny('80')),
      rows: [{}, { from: '50' }],
      columns: [{}, { from: '50' }, { from: '90' }],
      values: [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
      unit: 'ratio',
    })
    expect(ways(grid)).toEqual({
      taken: [
        'rows[0] 0.00..50.00',
        'rows[1] 50.00..',
        'columns[0] 0.00..50.00',
        'columns[1] 50.00..',
        'column.of[0] 0.00..80.00',
        'column.of[1] 80.00..',
      ],
      dead: ['columns[2]'],
    })
  })

  test('a condition within one that decides it', () => {
    const inner = f.when(f.above(sales, cny('50')), sales, cny('1'))
    expect(ways(f.when(f.above(sales, cny('100')), inner, cny('2')))).toEqual({
      taken: ['then >100.00..', 'otherwise 0.00..100.00=', 'then.then >100.00..'],
      dead: ['then.otherwise'],
    })
  })

  test('a branch of which no value of the input is part', () => {
    const between = f.all(f.above(sales, cny('100.001')), f.above(cny('100.009'), sales))
    expect(ways(f.when(between, cny('1'), cny('2')))).toEqual({
      taken: ['otherwise 0.00..'],
      dead: ['then'],
    })
  })

  const tenth = f.round(f.multiply(sales, f.constant('0.1')), { places: 0, rounding: 'half-up' })
  const left = f.subtract(cny('10'), tenth)
  test.each<[string, f.Condition, string[], string[]]>([
    // 45.00 is rounded up to 5, 54.99 down to it.
    ['reaches', f.atLeast(tenth, cny('5')), ['45.00..'], ['0.00..45.00']],
    ['passes', f.above(tenth, cny('5')), ['>54.99..'], ['0.00..54.99=']],
    ['equals', f.equals(tenth, cny('5')), ['45.00..54.99='], ['0.00..45.00', '>54.99..']],
    ['does not pass', f.atLeast(cny('5'), tenth), ['0.00..54.99='], ['>54.99..']],
    ['falls, and keeps', f.atLeast(left, cny('4')), ['0.00..64.99='], ['>64.99..']],
    ['falls, and is above', f.above(left, cny('4')), ['0.00..55.00'], ['55.00..']],
    ['falls, and equals', f.equals(left, cny('4')), ['55.00..64.99='], ['0.00..55.00', '>64.99..']],
    // No value is rounded to a half.
    ['equals nothing', f.equals(tenth, cny('4.5')), [], ['0.00..']],
    ['skips', f.above(tenth, cny('4.5')), ['45.00..'], ['0.00..45.00']],
    ['always reaches', f.atLeast(tenth, cny('0')), ['0.00..'], []],
    ['never reaches', f.above(cny('0'), tenth), [], ['0.00..']],
  ])('the branch where a rounded value %s', (_, condition, then, otherwise) => {
    expect(ways(f.when(condition, sales, cny('1')))).toEqual({
      taken: [...then.map((on) => `then ${on}`), ...otherwise.map((on) => `otherwise ${on}`)],
      dead: [...(then.length > 0 ? [] : ['then']), ...(otherwise.length > 0 ? [] : ['otherwise'])],
    })
  })

  test('the branch where what is rounded and does not move stays on one side', () => {
    const flat = f.round(f.multiply(f.minimum(sales, cny('0')), f.constant('0.1')), {
      places: 0,
      rounding: 'half-up',
    })
    expect(ways(f.when(f.above(flat, cny('-1')), sales, cny('1'))).dead).toContain('otherwise')
    expect(ways(f.when(f.above(flat, cny('1')), sales, cny('1'))).dead).toContain('then')
  })

  test('nothing is told of a choice that the input does not move', () => {
    const target = f.input('target', 'money:CNY', 2)
    const fixed = f.when(f.above(target, cny('5')), sales, cny('2'))
    expect(ways(fixed, { over: 'sales', given: { target: '1' } })).toEqual({ taken: [], dead: [] })
    const tables = f.add(
      f.step(target, [{ value: '1' }, { from: '5', value: '2' }], 'money:CNY'),
      f.minimum(target, cny('7')),
      f.marginal(target, [{ from: '0', rate: '2' }]),
    )
    const both = f.add(tables, sales)
    expect(ways(both, { over: 'sales', given: { target: '1' } })).toEqual({ taken: [], dead: [] })
  })

  test('where it is not told, every way may be taken, and none is dead', () => {
    const undecided = f.when(f.above(hill, count('20')), count('1'), count('2'))
    const overX = { over: 'x' }
    expect(ways(undecided, overX)).toEqual({ taken: [], dead: [] })
    const bands = [{ value: '1' }, { from: '10', value: '2' }, { from: '30', value: '3' }]
    const told = { over: 'x', domain: { from: '0', to: '10' } }
    expect(ways(f.step(hill, bands), told)).toEqual({
      taken: ['bands[0] 0..2', 'bands[0] 9..10=', 'bands[1] 2..9'],
      dead: ['bands[2]'],
    })
  })
})
