import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askingFor } from '../../src/commission/comparisons.js'
import { lintPlan, type PlanPolicy, parsePlan, plan } from '../../src/commission/index.js'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { flat } from './plans.js'

type Gate = NonNullable<PlanPolicy['gate']>

const linked = [{ sum: 'renewals' }]
const planOf = (gate: Gate, more: Partial<PlanPolicy> = {}) =>
  parsePlan({ ...flat, linked, quota: 'quota', ...more, gate })

/** Whether the gate is open: 2 % of the sales are paid where it is. */
function isOpen(gate: Gate, figures: Readonly<Record<string, string>>, more = {}): boolean {
  const { formula } = planOf({ ...gate, keeps: '0.5' }, { floor: '0', ...more })
  const inputs = Object.fromEntries(
    Object.entries({ sales: '100.00', ...figures }).filter(([name]) => name in formula.inputs),
  )
  const paid = decimal(evaluate(formula, inputs).value)
  return paid.equals(decimal(inputs['sales'] as string).times('0.02'))
}

describe('a comparison', () => {
  test.each<[Gate, boolean, boolean, boolean]>([
    [{ kpi: 'q', atLeast: '0.9' }, false, true, true],
    [{ kpi: 'q', above: '0.9' }, false, false, true],
    [{ kpi: 'q', atMost: '0.9' }, true, true, false],
    [{ kpi: 'q', below: '0.9' }, true, false, false],
    [{ not: { kpi: 'q', atLeast: '0.9' } }, true, false, false],
    [{ not: { not: { kpi: 'q', above: '0.9' } } }, false, false, true],
  ])('%j of 89.9999, 90 and 90.0001 %%', (gate, ...expected) => {
    const at = ['0.899999', '0.9', '0.900001']
    expect(at.map((q) => isOpen(gate, { q }))).toEqual(expected)
  })

  test.each<[Gate, string, boolean]>([
    [{ kpi: 'renewals', of: 'quota', below: '0.5' }, '49.99', true],
    [{ kpi: 'renewals', of: 'quota', below: '0.5' }, '50.00', false],
    [{ kpi: 'renewals', of: 'quota', atMost: '0.5' }, '50.00', true],
    [{ kpi: 'renewals', of: 'quota', above: '0.5' }, '50.01', true],
    [{ kpi: 'renewals', above: '50' }, '50.00', false],
    [{ kpi: 'renewals', atMost: '50' }, '50.00', true],
    [{ kpi: 'renewals', of: 'sales', below: '0.5' }, '50.00', false],
  ])('%j of renewals of %s: %s', (gate, renewals, expected) => {
    expect(isOpen(gate, { renewals, quota: '100.00' })).toBe(expected)
  })
})

describe('several conditions', () => {
  const a = { kpi: 'a', atLeast: '0.5' } as const
  const b = { kpi: 'b', atLeast: '0.5' } as const
  const least = { leastOf: [{ kpi: 'a' }, { kpi: 'b' }] }
  test.each<[string, Gate, [boolean, boolean, boolean]]>([
    ['all', { all: [a, b] }, [false, false, true]],
    ['any', { any: [a, b] }, [false, true, true]],
    ['the least at least', { ...least, atLeast: '0.5' }, [false, false, true]],
    ['the least above', { ...least, above: '0.5' }, [false, false, true]],
    ['the least at most', { ...least, atMost: '0.5' }, [true, true, false]],
    ['the least below', { ...least, below: '0.5' }, [true, true, false]],
    ['one within another', { all: [{ any: [a, b] }, { not: a }] }, [false, true, false]],
  ])('%s', (_, gate, expected) => {
    const figures = [
      { a: '0.4', b: '0.4' },
      { a: '0.4', b: '0.6' },
      { a: '0.6', b: '0.6' },
    ]
    expect(figures.map((each) => isOpen(gate, each))).toEqual(expected)
  })

  test('keep the names of their inputs, so that a misspelt one does not compile', () => {
    const { formula } = plan({
      ...flat,
      gate: { all: [a, { not: { any: [b, { leastOf: [{ kpi: 'c' }], below: '0.1' }] } }] },
    })
    const inputs = { sales: '100.00', a: '1', b: '0', c: '1' }
    expect(evaluate(formula, inputs).value).toBe('2.00')
    // @ts-expect-error: "d" is none of them.
    expect(found(() => evaluate(formula, { ...inputs, d: '1' }))).toEqual([
      ['unknown-input', 'inputs.d'],
    ])
  })
})

/** A drawn condition over two KPIs, a measure of its quota and one of another measure. */
const { condition } = fc.letrec<{ condition: Gate; leaf: Gate }>((tie) => {
  const asked = fc.constantFrom<readonly object[]>(
    [{ kpi: 'a' }],
    [{ kpi: 'b' }],
    [{ kpi: 'renewals', of: 'quota' }],
    [{ kpi: 'renewals', of: 'sales' }],
    [{ kpi: 'a' }, { kpi: 'renewals', of: 'sales' }],
  )
  const compared = fc
    .tuple(
      fc.constantFrom('atLeast', 'atMost', 'above', 'below'),
      fc.constantFrom('0', '0.5', '1', '1.5'),
    )
    .map(([sense, value]) => ({ [sense]: value }))
  const list = fc.array(tie('condition'), { minLength: 1, maxLength: 3 })
  return {
    leaf: fc
      .tuple(asked, compared)
      .map(([of, by]) => ({ ...(of.length === 1 ? of[0] : { leastOf: of }), ...by }) as never),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.record({ all: list }) as fc.Arbitrary<Gate>,
      fc.record({ any: list }) as fc.Arbitrary<Gate>,
      fc.record({ not: tie('condition') }) as fc.Arbitrary<Gate>,
    ),
  }
})
const figures = fc.record({
  a: fc.constantFrom('0', '0.4', '0.5', '1', '1.6'),
  b: fc.constantFrom('0', '0.5', '2'),
  sales: fc.constantFrom('-100.00', '0.00', '50.00', '100.00'),
  renewals: fc.constantFrom('-50.00', '0.00', '25.00', '50.00', '150.00'),
  quota: fc.constantFrom('-1.00', '0.00', '50.00', '100.00'),
})
type Drawn = typeof figures extends fc.Arbitrary<infer T> ? T : never

/** The truth of a condition, by numbers. */
function holds(gate: object, given: Drawn, ofZero: 'reached' | 'missed'): boolean {
  const { all, any, not, leastOf, ...one } = gate as Record<string, never[]>
  if (all !== undefined) return all.every((each) => holds(each, given, ofZero))
  if (any !== undefined) return any.some((each) => holds(each, given, ofZero))
  if (not !== undefined) return !holds(not, given, ofZero)
  const asked = (leastOf ?? [one]) as unknown as readonly { kpi: keyof Drawn; of?: keyof Drawn }[]
  const parts = asked.map(({ kpi, of }) => {
    if (of === undefined) return Number(given[kpi])
    const [part, whole] = [Number(given[kpi]), Number(given[of])]
    if (of === 'quota' && whole <= 0) return ofZero === 'reached' ? Infinity : -Infinity
    // Of a measure of nothing, something is more than any part of it, and nothing is less.
    if (whole === 0) return part > 0 ? Infinity : -Infinity
    // Below nothing, whoever has something has any part of it.
    return whole < 0 ? (part > 0 ? Infinity : -Infinity) : part / whole
  })
  const { atLeast, atMost, above, below } = gate as Record<string, string>
  const [least] = [Math.min(...parts)]
  if (atLeast !== undefined) return least >= Number(atLeast)
  if (above !== undefined) return least > Number(above)
  return atMost !== undefined ? least <= Number(atMost) : least < Number(below)
}

test('every condition holds where it is said to, also of quotas and measures of nothing', () => {
  fc.assert(
    fc.property(
      condition,
      figures,
      fc.constantFrom('reached' as const, 'missed' as const),
      (gate, given, quotaOfZero) => {
        const { formula } = parsePlan({
          ...flat,
          linked,
          quota: 'quota',
          quotaOfZero,
          tiers: { kind: 'flat', rate: '0' },
          gate: { kpi: 'b', atLeast: '0' },
          kickers: [{ ...gate, pays: '1' }],
        })
        const inputs = Object.fromEntries(
          Object.entries(given).filter(([name]) => name in formula.inputs),
        )
        expect(evaluate(formula, inputs).value).toBe(
          holds(gate, given, quotaOfZero) ? '1.00' : '0.00',
        )
      },
    ),
    { numRuns: 500 },
  )
})

test('a condition may ask for other names, wherever they stand', () => {
  const condition = {
    all: [
      { kpi: 'a', atLeast: '1' },
      {
        any: [{ not: { kpi: 'a', of: 'b', below: '2' } }, { leastOf: [{ kpi: 'a' }], above: '3' }],
      },
    ],
  }
  const renamed = askingFor(condition, (asked) => ({ ...asked, kpi: 'x' }))
  expect(renamed).toEqual(JSON.parse(JSON.stringify(condition).replaceAll('"a"', '"x"')))
})

describe('a condition is refused', () => {
  const a = { kpi: 'a', atLeast: '0.5' }
  test.each<[string, object, ...(readonly [code: string, path: string])[]]>([
    ['of no form', {}, ['one-of', 'gate']],
    ['of two forms', { ...a, all: [a] }, ['one-of', 'gate']],
    ['without a comparison', { kpi: 'a' }, ['one-of', 'gate']],
    ['with two comparisons', { ...a, below: '0.9' }, ['one-of', 'gate']],
    [
      'of several that compares itself',
      { all: [a], atLeast: '1' },
      ['not-together', 'gate.atLeast'],
    ],
    [
      'of the least of several, with a quota beside them',
      { leastOf: [{ kpi: 'a' }], of: 'quota', kpiLabel: 'A', atLeast: '1' },
      ['not-together', 'gate.of'],
      ['not-together', 'gate.kpiLabel'],
    ],
    ['of none', { any: [] }, ['too-small', 'gate.any']],
    [
      'misspelt within',
      { any: [a, { ...a, atleast: '1' }] },
      ['unknown-key', 'gate.any[1].atleast'],
    ],
    [
      'that is no decimal',
      { not: { kpi: 'a', above: '1 %' } },
      ['not-a-decimal', 'gate.not.above'],
    ],
    [
      'of a quota of a KPI',
      { any: [a, { leastOf: [{ kpi: 'a' }, { kpi: 'b', of: 'quota' }], below: '1' }] },
      ['not-measured', 'gate.any[1].leastOf[1].of'],
    ],
    ['of itself', { not: { kpi: 'sales', of: 'sales', above: '1' } }, ['of-itself', 'gate.not.of']],
    ['of several under one label', { all: [a], label: 'A' }, ['not-together', 'gate.label']],
  ])('%s', (_, gate, ...expected) => {
    expect(found(() => parsePlan({ ...flat, gate }))).toEqual(expected)
  })

  test('however deep it is, at once', () => {
    const deep = Array.from({ length: 120 }).reduce<object>((not) => ({ not }), a)
    expect(found(() => parsePlan({ ...flat, gate: deep })).map(([code]) => code)).toEqual([
      'too-deep',
    ])
  })

  test('in both languages', () => {
    const problems = problemsOf(() =>
      parsePlan({ ...flat, gate: { all: [{ kpi: 'a' }, { ...a, below: '1' }], atMost: '1' } }),
    )
    expect(describeProblems(problems)).toBe(
      [
        'gate.all[0]: says none of atLeast, atMost, above, below. Give exactly one of them.',
        'gate.all[1]: says atLeast, below at once. Give exactly one of atLeast, atMost, above, below.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'gate.all[0]：未写明 atLeast、atMost、above、below 中的任何一项。请写明其中恰好一项。',
        'gate.all[1]：同时写了 atLeast、below。请只写明 atLeast、atMost、above、below 中的一项。',
      ].join('\n'),
    )
  })
})

test('an explanation tells which of several conditions decided', () => {
  const { formula } = planOf({
    all: [
      { kpi: 'complaints', atMost: '0.02', kpiLabel: { en: 'Complaints', 'zh-CN': '投诉率' } },
      { kpi: 'sales', of: 'quota', atLeast: '1' },
    ],
  })
  const tell = (complaints: string, locale: 'en' | 'zh-CN') =>
    renderText(
      explain(evaluate(formula, { sales: '150.00', quota: '100.00', complaints }), { locale }),
    )
  expect(tell('0.03', 'en')).toContain('Because Complaints 3% is above 2%\n')
  expect(tell('0.03', 'zh-CN')).toContain('因为投诉率 3% 超过 2%\n')
  expect(tell('0.02', 'zh-CN')).toContain(
    '因为投诉率 2% 不超过 2%且计提业绩 150.00 CNY 不低于 业绩目标 × 100% 100.00 CNY\n',
  )
})

describe('lint', () => {
  const codes = (gate: Gate, more: Partial<PlanPolicy> = {}) =>
    lintPlan(planOf(gate, more)).map(({ code, path }) => `${code} ${path}`)

  test.each<[Gate, string]>([
    [{ kpi: 'q', above: '0.9' }, 'missed-condition gate'],
    [{ kpi: 'q', below: '0.9' }, 'missed-condition gate'],
    [{ kpi: 'q', atMost: '0.9' }, 'missed-condition gate'],
    [
      { all: [{ kpi: 'q', atLeast: '1' }, { not: { kpi: 'r', above: '1' } }] },
      'missed-condition gate.all[1].not',
    ],
    [{ leastOf: [{ kpi: 'q' }, { kpi: 'r' }], atLeast: '1' }, 'missed-condition gate.leastOf[1]'],
    [{ kpi: 'renewals', above: '-0.01' }, 'always-met gate'],
    [{ kpi: 'sales', above: '50' }, 'cliff gate'],
    [{ kpi: 'sales', atMost: '50' }, 'fall gate'],
    [{ any: [{ kpi: 'renewals', atLeast: '0' }] }, 'always-met gate.any[0]'],
  ])('looks at both sides of %j', (gate, expected) => {
    expect(codes(gate)).toContain(expected)
  })

  test('looks at a plan without the conditions that ask for a part of what is varied', () => {
    const gate = { any: [{ kpi: 'renewals', of: 'sales', atLeast: '0.5' }] }
    const kickers = [{ kpi: 'q', atLeast: '1', pays: '5' }]
    expect(codes(gate, { kickers, linked })).toContain('missed-condition kickers[0]')
  })
})
