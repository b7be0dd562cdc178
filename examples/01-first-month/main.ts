import { readFileSync } from 'node:fs'
import { calendar, quantity, renderText, run } from 'payproof'
import { readSales } from '../online-retail.js'
import { table } from '../table.js'

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

const period = calendar.parsePeriod('2011-03')
const book = run.parseBook(json('./book.json'))
const people = run.parsePeople(json('./people.json'))
const { events, empty } = readSales()
const { statements, unpaid, totals, total } = run.runPeriod({ book, people, events, period })

const amount = quantity.formatNumber
const ofMonth = events.filter(({ date }) => date >= period.start && date <= period.end)
const refunds = ofMonth.filter(({ kind }) => kind === 'refund')
const sum = (of: typeof events) =>
  quantity.total(
    of.map((event) => event.amount),
    2,
  )

console.log(`The shop's pay for ${period.name}, in ${book.policy.currency}\n`)
console.log(
  `${ofMonth.length} invoices, net sales ${amount(sum(ofMonth))}, of which ${refunds.length} refunds of ${amount(sum(refunds))} (${empty} invoices worth nothing, of all months, are left out)\n`,
)
console.log(
  table([
    ['Person', 'Department', 'Components', 'Bonus', 'Commission', 'Total'],
    ...statements.map(({ name, department, lines, total }) => {
      const of = (kind: string) =>
        amount(
          quantity.total(
            lines.filter((line) => line.kind === kind).map((line) => line.amount),
            2,
          ),
        )
      return [name, department, of('component'), of('bonus'), of('commission'), amount(total)]
    }),
  ]),
)
console.log()
console.log(
  table([
    ['Department', 'People', 'Components', 'Bonus', 'Commission', 'Total'],
    ...totals.map(({ department, people, component, bonus, commission, total }) => [
      department,
      String(people),
      ...[component, bonus, commission, total].map(amount),
    ]),
    ['Company', String(statements.length), '', '', '', amount(total)],
  ]),
)
for (const { person, problems } of unpaid)
  console.log(`\nNot paid: ${person}: ${problems.map(({ message }) => message.en).join('; ')}`)

for (const [person, locale] of [
  ['mei', 'en'],
  ['chloe', 'en'],
  ['chloe', 'zh-CN'],
] as const) {
  const statement = statements.find((each) => each.person === person)
  if (statement !== undefined)
    console.log(`\n${renderText(run.explainStatement(statement, { locale }))}`)
}
