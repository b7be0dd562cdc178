import { rowValue } from '../formula/internal.js'
import { type Problem, problemsOf } from '../problem/index.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { evidenceOf } from './evidence.js'
import { planOf } from './plan.js'
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
  readonly readings: Readonly<Record<string, Reading>>
}

/** What a whole row comes to: the sum of the rows below it, or all that is wrong with any of them. */
export function entitled(work: Work, whole: PayRow): Result {
  const rows = rowsBelow(work, whole)
  if (isFailed(rows)) return rows
  const read: ReadRow[] = []
  const problems: Problem[] = []
  for (const row of rows) {
    const one = readRow(work, row)
    if (isFailed(one)) problems.push(...one.problems)
    else read.push(one)
  }
  if (problems.length > 0) return { problems: eachOnce(problems) }
  const amounts = amountsOf(whole, read)
  if (isFailed(amounts)) return amounts
  const items: Item[] = []
  for (const { readings } of read)
    for (const name of Object.keys(readings))
      for (const item of (readings[name] as Reading).items) items.push(item)
  const value = sumOf(amounts)
  return {
    value,
    text: amounts.length === 1 ? shortest(amounts[0] as string) : value.toFixed(),
    parts: read.map((one, i) => partOf(one, amounts[i] as string)),
    rows: read.map(({ row }) => row),
    items,
    evidence: evidenceOf(work, whole, items),
  }
}

function sumOf([first = '0', ...others]: readonly string[]): Decimal {
  return others.reduce((sum, amount) => sum.plus(amount), decimal(first))
}

/** A decimal without zeros at the end of its places. */
function shortest(amount: string): string {
  return amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount
}

/** Reads all inputs of a row. */
export function readRow(work: Work, row: PayRow): ReadRow | Failed {
  const problems: Problem[] = []
  const read: Record<string, string> = {}
  const readings: Record<string, Reading> = {}
  for (const input of planOf(row.version).inputs) {
    const reading = readInput(work, row, input)
    readings[input.name] = reading
    if (reading.problems !== undefined) problems.push(...reading.problems)
    else read[input.name] = reading.value as string
  }
  return problems.length > 0 ? { problems: eachOnce(problems) } : { row, read, readings }
}

/** The amount of each row, at the scale of the formula. */
function amountsOf(whole: PayRow, read: readonly ReadRow[]): readonly string[] | Failed {
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
        : alone(version, (read[first] as ReadRow).read)
    if (typeof found === 'string') amounts.push(found)
    else if (isFailed(found)) return found
    else amounts.push(...found)
    first = end
  }
  return amounts
}

type Version = PayRow['version']
type Inputs = ReadRow['read']

function alone({ formula }: Version, inputs: Inputs): string | Failed {
  let value = ''
  const problems = problemsOf(() => {
    value = rowValue(formula, inputs)
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
  return {
    from: row.from,
    to: row.to,
    ...(row.records !== undefined && { record: row.records.name }),
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
