import { parsePeriod } from '../../src/calendar/index.js'
import type { SalesEvent } from '../../src/commission/index.js'
import { type Person, parseBook, parsePeople, runCompensation } from '../../src/run/index.js'

/**
 * `npm run bench:run` pays a month of companies from 100 to 100,000 people by every kind of policy:
 * base, allowance, a bonus by scorecard for four in five, commission for the others on 25 orders each,
 * a pool, an award, adjustments and a budget. Prints seconds, microseconds a person, and the heap in
 * use with all statements. A company before them, whose figures are left out, warms the engine up.
 */
const warmUp = 1_000
const sizes = [100, 1_000, 10_000, 100_000]
const period = parsePeriod('2026-03')
const since = (terms: unknown) => [{ from: '2026-01-01', reason: 'Handbook of 2026', terms }]
const policy = (kind: string, id: string, terms: unknown) => ({
  kind,
  id,
  owner: 'HR',
  versions: since(terms),
})

const kpi = (name: string, direction: string, levels: readonly string[], weight: string) => ({
  kpi: name,
  unit: 'ratio',
  scale: 4,
  direction,
  weight,
  threshold: levels[0],
  target: levels[1],
  stretch: levels[2],
})
const base = { component: 'base', prorated: true }
const meals = { component: 'meals', prorated: false }

function bookOf(sellers: readonly string[]) {
  const owners = Object.fromEntries(sellers.map((id) => [id, [{ person: id, share: '1' }]]))
  const scores = { threshold: '60', target: '100', stretch: '120' }
  return parseBook({
    id: 'bench',
    currency: 'CNY',
    rounding: 'half-up',
    proration: { basis: 'calendar-days' },
    policies: [
      policy('department', 'service', {
        label: 'Service',
        components: [base, meals],
        bonus: { scorecard: 'quality', prorated: true },
      }),
      policy('department', 'sales', {
        label: 'Sales',
        components: [base, meals],
        commission: 'tiers',
      }),
      policy('scorecard', 'quality', {
        id: 'quality',
        missing: 'redistribute',
        scores,
        kpis: [
          kpi('satisfaction', 'higher', ['0.80', '0.85', '0.90'], '0.5'),
          kpi('first_contact_resolution', 'higher', ['0.70', '0.78', '0.85'], '0.3'),
          kpi('transfer_rate', 'lower', ['0.20', '0.15', '0.10'], '0.2'),
        ],
        score: { places: 1, rounding: 'half-up' },
        bands: [
          { coefficient: '0' },
          { from: '60', coefficient: '0.8' },
          { from: '100', coefficient: '1.2' },
        ],
      }),
      policy('plan', 'tiers', {
        id: 'tiers',
        currency: 'CNY',
        period: 'month',
        measure: { sum: 'sales' },
        quota: 'quota',
        tiers: {
          kind: 'marginal',
          steps: [{ rate: '0.01' }, { from: '50000', rate: '0.02' }],
        },
        accelerator: { steps: [{ from: '1', factor: '1.5' }] },
        cap: '8000',
      }),
      policy('crediting', 'sellers', [
        { credit: 'direct', by: 'seller', owners, unowned: 'refuse' },
      ]),
      policy('pool', 'profit', {
        funding: {
          id: 'fund',
          currency: 'CNY',
          rounding: 'down',
          source: { kind: 'profit-share', rate: '0.05' },
        },
        division: {
          id: 'profit',
          currency: 'CNY',
          ties: 'larger-weight',
          levels: [
            {
              level: 'person',
              weight: { op: 'input', name: 'salary', unit: 'money:CNY', scale: 2 },
            },
          ],
        },
      }),
      policy('award', 'star', {
        id: 'star',
        currency: 'CNY',
        eligibility: [],
        ties: 'share',
        ranking: [{ figure: 'satisfaction', unit: 'ratio', direction: 'higher' }],
        prizes: ['2000', '1000'],
        budget: '3000',
      }),
      policy('budget', 'month', { most: '100000000000', breach: 'report' }),
    ],
  })
}

function peopleOf(count: number): readonly Person[] {
  return parsePeople(
    Array.from({ length: count }, (_, i) => {
      const isSeller = i % 5 === 0
      const figures = isSeller
        ? { quota: '60000' }
        : {
            satisfaction: `0.${80 + (i % 15)}`,
            first_contact_resolution: i % 7 === 0 ? null : `0.${70 + (i % 20)}`,
            transfer_rate: `0.${10 + (i % 12)}`,
          }
      return {
        id: `p${i}`,
        name: `Person ${i}`,
        department: isSeller ? 'sales' : 'service',
        employment: { from: i % 11 === 0 ? '2026-03-10' : '2024-01-01' },
        pay: {
          base: [{ from: '2024-01-01', value: `${5000 + (i % 4000)}.00` }],
          meals: [{ from: '2024-01-01', value: '300.00' }],
        },
        ...(!isSeller && { targetBonus: '800.00' }),
        figures: { '2026-03': figures },
      }
    }),
  )
}

function eventsOf(sellers: readonly string[]): readonly SalesEvent[] {
  return sellers.flatMap((seller, s) =>
    Array.from({ length: 25 }, (_, i) => {
      const date = `2026-03-${String(1 + i).padStart(2, '0')}`
      return {
        ...({ id: `${seller}-${i}`, kind: 'order', effective: date, recorded: date } as const),
        ...({ amount: `${1500 + ((s * 31 + i * 977) % 2000)}.50`, currency: 'CNY' } as const),
        attributes: { seller },
      }
    }),
  )
}

const heap = () => {
  global.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

function paid(size: number) {
  const sellers = Array.from({ length: Math.ceil(size / 5) }, (_, i) => `p${5 * i}`)
  const book = bookOf(sellers)
  const people = peopleOf(size)
  const events = eventsOf(sellers)
  const adjustments = [
    { id: 'a1', person: 'p0', label: 'Correction', amount: '-12.50', reason: 'Booked twice' },
  ]
  const members = people.map(({ id }, i) => ({ id, figures: { salary: `${5000 + (i % 4000)}` } }))
  const pools = { profit: { figures: { profit: '90000000' }, members } }
  const entries = people
    .slice(1, 100)
    .map(({ id }, i) => ({ id, from: '2024-01-01', figures: { satisfaction: `0.${900 + i}` } }))
  const awards = { star: entries }
  const before = heap()
  const start = performance.now()
  const run = runCompensation(
    book,
    { people, events, adjustments, pools, awards, asOf: period.to, before: 'first' },
    period,
  )
  const seconds = (performance.now() - start) / 1000
  if (run.statements.length !== size) throw new Error(`${run.unpaid.length} people are not paid`)
  return { events: events.length, seconds, megabytes: heap() - before }
}

const written = (value: number, width: number, places = 0) =>
  value
    .toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places })
    .padStart(width)

paid(warmUp)
for (const size of sizes) {
  const { events, seconds, megabytes } = paid(size)
  const each = (seconds / size) * 1e6
  console.log(
    `${written(size, 7)} people ${written(events, 8)} events ${written(seconds, 7, 1)} s ${written(each, 6)} µs a person ${written(megabytes, 6)} MB of statements`,
  )
}
