import { bindColumns } from '../../src/formula/bind.js'
import { type Blocks, blockRows, blocksOf } from '../../src/formula/blocks.js'
import { type Column, categoryColumn, numberColumn } from '../../src/formula/columns.js'
import { type ExactOutcome, exactRow } from '../../src/formula/exact-row.js'
import type { Formula } from '../../src/formula/formula.js'
import type { Program } from '../../src/formula/instructions.js'
import { lower } from '../../src/formula/lower.js'
import { decimal, fromScaled, toScaled } from '../../src/quantity/index.js'

export type Row = Readonly<Record<string, string>>

/** Rows as the columns that `compile` reads. */
export function columnsOf(
  { inputs }: Pick<Formula, 'inputs'>,
  rows: readonly Row[],
): Record<string, Column> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, declared]) => {
      const values = rows.map((row) => row[name])
      return [
        name,
        declared.kind === 'number' ? numberColumn(values, declared.scale) : categoryColumn(values),
      ]
    }),
  )
}

/** What the BigInt path gives for a row without bad inputs, in the form of `outcome`. */
export function exactOutcome(formula: Formula): (row: Row) => string | readonly string[] {
  const program = lower(formula)
  const run = exactRow(program)
  return (row) => {
    const integers = Object.fromEntries(
      Object.entries(program.inputs).map(([name, declared]) => [
        name,
        declared.kind === 'number'
          ? toScaled(decimal(row[name] as string), declared.scale)
          : (row[name] as string),
      ]),
    )
    const [outcome] = run((name) => integers[name] as bigint | string) as [ExactOutcome]
    return typeof outcome === 'bigint'
      ? fromScaled(outcome, formula.scale)
      : [`division-by-zero at ${outcome.path}`]
  }
}

/** The loops of a formula over doubles; `undefined` where a number of it is beyond 2^53 - 1. */
export function doublesOf(formula: Formula): Blocks | undefined {
  const program = lower(formula)
  return blocksOf(program, casesIn(program))
}

/** Which rows of at most one block the loops over doubles leave to the BigInt path. */
export function rowsLeft(formula: Formula, columns: Record<string, Column>): readonly number[] {
  const blocks = doublesOf(formula)
  const program = lower(formula)
  const { inputs, rows } = bindColumns(program, columns, casesIn(program))
  if (blocks === undefined || rows > blockRows) throw new Error('there is no one block')
  blocks.run(inputs, 0, rows)
  return [...blocks.marks.keys()].filter((row) => row < rows && blocks.marks[row] === 1)
}

const casesIn =
  ({ instructions }: Program) =>
  (name: string) =>
    instructions.flatMap((instruction) =>
      instruction.op === 'category' && instruction.name === name ? instruction.value : [],
    )
