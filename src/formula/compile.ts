import { type Batch, type Filled, integerAt, type ProgramBatch, rowReaders } from './batch.js'
import { type BoundColumns, bindColumns } from './bind.js'
import { type Blocks, blockRows, blocksOf } from './blocks.js'
import { type BoundRead, numbersAbove, rowError } from './bound-inputs.js'
import { type Column, inputPath, isSafe, keptColumn } from './columns.js'
import { type ExactOutcome, exactRow } from './exact-row.js'
import type { Formula } from './formula.js'
import type { Check, Program, Read, Result } from './instructions.js'
import { copyResult } from './load.js'
import { lower } from './lower.js'
import { type FormulaProgram, isProgram } from './program.js'
import { failedResult } from './program-problems.js'

/** Runs a formula over columns, one for each input. */
export type RunBatch<Name extends string = string> = (
  columns: Readonly<Record<Name, Column>>,
) => Batch

/** Runs a program over columns, one for each input that it reads from outside. */
export type RunProgram<Result extends string = string, Name extends string = string> = (
  columns: Readonly<Record<Name, Column>>,
) => ProgramBatch<Result>

/**
 * A formula as a function over columns: the value of every row, each exactly what `evaluate` gives.
 * A program likewise: a batch for each result, as `evaluateEach` gives it. What several results need
 * is computed once.
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
export function compile<Name extends string>(formula: Formula<Name>): RunBatch<Name>
export function compile<Result extends string, Name extends string>(
  program: FormulaProgram<Result, Name>,
): RunProgram<Result, Name>
export function compile(of: Formula | FormulaProgram): RunBatch | RunProgram {
  const run = runOf(lower(of))
  return isProgram(of) ? run : (columns) => run(columns).results[''] as Batch
}

/** A result of a run: the columns that it fills, and what it reads. */
interface Output extends Filled {
  readonly reads: readonly BoundRead[]
}

function runOf(program: Program): RunProgram {
  const listed = listedCases(program)
  const casesOf = (name: string) => listed.get(name) ?? []
  const blocks = blocksOf(program, casesOf)
  const exact = exactRow(program)

  return (given) => {
    const columns = bindColumns(program, given, casesOf)
    const { rows, inputs } = columns
    const exactly = rowByRow(inputs, exact)
    const outputs: Output[] = []
    for (const result of program.results) outputs.push(outputOf(result, columns, outputs))

    // Noted as rows fail: to look for them afterwards would read every row of every result again.
    let hasErrors = false
    const settle = (row: number): void => {
      // Worked out for all results at once, when the first of them needs it.
      let outcomes: readonly ExactOutcome[] = []
      outputs.forEach((output, i) => {
        const error = firstError(output.reads, row)
        if (error === rowError.none && outcomes.length === 0) outcomes = exactly(row)
        put(output, row, error === rowError.none ? (outcomes[i] as ExactOutcome) : error)
        if (output.errors[row] !== rowError.none) hasErrors = true
      })
    }

    if (blocks === undefined) for (let row = 0; row < rows; row++) settle(row)
    else {
      for (let from = 0; from < rows; from += blockRows) {
        const count = Math.min(blockRows, rows - from)
        blocks.run(inputs, from, count)
        takeBlock(blocks, outputs, from, count, settle)
      }
    }
    // The problems of a row are read later, when its owner may have filled the columns anew.
    const kept = hasErrors ? bindColumns(program, keptColumns(program, given), casesOf) : columns
    const keptRow = rowByRow(kept.inputs, exact)
    const batches = program.results.map(({ name, reads }, i) => {
      const { reads: _, ...filled } = outputs[i] as Output
      const checkAt = (row: number) => keptRow(row)[i] as Check
      const readers = rowReaders(
        filled,
        reads.map((read) => boundRead(read, kept, outputs)),
        checkAt,
      )
      return [name, { ...filled, ...readers }] as const
    })
    return { rows, results: Object.fromEntries(batches) }
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

function outputOf(
  { scale, reads }: Result,
  columns: BoundColumns,
  before: readonly Output[],
): Output {
  const { rows } = columns
  return {
    rows,
    scale,
    values: new Float64Array(rows),
    errors: new Uint8Array(rows),
    wide: new Map(),
    reads: reads.map((read) => boundRead(read, columns, before)),
  }
}

/** Puts what a row comes to where the result keeps it: a number is an error. */
function put({ values, errors, wide }: Filled, row: number, outcome: ExactOutcome | number): void {
  values[row] = typeof outcome === 'bigint' && isSafe(outcome) ? Number(outcome) : Number.NaN
  if (typeof outcome === 'number') errors[row] = outcome
  else if (typeof outcome === 'object') errors[row] = rowError.divisionByZero
  else if (!isSafe(outcome)) wide.set(row, outcome)
}

/** Copies what a block came to for each result, and settles the rows that were left. */
function takeBlock(
  { results, marks }: Blocks,
  outputs: readonly Output[],
  from: number,
  rows: number,
  settle: (row: number) => void,
): void {
  for (let i = 0; i < results.length; i++)
    copyResult(results[i] as Float64Array, (outputs[i] as Output).values, from, rows)
  for (let i = marks.indexOf(1); i !== -1 && i < rows; i = marks.indexOf(1, i + 1)) settle(from + i)
}

/** The integers of a row; of a bad input zero, which no result that has a value reads. */
function rowByRow(inputs: BoundColumns['inputs'], exact: ReturnType<typeof exactRow>) {
  const byName = new Map(inputs.map((input) => [input.name, input]))
  return (row: number): readonly ExactOutcome[] =>
    exact((name) => {
      const input = byName.get(name) as BoundColumns['inputs'][number]
      return input.error(row) === rowError.none ? input.read(row) : 0n
    })
}

/** What a result reads of a row: an input as it declares it, or a result that is settled before. */
function boundRead(read: Read, columns: BoundColumns, filled: readonly Filled[]): BoundRead {
  if ('declared' in read) return columns.as(read.name, read.declared)
  const result = filled[read.result] as Filled
  const fails = (row: number) => result.errors[row] !== rowError.none
  const numbers: BoundRead = {
    error: (row) => (fails(row) ? rowError.failedResult : rowError.none),
    problems: (row) => (fails(row) ? [failedResult(inputPath(read.name), read.name)] : []),
  }
  const value = (row: number) => integerAt(result, row) as bigint
  return numbersAbove(numbers, { ...read, scale: result.scale, integerAt: value })
}

/** The error of a row that comes first: what is read is asked in order. */
function firstError(reads: readonly BoundRead[], row: number) {
  for (const { error } of reads) if (error(row) !== rowError.none) return error(row)
  return rowError.none
}

/** The categories of each input that a program asks for, in order. */
export function listedCases({ instructions }: Program): ReadonlyMap<string, readonly string[]> {
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
