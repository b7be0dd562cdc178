import type * as Credit from '../../src/credit/index.js'
import type * as Formula from '../../src/formula/index.js'
import type * as Pay from '../../src/pay/index.js'
import type * as Quantity from '../../src/quantity/index.js'

/**
 * `npm run bench:deals` parses, credits and measures a month of 1,000,000 events of 10,000 people: by
 * deals and a run of one component, as built; and by a loop that adds whole cents to the seller of each
 * event's root, checks nothing and keeps no record of anything. Both must come to the same for everybody,
 * to the cent. Prints microseconds an event and the heap in use after a collection; `--json` prints them
 * as JSON, `--events=<count>` takes fewer.
 */
const option = (name: string) =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3)
const count = Number(option('events') ?? 1_000_000)
const people = Math.max(1, Math.round(count / 100))
const load = (folder: string) =>
  import(new URL(`../../dist/${folder}/index.js`, import.meta.url).href)
const { creditDeals, parseCreditData, parseCrediting, parseEvents }: typeof Credit =
  await load('credit')
const { constant, multiply, round }: typeof Formula = await load('formula')
const { book, component, parseData, records, settle }: typeof Pay = await load('pay')
const { money }: typeof Quantity = await load('quantity')

const names = Array.from({ length: people }, (_, i) => `person-${i}`)

/** A month of orders, each 25th followed by a refund of a part. */
const happenings = Array.from({ length: count }, (_, i) => {
  const day = `2026-03-${String(1 + Math.floor((i / count) * 28)).padStart(2, '0')}`
  const isRefund = i % 25 === 24
  return {
    id: `e${i}`,
    kind: isRefund ? 'refund' : 'order',
    on: day,
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
  const [events, parse] = timed(before, () => parseEvents(happenings))
  const [{ credits }, credit] = timed(before, () =>
    creditDeals(crediting, parseCreditData({ events })),
  )
  const data = parseData({ people: staff, records: { credits } })
  const [run, measure] = timed(before, () =>
    settle(shop, data, { period: '2026-03', before: 'first' }),
  )
  const measured = new Map(run.lines.map(({ person, amount }) => [person, amount]))
  return { stages: { parse, credit, measure }, measured }
}

function byHand(): ReadonlyMap<string, string> {
  const sellers = new Map<string, string>()
  const cents = new Map<string, number>()
  for (const { id, of, amount, attributes } of happenings) {
    const seller = of === undefined ? attributes.seller : (sellers.get(of) as string)
    sellers.set(id, seller)
    cents.set(seller, (cents.get(seller) ?? 0) + Math.round(Number(amount) * 100))
  }
  return new Map([...cents].map(([name, sum]) => [name, (sum / 100).toFixed(2)]))
}

const [byLoop, loop] = timed(heap(), byHand)
const deals = byDeals()
const nothing = '0.00'
for (const name of names)
  if (deals.measured.get(name) !== (byLoop.get(name) ?? nothing))
    throw new Error(
      `${name}: ${deals.measured.get(name)} by deals, ${byLoop.get(name) ?? nothing} by hand`,
    )

const stages = Object.entries({ ...deals.stages, 'by hand': loop }).map(
  ([stage, { seconds, megabytes }]) => ({
    stage,
    microseconds: Number(((seconds * 1e6) / count).toFixed(2)),
    megabytes: Math.round(megabytes),
  }),
)
if (process.argv.includes('--json')) console.log(JSON.stringify({ events: count, people, stages }))
else {
  console.log(
    `${count.toLocaleString('en')} events of ${people.toLocaleString('en')} people, a month\n`,
  )
  for (const { stage, microseconds, megabytes } of stages)
    console.log(
      `${stage.padEnd(8)} ${microseconds.toFixed(2).padStart(6)} µs an event, ${megabytes} MB held`,
    )
}
