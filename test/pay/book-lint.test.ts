import { describe, expect, it } from 'vitest'
import { constant, input, multiply } from '../../src/formula/index.js'
import { dataProblems, lintData } from '../../src/pay/book-data.js'
import type { Component } from '../../src/pay/component.js'
import type { Data } from '../../src/pay/data.js'
import { dependencies } from '../../src/pay/dependencies.js'
import { link } from '../../src/pay/link.js'
import { lintBook } from '../../src/pay/lint-book.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { expectGolden } from '../golden.js'
import { accepted } from './accepted.js'
import { data, person, selling, sold } from './book-lint-fixtures.js'
import { bookOf } from './link-edits.js'

const linked = link(accepted)
const plain = link(
  bookOf({
    component: 'bonus',
    pays: 'due',
    formula: constant('100.00', 'money:CNY'),
    reads: {},
  }),
)

const told = (problems: ReturnType<typeof lintBook>) =>
  problems.map(({ code, path }) => `${code} ${path}`)

describe('what is seldom meant in a book', () => {
  it('tells components that no line needs', () => {
    expect(told(lintBook(linked))).toEqual(
      ['median', 'deal', 'place', 'released', 'meals', 'norm', 'rate'].map(
        (name) => `unused-component components.${name}`,
      ),
    )
  })

  it('tells reasons for reading what is not read', () => {
    const said: Component = {
      component: 'bonus',
      pays: 'due',
      each: { record: 'orders', by: 'deal' },
      formula: input('salary', 'money:CNY', 2),
      reads: { salary: { from: 'attribute', name: 'salary' } },
      mayRead: { salary: 'a', deal: 'b', gendr: 'c' },
    }
    expect(told(lintBook(link(bookOf(said))))).toEqual([
      'unread-reason components.bonus[0].value.mayRead.gendr',
    ])
  })

  it('tells what is due for some days and paid as for all', () => {
    const bonus: Component = {
      component: 'bonus',
      pays: 'due',
      eligible: { where: { role: ['seller'] } },
      formula: constant('100.00', 'money:CNY'),
      reads: {},
    }
    const inParts: Component = {
      ...bonus,
      component: 'in-parts',
      formula: multiply(bonus.formula, input('days', 'count', 0)),
      reads: { days: { from: 'time', count: 'present' } },
    }
    const each: Component = { ...bonus, component: 'each', each: { record: 'orders' } }
    const late: Component = { ...bonus, component: 'late', eligible: { after: 'lost' } }
    const sold: Component = {
      ...bonus,
      component: 'sold',
      formula: input('sold', 'money:CNY', 2),
      reads: { sold: { from: 'records', of: 'orders', as: 'sum', value: 'net' } },
    }
    const ofAll: Component = {
      ...sold,
      component: 'of-all',
      reads: { sold: { from: 'records', of: 'orders', as: 'sum', value: 'net', whose: 'all' } },
    }
    const shared: Component = {
      ...sold,
      component: 'shared',
      reads: {
        sold: {
          from: 'component',
          name: 'pot',
          among: { group: 'company', as: { share: 'bonus' } },
        },
      },
    }
    const pot: Component = { ...bonus, component: 'pot', of: 'company' }
    const { pays: _, eligible: __, ...fund } = pot
    const book = link(bookOf(bonus, inParts, each, late, sold, ofAll, shared, fund))
    expect(told(lintBook(book))).toEqual([
      'paid-in-full components.bonus[0].value',
      'paid-in-full components.of-all[0].value',
    ])
  })

  it('tells no sum of a payment: runs record it', () => {
    const wage: Component = {
      component: 'wage',
      pays: 'due',
      tags: ['wage'],
      formula: constant('100.00', 'money:CNY'),
      reads: {},
    }
    const gross: Component = {
      component: 'gross',
      formula: input('wage', 'money:CNY', 2),
      reads: { wage: { from: 'component', tag: 'wage', what: 'due' } },
    }
    expect(lintBook(link(bookOf(wage, gross)))).toEqual([])
  })
})

describe('what a component is made of', () => {
  it('is all that it reads, directly and through others', () => {
    expect(dependencies(linked, 'leader')).toEqual({
      components: ['orders', 'team'],
      attributes: ['hired', 'team', 'role', 'manager'],
      figures: [{ name: 'target', rhythm: 'quarter' }],
      tables: [{ name: 'orders', members: ['net', 'buyer'] }],
      times: ['month', 'years'],
    })
  })

  it('names the members of records, and the rhythm of its own figures', () => {
    expect(dependencies(linked, 'commission')).toEqual({
      components: [],
      attributes: ['role', 'level'],
      figures: [],
      tables: [{ name: 'orders', members: ['kind', 'net', 'deal', 'region'] }],
      times: ['months'],
    })
    expect(dependencies(linked, 'overtime').figures).toEqual([
      { name: 'overtime', rhythm: 'month' },
    ])
  })

  it('reads a balance of its own without naming itself', () => {
    expect(dependencies(linked, 'score').components).toEqual([])
    expect(dependencies(linked, 'weight').components).toEqual(['score'])
  })

  it('refuses a component that is none, with the nearest', () => {
    const [problem] = problemsOf(() => dependencies(linked, 'comission'))
    expect(problem).toMatchObject({ code: 'unknown-component', path: 'component' })
    expect(problem?.hint.en).toBe('Perhaps "commission" was meant')
  })
})

describe('what data does not go with a book', () => {
  it('is nothing where all is there', () => {
    expect(dataProblems(linked, data)).toEqual([])
    // Wang has no employment yet.
    expect(told(lintData(plain, data))).toEqual(['outside-employment records.orders[2]'])
  })

  const bad: Readonly<Record<string, readonly [Data, ...string[]]>> = {
    'an attribute that nobody has': [
      { ...data, people: [{ ...person, attributes: { ...person.attributes, salary: [] } }] },
      'unknown-attribute people',
    ],
    'a table that is not given': [{ people: data.people }, 'unknown-table records'],
    'a figure of no rhythm': [
      {
        ...data,
        people: [
          { ...person, figures: [{ name: 'overtime', rhythm: 'week', period: '1', value: '2' }] },
        ],
      },
      'unknown-rhythm people[0].figures[0].rhythm',
    ],
    'figures of no period': [
      {
        ...data,
        people: [
          {
            ...person,
            figures: ['2026-13', '2026-Q1', '2026-13'].map((period) => ({
              name: 'overtime',
              period,
              value: '2',
            })),
          },
        ],
        groups: [{ of: 'company', figures: [{ name: 'profit', period: 'March', value: '1' }] }],
      },
      'not-a-period-of people[0].figures[0].period',
      'not-a-period-of people[0].figures[1].period',
      'not-a-period-of people[0].figures[2].period',
      'not-a-period-of groups[0].figures[0].period',
    ],
    'a record of an assignment that its person has not': [
      {
        ...data,
        records: { orders: [{ id: '1', on: '2026-03-01', person: 'li', assignment: 'd' }] },
      },
      'unknown-assignment records.orders[0].assignment',
    ],
    'a record of an assignment of somebody without any': [
      {
        ...data,
        records: { orders: [{ id: '1', on: '2026-03-01', person: 'wang', assignment: 'desk' }] },
      },
      'unknown-assignment records.orders[0].assignment',
    ],
  }

  it.each(Object.entries(bad))('is %s', (_, [given, ...expected]) => {
    expect(told(dataProblems(linked, given))).toEqual(expected)
  })

  const strangers: Data = {
    ...data,
    records: {
      orders: [
        { id: '1', on: '2026-03-01', person: 'lee' },
        { id: '2', on: '2026-03-02', person: 'lee', assignment: 'x' },
        { id: '3', on: '2026-03-03', assignment: 'x' },
      ],
    },
  }

  it('leaves records of somebody who is not given, and tells each person once', () => {
    expect(dataProblems(linked, strangers)).toEqual([])
    expect(told(lintData(plain, strangers))).toEqual(['unknown-person records.orders[0].person'])
    expect(lintData(linked, { people: [] })).toEqual([])
  })

  it('says it in both languages', () => {
    const bonus: Component = {
      component: 'bonus',
      pays: 'due',
      eligible: { where: { role: ['seller'] } },
      formula: constant('100.00', 'money:CNY'),
      reads: {},
      mayRead: { gendr: 'the law of 2026' },
    }
    const nobody = { id: 'x', employment: [], attributes: {} }
    const empty = dataProblems(linked, { people: [nobody], records: { order: [] } })
    const problems = [
      ...lintBook(linked).slice(0, 1),
      ...lintBook(link(bookOf(bonus))),
      ...Object.values(bad).flatMap(([given]) => dataProblems(linked, given)),
      ...empty,
      ...lintData(selling, sold),
      ...lintData(plain, strangers),
    ]
    expectGolden(
      'test/pay/golden/lint.txt',
      `${describeProblems(problems)}\n\n${describeProblems(problems, 'zh-CN')}`,
    )
  })
})
