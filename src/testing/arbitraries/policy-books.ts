import fc from 'fast-check'
import { parseData, settle } from '../../pay/index.js'
import { type BookPolicy, disclose, parseBook, type View } from '../../payroll/index.js'
import type { Currency } from '../../quantity/index.js'
import { payBooks } from './pay-books.js'
import { payData } from './pay-data.js'

/** The first day on which a drawn policy holds. */
const begin = '2025-01-01'

/**
 * Draws books of policies that `parseBook` of `payproof/payroll` accepts: a policy a component of
 * {@link payBooks}, with its versions.
 *
 * @example
 * fc.assert(fc.property(policyBooks('CNY'), (book) => parseBook(book).components.has('base')))
 */
export function policyBooks(currency: Currency): fc.Arbitrary<BookPolicy> {
  return payBooks(currency).map(({ components, ...book }) => ({
    format: 2,
    id: 'company',
    ...book,
    policies: Object.entries(components).map(([id, versions]) => ({
      kind: 'component',
      id,
      owner: 'HR',
      versions: versions.map(({ from = begin, to, value }) => {
        const { component: _, ...terms } = value
        return { from, ...(to !== undefined && { to }), reason: 'Handbook', terms }
      }),
    })),
  }))
}

/**
 * Draws views that `parseView` of `payproof/payroll` accepts: what an audience sees of somebody's
 * statement in a run of {@link policyBooks} and {@link payData}.
 *
 * @example
 * fc.assert(fc.property(disclosedViews('CNY'), (view) => parseView(view).audience === view.audience))
 */
export function disclosedViews(currency: Currency): fc.Arbitrary<View> {
  return fc
    .record({
      book: policyBooks(currency).map(parseBook),
      data: payData(currency).map(parseData),
      audience: fc.constantFrom('employee', 'manager', 'peer', 'auditor'),
    })
    .map((drawn) => {
      const run = settle(drawn.book, drawn.data, { period: '2026-01', before: 'first' })
      return { ...drawn, run, people: [...new Set(run.lines.map(({ person }) => person))] }
    })
    .filter(({ people }) => people.length > 0)
    .chain(({ book, data, audience, run, people }) => {
      const request = { key: 'a key of the host, as long as it must be', audience }
      return fc.constantFrom(
        ...people.map((person) => disclose(book, data, run, { ...request, person })),
      )
    })
}
