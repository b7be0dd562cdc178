import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { magnitude, readFraction, textOf, zero } from '../../../src/formula/analysis/fraction.js'
import {
  add,
  type BandRange,
  check,
  constant,
  divide,
  evaluate,
  type Formula,
  goalSeek,
  input,
  type LinePiece,
  marginal,
  maximum,
  minimum,
  multiply,
  round,
  type SeekCase,
  type Sought,
  step,
  subtract,
} from '../../../src/formula/index.js'
import { problemsOf } from '../../../src/problem/index.js'
import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  plus,
  times,
} from '../../../src/quantity/internal.js'
import { found } from '../../found.js'
import { expressionOverX } from './arbitrary.js'

const rate = input('rate', 'ratio', 4)
const sales = input('sales', 'count', 0)
/** What three people earn at a rate, at most 20 each. */
const capped = check(minimum(multiply(sales, rate), constant('20', 'count')))
const three: readonly SeekCase[] = ['100', '200', '400'].map((given) => ({
  formula: capped,
  over: 'rate',
  given: { sales: given },
}))
const x = input('x', 'count', 0)
const of = (expression: Parameters<typeof check>[0]): SeekCase => ({
  formula: check(expression),
  over: 'x',
})
const ats = ({ answers }: Sought) => answers.map(({ at, from, to }) => at ?? `${from} to ${to}`)

describe('the number with which a sum comes to a goal', () => {
  test('is exact, with the pieces of the sum on which it lies', () => {
    // 700 × rate to 0.05, then 300 × rate + 20 to 0.1, then 100 × rate + 40 to 0.2.
    const { answers, pieces } = goalSeek(three, { goal: '44' })
    expect(pieces).toEqual([
      { from: '0.0000', to: '0.0500', slope: '700', intercept: '0', deviation: '0' },
      { from: '0.0500', to: '0.1000', slope: '300', intercept: '20', deviation: '0' },
      { from: '0.1000', to: '0.2000', slope: '100', intercept: '40', deviation: '0' },
      { from: '0.2000', slope: '0', intercept: '60', deviation: '0' },
    ])
    const near = [
      { at: '0.0799', sum: '43.9700' },
      { at: '0.0800', sum: '44.0000' },
      { at: '0.0801', sum: '44.0300' },
    ]
    expect(answers).toEqual([{ at: '0.0800', pieces: [pieces[1]], near }])
  })

  test('is a fraction where no decimal is exact, and told at those beside it', () => {
    const { answers } = goalSeek(three, { goal: '30', places: 2 })
    expect(answers).toMatchObject([
      {
        at: '3/70',
        near: [
          { at: '0.04', sum: '28.0000' },
          { at: '0.05', sum: '35.0000' },
        ],
      },
    ])
  })

  test('is a stretch where the sum is level', () => {
    const { answers } = goalSeek(three, { goal: '60' })
    expect(answers).toMatchObject([
      {
        from: '0.2000',
        near: [
          { at: '0.1999', sum: '59.9900' },
          { at: '0.2000', sum: '60.0000' },
        ],
      },
    ])
    // A level top between a rise and a fall is one answer, told at both of its ends.
    const hill = of(minimum(x, constant('10', 'count'), subtract(constant('25', 'count'), x)))
    const [top, ...others] = goalSeek([hill], { goal: '10' }).answers
    expect(others).toEqual([])
    expect(top).toMatchObject({ from: '10', to: '15', toInclusive: true })
    expect(top?.near.map(({ at, sum }) => `${at}: ${sum}`)).toEqual([
      '9: 9',
      '10: 10',
      '15: 10',
      '16: 9',
    ])
    expect(ats(goalSeek([hill], { goal: '9' }))).toEqual(['9', '16'])
    // One without a beginning is told at its end.
    const floored = of(maximum(x, constant('5', 'count')))
    const below = goalSeek([floored], { goal: '5', domain: {} })
    expect(below.answers).toMatchObject([{ near: [{ at: '5' }, { at: '6', sum: '6' }] }])
    expect(ats(below)).toEqual(['undefined to 5'])
    expect(below.least).toEqual({ at: '4', sum: '5' })
    // What bends in one place and straightens out is one line.
    const both = [floored, of(minimum(x, constant('5', 'count')))]
    expect(goalSeek(both, { goal: '12' }).pieces).toMatchObject([{ slope: '1', intercept: '5' }])
    // What lies outside the domain is not told.
    const [end] = goalSeek([hill], { goal: '9', domain: { from: 9, to: 12 } }).answers
    expect(end?.near.map(({ at }) => at)).toEqual(['9', '10'])
  })

  test('is none where the least and the most do not reach it', () => {
    expect(goalSeek(three, { goal: '61' })).toMatchObject({
      answers: [],
      jumps: [],
      least: { at: '0.0000', sum: '0.0000' },
      most: { at: '0.2000', sum: '60.0000' },
    })
    const endless = goalSeek([of(x)], { goal: '-1', domain: { to: 5 } })
    expect(endless.least).toBeUndefined()
    expect(endless.most).toEqual({ at: '5', sum: '5' })
    const level = goalSeek(
      [of(maximum(minimum(x, constant('1', 'count')), constant('1', 'count')))],
      {
        goal: '2',
        domain: {},
      },
    )
    expect([level.least, level.most]).toEqual([
      { at: '0', sum: '1' },
      { at: '0', sum: '1' },
    ])
  })

  test.each([
    ['on its bound', {}, { at: '5', near: ['4: 4', '5: 10'] }],
    ['just above it', { exclusive: true }, { at: '5', exclusive: true, near: ['5: 5', '6: 12'] }],
  ])('may be jumped over by a tier that begins %s', (_, more, { near, ...at }) => {
    const retroactive = of(
      multiply(x, step(x, [{ value: '1' }, { from: '5', value: '2', ...more }], 'ratio')),
    )
    const { answers, jumps } = goalSeek([retroactive], { goal: '7' })
    expect(answers).toEqual([])
    expect(jumps).toEqual([
      { ...at, near: near.map((text) => ({ at: text[0], sum: text.slice(3) })) },
    ])
    // Where the sum comes up to the goal and jumps, it is not the goal; where it begins with it, it is.
    expect(ats(goalSeek([retroactive], { goal: '5' }))).toEqual('exclusive' in at ? ['5'] : [])
    expect(ats(goalSeek([retroactive], { goal: '10' }))).toEqual('exclusive' in at ? [] : ['5'])
    expect(goalSeek([retroactive], { goal: '5' }).jumps.length).toBe('exclusive' in at ? 0 : 1)
    expect(goalSeek([retroactive], { goal: '10' }).jumps.length).toBe('exclusive' in at ? 1 : 0)
  })

  test('is not jumped over by what leaves the goal, or touches it', () => {
    const tiers = [{ value: '1' }, { from: '5', value: '2' }, { from: '8', value: '1' }]
    const levels = of(step(x, tiers, 'count'))
    expect(goalSeek([levels], { goal: '1' })).toMatchObject({
      answers: [{ from: '0', to: '5' }, { from: '8' }],
      jumps: [],
    })
  })

  test('is solved without the roundings, and what is near says what they make of it', () => {
    const cents = { places: 0, rounding: 'half-up' } as const
    const third = of(round(multiply(x, constant('0.3')), cents))
    const { answers } = goalSeek([third, third], { goal: '3' })
    expect(answers).toEqual([
      {
        at: '5',
        pieces: [{ from: '0', slope: '0.6', intercept: '0', deviation: '1' }],
        near: [
          { at: '4', sum: '2' },
          { at: '5', sum: '4' },
          { at: '6', sum: '4' },
        ],
      },
    ])
  })

  test('may have another name and other bounds in each case', () => {
    const quota = input('quota', 'count', 0)
    const share = check(divide(constant('100', 'count'), quota, { places: 2, rounding: 'half-up' }))
    expect(
      problemsOf(() => goalSeek([{ formula: share, over: 'quota' }], { goal: '3' })).map(
        ({ code }) => code,
      ),
    ).toEqual(['not-linear', 'not-linear'])
    const bounded = check(add(constant('1', 'count'), input('q', 'count', 0, undefined, '3')))
    const both = [{ formula: bounded, over: 'q' }, of(x)]
    for (const cases of [both, both.toReversed()]) {
      const { pieces, least } = goalSeek(cases, { goal: '1' })
      expect(pieces).toEqual([
        { from: '3', exclusive: true, slope: '2', intercept: '1', deviation: '0' },
      ])
      expect(least).toEqual({ at: '4', sum: '9' })
    }
    for (const cases of [both, both.toReversed()])
      expect(ats(goalSeek(cases, { goal: '11', domain: {} }))).toEqual(['5'])
  })
})

test('may be told with the places that every case has, though one bends between them', () => {
  const y = input('y', 'count', 1)
  const bends = check(
    add(minimum(y, constant('0.7', 'count')), maximum(y, constant('0.3', 'count'))),
  )
  const found = goalSeek([of(x), { formula: bends, over: 'y' }], { goal: '1.5' })
  expect(found.pieces.map(({ from, slope }) => `${from}: ${slope}`)).toEqual([
    '0: 2',
    '0.3: 3',
    '0.7: 2',
  ])
  expect(found.answers).toMatchObject([
    {
      at: '0.5',
      near: [
        { at: '0', sum: '0.3' },
        { at: '1', sum: '2.7' },
      ],
    },
  ])
  expect(found.least).toEqual({ at: '0', sum: '0.3' })
})

describe('what is refused', () => {
  const bad = (cases: readonly SeekCase[], request: object) =>
    found(() => goalSeek(cases, { goal: '1', ...request }))
  test.each<[string, readonly SeekCase[], object, readonly (readonly [string, string])[]]>([
    ['no cases', [], {}, [['empty-list', 'cases']]],
    ['no number', [of(x)], { goal: 'a' }, [['not-a-number', 'goal']]],
    [
      'inputs that are not those of a case',
      [of(x), { ...of(x), over: 'y' }, { formula: capped, over: 'rate', given: { sold: '1' } }],
      { goal: 'a' },
      [
        ['not-a-number', 'goal'],
        ['unknown-input', 'cases[1].over'],
        ['missing-input', 'cases[2].given.sales'],
        ['unknown-input', 'cases[2].given.sold'],
      ],
    ],
    [
      'a domain that ends before it begins, once',
      [of(x), of(x)],
      { domain: { from: 2, to: 1 } },
      [['reversed-domain', 'domain']],
    ],
    ['more places than the input has', three, { places: 5 }, [['not-whole', 'places']]],
    [
      'sums and numbers of several units',
      [of(x), { ...(three[0] as SeekCase), formula: check(rate), given: {} }],
      {},
      [
        ['mixed-units', 'cases.over'],
        ['mixed-units', 'cases'],
      ].toReversed() as [string, string][],
    ],
    [
      'what is no line',
      [
        of(x),
        of(
          multiply(
            x,
            round(multiply(x, constant('0.1', 'ratio')), { places: 0, rounding: 'down' }),
          ),
        ),
      ],
      {},
      [['not-linear', 'cases[1]']],
    ],
  ])('%s', (_, cases, request, problems) => {
    expect(bad(cases, request)).toEqual(problems)
  })

  test('what nobody would wait for, of a case and of their sum', () => {
    const tiers = Array.from({ length: 2_100 }, (_, i) => ({
      from: String(i),
      rate: String(i % 2),
    }))
    expect(bad([of(x), of(marginal(x, tiers))], {})).toEqual([['too-many-pieces', 'cases[1]']])
    // The common multiple of 400 primes has more than a thousand digits.
    const primes = Array.from({ length: 2_750 }, (_, i) => i + 2)
      .filter((n, _, all) => !all.some((d) => d * d <= n && n % d === 0))
      .map((prime) => of(divide(x, constant(String(prime)), { places: 2, rounding: 'half-up' })))
    expect(bad(primes, {})).toEqual([['too-much-work', 'cases']])
    expect(bad(primes.slice(0, 100), {})).toEqual([])
  })
})

/** Every value of a tenth from -9 to 9. */
const grid = Array.from({ length: 181 }, (_, i) => fraction(BigInt(i - 90), 10n))
const others = { quota: '3', rate: '0.25', team: 'a' }

function caseOf(formula: Formula): SeekCase {
  const given = Object.entries(others).filter(([name]) => name in formula.inputs)
  return { formula, over: 'x', given: Object.fromEntries(given) }
}

const sumAt = (cases: readonly SeekCase[], at: Fraction) =>
  cases
    .map(({ formula, given }) =>
      readFraction(evaluate(formula, { ...given, x: textOf(at) } as never).value),
    )
    .reduce(plus, zero)

function holds({ from, exclusive, to, toInclusive }: BandRange, at: Fraction): boolean {
  const low = from === undefined ? 1 : compareFractions(at, readFraction(from))
  const high = to === undefined ? -1 : compareFractions(at, readFraction(to))
  return (exclusive ? low > 0 : low >= 0) && (toInclusive ? high <= 0 : high < 0)
}

const isMet = ({ answers }: Sought, at: Fraction) =>
  answers.some((answer) =>
    answer.at === undefined
      ? holds(answer, at)
      : compareFractions(readFraction(answer.at), at) === 0,
  )

const pieceAt = ({ pieces }: Sought, at: Fraction) =>
  pieces.find((piece) => holds(piece, at)) as LinePiece

describe('evaluating at every value that the input can take', () => {
  const domain = { from: -9, to: 9 }
  const formulas = fc.array(expressionOverX.map(check).map(caseOf), { minLength: 1, maxLength: 3 })
  /** Goals that are met often: what the sum is somewhere. */
  const drawn = fc.record({
    cases: formulas,
    at: fc.nat({ max: 180 }),
    beside: fc.constantFrom('0', '0', '0.5', '-1'),
  })

  /** Looks at sums that are lines; the count of them shows that there is something to look at. */
  function law(look: (of: { cases: readonly SeekCase[]; goal: Fraction; sought: Sought }) => void) {
    let lines = 0
    fc.assert(
      fc.property(drawn, ({ cases, at, beside }) => {
        const made: { goal: Fraction; sought: Sought }[] = []
        const problems = problemsOf(() => {
          const goal = plus(sumAt(cases, grid[at] as Fraction), readFraction(beside))
          made.push({ goal, sought: goalSeek(cases, { goal: textOf(goal), domain }) })
        })
        expect(
          problems.every(({ code }) => ['not-linear', 'division-by-zero'].includes(code)),
        ).toBe(true)
        for (const each of made) {
          lines += 1
          look({ cases, ...each })
        }
      }),
      { numRuns: 100 },
    )
    expect(lines).toBeGreaterThan(20)
  }

  test('the sum is the goal at an answer, but for roundings, and nowhere else', () => {
    let met = 0
    law(({ cases, goal, sought }) => {
      for (const at of grid) {
        const piece = pieceAt(sought, at)
        const apart = magnitude(minus(sumAt(cases, at), goal))
        const within = compareFractions(apart, readFraction(piece.deviation)) <= 0
        if (isMet(sought, at)) {
          met += 1
          expect(within, textOf(at)).toBe(true)
        } else if (piece.deviation === '0') expect(within, textOf(at)).toBe(false)
      }
    })
    expect(met).toBeGreaterThan(20)
  })

  test('what goes from one side of the goal to the other meets it on the way, or jumps over it', () => {
    law(({ cases, goal, sought }) => {
      const sides = grid.map((at) => compareFractions(sumAt(cases, at), goal))
      grid.slice(1).forEach((to, i) => {
        const from = grid[i] as Fraction
        const exact = [from, to].every((at) => pieceAt(sought, at).deviation === '0')
        if (!exact || (sides[i] as number) * (sides[i + 1] as number) >= 0) return
        const places = [
          ...sought.answers.map(({ at, from: start }) => at ?? start),
          ...sought.jumps.map(({ at }) => at),
        ]
        const between = places.some((place) => {
          const at = readFraction(place as string)
          return compareFractions(from, at) <= 0 && compareFractions(at, to) <= 0
        })
        expect(between, `${textOf(from)} to ${textOf(to)}`).toBe(true)
      })
    })
  })

  test('what is told near an answer or a jump is what is paid there', () => {
    law(({ cases, goal, sought }) => {
      for (const { near } of [
        ...sought.answers,
        ...sought.jumps,
        { near: [sought.least, sought.most] },
      ])
        for (const told of near)
          expect(readFraction(told?.sum as string)).toEqual(
            sumAt(cases, readFraction(told?.at as string)),
          )
      for (const { near } of sought.jumps) {
        const lines = near.map(({ at }) => {
          const { slope, intercept } = pieceAt(sought, readFraction(at))
          const line = plus(times(readFraction(slope), readFraction(at)), readFraction(intercept))
          return compareFractions(line, goal)
        })
        expect((lines[0] as number) * (lines[1] as number)).toBeLessThanOrEqual(0)
      }
    })
  })

  test('no sum is below the least or above the most, but for roundings', () => {
    law(({ cases, sought }) => {
      if (sought.pieces.some(({ deviation }) => deviation !== '0')) return
      const [least, most] = [sought.least, sought.most].map((end) =>
        readFraction(end?.sum as string),
      ) as [Fraction, Fraction]
      for (const at of grid) {
        const sum = sumAt(cases, at)
        expect(compareFractions(sum, least)).toBeGreaterThanOrEqual(0)
        expect(compareFractions(sum, most)).toBeLessThanOrEqual(0)
      }
    })
  })
})
