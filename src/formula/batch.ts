import type { Problem } from '../problem/index.js'
import { fromScaled } from '../quantity/index.js'
import { type BoundRead, rowError } from './bound-inputs.js'
import type { Check } from './instructions.js'
import { divisionByZero } from './problems.js'

/** What a formula gives for every row of some columns. */
export interface Batch {
  readonly rows: number
  /** The decimal places that the integers stand for: at 2, 12345 is 123.45. */
  readonly scale: number
  /** The exact integers by row. NaN where the row has an error, or its integer stands in `wide`. */
  readonly values: Float64Array
  /** The integers more than 2^53 - 1 from zero, by row. */
  readonly wide: ReadonlyMap<number, bigint>
  /** What became of each row: the codes of `rowError`, 0 for a row that has a value. */
  readonly errors: Uint8Array
  /** The row's value as `evaluate` gives it; `undefined` where the row has an error, or is none. */
  readonly value: (row: number) => string | undefined
  /** The problems that `evaluate` would throw for the row: none for a row that has a value, or is none. */
  readonly problems: (row: number) => readonly Problem[]
}

/** What a program gives for every row of some columns: a batch for each result. */
export interface ProgramBatch<Result extends string = string> {
  readonly rows: number
  readonly results: Readonly<Record<Result, Batch>>
}

export interface RowReaders extends Pick<Batch, 'value' | 'problems'> {}

/** The columns that one result fills. */
export interface Filled extends Pick<Batch, 'rows' | 'scale' | 'values' | 'errors'> {
  readonly wide: Map<number, bigint>
}

/** The integer of a row; `undefined` where it has an error, or is none. */
export function integerAt(
  { values, wide }: Pick<Filled, 'values' | 'wide'>,
  row: number,
): bigint | undefined {
  const value = values[row] ?? Number.NaN
  return Number.isNaN(value) ? wide.get(row) : BigInt(value)
}

/** The readers of one row of a batch; `checkAt` tells the division that failed there. */
export function rowReaders(
  filled: Filled,
  reads: readonly BoundRead[],
  checkAt: (row: number) => Check,
): RowReaders {
  const { scale, errors } = filled
  return {
    value: (row) => {
      const integer = integerAt(filled, row)
      return integer === undefined ? undefined : fromScaled(integer, scale)
    },
    problems: (row) => {
      if ((errors[row] ?? rowError.none) === rowError.none) return []
      if (errors[row] === rowError.divisionByZero) {
        const { path, by } = checkAt(row)
        return [divisionByZero(path, by)]
      }
      return reads.flatMap((read) => read.problems(row))
    },
  }
}
