import { describe, expect, test } from 'vitest'
import { constant, multiply, round } from '../../src/formula/index.js'
import { records, settle } from '../../src/pay/index.js'
import { parseRunData, statements } from '../../src/payroll/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { bookOf, component, policy, version } from './policies.js'

const yuan = money('CNY')
const sold = records('credits', 'sum', { value: 'sales', unit: yuan, scale: 6 })
const commission = component(
  'commission',
  { pays: 'due' },
  round(multiply(sold, constant('0.1')), { places: 2, rounding: 'half-up' }),
)
const crediting = {
  credits: { currency: 'CNY', credits: { direct: { rules: [{ owner: 'seller' }] } } },
}
const person = (id: string, to?: string) => ({
  id,
  employment: [{ from: '2026-01-01', ...(to !== undefined && { to }) }],
  attributes: {},
})
const order = (id: string, on: string, amount: string, seller = 'li') => ({
  id,
  kind: 'order',
  on,
  amount,
  currency: 'CNY',
  attributes: { seller },
})
const adjustments = policy('adjustments', 'adjustments', {})
const given = (id: string, on: string, amount: string, more: object = {}) => ({
  id,
  on,
  person: 'li',
  amount,
  reason: `Reason of ${id}`,
  ...more,
})

describe('the data of runs', () => {
  test('credits the deals by each crediting of the book, into tables of their names', () => {
    const of = bookOf([commission], { crediting })
    const { data, reconciliation } = parseRunData(of, {
      people: [person('li')],
      deals: { events: [order('o1', '2026-01-05', '1000.00')] },
    })
    const run = settle(of, data, { period: '2026-01', before: 'first' })
    expect(run.lines.map(({ amount }) => amount)).toEqual(['100.00'])
    expect(reconciliation).toEqual({ credits: [] })
  })

  test('has tables of credits without rows where there are no deals', () => {
    const of = bookOf([commission], { crediting })
    expect(parseRunData(of, { people: [] }).data.records).toEqual({ credits: [] })
  })

  test('keeps groups and other tables', () => {
    const of = bookOf([adjustments])
    const { data } = parseRunData(of, {
      people: [person('li')],
      groups: [{ of: 'company' }],
      records: { adjustments: [given('a', '2026-01-05', '1.00')] },
    })
    expect(data.groups).toEqual([{ of: 'company' }])
    expect(data.records?.['adjustments']).toHaveLength(1)
  })

  describe('who is above whom', () => {
    const team = { of: 'direct', manager: 'manager', shares: ['1'] }
    const { credits } = crediting.credits
    const rolled = { credits: { ...crediting.credits, credits: { ...credits, team } } }
    const of = bookOf([commission], { crediting: rolled })
    const under = (id: string, manager: string) => ({
      ...person(id),
      attributes: { manager: [{ from: '2025-01-01', value: manager }] },
    })
    const events = [order('o1', '2026-01-05', '1000.00')]
    const rows = (whole: object) =>
      parseRunData(of, whole).data.records?.['credits']?.map((row) => [row['credit'], row.person])

    test('is told by the people of the run, unless the deals have their own', () => {
      const people = [under('li', 'mo'), person('mo')]
      expect(rows({ people, deals: { events } })).toEqual([
        ['direct', 'li'],
        ['team', 'mo'],
      ])
      expect(rows({ people, deals: { events, people: [under('li', 'na')] } })).toEqual([
        ['direct', 'li'],
        ['team', 'na'],
      ])
      expect(rows({ people, deals: { events, people: [] } })).toEqual([['direct', 'li']])
    })

    test('is told where it is wrong: of the run, or of the deals', () => {
      const circle = [under('li', 'mo'), under('mo', 'li')]
      const places = (whole: object) => problemsOf(() => rows(whole)).map(({ path }) => path)
      expect(places({ people: circle, deals: { events } })).toEqual(['people[0]'])
      expect(places({ people: [person('li')], deals: { events, people: circle } })).toEqual([
        'deals.people[0]',
      ])
      // Of people who cannot be read pay tells, once; what is wrong with deals is told beside.
      const refund = { ...order('r', '2026-01-06', '-1.00'), kind: 'refund', of: 'o9' }
      expect(places({ people: [{ id: 'li' }], deals: { events: [refund] } })).toEqual([
        'deals.events[0].of',
        'people[0].employment',
        'people[0].attributes',
      ])
    })
  })

  test('tells all that is wrong with it at once', () => {
    const of = bookOf([commission], { crediting })
    const told = (json: unknown) =>
      describeProblems(
        problemsOf(() => parseRunData(of, json)),
        'en',
      ).split('\n')
    expect(
      told({
        people: [{ id: 'li' }],
        records: { credits: [] },
        deals: {
          events: [
            order('o1', '2026-01-05', '1.00'),
            { ...order('r', '2026-01-06', '-1.00'), kind: 'refund', of: 'o9' },
          ],
        },
      }).map((line) => line.split(':')[0]),
    ).toEqual([
      'deals.events[1].of',
      'people[0].employment',
      'people[0].attributes',
      'records.credits',
    ])
    expect(told({ people: [], deal: {} })[0]).toContain('deal: the key "deal" is not known here')
    expect(told({ people: [], records: 5 })[0]).toMatch(/^records: /)
  })
})

describe('adjustments', () => {
  const of = bookOf([adjustments])
  const run = (
    records: readonly unknown[],
    period: string,
    before: Parameters<typeof settle>[2]['before'],
    to?: string,
  ) => {
    const { data } = parseRunData(of, {
      people: [person('li', to)],
      records: { adjustments: records },
    })
    const made = settle(of, data, { period, before })
    return { made, lines: statements(of, data, made).flatMap(({ lines }) => lines) }
  }

  test('pay what each record says, with its reason, up and down', () => {
    const { lines } = run(
      [given('a', '2026-01-05', '50.00'), given('b', '2026-01-06', '-12.50')],
      '2026-01',
      'first',
    )
    expect(lines).toMatchObject([
      {
        component: 'adjustments',
        amount: '37.50',
        parts: [
          { record: 'a', amount: '50.00', why: 'Reason of a' },
          { record: 'b', amount: '-12.50', why: 'Reason of b' },
        ],
      },
    ])
  })

  test('are settled once, corrected by the difference, and told late', () => {
    const first = run([given('a', '2026-01-05', '50.00')], '2026-01', 'first')
    const again = run([given('a', '2026-01-05', '50.00')], '2026-01', first.made)
    expect(again.lines.map(({ amount }) => amount)).toEqual(['0.00'])
    const late = [
      given('a', '2026-01-05', '50.00'),
      given('a', '2026-01-05', '40.00', { recorded: '2026-02-03' }),
      given('c', '2026-01-31', '7.00', { recorded: '2026-02-03' }),
    ]
    const second = run(late, '2026-02', first.made)
    expect(second.lines.map(({ amount, earned }) => `${earned.period} ${amount}`)).toEqual([
      '2026-01 -3.00',
    ])
  })

  test('reach who has left, as made within the employment', () => {
    const first = run([], '2026-01', 'first', '2026-01-20')
    const paid = (more: object) =>
      run([given('a', '2026-02-05', '9.00', more)], '2026-02', first.made, '2026-01-20').lines.map(
        ({ amount, earned }) => `${earned.period} ${amount}`,
      )
    expect(paid({ made: '2026-01-20' })).toEqual(['2026-01 9.00'])
    expect(paid({})).toEqual([])
  })

  test('need no reason, and may have a table, a label and a clause of their own', () => {
    const terms = { table: 'loans', label: 'Loan', clause: '§7' }
    const eligible = { where: { grade: ['A'] } }
    const own = bookOf([
      policy('adjustments', 'loan', terms, { versions: [version(terms, { eligible })] }),
    ])
    const { data } = parseRunData(own, {
      people: [
        { ...person('li'), attributes: { grade: [{ from: '2026-01-01', value: 'A' }] } },
        { ...person('wu'), attributes: { grade: [{ from: '2026-01-01', value: 'B' }] } },
      ],
      records: {
        loans: ['li', 'wu'].map((id) => ({ id, on: '2026-01-05', person: id, amount: '-5.00' })),
      },
    })
    const made = settle(own, data, { period: '2026-01', before: 'first' })
    const [line] = statements(own, data, made).flatMap(({ lines }) => lines)
    expect(line).toMatchObject({ person: 'li', label: 'Loan', clause: '§7', amount: '-5.00' })
    expect(line?.parts[0]).not.toHaveProperty('why')
    expect(made.lines).toHaveLength(1)
  })
})
