import { imports } from './imports.js'

const order = { id: 'o1', kind: 'order', on: '2026-01-12', amount: '900.00', currency: 'CNY' }
const crediting = {
  currency: 'CNY',
  credits: {
    direct: { rules: [{ owner: 'seller' }] },
    lead: { of: 'direct', manager: 'lead', shares: ['0.1'] },
  },
}

/** A sale of which a third is handed over, and then a part comes back; all of it JSON. */
const data = {
  events: [
    { ...order, attributes: { seller: 'li' } },
    { id: 't1', kind: 'transfer', on: '2026-02-02', of: 'o1', from: 'li', to: 'wu', share: '1/3' },
    { id: 'r1', kind: 'refund', on: '2026-03-05', of: 'o1', amount: '-60.00', currency: 'CNY' },
  ],
  people: ['li', 'wu'].map((id) => ({
    id,
    attributes: { lead: [{ from: '2025-01-01', value: 'zoe' }] },
  })),
}

/** Credits what the files hold, and tells what is refused. */
const program = `
const crediting = parseCrediting(JSON.parse(readFileSync('crediting.json', 'utf8')))
const data = parseCreditData(JSON.parse(readFileSync('deals.json', 'utf8')))
for (const { event, credit, person, sales, counts } of creditDeals(crediting, data).credits)
  console.log(event, credit, person, sales, counts)
const [, ...withoutOrder] = data.events
try {
  creditDeals(crediting, parseCreditData({ events: withoutOrder }))
} catch (error) {
  if (isPolicyError(error)) for (const { code, path } of error.problems) console.log(code, path)
}
`

/** What it prints: two thirds stay, and so does that part of what comes back. */
const expected = `
o1 direct li 900.00 2026-01-12
o1 lead zoe 90.00 2026-01-12
t1 direct li -300.00 2026-01-12
t1 lead zoe -30.00 2026-01-12
t1 direct wu 300.00 2026-02-02
t1 lead zoe 30.00 2026-02-02
r1 direct li -40.00 2026-01-12
r1 lead zoe -4.00 2026-01-12
r1 direct wu -20.00 2026-02-02
r1 lead zoe -2.00 2026-02-02
unknown-original events[0].of
unknown-original events[1].of
`.trim()

const names = {
  '/credit': 'creditDeals, parseCreditData, parseCrediting',
  '': 'isPolicyError',
}

/** The files of the trial, of which TypeScript checks `deals.ts`. */
export const dealFiles: Readonly<Record<string, string>> = {
  'crediting.json': JSON.stringify(crediting),
  'deals.json': JSON.stringify(data),
  'deals.mjs': `import { readFileSync } from 'node:fs'\n${imports('from', names)}${program}`,
  'deals.cjs': `const { readFileSync } = require('node:fs')\n${imports('require', names)}${program}`,
  'deals.ts': `${imports('from', names)}declare const readFileSync: (path: string, encoding: 'utf8') => string${program}`,
}

/** Credits a deal where the library is installed, by both ways of loading it. Throws where it goes wrong. */
export function tryDeals(run: (file: string) => string): void {
  for (const file of ['deals.mjs', 'deals.cjs']) {
    const printed = run(file)
    if (printed !== expected) throw new Error(`${file} prints ${printed}`)
    console.log(`${file}: an order, a transfer and a refund`)
  }
}
