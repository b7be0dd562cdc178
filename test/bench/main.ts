import { exactRow } from '../../src/formula/exact-row.js'
import { compile, evaluate } from '../../src/formula/index.js'
import { lower } from '../../src/formula/lower.js'
import { fromScaled } from '../../src/quantity/index.js'
import { duckdb } from './duckdb.js'
import { flat } from './flat.js'
import { matrix } from './matrix.js'
import type { Data, Pass, Plan, RemotePass, Rival } from './rival.js'
import { scorecard } from './scorecard.js'
import { tiered } from './tiered.js'

/**
 * `npm run bench` measures compile and its rivals on the same rows, in one process; `-- --json` prints
 * one JSON object instead. Every rate is that of the best of several passes.
 */
const plans = { flat, tiered, matrix, scorecard }
const rows = 100_000
const lengths = [1_000, 10_000, 100_000, 1_000_000]

interface Measured {
  readonly rows: number
  readonly rowsPerSecond: number
  readonly wrong: number
  /** Of this process's heap; not known of an engine with memory of its own. */
  readonly bytesPerRow?: number
}

const asJson = process.argv.includes('--json')
const report: Record<string, unknown> = {}
for (const [name, plan] of Object.entries(plans)) {
  const measured = await measurePlan(plan)
  report[name] = summary(measured)
  if (!asJson) printPlan(name, plan, measured)
}
if (asJson) console.log(JSON.stringify({ plans: report }))

async function measurePlan(plan: Plan): Promise<Record<string, Measured>> {
  const data = plan.data(rows)
  const truth = exactPayouts(plan, data)
  const columns = plan.columns(data)
  const run = compile(plan.formula)
  const own: Rival = {
    prepare: (_, count) => {
      const part = count === rows ? columns : plan.columns(firstRows(data, count))
      return () => run(part).values
    },
    cents: (value: number) => value,
  }
  const measured: Record<string, Measured> = {}
  for (const [name, rival] of Object.entries({
    compile: own,
    ...plan.rivals,
    duckdb: duckdb(plan),
  }))
    measured[name] = await measure(rival, data, truth)
  return measured
}

async function measure(rival: Rival, data: Data, truth: Float64Array): Promise<Measured> {
  const count = Math.min(rival.most ?? rows, rows)
  const pass = await rival.prepare(data, count)
  if (typeof pass === 'function')
    return {
      rows: count,
      rowsPerSecond: count / bestSeconds(pass),
      wrong: wrongPayouts(rival, pass(), truth, count),
      bytesPerRow: bytesPerRow(pass, count),
    }
  const seconds = await bestRemoteSeconds(pass)
  const wrong = wrongPayouts(rival, await pass.payouts(), truth, count)
  pass.close()
  return { rows: count, rowsPerSecond: count / seconds, wrong }
}

function wrongPayouts(
  { cents }: Rival,
  payouts: ArrayLike<unknown>,
  truth: Float64Array,
  count: number,
): number {
  let wrong = 0
  for (let row = 0; row < count; row++) if (cents(payouts[row] as never) !== truth[row]) wrong += 1
  return wrong
}

/** At least three passes, and more for a second: a quick pass needs many to meet a quiet moment. */
function bestSeconds(pass: () => unknown): number {
  const begin = performance.now()
  let best = Number.POSITIVE_INFINITY
  for (let passes = 0; passes < 3 || performance.now() - begin < 1_000; passes++) {
    const start = performance.now()
    pass()
    best = Math.min(best, performance.now() - start)
  }
  return best / 1_000
}

async function bestRemoteSeconds({ run }: RemotePass): Promise<number> {
  const begin = performance.now()
  let best = Number.POSITIVE_INFINITY
  for (let passes = 0; passes < 3 || performance.now() - begin < 1_000; passes++) {
    const start = performance.now()
    await run()
    best = Math.min(best, performance.now() - start)
  }
  return best / 1_000
}

/** What a warm pass allocates; the most of three, since a collection may hide some. */
function bytesPerRow(pass: Pass, count: number): number {
  const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const grown = [1, 2, 3].map(() => {
    pass()
    global.gc?.()
    const before = held()
    pass()
    return held() - before
  })
  return Math.max(...grown) / count
}

/** Every payout by bigints, the first thousand held against evaluate. */
function exactPayouts({ formula, columns }: Plan, data: Data): Float64Array {
  const exact = exactRow(lower(formula))
  const given = columns(data)
  const read = (name: string, row: number): bigint | string => {
    const column = given[name]
    return column !== undefined && 'codes' in column
      ? (column.dictionary[column.codes[row] as number] as string)
      : BigInt((column as Float64Array)[row] as number)
  }
  return Float64Array.from({ length: rows }, (_, row) => {
    const [cents] = exact((name) => read(name, row)) as [bigint]
    if (row < 1_000) {
      const inputs = Object.entries(formula.inputs).map(([name, declared]) => {
        const value = read(name, row)
        return [
          name,
          declared.kind === 'number' ? fromScaled(value as bigint, declared.scale) : value,
        ]
      })
      const { value } = evaluate(formula, Object.fromEntries(inputs))
      if (value !== fromScaled(cents, 2)) throw new Error(`row ${row}: evaluate gives ${value}`)
    }
    return Number(cents)
  })
}

function firstRows(data: Data, count: number): Data {
  return Object.fromEntries(
    Object.entries(data).map(([name, column]) => [name, column.subarray(0, count)]),
  )
}

function summary(measured: Record<string, Measured>) {
  const own = measured['compile']?.rowsPerSecond as number
  const each = (pick: (of: Measured) => number) =>
    Object.fromEntries(Object.entries(measured).map(([rival, of]) => [rival, pick(of)]))
  return {
    rows,
    rowsPerSecond: each((of) => Math.round(of.rowsPerSecond)),
    ratioToCompile: each((of) => Number((of.rowsPerSecond / own).toPrecision(3))),
    wrong: each((of) => of.wrong),
  }
}

function printPlan(name: string, plan: Plan, measured: Record<string, Measured>): void {
  const own = measured['compile']?.rowsPerSecond as number
  console.log(`\n${name}`)
  console.table(
    Object.fromEntries(
      Object.entries(measured).map(([rival, of]) => [
        rival,
        {
          'rows/s': Math.round(of.rowsPerSecond).toLocaleString('en'),
          'of compile': Number((of.rowsPerSecond / own).toPrecision(3)),
          'compile is quicker by': Number((own / of.rowsPerSecond).toPrecision(3)),
          wrong: `${of.wrong} of ${of.rows}`,
          'bytes a row': of.bytesPerRow === undefined ? 'its own' : Math.round(of.bytesPerRow),
        },
      ]),
    ),
  )
  const run = compile(plan.formula)
  const costs = lengths.map((length) => {
    const columns = plan.columns(plan.data(length))
    return `${length.toLocaleString('en')}: ${((bestSeconds(() => run(columns)) / length) * 1e9).toFixed(1)}`
  })
  console.log(`compile, nanoseconds a row by rows: ${costs.join(', ')}`)
}
