import { describe, expect, test } from 'vitest'
import { constant, multiply, renderText } from '../../src/formula/index.js'
import {
  amount,
  attribute,
  book,
  component,
  type Data,
  type ExplainRequest,
  explain,
  parseData,
  type Run,
  settle,
} from '../../src/pay/index.js'
import { PolicyError } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { company, components, runsOf } from './explain-company.js'
import { data, told } from './explain-company-people.js'

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

const ask =
  (request: ExplainRequest, run = march) =>
  () =>
    explain(company, data, run, request)

describe('explain: what it refuses', () => {
  test.each([
    [{ ...overtime, component: 'overtimes' }, 'unknown-component', 'Perhaps "overtime" was meant'],
    [{ ...overtime, person: 'lii' }, 'unknown-person', 'Perhaps "li" was meant'],
    [{ ...overtime, component: 'weight' }, 'no-line', 'Ask for one that it has: base 2026-03'],
    [{ ...overtime, period: '2026-01' }, 'no-line', 'Ask for one that it has: base 2026-03'],
    [{ ...overtime, period: '2026-Q1' }, 'no-line', 'Ask for one that it has: base 2026-03'],
    [{ ...overtime, assignment: 'desk' }, 'no-line', 'Ask for one that it has: base 2026-03'],
  ])('%j', (request, code, hint) => {
    const error = refusal(ask(request))
    expect(error).toMatchObject({ code, hint: expect.stringContaining(hint) })
  })

  test('a line is named with its period and its post', () => {
    const { message } = refusal(ask({ ...overtime, assignment: 'desk', period: '2026-01' }))
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
    expect(refusal(ask(overtime, run)).code).toBe('other-kind')
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
    expect(zh(refusal(ask({ ...overtime, period: '2026-01' })))).toBe(
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
    const failing = parseData({
      people: [
        {
          id: 'li',
          ...person,
          attributes: {},
          assignments: ['desk', 'shop'].map((id) => ({
            id,
            from: '2026-01-01',
            attributes: { salary: [{ from: '2027-01-01', value: '1.00' }] },
          })),
        },
      ],
    })
    const withheld = settle(posts, failing, { period: '2026-03', before: 'first' })
    expect(refusal(() => explain(posts, failing, withheld, asked)).code).toBe('several-lines')
    const one = explain(posts, failing, withheld, { ...asked, assignment: 'desk' })
    expect(one).toMatchObject({ label: 'base, desk, 2026-03', value: 'withheld' })
    const none = refusal(() => explain(posts, of, run, { ...asked, period: '2026-02' }))
    expect(none.hint).toContain('base desk 2026-03')
  })
  test('a post that is no longer in the data', () => {
    const less = parseData({ people: [{ id: 'li', ...person, attributes: wages() }] })
    const error = refusal(() => explain(posts, less, run, { ...asked, assignment: 'shop' }))
    expect(error.code).toBe('other-data')
  })
  test('a reader of all of them names each', () => {
    const told = explain(posts, of, run, { ...asked, component: 'gross' })
    expect(told.steps.map(({ label }) => label)).toEqual(['base, desk', 'base, shop'])
  })
})
