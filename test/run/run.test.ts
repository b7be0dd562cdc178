import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import {
  ann,
  bob,
  bookOf,
  direct,
  events,
  indirect,
  li,
  linesOf,
  month,
  operations,
  people,
  policies,
  returning,
  service,
  territory,
  unpaidOf,
  wang,
} from './company.js'

const wrong = (given: Parameters<typeof month>[0]) =>
  problemsOf(() => month(given)).map(({ code, path }) => [code, path])
const [may, first] = events
const bonus = { id: 'a1', person: 'ann', label: 'Bonus', amount: '1.00', reason: 'Fair' }
/** The shop's policies as if they had held since 2020. */
const early = policies().map((policy) => ({
  ...policy,
  versions: policy.versions.map((version) => ({ ...version, from: '2020-01-01' })),
}))

describe('a month', () => {
  const run = month()

  test('gives one statement a person, by id', () => {
    expect(run.statements.map(({ person, total }) => [person, total])).toEqual([
      ['ann', '10186.92'],
      ['bob', '2169.00'],
      ['li', '7304.50'],
      ['wang', '3202.25'],
    ])
    expect(run.unpaid).toEqual([])
    expect(run.period).toEqual(parsePeriod('2026-06'))
  })

  test('pays components, then the bonus, then the commission', () => {
    // 20450.00 of sales: 2 % of 10000, 3 % of 10000, and 3 % × 1.5 of the 450 above the quota.
    expect(linesOf(run, 'ann')).toEqual([
      'base 3000.00 2026-06-01 2026-06-10',
      'base 6666.67 2026-06-11 2026-06-30',
      'territory 520.25',
    ])
    // 8 of 30 days of 8100; 2 % of 450.
    expect(linesOf(run, 'bob')).toEqual(['base 2160.00', 'territory 9.00'])
    // (0.4 × 104 + 0.3 × 106.67) ÷ 0.7 is 105.1 points, a coefficient of 1; 1 % of 450.
    expect(linesOf(run, 'li')).toEqual([
      'base 6000.00',
      'meal 300.00',
      'service 1000.00',
      'returning 4.50',
    ])
    // Half of base and bonus, all of the meals; 0.3 × 100 + 0.3 × 100 is 60 points, 0.8; the gate keeps half.
    expect(linesOf(run, 'wang')).toEqual([
      'base 2500.00',
      'meal 300.00',
      'service 400.00',
      'returning 2.25',
    ])
    expect(run.statements[3]?.lines.map(({ kind }) => kind)).toEqual([
      'component',
      'component',
      'bonus',
      'commission',
    ])
  })

  test('has totals by department, cost centre and kind', () => {
    const nothing = { recovery: '0.00', pool: '0.00', award: '0.00', adjustment: '0.00' }
    expect(run.totals.departments).toEqual([
      {
        id: 'operations',
        people: 2,
        byKind: { component: '11826.67', bonus: '0.00', commission: '529.25', ...nothing },
        total: '12355.92',
      },
      {
        id: 'service',
        people: 2,
        byKind: { component: '9100.00', bonus: '1400.00', commission: '6.75', ...nothing },
        total: '10506.75',
      },
    ])
    expect(run.totals.company.total).toBe('22862.67')
    expect(run.totals.company.people).toBe(4)
    const centred = month({
      book: bookOf({ service: { ...service, costCentre: '4100' } }),
      people: [ann, { ...bob, costCentre: '9000' }, li, { ...wang, costCentre: '9000' }],
    })
    expect(centred.totals.costCentres.map(({ id, people, total }) => [id, people, total])).toEqual([
      ['4100', 1, '7304.50'],
      ['9000', 2, '5371.25'],
      ['operations', 1, '10186.92'],
    ])
  })

  test('without people pays nobody', () => {
    const empty = month({ people: [], events: [] })
    expect([empty.statements, empty.unpaid, empty.totals.departments]).toEqual([[], [], []])
    expect(empty.totals.company.total).toBe('0.00')
  })

  test('counts in the places of its currency', () => {
    const none = { scorecard: 'none', territory: 'none', returning: 'none', crediting: 'none' }
    const terms = { ...operations, commission: undefined }
    const yen = bookOf({ ...none, operations: terms, service: 'none' }, { currency: 'JPY' })
    const paid = { ...ann, pay: { base: [{ from: '2020-01-01', value: '100001' }] }, figures: {} }
    const half = { ...paid, id: 'half', employment: { from: '2026-06-16' } }
    const { statements, totals } = month({ book: yen, people: [paid, half], events: [] })
    expect(statements.map((each) => each.total)).toEqual(['100001', '50001'])
    expect(totals.company.total).toBe('150002')
  })
})

describe('who cannot be paid', () => {
  test('is listed with every problem, and the others are paid', () => {
    const broken = {
      ...li,
      pay: { bas: li.pay.base, meal: [{ from: '2026-07-01', value: '300.00' }] },
      targetBonus: '1000.005',
      figures: { satisfacton: '0.9', first_response: '80.5' },
    }
    const run = month({ people: [ann, broken, bob, wang] })
    expect(unpaidOf(run)).toEqual({
      li: [
        'unknown-figure at figures.2026-06.satisfacton',
        'unknown-component at pay.bas',
        'missing-pay at pay.base',
        'missing-pay at pay.meal',
        'too-many-places at targetBonus',
        'too-many-places at figures.2026-06.first_response',
        'missing-input at figures.2026-06.satisfaction',
      ],
    })
    expect(run.statements.map(({ person, total }) => [person, total])).toEqual([
      ['ann', '10186.92'],
      ['bob', '2169.00'],
      ['wang', '3202.25'],
    ])
    expect(run.totals.departments.map(({ people }) => people)).toEqual([2, 1])
    expect(run.totals.company.total).toBe('15558.17')
    const told = describeProblems(run.unpaid[0]?.problems ?? [], 'zh-CN').split('\n')
    expect(told.slice(0, 3)).toEqual([
      'figures.2026-06.satisfacton：该部门没有政策读取“satisfacton”。也许是“satisfaction”。',
      'pay.bas：该部门没有工资项目“bas”。也许是“base”。',
      'pay.base：2026-06-01 没有金额。请提供自该日或更早生效的金额，不发放者填 "0"。',
    ])
  })

  test('is also who is credited and not among the people, by name', () => {
    const run = month({ people: [li] })
    expect(unpaidOf(run)).toEqual({
      ann: ['unlisted-person at people'],
      bob: ['unlisted-person at people'],
      wang: ['unlisted-person at people'],
    })
    expect(linesOf(run, 'li')).toHaveLength(4)
    expect(run.totals.company.total).toBe('7304.50')
    const turned = month({ people: [li], events: events.toReversed() })
    expect(turned.unpaid).toEqual(run.unpaid)
  })

  test('is not who is credited in another period only', () => {
    expect(unpaidOf(month({ people: [bob, li, wang], events: [may] }))).toEqual({})
  })

  test('is who is of no department of the book', () => {
    const run = month({ people: [ann, { ...bob, department: 'operatons' }, li, wang] })
    expect(unpaidOf(run)).toEqual({ bob: ['unknown-reference at department'] })
    expect(run.unpaid[0]?.problems[0]?.hint.en).toBe('Perhaps "operations" was meant')
    expect(run.statements).toHaveLength(3)
  })
})

describe('a run as a whole is refused', () => {
  test.each([['2026-Q2'], ['2026-H1'], ['2026']])(
    'for %s, where its plans are paid by the month',
    (period) => {
      expect(wrong({ book: bookOf({}, { policies: early }), period, people: [] })).toEqual([
        ['other-period', 'departments.operations.commission'],
        ['other-period', 'departments.service.commission'],
      ])
    },
  )

  test('for a month, where a plan is paid by the quarter', () => {
    const quarterly = { ...returning, period: 'quarter' }
    expect(wrong({ book: bookOf({ returning: quarterly }) })).toEqual([
      ['other-period', 'departments.service.commission'],
    ])
    const all = { returning: quarterly, territory: { ...territory, period: 'quarter' } }
    const quarter = month({ book: bookOf(all), people: [], events: [], period: '2026-Q3' })
    expect(quarter.period.name).toBe('2026-Q3')
  })

  test('for a day that is none', () => {
    expect(wrong({ asOf: '2026-06-31' })).toEqual([['not-a-date', 'asOf']])
  })

  test('for a period in which the proration counts no day', () => {
    const proration = {
      basis: 'working-days',
      weekend: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
      holidays: [],
    }
    expect(wrong({ book: bookOf({}, { proration }) })).toEqual([
      ['no-day-counted', 'proration.basis'],
    ])
  })

  test('for people listed twice', () => {
    expect(wrong({ people: [ann, bob, { ...ann, name: 'Ann Poe' }, li, wang] })).toEqual([
      ['repeated-id', 'people[2].id'],
    ])
  })

  test.each([
    [[first, first], [['repeated-id', 'events[1].id']]],
    [[{ ...first, currency: 'USD' }], [['other-currency', 'events[0].currency']]],
    [
      [{ ...first, attributes: { ...first?.attributes, region: 'east' } }],
      [['no-owner', 'events[0].attributes.region']],
    ],
  ])('for events %j', (given, problems) => {
    expect(wrong({ events: given })).toEqual(problems)
  })

  test('with every problem at once', () => {
    const problems = problemsOf(() =>
      month({
        book: bookOf({ territory: { ...territory, period: 'quarter' } }),
        people: [ann, ann],
        events: [may, { ...may, currency: 'USD' }],
        adjustments: [bonus, bonus],
        pools: { profit: { figures: {}, members: [] } },
        awards: { star: [] },
      }),
    )
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      'departments.operations.commission：按季度结算，而 2026-06 不是。请按该方案自己的期间运行。',
      'people[1].id：“ann”重复出现。请各用各的标识，或删去一项。',
      'adjustments[1].id：“a1”重复出现。请各用各的标识，或删去一项。',
      'events[1].currency：币种为 USD，而手册币种为 CNY。每个币种请使用各自的手册。',
      'events[1].id：事件“may”重复出现。每个事件须有唯一标识。',
      'pools.profit：政策手册中没有“profit”。目前没有任何一项：请补充，或删去此处。',
      'awards.star：政策手册中没有“star”。目前没有任何一项：请补充，或删去此处。',
    ])
  })
})

test.each(['toString', 'constructor', '__proto__'])(
  'a person called %s is paid as any other',
  (id) => {
    const owners = { north: [{ person: id, share: '1' }], south: [{ person: id, share: '1' }] }
    const crediting = [{ ...direct, owners }, indirect]
    const given = { book: bookOf({ crediting }), people: [{ ...ann, id }, li, wang] }
    const run = month(given)
    expect(run.unpaid).toEqual([])
    // 20900.00 of sales.
    expect(linesOf(run, id)).toContain('territory 540.50')
    expect(unpaidOf(month({ ...given, people: [li, wang] }))).toEqual(
      Object.fromEntries([[id, ['unlisted-person at people']]]),
    )
    expect(people).toHaveLength(4)
  },
)
