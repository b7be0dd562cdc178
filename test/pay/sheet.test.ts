import { expect, test } from 'vitest'
import {
  attribute,
  book,
  component,
  parseData,
  type Run,
  settle,
  sheet,
} from '../../src/pay/index.js'
import { PolicyError } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { company, runsOf } from './explain-company.js'

const [march, april] = runsOf() as [Run, Run, Run]

test('a sheet has a row a person, a column a component and sums of both', () => {
  const { columns, rows, sum, tags, currency, period } = sheet(company, march, { locale: 'zh-CN' })
  expect([period, currency, tags]).toEqual(['2026-03', 'CNY', ['wage']])
  expect(columns.slice(0, 3)).toEqual([
    { component: 'base', label: '基本工资' },
    { component: 'overtime', label: '加班费' },
    { component: 'commission', label: '销售提成' },
  ])
  expect(rows.map(({ person, total }) => [person, total])).toEqual([
    ['li', '11931.56'],
    ['wang', '7236.07'],
    ['zhao', '8931.47'],
  ])
  expect(rows[0]?.cells).toMatchObject({
    base: '7090.91',
    overtime: '689.66',
    deduction: '-1556.11',
  })
  expect(rows[0]?.tags).toEqual({ wage: '7780.57' })
  expect(sum.cells['pool']).toBe('10000.00')
})

test('corrections of earlier periods stand in the cell of their component', () => {
  const { rows } = sheet(company, april, { locale: 'en' })
  expect(rows[0]?.cells).toMatchObject({ commission: '-130.00', base: '9545.45' })
})

test('posts have rows of their own, beside the person', () => {
  const cny = money('CNY')
  const pay = component(
    'pay',
    { pays: 'due', of: 'assignment', tags: ['wage'], was: ['old'] },
    attribute('pay', cny, 2),
  )
  const meals = component('meals', { pays: 'due', tags: ['extra'] }, attribute('meals', cny, 2))
  const of = book([pay, meals], { currency: 'CNY', retro: 0 })
  const posts = ['b', 'a'].map((id, i) => ({
    id,
    from: '2026-01-01',
    attributes: { pay: [{ from: '2026-01-01', value: `${i + 1}.50` }] },
  }))
  const data = parseData({
    people: [
      {
        id: 'li',
        employment: [{ from: '2026-01-01' }],
        assignments: posts,
        attributes: { meals: [{ from: '2026-01-01', value: '9.00' }] },
      },
    ],
  })
  const run = settle(of, data, { period: '2026-03', before: 'first' })
  const { rows, sum } = sheet(of, run, { locale: 'en' })
  expect(rows).toEqual([
    {
      person: 'li',
      cells: { meals: '9.00' },
      tags: { extra: '9.00', wage: '0.00' },
      total: '9.00',
    },
    {
      person: 'li',
      assignment: 'a',
      cells: { pay: '2.50' },
      tags: { extra: '0.00', wage: '2.50' },
      total: '2.50',
    },
    {
      person: 'li',
      assignment: 'b',
      cells: { pay: '1.50' },
      tags: { extra: '0.00', wage: '1.50' },
      total: '1.50',
    },
  ])
  expect(sum).toEqual({
    cells: { meals: '9.00', pay: '4.00' },
    tags: { extra: '9.00', wage: '4.00' },
    total: '13.00',
  })
  const old = {
    ...run,
    lines: run.lines.map((line) =>
      line.component === 'pay' ? { ...line, component: 'old' } : line,
    ),
  }
  expect(sheet(of, old, { locale: 'en' }).sum).toEqual(sum)
  const strange = { ...run, lines: run.lines.map((line) => ({ ...line, component: 'strange' })) }
  expect(() => sheet(of, strange, { locale: 'en' })).toThrow(PolicyError)
})
