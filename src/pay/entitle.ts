import { evaluate, type NumberInput } from '../formula/index.js'
import { type Problem, problemsOf } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import type { Item, Reading } from './reading.js'
import { rowsBelow } from './rows.js'
import type { Part } from './run.js'
import { tiled } from './stretches.js'
import { readInput } from './values.js'
import {
  type Evidence,
  type Failed,
  isFailed,
  type PayRow,
  type Result,
  type Work,
} from './work.js'

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
  if (problems.length > 0) return { problems }
  const amounts = amountsOf(whole, read)
  if (isFailed(amounts)) return amounts
  const parts = read.map((one, i) => partOf(one, amounts[i] as string))
  return {
    value: amounts.reduce((sum, amount) => sum.plus(amount), decimal('0')),
    parts,
    rows: read.map(({ row }) => row),
    evidence: evidenceOf(work, whole, read),
  }
}

/** Reads all inputs of a row. */
export function readRow(work: Work, row: PayRow): ReadRow | Failed {
  const { component, formula } = row.version
  const problems: Problem[] = []
  const read: Record<string, string> = {}
  const readings: Record<string, Reading> = {}
  for (const [name, declared] of Object.entries(formula.inputs)) {
    const source = component.reads[name] as (typeof component.reads)[string]
    const scale = declared.kind === 'number' ? (declared as NumberInput).scale : 0
    const reading = readInput(work, row, { name, source, scale })
    readings[name] = reading
    if (reading.problems !== undefined) problems.push(...reading.problems)
    else read[name] = reading.value as string
  }
  return problems.length > 0 ? { problems } : { row, read, readings }
}

/** The amount of each row, at the scale of the formula. */
function amountsOf(whole: PayRow, read: readonly ReadRow[]): readonly string[] | Failed {
  const amounts: string[] = []
  for (let first = 0; first < read.length; ) {
    const { version } = (read[first] as ReadRow).row
    const stretches = version.component.each === 'stretch'
    let end = first + 1
    while (stretches && read[end]?.row.version === version) end += 1
    const rows = read.slice(first, end).map((one) => one.read)
    const found = end - first > 1 ? together(whole, version, rows) : alone(version, rows)
    if (isFailed(found)) return found
    amounts.push(...found)
    first = end
  }
  return amounts
}

type Version = PayRow['version']
type Inputs = ReadRow['read']

function alone({ formula }: Version, [inputs]: readonly Inputs[]): readonly string[] | Failed {
  let value = ''
  const problems = problemsOf(() => {
    value = evaluate(formula, inputs as Inputs).value
  })
  return problems.length > 0 ? { problems } : [value]
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
  }
}

/**
 * How many records of each table a number was worked out from, and which figures, its own and those of
 * the components of its row: what is fewer later, and was not taken away, has vanished from the data.
 */
function evidenceOf(work: Work, whole: PayRow, read: readonly ReadRow[]): Evidence {
  const ids = new Map<string, Set<string>>()
  const figures = new Set<string>()
  const below = new Map<string, number>()
  const items = read.flatMap(({ readings }) =>
    Object.values(readings).flatMap((each) => each.items),
  )
  for (const item of items) {
    if (item.kind === 'record') {
      const own = ids.get(item.table) ?? new Set()
      ids.set(item.table, own.add(item.id))
    } else if (item.kind === 'figure') figures.add(`${item.name} ${item.period}`)
    else if (item.kind === 'component') addBelow(work, whole, item, below, figures)
  }
  const { name } = whole.component
  for (const [table, own] of ids) below.set(`${name} ${table}`, own.size)
  return { records: below, figures }
}

function addBelow(
  work: Work,
  { holder, index }: PayRow,
  item: Extract<Item, { readonly kind: 'component' }>,
  records: Map<string, number>,
  figures: Set<string>,
): void {
  const shared = item.holder === holder || item.holder.person === undefined
  if (!shared || item.index !== index) return
  const result = work.result(item.component, item.holder, index)
  if (result === undefined || isFailed(result)) return
  for (const [key, count] of result.evidence.records) records.set(key, count)
  for (const figure of result.evidence.figures) figures.add(figure)
}
