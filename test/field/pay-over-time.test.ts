import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  giveAward,
  grantStatus,
  parseAward,
  parseGrant,
  parseReferral,
  referralPayments,
} from '../../src/bonus/index.js'
import {
  addDays,
  countDays,
  monthsOfService,
  parsePeriod,
  prorate,
  type Weekday,
} from '../../src/calendar/index.js'
import { nextTier, type PlanPolicy, parsePlan, payoutCurve } from '../../src/commission/index.js'
import {
  add,
  atLeast,
  check,
  constant,
  divide,
  type Expression,
  evaluate,
  explain,
  maximum,
  minimum,
  multiply,
  renderText,
  round,
  subtract,
  when,
} from '../../src/formula/index.js'
import {
  amount,
  attribute,
  book as bookOfPay,
  type Component,
  component,
  type Data,
  days,
  explain as explainLine,
  figure,
  member,
  type Person,
  parseData,
  type Row,
  type Run,
  records,
  settle as settlePay,
  tagged,
} from '../../src/pay/index.js'
import * as payroll from '../../src/payroll/index.js'
import { verify as verifyRun, verifyChain as verifyRuns } from '../../src/payroll/index.js'
import { digestOf } from '../../src/problem/index.js'
import { decimal, fromScaled, money, total } from '../../src/quantity/index.js'
import { checkPolicy, payDataOf, policyBooks } from '../../src/testing/index.js'
import { forDaysPaid } from '../../src/wage/days.js'
import { overtimeComponents } from '../../src/wage/index.js'
import { found } from '../found.js'
import {
  base,
  cents,
  li,
  type Months,
  order,
  paid,
  salary,
  settleEach,
  totals,
  withheld,
  yuan,
} from '../pay/months.js'
import * as firm from '../payroll/disclosure-company.js'
import { bookOf, policy as firmPolicy, termsOf } from '../payroll/policies.js'
import * as small from '../wage/firm.js'
import {
  departments,
  figuresOf,
  type ShopMonths,
  salaried,
  sale,
  shopMonths,
  shopOf,
} from './shop.js'

describe('payroll: a book of policies pays each month by who is in the plan', () => {
  const march = sale('m', '2026-03-10', '20000.00')
  const refund = sale('r', '2026-05-10', '-5000.00', { kind: 'refund', of: 'm' })
  const left = li({ employment: [{ from: '2020-01-01', to: '2026-03-31' }] })
  const moved = li(departments(['2020-01-01', 'sales'], ['2026-04-01', 'office']))
  const floor = shopOf({ plan: { floor: '1000' } })
  const kicked = shopOf({ plan: { kickers: [{ kpi: 'kpi', atLeast: '0.9', pays: '500' }] } })
  const gated = (more: object = {}) =>
    shopOf({ plan: { gate: { kpi: 'kpi', atLeast: '0.9' }, ...more } })
  const met = figuresOf({ kpi: '0.95' }, '2026-03')

  test.each<[string, ShopMonths, readonly string[]]>([
    [
      'F1a a guarantee ends with the employment',
      { book: floor, people: [left] },
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1b a draw ends with the employment',
      {
        book: shopOf({ payments: { draw: { kind: 'non-recoverable', amount: '1000' } } }),
        people: [left],
      },
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1c a recoverable draw ends with the employment',
      {
        book: shopOf({ payments: { draw: { kind: 'recoverable', amount: '1000' } } }),
        people: [left],
      },
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1d the guarantee of the old plan ends with the move',
      { book: floor, people: [moved] },
      ['5000.00', '3000.00', '3000.00', '3000.00'],
    ],
    [
      'F1e a refund by who has left comes back under a guarantee',
      { book: floor, people: [left], events: [march, refund] },
      ['5000.00', '0.00', '-500.00', '0.00'],
    ],
    [
      'F1e a refund by who has moved comes back under a guarantee',
      { book: floor, people: [moved], events: [march, refund] },
      ['5000.00', '3000.00', '2500.00', '3000.00'],
    ],
    [
      'F1f a kicker on a KPI ends with the employment, and its KPI is not asked for',
      { book: kicked, people: [{ ...left, ...met }] },
      ['5500.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1g who has left may be left out, until a refund comes',
      {
        book: floor,
        people: (name) => (name === '2026-03' || name === '2026-05' ? [left] : []),
        events: [march, refund],
      },
      ['5000.00', '0.00', '-500.00', '0.00'],
    ],
    [
      'F1 a guarantee begins with the move into the plan',
      {
        book: floor,
        people: [li(departments(['2020-01-01', 'office'], ['2026-05-01', 'sales']))],
        events: [],
      },
      ['3000.00', '3000.00', '4000.00', '4000.00'],
    ],
    [
      'F1 a guarantee begins with the employment, and again with the next one',
      {
        book: floor,
        people: [
          li({ employment: [{ from: '2020-01-01', to: '2026-03-31' }, { from: '2026-06-01' }] }),
        ],
        events: [],
      },
      ['4000.00', '0.00', '0.00', '4000.00'],
    ],
    [
      'F1 what comes in for a deal after the time in the plan counts in its last month',
      {
        book: shopOf({ plan: { measure: { sum: 'collections' } } }),
        people: [left],
        events: [march, sale('late', '2026-04-02', '1000.00', { kind: 'collection', of: 'm' })],
      },
      ['3000.00', '100.00', '0.00', '0.00'],
    ],
    [
      'F1 a deal that is made after the time in the plan is nobody’s',
      { book: floor, people: [left], events: [march, sale('late', '2026-04-02', '1000.00')] },
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1 what is held back of the old plan is released to who has moved',
      {
        book: shopOf({ plan: { holdback: { share: '0.5' } } }),
        people: [moved],
        events: [march, sale('c', '2026-05-10', '20000.00', { kind: 'collection', of: 'm' })],
      },
      ['4000.00', '3000.00', '4000.00', '3000.00'],
    ],
    [
      'F1 who is told late to have left pays back salary and guarantee of later months',
      { book: floor, people: (name) => [name < '2026-05' ? li() : left], events: [] },
      ['4000.00', '4000.00', '-4000.00', '0.00'],
    ],
    [
      'F1 a guarantee ends with the policy',
      { book: shopOf({ plan: { floor: '1000' }, days: { to: '2026-04-30' } }), events: [] },
      ['4000.00', '4000.00', '3000.00', '3000.00'],
    ],
    [
      'F1 a guarantee begins with the policy',
      { book: shopOf({ plan: { floor: '1000' }, days: { from: '2026-05-01' } }), events: [] },
      ['3000.00', '3000.00', '4000.00', '4000.00'],
    ],
    [
      'F2a who has moved is paid in the new job without a KPI of the old one',
      { book: gated(), people: [{ ...moved, ...met }] },
      ['5000.00', '3000.00', '3000.00', '3000.00'],
    ],
    [
      'F2b a refund in its original month is decided by the KPI of that month',
      {
        book: gated(),
        people: [{ ...left, ...met }],
        events: [march, refund],
      },
      ['5000.00', '0.00', '-500.00', '0.00'],
    ],
    ...['0', '0.95'].map((kpi): [string, ShopMonths, readonly string[]] => [
      `F2c a KPI of ${kpi} made up for May decides nothing`,
      {
        book: gated(),
        people: [{ ...left, figures: [...met.figures, ...figuresOf({ kpi }, '2026-05').figures] }],
        events: [march, refund],
      },
      ['5000.00', '0.00', '-500.00', '0.00'],
    ]),
    [
      'F2 a quota is not asked of who has left either',
      {
        book: shopOf({
          plan: { quota: 'quota', accelerator: { steps: [{ from: '1', factor: '2' }] } },
        }),
        people: [{ ...left, ...figuresOf({ quota: '10000.00' }, '2026-03') }],
        events: [march, refund],
      },
      // 1,000 and twice 1,000; then twice 500.
      ['6000.00', '0.00', '-1000.00', '0.00'],
    ],
  ])('%s', (_, given, expected) => {
    const runs = shopMonths({ events: [march], ...given })
    expect(runs.flatMap((run) => run.withheld)).toEqual([])
    expect(totals(runs)).toEqual(expected)
    expect(verifyRuns(runs)).toEqual([])
  })

  test.each([
    [left, '0.00', '0.00', '0.00'],
    [left, '3000.00', '-300.00', '0.00'],
    [left, '9000.00', '-700.00', '200.00'],
    [li(), '3000.00', '700.00', '4000.00'],
  ])('F1c who has left is advanced nothing and still pays back: %#', (person, came, drawn, all) => {
    const draw = { kind: 'recoverable', amount: '1000' }
    const book = shopOf({ plan: { measure: { sum: 'collections' } }, payments: { draw } })
    const money = (id: string, on: string, amount: string) =>
      sale(id, on, amount, { kind: 'collection', of: 'm' })
    // 700.00 is advanced to the 300.00 of March.
    const events = [march, money('a', '2026-03-20', '3000.00'), money('b', '2026-04-10', came)]
    const names = ['2026-03', '2026-04']
    const runs = shopMonths({ book, people: [person], events, names })
    const [, april] = runs
    const line = april?.lines.find(({ component }) => component === 'payments.draw')
    expect([line?.amount, totals(runs)[1]]).toEqual([drawn, all])
  })

  test('F1 outside the plan there is neither floor nor kicker, and its KPI is not unread', () => {
    const book = shopOf({
      plan: { floor: '1000', kickers: [{ kpi: 'kpi', atLeast: '0.9', pays: '500' }] },
    })
    const office = li({
      ...departments(['2020-01-01', 'office']),
      ...figuresOf({ kpi: '0.95' }, '2026-03'),
    })
    const events = [sale('small', '2026-03-10', '500.00')]
    const runs = shopMonths({ book, people: [office], events, names: ['2026-03', '2026-04'] })
    expect(totals(runs)).toEqual(['3000.00', '3000.00'])
    expect(runs[0]?.unread).toEqual([])
  })

  test('F1 no month of another department is paid: a law over careers', () => {
    const names = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07']
    const career = fc.record({
      of: fc.array(fc.constantFrom('sales', 'office'), { minLength: 5, maxLength: 5 }),
      from: fc.constantFrom('2020-01-01', '2026-04-01', '2026-05-16'),
      to: fc.constantFrom('2026-04-30', '2026-06-10', '9999-12-31'),
      sold: fc.array(fc.nat(4), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(career, ({ of, from, to, sold }) => {
        fc.pre(from <= to)
        const own = of.map((value, i) => ({ from: `${names[i]}-01`, value }))
        const person = li({
          employment: [{ from, to }],
          attributes: { salary: [{ from: '2020-01-01', value: '0' }], department: own },
        })
        const runs = shopMonths({
          book: floor,
          names,
          people: [person],
          events: sold.map((month, i) => sale(`s${i}`, `${names[month]}-10`, '10.00')),
        })
        const inPlan = names.filter(
          (name, i) => of[i] === 'sales' && `${name}-31` >= from && parsePeriod(name).from <= to,
        )
        // A floor for each month in the plan, which is more than what is sold in it.
        expect(total(totals(runs), 2)).toBe(`${inPlan.length * 1000 || '0'}.00`)
      }),
      { numRuns: 40 },
    )
  })

  test('F1 a plan of whole months begins with one', () => {
    const begun = () => shopOf({ days: { from: '2026-04-16' } })
    expect(found(begun)).toEqual([['mid-period', 'policies[1].versions[0].plan.from']])
  })

  test('F1 a plan that a later book no longer has is asked for, and not forgotten', () => {
    const [first] = shopMonths({ book: floor, events: [march], names: ['2026-03'] })
    const later = bookOf([salaried], { retro: 3 })
    const { data } = payroll.parseRunData(later, { people: [li()] })
    const next = () => payroll.run(later, data, { period: '2026-04', before: first as Run })
    expect(found(next).map(([code]) => code)).toEqual(['not-in-book'])
  })

  describe('F3 settling each month or once pays the same, with a floor', () => {
    const names = ['2026-03', '2026-04', '2026-05', '2026-06']
    const events = [march, sale('b', '2026-06-10', '20000.00')]
    const spans = [{ from: '2026-02-10', to: '2026-06-15' }]
    const paid = (of: readonly string[], more: ShopMonths = {}) => {
      const book = shopOf({ plan: { floor: '1000' }, book: { retro: 12 } })
      const unpaid = { salary: [{ from: '2020-01-01', value: '0' }] }
      const people = [li({ attributes: unpaid })]
      return total(totals(shopMonths({ book, people, events, names: of, ...more })), 2)
    }

    test.each([[names], [['2026-03', '2026-05', '2026-06']], [['2026-03', '2026-06']]])(
      'F3 %j',
      (of) => {
        expect(paid(of)).toBe('6000.00')
      },
    )

    test.each([
      [['2026-01', '2026-02', ...names, '2026-07']],
      [['2026-02', '2026-05', '2026-09']],
      [['2026-01', '2026-12']],
    ])('F3 with spans %j', (of) => {
      const people = [
        li({
          employment: spans,
          attributes: { salary: [{ from: '2020-01-01', value: '0' }] },
        }),
      ]
      // February to June, and nothing before or after.
      expect(paid(of, { people })).toBe('7000.00')
    })

    test('F3 a plan begins with the first period that its first version covers', () => {
      const book = shopOf({ plan: { floor: '1000' }, days: { from: '2026-04-01' } })
      expect(paid(['2026-03', '2026-06'], { book, events: [] })).toBe('3000.00')
      expect(paid(['2026-03'], { book, events: [] })).toBe('0.00')
    })

    test('F3 measuring the year to date, outside months stand between', () => {
      const book = shopOf({
        plan: {
          tiers: { kind: 'marginal', steps: [{ from: '0', rate: '0.10' }] },
          measuring: 'year-to-date',
        },
        book: { retro: 12 },
      })
      const salary = [{ from: '2020-01-01', value: '0' }]
      const back = li({
        attributes: {
          salary,
          ...departments(['2026-03-01', 'sales'], ['2026-04-01', 'office'], ['2026-06-01', 'sales'])
            .attributes,
        },
      })
      expect(paid(names, { book })).toBe('4000.00')
      expect(paid(names.slice(0, 3), { book })).toBe('2000.00')
      expect(paid(names, { book, people: [back] })).toBe('4000.00')
      expect(paid(['2026-03', '2026-06'], { book, people: [back] })).toBe('4000.00')
    })

    test('F3 the law of a book holds for a floor', () => {
      const { reports } = checkPolicy(floor, { laws: ['additive'], runs: 10 })
      expect(reports.map(({ outcome }) => outcome)).toEqual(['held'])
    })
  })
})

describe('formulas: multiply first, divide last, round once', () => {
  const factors = { workday: '1.5', rest: '2', holiday: '3' }
  const [written] = overtimeComponents(
    { base: { attribute: 'salary' }, figures: factors },
    { id: 'overtime', currency: 'CNY' },
  )
  const overtime = check((written as Component).formula)
  const paidFor = (salary: string, hours: string, day: string) =>
    evaluate(overtime, { salary, workday: '0', rest: '0', holiday: '0', [day]: hours })
  const pays = (...given: Parameters<typeof paidFor>) => paidFor(...given).value

  test.each([
    ['3500.00', '36', 'workday', '1086.21'],
    ['5000.00', '99.5', 'holiday', '8577.59'],
    ['3500.00', '0.25', 'rest', '10.06'],
    ['8700.00', '7.75', 'workday', '581.25'],
  ])('F9 overtime rounds once: %s, %s h, %s pays %s', (salary, hours, day, pay) => {
    expect(pays(salary, hours, day)).toBe(pay)
  })

  test('F9 overtime is salary × hours × factor ÷ 174 to the cent, by the quarter of an hour', () => {
    const hundredths = { workday: 150n, rest: 200n, holiday: 300n }
    const day = fc.constantFrom(...(Object.keys(factors) as (keyof typeof factors)[]))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 0, max: 400 }),
        day,
        (cents, quarters, day) => {
          const exact = BigInt(cents) * BigInt(quarters) * 25n * hundredths[day]
          const [over, by] = [exact * 2n, 174n * 10_000n]
          const pay = (over + by) / (by * 2n)
          const hours = fromScaled(BigInt(quarters) * 25n, 2)
          expect(pays(fromScaled(BigInt(cents), 2), hours, day)).toBe(fromScaled(pay, 2))
        },
      ),
    )
  })

  test('F9 overtime is explained in both languages', () => {
    const result = paidFor('5000.00', '99.5', 'holiday')
    expect(renderText(explain(result, { locale: 'zh-CN' }))).toBe(
      [
        '加班费：8,577.59 CNY',
        '  加班基数 × (workday × 150% + rest × 200% + holiday × 300%) ÷ 月计薪小时',
        '  5,000.00 CNY × (0 小时 × 150% + 0 小时 × 200% + 99.5 小时 × 300%) ÷ 174 小时',
        '  四舍五入至 0.01 CNY',
        '    加班基数：5,000.00 CNY',
        '    workday: 0 小时',
        '    rest: 0 小时',
        '    holiday: 99.5 小时',
        '    月计薪小时：174 小时',
      ].join('\n'),
    )
    expect(explain(result, { locale: 'en' }).how[0]).toBe(
      'Monthly base × (workday × 150% + rest × 200% + holiday × 300%) ÷ Hours a month',
    )
  })
})

describe('estimator: the curve and the next tier know the whole plan', () => {
  const planWith = (more: Partial<PlanPolicy>) =>
    parsePlan({
      id: 'p',
      currency: 'CNY',
      period: 'month',
      measure: { sum: 'sales' },
      tiers: { kind: 'flat', rate: '0.01' },
      ...more,
    })
  const accelerated = planWith({
    quota: 'quota',
    accelerator: { steps: [{ from: '1', factor: '3' }] },
    cap: '4000',
  })
  const quota = { quota: '150000' }
  const curve = (
    ...[plan, given, to, points = 2]: [ReturnType<typeof planWith>, object, string, number?]
  ) =>
    payoutCurve(plan, given as Record<string, string>, { from: '0', to, points }).map(
      ({ amount, pay }) => `${amount} ${pay}`,
    )

  test('D2 the corner of an accelerator and of a cap stands in the curve', () => {
    expect(curve(accelerated, quota, '300000', 3)).toEqual([
      '0.00 0.00',
      '149999.99 1500.00',
      '150000.00 1500.00',
      '233333.33 4000.00',
      '233333.34 4000.00',
      '300000.00 4000.00',
    ])
  })

  test.each<[string, Partial<PlanPolicy>, object, string, readonly string[]]>([
    [
      'a floor',
      { floor: '300' },
      {},
      '50000',
      ['0.00 300.00', '29999.99 300.00', '30000.00 300.00', '50000.00 500.00'],
    ],
    [
      'a kicker of the quota',
      { kickers: [{ kpi: 'sales', of: 'quota', atLeast: '1', pays: '300' }] },
      { quota: '20000' },
      '50000',
      ['0.00 0.00', '19999.99 200.00', '20000.00 500.00', '50000.00 800.00'],
    ],
    [
      'a gate on the measure',
      { gate: { kpi: 'sales', atLeast: '10000' } },
      {},
      '50000',
      ['0.00 0.00', '9999.99 0.00', '10000.00 100.00', '50000.00 500.00'],
    ],
    [
      'a cap of the year',
      { yearCap: '1000' },
      { earned_to_date: '800' },
      '50000',
      ['0.00 0.00', '19999.99 200.00', '20000.00 200.00', '50000.00 200.00'],
    ],
    [
      'a grid',
      {
        quota: 'quota',
        tiers: {
          kind: 'grid',
          rows: [{}, { from: '1' }],
          kpi: 'quality',
          columns: [{}],
          rates: [['0.01'], ['0.02']],
        },
      },
      { quota: '20000', quality: '0.9' },
      '50000',
      ['0.00 0.00', '19999.99 200.00', '20000.00 400.00', '50000.00 1000.00'],
    ],
  ])('D2 %s stands in the curve', (_, more, given, to, expected) => {
    expect(curve(planWith(more), given, to)).toEqual(expected)
  })

  test('D2 between two points of a curve there is no other corner: any amount is on their line', () => {
    const plans = fc.record(
      {
        steps: fc
          .uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 3 })
          .map((bounds) =>
            bounds
              .sort((a, b) => a - b)
              .map((from, i) => ({
                from: String(from),
                rate: ['0.01', '0.05', '0.03'][i] as string,
              })),
          ),
        kind: fc.constantFrom('marginal' as const, 'retroactive' as const),
        factor: fc.constantFrom('0.5', '2'),
        cap: fc.constantFrom('20', '77.77'),
        floor: fc.constantFrom('5', '11.11'),
      },
      { requiredKeys: ['steps', 'kind'] },
    )
    fc.assert(
      fc.property(
        plans,
        fc.integer({ min: 0, max: 400_000 }),
        ({ steps, kind, factor, ...limits }, cents) => {
          const plan = planWith({
            quota: 'quota',
            tiers: { kind, steps },
            ...(factor !== undefined && { accelerator: { steps: [{ from: '1', factor }] } }),
            ...limits,
          })
          const given = factor === undefined ? {} : { quota: '1000' }
          const points = payoutCurve(plan, given, { from: '0', to: '4000', points: 2 })
          const amount = decimal(String(cents)).div(100)
          const i = points.findLastIndex((point) => amount.greaterThanOrEqualTo(point.amount))
          const [a, b = a] = [points[i], points[i + 1]]
          const width = decimal(b?.amount ?? '0').minus(a?.amount ?? '0')
          const part = width.isZero() ? decimal('0') : amount.minus(a?.amount ?? '0').div(width)
          const onLine = decimal(b?.pay ?? '0')
            .minus(a?.pay ?? '0')
            .times(part)
            .plus(a?.pay ?? '0')
          const paid = evaluate(plan.formula, { sales: amount.toFixed(2), ...given }).value
          // Of a cent in the value and of one in either end, each is rounded.
          expect(decimal(paid).minus(onLine).abs().lessThanOrEqualTo('0.02')).toBe(true)
        },
      ),
    )
  })

  test.each([
    ['149999.99', { from: '150000.00', rate: '0.03', missing: '0.01' }],
    ['0', { from: '150000.00', rate: '0.03', missing: '150000.00' }],
    ['150000', undefined],
    ['233333.33', undefined],
  ])('D2 the next tier of %s is that of the accelerator, and no cap is one', (sales, expected) => {
    expect(nextTier(accelerated, { ...quota, sales })).toEqual(expected)
  })

  const steps = [
    { from: '0', rate: '0.01' },
    { from: '50000', rate: '0.02' },
    { from: '90000', rate: '0.03' },
  ]

  test.each<[string, Partial<PlanPolicy>, object, object | undefined]>([
    [
      'a tier beyond the cap is none',
      { tiers: { kind: 'marginal', steps }, cap: '100' },
      { sales: '1000' },
      undefined,
    ],
    [
      'an accelerator comes before the next tier',
      {
        quota: 'quota',
        tiers: { kind: 'marginal', steps },
        accelerator: { steps: [{ from: '1', factor: '2' }] },
      },
      { sales: '1000', quota: '30000' },
      { from: '30000.00', rate: '0.02', missing: '29000.00' },
    ],
    [
      'the next tier is accelerated',
      {
        quota: 'quota',
        tiers: { kind: 'marginal', steps },
        accelerator: { steps: [{ from: '1', factor: '2' }] },
      },
      { sales: '40000', quota: '30000' },
      { from: '50000.00', rate: '0.04', missing: '10000.00' },
    ],
    [
      'an accelerator that waits for a KPI is none',
      {
        quota: 'quota',
        accelerator: {
          steps: [{ from: '1', factor: '2' }],
          when: { kpi: 'quality', atLeast: '0.9' },
        },
      },
      { sales: '1000', quota: '30000', quality: '0.8' },
      undefined,
    ],
    [
      'a floor hides what is below it',
      { tiers: { kind: 'marginal', steps }, floor: '600' },
      { sales: '1000' },
      { from: '55000.00', rate: '0.02', missing: '54000.00' },
    ],
    [
      'a gate on the measure opens',
      { gate: { kpi: 'sales', of: 'quota', atLeast: '0.8' } },
      { sales: '1000', quota: '30000' },
      { from: '24000.00', rate: '0.01', missing: '23000.00' },
    ],
    [
      'a row of a grid',
      {
        quota: 'quota',
        tiers: {
          kind: 'grid',
          rows: [{}, { from: '1' }],
          kpi: 'quality',
          columns: [{}],
          rates: [['0.01'], ['0.02']],
        },
      },
      { sales: '1000', quota: '20000', quality: '0.9' },
      { from: '20000.00', rate: '0.02', missing: '19000.00' },
    ],
  ])('D2 the next tier: %s', (_, more, inputs, expected) => {
    expect(nextTier(planWith(more), inputs as Record<string, string>)).toEqual(expected)
  })

  test.each([10_001, 1e9, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
    'D2 a curve of %s points is refused before it is drawn',
    (points) => {
      const range = { from: '0', to: '1', points }
      expect(found(() => payoutCurve(accelerated, quota, range))).toEqual([['bad-range', 'range']])
    },
  )
})

describe('time: what is counted in days and months', () => {
  const thirties = { basis: '30e-360' } as const
  const partOf = (month: string, employment: { from: string; to?: string }) => {
    const { numerator, denominator } = prorate({
      period: parsePeriod(month),
      employment,
      basis: thirties,
    })
    return `${numerator}/${denominator}`
  }

  test.each([
    ['one leaves on the 15th', '2026-07', { from: '2020-01-01', to: '2026-07-15' }, '15/30'],
    ['the next joins on the 16th', '2026-07', { from: '2026-07-16' }, '15/30'],
    ['who joins on 31 July', '2026-07', { from: '2026-07-31' }, '1/30'],
    ['who joins on 15 February', '2026-02', { from: '2026-02-15' }, '16/30'],
    ['who joins on 2 February', '2026-02', { from: '2026-02-02' }, '29/30'],
    ['who leaves on 27 February', '2026-02', { from: '2020-01-01', to: '2026-02-27' }, '27/30'],
    ['a leap February', '2024-02', { from: '2024-02-15' }, '16/30'],
  ])('F10 months of thirty days tile: %s', (_, month, employment, part) => {
    expect(partOf(month, employment)).toBe(part)
  })

  test.each(['2026-07', '2026-02', '2024-02', '2026-04'])(
    'F10 wherever a post of %s changes hands, both parts are one month',
    (month) => {
      const { from, to } = parsePeriod(month)
      for (let day = from; day < to; day = addDays(day, 1)) {
        const first = Number(countDays({ from, to: day }, thirties))
        expect(first + Number(countDays({ from: addDays(day, 1), to }, thirties))).toBe(30)
      }
    },
  )

  test.each([
    ['half a day', '2026-06', [{ from: '2026-06-05', to: '2026-06-05', part: '0.5' }], '29.5'],
    [
      'three hours of eight',
      '2026-06',
      [{ from: '2026-06-05', to: '2026-06-05', part: '0.375' }],
      '29.625',
    ],
    [
      'leave at 80 % of pay',
      '2026-06',
      [{ from: '2026-06-01', to: '2026-06-10', part: '0.2' }],
      '28',
    ],
    [
      'two halves of one day, and a third',
      '2026-06',
      [1, 2, 3].map(() => ({ from: '2026-06-05', to: '2026-06-05', part: '0.5' })),
      '29',
    ],
  ])('F6 absences of parts of a day: %s', (_, month, absences, paid) => {
    const { numerator, denominator } = prorate({
      period: parsePeriod(month),
      employment: { from: '2020-01-01' },
      absences,
      basis: { basis: 'calendar-days' },
    })
    expect([numerator, denominator]).toEqual([paid, '30'])
  })

  test('F6 half a day away before a holiday that is half a day anyway is a quarter', () => {
    const request = {
      period: parsePeriod('2026-02'),
      employment: { from: '2020-01-01' },
      absences: [{ from: '2026-02-16', to: '2026-02-16', part: '0.5' }],
      basis: {
        basis: 'working-days',
        weekend: ['saturday', 'sunday'],
        holidays: ['2026-02-17'],
        parts: { '2026-02-16': '0.5' },
      },
    } as const
    expect(prorate(request).days).toEqual({
      inPeriod: '18.5',
      employed: '18.5',
      absent: '0.25',
      paid: '18.25',
    })
  })

  const ranked = (from: string, asOf: string) => {
    const award = parseAward({
      id: 'star',
      label: 'Star',
      currency: 'CNY',
      minimumMonths: 6,
      eligibility: [],
      ranking: [{ figure: 'score', unit: 'points', direction: 'higher' }],
      ties: 'share',
      prizes: ['1000'],
      budget: '1000',
    })
    return giveAward(award, { asOf, entries: [{ id: 'li', from, figures: { score: '9' } }] })
      .standings.length
  }

  test.each([
    ['2025-10-01', '2026-03-31', 1],
    ['2025-10-02', '2026-03-31', 0],
    ['2025-08-31', '2026-02-27', 1],
    ['2025-08-31', '2026-02-26', 0],
  ])('F8a six months are worked from %s to %s: %i ranked', (from, asOf, expected) => {
    expect(ranked(from, asOf)).toBe(expected)
  })

  const kept = (granted: string, on: string) => {
    const grant = parseGrant({
      id: 'stay',
      kind: 'retention',
      currency: 'CNY',
      vesting: { kind: 'cliff', months: 12 },
      leaving: { good: 'none', bad: 'none' },
    })
    const left = { on, as: 'bad' } as const
    return grantStatus(grant, { amount: '12000.00', granted, asOf: '2030-01-01', left }).vested
  }

  test.each([
    ['2025-01-01', '2025-12-31', '12000.00'],
    ['2025-01-01', '2025-12-30', '0.00'],
    ['2024-02-29', '2025-02-27', '12000.00'],
    ['2025-07-01', '2026-06-30', '12000.00'],
  ])('F8b a cliff of twelve months, employed %s to %s: %s', (granted, on, expected) => {
    expect(kept(granted, on)).toBe(expected)
  })

  const back = (granted: string, on: string) => {
    const signOn = parseGrant({
      id: 'welcome',
      kind: 'sign-on',
      currency: 'CNY',
      vesting: { kind: 'cliff', months: 0 },
      leaving: { good: 'none', bad: 'none' },
      clawback: { months: 24, good: 'none', bad: 'pro-rata' },
    })
    const left = { on, as: 'bad' } as const
    return grantStatus(signOn, { amount: '24000.00', granted, asOf: '2030-01-01', left }).clawback
  }

  test.each([
    ['2024-07-01', '2026-06-30', '0.00'],
    ['2024-07-01', '2026-06-29', '1000.00'],
    ['2024-07-01', '2024-07-31', '23000.00'],
    ['2024-07-01', '2024-07-30', '24000.00'],
  ])('F8c a sign-on bonus for 24 months, employed %s to %s: %s back', (granted, on, expected) => {
    expect(back(granted, on)).toBe(expected)
  })

  const clawedBack = (hired: string, on: string) => {
    const referral = parseReferral({
      id: 'refer',
      currency: 'CNY',
      onHire: '1000',
      clawback: { months: 12, good: 'none', bad: 'pro-rata' },
    })
    const left = { on, as: 'bad' } as const
    return referralPayments(referral, { hired, asOf: '2030-01-01', left }).at(-1)?.amount
  }

  test.each([
    ['2026-01-01', '2026-03-31', '-750.00'],
    ['2026-01-01', '2026-03-30', '-833.33'],
    ['2025-12-31', '2026-02-27', '-833.33'],
    ['2026-01-01', '2026-12-31', '0.00'],
  ])('F8d a referral, employed %s to %s: %s', (hired, on, expected) => {
    expect(clawedBack(hired, on)).toBe(expected)
  })

  test('F8e a year less a day from 26 December is twelve months, its last day counted', () => {
    expect(monthsOfService('2022-12-26', '2023-12-25')).toBe(12)
    expect(monthsOfService('2022-12-26', '2023-12-24')).toBe(11)
    expect(monthsOfService('2024-02-29', '2025-02-27')).toBe(12)
    expect(monthsOfService('2026-01-31', '2026-02-27')).toBe(1)
  })
})

describe('on the pay core: lines of formulas end, are told late, tile and carry', () => {
  const spring = ['2026-03', '2026-04', '2026-05', '2026-06']
  const none = constant('0', yuan)
  const thousand = constant('1000', yuan)
  const sales = (over?: 'ever') =>
    records('orders', 'sum', {
      value: 'amount',
      unit: yuan,
      scale: 2,
      ...(over && { over: { since: over } }),
    })
  const tenth = round(multiply(sales(), constant('0.10')), cents)
  const inSales = { eligible: { where: { department: ['sales'] } } }
  const guarantee = component('guarantee', { pays: 'due', ...inSales }, maximum(thousand, tenth))
  const wang = {
    ...li({ attributes: { department: [{ from: '2020-01-01', value: 'office' }] } }),
    id: 'wang',
  }
  const left = li({ employment: [{ from: '2020-01-01', to: '2026-03-31' }] })
  const departments = (...of: readonly (readonly [from: string, value: string])[]) => ({
    attributes: { department: of.map(([from, value]) => ({ from, value })) },
  })
  const moved = li(departments(['2020-01-01', 'sales'], ['2026-04-01', 'office']))
  const march = order('m', '2026-03-10', '20000.00')
  const refund = order('r', '2026-05-10', '-5000.00', { made: '2026-03-10' })
  const knowing = (person: Person, orders: readonly Row[] = [march]): Data => ({
    people: [person],
    records: { orders },
  })
  const kpi = (period: string, value: string, recorded?: string) => ({
    name: 'kpi',
    period,
    value,
    ...(recorded !== undefined && { recorded }),
  })
  const met = atLeast(figure('kpi', 'ratio', 2), constant('0.9'))
  const commission = component('commission', { pays: 'due', ...inSales }, tenth)

  const draw = component(
    'draw',
    { pays: 'due', ...inSales },
    maximum(none, subtract(thousand, amount('commission', yuan, 2))),
  )
  const advances = component(
    'advances',
    { ...inSales },
    maximum(
      none,
      add(
        amount('advances', yuan, 2, { over: 'before', input: 'open' }),
        subtract(thousand, amount('commission', yuan, 2)),
      ),
    ),
  )
  const advance = component(
    'advance',
    { pays: 'due', ...inSales },
    subtract(
      amount('advances', yuan, 2),
      amount('advances', yuan, 2, { over: 'before', input: 'open' }),
    ),
  )
  // A balance that grows by itself begins with its plan, not with the employment.
  const beginning = (value: Component) => ({ from: '2026-03-01', value })
  const kicker = component(
    'kicker',
    { pays: 'due', ...inSales },
    when(met, constant('500', yuan), none),
  )

  test.each<[string, Omit<Months, 'names'>, readonly string[]]>([
    [
      'F1a a guarantee ends with the employment',
      { components: [base, guarantee], data: knowing(left) },
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1b a draw ends with the employment',
      { components: [base, commission, draw], data: knowing(left) },
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1b a draw goes on without sales, and ends with the move',
      {
        components: [base, commission, draw],
        data: knowing(li(departments(['2020-01-01', 'sales'], ['2026-05-01', 'office']))),
      },
      ['5000.00', '4000.00', '3000.00', '3000.00'],
    ],
    [
      'F1c a recoverable draw ends with the employment',
      {
        components: [base, commission, beginning(advances), beginning(advance)],
        data: knowing(left),
      },
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1c a recoverable draw is advanced without sales, and comes back out of later ones',
      {
        components: [base, commission, beginning(advances), beginning(advance)],
        data: knowing(li(), [order('a', '2026-04-02', '25000.00'), order('b', '2026-05-02', '0')]),
      },
      // 1,000 advanced; 2,500 less 1,000; 1,000 advanced twice.
      ['4000.00', '4500.00', '4000.00', '4000.00'],
    ],
    [
      'F1d the guarantee of the old plan ends with the move',
      { components: [base, guarantee], data: knowing(moved) },
      ['5000.00', '3000.00', '3000.00', '3000.00'],
    ],
    [
      'F1e a refund by who has left comes back under a guarantee',
      { components: [base, guarantee], data: knowing(left, [march, refund]) },
      ['5000.00', '0.00', '-500.00', '0.00'],
    ],
    [
      'F1e a refund by who has moved comes back under a guarantee',
      { components: [base, guarantee], data: knowing(moved, [march, refund]) },
      ['5000.00', '3000.00', '2500.00', '3000.00'],
    ],
    [
      'F1e a refund comes back no further than to the guarantee of its month',
      {
        components: [base, guarantee],
        data: knowing(left, [march, { ...refund, amount: '-15000.00' }]),
      },
      ['5000.00', '0.00', '-1000.00', '0.00'],
    ],
    [
      'F1f a kicker on a KPI ends with the employment, and its KPI is not asked for',
      {
        components: [base, commission, kicker],
        data: knowing({ ...left, figures: [kpi('2026-03', '0.95')] }),
      },
      ['5500.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1g who has left may be left out, until a refund comes',
      {
        components: [base, guarantee],
        data: (month) => ({
          ...knowing(left, [march, refund]),
          people: month === '2026-03' || month === '2026-05' ? [left, wang] : [wang],
        }),
      },
      ['8000.00', '3000.00', '2500.00', '3000.00'],
    ],
    [
      'F1 a guarantee begins with the move into the plan',
      {
        components: [base, guarantee],
        data: knowing(li(departments(['2020-01-01', 'office'], ['2026-05-01', 'sales'])), []),
      },
      ['3000.00', '3000.00', '4000.00', '4000.00'],
    ],
    [
      'F1 a guarantee begins again with the next employment',
      {
        components: [base, guarantee],
        data: knowing(
          li({ employment: [{ from: '2020-01-01', to: '2026-03-31' }, { from: '2026-06-01' }] }),
          [],
        ),
      },
      ['4000.00', '0.00', '0.00', '4000.00'],
    ],
    [
      'F1 who is told late to have left pays back the guarantee of later months',
      {
        components: [guarantee],
        data: knowing(
          li({
            employment: [
              { from: '2020-01-01' },
              { from: '2020-01-01', to: '2026-03-31', recorded: '2026-05-12' },
            ],
          }),
          [],
        ),
      },
      ['1000.00', '1000.00', '-1000.00', '0.00'],
    ],
  ])('%s', (_, given, expected) => {
    const runs = settleEach({ ...given, names: spring })
    expect(withheld(runs).flat()).toEqual([])
    expect(totals(runs)).toEqual(expected)
  })

  test('F1c what was advanced before the first run is an opening, and is told at leaving', () => {
    const of = bookOfPay([base, commission, advances, advance], { currency: 'CNY', retro: 3 })
    const balance = { component: 'advances', earned: { rhythm: 'month', period: '2026-02' } }
    const openings = [{ ...balance, person: 'li', value: '2400.00', why: 'As of the old system' }]
    const data = parseData(knowing(left, [march]))
    const run = settlePay(of, data, { period: '2026-03', before: 'first', openings })
    // Of 2,000 earned 1,000 comes back of the advances, and 1,400 stay open.
    expect(paid([run])).toEqual([
      ['base 2026-03 3000.00', 'commission 2026-03 2000.00', 'advance 2026-03 -1000.00'],
    ])
    expect(run.leftOver).toEqual([
      { component: 'advances', owner: { person: 'li' }, value: '1400' },
    ])
  })

  const gated = component('gated', { pays: 'due', ...inSales }, when(met, tenth, none))
  const quota = component(
    'beyond',
    { pays: 'due', ...inSales },
    add(
      tenth,
      round(
        multiply(maximum(none, subtract(sales(), figure('quota', yuan, 2))), constant('0.10')),
        cents,
      ),
    ),
  )
  test.each<[string, Component, Person, readonly Row[], readonly string[]]>([
    [
      'F2a who has moved is paid in the new job without a KPI of the old one',
      gated,
      { ...moved, figures: [kpi('2026-03', '0.95')] },
      [march],
      ['5000.00', '3000.00', '3000.00', '3000.00'],
    ],
    [
      'F2b a refund is decided by the KPI of the month that earned it',
      gated,
      { ...left, figures: [kpi('2026-03', '0.95')] },
      [march, refund],
      ['5000.00', '0.00', '-500.00', '0.00'],
    ],
    ...['0', '0.95'].map((value): [string, Component, Person, readonly Row[], string[]] => [
      `F2c a KPI of ${value} made up for May decides nothing`,
      gated,
      { ...left, figures: [kpi('2026-03', '0.95'), kpi('2026-05', value)] },
      [march, refund],
      ['5000.00', '0.00', '-500.00', '0.00'],
    ]),
    [
      'F2 a quota is not asked of who has left either',
      quota,
      { ...left, figures: [{ name: 'quota', period: '2026-03', value: '10000.00' }] },
      [march, refund],
      // 2,000 and of 10,000 beyond the quota 1,000 more; then 500 twice.
      ['6000.00', '0.00', '-1000.00', '0.00'],
    ],
    [
      'F2 a kicker is asked for its KPI in its own months alone',
      kicker,
      { ...moved, figures: [kpi('2026-03', '0.95')] },
      [],
      ['3500.00', '3000.00', '3000.00', '3000.00'],
    ],
  ])('%s', (_, paying, person, orders, expected) => {
    const runs = settleEach({
      components: [base, paying],
      data: knowing(person, orders),
      names: spring,
    })
    expect(withheld(runs).flat()).toEqual([])
    expect(totals(runs)).toEqual(expected)
  })

  test('F2 a KPI that is missing withholds what reads it, and nothing else', () => {
    const runs = settleEach({
      components: [base, gated],
      data: knowing(li()),
      names: spring.slice(0, 2),
    })
    expect(paid(runs)).toEqual([['base 2026-03 3000.00'], ['base 2026-04 3000.00']])
    expect(withheld(runs)).toEqual([
      ['gated 2026-03 nothing-there'],
      ['gated 2026-03 nothing-there', 'gated 2026-04 nothing-there'],
    ])
  })

  const twoSales = knowing(li(), [march, order('j', '2026-06-10', '20000.00')])
  test.each([
    [spring],
    [['2026-03', '2026-04', '2026-06']],
    [['2026-03', '2026-05', '2026-06']],
    [['2026-03', '2026-06']],
  ])('F3 settled in %j, months without sales are worth their guarantee', (names) => {
    const runs = settleEach({ components: [guarantee], data: twoSales, names })
    const lines = runs.flatMap((run) => run.lines)
    const worth = spring.map((month) => [
      month,
      total(
        lines.filter(({ earned }) => earned.period === month).map((line) => line.amount),
        2,
      ),
    ])
    expect(Object.fromEntries(worth)).toEqual({
      '2026-03': '2000.00',
      '2026-04': '1000.00',
      '2026-05': '1000.00',
      '2026-06': '2000.00',
    })
  })

  test('F3 a month left out that would close first is refused', () => {
    const names = ['2026-03', '2026-06']
    expect(
      found(() => settleEach({ components: [guarantee], data: twoSales, names, retro: 1 })),
    ).toEqual([['not-next-period', 'period']])
  })

  const told = '2026-05-04'
  const away = (change: object = {}) => ({
    id: 'a',
    from: '2026-04-07',
    to: '2026-04-09',
    kind: 'unpaid',
    ...change,
  })
  const rise = (from: string, value: string, recorded?: string) => ({
    attributes: {
      salary: [
        { from: '2020-01-01', value: '3000.00' },
        { from, value, ...(recorded !== undefined && { recorded }) },
      ],
    },
  })
  const since = (...employment: Person['employment']) => ({ employment })
  const beforeMay = ['2026-04', '2026-05']

  test.each<[string, Person, readonly (readonly string[])[]]>([
    [
      'F5a a rise from 1 April, told in May',
      li(rise('2026-04-01', '3600.00', told)),
      [['base 2026-04 3000.00'], ['base 2026-04 600.00', 'base 2026-05 3600.00']],
    ],
    [
      'F5a a rise from 16 April, told in May',
      li(rise('2026-04-16', '3600.00', told)),
      // 15 of 30 days of 600.
      [['base 2026-04 3000.00'], ['base 2026-04 300.00', 'base 2026-05 3600.00']],
    ],
    [
      'F5a a rise that is taken back in May',
      li({
        attributes: {
          salary: [
            { from: '2020-01-01', value: '3000.00' },
            { from: '2026-04-01', value: '3600.00' },
            { from: '2026-04-01', value: '3600.00', recorded: told, void: true },
          ],
        },
      }),
      [['base 2026-04 3600.00'], ['base 2026-04 -600.00', 'base 2026-05 3000.00']],
    ],
    [
      'F5b three unpaid days in April, told in May',
      li({ absences: [away({ recorded: told })] }),
      [['base 2026-04 3000.00'], ['base 2026-04 -300.00', 'base 2026-05 3000.00']],
    ],
    [
      'F5b three unpaid days in April, taken back in May',
      li({ absences: [away(), away({ recorded: told, void: true })] }),
      [['base 2026-04 2700.00'], ['base 2026-04 300.00', 'base 2026-05 3000.00']],
    ],
    [
      'F5b three unpaid days that were one',
      li({ absences: [away(), away({ to: '2026-04-07', recorded: told })] }),
      [['base 2026-04 2700.00'], ['base 2026-04 200.00', 'base 2026-05 3000.00']],
    ],
    [
      'F5c left on 20 April, told in May',
      li(since({ from: '2020-01-01' }, { from: '2020-01-01', to: '2026-04-20', recorded: told })),
      [['base 2026-04 3000.00'], ['base 2026-04 -1000.00']],
    ],
    [
      'F5c did not leave on 20 April after all',
      li(since({ from: '2020-01-01', to: '2026-04-20' }, { from: '2020-01-01', recorded: told })),
      [['base 2026-04 2000.00'], ['base 2026-04 1000.00', 'base 2026-05 3000.00']],
    ],
    [
      'F5d joined on 20 April, told in May',
      li(since({ from: '2026-04-20', recorded: told })),
      [[], ['base 2026-04 1100.00', 'base 2026-05 3000.00']],
    ],
    [
      'F5d joined on 20 and not on 1 April',
      li(
        since(
          { from: '2026-04-01' },
          { from: '2026-04-01', recorded: told, void: true },
          { from: '2026-04-20', recorded: told },
        ),
      ),
      [['base 2026-04 3000.00'], ['base 2026-04 -1900.00', 'base 2026-05 3000.00']],
    ],
  ])('%s', (_, person, expected) => {
    expect(paid(settleEach({ data: { people: [person] }, names: beforeMay }))).toEqual(expected)
  })

  test('F5 what is told once April has closed is listed, and not paid', () => {
    const people = [li(rise('2026-04-01', '3600.00', told))]
    const runs = settleEach({ data: { people }, names: beforeMay, retro: 0 })
    expect(paid(runs)).toEqual([['base 2026-04 3000.00'], ['base 2026-05 3600.00']])
    expect(runs.map(({ late }) => late.map(({ period }) => period))).toEqual([[], ['2026-04']])
  })

  test('F5e a second run of April pays the rise, and May does not pay it again', () => {
    const of = bookOfPay([base], { currency: 'CNY', retro: 3 })
    const data = parseData({ people: [li(rise('2026-04-01', '3600.00', told))] })
    const first = settlePay(of, data, { period: '2026-04', before: 'first' })
    const second = settlePay(of, data, { period: '2026-04', before: first, asOf: '2026-05-05' })
    const third = settlePay(of, data, { period: '2026-04', before: second, asOf: '2026-05-05' })
    const may = settlePay(of, data, { period: '2026-05', before: third })
    expect(paid([first, second, third, may])).toEqual([
      ['base 2026-04 3000.00'],
      ['base 2026-04 600.00'],
      [],
      ['base 2026-05 3600.00'],
    ])
    expect([first, second, third, may].map(({ number }) => number)).toEqual([1, 2, 3, 1])
  })

  const bonus = component('bonus', { pays: 'due' }, when(met, constant('300.00', yuan), none))
  const adjustment = component(
    'adjustment',
    { pays: 'due', each: { record: 'adjustments' } },
    member('amount', yuan, 2),
  )
  test.each<[string, Person['figures'], readonly (readonly string[])[]]>([
    [
      'F5f a KPI that is missing in April and given in May',
      [kpi('2026-04', '0.95', told), kpi('2026-05', '0.95')],
      [
        ['adjustment 2026-04 50.00', 'base 2026-04 3000.00'],
        ['base 2026-05 3000.00', 'bonus 2026-04 300.00', 'bonus 2026-05 300.00'],
        ['base 2026-06 3000.00'],
      ],
    ],
    [
      'F5f a KPI that is given two months later',
      [kpi('2026-04', '0.95', '2026-06-02'), kpi('2026-05', '0.5')],
      [
        ['adjustment 2026-04 50.00', 'base 2026-04 3000.00'],
        ['base 2026-05 3000.00'],
        ['base 2026-06 3000.00', 'bonus 2026-04 300.00'],
      ],
    ],
    [
      'F5f a KPI that is corrected in May',
      [kpi('2026-04', '0.95'), kpi('2026-04', '0.5', told), kpi('2026-05', '0.95')],
      [
        ['adjustment 2026-04 50.00', 'base 2026-04 3000.00', 'bonus 2026-04 300.00'],
        ['base 2026-05 3000.00', 'bonus 2026-04 -300.00', 'bonus 2026-05 300.00'],
        ['base 2026-06 3000.00'],
      ],
    ],
  ])('%s', (_, figures, expected) => {
    const adjustments = [order('50', '2026-04-15', '50.00')]
    const runs = settleEach({
      components: [base, bonus, adjustment],
      data: {
        people: [li({ figures: [...(figures ?? []), kpi('2026-06', '0')] })],
        records: { adjustments },
      },
      names: [...beforeMay, '2026-06'],
    })
    expect(paid(runs).map((lines) => lines.toSorted())).toEqual(expected)
  })

  const june = (given: Omit<Months, 'names'>) =>
    paid(settleEach({ ...given, names: ['2026-06'] }))[0]
  const saturdays = {
    shop: {
      basis: 'working-days',
      weekend: ['sunday'],
      holidays: [],
      parts: { saturday: '0.5' },
    },
  } as const
  const byShop = component(
    'base',
    { pays: 'due', each: 'stretch' },
    divide(
      multiply(salary, days('part', { basis: 'shop' })),
      days('whole', { basis: 'shop' }),
      cents,
    ),
  )
  const onLeave = (...leaves: readonly (readonly [from: string, to: string, part?: string])[]) =>
    leaves.map(([from, to, part], i) => ({
      id: String(i),
      from,
      to,
      kind: 'leave',
      ...(part !== undefined && { part }),
    }))
  const leavePay = component(
    'leave',
    { pays: 'due', each: 'stretch' },
    divide(
      multiply(salary, days('absent', { kinds: ['leave'] }), constant('0.8')),
      days('whole'),
      cents,
    ),
  )

  test.each<[string, Omit<Months, 'names' | 'data'>, Partial<Person>, readonly string[]]>([
    [
      'F6 two days and a half away',
      {},
      { absences: onLeave(['2026-06-01', '2026-06-02'], ['2026-06-03', '2026-06-03', '0.5']) },
      ['base 2026-06 2750.00'],
    ],
    [
      'F6 three hours of eight away',
      {},
      { absences: onLeave(['2026-06-03', '2026-06-03', '0.375']) },
      // 29.625 of 30 days.
      ['base 2026-06 2962.50'],
    ],
    [
      'F6 two halves of one day are a day',
      {},
      {
        absences: onLeave(['2026-06-03', '2026-06-03', '0.5'], ['2026-06-03', '2026-06-03', '0.5']),
      },
      ['base 2026-06 2900.00'],
    ],
    [
      'F6 half Saturdays: one of them away',
      { components: [byShop], basis: saturdays },
      { absences: onLeave(['2026-06-06', '2026-06-06']) },
      // 22 days and 4 halves are 24; 23.5 of them.
      ['base 2026-06 2937.50'],
    ],
    [
      'F6 half a Saturday of the half that it counts',
      { components: [byShop], basis: saturdays },
      { absences: onLeave(['2026-06-06', '2026-06-06', '0.5']) },
      // 23.75 of 24.
      ['base 2026-06 2968.75'],
    ],
    [
      'F6 leave at 80 % of pay is a component',
      { components: [base, leavePay] },
      { absences: onLeave(['2026-06-01', '2026-06-04']) },
      // 26 of 30 days, and 0.8 of 4 days: 2,920.00 together.
      ['base 2026-06 2600.00', 'leave 2026-06 320.00'],
    ],
    [
      'F6 leave at 80 % of pay over a rise',
      { components: [base, leavePay] },
      {
        absences: onLeave(['2026-06-15', '2026-06-16']),
        ...rise('2026-06-16', '3600.00'),
      },
      // 14 days of 3,000 and 14 of 3,600; 0.8 of a day of each.
      ['base 2026-06 3080.00', 'leave 2026-06 176.00'],
    ],
    [
      'F6 half days at 80 % of pay',
      { components: [base, leavePay] },
      { absences: onLeave(['2026-06-01', '2026-06-04', '0.5']) },
      ['base 2026-06 2800.00', 'leave 2026-06 160.00'],
    ],
  ])('%s', (_, given, person, expected) => {
    expect(june({ ...given, data: { people: [li(person)] } })).toEqual(expected)
  })

  const week = (...weekend: readonly Weekday[]) => ({
    basis: 'working-days' as const,
    weekend,
    holidays: [],
  })
  const calendars = {
    whole: week('saturday', 'sunday'),
    middle: week('friday', 'saturday', 'sunday', 'monday'),
    china: { ...week('saturday', 'sunday'), holidays: ['2026-06-19'] },
  }
  const own = { basis: { attribute: 'calendar' } }
  const byCalendar = component(
    'base',
    { pays: 'due', each: 'stretch' },
    divide(multiply(salary, days('part', own)), days('whole', own), cents),
  )
  test.each([
    ['middle', '2026-06-05', '3000.00'],
    // 12 of 13 days.
    ['middle', '2026-06-02', '2769.23'],
    // 21 of 22 days.
    ['whole', '2026-06-05', '2863.64'],
    ['whole', '2026-06-02', '2863.64'],
    ['whole', '2026-06-19', '2863.64'],
    ['china', '2026-06-19', '3000.00'],
    // 20 of 21 days.
    ['china', '2026-06-18', '2857.14'],
  ])('F7 by the calendar %s, away on %s: %s', (calendar, day, expected) => {
    const person = li({
      absences: onLeave([day, day]),
      attributes: { calendar: [{ from: '2020-01-01', value: calendar }] },
    })
    expect(
      june({ components: [byCalendar], basis: calendars, data: { people: [person] } }),
    ).toEqual([`base 2026-06 ${expected}`])
  })

  test('F7 a group has the calendar of its people, and a person their own before it', () => {
    const team = (value: string) => ({ team: [{ from: '2020-01-01', value }] })
    const calendar = (value: string) => ({ calendar: [{ from: '2020-01-01', value }] })
    const absences = onLeave(['2026-06-19', '2026-06-19'])
    const groups = ['whole', 'china'].map((value) => ({
      of: { by: 'team', value },
      attributes: calendar(value),
    }))
    const inTeam = component('base', { ...byCalendar, pays: 'due' }, byCalendar.formula)
    const teamSize = component('people', { of: { by: 'team' } }, constant('1', 'count'))
    const people = [
      li({ absences, attributes: team('china') }),
      { ...li({ absences, attributes: team('whole') }), id: 'wang' },
      { ...li({ absences, attributes: { ...team('china'), ...calendar('middle') } }), id: 'zhao' },
      { ...li({ absences, attributes: { ...team('whole'), ...calendar('china') } }), id: 'sun' },
    ]
    expect(
      june({ components: [inTeam, teamSize], basis: calendars, data: { people, groups } }),
    ).toEqual([
      'base 2026-06 3000.00',
      'base sun 2026-06 3000.00',
      'base wang 2026-06 2863.64',
      'base zhao 2026-06 3000.00',
    ])
  })

  const parts = (salary: readonly (readonly [from: string, value: string])[]) => {
    const attributes = { salary: salary.map(([from, value]) => ({ from, value })) }
    const [run] = settleEach({ data: { people: [li({ attributes })] }, names: ['2026-07'] })
    return run?.lines.map(({ amount, parts }) => [amount, ...parts.map((part) => part.amount)])[0]
  }
  test.each<[readonly (readonly [string, string])[], readonly string[]]>([
    // 48.387… and 103.225…, together 151.6129….
    [
      [
        ['2020-01-01', '100.00'],
        ['2026-07-16', '200.00'],
      ],
      ['151.61', '48.39', '103.22'],
    ],
    // 33.870… and 67.741…, together 101.612…; the same again is no change.
    [
      [
        ['2020-01-01', '105.00'],
        ['2026-07-11', '100.00'],
        ['2026-07-31', '100.00'],
      ],
      ['101.61', '33.87', '67.74'],
    ],
    // 3.2258… and 3.2261… and 93.548…, together 100.0003….
    [
      [
        ['2020-01-01', '100.00'],
        ['2026-07-02', '100.01'],
        ['2026-07-03', '100.00'],
      ],
      ['100.00', '3.22', '3.23', '93.55'],
    ],
    [
      [
        ['2020-01-01', '40.00'],
        ['2026-07-02', '40.00'],
      ],
      ['40.00', '40.00'],
    ],
  ])('F11 the stretches of %j are rounded once', (history, expected) => {
    expect(parts(history)).toEqual(expected)
  })

  const allowance = (on?: 'start') =>
    component(
      'meal',
      { pays: 'due' },
      attribute('meal', yuan, 2, { ...(on !== undefined && { on }) }),
    )
  test.each([
    ['2026-07-31', 'end', '200.00'],
    ['2026-07-31', 'start', '100.00'],
    ['2026-07-16', 'end', '200.00'],
    ['2026-07-16', 'start', '100.00'],
    ['2026-07-01', 'end', '200.00'],
    ['2026-07-01', 'start', '200.00'],
    ['2026-08-01', 'end', '100.00'],
  ] as const)('F12 an allowance of 200 from %s, by the %s of July: %s', (from, on, expected) => {
    const meal = [
      { from: '2020-01-01', value: '100.00' },
      { from, value: '200.00' },
    ]
    const runs = settleEach({
      components: [on === 'start' ? allowance('start') : allowance()],
      data: { people: [li({ attributes: { meal } })] },
      names: ['2026-07'],
    })
    expect(paid(runs)).toEqual([[`meal 2026-07 ${expected}`]])
  })

  test.each([
    ['joins on 20 July', { from: '2026-07-20' }, '200.00', '200.00'],
    ['leaves on 10 July', { from: '2020-01-01', to: '2026-07-10' }, '100.00', '100.00'],
    ['leaves on 20 July', { from: '2020-01-01', to: '2026-07-20' }, '100.00', '200.00'],
  ])('F12 of who %s the first and the last day employed decide', (_, employment, first, last) => {
    const meal = [
      { from: '2020-01-01', value: '100.00' },
      { from: '2026-07-16', value: '200.00' },
    ]
    const people = [li({ employment: [employment], attributes: { meal } })]
    const by = (component: Component) =>
      paid(settleEach({ components: [component], data: { people }, names: ['2026-07'] }))
    expect(by(allowance('start'))).toEqual([[`meal 2026-07 ${first}`]])
    expect(by(allowance())).toEqual([[`meal 2026-07 ${last}`]])
  })
})

describe('on the pay core: deductions are carried, posts are told apart, floors are prorated', () => {
  const none = constant('0', yuan)
  const names = ['2026-03', '2026-04', '2026-05', '2026-06']
  const wage = tagged('wage', yuan, 2, { what: 'due' })
  const protectedPart = constant('2000.00', yuan)
  const room = maximum(none, subtract(wage, protectedPart))
  const openBefore = amount('open', yuan, 2, { over: 'before', input: 'before' })
  const asked = add(openBefore, figure('loan', yuan, 2, { missing: '0' }))
  const taken = component('taken', { pays: 'cash' }, subtract(none, minimum(asked, room)))
  const open = component('open', {}, subtract(asked, minimum(asked, room)))
  const loan = (...of: readonly (readonly [period: string, value: string])[]) => ({
    figures: of.map(([period, value]) => ({ name: 'loan', period, value })),
  })
  const unpaid = (from: string, to: string) => ({
    absences: [{ id: from, from, to, kind: 'unpaid' }],
  })
  const left = { employment: [{ from: '2020-01-01', to: '2026-03-31' }] }
  const opens = (runs: readonly Run[]) =>
    runs.map(({ leftOver }) => leftOver.map(({ component, value }) => `${component} ${value}`))
  /** The same, with what is asked for as a component between. */
  const inSteps = [
    component('asked', {}, asked),
    component('taken', { pays: 'cash' }, subtract(none, minimum(amount('asked', yuan, 2), room))),
    component('open', {}, add(amount('asked', yuan, 2), amount('taken', yuan, 2))),
  ]

  describe.each([
    ['in one step', [taken, open]],
    ['in steps', inSteps],
  ])('%s', (_, deducting) => {
    test.each<[string, Partial<Person>, readonly string[], readonly (readonly string[])[]]>([
      [
        'F13 a loan is taken off the wage',
        loan(['2026-03', '500.00']),
        ['2500.00', '3000.00', '3000.00', '3000.00'],
        [[], [], [], []],
      ],
      [
        'F13 of a month without pay nothing is taken, and it is carried',
        {
          ...loan(['2026-03', '500.00'], ['2026-04', '500.00']),
          ...unpaid('2026-03-01', '2026-03-31'),
        },
        ['0.00', '2000.00', '3000.00', '3000.00'],
        [[], [], [], []],
      ],
      [
        'F13 what is protected stays, month by month',
        loan(['2026-03', '2600.00']),
        ['2000.00', '2000.00', '2400.00', '3000.00'],
        [[], [], [], []],
      ],
      [
        'F13 half a month of pay lies below what is protected',
        { ...loan(['2026-04', '800.00']), ...unpaid('2026-04-16', '2026-04-30') },
        ['3000.00', '1500.00', '2200.00', '3000.00'],
        [[], [], [], []],
      ],
      [
        'F13 what is open is told at leaving, and from then on',
        { ...loan(['2026-03', '2600.00']), ...left },
        ['2000.00', '0.00', '0.00', '0.00'],
        [['open 1600'], ['open 1600'], ['open 1600'], ['open 1600']],
      ],
      [
        'F13 what is open at leaving comes back out of what is due later',
        {
          ...loan(['2026-03', '2600.00']),
          ...left,
          attributes: {
            salary: [
              { from: '2020-01-01', value: '3000.00' },
              { from: '2026-03-01', value: '6100.00', recorded: '2026-04-20' },
            ],
          },
        },
        // 3,100 of March, of which 1,100 lie above what is protected.
        ['2000.00', '2000.00', '0.00', '0.00'],
        [['open 1600'], ['open 500'], ['open 500'], ['open 500']],
      ],
    ])('%s', (_, person, expected, leftOver) => {
      const components = [base, ...deducting]
      const runs = settleEach({ components, data: { people: [li(person)] }, names })
      expect(withheld(runs).flat()).toEqual([])
      expect(totals(runs)).toEqual(expected)
      expect(opens(runs)).toEqual(leftOver)
    })
  })

  test('F13 a second run of a month takes nothing twice', () => {
    const of = bookOfPay([base, taken, open], { currency: 'CNY', retro: 3 })
    const data = parseData({ people: [li(loan(['2026-03', '2600.00']))] })
    const first = settlePay(of, data, { period: '2026-03', before: 'first' })
    const second = settlePay(of, data, { period: '2026-03', before: first })
    const april = settlePay(of, data, { period: '2026-04', before: second })
    expect(paid([first, second, april])).toEqual([
      ['base 2026-03 3000.00', 'taken 2026-03 -1000.00'],
      [],
      ['base 2026-04 3000.00', 'taken 2026-04 -1000.00'],
    ])
  })

  const sales = records('orders', 'sum', { value: 'amount', unit: yuan, scale: 2 })
  const commission = component(
    'commission',
    { pays: 'due', tags: ['wage'], eligible: { where: { department: ['sales'] } } },
    round(multiply(sales, constant('0.10')), cents),
  )
  const kept = constant('1500.00', yuan)
  const debt = amount('debt', yuan, 2, { over: 'before', input: 'before' })
  const payable = maximum(minimum(maximum(wage, none), kept), subtract(wage, debt))
  const carrying = [
    component('carried', { pays: 'cash' }, subtract(payable, wage)),
    component('debt', {}, add(debt, subtract(payable, wage))),
  ]
  const back = order('r', '2026-04-10', '-20000.00', { made: '2026-03-10' })
  const department = (...of: readonly (readonly [from: string, value: string])[]) => ({
    attributes: { department: of.map(([from, value]) => ({ from, value })) },
  })
  const noApril = unpaid('2026-04-01', '2026-04-30')

  test.each<[string, Partial<Person>, readonly string[], readonly (readonly string[])[]]>([
    [
      'F13 negative pay is carried, and comes back out of the whole sheet',
      noApril,
      ['5000.00', '0.00', '1500.00', '2500.00'],
      [[], [], [], []],
    ],
    [
      'F13 negative pay comes back out of the pay of another office',
      { ...noApril, ...department(['2020-01-01', 'sales'], ['2026-04-01', 'office']) },
      ['5000.00', '0.00', '1500.00', '2500.00'],
      [[], [], [], []],
    ],
    [
      'F13 a wage that is left pays a refund at once',
      {},
      ['5000.00', '1000.00', '3000.00', '3000.00'],
      [[], [], [], []],
    ],
    [
      'F13 what who has left owes is told',
      left,
      ['5000.00', '0.00', '0.00', '0.00'],
      [[], ['debt 2000'], ['debt 2000'], ['debt 2000']],
    ],
  ])('%s', (_, person, expected, leftOver) => {
    const orders = [order('m', '2026-03-10', '20000.00'), back]
    const runs = settleEach({
      components: [base, commission, ...carrying],
      data: { people: [li(person)], records: { orders } },
      names,
    })
    expect(totals(runs)).toEqual(expected)
    expect(opens(runs)).toEqual(leftOver)
  })

  const post = component(
    'post',
    { of: 'assignment', pays: 'due', each: 'stretch' },
    divide(multiply(salary, days('part')), days('whole'), cents),
  )
  const at = (
    id: string,
    salary: string,
    {
      department = id,
      ...span
    }: { from?: string; to?: string; recorded?: string; department?: string } = {},
  ) => ({
    id,
    from: '2020-01-01',
    ...span,
    attributes: {
      salary: [{ from: '2020-01-01', value: salary }],
      department: [{ from: '2020-01-01', value: department }],
    },
  })
  const holding = (
    assignments: Person['assignments'],
    { absences, employment = [{ from: '2020-01-01' }] }: Partial<Person> = {},
  ): Person => ({
    id: 'li',
    employment,
    assignments: assignments ?? [],
    attributes: {},
    ...(absences !== undefined && { absences }),
  })
  const june = ['2026-06']

  test.each<[string, Person, readonly string[]]>([
    [
      'F14 a move on 16 June: each post for its days',
      holding([
        at('shop', '3000.00', { to: '2026-06-15' }),
        at('office', '3900.00', { from: '2026-06-16' }),
      ]),
      // 1,500 and 1,950: 3,450.00.
      ['post shop 2026-06 1500.00', 'post office 2026-06 1950.00'],
    ],
    [
      'F14 two posts at once, and three days away from both',
      holding([at('shop', '1800.00'), at('office', '1200.00')], unpaid('2026-06-01', '2026-06-03')),
      ['post shop 2026-06 1620.00', 'post office 2026-06 1080.00'],
    ],
    [
      'F14 a second post that ends on 10 June',
      holding([at('shop', '3000.00'), at('office', '1200.00', { to: '2026-06-10' })]),
      ['post shop 2026-06 3000.00', 'post office 2026-06 400.00'],
    ],
    [
      'F14 both posts end with the employment',
      holding([at('shop', '3000.00'), at('office', '1200.00')], {
        employment: [{ from: '2020-01-01', to: '2026-06-20' }],
      }),
      ['post shop 2026-06 2000.00', 'post office 2026-06 800.00'],
    ],
  ])('%s', (_, person, expected) => {
    const runs = settleEach({ components: [post], data: { people: [person] }, names: june })
    expect(paid(runs)).toEqual([expected.toSorted()])
  })

  test('F14 a move by an attribute is one line of two parts', () => {
    const attributes = {
      salary: [
        { from: '2020-01-01', value: '3000.00' },
        { from: '2026-06-16', value: '3900.00' },
      ],
    }
    const [run] = settleEach({ data: { people: [li({ attributes })] }, names: june })
    expect(
      run?.lines.map(({ amount, parts }) => [amount, ...parts.map((part) => part.amount)]),
    ).toEqual([['3450.00', '1500.00', '1950.00']])
  })

  test('F14 a move that is told late is settled for each post', () => {
    const moving = holding([
      at('shop', '3000.00', { to: '2026-06-15' }),
      at('shop', '3000.00', { to: '2026-06-10', recorded: '2026-07-03' }),
      at('office', '3900.00', { from: '2026-06-16' }),
      at('office', '3900.00', { from: '2026-06-11', recorded: '2026-07-03' }),
    ])
    const runs = settleEach({
      components: [post],
      data: { people: [moving] },
      names: ['2026-06', '2026-07'],
    })
    expect(paid(runs)).toEqual([
      ['post office 2026-06 1950.00', 'post shop 2026-06 1500.00'],
      // 3,900 for 20 days and 3,000 for 10.
      ['post office 2026-06 650.00', 'post shop 2026-06 -500.00', 'post office 2026-07 3900.00'],
    ])
  })

  const byPost = component(
    'commission',
    { of: 'assignment', pays: 'due', eligible: { where: { department: ['sales', 'shop'] } } },
    round(multiply(sales, constant('0.10')), cents),
  )
  test('F14 an order belongs to the post that it names, or to the only one of its day', () => {
    const people = [
      holding([at('shop', '1800.00'), at('office', '1200.00', { from: '2026-06-16' })]),
    ]
    const of = (orders: readonly Row[]) =>
      settleEach({ components: [byPost], data: { people, records: { orders } }, names: june })
    const early = order('1', '2026-06-10', '1000.00')
    const named = order('2', '2026-06-20', '2000.00', { assignment: 'shop' })
    const other = order('3', '2026-06-20', '4000.00', { assignment: 'office' })
    expect(paid(of([early, named, other]))).toEqual([['commission shop 2026-06 300.00']])
    const runs = of([early, named, order('4', '2026-06-20', '8000.00')])
    expect([paid(runs), withheld(runs)]).toEqual([
      [[]],
      [['commission 2026-06 unclear-assignment']],
    ])
  })

  test('F14 of a person, two posts of one day have no salary of their own: it says so', () => {
    const people = [holding([at('shop', '1800.00'), at('office', '1200.00')])]
    const runs = settleEach({ data: { people }, names: june })
    expect([paid(runs), withheld(runs)]).toEqual([[[]], [['base 2026-06 several-values']]])
  })

  test('F14 of a person, posts are added up', () => {
    const halves = component(
      'half',
      { pays: 'due' },
      divide(amount('post', yuan, 2, { as: 'sum' }), constant('2'), cents),
    )
    const people = [holding([at('shop', '1800.00'), at('office', '1200.00', { to: '2026-06-15' })])]
    expect(paid(settleEach({ components: [post, halves], data: { people }, names: june }))).toEqual(
      [['post office 2026-06 600.00', 'post shop 2026-06 1800.00', 'half 2026-06 1200.00']],
    )
  })

  const weight = component('weight', { of: 'assignment' }, attribute('share', 'ratio', 2))
  const cost = component(
    'cost',
    { of: 'assignment', pays: 'due' },
    amount('gross', yuan, 2, { among: { group: 'person', as: { share: 'weight' } } }),
  )
  const gross = component('gross', {}, attribute('pay', yuan, 2))
  test.each([
    // 33.0033, 33.0033 and 34.0034: the odd cent goes where most is left over.
    ['100.01', ['33.00', '33.00', '34.01']],
    ['100.00', ['33.00', '33.00', '34.00']],
    ['-100.01', ['-33.00', '-33.00', '-34.01']],
    // 0.0099, 0.0099 and 0.0102.
    ['0.03', ['0.01', '0.01', '0.01']],
  ])('F14 cost centres bear 33, 33 and 34 %% of %s', (pay, expected) => {
    const centre = (id: string, share: string) => ({
      id,
      from: '2020-01-01',
      attributes: { share: [{ from: '2020-01-01', value: share }] },
    })
    const people = [
      {
        ...holding([centre('a', '0.33'), centre('b', '0.33'), centre('c', '0.34')]),
        attributes: { pay: [{ from: '2020-01-01', value: pay }] },
      },
    ]
    const [lines] = paid(
      settleEach({ components: [gross, weight, cost], data: { people }, names: june }),
    )
    expect(lines).toEqual(expected.map((part, i) => `cost ${'abc'[i]} 2026-06 ${part}`))
  })

  const floor = constant('1000', yuan)
  const cap = constant('1500', yuan)
  const tenth = round(multiply(sales, constant('0.10')), cents)
  const prorated = (of: Expression) => divide(multiply(of, days('part')), days('whole'), cents)
  const line = (formula: Expression) => component('pay', { pays: 'due' }, formula)
  const joins = (from: string) => ({ employment: [{ from }] })
  const sold = (amount: string) => [order('1', '2026-06-30', amount)]

  test.each<[string, Expression, Expression, Partial<Person>, readonly Row[], string, string]>([
    [
      'a floor, joined on 30 June',
      maximum(floor, tenth),
      maximum(prorated(floor), tenth),
      joins('2026-06-30'),
      [],
      '1000.00',
      '33.33',
    ],
    [
      'a floor, joined on 16 June',
      maximum(floor, tenth),
      maximum(prorated(floor), tenth),
      joins('2026-06-16'),
      [],
      '1000.00',
      '500.00',
    ],
    [
      'a floor, joined on 16 June, with sales',
      maximum(floor, tenth),
      maximum(prorated(floor), tenth),
      joins('2026-06-16'),
      sold('8000.00'),
      '1000.00',
      '800.00',
    ],
    [
      'a floor, away all month',
      maximum(floor, tenth),
      maximum(prorated(floor), tenth),
      unpaid('2026-06-01', '2026-06-30'),
      [],
      '1000.00',
      '0.00',
    ],
    [
      'a floor, left on 10 June',
      maximum(floor, tenth),
      maximum(prorated(floor), tenth),
      { employment: [{ from: '2020-01-01', to: '2026-06-10' }] },
      [],
      '1000.00',
      '333.33',
    ],
    [
      'a cap, joined on 16 June',
      minimum(cap, tenth),
      minimum(prorated(cap), tenth),
      joins('2026-06-16'),
      sold('20000.00'),
      '1500.00',
      '750.00',
    ],
    [
      'a cap, joined on 30 June',
      minimum(cap, tenth),
      minimum(prorated(cap), tenth),
      joins('2026-06-30'),
      sold('20000.00'),
      '1500.00',
      '50.00',
    ],
    [
      'a draw, joined on 16 June',
      maximum(none, subtract(floor, tenth)),
      maximum(none, subtract(prorated(floor), tenth)),
      joins('2026-06-16'),
      sold('3000.00'),
      '700.00',
      '200.00',
    ],
  ])(
    'F18 %s: in full or prorated, as the formula says',
    (_, full, part, person, orders, inFull, inPart) => {
      const pays = (formula: Expression) =>
        totals(
          settleEach({
            components: [line(formula)],
            data: { people: [li(person)], records: { orders } },
            names: june,
          }),
        )
      expect([pays(full), pays(part)]).toEqual([[inFull], [inPart]])
    },
  )

  test('F18 base of who joins on 30 June is 100.00', () => {
    expect(paid(settleEach({ data: { people: [li(joins('2026-06-30'))] }, names: june }))).toEqual([
      ['base 2026-06 100.00'],
    ])
  })
})

describe('payroll: a run cannot pay a period twice, nor by what was not known', () => {
  const plain = { components: [base], names: ['2026-03', '2026-04'] } as const
  const [inMarch, inApril] = settleEach(plain) as readonly [Run, Run]
  const of = bookOfPay([base], { currency: 'CNY', retro: 0 })
  const open = bookOfPay([base], { currency: 'CNY', retro: 3 })
  const data = parseData({ people: [li()] })
  const next = (period: string, before: unknown, book = of) =>
    found(() => settlePay(book, data, { period, before } as Parameters<typeof settlePay>[2]))

  test('F4a the same period again pays nothing, however often', () => {
    const second = settlePay(open, data, { period: '2026-04', before: inApril })
    const third = settlePay(open, data, { period: '2026-04', before: second })
    expect(totals([inApril, second, third])).toEqual(['3000.00', '0.00', '0.00'])
    expect(verifyRuns([inMarch, inApril, second, third])).toEqual([])
    expect(verifyRuns([inMarch, inApril, inApril]).map(({ code }) => code)).toEqual([
      'repeated-run',
    ])
  })

  test.each([
    ['F4b a month that leaves out one that is closed', '2026-06', 'not-next-period', 'period'],
    ['F4b a month that leaves out many', '2027-01', 'not-next-period', 'period'],
    ['F4c a quarter, by a book of months', '2026-Q2', 'other-kind', 'period'],
    ['F4d a period that is no name', 'April', 'other-kind', 'period'],
    ['F4e March, after April', '2026-03', 'not-next-period', 'period'],
    ['F4e February, after April', '2026-02', 'not-next-period', 'period'],
  ])('%s is refused', (_, period, code, path) => {
    expect(next(period, inApril)[0]).toEqual([code, path])
  })

  test('F4b a month left out while it is open is paid by the next run', () => {
    const june = settlePay(open, data, { period: '2026-06', before: inApril })
    expect(paid([june])).toEqual([['base 2026-05 3000.00', 'base 2026-06 3000.00']])
    expect(verifyRuns([inMarch, inApril, june], { book: open })).toEqual([])
  })

  test('F4c a quarter after its months is refused, by a book that runs by quarters', () => {
    const quarters = bookOfPay([base], {
      currency: 'CNY',
      retro: 0,
      rhythms: { quarter: { kind: 'quarter' } },
    })
    expect(next('2026-Q2', inApril, quarters)).toEqual([['before-in-rhythm', 'before.rhythm']])
  })

  test.each([
    { name: '2026-07', start: '2026-07-01', end: '2026-07-30' },
    { name: '2026-07', kind: 'month', from: '2026-07-01', to: '2026-07-30' },
    null,
  ])('F4d the period %j is none', (period) => {
    expect(next(period as never, inApril)).toEqual([['wrong-type', 'period']])
  })

  test.each([undefined, null, 'none', {}, [], inApril.digest, 7])(
    'D4 the run before cannot be forgotten, nor be %j',
    (before) => {
      expect(next('2026-05', before)[0]?.[1]).toMatch(/^before/)
    },
  )

  test.each(Object.keys(inApril))('D4 the run before cannot be cut short by its "%s"', (name) => {
    const { [name as 'lines']: _, ...cut } = inApril
    expect(next('2026-05', cut)).toEqual([['missing', `before.${name}`]])
    expect(next('2026-05', { ...inApril, [name]: null })[0]?.[1]).toMatch(`before.${name}`)
  })

  test('D4 May after March is refused, or told in the chain of what was left out', () => {
    expect(next('2026-05', inMarch)).toEqual([['not-next-period', 'period']])
    const may = settlePay(open, data, { period: '2026-05', before: inApril })
    expect(verifyRuns([inMarch, may])[0]).toMatchObject({ path: '[1].before' })
  })

  test('F4 another currency, other days or less knowledge is refused', () => {
    const dollars = bookOfPay([component('base', { pays: 'due' }, constant('1', money('USD')))], {
      currency: 'USD',
      retro: 0,
    })
    expect(next('2026-05', inApril, dollars)).toContainEqual([
      'before-in-currency',
      'before.currency',
    ])
    const knowing = settlePay(of, data, { period: '2026-04', before: inMarch, asOf: '2026-06-30' })
    expect(next('2026-05', knowing)).toEqual([['as-of-goes-back', 'asOf']])
    expect(next('2026-05', { ...inApril, asOf: '2026-04-29' })).toEqual([
      ['changed-run', 'before.digest'],
    ])
    expect(next('2026-05', JSON.parse(JSON.stringify(inApril)))).toEqual([])
  })

  test('F4 a chain tells what is paid twice, left out, turned round or in another currency', () => {
    const chain = (...runs: readonly Run[]) =>
      verifyRuns(runs).map(({ code, path }) => [code, path])
    const inMay = settlePay(of, data, { period: '2026-05', before: inApril })
    expect(chain(inMarch, inApril, inMay)).toEqual([])
    expect(chain(inMarch, inMarch)).toEqual([['repeated-run', '[1].digest']])
    expect(chain(inMarch, inMay)[0]).toEqual(['other-before', '[1].before'])
    expect(chain(inApril, inMarch)[0]).toEqual(['not-the-first', '[0].before'])
    /** A run that was made to name the digest of another one. */
    const linked = (run: Run, before: Run, change: object = {}): Run => {
      const { digest: _, ...content } = { ...run, ...change, before: { digest: before.digest } }
      return { ...content, digest: digestOf(content) }
    }
    expect(chain(inMarch, linked(inMay, inMarch))).toEqual([
      ['unlisted-run', '[1].state.asOfs'],
      ['unpaid-settlement', '[1].state.settled[1]'],
    ])
    expect(chain(inMarch, linked(inMarch, inMarch))).toEqual([
      ['number-differs', '[1].number'],
      ['settled-differs', '[1].lines[0].settled'],
    ])
    expect(chain(inMarch, linked(inApril, inMarch, { currency: 'USD' }))).toEqual([
      ['other-currency', '[1].currency'],
    ])
    const [told] = verifyRuns([inMarch, inMarch])
    expect(told?.message).toEqual({ en: 'is the run [0] again', 'zh-CN': '与结算 [0] 相同' })
  })

  const order8 = order('a', '2026-03-20', '50000.00')
  test.each<[string, Data]>([
    ['an order', { people: [li()], records: { orders: [{ ...order8, recorded: '2026-04-21' }] } }],
    [
      'an order of April',
      { people: [li()], records: { orders: [{ ...order8, on: '2026-04-21' }] } },
    ],
    [
      'an order of who is not among the people',
      {
        people: [li()],
        records: { orders: [{ ...order8, person: 'wu', recorded: '2026-04-21' }] },
      },
    ],
    [
      'a refund',
      {
        people: [li()],
        records: { orders: [{ ...order8, amount: '-5.00', recorded: '2026-04-21' }] },
      },
    ],
    [
      'a move into sales with a quota that nobody gave',
      {
        people: [
          li({
            attributes: {
              department: [
                { from: '2020-01-01', value: 'sales' },
                { from: '2026-03-01', value: 'field', recorded: '2026-04-21' },
              ],
            },
          }),
        ],
      },
    ],
    [
      'a rise',
      {
        people: [
          li({
            attributes: {
              salary: [
                { from: '2020-01-01', value: '3000.00' },
                { from: '2026-03-01', value: '9000.00', recorded: '2026-04-21' },
              ],
            },
          }),
        ],
      },
    ],
  ])('D1 %s recorded after asOf changes nothing', (_, later) => {
    const components = [
      base,
      component(
        'commission',
        { pays: 'due', eligible: { where: { department: ['field'] } } },
        figure('quota', yuan, 2),
      ),
    ]
    const book = bookOfPay(components, { currency: 'CNY', retro: 3 })
    const asked = { period: '2026-03', before: 'first' } as const
    const run = settlePay(book, data, asked)
    expect(settlePay(book, parseData(later), asked)).toEqual(run)
    expect(verifyRun(book, parseData(later), run, asked)).toEqual([])
  })
})

describe('payroll: who is not employed in the period counts nowhere', () => {
  const cny = money('CNY')
  const base = component(
    'base',
    { pays: 'due', tags: ['wage'], eligible: { where: { department: ['service'] } } },
    attribute('salary', cny, 2),
  )
  const book = bookOfPay([base], { currency: 'CNY', retro: 2 })
  const since = '2020-01-01'
  const employee = (id: string, salary: string, employment: object = { from: since }) => ({
    id,
    employment: [employment],
    attributes: {
      salary: [{ from: since, value: salary }],
      department: [{ from: since, value: 'service' }],
    },
  })
  const three = [employee('a', '8325.01'), employee('b', '6500.00'), employee('c', '6000.00')]
  const march = (people: readonly object[]) => {
    const data = parseData({ people })
    return { book, data, run: settlePay(book, data, { period: '2026-03', before: 'first' }) }
  }

  test('D3 in no statement, head count or mean', () => {
    const made = march([...three, employee('sun', '4500.00', { from: '2026-04-13' })])
    const { data, run } = made
    expect(payroll.statements(book, data, run).map(({ person }) => person)).toEqual(['a', 'b', 'c'])
    const { paid } = payroll.totals(book, data, [run], { by: ['department'] })
    expect(
      paid.map(({ company, groups }) => [company.people, groups['department']?.[0]?.people]),
    ).toEqual([[3, 3]])
    const [group] =
      payroll.compareRuns(made, made, { by: ['department'] }).groups['department'] ?? []
    // 20,825.01 ÷ 3; with sun it was 5,206.25.
    expect([group?.people.after, group?.mean.after]).toEqual([3, '6941.67'])
  })

  test.each([
    ['who has left', { from: since, to: '2026-02-28' }, [3, 0, 0]],
    ['who leaves on the first day', { from: since, to: '2026-03-01' }, [4, 0, 1]],
    ['who joins on the last day', { from: '2026-03-31' }, [4, 1, 0]],
    ['who joins the day after', { from: '2026-04-01' }, [3, 0, 0]],
  ])('D3 %s', (_, employment, expected) => {
    const { data, run } = march([...three, employee('sun', '4500.00', employment)])
    const [{ company } = { company: undefined }] = payroll.totals(book, data, [run]).paid
    expect([company?.people, company?.joiners, company?.leavers]).toEqual(expected)
  })

  test('D3 to whom something is due has a statement, and is not counted', () => {
    const before = march([...three, employee('sun', '4500.00')])
    const left = { from: since, to: '2026-03-10', recorded: '2026-04-05' }
    const told = { ...employee('sun', '4500.00'), employment: [{ from: since }, left] }
    const data = parseData({ people: [...three, told] })
    const april = settlePay(book, data, { period: '2026-04', before: before.run })
    const statement = payroll.statementOf(book, data, april, 'sun', { about: ['department'] })
    expect(statement.about).toEqual({ department: 'service' })
    expect(payroll.totals(book, data, [april]).paid[0]?.company.people).toBe(3)
  })

  test('F5 two states of the data are compared line by line', () => {
    const raised = march([
      {
        ...three[0],
        attributes: { ...three[0]?.attributes, salary: [{ from: since, value: '8925.01' }] },
      },
      ...three.slice(1),
    ])
    const { difference, people } = payroll.compareRuns(march(three), raised)
    expect(difference).toBe('600.00')
    expect(people[0]?.lines[0]?.causes).toEqual([
      {
        ...{ kind: 'input', input: 'salary', from: '2026-03-01', to: '2026-03-31' },
        ...{ before: '8325.01', after: '8925.01' },
      },
    ])
  })
})

describe('payroll: a copy that an audience holds is held against the seal of the run', () => {
  const { about, company: of, data: known, key, march: paid, people: paidPeople } = firm
  const april = settlePay(of, known, { period: '2026-04', before: paid })
  const again = settlePay(of, known, { period: '2026-03', before: paid })
  const copies = ['employee', 'manager', 'peer', 'auditor'] as const

  test.each(copies)('D5 the copy of the %s holds, as it is and as it was stored', (audience) => {
    for (const person of Object.keys(paidPeople)) {
      const copy = payroll.disclose(of, known, paid, { key, about, person, audience })
      const { root } = payroll.seal(of, known, paid, { key, about })
      expect(payroll.verifyView(copy, root)).toEqual([])
      const stored = payroll.parseView(JSON.parse(JSON.stringify(copy)))
      expect(payroll.verifyView(stored, root)).toEqual([])
    }
  })

  test.each(copies)('D5 the copy of the %s holds in any drawn run', (audience) => {
    const drawn = policyBooks('CNY')
      .map(payroll.parseBook)
      .chain((book) => fc.tuple(fc.constant(book), payDataOf(book).map(parseData)))
    fc.assert(
      fc.property(drawn, ([book, data]) => {
        const run = settlePay(book, data, { period: '2026-01', before: 'first' })
        const { root } = payroll.seal(book, data, run, { key })
        for (const person of new Set(run.lines.map((line) => line.person)))
          expect(
            payroll.verifyView(payroll.disclose(book, data, run, { key, person, audience }), root),
          ).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  test('D5 a copy labelled for nobody is refused', () => {
    const asked = { key, about, person: 'li', audience: 'everybody' }
    expect(found(() => payroll.disclose(of, known, paid, asked))).toEqual([
      ['unknown-audience', 'audience'],
    ])
  })

  test.each([
    ['the period after', april],
    ['a further run of the same period', again],
    ['a run without a line', { ...april, lines: [] }],
  ])('D5 the copy of %s holds, and not for the run before', (_, run) => {
    const { root } = payroll.seal(of, known, run, { key, about })
    const first = payroll.seal(of, known, paid, { key, about })
    for (const audience of copies) {
      const copy = payroll.disclose(of, known, run, { key, about, person: 'li', audience })
      expect(payroll.verifyView(copy, root)).toEqual([])
      expect(payroll.verifyView(copy, first.root).map(({ code }) => code)).toEqual(['wrong-root'])
    }
  })

  test.each([
    ['an amount', 'amount', '9.00'],
    ['what it read', 'working', []],
    ['a reason', 'why', { parts: ['x'] }],
    ['what it is', 'settlement', { entitled: '9.00', settled: '0.00' }],
  ])('D5 a copy that was changed in %s names the place', (_, name, value) => {
    const copy = payroll.disclose(of, known, paid, {
      key,
      about,
      person: 'li',
      audience: 'employee',
    })
    const { root } = payroll.seal(of, known, paid, { key, about })
    const [first, ...rest] = copy.lines
    const changed = {
      ...copy,
      lines: [{ ...first, shown: { ...first?.shown, [name]: value } }, ...rest],
    }
    expect(payroll.verifyView(changed as payroll.View, root)[0]).toMatchObject({
      code: 'forged-value',
      path: `lines[0].shown.${name}`,
    })
  })
})

describe('wage: what a pay sheet needs is a policy of the book', () => {
  const spring = ['2026-03', '2026-04', '2026-05']
  const city = (from: string) => ({
    attributes: { city: [...small.since('wuhan'), ...small.since('shanghai', from)] },
  })
  const byCity = { attribute: 'city', values: { wuhan: '100', shanghai: '200' } }
  const allowance = firmPolicy('allowance', 'housing', { amount: byCity, prorated: false })

  test.each([
    ['on the last day', '2026-03-31', '200.00'],
    ['on the first', '2026-03-01', '200.00'],
    ['on the first of the next month', '2026-04-01', '100.00'],
  ])('F12 not prorated, a move %s pays the amount of the last day', (_, from, paid) => {
    const { lines } = small.months([allowance], { people: [small.li(city(from))] }, ['2026-03'])
    expect(lines).toEqual([[`housing 2026-03 ${paid}`]])
  })

  test('F12 prorated, each day has its own', () => {
    const own = firmPolicy('allowance', 'housing', {
      ...{ amount: byCity, prorated: true },
      basis: 'calendar',
    })
    const { lines } = small.months([own], { people: [small.li(city('2026-03-16'))] }, ['2026-03'])
    // 100 × 15 ÷ 31 + 200 × 16 ÷ 31
    expect(lines).toEqual([['housing 2026-03 151.61']])
  })

  const loan = firmPolicy('deduction', 'loan', {
    records: { table: 'loans' },
    of: { tag: 'wage' },
    instalment: '500',
  })
  const loans = [{ id: 'l', person: 'li', on: '2026-03-02', amount: '1200.00' }]

  test.each<[string, object, readonly string[], readonly (string | undefined)[]]>([
    ['comes back month by month', {}, ['-500.00', '-500.00', '-200.00'], []],
    [
      'waits for pay in a month without any',
      { absences: [{ id: 'x', kind: 'unpaid', from: '2026-03-01', to: '2026-03-31' }] },
      ['0.00', '-500.00', '-500.00'],
      [],
    ],
    [
      'is told at leaving',
      { employment: [{ from: '2020-01-01', to: '2026-04-30' }] },
      ['-500.00', '-500.00', '0.00'],
      [undefined, '200', '200'],
    ],
    [
      'is taken off the wage of another department',
      {
        attributes: {
          department: [...small.since('sales'), ...small.since('office', '2026-04-01')],
        },
      },
      ['-500.00', '-500.00', '-200.00'],
      [],
    ],
  ])('F13 a loan %s', (_, change, taken, left) => {
    const { runs } = small.months(
      [small.salary, loan],
      { people: [small.li(change)], records: { loans } },
      spring,
    )
    expect(
      runs.map(({ lines }) => lines.find(({ component }) => component === 'loan')?.amount),
    ).toEqual(taken)
    if (left.length > 0) expect(runs.map(({ leftOver }) => leftOver[0]?.value)).toEqual(left)
  })

  test.each([
    ['eight', 'base', '8', '45.98'],
    ['one and a half', 'base', '1.5', '8.62'],
    ['none', 'base', '0', undefined],
  ])('F15 a formula of hours is paid and verified: %s', (_, attribute, hours, paid) => {
    const own = firmPolicy('overtime', 'extra', {
      base: { attribute },
      figures: { hours: '1' },
    })
    const person = small.li({
      attributes: { base: small.since('1000.00') },
      figures: small.figures('hours', { '2026-03': hours }),
    })
    const { book, data, runs, lines } = small.months([own], { people: [person] }, ['2026-03'])
    expect(lines[0]).toEqual(paid === undefined ? [] : [`extra 2026-03 ${paid}`])
    expect(verifyRun(book, data, runs[0] as Run, { before: 'first' })).toEqual([])
  })

  test.each([
    ['a joiner on the last day', { employment: [{ from: '2026-03-31' }] }, '32.26', '1000.00'],
    [
      'who is away all month',
      { absences: [{ id: 'x', kind: 'unpaid', from: '2026-03-01', to: '2026-03-31' }] },
      '0.00',
      '1000.00',
    ],
    ['a whole month', {}, '1000.00', '1000.00'],
  ])('F18 a floor is prorated where the policy says so: %s', (_, change, prorated, whole) => {
    const floor = (prorated: boolean) =>
      small
        .months(
          [
            firmPolicy('topUp', 'floor', {
              of: ['nothing'],
              minimum: '1000',
              prorated,
              basis: 'b',
            }),
            firmPolicy('allowance', 'nothing', { amount: '0', prorated: false }),
          ],
          { people: [small.li(change)] },
          ['2026-03'],
          { basis: { b: { basis: 'calendar-days' } } },
        )
        .runs[0]?.lines.find(({ component }) => component === 'floor')?.amount
    expect([floor(true), floor(false)]).toEqual([prorated, whole])
  })

  test.each([
    ['0.05', ['0.39', '0.38', '0.38'], ['0.40', '0.35', '0.40']],
    ['50', ['1234.56', '1234.56', '1234.56'], ['1250.00', '1200.00', '1250.00']],
    ['100', ['-1234.56', '1234.56', '50.00'], ['-1200.00', '1200.00', '100.00']],
  ])('F19 payments rounded to %s', (step, amounts, expected) => {
    const rounding = firmPolicy('rounding', 'rounding', { of: ['pay'], step })
    const pay = firmPolicy('component', 'pay', {
      pays: 'due',
      formula: { op: 'input', name: 'pay', unit: 'money:CNY', scale: 2 },
      reads: { pay: { from: 'attribute', name: 'pay' } },
    })
    const own = {
      attributes: { pay: amounts.map((value, i) => ({ from: `${spring[i]}-01`, value })) },
    }
    const { runs } = small.months([pay, rounding], { people: [small.li(own)] }, spring)
    expect(totals(runs)).toEqual(expected)
  })
})

describe('bonuses: what 0.1 could pay as an adjustment alone is a policy of a book', () => {
  const of = bookOf([
    firmPolicy('salary', 'base', { prorated: true }),
    firmPolicy('thirteenth', 'thirteenth', {
      thirteenth: { rounding: 'half-up', basis: 'earned' },
      reads: { earned: { from: 'component', name: 'base' } },
    }),
    firmPolicy('loyalty', 'years', {
      loyalty: { paid: 'milestone', steps: [{ years: 5, amount: '3000' }] },
    }),
    firmPolicy('grant', 'stay', {
      grant: {
        kind: 'retention',
        vesting: { kind: 'cliff', months: 1 },
        leaving: { good: 'none', bad: 'none' },
      },
    }),
  ])
  const held = (value: string) => [{ from: '2021-02-10', value }]
  const li = {
    id: 'li',
    employment: [{ from: '2021-02-10' }],
    attributes: { base: held('6000.00'), hired: held('2021-02-10') },
  }
  const stay = [{ id: 'g', on: '2026-01-20', person: 'li', amount: '900.00' }]
  const { data } = payroll.parseRunData(of, { people: [li], records: { stay } })
  const january = payroll.run(of, data, { period: '2026-01', before: 'first' })
  const february = payroll.run(of, data, { period: '2026-02', before: january })

  test('F15 a 13th month, loyalty and vesting are lines of their own, and verified', () => {
    expect(february.lines.map(({ component, amount }) => `${component} ${amount}`)).toEqual([
      'base 6000.00',
      'thirteenth 500.00',
      'years 3000.00',
      'stay 900.00',
    ])
    expect(payroll.verify(of, data, february, { before: january })).toEqual([])
  })

  test.each([
    ['thirteenth', 'Earned in the year'],
    ['years', 'Full years from 2021-02-10 to 2026-02-28'],
    ['stay', 'Full months from 2026-01-20 to 2026-02-28'],
  ])('F15 %s is explained: %s', (component, expected) => {
    const why = explainLine(of, data, february, { component, person: 'li', locale: 'en' })
    expect(renderText(why)).toContain(expected)
  })
})

describe('kinds of period: a book pays in as many rhythms as a company has', () => {
  const staff = (id: string, department: string, change: object = {}) => ({
    id,
    employment: [{ from: '2025-01-01' }],
    attributes: { salary: small.since('3000.00'), department: small.since(department) },
    ...change,
  })
  const monthly = { month: { kind: 'month' } } as const
  const salaryOf = firmPolicy('salary', 'base', { attribute: 'salary', prorated: true })
  const inSales = { where: { department: ['sales'] } }
  const byDays = { days: { basis: 'calendar-days' } }
  const planBy = (period: string, plan: object = {}, from = '2025-01-01') =>
    firmPolicy('plan', 'plan', undefined, {
      versions: [
        {
          from,
          reason: 'Plan',
          eligible: inSales,
          terms: {
            plan: {
              period,
              measure: { sum: 'sales' },
              tiers: { kind: 'flat', rate: '0.10' },
              ...plan,
            },
          },
        },
      ],
    })
  const sales = (...days: readonly (readonly [on: string, amount: string])[]) =>
    days.map(([on, amount]) => ({ id: on, person: 'li', on, sales: amount }))
  const paid = (
    policies: readonly unknown[],
    credits: readonly object[],
    names: readonly string[],
    more: object,
    people: readonly object[] = [staff('li', 'sales'), staff('wu', 'office')],
  ) => small.months(policies, { people: people as never, records: { credits } }, names, more).lines

  test.each<[string, object, string, string, readonly string[]]>([
    ['quarterly', { kind: 'quarter' }, '2026-06', '2026-Q2', ['2026-04-10', '2026-06-30']],
    ['half-yearly', { kind: 'half-year' }, '2026-06', '2026-H1', ['2026-01-01', '2026-06-30']],
    ['yearly', { kind: 'year' }, '2026-12', '2026', ['2026-02-01', '2026-12-31']],
  ])('F16 a monthly salary and a %s plan are both paid', (_, rhythm, month, period, days) => {
    const { kind } = rhythm as { readonly kind: string }
    const rhythms = { ...monthly, [kind]: rhythm }
    const credits = sales(...days.map((on) => [on, '500.00'] as const))
    const [own] = paid([salaryOf, planBy(kind)], credits, [month], { rhythms })
    // Who has no plan is paid the salary of the month.
    expect([...(own as readonly string[])].sort()).toEqual(
      [`base ${month} 3000.00`, `plan ${period} 100.00`, `wu base ${month} 3000.00`].sort(),
    )
  })

  test('F16 the months of a quarter pay the salary of each, and its last one the plan too', () => {
    const rhythms = { ...monthly, quarter: { kind: 'quarter' } }
    const names = ['2026-04', '2026-05', '2026-06', '2026-07']
    const credits = sales(['2026-04-10', '400.00'], ['2026-06-30', '20.00'], ['2026-07-01', '9.00'])
    const lines = paid([salaryOf, planBy('quarter')], credits, names, { rhythms }, [
      staff('li', 'sales'),
    ])
    expect(lines).toEqual([
      ['base 2026-04 3000.00'],
      ['base 2026-05 3000.00'],
      ['base 2026-06 3000.00', 'plan 2026-Q2 42.00'],
      ['base 2026-07 3000.00'],
    ])
  })

  const sundays = { kind: 'gregorian', startMonth: 1, weeksFrom: '2026-01-04' } as const
  const cycle = { kind: 'gregorian', startMonth: 1, startDay: 26, rhythm: 'cycle' } as const
  test.each<[string, string, string, object, readonly string[], readonly string[]]>([
    // Ten a day: of each period as many tens as it has days.
    [
      'twice a month',
      'half-month',
      '2026-01-01',
      { kind: 'half-month' },
      ['2026-07-H1', '2026-07-H2'],
      ['15.00', '16.00'],
    ],
    [
      'every two weeks',
      'two-weeks',
      '2026-01-04',
      { kind: 'two-weeks', calendar: sundays },
      ['2026-2W11', '2026-2W12'],
      ['14.00', '14.00'],
    ],
    [
      'every four weeks',
      'four-weeks',
      '2026-01-04',
      { kind: 'four-weeks', calendar: sundays },
      ['2026-4W06', '2026-4W07'],
      ['28.00', '28.00'],
    ],
    [
      'from the 26th to the 25th',
      'month',
      '2025-12-26',
      { kind: 'month', calendar: cycle },
      ['2026-06', '2026-07'],
      ['31.00', '30.00'],
    ],
    [
      'ten days',
      'ten-days',
      '2026-01-01',
      { kind: 'ten-days' },
      ['2026-07-D2', '2026-07-D3'],
      ['10.00', '11.00'],
    ],
  ])(
    'F17 %s, plans, salaries and figures are paid by it',
    (_, kind, from, rhythm, names, expected) => {
      const daily = Array.from({ length: 100 }, (_day, i) => {
        const on = new Date(Date.UTC(2026, 4, 1 + i)).toISOString().slice(0, 10)
        return [on, '10.00'] as const
      })
      const gated = planBy(kind, { gate: { kpi: 'quality', atLeast: '0.9' } }, from)
      const figures = names.map((period) => ({ name: 'quality', period, value: '0.95' }))
      const lines = paid(
        [salaryOf, gated],
        sales(...daily),
        names,
        { rhythms: { [kind]: rhythm }, basis: byDays },
        [staff('li', 'sales', { figures })],
      )
      expect(lines).toEqual(
        names.map((name, i) => [`base ${name} 3000.00`, `plan ${name} ${expected[i]}`]),
      )
    },
  )

  test('F17 thirteen times four weeks are the year of them', () => {
    const rhythms = { 'four-weeks': { kind: 'four-weeks', calendar: sundays } }
    const names = Array.from({ length: 13 }, (_, i) => `2026-4W${String(i + 1).padStart(2, '0')}`)
    const days = Array.from({ length: 364 }, (_, i) => {
      const on = new Date(Date.UTC(2026, 0, 4 + i)).toISOString().slice(0, 10)
      return [on, '10.00'] as const
    })
    const lines = paid([planBy('four-weeks', {}, '2026-01-04')], sales(...days), names, { rhythms })
    expect(lines).toEqual(names.map((name) => [`plan ${name} 28.00`]))
  })

  test.each([
    ['a half of the month', {}, '2026-07-H2', '1500.00'],
    // 7 of its 16 days.
    [
      'who joins within it, by its days',
      { employment: [{ from: '2026-07-25' }] },
      '2026-07-H2',
      '656.25',
    ],
    // 12 of its 15 days.
    [
      'who leaves within it, by its days',
      { employment: [{ from: '2025-01-01', to: '2026-07-12' }] },
      '2026-07-H1',
      '1200.00',
    ],
  ])('F17 half a month’s salary: %s', (_, change, name, amount) => {
    const ofMonth = multiply(attribute('salary', money('CNY'), 2), constant('0.5'))
    const [by, formula] = forDaysPaid(ofMonth, {}, { currency: 'CNY', rounding: 'half-up' })
    const half = termsOf(component('base', { pays: 'due', ...by }, formula))
    const lines = paid(
      [firmPolicy('component', 'base', half)],
      [],
      [name],
      {
        rhythms: { 'half-month': { kind: 'half-month' } },
        basis: byDays,
      },
      [staff('li', 'office', change)],
    )
    expect(lines).toEqual([[`base ${name} ${amount}`]])
  })
})
