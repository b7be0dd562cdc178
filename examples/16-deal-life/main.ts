import { quantity } from 'payproof'
import { table } from '../table.js'
import { credits } from './deals.js'
import { dueFor, people } from './life.js'
import { book } from './plans.js'

const deal = 'D2'
const written = (amounts: readonly string[]) =>
  amounts.length === 0 ? '' : quantity.formatNumber(quantity.total(amounts, 2))

/** Whether anything of it is borne at all. */
function isSome(amount = '0'): boolean {
  return !/^-?[0.]*$/.test(amount)
}

console.log(`The deal ${deal}: each event, who bears it, and from which month on\n`)
const events = new Map(
  credits.flatMap((each) =>
    each.deal === deal ? [[`${each.event} ${each.counts.slice(0, 7)}`, each] as const] : [],
  ),
)
const measures = [
  ['sales', 'sold'],
  ['collections', 'received'],
] as const
console.log(
  table([
    ['Day', 'Event', 'Counts in', 'What', ...people],
    ...[...events.values()].flatMap(({ event, on, kind, counts }) =>
      measures.flatMap(([measure, what]) => {
        const month = counts.slice(0, 7)
        const rows = credits.filter(
          (each) => each.event === event && each.counts.startsWith(month) && isSome(each[measure]),
        )
        const borne = people.map((person) =>
          written(rows.flatMap((each) => (each.person === person ? (each[measure] ?? []) : []))),
        )
        return rows.length === 0 ? [] : [[on, kind, month, what, ...borne]]
      }),
    ),
  ]),
)

const due = dueFor(deal)
const months = [...new Set(due.map(({ run }) => run))]
const plans = Object.entries(book.definition.components).flatMap(([name, [version]]) =>
  version?.value.pays === undefined ? [] : [[name, String(version.value.label)] as const],
)
const row = (head: readonly string[], of: typeof due) => [
  ...head,
  ...people.map((person) => written(of.filter((each) => each.person === person).map(amountOf))),
  written(of.map(amountOf)),
]
function amountOf({ amount }: (typeof due)[number]): string {
  return amount
}

console.log(`\nThe deal ${deal}: what is due for it, month by month, in CNY\n`)
console.log(
  table([
    ['Run', 'Plan', 'Month', ...people, 'All'],
    ...months.flatMap((month) =>
      plans.flatMap(([name, label]) => {
        const own = due.filter(({ run, component }) => run === month && component === name)
        return [...new Set(own.map(({ earned }) => earned))].sort().map((earned) =>
          row(
            [month, label, earned],
            own.filter((each) => each.earned === earned),
          ),
        )
      }),
    ),
    row(['All', '', ''], due),
  ]),
)
