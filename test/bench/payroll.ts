import type { Run } from '../../src/pay/index.js'
import { paidByHand } from './payroll-by-hand.js'
import { company, type Month, monthOf, pay, payroll } from './payroll-company.js'

const { explain, parseData, settle } = pay
const { seal, statements } = payroll
const key = 'a key of the host, of the length that is asked for'

/**
 * `npm run bench:run` pays a month of companies from 100 to 100,000 people by a book of thirteen
 * components, and the same month by a program written by hand with decimal.js for this book alone. Both
 * must pay everybody the same of every component, to the cent. Prints seconds, how many times as long
 * the run takes, and the heap in use while it is held; and how long one explanation takes at 10,000
 * people, and committing to one line. `--json` prints them as JSON, `--sizes=100,1000` takes other companies.
 */
const option = (name: string) =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3)
const asJson = process.argv.includes('--json')
const sizes = (option('sizes') ?? '100,1000,10000,100000').split(',').map(Number)
const [warmUp, explainedAt] = [1_000, 10_000]
/** Small companies are paid often, since the first run of each still warms the engine up. */
const timesOf = (size: number) => Math.max(1, Math.min(9, Math.round(20_000 / size)))

const heap = () => {
  global.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

function timed<T>(work: () => T): readonly [result: T, seconds: number] {
  const start = performance.now()
  const result = work()
  return [result, (performance.now() - start) / 1000]
}

function middle(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] as number
}

function compare(run: Run, byHand: ReturnType<typeof paidByHand>): void {
  const ours = new Map(run.lines.map((line) => [`${line.person} ${line.component}`, line.amount]))
  let count = 0
  for (const { id, ...parts } of byHand)
    for (const [component, amount] of Object.entries(parts)) {
      // Who has no adjustment has no line of it.
      if (component === 'adjustments' && amount === '0.00') continue
      count += 1
      if (ours.get(`${id} ${component}`) !== amount)
        throw new Error(`${id} ${component}: ${ours.get(`${id} ${component}`)}, ${amount} by hand`)
    }
  if (count !== run.lines.length || run.withheld.length > 0)
    throw new Error(`${run.lines.length} lines, ${count} by hand`)
}

const request = { period: '2026-03', before: 'first' } as const

/** Pays a company that no run has seen before. */
function paid(month: Month) {
  const data = parseData(month)
  const before = heap()
  const [run, secondsRun] = timed(() => settle(company, data, request))
  const megabytes = heap() - before
  return { data, run, secondsRun, megabytes }
}

function measured(size: number) {
  const month = monthOf(size)
  const seconds: { readonly run: number; readonly byHand: number }[] = []
  let last: ReturnType<typeof paid> | undefined
  for (let time = 0; time < timesOf(size); time++) {
    last = undefined
    last = paid(month)
    const [byHand, secondsByHand] = timed(() => paidByHand(month))
    compare(last.run, byHand)
    seconds.push({ run: last.secondsRun, byHand: secondsByHand })
  }
  const { data, run, megabytes } = last as ReturnType<typeof paid>
  const asked = { component: 'bonus', person: 'p1', locale: 'en' } as const
  const isExplained = size === explainedAt
  const explained = isExplained
    ? timed(() => explain(company, data, run, asked))[1] * 1000
    : undefined
  // What stands before the leaves of a seal is the statements.
  const [, told] = isExplained ? timed(() => statements(company, data, run)) : [undefined, 0]
  const [, sealed] = isExplained ? timed(() => seal(company, data, run, { key })) : [undefined, 0]
  const committed = isExplained ? ((sealed - told) * 1e6) / run.lines.length : undefined
  return {
    people: size,
    secondsRun: middle(seconds.map((each) => each.run)),
    secondsByHand: middle(seconds.map((each) => each.byHand)),
    megabytes,
    explained,
    committed,
  }
}

measured(warmUp)
const all = sizes.map(measured)
const commitMicroseconds = all.find(({ committed }) => committed !== undefined)?.committed ?? null
const explainMilliseconds = all.find(({ explained }) => explained !== undefined)?.explained ?? null

if (asJson) {
  const people = all.map(({ explained: _, committed: __, ...each }) => each)
  console.log(JSON.stringify({ people, explainMilliseconds, commitMicroseconds }, null, 2))
} else {
  const written = (value: number, width: number, places = 0) =>
    value
      .toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places })
      .padStart(width)
  for (const { people, secondsRun, secondsByHand, megabytes } of all) {
    const each = (seconds: number) => written((seconds / people) * 1e6, 6)
    console.log(
      `${written(people, 7)} people ${written(secondsRun, 8, 2)} s ${each(secondsRun)} µs a person, ${each(secondsByHand)} by hand: ${written(secondsRun / secondsByHand, 5, 1)} times ${written(megabytes, 6)} MB of the run`,
    )
  }
  if (explainMilliseconds !== null && commitMicroseconds !== null)
    console.log(
      `one explanation at ${written(explainedAt, 0)} people: ${written(explainMilliseconds, 0, 1)} ms; committing to a line: ${written(commitMicroseconds, 0, 1)} µs`,
    )
}
