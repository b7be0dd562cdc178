import { expect, test } from 'vitest'
import { type Line, parseData, type Run, type Withheld } from '../../src/pay/index.js'
import { disclose, statements } from '../../src/payroll/index.js'
import { about, company, data, key, march, people, personOf } from './disclosure-company.js'

/** A run with everything that a line may say, and what is withheld of a post and of the company. */
const [first, ...rest] = march.lines as readonly [Line, ...Line[]]
const withheld = (component: string, owner: Withheld['owner']): Withheld => ({
  component,
  owner,
  earned: { rhythm: 'month', period: '2026-02' },
  problems: [],
})
const full: Run = {
  ...march,
  lines: [
    ...rest.toReversed(),
    {
      ...first,
      assignment: 'shop',
      changedVersion: true,
      why: 'Brought along',
      parts: first.parts.map((part) => ({
        ...part,
        record: 'r1',
        version: '2025-01-01',
        why: 'As agreed',
      })),
    },
  ],
  withheld: [
    withheld('base', { person: 'li', assignment: 'shop' }),
    withheld('pool', { person: 'li' }),
    withheld('fund', {}),
  ],
}
const viewOf = (audience: string, person = 'li') =>
  disclose(company, data, full, { key, about, person, audience })

test('a line says everything that it has, class by class', () => {
  const { lines, head } = viewOf('auditor')
  expect(lines[0]?.shown).toEqual({
    what: {
      component: 'base',
      assignment: 'shop',
      earned: { rhythm: 'month', period: '2026-03' },
      label: { en: 'Base pay', 'zh-CN': '基本工资' },
      clause: '§2',
      tags: ['wage'],
    },
    amount: '3000.00',
    settlement: { entitled: '3000.00', settled: '0.00', changedVersion: true },
    // By a version that the book has not, nobody can tell whose values it read.
    working: [
      {
        from: '2026-03-01',
        to: '2026-03-31',
        record: 'r1',
        version: '2025-01-01',
        read: {},
        amount: '3000.00',
      },
    ],
    others: [{ salary: '3000.00', part: '31', whole: '31' }],
    why: { line: 'Brought along', parts: ['As agreed'] },
    proof: first.fingerprint,
  })
  expect(head.shown.withheld).toEqual([
    {
      component: 'base',
      assignment: 'shop',
      earned: { rhythm: 'month', period: '2026-02' },
      label: { en: 'Base pay', 'zh-CN': '基本工资' },
    },
    {
      component: 'pool',
      earned: { rhythm: 'month', period: '2026-02' },
      label: { en: 'Profit share', 'zh-CN': '利润分享' },
    },
  ])
  expect(head.shown.about).toEqual({ department: 'sales' })
})

test('lines are in the order of the book, in whatever order the run has them', () => {
  const order = (run: Run) =>
    disclose(company, data, run, { key, person: 'li', audience: 'manager' }).lines.map(
      ({ shown }) => shown.what?.component,
    )
  expect(order(full)).toEqual(order(march))
  const february = { ...first, earned: { rhythm: 'month', period: '2026-02' } }
  const { lines } = disclose(
    company,
    data,
    { ...full, lines: [first, february] },
    {
      ...{ key, person: 'li', audience: 'manager' },
    },
  )
  expect(lines.map(({ shown }) => shown.what?.earned.period)).toEqual(['2026-02', '2026-03'])
})

test('who left before the period, and has nothing in it, has no statement', () => {
  const left = {
    ...personOf('gone', people.li),
    employment: [{ from: '2020-01-01', to: '2026-02-28' }],
  }
  const told = parseData({ ...data, people: [...data.people, left] })
  expect(statements(company, told, march).map(({ person }) => person)).toEqual([
    'li',
    'wang',
    'zhao',
  ])
  const late = { ...march, lines: [...march.lines, { ...first, person: 'gone' }] }
  expect(statements(company, told, late, { about }).map(({ about: of }) => of)).toContainEqual({
    department: 'sales',
  })
  const unknown = { ...march, lines: [{ ...first, person: 'nobody' }] }
  expect(statements(company, data, unknown, { about })[1]).toMatchObject({
    person: 'nobody',
    about: {},
    total: '3000.00',
  })
})
