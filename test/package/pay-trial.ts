import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imports } from './imports.js'

/** A book of three lines that the library names nowhere, and what is known; all of it JSON. */

const yuan = (value: string) => ({ op: 'constant', value, unit: 'money:CNY' })
const count = (value: string) => ({ op: 'constant', value, unit: 'count' })
const input = (name: string, scale = 0) => ({ op: 'input', name, unit: 'count', scale })

/** In February 100.00 for each full year of service. */
const gift = {
  component: 'lunar_new_year_gift',
  label: { en: 'Lunar New Year gift', 'zh-CN': '春节红包' },
  pays: 'due',
  formula: {
    op: 'when',
    condition: { op: 'equals', left: input('month'), right: count('2') },
    // biome-ignore lint/suspicious/noThenProperty: the field's word
    then: { op: 'multiply', of: [yuan('100.00'), input('years')] },
    otherwise: yuan('0.00'),
  },
  reads: {
    month: { from: 'time', count: 'month' },
    years: { from: 'time', count: 'years', since: 'hired' },
  },
}

/** For each hot day 12.00, from 40 degrees on 18.00. */
const heat = {
  component: 'heat_allowance',
  label: { en: 'Heat allowance', 'zh-CN': '高温津贴' },
  pays: 'due',
  each: { record: 'hot_days' },
  formula: {
    op: 'step',
    x: input('degrees', 1),
    bands: [{ value: '0.00' }, { from: '35', value: '12.00' }, { from: '40', value: '18.00' }],
    unit: 'money:CNY',
  },
  reads: { degrees: { from: 'record', name: 'degrees' } },
}

/** For whom somebody brought in, and whom those brought in, 50.00 a head and month. */
const chain = {
  component: 'referral_chain',
  label: { en: 'Referral chain', 'zh-CN': '推荐链奖励' },
  pays: 'due',
  formula: { op: 'multiply', of: [yuan('50.00'), input('heads')] },
  reads: {
    heads: {
      from: 'component',
      name: 'head',
      among: { group: { below: 'referrer', levels: [1, 3] }, as: 'sum' },
    },
  },
}
const head = { component: 'head', formula: count('1'), reads: {} }

const book = {
  currency: 'CNY',
  retro: 2,
  components: Object.fromEntries(
    [gift, heat, head, chain].map((value) => [value.component, [{ value }]]),
  ),
}

const person = (id: string, from: string, referrer?: string) => ({
  id,
  employment: [{ from }],
  attributes: {
    hired: [{ from, value: from }],
    ...(referrer !== undefined && { referrer: [{ from, value: referrer }] }),
  },
})
const hot = (id: string, on: string, degrees: string, more: object = {}) => ({
  id,
  on,
  person: 'li',
  degrees,
  ...more,
})

const data = {
  people: [
    person('li', '2020-01-01'),
    person('wang', '2024-06-01', 'li'),
    person('zhao', '2026-03-05', 'wang'),
  ],
  records: {
    hot_days: [
      hot('1', '2026-02-20', '36.0'),
      hot('2', '2026-02-21', '41.5', { recorded: '2026-03-02' }),
      hot('3', '2026-03-10', '40.0', { person: 'wang' }),
    ],
  },
}

/** The lines, of which no file of the library knows. */
const lines = [gift, heat, chain].map(({ component }) => component)

/** Settles two months of what the files hold, and explains a line that was told late. */
const program = `
const book = parseBook(JSON.parse(readFileSync('book.json', 'utf8')))
const data = parseData(JSON.parse(readFileSync('data.json', 'utf8')))
const february = settle(book, data, { period: '2026-02', before: 'first' })
const march = settle(book, data, { period: '2026-03', before: february })
for (const run of [february, march])
  for (const { component, person, earned, amount } of run.lines)
    if (amount !== '0.00') console.log(run.period, component, person, earned.period, amount)
const late = { component: 'heat_allowance', person: 'li', period: '2026-02' }
console.log(renderText(explain(book, data, march, { ...late, locale: 'en' })))
`

/** What it prints: six full years and one; a day told late; of the chain one head, then two and one. */
const expected = `
2026-02 lunar_new_year_gift li 2026-02 600.00
2026-02 lunar_new_year_gift wang 2026-02 100.00
2026-02 heat_allowance li 2026-02 12.00
2026-02 referral_chain li 2026-02 50.00
2026-03 heat_allowance li 2026-02 18.00
2026-03 heat_allowance wang 2026-03 18.00
2026-03 referral_chain li 2026-03 100.00
2026-03 referral_chain wang 2026-03 50.00
Heat allowance, 2026-02, corrected: 18.00 CNY
`.trim()

const names = { '/pay': 'explain, parseBook, parseData, settle', '/formula': 'renderText' }

/** The files of the trial, of which TypeScript checks `sheet.ts`. */
export const payFiles: Readonly<Record<string, string>> = {
  'book.json': JSON.stringify(book),
  'data.json': JSON.stringify(data),
  'sheet.mjs': `import { readFileSync } from 'node:fs'\n${imports('from', names)}${program}`,
  'sheet.cjs': `const { readFileSync } = require('node:fs')\n${imports('require', names)}${program}`,
  'sheet.ts': `${imports('from', names)}declare const readFileSync: (path: string, encoding: 'utf8') => string${program}`,
}

/**
 * Pays lines that the library has never heard of, in the folder where it is installed: both ways of
 * loading it. Throws where they are not paid as they should, or where the library knows one of them.
 */
export function tryPay(folder: string, run: (file: string) => string): void {
  const dist = join(folder, 'node_modules/payproof/dist')
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!/\.c?js$/.test(file)) continue
    const known = lines.find((line) => readFileSync(join(dist, file), 'utf8').includes(line))
    if (known !== undefined) throw new Error(`${file} knows of ${known}`)
  }
  for (const file of ['sheet.mjs', 'sheet.cjs']) {
    const printed = run(file)
    if (!printed.startsWith(expected)) throw new Error(`${file} prints ${printed}`)
    console.log(`${file}: ${lines.join(', ')}`)
  }
}
