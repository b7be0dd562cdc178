import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  assess,
  benefitsOf,
  compareOffers,
  costByYear,
  exampleAssumptions,
  exampleOffers,
  internalRate,
  netPresentValue,
  type Offer,
  parseAssumptions,
  parseOffer,
  payback,
  scenarioTable,
  tornado,
} from '../../src/investment/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal } from '../../src/quantity/index.js'
import { found } from '../found.js'

const cloud = {
  id: 'cloud',
  kind: 'subscription',
  currency: 'CNY',
  setup: '5000.00',
  bands: [
    { from: 1, perPersonMonth: '30.00' },
    { from: 100, perPersonMonth: '20.00' },
  ],
  modules: [{ id: 'pay', perPersonMonth: '2.50' }],
  addOns: [{ id: 'training', once: '1000.00', yearly: '300.00' }],
}
const own = {
  id: 'own',
  kind: 'private',
  currency: 'CNY',
  licence: '300000.00',
  service: '45000.00',
  hardware: { price: '60000.00', lasts: 2 },
}
const company = exampleAssumptions

describe('what an offer costs', () => {
  test('is set-up and add-ons today, then the price of the band for everybody', () => {
    expect(costByYear(parseOffer(cloud), { people: 99, years: 2 })).toEqual([
      '6000.00',
      '38910.00',
      '38910.00',
    ])
    expect(costByYear(parseOffer(cloud), { people: 100, years: 1 })).toEqual([
      '6000.00',
      '27300.00',
    ])
    const { setup: _, modules: __, addOns: ___, ...plain } = cloud
    expect(costByYear(parseOffer(plain), { people: 1, years: 1 })).toEqual(['0.00', '360.00'])
    const half = { ...plain, addOns: [{ id: 'x' }] }
    expect(costByYear(parseOffer(half), { people: 1, years: 1 })).toEqual(['0.00', '360.00'])
  })

  test('is the licence and hardware today, service each year, and hardware when it has served', () => {
    expect(costByYear(parseOffer(own), { people: 1, years: 5 })).toEqual([
      ...['360000.00', '45000.00', '105000.00', '45000.00', '105000.00', '45000.00'],
    ])
    const { hardware: _, ...without } = own
    expect(costByYear(parseOffer(without), { people: 1, years: 1 })).toEqual([
      '300000.00',
      '45000.00',
    ])
  })
})

describe('published examples', () => {
  // Microsoft Support, "NPV function": its first value is at the end of the first period.
  test('NPV of Microsoft', () => {
    expect(netPresentValue([0, '-10000', '3000', '4200', '6800'], '0.1', 2)).toBe('1188.44')
    const second = ['-40000', '8000', '9200', '10000', '12000', '14500']
    expect(netPresentValue(second, '0.08', 2)).toBe('1922.06')
    expect(netPresentValue([...second, '-9000'], '0.08', 2)).toBe('-3749.47')
  })

  // Microsoft Support, "IRR function": -2.1 % after four years, 8.7 % after five.
  test('IRR of Microsoft', () => {
    const flows = ['-70000', '12000', '15000', '18000', '21000', '26000']
    expect(internalRate(flows.slice(0, 5))).toEqual({ kind: 'rate', rate: '-0.021245' })
    expect(internalRate(flows)).toEqual({ kind: 'rate', rate: '0.086630' })
  })
})

describe('the internal rate', () => {
  test('is exact where it has six places', () => {
    expect(internalRate(['-100', '110'])).toEqual({ kind: 'rate', rate: '0.100000' })
    expect(internalRate(['100', '-110'])).toEqual({ kind: 'rate', rate: '0.100000' })
    expect(internalRate(['0', '-100', '300'])).toEqual({ kind: 'rate', rate: '2.000000' })
    expect(internalRate(['-100', '1'])).toEqual({ kind: 'rate', rate: '-0.990000' })
  })

  test('is not there where flows go one way, and is not one where they turn twice', () => {
    expect(internalRate(['100', '0', '50'])).toEqual({ kind: 'none' })
    expect(internalRate(['0', '0'])).toEqual({ kind: 'none' })
    expect(internalRate(['-100', '230', '-132'])).toEqual({ kind: 'several', changes: 2 })
  })

  test('is where the value today goes through zero', () => {
    const gains = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), gains, (outlay, years) => {
        const flows = [-outlay, ...years]
        const found = internalRate(flows)
        if (found.kind !== 'rate') {
          expect(years.every((gain) => gain === 0)).toBe(true)
          return
        }
        const after = decimal(found.rate).plus('0.000001').toFixed()
        expect(netPresentValue(flows, found.rate, 40)).not.toMatch(/^-/)
        expect(netPresentValue(flows, after, 40)).toMatch(/^-/)
      }),
    )
  })
})

test('the value today falls as the rate rises, where an outlay comes first', () => {
  const rate = fc.integer({ min: -900, max: 3000 }).map((parts) => (parts / 1000).toFixed(3))
  const gains = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(gains, rate, rate, (years, a, b) => {
      const [low, high] = Number(a) < Number(b) ? [a, b] : [b, a]
      const flows = [-1000, ...years]
      const values = [low, high].map((each) => decimal(netPresentValue(flows, each, 6)))
      expect(values[0]?.greaterThanOrEqualTo(values[1] ?? 0)).toBe(true)
    }),
  )
})

describe('payback', () => {
  const years = (told: string) => ({ kind: 'years', years: told })
  test.each([
    [['-1000', '400', '400', '400'], '0', years('2.50')],
    [['-1000', '1000'], '0', years('1.00')],
    [['-1000', '999'], '0', { kind: 'never' }],
    [['0', '-10', '40'], '0', years('1.25')],
    [['-1000', '1100'], '0.1', years('1.00')],
    [['-1000', '1100'], '0.11', { kind: 'never' }],
    // It is paid back once and lost again: what counts is for good.
    [['-100', '200', '-150', '100'], '0', years('2.50')],
    [['100', '100'], '0', { kind: 'nothing-laid-out' }],
    [['0', '0'], '0.1', { kind: 'nothing-laid-out' }],
    [['10', '-10'], '0', { kind: 'nothing-laid-out' }],
  ] as const)('of %j at %s is %j', (flows, rate, told) => {
    expect(payback(flows, rate)).toEqual(told)
  })
})

describe('an assessment', () => {
  test('adds up', () => {
    const found = assess(parseOffer(own), parseAssumptions({ ...company, people: 300 }))
    expect(found.benefits).toEqual({
      // 5 % of 300 people at 15,000; half an hour × 300 × 12 at 45; 60 errors at 200.
      turnover: '225000.00',
      hours: '81000.00',
      errors: '12000.00',
      total: '318000.00',
    })
    expect(found.costs[0]).toBe('360000.00')
    expect(found.flows.slice(0, 3)).toEqual(['-360000.00', '273000.00', '213000.00'])
    expect(found.label).toBe('own')
    expect(found.netPresentValue).toBe(netPresentValue(found.flows, '0.08', 2))
    expect(found.payback).toEqual({ kind: 'years', years: '1.41' })
    expect(found.discountedPayback).toEqual({ kind: 'years', years: '1.59' })
  })

  test('says how many times its cost an offer brings', () => {
    const found = assess(parseOffer(own), company)
    // Five times 318,000 over 360,000 + 5 × 45,000 + 2 × 60,000.
    expect(found.totalCost).toBe('705000.00')
    expect(found.multiple).toBe('2.2553')
    const worth = (flows: readonly string[]) => decimal(netPresentValue(flows, '0.08', 30))
    const gains = worth(['0', ...Array.from({ length: 5 }, () => '318000')])
    const costs = worth(found.costs)
    expect(found.discountedMultiple).toBe(gains.dividedBy(costs).toFixed(4))
    expect(found.profitabilityIndex).toBe(worth(found.flows).dividedBy('360000').plus(1).toFixed(4))
    const annual = decimal(found.equivalentAnnualCost)
    const oneEach = worth(['0', '1', '1', '1', '1', '1'])
    expect(annual.times(oneEach).minus(costs).abs().toNumber()).toBeLessThan(0.03)
  })

  test('of what costs nothing has no multiple', () => {
    const free = { id: 'free', kind: 'private', currency: 'CNY', licence: '0', service: '0' }
    const found = assess(parseOffer(free), company)
    for (const name of ['multiple', 'discountedMultiple', 'profitabilityIndex'])
      expect(found).not.toHaveProperty(name)
    expect(found.equivalentAnnualCost).toBe('0.00')
    expect(found.payback).toEqual({ kind: 'nothing-laid-out' })
  })

  test('says from how many people on it is worth it, by looking at each', () => {
    for (const offer of [parseOffer(own), parseOffer(cloud), ...exampleOffers]) {
      const found = assess(offer, company).breakEvenPeople
      const value = (people: number) => assess(offer, { ...company, people }).netPresentValue
      if (found === undefined) expect(value(20_000)).toMatch(/^-/)
      else {
        expect(value(found)).not.toMatch(/^-/)
        if (found > 1) expect(value(found - 1)).toMatch(/^-/)
      }
    }
  })

  test('finds the first band in which it is worth it', () => {
    const dear = parseOffer({
      id: 'dear',
      kind: 'subscription',
      currency: 'CNY',
      bands: [
        { from: 1, perPersonMonth: '500.00' },
        { from: 50, perPersonMonth: '80.00' },
      ],
    })
    expect(assess(dear, company).breakEvenPeople).toBe(50)
    const late = parseOffer({
      id: 'late',
      kind: 'subscription',
      currency: 'CNY',
      bands: [
        { from: 1, perPersonMonth: '500.00' },
        { from: 30_000, perPersonMonth: '1.00' },
      ],
    })
    expect(assess(late, company).breakEvenPeople).toBeUndefined()
    const never = parseAssumptions({
      ...company,
      leaveRateAfter: '0.35',
      hoursSaved: '0',
      errorsAvoided: '0',
    })
    const nothing = assess(parseOffer(own), never)
    expect(nothing.breakEvenPeople).toBeUndefined()
    expect(nothing.payback).toEqual({ kind: 'never' })
    expect(nothing.discountedPayback).toEqual({ kind: 'never' })
    expect(nothing.internalRate).toEqual({ kind: 'none' })
    const free = { id: 'free', kind: 'private', currency: 'CNY', licence: '0', service: '0' }
    expect(assess(parseOffer(free), never).breakEvenPeople).toBe(1)
  })

  test('of several offers has the best first, whatever their order', () => {
    const names = compareOffers(exampleOffers, company).map(({ offer }) => offer)
    fc.assert(
      fc.property(fc.shuffledSubarray([...exampleOffers], { minLength: 4 }), (offers) => {
        expect(compareOffers(offers, company).map(({ offer }) => offer)).toEqual(names)
      }),
      { numRuns: 10 },
    )
    const twin = { ...parseOffer(own), id: 'also' } as Offer
    expect(compareOffers([parseOffer(own), twin], company).map(({ offer }) => offer)).toEqual([
      'also',
      'own',
    ])
    expect(compareOffers([twin, parseOffer(own)], company).map(({ offer }) => offer)).toEqual([
      'also',
      'own',
    ])
    const dollars = parseOffer({ ...own, currency: 'USD' })
    expect(found(() => compareOffers([parseOffer(own), dollars], company))).toEqual([
      ['other-currency', 'offers[1].currency'],
    ])
    expect(compareOffers([], company)).toEqual([])
  })
})

describe('what it hangs on', () => {
  const offer = parseOffer(own)

  test('is told widest first, each alone', () => {
    const bars = tornado(offer, company, [
      { factor: 'discountRate', low: '0.04', high: '0.15' },
      { factor: 'leaveRateAfter', low: '0.25', high: '0.35' },
      { factor: 'errorsAvoided', low: '0.2', high: '0.2' },
      { factor: 'errorCost', low: '200.00', high: '200.00' },
      { factor: 'hoursSaved', low: '0.5', high: '0.5' },
    ])
    expect(bars.map(({ factor }) => factor)).toEqual([
      'leaveRateAfter',
      'discountRate',
      'errorCost',
      'errorsAvoided',
      'hoursSaved',
    ])
    const [first] = bars
    expect(first?.low).toBe(assess(offer, { ...company, leaveRateAfter: '0.25' }).netPresentValue)
    expect(
      decimal(first?.low ?? '0')
        .minus(first?.high ?? '0')
        .toFixed(2),
    ).toBe(first?.spread)
  })

  test('refuses what it does not know', () => {
    const wrong = [{ factor: 'peple', low: 1, high: 2 }] as never
    expect(found(() => tornado(offer, company, wrong))).toEqual([
      ['unknown-factor', 'factors[0].factor'],
    ])
    const high = [{ factor: 'leaveRate', low: '0.1', high: '1.2' }] as const
    expect(found(() => tornado(offer, company, high))).toEqual([['above-whole', 'factors[0].high']])
  })

  test('is told scenario by scenario, with the best offer', () => {
    const rows = scenarioTable(exampleOffers, company, [
      { name: 'as it is', change: {} },
      { name: 'large', change: { people: 20_000 } },
    ])
    expect(rows.map(({ scenario, best }) => [scenario, best])).toEqual([
      ['as it is', 'basic-subscription'],
      ['large', 'small-private'],
    ])
    const twin = { ...offer, id: 'also' } as Offer
    for (const offers of [
      [offer, twin],
      [twin, offer],
    ] as const)
      expect(scenarioTable(offers, company, [{ name: 'x', change: {} }])[0]?.best).toBe('also')
  })
})

describe('bad input', () => {
  test.each([
    [{ bands: [] }, ['too-small', 'bands']],
    [{ bands: [{ from: 2, perPersonMonth: '1' }] }, ['bands-out-of-order', 'bands[0].from']],
    [
      { bands: [...cloud.bands, { from: 100, perPersonMonth: '1' }] },
      ['bands-out-of-order', 'bands[2].from'],
    ],
    [
      { bands: [{ from: 1, perPersonMonth: '1.005' }] },
      ['too-many-places', 'bands[0].perPersonMonth'],
    ],
    [{ setup: '0.001' }, ['too-many-places', 'setup']],
    [{ modules: [...cloud.modules, ...cloud.modules] }, ['repeated-id', 'modules[1].id']],
    [
      { modules: [{ id: 'x', perPersonMonth: '0.001' }] },
      ['too-many-places', 'modules[0].perPersonMonth'],
    ],
    [{ addOns: [...cloud.addOns, ...cloud.addOns] }, ['repeated-id', 'addOns[1].id']],
    [{ addOns: [{ id: 'x', yearly: '0.001' }] }, ['too-many-places', 'addOns[0].yearly']],
    [{ kind: 'gift' }, ['not-offered', 'kind']],
  ])('an offer with %j is refused', (change, problem) => {
    expect(found(() => parseOffer({ ...cloud, ...change }))).toEqual([problem])
  })

  test.each([
    [{ licence: '0.001' }, ['too-many-places', 'licence']],
    [{ service: '-1' }, ['not-a-non-negative-decimal', 'service']],
    [{ hardware: { price: '0.001', lasts: 5 } }, ['too-many-places', 'hardware.price']],
    [{ hardware: { price: '1', lasts: 0 } }, ['too-small', 'hardware.lasts']],
  ])('a private offer with %j is refused', (change, problem) => {
    expect(found(() => parseOffer({ ...own, ...change }))).toEqual([problem])
  })

  test.each([
    [{ people: 0 }, ['too-small', 'people']],
    [{ years: 51 }, ['too-big', 'years']],
    [{ leaveRate: '1.2' }, ['above-whole', 'leaveRate']],
    [{ discountRate: '8 %' }, ['not-a-non-negative-decimal', 'discountRate']],
  ])('assumptions with %j are refused', (change, problem) => {
    expect(found(() => parseAssumptions({ ...company, ...change }))).toEqual([problem])
  })

  test.each([
    [() => netPresentValue([], '0.1', 2), ['no-flows', 'flows']],
    [() => netPresentValue(['x'], '0.1', 2), ['not-a-number', 'flows[0]']],
    [() => netPresentValue(['1'], '-1', 2), ['unusable-rate', 'rate']],
    [() => payback(['1'], 'x'), ['not-a-number', 'rate']],
  ])('flows that cannot be are refused: case %#', (act, problem) => {
    expect(found(act)).toEqual([problem])
  })

  test('is told in both languages', () => {
    const problems = [
      ...problemsOf(() => parseOffer({ ...cloud, bands: [{ from: 2, perPersonMonth: '1' }] })),
      ...problemsOf(() => parseAssumptions({ ...company, leaveRateAfter: '35' })),
      ...problemsOf(() => internalRate([])),
      ...problemsOf(() => netPresentValue(['1'], '-1', 2)),
    ]
    expect(describeProblems(problems).split('\n')).toEqual([
      'bands[0].from: is not the next head count of the bands. Begin with 1, and give bands from few people to many.',
      'leaveRateAfter: is 35, more than everybody. Give a part of 1, such as 0.35 for 35 %.',
      'flows: holds no flow of money. Give at least one.',
      'rate: is not above -1: nothing can lose more than all. Give a rate such as 0.08 for 8 %.',
    ])
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      'bands[0].from：不是价格档的下一个人数。请从 1 人起，按人数从少到多填写。',
      'leaveRateAfter：为 35，超过全部人数。请填写 0 到 1 之间的比例，例如 0.35 表示 35%。',
      'flows：没有现金流。请至少填写一项。',
      'rate：不大于 -1，损失不可能超过全部。请填写折现率，例如 0.08 表示 8%。',
    ])
  })
})

test('benefits are rounded once each, to the minor unit', () => {
  const third = {
    ...company,
    people: 1,
    leaveRate: '0.333',
    leaveRateAfter: '0',
    replacementCost: '10.00',
  }
  expect(benefitsOf(third, 'CNY').turnover).toBe('3.33')
  expect(benefitsOf({ ...third, replacementCost: '10' }, 'JPY').turnover).toBe('3')
})
