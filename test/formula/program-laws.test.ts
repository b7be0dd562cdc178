import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { constant, input, multiply, step } from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { evaluateEach } from '../../src/formula/evaluate-each.js'
import type { Formula } from '../../src/formula/formula.js'
import type { Expression } from '../../src/formula/nodes.js'
import { type FormulaProgram, program } from '../../src/formula/program.js'
import { problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { figuresOf, programs } from '../../src/testing/index.js'
import { inputsOf } from './arbitrary.js'
import { codesAndPaths, outcome } from './outcome.js'

type Row = Readonly<Record<string, string>>

/** Programs with rows, of which some lack an input or have one that is no number. */
const cases = programs()
  .map(program)
  .chain((of) =>
    fc.record({
      of: fc.constant(of),
      rows: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: inputsOf(of) },
          {
            weight: 1,
            arbitrary: fc
              .tuple(inputsOf(of), fc.constantFrom(...Object.keys(of.inputs), ''))
              .map(([row, name]) => ({ ...row, ...(name !== '' && { [name]: 'x' }) }) as Row),
          },
        ),
        { minLength: 8, maxLength: 8 },
      ),
    }),
  )

/** What \`evaluate\` makes of each formula in turn, given the values of those before it. */
function oneByOne({ results }: FormulaProgram, row: Row): Record<string, unknown> {
  const found: Record<string, string | readonly string[]> = {}
  for (const [name, formula] of Object.entries(results)) {
    const given = Object.keys(formula.inputs).flatMap((input) => {
      const value = Object.hasOwn(results, input) ? found[input] : row[input]
      return typeof value === 'string' ? [[input, value] as const] : []
    })
    const alone = outcome(formula, Object.fromEntries(given))
    const isResult = (problem: string) => Object.hasOwn(results, problem.split('inputs.')[1] ?? '')
    found[name] =
      typeof alone === 'string'
        ? alone
        : [
            ...alone.filter((problem) => !isResult(problem)),
            ...alone
              .filter(isResult)
              .map((problem) => problem.replace('missing-input', 'failed-result')),
          ]
  }
  return found
}

const digits = (value: unknown) => String(value).replace(/[-.]/g, '').length

describe('the results of drawn programs', () => {
  test('are what evaluate gives one by one, errors included', () => {
    let failed = 0
    let links = 0
    fc.assert(
      fc.property(cases, ({ of, rows }) => {
        const names = Object.keys(of.results)
        links += Object.values(of.results).filter((formula) =>
          Object.keys(formula.inputs).some((input) => names.includes(input)),
        ).length
        for (const row of rows) {
          const each = Object.entries(evaluateEach(of, row)).map(([name, result]) => [
            name,
            result.evaluation?.value ?? codesAndPaths(result.problems),
          ])
          // What is given may have 40 digits, a result more; the next law holds of those too.
          if (each.some(([, value]) => typeof value === 'string' && digits(value) > 38)) continue
          expect(Object.fromEntries(each)).toEqual(oneByOne(of, row))
          failed += each.flat(2).filter((part) => part?.includes('failed-result')).length
        }
      }),
      { numRuns: 400 },
    )
    expect(links).toBeGreaterThan(800)
    expect(failed).toBeGreaterThan(100)
  }, 120_000)

  test('are what each formula gives with those that it reads written into it', () => {
    let compared = 0
    fc.assert(
      fc.property(cases, ({ of, rows }) => {
        const alone = writtenOut(of)
        for (const row of rows) {
          const each = evaluateEach(of, row)
          if (Object.values(each).some(({ problems }) => problems.length > 0)) continue
          for (const [name, formula] of Object.entries(alone)) {
            const needed = Object.keys(formula.inputs).map((input) => [input, row[input]])
            const expected = outcome(formula, Object.fromEntries(needed))
            expect(Number(each[name]?.evaluation?.value)).toBe(Number(expected))
            expect(trimmed(each[name]?.evaluation?.value)).toBe(trimmed(expected))
            compared += 1
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(1_000)
  }, 120_000)
})

/** Without the zeros at the end: a reader may read with more places than the result has. */
function trimmed(value: unknown): string {
  const text = String(value)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** Formulas that read no results, but have them written where they were read; small ones alone. */
function writtenOut({ results }: FormulaProgram): Record<string, Formula> {
  const whole: Record<string, Expression> = {}
  const formulas: Record<string, Formula> = {}
  for (const [name, { expression }] of Object.entries(results)) {
    const text = JSON.stringify(expression, (_, value) =>
      value?.op === 'input' ? (whole[value.name] ?? value) : value,
    )
    if (text.length > 200_000) continue
    whole[name] = JSON.parse(text)
    const problems = problemsOf(() => {
      formulas[name] = check(whole[name] as Expression)
    })
    if (problems.length > 0) delete formulas[name]
  }
  return formulas
}

test('drawn figures are read by every formula of a program', () => {
  const score = input('score', 'points', 1)
  const of = program({
    results: {
      bonus: multiply(
        input('base', money('CNY'), 2),
        step(score, [{ value: '0' }, { from: '80', value: '1' }]),
      ),
      weighted: multiply(score, constant('0.5')),
    },
  })
  fc.assert(
    fc.property(figuresOf(of), (figures) => {
      for (const { problems } of Object.values(evaluateEach(of, figures)))
        expect(problems).toEqual([])
    }),
  )
})
