import { at, type Problem, refuse } from '../problem/index.js'
import { decimal, fromScaled } from '../quantity/index.js'
import { notAnInteger, unequalColumns, wrongColumn, wrongScale } from './column-problems.js'
import {
  type CategoryColumn,
  type Column,
  inputPath,
  type NumberColumn,
  readInteger,
} from './columns.js'
import type { CategoryInput, InputDeclaration, NumberInput } from './formula.js'
import type { Program } from './instructions.js'
import { type Load, loadAbove, loadCodes, loadDoubles, loadIntegers } from './load.js'
import { missingInput, notAbove, unknownCategory } from './problems.js'
import { accepts, highestRefused, unknownInputs } from './scope.js'

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

/** The columns of a batch, each with the input it is for, in the order of declaration. */
export interface BoundColumns {
  readonly rows: number
  readonly inputs: readonly BoundInput[]
  /** An input as one of its readers declares it: each has its own bound, or accepts its own cases. */
  readonly as: (name: string, declared: InputDeclaration) => BoundRead
}

/**
 * Holds columns against the inputs that a program declares. Throws a `PolicyError` that names every
 * problem: missing and unknown names, columns of the wrong kind or scale, lengths that differ.
 *
 * @param casesOf the categories that the program asks for: an input's case is its place among them
 */
export function bindColumns(
  { inputs: declared, results }: Pick<Program, 'inputs' | 'results'>,
  given: Readonly<Record<string, Column>>,
  casesOf: (name: string) => readonly string[],
): BoundColumns {
  const problems: Problem[] = []
  const readers = readersOf(results)
  const inputs = new Map<string, BoundInput>()
  let rows: number | undefined
  for (const [name, declaration] of Object.entries(declared)) {
    const path = at('columns', name)
    const column: unknown = Object.hasOwn(given, name) ? given[name] : undefined
    const kind = kindOf(column)
    if (column === undefined) problems.push(missingInput(path, name))
    else if (kind !== declaration.kind) problems.push(wrongColumn(path, declaration.kind))
    else {
      const length = lengthOf(column as Column)
      rows ??= length
      if (length !== rows) problems.push(unequalColumns(path, length, rows))
      const read = readers.get(name) as InputDeclaration[]
      if (declaration.kind === 'category')
        inputs.set(
          name,
          boundCategories(name, column as CategoryColumn, read as CategoryInput[], casesOf(name)),
        )
      else {
        const { scale = declaration.scale } = column as { scale?: number }
        if (scale !== declaration.scale) problems.push(wrongScale(path, scale, declaration.scale))
        inputs.set(
          name,
          boundNumbers(name, declaration, column as NumberSource, read as NumberInput[]),
        )
      }
    }
  }
  refuse([...problems, ...unknownInputs(declared, given, 'columns')])
  return {
    rows: rows ?? 0,
    inputs: [...inputs.values()],
    as: (name, reader) => {
      if (reader.kind === 'category') return takenBy(reader, name, given[name] as CategoryColumn)
      const input = inputs.get(name) as BoundInput
      const integerAt = (row: number) => input.read(row) as bigint
      return numbersAbove(input, { name, ...reader, integerAt })
    },
  }
}

/** The declarations of each input by the results that read it. */
function readersOf(results: Program['results']): ReadonlyMap<string, InputDeclaration[]> {
  const readers = new Map<string, InputDeclaration[]>()
  for (const read of results.flatMap(({ reads }) => reads)) {
    if (!('declared' in read)) continue
    const known = readers.get(read.name)
    if (known === undefined) readers.set(read.name, [read.declared])
    else known.push(read.declared)
  }
  return readers
}

type NumberSource = Exclude<Column, CategoryColumn>

function kindOf(column: unknown): InputDeclaration['kind'] | undefined {
  if (typeof column !== 'object' || column === null) return undefined
  if (column instanceof Float64Array || column instanceof BigInt64Array) return 'number'
  if ('integers' in column) return 'number'
  return 'codes' in column ? 'category' : undefined
}

function lengthOf(column: Column): number {
  if ('integers' in column) return column.integers.length
  return 'codes' in column ? column.codes.length : column.length
}

function boundNumbers(
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

function boundCategories(
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
function takenBy(
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
