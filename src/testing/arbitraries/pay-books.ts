import fc from 'fast-check'
import type { Book, Component, Version } from '../../pay/index.js'
import { component, figure } from '../../pay/index.js'
import type { Currency } from '../../quantity/index.js'
import { paidIn, readingComponents, singleComponents, some } from './pay-components.js'

/**
 * Draws books of pay that `parseBook` of `payproof/pay` accepts: a base salary with or without all that
 * {@link payComponents} draws, and with sums by tag, by year and by team, a balance, a place, a fund
 * that is shared, and a deduction in cash. Some of a later version from March 2026 on.
 *
 * @example
 * fc.assert(fc.property(payBooks('CNY'), (book) => parseBook(book).components.has('base')))
 */
export function payBooks(currency: Currency): fc.Arbitrary<Book> {
  const { unit, places } = paidIn(currency)
  const { base: first, ...others } = singleComponents(currency)
  const fund = component('fund', { of: 'company' }, figure('fund', unit, places, { missing: '0' }))
  const drawn = Object.entries({ ...others, ...readingComponents(currency) })
  return fc
    .record({
      first: versionsOf(first as fc.Arbitrary<Component>),
      others: some(Object.fromEntries(drawn.map(([name, each]) => [name, versionsOf(each)]))),
      retro: fc.integer({ min: 0, max: 3 }),
      rhythms: fc.option(fc.constant({ month: { kind: 'month' as const } }), { nil: undefined }),
    })
    .map(({ first: own, others: more, retro, rhythms }) => ({
      currency,
      ...(rhythms !== undefined && { rhythms }),
      components: {
        base: own,
        ...('bonus' in more && { fund: [{ value: fund }] }),
        ...(more as Readonly<Record<string, readonly Version[]>>),
      },
      retro,
    }))
}

/** A component alone, or one that ends and another one that follows it. */
function versionsOf(each: fc.Arbitrary<Component>): fc.Arbitrary<readonly Version[]> {
  return fc.tuple(each, fc.option(each)).map(([value, later]) => {
    if (later === null) return [{ value }]
    const { each: rows, retro, ...more } = later
    const next = {
      ...more,
      ...(value.each !== undefined && { each: value.each }),
      ...(value.retro !== undefined && { retro: value.retro }),
    }
    return [
      { to: '2026-02-28', value },
      { from: '2026-03-01', value: next },
    ]
  })
}
