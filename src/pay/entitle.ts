import { rowValue } from '../formula/internal.js'
import { type Problem, problemsOf } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { shortestText } from '../quantity/internal.js'
import { evidenceOf } from './evidence.js'
import { fingerprintFrom } from './fingerprint.js'
import { type Input, planOf } from './plan.js'
import type { Item, Reading } from './reading.js'
import { memberOf } from './records.js'
import { rowsBelow } from './rows.js'
import type { Part } from './run.js'
import { tiled } from './stretches.js'
import { readInput } from './values.js'
import { type Failed, isFailed, type PayRow, type Result, type Work } from './work.js'

/** A row with the values of its inputs, and what they were taken from. */
export interface ReadRow {
  readonly row: PayRow
  readonly read: Readonly<Record<string, string>>
  /** In the order of the inputs. */
  readonly readings: readonly Reading[]
}

/** What a whole row comes to: the sum of the rows below it, or all that is wrong with any of them. */
export function entitled(work: Work, whole: PayRow): Result {
  const rows = rowsBelow(work, whole)
  if (isFailed(rows)) return rows
  const read = allRead(work, rows)
  if (isFailed(read)) return read
  const amounts = amountsOf(whole, read)
  if (isFailed(amounts)) return amounts
  const items = itemsOf(read)
  return {
    text: textOfSum(amounts),
    parts: read.map((one, i) => partOf(one, amounts[i] as string)),
    rows,
    fingerprint: fingerprintFrom(work, whole, items),
    evidence: evidenceOf(work, whole, items),
  }
}

function allRead(work: Work, rows: readonly PayRow[]): readonly ReadRow[] | Failed {
  const all = rows.map((row) => readRow(work, row))
  return all.some(isFailed)
    ? { problems: eachOnce(all.flatMap((one) => (isFailed(one) ? one.problems : []))) }
    : (all as readonly ReadRow[])
}

/** All that the inputs of some rows were taken from. */
function itemsOf(read: readonly ReadRow[]): readonly Item[] {
  const items: Item[] = []
  for (const { readings } of read)
    for (const reading of readings) for (const item of reading.items) items.push(item)
  return items
}

function textOfSum(amounts: readonly string[]): string {
  return amounts.length === 1
    ? shortestText(amounts[0] as string)
    : amounts.reduce((sum, amount) => sum.plus(amount), decimal('0')).toFixed()
}

/** Reads all inputs of a row. */
export function readRow(work: Work, row: PayRow): ReadRow | Failed {
  const { inputs } = planOf(row.version)
  const readings = inputs.map((input) => readInput(work, row, input))
  if (readings.some(({ problems }) => problems !== undefined))
    return { problems: eachOnce(readings.flatMap(({ problems }) => problems ?? [])) }
  const read: Record<string, string> = {}
  for (let i = 0; i < inputs.length; i++)
    read[(inputs[i] as Input).name] = (readings[i] as Reading).value as string
  return { row, read, readings }
}

/** What was read of an input of a row. */
export function readingOf({ row, readings }: ReadRow, name: string): Reading {
  const place = planOf(row.version).inputs.findIndex((input) => input.name === name)
  return readings[place] as Reading
}

/** The amount of each row, at the scale of the formula. */
function amountsOf(whole: PayRow, read: readonly ReadRow[]): readonly string[] | Failed {
  if (read.length === 1) {
    const amount = alone(read[0] as ReadRow)
    return typeof amount === 'string' ? [amount] : amount
  }
  const amounts: string[] = []
  for (let first = 0; first < read.length; ) {
    const { version } = (read[first] as ReadRow).row
    const stretches = version.component.each === 'stretch'
    let end = first + 1
    while (stretches && read[end]?.row.version === version) end += 1
    const found =
      end - first > 1
        ? together(
            whole,
            version,
            read.slice(first, end).map((one) => one.read),
          )
        : alone(read[first] as ReadRow)
    if (typeof found === 'string') amounts.push(found)
    else if (isFailed(found)) return found
    else amounts.push(...found)
    first = end
  }
  return amounts
}

type Version = PayRow['version']
type Inputs = ReadRow['read']

function alone({ row, read }: ReadRow): string | Failed {
  let value = ''
  const problems = problemsOf(() => {
    value = rowValue(row.version.formula, read)
  })
  return problems.length > 0 ? { problems } : value
}

function together(
  { component }: PayRow,
  { formula }: Version,
  rows: readonly Inputs[],
): readonly string[] | Failed {
  let found: ReturnType<typeof tiled> | undefined
  const problems = problemsOf(() => {
    found = tiled(component.name, formula, rows)
  })
  if (found === undefined) return { problems }
  return isFailed(found) ? found : found.amounts
}

function partOf({ row, read }: ReadRow, amount: string): Part {
  const { version } = row
  const { from, to, records } = row
  if (records === undefined && version.from === undefined) return { from, to, read, amount }
  return {
    from,
    to,
    ...(records !== undefined && { record: records.name }),
    ...(version.from !== undefined && { version: version.from }),
    read,
    amount,
    ...whyOf(row),
  }
}

/** What the records of a row say of themselves, each text once. */
function whyOf({ version: { component }, records }: PayRow): Pick<Part, 'why'> {
  const { each } = component
  if (typeof each !== 'object' || each.why === undefined || records === undefined) return {}
  const member = each.why
  const texts = records.rows.flatMap((record) => memberOf(record, member) ?? [])
  return texts.length === 0 ? {} : { why: [...new Set(texts)].join('; ') }
}

/** Several rows and inputs may fail for want of the same. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  const known = new Map(problems.map((each) => [`${each.path}\n${each.message.en}`, each]))
  return [...known.values()]
}
