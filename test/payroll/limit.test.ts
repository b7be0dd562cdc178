import { describe, expect, test } from 'vitest'
import { attribute, book, component, settle } from '../../src/pay/index.js'
import { limitStatus, refuseBreaches } from '../../src/payroll/index.js'
import { PolicyError, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { april, company, data, dataOf, march, people, wei } from './company.js'
import { parseLimits } from './policies.js'

const all = { id: 'all', most: '25000', breach: 'report' } as const
const statusOf = (limits: unknown, runs = [march], from = data) =>
  limitStatus(company, from, runs, parseLimits(limits))

describe('a limit', () => {
  test('bounds all lines that a period pays', () => {
    expect(statusOf([{ ...all, label: 'Budget', clause: '§9' }])).toEqual([
      {
        limit: 'all',
        label: 'Budget',
        clause: '§9',
        breach: 'report',
        sum: '25850.00',
        most: '25000.00',
        left: '-850.00',
        breached: true,
      },
    ])
  })

  test('is kept by what is just as much', () => {
    expect(statusOf([{ ...all, most: '25850' }])[0]).toMatchObject({
      left: '0.00',
      breached: false,
    })
    expect(statusOf([{ ...all, most: '25849.99' }])[0]).toMatchObject({
      left: '-0.01',
      breached: true,
    })
  })

  test.each([
    [{ of: { components: ['commission'] } }, '100.00'],
    [{ of: { tags: ['wage'] } }, '25700.00'],
    [{ of: { components: ['post', 'commission'], tags: ['variable'] } }, '150.00'],
    [{ where: { department: ['sales'] } }, '10650.00'],
    [{ where: { department: ['sales', 'service'], centre: ['4200'] } }, '4700.00'],
    [{ where: { department: ['sales'], centre: ['4200'] }, of: { tags: ['wage'] } }, '1500.00'],
    [{ where: { team: ['silver'] } }, '0.00'],
  ])('%j counts what it says', (change, sum) => {
    expect(statusOf([{ ...all, ...change }]).map((each) => each.sum)).toEqual([sum])
  })

  test('by an attribute bounds each group that is paid', () => {
    const statuses = statusOf([
      { ...all, most: '12000', by: 'department', where: { centre: ['4100'] } },
    ])
    expect(statuses.map(({ group, sum, breached }) => [group, sum, breached])).toEqual([
      ['sales', '9150.00', false],
      ['service', '12000.00', false],
    ])
  })

  test('counts all runs of its period', () => {
    const later = dataOf({
      people: people.map((each) => (each.id === 'wei' ? wei('300.00') : each)),
    })
    const further = settle(company, later, { period: '2026-03', before: march })
    expect(statusOf([all], [further, march], later)[0]?.sum).toBe('26150.00')
    expect(statusOf([all], [], later)[0]?.sum).toBe('0.00')
  })

  test('knows a component by the name that it had', () => {
    const pay = component(
      'pay',
      { pays: 'due', was: ['base'] },
      attribute('salary', money('CNY'), 2),
    )
    const renamed = book([pay], { currency: 'CNY', retro: 0 })
    const run = { ...march, lines: march.lines.filter((line) => line.component === 'base') }
    const limits = parseLimits([{ ...all, of: { components: ['base'] } }])
    expect(limitStatus(renamed, data, [run], limits)[0]?.sum).toBe('25700.00')
  })

  test('that refuses is told by group', () => {
    const limits = [
      { ...all, breach: 'refuse' },
      { ...all, id: 'dept', most: '12000', breach: 'refuse', by: 'department' },
      { ...all, id: 'kept', most: '90000', breach: 'refuse' },
      { ...all, id: 'told' },
    ]
    expect(problemsOf(() => refuseBreaches(statusOf(limits)))).toMatchObject([
      {
        code: 'beyond-limit',
        path: 'limits.all',
        message: {
          en: '25850.00 is paid, more than the 25000.00 that "all" allows',
          'zh-CN': '发放 25850.00，超过“all”的上限 25000.00',
        },
      },
      {
        path: 'limits.dept',
        message: {
          en: '15200.00 is paid for "service", more than the 12000.00 that "dept" allows',
          'zh-CN': '“service”发放 15200.00，超过“dept”的上限 12000.00',
        },
      },
    ])
    expect(() => refuseBreaches(statusOf([all]))).not.toThrow(PolicyError)
  })
})

describe('limits refuse', () => {
  const told = (task: () => unknown) => problemsOf(task).map(({ code, path }) => [code, path])

  test.each([
    [[all, all], 'repeated-id', '[1].id'],
    [[{ ...all, most: '-1' }], 'not-a-non-negative-decimal', '[0].most'],
    [[{ ...all, breach: 'stop' }], 'not-offered', '[0].breach'],
    [[{ ...all, of: {} }], 'one-of', '[0].of'],
    [[{ ...all, of: { tags: [] } }], 'too-small', '[0].of.tags'],
    [[{ ...all, where: { department: [] } }], 'too-small', '[0].where.department'],
    [[{ ...all, bye: 'department' }], 'unknown-key', '[0].bye'],
  ])('a wrong shape %#', (limits, code, path) => {
    expect(told(() => parseLimits(limits))).toEqual([[code, path]])
  })

  test('components and tags that the book does not have, with the nearest', () => {
    const of = { components: ['base', 'comission'], tags: ['wages'] }
    expect(problemsOf(() => statusOf([{ ...all, of }]))).toMatchObject([
      { path: 'limits[0].of.components[1]', hint: { en: 'Perhaps "commission" was meant' } },
      { path: 'limits[0].of.tags[0]', hint: { en: 'Perhaps "wage" was meant' } },
    ])
  })

  test('attributes that nobody has', () => {
    expect(told(() => statusOf([{ ...all, by: 'departmen' }]))).toEqual([
      ['nobody-has', 'limits[0].by'],
    ])
    expect(told(() => statusOf([all, { ...all, id: 'x', where: { x: ['y'] } }]))).toEqual([
      ['nobody-has', 'limits[1].where.x'],
    ])
  })

  test('runs of several periods', () => {
    expect(told(() => statusOf([all], [march, april]))).toEqual([
      ['other-period', 'runs[1].period'],
    ])
  })
})
