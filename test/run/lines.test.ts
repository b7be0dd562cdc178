import { describe, expect, test } from 'vitest'
import { describeProblems } from '../../src/problem/index.js'
import { type Person, runCompensation } from '../../src/run/index.js'
import { found } from '../found.js'
import {
  ann,
  bob,
  bookOf,
  direct,
  indirect,
  li,
  linesOf,
  month,
  monthOf,
  operations,
  request,
  service,
  unpaidOf,
  wang,
} from './company.js'

/** A person of operations, alone and without sales: base salary alone is paid. */
const base = (change: object) => month({ people: [{ ...bob, ...change }], events: [] })
const baseOf = (change: object) =>
  linesOf(base(change), 'bob').filter((line) => line.startsWith('base'))
/** A person of customer service without sales. */
const inService = (change: object) => month({ people: [{ ...li, ...change }], events: [] })

describe('a prorated component', () => {
  const whole = { employment: { from: '2021-03-01' }, absences: [] }

  test.each([
    ['all month', {}, ['base 8100.00']],
    ['from the first day', { employment: { from: '2026-06-01' } }, ['base 8100.00']],
    ['from the last day', { employment: { from: '2026-06-30' } }, ['base 270.00']],
    ['to the first day', { employment: { from: '2021-03-01', to: '2026-06-01' } }, ['base 270.00']],
    ['to the last day', { employment: { from: '2021-03-01', to: '2026-06-30' } }, ['base 8100.00']],
    [
      'from the 10th to the 12th',
      { employment: { from: '2026-06-10', to: '2026-06-12' } },
      ['base 810.00'],
    ],
    ['from the next month', { employment: { from: '2026-07-01' } }, []],
    ['to the month before', { employment: { from: '2021-03-01', to: '2026-05-31' } }, []],
  ])('is paid for the days employed: %s', (_, change, lines) => {
    expect(baseOf({ ...whole, ...change })).toEqual(lines)
  })

  test.each([
    [[{ from: '2026-06-03', to: '2026-06-04' }], ['base 7560.00']],
    [
      [
        { from: '2026-06-03', to: '2026-06-04' },
        { from: '2026-06-04', to: '2026-06-05' },
      ],
      ['base 7290.00'],
    ],
    [[{ from: '2026-05-20', to: '2026-06-01' }], ['base 7830.00']],
    [[{ from: '2026-05-20', to: '2026-05-31' }], ['base 8100.00']],
    [[{ from: '2026-06-01', to: '2026-06-30' }], ['base 0.00']],
  ])('is not paid for the absences %j', (absences, lines) => {
    expect(baseOf({ ...whole, absences })).toEqual(lines)
  })

  test('is paid in a line for each stretch between changes, absences in their own', () => {
    const pay = {
      base: [
        { from: '2021-03-01', value: '6000.00' },
        { from: '2026-06-11', value: '9000.00' },
        { from: '2026-06-21', value: '7500.00' },
      ],
    }
    const absences = [{ from: '2026-06-20', to: '2026-06-22' }]
    expect(baseOf({ ...whole, absences, pay })).toEqual([
      'base 2000.00 2026-06-01 2026-06-10',
      'base 2700.00 2026-06-11 2026-06-20',
      'base 2000.00 2026-06-21 2026-06-30',
    ])
  })

  test('is not cut by changes outside the employment', () => {
    const pay = {
      base: [
        { from: '2021-03-01', value: '6000.00' },
        { from: '2026-06-11', value: '9000.00' },
      ],
    }
    const employment = { from: '2021-03-01', to: '2026-06-10' }
    expect(baseOf({ employment, absences: [], pay })).toEqual(['base 2000.00'])
  })

  test('is not cut where an entry repeats the amount before it: no cent comes by rounding twice', () => {
    const history = (...values: readonly string[]) => ({
      base: values.map((value, i) => ({ from: `2026-06-${i === 0 ? '01' : '16'}`, value })),
    })
    expect(baseOf({ ...whole, pay: history('1850.01', '1850.01') })).toEqual(['base 1850.01'])
    expect(baseOf({ ...whole, pay: history('1850.1', '1850.10') })).toEqual(['base 1850.10'])
    expect(baseOf({ ...whole, pay: history('1850.01', '1850.02') })).toEqual([
      'base 925.01 2026-06-01 2026-06-15',
      'base 925.01 2026-06-16 2026-06-30',
    ])
  })

  test('is prorated as the book says', () => {
    const proration = { basis: 'fixed-30' }
    const people = [{ ...bob, absences: [], employment: { from: '2026-07-17' } }]
    const july = (given: object) =>
      linesOf(month({ book: bookOf({}, given), people, events: [], period: '2026-07' }), 'bob')
    expect(july({})).toEqual(['base 3919.35', 'territory 0.00'])
    expect(july({ proration })).toEqual(['base 4050.00', 'territory 0.00'])
    expect(july({ rounding: 'down' })).toEqual(['base 3919.35', 'territory 0.00'])
    expect(july({ rounding: 'up' })).toEqual(['base 3919.36', 'territory 0.00'])
  })
})

describe('a component that is not prorated', () => {
  const meal = (change: object) =>
    linesOf(inService(change), 'li').filter((line) => line.startsWith('meal'))

  test.each([
    ['a joiner', { employment: { from: '2026-06-30' } }],
    ['a leaver', { employment: { from: '2022-05-01', to: '2026-06-01' } }],
    ['who is away all month', { absences: [{ from: '2026-06-01', to: '2026-06-30' }] }],
  ])('is paid in full to %s (frappe/erpnext #9013)', (_, change) => {
    expect(meal(change)).toEqual(['meal 300.00'])
  })

  test('is not paid to who is employed on no day of the period', () => {
    expect(meal({ employment: { from: '2026-07-01' } })).toEqual([])
  })

  test('has the amount of the last day employed, in one line', () => {
    const raised = {
      ...li.pay,
      meal: [
        { from: '2022-05-01', value: '300.00' },
        { from: '2026-06-16', value: '360.00' },
      ],
    }
    expect(meal({ pay: raised })).toEqual(['meal 360.00'])
    const left = { from: '2022-05-01', to: '2026-06-15' }
    expect(meal({ pay: raised, employment: left })).toEqual(['meal 300.00'])
    const late = { ...li.pay, meal: [{ from: '2026-06-30', value: '360.00' }] }
    expect(meal({ pay: late })).toEqual(['meal 360.00'])
  })
})

describe('a bonus', () => {
  const bonus = (change: object, department: object = service) =>
    linesOf(
      month({
        book: bookOf({ service: department }),
        people: [{ ...li, ...change }],
        events: [],
      }),
      'li',
    ).filter((line) => line.startsWith('service'))
  const unprorated = { ...service, bonus: { ...service.bonus, prorated: false } }
  const joiner = { employment: { from: '2026-06-16' } }

  test('is prorated where the book says so', () => {
    expect(bonus(joiner)).toEqual(['service 500.00'])
    expect(bonus(joiner, unprorated)).toEqual(['service 1000.00'])
  })

  test('is not paid to who is employed on no day of the period', () => {
    expect(bonus({ employment: { from: '2026-07-01' } })).toEqual([])
    expect(bonus({ employment: { from: '2026-07-01' } }, unprorated)).toEqual([])
  })

  test('of 0 is a line of 0', () => {
    expect(bonus({ targetBonus: '0' })).toEqual(['service 0.00'])
  })
})

describe('a commission', () => {
  const left = { ...bob, absences: [], employment: { from: '2021-03-01', to: '2026-05-31' } }

  test('is paid to who has left, for the sales that still come in', () => {
    expect(linesOf(month({ people: [ann, left, li] }), 'bob')).toEqual(['territory 9.00'])
  })

  test('asks nothing of who has left and sold nothing', () => {
    const run = month({ people: [{ ...left, figures: {} }], events: [] })
    expect(run.unpaid).toEqual([])
    expect(run.statements).toEqual([])
  })

  test('of who sold nothing is 0', () => {
    expect(linesOf(base({}), 'bob')).toContain('territory 0.00')
  })

  test('is paid under every plan that credits a person, whatever the department pays', () => {
    const run = month({ book: bookOf({ operations: { ...operations, commission: undefined } }) })
    expect(linesOf(run, 'ann')).toContain('territory 520.25')
    const sold = [
      { ...direct, owners: { ...direct.owners, north: [{ person: 'li', share: '1' }] } },
    ]
    const quota = { ...li, figures: { ...li.figures, quota: '1000.00' } }
    const crossed = month({
      book: bookOf({ crediting: [...sold, indirect] }),
      people: [ann, bob, quota, wang],
    })
    expect(linesOf(crossed, 'li').slice(3)).toEqual(['territory 740.00', 'returning 4.50'])
  })

  test('without any plan is none', () => {
    const none = { ...operations, commission: undefined }
    const change = { operations: none, service: { ...service, commission: undefined } }
    const without = { ...change, territory: 'none', returning: 'none' }
    const run = month({ book: bookOf(without), people: [{ ...bob, figures: {} }] })
    expect(linesOf(run, 'bob')).toEqual(['base 2160.00'])
    expect(run.unpaid).toEqual([])
  })
})

describe('data that cannot be paid', () => {
  const unpaid = (change: object) => unpaidOf(inService(change))['li']

  test.each([
    [{ pay: { base: li.pay.base } }, ['missing-pay at pay.meal']],
    [{ pay: { ...li.pay, base: [] } }, ['missing-pay at pay.base']],
    [
      { pay: { ...li.pay, base: [{ from: '2026-06-02', value: '6000.00' }] } },
      ['missing-pay at pay.base'],
    ],
    [
      { pay: { ...li.pay, base: [{ from: '2022-05-01', value: '6000.005' }] } },
      ['too-many-places at pay.base'],
    ],
    [
      { pay: { ...li.pay, meal: [{ from: '2022-05-01', value: '300.001' }] } },
      ['too-many-places at pay.meal'],
    ],
    [{ pay: { ...li.pay, meals: [] } }, ['unknown-component at pay.meals']],
    [{ pay: { ...li.pay, toString: [] } }, ['unknown-component at pay.toString']],
    [{ targetBonus: undefined }, ['missing-target at targetBonus']],
    [{ targetBonus: '0.001' }, ['too-many-places at targetBonus']],
    [
      { figures: {} },
      ['nothing-reported at figures.2026-06', 'missing-input at figures.2026-06.satisfaction'],
    ],
    [
      { figures: { satisfaction: null, first_response: '80' } },
      ['missing-input at figures.2026-06.satisfaction'],
    ],
    [
      // The scorecard reads four places, the gate six.
      { figures: { ...li.figures, satisfaction: '0.8600001' } },
      [
        'too-many-places at figures.2026-06.satisfaction',
        'too-many-places at figures.2026-06.satisfaction',
      ],
    ],
    [
      { figures: { ...li.figures, satisfaction: '0.86001' } },
      ['too-many-places at figures.2026-06.satisfaction'],
    ],
    [
      { employment: { from: '2026-06-10', to: '2026-06-09' } },
      ['ends-before-start at employment.to'],
    ],
    [
      { absences: [{ from: '2026-06-10', to: '2026-06-09' }] },
      ['ends-before-start at absences[0].to'],
    ],
    [
      {
        employment: { from: '2026-06-10', to: '2026-06-09' },
        absences: [{ from: '2026-06-10', to: '2026-06-09' }],
        figures: { ...li.figures, quota: '1' },
        pay: {},
      },
      [
        'ends-before-start at employment.to',
        'ends-before-start at absences[0].to',
        'unknown-figure at figures.2026-06.quota',
      ],
    ],
  ])('%j', (change, problems) => {
    expect(unpaid(change)).toEqual(problems)
  })

  test.each(['toString', 'sales', 'quota'])(
    'is no figure %s that nothing reads: it is told',
    (name) => {
      const run = inService({ figures: { ...li.figures, [name]: null } })
      expect(unpaidOf(run)).toEqual({})
      expect(
        run.unread.map(({ person, problems }) => [person, describeProblems(problems)]),
      ).toEqual([
        [
          'li',
          `figures.2026-06.${name}: no policy of the department reads "${name}". Use one of: first_response, satisfaction, resolution.`,
        ],
      ])
    },
  )

  test('is also a target that the department does not pay, and a quota that is missing', () => {
    expect(unpaidOf(base({ targetBonus: '0', figures: {} }))).toEqual({
      bob: ['unpaid-target at targetBonus', 'missing-input at figures.2026-06.quota'],
    })
  })

  test('is told of where it is, also in people that were never read from JSON', () => {
    const typed = (change: object) =>
      unpaidOf(
        monthOf([{ ...li, figures: { '2026-06': li.figures }, ...change } as unknown as Person]),
      )['li']
    const history = (...entries: readonly [from: string, value: string][]) => ({
      pay: { ...li.pay, base: entries.map(([from, value]) => ({ from, value })) },
    })
    expect(typed(history(['2022-05-01', '6000.00'], ['2022-05-01', '6100.00']))).toEqual([
      'not-ascending at pay.base[1].from',
    ])
    expect(typed(history(['2022-13-01', '6000.00']))).toEqual(['not-a-date at pay.base[0].from'])
    expect(typed(history(['2022-05-01', 'many'], ['2026-06-16', 'more']))).toEqual([
      'not-a-number at pay.base',
    ])
    expect(typed(history(['2022-05-01', '6000'], ['2026-06-16', 'more']))).toEqual([
      'not-a-number at pay.base',
    ])
    // The scorecard and the gate both read it; it is wrong once.
    expect(typed({ figures: { '2026-06': { ...li.figures, satisfaction: 'fine' } } })).toEqual([
      'not-a-number at figures.2026-06.satisfaction',
    ])
    expect(typed({ employment: { from: 'May' } })).toEqual(['not-a-date at employment.from'])
  })
})

test('figures are read for the period they are named by', () => {
  const [book, data, period] = request({ events: [] })
  const paid = (figures: Person['figures']) =>
    runCompensation(
      book,
      {
        ...data,
        people: data.people.map((person) => ({
          ...person,
          figures: { ...person.figures, ...figures },
        })),
      },
      period,
    )
  expect(unpaidOf(paid({ June: {} }))['ann']).toEqual(['not-a-period at figures.June'])
  const plain = paid({})
  expect(paid({ '2026-Q2': { revenue: '1' }, '2026-01': { quota: '5.00' } }).totals).toEqual(
    plain.totals,
  )
})

test('a component called toString is paid by its own history alone', () => {
  const changed = { ...operations, components: [{ component: 'toString', prorated: false }] }
  const given = (pay: object) =>
    month({ book: bookOf({ operations: changed }), people: [{ ...bob, pay }], events: [] })
  expect(unpaidOf(given({}))).toEqual({ bob: ['missing-pay at pay.toString'] })
  const history = [{ from: '2021-03-01', value: '100.00' }]
  expect(linesOf(given({ toString: history }), 'bob')[0]).toBe('toString 100.00')
})

test.each(['constructor', '__proto__'])(
  'a component, figure or region called %s is refused',
  (key) => {
    const hostile = (value: unknown) => Object.fromEntries([[key, value]])
    expect(found(() => base({ pay: hostile([]) }))).toEqual([['forbidden-key', `[0].pay.${key}`]])
    expect(found(() => base({ figures: hostile('1') }))).toEqual([
      ['forbidden-key', `[0].figures.2026-06.${key}`],
    ])
    const owners = hostile([{ person: 'ann', share: '1' }])
    const crediting = [{ ...direct, owners }, indirect]
    expect(found(() => month({ book: bookOf({ crediting }) }))).toEqual([
      ['forbidden-key', `policies[5].versions[0].terms[0].owners.${key}`],
    ])
  },
)
