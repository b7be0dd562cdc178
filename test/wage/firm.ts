import { renderText } from '../../src/formula/index.js'
import { explain, type Group, type Person, type Run } from '../../src/pay/index.js'
import { parseRunData, run } from '../../src/payroll/index.js'
import type { Locale } from '../../src/problem/index.js'
import { bookOf, policy } from '../payroll/policies.js'

/** A small firm that pays by policies: its months, and what each pays. */

export const since = (value: string, from = '2020-01-01') => [{ from, value }]

/** Li Na since 2020, with 6,800.00 a month. */
export const li = (change: object = {}): Person => {
  const { attributes = {}, ...more } = change as Partial<Person>
  return {
    id: 'li',
    name: '李娜',
    employment: [{ from: '2020-01-01' }],
    ...more,
    attributes: { base: since('6800.00'), hired: since('2020-01-01'), ...attributes },
  }
}

export const figures = (name: string, of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([period, value]) => ({ name, period, value }))

/** A salary by 21.75 days a month, of which days absent are taken off. */
export const salary = policy('salary', 'base', { prorated: true }, { tags: ['wage'] })
const weekend = ['saturday', 'sunday']
/** Bases by which days count, the first of which is that of a book unless a policy says another. */
export const basis = {
  month: { basis: 'fixed-21.75', count: 'days-absent', weekend },
  working: { basis: 'working-days', weekend, holidays: [] },
  calendar: { basis: 'calendar-days' },
}

export interface Given {
  readonly people?: readonly Person[]
  readonly groups?: readonly Group[]
  readonly records?: Readonly<Record<string, readonly object[]>>
}

/** Runs months one after the other, each by what was known by its end. */
export function months(
  policies: readonly unknown[],
  given: Given,
  names: readonly string[],
  more: object = {},
) {
  const book = bookOf(policies, { basis, ...more })
  const { data } = parseRunData(book, { people: [li()], ...given })
  const runs: Run[] = []
  for (const period of names) runs.push(run(book, data, { period, before: runs.at(-1) ?? 'first' }))
  const lines = runs.map(({ lines }) =>
    lines
      .filter(({ amount }) => !/^-?0(\.0*)?$/.test(amount))
      .map(({ component, person, earned, amount }) =>
        [...(person === 'li' ? [] : [person]), component, earned.period, amount].join(' '),
      ),
  )
  const why = (component: string, locale: Locale, index = 0) =>
    renderText(explain(book, data, runs[index] as Run, { component, person: 'li', locale }))
  return { book, data, runs, lines, why }
}
