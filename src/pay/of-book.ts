import { at, type Problem, refuse } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import { namesOf } from './ledger.js'
import { periodExample, periodNamed, rhythmsOf, runRhythm } from './rhythms.js'
import type { Earned, Run } from './run.js'

/**
 * The components of a book by all their names, as the lines of a run may have them.
 *
 * Throws a `PolicyError` for lines of components that the book does not have: one problem a component.
 */
export function paidComponents(
  book: PayBook,
  { period, lines }: Pick<Run, 'period' | 'lines'>,
  path = 'run',
): ReadonlyMap<string, LinkedComponent> {
  const names = namesOf(book)
  const known = [...book.components.keys()]
  const unknown = new Map<string, Problem>()
  for (const { component } of lines)
    if (!names.has(component))
      unknown.set(
        component,
        payProblem('not-in-book', at(path, 'lines'), { component, period, known }),
      )
  refuse([...unknown.values()])
  return names
}

/** What is wrong with the periods of a run, and of its lines, in the rhythms of a book. */
export function periodProblems(
  { definition }: PayBook,
  run: Pick<Run, 'rhythm' | 'period' | 'lines'>,
  path = 'run',
): readonly Problem[] {
  const rhythms = rhythmsOf(definition)
  const known = Object.keys(rhythms)
  const isOf = ({ rhythm, period }: Earned) => {
    const of = Object.hasOwn(rhythms, rhythm) ? rhythms[rhythm] : undefined
    return of !== undefined && periodNamed(period, of) !== undefined
  }
  if (run.rhythm !== runRhythm(definition) || !isOf(run))
    return [payProblem('other-kind', at(path, 'period'), { period: run.period })]
  const strange = new Map(
    run.lines.map(({ earned }) => [JSON.stringify([earned.rhythm, earned.period]), earned]),
  )
  return [...strange.values()]
    .filter((earned) => !isOf(earned))
    .map(({ rhythm, period: found }) => {
      const of = Object.hasOwn(rhythms, rhythm) ? rhythms[rhythm] : undefined
      const place = at(path, 'lines')
      return of === undefined
        ? payProblem('unknown-rhythm', place, { found: rhythm, known })
        : payProblem('not-a-period-of', place, { found, rhythm, example: periodExample(of) })
    })
}
