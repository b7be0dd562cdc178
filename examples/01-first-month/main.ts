import { readFileSync } from 'node:fs'
import { calendar, describeProblems, quantity, renderText, run } from 'payproof'
import { readSales } from '../online-retail.js'
import { table } from '../table.js'

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const amount = quantity.formatNumber
const sum = (of: readonly { readonly amount: string }[]) =>
  amount(
    quantity.total(
      of.map((each) => each.amount),
      2,
    ),
  )

const period = calendar.parsePeriod('2011-03')
const book = run.parseBook(json('./book.json'))
const people = run.parsePeople(json('./people.json'))
const { events, empty } = readSales()
const { statements, unpaid, totals, total } = run.runPeriod({ book, people, events, period })

const ofMonth = events.filter(
  ({ effective }) => effective >= period.start && effective <= period.end,
)
const refunds = ofMonth.filter(({ kind }) => kind === 'refund')
console.log(`The shop's pay for ${period.name}, in ${book.policy.currency}

${ofMonth.length} invoices, net sales ${sum(ofMonth)}, among them ${refunds.length} refunds of ${sum(refunds)}
(${empty} invoices worth nothing, of all months, are left out)
`)

const kinds = ['component', 'bonus', 'commission'] as const
const lines = statements.flatMap((statement) => statement.lines)
const byKind = (of: readonly run.StatementLine[]) =>
  kinds.map((kind) => sum(of.filter((line) => line.kind === kind)))
console.log(
  table([
    ['Person', 'Department', 'Components', 'Bonus', 'Commission', 'Total'],
    ...statements.map((each) => [
      each.name,
      each.department,
      ...byKind(each.lines),
      amount(each.total),
    ]),
  ]),
)
console.log()
console.log(
  table([
    ['Department', 'People', 'Components', 'Bonus', 'Commission', 'Total'],
    ...totals.map((each) => [
      each.department,
      String(each.people),
      ...kinds.map((kind) => amount(each[kind])),
      amount(each.total),
    ]),
    ['Company', String(statements.length), ...byKind(lines), amount(total)],
  ]),
)
for (const { person, problems } of unpaid)
  console.log(`\nNot paid: ${person}\n${describeProblems(problems)}`)

for (const [person, locale] of [
  ['mei', 'en'],
  ['chloe', 'en'],
  ['chloe', 'zh-CN'],
] as const)
  for (const statement of statements.filter((each) => each.person === person))
    console.log(`\n${renderText(run.explainStatement(statement, { locale }))}`)
