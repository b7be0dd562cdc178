import { describe, expect, test } from 'vitest'
import { parsePlan } from '../../src/commission/index.js'
import {
  add,
  check,
  constant,
  input,
  match,
  minimum,
  multiply,
  step,
  subtract,
} from '../../src/formula/index.js'
import { parseScorecard } from '../../src/kpi/index.js'
import { problemsOf } from '../../src/problem/index.js'
import {
  assertPolicy,
  type CheckOptions,
  checkPolicy,
  describeReport,
  type LawName,
  policyMatchers,
  type Rule,
  type Subject,
} from '../../src/testing/index.js'
import { found } from '../found.js'
import { service as card } from '../kpi/cards.js'

const base = { id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' } }
const flat = parsePlan({ ...base, tiers: { kind: 'flat', rate: '0.02' } })
/** 2 % to 100,000, then 1.99 % of all of it. */
const falling = parsePlan({
  ...base,
  tiers: {
    kind: 'retroactive',
    steps: [
      { from: '0', rate: '0.02' },
      { from: '100000', rate: '0.0199' },
    ],
  },
})
const gated = parsePlan({
  ...base,
  tiers: { kind: 'marginal', steps: [{ from: '0', rate: '0.02' }] },
  gate: { kpi: 'satisfaction', atLeast: '0.8' },
  cap: '800',
  floor: '50',
})

const outcomes = (subject: Subject, options: CheckOptions = {}) =>
  Object.fromEntries(
    checkPolicy(subject, { runs: 40, ...options }).reports.map(({ law, outcome }) => [
      law,
      outcome,
    ]),
  )
const only = (subject: Subject, law: LawName, options: CheckOptions = {}) =>
  checkPolicy(subject, { runs: 40, ...options, laws: [law] }).reports[0]

describe('a plan', () => {
  test('that reads nothing but its measure is proved for every amount', () => {
    expect(outcomes(flat)).toEqual({
      reproducible: 'held',
      'engine-equal': 'held',
      monotone: 'proved',
      'no-cliff': 'proved',
    })
    expect(only(flat, 'monotone')?.runs).toBe(0)
  })

  test('with figures beside its measure is analysed for drawn ones', () => {
    expect(outcomes(gated)).toEqual({
      reproducible: 'held',
      'engine-equal': 'held',
      monotone: 'held',
      'no-cliff': 'held',
      bounded: 'held',
    })
    expect(only(gated, 'monotone')?.runs).toBe(40)
  })

  test('that falls is caught, wherever the fall is, with both sides of it', () => {
    expect(only(falling, 'monotone')).toEqual({
      law: 'monotone',
      of: 'p',
      outcome: 'broken',
      runs: 1,
      broken: {
        says: {
          en: 'More sales than 99999.99 pays less',
          'zh-CN': '“sales”比 99999.99 更多时，报酬反而减少',
        },
        rows: [
          { sales: '99999.99', pays: '2000.00' },
          { sales: '100000.00', pays: '1990.00' },
        ],
        replay: { seed: 1, path: '0:0' },
      },
    })
    expect(only(falling, 'no-cliff')?.broken?.rows).toEqual([
      { sales: '99999.99', pays: '2000.00' },
      { sales: '100000.00', pays: '1990.00' },
    ])
  })

  test('may fall and jump where its author says so, and nowhere else', () => {
    const expected = { cliffsAt: ['100000'], fallsAt: ['99999.990'] }
    expect(only(falling, 'monotone', { expect: expected })?.outcome).toBe('declared')
    expect(only(falling, 'no-cliff', { expect: expected })?.outcome).toBe('declared')
    expect(only(falling, 'no-cliff', { expect: { cliffsAt: 'any' } })?.outcome).toBe('declared')
    expect(only(falling, 'monotone', { expect: { fallsAt: 'any' } })?.outcome).toBe('declared')
    expect(only(falling, 'no-cliff', { expect: { cliffsAt: ['99999'] } })?.outcome).toBe('broken')
    expect(only(falling, 'monotone', { expect: { fallsAt: ['5'] } })?.outcome).toBe('broken')
  })

  test('that jumps behind a value is told from both sides', () => {
    const exclusive = parsePlan({
      ...base,
      tiers: {
        kind: 'retroactive',
        steps: [
          { from: '0', rate: '0.01' },
          { from: '1000', exclusive: true, rate: '0.02' },
        ],
      },
    })
    expect(only(exclusive, 'no-cliff')?.broken?.rows).toEqual([
      { sales: '1000.00', pays: '10.00' },
      { sales: '1000.01', pays: '20.00' },
    ])
  })

  test('whose deals have a floor pays two of them more than one', () => {
    const deals = parsePlan({
      ...base,
      tiers: {
        kind: 'marginal',
        steps: [
          { from: '0', rate: '0.05' },
          { from: '1000', rate: '0.01' },
        ],
      },
      dealCap: '100',
    })
    const split = only(deals, 'split-proof')
    expect(split?.outcome).toBe('broken')
    expect(split?.broken?.rows.length).toBe(3)
    expect(split?.broken?.says.en).toMatch(/^A deal of .* booked as .* and .* pays .* more$/)
    // Two halves of 2000 earn less than the whole; two of what reaches the cap earn more.
    const rising = parsePlan({
      ...base,
      tiers: {
        kind: 'marginal',
        steps: [
          { from: '0', rate: '0.05' },
          { from: '1000', rate: '0.1' },
        ],
      },
      dealCap: '10000',
    })
    expect(only(rising, 'split-proof')?.broken?.rows[0]?.['pays']).toBe('10000.00')
    // By the amount alone nothing is proved of a deal that other figures decide on.
    const own = { kind: 'flat', rate: { figure: 'rate' } } as const
    expect(only(parsePlan({ ...base, tiers: own, dealCap: '5' }), 'split-proof')).toBe(undefined)
    // A cap on each deal is always worth booking two: only what pays nothing more is proof.
    const nothing = parsePlan({ ...base, tiers: { kind: 'flat', rate: '0' }, dealCap: '100' })
    expect(only(nothing, 'split-proof')).toEqual({
      law: 'split-proof',
      of: 'p',
      runs: 0,
      outcome: 'proved',
    })
  })

  test('runs the tests that it brings along', () => {
    const tests = [
      { name: 'of 1000', inputs: { sales: '1000.00' }, pays: '20' },
      { name: 'of 2000', inputs: { sales: '2000.00' }, pays: '40.00' },
    ]
    expect(only(flat, 'tests', { tests })).toEqual({
      law: 'tests',
      of: 'p',
      runs: 2,
      outcome: 'held',
    })
    const wrong = [...tests, { name: 'of 3000', inputs: { sales: '3000.00' }, pays: '61' }]
    expect(only(flat, 'tests', { tests: wrong })?.broken).toEqual({
      says: { en: 'The test "of 3000" expects 61', 'zh-CN': '用例“of 3000”应为 61' },
      rows: [{ sales: '3000.00', pays: '60.00' }],
    })
    const unpaid = [{ name: 'of none', inputs: {}, pays: '0' }]
    expect(only(flat, 'tests', { tests: unpaid })?.broken?.rows).toEqual([
      { pays: 'missing-input inputs.sales' },
    ])
    expect(checkPolicy(flat, { laws: ['tests'] }).reports).toEqual([])
  })
})

describe('a scorecard', () => {
  test('has bands by declaration, and never gives less for better', () => {
    expect(outcomes(parseScorecard(card))).toEqual({
      reproducible: 'held',
      'engine-equal': 'held',
      monotone: 'held',
      'no-cliff': 'declared',
    })
  })

  test('has no better side where a KPI should lie within a band', () => {
    const within = {
      kpi: 'stock',
      unit: 'count',
      scale: 0,
      weight: '1',
      curve: 'within',
      lowest: '10',
      highest: '20',
      tolerance: '5',
    }
    expect(only(parseScorecard({ ...card, kpis: [within] }), 'monotone')).toBeUndefined()
  })

  test('of which a lower KPI is better is looked at from the other side', () => {
    const [first, ...others] = card.bands
    const worse = parseScorecard({
      ...card,
      bands: [
        { ...first, coefficient: '2' },
        ...others.map((band) => ({ ...band, coefficient: '0.5' })),
      ],
    })
    const broken = only(worse, 'monotone')?.broken
    expect(broken?.says.en).toMatch(/^(More|Less) \w+ than/)
    const lower = checkPolicy(
      {
        ...ruleFrom(subtract(constant('10', 'count'), input('time', 'count', 0))),
        measures: [{ input: 'time', better: 'lower' }],
      },
      { laws: ['monotone'] },
    )
    expect(lower.reports[0]?.outcome).toBe('proved')
  })
})

const x = input('x', 'count', 0)
function ruleFrom(expression: Parameters<typeof check>[0], more: Partial<Rule> = {}): Rule {
  return {
    name: 'rule',
    formula: check(expression),
    measures: [{ input: 'x', better: 'higher' }],
    ...more,
  }
}

describe('any formula as a rule', () => {
  test('that pays less for more is caught', () => {
    const rule = ruleFrom(subtract(constant('10', 'count'), x))
    const broken = only(rule, 'monotone')?.broken
    // It falls without end, so there is no lowest to show.
    expect(broken?.rows).toEqual([{ x: '0', pays: '10' }])
    const lower = {
      ...rule,
      measures: [{ input: 'x', better: 'higher' as const }],
      formula: rule.formula,
    }
    expect(only({ ...lower, measures: [] }, 'monotone')).toBeUndefined()
    const more = ruleFrom(x, { measures: [{ input: 'x', better: 'lower' }] })
    expect(only(more, 'monotone')?.broken?.says).toEqual({
      en: 'Less x than 0 pays less',
      'zh-CN': '“x”比 0 更少时，报酬反而减少',
    })
  })

  test('that leaves its bounds is caught at the smallest row', () => {
    const rule = ruleFrom(multiply(x, constant('3')), { cap: '100', floor: '6' })
    expect(only(rule, 'bounded')?.broken).toMatchObject({
      says: { en: 'Pays less than 6', 'zh-CN': '低于下限 6' },
      rows: [{ x: '0', pays: '0' }],
    })
    const capped = { ...rule, floor: undefined }
    expect(only(capped, 'bounded')?.broken?.says).toEqual({
      en: 'Pays more than 100',
      'zh-CN': '超过上限 100',
    })
    expect(only({ ...rule, cap: undefined, floor: undefined }, 'bounded')).toBeUndefined()
    const kept = ruleFrom(minimum(x, constant('100', 'count')), { cap: '100', floor: '0' })
    expect(only(kept, 'bounded')?.outcome).toBe('held')
  })

  test('that divides by zero keeps every law there', () => {
    const quota = input('quota', 'count', 0)
    const rule = ruleFrom(divided(), { cap: '1000000' })
    function divided() {
      return step(subtract(x, quota), [{ value: '0' }, { from: '1', value: '1' }], 'count')
    }
    expect(outcomes(rule)['engine-equal']).toBe('held')
    const share = ruleFrom(
      minimum(constant('5', 'count'), multiply(constant('2', 'count'), shareOf())),
      { cap: '5' },
    )
    function shareOf() {
      return { op: 'divide', left: x, right: quota, places: 2, rounding: 'down' } as never
    }
    expect(outcomes(share)).toEqual({
      reproducible: 'held',
      'engine-equal': 'held',
      monotone: 'held',
      'no-cliff': 'held',
      bounded: 'held',
    })
  })

  test('that is too large to be analysed is refused by its name', () => {
    const squares = ruleFrom(add(...Array.from({ length: 1_000 }, () => multiply(x, x))))
    expect(found(() => checkPolicy(squares, { laws: ['monotone'] }))).toEqual([
      ['too-much-work', 'rule'],
    ])
  })

  test('of categories is drawn with each of them', () => {
    const rule = ruleFrom(
      match('team', { a: x, b: constant('1', 'count') }, constant('2', 'count')),
    )
    expect(outcomes(rule)['engine-equal']).toBe('held')
    const bad = ruleFrom(match('team', { a: subtract(constant('0', 'count'), x) }, x))
    expect(only(bad, 'monotone')?.broken?.rows[0]).toMatchObject({ team: 'a' })
  })
})

describe('a report in words', () => {
  test('shows the data that break a law of a whole book, as JSON', () => {
    const broken = {
      says: { en: 'Paid otherwise', 'zh-CN': '报酬不同' },
      rows: [],
      data: { people: [] },
    }
    const report = { law: 'reproducible', of: 'shop', outcome: 'broken', runs: 1, broken } as const
    expect(describeReport({ holds: false, reports: [report] }).split('\n')).toEqual([
      'shop: reproducible: BROKEN. The same input gives the same pay, whatever order it comes in.',
      '  Paid otherwise',
      '  {"people":[]}',
    ])
  })

  test('says each law, and shows what breaks it as a table and as JSON', () => {
    const report = checkPolicy(falling, { laws: ['reproducible', 'monotone'], runs: 3 })
    expect(report.holds).toBe(false)
    expect(describeReport(report).split('\n')).toEqual([
      'p: reproducible: held in 3 cases. The same input gives the same pay, whatever order it comes in.',
      'p: monotone: BROKEN. More of a good measure never pays less.',
      '  More sales than 99999.99 pays less',
      '      sales     pays',
      '   99999.99  2000.00',
      '  100000.00  1990.00',
      '  [{"sales":"99999.99","pays":"2000.00"},{"sales":"100000.00","pays":"1990.00"}]',
      '  replay with seed 1, path 0:0',
    ])
    expect(describeReport(report, 'zh-CN').split('\n')).toEqual([
      'p：reproducible：3 例均成立。相同输入得到相同结果，与顺序无关。',
      'p：monotone：不成立。业绩更好，报酬不会更少。',
      '  “sales”比 99999.99 更多时，报酬反而减少',
      '      sales     pays',
      '   99999.99  2000.00',
      '  100000.00  1990.00',
      '  [{"sales":"99999.99","pays":"2000.00"},{"sales":"100000.00","pays":"1990.00"}]',
      '  重现：seed 1，path 0:0',
    ])
    const declared = checkPolicy(falling, { laws: ['monotone'], expect: { fallsAt: 'any' } })
    expect(describeReport(declared)).toContain('broken only as declared')
    expect(describeReport(checkPolicy(flat, { laws: ['monotone'] }), 'zh-CN')).toContain('已证明')
  })

  test('has no table where no row shows what is wrong', () => {
    const broken = { says: { en: 'Reads age', 'zh-CN': '年龄' }, rows: [] }
    const report = { law: 'protected-blind', of: 'b', outcome: 'broken', runs: 0, broken } as const
    expect(describeReport({ holds: false, reports: [report] }).split('\n')).toEqual([
      'b: protected-blind: BROKEN. No rule reads a protected attribute.',
      '  Reads age',
    ])
  })

  test('leaves cells empty that a row lacks', () => {
    const rows = [{ a: '1' }, { b: '22' }]
    const broken = { says: { en: 'x', 'zh-CN': 'x' }, rows }
    const report = { law: 'monotone', of: 'p', outcome: 'broken', runs: 1, broken } as const
    expect(
      describeReport({ holds: false, reports: [report] })
        .split('\n')
        .slice(2, 5),
    ).toEqual(['  a   b', '  1    ', '     22'])
  })
})

describe('in a test suite', () => {
  test('assertPolicy throws what is broken alone', () => {
    expect(() => assertPolicy(flat, { runs: 5 })).not.toThrow()
    expect(() => assertPolicy(falling, { runs: 5 })).toThrow(/^p: monotone: BROKEN/)
    expect(() => assertPolicy(falling)).not.toThrow(/reproducible/)
  })

  test('toKeepLaws works with expect.extend', () => {
    expect.extend(policyMatchers)
    const keep = (subject: Subject, options?: CheckOptions) =>
      policyMatchers.toKeepLaws(subject, options)
    expect(keep(flat, { runs: 5 }).pass).toBe(true)
    expect(keep(flat, { runs: 5 }).message()).toContain('proved')
    expect(keep(falling).pass).toBe(false)
    expect(keep(falling).message()).toMatch(/^p: monotone: BROKEN/)
  })
})

test.each([
  [{ laws: ['monoton'] }, ['unknown-law', 'laws[0]']],
  [{ laws: ['fair'] }, ['unknown-law', 'laws[0]']],
  [{ runs: 0 }, ['not-whole', 'runs']],
  [{ runs: 1.5 }, ['not-whole', 'runs']],
  [{ seed: 0.5 }, ['not-whole', 'seed']],
  [{ budget: 0 }, ['not-whole', 'budget']],
  [{ laws: 'monotone' }, ['wrong-type', 'laws']],
  [{ laws: [5] }, ['wrong-type', 'laws[0]']],
  [{ law: ['monotone'] }, ['unknown-key', 'law']],
])('the options %j are refused', (options, problem) => {
  const problems = problemsOf(() => checkPolicy(flat, options as CheckOptions))
  expect(problems.map(({ code, path }) => [code, path])).toEqual([problem])
})

test.each([
  [null],
  ['plan'],
  [{ ...base, tiers: { kind: 'flat', rate: '0.02' } }],
  [card],
  [{ format: 2, id: 'b', currency: 'CNY', retro: 1, policies: [] }],
  [{ currency: 'CNY', components: {}, retro: 1 }],
])('%j, which nothing has read, is no subject', (subject) => {
  expect(found(() => checkPolicy(subject as unknown as Subject))).toEqual([
    ['not-a-subject', 'subject'],
  ])
})

test('a law that there is not is told with the likely one', () => {
  const [near] = problemsOf(() => checkPolicy(flat, { laws: ['monoton' as LawName] }))
  expect(near?.hint).toEqual({ en: 'Perhaps "monotone" was meant', 'zh-CN': '也许是“monotone”' })
  const [far] = problemsOf(() => checkPolicy(flat, { laws: ['fair' as LawName] }))
  expect(far?.hint.en).toMatch(/^Use one of: reproducible, engine-equal/)
  expect(far?.hint['zh-CN']).toMatch(/^可选：reproducible、/)
})
