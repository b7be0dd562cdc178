import { describe, expect, test } from 'vitest'
import { input } from '../../../src/formula/index.js'
import { parseBook } from '../../../src/payroll/index.js'
import { type Change, migrateBook } from '../../../src/payroll/migrate/index.js'
import { names } from '../../../src/payroll/migrate/naming.js'
import { withoutLimits } from '../migration/compare.js'
import { base, bookOf, card, office, plan, policy, rule, sales, since } from './old.js'

interface Written {
  readonly id: string
  readonly kind: string
  readonly versions: readonly {
    readonly from: string
    readonly to?: string
    readonly eligible?: unknown
    readonly terms: Readonly<Record<string, unknown>>
  }[]
}

function migrated(json: object, options?: object) {
  const { book, changes } = migrateBook(JSON.parse(JSON.stringify(json)), options)
  parseBook(withoutLimits(book))
  const policies = book['policies'] as readonly Written[]
  return {
    book,
    changes: changes.map(({ code, path }) => `${path}: ${code}`),
    texts: changes.map(({ text }) => text.en),
    policy: (id: string) => policies.find((each) => each.id === id) as Written,
    ids: policies.map(({ kind, id }) => `${kind} ${id}`),
  }
}

const crediting = policy('crediting', 'who', since([rule]))
const planned = policy('plan', 'plan', since(plan))

describe('departments become who policies are for', () => {
  test('by the same terms together, by others apart, cut where they change', () => {
    const {
      ids,
      policy: of,
      book,
    } = migrated(
      bookOf([
        policy('department', 'sales', since(sales), since(office, '2026-03-01')),
        policy(
          'department',
          'office',
          since({
            ...office,
            components: [{ ...base, prorated: false, label: 'Pay', clause: '2.1' }],
          }),
        ),
        policy('department', 'shop', since(office, '2025-02-01', { to: '2026-05-31' })),
        planned,
        crediting,
      ]),
    )
    expect(ids).toEqual(['salary base', 'salary base_2', 'plan plan', 'adjustments adjustments'])
    expect(of('base').versions.map(({ from, to, eligible }) => [from, to, eligible])).toEqual([
      ['2025-01-01', undefined, { where: { department: ['sales'] } }],
      ['2025-02-01', undefined, { where: { department: ['sales', 'shop'] } }],
      ['2026-06-01', undefined, { where: { department: ['sales'] } }],
    ])
    expect(of('base_2').versions[0]?.terms).toEqual({
      attribute: 'base',
      prorated: false,
      label: 'Pay',
      clause: '2.1',
    })
    expect(of('plan').versions.map(({ from, to }) => [from, to])).toEqual([
      ['2025-01-01', '2026-02-28'],
    ])
    expect(book['labels']).toEqual({
      department: { sales: office.label, office: office.label, shop: office.label },
    })
  })

  test('a version that begins or ends within a period waits for its end', () => {
    const { policy: of, changes } = migrated(
      bookOf([
        policy(
          'department',
          'sales',
          since(sales, '2025-01-10'),
          since(office, '2025-05-02'),
          since(sales, '2025-05-20', { to: '2025-08-10' }),
        ),
        policy('department', 'office', since(office, '2025-03-02', { to: '2025-03-09' })),
        planned,
        crediting,
      ]),
    )
    expect(of('plan').versions.map(({ from, to }) => [from, to])).toEqual([
      ['2025-02-01', '2025-08-31'],
    ])
    expect(changes.slice(0, 5)).toEqual([
      'policies[0].versions[0].from: waits',
      'policies[0].versions[1]: never-held',
      'policies[0].versions[2].from: waits',
      'policies[0].versions[2].to: ends-later',
      'policies[1].versions[0]: never-held',
    ])
  })

  test('a department that uses a policy before it begins has it from then on', () => {
    const { policy: of } = migrated(
      bookOf([
        policy('department', 'sales', since(sales)),
        policy('plan', 'plan', since(plan, '2025-06-01')),
        crediting,
      ]),
    )
    expect(of('plan').versions.map(({ from }) => from)).toEqual(['2025-06-01'])
  })

  test('what no department uses is left out, but for a plan', () => {
    const floor = { ...plan, floor: '100', kickers: [{ kpi: 'k', atLeast: '1', pays: '5' }] }
    const {
      ids,
      policy: of,
      changes,
    } = migrated(
      bookOf([
        policy('department', 'office', since(office)),
        policy('plan', 'plan', since(floor, '2025-01-01', { to: '2025-12-31' })),
        policy('scorecard', 'card', since(card)),
        policy('payments', 'rules', since({ currency: 'CNY', rounding: 'half-up' })),
        crediting,
      ]),
    )
    expect(ids).toEqual(['salary base', 'plan plan', 'adjustments adjustments'])
    expect(of('plan').versions).toEqual([
      {
        from: '2025-01-01',
        to: '2025-12-31',
        reason: 'Handbook',
        terms: { plan: { period: 'month', measure: plan.measure, tiers: plan.tiers } },
      },
    ])
    expect(changes.filter((each) => /unused|nobody/.test(each))).toEqual([
      'policies[2]: unused',
      'policies[1]: plan-of-nobody',
      'policies[3]: unused',
    ])
  })

  test('names are unique over all kinds', () => {
    const own = { ...card, id: 'base' }
    const pay = { component: 'department', prorated: false }
    const { ids, policy: of } = migrated(
      bookOf([
        policy(
          'department',
          'sales',
          since({
            ...office,
            components: [base, pay],
            bonus: { scorecard: 'base', prorated: true, label: 'Bonus', clause: '4' },
            commission: 'base',
          }),
        ),
        policy('plan', 'base', since({ ...plan, id: 'base' })),
        policy(
          'scorecard',
          'base',
          since(own, '2025-01-01', { tests: [{ name: 'x', inputs: {}, pays: '1' }], expect: {} }),
        ),
        crediting,
      ]),
    )
    expect(ids).toEqual([
      'salary base',
      'salary department',
      'scorecard base_scorecard',
      'plan base_plan',
      'adjustments adjustments',
    ])
    expect(of('department').versions[0]?.terms).toEqual({
      attribute: 'department_amount',
      prorated: false,
    })
    expect(of('base_scorecard').versions[0]).toMatchObject({
      tests: [{ name: 'x', component: 'base_scorecard.coefficient' }],
      expect: {},
    })
  })
})

describe('what policies read', () => {
  const withCard = (plans: readonly object[], cards: readonly object[]) =>
    bookOf([
      policy(
        'department',
        'sales',
        since({ ...sales, bonus: { scorecard: 'card', prorated: false } }),
      ),
      policy('plan', 'plan', ...plans),
      policy('scorecard', 'card', ...cards),
      crediting,
    ])

  test('a KPI has the places of whoever reads most', () => {
    const gate = { kpi: 'satisfaction', atLeast: '0.8' }
    const { policy: of, changes } = migrated(withCard([since({ ...plan, gate })], [since(card)]))
    expect(of('card').versions[0]?.terms['scorecard']).toMatchObject({
      kpis: [{ kpi: 'satisfaction', scale: 6 }],
    })
    expect(changes).toContain('policies: finer-scale')
  })

  test('in another unit it has another name', () => {
    const points = { ...card.kpis[0], unit: 'points', scale: 2 }
    const grouped = {
      ...card,
      kpis: undefined,
      groups: [{ group: 'all', weight: '1', kpis: [points] }],
    }
    const accelerator = {
      steps: [{ from: '1', factor: '2' }],
      when: { kpi: 'satisfaction', atLeast: '0.5' },
    }
    const full = {
      ...plan,
      quota: 'quota',
      linked: [{ sum: 'units', unit: 'count' }],
      tiers: {
        kind: 'grid',
        rows: [{}, { from: '1' }],
        kpi: 'satisfaction',
        columns: [{}, { from: '1' }],
        rates: [
          ['0.1', '0.2'],
          ['0.1', '0.2'],
        ],
      },
      accelerator,
      gate: { kpi: 'satisfaction', atLeast: '0.5', kpiLabel: 'Happy' },
      kickers: [
        { kpi: 'units', of: 'pieces', atLeast: '1', pays: '5' },
        { kpi: 'units', atLeast: '1', pays: '5' },
        { kpi: 'sales', of: 'quota', atLeast: '1', pays: '5' },
      ],
    }
    const { policy: of, texts } = migrated(withCard([since(full)], [since(grouped)]))
    expect(of('card').versions[0]?.terms['scorecard']).toMatchObject({
      groups: [{ kpis: [{ kpi: 'satisfaction_points', label: 'satisfaction' }] }],
    })
    expect(of('plan').versions[0]?.terms['plan']).toMatchObject({
      quota: 'quota',
      kickers: [{ of: 'pieces' }, {}, { of: 'quota' }],
    })
    expect(texts.filter((each) => each.includes('further name'))).toHaveLength(1)
  })

  test('a KPI of a plan may be the one that is renamed', () => {
    const reading = (kpi: object) => policy('plan', 'plan', since({ ...plan, gate: kpi }))
    const quota = policy(
      'plan',
      'other',
      since({
        ...plan,
        id: 'other',
        quota: 'goal',
        tiers: {
          ...plan.tiers,
          kind: 'marginal',
          of: 'quota',
          steps: [{ rate: '0.1' }],
          rate: undefined,
        },
      }),
    )
    const { policy: of } = migrated(
      bookOf([
        policy('department', 'sales', since(sales)),
        policy('department', 'office', since({ ...office, commission: 'other' })),
        quota,
        reading({ kpi: 'goal', atLeast: '0.5' }),
        crediting,
      ]),
    )
    expect(of('plan').versions[0]?.terms['plan']).toMatchObject({
      gate: { kpi: 'goal_ratio', kpiLabel: 'goal' },
    })
  })

  test('versions that are rounded to other places are a policy of their own', () => {
    const other = { ...card, score: { places: 2, rounding: 'half-up' } }
    const {
      ids,
      policy: of,
      changes,
    } = migrated(
      withCard([since(plan)], [since(card), since(other, '2026-02-01'), since(card, '2026-03-01')]),
    )
    expect(ids).toContain('scorecard card_2')
    expect(of('card').versions.map(({ from, to }) => [from, to])).toEqual([
      ['2025-01-01', '2026-01-31'],
      ['2026-03-01', undefined],
    ])
    expect(of('card_2').versions.map(({ from, to }) => [from, to])).toEqual([
      ['2026-02-01', '2026-02-28'],
    ])
    expect(changes).toContain('card: other-places')
  })
})

describe('crediting', () => {
  const credited = (plans: readonly object[], ...rules: readonly object[]) =>
    migrated(
      bookOf([
        policy('department', 'sales', since(sales)),
        policy('plan', 'plan', ...plans),
        policy('crediting', 'who', ...rules),
      ]),
    )

  test('of plans that differ in where refunds count there are two tables', () => {
    const { book, policy: of } = credited(
      [since(plan), since({ ...plan, refunds: 'own-period' }, '2026-01-01')],
      since([{ ...rule, unowned: 'refuse' }]),
    )
    expect(book['crediting']).toMatchObject({
      credits: { credits: { direct: { unowned: 'refuse' } } },
      credits_own: { takeBacks: 'own' },
    })
    expect(of('plan').versions.map(({ terms }) => terms['table'])).toEqual([
      undefined,
      'credits_own',
    ])
  })

  test('rules stand in their order, each with the days of its version', () => {
    const own = { ...rule, from: '2025-08-01', to: '2025-09-30', shares: 'any', clause: '7' }
    const { book, changes } = credited(
      [
        since({
          ...plan,
          refunds: 'own-period',
          measure: { sum: 'margin' },
          linked: [{ sum: 'units', unit: 'count' }],
        }),
      ],
      since([
        { ...rule, by: 'sold by', where: { tier: 'key' }, unowned: 'refuse' },
        { ...rule, where: { tier: 'small' } },
        { ...rule, to: '2025-02-28', where: { tier: 'x' } },
      ]),
      since([own, { ...own, from: '2024-01-01', to: '2026-09-30' }], '2025-07-01', {
        to: '2026-06-30',
      }),
    )
    expect(book['crediting']).toMatchObject({
      credits: {
        takeBacks: 'own',
        figures: { margin: { unit: 'money:CNY', sign: 'any' }, units: { unit: 'count' } },
        credits: {
          direct: {
            unowned: 'list',
            shares: 'any',
            rules: [
              { by: 'sold_by', where: { tier: ['key'] }, from: '2025-01-01', to: '2025-06-30' },
              { where: { tier: ['small'] } },
              { to: '2025-02-28' },
              { from: '2025-08-01', to: '2025-09-30', clause: '7' },
              { from: '2025-07-01', to: '2026-06-30' },
            ],
          },
        },
      },
    })
    expect(changes).toEqual(
      expect.arrayContaining(['policies: rules-in-order', 'policies: unowned-listed']),
    )
  })

  test('a book without rules credits nobody', () => {
    const { book } = migrated(bookOf([policy('department', 'office', since(office))]))
    expect(book).not.toHaveProperty('crediting')
  })
})

describe('the rest of a book', () => {
  test('its calendar is that of its rhythms', () => {
    const calendar = { kind: 'gregorian', startMonth: 4 }
    const quarterly = policy('plan', 'plan', since({ ...plan, period: 'quarter' }))
    const own = [policy('department', 'sales', since(sales)), quarterly, crediting]
    expect(migrated(bookOf(own, { calendar })).book['rhythms']).toEqual({
      quarter: { kind: 'quarter', calendar },
    })
    expect(migrated(bookOf(own), { period: 'month', retro: 3 }).book).toMatchObject({
      retro: 3,
      rhythms: { month: { kind: 'month' }, quarter: { kind: 'quarter' } },
    })
  })

  test('budgets are limits, of which the last version holds', () => {
    const budget = { most: '100', breach: 'report' }
    const { book, changes } = migrated(
      bookOf([
        policy('department', 'sales', since(office)),
        policy(
          'budget',
          'most',
          since(budget),
          since({ ...budget, department: 'sales', label: 'Most', clause: '9' }, '2026-01-01'),
        ),
        policy('budget', 'all', since(budget)),
      ]),
    )
    expect(book['limits']).toEqual([
      {
        id: 'most',
        most: '100',
        breach: 'report',
        where: { department: ['sales'] },
        label: 'Most',
        clause: '9',
      },
      { id: 'all', most: '100', breach: 'report' },
    ])
    expect(changes).toContain('policies[1].versions[0]: limit-left-out')
  })

  test('a recoverable draw is paid back after it has ended', () => {
    const rules = { currency: 'CNY', rounding: 'half-up' }
    const draw = { kind: 'recoverable', amount: '500' }
    const { policy: of } = migrated(
      bookOf([
        policy('department', 'sales', since({ ...sales, payments: 'rules' })),
        policy('department', 'office', since({ ...office, payments: 'rules' })),
        planned,
        policy('payments', 'rules', since({ ...rules, draw }), since(rules, '2026-01-01')),
        crediting,
      ]),
    )
    expect(of('rules').versions.map(({ terms }) => terms['payments'])).toMatchObject([
      { draw },
      { draw: { kind: 'recoverable', amount: '0' } },
    ])
    expect(of('rules_2').versions[0]?.terms).toEqual({
      payments: { rounding: 'half-up' },
      of: { tag: 'commission' },
    })
  })

  test('pools and awards whose names and figures are taken have others', () => {
    const weight = input('months', 'count', 1)
    const pool = (source: object) => ({
      funding: { id: 'fund', currency: 'CNY', rounding: 'down', source },
      division: {
        id: 'base',
        currency: 'CNY',
        ties: 'id',
        levels: [
          { level: 'department', weight: input('heads', 'count', 0) },
          { level: 'person', weight, cap: input('most', 'money:CNY', 2) },
        ],
      },
    })
    const { ids, policy: of } = migrated(
      bookOf([
        policy('department', 'sales', since(office)),
        policy(
          'pool',
          'base',
          since(pool({ kind: 'per-head', amount: '5' }), '2025-01-01'),
          since(pool({ kind: 'profit-share', rate: '0.1' }), '2026-01-01', { to: '2026-12-31' }),
        ),
        policy(
          'pool',
          'base_pool',
          since({
            ...pool({ kind: 'growth-share', rate: '0.1' }),
            division: { ...pool({}).division, id: 'base_pool' },
          }),
        ),
      ]),
    )
    expect(ids).toEqual([
      'salary base',
      'pool base_pool',
      'pool base_pool_pool',
      'adjustments adjustments',
    ])
    expect(of('base_pool').versions).toMatchObject([
      { terms: { division: { levels: [{ level: 'base_pool_department' }, {}] } } },
      { to: '2026-12-31' },
    ])
    expect(of('base_pool_pool').versions[0]?.terms['reads']).toMatchObject({
      months: { from: 'figure', name: 'base_pool_pool_months' },
    })
  })

  test('a name that is taken, too, is numbered', () => {
    const taken = names(['base', 'base_plan'])
    expect([taken.claim('base', 'base_plan'), taken.claim('base', 'base_plan')]).toEqual([
      'base_plan_2',
      'base_plan_3',
    ])
  })

  test('every change is told in both languages', () => {
    const { changes } = migrateBook(bookOf([policy('department', 'sales', since(office))]))
    for (const { text } of changes as readonly Change[])
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
  })
})
