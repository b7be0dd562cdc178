import { describe, expect, test } from 'vitest'
import {
  attribute,
  book,
  component,
  figure,
  parseData,
  type Run,
  settle,
} from '../../src/pay/index.js'
import { totals } from '../../src/payroll/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import {
  april,
  company,
  data,
  dataOf,
  march,
  orders,
  people,
  person,
  runsOf,
  wei,
} from './company.js'

const all = { smallest: 1 }
const department = { by: ['department'], smallest: 1 }

describe('totals of runs', () => {
  const { paid, earned, currency } = totals(company, data, [march, april], department)

  test('add up by component and tag, with who is employed', () => {
    expect(currency).toBe('CNY')
    expect(paid.map((each) => [each.rhythm, each.period])).toEqual([
      ['month', '2026-03'],
      ['month', '2026-04'],
    ])
    expect(paid.map((each) => each.company)).toEqual([
      {
        people: 7,
        joiners: 0,
        leavers: 0,
        total: '25850.00',
        components: { base: '25700.00', commission: '100.00', post: '50.00' },
        tags: { variable: '100.00', wage: '25700.00' },
      },
      {
        people: 8,
        joiners: 1,
        leavers: 0,
        total: '30000.00',
        components: { base: '29900.00', commission: '50.00', post: '50.00' },
        tags: { variable: '50.00', wage: '29900.00' },
      },
    ])
  })

  test('divide the pay of who moves by parts, and count them once', () => {
    const [sales, service] = paid[0]?.groups['department'] ?? []
    expect(sales).toMatchObject({ values: ['sales'], people: 3, total: '10650.00' })
    expect(service).toMatchObject({ values: ['service'], people: 4, total: '15200.00' })
  })

  test('tell late news in the period that it was earned for, and in the one that pays it', () => {
    const later = dataOf({
      orders: [
        ...orders,
        { id: 'o3', on: '2026-03-20', person: 'li', amount: '10.00', recorded: '2026-04-10' },
      ],
    })
    const runs = runsOf(company, data, later)
    const { paid: byRun, earned: byMonth } = totals(company, later, runs, all)
    expect(byRun.map((each) => each.company.components['commission'])).toEqual(['100.00', '51.00'])
    expect(byMonth.map((each) => each.company.components['commission'])).toEqual([
      '101.00',
      '50.00',
    ])
    expect(earned.map((each) => each.company.total)).toEqual(['25850.00', '30000.00'])
  })

  test('take runs in the order in which they were made, further runs too', () => {
    const later = dataOf({
      people: people.map((each) => (each.id === 'wei' ? wei('300.00') : each)),
    })
    const further = settle(company, later, { period: '2026-03', before: march })
    const given = totals(company, later, [further, march], department)
    expect(further.number).toBe(2)
    expect(given.paid.map((each) => each.company.total)).toEqual(['26150.00'])
    expect(totals(company, later, [march, further], department)).toEqual(given)
  })

  test('count by what the last run of a period knew', () => {
    const left = person('wu', 'service', '4000.00', {
      employment: [
        { from: '2025-01-01' },
        { from: '2025-01-01', to: '2026-02-28', recorded: '2026-04-02' },
      ],
    })
    const later = dataOf({ people: people.map((each) => (each.id === 'wu' ? left : each)) })
    const first = settle(company, later, { period: '2026-03', before: 'first' })
    const further = settle(company, later, { period: '2026-03', before: first, asOf: '2026-04-05' })
    for (const runs of [
      [first, further],
      [further, first],
    ])
      expect(totals(company, later, runs, all).paid.map((each) => each.company)).toMatchObject([
        { people: 6, total: '21850.00' },
      ])
    expect(totals(company, later, [first], all).paid[0]?.company.people).toBe(7)
  })

  test('put who has no value of an attribute together', () => {
    const { paid: byTeam } = totals(company, data, [march], { by: ['team'], smallest: 1 })
    expect(
      byTeam[0]?.groups['team']?.map(({ values, people: count, total }) => [values, count, total]),
    ).toEqual([
      [[''], 6, '21850.00'],
      [['gold'], 1, '4000.00'],
    ])
  })

  test('of no run are none', () => {
    expect(totals(company, data, [])).toEqual({ currency: 'CNY', earned: [], paid: [] })
  })

  test('of another rhythm stand in its periods', () => {
    const cny = money('CNY')
    const quarterly = book(
      [
        component('base', { pays: 'due' }, attribute('salary', cny, 2)),
        component(
          'prize',
          { pays: 'due', period: 'quarter' },
          figure('prize', cny, 2, { missing: '5.00' }),
        ),
      ],
      {
        currency: 'CNY',
        retro: 0,
        rhythms: { month: { kind: 'month' }, quarter: { kind: 'quarter' } },
      },
    )
    const own = parseData({ people: [person('li', 'sales', '3000.00')] })
    const runs: Run[] = []
    for (const period of ['2026-01', '2026-02', '2026-03'])
      runs.push(settle(quarterly, own, { period, before: runs.at(-1) ?? 'first' }))
    const { earned: periods, paid: byRun } = totals(quarterly, own, runs, all)
    expect(periods.map((each) => [each.rhythm, each.period, each.company.total])).toEqual([
      ['month', '2026-01', '3000.00'],
      ['quarter', '2026-Q1', '5.00'],
      ['month', '2026-02', '3000.00'],
      ['month', '2026-03', '3000.00'],
    ])
    expect(byRun.map((each) => each.company.total)).toEqual(['3000.00', '3000.00', '3005.00'])
  })
})

describe('who is counted', () => {
  const counts = (employment: object, period = '2026-03') => {
    const own = dataOf({ people: [person('li', 'sales', '3000.00', { employment })], orders: [] })
    const lenient = { ...own }
    const run = settle(company, withNames(lenient), { period, before: 'first' })
    const [{ company: sums } = { company: undefined }] = totals(
      company,
      withNames(lenient),
      [run],
      all,
    ).paid
    return [sums?.people, sums?.joiners, sums?.leavers]
  }
  /** Somebody who left long ago has the attributes that the book reads. */
  const withNames = (own: typeof data) => {
    const { attributes, assignments, ...rest } = person('zed', 'sales', '1.00', {
      employment: [{ from: '2020-01-01', to: '2020-01-31' }],
      assignments: [
        {
          id: 'a',
          from: '2020-01-01',
          attributes: { extra: [{ from: '2020-01-01', value: '1.00' }] },
        },
      ],
    })
    const team = [{ from: '2020-01-01', value: 'none' }]
    const zed = { ...rest, assignments, attributes: { ...attributes, team } }
    return parseData({ people: [...own.people, zed], records: { orders } })
  }

  test.each([
    ['who stays', [{ from: '2025-01-01' }], [1, 0, 0]],
    ['who has left', [{ from: '2025-01-01', to: '2026-02-28' }], [0, 0, 0]],
    ['who joins later', [{ from: '2026-04-01' }], [0, 0, 0]],
    ['who joins', [{ from: '2026-03-31' }], [1, 1, 0]],
    ['who leaves on the first day', [{ from: '2025-01-01', to: '2026-03-01' }], [1, 0, 1]],
    ['who joins and leaves', [{ from: '2026-03-02', to: '2026-03-30' }], [1, 1, 1]],
    ['a rehire', [{ from: '2025-01-01', to: '2026-03-10' }, { from: '2026-03-20' }], [1, 1, 1]],
    [
      'a contract renewed',
      [{ from: '2025-01-01', to: '2026-03-10' }, { from: '2026-03-11' }],
      [1, 0, 0],
    ],
  ])('%s', (_, employment, expected) => {
    expect(counts(employment)).toEqual(expected)
  })
})

describe('small groups', () => {
  const ofThree = (request: object) =>
    totals(company, data, [march], { by: ['centre'], ...request })

  test('are told together with the next smallest, and sums still add up', () => {
    const [found] = ofThree({}).paid
    const whole = found?.company
    expect(found?.groups['centre']?.map(({ values, total }) => [values, total])).toEqual([
      [['4100', '4200'], '25850.00'],
    ])
    expect(whole).toMatchObject({ components: {}, others: '25850.00', tags: {} })
  })

  test('are told where all may be', () => {
    const [found] = ofThree({ smallest: 1 }).paid
    expect(found?.groups['centre']?.map(({ values, total }) => [values, total])).toEqual([
      [['4100'], '21150.00'],
      [['4200'], '4700.00'],
    ])
  })

  test('hide the components of too few, and tags that would tell them', () => {
    const more = Array.from({ length: 4 }, (_, i) => ({
      ...{ id: `m${i}`, on: '2026-03-05', person: ['lu', 'lo', 'mei', 'wang'][i] as string },
      amount: '100.00',
    }))
    const own = dataOf({ orders: [...orders, ...more] })
    const [run] = runsOf(company, own)
    const [{ company: whole } = { company: undefined }] = totals(company, own, [run]).paid
    // Whoever knows the pay of the one post would know it by "wage" and "variable", and the whole.
    expect(whole).toMatchObject({
      components: { base: '25700.00' },
      others: '190.00',
      tags: { wage: '25700.00' },
    })
    expect(Object.keys(whole?.tags ?? {})).toEqual(['wage'])
  })
})

describe('totals refuse', () => {
  const told = (task: () => unknown) => problemsOf(task).map(({ code, path }) => [code, path])

  test.each([
    [{ smallest: 0 }, 'not-whole', 'options.smallest'],
    [{ smallest: 2.5 }, 'not-whole', 'options.smallest'],
    [{ by: ['departmen'] }, 'nobody-has', 'options.by[0]'],
    [{ smalest: 2 }, 'unknown-key', 'options.smalest'],
  ])('%j', (request, code, path) => {
    expect(told(() => totals(company, data, [march], request as never))).toEqual([[code, path]])
  })

  test('a run that is given twice', () => {
    expect(told(() => totals(company, data, [march, april, march]))).toEqual([
      ['repeated-run', 'runs[2]'],
    ])
  })

  test('a run of another currency', () => {
    expect(told(() => totals(company, data, [march, { ...april, currency: 'USD' }]))).toEqual([
      ['other-currency', 'runs[1].currency'],
    ])
  })
})
