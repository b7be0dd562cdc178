import { describe, expect, it } from 'vitest'
import { add, constant } from '../../src/formula/index.js'
import type { Component, Version, Where } from '../../src/pay/component.js'
import type { AttributeValue, Person } from '../../src/pay/data.js'
import { link } from '../../src/pay/link.js'
import { needed } from '../../src/pay/needed.js'
import { problemsOf } from '../../src/problem/index.js'
import { accepted } from './accepted.js'
import { bonus, bookOf, dataOf } from './needed-fixtures.js'

const march = { person: 'li', period: '2026-03' }

describe('what a run needs of a person', () => {
  const all = needed(link(accepted), dataOf({}), march)

  it('is each attribute once, with its readers, its unit and whether it may be missing', () => {
    expect(all.attributes.find(({ name }) => name === 'salary')).toEqual({
      name: 'salary',
      of: 'person',
      unit: 'money:CNY',
      scale: 2,
      readers: ['base', 'rate'],
      mayBeMissing: false,
    })
    expect(all.attributes.find(({ name }) => name === 'hourly')?.mayBeMissing).toBe(true)
    expect(all.attributes.find(({ name }) => name === 'role')).toEqual({
      name: 'role',
      of: 'person',
      readers: ['commission', 'leader'],
      mayBeMissing: false,
    })
    expect(all.attributes.find(({ name }) => name === 'allowance')?.of).toBe('assignment')
    // A member of the record may be the date.
    expect(all.attributes.find(({ name }) => name === 'opened')?.mayBeMissing).toBe(true)
  })

  it('is the figures, by their own period, and those of the groups that are read', () => {
    expect(
      all.figures.map(({ name, of, period, mayBeMissing }) => [name, of, period, mayBeMissing]),
    ).toEqual([
      ['overtime', 'person', '2026-03', true],
      ['target', 'person', '2026-Q1', true],
      ['profit', 'company', '2026-03', false],
      ['target', 'person', '2026-03', false],
    ])
  })

  it('is the tables, with the members that are named', () => {
    const [orders, ...rest] = all.records
    expect(rest).toEqual([])
    expect(orders?.table).toBe('orders')
    expect(orders?.readers).toEqual(['commission', 'orders', 'deal', 'place', 'released'])
    expect(orders?.members).toContainEqual({
      name: 'net',
      of: 'person',
      unit: 'money:CNY',
      scale: 2,
      readers: ['commission', 'orders', 'deal'],
      mayBeMissing: false,
    })
    expect(orders?.members.find(({ name }) => name === 'region')?.mayBeMissing).toBe(true)
    expect(orders?.members.find(({ name }) => name === 'buyer')).toEqual({
      name: 'buyer',
      of: 'person',
      readers: ['orders'],
      mayBeMissing: true,
    })
  })

  it('leaves out components that no version holds for, and takes stretches of any', () => {
    const from = (day: string, each?: 'stretch'): Version => ({
      from: day,
      value: { ...bonus, component: 'late', ...(each !== undefined && { each }) },
    })
    const figuresOf = (version: Version) =>
      needed(link(bookOf({ late: [version] })), dataOf({}), march).figures.length
    expect(figuresOf(from('2026-03-01'))).toBe(1)
    expect(figuresOf(from('2026-04-01'))).toBe(0)
    expect(figuresOf(from('2026-03-02', 'stretch'))).toBe(1)
    expect(figuresOf({ ...from('2020-01-01', 'stretch'), to: '2026-02-28' })).toBe(0)
    expect(figuresOf({ to: '2026-03-01', value: from('', 'stretch').value })).toBe(1)
  })

  it('is nothing of somebody who is not employed in the period', () => {
    const book = link(bookOf({ bonus: [{ value: bonus }] }))
    const figuresOf = (employment: Person['employment']) =>
      needed(book, dataOf({ employment }), march).figures.length
    expect(figuresOf([])).toBe(0)
    expect(figuresOf([{ from: '2026-04-01' }])).toBe(0)
    expect(figuresOf([{ from: '2020-01-01', to: '2026-02-28' }])).toBe(0)
    expect(figuresOf([{ from: '2020-01-01', to: '2026-03-01' }])).toBe(1)
    expect(figuresOf([{ from: '2020-01-01', void: true }])).toBe(0)
  })

  it('may be missing only where every reader does without it, whatever their rhythms', () => {
    const goal: Component = {
      ...bonus,
      component: 'goal',
      reads: { goal: { from: 'attribute', name: 'goal', missing: '0' } },
    }
    const quarterly: Component = { ...goal, component: 'quarterly', period: 'quarter' }
    const strict: Component = {
      ...goal,
      component: 'strict',
      reads: { goal: { from: 'attribute', name: 'goal' } },
    }
    const attributesOf = (...components: readonly Component[]) => {
      const versions = components.map((value) => [value.component, [{ value }]] as const)
      return needed(link(bookOf(Object.fromEntries(versions))), dataOf({}), march).attributes
    }
    expect(attributesOf(goal, quarterly)).toMatchObject([
      { readers: ['goal', 'quarterly'], mayBeMissing: true },
    ])
    expect(attributesOf(goal, strict)).toMatchObject([
      { readers: ['goal', 'strict'], mayBeMissing: false },
    ])
  })

  it('asks no group for what nobody of it reads', () => {
    const pool: Component = { ...bonus, component: 'pool', of: 'company' }
    const { pays: _, ...unpaid } = pool
    const other: Component = {
      component: 'other',
      formula: add(constant('1', 'count')),
      reads: {},
    }
    const book = link(bookOf({ pool: [{ value: unpaid }], other: [{ value: other }] }))
    expect(needed(book, dataOf({}), march)).toEqual({ attributes: [], figures: [], records: [] })
  })

  const value = (from: string, text: string, more: Partial<AttributeValue> = {}) => ({
    from,
    value: text,
    ...more,
  })
  const seller: Where = { role: ['seller'] }
  const senior: Where = { level: { atLeast: '3' } }
  const held: readonly (readonly [string, Where, Partial<Person>, boolean])[] = [
    ['nothing is known of it', seller, {}, true],
    ['it holds all along', seller, { attributes: { role: [value('2020-01-01', 'seller')] } }, true],
    ['it never holds', seller, { attributes: { role: [value('2020-01-01', 'clerk')] } }, false],
    [
      'it holds from some day of the period on',
      seller,
      { attributes: { role: [value('2020-01-01', 'clerk'), value('2026-03-31', 'seller')] } },
      true,
    ],
    [
      'it holds after the period alone',
      seller,
      { attributes: { role: [value('2020-01-01', 'clerk'), value('2026-04-01', 'seller')] } },
      false,
    ],
    [
      'it held before the period alone, in whatever order it is listed',
      seller,
      { attributes: { role: [value('2026-02-01', 'clerk'), value('2020-01-01', 'seller')] } },
      false,
    ],
    [
      'it held before the period alone',
      seller,
      { attributes: { role: [value('2020-01-01', 'seller'), value('2026-02-01', 'clerk')] } },
      false,
    ],
    [
      'one of two records of it holds',
      seller,
      {
        attributes: {
          role: [
            value('2020-01-01', 'clerk'),
            value('2020-01-01', 'seller', { recorded: '2026-01-01' }),
          ],
        },
      },
      true,
    ],
    [
      'no value is known of the first days',
      seller,
      { attributes: { role: [value('2026-03-05', 'clerk')] } },
      true,
    ],
    [
      'what took it away leaves what was before',
      seller,
      {
        attributes: {
          role: [value('2020-01-01', 'clerk'), value('2026-03-05', 'seller', { void: true })],
        },
      },
      false,
    ],
    [
      'an assignment may say otherwise',
      seller,
      {
        attributes: { role: [value('2020-01-01', 'clerk')] },
        assignments: [
          { id: 'a', from: '2020-01-01', attributes: { role: [value('2020-01-01', 'seller')] } },
        ],
      },
      true,
    ],
    [
      'an assignment says nothing of it',
      seller,
      {
        attributes: { role: [value('2020-01-01', 'clerk')] },
        assignments: [{ id: 'a', from: '2020-01-01', attributes: {} }],
      },
      false,
    ],
    ['it is within bounds', senior, { attributes: { level: [value('2020-01-01', '3')] } }, true],
    [
      'it is not within bounds',
      senior,
      { attributes: { level: [value('2020-01-01', '2')] } },
      false,
    ],
  ]

  it.each(held)('decides by eligibility where %s', (_, where, person, expected) => {
    const book = link(bookOf({ bonus: [{ value: { ...bonus, eligible: { where } } }] }))
    expect(needed(book, dataOf(person), march).figures.length > 0).toBe(expected)
  })

  it('refuses somebody who is not given, and a period that is none, with what is near', () => {
    const book = link(accepted)
    const [nobody] = problemsOf(() => needed(book, dataOf({}), { ...march, person: 'il' }))
    expect(nobody).toMatchObject({ code: 'unknown-person', path: 'person' })
    expect(nobody?.hint.en).toBe('Use one of: li')
    const [never] = problemsOf(() => needed(book, dataOf({}), { ...march, period: '2026-Q1' }))
    expect(never).toMatchObject({ code: 'not-a-period-of', path: 'period' })
  })
})
