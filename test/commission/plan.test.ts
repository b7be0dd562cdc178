import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type Plan,
  type PlanInputs,
  type PlanPolicy,
  parsePlan,
  plan,
} from '../../src/commission/index.js'
import { evaluate, parseFormula } from '../../src/formula/index.js'
import type { NumericInput } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { flat, service } from './plans.js'

const paid = (policy: PlanPolicy, inputs: Record<string, NumericInput>): string =>
  evaluate(parsePlan(policy).formula, inputs).value

describe('the plan of the API sketch', () => {
  const sketch = plan({
    id: 'cs-conversion-2026',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales', where: { credit: 'indirect' } },
    tiers: {
      kind: 'marginal',
      steps: [
        { from: '0', rate: '0.010' },
        { from: '50000', rate: '0.015' },
      ],
    },
    gate: { kpi: 'satisfaction', atLeast: '0.90' },
    cap: '8000',
  })

  test('pays 668.75 for 61,250.00 at 93 %', () => {
    const { value } = evaluate(sketch.formula, { sales: '61250.00', satisfaction: '0.93' })
    expect(value).toBe('668.75')
  })

  test('keeps its policy, and its formula is plain JSON that can be read again', () => {
    expect(sketch.id).toBe('cs-conversion-2026')
    expect(sketch.policy.measure.where).toEqual({ credit: 'indirect' })
    expect(Object.isFrozen(sketch)).toBe(true)
    const stored = JSON.parse(JSON.stringify(sketch.formula.expression))
    expect(parseFormula(stored).inputs).toEqual(sketch.formula.inputs)
  })

  test('is a copy: changing the JSON it was read from changes nothing', () => {
    const json = JSON.parse(JSON.stringify(flat))
    const read = parsePlan(json)
    json.tiers.steps.pop()
    json.cap = '1'
    expect(read.policy).toEqual(flat)
  })
})

/** One smallest unit below, on and above 50,000, in currencies with 0, 2, 3 and 4 places. */
const neighbours = [
  ['JPY', '49999', '50000', '50001'],
  ['CNY', '49999.99', '50000.00', '50000.01'],
  ['KWD', '49999.999', '50000.000', '50000.001'],
  ['CLF', '49999.9999', '50000.0000', '50000.0001'],
] as const

describe('marginal tiers', () => {
  test.each(neighbours)('in %s turn at the bound, without a jump', (currency, below, on, above) => {
    const tiers: PlanPolicy['tiers'] = {
      kind: 'marginal',
      steps: [
        { from: '0', rate: '1' },
        { from: '50000', rate: '3' },
      ],
    }
    const of = (sales: string) => paid({ ...flat, currency, tiers }, { sales })
    expect([of(below), of(on)]).toEqual([below, on])
    // The smallest unit above the bound is paid at 3.
    expect(of(above)).toBe(on.replace(/0$/, '3'))
  })

  test.each([
    ['-0.01', '0.00'],
    ['0.00', '0.00'],
    ['9999.99', '0.00'],
    ['10000.00', '0.00'],
    ['10000.01', '0.01'],
    ['10000.02', '0.02'],
  ])('below the first tier nothing is earned: %s gives %s', (sales, expected) => {
    const tiers = { kind: 'marginal', steps: [{ from: '10000', rate: '1' }] } as const
    expect(paid({ ...flat, tiers }, { sales })).toBe(expected)
  })
})

describe('retroactive tiers', () => {
  const tiers = (exclusive?: boolean): PlanPolicy['tiers'] => ({
    kind: 'retroactive',
    steps: [
      { from: '10000', rate: '1' },
      { from: '50000', rate: '2', ...(exclusive !== undefined && { exclusive }) },
    ],
  })
  const double = (text: string) => (2 * Number(text)).toFixed(text.split('.')[1]?.length ?? 0)

  test.each(neighbours)('in %s reach the next rate on the bound', (currency, below, on, above) => {
    const of = (sales: string) => paid({ ...flat, currency, tiers: tiers() }, { sales })
    expect([of(below), of(on), of(above)]).toEqual([below, double(on), double(above)])
  })

  test.each(neighbours)('in %s, `exclusive`, one unit later', (currency, below, on, above) => {
    const of = (sales: string) => paid({ ...flat, currency, tiers: tiers(true) }, { sales })
    expect([of(below), of(on), of(above)]).toEqual([below, on, double(above)])
  })

  test('`exclusive: false` is what is said by saying nothing', () => {
    const policy = { ...flat, tiers: tiers(false) }
    expect(paid(policy, { sales: '50000.00' })).toBe('100000.00')
  })

  test.each([
    [undefined, '9999.99', '0.00'],
    [undefined, '10000.00', '10000.00'],
    [undefined, '10000.01', '10000.01'],
    [true, '9999.99', '0.00'],
    [true, '10000.00', '0.00'],
    [true, '10000.01', '10000.01'],
  ])(
    'below the first tier nothing is earned: exclusive %s, %s gives %s',
    (exclusive, sales, expected) => {
      const first = { from: '10000', rate: '1', ...(exclusive && { exclusive }) }
      const policy = { ...flat, tiers: { kind: 'retroactive', steps: [first] } } as const
      expect(paid(policy, { sales })).toBe(expected)
    },
  )
})

describe('the accelerator', () => {
  const steps = [
    { from: '1', factor: '1.5' },
    { from: '1.2', factor: '2' },
  ]
  const policy: PlanPolicy = {
    ...flat,
    tiers: { kind: 'marginal', steps: [{ from: '0', rate: '1' }] },
    quota: 'quota',
    accelerator: { steps },
  }

  test.each([
    ['99.98', '99.98'],
    ['100.00', '100.00'],
    // 0.02 × 1.5
    ['100.02', '100.03'],
    ['119.98', '129.97'],
    // 100 + 20 × 1.5
    ['120.00', '130.00'],
    // + 0.02 × 2
    ['120.02', '130.04'],
  ])('counts only what is earned above each step: sales of %s pay %s', (sales, expected) => {
    expect(paid(policy, { sales, quota: '100.00' })).toBe(expected)
  })

  test('multiplies what each tier earns there', () => {
    const { tiers, accelerator } = service
    // 500 + 10,000 × 1.5 % up to 60,000; 12,000 × 1.5 % × 1.5; 9,250 × 1.5 % × 2.
    const policy = { ...flat, quota: 'quota', tiers, accelerator }
    expect(paid(policy, { sales: '81250', quota: '60000' })).toBe('1197.50')
  })

  test('keeps the rate that all of the sales reach where tiers are retroactive', () => {
    const tiers: PlanPolicy['tiers'] = {
      kind: 'retroactive',
      steps: [
        { from: '0', rate: '0.01' },
        { from: '120', rate: '0.10' },
      ],
    }
    // 10 % of 100, and of 20 × 1.5, and of 30 × 2.
    expect(paid({ ...policy, tiers }, { sales: '150', quota: '100' })).toBe('19.00')
  })

  test('may slow down, and stop', () => {
    const slow = {
      steps: [
        { from: '0.5', factor: '0.5' },
        { from: '2', factor: '0' },
      ],
    }
    expect(paid({ ...policy, accelerator: slow }, { sales: '500', quota: '100' })).toBe('125.00')
  })

  test.each(['0', '0.00', '-50'])('a quota of %s is refused, not exceeded by any sale', (quota) => {
    expect(found(() => paid(policy, { sales: '10.00', quota }))).toEqual([
      ['not-above', 'inputs.quota'],
    ])
  })
})

describe('the gate', () => {
  test.each([
    [undefined, '0.899999', '0.00'],
    [undefined, '0.9', '20.00'],
    [undefined, '0.900001', '20.00'],
    ['0', '0.899999', '0.00'],
    ['0.25', '0.899999', '5.00'],
    ['0.25', '0.90', '20.00'],
    ['1', '0.5', '20.00'],
  ])('keeping %s at a KPI of %s pays %s of 20.00', (keeps, satisfaction, expected) => {
    const gate = { kpi: 'satisfaction', atLeast: '0.90', ...(keeps && { keeps }) }
    expect(paid({ ...flat, gate }, { sales: '1000', satisfaction })).toBe(expected)
  })

  test('comes before the cap: half of 40.00 is not above a cap of 20.00', () => {
    const gate = { kpi: 'satisfaction', atLeast: '0.90', keeps: '0.5' }
    const policy = { ...flat, gate, cap: '20.00' }
    expect(paid(policy, { sales: '2000', satisfaction: '0.8' })).toBe('20.00')
    expect(paid(policy, { sales: '1500', satisfaction: '0.8' })).toBe('15.00')
  })
})

test.each([
  ['999.50', '19.99'],
  ['1000.00', '20.00'],
  ['1000.50', '20.00'],
])('a cap of 20.00 binds above it alone: sales of %s pay %s', (sales, expected) => {
  expect(paid({ ...flat, cap: '20.00' }, { sales })).toBe(expected)
})

describe('the rounding', () => {
  test.each([
    ['half-up', '0.03'],
    ['half-even', '0.02'],
    ['half-down', '0.02'],
    ['up', '0.03'],
    ['down', '0.02'],
    ['ceiling', '0.03'],
    ['floor', '0.02'],
  ] as const)('%s makes %s of 0.025', (rounding, expected) => {
    expect(paid({ ...flat, rounding }, { sales: '1.25' })).toBe(expected)
  })

  test('is half-up where the plan names none', () => {
    expect(paid(flat, { sales: '1.25' })).toBe('0.03')
  })

  test('is done once, at the end', () => {
    // 0.0124 + 0.0126 would be 0.01 + 0.01 if each tier were rounded.
    const tiers: PlanPolicy['tiers'] = {
      kind: 'marginal',
      steps: [
        { from: '0', rate: '0.0124' },
        { from: '1', rate: '0.0126' },
      ],
    }
    expect(paid({ ...flat, tiers }, { sales: '2' })).toBe('0.03')
  })
})

describe('the types of a plan', () => {
  test('a literal keeps the names of its inputs, so that a misspelt one does not compile', () => {
    const { formula } = plan(service)
    expectTypeOf(formula.inputs).toHaveProperty('quota')
    expectTypeOf<PlanInputs<typeof service>>().toEqualTypeOf<'sales' | 'satisfaction' | 'quota'>()
    expectTypeOf<PlanInputs<typeof flat>>().toEqualTypeOf<'sales'>()
    const misspelt = () =>
      evaluate(formula, {
        sales: '1',
        quota: '1',
        // @ts-expect-error the plan reads `satisfaction`
        satisfacton: '0.9',
      })
    expect(misspelt).toThrow('Perhaps "satisfaction" was meant')
    // @ts-expect-error the quota is missing
    expect(() => evaluate(formula, { sales: '1', satisfaction: '0.9' })).toThrow(
      '"quota" is missing',
    )
  })

  test('a plan that is no literal reads what it says when it is run', () => {
    expectTypeOf<PlanInputs<PlanPolicy>>().toEqualTypeOf<string>()
    expectTypeOf(plan(service as PlanPolicy)).toEqualTypeOf<Plan>()
    expectTypeOf(plan(service)).toExtend<Plan>()
    const { formula } = plan({ ...flat, gate: { kpi: 'quality', atLeast: '1' } } as PlanPolicy)
    expect(Object.keys(formula.inputs).sort()).toEqual(['quality', 'sales'])
  })
})
