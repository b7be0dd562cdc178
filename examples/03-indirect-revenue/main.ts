import { readFileSync } from 'node:fs'
import { calendar, commission, evaluate, explain, quantity, renderText } from 'payproof'
import { table } from '../table.js'

/** Each sale as id, kind, day, amount, customer, and the sale it takes back; each touch likewise. */
interface Shop {
  readonly plan: unknown
  readonly people: Readonly<Record<string, commission.PersonFigures>>
  readonly sales: readonly (readonly string[])[]
  readonly touches: readonly (readonly string[])[]
}

const shop: Shop = JSON.parse(readFileSync(new URL('./shop.json', import.meta.url), 'utf8'))
const plan = commission.parsePlan(shop.plan)
const sales = commission.parseEvents(
  shop.sales.map(([id, kind, day, amount, customer, of]) => ({
    id,
    kind,
    effective: day,
    recorded: day,
    amount,
    currency: 'CNY',
    ...(of !== undefined && { of }),
    attributes: { customer },
  })),
)
const touches = commission.parseTouches(
  shop.touches.map(([id, key, person, date]) => ({ id, key, person, date })),
)

const month = calendar.parsePeriod('2026-03')
const window = 30
const agents = Object.keys(shop.people)
const amount = quantity.formatNumber

function creditsBy(model: unknown): readonly commission.Credit[] {
  const rule = { credit: 'indirect', by: 'customer', window, model }
  return commission.attribute(sales, touches, commission.parseAttribution(rule))
}

/** What each agent is credited under a model, and what the plan pays for it. */
function outcome(credited: ReadonlyMap<string, string>): readonly string[] {
  return agents.flatMap((agent) => {
    const inputs = { sales: credited.get(agent) ?? '0.00', ...shop.people[agent]?.[month.name] }
    const pay = evaluate(plan.formula, inputs).value
    return [amount(inputs.sales), amount(pay)]
  })
}

const models = {
  'First touch': { kind: 'first' },
  'Last touch': { kind: 'last' },
  Linear: { kind: 'linear' },
  'Position 40/20/40': { kind: 'position', first: '0.4', last: '0.4', middle: '0.2' },
  'Time decay, 7 days': { kind: 'time-decay', halfLife: 7 },
}
const sumOf = (credits: readonly commission.Credit[], agent: string) =>
  quantity.total(
    credits.filter(({ person }) => person === agent).map((credit) => credit.amount),
    2,
  )
const rows = Object.entries(models).map(([name, model]) => {
  const credits = creditsBy(model)
  return [name, ...outcome(new Map(agents.map((agent) => [agent, sumOf(credits, agent)])))]
})

// Worth of a set of agents: the sales whose every helper is in the set. Linear credits name who helped.
const linear = creditsBy(models.Linear)
const helpers = new Map<string, Set<string>>()
for (const { event, person } of linear)
  helpers.set(event, (helpers.get(event) ?? new Set()).add(person))
const worthOf = (channels: readonly string[]) =>
  quantity.total(
    sales
      .filter(({ id }) => helpers.has(id))
      .filter(({ id }) => [...(helpers.get(id) ?? [])].every((each) => channels.includes(each)))
      .map((sale) => sale.amount),
    2,
  )
const sets = [...agents.map((agent) => [agent]), agents]
const shapley = commission.shapley(
  sets.map((channels) => ({ channels, worth: worthOf(channels) })),
  2,
)

console.log(`Sales of ${month.name} and who answered the customer in the ${window} days before\n`)
console.log(
  table([
    ['Sale', 'Customer', 'Amount', 'Helped by'],
    ...sales.map(({ id, attributes, amount: of }) => [
      id,
      attributes['customer'] ?? '',
      amount(of),
      [...(helpers.get(id) ?? ['nobody'])].join(' and '),
    ]),
  ]),
)
console.log('\nThe same touches under six models: what each agent is credited, and paid, in CNY\n')
console.log(
  table([
    ['Model', ...agents.flatMap((agent) => [agent, 'paid'])],
    ...rows,
    ['Shapley value', ...outcome(shapley)],
  ]),
)
console.log(
  `\nEvery row credits ${amount(worthOf(agents))} in all: what was helped, net of the refund.`,
)

const [settlement] = commission.settle({
  plans: [{ from: '2026-01-01', value: plan }],
  credits: linear,
  people: shop.people,
  history: [],
  period: month,
  asOf: month.to,
})
const line = settlement?.lines[0]
if (settlement !== undefined && line !== undefined) {
  console.log(`\n${settlement.person}, linear, from ${line.events.join(', ')}:`)
  console.log(renderText(explain(line, { locale: 'en' })))
}
