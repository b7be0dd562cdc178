import { describe, expect, test } from 'vitest'
import { renderText } from '../../src/formula/index.js'
import { explain, lintBook, lintData, type Run } from '../../src/pay/index.js'
import { statements, verify, verifyChain } from '../../src/payroll/index.js'
import { decimal } from '../../src/quantity/index.js'
import { expectGolden } from '../golden.js'
import { months } from './firm.js'
import { people, policies, records } from './sheet.js'

const names = [1, 2, 3, 4, 5, 6].map((month) => `2026-0${month}`)
const { book, data, runs } = months(policies, { people, records }, names)
const isZero = (amount: string) => decimal(amount).isZero()

describe('half a year of a warehouse, by every kind of a pay sheet', () => {
  test('pays what is golden', () => {
    const told = runs.flatMap(({ period, lines, withheld, leftOver }) => [
      period,
      ...lines
        .filter(({ amount }) => !isZero(amount))
        .map(
          ({ person, component, earned, amount }) =>
            `  ${person} ${component} ${earned.period} ${amount}`,
        ),
      ...withheld.map(({ component, owner }) => `  withheld: ${owner.person} ${component}`),
      ...leftOver.map(
        ({ component, owner, value }) => `  left: ${owner.person} ${component} ${value}`,
      ),
    ])
    expectGolden('test/wage/golden/sheet.txt', told.join('\n'))
  })

  test('pays whole yuan, and nobody below nothing', () => {
    for (const run of runs)
      for (const { total } of statements(book, data, run)) {
        expect(decimal(total).modulo(1).isZero()).toBe(true)
        expect(decimal(total).isNegative()).toBe(false)
      }
  })

  test('is verified, run by run and as a chain', () => {
    runs.forEach((run, i) => {
      expect(verify(book, data, run, { before: runs[i - 1] ?? 'first' })).toEqual([])
    })
    expect(verifyChain(runs, { book })).toEqual([])
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s, every line of April', (locale) => {
    const april = runs[3] as Run
    const told = april.lines
      .filter(({ amount }) => !isZero(amount))
      .map(({ component, person, earned: { period } }) =>
        renderText(explain(book, data, april, { component, person, period, locale })),
      )
    expectGolden(`test/wage/golden/sheet.${locale}.txt`, told.join('\n\n'))
  })

  test('nothing in it is seldom meant', () => {
    expect(lintBook(book)).toEqual([])
    expect(lintData(book, data)).toEqual([])
  })
})
