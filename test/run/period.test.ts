import { describe, expect, test } from 'vitest'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { ann, bob, book, events, li, linesOf, month, people, unpaidOf, wang } from './company.js'

const wrong = (given: Parameters<typeof month>[0]) =>
  problemsOf(() => month(given)).map(({ code, path }) => [code, path])
const [may, first] = events

describe('a month', () => {
  const run = month()

  test('gives one statement a person, in the order of the people', () => {
    expect(run.statements.map(({ person, total }) => [person, total])).toEqual([
      ['ann', '10186.92'],
      ['bob', '2169.00'],
      ['li', '7304.50'],
      ['wang', '3202.25'],
    ])
    expect(run.unpaid).toEqual([])
    expect(run.period).toEqual({ name: '2026-06', start: '2026-06-01', end: '2026-06-30' })
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

  test('has totals by department and kind', () => {
    expect(run.totals).toEqual([
      {
        department: 'operations',
        people: 2,
        component: '11826.67',
        bonus: '0.00',
        commission: '529.25',
        total: '12355.92',
      },
      {
        department: 'service',
        people: 2,
        component: '9100.00',
        bonus: '1400.00',
        commission: '6.75',
        total: '10506.75',
      },
    ])
    expect(run.total).toBe('22862.67')
  })

  test('without people pays nobody', () => {
    const empty = month({ people: [], events: [] })
    expect([empty.statements, empty.unpaid, empty.total]).toEqual([[], [], '0.00'])
    expect(empty.totals.map(({ people, total }) => [people, total])).toEqual([
      [0, '0.00'],
      [0, '0.00'],
    ])
  })

  test('counts in the places of its currency', () => {
    const yen = {
      ...book,
      currency: 'JPY',
      departments: [{ ...book.departments[0], commission: undefined }],
      plans: [],
      crediting: [],
    }
    const paid = { ...ann, pay: { base: [{ from: '2020-01-01', value: '100001' }] }, figures: {} }
    const half = { ...paid, id: 'half', employment: { from: '2026-06-16' } }
    const { statements, total } = month({ book: yen, people: [paid, half], events: [] })
    expect(statements.map((each) => each.total)).toEqual(['100001', '50001'])
    expect(total).toBe('150002')
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
        'unknown-figure at figures.satisfacton',
        'unknown-component at pay.bas',
        'missing-pay at pay.base',
        'missing-pay at pay.meal',
        'too-many-places at targetBonus',
        'too-many-places at figures.first_response',
        'missing-input at figures.satisfaction',
      ],
    })
    expect(run.statements.map(({ person, total }) => [person, total])).toEqual([
      ['ann', '10186.92'],
      ['bob', '2169.00'],
      ['wang', '3202.25'],
    ])
    expect(run.totals.map(({ people }) => people)).toEqual([2, 1])
    expect(run.total).toBe('15558.17')
    const told = describeProblems(run.unpaid[0]?.problems ?? [], 'zh-CN').split('\n')
    expect(told.slice(0, 3)).toEqual([
      'figures.satisfacton：该部门没有政策读取“satisfacton”。也许是“satisfaction”。',
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
    expect(run.total).toBe('7304.50')
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
      expect(wrong({ period })).toEqual([
        ['other-period', 'plans[0].period'],
        ['other-period', 'plans[1].period'],
      ])
    },
  )

  test('for a month, where a plan is paid by the quarter', () => {
    const plans = [book.plans[0], { ...book.plans[1], period: 'quarter' }]
    expect(wrong({ book: { ...book, plans } })).toEqual([['other-period', 'plans[1].period']])
    const quarterly = book.plans.map((plan) => ({ ...plan, period: 'quarter' }))
    expect(wrong({ book: { ...book, plans: quarterly }, period: '2026-Q2' })).toEqual([])
  })

  test('for a period in which the proration counts no day', () => {
    const proration = {
      basis: 'working-days',
      weekend: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
      holidays: [],
    }
    expect(wrong({ book: { ...book, proration } })).toEqual([['no-day-counted', 'proration.basis']])
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
        period: '2026-Q2',
        people: [ann, ann],
        events: [may, { ...may, currency: 'USD' }],
      }),
    )
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      'plans[0].period：按自然年的月结算，而 2026-Q2 不是。请按该方案自己的期间运行。',
      'plans[1].period：按自然年的月结算，而 2026-Q2 不是。请按该方案自己的期间运行。',
      'people[1].id：“ann” 重复出现。请各用各的标识，或删去一项。',
      'events[1].currency：币种为 USD，而手册币种为 CNY。每个币种请使用各自的手册。',
      'events[1].id：事件“may”重复出现。每个事件须有唯一标识。',
    ])
  })
})

test.each(['toString', 'constructor', '__proto__'])(
  'a person called %s is paid as any other',
  (id) => {
    const owners = { north: [{ person: id, share: '1' }], south: [{ person: id, share: '1' }] }
    const crediting = [{ ...book.crediting[0], owners }, book.crediting[1]]
    const given = { book: { ...book, crediting }, people: [{ ...ann, id }, li, wang] }
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
