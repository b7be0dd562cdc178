import { describeProblems, payroll, quantity, renderText } from 'payproof'
import { table } from '../table.js'
import { book, data, empty, events, march, payslip, reconciliation } from './month.js'

const amount = quantity.formatNumber
const sum = (of: readonly { readonly amount: string }[]) =>
  amount(
    quantity.total(
      of.map((each) => each.amount),
      2,
    ),
  )
const ofMonth = events.filter(({ on }) => on.startsWith(march.period))
const refunds = ofMonth.filter(({ kind }) => kind === 'refund')
const unmatched = new Set(
  reconciliation['credits']?.map((each) => each.finding === 'unmatched' && each.deal),
)
console.log(`The shop's pay for ${march.period}, in ${march.currency}

${ofMonth.length} invoices, net sales ${sum(ofMonth)}, among them ${refunds.length} refunds of ${sum(refunds)}
(${refunds.filter(({ id }) => unmatched.has(id)).length} refunds do not say what they take back, and count on their own day;
${empty} invoices worth nothing, of all months, are left out)
`)

const tags = ['salary', 'bonus', 'commission'] as const
const byTag = (sums: Readonly<Record<string, string>>) =>
  tags.map((tag) => amount(sums[tag] ?? '0.00'))
const departmentOf = ({ about }: payroll.Statement) => about['department'] ?? ''
console.log(
  table([
    ['Person', 'Department', 'Salary', 'Bonus', 'Commission', 'Total'],
    ...payroll
      .statements(book, data, march, { about: ['department'] })
      .toSorted((a, b) => departmentOf(a).localeCompare(departmentOf(b)))
      .map((each) => [
        ...[each.name ?? each.person, departmentOf(each)],
        ...[...byTag(each.subtotals), amount(each.total)],
      ]),
  ]),
)
console.log()
const { paid } = payroll.totals(book, data, [march], { by: ['department'] })
console.log(
  table([
    ['Department', 'People', 'Salary', 'Bonus', 'Commission', 'Total'],
    ...paid
      .flatMap(({ groups, company }) => [
        ...(groups['department'] ?? []),
        { ...company, values: ['Company'] },
      ])
      .map((each) => [
        ...[each.values.join(', '), String(each.people)],
        ...[...byTag(each.tags), amount(each.total)],
      ]),
  ]),
)
for (const { component, owner, problems } of march.withheld)
  console.log(`\nWithheld: ${component} of ${owner.person}\n${describeProblems(problems)}`)
console.log(`\nWorth a look:\n${describeProblems(payroll.lintData(book, data))}`)

for (const [person, locale] of [
  ['mei', 'en'],
  ['chloe', 'en'],
  ['chloe', 'zh-CN'],
] as const)
  console.log(`\n${payslip(person, locale)}`)

const line = { component: 'service', person: 'chloe', locale: 'en' } as const
console.log(`\n${renderText(payroll.explain(book, data, march, line))}`)
