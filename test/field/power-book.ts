import { expect } from 'vitest'
import { renderText } from '../../src/formula/index.js'
import type { Run } from '../../src/pay/index.js'
import {
  disclose,
  explain,
  parseBook,
  parseRunData,
  renderView,
  run,
  seal,
  statements,
  verify,
  verifyChain,
  verifyView,
} from '../../src/payroll/index.js'
import type { Locale } from '../../src/problem/index.js'
import { decimal } from '../../src/quantity/index.js'
import { bookJson } from '../payroll/policies.js'

/** A book as somebody writes it: its months are paid one after the other, and read as a person reads them. */

export const since = (value: string, from = '2024-01-01') => [{ from, value }]

/** Somebody employed since 2024, with attributes that hold since then. */
export const staff = (id: string, attributes: object = {}, more: object = {}) => ({
  id,
  employment: [{ from: '2024-01-01' }],
  ...more,
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? since(value) : value,
    ]),
  ),
})

/** An event of a deal in yuan; what is of none begins one, which is Li's unless said. */
export const event = (kind: string, id: string, on: string, amount: string, more: object = {}) => ({
  ...{ id, kind, on, amount, currency: 'CNY' },
  ...('of' in more ? {} : { attributes: { seller: 'li' } }),
  ...more,
})

export const order = (id: string, on: string, amount: string, more: object = {}) =>
  event('order', id, on, amount, more)

/** What happens to a deal: it is called by its kind and its day. */
export const later = (kind: string, of: string, on: string, amount: string, more: object = {}) =>
  event(kind, `${of} ${kind} ${on}`, on, amount, { of, ...more })

/** All of a deal goes from one person to another. */
export const transfer = (of: string, on: string, from: string, to: string) => ({
  ...{ id: `${of} to ${to}`, kind: 'transfer', on, of, from, to },
})

/** Figures of some months, the same in each. */
export const told = (months: readonly string[], figures: Readonly<Record<string, string>>) => ({
  figures: Object.entries(figures).flatMap(([name, value]) =>
    months.map((period) => ({ name, period, value })),
  ),
})

/** The lines of a text without what they are set in by, the first of them where there is a number. */
export const linesOf = (text: string, count = Number.POSITIVE_INFINITY): readonly string[] =>
  text
    .split('\n')
    .slice(0, count)
    .map((line) => line.trim())

/** All of a deal is its seller's. */
export const credits = { direct: { rules: [{ owner: 'seller' }] } }

/** Who credits in a book: all by the seller, and whatever kinds of credit there are beside. */
export const crediting = (more: object = {}, about: object = {}) => ({
  crediting: { credits: { currency: 'CNY', credits: { ...credits, ...more }, ...about } },
})

export const monthsFrom = (first: string, count: number): readonly string[] => {
  const [year, month] = first.split('-').map(Number) as [number, number]
  return Array.from({ length: count }, (_, i) => {
    const all = year * 12 + month - 1 + i
    return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
  })
}

const isPaid = ({ amount }: { readonly amount: string }) => !decimal(amount).isZero()
const key = 'a secret of 32 characters or more'

/**
 * The runs of some months of a book, all of the same data, of which each knows what was recorded by its end.
 * Each run is worked out anew, and the chain of them is held together; nothing may be wrong with either.
 */
export function monthsOf(
  policies: readonly unknown[],
  whole: object,
  names: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
) {
  const book = parseBook(JSON.parse(JSON.stringify(bookJson(policies, { retro: 12, ...more }))))
  const { data, reconciliation } = parseRunData(book, whole)
  const runs: Run[] = []
  for (const period of names) {
    const before = runs.at(-1) ?? 'first'
    const made = run(book, data, { period, before })
    expect(verify(book, data, made, { before })).toEqual([])
    runs.push(made)
  }
  expect(verifyChain(runs, { book, head: runs.at(-1)?.digest })).toEqual([])
  const runOf = (period: string) => runs.find((each) => each.period === period) as Run
  return {
    reconciliation: Object.values(reconciliation).flat(),
    /** What the statements of all runs say is paid, and what they say is withheld. */
    paid: runs.flatMap((each) =>
      statements(book, data, each).flatMap(({ person, lines, withheld }) => [
        ...lines.filter(isPaid).map(({ component, earned, amount }) => {
          const of = earned.period === each.period ? [] : [earned.period]
          return [each.period, person, component, ...of, amount].join(' ')
        }),
        ...withheld.map(({ component, problems }) =>
          [each.period, person, component, ...problems.map(({ code }) => code)].join(' '),
        ),
      ]),
    ),
    /** Why a run pays a component of a period of its own, or an earlier one. */
    why: (
      [period, person, component]: readonly [string, string, string],
      { of = period, locale = 'en' as Locale } = {},
    ) => renderText(explain(book, data, runOf(period), { component, person, period: of, locale })),
    /** The payslip of somebody as they see it, which is part of the run that was sealed. */
    payslip: (period: string, person: string, locale: Locale = 'en', audience = 'employee') => {
      const { root } = seal(book, data, runOf(period), { key })
      const view = disclose(book, data, runOf(period), { key, person, audience })
      expect(verifyView(view, root)).toEqual([])
      return renderView(view, { locale, format: 'text', book })
    },
  }
}
