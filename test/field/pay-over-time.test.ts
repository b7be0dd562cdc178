import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recipes } from '../../examples/cookbook.js'
import {
  giveAward,
  grantStatus,
  parseAward,
  parseGrant,
  parseReferral,
  referralPayments,
} from '../../src/bonus/index.js'
import {
  addDays,
  countDays,
  monthsOfService,
  nextPeriod,
  type Period,
  parsePeriod,
  prorate,
} from '../../src/calendar/index.js'
import {
  nextTier,
  nothingOwed,
  type PlanPolicy,
  parseEvents,
  parsePayments,
  parsePlan,
  pay,
  payoutCurve,
  type Settlement,
  settle,
} from '../../src/commission/index.js'
import { evaluate, explain, parseFormula, renderText } from '../../src/formula/index.js'
import { describeProblems } from '../../src/problem/index.js'
import { decimal, fromScaled, total } from '../../src/quantity/index.js'
import {
  type CompensationRun,
  compareRuns,
  type DisclosedStatement,
  digestOf,
  type PolicyBook,
  parseBook,
  parsePeople,
  type RunData,
  redact,
  runCompensation,
  simulate,
  verify,
  verifyChain,
} from '../../src/run/index.js'
import { bookPolicies, checkPolicy, runDataOf } from '../../src/testing/index.js'
import { credited, planOf, event as sold } from '../commission/one-seller.js'
import { found } from '../found.js'
import { book as company, policy, request, statementOf } from '../run/company.js'
import { adjustments, awards, pools, yearEnd } from '../run/year-end.js'

describe('disclosure: a copy that an audience holds is held against what it shows', () => {
  const given = { book: { ...company, policies: yearEnd() }, pools, awards, adjustments }
  const [book, data, period] = request(given)
  const run = runCompensation(book, data, period)
  const named = ['employee', 'manager', 'auditor'] as const

  test.each(named)('D5 the copy of the %s holds', (audience) => {
    for (const statement of run.statements) {
      const copy = redact(statement, audience)
      expect(verify(copy, book, data)).toEqual([])
      expect(verify(JSON.parse(JSON.stringify(copy)), book, data)).toEqual([])
    }
  })

  test.each(named)('D5 the copy of the %s holds in the period after, too', (audience) => {
    const july = nextPeriod(period)
    const people = data.people.map((each) => ({
      ...each,
      figures: { ...each.figures, [july.name]: each.figures[period.name] ?? {} },
    }))
    const later = { ...data, people, asOf: july.to, before: run }
    for (const statement of runCompensation(book, later, july).statements)
      expect(verify(redact(statement, audience), book, later)).toEqual([])
  })

  test.each(named)('D5 the copy of the %s holds in any drawn run', (audience) => {
    const march = parsePeriod('2026-03')
    const drawn = bookPolicies()
      .map(parseBook)
      .chain((own) => runDataOf(own, march).map((of) => ({ own, of })))
    fc.assert(
      fc.property(drawn, ({ own, of }) => {
        for (const statement of runCompensation(own, of, march).statements.slice(0, 2))
          expect(verify(redact(statement, audience), own, of)).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  const li = redact(statementOf(run, 'li'), 'employee')
  const lines = (i: number, change: object) =>
    li.lines.map((each, j) => (i === j ? { ...each, ...change } : each))

  test.each<[string, object, string]>([
    ['an amount', { lines: lines(0, { amount: '6000.01' }) }, 'lines[0].amount'],
    ['a place', { lines: lines(5, { place: 2 }) }, 'lines[5].place'],
    ['the total', { total: '9999.00' }, 'total'],
    ['a line more', { lines: [...li.lines, li.lines[0]] }, 'lines[7]'],
    ['a note', { hrNote: 'x' }, 'hrNote'],
    ['more than it may show', { from: { book: book.digest } }, 'from'],
    ['a digest', { digest: run.digest }, 'digest'],
  ])('D5 a copy that was changed in %s is told', (_, change, path) => {
    const found = verify({ ...li, ...change } as DisclosedStatement, book, data)
    expect(found.map((problem) => problem.path)).toEqual([path])
  })

  test('D5 the copy of a peer names nobody', () => {
    const peer = redact(statementOf(run, 'li'), 'peer')
    const [en, zh] = (['en', 'zh-CN'] as const).map((locale) =>
      describeProblems(verify(peer, book, data), locale),
    )
    expect(en).toBe(
      'person: is not in this copy, so nobody can tell whose it is. Verify the copy of the employee, the manager or the auditor.',
    )
    expect(zh).toBe('person：此副本未载明，无法判断属于何人。请核对员工本人、主管或审计的副本。')
  })

  test('D5 a copy labelled for nobody is refused', () => {
    const odd = { ...li, audience: 'everybody' } as unknown as DisclosedStatement
    expect(() => verify(odd, book, data)).toThrow('"everybody" is nobody')
  })
})

describe('spans: what is paid in each period, and to whom', () => {
  const flat = {
    id: 'plan',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    tiers: { kind: 'flat', rate: '0.10' },
  }
  const crediting = {
    credit: 'direct',
    by: 'seller',
    owners: { p1: [{ person: 'p1', share: '1' }], p2: [{ person: 'p2', share: '1' }] },
    unowned: 'refuse',
  }
  const base = { components: [{ component: 'base', prorated: true }] }
  const sales = { ...base, label: 'Sales', commission: 'plan' }
  interface BookJson {
    readonly plan?: object
    readonly payments?: object
    readonly more?: readonly object[]
    readonly currency?: string
  }
  const since = (kind: string, id: string, terms: unknown) => policy(kind, id, terms, '2026-01-01')
  const bookOf = ({
    plan = {},
    payments,
    more = [],
    currency = 'CNY',
  }: BookJson = {}): PolicyBook =>
    parseBook({
      id: 'shop',
      currency,
      rounding: 'half-up',
      proration: { basis: 'calendar-days' },
      policies: [
        since('department', 'sales', {
          ...sales,
          ...(payments !== undefined && { payments: 'payments' }),
        }),
        since('department', 'office', { ...base, label: 'Office' }),
        since('plan', 'plan', { ...flat, currency, ...plan }),
        since('crediting', 'sellers', [crediting]),
        ...(payments === undefined
          ? []
          : [since('payments', 'payments', { currency, rounding: 'half-up', ...payments })]),
        ...more,
      ],
    })
  const person = (change: object = {}) => ({
    id: 'p1',
    name: 'Li Na',
    department: 'sales',
    employment: { from: '2020-01-01' },
    pay: { base: [{ from: '2020-01-01', value: '3000.00' }] },
    figures: {},
    ...change,
  })
  const left = { employment: { from: '2020-01-01', to: '2026-03-31' } }
  const sale = (id: string, on: string, amount: string, change: object = {}) => ({
    id,
    kind: 'order',
    effective: on,
    recorded: on,
    amount,
    currency: 'CNY',
    attributes: { seller: 'p1' },
    ...change,
  })
  const march = sale('m', '2026-03-10', '20000.00')
  const refund = sale('r', '2026-05-10', '-5000.00', { kind: 'refund', of: 'm' })

  interface Months {
    readonly book?: PolicyBook
    readonly people?: (name: string) => readonly object[]
    readonly events?: readonly object[]
    readonly names?: readonly string[]
  }
  /** Runs month after month, each with the one before. */
  const months = ({
    book = bookOf(),
    people = () => [person(left)],
    events = [march],
    names = ['2026-03', '2026-04', '2026-05', '2026-06'],
  }: Months): readonly CompensationRun[] => {
    const runs: CompensationRun[] = []
    for (const name of names) {
      const period = parsePeriod(name)
      const data: RunData = {
        people: parsePeople(people(name)),
        events: parseEvents(events),
        asOf: period.to,
        before: runs.at(-1) ?? 'first',
      }
      runs.push(runCompensation(book, data, period))
    }
    return runs
  }
  const totals = (runs: readonly CompensationRun[]) => runs.map((run) => run.totals.company.total)
  const unpaid = (runs: readonly CompensationRun[]) =>
    runs.flatMap((run) => run.unpaid.flatMap(({ problems }) => problems.map(({ path }) => path)))
  const floor = bookOf({ plan: { floor: '1000' } })
  const moves = (name: string) => [person({ department: name < '2026-04' ? 'sales' : 'office' })]

  test.each<[string, Months, readonly string[]]>([
    [
      'F1a a guarantee ends with the employment',
      { book: floor },
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1b a draw ends with the employment',
      { book: bookOf({ payments: { draw: { kind: 'non-recoverable', amount: '1000' } } }) },
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1c a recoverable draw ends with the employment',
      { book: bookOf({ payments: { draw: { kind: 'recoverable', amount: '1000' } } }) },
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1d the guarantee of the old plan ends with the move',
      { book: floor, people: moves },
      ['5000.00', '3000.00', '3000.00', '3000.00'],
    ],
    [
      'F1e a refund by who has left comes back under a guarantee',
      { book: floor, events: [march, refund] },
      ['5000.00', '0.00', '-500.00', '0.00'],
    ],
    [
      'F1e a refund by who has moved comes back under a guarantee',
      { book: floor, people: moves, events: [march, refund] },
      ['5000.00', '3000.00', '2500.00', '3000.00'],
    ],
    [
      'F1f a kicker on a KPI ends with the employment, and its KPI is not asked for',
      {
        book: bookOf({ plan: { kickers: [{ kpi: 'kpi', atLeast: '0.9', pays: '500' }] } }),
        people: () => [person({ ...left, figures: { '2026-03': { kpi: '0.95' } } })],
      },
      ['5500.00', '0.00', '0.00', '0.00'],
    ],
    [
      'F1g who has left may be left out, until a refund comes',
      {
        book: floor,
        people: (name) => (name === '2026-03' || name === '2026-05' ? [person(left)] : []),
        events: [march, refund],
      },
      ['5000.00', '0.00', '-500.00', '0.00'],
    ],
    [
      'F1 a guarantee begins with the move into the plan',
      {
        book: floor,
        people: (name) => [person({ department: name < '2026-05' ? 'office' : 'sales' })],
        events: [],
      },
      ['3000.00', '3000.00', '4000.00', '4000.00'],
    ],
    [
      'F1 a guarantee begins with the employment, and again with the next one',
      {
        book: floor,
        people: (name) => [
          person(name < '2026-05' ? left : { employment: { from: '2026-06-01' } }),
        ],
        events: [],
      },
      ['4000.00', '0.00', '0.00', '4000.00'],
    ],
    [
      'F1 a sale that comes in after the time in the plan counts in its last month',
      { book: floor, events: [march, sale('late', '2026-04-02', '1000.00')] },
      ['5000.00', '100.00', '0.00', '0.00'],
    ],
    [
      'F1 what is held back of the old plan is released to who has moved',
      {
        book: bookOf({ plan: { holdback: { share: '0.5' } } }),
        people: moves,
        events: [march, sale('c', '2026-05-10', '20000.00', { kind: 'collection', of: 'm' })],
      },
      ['4000.00', '3000.00', '4000.00', '3000.00'],
    ],
    [
      'F1 who is told late to have left pays back the guarantee of later months',
      {
        book: floor,
        people: (name) => [person(name < '2026-05' ? {} : left)],
        events: [],
      },
      ['4000.00', '4000.00', '-1000.00', '0.00'],
    ],
  ])('%s', (_, given, expected) => {
    const runs = months(given)
    expect(unpaid(runs)).toEqual([])
    expect(totals(runs)).toEqual(expected)
    expect(verifyChain(runs, { from: 'first' })).toEqual([])
  })

  test('F1c who has left is advanced nothing and still pays back', () => {
    const draw = { kind: 'recoverable', amount: '1000' }
    const rules = parsePayments({ currency: 'CNY', rounding: 'half-up', draw })
    const owed = { ...nothingOwed, draw: '700.00' }
    const paid = (due: string, drawn?: boolean) => {
      const { advanced, repaid, paid } = pay(rules, {
        due,
        period: parsePeriod('2026-04'),
        owed,
        drawn,
      })
      return [advanced, repaid, paid]
    }
    expect(paid('0.00', false)).toEqual(['0.00', '0.00', '0.00'])
    expect(paid('300.00', false)).toEqual(['0.00', '300.00', '0.00'])
    expect(paid('900.00', false)).toEqual(['0.00', '700.00', '200.00'])
    expect(paid('300.00')).toEqual(['700.00', '0.00', '1000.00'])
    expect(paid('300.00', true)).toEqual(['700.00', '0.00', '1000.00'])
  })

  test('F1 outside the plan, what is credited is paid without floor and kickers', () => {
    const kickers = [{ kpi: 'kpi', atLeast: '0.9', pays: '500' }]
    const gate = { kpi: 'quality', atLeast: '0.9' }
    const figures = (quality: string) => ({ '2026-03': { kpi: '0.95', quality } })
    const run = (quality: string) =>
      months({
        book: bookOf({ plan: { floor: '1000', kickers, gate } }),
        people: () => [person({ department: 'office', figures: figures(quality) })],
        events: [sale('small', '2026-03-10', '500.00')],
        names: ['2026-03', '2026-04'],
      })
    expect(totals(run('0.9'))).toEqual(['3050.00', '3000.00'])
    expect(totals(run('0.8'))).toEqual(['3000.00', '3000.00'])
    const [first] = run('0.9')
    // The figure of the kicker is read by the plan, though not for this person.
    expect(first?.unread).toEqual([])
  })

  test('F1 no month of another department is paid: a law over careers', () => {
    const names = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07']
    const career = fc.record({
      departments: fc.array(fc.constantFrom('sales', 'office'), { minLength: 5, maxLength: 5 }),
      from: fc.constantFrom('2020-01-01', '2026-04-01', '2026-05-16'),
      to: fc.constantFrom('2026-04-30', '2026-06-10', '9999-12-31'),
      sales: fc.array(fc.nat(4), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(career, ({ departments, from, to, sales }) => {
        fc.pre(from <= to)
        const runs = months({
          book: floor,
          names,
          people: (name) => [
            person({
              department: departments[names.indexOf(name)],
              employment: { from, to },
              pay: { base: [{ from, value: '0' }] },
            }),
          ],
          events: sales.map((month, i) => sale(`s${i}`, `${names[month]}-10`, '10.00')),
        })
        const eligible = names.filter(
          (name, i) =>
            departments[i] === 'sales' && `${name}-31` >= from && parsePeriod(name).from <= to,
        )
        const first = eligible[0] ?? '9999-12'
        const before = sales.filter((month) => (names[month] as string) < first).length
        // A floor for each month in the plan, and 10 % of what was sold before all of them.
        const due = eligible.length * 1000 + before
        expect(total(totals(runs), 2)).toBe(decimal(String(due)).toFixed(2))
      }),
      { numRuns: 40 },
    )
  })

  test.each<[string, Months, readonly string[]]>([
    [
      'F2a who has moved is paid in the new job without a KPI of the old one',
      {
        book: bookOf({ plan: { gate: { kpi: 'kpi', atLeast: '0.9' } } }),
        people: (name) =>
          moves(name).map((each) => ({ ...each, figures: { '2026-03': { kpi: '0.95' } } })),
      },
      ['5000.00', '3000.00', '3000.00', '3000.00'],
    ],
    [
      'F2b a refund in its original month is decided by the KPI of that month',
      {
        book: bookOf({
          plan: { gate: { kpi: 'kpi', atLeast: '0.9' }, refunds: 'original-period' },
        }),
        people: () => [person({ ...left, figures: { '2026-03': { kpi: '0.95' } } })],
        events: [march, refund],
      },
      ['5000.00', '0.00', '-500.00', '0.00'],
    ],
    ...['0', '0.95'].map((kpi): [string, Months, readonly string[]] => [
      `F2c a KPI of ${kpi} made up for May decides nothing`,
      {
        book: bookOf({ plan: { gate: { kpi: 'kpi', atLeast: '0.9' }, refunds: 'own-period' } }),
        people: () => [
          person({ ...left, figures: { '2026-03': { kpi: '0.95' }, '2026-05': { kpi } } }),
        ],
        events: [march, refund],
      },
      ['5000.00', '0.00', '-500.00', '0.00'],
    ]),
    [
      'F2 a quota is not asked of who has left either',
      {
        book: bookOf({
          plan: { quota: 'quota', accelerator: { steps: [{ from: '1', factor: '2' }] } },
        }),
        people: () => [person({ ...left, figures: { '2026-03': { quota: '10000.00' } } })],
        events: [march, refund],
      },
      // 1,000 and twice 1,000; then twice 500.
      ['6000.00', '0.00', '-1000.00', '0.00'],
    ],
  ])('%s', (_, given, expected) => {
    const runs = months(given)
    expect(unpaid(runs)).toEqual([])
    expect(totals(runs)).toEqual(expected)
  })

  describe('F3 settling each month or once pays the same, with a floor', () => {
    const plan = planOf({ tiers: { kind: 'flat', rate: '0.10' }, floor: '1000' })
    const credits = credited([
      sold('a', 'order', '2026-03-10', '20000.00'),
      sold('b', 'order', '2026-06-10', '20000.00'),
    ])
    const spans = { ann: [{ from: '2026-02-10', to: '2026-06-15' }] }
    const paid = (names: readonly string[], more: object = {}) => {
      const history: Settlement[] = []
      for (const name of names) {
        const period = parsePeriod(name)
        history.push(
          ...settle({
            plans: [{ from: '2020-01-01', value: plan }],
            credits,
            people: { ann: {} },
            history,
            period,
            asOf: period.to,
            ...more,
          }),
        )
      }
      return total(
        history.map(({ due }) => due),
        2,
      )
    }
    const all = ['2026-03', '2026-04', '2026-05', '2026-06']

    test.each([[all], [['2026-04', '2026-06']], [['2026-06']]])('F3 %j', (names) => {
      expect(paid(names)).toBe('6000.00')
    })

    test.each([
      [['2026-01', '2026-02', ...all, '2026-07']],
      [['2026-02', '2026-05', '2026-09']],
      [['2026-12']],
    ])('F3 with spans %j', (names) => {
      // February to June, and nothing before or after.
      expect(paid(names, { spans })).toBe('7000.00')
    })

    test('F3 a plan begins with the first period of its first version', () => {
      const plans = [{ from: '2026-04-02', value: plan }]
      expect(paid(['2026-06'], { plans, spans, credits: [] })).toBe('2000.00')
      expect(paid(['2026-03'], { plans, spans, credits: [] })).toBe('0.00')
    })

    test('F3 measuring the year to date, outside months stand between', () => {
      const yearly = planOf({
        tiers: { kind: 'marginal', steps: [{ from: '0', rate: '0.10' }] },
        measuring: 'year-to-date',
      })
      const plans = [{ from: '2020-01-01', value: yearly }]
      const back = {
        ann: [
          { from: '2026-03-01', to: '2026-03-31' },
          { from: '2026-06-01', to: '2026-06-30' },
        ],
      }
      expect(paid(all, { plans })).toBe('4000.00')
      expect(
        paid(all.slice(0, 3), {
          plans,
          spans: { ann: [{ from: '2026-03-01', to: '2026-12-31' }] },
        }),
      ).toBe('2000.00')
      expect(paid(['2026-06'], { plans, spans: back })).toBe('4000.00')
      // Settled for April while in the plan, and told afterwards that she was not.
      const request = { plans, credits, people: { ann: {} }, history: [] }
      const april = { period: parsePeriod('2026-04'), asOf: '2026-04-30' }
      const history = settle({ ...request, ...april })
      const june = { period: parsePeriod('2026-06'), asOf: '2026-06-30' }
      const [settled] = settle({ ...request, ...june, history, spans: back })
      expect([settled?.accrued, settled?.due]).toEqual(['4000.00', '2000.00'])
    })

    test('F3 the law of a book holds for a floor', () => {
      const { reports } = checkPolicy(floor, { laws: ['additive'], runs: 10 })
      expect(reports.map(({ outcome }) => outcome)).toEqual(['held'])
    })
  })

  describe('F4 each period is paid once, in order', () => {
    const book = bookOf()
    const runs = months({
      book,
      people: () => [person()],
      names: ['2026-03', '2026-04', '2026-05'],
    })
    const [inMarch, inApril] = runs as [CompensationRun, CompensationRun, CompensationRun]
    const next = (period: Period | string, before: unknown, other = book) =>
      found(() =>
        runCompensation(
          other,
          {
            people: parsePeople([person()]),
            events: [],
            asOf: '2026-12-31',
            before: before as RunData['before'],
          },
          typeof period === 'string' ? parsePeriod(period) : period,
        ),
      )
    const wrongBefore = [['not-the-run-before', 'before.period']]
    const month = { kind: 'month', rhythm: 'month' } as const

    test.each([
      ['F4a the same period again', '2026-04', inApril],
      ['F4b a period that leaves one out', '2026-06', inApril],
      ['F4b two left out', '2026-12', inMarch],
      ['F4e an order that is turned round', '2026-03', inApril],
    ])('%s is refused', (_, name, before) => {
      expect(next(name, before)).toEqual(wrongBefore)
    })

    test('F4c a quarter after a month of it is refused', () => {
      const plain = parseBook({
        ...bookOf().policy,
        policies: [since('department', 'sales', { ...base, label: 'Sales' })],
      })
      expect(next('2026-Q2', inMarch, plain)).toEqual(wrongBefore)
      expect(next('2026-Q2', inApril, plain)).toEqual(wrongBefore)
    })

    test.each([
      [
        'F4d a month of 30 days that has 31',
        { ...month, name: '2026-07', from: '2026-07-01', to: '2026-07-30' },
        'not-the-days',
        'period',
      ],
      [
        'F4d a month of other days',
        { ...month, name: '2026-07', from: '2026-06-26', to: '2026-07-25' },
        'not-the-days',
        'period',
      ],
      [
        'F4d a name that is none',
        { ...month, name: '7/2026', from: '2026-07-01', to: '2026-07-31' },
        'not-a-period',
        'period.name',
      ],
    ])('%s is refused, plan or no plan', (_, period, code, path) => {
      expect(next(period, 'first')).toEqual([[code, path]])
      const plain = parseBook({
        ...bookOf().policy,
        policies: [since('department', 'sales', { ...base, label: 'Sales' })],
      })
      expect(next(period, 'first', plain)).toEqual([[code, path]])
    })

    test('F4 another currency, calendar or knowledge is refused', () => {
      const dollars = bookOf({ currency: 'USD' })
      expect(next('2026-05', inApril, dollars)).toEqual([['other-currency', 'before.currency']])
      const days = { ...inApril, period: { ...inApril.period, to: '2026-04-29' } }
      expect(next('2026-05', days)).toEqual([['not-the-days', 'before.period']])
      expect(next('2026-05', { ...inApril, asOf: '2027-01-01' })).toEqual([['told-later', 'asOf']])
    })

    test('D4 the run before cannot be forgotten, nor cut short', () => {
      expect(next('2026-05', undefined)).toEqual([['missing', 'before']])
      for (const before of [null, 'none', {}, [], inApril.digest, 7])
        expect(next('2026-05', before)).toEqual([['not-a-run', 'before']])
      for (const name of [
        'period',
        'asOf',
        'currency',
        'since',
        'settlements',
        'owed',
        'posts',
        'digest',
      ]) {
        const { [name as 'posts']: _, ...cut } = inApril
        expect(next('2026-05', cut)).toEqual([['not-a-run', 'before']])
        expect(next('2026-05', { ...inApril, [name]: null })).toEqual([['not-a-run', 'before']])
      }
      for (const wrong of [
        { settlements: [{}] },
        { owed: { p1: {} } },
        {
          owed: { p1: { carried: [{ period: '2026-03', amount: '1.00', age: 'one' }], draw: '0' } },
        },
        { posts: { p1: [{ employment: {} }] } },
        { posts: { p1: {} } },
      ])
        expect(next('2026-05', { ...inApril, ...wrong })).toEqual([['not-a-run', 'before']])
      expect(next('2026-05', JSON.parse(JSON.stringify(inApril)))).toEqual([])
      const data = { people: [], events: [], asOf: '2026-03-31' } as unknown as RunData
      const scenarios = { book, period: parsePeriod('2026-03'), scenarios: 1, seed: 1 }
      expect(found(() => simulate({ ...scenarios, draw: () => data }))).toEqual([
        ['missing', 'before'],
      ])
    })

    test('F4 a chain tells what is paid twice, left out, turned round or in another currency', () => {
      const chain = (...of: readonly CompensationRun[]) =>
        verifyChain(of).map(({ code, path }) => [code, path])
      const [first, second, third] = runs as [CompensationRun, CompensationRun, CompensationRun]
      const broken = ['broken-chain', '[1].before']
      const order = ['broken-order', '[1].period']
      expect(chain(first, second, third)).toEqual([])
      expect(chain(second, second)).toEqual([order, broken])
      expect(chain(first, third)).toEqual([order, broken])
      expect(chain(third, second)).toEqual([order, broken])
      /** A run that was made to name the digest of another one. */
      const linked = (run: CompensationRun, before: CompensationRun, change: object = {}) => {
        const { digest: _, statements, ...content } = { ...run, ...change, before: before.digest }
        const digest = digestOf({ ...content, statements: statements.map((each) => each.digest) })
        return { ...content, statements, digest } as CompensationRun
      }
      expect(chain(first, linked(third, first))).toEqual([order])
      expect(chain(second, linked(second, second))).toEqual([order])
      expect(chain(first, linked(second, first, { currency: 'USD' }))).toEqual([
        ['other-currency', '[1].currency'],
      ])
      expect(verifyChain([first, second], { from: 'first' })).toEqual([])
      const tail = verifyChain([second, third], { from: 'first' })
      expect(tail.map(({ code, path }) => [code, path])).toEqual([['not-the-first', '[0].before']])
      const texts = verifyChain([second, second]).map(({ message }) => message)
      expect(texts[0]).toEqual({
        en: '2026-04 begins on 2026-04-01, while the one after 2026-04 begins on 2026-05-01: something would be paid twice',
        'zh-CN':
          '2026-04 自 2026-04-01 开始，而 2026-04 的下一期应自 2026-05-01 开始：有期间会重复发放',
      })
    })
  })

  describe('D1 what is recorded later changes nothing', () => {
    const gated = bookOf({ plan: { gate: { kpi: 'kpi', atLeast: '0.9' } } })
    const office = [person({ department: 'office' })]
    const late = (change: object) =>
      sale('later', '2026-03-20', '100.00', { recorded: '2026-04-21', ...change })
    const run = (events: readonly object[], people = office, book = gated) =>
      months({ book, people: () => people, events, names: ['2026-03'] })[0] as CompensationRun

    test.each([
      ['an order', {}],
      ['an order of a later day', { effective: '2026-04-21' }],
      ['a refund', { kind: 'refund', amount: '-5.00' }],
    ])('D1 %s', (_, change) => {
      expect(run([late(change)])).toEqual(run([]))
      expect(run([late(change)]).unpaid).toEqual([])
    })

    test('D1 nor of who is not among the people, nor for verify', () => {
      expect(run([late({ attributes: { seller: 'p2' } })])).toEqual(run([]))
      const [statement] = run([]).statements
      const data: RunData = {
        people: parsePeople(office),
        events: parseEvents([late({})]),
        asOf: '2026-03-31',
        before: 'first',
      }
      expect(statement && verify(statement, gated, data)).toEqual([])
    })

    test('D1 nor in a settlement', () => {
      const plan = planOf({ tiers: { kind: 'flat', rate: '0.10' } })
      const later = sold('a', 'order', '2026-03-10', '100.00', { recorded: '2026-04-21' })
      const request = {
        plans: [{ from: '2026-01-01', value: plan }],
        credits: credited([later]),
        people: {},
        history: [],
        period: parsePeriod('2026-03'),
        asOf: '2026-03-31',
      }
      expect(settle(request)).toEqual([])
    })
  })

  describe('D3 who is not employed in the period counts nowhere', () => {
    const people = [
      person({ id: 'a', pay: { base: [{ from: '2020-01-01', value: '8325.01' }] } }),
      person({ id: 'b', pay: { base: [{ from: '2020-01-01', value: '6500.00' }] } }),
      person({ id: 'c', pay: { base: [{ from: '2020-01-01', value: '6000.00' }] } }),
      person({ id: 'sun', employment: { from: '2026-04-13' } }),
    ]
    const [run] = months({ people: () => people, events: [], names: ['2026-03'] }) as [
      CompensationRun,
    ]

    test('D3 in no statement, head count or mean', () => {
      expect(run.statements.map(({ person }) => person)).toEqual(['a', 'b', 'c'])
      expect(run.unpaid).toEqual([])
      expect(run.totals.company.people).toBe(3)
      expect(run.totals.departments.map(({ people }) => people)).toEqual([3])
      const [department] = compareRuns(run, run).departments
      // 20,825.01 ÷ 3; with sun it was 5,206.25.
      expect([department?.people, department?.mean.after]).toEqual([3, '6941.67'])
    })

    test.each([
      ['who has left', { employment: { from: '2020-01-01', to: '2026-02-28' } }, 3],
      ['who leaves on the first day', { employment: { from: '2020-01-01', to: '2026-03-01' } }, 4],
      ['who joins on the last day', { employment: { from: '2026-03-31' } }, 4],
    ])('D3 %s', (_, change, count) => {
      const others = [...people.slice(0, 3), person({ id: 'sun', ...change })]
      const [other] = months({ people: () => others, events: [], names: ['2026-03'] })
      expect(other?.totals.company.people).toBe(count)
    })

    test('D3 to whom something is due has a statement', () => {
      const runs = months({ events: [march, refund] })
      expect(runs.map(({ statements }) => statements.length)).toEqual([1, 0, 1, 0])
      expect(runs[2]?.statements[0]?.lines.map(({ amount }) => amount)).toEqual(['-500.00'])
    })
  })

  test('F1 a guarantee ends with the department', () => {
    const { policies, ...rest } = floor.policy
    const ended = policies.map((each) =>
      each.id === 'sales'
        ? { ...each, versions: each.versions.map((version) => ({ ...version, to: '2026-04-30' })) }
        : each,
    )
    const runs = months({
      book: parseBook({ ...rest, policies: ended }),
      people: (name) => [person({ department: name < '2026-05' ? 'sales' : 'office' })],
      events: [],
    })
    expect(totals(runs)).toEqual(['4000.00', '4000.00', '3000.00', '3000.00'])
  })

  test('F1 a guarantee begins with the first period that the department pays it in', () => {
    const { policies, ...rest } = floor.policy
    const version = { from: '2026-01-01', reason: 'First', terms: { ...base, label: 'Sales' } }
    const begun = policies.map((each) =>
      each.id === 'sales'
        ? { ...each, versions: [version, { ...version, from: '2026-04-16', terms: sales }] }
        : each,
    )
    const book = parseBook({ ...rest, policies: begun })
    const runs = months({ book, people: () => [person()], events: [] })
    expect(totals(runs)).toEqual(['3000.00', '3000.00', '4000.00', '4000.00'])
  })

  test('a department that a later book no longer has pays by no plan', () => {
    const [first] = months({ book: floor, people: () => [person()], names: ['2026-03'] })
    const { policies, ...rest } = floor.policy
    const kept = policies.filter(({ id }) => id !== 'sales')
    const later = parseBook({ ...rest, policies: kept })
    const data: RunData = {
      people: parsePeople([person({ department: 'office' })]),
      events: parseEvents([march]),
      asOf: '2026-04-30',
      before: first as CompensationRun,
    }
    const run = runCompensation(later, data, nextPeriod(parsePeriod('2026-03')))
    // What was sold stays; only the guarantee would have gone.
    expect(run.totals.company.total).toBe('3000.00')
  })
})

describe('formulas: multiply first, divide last, round once', () => {
  const recipe = recipes['rules']?.find(({ title }) => title.en === 'Overtime')
  const overtime = parseFormula(recipe?.policy)
  const pays = (salary: string, hours: string, day: string) =>
    evaluate(overtime, { salary, hours, day }).value

  test.each([
    ['3500.00', '36', 'workday', '1086.21'],
    ['5000.00', '99.5', 'holiday', '8577.59'],
    ['3500.00', '0.25', 'rest', '10.06'],
    ['8700.00', '7.75', 'workday', '581.25'],
  ])('F9 the recipe for overtime rounds once: %s, %s h, %s pays %s', (salary, hours, day, pay) => {
    expect(pays(salary, hours, day)).toBe(pay)
  })

  test('F9 overtime is salary × hours × factor ÷ 174 to the cent, by the quarter of an hour', () => {
    const factors = { workday: 150n, rest: 200n, holiday: 300n }
    const day = fc.constantFrom(...(Object.keys(factors) as (keyof typeof factors)[]))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 0, max: 400 }),
        day,
        (cents, quarters, day) => {
          const exact = BigInt(cents) * BigInt(quarters) * 25n * factors[day]
          const [over, by] = [exact * 2n, 174n * 10_000n]
          const pay = (over + by) / (by * 2n)
          const hours = fromScaled(BigInt(quarters) * 25n, 2)
          expect(pays(fromScaled(BigInt(cents), 2), hours, day)).toBe(fromScaled(pay, 2))
        },
      ),
    )
  })

  test('F9 the recipe for overtime is explained in both languages', () => {
    const result = evaluate(overtime, { salary: '5000.00', hours: '99.5', day: 'holiday' })
    expect(renderText(explain(result, { locale: 'zh-CN' }))).toBe(
      [
        '加班费: 8,577.59 CNY',
        '  月薪 × 加班小时 × 加班倍数 ÷ 月计薪小时',
        '  5,000.00 CNY × 99.5 小时 × 300% ÷ 174 小时',
        '  四舍五入至 0.01 CNY',
        '    月薪: 5,000.00 CNY',
        '    加班小时: 99.5 小时',
        '    加班倍数: 300%',
        '      日期类型为“holiday”',
        '    月计薪小时: 174 小时',
      ].join('\n'),
    )
    expect(explain(result, { locale: 'en' }).how[0]).toBe(
      'Monthly salary × Overtime hours × Overtime factor ÷ Hours of a month',
    )
  })
})

describe('estimator: the curve and the next tier know the whole plan', () => {
  const planWith = (more: Partial<PlanPolicy>) =>
    parsePlan({
      id: 'p',
      currency: 'CNY',
      period: 'month',
      measure: { sum: 'sales' },
      tiers: { kind: 'flat', rate: '0.01' },
      ...more,
    })
  const accelerated = planWith({
    quota: 'quota',
    accelerator: { steps: [{ from: '1', factor: '3' }] },
    cap: '4000',
  })
  const quota = { quota: '150000' }
  const curve = (
    ...[plan, given, to, points = 2]: [ReturnType<typeof planWith>, object, string, number?]
  ) =>
    payoutCurve(plan, given as Record<string, string>, { from: '0', to, points }).map(
      ({ amount, pay }) => `${amount} ${pay}`,
    )

  test('D2 the corner of an accelerator and of a cap stands in the curve', () => {
    expect(curve(accelerated, quota, '300000', 3)).toEqual([
      '0.00 0.00',
      '149999.99 1500.00',
      '150000.00 1500.00',
      '233333.33 4000.00',
      '233333.34 4000.00',
      '300000.00 4000.00',
    ])
  })

  test.each<[string, Partial<PlanPolicy>, object, string, readonly string[]]>([
    [
      'a floor',
      { floor: '300' },
      {},
      '50000',
      ['0.00 300.00', '29999.99 300.00', '30000.00 300.00', '50000.00 500.00'],
    ],
    [
      'a kicker of the quota',
      { kickers: [{ kpi: 'sales', of: 'quota', atLeast: '1', pays: '300' }] },
      { quota: '20000' },
      '50000',
      ['0.00 0.00', '19999.99 200.00', '20000.00 500.00', '50000.00 800.00'],
    ],
    [
      'a gate on the measure',
      { gate: { kpi: 'sales', atLeast: '10000' } },
      {},
      '50000',
      ['0.00 0.00', '9999.99 0.00', '10000.00 100.00', '50000.00 500.00'],
    ],
    [
      'a cap of the year',
      { yearCap: '1000' },
      { earned_to_date: '800' },
      '50000',
      ['0.00 0.00', '19999.99 200.00', '20000.00 200.00', '50000.00 200.00'],
    ],
    [
      'a grid',
      {
        quota: 'quota',
        tiers: {
          kind: 'grid',
          rows: [{}, { from: '1' }],
          kpi: 'quality',
          columns: [{}],
          rates: [['0.01'], ['0.02']],
        },
      },
      { quota: '20000', quality: '0.9' },
      '50000',
      ['0.00 0.00', '19999.99 200.00', '20000.00 400.00', '50000.00 1000.00'],
    ],
  ])('D2 %s stands in the curve', (_, more, given, to, expected) => {
    expect(curve(planWith(more), given, to)).toEqual(expected)
  })

  test('D2 between two points of a curve there is no other corner: any amount is on their line', () => {
    const plans = fc.record(
      {
        steps: fc
          .uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 3 })
          .map((bounds) =>
            bounds
              .sort((a, b) => a - b)
              .map((from, i) => ({
                from: String(from),
                rate: ['0.01', '0.05', '0.03'][i] as string,
              })),
          ),
        kind: fc.constantFrom('marginal' as const, 'retroactive' as const),
        factor: fc.constantFrom('0.5', '2'),
        cap: fc.constantFrom('20', '77.77'),
        floor: fc.constantFrom('5', '11.11'),
      },
      { requiredKeys: ['steps', 'kind'] },
    )
    fc.assert(
      fc.property(
        plans,
        fc.integer({ min: 0, max: 400_000 }),
        ({ steps, kind, factor, ...limits }, cents) => {
          const plan = planWith({
            quota: 'quota',
            tiers: { kind, steps },
            ...(factor !== undefined && { accelerator: { steps: [{ from: '1', factor }] } }),
            ...limits,
          })
          const given = factor === undefined ? {} : { quota: '1000' }
          const points = payoutCurve(plan, given, { from: '0', to: '4000', points: 2 })
          const amount = decimal(String(cents)).div(100)
          const i = points.findLastIndex((point) => amount.greaterThanOrEqualTo(point.amount))
          const [a, b = a] = [points[i], points[i + 1]]
          const width = decimal(b?.amount ?? '0').minus(a?.amount ?? '0')
          const part = width.isZero() ? decimal('0') : amount.minus(a?.amount ?? '0').div(width)
          const onLine = decimal(b?.pay ?? '0')
            .minus(a?.pay ?? '0')
            .times(part)
            .plus(a?.pay ?? '0')
          const paid = evaluate(plan.formula, { sales: amount.toFixed(2), ...given }).value
          // Of a cent in the value and of one in either end, each is rounded.
          expect(decimal(paid).minus(onLine).abs().lessThanOrEqualTo('0.02')).toBe(true)
        },
      ),
    )
  })

  test.each([
    ['149999.99', { from: '150000.00', rate: '0.03', missing: '0.01' }],
    ['0', { from: '150000.00', rate: '0.03', missing: '150000.00' }],
    ['150000', undefined],
    ['233333.33', undefined],
  ])('D2 the next tier of %s is that of the accelerator, and no cap is one', (sales, expected) => {
    expect(nextTier(accelerated, { ...quota, sales })).toEqual(expected)
  })

  const steps = [
    { from: '0', rate: '0.01' },
    { from: '50000', rate: '0.02' },
    { from: '90000', rate: '0.03' },
  ]

  test.each<[string, Partial<PlanPolicy>, object, object | undefined]>([
    [
      'a tier beyond the cap is none',
      { tiers: { kind: 'marginal', steps }, cap: '100' },
      { sales: '1000' },
      undefined,
    ],
    [
      'an accelerator comes before the next tier',
      {
        quota: 'quota',
        tiers: { kind: 'marginal', steps },
        accelerator: { steps: [{ from: '1', factor: '2' }] },
      },
      { sales: '1000', quota: '30000' },
      { from: '30000.00', rate: '0.02', missing: '29000.00' },
    ],
    [
      'the next tier is accelerated',
      {
        quota: 'quota',
        tiers: { kind: 'marginal', steps },
        accelerator: { steps: [{ from: '1', factor: '2' }] },
      },
      { sales: '40000', quota: '30000' },
      { from: '50000.00', rate: '0.04', missing: '10000.00' },
    ],
    [
      'an accelerator that waits for a KPI is none',
      {
        quota: 'quota',
        accelerator: {
          steps: [{ from: '1', factor: '2' }],
          when: { kpi: 'quality', atLeast: '0.9' },
        },
      },
      { sales: '1000', quota: '30000', quality: '0.8' },
      undefined,
    ],
    [
      'a floor hides what is below it',
      { tiers: { kind: 'marginal', steps }, floor: '600' },
      { sales: '1000' },
      { from: '55000.00', rate: '0.02', missing: '54000.00' },
    ],
    [
      'a gate on the measure opens',
      { gate: { kpi: 'sales', of: 'quota', atLeast: '0.8' } },
      { sales: '1000', quota: '30000' },
      { from: '24000.00', rate: '0.01', missing: '23000.00' },
    ],
    [
      'a row of a grid',
      {
        quota: 'quota',
        tiers: {
          kind: 'grid',
          rows: [{}, { from: '1' }],
          kpi: 'quality',
          columns: [{}],
          rates: [['0.01'], ['0.02']],
        },
      },
      { sales: '1000', quota: '20000', quality: '0.9' },
      { from: '20000.00', rate: '0.02', missing: '19000.00' },
    ],
  ])('D2 the next tier: %s', (_, more, inputs, expected) => {
    expect(nextTier(planWith(more), inputs as Record<string, string>)).toEqual(expected)
  })

  test.each([10_001, 1e9, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
    'D2 a curve of %s points is refused before it is drawn',
    (points) => {
      const range = { from: '0', to: '1', points }
      expect(found(() => payoutCurve(accelerated, quota, range))).toEqual([['bad-range', 'range']])
    },
  )
})

describe('time: what is counted in days and months', () => {
  const thirties = { basis: '30e-360' } as const
  const partOf = (month: string, employment: { from: string; to?: string }) => {
    const { numerator, denominator } = prorate({
      period: parsePeriod(month),
      employment,
      basis: thirties,
    })
    return `${numerator}/${denominator}`
  }

  test.each([
    ['one leaves on the 15th', '2026-07', { from: '2020-01-01', to: '2026-07-15' }, '15/30'],
    ['the next joins on the 16th', '2026-07', { from: '2026-07-16' }, '15/30'],
    ['who joins on 31 July', '2026-07', { from: '2026-07-31' }, '1/30'],
    ['who joins on 15 February', '2026-02', { from: '2026-02-15' }, '16/30'],
    ['who joins on 2 February', '2026-02', { from: '2026-02-02' }, '29/30'],
    ['who leaves on 27 February', '2026-02', { from: '2020-01-01', to: '2026-02-27' }, '27/30'],
    ['a leap February', '2024-02', { from: '2024-02-15' }, '16/30'],
  ])('F10 months of thirty days tile: %s', (_, month, employment, part) => {
    expect(partOf(month, employment)).toBe(part)
  })

  test.each(['2026-07', '2026-02', '2024-02', '2026-04'])(
    'F10 wherever a post of %s changes hands, both parts are one month',
    (month) => {
      const { from, to } = parsePeriod(month)
      for (let day = from; day < to; day = addDays(day, 1)) {
        const first = Number(countDays({ from, to: day }, thirties))
        expect(first + Number(countDays({ from: addDays(day, 1), to }, thirties))).toBe(30)
      }
    },
  )

  test.each([
    ['half a day', '2026-06', [{ from: '2026-06-05', to: '2026-06-05', part: '0.5' }], '29.5'],
    [
      'three hours of eight',
      '2026-06',
      [{ from: '2026-06-05', to: '2026-06-05', part: '0.375' }],
      '29.625',
    ],
    [
      'leave at 80 % of pay',
      '2026-06',
      [{ from: '2026-06-01', to: '2026-06-10', part: '0.2' }],
      '28',
    ],
    [
      'two halves of one day, and a third',
      '2026-06',
      [1, 2, 3].map(() => ({ from: '2026-06-05', to: '2026-06-05', part: '0.5' })),
      '29',
    ],
  ])('F6 absences of parts of a day: %s', (_, month, absences, paid) => {
    const { numerator, denominator } = prorate({
      period: parsePeriod(month),
      employment: { from: '2020-01-01' },
      absences,
      basis: { basis: 'calendar-days' },
    })
    expect([numerator, denominator]).toEqual([paid, '30'])
  })

  test('F6 half a day away before a holiday that is half a day anyway is a quarter', () => {
    const request = {
      period: parsePeriod('2026-02'),
      employment: { from: '2020-01-01' },
      absences: [{ from: '2026-02-16', to: '2026-02-16', part: '0.5' }],
      basis: {
        basis: 'working-days',
        weekend: ['saturday', 'sunday'],
        holidays: ['2026-02-17'],
        parts: { '2026-02-16': '0.5' },
      },
    } as const
    expect(prorate(request).days).toEqual({
      inPeriod: '18.5',
      employed: '18.5',
      absent: '0.25',
      paid: '18.25',
    })
  })

  const ranked = (from: string, asOf: string) => {
    const award = parseAward({
      id: 'star',
      label: 'Star',
      currency: 'CNY',
      minimumMonths: 6,
      eligibility: [],
      ranking: [{ figure: 'score', unit: 'points', direction: 'higher' }],
      ties: 'share',
      prizes: ['1000'],
      budget: '1000',
    })
    return giveAward(award, { asOf, entries: [{ id: 'li', from, figures: { score: '9' } }] })
      .standings.length
  }

  test.each([
    ['2025-10-01', '2026-03-31', 1],
    ['2025-10-02', '2026-03-31', 0],
    ['2025-08-31', '2026-02-27', 1],
    ['2025-08-31', '2026-02-26', 0],
  ])('F8a six months are worked from %s to %s: %i ranked', (from, asOf, expected) => {
    expect(ranked(from, asOf)).toBe(expected)
  })

  const kept = (granted: string, on: string) => {
    const grant = parseGrant({
      id: 'stay',
      kind: 'retention',
      currency: 'CNY',
      vesting: { kind: 'cliff', months: 12 },
      leaving: { good: 'none', bad: 'none' },
    })
    const left = { on, as: 'bad' } as const
    return grantStatus(grant, { amount: '12000.00', granted, asOf: '2030-01-01', left }).vested
  }

  test.each([
    ['2025-01-01', '2025-12-31', '12000.00'],
    ['2025-01-01', '2025-12-30', '0.00'],
    ['2024-02-29', '2025-02-27', '12000.00'],
    ['2025-07-01', '2026-06-30', '12000.00'],
  ])('F8b a cliff of twelve months, employed %s to %s: %s', (granted, on, expected) => {
    expect(kept(granted, on)).toBe(expected)
  })

  const back = (granted: string, on: string) => {
    const signOn = parseGrant({
      id: 'welcome',
      kind: 'sign-on',
      currency: 'CNY',
      vesting: { kind: 'cliff', months: 0 },
      leaving: { good: 'none', bad: 'none' },
      clawback: { months: 24, good: 'none', bad: 'pro-rata' },
    })
    const left = { on, as: 'bad' } as const
    return grantStatus(signOn, { amount: '24000.00', granted, asOf: '2030-01-01', left }).clawback
  }

  test.each([
    ['2024-07-01', '2026-06-30', '0.00'],
    ['2024-07-01', '2026-06-29', '1000.00'],
    ['2024-07-01', '2024-07-31', '23000.00'],
    ['2024-07-01', '2024-07-30', '24000.00'],
  ])('F8c a sign-on bonus for 24 months, employed %s to %s: %s back', (granted, on, expected) => {
    expect(back(granted, on)).toBe(expected)
  })

  const clawedBack = (hired: string, on: string) => {
    const referral = parseReferral({
      id: 'refer',
      currency: 'CNY',
      onHire: '1000',
      clawback: { months: 12, good: 'none', bad: 'pro-rata' },
    })
    const left = { on, as: 'bad' } as const
    return referralPayments(referral, { hired, asOf: '2030-01-01', left }).at(-1)?.amount
  }

  test.each([
    ['2026-01-01', '2026-03-31', '-750.00'],
    ['2026-01-01', '2026-03-30', '-833.33'],
    ['2025-12-31', '2026-02-27', '-833.33'],
    ['2026-01-01', '2026-12-31', '0.00'],
  ])('F8d a referral, employed %s to %s: %s', (hired, on, expected) => {
    expect(clawedBack(hired, on)).toBe(expected)
  })

  test('F8e a year less a day from 26 December is twelve months, its last day counted', () => {
    expect(monthsOfService('2022-12-26', '2023-12-25')).toBe(12)
    expect(monthsOfService('2022-12-26', '2023-12-24')).toBe(11)
    expect(monthsOfService('2024-02-29', '2025-02-27')).toBe(12)
    expect(monthsOfService('2026-01-31', '2026-02-27')).toBe(1)
  })
})
