import { describe, expect, test } from 'vitest'
import { amountProblems } from '../../src/grade/amounts.js'

describe('amountProblems', () => {
  test.each([
    ['5000.00', 'CNY'],
    ['0', 'CNY'],
    [5000, 'JPY'],
    ['0.125', 'KWD'],
  ] as const)('%s is an amount of %s', (value, currency) => {
    expect(amountProblems(value, 'salary', currency)).toEqual([])
  })

  test.each([
    ['5000.005', 'CNY', ['too-many-places']],
    ['5000.5', 'JPY', ['too-many-places']],
    ['-0.01', 'CNY', ['negative']],
    ['-0.001', 'CNY', ['negative', 'too-many-places']],
    ['a lot', 'CNY', ['not-a-number']],
    [undefined, 'CNY', ['not-a-number']],
  ] as const)('%s is no amount of %s', (value, currency, codes) => {
    const problems = amountProblems(value, 'salary', currency)
    expect(problems.map(({ code }) => code)).toEqual(codes)
    expect(problems.map(({ path }) => path)).toEqual(codes.map(() => 'salary'))
  })
})
