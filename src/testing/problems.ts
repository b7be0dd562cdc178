import { likely, type Problem, problem } from '../problem/index.js'

/** What can be wrong with the options of a check. */

export function unknownLaw(path: string, law: string, known: readonly string[]): Problem {
  const [en, zh] = likely(law, known)
  return problem(
    'unknown-law',
    path,
    [`there is no law "${law}"`, en],
    [`没有名为“${law}”的法则`, zh],
  )
}
