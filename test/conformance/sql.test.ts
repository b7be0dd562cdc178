import { describe, expect, test } from 'vitest'
import { PolicyError } from '../../src/problem/index.js'
import type { Dialect } from '../../src/sql/index.js'
import { drawCases, expected } from './cases.js'
import { duckdb, engines, postgresql, type Query } from './engines.js'
import { drawPools, poolAnswers, poolSql, poolTable } from './pools.js'

const cases = drawCases()

/** Long enough for a busy machine; nothing here measures time. */
const timeout = 600_000

const refusals = ['too-many-digits', 'sql-too-long']

/** A formula that is too wide or too long for an engine is no difference; any other refusal is. */
function tooLarge(error: unknown): undefined {
  if (error instanceof PolicyError && error.problems.every(({ code }) => refusals.includes(code)))
    return undefined
  throw error
}

describe.each(engines)('$name', ({ run, digits }) => {
  test(
    'gives what evaluate gives on every row of at least 200 random formulas',
    async () => {
      let formulas = 0
      const differences: unknown[] = []
      for (const { formula, rows } of cases) {
        const found = await run(formula, rows).catch(tooLarge)
        if (found === undefined) continue
        formulas += 1
        const values = rows.map((row) => expected(formula, row, digits))
        if (found.length !== values.length) differences.push(`${found.length} rows`)
        values.forEach((value, i) => {
          if (found[i] !== value)
            differences.push({
              expression: formula.expression,
              row: rows[i],
              value,
              found: found[i],
            })
        })
      }
      expect(differences).toEqual([])
      expect(formulas).toBeGreaterThanOrEqual(200)
    },
    timeout,
  )
})

test('the rows hold every kind of outcome', () => {
  const kinds = cases.flatMap(({ formula, rows }) =>
    rows.map((row) => {
      const value = expected(formula, row, 18)
      return /^-?\d/.test(value) ? String(Math.sign(Number(value))) : value.split(':')[0]
    }),
  )
  const all = ['-1', '0', '1', 'division-by-zero', 'missing-input', 'not-above', 'too-many-digits']
  expect([...new Set(kinds)].sort()).toEqual([...all, 'unknown-category'])
})

test.each<[string, Dialect, Query]>([
  ['DuckDB', 'duckdb', duckdb],
  ['PostgreSQL', 'postgresql', postgresql],
])(
  '%s divides random pools as allocate does',
  async (_, dialect, query) => {
    const kinds = new Set<string>()
    for (const pools of drawPools()) {
      const answers = poolAnswers(pools)
      const found = await query(`${poolTable(pools)};\n${poolSql(pools, dialect)}`)
      expect(found.map(([value]) => value).sort()).toEqual(answers.toSorted())
      for (const answer of answers)
        kinds.add(answer.split(' ').at(-1)?.replace(/\d+/, '') as string)
    }
    expect([...kinds].sort()).toEqual(['', '-', 'negative:weight', 'no-weight', 'repeated-id'])
  },
  timeout,
)
