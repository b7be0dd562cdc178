import type { Problem } from '../problem/index.js'
import { unknownDialect } from './problems.js'

/** The engines that SQL is written for. */
export const dialects = ['duckdb', 'postgresql', 'spark'] as const
/** An engine that SQL is written for. */
export type Dialect = (typeof dialects)[number]

/** How one engine says what every engine can say. Parts that are given are SQL already. */
export interface Words {
  /** The type that holds every integer of a formula. */
  readonly integer: string
  readonly text: string
  readonly literal: (value: bigint) => string
  /** The number of a column as an integer; NULL or out of reach where it is none. */
  readonly whole: (column: string) => string
  /** What a division toward zero leaves: it has the sign of the dividend. */
  readonly remainder: (dividend: string, divisor: string) => string
  /** The quotient of a dividend that the divisor divides without remainder. */
  readonly exactQuotient: (dividend: string, divisor: string) => string
  /** An integer of the smallest unit as a decimal of so many places. */
  readonly decimal: (integer: string, places: number) => string
  /** What keeps a layer from being written into the next again, once for each mention. */
  readonly layer: string
  /** Orders text by code points. */
  readonly byCodePoint: string
  readonly limits: Limits
}

/** How many digits an engine's integers may have. */
export interface Limits {
  /** Of a number in a column. */
  readonly input: number
  /** Of any result on the way; more are not refused where there is no limit. */
  readonly result: number
  /** Of a quotient before it is rounded. */
  readonly quotient: number
  /** Of the places of a decimal. */
  readonly places: number
}

const cast = (value: bigint, type: string): string =>
  value < 0n ? `(${value})::${type}` : `${value}::${type}`

const plainRemainder: Words['remainder'] = (dividend, divisor) => `(${dividend} % ${divisor})`

/**
 * DuckDB divides a HUGEINT more than ten times slower than a BIGINT, so it does that only where a row
 * has more than 64 bits. By -1 it does it too: the least BIGINT has no opposite.
 */
function fastest(operator: '%' | '//', dividend: string, divisor: string): string {
  const short = `TRY_CAST(${dividend} AS BIGINT) ${operator} TRY_CAST(NULLIF(${divisor}, -1) AS BIGINT)`
  return `COALESCE(${short}, ${dividend} ${operator} ${divisor})`
}

const words: Readonly<Record<Dialect, Words>> = {
  duckdb: {
    integer: 'HUGEINT',
    text: 'VARCHAR',
    literal: (value) => cast(value, 'HUGEINT'),
    whole: (column) => `TRY_CAST(${column} AS HUGEINT)`,
    remainder: (dividend, divisor) => fastest('%', dividend, divisor),
    // Its `/` gives a double.
    exactQuotient: (dividend, divisor) => fastest('//', dividend, divisor),
    decimal: (integer, places) =>
      places === 0
        ? `CAST(${integer} AS DECIMAL(38,0))`
        : `(CAST(${integer} AS DECIMAL(38,0)) * ${smallest(places)}::DECIMAL(${places},${places}))`,
    layer: 'AS NOT MATERIALIZED',
    byCodePoint: '',
    limits: { input: 18, result: 38, quotient: 38, places: 38 },
  },
  postgresql: {
    integer: 'numeric',
    text: 'text',
    literal: (value) => cast(value, 'numeric'),
    whole: (column) => `trunc(CAST(${column} AS numeric))`,
    remainder: plainRemainder,
    exactQuotient: (dividend, divisor) => `div(${dividend}, ${divisor})`,
    decimal: (integer, places) => `(${integer} * ${smallest(places)})`,
    // It would put a subquery that is read once in place of each mention, without end.
    layer: 'AS MATERIALIZED',
    byCodePoint: ' COLLATE "C"',
    limits: { input: 40, result: Infinity, quotient: Infinity, places: Infinity },
  },
  spark: {
    integer: 'DECIMAL(38,0)',
    text: 'STRING',
    literal: (value) => (value < 0n ? `(${value}BD)` : `${value}BD`),
    whole: (column) => `TRY_CAST(${column} AS DECIMAL(38,0))`,
    remainder: plainRemainder,
    // Its `div` gives a bigint. `/` gives a DECIMAL(38,6): exact, for up to 32 digits.
    exactQuotient: (dividend, divisor) => `CAST(${dividend} / ${divisor} AS DECIMAL(38,0))`,
    // A product would be cut to fewer places.
    decimal: (integer, places) =>
      `CAST(CONCAT(CAST(${integer} AS STRING), 'E-${places}') AS DECIMAL(38,${places}))`,
    layer: 'AS',
    byCodePoint: '',
    limits: { input: 18, result: 38, quotient: 32, places: 38 },
  },
}

/** The smallest unit of so many places: 0.01 of two. */
function smallest(places: number): string {
  return places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`
}

export function wordsOf(dialect: Dialect): Words {
  return words[dialect]
}

/** The problem with a dialect that is none. */
export function dialectProblems(dialect: string): readonly Problem[] {
  return Object.hasOwn(words, dialect) ? [] : [unknownDialect(dialect, dialects)]
}
