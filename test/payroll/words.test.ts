import { describe, expect, test } from 'vitest'
import { constant } from '../../src/formula/index.js'
import { benchmarkKpi } from '../../src/kpi/index.js'
import { component as componentOf, explain, type Run, settle } from '../../src/pay/index.js'
import { parseBook, parseRunData, type Word } from '../../src/payroll/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { bookJson, bookOf, component, policy, version } from './policies.js'

const service = { where: { department: ['service'] } }
const since = (value: string) => [{ from: '2025-06-01', value }]
const of = (terms: unknown, eligible: object = service) => ({
  versions: [version(terms, { eligible })],
})

const scorecard = {
  missing: 'redistribute',
  scores: { threshold: '60', target: '100', stretch: '120' },
  kpis: [benchmarkKpi('satisfaction', '0.40'), benchmarkKpi('first_response', '0.60')],
  score: { places: 1, rounding: 'half-up' },
  bands: [
    { coefficient: '0' },
    { from: '60', coefficient: '0.8' },
    { from: '110', coefficient: '1.3' },
  ],
}
const plan = {
  period: 'month',
  measure: { sum: 'sales', where: { credit: 'indirect' } },
  tiers: { kind: 'marginal', steps: [{ rate: '0.01' }, { from: '50000', rate: '0.02' }] },
  gate: { kpi: 'satisfaction', atLeast: '0.90' },
}
const funding = { rounding: 'down', source: { kind: 'profit-share', rate: '0.05' } }
const weight = { op: 'input', name: 'salary', unit: 'money:CNY', scale: 2 }
const award = {
  eligibility: [],
  ranking: [{ figure: 'satisfaction', unit: 'ratio', direction: 'higher' }],
  ties: 'share',
  prizes: ['500'],
  budget: '500',
}
const crediting = {
  credits: {
    currency: 'CNY',
    credits: { indirect: { rules: [{ owner: 'agent' }], unowned: 'list' } },
  },
}

/** The shop of the guide, by every kind of policy. */
const shop = bookJson(
  [
    policy('salary', 'base', { prorated: true }),
    policy('salary', 'meals', {
      attribute: 'meal_money',
      prorated: false,
      label: 'Meals',
      clause: '§2',
    }),
    policy('scorecard', 'bonus', {}, of({ scorecard, prorated: true })),
    policy('plan', 'indirect', {}, of({ plan })),
    policy(
      'payments',
      'recovery',
      {},
      of({ payments: { rounding: 'half-up', recovery: { share: '0.5' } }, of: ['indirect'] }),
    ),
    policy('pool', 'profit', {
      funding,
      division: { ties: 'id', levels: [{ level: 'person', weight }] },
      reads: { salary: { from: 'attribute', name: 'base' } },
    }),
    policy('award', 'star', {}, of({ award, scales: { satisfaction: 4 } })),
    policy('adjustments', 'adjustments', {}),
    component('union_fee', { pays: 'due' }, constant('-5.00', money('CNY'))),
  ],
  { crediting },
)
const person = (
  id: string,
  department: string,
  pay: string,
  figures: Readonly<Record<string, string>>,
) => ({
  id,
  employment: [{ from: '2025-06-01' }],
  attributes: {
    department: since(department),
    base: since(pay),
    meal_money: since('300.00'),
    target_bonus: since('800.00'),
  },
  figures: Object.entries(figures).flatMap(([name, value]) =>
    ['2026-03', '2026-04'].map((period) => ({ name, period, value })),
  ),
})
const people = [
  person('zhang', 'operations', '12000.00', {}),
  person('li', 'service', '5200.00', { satisfaction: '0.93', first_response: '75' }),
  person('wu', 'service', '5000.00', { satisfaction: '0.86', first_response: '88' }),
]
const order = (id: string, on: string, agent: string, amount: string) => ({
  id,
  kind: 'order',
  on,
  amount,
  currency: 'CNY',
  attributes: { agent },
})
const sales = [
  order('S-1', '2026-03-04', 'li', '38000.00'),
  order('S-2', '2026-03-11', 'li', '23250.00'),
]
const refund = {
  ...order('S-2-R', '2026-04-09', 'li', '-23250.00'),
  kind: 'refund',
  of: 'S-2',
  attributes: {},
}
const dataOf = (events: readonly unknown[], book = parseBook(shop)) =>
  parseRunData(book, {
    people,
    groups: [
      {
        of: 'company',
        figures: ['2026-03', '2026-04'].map((period) => ({
          name: 'profit',
          period,
          value: '44400.00',
        })),
      },
    ],
    deals: { events },
    records: {
      adjustments: [{ id: 'a', on: '2026-03-31', person: 'wu', amount: '12.50', reason: 'Taxi' }],
    },
  }).data
const paid = ({ lines, withheld }: Run) => {
  expect(withheld).toEqual([])
  return lines
    .map(
      ({ person, component, earned, amount }) =>
        `${person} ${component} ${earned.period} ${amount}`,
    )
    .sort()
}

describe('the words of a book', () => {
  const book = parseBook(shop)
  const march = settle(book, dataOf(sales), { period: '2026-03', before: 'first' })

  test('pay a month by every kind of policy', () => {
    expect(paid(march)).toEqual([
      'li base 2026-03 5200.00',
      'li bonus 2026-03 1040.00',
      'li indirect 2026-03 725.00',
      'li meals 2026-03 300.00',
      'li profit 2026-03 520.00',
      'li recovery 2026-03 0.00',
      'li star 2026-03 500.00',
      'li union_fee 2026-03 -5.00',
      'wu adjustments 2026-03 12.50',
      'wu base 2026-03 5000.00',
      'wu bonus 2026-03 640.00',
      'wu indirect 2026-03 0.00',
      'wu meals 2026-03 300.00',
      'wu profit 2026-03 500.00',
      'wu recovery 2026-03 0.00',
      'wu star 2026-03 0.00',
      'wu union_fee 2026-03 -5.00',
      'zhang base 2026-03 12000.00',
      'zhang meals 2026-03 300.00',
      'zhang profit 2026-03 1200.00',
      'zhang union_fee 2026-03 -5.00',
    ])
  })

  test('settle what came back the month after, and recover it as the policy says', () => {
    const april = settle(book, dataOf([...sales, refund]), { period: '2026-04', before: march })
    expect(paid(april).filter((line) => /li (indirect|recovery)/.test(line))).toEqual([
      'li indirect 2026-03 -345.00',
      'li indirect 2026-04 0.00',
      'li recovery 2026-04 345.00',
    ])
  })

  test('explain their lines down to what was told', () => {
    const told = JSON.stringify(
      explain(book, dataOf(sales), march, { component: 'bonus', person: 'li', locale: 'en' }),
    )
    expect(told).toContain('First response time 75 s')
    expect(told).toContain('2026-03')
  })

  test('let parts end earlier than their policy', () => {
    const draw = { kind: 'non-recoverable', amount: '1000.00', until: '2026-03-31' }
    const guarantee = (until: string) =>
      bookOf(
        [
          policy('plan', 'indirect', {}, of({ plan })),
          policy(
            'payments',
            'guarantee',
            {},
            of({ payments: { rounding: 'half-up', draw: { ...draw, until } }, of: ['indirect'] }),
          ),
        ],
        { crediting },
      )
    const drawn = (until: string) => {
      const months = guarantee(until)
      const data = parseRunData(months, { people, deals: { events: sales } }).data
      let before: Run | 'first' = 'first'
      return ['2026-03', '2026-04'].map((period): readonly string[] => {
        const run: Run = settle(months, data, { period, before })
        before = run
        return paid(run).filter((line) => line.includes('wu guarantee.draw'))
      })
    }
    expect(drawn('2026-03-31')).toEqual([
      ['wu guarantee.draw 2026-03 1000.00'],
      ['wu guarantee.draw 2026-04 0.00'],
    ])
    expect(drawn('2026-04-30')[1]).toEqual(['wu guarantee.draw 2026-04 1000.00'])
    expect(drawn('2025-12-31')[0]).toEqual(['wu guarantee.draw 2026-03 0.00'])
  })

  test('may begin later than their policy, and end with its version', () => {
    const late: Word = (_, { id }) => [
      { from: '2026-02-01', to: '2026-05-31', value: componentOf(id, {}, constant('1', 'count')) },
    ]
    const versions = [version({}), version({}, { from: '2026-04-01', to: '2026-06-30' })]
    const own = bookOf([policy('late', 'x', {}, { versions })], {}, { vocabulary: { late } })
    expect(own.definition.components['x']).toMatchObject([
      { from: '2026-02-01', to: '2026-03-31' },
      { from: '2026-04-01', to: '2026-05-31' },
    ])
  })
})

describe('bad terms', () => {
  const told = (kind: string, terms: unknown) =>
    describeProblems(
      problemsOf(() => bookOf([policy(kind, 'x', terms)])),
      'en',
    )
      .split('\n')
      .map((line) => line.replace('policies[0].versions[0].terms', '…'))

  test.each([
    [
      'plan',
      { plan: { ...plan, id: 'y' } },
      '….plan.id: is "y", while the policy says "x". Leave "id" out: the policy says it already.',
    ],
    [
      'plan',
      { plan: { ...plan, currency: 'USD' } },
      '….plan.currency: is "USD", while the policy says "CNY". Leave "currency" out: the policy says it already.',
    ],
    [
      'scorecard',
      { scorecard: { ...scorecard, id: 'y' }, prorated: true },
      '….scorecard.id: is "y", while',
    ],
    [
      'payments',
      { payments: { currency: 'USD', rounding: 'half-up' }, of: ['y'] },
      '….payments.currency: is "USD"',
    ],
    [
      'pool',
      { funding: { ...funding, currency: 'USD' }, division: { ties: 'id', levels: [] } },
      '….funding.currency: is "USD"',
    ],
    ['award', { award: { ...award, id: 'y' } }, '….award.id: is "y"'],
  ])('%s refuses what its policy says otherwise', (kind, terms, expected) => {
    expect(told(kind, terms)[0]).toContain(expected)
  })

  test.each([
    ['plan', { plan, tabel: 'x' }, '….tabel: '],
    ['plan', { plan: 5 }, '….plan: '],
    ['plan', { plan: null }, '….plan: '],
    ['plan', { plan: [] }, '….plan: '],
    ['plan', { plan: { ...plan, id: 7 } }, '….plan.id: '],
    ['salary', {}, '….prorated: '],
    ['scorecard', { prorated: true }, '….scorecard: '],
    ['payments', { payments: { rounding: 'half-up' } }, '….of: '],
    ['pool', { funding: 1, division: 2 }, '….funding: '],
    ['award', { award, teem: 'x' }, '….teem: '],
    ['adjustments', 7, '…: '],
  ])('%s tells what is wrong within its terms', (kind, terms, path) => {
    expect(told(kind, terms)[0]).toMatch(path)
  })

  test('says so in Chinese', () => {
    const problems = problemsOf(() => bookOf([policy('plan', 'x', { plan: { ...plan, id: 'y' } })]))
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'policies[0].versions[0].terms.plan.id：为“y”，而该制度为“x”。请删去“id”：制度已写明。',
    )
  })
})
