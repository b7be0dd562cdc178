import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextTier, type PlanPolicy, parsePlan, payoutCurve } from '../../src/commission/index.js'
import { evaluate } from '../../src/formula/index.js'
import { decimal } from '../../src/quantity/index.js'
import { found } from '../found.js'

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
