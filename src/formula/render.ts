import type { Explanation } from './explain.js'

/**
 * An explanation as indented plain text, a step a line with its arithmetic below.
 *
 * @example
 * renderText({ label: 'Pay', value: '2.00 CNY', how: ['Base × 2%'], steps: [] })
 * //=> 'Pay: 2.00 CNY\n  Base × 2%'
 */
export function renderText({ label, value, clause, how, steps }: Explanation): string {
  const head = `${label}: ${value}${clause === undefined ? '' : ` [${clause}]`}`
  return [
    head,
    ...how.map((line) => `  ${line}`),
    ...steps.map((step) => indented(renderText(step))),
  ].join('\n')
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ')
}

/**
 * An explanation as a nested Markdown list. Texts of the policy are escaped: none can add markup.
 *
 * @example
 * renderMarkdown({ label: 'Pay', value: '2.00 CNY', how: ['Base × 2%'], steps: [] })
 * //=> '- **Pay**: 2\\.00 CNY\n  - Base × 2%'
 */
export function renderMarkdown(explanation: Explanation): string {
  const { label, value, clause, how, steps } = explanation
  const source = clause === undefined ? '' : ` (${markdown(clause)})`
  const head = `- **${markdown(label)}**: ${markdown(value)}${source}`
  const below = [
    ...how.map((line) => `- ${markdown(line)}`),
    ...steps.map((step) => renderMarkdown(step)),
  ]
  return [head, ...below.map((text) => text.replace(/^/gm, '  '))].join('\n')
}

/** Backslash-escapes the ASCII punctuation that CommonMark gives a meaning (CommonMark 0.31 §2.4). */
function markdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, (sign) => `\\${sign}`)
}

/**
 * An explanation as an HTML fragment of nested lists, escaped, with classes `payproof-…` to style.
 *
 * @example
 * renderHtml({ label: 'Pay', value: '2 CNY', how: [], steps: [] })
 * //=> '<ul class="payproof-explanation"><li><strong>Pay</strong> <span class="payproof-value">2 CNY</span></li></ul>'
 */
export function renderHtml(explanation: Explanation): string {
  return `<ul class="payproof-explanation">${item(explanation)}</ul>`
}

function item({ label, value, clause, how, steps }: Explanation): string {
  const source =
    clause === undefined ? '' : ` <span class="payproof-clause">${escapeHtml(clause)}</span>`
  const lines = how.map((line) => `<div class="payproof-how">${escapeHtml(line)}</div>`).join('')
  const below = steps.length === 0 ? '' : `<ul>${steps.map(item).join('')}</ul>`
  return `<li><strong>${escapeHtml(label)}</strong> <span class="payproof-value">${escapeHtml(value)}</span>${source}${lines}${below}</li>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Text made safe to stand in HTML, in elements and in quoted attributes.
 *
 * @example
 * escapeHtml('a < b & c') //=> 'a &lt; b &amp; c'
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] as string)
}
