import { type Batch, rowReaders } from './batch.js'
import { type BoundColumns, type BoundInput, bindColumns, rowError } from './bind.js'
import { blockRows, blocksOf } from './blocks.js'
import { type Column, isSafe, keptColumn } from './columns.js'
import { exactRow } from './exact-row.js'
import type { Formula } from './formula.js'
import type { Check, Program } from './instructions.js'
import { copyResult } from './load.js'
import { lower } from './lower.js'

/** Runs a formula over columns, one for each input. */
export type RunBatch<Name extends string = string> = (
  columns: Readonly<Record<Name, Column>>,
) => Batch

/**
 * A formula as a function over columns: the value of every row, each exactly what `evaluate` gives.
 *
 * It computes with integers held in doubles, a block of rows at a time; a row in which any number
 * would leave 2^53 is computed with bigints instead. A row that `evaluate` would refuse has an error
 * code in the batch's `errors`, and no row is left out.
 *
 * The function throws a `PolicyError` with every problem of the columns: missing, unknown, of the
 * wrong kind or scale, of different lengths.
 *
 * @example
 * const run = compile(check(multiply(input('sales', money('CNY'), 2), constant('0.02'))))
 * run({ sales: Float64Array.of(100_00, 250_50) }).values //=> Float64Array [20000, 50100]
 */
export function compile<Name extends string>(formula: Formula<Name>): RunBatch<Name> {
  const program = lower(formula)
  const listed = listedCases(program)
  const casesOf = (name: string) => listed.get(name) ?? []
  const blocks = blocksOf(program, casesOf)
  const exact = exactRow(program)

  return (given) => {
    const columns = bindColumns(program.inputs, given, casesOf)
    const { rows, inputs } = columns
    const exactly = rowByRow(inputs, exact)
    const values = new Float64Array(rows)
    const errors = new Uint8Array(rows)
    const wide = new Map<number, bigint>()

    const settle = (row: number): void => {
      const error = firstError(inputs, row)
      const outcome = error === rowError.none ? exactly(row) : error
      const value = typeof outcome === 'bigint' && isSafe(outcome) ? Number(outcome) : Number.NaN
      values[row] = value
      if (typeof outcome === 'number') errors[row] = outcome
      else if (typeof outcome === 'object') errors[row] = rowError.divisionByZero
      else if (!isSafe(outcome)) wide.set(row, outcome)
    }

    if (blocks === undefined) for (let row = 0; row < rows; row++) settle(row)
    else
      for (let from = 0; from < rows; from += blockRows) {
        const count = Math.min(blockRows, rows - from)
        blocks.run(inputs, from, count)
        takeBlock(blocks.result, blocks.marks, values, from, count, settle)
      }
    const batch = { rows, scale: program.scale, values, wide, errors }
    if (errors.every((error) => error === rowError.none))
      return { ...batch, ...rowReaders(batch, columns, exactly) }
    // The problems of a row are read later, when its owner may have filled the columns anew.
    const kept = bindColumns(program.inputs, keptColumns(program, given), casesOf)
    return { ...batch, ...rowReaders(batch, kept, rowByRow(kept.inputs, exact)) }
  }
}

function keptColumns(
  { inputs }: Program,
  given: Readonly<Record<string, Column>>,
): Readonly<Record<string, Column>> {
  return Object.fromEntries(
    Object.keys(inputs).map((name) => [name, keptColumn(given[name] as Column)]),
  )
}

/** Copies a block's results and settles the rows that were left. */
function takeBlock(
  result: Float64Array,
  marks: Uint8Array,
  values: Float64Array,
  from: number,
  rows: number,
  settle: (row: number) => void,
): void {
  copyResult(result, values, from, rows)
  for (let i = marks.indexOf(1); i !== -1 && i < rows; i = marks.indexOf(1, i + 1)) settle(from + i)
}

function rowByRow(inputs: BoundColumns['inputs'], exact: ReturnType<typeof exactRow>) {
  const byName = new Map(inputs.map((input) => [input.name, input]))
  return (row: number): bigint | Check =>
    exact((name) => (byName.get(name) as BoundInput).read(row))
}

/** The error that `evaluate` would name first: inputs are read in the order of declaration. */
function firstError(inputs: BoundColumns['inputs'], row: number) {
  for (const { error } of inputs) if (error(row) !== rowError.none) return error(row)
  return rowError.none
}

/** The categories of each input that a program asks for, in order. */
function listedCases({ instructions }: Program): ReadonlyMap<string, readonly string[]> {
  const listed = new Map<string, string[]>()
  // A program asks for a category once, since the same instruction is the same register.
  for (const instruction of instructions) {
    if (instruction.op !== 'category') continue
    const { name, value } = instruction
    const cases = listed.get(name)
    if (cases === undefined) listed.set(name, [value])
    else cases.push(value)
  }
  return listed
}
