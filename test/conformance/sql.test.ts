import { describe, expect, test } from 'vitest'
import { PolicyError } from '../../src/problem/index.js'
import type { Dialect } from '../../src/sql/index.js'
import { type Case, drawCases, drawPrograms, expected, isValue } from './cases.js'
import { duckdb, type Engine, engines, postgresql, type Query } from './engines.js'
import { drawPools, poolAnswers, poolSql, poolTable } from './pools.js'

const formulas = drawCases()
const programs = drawPrograms()

/** Long enough for a busy machine; nothing here measures time. */
const timeout = 600_000

const refusals = ['too-many-digits', 'sql-too-long']

/** What is too wide or too long for an engine is no difference; any other refusal is. */
function tooLarge(error: unknown): undefined {
  if (error instanceof PolicyError && error.problems.every(({ code }) => refusals.includes(code)))
    return undefined
  throw error
}

/** How many cases an engine ran, and where it gave something else than \`evaluate\`. */
async function held({ run, digits }: Engine, cases: readonly Case[]) {
  const differences: unknown[] = []
  let ran = 0
  for (const { of, rows } of cases) {
    const found = await run(of, rows).catch(tooLarge)
    if (found === undefined) continue
    ran += 1
    if (found.length !== rows.length) differences.push(`${found.length} rows`)
    rows.forEach((row, i) => {
      const values = expected(of, row, digits)
      if (values.join() !== found[i]?.join()) differences.push({ of, row, values, found: found[i] })
    })
  }
  return { ran, differences: differences.slice(0, 5) }
}

describe.each(engines)('$name', (engine) => {
  test(
    'gives what evaluate gives on every row of at least 200 random formulas',
    async () => {
      const { ran, differences } = await held(engine, formulas)
      expect(differences).toEqual([])
      expect(ran).toBeGreaterThanOrEqual(200)
    },
    timeout,
  )

  test(
    'gives each result of random programs, and a fault to its readers alone',
    async () => {
      const { ran, differences } = await held(engine, programs)
      expect(differences).toEqual([])
      expect(ran).toBeGreaterThanOrEqual(engine.programs)
    },
    timeout,
  )
})

test('the rows hold every kind of outcome', () => {
  const kindsOf = (cases: readonly Case[]) => {
    const answers = cases.flatMap(({ of, rows }) => rows.flatMap((row) => expected(of, row, 18)))
    const kinds = answers.map((answer) =>
      isValue(answer) ? String(Math.sign(Number(answer))) : answer.split(':')[0],
    )
    return [...new Set(kinds)].sort()
  }
  const all = ['-1', '0', '1', 'division-by-zero', 'missing-input', 'not-above', 'too-many-digits']
  expect(kindsOf(formulas)).toEqual([...all, 'unknown-category'])
  expect(kindsOf(programs)).toEqual([...all, 'failed-result', 'unknown-category'].sort())
})

test('in one row of a program some results fail and others do not', () => {
  const mixed = programs.flatMap(({ of, rows }) =>
    rows.filter((row) => {
      const values = expected(of, row, 18)
      return values.some(isValue) && !values.every(isValue)
    }),
  )
  expect(mixed.length).toBeGreaterThan(1_000)
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
