import { readFileSync } from 'node:fs'
import { calendar, quantity, renderText, run } from 'payproof'
import { readSales } from '../online-retail.js'
import { table } from '../table.js'
import { proposal } from './proposal.js'

const json = (name: string): run.BookPolicy =>
  JSON.parse(readFileSync(new URL(`../01-first-month/${name}`, import.meta.url), 'utf8'))
const amount = quantity.formatNumber

const period = calendar.parsePeriod('2011-03')
const policy = json('book.json')
const today = run.parseBook(policy)
const proposed = run.parseBook(proposal(policy))
const data: run.RunData = {
  people: run.parsePeople(json('people.json')),
  events: readSales().events,
  asOf: period.to,
  before: 'first',
}

// 1. Both books on the same month.
const comparison = run.compareRuns(
  run.runCompensation(today, data, period),
  run.runCompensation(proposed, data, period),
)
console.log(`${period.name} paid by the proposal, beside what was paid

It costs ${amount(comparison.difference)} ${comparison.currency} more: ${amount(comparison.after)} instead of ${amount(comparison.before)}.
${comparison.winners} people get more, ${comparison.losers} less, ${comparison.unchanged} the same.
`)
console.log(
  table([
    ['Person', 'Department', 'Today', 'Proposed', 'Difference', 'By'],
    ...comparison.people.map(({ name, department, before, after, difference, lines }) => [
      ...[name, department, amount(before), amount(after), amount(difference)],
      lines.map(({ source, difference: by }) => `${source} ${amount(by)}`).join(', '),
    ]),
  ]),
)
console.log()
console.log(
  table([
    ['Department', 'Mean today', 'Proposed', 'Of the highest', 'Proposed'],
    ...comparison.departments.map(({ department, mean, ofHighest }) => [
      ...[department, amount(mean.before), amount(mean.after)],
      ...[percent(ofHighest.before), percent(ofHighest.after)],
    ]),
  ]),
)

for (const [person, locale] of [
  ['chloe', 'en'],
  ['chloe', 'zh-CN'],
  ['grace', 'en'],
] as const)
  console.log(`\n${renderText(run.explainChange(comparison, person, { locale }))}`)

// 2. What the proposal may cost: the month's orders drawn again, each as likely.
const orders = data.events.filter(
  ({ effective }) => effective >= period.from && effective <= period.to,
) as [(typeof data.events)[number], ...(typeof data.events)[number][]]
const [now, then] = [today, proposed].map((book) =>
  run.simulate({
    book,
    period,
    scenarios: 40,
    seed: 2011,
    draw: (random) => ({
      ...data,
      events: orders.map((_, i) => ({ ...random.pick(orders), id: `draw ${i}` })),
    }),
  }),
) as [run.Simulation, run.Simulation]
const spread = ({ p5, p50, p95, mean }: run.Spread) =>
  [p5, p50, p95, mean].map((each) => amount(each))
console.log(`\nCommission, bonus and base over ${now.scenarios} months of drawn orders\n`)
console.log(
  table([
    ['', '5 % below', 'Half below', '95 % below', 'Mean'],
    ['Company today', ...spread(now.total)],
    ['Company, proposed', ...spread(then.total)],
    ...then.departments.map((each) => [`${each.department}, proposed`, ...spread(each)]),
  ]),
)

function percent(ratio: string): string {
  return quantity.formatQuantity(ratio, 'ratio', 'en')
}
