import { refuse, tooDeep, visible } from '../problem/index.js'
import type { Explanation } from './explain.js'
import { tooManySteps } from './problems.js'

/** What is rendered is at most so deep and has so many steps; that of a checked formula has fewer. */
const limits = { depth: 500, steps: 50_000 } as const

/** An explanation may come from a store: its size is looked at before anything recursive reads it. */
function checkSize(explanation: Explanation): void {
  let steps = 0
  const open = [{ explanation, depth: 1 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { depth } = next
    steps += 1
    if (steps > limits.steps) refuse([tooManySteps(limits.steps)])
    if (depth > limits.depth) refuse([tooDeep('', limits.depth)])
    for (const step of next.explanation.steps) open.push({ explanation: step, depth: depth + 1 })
  }
}

/**
 * An explanation as indented plain text, a step a line with its arithmetic below. No text of the policy
 * breaks a line, or turns its direction: such signs are written out, a line break as `␤`. After a Chinese label the
 * colon is full-width.
 *
 * Throws a `PolicyError` for more than 500 levels or 50,000 steps.
 *
 * @example
 * renderText({ label: 'Pay', value: '2.00 CNY', how: ['Base × 2%'], steps: [] })
 * //=> 'Pay: 2.00 CNY\n  Base × 2%'
 */
export function renderText(explanation: Explanation): string {
  checkSize(explanation)
  return textLines(explanation, '').join('\n')
}

/** Punctuation is that of the script it stands after: full-width after Chinese. */
function colonAfter(label: string): string {
  return /[\p{Script=Han}）]/u.test(label) ? '：' : ': '
}

function textLines({ label, value, clause, how, steps }: Explanation, indent: string): string[] {
  const head = `${label}${colonAfter(label)}${value}${clause === undefined ? '' : ` [${clause}]`}`
  return [
    indent + visible(head),
    ...how.map((line) => `${indent}  ${visible(line)}`),
    ...steps.flatMap((step) => textLines(step, `${indent}    `)),
  ]
}

/**
 * An explanation as a nested Markdown list. Texts of the policy are escaped: none can add markup, a
 * link by its address alone, or a line.
 *
 * Throws a `PolicyError` for more than 500 levels or 50,000 steps.
 *
 * @example
 * renderMarkdown({ label: 'Pay', value: '2.00 CNY', how: ['Base × 2%'], steps: [] })
 * //=> '- **Pay**: 2\\.00 CNY\n  - Base × 2%'
 */
export function renderMarkdown(explanation: Explanation): string {
  checkSize(explanation)
  return markdownLines(explanation, '').join('\n')
}

function markdownLines(
  { label, value, clause, how, steps }: Explanation,
  indent: string,
): string[] {
  const source = clause === undefined ? '' : ` (${markdown(clause)})`
  return [
    `${indent}- **${markdown(label)}**${colonAfter(label)}${markdown(value)}${source}`,
    ...how.map((line) => `${indent}  - ${markdown(line)}`),
    ...steps.flatMap((step) => markdownLines(step, `${indent}  `)),
  ]
}

/**
 * Backslash-escapes the ASCII punctuation that CommonMark gives a meaning (CommonMark 0.31 §2.4), and
 * what makes a bare address a link (GitHub's autolinks: `https://`, `www.`, `name@host`).
 */
function markdown(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(
    /[\\`*_{}[\]<>()#+\-.!|~&@]|:(?=\/)/g,
    (sign) => `\\${sign}`,
  )
}

/**
 * An explanation as an HTML fragment of nested lists, escaped, with classes `payproof-…` to style.
 *
 * Throws a `PolicyError` for more than 500 levels or 50,000 steps.
 *
 * @example
 * renderHtml({ label: 'Pay', value: '2 CNY', how: [], steps: [] })
 * //=> '<ul class="payproof-explanation"><li><strong>Pay</strong> <span class="payproof-value">2 CNY</span></li></ul>'
 */
export function renderHtml(explanation: Explanation): string {
  checkSize(explanation)
  return `<ul class="payproof-explanation">${item(explanation)}</ul>`
}

function item({ label, value, clause, how, steps }: Explanation): string {
  const source = clause === undefined ? '' : ` <span class="payproof-clause">${html(clause)}</span>`
  const lines = how.map((line) => `<div class="payproof-how">${html(line)}</div>`).join('')
  const below = steps.length === 0 ? '' : `<ul>${steps.map(item).join('')}</ul>`
  return `<li><strong>${html(label)}</strong> <span class="payproof-value">${html(value)}</span>${source}${lines}${below}</li>`
}

/** In HTML a line break is a space. */
function html(text: string): string {
  return escapeHtml(text.replace(/\S+/g, visible))
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
