import { evaluate, type Formula } from '../../src/formula/index.js'
import type { Component, Person, Run, Source } from '../../src/pay/index.js'
import { book, parseData, settle } from '../../src/pay/index.js'
import { parseRunData } from '../../src/payroll/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { type Currency, decimal } from '../../src/quantity/index.js'
import { bookOf } from './policies.js'

/** Bonuses of books paid month by month, and what the runs come to in one line each. */

/** Somebody since 2020 with attributes that hold since then, and figures of some periods. */
export function staff(
  id: string,
  attributes: Readonly<Record<string, string>> = {},
  figures: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
  more: Partial<Person> = {},
): Person {
  return {
    id,
    employment: [{ from: '2020-01-01' }],
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, [{ from: '2020-01-01', value }]]),
    ),
    figures: Object.entries(figures).flatMap(([period, told]) =>
      Object.entries(told).map(([name, value]) => ({ name, period, value })),
    ),
    ...more,
  }
}

/** What is known when a month is paid: always the same unless said. */
export type Told = object | ((period: string) => object)

/** The runs of some months of a book of policies. */
export function paidRuns(
  policies: readonly unknown[],
  told: Told,
  months: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): readonly Run[] {
  const of = bookOf(policies, more)
  const runs: Run[] = []
  for (const period of months) {
    const json = typeof told === 'function' ? told(period) : told
    const { data } = parseRunData(of, json)
    runs.push(settle(of, data, { period, before: runs.at(-1) ?? 'first' }))
  }
  return runs
}

/** What the runs of some months pay that is not nothing, and what they withhold. */
export function paid(...of: Parameters<typeof paidRuns>): readonly string[] {
  return paidRuns(...of).flatMap(({ period, lines, withheld }) => [
    ...lines
      .filter(({ amount }) => !decimal(amount).isZero())
      .map(({ component, person, earned, amount }) =>
        [
          period,
          person,
          component,
          ...(earned.period === period ? [] : [earned.period]),
          amount,
        ].join(' '),
      ),
    ...withheld.map(({ component, owner, earned, problems }) =>
      [period, owner.person, component, earned.period, ...problems.map(({ code }) => code)].join(
        ' ',
      ),
    ),
  ])
}

/** Reads each input of a formula as a figure, whatever else it would be. */
export function asFigures(names: readonly string[]): Readonly<Record<string, Source>> {
  return Object.fromEntries(names.map((name) => [name, { from: 'figure', name }]))
}

/** What a component of the person `li` pays in a month of a book of a currency by some figures. */
export function paidBy(
  written: readonly Component[],
  currency: Currency,
  figures: Readonly<Record<string, string>>,
): string | undefined {
  const of = book(written, { currency, retro: 0 })
  const data = parseData({ people: [staff('li', {}, { '2026-03': figures })] })
  return settle(of, data, { period: '2026-03', before: 'first' }).lines[0]?.amount
}

/** What a formula comes to; `undefined` where it divides by nothing. */
export function workedOut(
  formula: Formula,
  row: Readonly<Record<string, string>>,
): string | undefined {
  let value: string | undefined
  const problems = problemsOf(() => {
    value = evaluate(formula, row).value
  })
  if (problems.some(({ code }) => code !== 'division-by-zero')) throw new Error('cannot be told')
  return value
}
