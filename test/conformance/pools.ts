import fc from 'fast-check'
import { problemsOf } from '../../src/problem/index.js'
import { type Allocated, allocate, type TieRule } from '../../src/quantity/index.js'
import { allocateSql, type Dialect } from '../../src/sql/index.js'

/** Pools that are divided in one query. */
export interface Pools {
  readonly ties: TieRule
  readonly pools: readonly Pool[]
}

interface Pool {
  readonly name: string
  readonly fund: bigint
  readonly shares: readonly { readonly id: string; readonly weight: bigint }[]
}

const amount = fc.oneof(
  fc.bigInt({ min: 0n, max: 50n }),
  fc.bigInt({ min: 0n, max: 10n ** 9n }),
  fc.bigInt({ min: 10n ** 18n - 100n, max: 10n ** 18n - 1n }),
)
/** Texts whose order as code points is that as code units: no surrogates beside the last of the BMP. */
const id = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constantFrom('a', 'B', 'Z', 'é', '客', '服', '10', '9'),
)
const weight = fc.oneof(
  { weight: 3, arbitrary: fc.bigInt({ min: -1n, max: 6n }) },
  { weight: 1, arbitrary: amount },
)
const pool = fc.record({
  fund: fc.oneof(
    amount,
    amount.map((value) => -value),
  ),
  shares: fc.array(fc.record({ id, weight }), { minLength: 1, maxLength: 12 }),
})

/** Lists of pools, with equal weights, weights of zero, negative totals and now and then a bad share. */
export function drawPools(): readonly Pools[] {
  const drawn = fc.record({
    ties: fc.constantFrom<TieRule>('larger-weight', 'smaller-weight', 'id'),
    pools: fc.array(pool, { minLength: 40, maxLength: 40 }),
  })
  return fc.sample(drawn, 25).map(({ ties, pools }) => ({
    ties,
    pools: pools.map((each, i) => ({ ...each, name: `pool ${i}` })),
  }))
}

/** The rows of the table `data`: pool, id, weight, fund. */
export function poolRows({ pools }: Pools): readonly (readonly string[])[] {
  return pools.flatMap(({ name, fund, shares }) =>
    shares.map(({ id, weight }) => [name, id, String(weight), String(fund)]),
  )
}

/** Makes the table `data`. */
export function poolTable(pools: Pools): string {
  const values = poolRows(pools).map(
    ([pool, id, weight, fund]) => `('${pool}', '${id?.replaceAll("'", "''")}', ${weight}, ${fund})`,
  )
  return [
    'DROP TABLE IF EXISTS data',
    'CREATE TABLE data (pool text, id text, weight bigint, fund bigint)',
    `INSERT INTO data VALUES ${values.join(', ')}`,
  ].join(';\n')
}

/** A query of one text a row: the pool, the id, and its amount or error. */
export function poolSql({ ties }: Pools, dialect: Dialect): string {
  const sql = allocateSql({
    dialect,
    ties,
    from: 'data',
    pools: ['pool'],
    id: 'id',
    weight: 'weight',
    total: 'fund',
  })
  const text = dialect === 'spark' ? 'STRING' : 'varchar'
  return `SELECT pool || ' ' || id || ' ' || COALESCE(CAST(amount AS ${text}), error) FROM (${sql}) AS shares`
}

/** What `allocate` makes of each row. */
export function poolAnswers({ ties, pools }: Pools): readonly string[] {
  return pools.flatMap(({ name, fund, shares }) => {
    let allocated: readonly Allocated[] = []
    const problems = problemsOf(() => {
      allocated = allocate({
        total: String(fund),
        places: 0,
        ties,
        shares: shares.map(({ id, weight }) => ({ id, weight: String(weight) })),
      })
    })
    // The query asks what is wrong with a share before what is wrong with the pool.
    const problem = problems.find(({ code }) => code === 'negative') ?? problems[0]
    return shares.map(({ id }, i) => {
      const error = problem?.code === 'negative' ? 'negative:weight' : problem?.code
      return `${name} ${id} ${error ?? allocated[i]?.amount}`
    })
  })
}
