import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowError } from '../../src/formula/bound-inputs.js'
import { compile } from '../../src/formula/compile.js'
import { evaluateEach } from '../../src/formula/evaluate-each.js'
import type { Formula } from '../../src/formula/formula.js'
import { type FormulaProgram, program } from '../../src/formula/program.js'
import { programs } from '../../src/testing/index.js'
import { formulaAndInputs, inputsOf } from '../formula/arbitrary.js'
import { codesAndPaths, outcome } from '../formula/outcome.js'
import { columnsOf, exactOutcome, type Row } from '../formula/ways.js'

/** Rows a formula accepts, and among them rows that it must refuse: a value missing, unreadable or too low. */
function rowsOf(of: Formula | FormulaProgram, count: number): fc.Arbitrary<Row[]> {
  const names = Object.keys(of.inputs)
  const spoiled = fc
    .tuple(
      inputsOf(of),
      fc.constantFrom(...names, ''),
      fc.constantFrom(undefined, 'x', '0.1234567', '0', '-1'),
    )
    .map(([row, name, value]) => {
      const { [name]: _, ...rest } = row as Row
      return value === undefined || name === '' ? rest : { ...rest, [name]: value }
    })
  return fc.array(
    fc.oneof({ weight: 30, arbitrary: inputsOf(of) }, { weight: 1, arbitrary: spoiled }),
    { minLength: count, maxLength: count },
  )
}

const readable = (outcome: string | readonly string[]) =>
  typeof outcome === 'string' || outcome[0]?.startsWith('division-by-zero')

describe('compile agrees with evaluate', () => {
  test('on 200 random formulas of all kinds of node, 500 rows each, errors included', () => {
    const cases = formulaAndInputs().chain(({ formula }) =>
      fc.record({ formula: fc.constant(formula), rows: rowsOf(formula, 500) }),
    )
    let wide = 0
    let failed = 0
    fc.assert(
      fc.property(cases, ({ formula, rows }) => {
        fc.pre(Object.keys(formula.inputs).length > 0)
        const batch = compile(formula)(columnsOf(formula, rows))
        const exactly = exactOutcome(formula)
        const expected = rows.map((row) => outcome(formula, row))
        const found = rows.map((_, row) => batch.value(row) ?? codesAndPaths(batch.problems(row)))
        expect(found).toEqual(expected)
        rows.forEach((row, i) => {
          const wanted = expected[i] as string | readonly string[]
          expect(batch.errors[i] === 0).toBe(typeof wanted === 'string')
          if (readable(wanted)) expect(exactly(row)).toEqual(wanted)
          failed += Number(batch.errors[i] !== 0)
        })
        wide += batch.wide.size
      }),
      { numRuns: 200 },
    )
    // Neither kind of row is left to chance.
    expect(wide).toBeGreaterThan(1_000)
    expect(failed).toBeGreaterThan(1_000)
  }, 240_000)

  test('on 100 random programs, 200 rows each, for every result, errors included', () => {
    const cases = programs()
      .map(program)
      .chain((of) => fc.record({ of: fc.constant(of), rows: rowsOf(of, 200) }))
    const seen = new Set<number>()
    let wide = 0
    fc.assert(
      fc.property(cases, ({ of, rows }) => {
        fc.pre(Object.keys(of.inputs).length > 0)
        const { results } = compile(of)(columnsOf(of, rows))
        const expected = rows.map((row) => evaluateEach(of, row))
        for (const [name, batch] of Object.entries(results)) {
          const found = rows.map((_, i) => batch.value(i) ?? batch.problems(i))
          expect(found).toEqual(
            expected.map(({ [name]: each }) => each?.evaluation?.value ?? each?.problems),
          )
          found.forEach((each, i) => {
            expect(batch.errors[i] === 0).toBe(typeof each === 'string')
          })
          for (const error of batch.errors) seen.add(error)
          wide += batch.wide.size
        }
      }),
      { numRuns: 100 },
    )
    expect([...seen].sort()).toEqual(Object.values(rowError).sort())
    expect(wide).toBeGreaterThan(1_000)
  }, 240_000)
})
