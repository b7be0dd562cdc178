import { describeProblems, isPolicyError, type Problem, payroll, quantity } from 'payproof'
import { table } from '../table.js'
import { book, data } from './company.js'

/** What is wrong, without digests and places: those differ by version of the library. */
function tell(what: string, problems: readonly Problem[]): void {
  const lines = describeProblems(problems).replace(/[0-9a-f]{64}|(?<=")[01]+(?=")/g, '…')
  console.log(lines === '' ? `${what}: holds` : `${what}:\n  ${lines.replaceAll('\n', '\n  ')}`)
}

const march = payroll.run(book, data.march, { period: '2026-03', before: 'first' })
const april = payroll.run(book, data.april, { period: '2026-04', before: march })

// The key stays with the company, which draws it at random; the root it may publish.
const sealing = { key: '4f1d9c07b2e86a53d0c94b7ae1f62835', about: ['department'] }
const { root } = payroll.seal(book, data.april, april, sealing)
const viewOf = (viewer: string) =>
  payroll.disclose(book, data.april, april, {
    ...sealing,
    person: 'li',
    viewer: { person: viewer },
    access: { peers: 'department' },
  })
const views = ['li', 'wang', 'wu'].map(viewOf)
const [own, managers, peers] = views as [payroll.View, payroll.View, payroll.View]

console.log("What of Li's statement of April is shown to whom, in CNY\n")
console.log(
  table([
    ['Line', 'Earned', 'Li, as employee', 'Wang, as manager', 'Wu, as peer'],
    ...own.lines.map(({ place, shown }) => [
      shown.what?.component ?? '',
      shown.what?.earned.period ?? '',
      ...views.map(({ lines }) => cellOf(lines.find((line) => line.place === place))),
    ]),
  ]),
)
console.log('\nWhat Wu gets\n')
console.log(payroll.renderView(peers, { locale: 'en', format: 'text', book }))

console.log('\nWhoever has the root checks what they see\n')
for (const view of views) tell(view.audience, payroll.verifyView(view, root))
const [first, ...rest] = own.lines as [payroll.ViewLine, ...payroll.ViewLine[]]
const raised = { ...first, shown: { ...first.shown, amount: '6500.00' } }
const forged = { ...own, lines: [raised, ...rest] }
tell('6,500.00 instead of 6,000.00', payroll.verifyView(forged, root))
const shorter = { ...managers, lines: managers.lines.slice(1) }
tell('a line less', payroll.verifyView(shorter, root))

console.log('\nWhoever keeps the last digest checks the chain of runs\n')
const head = april.digest
tell('March and April', payroll.verifyChain([march, april], { head, book }))
tell('April left out', payroll.verifyChain([march], { head, book }))
const changed = {
  ...april,
  lines: april.lines.map((line) => ({ ...line, amount: line.amount.replace('750', '950') })),
}
tell('950.00 instead of 750.00', payroll.verifyChain([march, changed], { head, book }))

console.log('\nWhoever has the book and the data works a run out anew\n')
tell('April', payroll.verify(book, data.april, april, { before: march }))

console.log('\nA stored run is read as it was written, or not at all\n')
const stored = payroll.parseRun(JSON.parse(JSON.stringify(april)))
const more = payroll.run(book, data.april, { period: '2026-04', before: stored })
const paying = more.lines.filter(({ amount }) => amount !== '0.00')
console.log(
  `Run ${more.number} of April, after the stored one: ${paying.length} lines pay anything`,
)
try {
  payroll.parseRun(JSON.parse(JSON.stringify(changed)))
} catch (error) {
  if (!isPolicyError(error)) throw error
  tell('950.00 instead of 750.00', error.problems)
}

function cellOf(line: payroll.ViewLine | undefined): string {
  if (line === undefined) return '–'
  const { amount, working } = line.shown
  if (amount === undefined) return 'that it is paid'
  return `${quantity.formatNumber(amount)}${working === undefined ? '' : ' and why'}`
}
