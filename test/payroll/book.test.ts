import { describe, expect, test } from 'vitest'
import { constant, input, named } from '../../src/formula/index.js'
import {
  attribute,
  component as componentOf,
  figure,
  type Run,
  settle,
} from '../../src/pay/index.js'
import {
  parseBook,
  parseRunData,
  policyBookJsonSchema,
  run,
  vocabulary,
} from '../../src/payroll/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { bookJson, bookOf, component, policy, termsOf, version } from './policies.js'

const yuan = money('CNY')
const salary = attribute('salary', yuan, 2)
const base = component('base', { pays: 'due' }, salary)
const told = (policies: readonly unknown[], more: object = {}) =>
  describeProblems(
    problemsOf(() => bookOf(policies, { ...more })),
    'en',
  ).split('\n')

describe('a book of policies', () => {
  test('is the book of the components that they write', () => {
    const meals = component('meals', { pays: 'due' }, constant('300', yuan))
    const of = bookOf([base, meals])
    expect([...of.components.keys()].sort()).toEqual(['base', 'meals'])
    expect(of.policy.id).toBe('book')
    expect(of.labels).toEqual({})
    expect(of.crediting).toEqual({})
    expect(Object.isFrozen(of.policy.policies[0])).toBe(true)
  })

  test('keeps the days, the reasons and the hands of each version', () => {
    const terms = termsOf(componentOf('base', { pays: 'due' }, salary))
    const hands = { writtenBy: 'Chen', approvedBy: 'Zhou' }
    const of = bookOf([
      policy('component', 'base', terms, {
        versions: [
          version(terms),
          version(terms, { from: '2026-04-01', to: '2026-06-30', ...hands }),
        ],
      }),
    ])
    expect(of.definition.components['base']).toMatchObject([
      { from: '2026-01-01', to: '2026-03-31', reason: 'Handbook of 2026' },
      { from: '2026-04-01', to: '2026-06-30', ...hands },
    ])
  })

  test.each([
    ['who wrote a version', { writtenBy: 'Chen' }],
    ['who approved it', { approvedBy: 'Zhou' }],
    ['the reason for it', { reason: 'Board of May' }],
    ['its days', { to: '2027-12-31' }],
  ])('has %s in its digest', (_, more) => {
    const terms = termsOf(componentOf('base', { pays: 'due' }, salary))
    const other = policy('component', 'base', terms, { versions: [version(terms, more)] })
    expect(bookOf([other]).digest).not.toBe(bookOf([base]).digest)
  })

  test('gives tags and open periods to what pays alone, and whom it is for to all', () => {
    const eligible = { where: { department: ['service'] } }
    const pays = termsOf(componentOf('bonus', { pays: 'due', tags: ['gross'] }, salary))
    const own = termsOf(componentOf('score', {}, figure('score', 'points', 0)))
    const of = bookOf([
      policy('component', 'bonus', pays, {
        tags: ['taxed', 'gross'],
        retro: 5,
        versions: [version(pays, { eligible })],
      }),
      policy('component', 'score', own, { tags: ['none'], retro: 5 }),
    ])
    const value = (name: string) => of.definition.components[name]?.[0]?.value
    expect(value('bonus')).toMatchObject({ tags: ['gross', 'taxed'], retro: 5, eligible })
    expect(value('score')).not.toHaveProperty('tags')
    expect(value('score')).not.toHaveProperty('retro')
  })

  test('has rhythms, ways to count days, and what becomes of unread figures', () => {
    const of = bookOf([base], {
      rhythms: { month: { kind: 'month' }, quarter: { kind: 'quarter' } },
      basis: { days: { basis: 'calendar-days' } },
      unreadFigures: 'refuse',
      labels: { department: { service: { en: 'Service', 'zh-CN': '客服部' } } },
    })
    expect(Object.keys(of.definition.rhythms ?? {})).toEqual(['month', 'quarter'])
    expect(of.definition.unreadFigures).toBe('refuse')
    expect(of.labels['department']?.['service']).toEqual({ en: 'Service', 'zh-CN': '客服部' })
  })

  test('tells words the first way to count days', () => {
    const basis = { worked: { basis: 'fixed-30', count: 'days-absent' } }
    const seen: unknown[] = []
    const own = {
      spy: (_: unknown, about: unknown) => {
        seen.push(about)
        return [componentOf('base', { pays: 'due' }, salary)]
      },
    }
    const eligible = { after: 'lost' as const }
    const policies = [policy('spy', 'base', {}, { versions: [version({}, { eligible })] })]
    bookOf(policies, { basis }, { vocabulary: own })
    bookOf([policy('spy', 'base', {})], {}, { vocabulary: own })
    expect(seen).toEqual([
      { id: 'base', currency: 'CNY', eligible, basis: 'worked' },
      { id: 'base', currency: 'CNY' },
    ])
  })

  test('takes words of a company beside those of the library', () => {
    const tip = (terms: unknown, { id, currency }: { id: string; currency: 'CNY' }) => [
      componentOf(
        id,
        { pays: 'due' },
        constant((terms as { amount: string }).amount, money(currency)),
      ),
    ]
    const json = bookJson([base, policy('tip', 'tip', { amount: '8.00' })])
    const of = parseBook(json, { vocabulary: { ...vocabulary, tip } as typeof vocabulary })
    expect([...of.components.keys()].sort()).toEqual(['base', 'tip'])
  })

  test('is a book of pay: it settles', () => {
    const of = bookOf([base])
    const people = [
      {
        id: 'li',
        employment: [{ from: '2026-01-01' }],
        attributes: { salary: [{ from: '2026-01-01', value: '8000.00' }] },
      },
    ]
    const made = settle(of, parseRunData(of, { people }).data, {
      period: '2026-01',
      before: 'first',
    })
    expect(made.lines.map(({ amount }) => amount)).toEqual(['8000.00'])
    expect(made.book).toBe(of.digest)
  })

  test('brings its limits and audiences along, and is held to them', () => {
    const limits = [{ id: 'month', most: '100.00', breach: 'refuse' }]
    const union = { head: [], lines: [{ of: { tags: ['gross'] }, shows: ['amount'] }] }
    const json = bookJson([{ ...base, tags: ['gross'] }], { limits, audiences: { union } })
    const of = parseBook(json)
    expect(of.limits).toEqual(limits)
    expect(of.audiences).toEqual({ union })
    const people = ['60.00', '50.00'].map((value, i) => ({
      id: `p${i}`,
      employment: [{ from: '2026-01-01' }],
      attributes: { salary: [{ from: '2026-01-01', value }] },
    }))
    const paid = (ids: readonly string[], earlier: readonly Run[] = []) => {
      const { data } = parseRunData(of, { people })
      const before = earlier.at(-1) ?? 'first'
      return run(of, data, { period: '2026-01', before, only: ids, earlier })
    }
    const first = paid(['p0'])
    expect(first.lines.map(({ amount }) => amount)).toEqual(['60.00'])
    expect(problemsOf(() => paid(['p0', 'p1']))[0]?.path).toBe('limits.month')
    expect(problemsOf(() => paid(['p1'], [first]))[0]?.path).toBe('limits.month')
    const { data } = parseRunData(of, { people })
    const alone = (before: Run, earlier?: readonly Run[]) =>
      problemsOf(() => run(of, data, { period: '2026-01', before, only: ['p1'], earlier }))
    expect(alone(first)[0]?.path).toBe('limits.month')
    const second = run(of, data, { period: '2026-01', before: first, only: ['p0'] })
    expect(describeProblems(alone(second), 'en')).toBe(
      'earlier: run 3 of 2026-01 counts against limits together with those before it, and not all of them are given. Give the runs of the period in "earlier".',
    )
    expect(describeProblems(alone(second), 'zh-CN')).toContain('2026-01 的第 3 次结算')
    expect(alone(second, [first])[0]?.path).toBe('limits.month')
  })

  test('refuses limits and audiences of what it has not', () => {
    const limits = [{ id: 'month', most: '1', breach: 'report', of: { tags: ['gros'] } }]
    const audiences = { union: { head: [], lines: [{ of: { components: ['bace'] }, shows: [] }] } }
    expect(told([base], { limits, audiences }).map((line) => line.split(':')[0])).toEqual([
      'limits[0].of.tags[0]',
      'audiences.union.lines[0].of.components[0]',
    ])
  })

  test('has a JSON Schema', () => {
    expect(policyBookJsonSchema()['required']).toContain('policies')
  })
})

describe('a bad book of policies', () => {
  test('names kinds that there are not, and the nearest', () => {
    expect(told([policy('componnt', 'x', {}), policy('plot', 'y', {})])).toEqual([
      'policies[0].kind: no kind of policy is called "componnt". Perhaps "component" was meant.',
      expect.stringMatching(/^policies\[1\]\.kind: no kind of policy is called "plot"\./),
    ])
  })

  test.each(['toString', 'hasOwnProperty', 'valueOf'])(
    'finds no word in what every object has: %s',
    (kind) => {
      expect(told([policy(kind, 'x', {})])[0]).toContain(
        kind === 'constructor' ? 'kind' : 'no kind of policy',
      )
    },
  )

  test('tells the problems of all terms, each where it stands', () => {
    expect(
      told([
        policy('component', 'a', { formula: { op: 'input' }, reads: {} }),
        policy('adjustments', 'b', { tabel: 'x' }),
      ]).map((line) => line.split(':')[0]),
    ).toEqual([
      'policies[0].versions[0].terms.formula.name',
      'policies[0].versions[0].terms.formula.unit',
      'policies[0].versions[0].terms.formula.scale',
      'policies[1].versions[0].terms.tabel',
    ])
  })

  test('tells what components mean beside each other where their policies stand', () => {
    const reads = { s: { from: 'attribute', name: 'salary' } }
    const fine = { pays: 'due', formula: input('s', yuan, 3), reads }
    const unread = { ...fine, reads: {} }
    expect(
      told([
        policy('component', 'base', fine, {
          versions: [version(fine), version(unread, { from: '2026-05-01' })],
        }),
      ]),
    ).toEqual([
      expect.stringMatching(/^policies\[0\]\.versions\[0\]\.base\.formula: .*3 places/),
      expect.stringMatching(/^policies\[0\]\.versions\[1\]\.base\.reads: /),
      expect.stringMatching(/^policies\[0\]\.versions\[1\]\.base\.formula: .*3 places/),
    ])
  })

  test('tells problems of the book itself as they are', () => {
    expect(told([base], { retro: 99 })[0]).toMatch(/^retro: /)
  })

  test('counts days by an attribute only where it has bases to name', () => {
    expect(told([base], { basisBy: 'calendar' })[0]).toMatch(/^basis: /)
    expect(told([base], { basisBy: 'calendar', basis: {} })[0]).toMatch(/^basis: /)
  })

  test('refuses two policies that write one component, and two of one id', () => {
    const twice = {
      pair: () => ['one', 'two'].map((name) => componentOf(name, {}, salary)),
    }
    const problems = problemsOf(() =>
      bookOf([policy('pair', 'p', {}), policy('pair', 'q', {})], {}, { vocabulary: twice }),
    )
    expect(describeProblems(problems, 'en').split('\n')).toEqual([
      'policies[1].versions[0]: the component "one" is written by two policies: p, q. Call one of the policies otherwise.',
      'policies[1].versions[0]: the component "two" is written by two policies: p, q. Call one of the policies otherwise.',
    ])
    expect(describeProblems(problems, 'zh-CN')).toContain('项目“one”由两项制度写出：p、q')
    expect(told([base, base])[0]).toBe(
      'policies[1].id: "base" is duplicated. Give each its own, or leave one out.',
    )
  })

  test.each([
    [
      'overlap',
      [{ from: '2026-01-01', to: '2026-06-30' }, { from: '2026-06-30' }],
      'policies[0].versions[1]',
    ],
    [
      'begin on one day',
      [{ from: '2026-01-01' }, { from: '2026-01-01' }],
      'policies[0].versions[1]',
    ],
    ['go backwards', [{ from: '2026-03-01' }, { from: '2026-01-01' }], 'policies[0].versions[1]'],
    [
      'end before they begin',
      [{ from: '2026-03-01', to: '2026-02-28' }],
      'policies[0].versions[0].to',
    ],
  ])('refuses versions that %s', (_, days, path) => {
    const terms = termsOf(componentOf('base', { pays: 'due' }, named('Base', salary)))
    const versions = days.map((each) => version(terms, each))
    expect(told([policy('component', 'base', terms, { versions })])[0]).toContain(`${path}: `)
  })

  test('refuses another format, and crediting that is none', () => {
    expect(told([base], { format: 1 })[0]).toMatch(/^format: /)
    expect(told([base], { crediting: { credits: { currency: 'CNY' } } })).toEqual([
      expect.stringMatching(/^crediting\.credits\.credits: /),
    ])
  })
})
