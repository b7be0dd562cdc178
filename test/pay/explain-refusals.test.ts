import { describe, expect, test } from 'vitest'
import { constant, multiply, renderText, round } from '../../src/formula/index.js'
import {
  amount,
  attribute,
  book,
  component,
  type Data,
  type ExplainRequest,
  explain,
  figure,
  parseData,
  type Run,
  records,
  settle,
  tagged,
} from '../../src/pay/index.js'
import { PolicyError } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { company, components, data, runsOf, told } from './explain-company.js'

const cny = money('CNY')
const [march, april] = runsOf() as [Run, Run, Run]
const overtime = { component: 'overtime', person: 'li', locale: 'en' } as const

function refusal(task: () => unknown): PolicyError {
  try {
    task()
  } catch (error) {
    if (error instanceof PolicyError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const told_ =
  (request: ExplainRequest, run = march) =>
  () =>
    explain(company, data, run, request)

describe('explain: what it refuses', () => {
  test.each([
    [{ ...overtime, component: 'overtimes' }, 'unknown-component', 'Perhaps "overtime" was meant'],
    [{ ...overtime, person: 'lii' }, 'unknown-person', 'Perhaps "li" was meant'],
    [{ ...overtime, component: 'weight' }, 'no-line', 'Ask for one that it has: base 2026-03'],
    [{ ...overtime, period: '2026-01' }, 'no-line', 'Ask for one that it has: base 2026-03'],
    [{ ...overtime, assignment: 'desk' }, 'no-line', 'Ask for one that it has: base 2026-03'],
  ])('%j', (request, code, hint) => {
    const error = refusal(told_(request))
    expect(error).toMatchObject({ code, hint: expect.stringContaining(hint) })
  })

  test('a line is named with its period and its post', () => {
    const { message } = refusal(told_({ ...overtime, assignment: 'desk', period: '2026-01' }))
    expect(message).toMatch(
      /^"overtime desk" of "li" for 2026-01 has no line in the run of 2026-03/,
    )
  })

  test('of a person without any line none is offered', () => {
    const newcomer = { ...told.people[0], id: 'new', employment: [{ from: '2027-01-01' }] }
    const more = parseData({ ...told, people: [...told.people, newcomer] } as Data)
    const error = refusal(() => explain(company, more, march, { ...overtime, person: 'new' }))
    expect(error.hint).toBe('The run has no line of this person')
  })

  test('a run of another rhythm', () => {
    const run = { ...march, period: '2026-Q1' }
    expect(refusal(told_(overtime, run)).code).toBe('other-kind')
  })

  const changed: Readonly<Record<string, Data>> = {
    'an attribute': withLi({
      attributes: {
        ...told.people[0]?.attributes,
        salary: [{ from: '2023-01-15', value: '8000.01' }],
      },
    }),
    'a figure': withLi({ figures: [{ name: 'hours', period: '2026-03', value: '11' }] }),
  }
  function withLi(more: Partial<Data['people'][number]>): Data {
    const [li, ...others] = told.people as [Data['people'][number]]
    return { ...told, people: [{ ...li, ...more }, ...others] }
  }
  test.each(Object.entries(changed))('data in which %s was changed', (_, other) => {
    const error = refusal(() => explain(company, parseData(other), march, overtime))
    expect(error.code).toBe('other-data')
    expect(error.message).toMatch(/^"overtime" of "li" for 2026-03 was worked out from other data/)
  })

  test.each(['commission', 'spiff', 'half'])('records that were changed: %s', (name) => {
    const orders = told.records?.['orders']?.map((row) => ({
      ...row,
      amount: '1.00',
      product: 'van',
    }))
    const other = parseData({ ...told, records: { orders } } as Data)
    const error = refusal(() => explain(company, other, march, { ...overtime, component: name }))
    expect(error.code).toBe('other-data')
  })

  test('what is told later of the same days is no other data', () => {
    const [li] = told.people as [Data['people'][number]]
    const salary = [
      ...(li.attributes['salary'] ?? []),
      { from: '2026-03-02', value: '1', recorded: '2026-04-02' },
    ]
    const later = parseData(withLi({ attributes: { ...li.attributes, salary } }))
    const text = renderText(explain(company, later, march, overtime))
    expect(text).toBe(renderText(explain(company, data, march, overtime)))
  })

  test('a person who is no longer in the data', () => {
    const less = parseData({ ...told, people: told.people.slice(1) })
    expect(refusal(() => explain(company, less, march, overtime)).code).toBe('unknown-person')
  })

  test('a book of other texts', () => {
    const other = components.map((each) =>
      each.component === 'overtime'
        ? { ...each, formula: multiply(constant('1'), each.formula) }
        : each,
    )
    const { retro, currency, basis } = company.definition
    const changed = book(other, { retro, currency, ...(basis && { basis }) })
    expect(refusal(() => explain(changed, data, march, overtime))).toMatchObject({
      code: 'other-book',
      hint: 'Give the book as it was when the run was made',
    })
  })

  test('data that the book cannot read', () => {
    const other = parseData({
      ...told,
      people: [
        ...told.people,
        {
          id: 'x',
          employment: [],
          attributes: {},
          figures: [{ name: 'hours', period: '2026-Q1', value: '1' }],
        },
      ],
    })
    expect(refusal(() => explain(company, other, march, overtime)).code).toBe('not-a-period-of')
  })

  test('each message is there in Chinese', () => {
    const zh = (error: PolicyError) => error.problems[0]?.message['zh-CN']
    expect(zh(refusal(told_({ ...overtime, period: '2026-01' })))).toBe(
      '2026-03 的结算中没有“li”2026-01 的“overtime”',
    )
    const wrong = parseData(changed['a figure'])
    expect(zh(refusal(() => explain(company, wrong, march, overtime)))).toBe(
      '“li”2026-03 的“overtime”不是由这份数据算出的',
    )
    expect(april.lines.length).toBeGreaterThan(0)
  })
})

const salary = attribute('salary', cny, 2)
const person = { employment: [{ from: '2026-01-01' }] }
const wages = (more: object = {}) => ({
  salary: [{ from: '2026-01-01', value: '100.00' }],
  ...more,
})

describe('explain: posts', () => {
  const base = component(
    'base',
    { of: 'assignment', pays: 'due', was: ['old'], tags: ['wage'] },
    salary,
  )
  const gross = component('gross', { pays: 'due' }, amount('base', cny, 2, { as: 'sum' }))
  const posts = book([base, gross], { currency: 'CNY', retro: 1 })
  const of = parseData({
    people: [
      {
        id: 'li',
        ...person,
        attributes: {},
        assignments: ['desk', 'shop'].map((id) => ({
          id,
          from: '2026-01-01',
          attributes: wages(),
        })),
      },
    ],
  })
  const run = settle(posts, of, { period: '2026-03', before: 'first' })
  const asked = { component: 'base', person: 'li', locale: 'en' } as const

  test('one of several is asked for by its id, by an earlier name too', () => {
    const told = explain(posts, of, run, { ...asked, component: 'old', assignment: 'shop' })
    expect(told).toMatchObject({ label: 'base, shop, 2026-03', value: '100.00 CNY' })
    const zh = explain(posts, of, run, { ...asked, assignment: 'shop', locale: 'zh-CN' })
    expect(zh.label).toBe('base（shop，2026-03）')
  })
  test('several are refused where none is named', () => {
    const error = refusal(() => explain(posts, of, run, asked))
    expect(error).toMatchObject({ code: 'several-lines', hint: 'Name the assignment: desk, shop' })
    const none = refusal(() => explain(posts, of, run, { ...asked, period: '2026-02' }))
    expect(none.hint).toContain('base desk 2026-03')
  })
  test('a reader of all of them names each', () => {
    const told = explain(posts, of, run, { ...asked, component: 'gross' })
    expect(told.steps.map(({ label }) => label)).toEqual(['base, desk', 'base, shop'])
  })
})

describe('explain: what runs settled', () => {
  const pay = component('pay', { pays: 'due' }, salary)
  const bonus = component(
    'bonus',
    { pays: 'due' },
    round(multiply(salary, figure('kpi', 'ratio', 2)), { places: 2, rounding: 'half-up' }),
  )
  const fixed = component('fixed', { pays: 'due', retro: 0 }, salary)
  const twice = component(
    'twice',
    { pays: 'due' },
    multiply(amount('fixed', cny, 2), constant('2')),
  )
  const year = component(
    'year',
    { pays: 'due' },
    amount('pay', cny, 2, { over: { since: 'ever' } }),
  )
  const options = { currency: 'CNY', retro: 1 } as const
  const one = (attributes: object, more: object = {}) =>
    parseData({ people: [{ id: 'li', ...person, attributes: attributes as never, ...more }] })
  const asked = { person: 'li', locale: 'en' } as const
  const raise = wages({
    salary: [
      { from: '2026-01-01', value: '100.00' },
      { from: '2026-03-01', value: '200.00', recorded: '2026-03-31' },
    ],
  })

  test('values that were closed are as settled, those that are open as worked out', () => {
    const of = book([pay, year], options)
    const all = one(wages())
    let before: Run | 'first' = 'first'
    for (const period of ['2026-02', '2026-03', '2026-04'])
      before = settle(of, all, { period, before })
    const { steps } = explain(of, all, before as Run, { ...asked, component: 'year' })
    expect(steps.map(({ label, how }) => [label, ...how])).toEqual([
      ['pay, 2026-01', 'Of a period before the first run'],
      ['pay, 2026-02', 'As an earlier run settled it'],
      ['pay, 2026-03', 'Worked out from what this run knew'],
      ['pay', '"salary" as it holds since 2026-01-01'],
    ])
  })

  test('what was withheld and could be worked out later is paid late', () => {
    const of = book([bonus, pay], options)
    const none = one(wages())
    const kpi = {
      figures: [{ name: 'kpi', period: '2026-02', value: '0.5', recorded: '2026-05-02' }],
    }
    const all = one(wages(), kpi)
    let before: Run | 'first' = 'first'
    for (const period of ['2026-02', '2026-03', '2026-04'])
      before = settle(of, none, { period, before })
    const run = settle(of, all, { period: '2026-05', before: before as Run })
    const told = explain(of, all, run, { ...asked, component: 'bonus', period: '2026-02' })
    expect(told.label).toBe('bonus, 2026-02, paid in 2026-05')
    expect(told.value).toBe('50.00 CNY')
  })

  test('a first value that stands is told whole by the run that worked it out, and as it stands after', () => {
    const of = book([fixed, twice], options)
    const all = one(raise)
    const early = { period: '2026-03', asOf: '2026-03-30' }
    const first = settle(of, all, { ...early, before: 'first' })
    const again = settle(of, all, { period: '2026-03', before: first })
    const whole = explain(of, all, first, { ...asked, component: 'twice' })
    expect(whole.steps[0]).toMatchObject({ label: 'fixed', value: '100.00 CNY' })
    expect(whole.steps[0]?.how).toEqual(['"salary" as it holds since 2026-01-01'])
    const stands = explain(of, all, again, { ...asked, component: 'twice' })
    expect(stands.steps[0]?.how).toEqual(['As it was first worked out: it stands'])
    expect(explain(of, all, again, { ...asked, component: 'fixed' }).how).toContain(
      'As it was first worked out: it stands',
    )
    const next = settle(of, all, { period: '2026-04', before: again })
    expect(explain(of, all, next, { ...asked, component: 'fixed' }).value).toBe('200.00 CNY')
  })

  test('what was brought along is told with its reason', () => {
    const of = book([pay], options)
    const openings = [
      {
        component: 'pay',
        person: 'li',
        earned: { rhythm: 'month', period: '2026-03' },
        settled: '60.00',
        why: 'Advance',
      },
    ]
    const run = settle(of, one(wages()), { period: '2026-03', before: 'first', openings })
    const told = explain(of, one(wages()), run, { ...asked, component: 'pay' })
    expect(told.value).toBe('40.00 CNY')
    expect(told.how).toEqual([
      'Entitled 100.00 CNY, settled before 60.00 CNY, amount 40.00 CNY',
      'Reason: Advance',
    ])
  })

  test('a period of which no day is left is taken back', () => {
    const of = book([pay], options)
    const run = settle(of, one(wages()), { period: '2026-03', before: 'first' })
    const left = one(wages(), {
      employment: [
        ...person.employment,
        { from: '2026-01-01', to: '2026-02-28', recorded: '2026-04-02' },
      ],
    })
    const next = settle(of, left, { period: '2026-04', before: run })
    const told = explain(of, left, next, { ...asked, component: 'pay', period: '2026-03' })
    expect(told).toMatchObject({ label: 'pay, 2026-03, corrected', value: '−100.00 CNY' })
    expect(told.steps[0]?.how).toEqual(['No day of 2026-03 counts for it any more'])
  })

  test('of a rule that was changed the line says so', () => {
    const of = book([pay], options)
    const run = settle(of, one(wages()), { period: '2026-03', before: 'first' })
    const mended = book([{ ...pay, formula: multiply(constant('2'), pay.formula) }], options)
    const next = settle(mended, one(wages()), { period: '2026-04', before: run })
    const told = explain(mended, one(wages()), next, {
      ...asked,
      component: 'pay',
      period: '2026-03',
    })
    expect(told.how).toContain('The rule was changed since this was settled')
  })

  test('what is withheld keeps what was settled', () => {
    const of = book([bonus, pay], options)
    const figures = [
      { name: 'kpi', period: '2026-03', value: '0.5' },
      { name: 'kpi', period: '2026-04', value: '0.5' },
    ]
    const run = settle(of, one(wages(), { figures }), { period: '2026-03', before: 'first' })
    const gone = one(wages(), { figures: figures.slice(1) })
    const next = settle(of, gone, { period: '2026-04', before: run })
    const told = explain(of, gone, next, { ...asked, component: 'bonus', period: '2026-03' })
    expect(told.value).toBe('withheld')
    expect(told.how.at(-1)).toBe('Settled before: 50.00 CNY, which stands')
  })

  test('what takes too many steps is cut off', () => {
    const many = Array.from({ length: 250 }, (_, i) =>
      component(`c${i}`, { tags: ['all'] }, salary),
    )
    const sums = [0, 1].map((i) => component(`sum${i}`, { tags: [`sum`] }, tagged('all', cny, 2)))
    const of = book(
      [
        ...many,
        ...sums,
        component('total', { pays: 'due' }, tagged('sum', cny, 2)),
        ...Array.from({ length: 12 }, (_, i) =>
          component(`level${i}`, { tags: ['level'] }, amount('sum0', cny, 2)),
        ),
        component('deep', { pays: 'due' }, tagged('level', cny, 2)),
      ],
      options,
    )
    const run = settle(of, one(wages()), { period: '2026-03', before: 'first' })
    const text = renderText(explain(of, one(wages()), run, { ...asked, component: 'deep' }))
    expect(text).toContain('and 230 more')
    expect(text).toContain('Not explained further here: the explanation would grow too long')
    expect(text.split('\n').length).toBeLessThan(1_000)
  })
  test('of a period before the first run it is what was brought along, and what changed since', () => {
    const sold = component(
      'sold',
      { pays: 'due' },
      records('deals', 'sum', { value: 'amount', unit: cny, scale: 2, input: 'sales' }),
    )
    const of = book([sold], options)
    const deal = { person: 'li', on: '2026-02-10', amount: '70.00' }
    const back = { ...deal, id: 'd-back', on: '2026-03-09', counts: '2026-02-10', amount: '-20.00' }
    const all = parseData({
      people: [{ id: 'li', ...person, attributes: {} }],
      records: { deals: [{ ...deal, id: 'd' }, back] },
    })
    const openings = [
      {
        component: 'sold',
        person: 'li',
        earned: { rhythm: 'month', period: '2026-02' },
        settled: '75.00',
        why: 'Old system',
      },
    ]
    const run = settle(of, all, { period: '2026-03', before: 'first', openings })
    const told = explain(of, all, run, { ...asked, component: 'sold', period: '2026-02' })
    expect(told).toMatchObject({ label: 'sold, 2026-02, corrected', value: '−20.00 CNY' })
    expect(told.how.slice(1)).toEqual([
      'Reason: Old system',
      'Of a period before the first run: what was brought along, and what changed in it since',
    ])
    expect(told.steps[0]?.value).toBe('50.00 CNY')
  })
})
