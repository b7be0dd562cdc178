import { type Locale, pay, quantity, renderText } from 'payproof'
import { book } from './book.js'
import { data } from './data.js'
import { people } from './people.js'

/** Every line of a payment that is not zero, each explained down to its sources. */
export function statementOf(run: pay.Run, person: string, locale: Locale): string {
  const lines = run.lines.filter((line) => line.person === person && !/^[-0.]*$/.test(line.amount))
  const name = people.find(({ id }) => id === person)?.name ?? person
  const paid = quantity.total(
    lines.map(({ amount }) => amount),
    2,
  )
  return [
    `${run.period} ${name}: ${paid}`,
    ...lines.map(({ component, earned: { period } }) =>
      renderText(pay.explain(book, data, run, { component, person, period, locale })),
    ),
  ].join('\n\n')
}
