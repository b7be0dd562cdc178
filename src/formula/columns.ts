import { at, type Problem } from '../problem/index.js'
import { isProblem, type NumericInput, toScaled } from '../quantity/index.js'
import { readNumber } from './scope.js'

/** Numbers read from text, as integers of a scale. Rows that are NaN stand in a map, or are missing. */
export interface NumberColumn {
  readonly scale: number
  readonly integers: Float64Array
  /** Integers beyond 2^53, by row. */
  readonly wide: ReadonlyMap<number, bigint>
  /** What was given where it is no number of the scale, by row. */
  readonly unreadable: ReadonlyMap<number, unknown>
}

/** Categories as places in a dictionary; a code without an entry, such as -1, is a missing value. */
export interface CategoryColumn {
  readonly codes: Uint8Array | Uint16Array | Int32Array
  readonly dictionary: readonly string[]
}

/**
 * One input of every row of a batch. A `Float64Array` or `BigInt64Array` holds integers at the
 * input's declared scale (cents of money with two places); in a `Float64Array` NaN is a missing value.
 */
export type Column = Float64Array | BigInt64Array | NumberColumn | CategoryColumn

/**
 * A column of numbers as they come from a file: decimal strings, safe integers, decimals. `null` and
 * `undefined` are missing values. Nothing is thrown and nothing is rounded: what is no number, or has
 * more places than `scale`, is an error of its row when a formula reads the column.
 *
 * @example
 * numberColumn(['61250.00', 800, null], 2).integers //=> Float64Array [6125000, 80000, NaN]
 */
export function numberColumn(
  values: readonly (NumericInput | null | undefined)[],
  scale: number,
): NumberColumn {
  const integers = new Float64Array(values.length).fill(Number.NaN)
  const wide = new Map<number, bigint>()
  const unreadable = new Map<number, unknown>()
  values.forEach((value, row) => {
    if (value === null || value === undefined) return
    const integer = readInteger(value, scale, '')
    if (typeof integer !== 'bigint') unreadable.set(row, value)
    else if (isSafe(integer)) integers[row] = Number(integer)
    else wide.set(row, integer)
  })
  return { scale, integers, wide, unreadable }
}

/**
 * A column of categories as codes with their dictionary. `null` and `undefined` are missing values.
 *
 * @example
 * categoryColumn(['north', 'south', 'north']).dictionary //=> ['north', 'south']
 */
export function categoryColumn(values: readonly (string | null | undefined)[]): CategoryColumn {
  const places = new Map<string, number>()
  const codes = Int32Array.from(values, (value) => {
    if (value === null || value === undefined) return -1
    const place = places.get(value) ?? places.size
    places.set(value, place)
    return place
  })
  return { codes, dictionary: [...places.keys()] }
}

/** A given number as an integer of a scale, or what is wrong with it: see `evaluate`. */
export function readInteger(value: unknown, scale: number, path: string): bigint | Problem {
  const number = readNumber(value, scale, path)
  return isProblem(number) ? number : toScaled(number, scale)
}

/** Whether an integer and its neighbours are exact as doubles: at most 2^53 - 1 from zero. */
export function isSafe(integer: bigint): boolean {
  return integer <= Number.MAX_SAFE_INTEGER && integer >= Number.MIN_SAFE_INTEGER
}

/** Where `evaluate` would be given the value. */
export function inputPath(name: string): string {
  return at('inputs', name)
}

/** A column that stays as it is when its owner fills it with other rows. */
export function keptColumn(column: Column): Column {
  if ('integers' in column)
    return {
      scale: column.scale,
      integers: column.integers.slice(),
      wide: new Map(column.wide),
      unreadable: new Map(column.unreadable),
    }
  if ('codes' in column) return { codes: column.codes.slice(), dictionary: [...column.dictionary] }
  return column.slice()
}
