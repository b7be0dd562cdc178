import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { commission, payroll, renderText } from 'payproof'
import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { book, data, march, payslip } from './01-first-month/month.js'
import { chart as calibration } from './10-early-warning/chart.js'
import { chart as quarters } from './11-pay-gap-report/chart.js'
import { chart as tornado } from './12-is-it-worth-it/chart.js'
import { chart as totalPay } from './18-total-pay/chart.js'

/** The pictures of the docs, each made from what the library gives. `npm run charts` writes them. */
export const pictures: Readonly<Record<string, () => Promise<string>>> = {
  'payout-curve': () => drawn(payoutCurve()),
  'statement-en': async () => page(statement('en')),
  'statement-zh-CN': async () => page(statement('zh-CN')),
  calibration: () => drawn(calibration),
  'pay-quarters': () => drawn(quarters),
  tornado: () => drawn(tornado),
  'total-pay': () => drawn(totalPay),
}

/** The curve of the plan that README shows: taken from its text, so that they stay one. */
function payoutCurve(): object {
  const readme = readFileSync('README.md', 'utf8')
  const [, literal = ''] = /commission\.plan\((\{.*?\n\})\)/s.exec(readme) ?? []
  const plan = commission.plan(new Function(`return ${literal}`)())
  const range = { from: '0.00', to: '200000.00', points: 41 }
  return commission.payoutChart(commission.payoutCurve(plan, { satisfaction: '0.93' }, range), 'en')
}

/** A payslip, and one of its lines explained. */
function statement(locale: 'en' | 'zh-CN'): string {
  const line = { component: 'service', person: 'chloe', locale } as const
  return `${payslip('chloe', locale)}\n\n${renderText(payroll.explain(book, data, march, line))}`
}

async function drawn(spec: object): Promise<string> {
  const size = { width: 480, height: 260, background: 'white', padding: 12 }
  // A copy: Vega marks the rows that it is given.
  const sized = { ...size, ...structuredClone(spec) }
  const view = new View(parse(compile(sized as TopLevelSpec).spec), { renderer: 'none' })
  return view.toSVG()
}

/** A text as a page of its own, in the reader's fixed-width font. */
function page(text: string): string {
  const lines = text.split('\n')
  const columns = (line: string) => [...line].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0)
  const width = Math.max(...lines.map(columns)) * 8 + 48
  const rows = lines.map(
    (line, i) => `<text x="24" y="${40 + 20 * i}" xml:space="preserve">${escaped(line)}</text>`,
  )
  const size = `width="${width}" height="${lines.length * 20 + 44}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="monospace" font-size="13" fill="#1f2937">`,
    `<rect ${size} rx="8" fill="#f9fafb" stroke="#d1d5db"/>`,
    ...rows,
    '</svg>',
  ].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const [name, draw] of Object.entries(pictures))
    writeFileSync(`docs/images/${name}.svg`, `${await draw()}\n`)
