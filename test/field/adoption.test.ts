import { describe, expect, test } from 'vitest'
import {
  above,
  constant,
  divide,
  type Expression,
  multiply,
  round,
  when,
} from '../../src/formula/index.js'
import {
  attribute,
  explain as explainPay,
  figure,
  needed,
  type Figure as PayFigure,
  type Run as PayRun,
  type Person,
  parseData as parsePayData,
  parseRun as parsePayRun,
  book as payBook,
  component as payComponent,
  days as payDays,
  records as payRecords,
  service,
  settle as settlePay,
} from '../../src/pay/index.js'
import * as payroll from '../../src/payroll/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { checkPolicy } from '../../src/testing/index.js'
import { found } from '../found.js'
import { li as seller } from '../pay/months.js'
import { policy, bookOf as policyBook, termsOf, version } from '../payroll/policies.js'
import { figuresOf, sale, shopMonths, shopOf } from './shop.js'

describe('payroll: what a feed delivers beyond what is read', () => {
  const gate = { kpi: 'satisfaction', atLeast: '0.9' }
  const book = shopOf({ plan: { gate } })
  const known = { satisfaction: '0.95' }
  const events = [sale('s', '2026-06-10', '1000.00')]
  const names = ['2026-06']
  const people = (...figures: readonly Readonly<Record<string, string>>[]) =>
    figures.map((own, i) => ({
      ...seller(figuresOf(own, '2026-06')),
      id: ['li', 'wu'][i] as string,
    }))
  const [plain] = shopMonths({ book, events, names, people: people(known, known) })

  test.each<
    [string, readonly Readonly<Record<string, string>>[], readonly (readonly [string, number])[]]
  >([
    [
      'one KPI for everybody',
      [{ tickets_closed: '12' }, { tickets_closed: '9' }],
      [['tickets_closed', 2]],
    ],
    [
      'several',
      [{ tickets_closed: '12', calls: '7' }, {}],
      [
        ['calls', 1],
        ['tickets_closed', 1],
      ],
    ],
    ['a KPI of one person', [{}, { first_response: '80' }], [['first_response', 1]]],
  ])('stumble 6: %s pays everybody, and is told', (_, more, told) => {
    const feed = people(...more.map((own) => ({ ...known, ...own })))
    const [run, again] = shopMonths({ book, events, people: feed, names: ['2026-06', '2026-06'] })
    expect(run?.withheld).toEqual([])
    expect(run?.unread.map(({ figure, given }) => [figure, given])).toEqual(told)
    expect(run?.lines).toEqual(plain?.lines)
    expect(again?.lines.filter(({ amount }) => amount !== '0.00')).toEqual([])
  })

  test('stumble 6: a figure that is needed and misspelt is told, and so is the one that was given', () => {
    const misspelt = people({ satisfacton: '0.95' })
    const [run] = shopMonths({ book, events, people: misspelt, names })
    expect(describeProblems(run?.withheld[0]?.problems ?? [])).toBe(
      'satisfaction: "satisfaction" has no value: satisfaction of li on 2026-06-30 is not given. "satisfacton" is given, and nothing reads it: call it "satisfaction".',
    )
    expect(run?.unread.map(({ figure }) => figure)).toEqual(['satisfacton'])
  })

  test.each([[{}], [null], [undefined], ['plan'], [[]]])(
    'checkPolicy of %j is refused with a problem',
    (subject) => {
      expect(found(() => checkPolicy(subject as never))).toEqual([['not-a-subject', 'subject']])
    },
  )

  test.each([[{}], [null], [{ settlements: [] }], ['last month']])(
    'a run before that is %j is refused with a problem',
    (before) => {
      const { data } = payroll.parseRunData(book, { people: people(known) })
      const request = { period: '2026-06', before } as never
      expect(problemsOf(() => payroll.run(book, data, request))[0]?.path).toMatch(/^before/)
    },
  )
})

describe('payroll: what a run comes to is told apart, and compared line by line', () => {
  const since = '2026-01-01'
  const named = { en: 'Commission', 'zh-CN': '提成' }
  const sales = payRecords('orders', 'sum', { value: 'amount', unit: money('CNY'), scale: 2 })
  const book = payBook([payComponent('commission', { pays: 'due', label: named }, sales)], {
    currency: 'CNY',
    retro: 2,
  })
  const order = (id: string, on: string, amount: string, more: object = {}) => ({
    ...{ id, on, person: 'li', amount },
    ...more,
  })
  const dataOf = (orders: readonly object[]) =>
    parsePayData({
      people: [{ id: 'li', employment: [{ from: since }], attributes: {} }],
      records: { orders },
    })
  const march = order('o1', '2026-03-10', '100.00')
  const april = order('o2', '2026-04-10', '40.00')
  const late = order('o3', '2026-03-20', '7.00', { recorded: '2026-04-20' })
  const chainOf = (orders: readonly object[]) => {
    const data = dataOf(orders)
    const first = settlePay(book, data, { period: '2026-03', before: 'first' })
    return {
      data,
      runs: [first, settlePay(book, data, { period: '2026-04', before: first })] as const,
    }
  }
  const { data, runs } = chainOf([march, april, late])

  test('9 two lines of one name say which month each is of', () => {
    const rows = payroll.journal(book, data, runs[1], { locale: 'zh-CN' })
    expect(rows.map(({ label, earned, paid, amount }) => [label, earned, paid, amount])).toEqual([
      ['提成', '2026-03', '2026-04', '7.00'],
      ['提成', '2026-04', '2026-04', '40.00'],
    ])
    const { steps } = payroll.explainChange(
      payroll.compareRuns(
        { book, data: dataOf([march, april]), run: chainOf([march, april]).runs[1] },
        { book, data, run: runs[1] },
      ),
      'li',
      { locale: 'en' },
    )
    expect(steps.map(({ label, value }) => [label, value])).toEqual([
      ['Commission (2026-03)', '7.00 CNY'],
    ])
  })

  test('3 a run that is given twice counts for nothing twice', () => {
    const twice = () => payroll.totals(book, data, [...runs, runs[0]])
    expect(problemsOf(twice).map(({ code, path }) => [code, path])).toEqual([
      ['repeated-run', 'runs[2]'],
    ])
    const { earned, paid } = payroll.totals(book, data, runs, { smallest: 1 })
    expect(earned.map(({ company }) => company.total)).toEqual(['107.00', '40.00'])
    expect(paid.map(({ company }) => company.total)).toEqual(['100.00', '47.00'])
  })

  test('9 a journal for spreadsheets has a mark, and runs nothing', () => {
    const rows = payroll.journal(book, data, runs[0], { locale: 'zh-CN' })
    const text = payroll.journalCsv(rows, { mark: true })
    expect(text.startsWith('\uFEFFpaid,earned,')).toBe(true)
  })
})

/** A policy that is one component, for whom it is. */
const policyOf = (
  id: string,
  said: Parameters<typeof payComponent>[1],
  formula: Expression,
  eligible?: object,
) => {
  const terms = termsOf(payComponent(id, said, formula))
  return policy('component', id, terms, {
    versions: [version(terms, { ...(eligible && { eligible }) })],
  })
}

describe('payroll: what an adopter asked for is paid by a run', () => {
  const since = '2025-06-01'
  const yuan = money('CNY')
  const salaried = policy('salary', 'base', { prorated: true })
  const person = (more: Partial<Person> = {}): Person => ({
    id: 'li',
    employment: [{ from: since }],
    ...more,
    attributes: {
      base: [{ from: since, value: '3000.00' }],
      department: [{ from: since, value: 'service' }],
      ...more.attributes,
    },
  })
  const paidBy = (
    policies: readonly unknown[],
    people: readonly Person[] | ((month: string) => readonly Person[]),
    months: readonly string[],
    more: Readonly<Record<string, unknown>> = {},
  ) => {
    const book = policyBook(policies, more)
    let before: PayRun | 'first' = 'first'
    return months.map((period) => {
      const known = typeof people === 'function' ? people(period) : people
      const { data } = payroll.parseRunData(book, { people: known })
      const run: PayRun = payroll.run(book, data, { period, before })
      before = run
      return {
        book,
        data,
        run,
        lines: run.lines.map(
          ({ component, earned, amount }) => `${component} ${earned.period} ${amount}`,
        ),
      }
    })
  }
  const moved = [
    { from: since, value: 'service' },
    { from: '2026-04-16', value: 'operations' },
  ]

  test.each<[string, Partial<Person>, readonly string[]]>([
    [
      'moves in mid-month',
      { attributes: { department: moved } },
      ['service 2026-04 15.0', 'base 2026-04 3000.00'],
    ],
    [
      'is away for half a day',
      { absences: [{ id: 'a', from: '2026-04-02', to: '2026-04-02', kind: 'leave', part: '0.5' }] },
      ['service 2026-04 29.5', 'base 2026-04 2950.00'],
    ],
    [
      'left and comes back',
      { employment: [{ from: since, to: '2026-04-10' }, { from: '2026-04-21' }] },
      ['service 2026-04 20.0', 'base 2026-04 2000.00'],
    ],
    [
      'has a raise in mid-month',
      {
        attributes: {
          base: [
            { from: since, value: '3000.00' },
            { from: '2026-04-16', value: '3600.00' },
          ],
        },
      },
      ['service 2026-04 30.0', 'base 2026-04 3300.00'],
    ],
  ])('1 who %s is paid for the days of each', (_, more, expected) => {
    const each = multiply(payDays('present', { unit: 'count', scale: 1 }), constant('1', yuan))
    const eligible = { where: { department: ['service'] } }
    const daily = policyOf('service', { pays: 'due' }, each, eligible)
    const [april] = paidBy([daily, salaried], [person(more)], ['2026-04'])
    expect(april?.lines.toSorted()).toEqual(expected.toSorted())
  })

  test.each<[string, Expression, readonly PayFigure[], string]>([
    [
      'overtime at half as much again',
      divide(
        multiply(
          attribute('base', yuan, 2),
          figure('hours', 'duration:hour', 1, { missing: '0' }),
          constant('1.5'),
        ),
        constant('174', 'duration:hour'),
        { places: 2, rounding: 'half-up' },
      ),
      [{ name: 'hours', period: '2026-04', value: '7.5' }],
      '193.97',
    ],
    [
      'full attendance',
      when(
        above(payDays('absent', { unit: 'count', scale: 2 }), constant('0', 'count')),
        constant('0', yuan),
        constant('200.00', yuan),
      ),
      [],
      '200.00',
    ],
    [
      'seniority',
      multiply(service('years', 'hired', { unit: 'count' }), constant('50.00', yuan)),
      [],
      '100.00',
    ],
  ])('2 %s is a line with its explanation', (_, formula, figures, amount) => {
    const own = policyOf('extra', { pays: 'due' }, formula)
    const hired = { hired: [{ from: since, value: '2024-04-01' }] }
    const [april] = paidBy([own, salaried], [person({ figures, attributes: hired })], ['2026-04'])
    expect(april?.lines).toContain(`extra 2026-04 ${amount}`)
    const { book, data, run } = april as NonNullable<typeof april>
    const told = explainPay(book, data, run, { component: 'extra', person: 'li', locale: 'en' })
    expect(told.value).toBe(`${amount} CNY`)
    expect(told.how.length + told.steps.length).toBeGreaterThan(0)
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a digest', { digest: 'abc' }],
    ['a text', 'firsst'],
  ])('3 a run asks for the one before, and %s is none', (_, before) => {
    const [march] = paidBy([salaried], [person()], ['2026-03'])
    const { book, data } = march as NonNullable<typeof march>
    const request = { period: '2026-04', before } as never
    expect(problemsOf(() => payroll.run(book, data, request))[0]?.path).toMatch(/^before/)
  })

  test.each([
    ['a KPI that is read by nobody', 'tickets_closed'],
    ['one that is misspelt', 'satisfacton'],
    ['one named like a component', 'base'],
  ])('5 %s is told, and stops nobody unless the book says so', (_, name) => {
    const read = policyOf('score', {}, figure('satisfaction', 'ratio', 4, { missing: '0' }))
    const policies = [
      salaried,
      policyOf('bonus', { pays: 'due' }, multiply(attribute('base', yuan, 2), constant('1'))),
      read,
    ]
    const people = [person({ figures: [{ name, period: '2026-04', value: '0.9' }] })]
    const [april] = paidBy(policies, people, ['2026-04'])
    expect(april?.run.unread).toEqual([
      { figure: name, earned: { rhythm: 'month', period: '2026-04' }, given: 1 },
    ])
    expect(april?.lines).toHaveLength(2)
    const refused = problemsOf(() =>
      paidBy(policies, people, ['2026-04'], { unreadFigures: 'refuse' }),
    )
    expect(refused.map(({ code }) => code)).toEqual(['unread-figure'])
  })

  test('5 what a person needs is told before any data', () => {
    const bonus = policyOf(
      'bonus',
      { pays: 'due' },
      round(multiply(attribute('base', yuan, 2), figure('satisfaction', 'ratio', 4)), {
        places: 2,
        rounding: 'half-up',
      }),
    )
    const [april] = paidBy([salaried, bonus], [person()], ['2026-04'])
    const { book, data } = april as NonNullable<typeof april>
    const { figures, attributes } = needed(book, data, { person: 'li', period: '2026-04' })
    expect(figures).toMatchObject([
      { name: 'satisfaction', readers: ['bonus'], mayBeMissing: false },
    ])
    expect(attributes.map(({ name }) => name)).toEqual(['base'])
  })

  test.each([
    ['a run', (run: PayRun) => JSON.parse(JSON.stringify(run))],
    ['a run read again', (run: PayRun) => parsePayRun(JSON.parse(JSON.stringify(run)))],
  ])('7 %s that was stored goes on, and says what wrote it', (_, stored) => {
    const [march] = paidBy([salaried], [person()], ['2026-03'])
    const { book, data, run } = march as NonNullable<typeof march>
    expect([run.format, run.engine]).toEqual([1, expect.stringMatching(/^payproof@\d/)])
    const next = payroll.run(book, data, { period: '2026-04', before: stored(run) })
    expect(next.lines.map(({ amount }) => amount)).toEqual(['3000.00'])
    expect(payroll.verifyChain([run, next], { head: next.digest })).toEqual([])
  })

  const raise = (recorded: string) => ({
    attributes: {
      base: [
        { from: since, value: '3000.00' },
        { from: '2026-04-01', value: '3600.00', recorded },
      ],
    },
  })
  test.each<[string, Partial<Person>, readonly string[]]>([
    ['a raise told late', raise('2026-05-10'), ['base 2026-04 600.00', 'base 2026-05 3600.00']],
    ['a raise told in time', raise('2026-04-10'), ['base 2026-05 3600.00']],
    [
      'unpaid days told late',
      {
        absences: [
          { id: 'a', from: '2026-04-01', to: '2026-04-03', kind: 'unpaid', recorded: '2026-05-04' },
        ],
      },
      ['base 2026-04 -300.00', 'base 2026-05 3000.00'],
    ],
    [
      'leaving told late',
      { employment: [{ from: since }, { from: since, to: '2026-04-20', recorded: '2026-05-04' }] },
      ['base 2026-04 -1000.00'],
    ],
  ])('11 %s is paid as the difference, without an adjustment by hand', (_, more, expected) => {
    const [, may] = paidBy([salaried], [person(more)], ['2026-04', '2026-05'])
    expect(may?.lines).toEqual(expected)
  })
})
