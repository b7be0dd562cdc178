import { payroll, quantity, renderText } from 'payproof'
import { book, data, events, march, people } from '../01-first-month/month.js'
import type { Sale } from '../online-retail.js'
import { table } from '../table.js'
import { proposal } from './proposal.js'

const amount = quantity.formatNumber
const proposed = payroll.parseBook(proposal(book.policy))
const { period } = march

// 1. Both books on the same month.
const comparison = payroll.compareRuns(
  { book, data, run: march },
  { book: proposed, data, run: payroll.run(proposed, data, { period, before: 'first' }) },
  { by: ['department'] },
)
console.log(`${period} paid by the proposal, beside what was paid

It costs ${amount(comparison.difference)} ${comparison.currency} more: ${amount(comparison.after)} instead of ${amount(comparison.before)}.
${comparison.winners} people get more, ${comparison.losers} less, ${comparison.unchanged} the same.
`)
console.log(
  table([
    ['Person', 'Today', 'Proposed', 'Difference', 'By'],
    ...comparison.people.map(({ name = '', before, after, difference, lines }) => [
      ...[name, amount(before), amount(after), amount(difference)],
      lines.map(({ component, difference: by }) => `${component} ${amount(by)}`).join(', '),
    ]),
  ]),
)
console.log()
console.log(
  table([
    ['Department', 'Mean today', 'Proposed', 'Of the highest', 'Proposed'],
    ...(comparison.groups['department'] ?? []).map(({ values, mean, ofHighest }) => [
      ...[values.join(', '), amount(mean.before), amount(mean.after)],
      ...[percent(ofHighest.before), percent(ofHighest.after)],
    ]),
  ]),
)

for (const [person, locale] of [
  ['chloe', 'en'],
  ['chloe', 'zh-CN'],
  ['grace', 'en'],
] as const)
  console.log(`\n${renderText(payroll.explainChange(comparison, person, { locale }))}`)

// 2. What the proposal may cost: the month's invoices drawn again, each as likely.
const invoices = events.filter(({ on }) => on.startsWith(period)) as [Sale, ...Sale[]]
const [now, then] = [book, proposed].map((each) =>
  payroll.simulate({
    book: each,
    scenarios: 40,
    seed: 2011,
    draw: (random) => {
      const drawn = invoices.map((_, i) => ({ ...random.pick(invoices), id: `draw ${i}` }))
      return payroll.parseRunData(each, { people, deals: { events: drawn } }).data
    },
    pay: (scenario) => payroll.run(each, scenario, { period, before: 'first' }),
    by: ['department'],
  }),
) as [payroll.Simulation, payroll.Simulation]
const spread = ({ p5, p50, p95, mean }: payroll.Spread) =>
  [p5, p50, p95, mean].map((each) => amount(each))
console.log(`\nSalary, bonus and commission over ${now.scenarios} months of drawn invoices\n`)
console.log(
  table([
    ['', '5 % below', 'Half below', '95 % below', 'Mean'],
    ['Company today', ...spread(now.total)],
    ['Company, proposed', ...spread(then.total)],
    ...(then.groups['department'] ?? []).map((each) => [
      `${each.values.join(', ')}, proposed`,
      ...spread(each),
    ]),
  ]),
)

function percent(ratio: string): string {
  return quantity.formatQuantity(ratio, 'ratio', 'en')
}
