import { describe, expect, test } from 'vitest'
import {
  type Forecast,
  type ForecastRequest,
  forecast,
  type PlanPolicy,
  parsePlan,
  type Seasonality,
  seasonalityOf,
  seasonalQuotas,
} from '../../src/commission/index.js'
import { explain, renderText } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { flat } from './plans.js'

const planOf = (policy: Partial<PlanPolicy> = {}) =>
  parsePlan({ ...flat, period: 'quarter', tiers: { kind: 'flat', rate: '0.1' }, ...policy })

/** A year whose fourth quarter brings two fifths, as three of four past ones did. */
const years = {
  2022: ['10', '20', '30', '40'],
  2023: ['20', '20', '20', '40'],
  2024: ['15', '25', '20', '40'],
  2025: ['25', '25', '25', '25'],
}
const seasons = seasonalityOf(years)
const sold = { '2026-Q1': '100.00', '2026-Q2': '140.00' }

interface Given extends Partial<ForecastRequest> {
  readonly plan?: Partial<PlanPolicy>
}
const given = ({ plan, ...more }: Given = {}): ForecastRequest => ({
  plans: [{ from: '2020-01-01', value: planOf(plan) }],
  through: '2026-Q2',
  seasonality: seasons,
  measured: sold,
  ...more,
})
const year = (more?: Given) => forecast(given(more))
const quarters = ({ expected: { periods } }: Forecast) =>
  periods.map(({ measure, earned }) => `${measure} ${earned}`)
const quota: Partial<PlanPolicy> = {
  quota: 'quota',
  accelerator: { steps: [{ from: '1', factor: '2' }] },
}

describe('a seasonality', () => {
  test('is the sums of past years, each period by itself', () => {
    expect(seasons).toEqual({ weights: ['70', '90', '95', '145'], years })
  })

  test.each([
    [{}, [['not-seasons', 'years']]],
    [{ a: ['1', '2', '3'] }, [['not-seasons', 'years.a']]],
    [{ a: ['1', '2'], b: ['1', '2', '3', '4'] }, [['other-seasons', 'years.b']]],
    [{ a: ['0', '0'], b: ['0', '0.0'] }, [['weightless', 'years']]],
    [
      { a: ['1', '-2'], b: ['x', '0.00000000001'] },
      [
        ['negative', 'years.a[1]'],
        ['not-a-number', 'years.b[0]'],
        ['too-many-places', 'years.b[1]'],
      ],
    ],
  ])('is refused of %j', (bad, problems) => {
    expect(found(() => seasonalityOf(bad))).toEqual(problems)
  })

  test('spreads a quota, to the last cent', () => {
    const spread = (weights: readonly string[], total: string, places = 2) =>
      seasonalQuotas({ quota: total, seasonality: { weights }, places })
    expect(spread(['1', '2', '3', '3'], '100000')).toEqual([
      '11111.11',
      '22222.22',
      '33333.34',
      '33333.33',
    ])
    expect(spread(['70', '90', '95', '145'], '1', 4)).toEqual([
      '0.1750',
      '0.2250',
      '0.2375',
      '0.3625',
    ])
    // The tenth to twelfth come after the second, also where all are equal.
    expect(spread(Array(12).fill('1'), '0.02')).toEqual([
      ...['0.01', '0.01'],
      ...Array(10).fill('0.00'),
    ])
  })

  test('of a quota that is none is refused, with the places and the seasonality', () => {
    const bad = { quota: 'x', seasonality: { weights: ['1'] }, places: -1 }
    expect(found(() => seasonalQuotas(bad))).toEqual([
      ['not-a-number', 'quota'],
      ['not-seasons', 'seasonality.weights'],
      ['not-whole', 'places'],
    ])
  })
})

describe("a year's end", () => {
  test('is the measure to date by the weight to date', () => {
    // 240 × 400 ÷ 160; the third quarter 240 × 95 ÷ 160, the fourth 240 × 145 ÷ 160.
    const { toDate, expected } = year()
    expect(toDate).toEqual({ measure: '240.00', earned: '24.00' })
    expect([expected.measure, expected.commission]).toEqual(['600.00', '60.00'])
    expect(quarters(year())).toEqual([
      '100.00 10.00',
      '140.00 14.00',
      '142.50 14.25',
      '217.50 21.75',
    ])
  })

  test('has the courses of past years for low and high, by nearest rank', () => {
    // Ratios of the whole to the first half: 2025 2, 2024 2.5, 2023 2.5, 2022 3.33…
    expect(year().interval).toEqual({
      low: { measure: '480.00', commission: '48.00' },
      high: { measure: '800.00', commission: '80.00' },
      from: { years: 4, low: '2025', high: '2022', chance: '0.6000' },
    })
    expect(year({ coverage: '0.5' }).interval?.from).toEqual({
      ...{ years: 4, low: '2025', high: '2022', chance: '0.6000' },
    })
    // Half of the rest on either side leaves one out on each: 2024 and 2023 are equal, so by name.
    expect(year({ coverage: '0.4' }).interval).toEqual({
      low: { measure: '600.00', commission: '60.00' },
      high: { measure: '600.00', commission: '60.00' },
      from: { years: 4, low: '2023', high: '2024', chance: '0.2000' },
    })
  })

  test('goes on as in the first by name of years that go on alike', () => {
    const alike = ['c', 'a', 'd', 'b'].map((name, i) => [name, Array(4).fill(i + 1)] as const)
    const from = (named: typeof alike) =>
      year({ seasonality: seasonalityOf(Object.fromEntries(named)), coverage: '0.5' }).interval
        ?.from
    expect(from(alike)).toMatchObject({ low: 'a', high: 'd' })
    expect(from(alike.toReversed())).toEqual(from(alike))
  })

  test('lies within its interval, also where weights are not those of the years', () => {
    const within = (weights: readonly string[]) =>
      year({ seasonality: { weights, years } }).interval
    expect(within(['1', '1', '4', '4'])).toMatchObject({
      low: { measure: '480.00' },
      high: { measure: '1200.00' },
      from: { years: 4, low: '2025' },
    })
    expect(within(['1', '1', '4', '4'])?.from).not.toHaveProperty('high')
    expect(within(['4', '4', '1', '1'])).toMatchObject({
      low: { measure: '300.00' },
      high: { measure: '800.00' },
      from: { years: 4, high: '2022' },
    })
  })

  test('of what a plan pays less for more has its order turned', () => {
    const steps = [{ rate: '0.1' }, { from: '200', rate: '0.01' }]
    const plan = { tiers: { kind: 'retroactive', steps } } as const
    const { interval, courses, expected } = year({ plan })
    // 10 and 14, then 1 % of 240 and of 320; of 142.50 still 10 %, of 217.50 already 1 %.
    expect(courses?.high.commission).toBe('29.60')
    expect(expected.commission).toBe('40.43')
    expect(interval).toMatchObject({ low: { commission: '29.60' }, high: { commission: '48.00' } })
  })

  test('is attained of a quota that is spread by season, with accelerators', () => {
    // Quarters of 87.50, 112.50, 118.75 and 181.25, at 10 % to the quota and 20 % above.
    const { toDate, expected, interval } = year({ plan: quota, quota: '500.00' })
    expect(toDate).toEqual({ measure: '240.00', earned: '28.00', quota: '200.00' })
    expect(expected.attainment).toBe('1.2000')
    expect(quarters(year({ plan: quota, quota: '500.00' }))).toEqual([
      '100.00 11.25',
      '140.00 16.75',
      '142.50 16.63',
      '217.50 25.38',
    ])
    // As in 2025 the third and the fourth quarter bring 120.00: 12.125 and 12.00.
    expect(interval?.low).toEqual({ measure: '480.00', commission: '52.13', attainment: '0.9600' })
  })

  test('reads a quota of a period before the seasonal part', () => {
    const figures = { '2026-Q3': { quota: '142.50' } }
    expect(quarters(year({ plan: quota, quota: '500.00', figures }))[2]).toBe('142.50 14.25')
  })

  test('keeps what the records say was earned', () => {
    const earned = { '2026-Q1': '7.77', '2026-Q2': 8 }
    const { toDate, expected } = year({ earned })
    expect(toDate.earned).toBe('15.77')
    expect(expected.commission).toBe('51.77')
    expect(expected.periods.map(({ trace }) => trace !== undefined)).toEqual([
      ...[false, false],
      ...[true, true],
    ])
  })

  test('counts the cap of the year, and that of a version to come', () => {
    expect(year({ plan: { yearCap: '50' } }).expected.commission).toBe('50.00')
    const plans = [
      { from: '2020-01-01', value: planOf() },
      { from: '2026-10-01', value: planOf({ cap: '5' }) },
    ]
    expect(year({ plans }).expected.commission).toBe('43.25')
  })

  test('of a plan of the year to date is the formula at the year as a whole', () => {
    const plan = { ...quota, measuring: 'year-to-date' } as const
    // 50.00 for the quota, 20.00 for the 100.00 above it.
    const { expected } = year({ plan, quota: '500.00' })
    expect(expected.commission).toBe('70.00')
    expect(expected.periods.map(({ earned }) => earned)).toEqual([
      '11.25',
      '16.75',
      '16.63',
      '25.37',
    ])
  })

  test('of a plan of the year is told from its quarters', () => {
    const plan = { ...quota, period: 'year' } as const
    const { toDate, expected } = year({ plan, quota: '500.00' })
    expect(toDate.earned).toBe('0.00')
    expect(expected.periods).toMatchObject([
      { period: '2026', over: false, measure: '600.00', earned: '70.00' },
    ])
  })

  test('fills in other measures of the same sum', () => {
    const plan: Partial<PlanPolicy> = {
      ...{ quota: 'quota', linked: [{ sum: 'sales', as: 'this_year', span: 'year-to-date' }] },
      kickers: [{ kpi: 'this_year', of: 'goal', atLeast: '1', pays: '1000' }],
    }
    const goals = (goal: string) =>
      Object.fromEntries(['Q1', 'Q2', 'Q3', 'Q4'].map((q) => [`2026-${q}`, { goal }]))
    expect(year({ plan, figures: goals('600.00') }).expected.commission).toBe('1060.00')
    expect(year({ plan, figures: goals('600.01') }).expected.commission).toBe('60.00')
  })

  test('counts pieces in their own places', () => {
    const plan = { measure: { sum: 'pieces', unit: 'count' } } as const
    const { expected } = year({ plan, measured: { '2026-Q1': 100, '2026-Q2': '140.5' } })
    expect([expected.measure, expected.commission]).toEqual(['601.250000', '60.13'])
  })

  test('is explained in both languages', () => {
    const { expected, courses } = year({ plan: quota, quota: '500.00' })
    expect(renderText(explain(expected, { locale: 'en' }))).toBe(
      [
        "Attainment at year's end: 120%",
        "  Expected at year's end ÷ Quota of the year",
        '  600.00 CNY ÷ 500.00 CNY',
        "    Expected at year's end: 600.00 CNY",
        '      Sold to date × Weight of the year ÷ Weight to date',
        '      240.00 CNY × 400 ÷ 160',
        '      Because Sold to date 240.00 CNY is at least 0.00 CNY',
        '        Sold to date: 240.00 CNY',
        '        Weight of the year: 400',
        '        Weight to date: 160',
        '    Quota of the year: 500.00 CNY',
      ].join('\n'),
    )
    const low = renderText(explain(courses?.low as Forecast['expected'], { locale: 'zh-CN' }))
    expect(low).toContain('按 2025 走势的全年业绩：480.00 CNY')
    expect(low).toContain('240.00 CNY × 100 ÷ 50')
  })
})

describe('where little is known', () => {
  test.each([
    [{}, 'too-few-years', 'Past years that tell how it goes on from here: 0, fewer than 3'],
    [
      // Nothing was sold by now in 2025, which tells nothing.
      { 2023: years[2023], 2024: years[2024], 2025: ['0', '0', '5', '5'] },
      'too-few-years',
      'Past years that tell how it goes on from here: 2, fewer than 3',
    ],
  ])('past years %j give no interval', (past, code, reason) => {
    const seasonality: Seasonality = { ...seasons, years: past }
    const { interval, noInterval } = year({ seasonality })
    expect(interval).toBeUndefined()
    expect(noInterval).toMatchObject({ code, reason: { en: reason } })
  })

  test('fewer years make an interval where the request says so', () => {
    const seasonality = seasonalityOf({ 2024: years[2024], 2025: years[2025] })
    expect(year({ seasonality }).noInterval?.code).toBe('too-few-years')
    expect(year({ seasonality, leastYears: 2 }).interval?.from?.chance).toBe('0.3333')
    expect(year({ seasonality: { weights: seasons.weights } }).noInterval?.reason['zh-CN']).toBe(
      '可供参照的往年只有 0 个，少于 3 个',
    )
  })

  test('no sales to date are expected to bring none, without an interval', () => {
    const { expected, noInterval } = year({ measured: {} })
    expect([expected.measure, expected.commission]).toEqual(['0.00', '0.00'])
    expect(noInterval?.code).toBe('nothing-sold')
  })

  test('of a measure below zero no more is expected', () => {
    const { expected, noInterval } = year({
      plan: { tiers: { kind: 'marginal', steps: [{ rate: '0.1' }] } },
      measured: { '2026-Q1': '-100.00' },
    })
    expect([expected.measure, expected.commission]).toEqual(['-100.00', '-10.00'])
    expect(noInterval?.reason['zh-CN']).toBe('迄今尚无业绩，往年走势无从参照')
  })

  test('at the end of the year the forecast is the fact', () => {
    const measured = { ...sold, '2026-Q4': '1.00' }
    const { expected, interval } = year({ through: '2026-Q4', measured, quota: '482.00' })
    const end = { measure: '241.00', commission: '24.10', attainment: '0.5000' }
    expect(expected).toMatchObject(end)
    expect(interval).toEqual({ low: end, high: end })
  })
})

describe('a part of the year', () => {
  test('of a joiner counts from the day of joining', () => {
    // Half of the second quarter: 140 × (45 + 95 + 145) ÷ 45.
    const time = { '2026-Q1': '0', '2026-Q2': '0.5' }
    const { expected, interval } = year({ measured: { '2026-Q2': '140.00' }, time })
    expect(expected.measure).toBe('886.67')
    expect(expected.periods.map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q3', '2026-Q4'])
    // As in 2025: 140 × 62.5 ÷ 12.5.
    expect(interval?.low.measure).toBe('700.00')
  })

  test('of a leaver ends with it', () => {
    const time = { '2026-Q3': '0.5', '2026-Q4': 0 }
    const { expected } = year({ time })
    expect(expected.measure).toBe('311.25')
    expect(expected.periods).toHaveLength(3)
  })

  test('of who has left is over, whatever it weighs', () => {
    const time = { '2026-Q1': 0, '2026-Q2': 0, '2026-Q3': 0, '2026-Q4': 0 }
    const late = { measured: { '2026-Q1': '-20.00' }, earned: { '2026-Q2': '3.00' } }
    const { expected, interval, toDate } = year({
      ...late,
      time,
      plan: quota,
      quota: '100',
      figures: { '2026-Q1': { quota: '1' } },
    })
    expect(expected.measure).toBe('-20.00')
    expect(expected.periods.map(({ period }) => period)).toEqual(['2026-Q1', '2026-Q2'])
    expect(interval?.low).toEqual(interval?.high)
    expect(toDate.quota).toBe('100.00')
  })
})

describe('a forecast is refused', () => {
  test.each<[string, Given, readonly (readonly [string, string])[]]>([
    [
      'for weights of nothing',
      { seasonality: { weights: ['0', '0', '0', '0'] } },
      [['weightless', 'seasonality.weights']],
    ],
    [
      'for a shape that is none, all at once',
      {
        seasonality: { weights: ['1', '-1', 'x'] },
        ...{
          measured: { a: '1e9' },
          time: { '2026-Q1': '1.5', '2026-Q2': '-1', '2026-Q3': '0.1234567' },
        },
        ...{ coverage: '1', leastYears: 1, quota: '0' },
      },
      [
        ['negative', 'seasonality.weights[1]'],
        ['not-a-number', 'seasonality.weights[2]'],
        ['not-a-number', 'measured.a'],
        ['above-whole', 'time.2026-Q1'],
        ['negative', 'time.2026-Q2'],
        ['too-many-places', 'time.2026-Q3'],
        ['not-above', 'quota'],
        ['not-coverage', 'coverage'],
        ['not-whole', 'leastYears'],
      ],
    ],
    [
      'for years of other periods',
      { seasonality: { weights: ['1', '1'], years: { a: ['1'] } } },
      [['other-seasons', 'seasonality.years.a']],
    ],
    [
      'for periods that are none of the year, or not over',
      {
        measured: { '2025-Q4': '1', '2026-Q3': '1' },
        ...{ earned: { '2026-Q4': '1', '2026-01': '1' }, time: { '2027-Q1': '1' } },
      },
      [
        ['outside-year', 'measured.2025-Q4'],
        ['still-to-come', 'measured.2026-Q3'],
        ['still-to-come', 'earned.2026-Q4'],
        ['outside-year', 'earned.2026-01'],
        ['outside-year', 'time.2027-Q1'],
      ],
    ],
    [
      'for seasons longer than those of the plan, and another kind of period',
      { through: '2026-05', plan: { period: 'month' }, measured: {} },
      [
        ['outside-year', 'through'],
        ['coarse-seasons', 'seasonality'],
      ],
    ],
    [
      'for too many places',
      { measured: { '2026-Q1': '1.001' }, earned: { '2026-Q1': '1.001' }, quota: '1.001' },
      [
        ['too-many-places', 'measured.2026-Q1'],
        ['too-many-places', 'earned.2026-Q1'],
        ['too-many-places', 'quota'],
      ],
    ],
    [
      'for sums of more digits than a number may have',
      {
        measured: { '2026-Q1': `${'9'.repeat(38)}.00`, '2026-Q2': `${'9'.repeat(38)}.00` },
        seasonality: { weights: Array(4).fill('9'.repeat(40)) },
      },
      [
        ['too-many-digits', 'measured'],
        ['too-many-digits', 'seasonality'],
        ['too-many-digits', 'seasonality'],
      ],
    ],
    [
      'where no weight has elapsed',
      { seasonality: { weights: ['0', '0', '1', '1'] } },
      [['nothing-elapsed', 'through']],
    ],
    [
      'before the joining',
      { time: { '2026-Q1': 0, '2026-Q2': 0 } },
      [['nothing-elapsed', 'through']],
    ],
    [
      'for figures that are missing, in every period',
      { plan: { gate: { kpi: 'csat', atLeast: '0.9' } }, figures: { '2026-Q1': { csat: 'x' } } },
      [['not-a-number', 'figures.2026-Q1.csat']],
    ],
    [
      'for a gate of periods to come',
      {
        plan: { gate: { kpi: 'csat', atLeast: '0.9' } },
        figures: { '2026-Q1': { csat: '1' }, '2026-Q2': { csat: '1' } },
      },
      [
        ['missing-input', 'figures.2026-Q3.csat'],
        ['missing-input', 'figures.2026-Q4.csat'],
      ],
    ],
    [
      'for a plan by category',
      { plan: { tiers: { kind: 'category', by: 'line', rates: { phone: '0.01' } } } },
      [['no-curve', 'plan']],
    ],
    [
      'for versions of other terms, and before the first one',
      {
        plans: [
          { from: '2026-05-01', value: planOf() },
          { from: '2026-06-01', value: planOf({ period: 'month' }) },
        ],
      },
      [['other-terms', 'plans[1]']],
    ],
    [
      'before the first version',
      { plans: [{ from: '2026-05-01', value: planOf() }] },
      [['no-plan-version', 'plans[0]']],
    ],
    [
      'for a plan that is measured since a date',
      { plan: { measuring: { since: 'hired' } } },
      [['other-measuring', 'plans[0].measuring']],
    ],
    ['without a plan', { plans: [] }, [['too-small', 'plans']]],
    ['for a misspelt name', { tiem: {} } as unknown as Given, [['unknown-key', 'tiem']]],
  ])('%s', (_, more, problems) => {
    expect(found(() => year(more))).toEqual(problems)
  })

  test('in both languages', () => {
    const problems = problemsOf(() => year({ time: { '2026-Q1': 0, '2026-Q2': 0 } }))
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'through：截至 2026-Q2，此人全年的权重尚无任何部分经过，无从推算进度。请在首个有权重的期间之后再预测。',
    )
  })
})
