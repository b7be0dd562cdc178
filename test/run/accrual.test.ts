import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { parseEvents } from '../../src/commission/index.js'
import {
  type Accrual,
  type AccrualRequest,
  accrual,
  type CompensationRun,
  parseBook,
  parsePeople,
  runCompensation,
} from '../../src/run/index.js'
import { found } from '../found.js'

const policy = (kind: string, id: string, terms: unknown, from = '2026-01-01') => ({
  ...{ kind, id, owner: 'HR' },
  versions: [{ from, reason: 'Handbook', terms }],
})
const department = (label: string, commission: string) => ({ label, components: [], commission })
const planOf = (id: string, more: object = {}) => ({
  ...{ id, currency: 'CNY', period: 'quarter', measure: { sum: 'sales' } },
  ...{ tiers: { kind: 'flat', rate: '0.1' } },
  ...more,
})
const bookOf = (direct: object = {}, desk: object = {}, from?: string) =>
  parseBook({
    ...{ id: 'shop', currency: 'CNY', rounding: 'half-up', proration: { basis: 'calendar-days' } },
    policies: [
      policy('department', 'sales', department('Sales', 'direct'), from),
      policy('department', 'service', department('Service', 'desk'), from),
      policy('plan', 'direct', planOf('direct', direct), from),
      policy(
        'plan',
        'desk',
        planOf('desk', { tiers: { kind: 'flat', rate: '0.01' }, ...desk }),
        from,
      ),
      policy('crediting', 'sellers', [
        {
          ...{ credit: 'direct', by: 'seller', unowned: 'refuse' },
          owners: Object.fromEntries(
            ['ann', 'bob', 'chen', 'li'].map((person) => [person, [{ person, share: '1' }]]),
          ),
        },
      ]),
    ],
  })

/** Ann stays, Bob leaves with the first quarter, Chen joins in the middle of the second; Li serves. */
const employments: Readonly<Record<string, object>> = {
  ann: { from: '2020-01-01' },
  bob: { from: '2020-01-01', to: '2026-03-31' },
  chen: { from: '2026-05-16' },
  li: { from: '2020-01-01' },
}
type Figures = Readonly<Record<string, Readonly<Record<string, string | null>>>>
const peopleOf = (
  figures: Readonly<Record<string, Figures>> = {},
  ids = Object.keys(employments),
) =>
  parsePeople(
    ids.map((id) => ({
      ...{ id, name: id, department: id === 'li' ? 'service' : 'sales', pay: {} },
      ...{ employment: employments[id], figures: figures[id] ?? {} },
    })),
  )
const sale = (seller: string, day: string, amount: string, recorded = day) => ({
  ...{ id: `${seller} ${day} ${amount}`, kind: amount.startsWith('-') ? 'refund' : 'order' },
  ...{ effective: day, recorded, amount, currency: 'CNY', attributes: { seller } },
})
const sales = [
  sale('ann', '2026-01-10', '600.00'),
  sale('ann', '2026-02-20', '400.00', '2026-04-02'),
  sale('ann', '2026-05-01', '1400.00'),
  sale('bob', '2026-03-01', '500.00'),
  sale('chen', '2026-06-01', '90.00'),
  sale('li', '2026-04-01', '3000.00'),
]
const ends: Readonly<Record<string, string>> = {
  '2026-Q1': '2026-03-31',
  '2026-Q2': '2026-06-30',
  '2026-Q3': '2026-09-30',
  '2026-Q4': '2026-12-31',
}
interface Shop {
  readonly book?: ReturnType<typeof bookOf>
  readonly people?: ReturnType<typeof peopleOf>
  readonly events?: readonly object[]
  readonly quarters?: readonly string[]
}
function runOf({
  book = bookOf(),
  people = peopleOf(),
  events = sales,
  quarters = ['2026-Q1', '2026-Q2'],
}: Shop = {}): CompensationRun {
  let before: CompensationRun | 'first' = 'first'
  for (const name of quarters) {
    const data = { people, events: parseEvents(events), asOf: ends[name] as string, before }
    before = runCompensation(book, data, parsePeriod(name))
  }
  return before as CompensationRun
}

const years = {
  2022: ['10', '20', '30', '40'],
  2023: ['20', '20', '20', '40'],
  2024: ['15', '25', '20', '40'],
  2025: ['25', '25', '25', '25'],
}
const seasons = { weights: ['70', '90', '95', '145'], years }
const asked: AccrualRequest = {
  people: peopleOf(),
  seasonality: { direct: seasons, desk: seasons },
  ahead: 'as-given',
}
const accrue = (shop: Shop = {}, more: Partial<AccrualRequest> = {}): Accrual =>
  accrual(shop.book ?? bookOf(), runOf(shop), {
    ...asked,
    ...(shop.people && { people: shop.people }),
    ...more,
  })
const ofPerson = ({ people }: Accrual, id: string) => people.find(({ person }) => person === id)

describe("a year's commissions", () => {
  test('are earned to date by what runs have settled, late sales in their own period', () => {
    const { year, through, people } = accrue()
    expect([year, through]).toEqual(['2026', '2026-Q2'])
    expect(
      people.map(({ person, department, plan, earned }) => [person, department, plan, earned]),
    ).toEqual([
      ['ann', 'sales', 'direct', '240.00'],
      ['bob', 'sales', 'direct', '50.00'],
      ['chen', 'sales', 'direct', '9.00'],
      ['li', 'service', 'desk', '30.00'],
    ])
    expect(ofPerson(accrue(), 'ann')?.forecast?.expected.periods).toMatchObject([
      { period: '2026-Q1', measure: '1000.00', earned: '100.00' },
      { period: '2026-Q2', measure: '1400.00', earned: '140.00' },
      { period: '2026-Q3', measure: '1425.00', earned: '142.50' },
      { period: '2026-Q4', measure: '2175.00', earned: '217.50' },
    ])
  })

  test('are expected of who stays, of who has left and of who joins in the middle', () => {
    const end = (id: string) => ofPerson(accrue(), id)?.forecast?.expected.measure
    // 2400 × 400 ÷ 160.
    expect(end('ann')).toBe('6000.00')
    expect(end('bob')).toBe('500.00')
    // 46 of 91 days of the second quarter: 90 × (0.505495 × 90 + 240) ÷ (0.505495 × 90).
    expect(end('chen')).toBe('564.78')
    expect(end('li')).toBe('7500.00')
  })

  test('add up by department and in all, to the cent', () => {
    const { departments, company } = accrue()
    expect(departments).toEqual([
      {
        ...{ id: 'sales', people: 3, earned: '299.00', payable: '299.00', held: '0.00' },
        // 600.00 of Ann, 50.00 of Bob, and of Chen 9.00, 18.79 and 28.69 for quarters of 187.93 and 286.85.
        ...{ expected: '706.48', toCome: '407.48', low: '574.60', high: '921.32', unforecast: 0 },
      },
      {
        ...{ id: 'service', people: 1, earned: '30.00', payable: '30.00', held: '0.00' },
        ...{ expected: '75.00', toCome: '45.00', low: '60.00', high: '100.00', unforecast: 0 },
      },
    ])
    expect(company).toMatchObject({
      ...{ id: 'shop', people: 4, earned: '329.00', expected: '781.48', toCome: '452.48' },
      ...{ low: '634.60', high: '1021.32' },
    })
  })

  test('are the fact when the year is over', () => {
    const { company } = accrue({ quarters: Object.keys(ends) })
    expect(company).toMatchObject({ earned: '329.00', expected: '329.00', toCome: '0.00' })
    expect([company.low, company.high]).toEqual(['329.00', '329.00'])
  })

  test('do not depend on the order of people, events and plans', () => {
    const turned = { people: [...peopleOf()].reverse(), events: [...sales].reverse() }
    expect(accrue(turned, { seasonality: { desk: seasons, direct: seasons } })).toEqual(accrue())
  })

  test('tell what is held back until collection', () => {
    const book = bookOf({ holdback: { share: '0.4' } })
    const { company } = accrue({ book })
    expect([company.earned, company.payable, company.held]).toEqual(['329.00', '209.40', '119.60'])
  })

  test('of earlier years are none of this one', () => {
    const book = bookOf()
    const before = runOf({ book, quarters: Object.keys(ends) })
    const events = parseEvents([...sales, sale('ann', '2026-12-31', '999.00', '2027-01-02')])
    const data = { people: peopleOf(), events, asOf: '2027-03-31', before }
    const run = runCompensation(book, data, parsePeriod('2027-Q1'))
    const { year, people, company } = accrual(book, run, asked)
    expect(year).toBe('2027')
    expect(people.map(({ person }) => person)).toEqual(['ann', 'chen', 'li'])
    expect(company).toMatchObject({ earned: '0.00', expected: '0.00' })
    // Nothing is sold yet, so there is no interval.
    expect(company).not.toHaveProperty('low')
  })

  test('of a plan of the year to date go on from the year so far', () => {
    const steps = [
      { from: '0', rate: '0.1' },
      { from: '3000', rate: '0.2' },
    ]
    const book = bookOf({ measuring: 'year-to-date', tiers: { kind: 'marginal', steps } })
    // 300.00 for the first 3000.00 of 6000.00 and 600.00 for the rest.
    const { forecast } = ofPerson(accrue({ book }), 'ann') ?? {}
    expect(forecast?.expected).toMatchObject({ measure: '6000.00', commission: '900.00' })
    expect(forecast?.toDate).toEqual({ measure: '2400.00', earned: '240.00' })
  })

  test('begin with the first run', () => {
    const { people } = accrue({ quarters: ['2026-Q2'] })
    const { forecast } =
      people.find(({ person, plan }) => person === 'ann' && plan === 'direct') ?? {}
    // The first quarter was sold before the time in the plan: it counts as it is, and makes no pace.
    // 1400 × (90 + 95 + 145) ÷ 90 + 1000
    expect(forecast?.expected.measure).toBe('6133.33')
    expect(forecast?.expected.periods).toMatchObject([
      { period: '2026-Q1', measure: '1000.00', earned: '100.00' },
      { period: '2026-Q2', measure: '1400.00', earned: '140.00' },
      { period: '2026-Q3', measure: '1477.78', earned: '147.78' },
      { period: '2026-Q4', measure: '2255.56', earned: '225.56' },
    ])
  })
})

test('a plan that begins in the year has the rest of it', () => {
  const book = bookOf({}, {}, '2026-04-01')
  const told = accrue({ book, quarters: ['2026-Q2'] })
  expect(told.people.map(({ person, plan }) => `${person} ${plan}`)).toEqual([
    ...['ann direct', 'chen direct', 'li desk'],
  ])
  // 1400 × (90 + 95 + 145) ÷ 90, of which the plan counts nothing that was sold before.
  expect(ofPerson(told, 'ann')?.forecast?.expected.measure).toBe('5133.33')
})

describe('figures of periods to come', () => {
  const quota = { quota: 'quota', accelerator: { steps: [{ from: '1', factor: '2' }] } }
  const book = bookOf(quota, { gate: { kpi: 'csat', atLeast: '0.9' } })
  const each = (q1: object, q2: object) => ({ '2026-Q1': q1, '2026-Q2': q2 }) as Figures
  const figures = {
    ann: each({ quota: '2000' }, { quota: '1400' }),
    bob: each({ quota: '500' }, {}),
    chen: { '2026-Q2': { quota: '90' }, '2026-Q3': { quota: '100' }, '2026-Q4': { quota: '200' } },
    li: each({ csat: '0.8' }, { csat: '0.95' }),
  }
  const people = peopleOf(figures)

  test('are those given: without them a person has problems, and counts with what is earned', () => {
    const told = accrue({ book, people })
    const problems = (id: string) =>
      ofPerson(told, id)?.problems?.map(({ code, path }) => `${code} ${path}`)
    expect(problems('ann')).toEqual([
      'missing-input figures.2026-Q3.quota',
      'missing-input figures.2026-Q4.quota',
    ])
    expect(problems('li')).toEqual([
      'missing-input figures.2026-Q3.csat',
      'missing-input figures.2026-Q4.csat',
    ])
    expect(problems('bob')).toBeUndefined()
    // Chen: 9.00, then 100.00 of 187.93 and 200.00 of 286.85 at 10 %, the rest at 20 %.
    expect(ofPerson(told, 'chen')?.forecast?.expected.commission).toBe('73.96')
    expect(told.company).toMatchObject({
      ...{ earned: '329.00', expected: '123.96', toCome: '64.96', unforecast: 2 },
    })
  })

  test('are the last ones known where the request says so', () => {
    const told = accrue({ book, people }, { ahead: 'last-known' })
    // 1425.00 and 2175.00 against 1400.00: 145.00 and 295.00.
    expect(ofPerson(told, 'ann')?.forecast?.expected.commission).toBe('680.00')
    expect(ofPerson(told, 'li')?.forecast?.expected.commission).toBe('75.00')
    expect(told.company.unforecast).toBe(0)
  })

  test('are parts of the quota of the year where one is given', () => {
    const told = accrue({ book, people }, { ahead: 'last-known', quotas: { ann: '6000.00' } })
    // Quarters of 1425.00 and 2175.00, just met.
    expect(ofPerson(told, 'ann')?.forecast?.expected).toMatchObject({
      ...{ commission: '600.00', attainment: '1.0000' },
    })
  })

  test('that were not measured stand for none of later ones', () => {
    const own = {
      ...figures,
      li: { ...figures.li, '2026-Q3': { csat: null }, '2026-Q4': { csat: '0.8' } },
    }
    const told = accrual(book, runOf({ book, people }), {
      ...{ ...asked, people: peopleOf(own), ahead: 'last-known' },
    })
    // Of the third quarter the figure of the second stands; the fourth misses the gate.
    expect(ofPerson(told, 'li')?.forecast?.expected.commission).toBe('47.81')
  })

  test('of nobody listed are none', () => {
    const told = accrual(book, runOf({ book, people }), { ...asked, people: [] })
    expect(ofPerson(told, 'bob')?.forecast?.expected.commission).toBe('50.00')
    expect(ofPerson(told, 'chen')?.problems).toHaveLength(2)
  })
})

describe('who is not forecast', () => {
  test('is paid by category', () => {
    const book = bookOf({ tiers: { kind: 'category', by: 'seller', rates: {}, otherwise: '0.1' } })
    const told = accrue({ book })
    expect(ofPerson(told, 'ann')?.problems).toMatchObject([{ code: 'no-curve', path: 'plan' }])
    expect(told.company).toMatchObject({ earned: '329.00', expected: '75.00', unforecast: 3 })
    // Of nobody there is no low either.
    expect(told.departments[0]).toMatchObject({ id: 'sales', expected: '0.00', toCome: '0.00' })
    expect(told.departments[0]).not.toHaveProperty('low')
  })

  test('is not settled in the period of the run', () => {
    const book = bookOf({}, { gate: { kpi: 'csat', atLeast: '0.9' } })
    const people = peopleOf({ li: { '2026-Q1': { csat: '0.9' } } })
    const told = accrue({ book, people })
    expect(ofPerson(told, 'li')?.problems).toMatchObject([
      { code: 'not-settled', path: 'settlements' },
    ])
  })

  test('has sold nothing to date, and so has no interval', () => {
    const told = accrue({ events: sales.filter((each) => each.attributes.seller !== 'li') })
    expect(ofPerson(told, 'li')?.forecast?.noInterval?.code).toBe('nothing-sold')
    expect(told.departments.map(({ low }) => low !== undefined)).toEqual([true, false])
    expect(told.company).not.toHaveProperty('high')
  })

  test('is asked for fewer past years', () => {
    const seasonality = { ...asked.seasonality, desk: { ...seasons, years: { 2025: years[2025] } } }
    const told = accrue({}, { seasonality, leastYears: 5, coverage: '0.5' })
    expect(ofPerson(told, 'ann')?.forecast?.noInterval?.code).toBe('too-few-years')
  })
})

describe('an accrual is refused', () => {
  test.each<[string, object, readonly (readonly [string, string])[]]>([
    [
      'without a seasonality of a plan, with one of no plan',
      { seasonality: { direct: seasons, dseK: seasons } },
      [
        ['no-seasonality', 'seasonality.desk'],
        ['unknown-reference', 'seasonality.dseK'],
      ],
    ],
    [
      'with months where the run pays quarters',
      { seasonality: { direct: seasons, desk: { weights: Array(12).fill('1') } } },
      [['other-seasons', 'seasonality.desk.weights']],
    ],
    [
      'with options that are none, all at once',
      {
        seasonality: { direct: { weights: ['0', '0'] } },
        ...{ people: 'all', ahead: 'guess', quotas: { ann: 'x' }, coverage: '0', leastYears: 1 },
      },
      [
        ['wrong-type', 'people'],
        ['weightless', 'seasonality.direct.weights'],
        ['not-offered', 'ahead'],
        ['not-a-number', 'quotas.ann'],
        ['not-coverage', 'coverage'],
        ['not-whole', 'leastYears'],
      ],
    ],
  ])('%s', (_, more, problems) => {
    const run = runOf()
    expect(found(() => accrual(bookOf(), run, { ...asked, ...more }))).toEqual(problems)
  })
  test('for a run that does not say where somebody works', () => {
    const { bob: _, ...posts } = runOf().posts
    expect(found(() => accrual(bookOf(), { ...runOf(), posts }, asked))).toEqual([
      ['no-post', 'posts.bob'],
    ])
  })
})
