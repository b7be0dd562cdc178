import { type Explanation, renderHtml } from '../formula/index.js'
import { escapeHtml } from '../formula/internal.js'
import { type Locale, visible } from '../problem/index.js'
import { payslipWords } from '../words/index.js'
import type { Item, PayslipText } from './payslip.js'

/** A payslip as a whole HTML page: to be sent, printed or kept. */
export function viewPage(slip: PayslipText, locale: Locale): string {
  const say = payslipWords[locale]
  const { title, facts, items, subtotals, total, withheld, proof } = slip
  const sums = [
    ...subtotals.map(({ label, value }) => sumRow(label, value)),
    ...(total === undefined ? [] : [sumRow(say.total, total, ' class="payproof-total"')]),
  ]
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h1 { font-size: 1.375rem; }
h2 { font-size: 1.125rem; margin-top: 2rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.5rem 0.5rem 0.5rem 0; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere; }
thead th, .payproof-facts, .payproof-clause, .payproof-how, details, footer { color: #555; font-size: 0.875rem; }
td:last-child, th:last-child { padding-right: 0; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tfoot .payproof-total > * { font-weight: bold; border-bottom: 2px solid #222; }
details ul { list-style: none; padding-left: 1rem; margin: 0; border-left: 2px solid #ddd; }
details .payproof-value { margin-left: 0.5rem; font-variant-numeric: tabular-nums; }
footer { margin-top: 2rem; font-size: 0.75rem; overflow-wrap: anywhere; }
@media print { body { margin: 0; } }
</style>
</head>
<body>
<h1>${html(title)}</h1>
${facts.map((fact) => `<div class="payproof-facts">${html(fact)}</div>`).join('\n')}
<table>
<thead><tr><th scope="col">${html(say.item)}</th><th scope="col">${html(say.period)}</th><th scope="col">${html(say.amount)}</th></tr></thead>
<tbody>
${items.map((item) => itemRow(item, say.working)).join('\n')}
</tbody>
<tfoot>
${sums.join('\n')}
</tfoot>
</table>
${withheld.length === 0 ? '' : `<h2>${html(say.withheld)}</h2>\n<ul>\n${withheld.map(withheldItem).join('\n')}\n</ul>\n`}${proof.length === 0 ? '' : `<footer>${proof.map((line) => `<div>${html(line)}</div>`).join('')}</footer>\n`}</body>
</html>
`
}

function itemRow({ label, earned = '', value, clause, how, steps }: Item, working: string): string {
  const source = clause === undefined ? '' : ` <span class="payproof-clause">${html(clause)}</span>`
  const below = how.length + steps.length === 0 ? '' : details(working, how, steps)
  return `<tr><th scope="row">${html(label)}${source}${below}</th><td>${html(earned)}</td><td>${html(value)}</td></tr>`
}

function details(summary: string, how: readonly string[], steps: readonly Explanation[]): string {
  const lines = how.map((line) => `<div class="payproof-how">${html(line)}</div>`).join('')
  return `<details><summary>${html(summary)}</summary>${lines}${steps.map(renderHtml).join('')}</details>`
}

function withheldItem({ label, earned, how }: Item): string {
  const period = earned === undefined ? '' : ` <span class="payproof-clause">${html(earned)}</span>`
  const lines = how.map((line) => `<div class="payproof-how">${html(line)}</div>`).join('')
  return `<li>${html(label)}${period}${lines}</li>`
}

function sumRow(label: string, value: string, marked = ''): string {
  return `<tr${marked}><th scope="row" colspan="2">${html(label)}</th><td>${html(value)}</td></tr>`
}

function html(text: string): string {
  return escapeHtml(visible(text))
}
