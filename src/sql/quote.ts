import { at, type Problem } from '../problem/index.js'
import type { Dialect } from './dialect.js'
import { badIdentifier, badText, repeatedColumn } from './problems.js'

/** A column or a table: its name, or its qualified name in parts, such as `['hr', 'payroll']`. */
export type Identifier = string | readonly string[]

/** A name in the engine's quotes. Only a name without {@link identifierProblems} is safe. */
export function quoted(identifier: Identifier, dialect: Dialect): string {
  const parts = typeof identifier === 'string' ? [identifier] : identifier
  const mark = dialect === 'spark' ? '`' : '"'
  return parts.map((part) => mark + part.replaceAll(mark, mark + mark) + mark).join('.')
}

/**
 * A column of the table that a query calls {@link source}. So named, it is a column or an error:
 * DuckDB would read a bare name that the table lacks as the alias of another column of the query.
 */
export function sourceColumn(from: Identifier, column: Identifier, dialect: Dialect): string {
  const table = [from].flat()
  const parts = [column].flat()
  const qualifier = parts.slice(0, -1)
  const isTable = qualifier.every((part, i) => part === table[table.length - qualifier.length + i])
  return `${source}.${quoted(isTable ? parts.slice(-1) : parts, dialect)}`
}

/** What a query calls the table that it reads. */
export const source = 'source'

/**
 * The problems of a name that no quotes can carry: an empty one; one with NUL or half a surrogate
 * pair; for PostgreSQL one above 63 bytes, which it would cut; for Spark one with `${`, which it
 * would replace by a setting before it parses.
 */
export function identifierProblems(
  identifier: Identifier,
  dialect: Dialect,
  path: string,
): readonly Problem[] {
  if (typeof identifier === 'string')
    return isCarried(identifier, dialect) ? [] : [badIdentifier(path)]
  return identifier.length === 0
    ? [badIdentifier(path)]
    : identifier.flatMap((part, i) => identifierProblems(part, dialect, at(path, i)))
}

function isCarried(name: string, dialect: Dialect): boolean {
  if (name === '' || !isWritable(name)) return false
  if (dialect === 'postgresql') return utf8(name).length <= 2 * 63
  return dialect !== 'spark' || !name.includes('${')
}

/** The problems of columns taken along beside those that a query computes. */
export function resultColumnProblems(
  names: readonly string[],
  computed: readonly string[],
  dialect: Dialect,
  path: string,
): readonly Problem[] {
  // The other engines tell columns apart without regard to case.
  const same = (name: string) => (dialect === 'postgresql' ? name : name.toLowerCase())
  return names.flatMap((name, i) => {
    const others = [...computed, ...names.slice(0, i)].map(same)
    return [
      ...identifierProblems(name, dialect, at(path, i)),
      ...(others.includes(same(name)) ? [repeatedColumn(at(path, i), name)] : []),
    ]
  })
}

/**
 * A text as a literal. Every setting of the engine reads it the same: PostgreSQL's backslashes stand
 * in an escape string, and Spark's quotes, backslashes and dollar signs are given as bytes.
 */
export function textLiteral(text: string, dialect: Dialect): string {
  if (dialect === 'spark' && /['\\$]/.test(text)) return `CAST(X'${utf8(text)}' AS STRING)`
  const doubled = text.replaceAll("'", "''")
  return dialect === 'postgresql' && text.includes('\\')
    ? `E'${doubled.replaceAll('\\', '\\\\')}'`
    : `'${doubled}'`
}

/** The problem of a category that holds NUL or half a surrogate pair: no engine's text can. */
export function textProblems(text: string, path: string): readonly Problem[] {
  return isWritable(text) ? [] : [badText(path, text)]
}

function isWritable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text)
}

/** The bytes of a text in hexadecimal. */
function utf8(text: string): string {
  return encodeURIComponent(text).replace(
    /%(..)|(.)/g,
    (_, byte: string | undefined, letter: string) =>
      byte ?? letter.charCodeAt(0).toString(16).toUpperCase(),
  )
}
