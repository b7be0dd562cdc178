import { at, type Problem, refuse } from '../problem/index.js'
import { decimal, fromScaled, toScaled } from '../quantity/index.js'
import { notAnInteger, unequalColumns, wrongColumn, wrongScale } from './column-problems.js'
import {
  type CategoryColumn,
  type Column,
  inputPath,
  type NumberColumn,
  readInteger,
} from './columns.js'
import type { CategoryInput, InputDeclaration, NumberInput } from './formula.js'
import { type Load, loadAbove, loadCodes, loadDoubles, loadIntegers } from './load.js'
import { missingInput, notAbove, unknownCategory, unknownInput } from './problems.js'
import { accepts } from './scope.js'

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
} as const
/** What is wrong with a row of a batch, as its number in the column of errors. */
export type RowError = (typeof rowError)[keyof typeof rowError]

/** An input of a formula with its column: read a block at a time, or row by row and exactly. */
export interface BoundInput {
  readonly name: string
  readonly load: Load
  /** The integer or category of a row that has no error. */
  readonly read: (row: number) => bigint | string
  readonly error: (row: number) => RowError
  readonly problems: (row: number) => readonly Problem[]
}

/** The columns of a batch, each with the input it is for, in the order of declaration. */
export interface BoundColumns {
  readonly rows: number
  readonly inputs: readonly BoundInput[]
}

/**
 * Holds columns against the inputs that a formula declares. Throws a `PolicyError` that names every
 * problem: missing and unknown names, columns of the wrong kind or scale, lengths that differ.
 *
 * @param casesOf the categories that the formula asks for: an input's case is its place among them
 */
export function bindColumns(
  declared: Readonly<Record<string, InputDeclaration>>,
  given: Readonly<Record<string, Column>>,
  casesOf: (name: string) => readonly string[],
): BoundColumns {
  const problems: Problem[] = []
  const inputs: BoundInput[] = []
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
      if (declaration.kind === 'category')
        inputs.push(boundCategories(name, declaration, column as CategoryColumn, casesOf(name)))
      else {
        const { scale = declaration.scale } = column as { scale?: number }
        if (scale !== declaration.scale) problems.push(wrongScale(path, scale, declaration.scale))
        inputs.push(boundNumbers(name, declaration, column as NumberSource))
      }
    }
  }
  const known = Object.keys(declared)
  for (const name of Object.keys(given))
    if (!known.includes(name)) problems.push(unknownInput(at('columns', name), name, known))
  refuse(problems)
  return { rows: rows ?? 0, inputs }
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

function boundNumbers(name: string, declaration: NumberInput, column: NumberSource): BoundInput {
  const { above, scale } = declaration
  const bound = readNumbers(name, declaration, column)
  return above === undefined ? bound : numbersAbove(bound, above, scale)
}

/** Numbers that must be above a bound, refused where they are not. */
function numbersAbove(numbers: BoundInput, above: string, scale: number): BoundInput {
  const bound = toScaled(decimal(above), scale)
  const isLow = (row: number) => (numbers.read(row) as bigint) <= bound
  const error = (row: number): RowError => {
    const found = numbers.error(row)
    return found === rowError.none && isLow(row) ? rowError.notAbove : found
  }
  return {
    ...numbers,
    load: loadAbove(numbers.load, Number(bound)),
    error,
    problems: (row) =>
      error(row) === rowError.notAbove
        ? [
            notAbove(
              inputPath(numbers.name),
              decimal(fromScaled(numbers.read(row) as bigint, scale)).toFixed(),
              above,
            ),
          ]
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

function refusing(
  error: BoundInput['error'],
  problem: (row: number) => Problem,
): Pick<BoundInput, 'error' | 'problems'> {
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
  declaration: CategoryInput,
  { codes, dictionary }: CategoryColumn,
  cases: readonly string[],
): BoundInput {
  const path = inputPath(name)
  const other = cases.length
  /** By code: the place among the cases, `other` where the formula does not ask for it, or refused. */
  const places = Int32Array.from(dictionary, (entry) => {
    if (!accepts(declaration, entry)) return -1
    const place = cases.indexOf(entry)
    return place === -1 ? other : place
  })
  const entryAt = (row: number) => dictionary[codes[row] as number]
  return {
    name,
    load: loadCodes(codes, places),
    read: (row) => entryAt(row) as string,
    ...refusing(
      (row) => {
        if (entryAt(row) === undefined) return rowError.missing
        return accepts(declaration, entryAt(row)) ? rowError.none : rowError.unknownCategory
      },
      (row) =>
        entryAt(row) === undefined
          ? missingInput(path, name)
          : unknownCategory(path, entryAt(row), declaration.cases),
    ),
  }
}
