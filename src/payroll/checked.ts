import type { LinkedComponent, PayBook, PayData, Run } from '../pay/index.js'
import { allAttributes, paidComponents, periodProblems } from '../pay/internal.js'
import { at, refuse } from '../problem/index.js'
import { ledgerProblem } from '../words/index.js'

/**
 * The components that the lines of a run name, by all names that they have or had.
 *
 * Throws a `PolicyError` for a run in another currency, of other periods, or with lines of other
 * components than those of the book.
 */
export function checkRun(
  book: PayBook,
  run: Run,
  path = 'run',
): ReadonlyMap<string, LinkedComponent> {
  const { currency } = book.definition
  refuse([
    ...(run.currency === currency
      ? []
      : [
          ledgerProblem('other-currency', at(path, 'currency'), {
            found: run.currency,
            expected: currency,
          }),
        ]),
    ...periodProblems(book, run, path),
  ])
  return paidComponents(book, run, path)
}

/**
 * Throws a `PolicyError` for attributes that nobody has, each with the path where it is asked for; where nobody
 * is given there is nothing to tell.
 */
export function checkAttributes(
  data: PayData,
  asked: Iterable<readonly [path: string, name: string]>,
): void {
  if (data.people.length === 0) return
  const known = new Set([...allAttributes(data)].flatMap((attributes) => Object.keys(attributes)))
  refuse(
    [...asked].flatMap(([path, found]) =>
      known.has(found) ? [] : [ledgerProblem('nobody-has', path, { found, known: [...known] })],
    ),
  )
}

/** The names of a list, each with its path. */
export function listed(path: string, names: readonly string[]) {
  return names.map((name, i) => [at(path, i), name] as const)
}
