import { refuse } from '../problem/index.js'
import type { TieRule } from '../quantity/index.js'
import { type Dialect, dialectProblems, wordsOf } from './dialect.js'
import {
  type Identifier,
  identifierProblems,
  quoted,
  resultColumnProblems,
  source,
  sourceColumn,
} from './quote.js'
import { branch, firstOf, numberErrors } from './row-error.js'

/** The columns of a table or view that has one row a share. */
export interface PoolSource {
  readonly dialect: Dialect
  readonly from: Identifier
  /** Who has the share: unique in its pool. */
  readonly id: string
  /** What the shares are in proportion to: a whole number, not negative. */
  readonly weight: string
  /** The pool's total as an integer of the smallest unit, the same in each row of the pool. */
  readonly total: string
  /** What tells pools apart; without it all rows are one pool. */
  readonly pools?: readonly string[]
  readonly ties: TieRule
}

const tieOrder: Readonly<Record<TieRule, readonly string[]>> = {
  'larger-weight': ['weight DESC'],
  'smaller-weight': ['weight'],
  id: [],
}

/**
 * The largest-remainder allocation of `allocate` (without floors and caps) as a query: the pool
 * columns, the id, then `amount`, an integer of the smallest unit, and `error`. The amounts of a pool
 * add up to its total exactly. Ids are compared as text, by code points.
 *
 * A pool is paid as a whole or not at all: what is wrong with one of its rows is the error of each:
 * `missing-input:weight`, `too-many-digits:total`, `too-many-places:total`, `negative:weight`, and
 * for the pool itself `repeated-id`, `mixed-total`, `no-weight`.
 *
 * Throws a `PolicyError` for a name that the engine cannot quote and a column that stands twice.
 *
 * @example
 * allocateSql({ dialect: 'duckdb', from: 'bonus', pools: ['team'], id: 'employee', weight: 'points', total: 'fund', ties: 'id' })
 * //=> WITH …
 */
export function allocateSql(options: PoolSource): string {
  const { dialect, from, id, weight, total, pools = [], ties } = options
  refuse([
    ...dialectProblems(dialect),
    ...identifierProblems(from, dialect, 'from'),
    ...identifierProblems(weight, dialect, 'weight'),
    ...identifierProblems(total, dialect, 'total'),
    ...resultColumnProblems(pools, ['amount', 'error', id], dialect, 'pools'),
    ...resultColumnProblems([id], ['amount', 'error'], dialect, 'id'),
  ])
  const { text, whole, remainder, exactQuotient, byCodePoint, layer } = wordsOf(dialect)
  const column = (name: string) => sourceColumn(from, name, dialect)
  const keys = pools.map((_, i) => `p${i}`)
  const over = (partition: readonly string[], order: readonly string[] = []) => {
    const by = partition.length === 0 ? '' : `PARTITION BY ${partition.join(', ')}`
    return `OVER (${order.length === 0 ? by : `${by} ORDER BY ${order.join(', ')}`})`
  }
  const pool = over(keys)
  const order = ['remainder DESC', ...tieOrder[ties], `key${byCodePoint}`]
  const number = (name: string) => `CASE WHEN fault IS NULL THEN ${whole(name)} END`
  const fault = firstOf([
    branch(`${column(id)} IS NULL`, 'missing-input', 'id'),
    ...numberErrors('weight', column(weight), dialect),
    branch(`${column(weight)} < 0`, 'negative', 'weight'),
    ...numberErrors('total', column(total), dialect),
  ])
  const layers: readonly (readonly string[])[] = [
    [
      ...pools.map((name, i) => `${column(name)} AS ${keys[i]}`),
      ...[`${column(id)} AS id`, `CAST(${column(id)} AS ${text}) AS key`, `${fault} AS fault`],
      ...[`${column(weight)} AS given_weight`, `${column(total)} AS given_total`],
    ],
    [
      ...[...keys, 'id', 'key', 'fault'],
      ...[`${number('given_weight')} AS weight`, `${number('given_total')} AS total`],
    ],
    [
      ...[...keys, 'id', 'key', 'weight', 'total', `ABS(total) AS size`],
      ...[`SUM(weight) ${pool} AS weights`, `MIN(fault) ${pool} AS fault`],
      ...[`MIN(total) ${pool} AS least`, `MAX(total) ${pool} AS most`],
      `COUNT(*) ${over([...keys, 'key'])} AS copies`,
    ],
    [
      ...[...keys, 'id', 'key', 'weight', 'total', 'size', 'weights', 'fault', 'least', 'most'],
      `MAX(copies) ${pool} AS copies`,
      `COALESCE(${remainder('(weight * size)', 'NULLIF(weights, 0)')}, 0) AS remainder`,
    ],
    [
      ...[...keys, 'id', 'key', 'weight', 'total', 'size', 'remainder'],
      `COALESCE(${exactQuotient('(weight * size - remainder)', 'NULLIF(weights, 0)')}, 0) AS units`,
      `COALESCE(fault, CASE WHEN copies > 1 THEN 'repeated-id' WHEN least <> most THEN 'mixed-total' WHEN weights = 0 AND total <> 0 THEN 'no-weight' END) AS error`,
    ],
    [
      ...[...keys, 'id', 'total', 'units', 'error'],
      `size - SUM(units) ${pool} AS leftover`,
      `ROW_NUMBER() ${over(keys, order)} AS place`,
    ],
    [
      ...[...keys, 'id', 'total', 'error'],
      `units + CASE WHEN place <= leftover THEN 1 ELSE 0 END AS amount`,
    ],
  ]
  const subqueries = layers.map((columns, i) => {
    const below = i === 0 ? `${quoted(from, dialect)} AS ${source}` : `layer_${i - 1}`
    return `layer_${i} ${layer} (\n  SELECT ${columns.join(', ')}\n  FROM ${below}\n)`
  })
  const shown = [
    ...pools.map((name, i) => `${keys[i]} AS ${quoted(name, dialect)}`),
    `id AS ${quoted(id, dialect)}`,
    `CASE WHEN error IS NULL THEN CASE WHEN total < 0 THEN -amount ELSE amount END END AS ${quoted('amount', dialect)}`,
    `error AS ${quoted('error', dialect)}`,
  ]
  return `WITH ${subqueries.join(', ')}\nSELECT ${shown.join(', ')}\nFROM layer_${layers.length - 1}`
}
