import { parsePeriod } from '../../src/calendar/index.js'
import { parseEvents } from '../../src/commission/index.js'
import {
  type CompensationRun,
  type Person,
  parseBook,
  parsePeople,
  type RunData,
  runCompensation,
  type Statement,
} from '../../src/run/index.js'
import { service as scorecard } from '../kpi/cards.js'

/** A shop of two departments, as JSON: all that its month needs, and no more. */

export const operations = {
  label: { en: 'Operations', 'zh-CN': '运营部' },
  components: [
    {
      component: 'base',
      label: { en: 'Base salary', 'zh-CN': '基本工资' },
      clause: 'Handbook 2.1',
      prorated: true,
    },
  ],
  commission: 'territory',
}

export const service = {
  label: { en: 'Customer service', 'zh-CN': '客服部' },
  components: [
    ...operations.components,
    { component: 'meal', label: { en: 'Meal allowance', 'zh-CN': '餐补' }, prorated: false },
  ],
  bonus: { scorecard: 'service', prorated: true, clause: 'Handbook 4.2' },
  commission: 'returning',
}

export const territory = {
  id: 'territory',
  currency: 'CNY',
  period: 'month',
  measure: { sum: 'sales', where: { credit: 'direct' } },
  tiers: {
    kind: 'marginal',
    steps: [
      { from: '0', rate: '0.02' },
      { from: '10000', rate: '0.03' },
    ],
  },
  quota: 'quota',
  accelerator: { steps: [{ from: '1', factor: '1.5' }] },
}

export const returning = {
  id: 'returning',
  label: { en: 'Commission on returning customers', 'zh-CN': '老客复购提成' },
  currency: 'CNY',
  period: 'month',
  measure: { sum: 'sales', where: { credit: 'indirect' } },
  tiers: { kind: 'marginal', steps: [{ from: '0', rate: '0.01' }] },
  gate: { kpi: 'satisfaction', atLeast: '0.80', keeps: '0.5' },
}

const half = (...people: readonly string[]) => people.map((person) => ({ person, share: '0.5' }))

export const direct = {
  credit: 'direct',
  by: 'region',
  owners: { north: [{ person: 'ann', share: '1' }], south: half('ann', 'bob') },
  unowned: 'refuse',
}

export const indirect = {
  credit: 'indirect',
  where: { returning: 'yes' },
  by: 'desk',
  owners: { a: half('li', 'wang') },
  unowned: 'refuse',
}

/** One policy of a book, of one version from June on. */
export const policy = (kind: string, id: string, terms: unknown, from = '2026-06-01') => ({
  kind,
  id,
  owner: 'HR',
  versions: [{ from, reason: 'First handbook', terms }],
})

/** The policies of the shop, some of them changed. */
export const policies = (change: Readonly<Record<string, unknown>> = {}) =>
  [
    policy('department', 'operations', change['operations'] ?? operations),
    policy('department', 'service', change['service'] ?? service),
    policy(
      'scorecard',
      'service',
      change['scorecard'] ?? { ...scorecard, missing: 'redistribute' },
    ),
    policy('plan', 'territory', change['territory'] ?? territory),
    policy('plan', 'returning', change['returning'] ?? returning),
    policy('crediting', 'desks', change['crediting'] ?? [direct, indirect], '2020-01-01'),
  ].filter(({ versions }) => versions[0]?.terms !== 'none')

/** A book of the shop's policies: `'none'` leaves one out. */
export const bookOf = (change: Readonly<Record<string, unknown>> = {}, more: object = {}) => ({
  ...book,
  policies: policies(change),
  ...more,
})

export const book = {
  id: 'shop-2026',
  currency: 'CNY',
  rounding: 'half-up',
  proration: { basis: 'calendar-days' },
  policies: policies(),
}

/** A raise on the 11th. */
export const ann = {
  id: 'ann',
  name: 'Ann Lee',
  department: 'operations',
  employment: { from: '2020-01-01' },
  pay: {
    base: [
      { from: '2020-01-01', value: '9000.00' },
      { from: '2026-06-11', value: '10000.00' },
    ],
  },
  figures: { quota: '20000.00' },
}

/** Leaves on the 10th, after two days of unpaid leave. */
export const bob = {
  id: 'bob',
  name: 'Bob Ray',
  department: 'operations',
  employment: { from: '2021-03-01', to: '2026-06-10' },
  absences: [{ from: '2026-06-03', to: '2026-06-04' }],
  pay: { base: [{ from: '2021-03-01', value: '8100.00' }] },
  figures: { quota: '5000.00' },
}

/** One KPI has no measurement. */
export const li = {
  id: 'li',
  name: 'Li Na',
  department: 'service',
  employment: { from: '2022-05-01' },
  pay: {
    base: [{ from: '2022-05-01', value: '6000.00' }],
    meal: [{ from: '2022-05-01', value: '300.00' }],
  },
  targetBonus: '1000.00',
  figures: { satisfaction: '0.8600', first_response: '80', resolution: null },
}

/** Joins on the 16th, and misses the gate. */
export const wang = {
  id: 'wang',
  name: 'Wang Wei',
  department: 'service',
  employment: { from: '2026-06-16' },
  pay: {
    base: [{ from: '2026-06-16', value: '5000.00' }],
    meal: [{ from: '2026-06-16', value: '300.00' }],
  },
  targetBonus: '1000.00',
  figures: { satisfaction: '0.7900', first_response: '90', resolution: '0.78' },
}

export const people = [ann, bob, li, wang]

const event = (id: string, date: string, amount: string, region: string, returning: string) => ({
  id,
  kind: amount.startsWith('-') ? 'refund' : 'order',
  effective: date,
  recorded: date,
  amount,
  currency: 'CNY',
  attributes: { region, returning, desk: 'a' },
})

/** The first is of a month before the plans. Of a shared amount of an odd number of cents, the person first by name has the odd one. */
export const events = [
  event('may', '2026-05-31', '999.00', 'north', 'yes'),
  event('first', '2026-06-01', '1000.01', 'south', 'yes'),
  event('large', '2026-06-10', '20000.00', 'north', 'no'),
  event('back', '2026-06-30', '-100.01', 'south', 'yes'),
  event('july', '2026-07-01', '999.00', 'north', 'yes'),
]

/** What a run is made of, as JSON; the shop's month where nothing else is given. */
export interface RunJson extends Partial<Omit<RunData, 'people' | 'events'>> {
  readonly book?: unknown
  /** People with the figures of the period alone. */
  readonly people?: readonly object[]
  readonly events?: unknown
  readonly period?: string
}

/** What `runCompensation` takes, read from JSON. */
export function request(given: RunJson = {}): Parameters<typeof runCompensation> {
  const { book: policies = book, people: own = people, events: sales = events, ...rest } = given
  const { period: name = '2026-06', ...data } = rest
  const period = parsePeriod(name)
  const inPeriod = own.map((person) =>
    'figures' in person ? { ...person, figures: { [name]: person.figures } } : person,
  )
  return [
    parseBook(policies),
    {
      asOf: period.to,
      before: 'first',
      ...data,
      people: parsePeople(inPeriod),
      events: parseEvents(sales),
    },
    period,
  ]
}

export function month(given: RunJson = {}): CompensationRun {
  return runCompensation(...request(given))
}

/** The run of people as they are in memory, without the checks of `parsePeople`. */
export function monthOf(people: readonly Person[]): CompensationRun {
  const [book, data, period] = request({ events: [] })
  return runCompensation(book, { ...data, people }, period)
}

/** A person's lines: source and amount, and the days where there are some. */
export function linesOf({ statements }: CompensationRun, person: string): readonly string[] {
  const own = statements.filter((statement) => statement.person === person)
  return own.flatMap(({ lines }) =>
    lines.map((line) =>
      line.kind === 'component' && line.from !== undefined
        ? `${line.source} ${line.amount} ${line.from} ${line.to}`
        : `${line.source} ${line.amount}`,
    ),
  )
}

/** Who is not paid, with the code and path of every problem. */
export function unpaidOf({ unpaid }: CompensationRun): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    unpaid.map(({ person, problems }) => [
      person,
      problems.map(({ code, path }) => `${code} at ${path}`),
    ]),
  )
}

/** A person's statement. */
export function statementOf({ statements }: CompensationRun, id: string): Statement {
  return statements.find(({ person }) => person === id) as Statement
}
