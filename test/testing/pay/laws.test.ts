import { describe, expect, test } from 'vitest'
import {
  add,
  constant,
  type Expression,
  input,
  multiply,
  round,
} from '../../../src/formula/index.js'
import {
  amount,
  attribute,
  type Component,
  component,
  figure,
  matching,
  type PayBook,
  parseBook,
  type Run,
  records,
  service,
  settle,
} from '../../../src/pay/index.js'
import { digestOf } from '../../../src/problem/index.js'
import { decimal } from '../../../src/quantity/index.js'
import { describeReport, type LawName, type LawReport } from '../../../src/testing/index.js'
import { payLawsOf } from '../../../src/testing/pay/laws.js'
import type { Settle } from '../../../src/testing/pay/runs.js'
import { accepted } from '../../pay/accepted.js'
import { bookOf, policy, termsOf, version } from '../../payroll/policies.js'
import {
  base,
  bonus,
  byDepartment,
  commission,
  company,
  companyOf,
  companyWith,
  foreign,
  fund,
  gross,
  ofDepartment,
  pool,
  unit,
  yuan,
} from './company.js'

const check = (law: LawName, book: PayBook, pay: Settle = settle, runs = 6) =>
  payLawsOf(pay)[law]?.(book, { runs, seed: 1 }) as LawReport

/** Settles, and changes the lines of the run. */
const writing =
  (change: (run: Run, given: Parameters<Settle>) => Run['lines']): Settle =>
  (...given) => {
    const { digest: _, ...run } = settle(...given)
    const written = { ...run, lines: change({ ...run, digest: '' }, given) }
    return { ...written, digest: digestOf(written) }
  }
/** Settles, with so much more on each line. */
const paying = (more: (line: Run['lines'][number], given: Parameters<Settle>) => number): Settle =>
  writing(({ lines }, given) =>
    lines.map((line) => ({
      ...line,
      amount: decimal(line.amount).plus(more(line, given)).toFixed(),
    })),
  )

/** A thousand, and a tenth of what is sold. */
const guarantee = component(
  'guarantee',
  { pays: 'due' },
  add(
    yuan('1000.00'),
    round(
      multiply(
        records('orders', 'sum', { value: 'amount', unit, scale: 2, input: 'sales' }),
        constant('0.1'),
      ),
      { places: 2, rounding: 'half-up' },
    ),
  ),
)

/** A pool that is divided by levels. */
const levelled = (...levels: readonly string[]) =>
  bookOf([
    policy('pool', 'pool', {
      funding: { rounding: 'half-up', source: { kind: 'profit-share', rate: '0.10' } },
      division: {
        ties: 'id',
        levels: levels.map((level) => ({
          level,
          weight: level === 'person' ? constant('1', 'count') : input('share', 'count', 2),
        })),
      },
    }),
  ])
const byTeam = levelled('department', 'team', 'person')

/** A cent is lost between two levels: what a group divides is what it pays, and less than it should have. */
const losing: Settle = (...given) => {
  const { digest: _, ...run } = settle(...given)
  const first = run.lines.find(
    ({ component: name, amount: paid }) => name === 'pool' && Number(paid) > 0,
  )
  if (first === undefined) return { ...run, digest: digestOf(run) }
  const less = (value: string) => decimal(value).minus('0.01').toFixed(2)
  const lines = run.lines.map((line) =>
    line === first ? { ...line, amount: less(line.amount) } : line,
  )
  const own = run.divisions.find(
    (each) => each.component === 'pool' && each.earned.period === first.earned.period,
  )
  const divisions = run.divisions.map((each) =>
    each === own ? { ...each, value: less(each.value) } : each,
  )
  const written = { ...run, lines, divisions }
  return { ...written, digest: digestOf(written) }
}

describe('a company keeps its laws', () => {
  test.each([
    'reproducible',
    'anonymous',
    'equal-pay',
    'additive',
    'late-news',
    'budget-balanced',
  ] as const)('%s', (law) => {
    const report = check(law, company)
    expect(report.outcome, describeReport({ holds: false, reports: [report] })).toBe('held')
    expect(report).toMatchObject({ of: 'book', runs: 6 })
  })
})

describe('a book with every kind of source keeps its laws', () => {
  test.each([
    'reproducible',
    'anonymous',
    'equal-pay',
    'additive',
    'late-news',
    'budget-balanced',
  ] as const)('%s', (law) => {
    for (const book of [parseBook(accepted), foreign, byTeam]) {
      const report = check(law, book, settle, 5)
      expect(report?.outcome ?? 'held', JSON.stringify(report)).toBe('held')
    }
  })
})

test('a pool of which a later version divides another fund has no one fund to be held to', () => {
  const funds = ['fund', 'reserve'].map((name) =>
    policy('component', name, termsOf(component(name, { of: 'company' }, figure(name, unit, 2)))),
  )
  const parts = ['fund', 'reserve'].map((name) =>
    termsOf(
      component(
        'share',
        { pays: 'due' },
        amount(name, unit, 2, { among: { group: 'company', as: { share: 'base' } } }),
      ),
    ),
  )
  const versions = [version(parts[0]), version(parts[1], { from: '2026-02-01' })]
  const book = bookOf([
    policy('component', 'base', termsOf(base)),
    ...funds,
    policy('component', 'share', {}, { versions }),
  ])
  expect(check('budget-balanced', book, settle, 3).outcome).toBe('held')
})

type Fault = [law: LawName, what: string, pay: Settle, book?: PayBook]

describe('a broken engine is found out', () => {
  const small = companyOf(2, base, fund, pool)
  const own = new WeakSet<Run>()
  const faults: readonly Fault[] = [
    [
      'reproducible',
      'Data in another order are paid otherwise',
      paying(({ person }, [, { people }]) =>
        people.length > 1 && people[0]?.id === person ? 1 : 0,
      ),
    ],
    [
      'reproducible',
      'What follows a run that was stored pays otherwise',
      // What it knows of a run besides what is stored, is lost.
      (...given) => {
        const { before } = given[2]
        const run = paying(() => (before === 'first' || own.has(before) ? 0 : 1))(...given)
        own.add(run)
        return run
      },
    ],
    [
      'reproducible',
      'Some of the people alone are paid otherwise',
      paying((_, [, { people }]) => people.length),
    ],
    ...[true, false].map(
      (turned): Fault => [
        'reproducible',
        'Data in another order are paid otherwise',
        // Lines are lost, of this order or of the other.
        writing(({ lines }, [, { people }]) =>
          people.length > 1 && (people[0]?.id === 'p1') === turned ? [] : lines,
        ),
      ],
    ),
    ['anonymous', 'Other names are paid otherwise', paying(({ person }) => person.length)],
    [
      'anonymous',
      'Other names are paid otherwise',
      writing(({ lines }) => lines.filter(({ person }) => person !== 'p1')),
    ],
    ['equal-pay', 'Twins are paid differently', paying(({ person }) => person.length)],
    [
      'equal-pay',
      'Twins are paid differently',
      writing(({ lines }) => lines.filter(({ person }) => !person.endsWith('twin'))),
    ],
    [
      'late-news',
      'Told late, another amount is paid in the end',
      writing(({ lines, period }) => lines.filter(({ earned }) => earned.period === period)),
    ],
    [
      'additive',
      'Fewer runs pay otherwise in all',
      writing(({ lines, period }) => lines.filter(({ earned }) => earned.period === period)),
      companyOf(2, base, bonus),
    ],
    [
      'additive',
      'Fewer runs pay otherwise in all',
      // A month without records is forgotten, though a guarantee is paid in each.
      writing(({ lines, period }) =>
        lines.filter(
          ({ earned, parts }) =>
            earned.period === period || parts.some(({ read }) => read['sales'] !== '0'),
        ),
      ),
      companyOf(2, guarantee),
    ],
    [
      'additive',
      'Two runs of a period pay otherwise in all',
      writing(({ lines, number }) => (number === 1 ? lines : [])),
    ],
    [
      'budget-balanced',
      'What is divided is not what is paid',
      paying(({ component }) => (component === 'pool' ? 1 : 0)),
    ],
    [
      'budget-balanced',
      'What is divided is not what is paid',
      losing,
      levelled('department', 'person'),
    ],
  ]
  test.each(faults)('%s: %s', (law, says, pay, book = small) => {
    const report = check(law, book, pay, 40)
    expect(report.outcome).toBe('broken')
    expect(report.broken?.says.en).toBe(says)
    expect(report.broken?.rows.length).toBeGreaterThan(0)
    expect(report.broken?.data?.people.length).toBeGreaterThan(0)
  })
})

describe('twins of two departments', () => {
  const factor = (more: object) =>
    component(
      'bonus',
      { pays: 'due', ...more },
      multiply(
        matching(attribute('department'), { service: yuan('80.00'), sales: yuan('100.00') }),
        constant('1'),
      ),
    )
  test('are paid alike, or the author says why not', () => {
    const report = check('equal-pay', companyOf(1, factor({})), settle, 40)
    expect(report).toMatchObject({
      outcome: 'broken',
      broken: { rows: [{ component: 'bonus', pays: '80', 'a twin is paid': '100' }, {}, {}] },
    })
    const said = factor({ mayRead: { department: 'the agreement of 2024, §3' } })
    expect(check('equal-pay', companyOf(1, said), settle, 40).outcome).toBe('declared')
  })

  test('are told apart by conditions and groups, and by what is made of those', () => {
    for (const book of [
      companyOf(1, commission, gross),
      companyOf(1, base, byDepartment, ofDepartment),
    ])
      expect(check('equal-pay', book, settle, 30).outcome).toBe('held')
  })

  test('are not told apart by what is told of a department, be it an attribute or a figure', () => {
    const reached = (source: Expression) => [
      component('of-all', { of: { by: 'department' } }, source),
      component('own', { pays: 'due' }, source),
      component('by', { eligible: { where: { department: ['service', 'sales'] } } }, yuan('1.00')),
    ]
    for (const source of [attribute('goal', unit, 2), figure('reached', unit, 2)])
      expect(check('equal-pay', companyOf(1, ...reached(source)), settle, 40).outcome).toBe('held')
  })
})

describe('protected attributes', () => {
  const allowanceBy = (more: object) =>
    component('care', { pays: 'due', ...more }, attribute('children', unit, 2))
  test('are read where the component says why alone', () => {
    expect(check('protected-blind', company)).toEqual({
      law: 'protected-blind',
      of: 'book',
      outcome: 'proved',
      runs: 0,
    })
    expect(check('protected-blind', companyOf(0, allowanceBy({})))).toMatchObject({
      outcome: 'broken',
      broken: {
        says: {
          en: '"care" reads "children", which tells the family of a person',
          'zh-CN': '“care”读取“children”，涉及个人的家庭与生育',
        },
        rows: [],
      },
    })
    const said = allowanceBy({ mayRead: { children: 'child allowance, §7' } })
    expect(check('protected-blind', companyOf(0, said)).outcome).toBe('declared')
  })

  test.each<[string, Component]>([
    ['a condition', component('x', { eligible: { where: { gender: ['f'] } } }, yuan('1.00'))],
    ['a group', component('x', { of: { by: 'religion' } }, yuan('1.00'))],
    [
      'members of a group',
      component(
        'x',
        {},
        amount('base', unit, 2, {
          among: { group: 'company', where: { marital: ['single'] }, as: 'sum' },
        }),
      ),
    ],
    ['a day', component('x', {}, service('years', 'date_of_birth'))],
    [
      'what records have in common',
      component('x', { each: { record: 'orders', by: 'race' } }, yuan('1.00')),
    ],
  ])('are found in %s', (_, read) => {
    expect(check('protected-blind', companyWith(0, read)).outcome).toBe('broken')
  })
})
