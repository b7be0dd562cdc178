import { pathToFileURL } from 'node:url'
import type * as Calendar from '../../src/calendar/index.js'
import type * as Commission from '../../src/commission/index.js'
import type * as Credit from '../../src/credit/index.js'
import type * as Formula from '../../src/formula/index.js'
import type * as Pay from '../../src/pay/index.js'
import type * as Quantity from '../../src/quantity/index.js'

/**
 * `npm run bench:deals` parses, credits and measures a month of 1,000,000 events of 10,000 people: by
 * deals and a run of one component, and by `commission` as version 0.1 does it (of this build, or of a
 * package given as `--rival=<its dist>`), in one process, both as built. Both must measure the same for
 * everybody, to the cent. Prints microseconds an event and the heap in use after a collection;
 * `--json` prints them as JSON, `--events=<count>` takes fewer.
 */
const option = (name: string) =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3)
const count = Number(option('events') ?? 1_000_000)
const people = Math.max(1, Math.round(count / 100))
const built = new URL('../../dist/', import.meta.url)
const rival = option('rival')
const rivalBuilt = rival === undefined ? built : pathToFileURL(`${rival}/`)
const load = (folder: string, from = built) => import(new URL(`${folder}/index.js`, from).href)
const { creditDeals, parseCreditData, parseCrediting, parseEvents }: typeof Credit =
  await load('credit')
const { constant, multiply, round }: typeof Formula = await load('formula')
const { book, component, parseData, records, settle }: typeof Pay = await load('pay')
const { money }: typeof Quantity = await load('quantity')
const commission: typeof Commission = await load('commission', rivalBuilt)
const { parsePeriod }: typeof Calendar = await load('calendar', rivalBuilt)

const names = Array.from({ length: people }, (_, i) => `person-${i}`)
const month = parsePeriod('2026-03')

/** A month of orders, each 25th followed by a refund of a part; what both ledgers say. */
const happenings = Array.from({ length: count }, (_, i) => {
  const day = `2026-03-${String(1 + Math.floor((i / count) * 28)).padStart(2, '0')}`
  const isRefund = i % 25 === 24
  return {
    id: `e${i}`,
    kind: isRefund ? 'refund' : 'order',
    recorded: day,
    amount: isRefund ? '-20.50' : `${100 + ((i * 31) % 977)}.${10 + (i % 90)}`,
    currency: 'CNY',
    ...(isRefund && { of: `e${i - 1}` }),
    attributes: { seller: names[(i * 7_919) % people] as string, country: 'CN' },
  }
})

interface Stage {
  readonly seconds: number
  readonly megabytes: number
}

function heap(): number {
  global.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

/** Times a stage; the heap is what is held after it, beside what was held before all. */
function timed<T>(before: number, run: () => T): readonly [T, Stage] {
  const since = performance.now()
  const result = run()
  const seconds = (performance.now() - since) / 1000
  return [result, { seconds, megabytes: heap() - before }]
}

function byDeals() {
  const json = happenings.map(({ recorded, ...event }) => ({ ...event, on: recorded, recorded }))
  const crediting = parseCrediting({
    currency: 'CNY',
    credits: { direct: { rules: [{ owner: 'seller' }] } },
  })
  const sold = records('credits', 'sum', { value: 'sales', unit: money('CNY'), scale: 6 })
  const sales = component(
    'sales',
    { pays: 'due' },
    round(multiply(sold, constant('1')), { places: 2, rounding: 'half-up' }),
  )
  const shop = book([sales], { currency: 'CNY', retro: 2 })
  const staff = names.map((id) => ({ id, employment: [{ from: '2025-01-01' }], attributes: {} }))
  const before = heap()
  const [events, parse] = timed(before, () => parseEvents(json))
  const [{ credits }, credit] = timed(before, () =>
    creditDeals(crediting, parseCreditData({ events })),
  )
  const data = parseData({ people: staff, records: { credits } })
  const [run, measure] = timed(before, () =>
    settle(shop, data, { period: month.name, before: 'first' }),
  )
  const measured = new Map(run.lines.map(({ person, amount }) => [person, amount]))
  return { stages: { parse, credit, measure }, measured }
}

function byCommission() {
  const json = happenings.map(({ recorded, ...event }) => ({
    ...event,
    effective: recorded,
    recorded,
  }))
  const owners = Object.fromEntries(names.map((person) => [person, [{ person, share: '1' }]]))
  const rules = commission.parseCreditRules([
    { credit: 'direct', by: 'seller', owners, unowned: 'refuse' },
  ])
  const plan = commission.plan({
    id: 'bench',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    tiers: { kind: 'flat', rate: '1' },
  })
  const before = heap()
  const [events, parse] = timed(before, () => commission.parseEvents(json))
  const [credits, credit] = timed(before, () => commission.creditEvents(events, rules))
  const [measures, measure] = timed(before, () => commission.measureCredits(plan, credits))
  const measured = new Map(names.map((name) => [name, measures.of(name, month)['sales'] ?? '']))
  return { stages: { parse, credit, measure }, measured }
}

const deals = byDeals()
const old = byCommission()
for (const name of names)
  if (deals.measured.get(name) !== old.measured.get(name))
    throw new Error(
      `${name}: ${deals.measured.get(name)} by deals, ${old.measured.get(name)} before`,
    )

const stages = (['parse', 'credit', 'measure'] as const).map((stage) => {
  const [now, then] = [deals.stages[stage], old.stages[stage]]
  const perEvent = ({ seconds }: Stage) => Number(((seconds * 1e6) / count).toFixed(2))
  return {
    stage,
    microseconds: perEvent(now),
    rivalMicroseconds: perEvent(then),
    megabytes: Math.round(now.megabytes),
    rivalMegabytes: Math.round(then.megabytes),
  }
})
if (process.argv.includes('--json')) console.log(JSON.stringify({ events: count, people, stages }))
else {
  console.log(
    `${count.toLocaleString('en')} events of ${people.toLocaleString('en')} people, a month\n`,
  )
  for (const { stage, microseconds, rivalMicroseconds, megabytes, rivalMegabytes } of stages)
    console.log(
      `${stage.padEnd(8)} ${microseconds.toFixed(2).padStart(6)} µs an event, ${rivalMicroseconds.toFixed(2).padStart(6)} before: ${(rivalMicroseconds / microseconds).toFixed(1)} times; ${megabytes} MB held, ${rivalMegabytes} before`,
    )
}
