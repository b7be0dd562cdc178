import { describe, expect, test } from 'vitest'
import { merged } from '../../../src/formula/analysis/interval.js'
import * as f from '../../../src/formula/index.js'
import {
  analyze,
  check,
  type Expression,
  shiftGain,
  splitGain,
} from '../../../src/formula/index.js'
import { inputsIn } from '../../../src/formula/internal.js'
import { PolicyError, problemsOf } from '../../../src/problem/index.js'

const x = f.input('x', 'count', 0)
const count = (value: string) => f.constant(value, 'count')
const over = (expression: Expression, options: object = {}) =>
  analyze(check(expression), { over: 'x', ...options })

/** x × (10 − x) goes up and down: no line, and not one way. */
const hill = f.multiply(
  f.divide(x, count('1'), { places: 0, rounding: 'down' }),
  f.subtract(count('10'), x),
)

describe('analyze', () => {
  test('tells the pieces, the cap and the range of a capped line', () => {
    const capped = over(f.minimum(f.multiply(x, f.constant('2')), count('10')))
    expect(capped).toEqual({
      over: 'x',
      step: '1',
      given: {},
      domain: { from: '0' },
      linear: true,
      nonlinear: [],
      pieces: [
        { from: '0', to: '5', slope: '2', intercept: '0', deviation: '0' },
        { from: '5', slope: '0', intercept: '10', deviation: '0' },
      ],
      cliffs: [],
      falls: [],
      choices: [
        {
          path: '',
          op: 'minimum',
          branches: [
            { path: 'of[0]', on: [{ from: '0', to: '5' }] },
            { path: 'of[1]', on: [{ from: '5' }] },
          ],
        },
      ],
      dead: [],
      nondecreasing: true,
      range: { low: '0', high: '10', exact: true },
    })
  })

  test.each([
    [{}, { from: '10', exclusive: true }],
    [{ domain: {} }, { from: '10', exclusive: true }],
    [
      { domain: { from: 10, to: 11 } },
      { from: '10', exclusive: true, to: '11', toInclusive: true },
    ],
    [{ domain: { from: 11 } }, { from: '11' }],
  ])('looks only at what is above the bound of the input: %j', (options, domain) => {
    const bounded = over(f.input('x', 'count', 0, undefined, '10'), options)
    expect(bounded.domain).toEqual(domain)
    expect(bounded.range.low).toBe('11')
  })

  test('finds a fall from 2 % to 1.99 % at 100,000', () => {
    const sales = f.input('x', 'money:CNY', 2)
    const rate = f.step(sales, [{ value: '0.02' }, { from: '100000', value: '0.0199' }])
    const { cliffs, falls, nondecreasing } = over(
      f.round(f.multiply(sales, rate), { places: 2, rounding: 'half-up' }),
    )
    expect(nondecreasing).toBe(false)
    expect(cliffs).toEqual([{ at: '100000.00', size: '-10', before: '2000.00', after: '1990.00' }])
    expect(falls).toEqual([
      {
        from: '99999.99',
        highest: '2000.00',
        lowest: '1990.00',
        lowestAt: '100000.00',
        lost: '10.00',
        to: '100502.27',
      },
    ])
  })

  test('a fall without end has no lowest result', () => {
    const { falls, range } = over(f.subtract(count('5'), x))
    expect(falls).toEqual([{ from: '0', highest: '5' }])
    expect(range).toEqual({ high: '5', exact: true })
  })

  test('says what is no line, with the node, and bounds it', () => {
    const { linear, nonlinear, pieces, nondecreasing } = over(hill, { domain: { from: 0, to: 20 } })
    expect(linear).toBe(false)
    expect(nonlinear).toEqual([{ code: 'product', path: '' }])
    expect(pieces).toEqual([
      { from: '0', to: '20', toInclusive: true, low: '-200', high: '200', causes: nonlinear },
    ])
    expect(nondecreasing).toBe(false)
  })

  test('the rest of a formula with such a part is still told exactly', () => {
    const { pieces } = over(f.when(f.atLeast(x, count('100')), hill, x))
    expect(pieces[0]).toEqual({ from: '0', to: '100', slope: '1', intercept: '0', deviation: '0' })
    expect(pieces[1]).toEqual({
      from: '100',
      high: '-9000',
      causes: [{ code: 'product', path: 'then' }],
    })
  })

  test('says where a divisor is zero', () => {
    const { pieces, range } = over(
      f.divide(count('6'), f.subtract(x, count('2')), { places: 2, rounding: 'down' }),
      { domain: { from: 0, to: 4 } },
    )
    expect(pieces.map((piece) => ('causes' in piece ? piece.causes : []))).toEqual([
      [{ code: 'quotient', path: '' }],
      [{ code: 'division-by-zero', path: '' }],
      [{ code: 'quotient', path: '' }],
    ])
    expect(range).toEqual({ exact: false })
  })

  const wide = { domain: { from: -5000, to: 5000 } }
  const undecided = (path: string) => expect.arrayContaining([{ code: 'undecided', path }])

  test.each<[string, Expression, string, object]>([
    [
      'a condition',
      f.when(f.above(hill, x), count('1'), count('2')),
      'condition',
      { low: '1', high: '2' },
    ],
    [
      'several conditions',
      f.when(f.all(f.above(hill, x), f.above(hill, count('1'))), count('1'), count('2')),
      'condition.of[0]',
      { low: '1', high: '2' },
    ],
    [
      'a denied condition',
      f.when(f.not(f.above(hill, x)), count('1'), count('2')),
      'condition.of',
      { low: '1', high: '2' },
    ],
    [
      'a band',
      f.step(hill, [{ value: '1' }, { from: '5', value: '3' }], 'count'),
      '',
      { low: '1', high: '3' },
    ],
  ])('says that %s is not decided, and bounds it by both ways', (_, expression, path, bounds) => {
    const { pieces, dead } = over(expression, wide)
    expect(pieces[0]).toMatchObject({ ...bounds, causes: undecided(path) })
    expect(dead).toEqual([])
  })

  test('the lesser of what is not decided is bounded by both', () => {
    const { pieces, choices } = over(f.minimum(hill, count('3')), wide)
    expect(pieces[0]).toMatchObject({ low: '-25050000', high: '3' })
    expect(choices[0]?.branches.map(({ on }) => on)).toEqual([[], []])
    const open = over(f.minimum(hill, x), { domain: {} })
    expect(open.pieces[0]).toMatchObject({ causes: [{ code: 'product', path: 'of[0]' }] })
    expect(open.range).toEqual({ exact: false })
  })

  test('tiers of what is no line are bounded', () => {
    const tiers = f.marginal(hill, [{ rate: '1' }, { from: '5', rate: '-1' }], 'ratio')
    expect(over(tiers, { domain: { from: 0, to: 20 } }).pieces).toEqual([
      {
        from: '0',
        to: '20',
        toInclusive: true,
        low: '-200',
        high: '5',
        causes: [{ code: 'product', path: 'x' }],
      },
    ])
  })

  test('categories and numbers that are given hold for the whole analysis', () => {
    const formula = check(
      f.match('team', { a: f.add(x, f.input('bonus', 'count', 0)) }, count('0')),
    )
    const { given, pieces } = analyze(formula, { over: 'x', given: { team: 'a', bonus: '7' } })
    expect(given).toEqual({ bonus: '7', team: 'a' })
    expect(pieces).toEqual([{ from: '0', slope: '1', intercept: '7', deviation: '0' }])
    const other = analyze(formula, { over: 'x', given: { team: 'b', bonus: 7 } })
    expect(other.pieces).toEqual([{ from: '0', slope: '0', intercept: '0', deviation: '0' }])
  })
})

const refused = (run: () => unknown) => problemsOf(run).map(({ code, path }) => [code, path])

describe('what is rare', () => {
  const near = { domain: { from: 0, to: 10 } }
  /** x ÷ 4 without its part behind the point: a staircase of which the exact line is taken away. */
  const jagged = f.subtract(
    f.divide(x, f.constant('4', 'ratio'), { places: 0, rounding: 'down' }),
    f.multiply(x, f.constant('0.25')),
  )
  const pick = (condition: Parameters<typeof f.when>[0]) =>
    over(f.when(condition, count('1'), count('2')), near).pieces

  test('the lesser of a hill and what is far from it is told exactly', () => {
    expect(over(f.minimum(hill, count('-1000')), near).pieces).toEqual([
      { from: '0', to: '10', toInclusive: true, slope: '0', intercept: '-1000', deviation: '0' },
    ])
    expect(over(f.minimum(hill, count('1000')), near).pieces[0]).toMatchObject({
      causes: [{ code: 'product', path: 'of[0]' }],
    })
    expect(over(f.maximum(hill, count('1000')), near).pieces).toEqual([
      { from: '0', to: '10', toInclusive: true, slope: '0', intercept: '1000', deviation: '0' },
    ])
  })

  test('the lesser of a hill at one point is told exactly', () => {
    const lesser = f.minimum(hill, count('3'))
    const alone = f.when(f.atLeast(x, count('5')), f.when(f.atLeast(x, count('6')), x, lesser), x)
    expect(over(alone, near).pieces.map(({ from }) => from)).toEqual(['0', '5', '6'])
  })

  test('the lesser of a hill and what it crosses is told point by point', () => {
    const { pieces } = over(f.minimum(hill, count('3')), near)
    expect(pieces.slice(1, 2)).toEqual([
      { from: '1', to: '10', slope: '0', intercept: '3', deviation: '0' },
    ])
  })

  test('one tier without bounds goes on both ways', () => {
    const all = over(f.marginal(x, [{ rate: '2' }], 'ratio'), { domain: {} })
    expect(all.pieces).toEqual([{ slope: '2', intercept: '0', deviation: '0' }])
  })

  test('a hill within one tier is bounded by that tier', () => {
    const tiers = f.marginal(hill, [{ rate: '1' }, { from: '1000', rate: '2' }], 'ratio')
    expect(over(tiers, near).pieces[0]).toHaveProperty('causes')
    expect(over(tiers, near).choices[0]?.branches[1]?.on).toEqual([])
  })

  test('a part that stays on one side for all its roundings is decided', () => {
    const value = [{ from: '0', to: '10', slope: '0', deviation: '0' }]
    expect(pick(f.above(jagged, count('5')))).toMatchObject([{ ...value[0], intercept: '2' }])
    expect(pick(f.above(jagged, count('-5')))).toMatchObject([{ ...value[0], intercept: '1' }])
  })

  test('tiers of a flat staircase are told with its roundings', () => {
    const tiers = f.marginal(
      f.add(jagged, count('5')),
      [{ rate: '1' }, { from: '2', rate: '3' }],
      'ratio',
    )
    expect(over(tiers, near).pieces.every((piece) => 'slope' in piece)).toBe(true)
  })

  test('a lone value where a tier begins ends the tier before', () => {
    const tiers = f.marginal(f.multiply(x, x), [
      { from: '0', rate: '1' },
      { from: '1', rate: '2' },
    ])
    const { pieces, dead } = over(f.when(f.atLeast(x, count('2')), count('0'), tiers), {
      domain: { from: 1 },
    })
    expect(pieces[0]).toMatchObject({ from: '1', to: '2', low: '1', high: '1' })
    expect(dead).toEqual(['otherwise.tiers[1]'])
  })

  test('what lies between two values of the input is told of nowhere', () => {
    const times = (factor: string) => f.multiply(x, f.constant(factor))
    const rounded = f.round(times('0.7'), { places: 0, rounding: 'half-up' })
    const inside = f.add(
      f.marginal(x, [{ from: '0', rate: '1' }]),
      f.minimum(rounded, times('0.3')),
    )
    const between = f.when(f.atLeast(times('2'), count('1')), count('0'), inside)
    const { pieces, dead } = over(f.when(f.atLeast(times('3'), count('1')), between, count('0')))
    expect(pieces).toEqual([{ from: '0', slope: '0', intercept: '0', deviation: '0' }])
    expect(dead).toEqual(['then.otherwise'])
  })

  test('a point that lies on the line beside it is part of it', () => {
    const zero = f.when(f.equals(x, count('0')), count('0'), x)
    expect(over(zero).pieces).toEqual([{ from: '0', slope: '1', intercept: '0', deviation: '0' }])
  })

  test('what never can be worked out is no number, whatever the input', () => {
    const share = f.divide(count('1'), f.input('q', 'count', 0), { places: 2, rounding: 'down' })
    const formula = check(f.add(f.multiply(x, f.constant('1')), f.multiply(count('2'), share)))
    expect(analyze(formula, { over: 'x', given: { q: 0 } }).nonlinear).toEqual([
      { code: 'division-by-zero', path: 'of[1].of[1]' },
    ])
  })

  test('intervals that lie within another are one with it', () => {
    const at = (n: bigint) => ({ at: { numerator: n, denominator: 1n }, after: false })
    const all = { from: at(0n), to: at(9n) }
    expect(merged([all, { from: at(2n), to: at(5n) }], { numerator: 1n, denominator: 1n })).toEqual(
      [all],
    )
  })
})

describe('a wrong question is refused with every problem', () => {
  const formula = check(
    f.match('team', { a: f.add(x, f.input('bonus', 'count', 0)) }, f.input('bonus', 'count', 0)),
  )
  const ask = (options: object) => () => analyze(formula, { over: 'x', ...options } as never)

  test.each<[string, object, readonly (readonly string[])[]]>([
    ['an input that is not there', { over: 'y' }, [['unknown-input', 'over']]],
    [
      'missing inputs',
      {},
      [
        ['missing-input', 'given.bonus'],
        ['missing-input', 'given.team'],
      ],
    ],
    [
      'wrong inputs, the varied one, and a domain that is reversed',
      {
        given: { team: 'c', bonus: '1.5', x: '1', z: 1 },
        domain: { from: 3, to: 2 },
      },
      [
        ['varied-and-given', 'given.x'],
        ['too-many-places', 'given.bonus'],
        ['unknown-input', 'given.z'],
        ['reversed-domain', 'domain'],
      ],
    ],
    [
      'ends that are no numbers of the input',
      { given: { team: 'a', bonus: 1 }, domain: { from: 'a', to: '1.5' } },
      [
        ['not-a-number', 'domain.from'],
        ['too-many-places', 'domain.to'],
      ],
    ],
  ])('%s', (_, options, problems) => {
    expect(refused(ask(options))).toEqual(problems)
  })

  test('a category to vary', () => {
    expect(refused(() => analyze(formula, { over: 'team', given: { x: 1, bonus: 1 } }))).toEqual([
      ['not-a-number-input', 'over'],
    ])
  })

  test('tables within tables that have too many pieces', () => {
    const steps = (of: Expression) =>
      f.step(
        of,
        [
          { value: '0' },
          ...Array.from({ length: 60 }, (_, i) => ({ from: `${i}`, value: `${i % 2}` })),
        ],
        'count',
      )
    const saw = (times: number): Expression =>
      times === 0 ? x : f.subtract(f.multiply(saw(times - 1), f.constant('7')), steps(x))
    expect(over(saw(3)).linear).toBe(true)
    const teeth = (period: number) =>
      f.step(
        x,
        [
          { value: '0' },
          ...Array.from({ length: 800 }, (_, i) => ({
            from: `${i * period}`,
            value: `${i % 2}`,
          })),
        ],
        'count',
      )
    const many = f.add(...[7, 11, 13].map(teeth))
    expect(refused(() => over(many))).toEqual([['too-many-pieces', '']])
  })

  test('a given number that is not above its bound, or a domain with none that is', () => {
    const x = f.input('x', 'count', 0, undefined, '10')
    const quota = f.input('quota', 'count', 0, undefined, '0')
    expect(refused(() => over(f.add(x, quota), { given: { quota: 0 } }))).toEqual([
      ['not-above', 'given.quota'],
    ])
    expect(refused(() => over(x, { domain: { from: 0, to: 10 } }))).toEqual([
      ['not-above', 'domain.to'],
    ])
  })

  test('in both languages', () => {
    const [problem] = problemsOf(
      ask({ given: { team: 'a', bonus: 1 }, domain: { from: 3, to: 2 } }),
    )
    expect(problem?.message).toEqual({
      en: 'ends at 2, before it begins at 3',
      'zh-CN': '终点 2 小于起点 3',
    })
    expect(PolicyError).toBeDefined()
  })
})

describe('shiftGain', () => {
  const cny = f.input('x', 'money:CNY', 2)
  const stepped = over(
    f.multiply(cny, f.step(cny, [{ value: '0.01' }, { from: '100000', value: '0.02' }])),
  )

  test('holds back what reaches the next tier, and no more', () => {
    expect(shiftGain(stepped, { first: '95000', second: '60000' })).toEqual({
      amount: '60000.00',
      first: '155000.00',
      second: '0.00',
      gain: '1550',
      deviation: '0',
    })
    const capped = over(
      f.minimum(f.multiply(cny, f.constant('0.01')), f.constant('1000', 'money:CNY')),
    )
    expect(shiftGain(capped, { first: '120000', second: '60000' })).toMatchObject({
      amount: '-20000.00',
      gain: '200',
    })
  })

  test('moves nothing where nothing gains', () => {
    const line = over(f.multiply(cny, f.constant('0.01')))
    expect(shiftGain(line, { first: '5', second: '6' })).toEqual({
      amount: '0.00',
      first: '5.00',
      second: '6.00',
      gain: '0',
      deviation: '0',
    })
  })

  test('moves nothing out of the domain', () => {
    const capped = over(cny, { domain: { from: '0', to: '10' } })
    expect(shiftGain(capped, { first: '9', second: '9' }).gain).toBe('0')
  })

  test('refuses amounts outside, wrong amounts, and a domain without a lower end', () => {
    const endless = over(cny, { domain: {} })
    expect(refused(() => shiftGain(endless, { first: 'a', second: '1.005' }))).toEqual([
      ['unbounded-domain', 'domain'],
      ['not-a-number', 'first'],
      ['too-many-places', 'second'],
    ])
    expect(refused(() => shiftGain(stepped, { first: '-1', second: '1' }))).toEqual([
      ['outside-domain', 'first'],
    ])
    expect(refused(() => shiftGain(over(hill), { first: 1, second: 1 }))).toEqual([
      ['not-linear', ''],
    ])
  })
})

describe('splitGain', () => {
  const floored = over(f.maximum(f.multiply(x, f.constant('0.1')), count('10')))

  test('splits a deal where each part earns the floor', () => {
    expect(splitGain(floored, { amount: 300, parts: 3 })).toEqual({
      parts: ['1', '1', '298'],
      gain: '19.8',
      deviation: '0',
    })
    expect(splitGain(floored, { amount: 300 }).gain).toBe('9.9')
  })

  test('looks at a domain without ends as well', () => {
    const endless = over(f.maximum(f.multiply(x, f.constant('0.1')), count('10')), { domain: {} })
    expect(splitGain(endless, { amount: 300 }).gain).toBe('9.9')
  })

  test('leaves a deal whole where no split gains', () => {
    const line = over(f.multiply(x, f.constant('0.1')))
    expect(splitGain(line, { amount: 300 })).toEqual({ parts: ['300'], gain: '0', deviation: '0' })
  })

  test.each([1, 6, 2.5])('refuses %s parts', (parts) => {
    expect(refused(() => splitGain(floored, { amount: 300, parts }))).toEqual([
      ['bad-part-count', 'parts'],
    ])
  })
})

test('inputsIn gives the first and the last input of a range', () => {
  const analysis = { step: '0.01' }
  expect(inputsIn(analysis, { from: '1600000/3' })).toEqual({ first: '533333.34' })
  expect(inputsIn(analysis, { from: '1', exclusive: true, to: '2' })).toEqual({
    first: '1.01',
    last: '1.99',
  })
  expect(inputsIn(analysis, { to: '2', toInclusive: true })).toEqual({ last: '2.00' })
})
