import { describe, expect, test } from 'vitest'
import {
  parseData as parsePayData,
  book as payBook,
  component as payComponent,
  records as payRecords,
  settle as settlePay,
} from '../../src/pay/index.js'
import * as payroll from '../../src/payroll/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { type RunData, rerunCompensation, runCompensation } from '../../src/run/index.js'
import { checkPolicy } from '../../src/testing/index.js'
import { found } from '../found.js'
import { ann, li, linesOf, month, people, request, unpaidOf } from '../run/company.js'

describe('spans: what a feed delivers beyond what is read', () => {
  const feed = (more: object) =>
    people.map((each) => ({ ...each, figures: { ...each.figures, ...more } }))
  const toldOf = (run: ReturnType<typeof month>) =>
    run.unread.map(({ person, problems }) => [person, problems.map(({ path }) => path)])

  test.each([
    ['one KPI for everybody', { tickets_closed: '12' }, 4],
    ['several', { tickets_closed: '12', calls: '7' }, 4],
    ['a KPI of one department', { first_response: '80' }, 2],
    ['one without a measurement', { tickets_closed: null }, 4],
  ])('stumble 6: %s pays everybody, and is told', (_, more, count) => {
    const run = month({ people: feed(more) })
    expect(unpaidOf(run)).toEqual({})
    expect(toldOf(run)).toHaveLength(count)
    expect(linesOf(run, 'ann')).toEqual(linesOf(month(), 'ann'))
    const [book, data] = request({ people: feed(more) })
    expect(rerunCompensation(run, book, data)).toEqual(run)
  })

  test('stumble 6: a figure that is needed and misspelt is told with the likely one', () => {
    const { satisfaction: _, ...figures } = li.figures
    const misspelt = { ...li, figures: { ...figures, satisfacton: '0.9', tickets_closed: '3' } }
    const run = month({ people: [ann, misspelt], events: [] })
    expect(describeProblems(run.unpaid[0]?.problems ?? []).split('\n')[0]).toBe(
      'figures.2026-06.satisfacton: no policy of the department reads "satisfacton". Perhaps "satisfaction" was meant.',
    )
    expect(toldOf(run)).toEqual([])
  })

  test('a hint lists each name once', () => {
    // The scorecard and the gate both read satisfaction.
    const run = month({ people: [{ ...li, figures: { ...li.figures, zzz: '1' } }], events: [] })
    const [problem] = run.unread.flatMap(({ problems }) => problems)
    expect(problem?.hint.en).toBe('Use one of: first_response, satisfaction, resolution')
    expect(problem?.hint['zh-CN']).toBe('可选：first_response、satisfaction、resolution')
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
      const [book, data, period] = request()
      const given = { ...data, before } as unknown as RunData
      expect(found(() => runCompensation(book, given, period))).toEqual([['not-a-run', 'before']])
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
