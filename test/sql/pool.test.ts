import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../src/problem/index.js'
import { allocate, type TieRule } from '../../src/quantity/index.js'
import { allocateSql, type Dialect } from '../../src/sql/index.js'
import { duckdb, postgresql, type Query } from '../conformance/engines.js'

const columns = { from: 'bonus', id: 'who', weight: 'weight', total: 'fund' } as const
const codes = (task: () => unknown) =>
  problemsOf(task).map(({ code, path }) => `${code} at ${path}`)

describe.each<[string, Dialect, Query]>([
  ['DuckDB', 'duckdb', duckdb],
  ['PostgreSQL', 'postgresql', postgresql],
])('%s', { timeout: 60_000 }, (_, dialect, query) => {
  const divide = (values: string, ties: TieRule, pools: readonly string[] = ['team']) =>
    query(
      `DROP TABLE IF EXISTS bonus; CREATE TABLE bonus AS SELECT * FROM (VALUES ${values}) AS t(team, who, weight, fund); SELECT * FROM (${allocateSql({ ...columns, dialect, ties, pools })}) AS s ORDER BY 1, 2`,
    )

  test.each<[TieRule, bigint[]]>([
    ['id', [5n, 2n, 3n]],
    ['larger-weight', [5n, 2n, 3n]],
    ['smaller-weight', [4n, 3n, 3n]],
  ])('ties by %s go where allocate has them go, and a recovery mirrors it', async (ties) => {
    const shares = [
      { id: 'A', weight: 3 },
      { id: 'a', weight: 1 },
      { id: 'z', weight: 1 },
      { id: 'é', weight: 3 },
    ]
    const values = shares.flatMap(({ id, weight }) => [
      `('in', '${id}', ${weight}, 12)`,
      `('out', '${id}', ${weight}, -12)`,
    ])
    const wanted = ['in', 'out'].flatMap((team) =>
      allocate({ total: team === 'in' ? 12 : -12, places: 0, ties, shares }).map(
        ({ id, amount }) => [team, id, amount, null],
      ),
    )
    const found = await divide(values.join(', '), ties)
    expect(new Set(found.map((row) => row.join()))).toEqual(
      new Set(wanted.map((row) => row.join())),
    )
    expect(found.length).toBe(wanted.length)
  })

  test('a leftover unit goes to the largest remainder', async () => {
    const found = await divide("('t', 'a', 6, 10), ('t', 'b', 5, 10), ('t', 'c', 4, 10)", 'id')
    expect(found.map(([, who, amount]) => `${who} ${amount}`)).toEqual(['a 4', 'b 3', 'c 3'])
  })

  test('all rows are one pool where no column tells pools apart', async () => {
    expect(await divide("('x', 10, 1, 100), ('y', 9, 1, 100), ('z', 8, 1, 100)", 'id', [])).toEqual(
      [
        ['8', '33', null],
        ['9', '33', null],
        ['10', '34', null],
      ],
    )
  })

  test.each<[string, string, string]>([
    ['a missing id', "('t', NULL, 1, 5)", 'missing-input:id'],
    ['a missing weight', "('t', 'b', NULL, 5)", 'missing-input:weight'],
    ['a missing total', "('t', 'b', 1, NULL)", 'missing-input:total'],
    ['a negative weight', "('t', 'b', -1, 5)", 'negative:weight'],
    ['a fraction', "('t', 'b', 1.5, 5)", 'too-many-places:weight'],
    [
      'too many digits',
      `('t', 'b', 1, ${'9'.repeat(41)}::double precision)`,
      'too-many-digits:total',
    ],
    ['the same id again', "('t', 'a', 1, 5)", 'repeated-id'],
    ['another total', "('t', 'b', 1, 6)", 'mixed-total'],
  ])('%s is the error of the whole pool and of no other', async (_, bad, error) => {
    const found = await divide(`('t', 'a', 1, 5), ${bad}, ('u', 'a', 2, 5)`, 'id')
    expect(found.filter(([team]) => team === 't').map((row) => row.slice(2))).toEqual([
      [null, error],
      [null, error],
    ])
    expect(found.filter(([team]) => team === 'u')).toEqual([['u', 'a', '5', null]])
  })

  test('weights that are all zero divide nothing but zero', async () => {
    const found = await divide("('t', 'a', 0, 5), ('u', 'a', 0, 0), ('u', 'b', 0, 0)", 'id')
    expect(found).toEqual([
      ['t', 'a', null, 'no-weight'],
      ['u', 'a', '0', null],
      ['u', 'b', '0', null],
    ])
  })
})

test('every name that is wrong is listed', () => {
  expect(
    codes(() =>
      allocateSql({
        dialect: 'duckdb',
        from: '',
        id: 'Amount',
        weight: '',
        total: '',
        ties: 'id',
        pools: ['team', 'TEAM', 'error', 'amount'],
      }),
    ),
  ).toEqual([
    'not-an-identifier at from',
    'not-an-identifier at weight',
    'not-an-identifier at total',
    'repeated-column at pools[1]',
    'repeated-column at pools[2]',
    'repeated-column at pools[3]',
    'repeated-column at id[0]',
  ])
  expect(
    codes(() => allocateSql({ ...columns, dialect: 'oracle' as Dialect, ties: 'id' })),
  ).toEqual(['unknown-dialect at dialect'])
})
