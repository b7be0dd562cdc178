import { describe, expect, test } from 'vitest'
import { input } from '../../../src/formula/index.js'
import { parseBook, parseRunData } from '../../../src/payroll/index.js'
import {
  migrateBefore,
  migrateBook,
  migrateRunData,
  type OldRunData,
} from '../../../src/payroll/migrate/index.js'
import { problemsOf } from '../../../src/problem/index.js'
import { withoutLimits } from '../migration/compare.js'
import { bookOf, card, dataOf, office, person, plan, policy, rule, sales, since } from './old.js'

const pool = (levels: readonly object[]) => ({
  funding: {
    id: 'fund',
    currency: 'CNY',
    rounding: 'down',
    source: { kind: 'profit-share', rate: '0.1' },
  },
  division: { id: 'pool', currency: 'CNY', ties: 'id', levels },
})
const months = { level: 'person', weight: input('months', 'count', 1) }
const heads = (level: string) => ({ level, weight: input('heads', 'count', 0) })
const award = {
  id: 'star',
  currency: 'CNY',
  eligibility: [],
  ranking: [{ figure: 'months', unit: 'points', direction: 'higher' }],
  ties: 'share',
  prizes: ['100'],
  budget: '100',
}

const shop = bookOf([
  policy('department', 'sales', since({ ...sales, costCentre: 'C1', payments: 'rules' })),
  policy(
    'department',
    'office',
    since({ ...office, bonus: { scorecard: 'card', prorated: true } }),
  ),
  policy('plan', 'plan', since({ ...plan, measure: { sum: 'margin' } })),
  policy('scorecard', 'card', since(card)),
  policy(
    'payments',
    'rules',
    since({
      currency: 'CNY',
      rounding: 'half-up',
      recovery: {},
      draw: { kind: 'recoverable', amount: '5' },
    }),
  ),
  policy('crediting', 'who', since([{ ...rule, where: { line: 'phones' } }, rule])),
  policy(
    'pool',
    'pool',
    since(pool([months])),
    since(pool([heads('area'), heads('team'), months]), '2026-02-01'),
  ),
  policy(
    'award',
    'star',
    since({ ...award, minimumMonths: 1 }),
    since({ ...award, split: 'weight' }, '2026-02-01'),
  ),
])

function migrated(runs: readonly OldRunData[], book: object = shop) {
  const { data, changes } = migrateRunData(book, runs)
  parseRunData(parseBook(withoutLimits(migrateBook(book).book)), data)
  return {
    person: (id: string) =>
      (data['people'] as readonly Readonly<Record<string, unknown>>[]).find(
        (each) => each['id'] === id,
      ) as Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    data: data as Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>,
    changes: changes.map(({ code, text }) => [code, text.en.match(/^\d+/)?.[0]]),
    texts: changes.map(({ text }) => text['zh-CN']),
  }
}

const run = (period: string, asOf: string, people: readonly object[], more: object = {}) => ({
  period,
  data: dataOf(people, asOf, more),
})

describe('people, as one run after the other was told of them', () => {
  test('what is new or another is recorded on the day of the run, what is gone is taken away', () => {
    const first = person('ann', {
      pay: {
        base: [
          { from: '2020-01-01', value: '1' },
          { from: '2026-01-05', value: '2' },
        ],
        car: [],
      },
      absences: [
        { from: '2026-01-02', to: '2026-01-03' },
        { from: '2026-01-02', to: '2026-01-03' },
        { from: '2026-01-09', to: '2026-01-09', part: '0.5' },
      ],
      figures: {
        '2026-01': { margin: '1', satisfaction: null },
        '2026-Q1': { margin: '1' },
        nonsense: { margin: '1' },
      },
      costCentre: 'C7',
    })
    const then = person('ann', {
      absences: [{ from: '2026-01-02', to: '2026-01-03' }],
      employment: { from: '2020-01-01', to: '2026-02-10' },
      targetBonus: '100',
      department: 'office',
    })
    const again = person('ann', {
      department: 'office',
      employment: { from: '2026-03-02' },
      targetBonus: '100',
    })
    const corrected = person('ann', {
      department: 'office',
      employment: { from: '2026-03-01' },
      targetBonus: '120',
    })
    const { person: of, changes } = migrated([
      run('2026-01', '2026-01-31', [first]),
      run('2026-02', '2026-02-28', [then]),
      run('2026-03', '2026-03-31', [again]),
      run('2026-04', '2026-04-30', [corrected]),
    ])
    const { employment, absences, figures, attributes } = of('ann')
    expect(employment).toEqual([
      { from: '2020-01-01' },
      { from: '2020-01-01', to: '2026-02-10', recorded: '2026-02-28' },
      { from: '2026-03-02', recorded: '2026-03-31' },
      { from: '2026-03-02', recorded: '2026-04-30', void: true },
      { from: '2026-03-01', recorded: '2026-04-30' },
    ])
    expect(attributes).toEqual({
      department: [
        { from: '2026-01-01', value: 'sales' },
        { from: '2026-02-01', value: 'office', recorded: '2026-02-28' },
      ],
      target_bonus: [
        { from: '2020-01-01', value: '100', recorded: '2026-02-28' },
        { from: '2026-04-01', value: '120', recorded: '2026-04-30' },
      ],
      cost_centre: [{ from: '2020-01-01', value: 'C7' }],
      base: [
        { from: '2020-01-01', value: '1' },
        { from: '2026-01-05', value: '2' },
        { from: '2020-01-01', value: '3000.00', recorded: '2026-02-28' },
        { from: '2026-01-05', value: '2', recorded: '2026-02-28', void: true },
      ],
    })
    expect(absences).toEqual([
      { from: '2026-01-02', to: '2026-01-03', id: 'a1', kind: 'unpaid' },
      { from: '2026-01-02', to: '2026-01-03', id: 'a2', kind: 'unpaid' },
      { from: '2026-01-09', to: '2026-01-09', part: '0.5', id: 'a3', kind: 'unpaid' },
      {
        id: 'a2',
        from: '2026-01-02',
        to: '2026-01-03',
        kind: 'unpaid',
        recorded: '2026-02-28',
        void: true,
      },
      {
        id: 'a3',
        from: '2026-01-09',
        to: '2026-01-09',
        kind: 'unpaid',
        recorded: '2026-02-28',
        void: true,
      },
      {
        from: '2026-01-02',
        to: '2026-01-03',
        id: 'a1',
        kind: 'unpaid',
        recorded: '2026-03-31',
        void: true,
      },
    ])
    expect(figures).toEqual([
      { name: 'margin', period: '2026-01', value: '1' },
      { name: 'margin', period: '2026-01', value: '1', recorded: '2026-02-28', void: true },
    ])
    expect(changes).toEqual([
      ['figure-left-out', '3'],
      ['not-measured', '1'],
    ])
  })

  test('figures of another rhythm that a plan has, and in other units', () => {
    const quarterly = {
      ...plan,
      id: 'quarterly',
      period: 'quarter',
      quota: 'goal',
      tiers: { kind: 'marginal', of: 'quota', steps: [{ rate: '0.1' }] },
    }
    const monthly = { ...plan, gate: { kpi: 'goal', atLeast: '0.5' } }
    const book = bookOf([
      policy('department', 'sales', since(sales)),
      policy('department', 'office', since({ ...office, commission: 'quarterly' })),
      policy('plan', 'quarterly', since(quarterly)),
      policy('plan', 'plan', since(monthly)),
      policy('crediting', 'who', since([rule])),
    ])
    const ann = person('ann', { figures: { '2026-Q1': { goal: '5' } } })
    const { person: of } = migrated([run('2026-01', '2026-01-31', [ann])], book)
    expect(of('ann')['figures']).toEqual([
      { name: 'goal', period: '2026-Q1', rhythm: 'quarter', value: '5' },
      { name: 'goal_ratio', period: '2026-Q1', rhythm: 'quarter', value: '5' },
    ])
  })
})

describe('what was told with a run', () => {
  const people = [
    person('ann'),
    person('bob'),
    person('new', { employment: { from: '2026-05-01' } }),
  ]

  test('pools and awards, as figures and attributes of the period', () => {
    const member = (id: string, more: object = {}) => ({ id, figures: { months: 3 }, ...more })
    const group = (id: string, members: readonly object[]) => ({
      id,
      figures: { heads: '2' },
      members,
    })
    const {
      person: of,
      data,
      changes,
    } = migrated([
      run('2026-01', '2026-01-31', people, {
        pools: {
          pool: {
            figures: { profit: '9' },
            members: [member('ann', { label: 'Ann' }), member('nobody')],
          },
          other: { figures: {}, members: [] },
        },
        awards: {
          star: [
            { id: 'ann', from: '2020-01-01', label: 'Ann', figures: { months: '5' } },
            { id: 'nobody', figures: {} },
          ],
          other: [],
        },
      }),
      run('2026-02', '2026-02-28', people, {
        pools: {
          pool: {
            figures: { profit: '9', unread: '1' },
            members: [
              group('north', [group('n1', [member('ann')])]),
              group('south', [group('s1', [member('bob')])]),
            ],
          },
        },
        awards: {
          star: [
            {
              id: 'red',
              figures: { months: '5', none: null },
              members: [{ id: 'ann', weight: '2' }, { id: 'bob' }, { id: 'nobody' }],
            },
          ],
        },
      }),
      run('2026-03', '2026-03-31', people, {
        pools: {
          pool: {
            figures: { profit: '9' },
            members: [group('north', [group('n1', [member('ann')])])],
          },
        },
      }),
    ])
    expect(of('ann')['attributes']).toMatchObject({
      pool_member: expect.arrayContaining([
        { from: '2026-04-01', value: 'no', recorded: '2026-03-31' },
      ]),
      area: [{ from: '2026-02-01', value: 'north' }],
      team: [{ from: '2026-02-01', value: 'n1' }],
      star_team: [{ value: 'red' }],
      star_hired: [{ from: '2026-01-01', value: '2020-01-01' }],
    })
    const groups = data['groups'] as unknown as readonly {
      readonly of: unknown
      readonly figures?: readonly object[]
      readonly attributes?: object
    }[]
    expect(groups).toContainEqual({
      of: { by: 'area', value: 'south' },
      figures: [
        { name: 'heads', period: '2026-02', value: '2', recorded: '2026-02-28' },
        { name: 'heads', period: '2026-01', value: '0', recorded: '2026-01-31' },
        { name: 'heads', period: '2026-03', value: '0', recorded: '2026-03-31' },
      ],
    })
    expect(
      groups.find(({ of }) => JSON.stringify(of) === '{"by":"team","value":"n1"}')?.attributes,
    ).toEqual({
      area: [{ from: '2026-02-01', value: 'north', recorded: '2026-02-28' }],
    })
    expect(of('ann')['figures']).toContainEqual({
      name: 'star_months',
      period: '2026-01',
      value: '5',
      recorded: '2026-01-31',
    })
    expect(of('ann')['figures']).toContainEqual({
      name: 'star_weight',
      period: '2026-02',
      value: '2',
      recorded: '2026-02-28',
    })
    expect(changes).toEqual([
      ['label-left-out', '2'],
      ['unknown-person', '3'],
    ])
  })

  test('adjustments are records, of who has left of their last day', () => {
    const left = person('bob', { employment: { from: '2020-01-01', to: '2026-01-15' } })
    const of = (id: string, who: string, more: object = {}) => ({
      id,
      person: who,
      label: 'Gift',
      amount: '5',
      reason: 'New year',
      ...more,
    })
    const { data, changes, texts } = migrated([
      run('2026-01', '2026-01-31', people, {
        adjustments: [of('a', 'ann', { label: { en: 'Gift', 'zh-CN': '礼金' }, clause: '3' })],
      }),
      run('2026-02', '2026-02-28', [person('ann'), left, people[2] as object], {
        adjustments: [of('a', 'bob'), of('b', 'new'), of('c', 'nobody')],
      }),
    ])
    expect(data['records']?.['adjustments']).toEqual([
      {
        id: 'a',
        on: '2026-01-31',
        recorded: '2026-01-31',
        person: 'ann',
        amount: '5',
        reason: 'New year',
        label: 'Gift',
        label_zh: '礼金',
        clause: '3',
      },
      {
        id: '2026-02_a',
        on: '2026-02-28',
        recorded: '2026-02-28',
        made: '2026-01-15',
        person: 'bob',
        amount: '5',
        reason: 'New year',
        label: 'Gift',
      },
    ])
    expect(changes).toEqual([
      ['adjusted-after', '1'],
      ['unknown-person', '2'],
    ])
    expect(texts[0]).toContain('离职')
  })

  test('events are those of deals, transfers in shares of what their giver held', () => {
    const event = (id: string, kind: string, more: object) => ({
      ...{
        id,
        kind,
        effective: '2026-01-05',
        recorded: '2026-01-06',
        amount: '90.00',
        currency: 'CNY',
      },
      attributes: { seller: 'both', 'sold at': 'x', empty: '', kind: 'y' },
      ...more,
    })
    const given = (id: string, of: string, amount: string, from = 'ann') =>
      event(id, 'transfer', {
        of,
        amount,
        credit: 'direct',
        from,
        to: from === 'ann' ? 'bob' : 'ann',
      })
    const events = [
      event('o', 'order', { figures: { margin: '9', colour: '1' }, recorded: '2026-01-05' }),
      event('p', 'order', { attributes: { seller: 'nobody' } }),
      given('t1', 'o', '15.00'),
      given('t2', 'o', '30.00'),
      given('t3', 'o', '60.00', 'bob'),
      given('t4', 'p', '1.00'),
      event('x', 'invoice', { of: 'y' }),
      event('y', 'invoice', { of: 'x' }),
      given('t5', 'x', '100.00'),
      given('t6', 'gone', '1.00'),
    ]
    const { data, changes } = migrateRunData(shop, [
      run('2026-01', '2026-01-31', people, { events }),
    ])
    expect((data['deals'] as { readonly events: readonly unknown[] }).events).toEqual([
      {
        id: 'o',
        on: '2026-01-05',
        kind: 'order',
        amount: '90.00',
        currency: 'CNY',
        figures: { margin: '9' },
        attributes: { seller: 'both', sold_at: 'x', of_kind: 'y' },
      },
      {
        id: 'p',
        on: '2026-01-05',
        recorded: '2026-01-06',
        kind: 'order',
        amount: '90.00',
        currency: 'CNY',
        attributes: { seller: 'nobody' },
      },
      {
        id: 't1',
        on: '2026-01-05',
        recorded: '2026-01-06',
        kind: 'transfer',
        of: 'o',
        credit: 'direct',
        from: 'ann',
        to: 'bob',
        share: '15000000/45000000',
      },
      {
        id: 't2',
        on: '2026-01-05',
        recorded: '2026-01-06',
        kind: 'transfer',
        of: 'o',
        credit: 'direct',
        from: 'ann',
        to: 'bob',
      },
      {
        id: 't3',
        on: '2026-01-05',
        recorded: '2026-01-06',
        kind: 'transfer',
        of: 'o',
        credit: 'direct',
        from: 'bob',
        to: 'ann',
        share: '60000000/90000000',
      },
      {
        id: 'x',
        on: '2026-01-05',
        recorded: '2026-01-06',
        kind: 'invoice',
        amount: '90.00',
        currency: 'CNY',
        of: 'y',
      },
      {
        id: 'y',
        on: '2026-01-05',
        recorded: '2026-01-06',
        kind: 'invoice',
        amount: '90.00',
        currency: 'CNY',
        of: 'x',
      },
    ])
    expect(changes.map(({ code }) => code)).toEqual([
      'figure-left-out',
      'attribute-left-out',
      'transfer-in-shares',
      'transfer-left-out',
    ])
  })

  test('what is wrong is told with its run', () => {
    const problems = problemsOf(() =>
      migrateRunData(shop, [
        { period: 'spring', data: dataOf([], '2026-01-31') },
        {
          period: '2026-01',
          data: {
            ...dataOf([{}], '2026-01-31'),
            pools: { pool: { figures: { a: 'x' }, members: [] } },
          },
        },
      ]),
    )
    expect(problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['runs[1].people[0].id', 'runs[1].pools.pool.figures.a']),
    )
  })
})

describe('the run that takes over', () => {
  const posts = {
    ann: [
      {
        employment: { from: '2020-01-01' },
        departments: [
          { from: '2026-01-01', value: 'sales' },
          { from: '2026-02-01', value: 'office' },
        ],
      },
    ],
  }
  const before = {
    ...{ period: { name: '2026-02' }, asOf: '2026-02-28', since: '2026-01-01', posts },
    settlements: [
      { person: 'ann', plan: 'plan', lines: [{ period: '2026-01', due: '50.00' }] },
      { person: 'ann', plan: 'plan', lines: [{ period: '2026-01', due: '-20.00' }] },
      { person: 'ann', plan: 'gone', lines: [{ period: '2026-01', due: '1.00' }] },
    ],
    owed: {
      ann: { carried: [{ period: '2026-01', amount: '7.00' }], draw: '5.00' },
      bob: { carried: [], draw: '5.00' },
    },
    statements: [
      {
        person: 'ann',
        lines: [
          { kind: 'component', source: 'base', amount: '10.00' },
          { kind: 'adjustment', source: 'a', amount: '1.00' },
        ],
      },
    ],
  }

  test('knows what was settled and what is owed', () => {
    const { request, changes } = migrateBefore(shop, before)
    const { openings, ...rest } = request
    expect(rest).toEqual({ period: '2026-02', asOf: '2026-02-28', only: [] })
    expect(
      openings.map(({ component, person, earned, settled, value }) => [
        component,
        person,
        earned.period,
        settled,
        value,
      ]),
    ).toEqual([
      ['plan', 'ann', '2026-01', '30.00', '30.00'],
      ['base', 'ann', '2026-02', '10.00', '10.00'],
      ['rules.owed', 'ann', '2026-02', undefined, '7.00'],
      ['rules.debt', 'ann', '2026-01', undefined, '7.00'],
      ['rules.drawn', 'ann', '2026-02', undefined, '5.00'],
      ['rules.drawn', 'bob', '2026-02', undefined, '5.00'],
    ])
    expect(changes.map(({ code }) => code)).toEqual(['owed-brought', 'owed-brought'])
  })

  test('tells what is owed where nothing recovers it any more', () => {
    const book = bookOf([policy('department', 'office', since(office))])
    const { request, changes } = migrateBefore(book, before)
    expect(request.openings.map(({ component }) => component)).toEqual(['base'])
    expect(changes.map(({ text }) => text.en)).toEqual([
      'ann: 12.00 could not be carried over: tell it by hand',
      'bob: 5.00 could not be carried over: tell it by hand',
    ])
  })

  test('people were where the runs before found them', () => {
    const { person: of } = migrated([
      run('2026-03', '2026-03-31', [person('ann'), person('bob')], { before }),
    ])
    expect(of('ann')['attributes']).toMatchObject({
      department: [
        { from: '2026-01-01', value: 'sales' },
        { from: '2026-02-01', value: 'office' },
        { from: '2026-03-01', value: 'sales' },
      ],
    })
    const { person: first } = migrated([
      run('2026-03', '2026-03-31', [person('ann')], { before: 'first' }),
    ])
    expect(first('ann')['attributes']).toMatchObject({ department: [{ from: '2026-03-01' }] })
  })
})
