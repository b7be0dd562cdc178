import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as formula from '../../src/formula/index.js'
import { rowValue } from '../../src/formula/row-value.js'
import { problemsOf } from '../../src/problem/index.js'

const { add, atLeast, check, constant, divide, input, marginal, match, multiply, step, when } =
  formula
const yuan = 'money:CNY'
const pay = check(
  divide(
    multiply(
      marginal(input('sales', yuan, 2), [{ rate: '0.01' }, { from: '100', rate: '0.02' }]),
      match('grade', {
        senior: step(input('score', 'ratio', 3, undefined, '-1'), [
          { value: '0.5' },
          { from: '1', value: '1.5' },
        ]),
        junior: when(
          atLeast(input('score', 'ratio', 3, undefined, '-1'), constant('0.5')),
          constant('1'),
          constant('0.25'),
        ),
      }),
    ),
    input('parts', 'count', 0),
    { places: 2, rounding: 'half-even' },
  ),
)

const outcome = (work: () => string) => {
  let value = ''
  const problems = problemsOf(() => {
    value = work()
  })
  return problems.length > 0 ? problems : value
}

describe('the value of one row', () => {
  const digits = fc.oneof(
    fc.integer({ min: -300, max: 300 }).map(String),
    fc
      .tuple(fc.integer({ min: -999, max: 999 }), fc.stringMatching(/^\d{1,4}$/))
      .map(([whole, places]) => `${whole}.${places}`),
    fc.constantFrom('-0', '0.0', '00', '1.', '.5', '-', '', 'x', '1e2', '1.2.3', '-0.001'),
    fc.constantFrom(
      '9007199254740991',
      '9007199254740993',
      '90071992547409.93',
      `1${'0'.repeat(39)}`,
    ),
    fc.constant(`1${'0'.repeat(40)}`),
  )
  const row = fc.record({
    sales: digits,
    score: digits,
    parts: digits,
    grade: fc.constantFrom('senior', 'junior', 'other', ''),
  })

  test('is what evaluate gives, or refuses, whatever is read', () => {
    fc.assert(
      fc.property(row, (texts) => {
        expect(outcome(() => rowValue(pay, texts))).toEqual(
          outcome(() => formula.evaluate(pay, texts).value),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test('a text that is not listed takes the other case', () => {
    const open = check(match('grade', { senior: constant('2') }, constant('1')))
    expect(['senior', 'junior'].map((grade) => rowValue(open, { grade }))).toEqual(['2', '1'])
  })

  test('a text that no case is asked of is read', () => {
    const asked = check(match('grade', { senior: constant('1') }, constant('1')))
    expect(rowValue(asked, { grade: 'any' })).toBe('1')
  })

  test('other texts than those of its inputs are not looked at', () => {
    const twice = check(add(input('a', 'count', 0), input('a', 'count', 0)))
    expect(rowValue(twice, { a: '2', b: 'x' })).toBe('4')
    expect(rowValue(twice, { a: '9007199254740993', b: 'x' })).toBe('18014398509481986')
  })

  test('literals that doubles cannot hold are computed exactly', () => {
    const large = check(add(input('a', 'count', 0), constant('9007199254740993', 'count')))
    expect(rowValue(large, { a: '2' })).toBe('9007199254740995')
  })
})
