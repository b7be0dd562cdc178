import { describe, expect, test } from 'vitest'
import { settle } from '../../src/pay/index.js'
import { statementOf, statements } from '../../src/payroll/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { april, company, data, dataOf, march, people } from './company.js'

describe('the statements of a run', () => {
  const all = statements(company, data, march, { about: ['department'] })

  test('are of everybody who is employed in the period', () => {
    expect(all.map((each) => each.person)).toEqual(['li', 'lo', 'lu', 'mei', 'wang', 'wei', 'wu'])
    expect(statements(company, data, april).map((each) => each.person)).toContain('sun')
  })

  test('are of whoever has a line or something withheld, employed or not', () => {
    const ended = people
      .filter(({ id }) => id !== 'sun')
      .map((each) => ({ ...each, employment: [{ from: '2025-01-01', to: '2026-03-31' }] }))
    const late = dataOf({ people: ended })
    const run = {
      ...april,
      lines: april.lines.filter((line) => line.person === 'li'),
      withheld: [],
    }
    const [own, ...others] = statements(company, late, run, { about: ['department'] })
    expect(others).toEqual([])
    expect([own?.person, own?.about, own?.total]).toEqual([
      'li',
      { department: 'sales' },
      '3050.00',
    ])
    const unpaid = { ...run, lines: [], withheld: march.withheld }
    expect(statements(company, late, unpaid).map((each) => each.person)).toEqual(['wei'])
  })

  test('show lines by label and clause, their sums by tag and in all, and what is withheld', () => {
    const [li, lo] = all
    expect(li).toMatchObject({
      name: 'Li Na',
      period: '2026-03',
      number: 1,
      asOf: '2026-03-31',
      currency: 'CNY',
      about: { department: 'sales' },
      subtotals: { variable: '100.00', wage: '3000.00' },
      total: '3100.00',
    })
    expect(li?.lines.map(({ label, clause, tags }) => [label, clause, tags])).toEqual([
      [{ en: 'Base pay', 'zh-CN': '基本工资' }, '§2', ['wage']],
      [{ en: 'Commission', 'zh-CN': '提成' }, '§5', ['variable']],
    ])
    expect(lo?.lines.at(-1)).toMatchObject({ label: 'post', assignment: 'night', tags: [] })
    expect(lo?.lines.at(-1)).not.toHaveProperty('clause')
    expect(
      all.find((each) => each.person === 'wei')?.withheld.map((each) => each.component),
    ).toEqual(['bonus'])
  })

  test('leave out a division that belongs to nobody', () => {
    const owned = { ...march.withheld[0], owner: { by: 'department', value: 'sales' } } as never
    const run = { ...march, withheld: [owned] }
    expect(statements(company, data, run).flatMap(({ withheld }) => withheld)).toEqual([])
  })

  test('name the attributes of the last day employed', () => {
    expect(statementOf(company, data, march, 'mei', { about: ['department'] }).about).toEqual({
      department: 'service',
    })
    expect(statementOf(company, data, march, 'mei', { about: ['team'] }).about).toEqual({})
  })
})

describe('the statement of one person', () => {
  test('is the one among all', () => {
    for (const each of statements(company, data, march))
      expect(statementOf(company, data, march, each.person)).toEqual(each)
  })

  test('of who is paid nothing has no line', () => {
    const { lines, total } = statementOf(company, data, march, 'gone')
    expect([lines, total]).toEqual([[], '0.00'])
  })

  test('of somebody whom the run alone knows is that of the run', () => {
    const few = dataOf({ people: people.slice(1), orders: [] })
    const own = statementOf(company, few, march, 'li', { about: ['department'] })
    expect([own.about, own.total]).toEqual([{}, '3100.00'])
  })

  test('of nobody is refused', () => {
    expect(problemsOf(() => statementOf(company, data, march, 'wangg'))).toMatchObject([
      { code: 'unknown-person', path: 'person', hint: { en: 'Perhaps "wang" was meant' } },
    ])
  })
})

describe('a run that is not of the book', () => {
  const told = (change: object) =>
    problemsOf(() => statements(company, data, { ...march, ...change } as never)).map(
      ({ code, path }) => [code, path],
    )
  const earned = (change: object) => ({
    lines: march.lines.map((line) => ({ ...line, earned: { ...line.earned, ...change } })),
  })

  test.each([
    [{ currency: 'USD' }, 'other-currency', 'run.currency'],
    [{ rhythm: 'quarter' }, 'other-kind', 'run.period'],
    [{ period: '2026-Q1' }, 'other-kind', 'run.period'],
    [{ period: 'March' }, 'other-kind', 'run.period'],
    [earned({ rhythm: 'quarter' }), 'unknown-rhythm', 'run.lines'],
    [earned({ period: '2026-13' }), 'not-a-period-of', 'run.lines'],
  ])('is refused: %#', (change, code, path) => {
    expect(told(change)).toEqual([[code, path]])
  })

  test('names each component that the book lacks once', () => {
    const lines = march.lines.map((line) => ({ ...line, component: 'other' }))
    expect(told({ lines })).toEqual([['not-in-book', 'run.lines']])
  })

  test('attributes that nobody has are told', () => {
    const problems = problemsOf(() => statements(company, data, march, { about: ['departement'] }))
    expect(problems).toMatchObject([
      {
        code: 'nobody-has',
        path: 'about[0]',
        message: {
          en: 'nobody has the attribute "departement"',
          'zh-CN': '没有人具有属性“departement”',
        },
        hint: { en: 'Perhaps "department" was meant' },
      },
    ])
    const empty = dataOf({ people: [], orders: [] })
    const run = settle(company, empty, { period: '2026-03', before: 'first' })
    expect(statements(company, empty, run, { about: ['departement'] })).toEqual([])
  })
})
