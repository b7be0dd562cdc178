import { readFileSync } from 'node:fs'
import { calendar, commission, explain, quantity, renderText } from 'payproof'
import { readSales, refundedOrders } from '../online-retail.js'
import { table } from '../table.js'

const json = JSON.parse(readFileSync(new URL('./plan.json', import.meta.url), 'utf8'))
const plan = commission.parsePlan(json.plan)
const payments = commission.parsePayments(json.payments)
const rules = commission.parseCreditRules(json.rules)

// Refunds whose order is in the file take back what that order earned, in its month and at its rate.
const orders = refundedOrders()
const ledger = readSales().events.map((event) => {
  const of = orders.get(event.id)
  return of === undefined ? event : { ...event, of }
})
const credits = commission.creditEvents(ledger, rules)
const people = { grace: {}, mei: {}, tomas: {} }
const plans = [{ from: '2010-12-01', value: plan }]

const amount = quantity.formatNumber
let history: readonly commission.Settlement[] = []
let owed: Readonly<Record<string, commission.Owed>> = {}
const rows: string[][] = []
for (const name of ['2011-01', '2011-02', '2011-03', '2011-04']) {
  const period = calendar.parsePeriod(name)
  // Nothing before January is settled by this plan: earlier credits are left out.
  const known = credits.filter(({ booked }) => booked >= '2011-01-01')
  const request = { plans, credits: known, people, history, period, asOf: period.to }
  const settled = commission.settle(request)
  history = [...history, ...settled]
  for (const { person, payable, settled: before, due, lines } of settled) {
    const payment = commission.pay(payments, {
      due,
      period,
      owed: owed[person] ?? commission.nothingOwed,
    })
    owed = { ...owed, [person]: payment.owed }
    const carried = quantity.total(
      payment.owed.carried.map((each) => each.amount),
      2,
    )
    const reopened = lines.filter((line) => line.period !== name && line.due !== '0.00').length
    rows.push([
      name,
      person,
      ...[payable, before, due].map(amount),
      reopened === 0 ? '' : String(reopened),
      ...[payment.recovered, payment.paid, carried].map(amount),
    ])
  }
}

console.log('Four months of a territory plan, each settled on its last day, in GBP')
console.log(
  'Due is the entitlement to date less what is settled; no refund has a rule of its own.\n',
)
console.log(
  table([
    ['Month', 'Person', 'Entitled', 'Settled', 'Due', 'Reopened', 'Recovered', 'Paid', 'Carried'],
    ...rows,
  ]),
)

/** One person's settlement of a month, line by line. */
function show(person: string, month: string): void {
  const settlement = history.find((each) => each.person === person && each.period === month)
  for (const line of settlement?.lines ?? []) {
    const { period, payable, settled, due, events, clause } = line
    const shown = events.length > 6 ? `${events.length} events` : events.join(', ') || 'no events'
    console.log(
      `\n${person}, ${month}: ${period} is worth ${amount(payable)}, ${amount(settled)} is settled, so ${amount(due)} is due [${clause}]\n  new: ${shown}`,
    )
    console.log(renderText(explain(line, { locale: 'en' })).replaceAll(/^/gm, '  '))
  }
}
show('mei', '2011-03')
show('grace', '2011-04')
