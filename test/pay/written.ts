import { book, type Component, type PayBook } from '../../src/pay/index.js'

/** What a kind of policy writes, to be read: a component with its terms, its sources and its formula. */
export function writtenText(components: readonly Component[]): string {
  return components
    .flatMap(({ component, formula, reads, ...terms }) => [
      `${component} ${JSON.stringify(terms)}`,
      ...Object.entries(reads).map(([input, source]) => `  ${input}: ${JSON.stringify(source)}`),
      `  = ${JSON.stringify(formula)}`,
    ])
    .join('\n')
}

/** A book of what policies write. */
export function bookOf(components: readonly Component[]): PayBook {
  return book(components, {
    currency: 'CNY',
    retro: 2,
    basis: { days: { basis: 'calendar-days' } },
  })
}
