import { type credit, pay, quantity, renderText } from 'payproof'
import { table } from '../table.js'
import { book } from './book.js'
import { credits, handedOver, reconciliation } from './deals.js'

const people = ['grace', 'mei', 'tomas']
const data = pay.parseData({
  people: people.map((id) => ({ id, employment: [{ from: '2010-12-01' }], attributes: {} })),
  records: { credits },
})

const runs: pay.Run[] = []
for (const period of ['2011-01', '2011-02', '2011-03', '2011-04'])
  runs.push(pay.settle(book, data, { period, before: runs.at(-1) ?? 'first' }))

const amount = quantity.formatNumber
const sum = (lines: readonly pay.Line[]) =>
  amount(
    quantity.total(
      lines.map((line) => line.amount),
      2,
    ),
  )

console.log('Four months of a territory plan, each settled on its last day, in GBP\n')
console.log(
  table([
    ['Month', 'Person', 'Earned', 'Corrected', 'Carried over, or recovered', 'Paid', 'Owed'],
    ...runs.flatMap(({ period, lines, state }) =>
      people.map((person) => {
        const own = lines.filter((line) => line.person === person)
        const earned = own.filter(({ component }) => component === 'commission')
        const owed = state.settled.find(
          ({ component, owner, earned }) =>
            component === 'owed' && owner.person === person && earned.period === period,
        )
        return [
          period,
          person,
          sum(earned.filter((line) => line.earned.period === period)),
          sum(earned.filter((line) => line.earned.period !== period)),
          sum(own.filter(({ component }) => component === 'carried')),
          sum(own),
          amount(owed?.value ?? '0.00'),
        ]
      }),
    ),
  ]),
)

/** What a record is worth to its person: its part of the commission of the month in which it counts. */
function worth(id: string): string {
  const parts = runs.flatMap(({ lines }) => lines.flatMap((line) => line.parts))
  return parts.findLast(({ record }) => record === id)?.amount ?? ''
}

console.log(
  `\nThe life of the deal ${handedOver}: each event, who bears it, in which month it counts, what is due for it\n`,
)
const ofDeal = credits.filter(({ deal }) => deal === handedOver)
console.log(
  table([
    ['Event', 'Day', 'What', 'Person', 'Sales', 'Counts in', 'Due'],
    ...ofDeal.map(({ id, event, on, kind, person, sales, counts }) => [
      event,
      on,
      kind,
      person,
      amount(sales),
      counts.slice(0, 7),
      amount(worth(id)),
    ]),
  ]),
)

console.log('\nWhat does not add up\n')
const told = reconciliation.flatMap((each) =>
  each.finding === 'below-zero'
    ? [`The deal ${each.deal} is worth ${amount(each.value)} after ${each.event}`]
    : [],
)
const countOf = (finding: credit.Finding['finding']) =>
  String(reconciliation.filter((each) => each.finding === finding).length)
for (const line of told) console.log(line)
console.log(`${countOf('unmatched')} refunds have no order in the file`)
console.log(`${countOf('uncredited')} deals are of no territory`)

const [april] = runs.slice(-1) as [pay.Run]
const request = { component: 'carried', person: 'mei', period: april.period, locale: 'en' } as const
console.log(`\n${renderText(pay.explain(book, data, april, request))}`)
