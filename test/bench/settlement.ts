import { parsePeriod } from '../../src/calendar/index.js'
import {
  type Credit,
  creditEvents,
  parseCreditRules,
  plan,
  type SalesEvent,
  type Settlement,
  settle,
} from '../../src/commission/index.js'

/**
 * `npm run bench:settlement` settles a quarter of 1,000,000 events for 10,000 people, month after
 * month in one process, twice: with the whole ledger in memory, in which refunds name their orders;
 * and with credits that are made a day at a time and dropped, so that what stays is the sums of each
 * person and the settlements. Prints seconds, events a second, and the heap in use after a collection.
 */
const people = 10_000
const events = 1_000_000
const months = [1, 2, 3]
const days = 28
const perDay = Math.ceil(events / months.length / days)

const bench = plan({
  id: 'bench',
  currency: 'CNY',
  period: 'month',
  measure: { sum: 'sales', where: { credit: 'direct' } },
  tiers: {
    kind: 'marginal',
    steps: [
      { from: '0', rate: '0.010' },
      { from: '20000', rate: '0.015' },
    ],
  },
  cap: '8000',
})
const names = Array.from({ length: people }, (_, i) => `person-${i}`)
const owners = Object.fromEntries(names.map((person) => [person, [{ person, share: '1' }]]))
const rules = parseCreditRules([{ credit: 'direct', by: 'seller', owners, unowned: 'refuse' }])
const figures = Object.fromEntries(names.map((person) => [person, {}]))

/** One day's events; one in 25 is a refund, in the later months of an order a month before. */
function eventsOn(month: number, day: number, linked: boolean): SalesEvent[] {
  const date = `2026-0${month}-${String(day).padStart(2, '0')}`
  return Array.from({ length: perDay }, (_, i) => {
    const refund = i % 25 === 0
    const of = refund && linked && month > 1 && `${month - 1}-${day}-${i + 1}`
    return {
      id: `${month}-${day}-${i}`,
      kind: refund ? 'refund' : 'order',
      effective: date,
      recorded: date,
      amount: refund ? '-120.50' : `${100 + ((i * 31) % 977)}.${10 + ((day * i) % 90)}`,
      currency: 'CNY',
      ...(of && { of }),
      attributes: { seller: names[(i * 7919 + day) % people] as string },
    } satisfies SalesEvent
  })
}

const heap = () => {
  global.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

let since = performance.now()
function report(stage: string, count: number, peak = heap()): void {
  const seconds = (performance.now() - since) / 1000
  const rate = Math.round(count / seconds).toLocaleString('en')
  console.log(
    `${stage.padEnd(44)} ${seconds.toFixed(1).padStart(6)} s ${rate.padStart(10)} events/s ${peak.toFixed(0).padStart(6)} MB`,
  )
  since = performance.now()
}

function settleMonths(
  credits: (month: number) => Iterable<Credit>,
  countOf: (month: number) => number,
  peak?: () => number,
): void {
  let history: readonly Settlement[] = []
  for (const month of months) {
    const period = parsePeriod(`2026-0${month}`)
    const plans = [{ from: '2026-01-01', value: bench }]
    const request = { plans, people: figures, history, period, asOf: period.to }
    history = [...history, ...settle({ ...request, credits: credits(month) })]
    const stage = `  settled ${period.name}, ${history.length} settlements`
    report(stage, countOf(month), peak?.())
  }
}

function inMemory(): void {
  const ledger = months.flatMap((month) =>
    Array.from({ length: days }, (_, i) => eventsOn(month, i + 1, true)).flat(),
  )
  report(`ledger of ${ledger.length.toLocaleString('en')} events`, ledger.length)
  const credits = creditEvents(ledger, rules)
  report('  credited', ledger.length)
  settleMonths(
    () => credits,
    () => credits.length,
  )
}

/** Credits a day at a time, up to a month; samples the heap on the way. */
function streamed(): void {
  let most = 0
  function* credits(last: number): Iterable<Credit> {
    most = 0
    for (const month of months.slice(0, last))
      for (let day = 1; day <= days; day++) {
        yield* creditEvents(eventsOn(month, day, false), rules)
        if (day % 14 === 0) most = Math.max(most, heap())
      }
  }
  settleMonths(
    credits,
    (month) => month * days * perDay,
    () => most,
  )
}

inMemory()
console.log('credits a day at a time, dropped when read; the most heap on the way')
since = performance.now()
streamed()
