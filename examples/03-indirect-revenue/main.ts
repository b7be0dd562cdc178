import { credit, pay, quantity, renderText } from 'payproof'
import { table } from '../table.js'
import { book } from './book.js'
import { agents, creditsBy, dataOf, events, month, window } from './shop.js'

const amount = quantity.formatNumber

function salesOf(credits: readonly Pick<credit.Credit, 'person' | 'sales'>[], agent: string) {
  const own = credits.filter(({ person }) => person === agent)
  return quantity.total(
    own.map(({ sales }) => sales),
    2,
  )
}

/** What each agent is credited, and paid for it. */
function outcome(credits: readonly credit.Credit[]): readonly string[] {
  const run = pay.settle(book, dataOf(credits), { period: month, before: 'first' })
  return agents.flatMap((agent) => {
    const line = run.lines.find(({ person }) => person === agent)
    return [salesOf(credits, agent), line?.amount ?? '0.00'].map(amount)
  })
}

const models = {
  'First touch': { kind: 'first' },
  'Last touch': { kind: 'last' },
  Linear: { kind: 'linear' },
  'Position 40/20/40': { kind: 'position', first: '0.4', last: '0.4', middle: '0.2' },
  'Time decay, 7 days': { kind: 'time-decay', halfLife: 7 },
}
const linear = creditsBy(models.Linear)

// Worth of a set of agents: the deals whose every helper is in the set. Linear credits name who helped.
const helpers = new Map<string, Set<string>>()
for (const { deal, person } of linear)
  helpers.set(deal, (helpers.get(deal) ?? new Set()).add(person))
const worthOf = (channels: readonly string[]) => {
  const helped = [...helpers].filter(([, all]) => [...all].every((each) => channels.includes(each)))
  const deals = new Set(helped.map(([deal]) => deal))
  return quantity.total(
    linear.flatMap(({ deal, sales }) => (deals.has(deal) ? [sales] : [])),
    2,
  )
}
const sets = [...agents.map((agent) => [agent]), agents]
const shapley = credit.shapley(
  sets.map((channels) => ({ channels, worth: worthOf(channels) })),
  2,
)
/** The linear credits, as much of each as makes the Shapley value of its agent. */
const byShapley = agents.flatMap((agent) => {
  const [first] = linear.filter(({ person }) => person === agent)
  return first === undefined ? [] : [{ ...first, sales: shapley.get(agent) ?? '0.00' }]
})

console.log(`Sales of ${month} and who answered the customer in the ${window} days before\n`)
console.log(
  table([
    ['Sale', 'Customer', 'Amount', 'Helped by'],
    ...events.flatMap((event) => {
      if (event.kind === 'transfer') return []
      const by = [...(helpers.get(event.of ?? event.id) ?? ['nobody'])].join(' and ')
      return [[event.id, event.attributes?.['customer'] ?? '', amount(event.amount), by]]
    }),
  ]),
)
console.log('\nThe same touches under six models: what each agent is credited, and paid, in CNY\n')
console.log(
  table([
    ['Model', ...agents.flatMap((agent) => [agent, 'paid'])],
    ...Object.entries(models).map(([name, model]) => [name, ...outcome(creditsBy(model))]),
    ['Shapley value', ...outcome(byShapley)],
  ]),
)
console.log(
  `\nEvery row credits ${amount(worthOf(agents))} in all: what was helped, net of the refund.`,
)

console.log(
  '\nThe life of the deal S4 under the linear model: each event, who bears it, what is due for it\n',
)
console.log(
  table([
    ['Event', 'Day', 'What', 'Person', 'Sales', 'Due at 1.5 %'],
    ...linear
      .filter(({ deal }) => deal === 'S4')
      .map(({ event, on, kind, person, sales }) => [
        event,
        on,
        kind,
        person,
        amount(sales),
        amount(quantity.decimal(sales).times('0.015').toFixed(2)),
      ]),
  ]),
)

const data = dataOf(linear)
const run = pay.settle(book, data, { period: month, before: 'first' })
const request = { component: 'commission', person: 'amina', period: month, locale: 'en' } as const
console.log(`\namina, linear:\n\n${renderText(pay.explain(book, data, run, request))}`)
