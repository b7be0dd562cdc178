import { describeProblems, quantity, renderText, run } from 'payproof'
import { table } from '../table.js'
import { book, empty, events, period, result } from './month.js'

const amount = quantity.formatNumber
const sum = (of: readonly { readonly amount: string }[]) =>
  amount(
    quantity.total(
      of.map((each) => each.amount),
      2,
    ),
  )

const { statements, unpaid, totals } = result
const ofMonth = events.filter(({ effective }) => effective >= period.from && effective <= period.to)
const refunds = ofMonth.filter(({ kind }) => kind === 'refund')
console.log(`The shop's pay for ${period.name}, in ${book.policy.currency}

${ofMonth.length} invoices, net sales ${sum(ofMonth)}, among them ${refunds.length} refunds of ${sum(refunds)}
(${empty} invoices worth nothing, of all months, are left out)
`)

const kinds = ['component', 'bonus', 'commission'] as const
const byKind = (of: readonly run.StatementLine[]) =>
  kinds.map((kind) => sum(of.filter((line) => line.kind === kind)))
console.log(
  table([
    ['Person', 'Department', 'Components', 'Bonus', 'Commission', 'Total'],
    ...statements
      .toSorted(byDepartment)
      .map((each) => [each.name, each.department, ...byKind(each.lines), amount(each.total)]),
  ]),
)
console.log()
console.log(
  table([
    ['Department', 'People', 'Components', 'Bonus', 'Commission', 'Total'],
    ...[...totals.departments, { ...totals.company, id: 'Company' }].map((each) => [
      each.id,
      String(each.people),
      ...kinds.map((kind) => amount(each.byKind[kind])),
      amount(each.total),
    ]),
  ]),
)
for (const { person, problems } of unpaid)
  console.log(`\nNot paid: ${person}\n${describeProblems(problems)}`)

for (const [person, locale] of [
  ['mei', 'en'],
  ['chloe', 'en'],
  ['chloe', 'zh-CN'],
] as const)
  for (const statement of statements.filter((each) => each.person === person)) {
    const own = run.redact(statement, 'employee')
    console.log(`\n${renderText(run.explainStatement(own, { locale }))}`)
  }

function byDepartment(a: run.Statement, b: run.Statement): number {
  return a.department < b.department ? -1 : Number(a.department > b.department)
}
