import { at, type Problem } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import { namesReadBy } from './closure.js'

/**
 * What is allowed in a book and seldom meant: a component that no line needs, and one that is due for
 * some of a period's days and paid in full, as it reads no time. In the order of the components; a
 * book is paid by all the same.
 *
 * @example
 * lintBook(book).map(({ code, path }) => [code, path]) //=> [['unused-component', 'components.old-rate']]
 */
export function lintBook(book: PayBook): readonly Problem[] {
  const paid = [...book.components.values()].filter(({ pays }) => pays !== undefined)
  const needed = namesReadBy(
    book,
    paid.map(({ name }) => name),
  )
  return [...book.components.values()].flatMap((component) => {
    const { name } = component
    const path = at('components', name)
    return [
      ...(needed.has(name) ? [] : [payProblem('unused-component', path, { component: name })]),
      ...fullVersions(component).map((i) =>
        payProblem('paid-in-full', at(at(path, i), 'value'), { component: name }),
      ),
    ]
  })
}

/** The versions by which part of a period is paid as a whole one. */
function fullVersions({ pays, versions }: LinkedComponent): readonly number[] {
  if (pays !== 'due') return []
  return [...versions.entries()].flatMap(([i, { component }]) => {
    const { eligible, each, reads } = component
    // What is paid for records is paid for as many as there were.
    const inParts = eligible?.where !== undefined && typeof each !== 'object'
    return inParts && !Object.values(reads).some(({ from }) => from === 'time') ? [i] : []
  })
}
