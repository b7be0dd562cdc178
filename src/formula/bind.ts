import { at, type Problem, refuse } from '../problem/index.js'
import {
  type BoundInput,
  type BoundRead,
  boundCategories,
  boundNumbers,
  type NumberSource,
  numbersAbove,
  takenBy,
} from './bound-inputs.js'
import { unequalColumns, wrongColumn, wrongScale } from './column-problems.js'
import type { CategoryColumn, Column } from './columns.js'
import type { CategoryInput, InputDeclaration, NumberInput } from './formula.js'
import type { Program } from './instructions.js'
import { missingInput } from './problems.js'
import { unknownInputs } from './scope.js'

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
