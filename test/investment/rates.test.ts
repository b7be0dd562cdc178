import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/calendar/index.js'
import {
  benefitCostRatio,
  type DatedFlow,
  datedInternalRate,
  datedPresentValue,
  equivalentAnnual,
  internalRate,
  modifiedRate,
  netPresentValue,
  periodicRate,
  profitabilityIndex,
} from '../../src/investment/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal } from '../../src/quantity/index.js'
import { reference } from '../fixtures/investment/fixture.js'
import { found } from '../found.js'

const start = '2024-02-28'
/** Flows by their days after a day in a leap year. */
const on = (...flows: readonly (readonly [day: number, amount: string | number])[]): DatedFlow[] =>
  flows.map(([day, amount]) => ({ date: addDays(start, day), amount }))

/** Microsoft Support, "XIRR function". */
const microsoft: readonly DatedFlow[] = [
  { date: '2008-01-01', amount: '-10000' },
  { date: '2008-03-01', amount: '2750' },
  { date: '2008-10-30', amount: '4250' },
  { date: '2009-02-15', amount: '3250' },
  { date: '2009-04-01', amount: '2750' },
]

describe('published examples', () => {
  // Microsoft Support, "XIRR function": 0.373362535, or 37.34 %.
  test('XIRR of Microsoft', () => {
    expect(datedInternalRate(microsoft)).toEqual({ kind: 'rate', rate: '0.373362' })
  })

  // Microsoft Support, "XNPV function": 2,086.647602 at 9 %.
  test('XNPV of Microsoft', () => {
    expect(datedPresentValue(microsoft, '0.09', 6)).toBe('2086.647602')
  })

  // Microsoft Support, "MIRR function": 12.61 % after five years, -4.80 % after three, and 13.48 %
  // where what comes in earns 14 %.
  test('MIRR of Microsoft', () => {
    const flows = [-120000, 39000, 30000, 21000, 37000, 46000]
    const rates = { finance: '0.1', reinvest: '0.12' }
    expect(modifiedRate(flows, rates)).toBe('0.126094')
    expect(modifiedRate(flows.slice(0, 4), rates)).toBe('-0.048045')
    expect(modifiedRate(flows, { ...rates, reinvest: '0.14' })).toBe('0.134759')
  })
})

describe('independent references', () => {
  const near = (text: string, expected: string) =>
    expect(decimal(text).minus(expected).abs().toNumber()).toBeLessThan(
      1e-8 * Math.max(1, Math.abs(Number(expected))),
    )

  test('give the same rates and values of dated flows', () => {
    for (const each of reference.dated) {
      expect(datedInternalRate(each.flows)).toEqual({ kind: 'rate', rate: each.internalRate })
      near(datedPresentValue(each.flows, each.rate, 12), each.presentValue)
    }
  })

  test('count the same rates where flows turn often', () => {
    const kinds = ['none', 'rate', 'several', 'several']
    for (const { flows, roots } of reference.turning) {
      const told = answer(() => datedInternalRate(flows))
      if (Array.isArray(told)) expect([told, roots]).toEqual([[['extreme-rate', 'flows']], 1])
      else expect(told).toMatchObject({ kind: kinds[roots] })
    }
  })

  test('give the same rates of periods', () => {
    for (const each of reference.periodic) {
      const found = periodicRate(each.flows, each.periods)
      expect(found).toMatchObject({ kind: 'rate', rate: each.rate, nominal: each.nominal })
      const off = decimal(each.effective).minus('effective' in found ? found.effective : 'x')
      expect(off.toNumber()).toBeGreaterThanOrEqual(0)
      expect(off.toNumber()).toBeLessThanOrEqual(1e-6)
    }
  })

  test('give the same modified rates, equal flows and indices', () => {
    for (const { flows, finance, reinvest, ...expected } of reference.yearly) {
      expect(modifiedRate(flows, { finance, reinvest })).toBe(expected.modified)
      near(equivalentAnnual(flows, finance, 12) as string, expected.annual)
      const off = decimal(profitabilityIndex(flows, finance) as string).minus(expected.index)
      expect(off.abs().toNumber()).toBeLessThanOrEqual(0.000_05)
    }
  })
})

/** An outlay, then gains, on rising days. */
const outlayAndGains = fc
  .record({
    outlay: fc.integer({ min: 1, max: 900_000 }),
    gains: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 1, max: 300_000 })),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ outlay, gains }) => on([0, -outlay], ...gains))

/** Flows that go either way on any day, some on the same. */
const anyFlows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -500, max: 500 })), {
    minLength: 1,
    maxLength: 9,
  })
  .map((flows) => on(...flows))

/** A polynomial, lowest power first, times one that is zero at a / b. */
const times = (polynomial: readonly number[], [a, b]: readonly [number, number]) =>
  [...polynomial, 0].map(
    (each, i) => b * (polynomial[i - 1] ?? 0) - a * (i < polynomial.length ? each : 0),
  )

/** What is answered, or the codes of what is refused. */
const answer = (task: () => unknown): unknown => {
  let answered: unknown
  const problems = found(() => {
    answered = task()
  })
  return problems.length > 0 ? problems : answered
}

describe('dated flows', () => {
  test('are worth nothing between the rate and the next millionth', () => {
    fc.assert(
      fc.property(outlayAndGains, (flows) => {
        const told = answer(() => datedInternalRate(flows)) as { readonly rate: string }
        if (Array.isArray(told)) {
          expect(told).toEqual([['extreme-rate', 'flows']])
          return
        }
        const last = decimal('1').dividedBy(10 ** decimal(told.rate).decimalPlaces())
        const next = decimal(told.rate).plus(last).toFixed()
        expect(datedPresentValue(flows, told.rate, 40)).not.toMatch(/^-/)
        expect(datedPresentValue(flows, next, 40)).toMatch(/^-/)
      }),
    )
  })

  test('have the same rate in another unit of money, on other days and in another order', () => {
    fc.assert(
      fc.property(anyFlows, fc.integer({ min: -700, max: 700 }), (flows, days) => {
        const told = answer(() => datedInternalRate(flows))
        const changed = flows
          .map(({ date, amount }) => ({
            date: addDays(date, days),
            amount: decimal(String(amount)).times('12.5').toFixed(),
          }))
          .reverse()
        expect(answer(() => datedInternalRate(changed))).toEqual(told)
        expect(datedPresentValue(changed, '0.07', 20)).toBe(
          decimal(datedPresentValue(flows, '0.07', 30))
            .times('12.5')
            .toFixed(20),
        )
      }),
    )
  })

  test('a whole number of years of 365 days apart are those of years', () => {
    const amounts = fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 9 })
    const rate = fc.integer({ min: -900, max: 3000 }).map((parts) => (parts / 1000).toFixed(3))
    fc.assert(
      fc.property(amounts, rate, (flows, each) => {
        const dated = on(...flows.map((flow, year) => [year * 365, flow] as const))
        expect(datedInternalRate(dated)).toEqual(internalRate(flows))
        expect(datedPresentValue(dated, each, 12)).toBe(netPresentValue(flows, each, 12))
      }),
    )
  })

  test('on one day are added up', () => {
    expect(datedInternalRate(on([0, -100], [365, 60], [365, 50], [0, 0]))).toEqual({
      kind: 'rate',
      rate: '0.100000',
    })
    expect(datedInternalRate(on([0, -100], [0, 100]))).toEqual({ kind: 'none' })
    expect(datedPresentValue(on([0, -100], [0, 100]), '0.1', 2)).toBe('0.00')
  })

  test('are valued on the first day, though nothing flows then', () => {
    expect(datedPresentValue(on([0, 0], [365, 110]), '0.1', 2)).toBe('100.00')
    expect(datedPresentValue(on([0, 0], [365, 110]), '-0.5', 2)).toBe('220.00')
  })

  test('round a tie as other figures do', () => {
    expect(datedPresentValue(on([365, '0.0055'], [0, '0']), '0.1', 2)).toBe('0.01')
    expect(datedPresentValue(on([365, '-0.0055'], [0, '0']), '0.1', 2)).toBe('-0.01')
    expect(datedPresentValue(on([0, '0.005']), '0', 2)).toBe('0.01')
    expect(datedPresentValue(on([0, '1'], [73, '-1.1']), '0.61051', 20)).toBe(`0.${'0'.repeat(20)}`)
  })

  test.each([
    [on([0, -100], [73, 110]), '0.610510'],
    [on([0, -2], [365, 1]), '-0.500000'],
    [on([0, -1], [1, 1]), '0.000000'],
    [on([0, -100_000_000], [365, 1]), '-0.99999999'],
    [on([0, -1], [365, `1${'0'.repeat(30)}`]), `${'9'.repeat(30)}.000000`],
    [on([0, `-1${'0'.repeat(30)}`], [365, 1]), `-0.${'9'.repeat(30)}`],
  ])('have the exact rate where there is one: case %#', (flows, rate) => {
    expect(datedInternalRate(flows)).toEqual({ kind: 'rate', rate })
  })

  describe('that turn more than once', () => {
    test.each([
      // Of (1 + rate)^(1/365) to powers below 60 as of more: the ways of counting are different.
      ['none', on([0, 100], [20, -150], [50, 100])],
      ['none', on([0, 100], [20, -150], [95, 100])],
      ['several', on([0, -100], [20, 230], [50, -132])],
      ['several', on([0, -100], [20, 230], [95, -129])],
      ['rate', on([0, -100], [20, 50], [30, -50], [50, 200])],
      ['rate', on([0, -100], [20, 50], [30, -50], [95, 200])],
      ['rate', on([0, -100], [20, 50], [30, -50], [95, 10])],
      // Balanced without any rate: 0 is one, and there may be another.
      ['several', on([0, -100], [20, 230], [95, -130])],
      ['rate', on([0, -100], [20, 150], [31, -150], [95, 100])],
      // At one rate twice.
      ['rate', on([0, -100], [20, 200], [40, -100])],
    ])('may have a rate or not: %s, case %#', (kind, flows) => {
      expect(datedInternalRate(flows).kind).toBe(kind)
    })

    test.each([
      ['Sturm', 20],
      ['halving', 70],
    ])('have as many rates as factors that are zero somewhere: by %s', (_, degree) => {
      const factor = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      const drawn = fc.uniqueArray(factor, { maxLength: 3, selector: ([a, b]) => a / b })
      const positive = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 8 })
      fc.assert(
        fc.property(drawn, positive, (factors, rest) => {
          // No number above zero makes it zero: its coefficients are above zero.
          const start = [1, ...rest, ...Array.from({ length: degree }, () => 0), 1]
          const product = factors.reduce(times, start)
          const told = answer(() =>
            datedInternalRate(on(...product.map((c, i) => [i, c] as const))),
          )
          if (factors.length === 1) {
            const [[a, b]] = factors as [[number, number]]
            if (a === b) expect(told).toEqual({ kind: 'rate', rate: '0.000000' })
            else if (Array.isArray(told)) expect(told).toEqual([['extreme-rate', 'flows']])
            else expect(told).toMatchObject({ kind: 'rate' })
          } else expect(told).toMatchObject({ kind: factors.length === 0 ? 'none' : 'several' })
        }),
      )
    })

    test('say so where it cannot be told', () => {
      const twice = on([0, -100], [47, 100], [48, 100], [95, -100])
      expect(found(() => datedInternalRate(twice))).toEqual([['rates-not-told', 'flows']])
      const often = Array.from({ length: 1200 }, (_, i) => [i, i % 3 === 1 ? 200 : -100] as const)
      expect(found(() => datedInternalRate(on(...often)))).toEqual([['rates-not-told', 'flows']])
    })

    test('are counted where there are many of them', () => {
      const rents = Array.from(
        { length: 1200 },
        (_, i) => [i * 30 + (i % 3), i === 0 ? -10_000 : i % 24 === 5 ? -4_000 : 300] as const,
      )
      expect(datedInternalRate(on(...rents))).toEqual({ kind: 'rate', rate: '0.137646' })
    })
  })

  test.each([
    [[], ['no-flows', 'flows']],
    [on(...Array.from({ length: 1201 }, () => [0, 1] as const)), ['too-many-flows', 'flows']],
    [[{ date: '2026-02-30', amount: '1' }], ['not-a-date', 'flows[0].date']],
    [[{ date: '2026-02-28', amount: '1e5' }], ['not-a-number', 'flows[0].amount']],
    [on([0, 1], [36_526, 1]), ['dates-too-far-apart', 'flows[1].date']],
  ])('that cannot be are refused: case %#', (flows, problem) => {
    expect(found(() => datedInternalRate(flows))).toEqual([problem])
    expect(found(() => datedPresentValue(flows, '0.1', 2))).toEqual([problem])
  })

  test('are refused with all that is wrong, in both languages', () => {
    const problems = [
      ...problemsOf(() => datedPresentValue([{ date: 'x', amount: '1' }], '-1', 1.5)),
      ...problemsOf(() => datedInternalRate([])),
      ...problemsOf(() => datedInternalRate(on([0, 1], [36_526, -1]))),
      ...problemsOf(() => datedInternalRate(on([0, -1], [1, 2]))),
    ]
    expect(describeProblems(problems.slice(1)).split('\n')).toEqual([
      'rate: is not above -1: nothing can lose more than all. Give a rate such as 0.08 for 8 %.',
      'places: is not a whole number from 0 to 100. Give a whole number from 0 to 100.',
      'flows: holds no flow of money. Give at least one.',
      'flows[1].date: is 36526 days after the first, more than 36525. Give flows within a hundred years.',
      'flows: balances only where money grows, or shrinks, more than 10^30 times in a year. Give flows that lie further apart.',
    ])
    expect(describeProblems(problems.slice(3), 'zh-CN').split('\n')).toEqual([
      'flows：没有现金流。请至少填写一项。',
      'flows[1].date：距首笔现金流 36526 天，超过 36525 天。请填写一百年以内的现金流。',
      'flows：仅在一年内资金增长或缩减超过 10^30 倍时才平衡。请填写间隔更长的现金流。',
    ])
  })
})

describe('flows a part of a year apart', () => {
  test('have a rate of the period and two of the year', () => {
    expect(periodicRate(['-100', '101'], 12)).toEqual({
      ...{ kind: 'rate', rate: '0.010000', effective: '0.126825', nominal: '0.120000' },
    })
    expect(periodicRate(['-100', '50'], 4)).toEqual({
      ...{ kind: 'rate', rate: '-0.500000', effective: '-0.937500', nominal: '-2.000000' },
    })
    expect(periodicRate(['-1', '1'], 12)).toMatchObject({ rate: '0.000000', nominal: '0.000000' })
    expect(periodicRate(['1', '1'], 12)).toEqual({ kind: 'none' })
    expect(periodicRate(['-100', '230', '-132'], 12)).toEqual({ kind: 'several', changes: 2 })
    expect(found(() => periodicRate(['-1', '1000'], 12))).toEqual([['extreme-rate', 'flows']])
    expect(found(() => periodicRate(['-1000', '1'], 12))).toEqual([['extreme-rate', 'flows']])
  })

  test('of which a year has one are those of years', () => {
    const flows = fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 70 })
    fc.assert(
      fc.property(flows, (each) => {
        const yearly = internalRate(each)
        expect(periodicRate(each, 1)).toEqual(
          yearly.kind === 'rate'
            ? { ...yearly, effective: yearly.rate, nominal: yearly.rate }
            : yearly,
        )
      }),
    )
  })

  test.each([0, 1.5, 367, Number.NaN, '12', null, undefined])(
    '%s a year are refused',
    (periods) => {
      expect(found(() => periodicRate(['-1', '2'], periods as number))).toEqual([
        ['not-whole', 'periodsOfYear'],
      ])
    },
  )
})

describe('the modified rate', () => {
  test('is the internal rate where both rates are that', () => {
    const gains = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(gains, (years) => {
        const flows = [-1000, ...years, 1]
        const { rate } = internalRate(flows) as { readonly rate: string }
        const modified = modifiedRate(flows, { finance: rate, reinvest: rate }) as string
        expect(decimal(modified).minus(rate).abs().toNumber()).toBeLessThanOrEqual(0.000_001)
      }),
    )
  })

  test('is the same in any unit of money, and none where flows go one way', () => {
    const flows = fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(flows, (each) => {
        const rates = { finance: '0.05', reinvest: '0.07' }
        const told = modifiedRate(each, rates)
        expect(
          modifiedRate(
            each.map((flow) => flow * 1000),
            rates,
          ),
        ).toBe(told)
        expect(told === undefined).toBe(
          each.every((flow) => flow >= 0) || each.every((flow) => flow <= 0),
        )
      }),
    )
    expect(modifiedRate(['-100000000', '1'], { finance: '0', reinvest: '0' })).toBe('-0.99999999')
  })

  test('refuses rates that cannot be, and names misspelt', () => {
    const flows = ['-1', '2']
    const wrong = { finance: '-1', reinvest: 'x' }
    expect(found(() => modifiedRate(flows, wrong))).toEqual([
      ['unusable-rate', 'rates.finance'],
      ['not-a-number', 'rates.reinvest'],
    ])
    expect(found(() => modifiedRate(flows, undefined as never))).toEqual([['missing', 'rates']])
  })
})

describe('multiples', () => {
  test('are benefits over costs, and none where there are no costs', () => {
    expect(benefitCostRatio(['0', '318000'], ['0', '72000'])).toBe('4.4167')
    expect(benefitCostRatio(['0', '110'], ['100', '0'], '0.1')).toBe('1.0000')
    expect(benefitCostRatio(['-5'], ['10'])).toBe('-0.5000')
    expect(benefitCostRatio(['10'], ['0'])).toBeUndefined()
    expect(benefitCostRatio(['10'], ['-1'])).toBeUndefined()
    expect(found(() => benefitCostRatio([], ['x'], '-1'))).toEqual([
      ['no-flows', 'benefits'],
      ['not-a-number', 'costs[0]'],
      ['unusable-rate', 'rate'],
    ])
  })

  test('an index is above 1 where the value today is above 0', () => {
    const flows = fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(flows, (years) => {
        const all = [-1000, ...years]
        const index = decimal(profitabilityIndex(all, '0.08') as string)
        const value = decimal(netPresentValue(all, '0.08', 20))
        expect(index.minus(value.dividedBy(1000).plus(1)).abs().toNumber()).toBeLessThan(0.000_051)
      }),
    )
    expect(profitabilityIndex(['0', '5'], '0.1')).toBeUndefined()
    expect(profitabilityIndex(['5'], '0.1')).toBeUndefined()
    expect(profitabilityIndex(['-5'], '0.1')).toBe('0.0000')
  })

  test('an equal flow a year is worth what the flows are', () => {
    const flows = fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 2, maxLength: 9 })
    const rate = fc.integer({ min: -500, max: 900 }).map((parts) => (parts / 1000).toFixed(3))
    fc.assert(
      fc.property(flows, rate, (each, at) => {
        const annual = equivalentAnnual(each, at, 30) as string
        const equal = each.map((_, year) => (year === 0 ? '0' : annual))
        const apart = decimal(
          netPresentValue(
            equal.map((flow) => decimal(flow).toFixed(25)),
            at,
            15,
          ),
        ).minus(netPresentValue(each, at, 15))
        expect(apart.abs().toNumber()).toBeLessThan(1e-12)
      }),
    )
    expect(equivalentAnnual(['100', '0', '0'], '0', 2)).toBe('50.00')
    expect(equivalentAnnual(['100'], '0.1', 2)).toBeUndefined()
    expect(found(() => equivalentAnnual(['1'], '0.1', -1))).toEqual([['not-whole', 'places']])
  })
})
