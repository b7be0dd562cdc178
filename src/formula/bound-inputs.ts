import type { Problem } from '../problem/index.js'
import { decimal, fromScaled } from '../quantity/index.js'
import { notAnInteger } from './column-problems.js'
import {
  type CategoryColumn,
  type Column,
  inputPath,
  type NumberColumn,
  readInteger,
} from './columns.js'
import type { CategoryInput, NumberInput } from './formula.js'
import { type Load, loadAbove, loadCodes, loadDoubles, loadIntegers } from './load.js'
import { missingInput, notAbove, unknownCategory } from './problems.js'
import { accepts, highestRefused } from './scope.js'

/** What became of a row: the codes of a batch's `errors`. */
export const rowError = {
  none: 0,
  /** An input has no value. */
  missing: 1,
  /** An input is no number, or has more places or digits than it may. */
  unreadable: 2,
  unknownCategory: 3,
  divisionByZero: 4,
  /** An input is not above the number that it must be above. */
  notAbove: 5,
  /** A result that it reads has no value in the row. */
  failedResult: 6,
} as const
/** What is wrong with a row of a batch, as its number in the column of errors. */
export type RowError = (typeof rowError)[keyof typeof rowError]

/** What a result reads, as far as it may be missing from a row. */
export interface BoundRead {
  readonly error: (row: number) => RowError
  readonly problems: (row: number) => readonly Problem[]
}

/** An input of a program with its column: read a block at a time, or row by row and exactly. */
export interface BoundInput extends BoundRead {
  readonly name: string
  /** Marks the rows that any of its readers refuses. */
  readonly load: Load
  /** The integer or category of a row that has no error. */
  readonly read: (row: number) => bigint | string
}

/** A column of numbers, in any of its forms. */
export type NumberSource = Exclude<Column, CategoryColumn>

/** A column of numbers; `readers` are the declarations by the formulas that read it. */
export function boundNumbers(
  name: string,
  declaration: NumberInput,
  column: NumberSource,
  readers: readonly NumberInput[],
): BoundInput {
  const numbers = readNumbers(name, declaration, column)
  const bounds = readers.flatMap(({ above, scale }) =>
    above === undefined ? [] : [Number(highestRefused(above, scale))],
  )
  return bounds.length === 0
    ? numbers
    : { ...numbers, load: loadAbove(numbers.load, Math.max(...bounds)) }
}

/** Numbers that one formula reads, those not above its bound refused where it has one. */
export function numbersAbove(
  numbers: BoundRead,
  {
    name,
    above,
    scale,
    integerAt,
  }: Pick<NumberInput, 'above' | 'scale'> & {
    readonly name: string
    /** The integer, at that scale, of a row that has no error. */
    readonly integerAt: (row: number) => bigint
  },
): BoundRead {
  if (above === undefined) return numbers
  const bound = highestRefused(above, scale)
  const error = (row: number): RowError => {
    const found = numbers.error(row)
    return found === rowError.none && integerAt(row) <= bound ? rowError.notAbove : found
  }
  return {
    error,
    problems: (row) =>
      error(row) === rowError.notAbove
        ? [notAbove(inputPath(name), decimal(fromScaled(integerAt(row), scale)).toFixed(), above)]
        : numbers.problems(row),
  }
}

function readNumbers(name: string, declaration: NumberInput, column: NumberSource): BoundInput {
  if ('integers' in column) return fromText(name, declaration, column)
  const path = inputPath(name)
  if (column instanceof BigInt64Array)
    return {
      name,
      load: loadIntegers(column),
      read: (row) => column[row] as bigint,
      error: () => rowError.none,
      problems: () => [],
    }
  const valueAt = (row: number) => column[row] as number
  return {
    name,
    load: loadDoubles(column),
    read: (row) => BigInt(valueAt(row)),
    ...refusing(
      (row) => {
        if (Number.isNaN(valueAt(row))) return rowError.missing
        return Number.isSafeInteger(valueAt(row)) ? rowError.none : rowError.unreadable
      },
      (row) =>
        Number.isNaN(valueAt(row)) ? missingInput(path, name) : notAnInteger(path, valueAt(row)),
    ),
  }
}

function refusing(error: BoundRead['error'], problem: (row: number) => Problem): BoundRead {
  return { error, problems: (row) => (error(row) === rowError.none ? [] : [problem(row)]) }
}

function fromText(
  name: string,
  { scale }: NumberInput,
  { integers, wide, unreadable }: NumberColumn,
): BoundInput {
  const path = inputPath(name)
  return {
    name,
    load: loadDoubles(integers),
    read: (row) => wide.get(row) ?? BigInt(integers[row] as number),
    ...refusing(
      (row) => {
        if (unreadable.has(row)) return rowError.unreadable
        return Number.isNaN(integers[row]) && !wide.has(row) ? rowError.missing : rowError.none
      },
      (row) =>
        unreadable.has(row)
          ? (readInteger(unreadable.get(row), scale, path) as Problem)
          : missingInput(path, name),
    ),
  }
}

/** A column of categories; `readers` are the declarations by the formulas that read it. */
export function boundCategories(
  name: string,
  column: CategoryColumn,
  readers: readonly CategoryInput[],
  cases: readonly string[],
): BoundInput {
  const { codes, dictionary } = column
  const other = cases.length
  /** By code: the place among the cases, `other` where no formula asks for it, or refused. */
  const places = Int32Array.from(dictionary, (entry) => {
    if (!readers.every((reader) => accepts(reader, entry))) return -1
    const place = cases.indexOf(entry)
    return place === -1 ? other : place
  })
  const anyText: CategoryInput = { kind: 'category', cases: [], open: true }
  return {
    name,
    load: loadCodes(codes, places),
    read: (row) => dictionary[codes[row] as number] as string,
    ...takenBy(anyText, name, column),
  }
}

/** A column of categories as one formula takes it. */
export function takenBy(
  declaration: CategoryInput,
  name: string,
  { codes, dictionary }: CategoryColumn,
): BoundRead {
  const path = inputPath(name)
  const entryAt = (row: number) => dictionary[codes[row] as number]
  return refusing(
    (row) => {
      if (entryAt(row) === undefined) return rowError.missing
      return accepts(declaration, entryAt(row)) ? rowError.none : rowError.unknownCategory
    },
    (row) =>
      entryAt(row) === undefined
        ? missingInput(path, name)
        : unknownCategory(path, entryAt(row), declaration.cases),
  )
}
